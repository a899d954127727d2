/* describe.c - the table of properties and selectors as Markdown: styles/README.md. */
#include "style-internal.h"

#include <glib.h>
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
        "A style is a folder with `print.css`, which sets the pages, and `web.css`, any CSS, which goes into the web\n"
        "edition. A volume names its style in `volume.xml`; its own `style/print.css` is read after the style's.\n"
        "This page is made by `diglot dump style` from the parser's own table; do not edit it.\n\n"
        "`print.css` is a subset of CSS Paged Media. Lengths: `pt mm cm in pc px Q em`. Later rules win over earlier\n"
        "ones, roles over `:root`, rules with `:lang()` over rules without. Unknown properties and selectors are\n"
        "warnings with their place. Nothing is inherited but from `:root`.\n"
        "`@import \"../forum/print.css\";` reads another style's sheet, so that a variant only says what differs.\n"
        "`web.css` may begin with such a line, too (`@import \"../forum/web.css\";`), and with lines that name files beside\n"
        "it (`@import \"web-text.css\";`): all of it is joined. A kind of page gets those of its rules whose elements and\n"
        "classes are on such pages, or in strings of their scripts. A style without `web.css` has the forum's.\n"
        "\n## Selectors\n\n"
        "`:root`, and the roles below, each also with `:lang(ru)`. `@page` alone sets the pages; with a kind of pages\n"
        "(",
        out);
    g_auto(GStrv) kinds = g_strsplit(page_kinds, " ", -1);
    for (char **kind = kinds; *kind; kind++)
        fprintf(out, "%s`%s`", kind == kinds ? "" : ", ", *kind);
    fputs(
        "), `:left`, `:right` or `:first` (those that open an item, a part, the contents) it sets\n"
        "what stands in their margin boxes: `@page item:left { @top-left { content: string(person, first) } }`. The boxes are\n",
        out);
    for (int place = 0; place < DG_N_BOXES; place++)
        fprintf(out, "`%s`%s", page_box_names[place], place + 1 < DG_N_BOXES ? ", " : ".\n");
    fputs(
        "A box that holds a counter and no title is set as `folio`, any other as `running-head`. Pages that open something\n"
        "have boxes at their head only from rules for `:first`; half-title, title pages and imprint have none. Selectors\n"
        "may be joined by commas.\n\n",
        out);
    for (int role = DG_ROLE_NONE + 1; role < DG_N_ROLES; role++)
        fprintf(out, "`%s`%s", dg_role_name((DgRole)role),
                role + 1 < DG_N_ROLES ? role % 8 ? " " : "\n" : "\n");
    print_table(out, "Properties of roles and `:root`", block_properties, n_block_properties);
    print_table(out, "Properties of `@page`", page_properties, n_page_properties);
    print_table(out, "Properties of margin boxes", box_properties, n_box_properties);
    fprintf(out,
            "\n## What holds unless a sheet says otherwise\n\n"
            "The boxes at the head, or at the foot, only as long as no sheet has any there.\n\n"
            "```css\n%s```\n",
            sheet_initial);
}
