/* page-cost.c - what makes a page good: every cost of the page program, in demerits of the line breaker.
 * A good line costs 2 million demerits, one with wide spaces 3, one with holes over 30, and a paragraph set one line
 * longer than is best for it 3 to 10. The constants (page-internal.h); "a line" is one of running text:
 *   BLANK     6 million a line blank beside the longer side. Over a volume of 800 pages the blanks fall from 3.3 per
 *             cent with 4 million to 3.0, and lines whose spaces are over 0.5 em rise from 8.8 to 9.5 per cent; loose
 *             ones do not. Lower, and no pair ever takes another line count; higher, and the spaces show it
 *   FOOT      5 million times the square of the lines free at a foot, straight beyond two: one line free costs less
 *             than the two blanks it is, for it shows less; feet that differ by less than a line do not matter
 *   PAGE      a page; so that a few lines on the last page of an item are drawn in where that is cheap. More draws in no
 *             more: nearly all paragraphs are as short as they can be set, for a line costs as much as a good one
 *   THIN      a last page of under five lines, times the square of those lacking
 *   SPLIT     a pair parted by a page break, against a break between pairs
 *   STEP      4 million times the square of the lines by which one side is ahead at the break: on the average 0.33
 *             lines; with a tenth of it 0.44, and no fewer pages
 *   SENTENCE  so much less where both sides end a sentence there: then it is as good as a break between pairs
 *   APART     one side of a pair begins only on the next page, or tables of both languages are parted behind different
 *             strips: as dear as eleven lines free at a foot
 *   ENDED     one side ends a page before the other, so that its column begins blank: as dear as three
 *   HYPHEN    a page that ends within a word
 *   ITEM      a page that ends with a list's first item of one line: twice as dear as a line free at its foot
 *   ROWS      a table parted after its first or before its last row; TOGETHER: inside what should not be parted
 *   SPAN      a table parted between rows that a cell joins: as dear as two lines free at a foot
 *   LATE      a float that its page has no room for, on each page: as dear as six lines free at a foot
 *   NOTE_...  a note that goes on on the next page, as dear as four lines free at a foot; and each of its lines that does
 * The last four (SINGLE lines, a HEADING at a foot, a figure TORN from its caption, a note DISPLACED) are never paid
 * while there is any other way. */
#include "page-internal.h"

#include <stdlib.h>

enum { FOOT_SQUARE = 2, THIN_LINES = 5 };

int64_t
dg_cost_lines(const DgChain *chain, int64_t per_line, DgLen length)
{
    return per_line * length / chain->leading;
}

/* Convex with a bounded slope, which the dominance test of the page program relies on. */
static int64_t
cost_free(const DgChain *chain, DgLen free)
{
    if (free <= 0)
        return 0;
    if (free <= FOOT_SQUARE * chain->leading)
        return DG_COST_FOOT * free / chain->leading * free / chain->leading;
    return dg_cost_lines(chain, 2 * FOOT_SQUARE * DG_COST_FOOT, free) -
           (int64_t)FOOT_SQUARE * FOOT_SQUARE * DG_COST_FOOT;
}

/* What is free below both columns; where each runs on by itself, below either. A column without text costs nothing. */
int64_t
dg_cost_foot(const DgChain *chain, const DgLen bottom[DG_SIDES], const DgLen area[DG_N_COLUMNS])
{
    DgLen free[DG_SIDES];
    for (int side = 0; side < DG_SIDES; side++)
        free[side] = chain->height - bottom[side] - dg_notes_below(chain, area, (DgSide)side);
    if (!chain->free)
        return cost_free(chain, free[DG_LEFT] < free[DG_RIGHT] ? free[DG_LEFT] : free[DG_RIGHT]);
    int64_t cost = 0;
    for (int side = 0; side < DG_SIDES; side++)
        if (bottom[side] > 0)
            cost += cost_free(chain, free[side]);
    return cost;
}

/* The most that one line less on a page can cost at its foot. */
int64_t
dg_cost_foot_slope(void)
{
    int64_t foot = 2 * FOOT_SQUARE * DG_COST_FOOT, thin = 2 * THIN_LINES * DG_COST_THIN;
    return foot > thin ? foot : thin;
}

int64_t
dg_cost_last(const DgChain *chain, DgLen used, bool first)
{
    DgLen lacking = THIN_LINES * chain->leading - used;
    if (first || lacking <= 0)
        return 0;
    return DG_COST_THIN * lacking / chain->leading * lacking / chain->leading;
}

/* Pages behind the last row that only take the rest of its notes. */
int64_t
dg_cost_rest(const DgChain *chain, const DgCarry *carry)
{
    DgLen most = 0, page = chain->height > chain->leading ? chain->height : chain->leading;
    for (int column = 0; column < DG_N_COLUMNS && carry; column++)
        most = carry->height[column] > most ? carry->height[column] : most;
    if (carry && chain->notes_shared)
        most = carry->total;
    return DG_COST_PAGE * ((most + page - 1) / page);
}

/* Floats that stand before where the page ends, and come only on a later one; `placed` stand on this or before. */
int64_t
dg_cost_late(const DgChain *chain, uint32_t placed, uint32_t row, const uint32_t at[DG_SIDES])
{
    uint32_t end = row + (at[DG_LEFT] > 0 || at[DG_RIGHT] > 0);
    int64_t cost = 0;
    for (size_t i = placed; i < chain->n_floats && chain->floats[i].place < end; i++)
        cost += DG_COST_LATE;
    return cost;
}

int64_t
dg_cost_blank_lines(const DgChain *chain, DgLen length)
{
    return dg_cost_lines(chain, (int64_t)DG_COST_BLANK / 100 * (100 + chain->blank_percent),
                         length);
}

/* Blank beside the longer side; where a side has no text at all nothing can be done about it. */
int64_t
dg_cost_blank(const DgChain *chain, const DgFragment *fragment)
{
    if (chain->free || !dg_fragment_stack(chain, fragment, DG_LEFT)->n ||
        !dg_fragment_stack(chain, fragment, DG_RIGHT)->n)
        return 0;
    return dg_cost_blank_lines(chain, llabs(dg_fragment_height(chain, fragment, DG_LEFT) -
                                            dg_fragment_height(chain, fragment, DG_RIGHT)));
}

/* What the page break behind a fragment tears: lines, words, headings, tables. */
int64_t
dg_cost_cut(const DgChain *chain, const DgFragment *fragment)
{
    if (dg_fragment_is_rest(chain, fragment))
        return 0;
    int64_t cost = DG_COST_SPLIT;
    for (int side = 0; side < DG_SIDES; side++) {
        const DgStack *stack = dg_fragment_stack(chain, fragment, side);
        uint32_t to = fragment->to[side];
        if (to == fragment->from[side] || to == stack->n)
            continue;
        cost += stack->slices[to].cut;
        if (stack->slices[to - 1].hyphenated)
            cost += DG_COST_HYPHEN;
    }
    return cost;
}

/* Strips of the table that a page break above slice `to` parts, or behind which it stands: above it, and all. */
static void
count_strips(const DgStack *stack, uint32_t to, uint32_t *above, uint32_t *all)
{
    *above = *all = 0;
    if (to == 0 || to >= stack->n)
        return;
    const DgSlice *next = &stack->slices[to], *last = next - 1;
    bool behind = next->kind != DG_SLICE_STRIP && last->kind == DG_SLICE_STRIP;
    *all = behind ? last->n_strips : next->n_strips;
    *above = behind ? *all : next->strip;
}

/* Whether the page break behind a fragment parts a table and its translation, strip for strip the same, at different
 * strips. */
static bool
parts_strips_apart(const DgFragment *fragment, const DgStack *left, const DgStack *right)
{
    uint32_t above[DG_SIDES], all[DG_SIDES];
    count_strips(left, fragment->to[DG_LEFT], &above[DG_LEFT], &all[DG_LEFT]);
    count_strips(right, fragment->to[DG_RIGHT], &above[DG_RIGHT], &all[DG_RIGHT]);
    return all[DG_LEFT] == all[DG_RIGHT] && above[DG_LEFT] != above[DG_RIGHT];
}

/* How far the sides are from saying the same at the page break behind a fragment. */
int64_t
dg_cost_step(const DgChain *chain, const DgFragment *fragment)
{
    const DgRow *row = &chain->rows[fragment->row];
    const DgOption *option = &row->options[fragment->option];
    const DgStack *left = dg_fragment_stack(chain, fragment, DG_LEFT),
                  *right = dg_fragment_stack(chain, fragment, DG_RIGHT);
    if (dg_fragment_is_rest(chain, fragment) || !left->n || !right->n)
        return 0;
    DgSide longer = left->height >= right->height ? DG_LEFT : DG_RIGHT;
    const DgStack *stack = longer == DG_LEFT ? left : right;
    uint32_t to = fragment->to[longer], other_to = fragment->to[!longer];
    DgLen at = to ? stack->slices[to - 1].top + stack->slices[to - 1].height : 0;
    DgLen lag = llabs(at - dg_row_counterpart(row, option, !longer, other_to));
    int64_t cost = DG_COST_STEP * lag / chain->leading * lag / chain->leading;
    if (dg_row_ends_sentence(row, option, fragment->to, chain->leading))
        cost -= DG_COST_SENTENCE;
    if (parts_strips_apart(fragment, left, right))
        cost += DG_COST_APART;
    if (!chain->free && (fragment->to[DG_LEFT] == left->n || fragment->to[DG_RIGHT] == right->n))
        cost += DG_COST_ENDED;
    return to == 0 || other_to == 0 ? cost + DG_COST_APART : cost;
}
