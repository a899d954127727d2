/* pagebreak.c - the page program: rows to pages, both columns at once.
 * A forward dynamic program over rows. A state is a place in the text with the height used on its page and the
 * notes due there; a step sets a row whole, or up to a place where it is parted, and goes on on the page or
 * closes it. Where two states stand before the same row, one is dropped when the other can do whatever it can for
 * no more (is_dominated); so there are a few dozen states a row and the time is linear.
 * Sources: Plass, "Optimal Pagination Techniques", 1981; Mittelbach, "A General Framework for Globally Optimized
 * Pagination", 2016: here over rows whose two sides break at different line counts (layout.md 3). */
#include "pagebreak-internal.h"

#include <stdlib.h>
#include <string.h>

enum {
    MAX_STATES = 64, /* before one row */
    MANY_HEADS = 64, /* inside one row */
};

/* Whether only steps of the first page lead to it. */
static bool
is_on_first_page(const State *state)
{
    return is_under_way(state) && state->head == 0;
}

/* Where a column goes on; a row over the full measure stands below both. Of a row that was begun on the page before
 * only the float above it asks for space. */
void
program_set_tops(const DgChain *chain, State *state)
{
    const DgRow *row = &chain->rows[state->row];
    bool begins = begins_row(state);
    DgLen space = begins ? MAX(row->before, state->gap) : state->gap;
    DgLen trim =
        dg_head_trim(chain, state->row, begins ? 0 : state->option, state->at, state->used);
    for (int side = 0; side < DG_SIDES; side++) {
        DgLen used = row->full ? dg_lower(state->used) : state->used[side];
        DgLen top =
            used > 0 ? used + space : (is_on_first_page(state) ? chain->first_top : 0) - trim;
        bool gives = !begins && row->on_grid && used > 0; /* not of the space below a float */
        state->top[side] = dg_grid_top(chain, row, gives ? top + row->give : top);
    }
}

static int
compare_states(const void *a, const void *b)
{
    const State *x = a, *y = b;
    DgLen top_x = x->top[DG_LEFT] + x->top[DG_RIGHT], top_y = y->top[DG_LEFT] + y->top[DG_RIGHT];
    if (top_x != top_y)
        return top_x < top_y ? -1 : 1;
    return x->cost < y->cost ? -1 : x->cost > y->cost;
}

static bool
has_no_notes(const DgChain *chain, const State *state)
{
    const DgRow *row = &chain->rows[state->row];
    return !state->carry && memcmp(state->note_start, row->note_start, sizeof row->note_start) == 0;
}

/* What the page is full of: text and notes, those of both columns together in free chains. */
static DgLen
extent_of(const DgChain *chain, const State *state)
{
    DgLen extent = chain->free ? state->top[DG_LEFT] + state->top[DG_RIGHT] : dg_lower(state->top);
    for (int column = 0; column < DG_N_COLUMNS; column++) {
        if (chain->n_notes[column] == 0)
            continue;
        DgLen area = dg_notes_area(chain, state->carry, column, state->note_start[column],
                                   chain->rows[state->row].note_start[column], DG_NOTES_WHOLE);
        area += area > 0 ? chain->text_trim : 0; /* of text that has no notes below it */
        extent += (chain->free && column == DG_COLUMN_FULL ? 2 : 1) * area;
    }
    return extent + (chain->free ? 2 : 1) * state->foot;
}

/* `bound` is one for what follows, in units of cost times leading: a state that has used less of the page can set all
 * that another sets, and its foot is then dearer by this slope at most. `promise` guesses what it will come to: the
 * page counts in so far as it is full, and with what floats have taken of it something is done. */
static void
judge(const DgChain *chain, State *state)
{
    DgLen extent = extent_of(chain, state), page = MAX(chain->height, chain->leading), done = 0;
    int sides = chain->free ? DG_SIDES : 1;
    for (uint32_t i = 0; i < state->placed; i++)
        done += sides * dg_lower(chain->floats[i].ends);
    state->bound = state->cost * chain->leading - dg_cost_foot_slope() * extent;
    state->promise = state->cost + dg_len_scale(DG_COST_PAGE, extent - done, sides * page);
}

/* What stands last in a column counts where nothing may follow in it: where each column runs on by itself, or floats end
 * the page. Else the columns are level, and the next row stands below both. */
static bool
trims_alike(const DgChain *chain, const State *a, const State *b)
{
    bool counts = chain->free || chain->n_floats;
    return !counts || memcmp(a->trim, b->trim, sizeof a->trim) == 0;
}

/* Whether a state kept before leaves nothing to `state`: its columns reach no lower, it has no other notes and a
 * smaller bound. A first page may be as short as it likes when it is the last one, too. */
static bool
is_dominated(const Program *program, uint32_t first, const State *state)
{
    for (uint32_t i = first; i < program->states->len; i++) {
        const State *kept = state_at(program, i);
        if (kept->bound > state->bound || kept->top[DG_LEFT] > state->top[DG_LEFT] ||
            kept->top[DG_RIGHT] > state->top[DG_RIGHT] || kept->foot > state->foot ||
            kept->placed != state->placed || !trims_alike(program->chain, kept, state) ||
            is_on_first_page(kept) < is_on_first_page(state))
            continue;
        bool within = dg_carry_is_within(kept->carry, state->carry);
        for (int column = 0; column < DG_N_COLUMNS && within; column++)
            within = kept->note_start[column] >= state->note_start[column];
        if (within)
            return true;
    }
    return false;
}

/* Page heads first, the cheapest before the others; then what promises most. */
static int
compare_promise(const void *a, const void *b)
{
    const State *x = a, *y = b;
    if (is_under_way(x) != is_under_way(y))
        return is_under_way(x) ? 1 : -1;
    if (x->promise != y->promise)
        return x->promise < y->promise ? -1 : 1;
    return x->from < y->from ? -1 : x->from > y->from;
}

/* Notes that go on over many pages multiply the states; beyond a few hundred the least promising are let go, so
 * that no text takes long. Running text never has so many. */
static void
limit_states(Program *program, uint32_t first)
{
    if (program->states->len <= first + MAX_STATES)
        return;
    qsort(state_at(program, first), program->states->len - first, sizeof(State), compare_promise);
    g_array_set_size(program->states, first + MAX_STATES);
    for (uint32_t i = first; i < program->states->len; i++)
        if (!is_under_way(state_at(program, i)))
            state_at(program, i)->head = i;
}

static void
keep_state(Program *program, State state)
{
    if (!is_under_way(&state))
        state.head = program->states->len;
    g_array_append_val(program->states, state);
}

/* The states worth keeping before the next row. */
static void
keep_best(Program *program)
{
    const DgChain *chain = program->chain;
    uint32_t first = program->states->len;
    int64_t best[] = {INT64_MAX,
                      INT64_MAX}; /* of the states without notes: all, those on the first page */
    for (guint i = 0; i < program->next->len; i++) {
        State *state = &g_array_index(program->next, State, i);
        program_set_tops(chain, state);
    }
    g_array_sort(program->next, compare_states);
    for (guint i = 0; i < program->next->len; i++) {
        State *state = &g_array_index(program->next, State, i);
        judge(chain, state);
        bool plain = !chain->free && !chain->n_floats && has_no_notes(chain, state),
             on_first = is_on_first_page(state);
        if (best[on_first] <= state->bound || (!plain && is_dominated(program, first, state)))
            continue;
        if (plain)
            best[0] = MIN(best[0], state->bound);
        if (plain && on_first)
            best[1] = state->bound;
        keep_state(program, *state);
    }
    g_array_set_size(program->next, 0);
    limit_states(program, first);
}

/* Behind the last row only the cost counts, once the floats that still wait are set. */
static bool
keep_cheapest(Program *program)
{
    const State *best = NULL;
    for (guint i = 0; i < program->next->len; i++) {
        State state = g_array_index(program->next, State, i);
        if (state.placed == program->chain->n_floats)
            continue;
        keep_state(program, state);
        program_expand(program, program->states->len - 1);
    }
    for (guint i = 0; i < program->next->len; i++) {
        const State *state = &g_array_index(program->next, State, i);
        if (state->placed == program->chain->n_floats && (!best || state->cost < best->cost))
            best = state;
    }
    if (best)
        keep_state(program, *best);
    g_array_set_size(program->next, 0);
    return best != NULL;
}

/* Whether a page that begins further on in the row, at no more cost and with no more notes waiting, makes one that
 * begins at `index` pointless. Nearly always true, so it is used where there are many. */
static bool
is_overtaken(const Program *program, uint32_t index)
{
    const State *state = state_at(program, index);
    DgLen waiting = state->carry ? state->carry->total : 0;
    for (size_t i = program->inside->len; i-- > program->done;) {
        const State *other = state_at(program, g_array_index(program->inside, uint32_t, i));
        if (other->cost <= state->cost && other->placed == state->placed &&
            (other->carry ? other->carry->total : 0) <= waiting)
            return true;
    }
    return false;
}

static void
expand_inside(Program *program)
{
    while (program->done < program->inside->len) {
        uint32_t index = g_array_index(program->inside, uint32_t, program->done++);
        state_at(program, index)->head = index;
        bool many = program->chain->reach > 0 && program->inside->len >= MANY_HEADS;
        if (!many || !is_overtaken(program, index))
            program_expand(program, index);
    }
    g_array_set_size(program->inside, 0);
    program->done = 0;
}

static void
forget_candidates(Program *program)
{
    g_array_set_size(program->next, 0);
    g_array_set_size(program->inside, 0);
}

/* Of the steps out of a state the one that goes on on the page, else the cheapest; `closing` takes only those
 * that end the page behind the whole row. */
static bool
choose_greedily(Program *program, uint32_t index, bool closing, State *chosen)
{
    bool found = false;
    program_expand(program, index);
    for (guint i = 0; i < program->next->len; i++) {
        const State *state = &g_array_index(program->next, State, i);
        if (closing && is_under_way(state))
            continue;
        if (!found || is_under_way(state) > is_under_way(chosen) ||
            (is_under_way(state) == is_under_way(chosen) && state->cost < chosen->cost))
            *chosen = *state;
        found = true;
    }
    for (guint i = 0; i < program->inside->len && !closing; i++) {
        const State *state = state_at(program, g_array_index(program->inside, uint32_t, i));
        if (!found || (!is_under_way(chosen) && chosen->row < program->chain->n_rows &&
                       state->cost < chosen->cost))
            *chosen = *state;
        found = true;
    }
    forget_candidates(program);
    return found;
}

/* One state after the other, each the next that fits: for comparison with the program. Where nothing of a row
 * fits below the row before, the page ends with that. */
static uint32_t
step_greedily(Program *program, uint32_t index)
{
    State chosen;
    if (!choose_greedily(program, index, false, &chosen))
        choose_greedily(program, state_at(program, index)->from, true, &chosen);
    if (chosen.row < program->chain->n_rows)
        program_set_tops(program->chain, &chosen);
    keep_state(program, chosen);
    return program->states->len - 1;
}

/* The last state of the best path. */
static uint32_t
run(Program *program)
{
    const DgChain *chain = program->chain;
    State start = {.from = NO_STATE};
    DgLen top = chain->first_top - dg_head_trim(chain, 0, 0, start.at, start.used);
    start.top[DG_LEFT] = start.top[DG_RIGHT] = top;
    g_array_append_val(program->states, start);
    uint32_t first = 0;
    while (!chain->optimize && state_at(program, first)->row < chain->n_rows)
        first = step_greedily(program, first);
    for (size_t row = 0; row < chain->n_rows && chain->optimize; row++) {
        uint32_t end = program->states->len;
        for (uint32_t i = first; i < end; i++)
            program_expand(program, i);
        expand_inside(program);
        first = program->states->len;
        if (program->next->len == 0)
            return NO_STATE; /* the only way was to be avoided */
        if (row + 1 < chain->n_rows)
            keep_best(program);
        else if (!keep_cheapest(program))
            return NO_STATE;
        else
            first = program->states->len - 1;
    }
    return first;
}

/* A float's rows, below `base`. */
static void
add_float(GArray *fragments, const DgChain *chain, const DgFloat *floating, DgLen base)
{
    for (uint32_t i = 0; i < floating->n; i++) {
        DgFragment fragment = {.row = floating->first + i};
        for (int side = 0; side < DG_SIDES; side++) {
            fragment.top[side] = base + floating->top[i];
            fragment.to[side] = dg_fragment_stack(chain, &fragment, (DgSide)side)->n;
        }
        g_array_append_val(fragments, fragment);
    }
}

/* What the step sets: a part of a row, or a float; nothing where it only ends the page. */
static void
add_step(GArray *fragments, const DgChain *chain, const State *before, const State *after)
{
    if (sets_float(before, after)) {
        add_float(fragments, chain, &chain->floats[before->placed], after->base);
        return;
    }
    DgFragment fragment = program_rest(chain, before, after->option);
    if (after->row == before->row)
        memcpy(fragment.to, after->at, sizeof after->at);
    g_array_append_val(fragments, fragment);
}

static bool
sets_nothing(const State *before, const State *after)
{
    return after->row == before->row && !sets_float(before, after) &&
           memcmp(after->at, before->at, sizeof after->at) == 0;
}

/* The page between two heads. */
static void
add_sheet(DgArena *arena, const Program *program, DgSheets *sheets, const uint32_t *path, size_t n,
          DgCarry **carry)
{
    const DgChain *chain = program->chain;
    const State *head = state_at(program, path[0]), *tail = state_at(program, path[n - 1]);
    g_autoptr(GArray) fragments = g_array_new(FALSE, FALSE, sizeof(DgFragment)),
                      foot = g_array_new(FALSE, FALSE, sizeof(DgFragment));
    for (size_t i = 0; i + 1 < n; i++) {
        const State *before = state_at(program, path[i]), *after = state_at(program, path[i + 1]);
        if (!sets_nothing(before, after))
            add_step(after->foot > before->foot ? foot : fragments, chain, before, after);
    }
    if (foot->len)
        g_array_append_vals(fragments, foot->data, foot->len);
    const State *end = state_at(program, path[n - 2]);
    DgPageSteps steps = {.fragments = (const DgFragment *)(void *)fragments->data,
                         .n = fragments->len,
                         .first = head->from == NO_STATE,
                         .last = tail->row == chain->n_rows && tail->placed == chain->n_floats,
                         .n_foot = foot->len};
    steps.start.carry = end->carry;
    steps.start.foot = end->foot;
    memcpy(steps.start.note_start, head->note_start, sizeof head->note_start);
    DgSheet sheet = dg_sheet_make(arena, chain, &steps, carry);
    sheet.next_row = tail->row;
    memcpy(sheet.next_at, tail->at, sizeof tail->at);
    sheet.terms[DG_TERM_FLOATS] = dg_cost_late(chain, tail->placed, tail->row, tail->at);
    DG_APPEND(arena, sheets->sheets, sheets->n, sheet);
}

static DgSheets
follow_path(DgArena *arena, Program *program, uint32_t last)
{
    g_autoptr(GArray) path = g_array_new(FALSE, FALSE, sizeof(uint32_t));
    for (uint32_t i = last; i != NO_STATE; i = state_at(program, i)->from)
        g_array_append_val(path, i);
    for (guint i = 0; i < path->len / 2; i++) {
        uint32_t *low = &g_array_index(path, uint32_t, i),
                 *high = &g_array_index(path, uint32_t, path->len - 1 - i), swapped = *low;
        *low = *high;
        *high = swapped;
    }
    DgSheets sheets = {.cost = state_at(program, last)->cost};
    DgCarry *carry = NULL;
    size_t begin = 0;
    for (size_t i = 1; i < path->len; i++) {
        uint32_t index = g_array_index(path, uint32_t, i);
        if (is_under_way(state_at(program, index)))
            continue;
        add_sheet(arena, program, &sheets, &g_array_index(path, uint32_t, begin), i - begin + 1,
                  &carry);
        begin = i;
    }
    while (carry) {
        DgSheet sheet = dg_sheet_of_notes(arena, program->chain, &carry);
        DG_APPEND(arena, sheets.sheets, sheets.n, sheet);
    }
    return sheets;
}

/* What stays is in the caller's arena; rests of notes that were only tried are not. */
static DgSheets
break_chain(DgArena *arena, const DgChain *chain, const DgSheet *avoided)
{
    if (chain->n_rows == 0)
        return (DgSheets){0};
    g_autoptr(GArray) states = g_array_new(FALSE, FALSE, sizeof(State));
    g_autoptr(GArray) next = g_array_new(FALSE, FALSE, sizeof(State));
    g_autoptr(GArray) inside = g_array_new(FALSE, FALSE, sizeof(uint32_t));
    DgArena *scratch = dg_arena_new();
    Program program = {scratch, chain, states, next, inside, 0, avoided};
    uint32_t last = run(&program);
    DgSheets sheets = {0};
    if (last != NO_STATE)
        sheets = follow_path(arena, &program, last);
    dg_arena_free(scratch);
    return sheets;
}

DgSheets
dg_chain_break(DgArena *arena, const DgChain *chain)
{
    return break_chain(arena, chain, NULL);
}

DgSheets
dg_chain_break_otherwise(DgArena *arena, const DgChain *chain, const DgSheet *sheet)
{
    DgChain other = *chain;
    other.optimize = true;
    return break_chain(arena, &other, sheet);
}
