/* fragment.c - measures of the part of a row that stands on one page. */
#include "page-internal.h"

/* The padding of a box above the first slice stays; above another one that begins a page a table's header does. */
DgLen
dg_slice_top(const DgStack *stack, uint32_t from, uint32_t i)
{
    const DgSlice *first = &stack->slices[from];
    if (from == 0)
        return stack->slices[i].top;
    return stack->slices[i].top - first->top +
           (first->run_end > 0 && i >= first->run_end ? -first->slack : first->repeat);
}

DgLen
dg_stack_height(const DgStack *stack, uint32_t from, uint32_t to)
{
    if (to <= from)
        return 0;
    const DgSlice *last = &stack->slices[to - 1];
    DgLen bottom = to == stack->n ? stack->height - last->top : last->height;
    return dg_slice_top(stack, from, to - 1) + bottom;
}

const DgStack *
dg_fragment_stack(const DgChain *chain, const DgFragment *fragment, DgSide side)
{
    const DgRow *row = &chain->rows[fragment->row];
    return &row->stacks[side][row->options[fragment->option].stack[side]];
}

DgLen
dg_fragment_height(const DgChain *chain, const DgFragment *fragment, DgSide side)
{
    return dg_stack_height(dg_fragment_stack(chain, fragment, side), fragment->from[side],
                           fragment->to[side]);
}

DgLen
dg_lower(const DgLen heights[DG_SIDES])
{
    return heights[DG_LEFT] > heights[DG_RIGHT] ? heights[DG_LEFT] : heights[DG_RIGHT];
}

/* A side without text in the row ends where it ended above. */
void
dg_fragment_bottoms(const DgChain *chain, const DgFragment *fragment, const DgLen used[DG_SIDES],
                    DgLen bottom[DG_SIDES])
{
    bool full = chain->rows[fragment->row].full;
    for (int side = 0; side < DG_SIDES; side++) {
        DgLen height = dg_fragment_height(chain, fragment, full ? DG_LEFT : (DgSide)side);
        bottom[side] = height > 0 ? fragment->top[side] + height : used[side];
    }
}

void
dg_fragment_trims(const DgChain *chain, const DgFragment *fragment, const DgLen above[DG_SIDES],
                  DgLen trim[DG_SIDES])
{
    bool full = chain->rows[fragment->row].full;
    for (int side = 0; side < DG_SIDES; side++) {
        DgSide slot = full ? DG_LEFT : (DgSide)side;
        uint32_t to = fragment->to[slot];
        trim[side] = above[side];
        if (to > fragment->from[slot])
            trim[side] = fragment->row >= chain->n_rows
                             ? 0 /* a float */
                             : dg_fragment_stack(chain, fragment, slot)->slices[to - 1].trim_end;
    }
}

void
dg_chain_level_trims(const DgChain *chain, const DgLen bottom[DG_SIDES], const DgLen trim[DG_SIDES],
                     DgLen level[DG_SIDES])
{
    DgLen trimmed[] = {bottom[DG_LEFT] - trim[DG_LEFT], bottom[DG_RIGHT] - trim[DG_RIGHT]};
    for (int side = 0; side < DG_SIDES; side++)
        level[side] = chain->free ? trim[side] : dg_lower(bottom) - dg_lower(trimmed);
}

/* Both sides stay level. */
DgLen
dg_head_trim(const DgChain *chain, uint32_t row_index, uint8_t option, const uint32_t at[DG_SIDES],
             const DgLen used[DG_SIDES])
{
    const DgRow *row = &chain->rows[row_index];
    DgLen least = DG_LEN_MAX;
    for (int side = 0; side < (row->full ? 1 : DG_SIDES); side++) {
        const DgStack *stack = &row->stacks[side][row->options[option].stack[side]];
        if (at[side] >= stack->n || (row->full ? dg_lower(used) : used[side]) > 0)
            continue;
        DgLen trim = stack->slices[at[side]].trim_start;
        least = trim < least ? trim : least;
    }
    return least < DG_LEN_MAX ? least : 0;
}

/* Level below both sides, unless each column runs on by itself. */
void
dg_chain_level(const DgChain *chain, const DgLen bottom[DG_SIDES], DgLen used[DG_SIDES])
{
    for (int side = 0; side < DG_SIDES; side++)
        used[side] = chain->free ? bottom[side] : dg_lower(bottom);
}

bool
dg_fragment_is_rest(const DgChain *chain, const DgFragment *fragment)
{
    return fragment->to[DG_LEFT] == dg_fragment_stack(chain, fragment, DG_LEFT)->n &&
           fragment->to[DG_RIGHT] == dg_fragment_stack(chain, fragment, DG_RIGHT)->n;
}

/* The first note of `column` that is marked behind the fragment. */
uint32_t
dg_fragment_note_end(const DgChain *chain, const DgFragment *fragment, int column)
{
    const DgRow *row = &chain->rows[fragment->row];
    DgSide side = column == DG_COLUMN_RIGHT && !row->full ? DG_RIGHT : DG_LEFT;
    bool apart = row->apart[DG_LEFT] != NULL;
    if ((row->full && !apart) != (column == DG_COLUMN_FULL))
        return row->note_end[column];
    const DgStack *stack = dg_fragment_stack(chain, fragment, side);
    uint32_t to = fragment->to[side];
    if (to == stack->n)
        return row->note_end[column];
    if (to == 0)
        return row->note_start[column];
    uint32_t end = stack->slices[to - 1].note_end;
    return apart ? row->apart[column][end] : end;
}
