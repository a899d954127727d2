/* pdf-tree-table.c - tables: Caption, THead, TBody, rows and cells; what else a table has stands beside it. */
#include "pdf-tree-internal.h"

#include <string.h>

static PdfPlace
enter_kept(PdfPlace at, PdfTag tag, const DgNode *node)
{
    at.parent = tree_element_new(at.tree, at.parent, tag, node);
    at.parent->kept = true;
    if (node->lang && g_strcmp0(node->lang, at.language) != 0)
        at.parent->language = at.language = node->lang;
    tree_map(at.tree, node, at.parent);
    return at;
}

static PdfPlace
enter_plain(PdfPlace at, PdfTag tag)
{
    at.parent = tree_element_new(at.tree, at.parent, tag, NULL);
    return at;
}

static PdfPlace
build_row(PdfPlace at, const DgNode *row)
{
    at = enter_kept(at, TAG_TR, row);
    for (const DgNode *cell = row->first; cell; cell = cell->next) {
        bool is_cell = cell->kind == DG_CELL;
        PdfPlace in = enter_kept(at, is_cell && cell->as.cell.header ? TAG_TH : TAG_TD, cell);
        if (is_cell)
            tree_build_inside(in, cell);
        else
            tree_build(in, cell);
    }
    return at;
}

/* ---- regular rows ---- */

/* Columns that cells of rows above reach down into, by row: `below[0]` is that of the row to come. */
typedef struct {
    int below[256];
} Reach;

/* The columns of a row, those reached from above included; moves on to the next row. */
static int
row_width(Reach *reach, const DgNode *row)
{
    int width = reach->below[0];
    memmove(reach->below, reach->below + 1, sizeof reach->below - sizeof *reach->below);
    reach->below[G_N_ELEMENTS(reach->below) - 1] = 0;
    for (const DgNode *cell = row->first; cell; cell = cell->next) {
        int columns = cell->kind == DG_CELL ? CLAMP(cell->as.cell.columns, 1, 1000) : 1;
        int rows = cell->kind == DG_CELL ? cell->as.cell.rows : 1;
        for (int i = 0; i + 1 < rows && i < (int)G_N_ELEMENTS(reach->below); i++)
            reach->below[i] += columns;
        width += columns;
    }
    return width;
}

static int
table_width(const DgNode *table)
{
    Reach reach = {{0}};
    int width = 0;
    for (const DgNode *row = table->first; row; row = row->next) {
        int own = row->kind == DG_ROW ? row_width(&reach, row) : 0;
        width = MAX(width, own);
    }
    return width;
}

/* Readers want rows of the same number of columns: what the source leaves out is one wide empty cell. */
static void
fill_row(PdfPlace at, int missing)
{
    if (missing <= 0)
        return;
    PdfPlace cell = enter_plain(at, TAG_TD);
    cell.parent->kept = true;
    cell.parent->filled = missing;
}

static int
count_rows(const DgNode *table)
{
    int n = 0;
    for (const DgNode *row = table->first; row; row = row->next)
        n += row->kind == DG_ROW;
    return n;
}

/* The first rows, as many as the table says, are its head, if others follow: a THead wants a TBody. */
static void
build_rows(PdfPlace at, const DgNode *table)
{
    PdfPlace head = at, body = at;
    Reach reach = {{0}};
    int number = 0, width = table_width(table),
        headers = table->as.table.header_rows < count_rows(table)
                      ? MAX(table->as.table.header_rows, 0)
                      : 0;
    for (const DgNode *row = table->first; row; row = row->next) {
        if (row->kind != DG_ROW)
            continue;
        if (number == 0 && headers > 0) {
            head = enter_plain(at, TAG_THEAD);
            head.parent->repeated = true;
        }
        if (number == headers)
            body = enter_plain(at, TAG_TBODY);
        PdfPlace in = build_row(number++ < headers ? head : body, row);
        fill_row(in, width - row_width(&reach, row));
    }
}

/* Only one caption is the table's; a second one, and notes, follow the table. A merged table stands where the
 * first of both does. */
void
tree_build_table(PdfPlace at, const DgNode *table, PdfTag tag)
{
    if (table->as.table.merged) {
        if (!g_hash_table_contains(at.tree->elements, table->as.table.merged))
            tree_build_table(at, table->as.table.merged, tag);
        return;
    }
    at.parent = tree_element_new(at.tree, at.parent, TAG_DIV, table);
    if (table->lang && g_strcmp0(table->lang, at.language) != 0)
        at.parent->language = at.language = table->lang;
    PdfPlace in = at;
    in.parent = tree_element_new(at.tree, at.parent, tag, table);
    const DgNode *caption = table->first;
    while (caption && caption->kind != DG_CAPTION)
        caption = caption->next;
    if (caption)
        tree_build(in, caption);
    build_rows(in, table);
    tree_name_headers(at.tree, in.parent);
    for (const DgNode *child = table->first; child; child = child->next)
        if (child->kind != DG_ROW && child != caption)
            tree_build(at, child);
    tree_map_label(at, table);
}
