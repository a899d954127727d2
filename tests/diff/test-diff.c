/* test-diff.c - src/diff: seeded and random edits of one text in two languages, with lasting ids and with names made
 * of words */
#include "revision.h"

#include <string.h>

/* ---- the edits ---- */
static void
replace(Table *table, size_t row, int side, const char *text)
{
    table->rows[row].text[side][0] = text;
}

static void
insert(Table *table, size_t at, const char *left, const char *right)
{
    memmove(&table->rows[at + 1], &table->rows[at], (table->n - at) * sizeof(Row));
    table->rows[at] = (Row){.text = {{left}, {right}}};
    table->n++;
}

static void
take_out(Table *table, size_t at)
{
    memmove(&table->rows[at], &table->rows[at + 1], (table->n - at - 1) * sizeof(Row));
    table->n--;
}

static void
move(Table *table, size_t from, size_t to)
{
    Row row = table->rows[from];
    take_out(table, from);
    insert(table, to, NULL, NULL);
    table->rows[to] = row;
}

static void
split(DgArena *arena, Table *table, size_t row, int side)
{
    const char *text = table->rows[row].text[side][0], *cut = strstr(text, ". ");
    table->rows[row].text[side][0] = dg_arena_strndup(arena, text, (size_t)(cut + 1 - text));
    table->rows[row].text[side][1] = cut + 2;
}

/* Joins the blocks of a side of two rows; the pair of the second goes into the first. */
static void
merge(DgArena *arena, Table *table, size_t row, int side)
{
    Row *into = &table->rows[row], *from = &table->rows[row + 1];
    into->text[side][0] = dg_arena_printf(arena, "%s %s", into->text[side][0], from->text[side][0]);
    into->text[1 - side][1] = from->text[1 - side][0];
    into->id[1 - side][1] = from->id[1 - side][0];
    take_out(table, row + 1);
}

typedef void (*Edit)(DgArena *arena, Table *table);

static void
edit_nothing(DgArena *arena, Table *table)
{
    (void)arena;
    (void)table;
}

static void
edit_word_in_russian(DgArena *arena, Table *table)
{
    (void)arena;
    replace(
        table, 1, DG_LEFT,
        "Форум открылся во вторник утром; в зале собрались делегации многих стран и журналисты.");
}

static void
edit_word_in_english(DgArena *arena, Table *table)
{
    (void)arena;
    replace(
        table, 1, DG_RIGHT,
        "The forum opened on Tuesday morning; delegations of many countries and journalists filled the hall.");
}

static void
edit_word_in_both(DgArena *arena, Table *table)
{
    edit_word_in_russian(arena, table);
    edit_word_in_english(arena, table);
}

static void
edit_word_inserted(DgArena *arena, Table *table)
{
    (void)arena;
    replace(table, 8, DG_RIGHT,
            "The lively discussion took three hours and ended well after noon.");
}

static void
edit_word_deleted(DgArena *arena, Table *table)
{
    (void)arena;
    replace(table, 8, DG_LEFT, "Обсуждение длилось три часа и закончилось за полдень.");
}

static void
edit_paragraph_moved(DgArena *arena, Table *table)
{
    (void)arena;
    move(table, 1, 9);
}

static void
edit_paragraph_moved_and_changed(DgArena *arena, Table *table)
{
    edit_word_in_both(arena, table);
    move(table, 1, 9);
}

static void
edit_split_in_russian(DgArena *arena, Table *table)
{
    split(arena, table, 2, DG_LEFT);
}

static void
edit_split_in_both(DgArena *arena, Table *table)
{
    split(arena, table, 2, DG_LEFT);
    split(arena, table, 2, DG_RIGHT);
}

static void
edit_merged_in_english(DgArena *arena, Table *table)
{
    merge(arena, table, 8, DG_RIGHT);
}

static void
edit_merged_in_both(DgArena *arena, Table *table)
{
    merge(arena, table, 8, DG_LEFT);
    Row *row = &table->rows[8];
    row->text[DG_RIGHT][0] =
        dg_arena_printf(arena, "%s %s", row->text[DG_RIGHT][0], row->text[DG_RIGHT][1]);
    row->text[DG_RIGHT][1] = NULL;
}

static void
edit_paragraph_added(DgArena *arena, Table *table)
{
    (void)arena;
    insert(table, 4, "Вечером участники посетили музей книги.",
           "In the evening the participants visited the museum of books.");
}

static void
edit_paragraph_added_in_russian(DgArena *arena, Table *table)
{
    (void)arena;
    insert(table, 4, "Вечером участники посетили музей книги.", NULL);
}

static void
edit_paragraph_deleted(DgArena *arena, Table *table)
{
    (void)arena;
    take_out(table, 8);
}

static void
edit_paragraph_deleted_in_english(DgArena *arena, Table *table)
{
    (void)arena;
    table->rows[8].text[DG_RIGHT][0] = NULL;
}

static void
edit_heading_changed(DgArena *arena, Table *table)
{
    (void)arena;
    replace(table, 4, DG_LEFT, "# Пожелания");
}

static void
edit_note_changed(DgArena *arena, Table *table)
{
    (void)arena;
    replace(
        table, 3, DG_RIGHT,
        "Then the representative of the university^[The short name is in the programme.] took the floor and spoke of translation.");
}

static void
edit_item_moved(DgArena *arena, Table *table)
{
    (void)arena;
    move(table, 7, 5);
}

static void
edit_item_removed(DgArena *arena, Table *table)
{
    (void)arena;
    take_out(table, 6);
}

static void
edit_punctuation(DgArena *arena, Table *table)
{
    (void)arena;
    replace(
        table, 1, DG_LEFT,
        "Форум открылся в понедельник утром: в зале собрались делегации многих стран и журналисты.");
}

static void
edit_everything_rewritten(DgArena *arena, Table *table)
{
    (void)arena;
    replace(table, 8, DG_LEFT, "Совсем иной абзац, где ничто не повторяет прежнего.");
    replace(table, 8, DG_RIGHT, "A wholly different paragraph repeats none of it.");
}

/* Rows as "left/right" kinds, in order. `without` where names made of words say something else. */
static const struct {
    const char *name;
    Edit edit;
    const char *rows, *without;
} cases[] = {
    {"nothing", edit_nothing, "", NULL},
    {"word-ru", edit_word_in_russian, "changed/same", NULL},
    {"word-en", edit_word_in_english, "same/changed", NULL},
    {"word-both", edit_word_in_both, "changed/changed", NULL},
    {"word-inserted", edit_word_inserted, "same/changed", NULL},
    {"word-deleted", edit_word_deleted, "changed/same", NULL},
    {"moved", edit_paragraph_moved, "moved/moved", NULL},
    {"moved-changed", edit_paragraph_moved_and_changed, "moved/moved", NULL},
    {"split-ru", edit_split_in_russian, "split/same", NULL},
    {"split-both", edit_split_in_both, "split/split", NULL},
    {"merged-en", edit_merged_in_english, "same/merged", NULL},
    {"merged-both", edit_merged_in_both, "merged/merged", NULL},
    {"added", edit_paragraph_added, "added/added", NULL},
    {"added-ru", edit_paragraph_added_in_russian, "added/same", NULL},
    {"deleted", edit_paragraph_deleted, "removed/removed", NULL},
    {"deleted-en", edit_paragraph_deleted_in_english, "same/removed", NULL},
    {"heading", edit_heading_changed, "changed/same", NULL},
    {"note", edit_note_changed, "same/changed", NULL},
    {"item-moved", edit_item_moved, "moved/moved", NULL},
    {"item-removed", edit_item_removed, "removed/removed", NULL},
    {"punctuation", edit_punctuation, "changed/same", NULL},
    {"rewritten", edit_everything_rewritten, "changed/changed", "removed/removed added/added"},
};

/* ---- replaying the pieces ---- */
static void
expect_replay(DgArena *arena, const DgDiffSide *side)
{
    g_autoptr(GString) was = g_string_new(NULL), is = g_string_new(NULL),
                       old_text = g_string_new(NULL), new_text = g_string_new(NULL);
    for (size_t i = 0; i < side->n_pieces; i++) {
        if (side->pieces[i].change != DG_INSERTED)
            g_string_append(was, side->pieces[i].text);
        if (side->pieces[i].change != DG_DELETED)
            g_string_append(is, side->pieces[i].text);
        g_assert_cmpuint(strlen(side->pieces[i].text), >, 0);
        if (i)
            g_assert_cmpint(side->pieces[i].change, !=, side->pieces[i - 1].change);
    }
    for (size_t i = 0; i < side->n_old; i++)
        g_string_append_printf(old_text, "%s%s", i ? DG_PARAGRAPH_MARK : "",
                               dg_diff_block(arena, side->old_blocks[i], NULL, 0).text);
    for (size_t i = 0; i < side->n_new; i++)
        g_string_append_printf(new_text, "%s%s", i ? DG_PARAGRAPH_MARK : "",
                               dg_diff_block(arena, side->new_blocks[i], NULL, 0).text);
    g_assert_cmpstr(was->str, ==, old_text->str);
    g_assert_cmpstr(is->str, ==, new_text->str);
}

static void
test_seeded_edit(gconstpointer data)
{
    size_t number = GPOINTER_TO_SIZE(data);
    for (int ids = 0; ids < 2; ids++) {
        DgArena *arena = dg_arena_new();
        Table was = table_of_base(), is = table_of_base();
        cases[number].edit(arena, &is);
        DgDiff *diff = dg_diff(arena, dg_diags_new(arena), revision_build(arena, &was, ids),
                               revision_build(arena, &is, ids));
        const char *expected =
            !ids && cases[number].without ? cases[number].without : cases[number].rows;
        g_test_message("%s, %s", cases[number].name, ids ? "lasting ids" : "names of words");
        g_assert_cmpstr(rows_text(arena, diff), ==, expected);
        g_assert_cmpuint(diff->n_items, ==, *expected != '\0');
        for (size_t k = 0; diff->n_items && k < diff->items[0].n_rows; k++)
            for (int side = 0; side < DG_SIDES; side++)
                expect_replay(arena, &diff->items[0].rows[k].side[side]);
        dg_arena_free(arena);
    }
}

/* Any edits at all: the pieces replay, every block of both revisions that is not the same is in one row. */
static void
test_random_edits_replay(void)
{
    g_autoptr(GRand) draw = g_rand_new_with_seed(1986);
    for (int round = 0; round < 150; round++) {
        DgArena *arena = dg_arena_new();
        Table was = table_of_base(), is = table_of_base();
        for (int k = g_rand_int_range(draw, 1, 6); k > 0; k--) {
            size_t at = (size_t)g_rand_int_range(draw, 0, (int)MIN(is.n, 9));
            size_t to = (size_t)g_rand_int_range(draw, 0, (int)MIN(is.n, 9));
            int side = g_rand_int_range(draw, 0, 2), what = g_rand_int_range(draw, 0, 5);
            if (what == 0)
                move(&is, at, to);
            else if (what == 1 && is.n > 4)
                take_out(&is, at);
            else if (what == 2 && is.n < PAIRS)
                insert(&is, at, revision_base[to][0], revision_base[at % 10][1]);
            else if (what == 3)
                replace(&is, at, side, revision_base[to][side]);
            else if (is.rows[at].text[side][0] && strstr(is.rows[at].text[side][0], ". ") &&
                     !is.rows[at].text[side][1])
                split(arena, &is, at, side);
        }
        DgDiff *diff = dg_diff(arena, dg_diags_new(arena), revision_build(arena, &was, round % 2),
                               revision_build(arena, &is, round % 2));
        g_autoptr(GHashTable) seen = g_hash_table_new(NULL, NULL);
        for (size_t k = 0; diff->n_items && k < diff->items[0].n_rows; k++)
            for (int side = 0; side < DG_SIDES; side++) {
                const DgDiffSide *one = &diff->items[0].rows[k].side[side];
                expect_replay(arena, one);
                for (size_t i = 0; i < one->n_old; i++)
                    g_assert_true(g_hash_table_add(seen, one->old_blocks[i]));
                for (size_t i = 0; i < one->n_new; i++)
                    g_assert_true(g_hash_table_add(seen, one->new_blocks[i]));
            }
        dg_arena_free(arena);
    }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *path = g_strdup_printf("/diff/edit/%s", cases[i].name);
        g_test_add_data_func(path, GSIZE_TO_POINTER(i), test_seeded_edit);
    }
    g_test_add_func("/diff/random", test_random_edits_replay);
    return g_test_run();
}
