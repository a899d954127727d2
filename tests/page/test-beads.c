/* test-beads.c - sentences of both sides that say the same, and the places that correspond by them. */
#include "page-internal.h"

#include <glib.h>

enum { LETTER = 5, MOST = 8 };

/* Lengths of sentences in characters, 0 at the end; the beads as the numbers of sentences up to their ends. */
typedef struct {
    int left[MOST], right[MOST];
    int beads[MOST][DG_SIDES];
} Case;

static const Case cases[] = {
    {{100, 30, 60, 0}, {110, 33, 66, 0}, {{1, 1}, {2, 2}, {3, 3}}},
    {{120, 40, 0}, {60, 65, 42, 0}, {{1, 2}, {2, 3}}}, /* one divided into two */
    {{50, 55, 80, 0}, {104, 80, 0}, {{2, 1}, {3, 2}}}, /* two joined */
    {{70, 0}, {140, 0}, {{1, 1}}},
};

static size_t
make(DgArena *arena, const int *lengths, DgLen **ends)
{
    size_t n = 0;
    DgLen end = 0;
    for (; lengths[n]; n++)
        ;
    *ends = DG_NEW_ARRAY(arena, DgLen, n);
    for (size_t i = 0; i < n; i++)
        (*ends)[i] = end += DG_PT(lengths[i] * LETTER);
    return n;
}

static void
test_beads(void)
{
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        DgArena *arena = dg_arena_new();
        DgLen *left, *right, letter[] = {DG_PT(LETTER), DG_PT(LETTER)};
        size_t n[] = {make(arena, cases[i].left, &left), make(arena, cases[i].right, &right)};
        const DgLen *const ends[] = {left, right};
        DgBead *beads = NULL;
        size_t made = dg_beads_make(arena, ends, n, letter, &beads);
        for (size_t j = 0; j < made; j++) {
            const int *expected = cases[i].beads[j];
            for (int side = 0; side < DG_SIDES; side++)
                g_assert_cmpint(beads[j].end[side], ==,
                                expected[side] ? ends[side][expected[side] - 1] : 0);
        }
        g_assert_cmpint(beads[made - 1].end[DG_LEFT], ==, left[n[DG_LEFT] - 1]);
        g_assert_cmpint(beads[made - 1].end[DG_RIGHT], ==, right[n[DG_RIGHT] - 1]);
        dg_arena_free(arena);
    }
}

/* Thousands of sentences stay in the band and take no time to speak of. */
static void
test_long_texts(void)
{
    enum { SENTENCES = 3000 };
    DgArena *arena = dg_arena_new();
    DgLen *ends[DG_SIDES], letter[] = {DG_PT(LETTER), DG_PT(LETTER)};
    size_t n[] = {SENTENCES, SENTENCES - SENTENCES / 100};
    g_autoptr(GRand) random = g_rand_new_with_seed(3);
    ends[DG_LEFT] = DG_NEW_ARRAY(arena, DgLen, n[DG_LEFT]);
    ends[DG_RIGHT] = DG_NEW_ARRAY(arena, DgLen, n[DG_RIGHT]);
    DgLen end[DG_SIDES] = {0};
    for (size_t i = 0, j = 0; i < SENTENCES; i++) {
        DgLen length = DG_PT(g_rand_int_range(random, 20, 200) * LETTER);
        ends[DG_LEFT][i] = end[DG_LEFT] += length;
        end[DG_RIGHT] += length * g_rand_int_range(random, 95, 106) / 100;
        if (i % 100 != 99 && j < n[DG_RIGHT]) /* every hundredth is joined to the next */
            ends[DG_RIGHT][j++] = end[DG_RIGHT];
        else
            ends[DG_RIGHT][j - 1] = end[DG_RIGHT];
    }
    const DgLen *const both[] = {ends[DG_LEFT], ends[DG_RIGHT]};
    DgBead *beads = NULL;
    size_t made = dg_beads_make(arena, both, n, letter, &beads);
    g_assert_cmpuint(made, >, n[DG_RIGHT] * 98 / 100);
    g_assert_cmpuint(made, <=, n[DG_RIGHT]);
    dg_arena_free(arena);
}

/* ---- places ---- */

static DgStack
stack_of(DgArena *arena, const DgLen *reaches, uint32_t n)
{
    DgStack stack = {.slices = DG_NEW_ARRAY(arena, DgSlice, n), .n = n, .height = n * DG_PT(12)};
    for (uint32_t i = 0; i < n; i++)
        stack.slices[i] =
            (DgSlice){.top = i * DG_PT(12), .height = DG_PT(12), .reach = DG_PT(reaches[i])};
    return stack;
}

/* The first sentence takes three of four lines on the left, one of four on the right. */
static void
test_counterparts(void)
{
    static const DgLen lines[] = {100, 200, 300, 400};
    DgArena *arena = dg_arena_new();
    DgStack left = stack_of(arena, lines, 4), right = stack_of(arena, lines, 4);
    DgBead beads[] = {{{DG_PT(300), DG_PT(100)}}, {{DG_PT(400), DG_PT(400)}}};
    DgOption option = {0};
    DgRow row = {.stacks = {&left, &right}, .beads = beads, .n_beads = 2};
    g_assert_cmpint(dg_row_counterpart(&row, &option, DG_LEFT, 0), ==, 0);
    g_assert_cmpint(dg_row_counterpart(&row, &option, DG_LEFT, 3), ==, DG_PT(12));
    g_assert_cmpint(dg_row_counterpart(&row, &option, DG_LEFT, 4), ==, DG_PT(48));
    g_assert_cmpint(dg_row_counterpart(&row, &option, DG_RIGHT, 1), ==, DG_PT(36));
    g_assert_cmpint(dg_row_counterpart(&row, &option, DG_RIGHT, 2), ==, DG_PT(40));
    g_assert_true(dg_row_ends_sentence(&row, &option, (const uint32_t[]){3, 1}, DG_PT(10)));
    g_assert_false(dg_row_ends_sentence(&row, &option, (const uint32_t[]){3, 2}, DG_PT(10)));
    g_assert_false(dg_row_ends_sentence(&row, &option, (const uint32_t[]){2, 1}, DG_PT(10)));
    row.n_beads = 0;
    g_assert_cmpint(dg_row_counterpart(&row, &option, DG_LEFT, 3), ==, DG_PT(36));
    dg_arena_free(arena);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/beads/known", test_beads);
    g_test_add_func("/beads/long", test_long_texts);
    g_test_add_func("/beads/places", test_counterparts);
    return g_test_run();
}
