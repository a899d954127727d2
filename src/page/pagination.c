/* pagination.c - flows to sections, sections to sheets, sheets to page numbers. */
#include "pages-internal.h"

#include <string.h>

enum {
    REACH = 6, /* places tried from the foot upwards: more changed nothing in trials */
    ROUNDS = 4 /* in which numbers of notes that begin again on each page must settle */
};

/* ---- measures ---- */

static DgLen
text_width(const DgPageStyle *page)
{
    return page->width - page->inner - page->outer;
}

static DgLen
text_height(const DgPageStyle *page)
{
    return page->height - page->top - page->bottom;
}

/* For the stretches given, which share their measures. */
static void
choose_measures(const DgPageStyle *page, const DgStretch *stretches, size_t n,
                DgLen measure[DG_N_COLUMNS])
{
    DgLen both = text_width(page) - page->column_gap;
    DgLen left = (DgLen)(page->column_ratio * (double)both);
    if (page->column_ratio <= 0)
        left = dg_ratio_choose(stretches, n, both);
    measure[DG_COLUMN_FULL] = text_width(page);
    measure[DG_COLUMN_LEFT] = left;
    measure[DG_COLUMN_RIGHT] = both - left;
}

static void
choose_for_volume(Maker *maker)
{
    DgStretch *all = NULL;
    size_t n = 0;
    for (size_t i = 0; i < maker->book->n_flows; i++)
        for (size_t j = 0; j < maker->n_stretches[i]; j++)
            DG_APPEND(maker->setting.arena, all, n, maker->stretches[i][j]);
    choose_measures(maker->setting.page, all, n, maker->measure);
    double left = (double)maker->measure[DG_COLUMN_LEFT],
           right = (double)maker->measure[DG_COLUMN_RIGHT];
    maker->pages->report.column_ratio[DG_LEFT] = left / (left + right);
    maker->pages->report.column_ratio[DG_RIGHT] = right / (left + right);
}

static void
measure_section(const Maker *maker, DgSection *section)
{
    const DgPageStyle *page = maker->setting.page;
    memcpy(section->measure, maker->measure, sizeof section->measure);
    if (section->stretch.layout == DG_LAYOUT_FACING)
        for (int column = 0; column < DG_N_COLUMNS; column++)
            section->measure[column] = text_width(page);
    else if (page->column_ratio == DG_RATIO_ITEM && section->stretch.rows[0].flow->item)
        choose_measures(page, &section->stretch, 1, section->measure);
}

/* ---- chains ---- */

static DgLen
first_top(const Maker *maker, const DgSection *section)
{
    const DgRow *row = &section->stretch.rows[0];
    DgLen top = row->flow->item && section->opens ? maker->setting.page->sink : 0;
    for (int side = 0; side < DG_SIDES; side++)
        if (row->n_pieces[side] && row->pieces[side][0].before > top)
            top = row->pieces[side][0].before;
    return top;
}

/* What ends a page and belongs at its foot, such as the publisher on a title page, goes there. */
static void
lower_feet(const DgChain *chain, DgSheet *sheet)
{
    DgLen foot = chain->height, trim[DG_SIDES] = {0};
    if (sheet->n)
        dg_fragment_trims(chain, &sheet->fragments[sheet->n - 1], trim, trim);
    foot += trim[DG_LEFT] < trim[DG_RIGHT] ? trim[DG_LEFT] : trim[DG_RIGHT];
    for (size_t i = sheet->n; i-- > 0;) {
        DgFragment *fragment = &sheet->fragments[i];
        const DgRow *row = &chain->rows[fragment->row];
        if (!row->n_pieces[DG_LEFT] || !row->pieces[DG_LEFT][0].style->at_foot ||
            sheet->n_parts[DG_COLUMN_FULL])
            return;
        DgLen left = dg_fragment_height(chain, fragment, DG_LEFT),
              right = dg_fragment_height(chain, fragment, DG_RIGHT);
        for (int side = 0; side < DG_SIDES; side++)
            fragment->top[side] = foot - (left > right ? left : right);
        foot = fragment->top[DG_LEFT] - row->before;
    }
}

static DgChain *
chain_make(Maker *maker, const DgSection *section)
{
    const DgPageStyle *page = maker->setting.page;
    DgChain *chain = DG_NEW(maker->setting.arena, DgChain);
    chain->rows = section->stretch.rows;
    chain->n_rows = section->stretch.n;
    chain->free = section->stretch.free;
    chain->note_space = page->note_space;
    chain->notes_shared = page->full_notes && section->stretch.layout != DG_LAYOUT_FACING;
    chain->height = text_height(page);
    chain->leading = dg_style_block(maker->setting.style, DG_ROLE_P, NULL)->font.leading;
    chain->grid = page->grid;
    if (chain->grid > 0)
        chain->height -= chain->height % chain->grid;
    chain->reach = REACH;
    chain->in_step = page->in_step;
    chain->optimize = page->optimize;
    chain->blank_percent = page->blank_weight - 100;
    chain->first_top = dg_grid_top(chain, &chain->rows[0], first_top(maker, section));
    dg_tables_widen(&maker->setting, chain, section->measure);
    for (size_t i = 0; i < chain->n_rows; i++)
        dg_row_fit(&maker->setting, chain, &chain->rows[i], section->measure);
    dg_floats_take(&maker->setting, chain);
    dg_chain_sum_notes(maker->setting.arena, chain);
    dg_chain_align(maker->setting.arena, chain);
    return chain;
}

static void
make_stretches(Maker *maker, size_t flow)
{
    maker->stretches[flow] =
        dg_flow_stretches(&maker->setting, &maker->book->flows[flow], &maker->n_stretches[flow]);
}

/* ---- page numbers ---- */

static bool
wants_blank(DgStart start, size_t page)
{
    return (start == DG_START_RECTO && page_is_verso(page)) ||
           (start == DG_START_VERSO && !page_is_verso(page));
}

static void
remember_page(Maker *maker, const DgNode *block, size_t page)
{
    if (!g_hash_table_contains(maker->first_page_of, block))
        g_hash_table_insert(maker->first_page_of, (gpointer)block, GSIZE_TO_POINTER(page));
    g_hash_table_insert(maker->last_page_of, (gpointer)block, GSIZE_TO_POINTER(page));
}

static void
remember_pair(Maker *maker, const DgPair *pair, const size_t page[DG_SIDES])
{
    for (int side = 0; side < DG_SIDES; side++)
        for (size_t i = 0; i < pair->n[side]; i++)
            remember_page(maker, pair->blocks[side][i], page[side]);
}

static void
remember_pages(Maker *maker, const DgSection *section, size_t which)
{
    const DgSheet *sheet = &section->sheets.sheets[which];
    for (size_t i = 0; i < sheet->n; i++) {
        const DgFragment *fragment = &sheet->fragments[i];
        const DgRow *row = &section->chain->rows[fragment->row];
        bool begins = fragment->from[DG_LEFT] == 0 && fragment->from[DG_RIGHT] == 0;
        size_t page[DG_SIDES];
        for (int side = 0; side < DG_SIDES; side++)
            page[side] = 1 + dg_section_page(section, maker->setting.page, which,
                                             row->full ? DG_COLUMN_FULL : side);
        for (size_t j = 0; begins && j < row->n_run_in; j++)
            remember_pair(maker, &row->run_in[j], page);
        remember_pair(maker, row->pair, page);
    }
}

/* A spread begins on the left. */
static void
count_section(Maker *maker, DgSection *section)
{
    bool facing = section->stretch.layout == DG_LAYOUT_FACING;
    maker->folios.pages += wants_blank(section->start, maker->folios.pages);
    section->first_page = maker->folios.pages;
    section->n_pages = section->sheets.n * (facing ? 2 : 1);
    maker->folios.pages += section->n_pages;
    for (size_t i = 0; i < section->sheets.n; i++)
        remember_pages(maker, section, i);
}

static size_t
page_of(const void *data, const DgNode *node, bool end)
{
    const Maker *maker = data;
    const DgNode *block = dg_placed_block(node);
    return GPOINTER_TO_SIZE(g_hash_table_lookup(end ? maker->last_page_of : maker->first_page_of,
                                                block ? block : node));
}

static const char *
folio_name(const void *data, size_t page)
{
    const Maker *maker = data;
    return dg_arena_printf(maker->setting.arena, "%zu", page);
}

/* "12", or "5–9" where the number is that of a range, behind its term. */
const char *
maker_folio_of(const void *data, const DgNode *number)
{
    const Maker *maker = data;
    DgArena *arena = maker->setting.arena;
    const DgNode *last = number->as.reference.last;
    size_t from = page_of(maker, number->as.reference.target, false),
           to = last ? page_of(maker, last, true) : from;
    if (from == 0)
        return NULL;
    const char *folio = maker->folios.folio(maker, from);
    const char *term = to > from ? number->alt : number->label;
    if (to > from)
        folio = dg_arena_printf(arena, "%s–%s", folio, maker->folios.folio(maker, to));
    return term ? dg_arena_printf(arena, "%s%s", term, folio) : folio;
}

/* What needs the numbers of the pages before gets its rows only here. */
static void
complete_flow(Maker *maker, size_t which)
{
    DgFlow *flow = &maker->book->flows[which];
    if (!flow->complete)
        return;
    flow->complete(maker->setting.arena, flow, &maker->folios);
    make_stretches(maker, which);
}

/* What stands before and behind the texts: lists and indexes. */
static bool
is_list(const DgFlow *flow)
{
    static const char *const lists[] = {"committee",     "programme", "contributors",
                                        "abbreviations", "persons",   "organizations",
                                        "terms",         NULL};
    return flow->kind && g_strv_contains(lists, flow->kind);
}

/* A list goes on below another one only: an index must know the pages of all texts. */
static DgBegin
wanted_begin(const DgPageStyle *page, const DgBook *book, size_t which)
{
    const DgFlow *flow = &book->flows[which];
    if (flow->item)
        return page->item_begin;
    if (is_list(flow) && which > 0)
        return page->list_begin == DG_BEGIN_HERE && !is_list(flow - 1) ? DG_BEGIN_AUTO
                                                                       : page->list_begin;
    if (!flow->part || !flow->kind || strcmp(flow->kind, "part") != 0)
        return DG_BEGIN_AUTO;
    return flow->part->parent ? page->inner_part_begin : page->part_begin;
}

/* Where the style lets the flow begin, which may be another place than matter has chosen. */
static DgStart
flow_start(const Maker *maker, size_t which)
{
    switch (wanted_begin(maker->setting.page, maker->book, which)) {
    case DG_BEGIN_AUTO:
        break;
    case DG_BEGIN_PAGE:
        return DG_START_PAGE;
    case DG_BEGIN_RECTO:
        return DG_START_RECTO;
    case DG_BEGIN_VERSO:
        return DG_START_VERSO;
    case DG_BEGIN_HERE:
        return DG_START_HERE;
    }
    return maker->book->flows[which].start;
}

static bool
goes_on_below(const DgSection *section, DgStart start, const DgStretch *stretch)
{
    return start == DG_START_HERE && section->stretch.layout == stretch->layout &&
           section->stretch.side == stretch->side && section->stretch.free == stretch->free;
}

static void
append_rows(Maker *maker, DgStretch *above, const DgStretch *stretch)
{
    size_t first = above->n;
    DgRow *rows = DG_NEW_ARRAY(maker->setting.arena, DgRow, first + stretch->n);
    memcpy(rows, above->rows, first * sizeof *rows);
    memcpy(rows + first, stretch->rows, stretch->n * sizeof *rows);
    above->rows = rows;
    above->n += stretch->n;
    dg_row_join(&maker->setting, rows, first);
}

/* The second text of a flow that is set in sequence. */
bool
stretch_begins_language(const DgStretch *stretch)
{
    return stretch[-1].side < DG_SIDES && stretch->side < DG_SIDES &&
           stretch->side != stretch[-1].side;
}

static DgStart
start_of(DgStart start, const DgStretch *stretch, bool first)
{
    if (stretch->layout == DG_LAYOUT_FACING)
        return DG_START_VERSO;
    return first && start != DG_START_HERE ? start : DG_START_PAGE;
}

/* The sections of flow `from` and those that go on below it, up to `end`; the first of them is `first`. */
static void
add_sections(Maker *maker, size_t first, size_t from, size_t end)
{
    for (size_t i = from; i < end; i++)
        for (size_t j = 0; j < maker->n_stretches[i]; j++) {
            DgStart start = flow_start(maker, i);
            const DgStretch *stretch = &maker->stretches[i][j];
            DgSection *last =
                maker->n_sections > first ? &maker->sections[maker->n_sections - 1] : NULL;
            if (j == 0 && last && goes_on_below(last, start, stretch)) {
                append_rows(maker, &last->stretch, stretch);
                continue;
            }
            bool second = j > 0 && stretch_begins_language(stretch);
            DgSection section = {.stretch = *stretch,
                                 .start = start_of(start, stretch, j == 0),
                                 .opens = j == 0 || second};
            DG_APPEND(maker->setting.arena, maker->sections, maker->n_sections, section);
        }
}

static void
break_section(Maker *maker, DgSection *section)
{
    measure_section(maker, section);
    section->chain = chain_make(maker, section);
    section->sheets = dg_chain_break(maker->setting.arena, section->chain);
    dg_floats_return(&maker->setting, section->chain, &section->sheets);
    dg_floats_place(&maker->setting, section->chain, &section->sheets);
    for (size_t i = 0; i < section->sheets.n; i++) {
        dg_grid_settle(&maker->setting, section->chain, &section->sheets.sheets[i]);
        lower_feet(section->chain, &section->sheets.sheets[i]);
    }
}

static void
break_group(Maker *maker, size_t first, size_t from, size_t end)
{
    maker->n_sections = first;
    add_sections(maker, first, from, end);
    for (size_t i = first; i < maker->n_sections; i++)
        break_section(maker, &maker->sections[i]);
}

/* Whether the marks show other numbers than their pages give the notes now; then these are given. In the last round
 * those of the item come back, which hold wherever the notes stand. */
static bool
renumber(Maker *maker, size_t first, bool last)
{
    bool changed = false;
    for (size_t i = first; i < maker->n_sections; i++)
        changed |= dg_notes_number_pages(maker->setting.arena, &maker->sections[i]);
    for (size_t i = first; i < maker->n_sections && changed && last; i++)
        dg_notes_number_again(&maker->sections[i]);
    return changed;
}

/* What is set again counts no characters twice. */
static void
make_group(Maker *maker, size_t from, size_t end)
{
    size_t first = maker->n_sections;
    int64_t characters[DG_SIDES];
    break_group(maker, first, from, end);
    memcpy(characters, maker->setting.characters, sizeof characters);
    for (int round = 1; maker->setting.page->note_numbers == DG_NUMBERS_PAGE && round <= ROUNDS &&
                        renumber(maker, first, round == ROUNDS);
         round++) {
        for (size_t i = from; i < end; i++)
            make_stretches(maker, i);
        break_group(maker, first, from, end);
    }
    memcpy(maker->setting.characters, characters, sizeof characters);
    for (size_t i = first; i < maker->n_sections; i++)
        count_section(maker, &maker->sections[i]);
}

static void
make_sections(Maker *maker)
{
    const DgBook *book = maker->book;
    for (size_t i = 0, end; i < book->n_flows; i = end) {
        complete_flow(maker, i);
        for (end = i + 1; end < book->n_flows && flow_start(maker, end) == DG_START_HERE; end++)
            complete_flow(maker, end);
        make_group(maker, i, end);
    }
    maker->pages->n_pages = maker->folios.pages;
}

void
maker_paginate(Maker *maker)
{
    size_t n = maker->book->n_flows;
    maker->folios = (DgFolios){.data = maker, .page = page_of, .folio = folio_name};
    maker->stretches = DG_NEW_ARRAY(maker->setting.arena, DgStretch *, n);
    maker->n_stretches = DG_NEW_ARRAY(maker->setting.arena, size_t, n);
    if (maker->setting.page->note_numbers == DG_NUMBERS_PART)
        dg_notes_number_parts(maker->setting.arena, maker->book);
    for (size_t i = 0; i < n; i++)
        if (!maker->book->flows[i].complete)
            make_stretches(maker, i);
    choose_for_volume(maker);
    make_sections(maker);
}
