/* table-panels.c - a table too wide for its column as several, one below the other: panels.
 * Each panel has the first column, which says what its rows are, and as many others as fit. What stands in a
 * panel again is an artifact there. */
#include "table-internal.h"

#include <glib.h>

/* Type of panels; more columns, or more panels, nobody can follow. */
static const DgDensity panel_density = {90, true, true};
enum { MOST_COLUMNS = 60, MOST_PANELS = 8 };

typedef struct {
    int first, end; /* columns besides the first one */
} Panel;

/* Whether a cell of the head that does not reach over the whole table would be parted before a column. */
static bool
parts_head(const DgTable *table, int column)
{
    for (size_t i = 0; i < table->n_cells && table->cells[i].row < table->n_head; i++) {
        const DgTableCell *cell = &table->cells[i];
        if (cell->column > 0 && cell->column < column && cell->column + cell->columns > column)
            return true;
    }
    return false;
}

/* The columns from `first` on that fit beside the first one; none where not one does. */
static Panel
next_panel(const DgTable *table, const DgLen *least, int first, DgLen measure)
{
    DgLen width = least[0];
    Panel panel = {first, first};
    for (; panel.end < table->n_columns; panel.end++) {
        width += table->gap + least[panel.end];
        if (width > measure)
            break;
    }
    if (panel.end == table->n_columns)
        return panel;
    for (int end = panel.end; end > first; end--)
        if (!parts_head(table, end))
            return (Panel){first, end};
    return panel;
}

/* The part of a cell that stands in a panel; false: none. */
static bool
clip(DgTableCell *cell, const Panel *panel)
{
    int first = cell->column, end = first + cell->columns;
    if (first > 0 && (end <= panel->first || first >= panel->end))
        return false;
    int left = first == 0 ? 0 : MAX(first, panel->first) - panel->first + 1;
    int right = end <= panel->first ? 1 : MIN(end, panel->end) - panel->first + 1;
    cell->again = panel->first > 1 && first < panel->first;
    cell->column = left;
    cell->columns = right - left;
    return true;
}

static DgTable *
part_of(const DgTable *table, const Panel *panel)
{
    DgTable *part = dg_arena_copy(table->arena, table, sizeof *table);
    part->cells = NULL;
    part->n_cells = 0;
    part->strips = NULL;
    part->n_strips = 0;
    part->n_columns = panel->end - panel->first + 1;
    for (size_t i = 0; i < table->n_cells; i++) {
        DgTableCell cell = table->cells[i];
        if (clip(&cell, panel))
            DG_APPEND(table->arena, part->cells, part->n_cells, cell);
    }
    return part;
}

/* The panel as a table with its widths: narrower where what is left of a wide cell needs more than its columns. */
static DgTable *
fit_part(const DgTable *table, Panel *panel, DgLen measure)
{
    DgTable *part = part_of(table, panel);
    while (!dg_table_widths(part, measure, false)) {
        if (panel->end == panel->first + 1)
            return dg_table_widths(part, measure, true) ? part : NULL;
        panel->end--;
        part = part_of(table, panel);
    }
    return part;
}

/* The panels; 0: there are none that hold the text. */
static int
find_parts(const DgTable *table, DgLen measure, DgTable **parts)
{
    const DgLen *least = dg_table_least(table);
    int n = 0;
    for (int column = 1; column < table->n_columns;) {
        if (n == MOST_PANELS)
            return 0;
        Panel panel = next_panel(table, least, column, measure);
        if (panel.end == column)
            return 0;
        parts[n] = fit_part(table, &panel, measure);
        if (!parts[n++])
            return 0;
        column = panel.end;
    }
    return n;
}

bool
dg_table_panels(DgTable *table, DgLen measure, DgLen most)
{
    DgTable *parts[MOST_PANELS];
    if (table->too_many || table->grid_columns < 3 || table->grid_columns > MOST_COLUMNS)
        return false;
    dg_table_prepare(table, panel_density);
    int n = find_parts(table, measure, parts);
    table->width = 0;
    for (int i = 0; i < n; i++) {
        dg_table_align(parts[i]);
        dg_table_break(parts[i], most, i > 0 ? table->leading : 0);
        table->width = MAX(table->width, parts[i]->width);
        for (size_t j = 0; j < parts[i]->n_strips; j++)
            DG_APPEND(table->arena, table->strips, table->n_strips, parts[i]->strips[j]);
    }
    return n > 0;
}
