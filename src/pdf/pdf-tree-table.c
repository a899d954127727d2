/* pdf-tree-table.c - tables: Caption, THead, TBody, rows and cells; what else a table has stands beside it. */
#include "pdf-tree-internal.h"

static PdfElement *
kept_element(PdfTree *tree, PdfElement *parent, PdfTag tag, const DgNode *node)
{
    PdfElement *element = tree_element_new(tree, parent, tag, node);
    element->kept = true;
    return element;
}

static void
build_row(PdfTree *tree, const DgNode *row, PdfElement *parent, const char *language, int depth)
{
    PdfElement *element = kept_element(tree, parent, TAG_TR, row);
    tree_map(tree, row, element);
    for (const DgNode *cell = row->first; cell; cell = cell->next) {
        bool header = cell->kind == DG_CELL && cell->as.cell.header;
        PdfElement *box = kept_element(tree, element, header ? TAG_TH : TAG_TD, cell);
        tree_map(tree, cell, box);
        const char *inner = cell->lang ? cell->lang : language;
        if (cell->lang && g_strcmp0(cell->lang, language) != 0)
            box->language = cell->lang;
        if (cell->kind != DG_CELL) {
            tree_build(tree, cell, box, language, depth);
            continue;
        }
        for (const DgNode *child = cell->first; child; child = child->next)
            tree_build(tree, child, box, inner, depth);
    }
}

static void
build_rows(PdfTree *tree, const DgNode *table, PdfElement *element, const char *language, int depth)
{
    PdfElement *head = NULL, *body = NULL;
    int number = 0;
    for (const DgNode *row = table->first; row; row = row->next) {
        if (row->kind != DG_ROW)
            continue;
        bool is_head = number++ < table->as.table.header_rows;
        if (is_head && !head) {
            head = tree_element_new(tree, element, TAG_THEAD, NULL);
            head->repeated = true;
        }
        if (!is_head && !body)
            body = tree_element_new(tree, element, TAG_TBODY, NULL);
        build_row(tree, row, is_head ? head : body, language, depth);
    }
}

/* Only one caption is the table's; a second one, and notes, follow the table. */
void
tree_build_table(PdfTree *tree, const DgNode *table, PdfElement *parent, const char *language,
                 int depth)
{
    PdfElement *holder = tree_element_new(tree, parent, TAG_DIV, NULL);
    PdfElement *element = tree_element_new(tree, holder, TAG_TABLE, table);
    const DgNode *caption = table->first;
    while (caption && caption->kind != DG_CAPTION)
        caption = caption->next;
    if (table->lang && g_strcmp0(table->lang, language) != 0)
        holder->language = language = table->lang;
    if (caption)
        tree_build(tree, caption, element, language, depth);
    build_rows(tree, table, element, language, depth);
    for (const DgNode *child = table->first; child; child = child->next)
        if (child->kind != DG_ROW && child != caption)
            tree_build(tree, child, holder, language, depth);
    tree_map_label(tree, table, holder);
}
