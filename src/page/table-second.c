/* table-second.c - two languages in the cells of a merged table: side by side where there is room, so that each has
 * a column of its own, else one below the other. */
#include "table-internal.h"

#include <glib.h>

bool
dg_text_is_second(const DgCellText *text)
{
    return text->block->role == DG_ROLE_CELL_SECOND ||
           text->block->role == DG_ROLE_HEADER_CELL_SECOND;
}

static bool
has_both(const DgTableCell *cell)
{
    return cell->columns == 1 && cell->n_first > 0 && cell->n_first < cell->n_texts;
}

/* Only names of rows stand side by side: those of columns stand above their figures. */
static bool
names_row(const DgTable *table, const DgTableCell *cell)
{
    return has_both(cell) && cell->row >= table->n_head && cell->align != DG_ALIGN_END &&
           cell->align != DG_ALIGN_CENTER;
}

static DgLen
natural(const DgTableCell *cell, bool second)
{
    DgLen width = 0;
    for (size_t i = second ? cell->n_first : 0; i < (second ? cell->n_texts : cell->n_first); i++)
        width = MAX(width, dg_natural_width(cell->texts[i].par) + cell->texts[i].style->left);
    return width;
}

void
dg_seconds_join(DgTable *table)
{
    table->seconds = DG_NEW_ARRAY(table->arena, DgLen, table->n_columns);
    for (size_t i = 0; i < table->n_cells && !table->stacked; i++) {
        const DgTableCell *cell = &table->cells[i];
        if (names_row(table, cell))
            table->seconds[cell->column] =
                MAX(table->seconds[cell->column], natural(cell, false) + table->gap);
    }
    for (size_t i = 0; i < table->n_cells; i++) {
        DgTableCell *cell = &table->cells[i];
        if (names_row(table, cell) && table->seconds[cell->column] > 0)
            cell->natural = MAX(cell->natural, table->seconds[cell->column] + natural(cell, true));
    }
}

void
dg_seconds_part(DgTable *table)
{
    for (int i = 0; i < table->n_columns; i++)
        table->seconds[i] = 0;
    for (size_t i = 0; i < table->n_cells; i++) {
        DgTableCell *cell = &table->cells[i];
        if (names_row(table, cell))
            cell->natural = MAX(natural(cell, false), natural(cell, true));
    }
}

/* What a column gets beyond its wants is shared by both languages; heads join them where they are short enough. */
void
dg_seconds_place(DgTable *table)
{
    g_autofree DgLen *wanted = g_new0(DgLen, table->n_columns + 1);
    for (size_t i = 0; i < table->n_cells; i++) {
        const DgTableCell *cell = &table->cells[i];
        if (names_row(table, cell))
            wanted[cell->column] = MAX(wanted[cell->column], natural(cell, true));
    }
    for (int i = 0; i < table->n_columns; i++) {
        DgLen free = table->widths[i] - table->seconds[i] - wanted[i];
        if (table->seconds[i] > 0)
            table->seconds[i] += MAX(free, 0) / 2;
    }
    for (size_t i = 0; i < table->n_cells; i++) {
        DgTableCell *cell = &table->cells[i];
        DgLen second = table->seconds[cell->column];
        bool fits = second > 0 && has_both(cell) && natural(cell, false) + table->gap <= second &&
                    second + natural(cell, true) <= table->widths[cell->column];
        cell->second = fits ? second : 0;
    }
}

DgLen
dg_cell_measure(const DgTable *table, const DgTableCell *cell, bool second)
{
    int last = cell->column + cell->columns - 1;
    DgLen width = table->lefts[last] + table->widths[last] - table->lefts[cell->column];
    if (cell->second == 0)
        return width;
    return second ? width - cell->second : cell->second - table->gap;
}
