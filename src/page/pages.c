/* pages.c - the pass: flows to pages, and what stands around the text. */
#include "pages-internal.h"

/* ---- placing ---- */

static DgLen
text_left(const DgPageStyle *page, bool verso)
{
    return verso ? page->outer : page->inner;
}

/* Where the columns of a sheet stand, and on which pages. */
static void
set_columns(DgPlacer *placer, const Maker *maker, const DgSection *section, size_t sheet)
{
    const DgPageStyle *page = maker->setting.page;
    for (int column = 0; column < DG_N_COLUMNS; column++) {
        size_t index = dg_section_page(section, page, sheet, column);
        placer->page[column] = &maker->pages->pages[index];
        placer->x[column] = text_left(page, page_is_verso(index));
        placer->measure[column] = section->measure[column];
    }
    if (section->stretch.layout == DG_LAYOUT_FACING)
        return;
    bool verso = page_is_verso(section->first_page + sheet);
    bool swapped = page->sides == DG_FIRST_RIGHT || (page->sides == DG_FIRST_INSIDE && verso);
    DgSide first = swapped ? DG_RIGHT : DG_LEFT;
    placer->x[!first] += section->measure[first] + page->column_gap;
}

static bool
has_columns(const DgSection *section, const DgSheet *sheet)
{
    if (section->stretch.layout != DG_LAYOUT_COLUMNS)
        return false;
    for (size_t i = 0; i < sheet->n; i++)
        if (!section->chain->rows[sheet->fragments[i].row].full)
            return true;
    return false;
}

static void
place_column_rule(Maker *maker, DgFurniture *furniture, DgPlacer *placer)
{
    const DgPageStyle *page = maker->setting.page;
    DgLen left = placer->x[DG_COLUMN_LEFT], right = placer->x[DG_COLUMN_RIGHT],
          edge = left < right ? right : left;
    dg_furniture_column_rule(furniture, &placer->canvas, edge - page->column_gap / 2, page->top,
                             page->height - page->bottom);
}

static const DgFlow *
flow_of(const DgSection *section, const DgSheet *sheet)
{
    const DgChain *chain = section->chain;
    return chain->rows[sheet->n ? sheet->fragments[0].row : chain->n_rows - 1].flow;
}

/* A part is bare where its opening is all there is on the page and ends there. */
static bool
is_bare(const DgSection *section, const DgSheet *sheet)
{
    const DgFlow *flow = flow_of(section, sheet);
    if (!flow->bare || !flow->part || sheet->n == 0)
        return flow->bare;
    const DgRow *rows = section->chain->rows;
    size_t first = sheet->fragments[0].row, last = sheet->fragments[sheet->n - 1].row;
    if (first >= section->chain->n_rows || last >= section->chain->n_rows)
        return false; /* there are floats */
    bool begins = first == 0 || rows[first - 1].flow != flow,
         ends = last + 1 == section->chain->n_rows || rows[last + 1].flow != flow;
    return begins && ends && rows[last].flow == flow;
}

/* Heads and feet of the pages of a sheet, each in its language where it has only one. */
static void
place_furniture(Maker *maker, DgFurniture *furniture, DgPlacer *placer, const DgSection *section,
                size_t sheet)
{
    bool facing = section->stretch.layout == DG_LAYOUT_FACING;
    bool opens = section->opens && sheet == 0;
    for (int side = 0; side < (facing ? DG_SIDES : 1); side++) {
        int column = facing ? side : DG_COLUMN_FULL;
        size_t index = dg_section_page(section, maker->setting.page, sheet, column);
        placer->canvas.page = placer->page[column];
        furniture->side = facing ? (DgSide)side : section->stretch.side;
        dg_furniture_place(furniture, &placer->canvas, page_is_verso(index), opens);
    }
}

static void
place_section(Maker *maker, DgFurniture *furniture, DgPlacer *placer, DgTally *tally,
              const DgSection *section)
{
    placer->chain = section->chain;
    for (size_t i = 0; i < section->sheets.n; i++) {
        const DgSheet *sheet = &section->sheets.sheets[i];
        const DgFlow *flow = flow_of(section, sheet);
        set_columns(placer, maker, section, i);
        for (int column = 0; column < DG_N_COLUMNS; column++)
            placer->page[column]->flow = flow;
        placer->canvas = (DgCanvas){.arena = maker->setting.arena,
                                    .page = placer->page[DG_COLUMN_FULL],
                                    .targets = maker->targets,
                                    .flow = flow,
                                    .folio_of = maker_folio_of,
                                    .folios = maker};
        dg_sheet_place(placer, sheet);
        placer->canvas.page = placer->page[DG_COLUMN_FULL];
        if (has_columns(section, sheet))
            place_column_rule(maker, furniture, placer);
        if (!is_bare(section, sheet))
            place_furniture(maker, furniture, placer, section, i);
        if (flow->item)
            dg_tally_sheet(tally, placer, section, i);
    }
}

/* ---- the whole ---- */

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
    for (size_t i = 0; i < maker->n_sections; i++) {
        place_section(maker, &furniture, &placer, &tally, &maker->sections[i]);
        for (int column = 0; column < DG_N_COLUMNS; column++)
            pages->report.notes += (int64_t)maker->sections[i].chain->n_notes[column];
    }
    pages->report.widows = placer.widows;
    pages->report.orphans = placer.orphans;
    dg_report_finish(pages, &tally, &maker->setting);
}

/* For each flow, whether its languages stand on pages of their own. */
static bool *
find_apart(const Maker *maker)
{
    bool *apart = DG_NEW_ARRAY(maker->setting.arena, bool, maker->book->n_flows);
    for (size_t i = 0; i < maker->book->n_flows; i++)
        for (size_t j = 0; j < maker->n_stretches[i]; j++)
            apart[i] = apart[i] || maker->stretches[i][j].layout != DG_LAYOUT_COLUMNS;
    return apart;
}

/* For each flow, whether it has stretches of either language alone. */
static bool *
find_split(const Maker *maker)
{
    bool *split = DG_NEW_ARRAY(maker->setting.arena, bool, maker->book->n_flows);
    for (size_t i = 0; i < maker->book->n_flows; i++)
        for (size_t j = 1; j < maker->n_stretches[i]; j++)
            split[i] = split[i] || stretch_begins_language(&maker->stretches[i][j]);
    return split;
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
    maker.first_page_of = g_hash_table_new(NULL, NULL);
    maker.last_page_of = g_hash_table_new(NULL, NULL);
    dg_shaper_lend_pictures(shaper, dg_picture_lend, &maker.setting);
    maker_paginate(&maker);
    maker.targets = dg_targets_make(arena, volume, book, find_apart(&maker));
    place_all(&maker);
    dg_report_bounds(arena, diags, maker.pages, page);
    dg_report_unplaced(diags, maker.pages);
    dg_outline_make(arena, maker.pages, volume, maker.targets, find_split(&maker));
    maker.pages->reasons = dg_reasons_keep(arena, maker.sections, maker.n_sections);
    dg_shaper_lend_pictures(shaper, NULL, NULL);
    g_hash_table_unref(maker.first_page_of);
    g_hash_table_unref(maker.last_page_of);
    return maker.pages;
}
