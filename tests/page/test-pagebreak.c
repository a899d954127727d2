/* test-pagebreak.c - what must hold of every page that the page program makes. */
#include "fake-chain.h"

#include <string.h>

static void
check_fragments(const DgChain *chain, const DgSheets *sheets)
{
    uint32_t row = 0, at[DG_SIDES] = {0};
    for (size_t i = 0; i < sheets->n; i++) {
        const DgSheet *sheet = &sheets->sheets[i];
        DgLen foot[DG_SIDES] = {0};
        for (size_t j = 0; j < sheet->n; j++) {
            const DgFragment *fragment = &sheet->fragments[j];
            g_assert_cmpuint(fragment->row, ==, row);
            for (int side = 0; side < DG_SIDES; side++) {
                g_assert_cmpuint(fragment->from[side], ==, at[side]);
                g_assert_cmpuint(fragment->to[side], >=, fragment->from[side]);
                at[side] = fragment->to[side];
                g_assert_cmpint(fragment->top[side], >=, foot[side]);
                DgLen height =
                    dg_fragment_height(chain, fragment, chain->rows[row].full ? DG_LEFT : side);
                if (height > 0)
                    foot[side] = fragment->top[side] + height;
            }
            if (dg_fragment_is_rest(chain, fragment)) {
                row++;
                at[DG_LEFT] = at[DG_RIGHT] = 0;
            } else {
                g_assert_cmpuint(j + 1, ==, sheet->n);
            }
        }
    }
    g_assert_cmpuint(row, ==, chain->n_rows);
}

typedef struct {
    guint64 notes, begun_later, pages, over;
} Seen;

static void
check_notes(const DgChain *chain, const DgSheets *sheets, int column, Seen *seen)
{
    uint32_t due = 0, *set = g_new0(uint32_t, chain->n_notes[column] + 1);
    for (size_t i = 0; i < sheets->n; i++) {
        const DgSheet *sheet = &sheets->sheets[i];
        uint32_t before = due;
        if (sheet->n)
            due = dg_fragment_note_end(chain, &sheet->fragments[sheet->n - 1], column);
        for (size_t j = 0; j < sheet->n_parts[column]; j++) {
            DgNotePart part = sheet->parts[column][j];
            g_assert_cmpuint(part.from, ==, set[part.note]);
            g_assert_cmpuint(part.to, >, part.from);
            g_assert_cmpuint(part.note, <, due);
            if (part.from == 0 && part.note < before)
                seen->begun_later++;
            set[part.note] = part.to;
        }
    }
    for (size_t i = 0; i < chain->n_notes[column]; i++)
        g_assert_cmpuint(set[i], ==, chain->notes[column][i].stack.n);
    seen->notes += chain->n_notes[column];
    g_free(set);
}

static void
check_heights(const DgChain *chain, const DgSheets *sheets, Seen *seen)
{
    seen->pages += sheets->n;
    for (size_t i = 0; i < sheets->n; i++) {
        const DgSheet *sheet = &sheets->sheets[i];
        for (int side = 0; side < DG_SIDES; side++)
            if (sheet->bottom[side] + dg_notes_below(chain, sheet->area, (DgSide)side) >
                chain->height) {
                seen->over++;
                break;
            }
    }
}

static void
check_pages(FakeSizes sizes, guint32 seed, int trials, bool optimize, bool in_step, Seen *seen)
{
    g_autoptr(GRand) random = g_rand_new_with_seed(seed);
    for (int trial = 0; trial < trials; trial++) {
        DgArena *arena = dg_arena_new();
        DgChain *chain = fake_chain(arena, random, sizes);
        chain->optimize = optimize;
        chain->in_step = in_step;
        chain->free = trial % 2 == 1;
        chain->notes_shared = trial % 4 >= 2;
        DgSheets sheets = dg_chain_break(arena, chain);
        check_fragments(chain, &sheets);
        check_heights(chain, &sheets, seen);
        for (int column = 0; column < DG_N_COLUMNS; column++)
            check_notes(chain, &sheets, column, seen);
        dg_arena_free(arena);
    }
}

static const FakeSizes book = {
    .rows = 60, .lines = 14, .page = 44, .variants = 3, .notes = 40, .note_lines = 12};

static void
test_every_line_stands_once_in_order(void)
{
    Seen seen = {0};
    check_pages(book, 4, 12, true, true, &seen);
    check_pages(book, 5, 12, true, false, &seen);
    check_pages(book, 6, 12, false, false, &seen);
    g_assert_cmpuint(seen.over, ==, 0);
    g_assert_cmpuint(seen.begun_later, ==, 0);
    g_test_message("%" G_GUINT64_FORMAT " pages, %" G_GUINT64_FORMAT " notes", seen.pages,
                   seen.notes);
}

/* Notes of up to 60 lines, up to a dozen due on a page. */
static void
test_notes_cannot_fail(void)
{
    Seen seen = {0};
    FakeSizes sizes = book;
    sizes.notes = 6;
    sizes.note_lines = 60;
    sizes.rows = 12;
    check_pages(sizes, 7, 5, true, true, &seen);
    g_assert_cmpuint(seen.over, ==, 0);
    g_assert_cmpuint(seen.begun_later, ==, 0);
    g_test_message("%" G_GUINT64_FORMAT " notes on %" G_GUINT64_FORMAT " pages", seen.notes,
                   seen.pages);
}

/* Rows taller than several pages, pages of a few lines, and slices that fit nowhere. */
static void
test_hopeless_pages_still_end(void)
{
    Seen seen = {0};
    check_pages(
        (FakeSizes){.rows = 5, .lines = 60, .page = 5, .variants = 2, .notes = 6, .note_lines = 20},
        8, 5, true, true, &seen);
    check_pages(
        (FakeSizes){.rows = 6, .lines = 20, .page = 0, .variants = 1, .notes = 3, .note_lines = 3},
        9, 5, true, true, &seen);
    g_assert_cmpuint(seen.over, >, 0);
}

/* The program never does worse than one row after the other, and its short list of places loses little. */
static void
test_the_program_pays(void)
{
    g_autoptr(GRand) random = g_rand_new_with_seed(10);
    FakeSizes sizes = book;
    sizes.notes = 0;
    sizes.lines = 7;
    int64_t total[3] = {0};
    for (int trial = 0; trial < 6; trial++) {
        DgArena *arena = dg_arena_new();
        DgChain *chain = fake_chain(arena, random, sizes);
        for (int i = 0; i < 3; i++) {
            chain->optimize = i > 0;
            chain->reach = i == 2 ? 0 : 3;
            total[i] += dg_chain_break(arena, chain).cost;
        }
        dg_arena_free(arena);
    }
    g_test_message("greedy %" G_GINT64_FORMAT ", program %" G_GINT64_FORMAT
                   ", all places %" G_GINT64_FORMAT,
                   total[0], total[1], total[2]);
    g_assert_cmpint(total[1], <, total[0] * 9 / 10);
    g_assert_cmpint(total[2], <=, total[1]);
    g_assert_cmpint(total[1], <, total[2] * 101 / 100);
}

/* The pages that avoid an end are no better than the best, and none of them ends there. */
static void
test_another_way(void)
{
    g_autoptr(GRand) random = g_rand_new_with_seed(17);
    FakeSizes sizes = book;
    sizes.notes = 0;
    int found = 0;
    for (int trial = 0; trial < 20; trial++) {
        DgArena *arena = dg_arena_new();
        DgChain *chain = fake_chain(arena, random, sizes);
        DgSheets best = dg_chain_break(arena, chain);
        for (size_t i = 0; i + 1 < best.n && best.sheets[i].n; i++) {
            const DgSheet *avoided = &best.sheets[i];
            DgSheets other = dg_chain_break_otherwise(arena, chain, avoided);
            for (size_t j = 0; j < other.n; j++)
                g_assert_false(other.sheets[j].n && other.sheets[j].next_row == avoided->next_row &&
                               memcmp(other.sheets[j].next_at, avoided->next_at,
                                      sizeof avoided->next_at) == 0);
            g_assert_true(other.n == 0 || other.cost >= best.cost);
            found += other.n > 0;
            if (i == 3)
                break;
        }
        dg_arena_free(arena);
    }
    g_assert_cmpint(found, >, 20);
}

static void
set_row(DgArena *arena, DgRow *row, uint32_t left, uint32_t right)
{
    const uint32_t lines[] = {left, right};
    *row = (DgRow){.n_options = 1, .options = DG_NEW(arena, DgOption)};
    for (int side = 0; side < DG_SIDES; side++) {
        row->n_stacks[side] = 1;
        row->stacks[side] = DG_NEW(arena, DgStack);
        *row->stacks[side] = fake_stack(arena, lines[side], DG_PT(12));
        row->options->height = MAX(row->options->height, row->stacks[side]->height);
    }
}

/* Three lines beside four, where three find room: better a foot free than the next page begun in one column alone. */
static void
test_no_column_begins_blank(void)
{
    g_autoptr(GRand) random = g_rand_new_with_seed(1);
    DgArena *arena = dg_arena_new();
    DgChain *chain =
        fake_chain(arena, random, (FakeSizes){.rows = 1, .lines = 2, .page = 20, .variants = 1});
    chain->height = DG_PT(20 * 12);
    chain->grid = chain->first_top = 0;
    chain->optimize = chain->in_step = true;
    chain->n_rows = 3;
    chain->rows = DG_NEW_ARRAY(arena, DgRow, chain->n_rows);
    set_row(arena, &chain->rows[0], 17, 17);
    set_row(arena, &chain->rows[1], 3, 4);
    set_row(arena, &chain->rows[2], 42, 42);
    DgSheets sheets = dg_chain_break(arena, chain);
    g_assert_cmpuint(sheets.n, ==, 4);
    g_assert_cmpuint(sheets.sheets[0].n, ==, 1);
    g_assert_cmpuint(sheets.sheets[0].next_row, ==, 1);
    g_assert_cmpuint(sheets.sheets[0].next_at[DG_LEFT], ==, 0);
    dg_arena_free(arena);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/pagebreak/order", test_every_line_stands_once_in_order);
    g_test_add_func("/pagebreak/notes", test_notes_cannot_fail);
    g_test_add_func("/pagebreak/hopeless", test_hopeless_pages_still_end);
    g_test_add_func("/pagebreak/pays", test_the_program_pays);
    g_test_add_func("/pagebreak/blank-column", test_no_column_begins_blank);
    g_test_add_func("/pagebreak/otherwise", test_another_way);
    return g_test_run();
}
