/* files.h - reading, and writing so that a reader sees the old file or the whole new one.
 * Paths are in the file system's encoding (UTF-8). Errors are reported with DG_FILE_READ,
 * DG_FILE_WRITE or, where a folder is another's, DG_FILE_FOREIGN; false or NULL then. */
#ifndef DIGLOT_FILES_H
#define DIGLOT_FILES_H

#include "diglot/diag.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct {
    const uint8_t *data; /* followed by a NUL byte that `size` does not count */
    size_t size;
} DgBytes;

bool dg_file_exists(const char *path);
bool dg_folder_exists(const char *path);
/* The bytes of a regular file, NULL data when it cannot be read; `shown` is its name in messages. */
DgBytes dg_file_read(DgArena *arena, DgDiags *diags, const char *path, const char *shown);
/* Makes the folders above, too. */
bool dg_file_write(DgDiags *diags, const char *path, const void *data, size_t size);
/* File names (not folders) directly in `folder`, sorted by bytes; NULL-terminated. */
const char **dg_folder_list(DgArena *arena, const char *folder);

char *dg_path_join(DgArena *arena, const char *folder, const char *name);
char *dg_path_stem(DgArena *arena, const char *path);   /* "a/b.ru.xml" gives "b.ru" */
char *dg_path_folder(DgArena *arena, const char *path); /* "a/b.xml" gives "a", "b.xml" gives "." */
/* Whether a relative path of a source stays inside its folder: no "..", no root, no scheme. */
bool dg_path_is_inside(const char *path);

/* A folder written beside its destination and swapped in whole. The destination is replaced only
 * if it is absent, empty or carries the stamp file `.diglot`. */
typedef struct DgStage DgStage;
DgStage *dg_stage_new(DgArena *arena, DgDiags *diags, const char *destination); /* NULL: refused */
const char *dg_stage_folder(const DgStage *stage);                              /* write here */
/* What DESTINATION/name holds now goes on to stand there, unless the stage has a new one. */
void dg_stage_keep(DgStage *stage, const char *name);
bool dg_stage_commit(DgStage *stage, DgDiags *diags);
void dg_stage_abandon(DgStage *stage); /* removes what was written; nothing after a commit */

#endif
