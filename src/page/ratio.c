/* ratio.c - the widths of the columns, chosen for a volume or an item (layout.md 3).
 * Each step of a 200th of the width is judged by the natural widths of the paragraphs; the best few then by their lines.
 * What counts is the height of all pairs, each as tall as its taller side; where the columns run on by themselves, that
 * of the taller column. A loose line is as bad as a line blank beside the shorter side of a pair. */
#include "rows-internal.h"

enum {
    STEPS = 200,
    LEAST = 70, /* neither column under 35 % of the width */
    CANDIDATES = 6,
    MOST_ROWS =
        4000, /* whose lines are broken for each candidate; of a longer volume every so many */
    LAST_LINE =
        450, /* per mille of a line: what the last line leaves free on the average, measured */
};

typedef struct {
    DgLen left, cost;
} Candidate;

/* Of one side of a row. */
typedef struct {
    DgLen height, faults; /* faults: the leadings of bad lines */
} Side;

typedef Side (*JudgeText)(DgArena *scratch, const DgPiece *piece, DgLen measure);

static Side
by_natural_width(DgArena *scratch, const DgPiece *piece, DgLen measure)
{
    (void)scratch;
    DgLen room = measure - piece->style->left - piece->style->right;
    room = room > DG_PT(20) ? room : DG_PT(20);
    DgLen lines = (piece->par->natural * 1000 / room + LAST_LINE + 999) / 1000;
    return (Side){.height = (lines > 0 ? lines : 1) * piece->style->font.leading};
}

static Side
by_breaking(DgArena *scratch, const DgPiece *piece, DgLen measure)
{
    DgLineCount count = dg_lines_count(scratch, piece->par, measure);
    DgLen leading = piece->style->font.leading;
    return (Side){count.lines * leading, count.faults * leading};
}

typedef struct {
    const DgStretch *stretches;
    size_t n;
    DgLen width;
    size_t stride; /* one row of so many is looked at */
} Volume;

static Side
judge_side(DgArena *scratch, const DgRow *row, int side, DgLen measure, JudgeText judge_text)
{
    Side sum = {0};
    for (size_t i = 0; i < row->n_pieces[side]; i++) {
        if (row->pieces[side][i].kind != DG_PIECE_TEXT)
            continue;
        Side text = judge_text(scratch, &row->pieces[side][i], measure);
        sum.height += text.height;
        sum.faults += text.faults;
    }
    return sum;
}

static bool
is_pair(const DgRow *row)
{
    return !row->full && row->n_pieces[DG_LEFT] && row->n_pieces[DG_RIGHT];
}

/* `*seen` counts the pairs of the volume. */
static DgLen
judge_stretch(const DgStretch *stretch, const Volume *volume, DgLen left, JudgeText judge_text,
              size_t *seen)
{
    DgLen sum = 0, column[DG_SIDES] = {0}, faults = 0;
    DgArena *scratch = dg_arena_new();
    for (size_t i = 0; i < stretch->n; i++) {
        const DgRow *row = &stretch->rows[i];
        if (!is_pair(row) || (*seen)++ % volume->stride != 0)
            continue;
        Side a = judge_side(scratch, row, DG_LEFT, left, judge_text);
        Side b = judge_side(scratch, row, DG_RIGHT, volume->width - left, judge_text);
        sum += a.height > b.height ? a.height : b.height;
        column[DG_LEFT] += a.height;
        column[DG_RIGHT] += b.height;
        faults += a.faults + b.faults;
    }
    dg_arena_free(scratch);
    return (stretch->free ? dg_lower(column) : sum) + faults / DG_SIDES;
}

static DgLen
judge_volume(const Volume *volume, DgLen left, JudgeText judge_text)
{
    DgLen sum = 0;
    size_t seen = 0;
    for (size_t i = 0; i < volume->n; i++)
        if (volume->stretches[i].layout == DG_LAYOUT_COLUMNS)
            sum += judge_stretch(&volume->stretches[i], volume, left, judge_text, &seen);
    return sum;
}

/* Nearer to equal columns where it is a tie. */
static bool
is_better(Candidate a, Candidate b, DgLen width)
{
    if (a.cost != b.cost)
        return a.cost < b.cost;
    DgLen off_a = 2 * a.left - width, off_b = 2 * b.left - width;
    return (off_a < 0 ? -off_a : off_a) < (off_b < 0 ? -off_b : off_b);
}

static void
keep_best(Candidate best[CANDIDATES], Candidate candidate, DgLen width)
{
    for (int i = 0; i < CANDIDATES; i++)
        if (is_better(candidate, best[i], width)) {
            Candidate moved = best[i];
            best[i] = candidate;
            candidate = moved;
        }
}

static size_t
count_pairs(const Volume *volume)
{
    size_t n = 0;
    for (size_t i = 0; i < volume->n; i++)
        for (size_t j = 0; j < volume->stretches[i].n; j++)
            n += volume->stretches[i].layout == DG_LAYOUT_COLUMNS &&
                 is_pair(&volume->stretches[i].rows[j]);
    return n;
}

DgLen
dg_ratio_choose(const DgStretch *stretches, size_t n, DgLen width)
{
    Volume volume = {stretches, n, width, 1};
    Candidate best[CANDIDATES], chosen = {0, DG_LEN_MAX};
    for (int i = 0; i < CANDIDATES; i++)
        best[i] = (Candidate){0, DG_LEN_MAX};
    for (int step = LEAST; step <= STEPS - LEAST; step++) {
        DgLen left = width * step / STEPS;
        keep_best(best, (Candidate){left, judge_volume(&volume, left, by_natural_width)}, width);
    }
    volume.stride = 1 + count_pairs(&volume) / MOST_ROWS;
    for (int i = 0; i < CANDIDATES; i++) {
        Candidate exact = {best[i].left, judge_volume(&volume, best[i].left, by_breaking)};
        if (is_better(exact, chosen, width))
            chosen = exact;
    }
    return chosen.cost ? chosen.left : width / 2;
}
