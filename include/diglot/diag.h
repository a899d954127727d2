/* diag.h - messages to the editor.
 * Passes report to a DgDiags, repair, and go on; only src/cmd prints. A message is a code of
 * diag-codes.h, a place, and up to nine arguments that fill {1}..{9} of the code's text, in the
 * language chosen when it is printed. The same code at the same place with the same arguments is
 * kept once. Strings are copied. */
#ifndef DIGLOT_DIAG_H
#define DIGLOT_DIAG_H

#include "diglot/arena.h"

#include <stdbool.h>

typedef enum { DG_INFO, DG_WARNING, DG_ERROR, DG_FATAL } DgSeverity;

#define DG_MESSAGE(id, name, severity, english, russian, hint_english, hint_russian) id,
typedef enum {
#include "diglot/diag-codes.h"
    DG_N_CODES
} DgCode;
#undef DG_MESSAGE

/* A place in a source file. `file` is relative to the volume; line and column count from 1, the
 * column in characters; 0 means unknown. A NULL file is no place. */
typedef struct {
    const char *file;
    int line, column;
} DgPos;

#define DG_NOWHERE ((DgPos){0})

typedef struct {
    DgCode code;
    DgPos pos;
    DgPos also; /* a second place, such as the other side of a pair; also.file may be NULL */
    const char *argument[9];
} DgDiag;

typedef struct DgDiags DgDiags;

DgDiags *dg_diags_new(DgArena *arena);

/* The arguments are strings; the list ends with NULL. */
void dg_diag(DgDiags *diags, DgCode code, DgPos pos, ...) __attribute__((sentinel));
void dg_diag_also(DgDiags *diags, DgCode code, DgPos pos, DgPos also, ...)
    __attribute__((sentinel));

/* In the order of file (that of first mention), line, column, then arrival. */
size_t dg_diags_sorted(DgArena *arena, const DgDiags *diags, const DgDiag **sorted);
size_t dg_diags_count(const DgDiags *diags, DgCode code);
size_t dg_diags_count_severity(const DgDiags *diags, DgSeverity severity);
DgSeverity dg_diags_worst(const DgDiags *diags); /* DG_INFO when there are none */

const char *dg_code_name(DgCode code); /* "item.missing" */
DgSeverity dg_code_severity(DgCode code);
const char *dg_severity_name(DgSeverity severity); /* "error"; DG_FATAL is an "error" too */
char *dg_diag_message(DgArena *arena, const DgDiag *diag,
                      const char *language); /* "ru" or else English */
char *dg_diag_hint(DgArena *arena, const DgDiag *diag, const char *language); /* NULL if none */

/* "Did you mean": the name in a space-separated list that is nearest to `name`, at most two slips away, or NULL. To be
 * freed. */
char *dg_nearest_name(const char *name, const char *names);

#endif
