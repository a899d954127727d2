/* panels.c - figure groups: the panels side by side where they fit, each above its caption, the group's caption below.
 * The pairs of a group make one row; the rows of the further pairs stay empty and only hold their anchors. */
#include "rows-internal.h"

#include <string.h>

#define PANEL_GAP DG_PT(10)
#define PANEL_LEAST DG_PT(75)
enum { PANEL_SCALE = 45 }; /* per cent of the width that a picture wants, at least */

typedef struct {
    DgPiece *pieces; /* the pictures, then the captions */
    size_t n;
} Panel;

struct DgPanelRow {
    DgStack *stacks; /* one for each panel */
    DgLen *shift;    /* so that their pictures end level */
    size_t n, n_notes;
    DgLen width, height; /* of a panel; of the row */
};

struct DgPanels {
    Panel *list;
    size_t n, columns; /* beside each other */
    DgLen measure;     /* at most, so that those of both sides are alike; 0: any */
    DgPanelRow *rows;
    size_t n_rows;
};

/* ---- which pairs belong together ---- */

static const DgNode *
group_of(const DgPair *pair, int slot)
{
    const DgNode *group = pair->n[slot] ? pair->blocks[slot][0]->parent : NULL;
    for (size_t i = 0; i < pair->n[slot]; i++) {
        const DgNode *block = pair->blocks[slot][i];
        if (block->parent != group || (block->kind != DG_FIGURE && block->kind != DG_PARAGRAPH))
            return NULL;
    }
    return group && group->kind == DG_FIGURE_GROUP ? group : NULL;
}

static bool
joins(const DgPair *pair, const DgNode *groups[DG_SIDES])
{
    for (int slot = 0; slot < DG_SIDES; slot++) {
        const DgNode *group = group_of(pair, slot);
        if (pair->n[slot] && (!group || (groups[slot] && groups[slot] != group)))
            return false;
    }
    for (int slot = 0; slot < DG_SIDES; slot++)
        if (pair->n[slot])
            groups[slot] = group_of(pair, slot);
    return true;
}

static size_t
count_figures(const DgPair *pairs, size_t n)
{
    size_t figures = 0;
    for (size_t i = 0; i < n; i++) {
        int slot = pairs[i].n[DG_LEFT] ? DG_LEFT : DG_RIGHT;
        for (size_t j = 0; j < pairs[i].n[slot]; j++)
            figures += pairs[i].blocks[slot][j]->kind == DG_FIGURE;
    }
    return figures;
}

size_t
dg_group_pairs(const DgFlow *flow, size_t first)
{
    const DgNode *groups[DG_SIDES] = {0};
    size_t n = 0;
    while (first + n < flow->n_pairs && flow->pairs[first + n].full == flow->pairs[first].full &&
           flow->pairs[first + n].full_side == flow->pairs[first].full_side &&
           joins(&flow->pairs[first + n], groups))
        n++;
    return count_figures(&flow->pairs[first], n) > 1 ? n : 1;
}

/* ---- making ---- */

/* A panel of a long label bears it as it is; a letter stands in brackets. */
static DgPanels *
make(DgSetting *setting, const DgPair *pairs, size_t n, int slot, DgSide side)
{
    DgPanels *panels = DG_NEW(setting->arena, DgPanels);
    for (size_t i = 0; i < n; i++)
        for (size_t j = 0; j < pairs[i].n[slot]; j++) {
            const DgNode *figure = pairs[i].blocks[slot][j];
            if (figure->kind != DG_FIGURE)
                continue;
            DgPieces parts = {0};
            dg_pieces_add(setting, &parts, figure, true, side);
            Panel panel = {parts.list, parts.n};
            DG_APPEND(setting->arena, panels->list, panels->n, panel);
        }
    return panels;
}

void
dg_pieces_add_group(DgSetting *setting, DgPieces *pieces, const DgPair *pairs, size_t n, int slot,
                    DgSide side)
{
    size_t first = pieces->n;
    const DgBlockStyle *style =
        dg_style_block(setting->style, DG_ROLE_FIGURE, setting->volume->languages[side]);
    DgPanels *panels = make(setting, pairs, n, slot, side);
    DgPiece piece = {.kind = DG_PIECE_PANELS, .style = style, .panels = panels};
    if (panels->n) {
        piece.block = panels->list[0].n ? panels->list[0].pieces[0].block : NULL;
        DG_APPEND(setting->arena, pieces->list, pieces->n, piece);
    }
    for (size_t i = 0; i < n; i++)
        for (size_t j = 0; j < pairs[i].n[slot]; j++)
            if (pairs[i].blocks[slot][j]->kind != DG_FIGURE)
                dg_pieces_add(setting, pieces, pairs[i].blocks[slot][j], true, side);
    for (size_t i = first; i + 1 < pieces->n; i++)
        pieces->list[i].keep_with_next = true;
    if (pieces->n > first) {
        pieces->list[first].before = style->space_before;
        pieces->list[pieces->n - 1].after = style->space_after;
    }
}

/* ---- fitting ---- */

static bool
panel_fits(const Panel *panel, DgLen cell, DgLen measure)
{
    for (size_t i = 0; i < panel->n; i++)
        if (panel->pieces[i].kind == DG_PIECE_PICTURE) {
            dg_picture_fit(panel->pieces[i].picture, measure, 0, measure);
            if (cell * 100 < dg_picture_width(panel->pieces[i].picture) * PANEL_SCALE)
                return false;
        }
    return cell >= PANEL_LEAST;
}

static size_t
columns_in(const DgPanels *panels, DgLen measure)
{
    for (size_t columns = panels->n; columns > 1; columns--) {
        DgLen cell = (measure - (DgLen)(columns - 1) * PANEL_GAP) / (DgLen)columns;
        size_t fitting = 0;
        while (fitting < panels->n && panel_fits(&panels->list[fitting], cell, measure))
            fitting++;
        if (fitting < panels->n)
            continue;
        size_t rows = (panels->n + columns - 1) / columns;
        return (panels->n + rows - 1) / rows;
    }
    return 1;
}

/* As many beside each other as the narrower column holds, in both columns of one size. */
void
dg_panels_choose(const DgRow *row, const DgLen measures[DG_N_COLUMNS])
{
    DgPanels *panels[DG_SIDES] = {0};
    size_t columns = SIZE_MAX;
    DgLen measure = DG_LEN_MAX;
    for (int slot = 0; slot < DG_SIDES; slot++) {
        if (!row->n_pieces[slot] || row->pieces[slot][0].kind != DG_PIECE_PANELS)
            continue;
        DgLen own = measures[row->full ? DG_COLUMN_FULL : slot];
        panels[slot] = row->pieces[slot][0].panels;
        size_t wanted = columns_in(panels[slot], own);
        columns = wanted < columns ? wanted : columns;
        measure = own < measure ? own : measure;
    }
    for (int slot = 0; slot < DG_SIDES; slot++)
        if (panels[slot]) {
            panels[slot]->columns = columns;
            panels[slot]->measure = measure;
        }
}

static DgLen
text_top(const DgStack *stack)
{
    for (uint32_t i = 0; i < stack->n; i++)
        if (stack->slices[i].kind == DG_SLICE_LINE)
            return stack->slices[i].top;
    return stack->height;
}

static DgPanelRow
row_make(DgSetting *setting, const Panel *list, size_t n, DgLen width)
{
    DgPanelRow row = {.n = n, .width = width};
    row.stacks = DG_NEW_ARRAY(setting->arena, DgStack, n);
    row.shift = DG_NEW_ARRAY(setting->arena, DgLen, n);
    DgLen level = 0;
    for (size_t i = 0; i < n; i++) {
        const DgNode **notes = NULL;
        size_t marks = dg_pieces_notes(setting->arena, list[i].pieces, list[i].n, &notes);
        uint32_t *none = DG_NEW_ARRAY(setting->arena, uint32_t, marks);
        int *variant = DG_NEW_ARRAY(setting->arena, int, list[i].n);
        dg_pieces_best(list[i].pieces, list[i].n, variant);
        row.stacks[i] = dg_stack_make(setting, list[i].pieces, list[i].n, variant, none, 0);
        row.n_notes += marks;
        level = text_top(&row.stacks[i]) > level ? text_top(&row.stacks[i]) : level;
    }
    for (size_t i = 0; i < n; i++) {
        row.shift[i] = level - text_top(&row.stacks[i]);
        DgLen height = row.shift[i] + row.stacks[i].height;
        row.height = height > row.height ? height : row.height;
    }
    return row;
}

void
dg_panels_fit(DgSetting *setting, const DgChain *chain, DgPanels *panels, DgLen measure)
{
    size_t columns = panels->columns ? panels->columns : columns_in(panels, measure);
    if (panels->measure && panels->measure < measure)
        measure = panels->measure;
    DgLen width = (measure - (DgLen)(columns - 1) * PANEL_GAP) / (DgLen)columns;
    panels->n_rows = 0;
    panels->rows = NULL;
    for (size_t i = 0; i < panels->n; i++)
        dg_pieces_fit(setting, chain, panels->list[i].pieces, panels->list[i].n, width);
    for (size_t i = 0; i < panels->n; i += columns) {
        size_t n = panels->n - i < columns ? panels->n - i : columns;
        DgPanelRow row = row_make(setting, &panels->list[i], n, width);
        DG_APPEND(setting->arena, panels->rows, panels->n_rows, row);
    }
}

/* ---- what stacks and pages need ---- */

const DgPanelRow *
dg_panel_row(const DgPanels *panels, size_t i)
{
    return i < panels->n_rows ? &panels->rows[i] : NULL;
}

DgLen
dg_panel_row_height(const DgPanelRow *row, size_t *n_notes)
{
    *n_notes = row->n_notes;
    return row->height;
}

size_t
dg_panels_notes(DgArena *arena, const DgPanels *panels, const DgNode ***notes)
{
    size_t n = 0;
    *notes = NULL;
    for (size_t i = 0; i < panels->n; i++) {
        const DgNode **own = NULL;
        size_t n_own = dg_pieces_notes(arena, panels->list[i].pieces, panels->list[i].n, &own);
        for (size_t j = 0; j < n_own; j++)
            DG_APPEND(arena, *notes, n, own[j]);
    }
    return n;
}

const DgStack *
dg_panel_stack(const DgPanelRow *row, size_t i, DgLen *x, DgLen *y, DgLen *width)
{
    if (i >= row->n)
        return NULL;
    *x = (DgLen)i * (row->width + PANEL_GAP);
    *y = row->shift[i];
    *width = row->width;
    return &row->stacks[i];
}
