/* test-float-steps.c - floats in the page program: against brute force, and what must hold of every page with floats. */
#include "fake-chain.h"

#include <string.h>

/* Some rows of a chain become floats, at the head or the foot of pages. */
static void
take_floats(DgArena *arena, DgChain *chain, GRand *random, bool at_foot)
{
    DgRow *rows = DG_NEW_ARRAY(arena, DgRow, chain->n_rows),
          *floats = DG_NEW_ARRAY(arena, DgRow, chain->n_rows);
    size_t n_text = 0, n_floats = 0;
    for (size_t i = 0; i < chain->n_rows; i++) {
        DgRow *row = &chain->rows[i];
        row->open = i > 0 && g_rand_int_range(random, 0, 6) == 0;
        if (i == 0 || row->open || g_rand_int_range(random, 0, 3) > 0) {
            rows[n_text++] = *row;
            continue;
        }
        DgFloat floating = {.first = (uint32_t)n_floats,
                            .n = 1,
                            .place = (uint32_t)n_text,
                            .at_foot = at_foot,
                            .before = DG_PT(3),
                            .after = DG_PT(5)};
        floating.top = DG_NEW(arena, DgLen);
        for (int side = 0; side < DG_SIDES; side++)
            floating.ends[side] = row->stacks[row->full ? DG_LEFT : side][0].height;
        for (int column = 0; column < DG_N_COLUMNS; column++) {
            uint32_t start = row->note_start[column], end = row->note_end[column];
            if (start == end)
                continue;
            if (!floating.notes)
                floating.notes = DG_NEW(arena, DgCarry);
            dg_carry_add(arena, chain, floating.notes, column, start, end);
            for (uint32_t note = start; note < end; note++)
                chain->notes[column][note].floats = true;
        }
        DG_APPEND(arena, chain->floats, chain->n_floats, floating);
        floats[n_floats++] = *row;
    }
    memcpy(rows + n_text, floats, n_floats * sizeof *floats);
    for (size_t i = 0; i < chain->n_floats; i++)
        chain->floats[i].first += (uint32_t)n_text;
    for (size_t i = 0; i < n_text; i++)
        for (int column = 0; column < DG_N_COLUMNS; column++)
            rows[i].note_end[column] =
                i + 1 < n_text ? rows[i + 1].note_start[column] : (uint32_t)chain->n_notes[column];
    chain->rows = rows;
    chain->n_rows = n_text;
    chain->n_float_rows = n_floats;
    dg_chain_sum_notes(arena, chain);
}

/* ---- brute force: no state is dropped; without notes ---- */

typedef struct {
    DgArena *arena;
    const DgChain *chain;
    int64_t best;
} Oracle;

typedef struct {
    DgFragment fragments[32], foot_fragments[8];
    size_t n, n_foot;
    bool first, text;
    DgLen used[DG_SIDES], gap, foot;
    uint32_t placed;
} OraclePage;

typedef struct {
    uint32_t row, at[DG_SIDES];
    int option; /* -1: any */
} Place;

static void oracle_go(Oracle *oracle, const OraclePage *page, Place place, int64_t cost);

static bool
oracle_fits(const Oracle *oracle, const OraclePage *page, const DgLen used[DG_SIDES])
{
    return MAX(used[DG_LEFT], used[DG_RIGHT]) + page->foot <= oracle->chain->height;
}

static void
oracle_close(Oracle *oracle, OraclePage page, Place place, int64_t cost)
{
    const DgChain *chain = oracle->chain;
    if (page.placed > 0 && chain->floats[page.placed - 1].place > place.row)
        return;
    bool last = place.row == chain->n_rows && page.placed == chain->n_floats;
    memcpy(page.fragments + page.n, page.foot_fragments, page.n_foot * sizeof(DgFragment));
    DgPageSteps steps = {.fragments = page.fragments,
                         .n = page.n + page.n_foot,
                         .first = page.first,
                         .last = last,
                         .n_foot = page.n_foot};
    steps.start.foot = page.foot;
    DgCarry *carry = NULL;
    DgSheet sheet = dg_sheet_make(oracle->arena, chain, &steps, &carry);
    for (int term = 0; term < DG_N_TERMS; term++)
        cost += sheet.terms[term];
    for (size_t i = page.placed; i < chain->n_floats; i++)
        if (chain->floats[i].place < place.row ||
            (chain->floats[i].place == place.row && (place.at[DG_LEFT] || place.at[DG_RIGHT])))
            cost += DG_COST_LATE;
    if (last)
        oracle->best = MIN(oracle->best, cost);
    if (last || cost >= oracle->best)
        return;
    OraclePage next = {.placed = page.placed};
    oracle_go(oracle, &next, place, cost);
}

/* Sets the next float; false: it does not fit. */
static bool
oracle_float(Oracle *oracle, OraclePage page, Place place, bool here, int64_t cost)
{
    const DgChain *chain = oracle->chain;
    const DgFloat *floating = &chain->floats[page.placed];
    bool foot = floating->at_foot && !here;
    bool forced = here && page.n == 0 && page.n_foot == 0;
    DgLen lower = MAX(page.used[DG_LEFT], page.used[DG_RIGHT]),
          tall = MAX(floating->ends[DG_LEFT], floating->ends[DG_RIGHT]);
    DgLen top = foot    ? page.foot + floating->before
                : lower ? lower + MAX(page.gap, floating->before)
                        : 0;
    DgFragment fragment = {.row = floating->first, .top = {top, top}};
    for (int side = 0; side < DG_SIDES; side++)
        fragment.to[side] = dg_fragment_stack(chain, &fragment, (DgSide)side)->n;
    if (foot) {
        page.foot_fragments[page.n_foot++] = fragment;
        page.foot = top + tall;
    } else {
        page.fragments[page.n++] = fragment;
        for (int side = 0; side < DG_SIDES; side++)
            if (floating->ends[side])
                page.used[side] = top + floating->ends[side];
        if (!chain->free)
            page.used[DG_LEFT] = page.used[DG_RIGHT] = MAX(page.used[DG_LEFT], page.used[DG_RIGHT]);
        page.gap = floating->after;
    }
    if (!forced && !oracle_fits(oracle, &page, page.used))
        return false;
    page.placed++;
    oracle_go(oracle, &page, place, cost);
    return true;
}

/* The steps that set floats; whether no text may be set. */
static bool
oracle_floats(Oracle *oracle, const OraclePage *page, Place place, int64_t cost)
{
    const DgChain *chain = oracle->chain;
    bool begins = !place.at[DG_LEFT] && !place.at[DG_RIGHT], end = place.row == chain->n_rows;
    bool barrier = end || (begins && chain->rows[place.row].open), set = false;
    const DgFloat *next = page->placed < chain->n_floats ? &chain->floats[page->placed] : NULL;
    if (barrier && next && next->place <= place.row) {
        if (page->foot || !oracle_float(oracle, *page, place, true, cost))
            oracle_close(oracle, *page, place, cost);
        return true;
    }
    if (end) {
        oracle_close(oracle, *page, place, cost);
        return true;
    }
    if (next && !page->text && !barrier)
        set = oracle_float(oracle, *page, place, false, cost);
    DgLen lower = MAX(page->used[DG_LEFT], page->used[DG_RIGHT]);
    if (!set && !page->text && page->n > 0 && 2 * lower >= chain->height &&
        chain->floats[page->placed - 1].place <= place.row)
        oracle_close(oracle, *page, place, cost);
    return false;
}

static void
oracle_text(Oracle *oracle, const OraclePage *page, DgFragment fragment, int64_t cost)
{
    const DgChain *chain = oracle->chain;
    DgLen bottom[DG_SIDES], used[DG_SIDES];
    dg_fragment_bottoms(chain, &fragment, page->used, bottom);
    dg_chain_level(chain, bottom, used);
    OraclePage next = *page;
    next.fragments[next.n++] = fragment;
    next.text = true;
    next.gap = 0;
    memcpy(next.used, used, sizeof used);
    bool rest = dg_fragment_is_rest(chain, &fragment);
    Place place = {.row = fragment.row + rest, .option = rest ? -1 : fragment.option};
    if (!rest)
        memcpy(place.at, fragment.to, sizeof place.at);
    bool over = rest && place.row == chain->n_rows && next.placed == chain->n_floats;
    if (rest && !over && oracle_fits(oracle, &next, used))
        oracle_go(oracle, &next, place, cost);
    if (oracle_fits(oracle, &next, bottom))
        oracle_close(oracle, next, place, cost);
}

static bool
is_legal(const DgStack *stack, uint32_t from, uint32_t to)
{
    return to == from || to == stack->n || stack->slices[to].cut < DG_COST_SINGLE;
}

static void
oracle_go(Oracle *oracle, const OraclePage *page, Place place, int64_t cost)
{
    const DgChain *chain = oracle->chain;
    if (oracle_floats(oracle, page, place, cost))
        return;
    const DgRow *row = &chain->rows[place.row];
    DgFragment fragment = {.row = place.row};
    bool begins = !place.at[DG_LEFT] && !place.at[DG_RIGHT];
    memcpy(fragment.from, place.at, sizeof fragment.from);
    for (int side = 0; side < DG_SIDES; side++) {
        DgLen used = row->full ? MAX(page->used[DG_LEFT], page->used[DG_RIGHT]) : page->used[side],
              space = begins ? MAX(page->gap, row->before) : page->gap;
        bool on_first = page->first && (page->n_foot || begins);
        DgLen top = used ? used + space : on_first ? chain->first_top : 0;
        if (used && chain->grid && row->on_grid)
            top = (top - (begins ? row->give : 0) + chain->grid - 1) / chain->grid * chain->grid;
        fragment.top[side] = top;
    }
    for (int i = 0; i < row->n_options; i++) {
        if (place.option >= 0 && i != place.option)
            continue;
        fragment.option = (uint8_t)i;
        const DgStack *left = dg_fragment_stack(chain, &fragment, DG_LEFT),
                      *right = dg_fragment_stack(chain, &fragment, DG_RIGHT);
        for (uint32_t a = place.at[DG_LEFT]; a <= left->n; a++)
            for (uint32_t b = place.at[DG_RIGHT]; b <= right->n; b++) {
                bool moves = a > place.at[DG_LEFT] || b > place.at[DG_RIGHT];
                fragment.to[DG_LEFT] = a;
                fragment.to[DG_RIGHT] = b;
                if (moves && is_legal(left, place.at[DG_LEFT], a) &&
                    is_legal(right, place.at[DG_RIGHT], b))
                    oracle_text(oracle, page, fragment, cost);
            }
    }
}

/* The share of trials, in per mille, in which the program finds the least cost there is. */
static int
compare_with_brute_force(bool free_columns, bool at_foot, guint32 seed)
{
    g_autoptr(GRand) random = g_rand_new_with_seed(seed);
    FakeSizes sizes = {.rows = 6, .lines = 3, .page = 7, .variants = 1};
    int floats = 0, equal = 0;
    for (int trial = 0; trial < 300; trial++) {
        DgArena *arena = dg_arena_new();
        DgChain *chain = fake_chain(arena, random, sizes);
        chain->reach = 0;
        chain->free = free_columns;
        chain->first_top = 0;
        for (size_t i = 0; i < chain->n_rows; i++)
            chain->rows[i].break_cost = 0;
        take_floats(arena, chain, random, at_foot);
        Oracle oracle = {arena, chain, INT64_MAX};
        OraclePage page = {.first = true};
        oracle_go(&oracle, &page, (Place){.option = -1}, 0);
        int64_t cost = dg_chain_break(arena, chain).cost;
        g_assert_cmpint(cost, >=, oracle.best);
        equal += cost == oracle.best;
        floats += (int)chain->n_floats;
        dg_arena_free(arena);
    }
    g_assert_cmpint(floats, >, 100);
    return 1000 * equal / 300;
}

/* Where columns run on by themselves and one stands on the grid above nothing, the program takes its foot for lower than
 * it is, and may drop the better one of two pages that are nearly as good. */
static void
test_brute_force(void)
{
    g_assert_cmpint(compare_with_brute_force(false, false, 1), ==, 1000);
    g_assert_cmpint(compare_with_brute_force(true, false, 2), >=, 990);
    g_assert_cmpint(compare_with_brute_force(false, true, 3), ==, 1000);
    g_assert_cmpint(compare_with_brute_force(true, true, 4), >=, 990);
}

/* ---- what holds of every page ---- */

static size_t
float_of(const DgChain *chain, uint32_t row)
{
    for (size_t i = 0; i < chain->n_floats; i++)
        if (chain->floats[i].first == row)
            return i;
    g_assert_not_reached();
}

/* Rows of the text once and in order, floats once and in theirs, none on a page that ends before its place; nothing
 * over another, or over the notes. */
static void
check_order(const DgChain *chain, const DgSheets *sheets)
{
    uint32_t row = 0, next_float = 0, at[DG_SIDES] = {0};
    for (size_t i = 0; i < sheets->n; i++) {
        const DgSheet *sheet = &sheets->sheets[i];
        DgLen foot[DG_SIDES] = {0};
        for (size_t j = 0; j < sheet->n; j++) {
            const DgFragment *fragment = &sheet->fragments[j];
            bool floats = fragment->row >= chain->n_rows;
            if (floats)
                g_assert_cmpuint(float_of(chain, fragment->row), ==, next_float++);
            else
                g_assert_cmpuint(fragment->row, ==, row);
            for (int side = 0; side < DG_SIDES; side++) {
                DgLen height = dg_fragment_height(
                    chain, fragment, chain->rows[fragment->row].full ? DG_LEFT : (DgSide)side);
                g_assert_cmpuint(fragment->from[side], ==, floats ? 0 : at[side]);
                g_assert_cmpint(fragment->top[side], >=, foot[side]);
                foot[side] = height ? fragment->top[side] + height : foot[side];
                at[side] = floats ? at[side] : fragment->to[side];
                g_assert_cmpint(foot[side] + dg_notes_below(chain, sheet->area, (DgSide)side), <=,
                                chain->height);
            }
            if (!floats && dg_fragment_is_rest(chain, fragment)) {
                row++;
                at[DG_LEFT] = at[DG_RIGHT] = 0;
            }
        }
        if (next_float)
            g_assert_cmpuint(chain->floats[next_float - 1].place, <=, row);
    }
    g_assert_cmpuint(row, ==, chain->n_rows);
    g_assert_cmpuint(next_float, ==, chain->n_floats);
}

/* Notes whole, those of a float from its page on; how many begin later. */
static guint64
check_notes(const DgChain *chain, const DgSheets *sheets, int column)
{
    g_autofree uint32_t *set = g_new0(uint32_t, chain->n_notes[column] + 1);
    guint64 later = 0;
    for (size_t i = 0; i < sheets->n; i++) {
        const DgSheet *sheet = &sheets->sheets[i];
        for (size_t j = 0; j < sheet->n_parts[column]; j++) {
            DgNotePart part = sheet->parts[column][j];
            g_assert_cmpuint(part.from, ==, set[part.note]);
            set[part.note] = part.to;
        }
        for (size_t j = 0; j < sheet->n; j++) {
            uint32_t row = sheet->fragments[j].row;
            for (uint32_t note = chain->rows[row].note_start[column];
                 row >= chain->n_rows && note < chain->rows[row].note_end[column]; note++)
                later += set[note] == 0;
        }
    }
    for (size_t i = 0; i < chain->n_notes[column]; i++)
        g_assert_cmpuint(set[i], ==, chain->notes[column][i].stack.n);
    return later;
}

static void
test_all_stands_once(void)
{
    g_autoptr(GRand) random = g_rand_new_with_seed(7);
    FakeSizes sizes = {
        .rows = 60, .lines = 14, .page = 44, .variants = 3, .notes = 40, .note_lines = 6};
    guint64 floats = 0, later = 0;
    for (int trial = 0; trial < 24; trial++) {
        DgArena *arena = dg_arena_new();
        DgChain *chain = fake_chain(arena, random, sizes);
        chain->free = trial % 2 == 1;
        chain->notes_shared = trial % 4 >= 2;
        take_floats(arena, chain, random, trial % 8 >= 4);
        DgSheets sheets = dg_chain_break(arena, chain);
        check_order(chain, &sheets);
        for (int column = 0; column < DG_N_COLUMNS; column++)
            later += check_notes(chain, &sheets, column);
        floats += chain->n_floats;
        dg_arena_free(arena);
    }
    g_assert_cmpuint(later, ==, 0);
    g_assert_cmpuint(floats, >, 100);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/float-steps/brute-force", test_brute_force);
    g_test_add_func("/float-steps/all-stands-once", test_all_stands_once);
    return g_test_run();
}
