/* align-cost.c - what a bead costs: all constants of the model.
 * Source: Gale and Church 1993, section 3: -ln P(kind) - ln P(deviation of the lengths), here with anchors and
 * kinds of blocks. Units without a partner cost a constant: a paragraph may be left out however long it is. */
#include "align-internal.h"

#include <math.h>
#include <stdlib.h>

/* -ln of the share of each kind of bead among paragraphs (layout.md 4); those beyond 3:1 are ours. Of equal
 * paths the first kind decides: of what has no partner, the left side goes before the right. */
const DgBeadKind dg_bead_kinds[] = {
    {1, 1, 0.08}, {0, 1, 5.8}, {1, 0, 5.8}, {2, 1, 3.5}, {1, 2, 3.5}, {2, 2, 5.5}, {3, 1, 5.5},
    {1, 3, 5.5},  {4, 1, 7.0}, {1, 4, 7.0}, {3, 2, 7.0}, {2, 3, 7.0}, {5, 1, 8.0}, {1, 5, 8.0},
};
const size_t dg_n_bead_kinds = sizeof dg_bead_kinds / sizeof *dg_bead_kinds;

#define COST_UNLIKE 3.0 /* a paragraph with a list item, ... */
#define COST_UNLIKE_REFERENCE                                                                      \
    7.0                /* anything else with a reference: translations often leave the list out */
#define COST_LEVEL 2.0 /* for each level by which headings differ */
#define COST_ALONE_HARD 6.0   /* a heading, table ... without a partner: they are rarely left out */
#define COST_JOINED_ITEMS 1.5 /* items and code are rarely joined */
#define COST_DEVIATION_MOST 14.0 /* no length is stronger evidence than this */
#define SHARE_OF_JOINED 0.75     /* of the anchors of joined units: neighbours share words anyway */

/* -ln of the probability that lengths deviate at least so much by chance. */
static double
cost_of_deviation(double deviation)
{
    double x = deviation * M_SQRT1_2;
    double cost = x < 5 ? -log(erfc(x)) : x * x + log(x * 1.7724538509055159);
    return fmin(cost, COST_DEVIATION_MOST);
}

/* Tabulated over the square, so that finding paths needs neither root nor logarithm. */
void
dg_problem_tabulate(DgArena *arena, DgProblem *problem)
{
    problem->deviation_cost = DG_NEW_ARRAY(arena, double, DG_DEVIATIONS);
    for (int i = 0; i < DG_DEVIATIONS; i++)
        problem->deviation_cost[i] = cost_of_deviation(sqrt((i + 0.5) / DG_DEVIATION_STEPS));
}

static double
length_cost(const DgProblem *problem, double left, double right)
{
    double expected = left * problem->ratio, difference = right - expected;
    double square = difference * difference / (problem->variance * (expected + right) / 2);
    return square < (double)DG_DEVIATIONS / DG_DEVIATION_STEPS
               ? problem->deviation_cost[(int)(square * DG_DEVIATION_STEPS)]
               : COST_DEVIATION_MOST;
}

static double
alone_cost(const DgUnit *unit, double prior)
{
    if (unit->locked)
        return DG_IMPOSSIBLE;
    return dg_class_is_hard(unit->class) ? prior + COST_ALONE_HARD : prior;
}

/* What two units cost each other by their kinds. */
static double
likeness_cost(const DgUnit *a, const DgUnit *b)
{
    if (a->class == b->class)
        return COST_LEVEL * abs(a->level - b->level);
    if (dg_class_is_hard(a->class) || dg_class_is_hard(b->class))
        return DG_IMPOSSIBLE;
    return a->class == DG_UNIT_REFERENCE || b->class == DG_UNIT_REFERENCE ? COST_UNLIKE_REFERENCE
                                                                          : COST_UNLIKE;
}

/* What joining the units of one side costs by their kinds. */
static double
joining_cost(const DgUnit *first, size_t n)
{
    double cost = n > 1 && first->class != DG_UNIT_TEXT ? COST_JOINED_ITEMS : 0;
    return first->class != first[n - 1].class ? cost + COST_UNLIKE : cost;
}

double
dg_joined_cost(const DgProblem *problem, const DgBead *bead, double prior, double anchors)
{
    const size_t *first = bead->first, *end = bead->end;
    const DgUnit *left = problem->units[DG_LEFT], *right = problem->units[DG_RIGHT];
    double unlike = likeness_cost(&left[first[0]], &right[first[1]]);
    bool joined = end[0] - first[0] + end[1] - first[1] > 2;
    const double *before = problem->before[DG_LEFT], *after = problem->before[DG_RIGHT];
    return prior + fmin(unlike, COST_DEVIATION_MOST) - (joined ? SHARE_OF_JOINED : 1) * anchors +
           length_cost(problem, before[end[0]] - before[first[0]], after[end[1]] - after[first[1]]);
}

double
dg_bead_cost(const DgProblem *problem, size_t i, size_t j, DgBeadKind kind, double anchors)
{
    const DgUnit *left = problem->units[DG_LEFT] + i, *right = problem->units[DG_RIGHT] + j;
    if (kind.left == 0 || kind.right == 0)
        return alone_cost(kind.left ? left - 1 : right - 1, kind.cost);
    bool joined = kind.left + kind.right > 2;
    if (joined &&
        (problem->soft[DG_LEFT][i] < kind.left || problem->soft[DG_RIGHT][j] < kind.right))
        return DG_IMPOSSIBLE;
    if (left[-1].locked || right[-1].locked)
        return DG_IMPOSSIBLE;
    double cost = kind.cost + likeness_cost(left - kind.left, right - kind.right);
    if (cost >= DG_IMPOSSIBLE)
        return DG_IMPOSSIBLE;
    if (joined) {
        cost += likeness_cost(left - 1, right - 1) / 2;
        cost += joining_cost(left - kind.left, kind.left) +
                joining_cost(right - kind.right, kind.right);
        anchors *= SHARE_OF_JOINED;
    }
    const double *before = problem->before[DG_LEFT] + i, *after = problem->before[DG_RIGHT] + j;
    return cost - anchors +
           length_cost(problem, before[0] - before[-kind.left], after[0] - after[-kind.right]);
}
