/* fuzz-jats.c - any bytes through reading, pairing, typography and matter, as one JATS file. */
#include "diglot/align.h"
#include "diglot/files.h"
#include "diglot/lang.h"
#include "diglot/matter.h"
#include "diglot/read.h"

#include <glib.h>
#include <glib/gstdio.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    DgArena *arena = dg_arena_new();
    DgDiags *diags = dg_diags_new(arena);
    g_autofree char *folder = g_dir_make_tmp("diglot-fuzz-XXXXXX", NULL);
    char *path = dg_path_join(arena, folder, "fuzz.xml");
    dg_file_write(diags, path, data, size);
    DgVolume *volume = dg_volume_read(arena, diags, path, NULL);
    if (volume) {
        dg_align(arena, diags, volume);
        dg_typography(arena, diags, volume, NULL);
        dg_number(arena, volume);
        dg_openings_make(arena, volume);
        dg_book_make(arena, volume);
    }
    dg_arena_free(arena);
    g_remove(path);
    g_rmdir(folder);
    return 0;
}
