/* float-rows.c - numbered figures and tables that the style sends to the head or foot of a page: out of the rows of the
 * text, where the page program sets them. What a page cannot hold whole, or lies in a box, list or quote, stays. */
#include "rows-internal.h"

#include <string.h>

/* ---- which ---- */

static bool
has_labelled(const DgNode *parent)
{
    for (const DgNode *child = parent->first; child; child = child->next)
        if (child->label)
            return true;
    return false;
}

/* The number of a merged table leads its caption, that of a group what the group says of itself. */
static bool
is_numbered(const DgNode *node)
{
    if (node->label || (node->kind == DG_FIGURE_GROUP && has_labelled(node)))
        return true;
    for (const DgNode *child = node->first; child; child = child->next)
        if (child->kind == DG_CAPTION && has_labelled(child))
            return true;
    return false;
}

const DgNode *
dg_numbered_float(const DgNode *block)
{
    const DgNode *node = block;
    while (node && node->kind != DG_FIGURE && node->kind != DG_FIGURE_GROUP &&
           node->kind != DG_TABLE)
        node = node->parent;
    if (node && node->parent && node->parent->kind == DG_FIGURE_GROUP)
        node = node->parent;
    return node && is_numbered(node) ? node : NULL;
}

int
dg_float_place(const DgSetting *setting, const DgNode *block)
{
    const DgNode *node = dg_numbered_float(block);
    if (!node)
        return DG_FLOAT_HERE;
    DgRole role = node->kind == DG_TABLE ? DG_ROLE_TABLE : DG_ROLE_FIGURE;
    return dg_style_block(setting->style, role, NULL)->floats;
}

size_t
dg_rows_together(const DgChain *chain, size_t first)
{
    size_t n = 1;
    while (first + n < chain->n_rows &&
           (chain->rows[first + n - 1].pair->joined || dg_row_is_empty(&chain->rows[first + n])))
        n++;
    return n;
}

/* Whether the float stands in the running text itself. */
static bool
is_in_text(const DgNode *floating)
{
    const DgNode *parent = floating->parent;
    while (parent && parent->kind == DG_FIGURE_GROUP)
        parent = parent->parent;
    return !parent || parent->kind == DG_SECTION || parent->kind == DG_BODY;
}

/* Where the rows go, when all their blocks go to one place. */
static int
place_of(const DgSetting *setting, const DgChain *chain, size_t first, size_t n)
{
    int place = DG_FLOAT_HERE;
    for (size_t i = first; i < first + n; i++)
        for (int side = 0; side < DG_SIDES; side++)
            for (size_t j = 0; j < chain->rows[i].pair->n[side]; j++) {
                const DgNode *block = chain->rows[i].pair->blocks[side][j],
                             *floating = dg_numbered_float(block);
                int own = dg_float_place(setting, block);
                if (chain->rows[i].open || !floating || !is_in_text(floating) ||
                    (place != DG_FLOAT_HERE && own != place))
                    return DG_FLOAT_HERE;
                place = own;
            }
    return place;
}

/* Other floats that follow do not count. */
bool
dg_rows_are_all(const DgSetting *setting, const DgChain *chain, size_t first, size_t n)
{
    size_t next = first + n, n_next;
    if (first == 0 || !dg_row_ends_with_heading(&chain->rows[first - 1]))
        return false;
    for (; next < chain->n_rows; next += n_next) {
        n_next = dg_rows_together(chain, next);
        if (place_of(setting, chain, next, n_next) == DG_FLOAT_HERE)
            break;
    }
    return next == chain->n_rows || chain->rows[next].open ||
           dg_row_ends_with_heading(&chain->rows[next]);
}

/* ---- how tall ---- */

/* Captions and notes at the edge of a table keep the table's margins, too. */
static DgLen
margin_of(const DgSetting *setting, const DgRow *row, bool below)
{
    const DgNode *block = row->pair->blocks[row->pair->n[DG_LEFT] ? DG_LEFT : DG_RIGHT][0],
                 *floating = dg_numbered_float(block);
    DgRole role = floating && floating->kind == DG_TABLE ? DG_ROLE_TABLE : DG_ROLE_FIGURE;
    const DgBlockStyle *style = dg_style_block(setting->style, role, NULL);
    DgLen most = below ? style->space_after : style->space_before;
    for (int side = 0; side < DG_SIDES; side++) {
        size_t n = row->n_pieces[side];
        DgLen own = n == 0  ? 0
                    : below ? row->pieces[side][n - 1].after
                            : row->pieces[side][0].before;
        most = own > most ? own : most;
    }
    return most;
}

/* Its rows one below the other, as on a page of their own. */
static void
measure(const DgSetting *setting, const DgChain *chain, DgFloat *floating, size_t first)
{
    DgLen used[DG_SIDES] = {0}, bottom[DG_SIDES];
    floating->top = DG_NEW_ARRAY(setting->arena, DgLen, floating->n);
    for (uint32_t i = 0; i < floating->n; i++) {
        DgFragment fragment = {.row = (uint32_t)first + i};
        const DgRow *row = &chain->rows[fragment.row];
        DgLen top = dg_row_is_empty(row) || i == 0 ? dg_lower(used) : dg_lower(used) + row->before;
        for (int side = 0; side < DG_SIDES; side++) {
            fragment.top[side] = top;
            fragment.to[side] = dg_fragment_stack(chain, &fragment, (DgSide)side)->n;
        }
        floating->top[i] = top;
        dg_fragment_bottoms(chain, &fragment, used, bottom);
        memcpy(used, bottom, sizeof used);
        if (!dg_row_is_empty(row))
            floating->after = margin_of(setting, row, true) + setting->page->pair_space;
    }
    memcpy(floating->ends, used, sizeof floating->ends);
    floating->before = margin_of(setting, &chain->rows[first], false) + setting->page->pair_space;
}

/* The notes marked in rows [first, end) wait with the float. */
static void
take_notes(const DgSetting *setting, DgChain *chain, DgFloat *floating, size_t first)
{
    for (size_t i = first; i < first + floating->n; i++)
        for (int column = 0; column < DG_N_COLUMNS; column++) {
            const DgRow *row = &chain->rows[i];
            uint32_t start = row->note_start[column], end = row->note_end[column];
            if (start == end)
                continue;
            if (!floating->notes)
                floating->notes = DG_NEW(setting->arena, DgCarry);
            dg_carry_add(setting->arena, chain, floating->notes, column, start, end);
            for (uint32_t note = start; note < end; note++)
                chain->notes[column][note].floats = true;
        }
}

/* Above its notes. */
static bool
fits_page(const DgChain *chain, const DgFloat *floating, size_t first)
{
    DgLen area[DG_N_COLUMNS] = {0};
    for (int column = 0; column < DG_N_COLUMNS; column++)
        for (size_t i = first; i < first + floating->n; i++)
            for (uint32_t j = chain->rows[i].note_start[column];
                 j < chain->rows[i].note_end[column]; j++)
                area[column] += chain->notes[column][j].before +
                                chain->notes[column][j].stack.height + chain->note_space;
    DgLen height = dg_lower(floating->ends);
    return height > 0 && height + dg_notes_below_both(chain, area) <= chain->height;
}

/* ---- taking ---- */

typedef struct {
    DgRow *text, *floats;
    size_t n_text, n_floats;
} Parted;

/* The rows of the text lie next to each other, so do their notes: those of floats between them count nothing. */
static void
close_up(const DgSetting *setting, DgChain *chain)
{
    for (size_t i = 0; i < chain->n_floats; i++)
        if (chain->floats[i].place < chain->n_rows)
            dg_row_rejoin(setting, chain, chain->floats[i].place);
    for (size_t i = 0; i < chain->n_rows; i++)
        for (int column = 0; column < DG_N_COLUMNS; column++)
            chain->rows[i].note_end[column] = i + 1 < chain->n_rows
                                                  ? chain->rows[i + 1].note_start[column]
                                                  : (uint32_t)chain->n_notes[column];
}

static void
part_rows(const DgSetting *setting, DgChain *chain, Parted *parted)
{
    for (size_t i = 0, n; i < chain->n_rows; i += n) {
        n = dg_rows_together(chain, i);
        int place = place_of(setting, chain, i, n);
        DgFloat floating = {.first = (uint32_t)parted->n_floats,
                            .n = (uint32_t)n,
                            .place = (uint32_t)parted->n_text,
                            .at_foot = place == DG_FLOAT_BOTTOM};
        bool goes = (place == DG_FLOAT_TOP || place == DG_FLOAT_BOTTOM) && parted->n_text > 0 &&
                    !dg_rows_are_all(setting, chain, i, n);
        if (goes)
            measure(setting, chain, &floating, i);
        if (goes && fits_page(chain, &floating, i)) {
            take_notes(setting, chain, &floating, i);
            memcpy(parted->floats + parted->n_floats, chain->rows + i, n * sizeof(DgRow));
            parted->n_floats += n;
            DG_APPEND(setting->arena, chain->floats, chain->n_floats, floating);
        } else {
            memcpy(parted->text + parted->n_text, chain->rows + i, n * sizeof(DgRow));
            parted->n_text += n;
        }
    }
}

void
dg_floats_take(const DgSetting *setting, DgChain *chain)
{
    size_t n = chain->n_rows;
    bool any = false;
    for (size_t i = 0; i < n && !any; i++) {
        int place = place_of(setting, chain, i, 1);
        any = place == DG_FLOAT_TOP || place == DG_FLOAT_BOTTOM;
    }
    if (!any || !chain->optimize)
        return;
    Parted parted = {DG_NEW_ARRAY(setting->arena, DgRow, n), DG_NEW_ARRAY(setting->arena, DgRow, n),
                     0, 0};
    part_rows(setting, chain, &parted);
    memcpy(parted.text + parted.n_text, parted.floats, parted.n_floats * sizeof(DgRow));
    chain->rows = parted.text;
    chain->n_rows = parted.n_text;
    chain->n_float_rows = parted.n_floats;
    for (size_t i = 0; i < chain->n_floats; i++)
        chain->floats[i].first += (uint32_t)parted.n_text;
    close_up(setting, chain);
}
