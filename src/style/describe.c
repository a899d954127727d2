/* describe.c - the table of properties and selectors as Markdown: styles/README.md. */
#include "style-internal.h"

#include <string.h>

static void
print_table(FILE *out, const char *title, const Property *table, size_t n)
{
    DgArena *arena = dg_arena_new();
    fprintf(out, "\n## %s\n\n| property | value | meaning |\n| --- | --- | --- |\n", title);
    for (size_t i = 0; i < n; i++)
        fprintf(out, "| `%s` | %s%s | %s |\n", table[i].name, table[i].words ? "" : "such as ",
                property_examples(arena, &table[i]), table[i].meaning);
    dg_arena_free(arena);
}

void
dg_style_describe(FILE *out)
{
    fputs(
        "# Styles\n\n"
        "A style is a folder with `print.css`, which sets the pages, and `web.css`, which goes into the web edition\n"
        "as it is. A volume names its style in `volume.xml`; its own `style/print.css` is read after the style's.\n"
        "This page is made by `diglot dump style` from the parser's own table; do not edit it.\n\n"
        "`print.css` is a subset of CSS Paged Media. Lengths: `pt mm cm in pc px Q em`. Later rules win over earlier\n"
        "ones, roles over `:root`, rules with `:lang()` over rules without. Unknown properties and selectors are\n"
        "warnings with their place. Nothing is inherited but from `:root`.\n"
        "\n## Selectors\n\n"
        "`:root`, `@page`, `@page :left`, `@page :right`, in these a head box `@top-left`, `@top-center` or `@top-right`,\n"
        "and the roles below, each also with `:lang(ru)`; several may be joined by commas.\n\n",
        out);
    for (int role = DG_ROLE_NONE + 1; role < DG_N_ROLES; role++)
        fprintf(out, "`%s`%s", dg_role_name((DgRole)role),
                role + 1 < DG_N_ROLES ? role % 8 ? " " : "\n" : "\n");
    print_table(out, "Properties of roles and `:root`", block_properties, n_block_properties);
    print_table(out, "Properties of `@page`", page_properties, n_page_properties);
    print_table(out, "Properties of head boxes", head_properties, n_head_properties);
}
