/* align-doubt.c - warns where the pairs may be wrong: given ones that fit badly, beads that the aligner is not
 * sure of, blocks without a partner, texts that do not correspond at all. */
#include "align-internal.h"

#include <math.h>

#define DOUBT_BELOW 0.5 /* confidence of a bead */
/* Nats by which free alignment must fit better than what is given, before that is called doubtful. */
#define DOUBT_FIXED 12.0
/* Texts do not correspond when so many of their paragraphs find no partner, at least so many in number. */
#define EXCERPT_SHARE 0.3
#define EXCERPT_LEAST 6

static size_t
length_of(const DgBead *bead, int side)
{
    return bead->end[side] - bead->first[side];
}

static DgPos
place_of(const DgProblem *problem, const DgBead *bead, int side)
{
    return length_of(bead, side) ? problem->units[side][bead->first[side]].node->pos : DG_NOWHERE;
}

static double
prior_of(size_t left, size_t right)
{
    for (size_t k = 0; k < dg_n_bead_kinds; k++)
        if (dg_bead_kinds[k].left == left && dg_bead_kinds[k].right == right)
            return dg_bead_kinds[k].cost;
    return 2.0 * (double)(left + right);
}

/* What a bead would cost if it were not given. */
static double
natural_cost(const DgProblem *problem, const DgBead *bead)
{
    size_t left = length_of(bead, DG_LEFT), right = length_of(bead, DG_RIGHT);
    if (left == 0 || right == 0)
        return (double)(left + right) * prior_of(1, 0);
    double anchors = 0;
    for (size_t i = bead->first[DG_LEFT]; i < bead->end[DG_LEFT]; i++)
        for (size_t j = bead->first[DG_RIGHT]; j < bead->end[DG_RIGHT]; j++)
            anchors += dg_match_weight(problem, i, j);
    return dg_joined_cost(problem, bead, prior_of(left, right), anchors);
}

/* What the anchors of a bead's left units would say of the units that they match best, beyond what they say of
 * those they were given. */
static double
missed_anchors(const DgProblem *problem, const DgBead *bead)
{
    double missed = 0;
    for (size_t i = bead->first[DG_LEFT]; i < bead->end[DG_LEFT]; i++) {
        double best = 0, given = 0;
        for (size_t k = problem->match_start[i]; k < problem->match_start[i + 1]; k++) {
            const DgMatch *match = &problem->matches[k];
            best = fmax(best, (double)match->weight);
            if (match->other >= bead->first[DG_RIGHT] && match->other < bead->end[DG_RIGHT])
                given = fmax(given, (double)match->weight);
        }
        missed += best - given;
    }
    return missed;
}

bool
dg_doubt_is_due(const DgProblem *problem, const DgBeads *path)
{
    double sum = 0; /* of a stretch: restarted where pairs fit well */
    for (size_t k = 0; k < path->n && sum < DOUBT_FIXED / 2; k++) {
        const DgBead *bead = &path->beads[k];
        if (bead->fixed && (bead->fixed->unlike || !bead->fixed->approved))
            sum = bead->fixed->unlike
                      ? DOUBT_FIXED
                      : fmax(0, sum + natural_cost(problem, bead) + missed_anchors(problem, bead));
    }
    return sum >= DOUBT_FIXED / 2;
}

static bool
ends_before(const DgBead *a, const DgBead *b)
{
    return a->end[DG_LEFT] + a->end[DG_RIGHT] < b->end[DG_LEFT] + b->end[DG_RIGHT];
}

static bool
end_together(const DgBead *a, const DgBead *b)
{
    return a->end[DG_LEFT] == b->end[DG_LEFT] && a->end[DG_RIGHT] == b->end[DG_RIGHT];
}

static void
report(DgDiags *diags, const DgProblem *problem, DgCode code, const DgBead *bead,
       const char *argument)
{
    dg_diag_also(diags, code, place_of(problem, bead, DG_LEFT), place_of(problem, bead, DG_RIGHT),
                 argument, NULL);
}

/* One stretch between boundaries that both paths share; `gain` is what free alignment saves there. */
static void
judge_stretch(DgDiags *diags, const DgProblem *problem, const DgBead *given, size_t n, double gain)
{
    size_t count = 0;
    const DgBead *first = NULL;
    for (size_t k = 0; k < n; k++)
        if (given[k].fixed && !given[k].fixed->approved) {
            first = first ? first : &given[k];
            count++;
        }
    if (first && gain >= DOUBT_FIXED) {
        g_autofree char *number = g_strdup_printf("%zu", count);
        report(diags, problem, DG_PAIR_SHIFTED, first, number);
        return;
    }
    for (size_t k = 0; k < n; k++)
        if (given[k].fixed && given[k].fixed->unlike)
            report(diags, problem, DG_PAIR_UNLIKE, &given[k], NULL);
}

void
dg_doubt_fixed(DgDiags *diags, const DgProblem *problem, const DgBeads *path,
               const DgBeads *free_path)
{
    size_t start = 0, j = 0;
    double gain = 0;
    for (size_t i = 0; i < path->n; i++) {
        gain += natural_cost(problem, &path->beads[i]);
        while (j < free_path->n && (ends_before(&free_path->beads[j], &path->beads[i]) ||
                                    end_together(&free_path->beads[j], &path->beads[i])))
            gain -= natural_cost(problem, &free_path->beads[j++]);
        if (j == 0 || !end_together(&free_path->beads[j - 1], &path->beads[i]))
            continue;
        judge_stretch(diags, problem, path->beads + start, i + 1 - start, gain);
        start = i + 1;
        gain = 0;
    }
}

/* Paragraphs that found no partner, among all. */
static bool
is_excerpt(DgDiags *diags, const DgProblem *problem, const DgBeads *path)
{
    size_t alone = 0, all = 0;
    const DgBead *first = NULL;
    for (size_t k = 0; k < path->n; k++) {
        const DgBead *bead = &path->beads[k];
        int side = length_of(bead, DG_LEFT) ? DG_LEFT : DG_RIGHT;
        if (bead->fixed || problem->units[side][bead->first[side]].class == DG_UNIT_REFERENCE)
            continue;
        all += length_of(bead, DG_LEFT) + length_of(bead, DG_RIGHT);
        if (length_of(bead, 1 - side) > 0)
            continue;
        alone += length_of(bead, side);
        first = first ? first : bead;
    }
    if (alone < EXCERPT_LEAST || (double)alone < EXCERPT_SHARE * (double)all)
        return false;
    g_autofree char *left = g_strdup_printf("%zu", alone), *right = g_strdup_printf("%zu", all);
    dg_diag_also(diags, DG_PAIR_EXCERPT, problem->units[DG_LEFT][0].node->pos,
                 problem->units[DG_RIGHT][0].node->pos, left, right, NULL);
    return true;
}

static void
report_unsure(DgDiags *diags, const DgProblem *problem, const DgBead *bead)
{
    char confidence[G_ASCII_DTOSTR_BUF_SIZE];
    g_ascii_formatd(confidence, sizeof confidence, "%.2f", bead->confidence);
    report(diags, problem, DG_PAIR_DOUBTFUL, bead, confidence);
}

static bool
is_alone(const DgBead *bead, int side)
{
    return !bead->fixed && length_of(bead, side) > 0 && length_of(bead, 1 - side) == 0;
}

static size_t
end_of_run(const DgBeads *path, size_t start, int side)
{
    while (start < path->n && is_alone(&path->beads[start], side))
        start++;
    return start;
}

/* One report for a run of `n` units without partners. */
static void
report_unpaired(DgDiags *diags, DgPos pos, const char *language, size_t n)
{
    g_autofree char *number = g_strdup_printf("%zu", n);
    if (n == 1)
        dg_diag(diags, DG_PAIR_UNPAIRED, pos, language, NULL);
    else
        dg_diag(diags, DG_PAIR_UNPAIRED_RUN, pos, language, number, NULL);
}

void
dg_doubt_more(DgDiags *diags, const DgProblem *problem, size_t places)
{
    if (places <= DG_PLACES_MOST)
        return;
    g_autofree char *more = g_strdup_printf("%zu", places - DG_PLACES_MOST);
    dg_diag_also(diags, DG_PAIR_MORE, problem->units[DG_LEFT][0].node->pos,
                 problem->units[DG_RIGHT][0].node->pos, more, NULL);
}

void
dg_doubt_beads(DgDiags *diags, const DgProblem *problem, const DgBeads *path, const DgItem *item)
{
    size_t places = 0;
    if (is_excerpt(diags, problem, path))
        return;
    for (size_t k = 0, next; k < path->n; k = next) {
        const DgBead *bead = &path->beads[k];
        int side = length_of(bead, DG_LEFT) ? DG_LEFT : DG_RIGHT;
        bool alone = is_alone(bead, side);
        next = alone ? end_of_run(path, k, side) : k + 1;
        if ((!alone && (bead->fixed || bead->confidence >= DOUBT_BELOW)) ||
            places++ >= DG_PLACES_MOST)
            continue;
        if (alone)
            report_unpaired(diags, place_of(problem, bead, side), item->text[1 - side].language,
                            next - k);
        else
            report_unsure(diags, problem, bead);
    }
    dg_doubt_more(diags, problem, places);
}
