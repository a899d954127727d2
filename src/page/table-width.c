/* table-width.c - widths of columns from the least and natural widths of their cells.
 * Source: CSS 2.1, 17.5.2.2, automatic table layout, in integers. What that leaves open, the sharing of the width
 * between least and natural, keeps columns of short entries unbroken beside one of long text. */
#include "table-internal.h"

#include <glib.h>

enum {
    SYLLABLES = 4,      /* a word that may be divided wants so many ems at least */
    FULL_NUMERATOR = 2, /* tables of 2/3 of the measure are widened to it */
    FULL_DENOMINATOR = 3,
    LEAST_EMS = 4, /* the narrowest column that text is cut for: shorter words are never cut */
};

/* ---- cells ---- */

/* The longest stretch that wants to stay on one line. */
static DgLen
least_width(const DgPar *par, bool divide)
{
    const DgBreak *start = &par->breaks[0];
    DgLen least = 0;
    for (size_t i = 1; i < par->n_breaks; i++) {
        const DgBreak *end = &par->breaks[i];
        if (end->penalty >= DG_PENALTY_FORBIDDEN || (end->hyphen && !divide))
            continue;
        least = MAX(least, dg_stretch_width(start, end));
        start = end;
    }
    return least;
}

DgLen
dg_natural_width(const DgPar *par)
{
    const DgBreak *start = &par->breaks[0];
    DgLen natural = 0;
    for (size_t i = 1; i < par->n_breaks; i++)
        if (par->breaks[i].forced) {
            natural = MAX(natural, dg_stretch_width(start, &par->breaks[i]));
            start = &par->breaks[i];
        }
    return natural;
}

static void
measure(const DgTable *table, DgTableCell *cell)
{
    cell->least = cell->natural = 0;
    for (size_t i = 0; i < cell->n_texts; i++) {
        const DgCellText *text = &cell->texts[i];
        bool divide = dg_table_divides(table, cell);
        DgLen least = least_width(text->par, divide);
        if (divide)
            least =
                MAX(least, MIN(least_width(text->par, false), SYLLABLES * text->style->font.size));
        if (dg_is_cell_picture(text))
            least = dg_cell_picture_least(text, least);
        cell->least = MAX(cell->least, least + text->style->left);
        cell->natural = MAX(cell->natural, dg_natural_width(text->par) + text->style->left);
    }
    if (cell->number.is_number && cell->number.alone) /* thousands stay with what follows */
        cell->least = cell->natural;
}

void
dg_table_measure(DgTable *table)
{
    for (size_t i = 0; i < table->n_cells; i++)
        measure(table, &table->cells[i]);
    dg_numbers_align(table);
}

/* ---- columns ---- */

typedef struct {
    DgLen *least, *natural;
} Columns;

static DgLen
sum(const DgLen *widths, int first, int n)
{
    DgLen total = 0;
    for (int i = first; i < first + n; i++)
        total += widths[i];
    return total;
}

/* The columns below a cell grow alike where together they are narrower. */
static void
widen(DgLen *widths, const DgTable *table, const DgTableCell *cell, DgLen wanted)
{
    DgLen missing =
        wanted - sum(widths, cell->column, cell->columns) - (cell->columns - 1) * table->gap;
    for (int i = 0; i < cell->columns && missing > 0; i++) {
        DgLen part = missing / (cell->columns - i);
        widths[cell->column + i] += part;
        missing -= part;
    }
}

static Columns
measure_columns(const DgTable *table)
{
    Columns columns = {DG_NEW_ARRAY(table->arena, DgLen, table->n_columns),
                       DG_NEW_ARRAY(table->arena, DgLen, table->n_columns)};
    for (int spanning = 0; spanning < 2; spanning++)
        for (size_t i = 0; i < table->n_cells; i++) {
            const DgTableCell *cell = &table->cells[i];
            if ((cell->columns > 1) != (spanning == 1))
                continue;
            widen(columns.least, table, cell, cell->least);
            widen(columns.natural, table, cell, cell->natural);
        }
    return columns;
}

DgLen *
dg_table_least(const DgTable *table)
{
    return measure_columns(table).least;
}

/* Shares what is free by weight; the rounding goes along, so that nothing of it is left. */
static void
share(DgLen *widths, const DgLen *weights, int n, DgLen free)
{
    DgLen rest = sum(weights, 0, n);
    for (int i = 0; i < n && rest > 0; i++) {
        DgLen part = dg_len_scale(free, weights[i], rest);
        widths[i] += part;
        free -= part;
        rest -= weights[i];
    }
}

static void
use_natural(DgTable *table, const Columns *columns, DgLen room)
{
    DgLen natural = sum(columns->natural, 0, table->n_columns);
    for (int i = 0; i < table->n_columns; i++)
        table->widths[i] = columns->natural[i];
    if (natural * FULL_DENOMINATOR >= room * FULL_NUMERATOR || table->node->as.table.rows_only)
        share(table->widths, columns->natural, table->n_columns, room - natural);
}

/* Whoever wishes for no more than an equal share gets it; the others share the rest by their wishes. */
static void
grant(DgLen *widths, DgLen *wishes, int n, DgLen free)
{
    int open = 0;
    for (int i = 0; i < n; i++)
        open += wishes[i] > 0;
    for (bool again = true; again && open > 0;) {
        again = false;
        for (int i = 0; i < n && open > 0; i++) {
            if (wishes[i] == 0 || wishes[i] > free / open)
                continue;
            widths[i] += wishes[i];
            free -= wishes[i];
            wishes[i] = 0;
            open--;
            again = true;
        }
    }
    share(widths, wishes, n, free);
}

/* No column wishes for more than there is. */
static void
use_least(DgTable *table, const Columns *columns, DgLen room)
{
    g_autofree DgLen *wishes = g_new(DgLen, table->n_columns);
    for (int i = 0; i < table->n_columns; i++) {
        table->widths[i] = columns->least[i];
        wishes[i] = MAX(MIN(columns->natural[i], room) - columns->least[i], 0);
    }
    grant(table->widths, wishes, table->n_columns, room - sum(columns->least, 0, table->n_columns));
}

static DgLen
sum_capped(const Columns *columns, int n, DgLen cap)
{
    DgLen total = 0;
    for (int i = 0; i < n; i++)
        total += MIN(columns->least[i], cap);
    return total;
}

/* Where columns are cut, numbers keep no space for the digits of others. */
static void
drop_tails(DgTable *table)
{
    for (size_t i = 0; i < table->n_cells; i++)
        table->cells[i].tail = 0;
}

/* Only the widest columns give way: all are cut to the same width, the greatest that fits. */
static bool
use_cut(DgTable *table, const Columns *columns, DgLen room)
{
    DgLen low = 0, high = MAX(room, 1);
    while (high - low > 1) {
        DgLen middle = low + (high - low) / 2;
        if (sum_capped(columns, table->n_columns, middle) <= room)
            low = middle;
        else
            high = middle;
    }
    for (int i = 0; i < table->n_columns; i++)
        table->widths[i] = MIN(columns->least[i], low);
    drop_tails(table);
    DgLen em = dg_style_block(table->style, DG_ROLE_CELL, table->language)->font.size;
    return low >= LEAST_EMS * em;
}

/* A table that is narrower than the measure stands where `table` is aligned. */
static void
place(DgTable *table, DgLen measure)
{
    DgLen width = MAX(table->n_columns - 1, 0) * table->gap;
    for (int i = 0; i < table->n_columns; i++)
        width += table->widths[i];
    DgAlign align = dg_style_block(table->style, DG_ROLE_TABLE, table->language)->align;
    DgLen free = MAX(measure - width, 0), x = align == DG_ALIGN_CENTER ? free / 2
                                              : align == DG_ALIGN_END  ? free
                                                                       : 0;
    table->left = x;
    table->width = MAX(width, 0);
    for (int i = 0; i < table->n_columns; i++) {
        table->lefts[i] = x;
        x += table->widths[i] + table->gap;
    }
}

bool
dg_table_widths(DgTable *table, DgLen measure, bool force)
{
    DgLen room = measure - MAX(table->n_columns - 1, 0) * table->gap;
    dg_seconds_join(table);
    Columns columns = measure_columns(table);
    if (sum(columns.natural, 0, table->n_columns) > room) {
        dg_seconds_part(table);
        columns = measure_columns(table);
    }
    table->widths = DG_NEW_ARRAY(table->arena, DgLen, table->n_columns);
    table->lefts = DG_NEW_ARRAY(table->arena, DgLen, table->n_columns);
    bool fits = true;
    if (sum(columns.natural, 0, table->n_columns) <= room)
        use_natural(table, &columns, room);
    else if (sum(columns.least, 0, table->n_columns) <= room)
        use_least(table, &columns, room);
    else
        fits = force && use_cut(table, &columns, room);
    place(table, measure);
    dg_seconds_place(table);
    return fits;
}
