/* align-solve.c - align two sequences: paths in turn with fitting the model to the text. */
#include "align-internal.h"

#include <math.h>

#define ROUNDS 3     /* of fitting, after the first path (layout.md 4) */
#define MARGIN 10    /* units to each side of the last path */
#define VARIANCE 5.0 /* before anything is known */
#define VARIANCE_LEAST 1.0
#define VARIANCE_MOST 30.0
#define VARIANCE_WEIGHT 8 /* pairs that the first guess counts for */
#define RATIO_WEIGHT 400  /* characters that it counts for */
#define RATIO_MOST 1.8    /* between alphabets, both ways: beyond it the texts do not correspond */

static bool
is_ideographic(const DgProblem *problem, int side)
{
    size_t wide = 0, all = 0;
    for (size_t i = 0; i < problem->n[side]; i++)
        for (const char *s = problem->units[side][i].text; *s; s = g_utf8_next_char(s), all++)
            wide += g_unichar_iswide(g_utf8_get_char(s));
    return wide * 2 > all;
}

/* Without what one side often lacks: references, tables, ... */
static double
length_of_text(const DgProblem *problem, int side)
{
    double length = 0;
    for (size_t i = 0; i < problem->n[side]; i++)
        if (problem->units[side][i].class < DG_UNIT_CODE)
            length += problem->units[side][i].length;
    return length;
}

static double
first_ratio(const DgProblem *problem)
{
    double left = length_of_text(problem, DG_LEFT), right = length_of_text(problem, DG_RIGHT);
    double ratio = left > 0 && right > 0 ? right / left : 1;
    if (is_ideographic(problem, DG_LEFT) != is_ideographic(problem, DG_RIGHT))
        return CLAMP(ratio, 0.1, 10);
    return CLAMP(ratio, 1 / RATIO_MOST, RATIO_MOST);
}

/* The lengths of a bead that says something of the ratio: one to one, of running text. */
static bool
is_measure(const DgProblem *problem, const DgBead *bead, double length[DG_SIDES])
{
    for (int side = 0; side < DG_SIDES; side++) {
        const DgUnit *unit = &problem->units[side][bead->first[side]];
        if (bead->end[side] - bead->first[side] != 1 || unit->class >= DG_UNIT_CODE)
            return false;
        length[side] = unit->length;
    }
    return true;
}

static void
fit(DgProblem *problem, const DgBeads *path, double first)
{
    double sum[DG_SIDES] = {RATIO_WEIGHT, RATIO_WEIGHT * first}, length[DG_SIDES];
    for (size_t k = 0; k < path->n; k++)
        if (is_measure(problem, &path->beads[k], length)) {
            sum[DG_LEFT] += length[DG_LEFT];
            sum[DG_RIGHT] += length[DG_RIGHT];
        }
    problem->ratio = sum[DG_RIGHT] / sum[DG_LEFT];
    double squares = VARIANCE * VARIANCE_WEIGHT, n = VARIANCE_WEIGHT;
    for (size_t k = 0; k < path->n; k++)
        if (is_measure(problem, &path->beads[k], length)) {
            double expected = length[DG_LEFT] * problem->ratio,
                   difference = length[DG_RIGHT] - expected;
            squares += difference * difference / ((expected + length[DG_RIGHT]) / 2);
            n++;
        }
    problem->variance = CLAMP(squares / n, VARIANCE_LEAST, VARIANCE_MOST);
}

DgBeads
dg_problem_solve(DgArena *arena, DgProblem *problem)
{
    double first = problem->ratio = first_ratio(problem);
    problem->variance = VARIANCE;
    DgBand *band = dg_band_wide(problem);
    DgBeads path = dg_path_find(arena, problem, band, DG_COMMON_KINDS);
    for (int round = 0; round < ROUNDS; round++) {
        fit(problem, &path, first);
        dg_band_free(band);
        band = dg_band_along(problem, &path, MARGIN);
        path = dg_path_find(arena, problem, band,
                            round + 1 < ROUNDS ? DG_COMMON_KINDS : dg_n_bead_kinds);
    }
    dg_path_confidence(problem, band, &path);
    dg_band_free(band);
    return path;
}
