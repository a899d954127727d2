/* align-posterior.c - how sure each bead of a path is: the share of the probability of all paths that goes
 * through it (forward-backward). */
#include "align-internal.h"

#include <math.h>

#define NEGLIGIBLE 36.0 /* e^-36 is less than the last bit of 1 */

/* ln(e^a + e^b) */
static double
add_logarithms(double a, double b)
{
    double high = a > b ? a : b, low = a > b ? b : a;
    return high - low > NEGLIGIBLE ? high : high + log1p(exp(low - high));
}

static size_t
cell_at(const DgBand *band, size_t i, size_t j)
{
    return band->start[i] + j - band->low[i];
}

typedef void (*Visit)(double *sums, size_t from, size_t to, double cost);

static void
go_forward(double *sums, size_t from, size_t to, double cost)
{
    if (sums[from] > -DG_IMPOSSIBLE)
        sums[to] = add_logarithms(sums[to], sums[from] - cost);
}

static void
go_backward(double *sums, size_t from, size_t to, double cost)
{
    go_forward(sums, to, from, cost);
}

static void
visit_beads(const DgProblem *problem, const DgBand *band, size_t i, size_t j, double *sums,
            Visit visit)
{
    size_t here = cell_at(band, i, j), start_i, start_j;
    if (!dg_cell_is_open(problem, i, j))
        return;
    for (size_t k = 0; k < dg_n_bead_kinds; k++) {
        DgBeadKind kind = dg_bead_kinds[k];
        double cost = dg_band_bead(problem, band, i, j, kind);
        if (cost < DG_IMPOSSIBLE)
            visit(sums, cell_at(band, i - kind.left, j - kind.right), here,
                  DG_SHARE_OF_COST * cost);
    }
    if (dg_exact_start(problem, i, j, &start_i, &start_j) && start_j >= band->low[start_i] &&
        start_j <= band->high[start_i])
        visit(sums, cell_at(band, start_i, start_j), here, 0);
}

static double *
sums_new(const DgBand *band, size_t certain)
{
    double *sums = g_new(double, band->cells);
    for (size_t i = 0; i < band->cells; i++)
        sums[i] = -DG_IMPOSSIBLE;
    sums[certain] = 0;
    return sums;
}

typedef struct {
    const DgBand *band;
    const double *forward, *backward;
} Sums;

/* Of a bead that starts at (i, j) and takes `left` and `right` units; 0 outside the band. */
static double
share_of(const Sums *sums, size_t i, size_t j, size_t left, size_t right, double cost)
{
    const DgBand *band = sums->band;
    if (j < band->low[i] || j > band->high[i] || i + left > band->n ||
        j + right < band->low[i + left] || j + right > band->high[i + left])
        return 0;
    double through = sums->forward[cell_at(band, i, j)] - DG_SHARE_OF_COST * cost +
                     sums->backward[cell_at(band, i + left, j + right)];
    return exp(through - sums->forward[band->cells - 1]);
}

/* Of a unit without a partner: wherever it stands among the units of the other side. */
static double
share_alone(const Sums *sums, const DgBead *bead)
{
    size_t i = bead->first[DG_LEFT], j = bead->first[DG_RIGHT];
    double share = 0;
    if (bead->end[DG_LEFT] > i) {
        for (size_t k = sums->band->low[i]; k <= sums->band->high[i]; k++)
            share += share_of(sums, i, k, bead->end[DG_LEFT] - i, 0, bead->cost);
        return share;
    }
    for (size_t k = i; k <= sums->band->n && j <= sums->band->high[k] && j >= sums->band->low[k];
         k++)
        share += share_of(sums, k, j, 0, bead->end[DG_RIGHT] - j, bead->cost);
    for (size_t k = i; k-- > 0 && j <= sums->band->high[k] && j >= sums->band->low[k];)
        share += share_of(sums, k, j, 0, bead->end[DG_RIGHT] - j, bead->cost);
    return share;
}

void
dg_path_confidence(const DgProblem *problem, const DgBand *band, DgBeads *path)
{
    g_autofree double *forward = sums_new(band, 0);
    g_autofree double *backward = sums_new(band, band->cells - 1);
    for (size_t i = 0; i <= band->n; i++)
        for (size_t j = band->low[i]; j <= band->high[i]; j++)
            visit_beads(problem, band, i, j, forward, go_forward);
    for (size_t i = band->n + 1; i-- > 0;)
        for (size_t j = band->high[i] + 1; j-- > band->low[i];)
            visit_beads(problem, band, i, j, backward, go_backward);
    Sums sums = {band, forward, backward};
    for (size_t k = 0; k < path->n; k++) {
        DgBead *bead = &path->beads[k];
        size_t left = bead->end[DG_LEFT] - bead->first[DG_LEFT];
        size_t right = bead->end[DG_RIGHT] - bead->first[DG_RIGHT];
        double share = left && right ? share_of(&sums, bead->first[DG_LEFT], bead->first[DG_RIGHT],
                                                left, right, bead->cost)
                                     : share_alone(&sums, bead);
        bead->confidence = fmin(1, share);
    }
}
