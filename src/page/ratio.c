/* ratio.c - the widths of the columns, chosen for a volume or an item (layout.md 3).
 * Each step of a 200th of the width is judged by the natural widths of the paragraphs; the best few then by a quick
 * line breaker. What counts is the height of all pairs, each as tall as its taller side; where the columns run on by
 * themselves, that of the taller column. */
#include "rows-internal.h"

enum {
    STEPS = 200,
    LEAST = 70, /* neither column under 35 % of the width */
    CANDIDATES = 3,
    LAST_LINE =
        450, /* per mille of a line: what the last line leaves free on the average, measured */
};

typedef struct {
    DgLen left, height;
} Candidate;

typedef DgLen (*TextHeight)(const DgPiece *piece, DgLen measure);

static DgLen
by_natural_width(const DgPiece *piece, DgLen measure)
{
    DgLen room = measure - piece->style->left - piece->style->right;
    room = room > DG_PT(20) ? room : DG_PT(20);
    DgLen lines = (piece->par->natural * 1000 / room + LAST_LINE + 999) / 1000;
    return (lines > 0 ? lines : 1) * piece->style->font.leading;
}

static DgLen
by_breaking(const DgPiece *piece, DgLen measure)
{
    return dg_lines_estimate(piece->par, measure) * piece->style->font.leading;
}

static DgLen
side_height(const DgRow *row, int side, DgLen measure, TextHeight text_height)
{
    DgLen height = 0;
    for (size_t i = 0; i < row->n_pieces[side]; i++)
        if (row->pieces[side][i].kind == DG_PIECE_TEXT)
            height += text_height(&row->pieces[side][i], measure);
    return height;
}

typedef struct {
    const DgStretch *stretches;
    size_t n;
    DgLen width;
} Volume;

static DgLen
stretch_height(const DgStretch *stretch, DgLen left, DgLen right, TextHeight text_height)
{
    DgLen sum = 0, column[DG_SIDES] = {0};
    for (size_t i = 0; i < stretch->n; i++) {
        const DgRow *row = &stretch->rows[i];
        if (row->full || !row->n_pieces[DG_LEFT] || !row->n_pieces[DG_RIGHT])
            continue;
        DgLen a = side_height(row, DG_LEFT, left, text_height);
        DgLen b = side_height(row, DG_RIGHT, right, text_height);
        sum += a > b ? a : b;
        column[DG_LEFT] += a;
        column[DG_RIGHT] += b;
    }
    return stretch->free ? dg_lower(column) : sum;
}

static DgLen
volume_height(const Volume *volume, DgLen left, TextHeight text_height)
{
    DgLen sum = 0;
    for (size_t i = 0; i < volume->n; i++)
        if (volume->stretches[i].layout == DG_LAYOUT_COLUMNS)
            sum += stretch_height(&volume->stretches[i], left, volume->width - left, text_height);
    return sum;
}

/* Nearer to equal columns where it is a tie. */
static bool
is_better(Candidate a, Candidate b, DgLen width)
{
    if (a.height != b.height)
        return a.height < b.height;
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

DgLen
dg_ratio_choose(const DgStretch *stretches, size_t n, DgLen width)
{
    Volume volume = {stretches, n, width};
    Candidate best[CANDIDATES], chosen = {0, DG_LEN_MAX};
    for (int i = 0; i < CANDIDATES; i++)
        best[i] = (Candidate){0, DG_LEN_MAX};
    for (int step = LEAST; step <= STEPS - LEAST; step++) {
        DgLen left = width * step / STEPS;
        keep_best(best, (Candidate){left, volume_height(&volume, left, by_natural_width)}, width);
    }
    for (int i = 0; i < CANDIDATES; i++) {
        Candidate exact = {best[i].left, volume_height(&volume, best[i].left, by_breaking)};
        if (is_better(exact, chosen, width))
            chosen = exact;
    }
    return chosen.height ? chosen.left : width / 2;
}
