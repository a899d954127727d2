/* html-table.c - tables: a figure with its caption, the table in a box that scrolls, its notes. */
#include "html-grid-internal.h"
#include "html-internal.h"

#include "diglot/lang.h"

#include <glib.h>

static const char *
cell_class(const DgNode *cell)
{
    static const char *const classes[] = {[DG_ALIGN_START] = NULL,
                                          [DG_ALIGN_CENTER] = "center",
                                          [DG_ALIGN_END] = "end",
                                          [DG_ALIGN_JUSTIFY] = NULL,
                                          [DG_ALIGN_DECIMAL] = "decimal"};
    return classes[cell->as.cell.align];
}

static const char *
scope_of(const GridCell *cell, const Grid *grid)
{
    if (cell->row < grid->header_rows)
        return cell->columns > 1 ? "colgroup" : "col";
    return cell->rows > 1 ? "rowgroup" : "row";
}

static bool
is_white(const char *text)
{
    for (; *text; text = g_utf8_next_char(text))
        if (!g_unichar_isspace(g_utf8_get_char_validated(text, -1)))
            return false;
    return true;
}

/* Empty header cells head nothing, nor does a picture that says nothing. */
static bool
is_header(const DgNode *cell)
{
    if (!cell->as.cell.header)
        return false;
    for (DgWalk walk = dg_walk((DgNode *)cell); dg_walk_next(&walk);)
        if ((walk.node->kind == DG_TEXT && walk.node->text && !is_white(walk.node->text)) ||
            (walk.node->alt && !is_white(walk.node->alt)))
            return true;
    return false;
}

bool
html_in_header_cell(const DgNode *node)
{
    for (; node; node = node->parent)
        if (node->kind == DG_CELL && is_header(node))
            return true;
    return false;
}

static void
put_cell(DgHtml *html, const GridCell *placed, const Grid *grid)
{
    const DgNode *cell = placed->cell;
    const char *tag = is_header(cell) ? "th" : "td";
    html_begin(html, tag, cell_class(cell), cell);
    if (is_header(cell))
        dg_html_attribute(html, "scope", scope_of(placed, grid));
    if (placed->columns > 1)
        dg_html_markup(html, " colspan=\"%d\"", placed->columns);
    if (placed->rows > 1)
        dg_html_markup(html, " rowspan=\"%d\"", placed->rows);
    html_put(html, ">");
    bool plain = cell->first && cell->first == cell->last && cell->first->kind == DG_PARAGRAPH &&
                 !cell->first->lang && !cell->first->label;
    html_children(html, plain ? cell->first : cell);
    html_close(html, tag);
}

static void
end_row(DgHtml *html, int missing, const char *markup)
{
    for (int i = 0; i < missing; i++)
        html_put(html, "<td></td>");
    html_put(html, markup);
}

static void
put_group(DgHtml *html, const char *tag, const Grid *grid, int first, int end)
{
    if (first >= end)
        return;
    dg_html_markup(html, "<%s>\n<tr>", tag);
    int row = first;
    for (size_t i = 0; i < grid->n_cells; i++) {
        const GridCell *cell = &grid->cells[i];
        if (cell->row < first || cell->row >= end)
            continue;
        for (; row < cell->row; row++)
            end_row(html, grid->missing[row], "</tr>\n<tr>");
        put_cell(html, cell, grid);
    }
    for (; row < end - 1; row++)
        end_row(html, grid->missing[row], "</tr>\n<tr>");
    end_row(html, grid->missing[row], "</tr>\n");
    html_end_block(html, tag);
}

/* A keyboard must reach what scrolls. */
static void
put_table(DgHtml *html, const DgNode *node, const Grid *grid)
{
    const char *name =
        node->label && *node->label ? node->label : dg_word(DG_WORD_TABLE, html_language(html));
    html_put(html, "<div class=\"scroll\" role=\"group\" tabindex=\"0\"");
    dg_html_attribute(html, "aria-label", name);
    html_put(html, ">\n<table>\n");
    put_group(html, "thead", grid, 0, grid->header_rows);
    put_group(html, "tbody", grid, grid->header_rows, grid->n_rows);
    html_put(html, "</table>\n</div>\n");
}

/* Captions at its head stand above the table, what comes later below it. */
void
html_table(DgHtml *html, const DgNode *node)
{
    Grid grid = html_grid(html->arena, node);
    const DgNode *rest = node->first;
    while (rest && rest->kind == DG_CAPTION)
        rest = rest->next;
    html_open(html, "figure", "table", node);
    html_put(html, "\n");
    html_figcaption(html, node->label, node->first, rest);
    if (grid.n_rows)
        put_table(html, node, &grid);
    for (; rest; rest = rest->next)
        if (rest->kind != DG_ROW)
            html_node(html, rest);
    html_end_block(html, "figure");
}
