/* align-path.c - the cheapest sequence of beads, by dynamic programming over the cells of a band.
 * A cell (i, j) is the boundary before left unit i and right unit j. What is fixed closes cells: both
 * sides must have passed the same number of fixed pairs, and no boundary lies inside one. */
#include "align-internal.h"

#include <string.h>

#define NO_KIND UINT8_MAX
#define EXACT (UINT8_MAX - 1)

bool
dg_cell_is_open(const DgProblem *problem, size_t i, size_t j)
{
    return problem->passed[DG_LEFT][i] == problem->passed[DG_RIGHT][j] &&
           !problem->inside[DG_LEFT][i] && !problem->inside[DG_RIGHT][j];
}

const DgFixed *
dg_exact_start(const DgProblem *problem, size_t i, size_t j, size_t *start_i, size_t *start_j)
{
    const DgFixed *left = problem->ending[DG_LEFT][i], *right = problem->ending[DG_RIGHT][j];
    const DgFixed *fixed = NULL;
    if (right && (right == left || right->first[DG_LEFT] == right->end[DG_LEFT]))
        fixed = right;
    else if (left && left->first[DG_RIGHT] == left->end[DG_RIGHT])
        fixed = left;
    if (!fixed)
        return NULL;
    *start_i = i - (fixed->end[DG_LEFT] - fixed->first[DG_LEFT]);
    *start_j = j - (fixed->end[DG_RIGHT] - fixed->first[DG_RIGHT]);
    return fixed;
}

static bool
has_cell(const DgBand *band, size_t i, size_t j)
{
    return j >= band->low[i] && j <= band->high[i];
}

static size_t
cell_at(const DgBand *band, size_t i, size_t j)
{
    return band->start[i] + j - band->low[i];
}

/* The band keeps the anchors of its cells; a large bead at its edge reaches beyond. */
static double
anchors_at(const DgProblem *problem, const DgBand *band, size_t i, size_t j)
{
    return has_cell(band, i, j) ? (double)band->anchors[cell_at(band, i, j)]
                                : dg_match_weight(problem, i, j);
}

/* Each unit of the side that has more counts with its best partner: neighbours share words anyway, so that the
 * sum over all would speak for joining whatever stands together. */
static double
anchors_within(const DgProblem *problem, const DgBand *band, size_t i, size_t j, DgBeadKind kind)
{
    bool by_row = kind.left >= kind.right;
    size_t outer = by_row ? kind.left : kind.right, inner = by_row ? kind.right : kind.left;
    double sum = 0;
    for (size_t a = 1; a <= outer; a++) {
        double best = 0;
        for (size_t b = 1; b <= inner; b++)
            best = MAX(best, by_row ? anchors_at(problem, band, i - a, j - b)
                                    : anchors_at(problem, band, i - b, j - a));
        sum += best;
    }
    return sum;
}

double
dg_band_bead(const DgProblem *problem, const DgBand *band, size_t i, size_t j, DgBeadKind kind)
{
    if (kind.left > i || kind.right > j || !has_cell(band, i - kind.left, j - kind.right))
        return DG_IMPOSSIBLE;
    if (problem->passed[DG_LEFT][i] - problem->passed[DG_LEFT][i - kind.left] > 1)
        return DG_IMPOSSIBLE;
    if (kind.left + kind.right > 2 &&
        (problem->soft[DG_LEFT][i] < kind.left || problem->soft[DG_RIGHT][j] < kind.right))
        return DG_IMPOSSIBLE;
    return dg_bead_cost(problem, i, j, kind, anchors_within(problem, band, i, j, kind));
}

static void
reach_cell(const DgProblem *problem, const DgBand *band, size_t n_kinds, double *costs,
           uint8_t *back, size_t i, size_t j)
{
    size_t here = cell_at(band, i, j), start_i, start_j;
    for (size_t k = 0; k < n_kinds; k++) {
        DgBeadKind kind = dg_bead_kinds[k];
        double cost = dg_band_bead(problem, band, i, j, kind);
        if (cost >= DG_IMPOSSIBLE)
            continue;
        cost += costs[cell_at(band, i - kind.left, j - kind.right)];
        if (cost < costs[here]) {
            costs[here] = cost;
            back[here] = (uint8_t)k;
        }
    }
    if (dg_exact_start(problem, i, j, &start_i, &start_j) && has_cell(band, start_i, start_j) &&
        costs[cell_at(band, start_i, start_j)] < costs[here]) {
        costs[here] = costs[cell_at(band, start_i, start_j)];
        back[here] = EXACT;
    }
}

/* Goes to the start of the best bead that ends at (i, j); where none could end, one unit stands alone. */
static const DgFixed *
step_back(const DgProblem *problem, uint8_t kind, size_t *i, size_t *j)
{
    if (kind == EXACT)
        return dg_exact_start(problem, *i, *j, i, j);
    if (kind == NO_KIND) {
        *(*i ? i : j) -= 1;
    } else {
        *i -= dg_bead_kinds[kind].left;
        *j -= dg_bead_kinds[kind].right;
    }
    return NULL;
}

static DgBeads
trace(DgArena *arena, const DgProblem *problem, const DgBand *band, const double *costs,
      const uint8_t *back)
{
    DgBeads path = {.cost = costs[band->cells - 1]};
    size_t i = band->n, j = band->m;
    DgBead *reversed = DG_NEW_ARRAY(arena, DgBead, i + j + 1);
    while (i || j) {
        DgBead bead = {.end = {i, j}};
        uint8_t kind = has_cell(band, i, j) ? back[cell_at(band, i, j)] : NO_KIND;
        double cost = has_cell(band, i, j) ? costs[cell_at(band, i, j)] : 0;
        bead.fixed = step_back(problem, kind, &i, &j);
        bead.first[DG_LEFT] = i;
        bead.first[DG_RIGHT] = j;
        bead.cost = cost - (has_cell(band, i, j) ? costs[cell_at(band, i, j)] : 0);
        reversed[path.n++] = bead;
    }
    path.beads = DG_NEW_ARRAY(arena, DgBead, path.n + 1);
    for (size_t k = 0; k < path.n; k++)
        path.beads[k] = reversed[path.n - 1 - k];
    return path;
}

DgBeads
dg_path_find(DgArena *arena, const DgProblem *problem, const DgBand *band, size_t n_kinds)
{
    g_autofree double *costs = g_new(double, band->cells);
    g_autofree uint8_t *back = g_new(uint8_t, band->cells);
    memset(back, NO_KIND, band->cells);
    for (size_t i = 0; i < band->cells; i++)
        costs[i] = DG_IMPOSSIBLE;
    costs[0] = 0;
    for (size_t i = 0; i <= band->n; i++)
        for (size_t j = band->low[i]; j <= band->high[i]; j++)
            if (dg_cell_is_open(problem, i, j))
                reach_cell(problem, band, n_kinds, costs, back, i, j);
    return trace(arena, problem, band, costs, back);
}
