/* test-align-path.c - src/align/align-path.c and align-posterior.c against all paths of small problems. */
#include "align-internal.h"
#include "build-item.h"

#include <math.h>

/* ---- the oracle: every sequence of beads, one after the other ---- */
typedef struct {
    const DgProblem *problem;
    DgBead stack[16];
    size_t depth;
    double least;                      /* cost of the cheapest */
    double whole, through[8][8][4][4]; /* sums of probabilities: of all, and of those with a bead */
} Oracle;

static bool
covers(const DgBead *bead, int side, size_t unit)
{
    return unit >= bead->first[side] && unit < bead->end[side];
}

/* Whether a bead leaves all that is fixed together. */
static bool
respects_fixed(const DgProblem *problem, const DgBead *bead)
{
    size_t pairs = 0;
    for (size_t k = 0; k < problem->n_fixed; k++) {
        const DgFixed *fixed = &problem->fixed[k];
        size_t covered = 0, all = 0;
        for (int side = 0; side < DG_SIDES; side++)
            for (size_t unit = fixed->first[side]; unit < fixed->end[side]; unit++, all++)
                covered += covers(bead, side, unit);
        if (covered && covered < all)
            return false;
        pairs += covered > 0;
    }
    return pairs <= 1;
}

static double
best_partners(const DgProblem *problem, const DgBead *bead)
{
    size_t left = bead->end[0] - bead->first[0], right = bead->end[1] - bead->first[1];
    int outer = left >= right ? DG_LEFT : DG_RIGHT;
    double sum = 0;
    for (size_t a = bead->first[outer]; a < bead->end[outer]; a++) {
        double best = 0;
        for (size_t b = bead->first[1 - outer]; b < bead->end[1 - outer]; b++)
            best = fmax(best, outer == DG_LEFT ? dg_match_weight(problem, a, b)
                                               : dg_match_weight(problem, b, a));
        sum += best;
    }
    return sum;
}

static void
finish(Oracle *oracle, double cost)
{
    double probability = exp(-DG_SHARE_OF_COST * cost);
    oracle->least = fmin(oracle->least, cost);
    oracle->whole += probability;
    for (size_t k = 0; k < oracle->depth; k++) {
        const DgBead *bead = &oracle->stack[k];
        size_t left = bead->end[0] - bead->first[0], right = bead->end[1] - bead->first[1];
        if (left < 4 && right < 4)
            oracle->through[bead->first[0]][bead->first[1]][left][right] += probability;
    }
}

static void
try_all(Oracle *oracle, size_t i, size_t j, double cost)
{
    const DgProblem *problem = oracle->problem;
    if (i == problem->n[DG_LEFT] && j == problem->n[DG_RIGHT]) {
        finish(oracle, cost);
        return;
    }
    for (size_t k = 0; k < dg_n_bead_kinds; k++) {
        DgBeadKind kind = dg_bead_kinds[k];
        DgBead bead = {.first = {i, j}, .end = {i + kind.left, j + kind.right}};
        if (bead.end[0] > problem->n[0] || bead.end[1] > problem->n[1] ||
            !respects_fixed(problem, &bead))
            continue;
        double own =
            dg_bead_cost(problem, bead.end[0], bead.end[1], kind, best_partners(problem, &bead));
        if (own >= DG_IMPOSSIBLE)
            continue;
        oracle->stack[oracle->depth++] = bead;
        try_all(oracle, bead.end[0], bead.end[1], cost + own);
        oracle->depth--;
    }
}

/* ---- small problems, drawn at random ---- */
static const char *const words[] = {"1990", "Женева Geneva", "Москва Moscow", "текст",
                                    "text", "да?",           "стр. 12"};

static DgNode **
draw_blocks(DgArena *arena, GRand *draw, size_t n)
{
    static const char *const kinds[] = {"p", "p", "p", "i", "h1", "f", "r"};
    DgNode **blocks = DG_NEW_ARRAY(arena, DgNode *, n + 1);
    for (size_t i = 0; i < n; i++) {
        g_autoptr(GString) line =
            g_string_new(kinds[g_rand_int_range(draw, 0, G_N_ELEMENTS(kinds))]);
        for (int k = g_rand_int_range(draw, 1, 9); k > 0; k--)
            g_string_append_printf(line, " %s",
                                   words[g_rand_int_range(draw, 0, G_N_ELEMENTS(words))]);
        blocks[i] = build_block(arena, line->str, DG_NOWHERE);
        if (*line->str == 'i')
            dg_node_append(dg_node_new(arena, DG_LIST_ITEM, DG_NOWHERE), blocks[i]);
    }
    return blocks;
}

static DgProblem *
draw_problem(DgArena *arena, GRand *draw, DgFixed *fixed)
{
    size_t n[DG_SIDES] = {(size_t)g_rand_int_range(draw, 1, 6),
                          (size_t)g_rand_int_range(draw, 1, 6)};
    DgNode **const blocks[DG_SIDES] = {draw_blocks(arena, draw, n[0]),
                                       draw_blocks(arena, draw, n[1])};
    DgProblem *problem = dg_problem_new(arena, blocks, n);
    dg_problem_tabulate(arena, problem);
    dg_problem_match(arena, problem);
    problem->ratio = g_rand_double_range(draw, 0.8, 1.25);
    problem->variance = g_rand_double_range(draw, 1, 9);
    size_t i = (size_t)g_rand_int_range(draw, 0, (int)n[0]),
           j = (size_t)g_rand_int_range(draw, 0, (int)n[1]);
    *fixed = (DgFixed){.first = {i, j}, .end = {i + 1, j + 1}};
    bool fits = problem->units[0][i].class == problem->units[1][j].class;
    dg_problem_fix(arena, problem, fixed, fits && g_rand_boolean(draw));
    return problem;
}

static void
test_paths_are_the_cheapest_and_confidence_is_their_share(void)
{
    g_autoptr(GRand) draw = g_rand_new_with_seed(1993);
    size_t beads = 0;
    for (int round = 0; round < 150; round++) {
        DgArena *arena = dg_arena_new();
        DgFixed fixed;
        DgProblem *problem = draw_problem(arena, draw, &fixed);
        g_autofree Oracle *oracle = g_new0(Oracle, 1);
        oracle->problem = problem;
        oracle->least = DG_IMPOSSIBLE;
        try_all(oracle, 0, 0, 0);
        DgBand *band = dg_band_wide(problem);
        DgBeads path = dg_path_find(arena, problem, band, dg_n_bead_kinds);
        dg_path_confidence(problem, band, &path);
        g_assert_cmpfloat_with_epsilon(path.cost, oracle->least, 1e-6);
        for (size_t k = 0; k < path.n; k++) {
            const DgBead *bead = &path.beads[k];
            size_t left = bead->end[0] - bead->first[0], right = bead->end[1] - bead->first[1];
            if (left > 3 || right > 3)
                continue;
            double share = 0; /* of a unit alone: at any place among the others */
            for (size_t i = 0; i < 8; i++)
                for (size_t j = 0; j < 8; j++)
                    if ((left == 0 || i == bead->first[0]) && (right == 0 || j == bead->first[1]))
                        share += oracle->through[i][j][left][right] / oracle->whole;
            g_assert_cmpfloat_with_epsilon(bead->confidence, share, 1e-6);
            beads++;
        }
        dg_band_free(band);
        dg_arena_free(arena);
    }
    g_assert_cmpuint(beads, >, 300);
}

/* Sizes that do not agree, one block against many, and what is fixed far from the diagonal. */
static void
test_every_unit_stands_in_one_bead_and_in_order(void)
{
    g_autoptr(GRand) draw = g_rand_new_with_seed(7);
    for (int round = 0; round < 40; round++) {
        DgArena *arena = dg_arena_new();
        size_t n[DG_SIDES] = {(size_t)g_rand_int_range(draw, 1, 60),
                              (size_t)g_rand_int_range(draw, 1, 400)};
        DgNode **const blocks[DG_SIDES] = {draw_blocks(arena, draw, n[0]),
                                           draw_blocks(arena, draw, n[1])};
        DgProblem *problem = dg_problem_new(arena, blocks, n);
        dg_problem_tabulate(arena, problem);
        dg_problem_match(arena, problem);
        DgFixed fixed = {.first = {n[0] - 1, 0}, .end = {n[0], 1}, .exact = true};
        dg_problem_fix(arena, problem, &fixed, round % 2);
        DgBeads path = dg_problem_solve(arena, problem);
        size_t at[DG_SIDES] = {0, 0};
        for (size_t k = 0; k < path.n; k++)
            for (int side = 0; side < DG_SIDES; side++) {
                g_assert_cmpuint(path.beads[k].first[side], ==, at[side]);
                at[side] = path.beads[k].end[side];
                g_assert_true(path.beads[k].confidence >= 0 && path.beads[k].confidence <= 1);
            }
        g_assert_cmpuint(at[DG_LEFT], ==, n[DG_LEFT]);
        g_assert_cmpuint(at[DG_RIGHT], ==, n[DG_RIGHT]);
        dg_arena_free(arena);
    }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/align-path/oracle",
                    test_paths_are_the_cheapest_and_confidence_is_their_share);
    g_test_add_func("/align-path/coverage", test_every_unit_stands_in_one_bead_and_in_order);
    return g_test_run();
}
