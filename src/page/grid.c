/* grid.c - the baseline grid: running text stands on it, what is set in another leading returns to it.
 * A row with running text begins on a grid line; rows between two such rows form a run that may lie anywhere. What
 * rounding leaves over is parted above and below the run once the page is made up. */
#include "rows-internal.h"

#include <stdlib.h>

enum {
    FREE_SPACE = 3,    /* what keeps over a third of the grid around itself stands free of it */
    GIVE = 4,          /* a run gives a quarter of its spaces to save a line, */
    GIVE_LAST = 2,     /* but half of the last, lest a heading at a page's head touch its text */
    HEADING_ABOVE = 3, /* of a heading's surplus two thirds stand above it */
};

static DgLen
round_up(DgLen length, DgLen grid)
{
    return length <= 0 ? 0 : (length + grid - 1) / grid * grid;
}

static DgLen
most_given(DgLen spaces, DgLen last)
{
    return spaces / GIVE < last / GIVE_LAST ? spaces / GIVE : last / GIVE_LAST;
}

/* Paragraphs and list items may have any space around them; other text stands on the grid when it keeps little. */
bool
dg_grid_holds(const DgSetting *setting, const DgNode *block, DgRole role, DgSide side)
{
    DgLen grid = setting->page->grid;
    if (!grid || block->kind == DG_HEADING)
        return false;
    const DgBlockStyle *own =
        dg_style_block(setting->style, role, setting->volume->languages[side]);
    if (own->font.leading <= 0 || own->font.leading % grid != 0)
        return false;
    return role == DG_ROLE_P || role == DG_ROLE_LIST_ITEM ||
           own->space_before + own->space_after <= grid / FREE_SPACE;
}

DgLen
dg_grid_baseline(const DgSetting *setting, const DgPiece *piece)
{
    const DgFontStyle *own = &piece->style->font;
    if (!piece->on_grid)
        return dg_baseline(own);
    DgFontStyle font = dg_style_block(setting->style, DG_ROLE_P, NULL)->font;
    font.leading = own->leading;
    return dg_baseline(&font);
}

/* ---- between rows ---- */

static bool
joins_on_grid(const DgRow *above, const DgRow *row)
{
    for (int side = 0; side < DG_SIDES; side++)
        if ((above->n_pieces[side] && !above->pieces[side][above->n_pieces[side] - 1].on_grid) ||
            (row->n_pieces[side] && !row->pieces[side][0].on_grid))
            return false;
    return true;
}

/* `rows[0..i]` are in order on the chain; what rows[i] gives of the space above it, and its space if running
 * text follows running text: whole lines. */
void
dg_grid_join(const DgSetting *setting, DgRow *rows, size_t i)
{
    DgLen grid = setting->page->grid;
    DgRow *row = &rows[i];
    row->give = 0;
    if (!grid || i == 0 || !row->on_grid)
        return;
    const DgRow *above = dg_row_above(rows, i);
    if (above->on_grid && joins_on_grid(above, row)) {
        row->before = (row->before + grid / 2) / grid * grid;
        return;
    }
    DgLen spaces = row->before;
    for (size_t j = i; j-- > 0 && !rows[j].on_grid;)
        spaces += rows[j].before;
    row->give = most_given(spaces, row->before);
}

DgLen
dg_grid_top(const DgChain *chain, const DgRow *row, DgLen top)
{
    return chain->grid && row->on_grid ? round_up(top - row->give, chain->grid) : top;
}

/* ---- within a stack ---- */

/* Slices [first, n) stand free of the grid and end at `bottom`; running text follows at `top`, whose place may be
 * changed by whole lines when a page begins with one of them: at least `space` lies between. */
static void
find_slack(DgStack *stack, uint32_t first, DgLen bottom, DgLen top, DgLen space, DgLen grid)
{
    for (uint32_t i = first; i < stack->n; i++) {
        DgSlice *slice = &stack->slices[i];
        DgLen needed = bottom - slice->top + slice->repeat + space;
        DgLen lines = (top - needed) / grid;
        lines -= (top - needed) % grid < 0;
        slice->run_end = stack->n;
        slice->slack = (int32_t)(lines * grid - slice->top);
    }
}

/* Where running text begins that follows the slices from `first` on, which end at `bottom`; `spaces` are all theirs,
 * `space` the last. Moves the run down by its share of the surplus. */
DgLen
dg_grid_return(DgStack *stack, uint32_t first, DgLen bottom, DgLen space, DgLen spaces, DgLen grid)
{
    DgLen give = most_given(spaces, space);
    DgLen top = round_up(bottom + space - give, grid), surplus = top - bottom - space;
    if (first >= stack->n)
        return top;
    bool heading = stack->slices[first].piece->heading;
    DgLen shift = first == 0 ? 0 : heading ? surplus - surplus / HEADING_ABOVE : surplus / 2;
    for (uint32_t i = first; i < stack->n; i++)
        stack->slices[i].top += shift;
    find_slack(stack, first, bottom + shift, top, space - give, grid);
    return top;
}

/* ---- on a page ---- */

/* Where the rows [0, end) of a sheet leave both columns. */
static void
find_used(const DgChain *chain, const DgSheet *sheet, size_t end, DgLen used[DG_SIDES])
{
    used[DG_LEFT] = used[DG_RIGHT] = 0;
    for (size_t i = 0; i < end; i++) {
        DgLen bottom[DG_SIDES];
        dg_fragment_bottoms(chain, &sheet->fragments[i], used, bottom);
        dg_chain_level(chain, bottom, used);
    }
}

static bool
is_free_row(const DgChain *chain, const DgSheet *sheet, size_t i)
{
    return !chain->rows[sheet->fragments[i].row].on_grid;
}

static bool
begins_with_heading(const DgRow *row)
{
    for (int side = 0; side < DG_SIDES; side++)
        if (row->n_pieces[side] && row->pieces[side][0].heading)
            return true;
    return false;
}

static void
shift_rows(DgSheet *sheet, size_t first, size_t end, int side, DgLen shift)
{
    for (size_t i = first; i < end; i++)
        sheet->fragments[i].top[side] += shift;
}

/* The first fragment from `first` on that has something in the column, else the last. */
static const DgFragment *
first_in_column(const DgChain *chain, const DgSheet *sheet, size_t first, int side)
{
    const DgFragment *fragment = &sheet->fragments[first];
    while (fragment + 1 < sheet->fragments + sheet->n && !chain->rows[fragment->row].full &&
           fragment->from[side] >= fragment->to[side])
        fragment++;
    return fragment;
}

/* Whether a heading is the first thing in the column on its page. */
static bool
leads_with_heading(const DgChain *chain, const DgSheet *sheet, int side)
{
    const DgFragment *head = first_in_column(chain, sheet, 0, side);
    DgSide slot = chain->rows[head->row].full ? DG_LEFT : (DgSide)side;
    return head->from[slot] < head->to[slot] &&
           dg_fragment_stack(chain, head, slot)->slices[head->from[slot]].piece->heading;
}

/* By how much the first line of a column lies off the first grid line, which begins with one of the rows from `first`
 * on. Where the columns run on by themselves one may begin with a heading beside the text of the other. */
static DgLen
head_shift(const DgSetting *setting, const DgChain *chain, const DgSheet *sheet, size_t first,
           int side)
{
    const DgFragment *head = first_in_column(chain, sheet, first, side);
    DgSide slot = chain->rows[head->row].full ? DG_LEFT : (DgSide)side;
    const DgStack *stack = dg_fragment_stack(chain, head, slot);
    if (head->top[side] != 0 || head->from[slot] >= head->to[slot] ||
        stack->slices[head->from[slot]].kind != DG_SLICE_LINE)
        return 0;
    const DgPiece *piece = stack->slices[head->from[slot]].piece;
    const DgFontStyle *body = &dg_style_block(setting->style, DG_ROLE_P, NULL)->font;
    return piece->inset_top ? 0 : dg_baseline(body) - dg_baseline(&piece->style->font);
}

/* The rows [first, end) are a run that running text follows. A heading at the head of a page keeps to its text, unless
 * the other column begins with text: then both first lines are level. */
static void
settle_run(const DgSetting *setting, const DgChain *chain, DgSheet *sheet, size_t first, size_t end)
{
    const DgRow *below = &chain->rows[sheet->fragments[end].row];
    DgLen above[DG_SIDES], used[DG_SIDES], surplus[DG_SIDES];
    find_used(chain, sheet, first, above);
    find_used(chain, sheet, end, used);
    for (int side = 0; side < DG_SIDES; side++)
        surplus[side] = sheet->fragments[end].top[side] - used[side] - below->before;
    bool heading = begins_with_heading(&chain->rows[sheet->fragments[first].row]);
    for (int side = 0; side < DG_SIDES; side++) {
        bool leads = above[side] == 0;
        DgLen room = surplus[side],
              head = leads ? head_shift(setting, chain, sheet, first, side) : 0;
        DgLen shift = heading ? room - room / HEADING_ABOVE : room / 2;
        if (leads && !(heading && shift > head && leads_with_heading(chain, sheet, !side)))
            shift = head <= room + below->before ? head : 0;
        shift_rows(sheet, first, end, side, shift);
    }
}

/* A page of nothing but such rows, too, begins on the first grid line. */
static void
settle_page(const DgSetting *setting, const DgChain *chain, DgSheet *sheet)
{
    for (int side = 0; side < DG_SIDES; side++) {
        DgLen shift = head_shift(setting, chain, sheet, 0, side);
        DgLen foot = sheet->bottom[side] + sheet->area[side] + sheet->area[DG_COLUMN_FULL];
        if (foot + shift > chain->height)
            continue;
        shift_rows(sheet, 0, sheet->n, side, shift);
        sheet->bottom[side] += shift;
    }
}

void
dg_grid_settle(const DgSetting *setting, const DgChain *chain, DgSheet *sheet)
{
    if (!chain->grid || sheet->n == 0)
        return;
    size_t end = 0;
    for (size_t first = 0; first < sheet->n; first = end + 1) {
        for (end = first; end < sheet->n && is_free_row(chain, sheet, end);)
            end++;
        if (end > first && end < sheet->n)
            settle_run(setting, chain, sheet, first, end);
        else if (first == 0 && end == sheet->n)
            settle_page(setting, chain, sheet);
    }
}

/* Notes have a leading of their own; the last line stands on the last grid line. */
DgLen
dg_grid_note_lift(const DgSetting *setting, const DgStack *stack)
{
    DgLen grid = setting->page->grid;
    if (!grid || stack->n == 0 || stack->slices[stack->n - 1].kind != DG_SLICE_LINE)
        return 0;
    const DgFontStyle *body = &dg_style_block(setting->style, DG_ROLE_P, NULL)->font,
                      *own = &stack->slices[stack->n - 1].piece->style->font;
    DgLen below_body = body->leading - dg_baseline(body), below = own->leading - dg_baseline(own);
    return below_body > below ? below_body - below : 0;
}
