/* float-steps.c - the steps of the page program that set floats: at the head or the foot of the page that their place
 * falls on, or of a later one when there is no room; in their place before what must not go before them, such as the
 * next item. They are set in order and are chosen before any text of the page. */
#include "pagebreak-internal.h"

#include <string.h>

/* What must not go before floats that stand above it in the source: the next flow, and the end. */
static bool
is_barrier(const DgChain *chain, const State *state)
{
    return state->row == chain->n_rows || (begins_row(state) && chain->rows[state->row].open);
}

static DgLen
least_height(const DgRow *row, int side)
{
    DgLen least = row->stacks[side][0].height;
    for (int i = 1; i < row->n_stacks[side]; i++)
        least = MIN(least, row->stacks[side][i].height);
    return least;
}

/* Whether so little text stands before the float's place that it may fall on the page. */
static bool
is_near(const DgChain *chain, const State *state, const DgFloat *floating)
{
    DgLen height[DG_SIDES] = {0};
    for (uint32_t row = state->row + !begins_row(state); row < floating->place; row++) {
        for (int side = 0; side < DG_SIDES; side++)
            height[side] += least_height(&chain->rows[row], side);
        if (dg_lower(height) > chain->height)
            return false;
    }
    return true;
}

/* The page as it stands, as a step that sets nothing. */
static Step
step_of_page(const DgChain *chain, const State *state)
{
    Step step = {.cost = state->cost};
    memcpy(step.bottom, state->used, sizeof step.bottom);
    memcpy(step.used, state->used, sizeof step.used);
    memcpy(step.trim, state->trim, sizeof step.trim);
    memcpy(step.used_trim, state->trim, sizeof step.used_trim);
    for (int column = 0; column < DG_N_COLUMNS; column++)
        step.note_end[column] = state->row == chain->n_rows ? (uint32_t)chain->n_notes[column]
                                : begins_row(state) ? chain->rows[state->row].note_start[column]
                                                    : state->note_start[column];
    return step;
}

/* Below what stands on the page. */
static void
set_here(const DgChain *chain, const DgFloat *floating, State *state)
{
    DgLen used = dg_lower(state->used), bottom[DG_SIDES], trim[DG_SIDES];
    state->base = used > 0 ? used + MAX(state->gap, floating->before) : 0;
    for (int side = 0; side < DG_SIDES; side++)
        bottom[side] =
            floating->ends[side] ? state->base + floating->ends[side] : state->used[side];
    dg_chain_level(chain, bottom, state->used);
    for (int side = 0; side < DG_SIDES; side++)
        trim[side] = floating->ends[side] ? 0 : state->trim[side];
    dg_chain_level_trims(chain, bottom, trim, state->trim);
    state->gap = floating->after;
}

/* Below the floats that stand at the foot of the page already. */
static void
set_at_foot(const DgFloat *floating, State *state)
{
    state->base = state->foot + floating->before;
    state->foot = state->base + dg_lower(floating->ends);
}

/* Sets the next float, if it fits, and no earlier one stands below it at the foot; on an empty page before a barrier in
 * any case, so that the pages end. */
static bool
set_next(Program *program, uint32_t index, bool barrier)
{
    const DgChain *chain = program->chain;
    State state = *state_at(program, index);
    const DgFloat *floating = &chain->floats[state.placed];
    bool forced = barrier && !is_under_way(&state);
    if (barrier && state.foot > 0)
        return false;
    if (floating->at_foot && !barrier)
        set_at_foot(floating, &state);
    else
        set_here(chain, floating, &state);
    state.carry = dg_carry_join(program->arena, state.carry, floating->notes);
    Step step = step_of_page(chain, &state);
    if (!forced && !program_fits(chain, &state, &step, true, DG_NOTES_LEAST))
        return false;
    state.from = index;
    state.placed++;
    if (state.row < chain->n_rows)
        program_set_tops(chain, &state);
    g_array_append_val(program->states, state);
    program_expand(program, program->states->len - 1);
    return true;
}

/* A page that holds nothing but floats, or ends because the next does not fit before a barrier. */
static void
end_page(Program *program, uint32_t index)
{
    const DgChain *chain = program->chain;
    State state = *state_at(program, index), next = {.from = index, .head = NO_STATE};
    Step step = step_of_page(chain, &state);
    bool last = state.row == chain->n_rows && state.placed == chain->n_floats;
    DgCarry *carry;
    if (program_avoids(program, state.row, state.at))
        return;
    next.row = state.row;
    memcpy(next.at, state.at, sizeof next.at);
    next.option = state.option;
    next.placed = state.placed;
    next.cost = step.cost + program_close(program, &state, &step, last, &carry) +
                dg_cost_late(chain, next.placed, next.row, next.at);
    next.carry = carry;
    memcpy(next.note_start, step.note_end, sizeof next.note_start);
    if (state.text && state.row < chain->n_rows)
        next.cost += chain->rows[state.row].break_cost;
    if (!begins_row(&state)) {
        program_set_tops(chain, &next);
        program_push_inside(program, &next);
    } else if (state.row == chain->n_rows) {
        g_array_append_val(program->next, next);
    } else {
        program_set_tops(chain, &next);
        next.head = program->states->len;
        g_array_append_val(program->states, next);
        program_expand(program, next.head);
    }
}

/* Half a page of floats, or more, needs no text below. */
static bool
may_stand_alone(const DgChain *chain, const State *state)
{
    return !state->text && 2 * dg_lower(state->used) >= chain->height &&
           chain->floats[state->placed - 1].place <= state->row;
}

bool
program_expand_floats(Program *program, uint32_t index)
{
    const DgChain *chain = program->chain;
    State state = *state_at(program, index);
    const DgFloat *floating = state.placed < chain->n_floats ? &chain->floats[state.placed] : NULL;
    bool waits = floating && floating->place <= state.row, before = is_barrier(chain, &state);
    bool barrier = before && waits, set = false;
    if (floating && (barrier || (!state.text && !before && is_near(chain, &state, floating))))
        set = set_next(program, index, barrier);
    bool ends = before && state.row == chain->n_rows && !floating;
    if (barrier ? !set
                : ends || (!set && state.placed > 0 && is_under_way(&state) &&
                           may_stand_alone(chain, &state)))
        end_page(program, index);
    return barrier || ends;
}
