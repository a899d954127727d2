/* pages.c - the pass: flows to chains, chains to sheets, sheets to pages, and what stands around the text. */
#include "rows-internal.h"

#include <glib.h>
#include <string.h>

enum { REACH = 6 }; /* places tried from the foot upwards: more changed nothing in trials */

typedef struct {
    DgSetting setting;
    DgBook *book;
    DgTargets *targets;
    DgRow **rows; /* by flow */
    size_t *n_rows;
    DgChain **chains;
    DgSheets *sheets;
    size_t *first_page; /* by chain */
    size_t n_chains;
    DgFolios folios; /* of the pages counted so far */
    DgLen measure[DG_N_COLUMNS];
    DgPages *pages;
    GHashTable *first_page_of, *last_page_of; /* block to page number from 1; only looked up */
} Maker;

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

static void
choose_measures(Maker *maker)
{
    const DgPageStyle *page = maker->setting.page;
    DgLen both = text_width(page) - page->column_gap;
    DgLen left = (DgLen)(page->column_ratio * (double)both);
    if (page->column_ratio <= 0)
        left = dg_ratio_choose((const DgRow *const *)maker->rows, maker->n_rows,
                               maker->book->n_flows, both);
    maker->measure[DG_COLUMN_FULL] = text_width(page);
    maker->measure[DG_COLUMN_LEFT] = left;
    maker->measure[DG_COLUMN_RIGHT] = both - left;
    maker->pages->report.column_ratio[DG_LEFT] = (double)left / (double)both;
    maker->pages->report.column_ratio[DG_RIGHT] = 1 - maker->pages->report.column_ratio[DG_LEFT];
}

/* ---- chains ---- */

static DgLen
first_top(const Maker *maker, const DgRow *row)
{
    DgLen top = row->flow->item ? maker->setting.page->sink : 0;
    for (int side = 0; side < DG_SIDES; side++)
        if (row->n_pieces[side] && row->pieces[side][0].before > top)
            top = row->pieces[side][0].before;
    return top;
}

static void
append_rows(Maker *maker, DgChain *chain, size_t flow)
{
    size_t first = chain->n_rows;
    for (size_t i = 0; i < maker->n_rows[flow]; i++)
        DG_APPEND(maker->setting.arena, chain->rows, chain->n_rows, maker->rows[flow][i]);
    if (first > 0 && chain->n_rows > first)
        dg_row_join(&maker->setting, chain->rows, first);
}

/* What ends a page and belongs at its foot, such as the publisher on a title page, goes there. */
static void
lower_feet(const DgChain *chain, DgSheet *sheet)
{
    DgLen foot = chain->height;
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
chain_make(Maker *maker, size_t flow, size_t end)
{
    const DgPageStyle *page = maker->setting.page;
    DgChain *chain = DG_NEW(maker->setting.arena, DgChain);
    for (size_t i = flow; i < end; i++)
        append_rows(maker, chain, i);
    chain->note_space = page->note_space;
    chain->height = text_height(page);
    chain->leading = dg_style_block(maker->setting.style, DG_ROLE_P, NULL)->font.leading;
    chain->grid = page->grid;
    if (chain->grid > 0)
        chain->height -= chain->height % chain->grid;
    chain->reach = REACH;
    chain->in_step = page->in_step;
    chain->optimize = page->optimize;
    if (chain->n_rows)
        chain->first_top = dg_grid_top(chain, &chain->rows[0], first_top(maker, &chain->rows[0]));
    for (size_t i = 0; i < chain->n_rows; i++)
        dg_row_fit(&maker->setting, chain, &chain->rows[i], maker->measure);
    dg_chain_sum_notes(maker->setting.arena, chain);
    return chain;
}

static void
make_rows(Maker *maker, size_t flow)
{
    maker->rows[flow] = dg_flow_rows(&maker->setting, &maker->book->flows[flow]);
    maker->n_rows[flow] = maker->book->flows[flow].n_pairs;
}

/* ---- page numbers ---- */

static bool
is_verso(size_t page)
{
    return page % 2 == 1; /* page 0 is recto */
}

static bool
wants_blank(const DgFlow *flow, size_t page)
{
    return (flow->start == DG_START_RECTO && is_verso(page)) ||
           (flow->start == DG_START_VERSO && !is_verso(page));
}

static void
remember_page(Maker *maker, const DgNode *block, size_t page)
{
    if (!g_hash_table_contains(maker->first_page_of, block))
        g_hash_table_insert(maker->first_page_of, (gpointer)block, GSIZE_TO_POINTER(page));
    g_hash_table_insert(maker->last_page_of, (gpointer)block, GSIZE_TO_POINTER(page));
}

static void
remember_pages(Maker *maker, const DgChain *chain, const DgSheet *sheet, size_t page)
{
    for (size_t i = 0; i < sheet->n; i++) {
        const DgPair *pair = chain->rows[sheet->fragments[i].row].pair;
        for (int side = 0; side < DG_SIDES; side++)
            for (size_t j = 0; j < pair->n[side]; j++)
                remember_page(maker, pair->blocks[side][j], page + 1);
    }
}

static void
count_chain(Maker *maker, size_t which)
{
    const DgChain *chain = maker->chains[which];
    if (!chain->n_rows)
        return;
    maker->folios.pages += wants_blank(chain->rows[0].flow, maker->folios.pages);
    maker->first_page[which] = maker->folios.pages;
    for (size_t i = 0; i < maker->sheets[which].n; i++)
        remember_pages(maker, chain, &maker->sheets[which].sheets[i], maker->folios.pages++);
}

static size_t
page_of(const void *data, const DgNode *node, bool end)
{
    const Maker *maker = data;
    const DgNode *block = dg_node_block(node);
    if (block && block->kind == DG_TABLE && block->as.table.merged)
        block = block->as.table.merged;
    return GPOINTER_TO_SIZE(g_hash_table_lookup(end ? maker->last_page_of : maker->first_page_of,
                                                block ? block : node));
}

static const char *
folio_name(const void *data, size_t page)
{
    const Maker *maker = data;
    return dg_arena_printf(maker->setting.arena, "%zu", page);
}

/* "12", or "5–9" where the number is that of a range. */
static const char *
folio_of(const void *data, const DgNode *number)
{
    const Maker *maker = data;
    const DgNode *last = number->as.reference.last;
    size_t from = page_of(maker, number->as.reference.target, false),
           to = last ? page_of(maker, last, true) : from;
    if (from == 0)
        return NULL;
    const char *folio = maker->folios.folio(maker, from);
    return to > from ? dg_arena_printf(maker->setting.arena, "%s–%s", folio,
                                       maker->folios.folio(maker, to))
                     : folio;
}

/* What needs the numbers of the pages before gets its rows only here. */
static void
complete_flow(Maker *maker, size_t which)
{
    DgFlow *flow = &maker->book->flows[which];
    if (!flow->complete)
        return;
    flow->complete(maker->setting.arena, flow, &maker->folios);
    make_rows(maker, which);
}

static void
make_chains(Maker *maker)
{
    const DgBook *book = maker->book;
    DgArena *arena = maker->setting.arena;
    maker->chains = DG_NEW_ARRAY(arena, DgChain *, book->n_flows);
    maker->sheets = DG_NEW_ARRAY(arena, DgSheets, book->n_flows);
    maker->first_page = DG_NEW_ARRAY(arena, size_t, book->n_flows);
    for (size_t i = 0; i < book->n_flows;) {
        size_t end = i + 1;
        complete_flow(maker, i);
        while (end < book->n_flows && book->flows[end].start == DG_START_HERE)
            complete_flow(maker, end++);
        DgChain *chain = chain_make(maker, i, end);
        DgSheets sheets = dg_chain_break(arena, chain);
        for (size_t j = 0; j < sheets.n; j++) {
            dg_grid_settle(&maker->setting, chain, &sheets.sheets[j]);
            lower_feet(chain, &sheets.sheets[j]);
        }
        maker->sheets[maker->n_chains] = sheets;
        maker->chains[maker->n_chains] = chain;
        count_chain(maker, maker->n_chains++);
        i = end;
    }
    maker->pages->n_pages = maker->folios.pages;
}

/* ---- placing ---- */

static void
set_columns(DgPlacer *placer, const Maker *maker, bool verso)
{
    const DgPageStyle *page = maker->setting.page;
    DgLen left = verso ? page->outer : page->inner;
    bool swapped = page->sides == DG_FIRST_RIGHT || (page->sides == DG_FIRST_INSIDE && verso);
    DgSide first = swapped ? DG_RIGHT : DG_LEFT;
    memcpy(placer->measure, maker->measure, sizeof placer->measure);
    placer->x[DG_COLUMN_FULL] = left;
    placer->x[first] = left;
    placer->x[!first] = left + maker->measure[first] + page->column_gap;
}

static bool
has_columns(const DgChain *chain, const DgSheet *sheet)
{
    for (size_t i = 0; i < sheet->n; i++)
        if (!chain->rows[sheet->fragments[i].row].full)
            return true;
    return false;
}

static void
place_furniture(Maker *maker, DgFurniture *furniture, DgPlacer *placer, const DgSheet *sheet,
                bool verso, bool opens)
{
    const DgPageStyle *page = maker->setting.page;
    if (has_columns(placer->chain, sheet)) {
        DgLen edge = placer->x[DG_COLUMN_LEFT] < placer->x[DG_COLUMN_RIGHT]
                         ? placer->x[DG_COLUMN_RIGHT]
                         : placer->x[DG_COLUMN_LEFT];
        dg_furniture_column_rule(furniture, &placer->canvas, edge - page->column_gap / 2, page->top,
                                 page->height - page->bottom);
    }
    dg_furniture_place(furniture, &placer->canvas, verso, opens);
}

static void
place_chain(Maker *maker, DgFurniture *furniture, DgPlacer *placer, DgTally *tally, size_t which)
{
    const DgSheets *sheets = &maker->sheets[which];
    placer->chain = maker->chains[which];
    for (size_t i = 0; i < sheets->n; i++) {
        const DgSheet *sheet = &sheets->sheets[i];
        size_t index = maker->first_page[which] + i;
        DgPage *page = &maker->pages->pages[index];
        page->flow =
            placer->chain->rows[sheet->n ? sheet->fragments[0].row : placer->chain->n_rows - 1]
                .flow;
        placer->canvas = (DgCanvas){.arena = maker->setting.arena,
                                    .page = page,
                                    .targets = maker->targets,
                                    .flow = page->flow,
                                    .folio_of = folio_of,
                                    .folios = maker};
        set_columns(placer, maker, is_verso(index));
        dg_sheet_place(placer, sheet);
        place_furniture(maker, furniture, placer, sheet, is_verso(index), i == 0);
        if (page->flow->item)
            dg_tally_page(tally, placer, sheet, i + 1 < sheets->n);
    }
}

static void
place_all(Maker *maker)
{
    DgPages *pages = maker->pages;
    pages->pages = DG_NEW_ARRAY(maker->setting.arena, DgPage, pages->n_pages);
    for (size_t i = 0; i < pages->n_pages; i++)
        pages->pages[i].folio = maker->folios.folio(maker, i + 1);
    DgFurniture furniture = {.shaper = maker->setting.shaper,
                             .style = maker->setting.style,
                             .volume = maker->setting.volume,
                             .n_pages = pages->n_pages};
    DgPlacer placer = {.setting = &maker->setting, .targets = maker->targets};
    DgTally tally = {0};
    for (size_t i = 0; i < maker->n_chains; i++)
        if (maker->chains[i]->n_rows)
            place_chain(maker, &furniture, &placer, &tally, i);
    pages->report.widows = placer.widows;
    pages->report.orphans = placer.orphans;
    for (size_t i = 0; i < maker->n_chains; i++)
        for (int column = 0; column < DG_N_COLUMNS; column++)
            pages->report.notes += (int64_t)maker->chains[i]->n_notes[column];
    dg_report_finish(pages, &tally, &maker->setting);
}

DgPages *
dg_pages_make(DgArena *arena, DgDiags *diags, DgShaper *shaper, DgImages *images,
              const DgVolume *volume, DgBook *book, const DgStyle *style)
{
    const DgPageStyle *page = dg_style_page(style);
    Maker maker = {.setting = {.arena = arena,
                               .diags = diags,
                               .shaper = shaper,
                               .images = images,
                               .style = style,
                               .page = page,
                               .volume = volume},
                   .book = book};
    maker.pages = DG_NEW(arena, DgPages);
    *maker.pages =
        (DgPages){.width = page->width, .height = page->height, .bleed = page->bleed, .book = book};
    maker.folios = (DgFolios){.data = &maker, .page = page_of, .folio = folio_name};
    maker.first_page_of = g_hash_table_new(NULL, NULL);
    maker.last_page_of = g_hash_table_new(NULL, NULL);
    maker.rows = DG_NEW_ARRAY(arena, DgRow *, book->n_flows);
    maker.n_rows = DG_NEW_ARRAY(arena, size_t, book->n_flows);
    for (size_t i = 0; i < book->n_flows; i++)
        if (!book->flows[i].complete)
            make_rows(&maker, i);
    choose_measures(&maker);
    make_chains(&maker);
    maker.targets = dg_targets_make(arena, volume, book);
    place_all(&maker);
    dg_report_bounds(arena, diags, maker.pages, page);
    dg_outline_make(arena, maker.pages, volume, maker.targets);
    maker.pages->explanation = dg_explain(arena, (const DgChain *const *)maker.chains, maker.sheets,
                                          maker.first_page, maker.n_chains);
    g_hash_table_unref(maker.first_page_of);
    g_hash_table_unref(maker.last_page_of);
    return maker.pages;
}
