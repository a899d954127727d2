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

void
dg_chain_sum_notes(DgArena *arena, DgChain *chain)
{
    for (int column = 0; column < DG_N_COLUMNS; column++) {
        size_t n = chain->n_notes[column];
        DgLen *sum = chain->note_sum[column] = DG_NEW_ARRAY(arena, DgLen, n + 1);
        DgLen *least = chain->note_least[column] = DG_NEW_ARRAY(arena, DgLen, n + 1);
        for (size_t i = 0; i < n; i++) {
            DgNotePart whole = {(uint32_t)i, 0, chain->notes[column][i].stack.n};
            sum[i + 1] = sum[i] + part_height(chain, column, whole);
            least[i + 1] = least[i] + least_height(chain, column, whole);
        }
    }
}

/* Height that the notes [start, end) take with what is carried over, whole or at least. */
DgLen
dg_notes_area(const DgChain *chain, const DgCarry *carry, int column, uint32_t start, uint32_t end,
              bool least)
{
    const DgLen *sum = least ? chain->note_least[column] : chain->note_sum[column];
    DgLen height = sum[end] - sum[start];
    bool any = end > start;
    if (carry && carry->n[column]) {
        any = true;
        height += least ? carry->least[column] : carry->height[column];
    }
    return any ? height + chain->note_space : 0;
}

static Due
notes_due(DgArena *arena, const DgChain *chain, const DgCarry *carry, int column, uint32_t start,
          uint32_t end)
{
    size_t carried = carry ? carry->n[column] : 0;
    Due due = {.n = carried + (end - start)};
    due.parts = DG_NEW_ARRAY(arena, DgNotePart, due.n);
    due.begins = DG_NEW_ARRAY(arena, bool, due.n);
    if (carried)
        memcpy(due.parts, carry->parts[column], carried * sizeof *due.parts);
    for (uint32_t note = start; note < end; note++) {
        due.begins[carried + note - start] = true;
        due.parts[carried + note - start] =
            (DgNotePart){note, 0, chain->notes[column][note].stack.n};
    }
    return due;
}

/* As much of the note as fits; nothing when its first lines do not. */
static uint32_t
end_within(const DgChain *chain, int column, DgNotePart part, DgLen room)
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
    return part.from;
}

static void
carry_over(DgArena *arena, const DgChain *chain, DgFoot *foot, int column, DgNotePart rest)
{
    if (!foot->carry)
        foot->carry = DG_NEW(arena, DgCarry);
    DG_APPEND(arena, foot->carry->parts[column], foot->carry->n[column], rest);
    foot->carry->height[column] += part_height(chain, column, rest);
    foot->carry->least[column] += least_height(chain, column, rest);
    foot->carry->total += part_height(chain, column, rest);
}

static void
fill_column(DgArena *arena, const DgChain *chain, DgFoot *foot, int column, Due due, DgLen room)
{
    DgLen reserved = 0;
    for (size_t i = 0; i < due.n; i++)
        reserved += least_height(chain, column, due.parts[i]);
    for (size_t i = 0; i < due.n; i++) {
        DgNotePart part = due.parts[i], rest = part;
        reserved -= least_height(chain, column, part);
        part.to = end_within(chain, column, part, room - reserved);
        if (part.to > part.from) {
            DG_APPEND(arena, foot->parts[column], foot->n_parts[column], part);
            room -= part_height(chain, column, part);
            foot->area[column] += part_height(chain, column, part);
        } else if (due.begins[i] && rest.to > rest.from) {
            foot->displaced++;
            foot->cost += DG_COST_DISPLACED;
        }
        if (part.to == rest.to)
            continue;
        rest.from = part.to;
        carry_over(arena, chain, foot, column, rest);
        foot->cost += DG_COST_NOTE_SPLIT +
                      dg_cost_lines(chain, DG_COST_NOTE_LINE, part_height(chain, column, rest));
    }
    if (foot->n_parts[column])
        foot->area[column] += chain->note_space;
}

/* The note areas of a page whose text ends at `bottom`. Full-measure notes stand below those of the columns. */
DgFoot
dg_foot_fill(DgArena *arena, const DgChain *chain, const DgCarry *carry,
             const uint32_t start[DG_N_COLUMNS], const uint32_t end[DG_N_COLUMNS],
             const DgLen bottom[DG_SIDES])
{
    DgFoot foot = {0};
    DgLen taken = -DG_LEN_MAX;
    for (int side = 0; side < DG_SIDES; side++) {
        DgLen least = dg_notes_area(chain, carry, side, start[side], end[side], true);
        taken = bottom[side] + least > taken ? bottom[side] + least : taken;
    }
    int order[] = {DG_COLUMN_FULL, DG_COLUMN_LEFT, DG_COLUMN_RIGHT};
    for (int i = 0; i < DG_N_COLUMNS; i++) {
        int column = order[i];
        Due due = notes_due(arena, chain, carry, column, start[column], end[column]);
        DgLen room = column == DG_COLUMN_FULL
                         ? chain->height - taken
                         : chain->height - bottom[column] - foot.area[DG_COLUMN_FULL];
        if (due.n)
            fill_column(arena, chain, &foot, column, due, room - chain->note_space);
    }
    return foot;
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
