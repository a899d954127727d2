/* test-html-grid.c - src/html: tables whose spans reach out of them, overlap, or leave rows and columns empty. */
#include "diglot/html.h"

#include <glib.h>
#include <string.h>

/* Rows parted by "/", cells by spaces: TEXT[xCOLUMNS][yROWS], "h" before it for a header cell. */
static DgNode *
table_of(DgArena *arena, const char *shape, int header_rows)
{
    DgNode *table = dg_node_new(arena, DG_TABLE, DG_NOWHERE);
    table->as.table.header_rows = header_rows;
    g_auto(GStrv) rows = g_strsplit(shape, "/", -1);
    for (char **row_text = rows; *row_text; row_text++) {
        DgNode *row = dg_node_new(arena, DG_ROW, DG_NOWHERE);
        dg_node_append(table, row);
        g_auto(GStrv) cells = g_strsplit_set(*row_text, " ", -1);
        for (char **text = cells; *text; text++) {
            if (!**text)
                continue;
            DgNode *cell = dg_node_new(arena, DG_CELL, DG_NOWHERE);
            const char *columns = strchr(*text, 'x'), *height = strchr(*text, 'y');
            cell->as.cell.header = **text == 'h';
            cell->as.cell.columns = columns ? atoi(columns + 1) : 1;
            cell->as.cell.rows = height ? atoi(height + 1) : 1;
            char name[] = {(*text)[cell->as.cell.header], '\0'};
            dg_node_append(cell, dg_block_new(arena, DG_PARAGRAPH, DG_ROLE_NONE, name, DG_NOWHERE));
            dg_node_append(row, cell);
        }
    }
    return table;
}

/* The table as "A B2x1|C": cells with their spans where these are not 1, rows parted by "|", groups by "#", "<" for
 * a cell that fills a row up. */
static char *
shape_of(DgArena *arena, const DgNode *table)
{
    DgHtmlOptions options = {.languages = {"en", NULL}, .heading_base = 2};
    DgHtml *html = dg_html_new(arena, options);
    dg_html_node(html, table);
    const char *text = strstr(dg_html_string(html), "<table>");
    GString *shape = g_string_new(NULL);
    for (const char *s = text; s && *s; s++) {
        if (g_str_has_prefix(s, "</thead>"))
            g_string_append_c(shape, '#');
        if (g_str_has_prefix(s, "<tr>") && shape->len && shape->str[shape->len - 1] != '#')
            g_string_append_c(shape, '|');
        if (!g_str_has_prefix(s, "<td") && !(g_str_has_prefix(s, "<th") && s[3] != 'e'))
            continue;
        const char *end = strchr(s, '>');
        g_autofree char *tag = g_strndup(s, (gsize)(end - s));
        const char *columns = strstr(tag, "colspan=\""), *rows = strstr(tag, "rowspan=\"");
        g_string_append_c(shape, end[1]);
        if (columns)
            g_string_append_printf(shape, "x%d", atoi(columns + 9));
        if (rows)
            g_string_append_printf(shape, "y%d", atoi(rows + 9));
    }
    return g_string_free(shape, FALSE);
}

static void
test_tables_are_mended(void)
{
    static const struct {
        const char *given;
        int header_rows;
        const char *expected;
    } cases[] = {
        {"A B / C D", 0, "AB|CD"},
        {"hA hB / C D", 1, "AB#CD"},
        {"hA hB / C D", 7, "AB|CD#"},
        {"Ax2 B / C D E", 0, "Ax2B|CDE"},
        {"Ay9 B / C", 0, "Ay2B|C"},              /* cut at the end of the table */
        {"hAy2 hB / C / D E", 1, "Ay2B|C#DE"},   /* the header grows with its cells */
        {"Ay2 By2 / / C D", 0, "AB|CD"},         /* a row without cells goes */
        {"Ay3 By2 / / C / D E", 0, "Ay2B|C|DE"}, /* and is not counted by spans */
        {"Ax3 / Bx2 C", 0, "Ax2|BC"},            /* no cell begins in the second column */
        {"Ax1000 Bx2000", 0, "Ax2B"},            /* absurd spans */
        {"Ax-3y-3 B", 0, "AB"},
        {"A By2 C / Dx3", 0, "ABy2C|D<"},      /* D stops before B */
        {"A B C / D / E F", 0, "ABC|D<<|EF<"}, /* short rows are filled up */
        {"hA / Bx2 C", 1, "A<#BC"},
        {"Ay2 B / C / D E F", 0, "Ay2B<|C<|DEF"},
        {" / ", 0, ""},
    };
    DgArena *arena = dg_arena_new();
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *shape =
            shape_of(arena, table_of(arena, cases[i].given, cases[i].header_rows));
        g_assert_cmpstr(shape, ==, cases[i].expected);
    }
    dg_arena_free(arena);
}

/* HTML allows neither headings nor quotes in a <th>; in a <td> they stay what they are. */
static void
test_header_cells_hold_no_headings(void)
{
    DgArena *arena = dg_arena_new();
    DgNode *table = table_of(arena, "hA B", 1);
    for (DgNode *cell = table->first->first; cell; cell = cell->next) {
        DgNode *quote = dg_node_new(arena, DG_QUOTE, DG_NOWHERE),
               *section = dg_node_new(arena, DG_SECTION, DG_NOWHERE);
        dg_node_append(quote, dg_block_new(arena, DG_PARAGRAPH, DG_ROLE_NONE, "said", DG_NOWHERE));
        dg_node_append(section, dg_block_new(arena, DG_HEADING, DG_ROLE_NONE, "Head", DG_NOWHERE));
        dg_node_append(cell, quote);
        dg_node_append(cell, section);
    }
    DgHtml *html =
        dg_html_new(arena, (DgHtmlOptions){.languages = {"en", NULL}, .heading_base = 2});
    dg_html_node(html, table);
    const char *text = dg_html_string(html), *data = strstr(text, "<td>");
    g_assert_nonnull(data);
    g_autofree char *header = g_strndup(text, (gsize)(data - text));
    g_assert_nonnull(strstr(header, "<div class=\"quote\">\n<p>said</p>"));
    g_assert_nonnull(strstr(header, "<div>\n<p>Head</p>"));
    g_assert_nonnull(strstr(data, "<blockquote>\n<p>said</p>"));
    g_assert_nonnull(strstr(data, "<section>\n<h2>Head</h2>"));
    dg_arena_free(arena);
}

/* Nor in a table within one; and what is white heads nothing. */
static void
test_tables_in_header_cells(void)
{
    DgArena *arena = dg_arena_new();
    DgNode *table = table_of(arena, "hA h\xC2\xA0", 1), *inner = table_of(arena, "B", 0);
    dg_node_append(inner->first->first,
                   dg_block_new(arena, DG_HEADING, DG_ROLE_NONE, "Head", DG_NOWHERE));
    dg_node_append(table->first->first, inner);
    table->first->last->first->first->text = "\xC2\xA0";
    DgHtml *html =
        dg_html_new(arena, (DgHtmlOptions){.languages = {"en", NULL}, .heading_base = 2});
    dg_html_node(html, table);
    g_assert_nonnull(strstr(dg_html_string(html), "<p>Head</p>"));
    g_assert_nonnull(strstr(dg_html_string(html), "<td>\xC2\xA0</td>"));
    dg_arena_free(arena);
}

static void
test_header_cells_say_what_they_head(void)
{
    DgArena *arena = dg_arena_new();
    DgHtmlOptions options = {.languages = {"en", NULL}, .heading_base = 2};
    DgHtml *html = dg_html_new(arena, options);
    DgNode *table = table_of(arena, "hA hBx2 / hC D E", 1);
    table->label = "Table 1";
    dg_html_node(html, table);
    const char *text = dg_html_string(html);
    g_assert_nonnull(strstr(text, "<th scope=\"col\">A"));
    g_assert_nonnull(strstr(text, "<th scope=\"colgroup\" colspan=\"2\">B"));
    g_assert_nonnull(strstr(text, "<th scope=\"row\">C"));
    g_assert_nonnull(
        strstr(text, "<figcaption><span class=\"label\">Table 1</span> </figcaption>"));
    g_assert_nonnull(strstr(text, "tabindex=\"0\" aria-label=\"Table 1\""));
    dg_arena_free(arena);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/html-grid/mended", test_tables_are_mended);
    g_test_add_func("/html-grid/headers", test_header_cells_say_what_they_head);
    g_test_add_func("/html-grid/tables-in-header-cells", test_tables_in_header_cells);
    g_test_add_func("/html-grid/header-cells-hold", test_header_cells_hold_no_headings);
    return g_test_run();
}
