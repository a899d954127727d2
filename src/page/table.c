/* table.c - a table from its node, and its setting to a measure: as dense as it must be, no denser. */
#include "table-internal.h"

#include <glib.h>

/* Small type is worse than divided words, which are worst in heads; all are better than cut ones. */
static const DgDensity densities[] = {
    {100, false, false}, {90, false, false}, {90, true, false}, {90, true, true}, {80, true, true}};

/* The densest ones are for tables over the full measure. */
enum { COLUMN_DENSITIES = 3 };

/* Space between columns, in per cent of the type size, at least. */
enum { GAP = 80 };

DgTable *
dg_table_make(DgArena *arena, DgDiags *diags, DgShaper *shaper, const DgStyle *style,
              const DgNode *node, const char *language)
{
    DgTable *table = DG_NEW(arena, DgTable);
    *table = (DgTable){.arena = arena,
                       .diags = diags,
                       .shaper = shaper,
                       .style = style,
                       .node = node,
                       .language = dg_node_lang(node, language),
                       .density = densities[0]};
    dg_table_grid(table);
    dg_table_collect(table);
    dg_table_shape(table);
    if (table->too_many)
        return table;
    dg_numbers_find(table);
    dg_table_spread(table);
    return table;
}

void
dg_table_prepare(DgTable *table, DgDensity density)
{
    const DgBlockStyle *style = dg_style_block(table->style, DG_ROLE_CELL, table->language);
    DgLen size = dg_len_scale(style->font.size, density.scale, 100);
    table->density = density;
    table->padding = style->padding;
    table->gap = style->side_padding >= 0
                     ? 2 * dg_len_scale(style->side_padding, density.scale, 100)
                     : MAX(2 * style->padding, dg_len_scale(size, GAP, 100));
    table->leading = dg_len_scale(style->font.leading, density.scale, 100);
    dg_table_shape(table);
    table->stacked = false;
    table->n_rows = table->grid_rows;
    table->n_columns = table->grid_columns;
    table->n_head = table->grid_head;
    table->cells = dg_arena_copy(table->arena, table->grid, sizeof *table->cells * table->n_cells);
    if (table->too_many)
        dg_table_stack(table);
    dg_table_measure(table);
}

/* The loosest of the first `n` densities at which the columns fit. */
static bool
fit_whole(DgTable *table, DgLen measure, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        dg_table_prepare(table, densities[i]);
        if (dg_table_widths(table, measure, table->stacked))
            return true;
        if ((table->n_columns - 1) * table->gap >= measure)
            return false;
    }
    return false;
}

/* Words are cut, or else the cells are set one below the other. */
static void
force(DgTable *table, DgLen measure)
{
    dg_table_prepare(table, densities[G_N_ELEMENTS(densities) - 1]);
    if (dg_table_widths(table, measure, true))
        return;
    dg_table_prepare(table, densities[0]);
    dg_table_stack(table);
    dg_table_measure(table);
    dg_table_widths(table, measure, true);
}

static bool
has_text(const DgTable *table)
{
    for (size_t i = 0; i < table->n_cells; i++)
        if (table->grid[i].n_texts > 0)
            return true;
    return false;
}

bool
dg_table_fits(DgTable *table, DgLen measure, bool column)
{
    return !has_text(table) ||
           fit_whole(table, MAX(measure, 1), column ? COLUMN_DENSITIES : G_N_ELEMENTS(densities));
}

void
dg_table_fit(DgTable *table, DgLen measure, DgLen most)
{
    if (table->frame)
        dg_table_turn(table, MAX(measure, 1));
    else
        dg_table_set(table, measure, most);
}

void
dg_table_set(DgTable *table, DgLen measure, DgLen most)
{
    table->measure = measure = MAX(measure, 1);
    most = MAX(most, 1);
    table->strips = NULL;
    table->n_strips = 0;
    if (!has_text(table))
        return;
    if (!fit_whole(table, measure, G_N_ELEMENTS(densities))) {
        if (dg_table_panels(table, measure, most))
            return;
        force(table, measure);
    }
    dg_table_align(table);
    dg_table_break(table, most, 0);
}

size_t
dg_table_strips(const DgTable *table, const DgStrip *const **strips)
{
    *strips = (const DgStrip *const *)table->strips;
    return table->n_strips;
}

int64_t
dg_table_characters(const DgTable *table)
{
    int64_t n = 0;
    for (size_t i = 0; i < table->n_cells; i++)
        for (size_t j = 0; j < table->grid[i].n_texts; j++)
            n += (int64_t)table->grid[i].texts[j].par->characters;
    return n;
}
