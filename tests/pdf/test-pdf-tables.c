/* test-pdf-tables.c - src/pdf/pdf-tree*.c: rows and cells of tables in the structure tree, and their headers. */
#include "paper.h"

#include <string.h>

static void
test_header_rows_come_again_as_artifacts(Paper *paper, const void *data)
{
    (void)data;
    DgNode *body = dg_node_new(paper->arena, DG_BODY, DG_NOWHERE);
    DgNode *table = paper_add(paper, body, DG_TABLE);
    table->as.table.header_rows = 1;
    const DgNode *year =
        paper_cell(paper, paper_add(paper, table, DG_ROW), "2023", true)->first->first;
    paper_cell(paper, paper_add(paper, table, DG_ROW), "12", false);
    paper_flow(paper, "item", body, NULL);
    paper_page(paper, "1");
    paper_set(paper, body);
    paper_page(paper, "2");
    paper_text(paper, year, 0, DG_PT(50), "2023");
    char *dump = paper_run(paper, paper_write(paper, NULL), "pdfinfo -struct-text @");
    const char *first = strstr(dump, "\"2023\"");
    g_assert_nonnull(first);
    g_assert_null(strstr(first + 1, "\"2023\""));
}

/* One cell over a thousand columns does not make thousands of empty ones in the rows below. */
static void
test_a_short_row_ends_in_one_cell(Paper *paper, const void *data)
{
    (void)data;
    DgNode *body = dg_node_new(paper->arena, DG_BODY, DG_NOWHERE);
    DgNode *table = paper_add(paper, body, DG_TABLE);
    DgNode *wide = paper_add(paper, table, DG_ROW), *row = paper_add(paper, table, DG_ROW);
    paper_cell(paper, wide, "Россия", false)->as.cell.columns = 1000;
    paper_cell(paper, row, "Китай", false);
    paper_flow(paper, "item", body, NULL);
    paper_page(paper, "1");
    paper_set(paper, body);
    char *plain = paper_plain(paper, paper_write(paper, NULL));
    g_assert_cmpuint(paper_count(plain, "/S /TD"), ==, 3);
    g_assert_cmpuint(paper_count(plain, "/ColSpan 999"), ==, 1);
}

/* Two header rows, the first with a cell over two columns; then a heading of the rows below it, and a row's own
 * header. Names are given in reading order. */
static void
test_cells_name_their_headers(Paper *paper, const void *data)
{
    (void)data;
    DgNode *body = dg_node_new(paper->arena, DG_BODY, DG_NOWHERE);
    DgNode *table = paper_add(paper, body, DG_TABLE), *rows[4];
    table->as.table.header_rows = 2;
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++)
        rows[i] = paper_add(paper, table, DG_ROW);
    paper_cell(paper, rows[0], "Страна", true)->as.cell.rows = 2;
    paper_cell(paper, rows[0], "Годы", true)->as.cell.columns = 2;
    paper_cell(paper, rows[1], "2023", true);
    paper_cell(paper, rows[1], "2024", true);
    paper_cell(paper, rows[2], "Азия", true)->as.cell.columns = 3;
    paper_cell(paper, rows[3], "Китай", true);
    paper_cell(paper, rows[3], "1", false);
    paper_cell(paper, rows[3], "2", false);
    paper_flow(paper, "item", body, NULL);
    paper_page(paper, "1");
    paper_set(paper, body);
    char *tree = paper_run(paper, paper_write(paper, NULL), "pdfinfo -struct-text @");
    static const char *const lists[] = {"/Headers [(header-2)]", "/Headers [(header-1) (header-5)]",
                                        "/Headers [(header-2) (header-3) (header-5) (header-6)]",
                                        "/Headers [(header-2) (header-4) (header-5) (header-6)]"};
    g_assert_cmpuint(paper_count(tree, "/Headers ["), ==, 5); /* the first list twice */
    for (size_t i = 0; i < G_N_ELEMENTS(lists); i++)
        g_assert_nonnull(strstr(tree, lists[i]));
}

/* A THead wants a TBody: a table of header rows alone has neither. */
static void
test_a_table_of_header_rows_alone(Paper *paper, const void *data)
{
    (void)data;
    for (int headers = 1; headers <= 2; headers++) {
        DgNode *body = dg_node_new(paper->arena, DG_BODY, DG_NOWHERE);
        DgNode *table = paper_add(paper, body, DG_TABLE);
        table->as.table.header_rows = headers;
        for (int row = 0; row < 2; row++) {
            DgNode *cell = paper_add(paper, paper_add(paper, table, DG_ROW), DG_CELL);
            cell->as.cell.header = row < headers;
            cell->as.cell.rows = cell->as.cell.columns = 1;
            paper_words(paper, cell, DG_PARAGRAPH, "год");
        }
        paper->pages.n_pages = 0;
        paper_flow(paper, "item", body, NULL);
        paper_page(paper, "1");
        paper_set(paper, body);
        char *dump = paper_run(paper, paper_write(paper, NULL), "pdfinfo -struct-text @");
        g_assert_true((strstr(dump, "THead") != NULL) == (headers == 1));
        g_assert_true((strstr(dump, "TBody") != NULL));
    }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    PAPER_TEST("/pdf-tables/header-rows", test_header_rows_come_again_as_artifacts);
    PAPER_TEST("/pdf-tables/short-row", test_a_short_row_ends_in_one_cell);
    PAPER_TEST("/pdf-tables/headers", test_cells_name_their_headers);
    PAPER_TEST("/pdf-tables/headers-alone", test_a_table_of_header_rows_alone);
    return g_test_run();
}
