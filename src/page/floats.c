/* floats.c - a numbered figure or table of the text that leaves the foot of a page blank lets text go before it.
 * A local search after the page program: each such float is tried behind the next few rows, and goes where the whole
 * chain costs least. It never passes another float, a heading of the first level or more than a page of text, and
 * never moves up, so that it stays behind what first speaks of it. Reading order is that of the tree. */
#include "rows-internal.h"

#include <string.h>

enum {
    DG_COST_MOVE =
        30000000, /* a float behind text that it stood before: a foot two and a half lines short */
    LEAST_BLANK = 3, /* lines at a foot that are worth a search */
    TRIES = 3,       /* places behind the one that fills the foot */
};

/* Rows that move together. */
typedef struct {
    size_t first, n;
} Unit;

static Unit
unit_at(const DgChain *chain, size_t first)
{
    return (Unit){first, dg_rows_together(chain, first)};
}

static bool
has_float(const DgSetting *setting, const DgRow *row)
{
    for (int side = 0; side < DG_SIDES; side++)
        for (size_t i = 0; i < row->pair->n[side]; i++)
            if (dg_numbered_float(row->pair->blocks[side][i]))
                return dg_float_place(setting, row->pair->blocks[side][i]) == DG_FLOAT_AUTO;
    return false;
}

static bool
has_notes(const DgRow *row)
{
    for (int column = 0; column < DG_N_COLUMNS; column++)
        if (row->note_end[column] > row->note_start[column])
            return true;
    return false;
}

static bool
may_move(const DgSetting *setting, const DgChain *chain, Unit unit)
{
    bool any = false;
    for (size_t i = unit.first; i < unit.first + unit.n; i++) {
        if (has_notes(&chain->rows[i]))
            return false;
        any |= has_float(setting, &chain->rows[i]);
    }
    return any && !(unit.first > 0 && chain->rows[unit.first - 1].pair->joined) &&
           !dg_rows_are_all(setting, chain, unit.first, unit.n);
}

/* Whether text that a float moves behind may end or begin with the row. */
static bool
is_passable(const DgSetting *setting, const DgChain *chain, size_t i)
{
    const DgRow *row = &chain->rows[i];
    if (row->open || row->pair->joined || dg_row_is_empty(row) || has_float(setting, row))
        return false;
    for (int side = 0; side < DG_SIDES; side++)
        for (size_t j = 0; j < row->pair->n[side]; j++)
            if (dg_node_role(row->pair->blocks[side][j]) == DG_ROLE_H1)
                return false;
    return true;
}

static bool
holds_next(const DgRow *row)
{
    for (int side = 0; side < DG_SIDES; side++)
        for (size_t i = 0; i < row->n_pieces[side]; i++)
            if (i + 1 == row->n_pieces[side] &&
                (row->pieces[side][i].heading || row->pieces[side][i].keep_with_next))
                return true;
    return false;
}

/* The part of a section that the row's text lies in: a list, a quote, the paragraph itself. */
static const DgNode *
part_of(const DgRow *row)
{
    const DgNode *node = row->pair->n[DG_LEFT]    ? row->pair->blocks[DG_LEFT][0]
                         : row->pair->n[DG_RIGHT] ? row->pair->blocks[DG_RIGHT][0]
                                                  : NULL;
    while (node && node->parent && node->parent->kind != DG_SECTION &&
           node->parent->kind != DG_BODY)
        node = node->parent;
    return node;
}

/* Whether a float may stand behind row `i`: not between a heading and its text, nor inside a list. */
static bool
is_place(const DgChain *chain, size_t i)
{
    return !holds_next(&chain->rows[i]) &&
           (i + 1 == chain->n_rows || part_of(&chain->rows[i]) != part_of(&chain->rows[i + 1]));
}

/* ---- moving ---- */

static void
set_notes(DgRow *row, const uint32_t place[DG_N_COLUMNS])
{
    memcpy(row->note_start, place, sizeof row->note_start);
    memcpy(row->note_end, place, sizeof row->note_end);
    for (int side = 0; side < DG_SIDES; side++)
        for (int i = 0; i < row->n_stacks[side]; i++)
            for (uint32_t j = 0; j < row->stacks[side][i].n; j++)
                row->stacks[side][i].slices[j].note_end = place[row->full ? DG_COLUMN_FULL : side];
}

/* Of floats that stand at the head or foot of a page. */
static void
move_places(DgChain *chain, Unit unit, size_t passed)
{
    size_t next = unit.first + unit.n;
    for (size_t i = 0; i < chain->n_floats; i++)
        if (chain->floats[i].place >= next && chain->floats[i].place < next + passed)
            chain->floats[i].place -= (uint32_t)unit.n;
}

/* The rows [first, first + n) change places with the `passed` rows behind them. */
static void
rotate(DgArena *arena, const DgSetting *setting, DgChain *chain, Unit unit, size_t passed)
{
    DgRow *rows = chain->rows + unit.first;
    DgRow *moved = dg_arena_copy(arena, rows, unit.n * sizeof *rows);
    memmove(rows, rows + unit.n, passed * sizeof *rows);
    memcpy(rows + passed, moved, unit.n * sizeof *rows);
    for (size_t i = 0; i < unit.n; i++)
        set_notes(&rows[passed + i], rows[passed - 1].note_end);
    move_places(chain, unit, passed);
    size_t end = unit.first + unit.n + passed + 1;
    for (size_t i = unit.first; i < end && i < chain->n_rows; i++)
        if (i > 0)
            dg_row_rejoin(setting, chain, i);
}

/* ---- the search ---- */

typedef struct {
    DgArena *arena;
    const DgSetting *setting;
    DgChain *chain;
    DgSheets *sheets;
} Search;

DgLen
dg_sheet_free(const DgChain *chain, const DgSheet *sheet)
{
    DgLen left = sheet->bottom[DG_LEFT] + sheet->area[DG_LEFT],
          right = sheet->bottom[DG_RIGHT] + sheet->area[DG_RIGHT];
    return chain->height - (left > right ? left : right) - sheet->area[DG_COLUMN_FULL];
}

/* The chain with the unit behind `passed` rows, in `arena`; the rows are those of the chain still. */
static DgSheets
broken_with(Search *search, DgArena *arena, Unit unit, size_t passed)
{
    DgChain trial = *search->chain;
    trial.rows =
        dg_arena_copy(arena, trial.rows, (trial.n_rows + trial.n_float_rows) * sizeof *trial.rows);
    trial.floats = dg_arena_copy(arena, trial.floats, trial.n_floats * sizeof *trial.floats);
    rotate(arena, search->setting, &trial, unit, passed);
    return dg_chain_break(arena, &trial);
}

/* How many rows the unit best moves behind; 0: none. Few rows are worth a try only where no more can go before it. */
static size_t
best_place(Search *search, Unit unit, DgLen blank)
{
    const DgChain *chain = search->chain;
    size_t best = 0, tried = 0, next = unit.first + unit.n;
    int64_t least = search->sheets->cost - DG_COST_MOVE;
    DgLen passed = 0;
    for (size_t n = 1; next < chain->n_rows && is_passable(search->setting, chain, next); n++) {
        const DgRow *row = &chain->rows[next++];
        passed += row->before + row->options[0].height;
        if (passed > chain->height || tried == TRIES)
            break;
        bool more = next < chain->n_rows && is_passable(search->setting, chain, next);
        if ((2 * passed < blank && more) || !is_place(chain, next - 1))
            continue;
        tried++;
        DgArena *scratch = dg_arena_new();
        int64_t cost = broken_with(search, scratch, unit, n).cost;
        dg_arena_free(scratch);
        if (cost >= least)
            continue;
        least = cost;
        best = n;
    }
    return best;
}

/* The first float that the next page begins or goes on with: the page program spreads what it leaves blank, so
 * that it need not be its first row. */
static bool
find_float(const Search *search, size_t sheet, Unit *unit)
{
    const DgChain *chain = search->chain;
    uint32_t end = search->sheets->sheets[sheet + 1].next_row;
    for (size_t row = search->sheets->sheets[sheet].next_row; row < end; row++) {
        *unit = unit_at(chain, row);
        if (may_move(search->setting, chain, *unit))
            return true;
    }
    return false;
}

void
dg_floats_place(const DgSetting *setting, DgChain *chain, DgSheets *sheets)
{
    Search search = {setting->arena, setting, chain, sheets};
    for (size_t i = 0; chain->optimize && i + 1 < sheets->n; i++) {
        DgLen blank = dg_sheet_free(chain, &sheets->sheets[i]);
        Unit unit;
        if (blank < LEAST_BLANK * chain->leading || !find_float(&search, i, &unit))
            continue;
        size_t passed = best_place(&search, unit, blank);
        if (passed == 0)
            continue;
        rotate(setting->arena, setting, chain, unit, passed);
        *sheets = dg_chain_break(setting->arena, chain);
    }
}
