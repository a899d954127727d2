/* sections.c - flows to stretches of rows that are set in one layout: in columns, on facing pages, or in one language.
 * Where a language stands on pages of its own its blocks are pairs over the full measure, made from those of the
 * flow. A text of one language only runs on over all pages, whatever the layout: both openings, then the text. */
#include "rows-internal.h"

#include <string.h>

static DgLayout
layout_of(const DgSetting *setting, const DgFlow *flow)
{
    if (setting->volume->n_languages < 2)
        return DG_LAYOUT_COLUMNS;
    if (setting->volume->layout != DG_LAYOUT_INHERIT)
        return setting->volume->layout;
    DgLayout own = dg_flow_layout(flow);
    if (own != DG_LAYOUT_INHERIT)
        return own;
    return setting->page->layout ? setting->page->layout : DG_LAYOUT_COLUMNS;
}

static bool
is_free(const DgSetting *setting, const DgFlow *flow, DgLayout layout)
{
    DgSync sync = dg_flow_sync(flow);
    if (sync == DG_SYNC_INHERIT)
        sync = setting->page->sync;
    return sync == DG_SYNC_FREE || (sync == DG_SYNC_INHERIT && layout == DG_LAYOUT_FACING);
}

/* ---- pairs of one language ---- */

typedef struct {
    DgSetting *setting;
    const DgFlow *flow;
    DgPair *pairs;
    size_t n;
} Singles;

/* Blocks of one side of a pair as a pair over the full measure. */
static void
add_single(Singles *singles, const DgPair *pair, DgSide side)
{
    DgSide slot = pair->full ? DG_LEFT : side;
    if (pair->n[slot] == 0 || (pair->full && pair->full_side != side))
        return;
    DgPair single = *pair;
    single.full = true;
    single.full_side = side;
    single.blocks[DG_LEFT] = pair->blocks[slot];
    single.n[DG_LEFT] = pair->n[slot];
    single.blocks[DG_RIGHT] = NULL;
    single.n[DG_RIGHT] = 0;
    single.anchor = dg_side_anchor(singles->setting->arena, singles->setting->volume, pair, side);
    DG_APPEND(singles->setting->arena, singles->pairs, singles->n, single);
}

static void
add_singles(Singles *singles, size_t first, size_t end, DgSide side)
{
    for (size_t i = first; i < end; i++)
        add_single(singles, &singles->flow->pairs[i], side);
}

/* Rows of the pairs given. They belong to the flow of the book, not to this copy. */
static DgStretch
single_stretch(const Singles *singles, DgSide side)
{
    DgFlow copy = *singles->flow;
    copy.pairs = singles->pairs;
    copy.n_pairs = singles->n;
    DgStretch stretch = {.layout = DG_LAYOUT_SEQUENCE, .side = side};
    stretch.rows = dg_flow_rows(singles->setting, &copy, &stretch.n);
    for (size_t i = 0; i < stretch.n; i++)
        stretch.rows[i].flow = singles->flow;
    return stretch;
}

/* ---- layouts ---- */

typedef struct {
    DgStretch *list;
    size_t n;
} Stretches;

static void
add(DgSetting *setting, Stretches *stretches, DgStretch stretch)
{
    if (stretch.n)
        DG_APPEND(setting->arena, stretches->list, stretches->n, stretch);
}

static void
add_sequence(DgSetting *setting, Stretches *stretches, const DgFlow *flow)
{
    for (int side = 0; side < DG_SIDES; side++) {
        Singles singles = {.setting = setting, .flow = flow};
        add_singles(&singles, 0, flow->n_pairs, (DgSide)side);
        add(setting, stretches, single_stretch(&singles, (DgSide)side));
    }
}

/* Pairs [0, n_opening) in both languages, `first` before the other; then the rest. */
static void
add_run(DgSetting *setting, Stretches *stretches, const DgFlow *flow, size_t n_opening,
        DgSide first, DgSide side)
{
    Singles singles = {.setting = setting, .flow = flow};
    add_singles(&singles, 0, n_opening, first);
    add_singles(&singles, 0, n_opening, !first);
    add_singles(&singles, n_opening, flow->n_pairs, first);
    add_singles(&singles, n_opening, flow->n_pairs, !first);
    add(setting, stretches, single_stretch(&singles, side));
}

/* Rows of both languages, cut wherever they change between two sides and the full measure. */
static void
add_facing(DgSetting *setting, Stretches *stretches, const DgFlow *flow)
{
    size_t n = 0;
    DgRow *rows = dg_flow_rows(setting, flow, &n);
    for (size_t i = 0, end; i < n; i = end) {
        for (end = i + 1; end < n && rows[end].full == rows[i].full; end++)
            ;
        DgStretch stretch = {.rows = rows + i, .n = end - i, .layout = DG_LAYOUT_FACING};
        if (rows[i].full)
            stretch.layout = DG_LAYOUT_SEQUENCE;
        stretch.side = rows[i].full ? rows[i].pair->full_side : DG_SIDES;
        add(setting, stretches, stretch);
    }
}

/* The side of the one language that the text of an item has; DG_SIDES when it has both, or there is no text. */
static DgSide
only_side(const DgFlow *flow)
{
    size_t n_opening = flow->item ? flow->item->n_opening_pairs : flow->n_pairs;
    for (size_t i = n_opening; i < flow->n_pairs; i++)
        if (!flow->pairs[i].full || flow->pairs[i].full_side != flow->pairs[n_opening].full_side)
            return DG_SIDES;
    return n_opening < flow->n_pairs ? flow->pairs[n_opening].full_side : DG_SIDES;
}

static bool
is_part(const DgFlow *flow)
{
    return flow->part && !flow->item;
}

static bool
has_full_only(const DgFlow *flow)
{
    for (size_t i = 0; i < flow->n_pairs; i++)
        if (!flow->pairs[i].full)
            return false;
    return true;
}

/* A pair of figures, one of which the source wants wide, and which do not show the same: what shows the same is
 * set once, see figures.c. */
static bool
is_wide(const DgPair *pair)
{
    bool wide = false, differs = false;
    const char *shown[DG_SIDES] = {0};
    for (int side = 0; side < DG_SIDES && !pair->full; side++) {
        if (pair->n[side] > 1 || (pair->n[side] && pair->blocks[side][0]->kind != DG_FIGURE))
            return false;
        const DgNode *figure = pair->n[side] ? pair->blocks[side][0] : NULL;
        for (const DgNode *child = figure ? figure->first : NULL; child; child = child->next)
            if (child->kind == DG_GRAPHIC && !shown[side])
                shown[side] = child->href;
        wide = wide || (figure && figure->as.figure.wide);
        differs = differs || !shown[side];
    }
    return wide && (differs || strcmp(shown[DG_LEFT], shown[DG_RIGHT]) != 0);
}

/* Wide figures stand over the full measure, one language after the other; the pair's name leads to the first. */
static void
add_columns(DgSetting *setting, Stretches *stretches, const DgFlow *flow)
{
    Singles all = {.setting = setting, .flow = flow};
    for (size_t i = 0; i < flow->n_pairs; i++) {
        if (!is_wide(&flow->pairs[i])) {
            DG_APPEND(setting->arena, all.pairs, all.n, flow->pairs[i]);
            continue;
        }
        size_t first = all.n;
        add_singles(&all, i, i + 1, DG_LEFT);
        add_singles(&all, i, i + 1, DG_RIGHT);
        if (all.n > first + 1)
            all.pairs[first + 1].anchor = NULL;
    }
    DgStretch stretch = single_stretch(&all, DG_SIDES);
    stretch.layout = DG_LAYOUT_COLUMNS;
    add(setting, stretches, stretch);
}

DgStretch *
dg_flow_stretches(DgSetting *setting, const DgFlow *flow, size_t *n)
{
    DgLayout layout = layout_of(setting, flow);
    DgSide only = only_side(flow);
    Stretches stretches = {0};
    if (layout == DG_LAYOUT_COLUMNS || has_full_only(flow))
        add_columns(setting, &stretches, flow);
    else if (only != DG_SIDES)
        add_run(setting, &stretches, flow, flow->item->n_opening_pairs, only, only);
    else if (layout == DG_LAYOUT_FACING)
        add_facing(setting, &stretches, flow);
    else if (is_part(flow))
        add_run(setting, &stretches, flow, flow->n_pairs, DG_LEFT, DG_SIDES);
    else
        add_sequence(setting, &stretches, flow);
    for (size_t i = 0; i < stretches.n; i++)
        stretches.list[i].free = stretches.list[i].layout != DG_LAYOUT_SEQUENCE &&
                                 is_free(setting, flow, stretches.list[i].layout);
    *n = stretches.n;
    return stretches.list;
}

/* A spread has the first language on the left, unless the style has it on the right. */
size_t
dg_section_page(const DgSection *section, const DgPageStyle *page, size_t sheet, int column)
{
    if (section->stretch.layout != DG_LAYOUT_FACING)
        return section->first_page + sheet;
    int verso = page->sides == DG_FIRST_RIGHT ? DG_COLUMN_RIGHT : DG_COLUMN_LEFT;
    bool recto = column != DG_COLUMN_FULL && column != verso;
    return section->first_page + 2 * sheet + recto;
}
