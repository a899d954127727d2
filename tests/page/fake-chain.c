/* fake-chain.c - random rows for the tests of the page program. */
#include "fake-chain.h"

enum { LEADING = 12 };

DgStack
fake_stack(DgArena *arena, uint32_t n, DgLen leading)
{
    DgStack stack = {.slices = DG_NEW_ARRAY(arena, DgSlice, n), .n = n, .height = n * leading};
    for (uint32_t i = 0; i < n; i++) {
        DgSlice *slice = &stack.slices[i];
        slice->top = i * leading;
        slice->height = leading;
        if (i > 0 && (i < 2 || n - i < 2))
            slice->cut = DG_COST_SINGLE;
    }
    return stack;
}

static void
add_note(DgArena *arena, DgChain *chain, GRand *random, int column, FakeSizes sizes)
{
    DgFootnote note = {.before = g_rand_int_range(random, 0, 2) * DG_PT(1)};
    uint32_t lines = (uint32_t)g_rand_int_range(random, 1, sizes.note_lines + 1);
    note.stack = fake_stack(arena, lines, DG_PT(10));
    DG_APPEND(arena, chain->notes[column], chain->n_notes[column], note);
}

static void
mark_notes(DgArena *arena, DgChain *chain, GRand *random, DgRow *row, int column, FakeSizes sizes)
{
    DgSide side = column == DG_COLUMN_RIGHT ? DG_RIGHT : DG_LEFT;
    DgStack *first = &row->stacks[side][0];
    bool *marked = DG_NEW_ARRAY(arena, bool, first->n + 1);
    for (uint32_t i = 0; i < first->n; i++)
        marked[i] = sizes.notes && g_rand_int_range(random, 0, sizes.notes) == 0;
    for (int choice = 0; choice < row->n_stacks[side]; choice++) {
        DgStack *stack = &row->stacks[side][choice];
        uint32_t end = row->note_start[column], set = 0;
        for (uint32_t i = 0; i < stack->n; i++) {
            uint32_t upto = i + 1 == stack->n ? first->n : MIN(i + 1, first->n);
            for (; set < upto; set++)
                end += marked[set];
            stack->slices[i].note_end = end;
        }
    }
    for (uint32_t i = 0; i < first->n; i++)
        if (marked[i])
            add_note(arena, chain, random, column, sizes);
    row->note_end[column] = (uint32_t)chain->n_notes[column];
}

static void
fill_side(DgArena *arena, GRand *random, DgRow *row, DgSide side, FakeSizes sizes)
{
    int lines =
        g_rand_int_range(random, 0, 8) == 0 ? 0 : g_rand_int_range(random, 1, sizes.lines + 1);
    int choices = lines < 2 ? 1 : g_rand_int_range(random, 1, sizes.variants + 1);
    row->stacks[side] = DG_NEW_ARRAY(arena, DgStack, choices);
    row->n_stacks[side] = (uint8_t)choices;
    for (int i = 0; i < choices; i++) {
        DgStack *stack = &row->stacks[side][i];
        *stack = fake_stack(arena, (uint32_t)(lines + i), DG_PT(LEADING));
        stack->cost = i * g_rand_int_range(random, 0, 8000000);
        for (uint32_t line = 0; line < stack->n; line++)
            stack->slices[line].hyphenated = g_rand_int_range(random, 0, 3) == 0;
    }
}

/* What is trimmed off the first and last lines of pages; here and there a line is none, but a picture. */
static void
trim_stack(GRand *random, DgStack *stack)
{
    for (uint32_t i = 0; i < stack->n; i++) {
        bool picture = g_rand_int_range(random, 0, 5) == 0;
        stack->slices[i].trim_start = picture ? 0 : DG_PT(3);
        stack->slices[i].trim_end =
            picture ? 0 : DG_PT(2) + g_rand_int_range(random, 0, 2) * DG_PT(2);
    }
}

static void
trim_chain(GRand *random, DgChain *chain)
{
    chain->grid = 0; /* on which nothing is trimmed */
    for (size_t i = 0; i < chain->n_rows; i++)
        for (int side = 0; side < DG_SIDES; side++)
            for (int j = 0; j < chain->rows[i].n_stacks[side]; j++)
                trim_stack(random, &chain->rows[i].stacks[side][j]);
    for (int column = 0; column < DG_N_COLUMNS; column++)
        for (size_t i = 0; i < chain->n_notes[column]; i++)
            trim_stack(random, &chain->notes[column][i].stack);
}

static void
fill_row(DgArena *arena, DgChain *chain, GRand *random, DgRow *row, FakeSizes sizes)
{
    row->full = g_rand_int_range(random, 0, 8) == 0;
    row->before = g_rand_int_range(random, 0, 3) * DG_PT(2);
    row->on_grid = g_rand_int_range(random, 0, 3) > 0;
    row->give = row->before / 4;
    if (g_rand_int_range(random, 0, 6) == 0)
        row->break_cost = DG_COST_HEADING;
    fill_side(arena, random, row, DG_LEFT, sizes);
    if (row->stacks[DG_LEFT][0].n == 0)
        row->full = false;
    if (row->full) {
        row->stacks[DG_RIGHT] = DG_NEW(arena, DgStack);
        row->n_stacks[DG_RIGHT] = 1;
    } else {
        fill_side(arena, random, row, DG_RIGHT, sizes);
    }
    for (int column = 0; column < DG_N_COLUMNS; column++) {
        row->note_start[column] = row->note_end[column] = (uint32_t)chain->n_notes[column];
        if (row->full == (column == DG_COLUMN_FULL))
            mark_notes(arena, chain, random, row, column, sizes);
    }
    for (int left = 0; left < row->n_stacks[DG_LEFT]; left++)
        for (int right = 0; right < row->n_stacks[DG_RIGHT]; right++) {
            const DgStack *a = &row->stacks[DG_LEFT][left], *b = &row->stacks[DG_RIGHT][right];
            size_t n = row->n_options;
            DgOption option = {.stack = {(uint8_t)left, (uint8_t)right},
                               .cost = a->cost + b->cost,
                               .height = MAX(a->height, b->height)};
            DG_APPEND(arena, row->options, n, option);
            row->n_options = (uint8_t)n;
        }
}

DgChain *
fake_chain(DgArena *arena, GRand *random, FakeSizes sizes)
{
    DgChain *chain = DG_NEW(arena, DgChain);
    chain->n_rows = (size_t)g_rand_int_range(random, 1, sizes.rows + 1);
    chain->rows = DG_NEW_ARRAY(arena, DgRow, chain->n_rows);
    chain->height = sizes.page * DG_PT(LEADING) + g_rand_int_range(random, 0, LEADING) * DG_PT(1);
    chain->leading = DG_PT(LEADING);
    chain->grid = g_rand_boolean(random) ? 0 : DG_PT(LEADING) / 2;
    chain->note_space = DG_PT(6);
    chain->first_top = g_rand_int_range(random, 0, 3) * DG_PT(LEADING);
    chain->reach = 3;
    chain->in_step = chain->optimize = true;
    for (size_t i = 0; i < chain->n_rows; i++) {
        DgRow *row = &chain->rows[i];
        do
            *row = (DgRow){0}, fill_row(arena, chain, random, row, sizes);
        while (row->stacks[DG_LEFT][0].n == 0 && row->stacks[DG_RIGHT][0].n == 0);
    }
    if (sizes.trims)
        trim_chain(random, chain);
    dg_chain_sum_notes(arena, chain);
    return chain;
}
