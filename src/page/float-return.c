/* float-return.c - a table that was to stand at the head of a page, and leaves a large part of the page before blank since
 * no text may go before it, comes back into the text if it can be divided there. Each is tried in its place, and stays
 * there where the whole chain costs less. */
#include "rows-internal.h"

#include <string.h>

enum {
    LARGE = 4, /* the part of a page that is worth a search */
    TRIES = 8, /* of a chain: each breaks all of it once more */
};

typedef struct {
    DgArena *arena;
    const DgSetting *setting;
    const DgChain *chain;
    const DgFloat *floating;
} Return;

/* The rows of the text with those of the float in their place, then those of the other floats. */
static void
insert_rows(const Return *back, DgChain *changed)
{
    const DgChain *chain = back->chain;
    size_t n = back->floating->n, place = back->floating->place, first = back->floating->first,
           all = chain->n_rows + chain->n_float_rows;
    DgRow *rows = changed->rows = DG_NEW_ARRAY(back->arena, DgRow, all);
    memcpy(rows, chain->rows, place * sizeof *rows);
    memcpy(rows + place, chain->rows + first, n * sizeof *rows);
    memcpy(rows + place + n, chain->rows + place, (first - place) * sizeof *rows);
    memcpy(rows + first + n, chain->rows + first + n, (all - first - n) * sizeof *rows);
    changed->n_rows += n;
    changed->n_float_rows -= n;
}

static void
remove_float(const Return *back, DgChain *changed)
{
    const DgChain *chain = back->chain;
    const DgFloat *floating = back->floating;
    changed->floats = DG_NEW_ARRAY(back->arena, DgFloat, chain->n_floats);
    changed->n_floats = 0;
    for (size_t i = 0; i < chain->n_floats; i++) {
        DgFloat other = chain->floats[i];
        if (&chain->floats[i] == floating)
            continue;
        if (&chain->floats[i] > floating)
            other.place += floating->n;
        if (other.first < floating->first)
            other.first += floating->n;
        changed->floats[changed->n_floats++] = other;
    }
}

/* They belong to the rows again that mark them. */
static void
return_notes(const Return *back, DgChain *changed)
{
    size_t place = back->floating->place, end = place + back->floating->n;
    for (int column = 0; column < DG_N_COLUMNS; column++) {
        changed->notes[column] =
            dg_arena_copy(back->arena, changed->notes[column],
                          changed->n_notes[column] * sizeof *changed->notes[column]);
        for (size_t row = place; row < end; row++)
            for (uint32_t note = changed->rows[row].note_start[column];
                 note < changed->rows[row].note_end[column]; note++)
                changed->notes[column][note].floats = false;
    }
    for (size_t row = place ? place - 1 : 0; row < end; row++)
        for (int column = 0; column < DG_N_COLUMNS; column++)
            changed->rows[row].note_end[column] = row + 1 < changed->n_rows
                                                      ? changed->rows[row + 1].note_start[column]
                                                      : (uint32_t)changed->n_notes[column];
    dg_chain_sum_notes(back->arena, changed);
}

static DgChain
with_float_back(const Return *back)
{
    DgChain changed = *back->chain;
    size_t place = back->floating->place, end = place + back->floating->n;
    insert_rows(back, &changed);
    remove_float(back, &changed);
    return_notes(back, &changed);
    for (size_t i = place; i <= end && i < changed.n_rows; i++)
        if (i > 0)
            dg_row_rejoin(back->setting, &changed, i);
    return changed;
}

static bool
can_be_divided(const DgRow *row)
{
    for (int side = 0; side < DG_SIDES; side++)
        for (uint32_t i = 1; i < row->stacks[side][0].n; i++)
            if (row->stacks[side][0].slices[i].kind == DG_SLICE_STRIP &&
                row->stacks[side][0].slices[i].cut < DG_COST_TOGETHER)
                return true;
    return false;
}

/* The float that stands first on a sheet and can be divided; NULL: there is none. */
static const DgFloat *
first_float(const DgChain *chain, const DgSheet *sheet)
{
    const DgFloat *floating = chain->floats, *end = chain->floats + chain->n_floats;
    while (floating < end && (sheet->n == 0 || floating->first != sheet->fragments[0].row))
        floating++;
    for (uint32_t i = 0; floating < end && i < floating->n; i++)
        if (can_be_divided(&chain->rows[floating->first + i]))
            return floating;
    return NULL;
}

static bool
is_cheaper(const Return *back, int64_t cost)
{
    Return trial = *back;
    trial.arena = dg_arena_new();
    DgChain changed = with_float_back(&trial);
    bool cheaper = dg_chain_break(trial.arena, &changed).cost < cost;
    dg_arena_free(trial.arena);
    return cheaper;
}

void
dg_floats_return(const DgSetting *setting, DgChain *chain, DgSheets *sheets)
{
    int tried = 0;
    for (size_t i = 0; i + 1 < sheets->n && chain->n_floats && tried < TRIES; i++) {
        Return back = {setting->arena, setting, chain, first_float(chain, &sheets->sheets[i + 1])};
        if (!back.floating || LARGE * dg_sheet_free(chain, &sheets->sheets[i]) < chain->height)
            continue;
        tried++;
        if (!is_cheaper(&back, sheets->cost))
            continue;
        *chain = with_float_back(&back);
        *sheets = dg_chain_break(setting->arena, chain);
    }
}
