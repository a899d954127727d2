/* align-band.c - which cells of the table of paths are looked at: a band around the line of equal shares of
 * the text between what is fixed, or around a path. */
#include "align-internal.h"

#define BAND_SHARE 0.06 /* of the units, to each side (layout.md 4) */
#define BAND_LEAST 10
/* Of the whole table, so that memory stays bounded for any input; a row keeps BAND_LEAST in any case. */
#define CELLS_MOST (8u << 20)

static DgBand *
band_new(const DgProblem *problem)
{
    DgBand *band = g_new0(DgBand, 1);
    band->n = problem->n[DG_LEFT];
    band->m = problem->n[DG_RIGHT];
    band->low = g_new(size_t, band->n + 1);
    band->high = g_new0(size_t, band->n + 1);
    band->start = g_new0(size_t, band->n + 1);
    for (size_t i = 0; i <= band->n; i++)
        band->low[i] = band->m;
    return band;
}

void
dg_band_free(DgBand *band)
{
    g_free(band->low);
    g_free(band->high);
    g_free(band->start);
    g_free(band->anchors);
    g_free(band);
}

static void
fill_anchors(const DgProblem *problem, DgBand *band)
{
    band->anchors = g_new0(float, band->cells);
    for (size_t i = 0; i < band->n; i++)
        for (size_t k = problem->match_start[i]; k < problem->match_start[i + 1]; k++) {
            DgMatch match = problem->matches[k];
            if (match.other >= band->low[i] && match.other <= band->high[i])
                band->anchors[band->start[i] + match.other - band->low[i]] = match.weight;
        }
}

/* Makes neighbouring rows overlap, so that some path leads through, and counts the cells. */
static DgBand *
finish(const DgProblem *problem, DgBand *band)
{
    for (size_t i = band->n; i-- > 0;) {
        band->low[i] = MIN(band->low[i], band->low[i + 1]);
        band->high[i] = MAX(band->high[i], band->low[i + 1]);
    }
    for (size_t i = 0; i <= band->n; i++) {
        band->start[i] = band->cells;
        band->cells += band->high[i] - band->low[i] + 1;
    }
    fill_anchors(problem, band);
    return band;
}

static void
widen(DgBand *band, size_t i, size_t low, size_t high)
{
    band->low[i] = MIN(band->low[i], low);
    band->high[i] = MAX(band->high[i], high);
}

/* The boundary of the right side that lies at the same share of the text as i between two corners. */
static size_t
same_share(const DgProblem *problem, const size_t from[DG_SIDES], const size_t to[DG_SIDES],
           size_t i)
{
    const double *left = problem->before[DG_LEFT], *right = problem->before[DG_RIGHT];
    double whole = left[to[0]] - left[from[0]];
    double share = whole > 0 ? (left[i] - left[from[0]]) / whole : 0;
    double target = right[from[1]] + share * (right[to[1]] - right[from[1]]);
    size_t low = from[1], high = to[1];
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (right[middle] < target)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static void
widen_between(const DgProblem *problem, DgBand *band, const size_t from[DG_SIDES],
              const size_t to[DG_SIDES])
{
    size_t rows = to[0] - from[0], columns = to[1] - from[1];
    size_t half = (size_t)(BAND_SHARE * (double)MAX(rows, columns));
    half += rows > columns ? rows - columns : columns - rows;
    half = MIN(half, CELLS_MOST / 2 / (band->n + 1)) + BAND_LEAST;
    for (size_t i = from[0]; i <= to[0]; i++) {
        size_t j = same_share(problem, from, to, i);
        widen(band, i, j > from[1] + half ? j - half : from[1], MIN(j + half, to[1]));
    }
    widen(band, from[0], from[1], from[1]);
    widen(band, to[0], to[1], to[1]);
}

DgBand *
dg_band_wide(const DgProblem *problem)
{
    DgBand *band = band_new(problem);
    size_t from[DG_SIDES] = {0, 0};
    for (size_t k = 0; k < problem->n_fixed; k++) {
        const DgFixed *fixed = &problem->fixed[k];
        if (fixed->first[0] == fixed->end[0] || fixed->first[1] == fixed->end[1])
            continue;
        widen_between(problem, band, from, fixed->first);
        widen_between(problem, band, fixed->first, fixed->end);
        from[0] = fixed->end[0];
        from[1] = fixed->end[1];
    }
    widen_between(problem, band, from, problem->n);
    return finish(problem, band);
}

DgBand *
dg_band_along(const DgProblem *problem, const DgBeads *path, size_t margin)
{
    DgBand *band = band_new(problem);
    widen(band, 0, 0, 0);
    for (size_t k = 0; k < path->n; k++) {
        const DgBead *bead = &path->beads[k];
        for (size_t i = bead->first[0]; i <= bead->end[0]; i++)
            widen(band, i, bead->first[1] > margin ? bead->first[1] - margin : 0,
                  MIN(bead->end[1] + margin, band->m));
    }
    return finish(problem, band);
}
