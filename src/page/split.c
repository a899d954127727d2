/* split.c - where a row may be parted at the foot of a page.
 * The fuller places of each side in turn, and beside each the places of the other side that correspond to it (in
 * step), or that lie at the same height. */
#include "page-internal.h"

enum {
    NOTE_TRIES = 2
}; /* so many places at which notes must be parted count as one at which they need not */

typedef struct {
    const DgChain *chain;
    const DgPageStart *start;
    DgFragment fragment; /* `to` is tried out */
    bool illegal;
    DgNoteShare share;
    uint32_t (*cuts)[DG_SIDES];
    size_t n;
} Search;

static int
column_of(const DgRow *row, DgSide side)
{
    return row->full ? DG_COLUMN_FULL : (int)side;
}

/* Height of the notes that must, or should, stand below `side` when it sets `to` slices. */
static DgLen
notes_below(const Search *search, DgSide side, uint32_t to, DgNoteShare share)
{
    const DgChain *chain = search->chain;
    const DgPageStart *start = search->start;
    const DgRow *row = &chain->rows[search->fragment.row];
    DgFragment fragment = search->fragment;
    fragment.to[side] = to;
    DgLen area[DG_N_COLUMNS];
    for (int column = 0; column < DG_N_COLUMNS; column++) {
        uint32_t end = row->full || column_of(row, side) == column
                           ? dg_fragment_note_end(chain, &fragment, column)
                           : row->note_start[column];
        area[column] =
            dg_notes_area(chain, start->carry, column, start->note_start[column], end, share);
    }
    return row->full || start->foot ? start->foot + dg_notes_below_both(chain, area)
                                    : dg_notes_below(chain, area, side);
}

static bool
fits(const Search *search, DgSide side, uint32_t to, DgNoteShare share)
{
    const DgStack *stack = dg_fragment_stack(search->chain, &search->fragment, side);
    DgLen below = notes_below(search, side, to, share);
    DgLen bottom =
        search->fragment.top[side] + dg_stack_height(stack, search->fragment.from[side], to);
    if (below == 0 && to > search->fragment.from[side])
        below = -stack->slices[to - 1].trim_end;
    return bottom + below <= search->chain->height;
}

/* The most slices of a side that fit; `from` when none does. */
static uint32_t
most_that_fit(const Search *search, DgSide side)
{
    uint32_t low = search->fragment.from[side];
    uint32_t high = dg_fragment_stack(search->chain, &search->fragment, side)->n;
    while (low < high) {
        uint32_t middle = low + (high - low + 1) / 2;
        if (fits(search, side, middle, search->share))
            low = middle;
        else
            high = middle - 1;
    }
    return low;
}

static bool
is_place(const Search *search, const DgStack *stack, uint32_t to)
{
    return search->illegal || to == 0 || to >= stack->n || stack->slices[to].cut < DG_COST_SINGLE;
}

static void
add_cut(Search *search, DgSide side, uint32_t to, uint32_t other_to)
{
    const DgFragment *fragment = &search->fragment;
    uint32_t left = side == DG_LEFT ? to : other_to, right = side == DG_LEFT ? other_to : to;
    if (left == fragment->from[DG_LEFT] && right == fragment->from[DG_RIGHT])
        return;
    if (left == dg_fragment_stack(search->chain, fragment, DG_LEFT)->n &&
        right == dg_fragment_stack(search->chain, fragment, DG_RIGHT)->n)
        return;
    for (size_t i = 0; i < search->n; i++)
        if (search->cuts[i][DG_LEFT] == left && search->cuts[i][DG_RIGHT] == right)
            return;
    if (search->n == DG_MAX_CUTS)
        return;
    search->cuts[search->n][DG_LEFT] = left;
    search->cuts[search->n++][DG_RIGHT] = right;
}

static DgLen
end_of(const DgStack *stack, uint32_t to)
{
    return to ? stack->slices[to - 1].top + stack->slices[to - 1].height : 0;
}

/* The last slice count whose end lies at or above `y`. */
static uint32_t
count_above(const DgStack *stack, DgLen y)
{
    uint32_t low = 0, high = stack->n;
    while (low < high) {
        uint32_t middle = low + (high - low + 1) / 2;
        if (end_of(stack, middle) <= y)
            low = middle;
        else
            high = middle - 1;
    }
    return low;
}

/* The places of the other side just above and just below the one that corresponds. */
static void
add_in_step(Search *search, DgSide side, uint32_t to, uint32_t other_most)
{
    const DgRow *row = &search->chain->rows[search->fragment.row];
    const DgOption *option = &row->options[search->fragment.option];
    const DgStack *other = &row->stacks[!side][option->stack[!side]];
    uint32_t from = search->fragment.from[!side];
    uint32_t above = count_above(other, dg_row_counterpart(row, option, side, to));
    above = above > other_most ? other_most : above;
    above = above < from ? from : above;
    uint32_t below = above;
    while (above > from && !is_place(search, other, above))
        above--;
    if (above == from || is_place(search, other, above))
        add_cut(search, side, to, above);
    if (end_of(other, below) < dg_row_counterpart(row, option, side, to) || below != above)
        below += below < other_most;
    while (below < other_most && !is_place(search, other, below))
        below++;
    if (below <= other_most && is_place(search, other, below))
        add_cut(search, side, to, below);
}

/* The last place of the other side that lies no lower on the page. */
static void
add_level(Search *search, DgSide side, uint32_t to, uint32_t other_most)
{
    const DgStack *own = dg_fragment_stack(search->chain, &search->fragment, side),
                  *other = dg_fragment_stack(search->chain, &search->fragment, !side);
    uint32_t from = search->fragment.from[!side], other_to = other_most;
    const DgLen *top = search->fragment.top;
    DgLen bottom = top[side] + dg_stack_height(own, search->fragment.from[side], to);
    while (other_to > from && (top[!side] + dg_stack_height(other, from, other_to) > bottom ||
                               !is_place(search, other, other_to)))
        other_to--;
    add_cut(search, side, to, other_to);
}

static void
search_side(Search *search, DgSide side, uint32_t most, uint32_t other_most)
{
    const DgStack *stack = dg_fragment_stack(search->chain, &search->fragment, side);
    int tried = 0;
    for (uint32_t to = most; to > search->fragment.from[side]; to--) {
        if (!is_place(search, stack, to))
            continue;
        if (search->chain->in_step)
            add_in_step(search, side, to, other_most);
        else
            add_level(search, side, to, other_most);
        bool whole = fits(search, side, to, DG_NOTES_WHOLE);
        tried += whole ? NOTE_TRIES : 1;
        if (tried >= search->chain->reach * NOTE_TRIES)
            return;
    }
}

/* Every two places that fit: no page program could miss one. */
static void
add_all(Search *search, const uint32_t most[DG_SIDES])
{
    const DgStack *left = dg_fragment_stack(search->chain, &search->fragment, DG_LEFT),
                  *right = dg_fragment_stack(search->chain, &search->fragment, DG_RIGHT);
    const uint32_t *from = search->fragment.from;
    for (uint32_t to = most[DG_LEFT] + 1; to-- > from[DG_LEFT];)
        for (uint32_t other = most[DG_RIGHT] + 1; other-- > from[DG_RIGHT];)
            if ((to == from[DG_LEFT] || is_place(search, left, to)) &&
                (other == from[DG_RIGHT] || is_place(search, right, other)))
                add_cut(search, DG_LEFT, to, other);
}

size_t
dg_fragment_cuts(const DgChain *chain, const DgPageStart *start, const DgFragment *fragment,
                 bool illegal, DgNoteShare share, uint32_t cuts[DG_MAX_CUTS][DG_SIDES])
{
    Search search = {chain, start, *fragment, illegal, share, cuts, 0};
    uint32_t most[DG_SIDES];
    for (int side = 0; side < DG_SIDES; side++)
        most[side] = most_that_fit(&search, (DgSide)side);
    if (chain->reach == 0)
        add_all(&search, most);
    for (int side = 0; side < DG_SIDES && chain->reach > 0; side++)
        search_side(&search, (DgSide)side, most[side], most[!side]);
    return search.n;
}
