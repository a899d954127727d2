/* table-spans.c - rows that a cell joins may be parted once its text has ended, where the rows that remain have room for
 * it: a page that begins there has it again, so that the reader sees what they belong to. */
#include "table-internal.h"

#include <glib.h>

static bool
spans(const DgTableCell *cell, int row)
{
    return cell->row < row && cell->row + cell->rows > row;
}

/* Marks of notes do not come again. */
static bool
has_notes(const DgTableCell *cell)
{
    for (size_t i = 0; i < cell->n_texts; i++)
        if (cell->texts[i].par->n_notes > 0)
            return true;
    return false;
}

/* Its text must have room above `row`, in the part that begins with `part_row`, and below. */
static bool
may_come_again(const DgTable *table, const DgTableCell *cell, int part_row, int row)
{
    DgLen height = cell->height + 2 * table->padding;
    int end = cell->row + cell->rows;
    return cell->n_texts == 0 ||
           (table->tops[MAX(cell->row, part_row)] + height <=
                table->tops[row] - table->rules[row - 1] &&
            table->tops[row] + height <= table->tops[end] - table->rules[end - 1] &&
            !has_notes(cell));
}

DgJoining
dg_joining_cells(const DgTable *table, size_t first, size_t end)
{
    DgJoining joining = {0};
    for (size_t i = first; i < end; i++)
        if (table->cells[i].rows > 1)
            DG_APPEND(table->arena, joining.cells, joining.n, &table->cells[i]);
    return joining;
}

bool
dg_rows_may_part(const DgTable *table, const DgJoining *joining, int part_row, int row)
{
    bool joined = false;
    for (size_t i = 0; i < joining->n; i++) {
        const DgTableCell *cell = joining->cells[i];
        if (!spans(cell, row))
            continue;
        if (!may_come_again(table, cell, part_row, row))
            return false;
        joined = true;
    }
    return joined && table->has_text[row];
}

const DgStrip *
dg_spans_again(DgTable *table, const DgJoining *joining, int row)
{
    DgStrip *strip = DG_NEW(table->arena, DgStrip);
    for (size_t i = 0; i < joining->n; i++) {
        const DgTableCell *cell = joining->cells[i];
        if (!spans(cell, row))
            continue;
        size_t start = strip->n_lines;
        dg_cell_lines(table, cell, &strip->lines, &strip->n_lines);
        for (size_t j = start; j < strip->n_lines; j++) {
            strip->lines[j].y -= table->tops[cell->row];
            strip->lines[j].again = true;
        }
    }
    return strip;
}
