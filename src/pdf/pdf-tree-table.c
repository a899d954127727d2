/* pdf-tree-table.c - tables: Caption, THead, TBody, rows and cells; what else a table has stands beside it. */
#include "pdf-tree-internal.h"

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

static void
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
}

/* The first rows, as many as the table says, are its head. */
static void
build_rows(PdfPlace at, const DgNode *table)
{
    PdfPlace head = at, body = at;
    int number = 0;
    for (const DgNode *row = table->first; row; row = row->next) {
        if (row->kind != DG_ROW)
            continue;
        if (number == 0 && table->as.table.header_rows > 0) {
            head.parent = tree_element_new(at.tree, at.parent, TAG_THEAD, NULL);
            head.parent->repeated = true;
        }
        if (number == MAX(table->as.table.header_rows, 0))
            body.parent = tree_element_new(at.tree, at.parent, TAG_TBODY, NULL);
        build_row(number++ < table->as.table.header_rows ? head : body, row);
    }
}

/* Only one caption is the table's; a second one, and notes, follow the table. */
void
tree_build_table(PdfPlace at, const DgNode *table, PdfTag tag)
{
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
    for (const DgNode *child = table->first; child; child = child->next)
        if (child->kind != DG_ROW && child != caption)
            tree_build(at, child);
    tree_map_label(at, table);
}
