/* steps.c - the steps of the page program: to set a row or a part of it, and to go on or end the page. */
#include "pagebreak-internal.h"

#include <string.h>

enum { MAX_CARRIES = 2 }; /* ways in which notes go on, for one place inside a row */

static Step
step_make(const DgChain *chain, const State *state, const DgFragment *fragment)
{
    const DgRow *row = &chain->rows[fragment->row];
    Step step = {.fragment = *fragment};
    dg_fragment_bottoms(chain, fragment, state->used, step.bottom);
    dg_chain_level(chain, step.bottom, step.used);
    dg_fragment_trims(chain, fragment, state->trim, step.trim);
    dg_chain_level_trims(chain, step.bottom, step.trim, step.used_trim);
    for (int column = 0; column < DG_N_COLUMNS; column++)
        step.note_end[column] = dg_fragment_note_end(chain, fragment, column);
    step.cost = state->cost + dg_cost_blank(chain, fragment);
    if (begins_row(state))
        step.cost += row->options[fragment->option].cost;
    return step;
}

/* Height of a note area after the step. */
static DgLen
area_after(const DgChain *chain, const State *state, const Step *step, int column,
           DgNoteShare share)
{
    if (chain->n_notes[column] == 0)
        return 0;
    return dg_notes_area(chain, state->carry, column, state->note_start[column],
                         step->note_end[column], share);
}

bool
program_fits(const DgChain *chain, const State *state, const Step *step, bool goes_on,
             DgNoteShare share)
{
    DgLen area[DG_N_COLUMNS], end[DG_SIDES];
    memcpy(end, goes_on ? step->used : step->bottom, sizeof end);
    for (int column = 0; column < DG_N_COLUMNS; column++)
        area[column] = area_after(chain, state, step, column, share);
    if (state->foot > 0)
        return dg_lower(end) + state->foot + dg_notes_below_both(chain, area) <= chain->height;
    dg_foot_trim(chain, area, goes_on ? step->used_trim : step->trim, end);
    for (int side = 0; side < DG_SIDES; side++)
        if (end[side] + dg_notes_below(chain, area, (DgSide)side) > chain->height)
            return false;
    return true;
}

int64_t
program_close(Program *program, const State *state, const Step *step, bool last, DgCarry **carry)
{
    const DgChain *chain = program->chain;
    DgLen area[DG_N_COLUMNS], bottom[DG_SIDES];
    int64_t cost = DG_COST_PAGE;
    dg_foot_lower(state->foot, step->bottom, bottom);
    for (int column = 0; column < DG_N_COLUMNS; column++)
        area[column] = area_after(chain, state, step, column, DG_NOTES_WHOLE);
    *carry = NULL;
    if (!program_fits(chain, state, step, false, DG_NOTES_WHOLE)) {
        DgFoot foot = dg_foot_fill(program->arena, chain, state->carry, state->note_start,
                                   step->note_end, bottom);
        memcpy(area, foot.area, sizeof area);
        *carry = foot.carry;
        cost += foot.cost;
    }
    if (state->foot == 0)
        dg_foot_trim(chain, area, step->trim, bottom);
    if (last)
        cost += dg_cost_rest(chain, *carry);
    if (!last || state->foot > 0)
        return cost + dg_cost_foot(chain, bottom, area);
    bool first = state_at(program, state->head)->from == NO_STATE;
    return cost + dg_cost_last(chain, dg_lower(bottom), first);
}

static int
compare_places(const State *a, const State *b)
{
    uint64_t sum_a = (uint64_t)a->at[DG_LEFT] + a->at[DG_RIGHT],
             sum_b = (uint64_t)b->at[DG_LEFT] + b->at[DG_RIGHT];
    if (sum_a != sum_b)
        return sum_a < sum_b ? -1 : 1;
    if (a->option != b->option)
        return a->option < b->option ? -1 : 1;
    if (a->at[DG_LEFT] != b->at[DG_LEFT])
        return a->at[DG_LEFT] < b->at[DG_LEFT] ? -1 : 1;
    return a->placed < b->placed ? -1 : a->placed > b->placed;
}

/* Whether `a`, at the same place on an empty page, leaves nothing better to `b`: no other notes wait, and the
 * difference in cost makes up for a foot that is higher for their lack. */
static bool
is_better(const DgChain *chain, const State *a, const State *b)
{
    if (!dg_carry_is_within(a->carry, b->carry))
        return false;
    DgLen less = (b->carry ? b->carry->total : 0) - (a->carry ? a->carry->total : 0);
    if (less > 0 && !a->carry)
        less += chain->note_space + chain->text_trim;
    int feet = chain->free ? DG_SIDES : 1;
    return a->cost + dg_cost_lines(chain, dg_cost_foot_slope(), feet * less) <= b->cost;
}

/* A page head inside the row; of those at one place only such as may turn out best are kept. */
void
program_push_inside(Program *program, const State *state)
{
    size_t low = program->done, high = program->inside->len;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (compare_places(state_at(program, g_array_index(program->inside, uint32_t, middle)),
                           state) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    for (size_t i = low, n = 0; i < program->inside->len; i++, n++) {
        State *other = state_at(program, g_array_index(program->inside, uint32_t, i));
        if (compare_places(other, state) != 0)
            break;
        if (is_better(program->chain, other, state) ||
            (n == MAX_CARRIES && other->cost <= state->cost))
            return;
        if (is_better(program->chain, state, other) || n == MAX_CARRIES) {
            *other = *state;
            return;
        }
    }
    uint32_t index = program->states->len;
    g_array_append_val(program->states, *state);
    g_array_insert_val(program->inside, low, index);
}

/* The page goes on below the row. */
static void
push_on(Program *program, uint32_t index, const Step *step)
{
    State state = *state_at(program, index);
    bool last = step->fragment.row + 1 == program->chain->n_rows &&
                state.placed == program->chain->n_floats;
    if (last || !program_fits(program->chain, &state, step, true, DG_NOTES_LEAST))
        return;
    state.from = index;
    state.row++;
    state.at[DG_LEFT] = state.at[DG_RIGHT] = 0;
    state.option = step->fragment.option;
    state.text = true;
    state.gap = 0;
    memcpy(state.used, step->used, sizeof state.used);
    memcpy(state.trim, step->used_trim, sizeof state.trim);
    state.cost = step->cost;
    g_array_append_val(program->next, state);
}

bool
program_avoids(const Program *program, uint32_t row, const uint32_t at[DG_SIDES])
{
    const DgSheet *avoided = program->avoided;
    return avoided && avoided->next_row == row &&
           memcmp(avoided->next_at, at, sizeof avoided->next_at) == 0;
}

/* The page ends with the step, whether that fits or not. */
static void
close_behind(Program *program, uint32_t index, const Step *step)
{
    const DgChain *chain = program->chain;
    State state = *state_at(program, index);
    bool rest = dg_fragment_is_rest(chain, &step->fragment);
    State next = {.from = index,
                  .row = step->fragment.row + rest,
                  .option = step->fragment.option,
                  .placed = state.placed,
                  .head = NO_STATE};
    if (!rest)
        memcpy(next.at, step->fragment.to, sizeof next.at);
    bool early = state.placed > 0 && chain->floats[state.placed - 1].place > next.row;
    if (early || program_avoids(program, next.row, next.at))
        return;
    bool last = next.row == chain->n_rows && next.placed == chain->n_floats;
    DgCarry *carry;
    next.cost = step->cost + program_close(program, &state, step, last, &carry) +
                dg_cost_step(chain, &step->fragment) + dg_cost_cut(chain, &step->fragment) +
                dg_cost_late(chain, next.placed, next.row, next.at);
    next.carry = carry;
    memcpy(next.note_start, step->note_end, sizeof next.note_start);
    if (!rest) {
        program_set_tops(chain, &next);
        program_push_inside(program, &next);
        return;
    }
    if (next.row < chain->n_rows)
        next.cost += chain->rows[next.row].break_cost;
    g_array_append_val(program->next, next);
}

static bool
push_closed(Program *program, uint32_t index, const Step *step, DgNoteShare share)
{
    if (!program_fits(program->chain, state_at(program, index), step, false, share))
        return false;
    close_behind(program, index, step);
    return true;
}

static bool
push_cuts(Program *program, uint32_t index, DgFragment fragment, bool illegal, DgNoteShare share)
{
    uint32_t cuts[DG_MAX_CUTS][DG_SIDES];
    State state = *state_at(program, index);
    DgPageStart start = {.carry = state.carry, .foot = state.foot};
    memcpy(start.note_start, state.note_start, sizeof start.note_start);
    size_t n = dg_fragment_cuts(program->chain, &start, &fragment, illegal, share, cuts);
    bool any = false;
    for (size_t i = 0; i < n; i++) {
        memcpy(fragment.to, cuts[i], sizeof fragment.to);
        Step step = step_make(program->chain, &state, &fragment);
        any |= push_closed(program, index, &step, share);
    }
    return any;
}

DgFragment
program_rest(const DgChain *chain, const State *state, int option)
{
    DgFragment fragment = {.row = state->row, .option = (uint8_t)option};
    memcpy(fragment.top, state->top, sizeof fragment.top);
    memcpy(fragment.from, state->at, sizeof fragment.from);
    for (int side = 0; side < DG_SIDES; side++)
        fragment.to[side] = dg_fragment_stack(chain, &fragment, (DgSide)side)->n;
    return fragment;
}

/* On an empty page where nothing fits: of its notes only the first lines stand below, then whatever is parted, at
 * last something stands out; the text goes on. */
static void
force(Program *program, uint32_t index)
{
    const DgChain *chain = program->chain;
    State state = *state_at(program, index);
    bool begun = !begins_row(&state);
    DgFragment fragment = program_rest(chain, &state, begun ? state.option : 0);
    Step whole = step_make(chain, &state, &fragment);
    bool any = push_closed(program, index, &whole, DG_NOTES_SCANT);
    if (push_cuts(program, index, fragment, false, DG_NOTES_SCANT) || any ||
        push_cuts(program, index, fragment, true, DG_NOTES_SCANT))
        return;
    static const uint32_t least[][DG_SIDES] = {{1, 0}, {0, 1}, {1, 1}};
    for (size_t i = 0; i < G_N_ELEMENTS(least); i++) {
        DgFragment smallest = fragment;
        for (int side = 0; side < DG_SIDES; side++)
            smallest.to[side] = MIN(fragment.to[side], fragment.from[side] + least[i][side]);
        bool moves = memcmp(smallest.to, smallest.from, sizeof smallest.to) != 0;
        Step step = step_make(chain, &state, &smallest);
        if (moves && push_closed(program, index, &step, DG_NOTES_SCANT))
            return;
        if (i + 1 == G_N_ELEMENTS(least))
            close_behind(program, index, &step);
    }
}

/* All steps out of a state. */
void
program_expand(Program *program, uint32_t index)
{
    const DgChain *chain = program->chain;
    if (chain->n_floats && program_expand_floats(program, index))
        return;
    State state = *state_at(program, index);
    const DgRow *row = &chain->rows[state.row];
    bool begun = !begins_row(&state), any = false;
    int first = begun ? state.option : 0, end = begun ? state.option + 1 : row->n_options;
    for (int option = first; option < end; option++) {
        DgFragment fragment = program_rest(chain, &state, option);
        Step step = step_make(chain, &state, &fragment);
        push_on(program, index, &step);
        any |= push_closed(program, index, &step, DG_NOTES_LEAST);
        DgLen free = chain->height - dg_lower(step.bottom) - state.foot;
        for (int column = 0; column < DG_N_COLUMNS; column++)
            free -= area_after(chain, &state, &step, column, DG_NOTES_WHOLE);
        if (free < chain->reach * chain->leading || chain->reach == 0)
            any |= push_cuts(program, index, fragment, false, DG_NOTES_LEAST);
    }
    if (!any && !is_under_way(&state))
        force(program, index);
}
