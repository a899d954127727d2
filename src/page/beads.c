/* beads.c - which sentences of both sides of a row say the same, so that page breaks fall in step.
 * Source: Gale and Church, "A Program for Aligning Sentences in Bilingual Corpora", 1993: a dynamic program over
 * lengths; here lengths are widths, the ratio is that of the row, and costs are integers. */
#include "page-internal.h"

#include <string.h>

enum {
    BAND = 40,        /* sentences that one side may be ahead of its share */
    VARIANCE = 3,     /* of a sentence's length, for each character of it (layout.md 4) */
    TENTHS = 10,      /* lengths are counted in tenths of a character */
    LEAST_SLICES = 3, /* a shorter side is in step as it is */
    LINE_SHAPE = 15,  /* so many times its height is the length of a line of text, nearly */
    MAX_STEPS = 8
};

typedef struct {
    uint8_t n[DG_SIDES];
    int32_t cost; /* minus the logarithm of its frequency, times 1000 */
} Step;

static const Step steps[MAX_STEPS] = {{{1, 1}, 83},   {{2, 1}, 3500}, {{1, 2}, 3500},
                                      {{2, 2}, 5500}, {{3, 1}, 5500}, {{1, 3}, 5500},
                                      {{1, 0}, 5800}, {{0, 1}, 5800}};

/* ---- the dynamic program ---- */

typedef struct {
    int64_t cost;
    int8_t step; /* -1: not reached */
} Cell;

typedef struct {
    const DgLen *ends[DG_SIDES];
    size_t n[DG_SIDES];
    DgLen total[DG_SIDES]; /* tenths of characters */
    DgLen letter[DG_SIDES];
    Cell *cells;
} Aligner;

static size_t
band_start(const Aligner *aligner, size_t i)
{
    size_t middle = i * aligner->n[DG_RIGHT] / aligner->n[DG_LEFT];
    return middle > BAND ? middle - BAND : 0;
}

/* NULL outside the band. */
static Cell *
cell_at(const Aligner *aligner, size_t i, size_t j)
{
    size_t start = band_start(aligner, i);
    if (j < start || j > start + 2 * BAND)
        return NULL;
    return &aligner->cells[i * (2 * BAND + 1) + (j - start)];
}

/* Length of the sentences [from, to) in tenths of characters. */
static int64_t
length_of(const Aligner *aligner, DgSide side, size_t from, size_t to)
{
    const DgLen *ends = aligner->ends[side];
    DgLen begin = from ? ends[from - 1] : 0, end = to ? ends[to - 1] : 0;
    return (end - begin) * TENTHS / aligner->letter[side];
}

/* Half the square of the difference in standard deviations. */
static int64_t
cost_of_lengths(const Aligner *aligner, int64_t left, int64_t right)
{
    int64_t expected = left * aligner->total[DG_RIGHT] / aligner->total[DG_LEFT];
    int64_t mean = (expected + right) / 2, off = right - expected;
    if (mean < TENTHS)
        mean = TENTHS;
    return off * off * 1000 / (2 * VARIANCE * TENTHS * mean);
}

static void
relax(Aligner *aligner, size_t i, size_t j, int step)
{
    size_t a = steps[step].n[DG_LEFT], b = steps[step].n[DG_RIGHT];
    if (i < a || j < b)
        return;
    const Cell *before = cell_at(aligner, i - a, j - b);
    Cell *cell = cell_at(aligner, i, j);
    if (!before || (before->step < 0 && i - a + j - b > 0))
        return;
    int64_t cost = before->cost + steps[step].cost +
                   cost_of_lengths(aligner, length_of(aligner, DG_LEFT, i - a, i),
                                   length_of(aligner, DG_RIGHT, j - b, j));
    if (cell->step >= 0 && cell->cost <= cost)
        return;
    cell->cost = cost;
    cell->step = (int8_t)step;
}

static void
fill_cells(Aligner *aligner)
{
    for (size_t i = 0; i <= aligner->n[DG_LEFT]; i++) {
        size_t start = band_start(aligner, i);
        for (size_t j = start; j <= start + 2 * BAND && j <= aligner->n[DG_RIGHT]; j++) {
            cell_at(aligner, i, j)->step = -1;
            for (int step = 0; step < MAX_STEPS; step++)
                relax(aligner, i, j, step);
        }
    }
}

/* From the end backwards, then turned round. */
static size_t
follow_cells(DgArena *arena, const Aligner *aligner, DgBead **beads)
{
    size_t n = 0, at[DG_SIDES] = {aligner->n[DG_LEFT], aligner->n[DG_RIGHT]};
    *beads = NULL;
    while (at[DG_LEFT] + at[DG_RIGHT] > 0) {
        const Cell *cell = cell_at(aligner, at[DG_LEFT], at[DG_RIGHT]);
        DgBead bead;
        if (!cell || cell->step < 0)
            return 0;
        for (int side = 0; side < DG_SIDES; side++)
            bead.end[side] = at[side] ? aligner->ends[side][at[side] - 1] : 0;
        DG_APPEND(arena, *beads, n, bead);
        for (int side = 0; side < DG_SIDES; side++)
            at[side] -= steps[cell->step].n[side];
    }
    for (size_t i = 0; i < n / 2; i++) {
        DgBead moved = (*beads)[i];
        (*beads)[i] = (*beads)[n - 1 - i];
        (*beads)[n - 1 - i] = moved;
    }
    return n;
}

size_t
dg_beads_make(DgArena *arena, const DgLen *const ends[DG_SIDES], const size_t n[DG_SIDES],
              const DgLen letter[DG_SIDES], DgBead **beads)
{
    Aligner aligner = {.ends = {ends[DG_LEFT], ends[DG_RIGHT]}, .n = {n[DG_LEFT], n[DG_RIGHT]}};
    for (int side = 0; side < DG_SIDES; side++) {
        aligner.letter[side] = letter[side] > 0 ? letter[side] : 1;
        if (n[side] > 0)
            aligner.total[side] = length_of(&aligner, (DgSide)side, 0, n[side]);
        if (aligner.total[side] <= 0)
            return 0;
    }
    DgArena *scratch = dg_arena_new();
    aligner.cells = DG_NEW_ARRAY(scratch, Cell, (n[DG_LEFT] + 1) * (2 * BAND + 1));
    fill_cells(&aligner);
    size_t made = follow_cells(arena, &aligner, beads);
    dg_arena_free(scratch);
    return made;
}

/* ---- the texts of a row ---- */

/* One side while its pieces are measured one after the other. */
typedef struct {
    DgLen *ends;
    size_t n;
    DgLen begin; /* of the piece, on the one line */
    DgLen width, characters;
} Measure;

static void
add_end(DgArena *arena, Measure *measure, DgLen end)
{
    if (measure->n == 0 || end > measure->ends[measure->n - 1])
        DG_APPEND(arena, measure->ends, measure->n, end);
}

static DgLen
length_of_slice(const DgSlice *slice)
{
    return slice->height * LINE_SHAPE;
}

/* The sentences of a paragraph; each row of a table, each picture counts as one. */
static void
measure_slice(DgArena *arena, Measure *measure, const DgSlice *slice, bool begins)
{
    const DgPiece *piece = slice->piece;
    if (slice->kind != DG_SLICE_LINE) {
        measure->begin += length_of_slice(slice);
        add_end(arena, measure, measure->begin);
        return;
    }
    if (!begins)
        return;
    DgLen *widths = NULL;
    size_t n = dg_par_sentences(arena, piece->par, &widths);
    for (size_t i = 0; i + 1 < n; i++)
        add_end(arena, measure, measure->begin + widths[i]);
    measure->begin += piece->par->natural;
    measure->width += piece->par->natural;
    measure->characters += (DgLen)piece->par->characters;
    add_end(arena, measure, measure->begin);
}

static Measure
measure_side(DgArena *arena, const DgStack *stack)
{
    Measure measure = {0};
    for (uint32_t i = 0; i < stack->n; i++) {
        const DgSlice *slice = &stack->slices[i];
        measure_slice(arena, &measure, slice, i == 0 || slice[-1].piece != slice->piece);
    }
    return measure;
}

/* The same lengths for the ends of slices, whose lines differ from choice to choice. */
static void
set_reaches(DgStack *stack)
{
    DgLen begin = 0;
    for (uint32_t i = 0; i < stack->n; i++) {
        DgSlice *slice = &stack->slices[i];
        const DgPar *par = slice->piece->par;
        if (slice->kind != DG_SLICE_LINE) {
            begin += length_of_slice(slice);
            slice->reach = begin;
            continue;
        }
        const DgLine *line = slice->content;
        const DgBreak *first = &par->breaks[0], *last = &par->breaks[line->last];
        DgLen width = (DgLen)(last->before - first->before);
        bool ends = i + 1 == stack->n || slice[1].piece != slice->piece;
        slice->reach = begin + (ends || width > par->natural ? par->natural : width);
        if (ends)
            begin += par->natural;
    }
}

static bool
is_worth_it(const DgRow *row)
{
    return !row->full && row->stacks[DG_LEFT][0].n >= LEAST_SLICES &&
           row->stacks[DG_RIGHT][0].n >= LEAST_SLICES;
}

static void
align_row(DgArena *arena, DgRow *row)
{
    DgArena *scratch = dg_arena_new();
    const DgLen *ends[DG_SIDES];
    DgLen letter[DG_SIDES];
    size_t n[DG_SIDES];
    for (int side = 0; side < DG_SIDES; side++) {
        Measure measure = measure_side(scratch, &row->stacks[side][0]);
        ends[side] = measure.ends;
        n[side] = measure.n;
        letter[side] = measure.characters ? measure.width / measure.characters : DG_PT(5);
        for (int i = 0; i < row->n_stacks[side]; i++)
            set_reaches(&row->stacks[side][i]);
    }
    row->n_beads = dg_beads_make(arena, ends, n, letter, &row->beads);
    dg_arena_free(scratch);
}

void
dg_chain_align(DgArena *arena, DgChain *chain)
{
    for (size_t i = 0; i < chain->n_rows; i++)
        if (is_worth_it(&chain->rows[i]))
            align_row(arena, &chain->rows[i]);
}

/* ---- places ---- */

/* The first bead that ends at or behind `reach`. */
static const DgBead *
bead_at(const DgRow *row, DgSide side, DgLen reach)
{
    size_t low = 0, high = row->n_beads - 1;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (row->beads[middle].end[side] < reach)
            low = middle + 1;
        else
            high = middle;
    }
    return &row->beads[low];
}

static DgLen
other_reach(const DgRow *row, DgSide side, DgLen reach)
{
    static const DgBead none;
    const DgBead *bead = bead_at(row, side, reach);
    const DgBead *before = bead == row->beads ? &none : bead - 1;
    DgLen length = bead->end[side] - before->end[side],
          other = bead->end[!side] - before->end[!side];
    if (length <= 0 || reach >= bead->end[side])
        return bead->end[!side];
    return before->end[!side] + dg_len_scale(reach - before->end[side], other, length);
}

static DgLen
end_of(const DgStack *stack, uint32_t to)
{
    return to ? stack->slices[to - 1].top + stack->slices[to - 1].height : 0;
}

/* How far down the text has come `reach`. */
static DgLen
height_at(const DgStack *stack, DgLen reach)
{
    uint32_t low = 0, high = stack->n - 1;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (stack->slices[middle].reach < reach)
            low = middle + 1;
        else
            high = middle;
    }
    const DgSlice *slice = &stack->slices[low];
    DgLen before = low ? slice[-1].reach : 0, length = slice->reach - before;
    if (length <= 0 || reach >= slice->reach)
        return end_of(stack, low + 1);
    return slice->top + dg_len_scale(slice->height, reach - before, length);
}

DgLen
dg_row_counterpart(const DgRow *row, const DgOption *option, DgSide side, uint32_t to)
{
    const DgStack *own = &row->stacks[side][option->stack[side]],
                  *other = &row->stacks[!side][option->stack[!side]];
    if (to == 0 || own->height == 0 || other->n == 0)
        return 0;
    if (row->n_beads == 0)
        return dg_len_scale(end_of(own, to), other->height, own->height);
    return height_at(other, other_reach(row, side, own->slices[to - 1].reach));
}

bool
dg_row_ends_sentence(const DgRow *row, const DgOption *option, const uint32_t to[DG_SIDES],
                     DgLen near)
{
    if (row->n_beads == 0 || to[DG_LEFT] == 0 || to[DG_RIGHT] == 0)
        return false;
    DgLen reach[DG_SIDES];
    for (int side = 0; side < DG_SIDES; side++)
        reach[side] = row->stacks[side][option->stack[side]].slices[to[side] - 1].reach;
    const DgBead *bead = bead_at(row, DG_LEFT, reach[DG_LEFT] - near);
    DgLen off = reach[DG_RIGHT] - bead->end[DG_RIGHT];
    return bead->end[DG_LEFT] <= reach[DG_LEFT] + near && off >= -near && off <= near;
}
