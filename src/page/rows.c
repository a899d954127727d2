/* rows.c - pairs to rows: pieces, then the choices of line counts on both sides. */
#include "rows-internal.h"

#include <string.h>

enum {
    MAX_STACKS = 4,                      /* choices of one side */
    MAX_OPTIONS = 6,                     /* of both sides together */
    MAX_EXTRA_COST = 10 * DG_COST_BLANK, /* of a line count: more than it could save */
};

/* ---- pieces ---- */

static void
add_side(DgSetting *setting, DgRow *row, DgSide slot, DgSide side, bool flush)
{
    DgPieces pieces = {0};
    for (size_t i = 0; i < row->pair->n[slot]; i++) {
        const DgNode *block = row->pair->blocks[slot][i];
        if (i > 0)
            flush = dg_block_is_flush(setting->arena, block, row->pair->blocks[slot][i - 1]);
        dg_pieces_add(setting, &pieces, block, flush, side);
    }
    row->pieces[slot] = pieces.list;
    row->n_pieces[slot] = pieces.n;
}

DgLen
dg_space_between(const DgPiece *above, const DgPiece *below)
{
    return above->after > below->before ? above->after : below->before;
}

static const DgPiece *
first_piece(const DgRow *row, int side)
{
    return row->n_pieces[side] ? &row->pieces[side][0] : NULL;
}

static const DgPiece *
last_piece(const DgRow *row, int side)
{
    return row->n_pieces[side] ? &row->pieces[side][row->n_pieces[side] - 1] : NULL;
}

/* The larger of what the sides want: a pair begins level. */
static DgLen
space_above(const DgSetting *setting, const DgRow *above, const DgRow *row)
{
    DgLen space = 0;
    for (int side = 0; side < DG_SIDES; side++) {
        const DgPiece *below = first_piece(row, side),
                      *over = last_piece(above, above->full || row->full ? DG_LEFT : side);
        DgLen wanted = below && over ? dg_space_between(over, below)
                       : below       ? below->before
                       : over        ? over->after
                                     : 0;
        space = wanted > space ? wanted : space;
    }
    return space + (above->pair->joined ? 0 : setting->page->pair_space);
}

/* Who said it stands with what was said. */
static bool
is_attribution(const DgRow *row)
{
    for (int slot = 0; slot < DG_SIDES; slot++)
        if (row->pair->n[slot] && row->pair->blocks[slot][0]->kind == DG_ATTRIBUTION)
            return true;
    return false;
}

static int64_t
cost_of_parting(const DgRow *above, const DgRow *row)
{
    int64_t cost = above->pair->joined || is_attribution(row) ? DG_COST_HEADING : 0;
    for (int side = 0; side < DG_SIDES; side++) {
        const DgPiece *over = last_piece(above, side);
        if (over && (over->heading || over->keep_with_next))
            cost = DG_COST_HEADING;
    }
    return cost;
}

bool
dg_row_is_empty(const DgRow *row)
{
    return row->n_pieces[DG_LEFT] == 0 && row->n_pieces[DG_RIGHT] == 0;
}

const DgRow *
dg_row_above(const DgRow *rows, size_t i)
{
    const DgRow *above = &rows[i - 1];
    while (above > rows && dg_row_is_empty(above))
        above--;
    return above;
}

void
dg_row_join(const DgSetting *setting, DgRow *rows, size_t i)
{
    rows[i].give = 0;
    if (dg_row_is_empty(&rows[i])) {
        rows[i].break_cost = DG_COST_HEADING;
        return;
    }
    const DgRow *above = dg_row_above(rows, i);
    rows[i].before = space_above(setting, above, &rows[i]);
    rows[i].break_cost = cost_of_parting(above, &rows[i]);
    dg_grid_join(setting, rows, i);
    if (rows[i].open && rows[i].before < setting->page->sink) /* a text below another */
        rows[i].before = setting->page->sink;
}

static bool
has_running_text(const DgRow *row)
{
    for (int side = 0; side < DG_SIDES; side++)
        for (size_t i = 0; i < row->n_pieces[side]; i++)
            if (row->pieces[side][i].on_grid)
                return true;
    return false;
}

/* The pairs [i, i + n) in one row: a figure group, or one pair alone. */
static void
fill_row(DgSetting *setting, DgRow *row, size_t n, const DgNode *previous[DG_SIDES])
{
    bool flush[DG_SIDES];
    dg_pair_flush(setting->arena, row->pair, previous, flush);
    for (int slot = 0; slot < (row->full ? 1 : DG_SIDES); slot++) {
        DgSide side = row->pair->full ? row->pair->full_side : (DgSide)slot;
        if (n == 1) {
            add_side(setting, row, (DgSide)slot, side, flush[slot]);
            if (row->pair->n[slot])
                previous[side] = row->pair->blocks[slot][row->pair->n[slot] - 1];
            continue;
        }
        DgPieces pieces = {0};
        dg_pieces_add_group(setting, &pieces, row->pair, n, slot, side);
        row->pieces[slot] = pieces.list;
        row->n_pieces[slot] = pieces.n;
    }
}

/* Whether the row has speakers alone, who run in to what the next pair says. */
static bool
runs_in(const DgRow *row, const DgPair *next)
{
    const DgPair *pair = row->pair;
    if (!dg_row_is_empty(row) || pair->full != next->full || pair->full_side != next->full_side)
        return false;
    for (int slot = 0; slot < DG_SIDES; slot++) {
        for (size_t i = 0; i < pair->n[slot]; i++)
            if (pair->blocks[slot][i]->kind != DG_SPEAKER)
                return false;
        DgKind kind = next->n[slot] ? next->blocks[slot][0]->kind : DG_PARAGRAPH;
        if (kind != DG_PARAGRAPH && kind != DG_SPEAKER)
            return false;
    }
    return true;
}

/* Its pair goes to the row that is made in its stead. */
static void
clear_row(DgRow *row)
{
    const DgPair *run_in = row->n_run_in ? row->run_in : row->pair;
    *row = (DgRow){.run_in = run_in, .n_run_in = row->n_run_in + 1};
}

DgRow *
dg_flow_rows(DgSetting *setting, const DgFlow *flow, size_t *n)
{
    DgRow *rows = DG_NEW_ARRAY(setting->arena, DgRow, flow->n_pairs);
    const DgNode *previous[DG_SIDES] = {0};
    *n = 0;
    for (size_t i = 0, group = 0; i < flow->n_pairs; i++) {
        DgRow *row = &rows[*n];
        row->pair = &flow->pairs[i];
        row->flow = flow;
        row->full = row->pair->full || setting->volume->n_languages == 1;
        row->open = *n == 0;
        if (i == group) {
            size_t together = dg_group_pairs(flow, i);
            fill_row(setting, row, together, previous);
            group = i + together;
        }
        if (i + 1 < flow->n_pairs && runs_in(row, &flow->pairs[i + 1])) {
            clear_row(row);
            continue;
        }
        row->on_grid = has_running_text(row);
        if (*n > 0)
            dg_row_join(setting, rows, *n);
        ++*n;
    }
    return rows;
}

/* ---- lines ---- */

static int
column_of(const DgRow *row, int slot)
{
    return row->full ? DG_COLUMN_FULL : slot;
}

/* Rows of a table are divided so low that a page can hold each part with the first lines of the notes marked in it. */
static void
fit_table(DgSetting *setting, const DgChain *chain, DgTable *table, DgLen measure)
{
    const DgBlockStyle *note = dg_style_block(setting->style, DG_ROLE_NOTE, NULL);
    DgLen line = (note->font.leading + note->space_before) * (chain->notes_shared ? DG_SIDES : 1);
    DgLen most = chain->height / 2;
    for (bool fits = false; !fits; most /= 2) {
        const DgStrip *const *strips = NULL;
        dg_table_fit(table, measure, most);
        size_t n = dg_table_strips(table, &strips);
        fits = true;
        for (size_t i = 0; i < n; i++) {
            DgLen height = strips[i]->repeat + dg_strip_height(strips[i]) + chain->note_space +
                           (DgLen)strips[i]->n_notes * line;
            fits &= height <= chain->height || strips[i]->n_notes == 0;
        }
        fits |= most < 2 * chain->leading;
    }
}

/* Nobody reads a centred text of many lines with ease. */
static void
fit_text(DgSetting *setting, DgPiece *piece, DgLen measure)
{
    piece->lines = dg_lines_break(setting->arena, setting->diags, piece->par, measure);
    int limit = piece->style->center_limit;
    if (piece->style->align != DG_ALIGN_CENTER || limit <= 0 ||
        piece->lines->variants[0].n_lines <= limit)
        return;
    DgBlockStyle *style = dg_arena_copy(setting->arena, piece->style, sizeof *style);
    DgPar *par = dg_arena_copy(setting->arena, piece->par, sizeof *par);
    style->align = style->last_align = DG_ALIGN_START;
    par->style = piece->style = style;
    par->display = false;
    piece->par = par;
    piece->lines = dg_lines_break(setting->arena, setting->diags, par, measure);
}

void
dg_pieces_fit(DgSetting *setting, const DgChain *chain, DgPiece *pieces, size_t n, DgLen measure)
{
    for (size_t i = 0; i < n; i++) {
        DgPiece *piece = &pieces[i];
        switch (piece->kind) {
        case DG_PIECE_TEXT:
            if (piece->block->kind == DG_CODE)
                dg_code_fit(setting, piece, measure);
            else
                fit_text(setting, piece, measure);
            break;
        case DG_PIECE_TABLE:
            fit_table(setting, chain, piece->table, measure);
            break;
        case DG_PIECE_PANELS:
            dg_panels_fit(setting, chain, piece->panels, measure);
            break;
        case DG_PIECE_PICTURE:
            if (piece->share == DG_SHARE_NONE)
                dg_picture_fit(piece->picture, measure, dg_figure_limit(chain, piece),
                               chain->height);
            break;
        }
    }
}

void
dg_pieces_best(const DgPiece *pieces, size_t n, int *variant)
{
    for (size_t i = 0; i < n; i++)
        variant[i] = pieces[i].kind == DG_PIECE_TEXT ? pieces[i].lines->best : 0;
}

/* ---- stacks ---- */

/* Text of a side one line longer (step 1) or shorter (-1) than in `variant`, where that costs least; false if nowhere. */
static bool
change_length(const DgPiece *pieces, size_t n, int *variant, int step)
{
    size_t best = n;
    int64_t least = MAX_EXTRA_COST;
    for (size_t i = 0; i < n; i++) {
        int other = variant[i] + step;
        if (pieces[i].kind != DG_PIECE_TEXT || other < 0 || other >= pieces[i].lines->n_variants)
            continue;
        int64_t cost = pieces[i].lines->variants[other].demerits -
                       pieces[i].lines->variants[variant[i]].demerits;
        if (cost < least) {
            least = cost;
            best = i;
        }
    }
    if (best == n)
        return false;
    variant[best] += step;
    return true;
}

typedef struct {
    DgSetting *setting;
    DgRow *row;
    int slot;
    const uint32_t *note_end;
} SideMaker;

static void
add_stack(SideMaker *maker, const int *variant)
{
    DgRow *row = maker->row;
    int slot = maker->slot;
    row->stacks[slot][row->n_stacks[slot]++] = dg_stack_make(
        maker->setting, row->pieces[slot], row->n_pieces[slot], variant, maker->note_end,
        row->apart[DG_LEFT] ? 0 : row->note_start[column_of(row, slot)]);
}

static void
make_stacks(SideMaker *maker)
{
    DgRow *row = maker->row;
    int slot = maker->slot;
    size_t n = row->n_pieces[slot];
    int *variant = DG_NEW_ARRAY(maker->setting->arena, int, n);
    row->stacks[slot] = DG_NEW_ARRAY(maker->setting->arena, DgStack, MAX_STACKS);
    dg_pieces_best(row->pieces[slot], n, variant);
    add_stack(maker, variant);
    if (!maker->setting->page->variants || row->full)
        return;
    for (int extra = 0; extra < 2 && change_length(row->pieces[slot], n, variant, 1); extra++)
        add_stack(maker, variant);
    dg_pieces_best(row->pieces[slot], n, variant);
    if (change_length(row->pieces[slot], n, variant, -1))
        add_stack(maker, variant);
}

static void
fit_side(DgSetting *setting, DgChain *chain, DgRow *row, int slot,
         const DgLen measures[DG_N_COLUMNS])
{
    int column = column_of(row, slot);
    dg_pieces_fit(setting, chain, row->pieces[slot], row->n_pieces[slot], measures[column]);
    const uint32_t *note_end = dg_row_add_notes(setting, chain, row, slot, measures);
    SideMaker maker = {setting, row, slot, note_end};
    make_stacks(&maker);
}

/* ---- options ---- */

static DgOption
option_of(const DgRow *row, int left, int right)
{
    const DgStack *a = &row->stacks[DG_LEFT][left], *b = &row->stacks[DG_RIGHT][right];
    return (DgOption){.stack = {(uint8_t)left, (uint8_t)right},
                      .cost = a->cost + b->cost,
                      .height = a->height > b->height ? a->height : b->height};
}

static DgLen
height_of(const DgRow *row, const DgOption *option, DgSide side)
{
    return row->stacks[side][option->stack[side]].height;
}

/* What the option costs with what stays blank beside its shorter side. */
static int64_t
whole_cost(const DgChain *chain, const DgRow *row, const DgOption *option)
{
    DgLen left = height_of(row, option, DG_LEFT), right = height_of(row, option, DG_RIGHT);
    if (!left || !right)
        return option->cost;
    return option->cost + dg_cost_blank_lines(chain, left > right ? left - right : right - left);
}

/* Where each column runs on by itself, every height of either side is worth having: the cheapest. */
static void
insert_option(DgRow *row, DgOption option)
{
    int at = row->n_options < MAX_OPTIONS ? row->n_options++ : MAX_OPTIONS;
    for (; at > 0 && row->options[at - 1].cost > option.cost; at--)
        if (at < MAX_OPTIONS)
            row->options[at] = row->options[at - 1];
    if (at < MAX_OPTIONS)
        row->options[at] = option;
}

/* Of the options of one height only the cheapest is kept. */
static void
keep_option(const DgChain *chain, DgRow *row, DgOption option)
{
    for (int i = 0; i < row->n_options; i++)
        if (row->options[i].height == option.height) {
            if (whole_cost(chain, row, &option) < whole_cost(chain, row, &row->options[i]))
                row->options[i] = option;
            return;
        }
    if (row->n_options < MAX_OPTIONS)
        row->options[row->n_options++] = option;
}

static void
make_options(DgSetting *setting, const DgChain *chain, DgRow *row)
{
    row->options = DG_NEW_ARRAY(setting->arena, DgOption, MAX_OPTIONS);
    for (int left = 0; left < row->n_stacks[DG_LEFT]; left++)
        for (int right = 0; right < row->n_stacks[DG_RIGHT]; right++)
            if (chain->free)
                insert_option(row, option_of(row, left, right));
            else
                keep_option(chain, row, option_of(row, left, right));
}

bool
dg_row_ends_with_heading(const DgRow *row)
{
    const DgPiece *left = last_piece(row, DG_LEFT), *right = last_piece(row, DG_RIGHT);
    return (left && left->heading) || (right && right->heading);
}

/* The list whose item begins with the row's first block, on either side; NULL for none. */
static const DgNode *
list_of(const DgRow *row, int side, bool first_item)
{
    const DgNode *item = row->pair->n[side] ? row->pair->blocks[side][0]->parent : NULL;
    if (!item || item->kind != DG_LIST_ITEM ||
        (first_item && item->previous && item->previous->kind == DG_LIST_ITEM))
        return NULL;
    return item->parent;
}

/* A page that ends with the first item of a list, when that is a single line. */
static int64_t
cost_after_first_item(const DgRow *above, const DgRow *row)
{
    for (int side = 0; side < DG_SIDES; side++) {
        const DgNode *list = list_of(above, side, true);
        if (list && list == list_of(row, side, false) && above->stacks[DG_LEFT][0].n <= 1 &&
            above->stacks[DG_RIGHT][0].n <= 1)
            return DG_COST_ITEM;
    }
    return 0;
}

/* A heading has lines of text below it on its page: no page ends after a first row of one line, either. */
static void
keep_below_heading(const DgSetting *setting, const DgChain *chain, DgRow *row)
{
    uint32_t lines = 0, wanted = (uint32_t)setting->page->lines_below_heading;
    if (row > chain->rows && row->break_cost < DG_COST_ITEM)
        row->break_cost += cost_after_first_item(row - 1, row);
    for (size_t i = (size_t)(row - chain->rows); i > 0 && lines < wanted; i--) {
        const DgRow *above = &chain->rows[i - 1];
        if (dg_row_ends_with_heading(above)) {
            row->break_cost = DG_COST_HEADING;
            return;
        }
        uint32_t left = above->stacks[DG_LEFT][0].n, right = above->stacks[DG_RIGHT][0].n;
        lines += left > right ? left : right;
    }
}

void
dg_row_fit(DgSetting *setting, DgChain *chain, DgRow *row, const DgLen measures[DG_N_COLUMNS])
{
    dg_figure_share(chain, row, measures);
    dg_panels_choose(row, measures);
    for (int column = 0; column < DG_N_COLUMNS; column++)
        row->note_start[column] = (uint32_t)chain->n_notes[column];
    fit_side(setting, chain, row, DG_LEFT, measures);
    if (row->full) {
        row->stacks[DG_RIGHT] = DG_NEW(setting->arena, DgStack);
        row->n_stacks[DG_RIGHT] = 1;
    } else {
        fit_side(setting, chain, row, DG_RIGHT, measures);
    }
    for (int column = 0; column < DG_N_COLUMNS; column++)
        row->note_end[column] = (uint32_t)chain->n_notes[column];
    make_options(setting, chain, row);
    keep_below_heading(setting, chain, row);
}

void
dg_row_rejoin(const DgSetting *setting, DgChain *chain, size_t i)
{
    dg_row_join(setting, chain->rows, i);
    keep_below_heading(setting, chain, &chain->rows[i]);
}
