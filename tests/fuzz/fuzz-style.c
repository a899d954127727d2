/* fuzz-style.c - any bytes as the volume's own style sheet. */
#include "style-internal.h"

#include <glib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    DgArena *arena = dg_arena_new();
    DgDiags *diags = dg_diags_new(arena);
    Declarations declarations = {0};
    char *text = dg_arena_strndup(arena, (const char *)data, size);
    css_parse(arena, diags, text, &(Sheet){NULL, "print.css", NULL}, &declarations);
    cascade_page(arena, diags, &declarations);
    cascade_block(arena, diags, &declarations, DG_ROLE_P, "ru");
    cascade_block(arena, diags, &declarations, DG_ROLE_H1, NULL);
    dg_arena_free(arena);
    return 0;
}
