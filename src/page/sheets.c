/* sheets.c - a page as it was decided: fragments, notes, and each term of its cost by name. */
#include "page-internal.h"

#include <string.h>

static bool
is_float(const DgChain *chain, const DgFragment *fragment)
{
    return fragment->row >= chain->n_rows;
}

/* Where the text ends as the page program reckons it: a side without text in the last row ends level with
 * the rows above. */
static void
set_bottoms(const DgChain *chain, DgSheet *sheet, DgLen trim[DG_SIDES])
{
    for (size_t i = 0; i < sheet->n; i++) {
        DgLen used[DG_SIDES];
        dg_chain_level_trims(chain, sheet->bottom, trim, trim);
        dg_chain_level(chain, sheet->bottom, used);
        dg_fragment_bottoms(chain, &sheet->fragments[i], used, sheet->bottom);
        dg_fragment_trims(chain, &sheet->fragments[i], trim, trim);
    }
}

static void
take_foot(DgSheet *sheet, const DgFoot *foot)
{
    memcpy(sheet->parts, foot->parts, sizeof sheet->parts);
    memcpy(sheet->n_parts, foot->n_parts, sizeof sheet->n_parts);
    memcpy(sheet->area, foot->area, sizeof sheet->area);
    sheet->displaced = foot->displaced;
    sheet->terms[DG_TERM_NOTES] += foot->cost;
}

static void
add_terms(const DgChain *chain, DgSheet *sheet, const DgFragment *fragment)
{
    const DgRow *row = &chain->rows[fragment->row];
    if (is_float(chain, fragment))
        return;
    if (fragment->from[DG_LEFT] == 0 && fragment->from[DG_RIGHT] == 0)
        sheet->terms[DG_TERM_LINES] += row->options[fragment->option].cost;
    sheet->terms[DG_TERM_BLANK] += dg_cost_blank(chain, fragment);
    sheet->terms[DG_TERM_STEP] += dg_cost_step(chain, fragment);
    sheet->terms[DG_TERM_BREAK] += dg_cost_cut(chain, fragment);
}

/* The text of the page, between the floats at its head and foot; floats in their place count as text. */
static void
find_text(const DgChain *chain, DgSheet *sheet, size_t n_foot)
{
    size_t first = 0, end = sheet->n - n_foot;
    while (first < end && is_float(chain, &sheet->fragments[first]))
        first++;
    sheet->first_text = first;
    sheet->n_text = end - first;
}

/* The last fragment that is no float; NULL: there is none. */
static const DgFragment *
last_text(const DgChain *chain, const DgSheet *sheet)
{
    for (size_t i = sheet->n; i-- > 0;)
        if (!is_float(chain, &sheet->fragments[i]))
            return &sheet->fragments[i];
    return NULL;
}

/* The last `n` fragments, counted from their own head and so high, stand above the notes: half a line off, where the page
 * has so much to spare. */
static void
lower_foot(const DgChain *chain, DgSheet *sheet, size_t n, DgLen height)
{
    DgLen notes = dg_notes_below_both(chain, sheet->area),
          spare = chain->height - notes - dg_lower(sheet->bottom), most = chain->leading / 2;
    DgLen raised = notes == 0 || spare < 0 ? 0 : spare < most ? spare : most;
    for (size_t i = sheet->n - n; i < sheet->n; i++)
        for (int side = 0; side < DG_SIDES; side++)
            sheet->fragments[i].top[side] += chain->height - notes - height - raised;
}

/* How the page ends: free at its foot; the last one may be short, unless floats stand there. */
static void
add_end_terms(const DgChain *chain, const DgPageSteps *steps, DgSheet *sheet, const DgCarry *carry)
{
    const DgFragment *final = last_text(chain, sheet);
    sheet->terms[DG_TERM_PAGE] = DG_COST_PAGE + (steps->last ? dg_cost_rest(chain, carry) : 0);
    if (steps->last && steps->start.foot == 0)
        sheet->terms[DG_TERM_FOOT] = dg_cost_last(chain, dg_lower(sheet->bottom), steps->first);
    else
        sheet->terms[DG_TERM_FOOT] = dg_cost_foot(chain, sheet->bottom, sheet->area);
    if (final && final->row + 1 < chain->n_rows && dg_fragment_is_rest(chain, final))
        sheet->terms[DG_TERM_BREAK] += chain->rows[final->row + 1].break_cost;
}

DgSheet
dg_sheet_make(DgArena *arena, const DgChain *chain, const DgPageSteps *steps, DgCarry **carry)
{
    DgSheet sheet = {.n = steps->n - steps->n_foot, .last = steps->last};
    sheet.fragments = dg_arena_copy(arena, steps->fragments, steps->n * sizeof *steps->fragments);
    const DgFragment *final = last_text(chain, &sheet);
    uint32_t end[DG_N_COLUMNS];
    DgLen trim[DG_SIDES] = {0};
    for (int column = 0; column < DG_N_COLUMNS; column++)
        end[column] =
            final ? dg_fragment_note_end(chain, final, column) : steps->start.note_start[column];
    set_bottoms(chain, &sheet, trim);
    dg_foot_lower(steps->start.foot, sheet.bottom, sheet.bottom);
    sheet.n = steps->n;
    for (size_t i = 0; i < sheet.n; i++)
        add_terms(chain, &sheet, &sheet.fragments[i]);
    DgFoot foot =
        dg_foot_fill(arena, chain, steps->start.carry, steps->start.note_start, end, sheet.bottom);
    take_foot(&sheet, &foot);
    if (steps->start.foot == 0)
        dg_foot_trim(chain, sheet.area, trim, sheet.bottom);
    *carry = foot.carry;
    find_text(chain, &sheet, steps->n_foot);
    lower_foot(chain, &sheet, steps->n_foot, steps->start.foot);
    add_end_terms(chain, steps, &sheet, foot.carry);
    return sheet;
}

static bool
is_empty(const DgFoot *foot)
{
    return !foot->n_parts[DG_COLUMN_LEFT] && !foot->n_parts[DG_COLUMN_RIGHT] &&
           !foot->n_parts[DG_COLUMN_FULL];
}

/* When not even the first lines fit on a page of their own they stand out of it. */
DgSheet
dg_sheet_of_notes(DgArena *arena, const DgChain *chain, DgCarry **carry)
{
    static const uint32_t none[DG_N_COLUMNS];
    DgLen bottom[DG_SIDES] = {0}, area[DG_N_COLUMNS];
    DgSheet sheet = {.last = true};
    DgFoot foot = dg_foot_fill(arena, chain, *carry, none, none, bottom);
    if (is_empty(&foot)) {
        for (int column = 0; column < DG_N_COLUMNS; column++)
            area[column] = dg_notes_area(chain, *carry, column, 0, 0, DG_NOTES_LEAST);
        for (int side = 0; side < DG_SIDES; side++)
            bottom[side] = chain->height - dg_notes_below(chain, area, (DgSide)side);
        foot = dg_foot_fill(arena, chain, *carry, none, none, bottom);
    }
    take_foot(&sheet, &foot);
    sheet.terms[DG_TERM_NOTES] = 0; /* reckoned with the page before: dg_cost_rest */
    *carry = foot.carry;
    return sheet;
}
