/* foot.c - the notes of a page: what of them stands at its foot, what goes on on the next.
 * Every note begins on the page of its mark: the later ones keep their first lines while the earlier ones
 * take what room there is. Notes carried over come first. */
#include "page-internal.h"

#include <string.h>

enum { NOTE_LINES = 2 }; /* stand together at either end of a parted note */

typedef struct {
    DgNotePart *parts;
    size_t n;
    bool *begins; /* it is marked on this page */
} Due;

static DgLen
part_height(const DgChain *chain, int column, DgNotePart part)
{
    const DgFootnote *note = &chain->notes[column][part.note];
    return part.to > part.from ? note->before + dg_stack_height(&note->stack, part.from, part.to)
                               : 0;
}

/* The first place behind `from` where a note may be parted, else its end. */
static uint32_t
least_end(const DgStack *stack, uint32_t from)
{
    for (uint32_t to = from + NOTE_LINES; to < stack->n; to++)
        if (stack->slices[to].cut < DG_COST_SINGLE)
            return to;
    return stack->n;
}

static DgLen
least_height(const DgChain *chain, int column, DgNotePart part)
{
    part.to = least_end(&chain->notes[column][part.note].stack, part.from);
    return part_height(chain, column, part);
}

static DgLen
scant_height(const DgChain *chain, int column, DgNotePart part)
{
    part.to = part.to > part.from ? part.from + 1 : part.from;
    return part_height(chain, column, part);
}

/* A note may be parted behind any of its lines: what all of them allow is trimmed off each. */
static DgLen
least_trim(const DgChain *chain, int column)
{
    DgLen least = DG_LEN_MAX;
    for (size_t i = 0; i < chain->n_notes[column]; i++) {
        const DgStack *stack = &chain->notes[column][i].stack;
        for (uint32_t j = 0; j < stack->n; j++)
            if (stack->slices[j].trim_end < least)
                least = stack->slices[j].trim_end;
    }
    return least < DG_LEN_MAX ? least : 0;
}

/* The most that is trimmed off a last line. */
static DgLen
most_trim(const DgStack *stacks, uint8_t n)
{
    DgLen most = 0;
    for (const DgStack *stack = stacks; stack < stacks + n; stack++)
        for (uint32_t i = 0; i < stack->n; i++)
            most = stack->slices[i].trim_end > most ? stack->slices[i].trim_end : most;
    return most;
}

static void
find_trims(DgChain *chain)
{
    for (int column = 0; column < DG_N_COLUMNS; column++)
        chain->note_trim[column] = least_trim(chain, column);
    for (size_t i = 0; i < chain->n_rows; i++)
        for (int side = 0; side < DG_SIDES; side++) {
            const DgRow *row = &chain->rows[i];
            DgLen trim = most_trim(row->stacks[side], row->n_stacks[side]);
            chain->text_trim = trim > chain->text_trim ? trim : chain->text_trim;
        }
}

void
dg_chain_sum_notes(DgArena *arena, DgChain *chain)
{
    for (int column = 0; column < DG_N_COLUMNS; column++) {
        size_t n = chain->n_notes[column];
        DgLen *sum = chain->note_sum[column] = DG_NEW_ARRAY(arena, DgLen, n + 1);
        DgLen *least = chain->note_least[column] = DG_NEW_ARRAY(arena, DgLen, n + 1);
        DgLen *scant = chain->note_scant[column] = DG_NEW_ARRAY(arena, DgLen, n + 1);
        for (size_t i = 0; i < n; i++) {
            const DgFootnote *note = &chain->notes[column][i];
            DgNotePart whole = {(uint32_t)i, 0, note->floats ? 0 : note->stack.n};
            sum[i + 1] = sum[i] + part_height(chain, column, whole);
            least[i + 1] = least[i] + (note->floats ? 0 : least_height(chain, column, whole));
            scant[i + 1] = scant[i] + scant_height(chain, column, whole);
        }
    }
    find_trims(chain);
}

/* Height that the notes [start, end) take with what is carried over; in need that waits. */
DgLen
dg_notes_area(const DgChain *chain, const DgCarry *carry, int column, uint32_t start, uint32_t end,
              DgNoteShare share)
{
    const DgLen *const sums[] = {chain->note_sum[column], chain->note_least[column],
                                 chain->note_scant[column]};
    DgLen height = sums[share][end] - sums[share][start];
    bool any = height > 0;
    if (carry && carry->n[column] && share != DG_NOTES_SCANT) {
        any = true;
        height += share == DG_NOTES_LEAST ? carry->least[column] : carry->height[column];
    }
    return any ? height + chain->note_space : 0;
}

/* Whichever stand last, all keep to the lesser. */
DgLen
dg_notes_trim(const DgChain *chain, const DgLen area[DG_N_COLUMNS])
{
    DgLen trim = DG_LEN_MAX;
    for (int column = 0; column < DG_N_COLUMNS; column++)
        if (area[column] > 0 && chain->note_trim[column] < trim)
            trim = chain->note_trim[column];
    return trim < DG_LEN_MAX ? trim : 0;
}

/* Full-measure notes stand below those of the columns; a shared area has the space above it once. */
DgLen
dg_notes_below(const DgChain *chain, const DgLen area[DG_N_COLUMNS], DgSide side)
{
    if (!chain->notes_shared) {
        DgLen apart = area[side] + area[DG_COLUMN_FULL];
        int last = area[DG_COLUMN_FULL] > 0 ? DG_COLUMN_FULL : (int)side;
        return apart > 0 ? apart - chain->note_trim[last] : 0;
    }
    DgLen height = 0;
    for (int column = 0; column < DG_N_COLUMNS; column++)
        if (area[column] > 0)
            height += area[column] - (height > 0 ? chain->note_space : 0);
    return height - dg_notes_trim(chain, area);
}

void
dg_foot_trim(const DgChain *chain, const DgLen area[DG_N_COLUMNS], const DgLen trim[DG_SIDES],
             DgLen bottom[DG_SIDES])
{
    for (int side = 0; side < DG_SIDES; side++)
        bottom[side] -= dg_notes_below(chain, area, (DgSide)side) > 0 ? 0 : trim[side];
}

DgLen
dg_notes_below_both(const DgChain *chain, const DgLen area[DG_N_COLUMNS])
{
    DgLen below[] = {dg_notes_below(chain, area, DG_LEFT), dg_notes_below(chain, area, DG_RIGHT)};
    return dg_lower(below);
}

/* Floats at the foot of a page stand above the notes of both columns. */
void
dg_foot_lower(DgLen foot, const DgLen bottom[DG_SIDES], DgLen lowered[DG_SIDES])
{
    DgLen lower = dg_lower(bottom) + foot;
    for (int side = 0; side < DG_SIDES; side++)
        lowered[side] = foot > 0 ? lower : bottom[side];
}

/* In the order of the text. */
static void
sort_due(Due *due)
{
    for (size_t i = 1; i < due->n; i++)
        for (size_t j = i; j > 0 && due->parts[j - 1].note > due->parts[j].note; j--) {
            DgNotePart part = due->parts[j];
            bool begins = due->begins[j];
            due->parts[j] = due->parts[j - 1];
            due->begins[j] = due->begins[j - 1];
            due->parts[j - 1] = part;
            due->begins[j - 1] = begins;
        }
}

/* Those marked in floats wait from the page on that their float stands on. */
static Due
notes_due(DgArena *arena, const DgChain *chain, const DgCarry *carry, int column, uint32_t start,
          uint32_t end)
{
    size_t carried = carry ? carry->n[column] : 0;
    Due due = {.n = carried};
    due.parts = DG_NEW_ARRAY(arena, DgNotePart, carried + (end - start));
    due.begins = DG_NEW_ARRAY(arena, bool, carried + (end - start));
    for (size_t i = 0; i < carried; i++) {
        due.parts[i] = carry->parts[column][i];
        due.begins[i] = due.parts[i].from == 0 && chain->notes[column][due.parts[i].note].floats;
    }
    for (uint32_t note = start; note < end; note++) {
        if (chain->notes[column][note].floats)
            continue;
        due.begins[due.n] = true;
        due.parts[due.n++] = (DgNotePart){note, 0, chain->notes[column][note].stack.n};
    }
    if (chain->n_floats)
        sort_due(&due);
    return due;
}

/* As much of the note as fits; nothing when its first lines do not, in need its first line. */
static uint32_t
end_within(const DgChain *chain, int column, DgNotePart part, DgLen room, bool need)
{
    const DgStack *stack = &chain->notes[column][part.note].stack;
    if (part_height(chain, column, part) <= room)
        return part.to;
    uint32_t low = part.from, high = part.to;
    while (low < high) {
        uint32_t middle = low + (high - low + 1) / 2;
        if (part_height(chain, column, (DgNotePart){part.note, part.from, middle}) <= room)
            low = middle;
        else
            high = middle - 1;
    }
    for (; low >= part.from + NOTE_LINES; low--)
        if (stack->slices[low].cut < DG_COST_SINGLE)
            return low;
    return need && scant_height(chain, column, part) <= room ? part.from + 1 : part.from;
}

static void
carry_part(DgArena *arena, const DgChain *chain, DgCarry *carry, int column, DgNotePart rest)
{
    DG_APPEND(arena, carry->parts[column], carry->n[column], rest);
    carry->height[column] += part_height(chain, column, rest);
    carry->least[column] += least_height(chain, column, rest);
    carry->total += part_height(chain, column, rest);
}

static void
carry_over(DgArena *arena, const DgChain *chain, DgFoot *foot, int column, DgNotePart rest)
{
    if (!foot->carry)
        foot->carry = DG_NEW(arena, DgCarry);
    carry_part(arena, chain, foot->carry, column, rest);
}

void
dg_carry_add(DgArena *arena, const DgChain *chain, DgCarry *carry, int column, uint32_t start,
             uint32_t end)
{
    for (uint32_t note = start; note < end; note++)
        carry_part(arena, chain, carry, column,
                   (DgNotePart){note, 0, chain->notes[column][note].stack.n});
}

const DgCarry *
dg_carry_join(DgArena *arena, const DgCarry *a, const DgCarry *b)
{
    if (!a || !b)
        return a ? a : b;
    DgCarry *both = DG_NEW(arena, DgCarry);
    both->total = a->total + b->total;
    for (int column = 0; column < DG_N_COLUMNS; column++) {
        both->height[column] = a->height[column] + b->height[column];
        both->least[column] = a->least[column] + b->least[column];
        for (size_t i = 0; i < a->n[column]; i++)
            DG_APPEND(arena, both->parts[column], both->n[column], a->parts[column][i]);
        for (size_t i = 0; i < b->n[column]; i++)
            DG_APPEND(arena, both->parts[column], both->n[column], b->parts[column][i]);
    }
    return both;
}

/* What must stay free for a note while those before it are set; in need the rests of earlier notes wait. */
static DgLen
reserve(const DgChain *chain, int column, const Due *due, size_t i, bool need)
{
    if (!need)
        return least_height(chain, column, due->parts[i]);
    return due->begins[i] ? scant_height(chain, column, due->parts[i]) : 0;
}

static void
set_part(DgArena *arena, const DgChain *chain, DgFoot *foot, int column, DgNotePart part)
{
    DG_APPEND(arena, foot->parts[column], foot->n_parts[column], part);
    foot->area[column] += part_height(chain, column, part);
}

/* `room` is for the notes of this column and what is `reserved` for others; what is left of it is returned. */
static DgLen
fill_column(DgArena *arena, const DgChain *chain, DgFoot *foot, int column, const Due *due,
            DgLen room, DgLen reserved, bool need)
{
    for (size_t i = 0; i < due->n; i++)
        reserved += reserve(chain, column, due, i, need);
    for (size_t i = 0; i < due->n; i++) {
        DgNotePart part = due->parts[i], rest = part;
        reserved -= reserve(chain, column, due, i, need);
        part.to = end_within(chain, column, part, room - reserved, need);
        if (part.to > part.from) {
            set_part(arena, chain, foot, column, part);
            room -= part_height(chain, column, part);
        } else if (due->begins[i] && rest.to > rest.from) {
            foot->displaced++;
            foot->cost += DG_COST_DISPLACED;
        }
        if (part.to == rest.to)
            continue;
        if (part.to == rest.from + 1)
            foot->cost += DG_COST_SINGLE;
        rest.from = part.to;
        carry_over(arena, chain, foot, column, rest);
        foot->cost += DG_COST_NOTE_SPLIT +
                      dg_cost_lines(chain, DG_COST_NOTE_LINE, part_height(chain, column, rest));
    }
    if (foot->n_parts[column])
        foot->area[column] += chain->note_space;
    return room;
}

static DgLen
sum_reserves(const DgChain *chain, int column, const Due *due, bool need)
{
    DgLen sum = 0;
    for (size_t i = 0; i < due->n; i++)
        sum += reserve(chain, column, due, i, need);
    return sum;
}

/* Each column has its own area; that of full-measure rows stands below both. */
static void
fill_apart(DgArena *arena, const DgChain *chain, DgFoot *foot, const Due dues[DG_N_COLUMNS],
           const DgLen bottom[DG_SIDES], bool need)
{
    DgLen taken = -DG_LEN_MAX;
    for (int side = 0; side < DG_SIDES; side++) {
        DgLen least = sum_reserves(chain, side, &dues[side], need);
        least += least > 0 ? chain->note_space : 0;
        taken = bottom[side] + least > taken ? bottom[side] + least : taken;
    }
    static const int order[] = {DG_COLUMN_FULL, DG_COLUMN_LEFT, DG_COLUMN_RIGHT};
    for (int i = 0; i < DG_N_COLUMNS; i++) {
        int column = order[i];
        DgLen above = taken - chain->note_trim[DG_COLUMN_FULL];
        if (column != DG_COLUMN_FULL)
            above = bottom[column] + (foot->area[DG_COLUMN_FULL] > 0
                                          ? dg_notes_below(chain, foot->area, (DgSide)column)
                                          : -chain->note_trim[column]);
        if (dues[column].n)
            fill_column(arena, chain, foot, column, &dues[column],
                        chain->height - above - chain->note_space, 0, need);
    }
}

/* One area below both columns: the notes of the left one, of the right one, of full-measure rows. */
static void
fill_shared(DgArena *arena, const DgChain *chain, DgFoot *foot, const Due dues[DG_N_COLUMNS],
            const DgLen bottom[DG_SIDES], bool need)
{
    DgLen room = chain->height - dg_lower(bottom) - chain->note_space, reserved = 0,
          due[DG_N_COLUMNS];
    for (int column = 0; column < DG_N_COLUMNS; column++) {
        reserved += sum_reserves(chain, column, &dues[column], need);
        due[column] = (DgLen)dues[column].n;
    }
    room += dg_notes_trim(chain, due);
    for (int column = 0; column < DG_N_COLUMNS; column++) {
        reserved -= sum_reserves(chain, column, &dues[column], need);
        room = fill_column(arena, chain, foot, column, &dues[column], room, reserved, need);
    }
}

/* The note areas of a page whose text ends at `bottom`. Where a note would not even begin, every one keeps its first
 * line only, if that helps. */
DgFoot
dg_foot_fill(DgArena *arena, const DgChain *chain, const DgCarry *carry,
             const uint32_t start[DG_N_COLUMNS], const uint32_t end[DG_N_COLUMNS],
             const DgLen bottom[DG_SIDES])
{
    DgFoot foot = {0}, scant = {0};
    Due dues[DG_N_COLUMNS];
    for (int column = 0; column < DG_N_COLUMNS; column++)
        dues[column] = notes_due(arena, chain, carry, column, start[column], end[column]);
    (chain->notes_shared ? fill_shared : fill_apart)(arena, chain, &foot, dues, bottom, false);
    if (foot.displaced == 0)
        return foot;
    (chain->notes_shared ? fill_shared : fill_apart)(arena, chain, &scant, dues, bottom, true);
    return scant.displaced < foot.displaced ? scant : foot;
}

/* Whether all of `a` waits in `b`, too. */
bool
dg_carry_is_within(const DgCarry *a, const DgCarry *b)
{
    if (!a || a == b)
        return true;
    for (int column = 0; column < DG_N_COLUMNS && b; column++) {
        size_t j = 0;
        for (size_t i = 0; i < a->n[column]; i++) {
            while (j < b->n[column] && b->parts[column][j].note < a->parts[column][i].note)
                j++;
            if (j == b->n[column] || b->parts[column][j].note > a->parts[column][i].note ||
                b->parts[column][j].from > a->parts[column][i].from)
                return false;
        }
    }
    return b != NULL;
}
