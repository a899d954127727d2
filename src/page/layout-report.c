/* layout-report.c - what report.json says of the layout (DESIGN.md 3). */
#include "rows-internal.h"

#include <stdlib.h>

static int
compare_intervals(const void *a, const void *b)
{
    const DgInterval *x = a, *y = b;
    return x->top < y->top ? -1 : x->top > y->top;
}

/* Joins what touches or nearly touches: gaps of a third of a line are the space between paragraphs. */
static size_t
merge(DgInterval *list, size_t n, DgLen gap)
{
    size_t merged = 0;
    if (n)
        qsort(list, n, sizeof *list, compare_intervals);
    for (size_t i = 0; i < n; i++) {
        if (merged && list[i].top <= list[merged - 1].bottom + gap)
            list[merged - 1].bottom =
                list[i].bottom > list[merged - 1].bottom ? list[i].bottom : list[merged - 1].bottom;
        else
            list[merged++] = list[i];
    }
    return merged;
}

/* Height of `a` beside which `b` has nothing, in stretches over half a line. */
static int64_t
alone(const DgInterval *a, size_t n_a, const DgInterval *b, size_t n_b, DgLen half)
{
    int64_t sum = 0;
    for (size_t i = 0; i < n_a; i++) {
        DgLen top = a[i].top;
        for (size_t j = 0; j < n_b && top < a[i].bottom; j++) {
            if (b[j].bottom <= top || b[j].top >= a[i].bottom)
                continue;
            if (b[j].top - top > half)
                sum += b[j].top - top;
            top = b[j].bottom > top ? b[j].bottom : top;
        }
        if (a[i].bottom - top > half)
            sum += a[i].bottom - top;
    }
    return sum;
}

static int64_t
height_of(const DgInterval *list, size_t n)
{
    int64_t sum = 0;
    for (size_t i = 0; i < n; i++)
        sum += list[i].bottom - list[i].top;
    return sum;
}

/* Where the languages run on by themselves on pages of their own, only the feet of the pages count. */
static void
tally_ink(DgTally *tally, const DgPlacer *placer, const DgStretch *stretch)
{
    DgArena *scratch = dg_arena_new();
    DgLen leading = placer->chain->leading;
    bool feet = stretch->layout == DG_LAYOUT_FACING && stretch->free;
    DgLen gap = feet ? placer->chain->height : leading * 35 / 100;
    size_t n[DG_SIDES], both = 0;
    DgInterval *list[DG_SIDES];
    DgInterval *all =
        DG_NEW_ARRAY(scratch, DgInterval, placer->n_inked[DG_LEFT] + placer->n_inked[DG_RIGHT]);
    for (int side = 0; side < DG_SIDES; side++) {
        list[side] =
            dg_arena_copy(scratch, placer->inked[side], placer->n_inked[side] * sizeof(DgInterval));
        n[side] = merge(list[side], placer->n_inked[side], gap);
        for (size_t i = 0; i < n[side]; i++)
            all[both++] = list[side][i];
    }
    tally->one_sided += alone(list[DG_LEFT], n[DG_LEFT], list[DG_RIGHT], n[DG_RIGHT], leading / 2) +
                        alone(list[DG_RIGHT], n[DG_RIGHT], list[DG_LEFT], n[DG_LEFT], leading / 2);
    both = merge(all, both, gap);
    tally->either += height_of(all, both);
    dg_arena_free(scratch);
}

/* Free in both columns at once: what the lower of the two leaves, notes counted as text. */
static void
tally_foot(DgTally *tally, const DgChain *chain, const DgSheet *sheet)
{
    DgLen taken = 0;
    for (int side = 0; side < DG_SIDES; side++) {
        DgLen foot = sheet->bottom[side] + dg_notes_below(chain, sheet->area, (DgSide)side);
        taken = foot > taken ? foot : taken;
    }
    DgLen free = chain->height - taken;
    tally->free += free > 0 ? free * 1000 / chain->leading : 0;
    tally->feet++;
}

void
dg_tally_sheet(DgTally *tally, const DgPlacer *placer, const DgSection *section, size_t which)
{
    const DgSheet *sheet = &section->sheets.sheets[which];
    tally_ink(tally, placer, &section->stretch);
    tally->displaced += sheet->displaced;
    if (which + 1 < section->sheets.n)
        tally_foot(tally, placer->chain, sheet);
}

static void
count_lines(DgLayoutReport *report, const DgPage *page)
{
    for (size_t i = 0; i < page->n_lines; i++) {
        const DgSetLine *line = &page->lines[i];
        report->lines++;
        report->hyphenated += line->hyphenated;
        report->loose += line->loose;
        report->overfull += line->overfull;
    }
}

void
dg_report_finish(DgPages *pages, const DgTally *tally, const DgSetting *setting)
{
    DgLayoutReport *report = &pages->report;
    for (size_t i = 0; i < pages->n_pages; i++)
        count_lines(report, &pages->pages[i]);
    for (int side = 0; side < setting->volume->n_languages; side++)
        report->characters[side] = setting->characters[side];
    report->notes_displaced = tally->displaced;
    report->padding = tally->either ? (double)tally->one_sided / (2.0 * (double)tally->either) : 0;
    report->short_feet = tally->feet ? (double)tally->free / 1000.0 / (double)tally->feet : 0;
}
