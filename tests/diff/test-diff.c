/* test-diff.c - src/diff: seeded edits of one text in two languages, with lasting ids and with names made of words */
#include "diff-internal.h"

#include <glib.h>
#include <string.h>

enum { PAIRS = 12, BLOCKS = 4 };

/* A revision as a table: what stands in each pair. A text that starts with "#" is a heading, with "*" a list item;
 * "word^[note]" has a note. */
typedef struct {
    const char *text[DG_SIDES][BLOCKS];
    const char *id[DG_SIDES][BLOCKS];
} Row;
typedef struct {
    Row rows[PAIRS + 2];
    size_t n;
} Table;

static const char *const base[][DG_SIDES] = {
    {"# Открытие форума", "# Opening of the forum"},
    {"Форум открылся в понедельник утром; в зале собрались делегации многих стран и журналисты.",
     "The forum opened on Monday morning; delegations of many countries and journalists filled the hall."},
    {"Председатель напомнил собравшимся о решениях прошлого года. Он поблагодарил организаторов за труд и терпение.",
     "The chairman reminded those present of last year's decisions. He thanked the organisers for their work and patience."},
    {"Затем слово получил представитель университета^[Полное название дано в программе.], говоривший о переводе.",
     "Then the representative of the university^[The full name is in the programme.] took the floor and spoke of translation."},
    {"# Предложения", "# Proposals"},
    {"* печатать тексты на двух языках рядом", "* to print texts in two languages side by side"},
    {"* сверять числа и имена автоматически", "* to compare numbers and names by machine"},
    {"* хранить переписку редакторов открыто", "* to keep the editors' letters in the open"},
    {"Обсуждение длилось три часа и закончилось далеко за полдень.",
     "The discussion took three hours and ended well after noon."},
    {"Следующая встреча состоится в Ташкенте осенью будущего года.",
     "The next meeting will be held in Tashkent in the autumn of next year."},
};

static Table
table_of_base(void)
{
    static const char *const ids[] = {"x0", "x1", "x2", "x3", "x4", "x5", "x6", "x7", "x8", "x9"};
    Table table = {.n = G_N_ELEMENTS(base)};
    for (size_t i = 0; i < table.n; i++)
        for (int side = 0; side < DG_SIDES; side++) {
            table.rows[i].text[side][0] = base[i][side];
            table.rows[i].id[side][0] = ids[i];
        }
    return table;
}

/* ---- a table to a volume ---- */
static void
add_runs(DgArena *arena, DgNode *block, const char *text)
{
    const char *note = strstr(text, "^[");
    if (!note) {
        dg_node_append(block, dg_text_new(arena, text, DG_NOWHERE));
        return;
    }
    const char *end = strchr(note, ']');
    DgNode *mark = dg_node_new(arena, DG_NOTE_MARK, DG_NOWHERE);
    mark->as.note_mark.note = dg_node_new(arena, DG_NOTE, DG_NOWHERE);
    dg_node_append(mark->as.note_mark.note,
                   dg_block_new(arena, DG_PARAGRAPH, DG_ROLE_NONE,
                                dg_arena_strndup(arena, note + 2, (size_t)(end - note - 2)),
                                DG_NOWHERE));
    dg_node_append(block, dg_text_new(arena, dg_arena_strndup(arena, text, (size_t)(note - text)),
                                      DG_NOWHERE));
    dg_node_append(block, mark);
    add_runs(arena, block, end + 1);
}

static DgNode *
build_block(DgArena *arena, const char *text, const char *id, DgPos pos)
{
    DgNode *block = dg_node_new(arena, *text == '#' ? DG_HEADING : DG_PARAGRAPH, pos);
    add_runs(arena, block, *text == '#' || *text == '*' ? text + 2 : text);
    block->id = id ? id : dg_arena_printf(arena, "b%08x", g_str_hash(text));
    return block;
}

static DgVolume *
build(DgArena *arena, const Table *table, bool ids)
{
    static const char *const files[] = {"a.ru.xml", "a.en.xml"};
    DgVolume *volume = DG_NEW(arena, DgVolume);
    DgItem *item = DG_NEW(arena, DgItem);
    *volume = (DgVolume){.languages = {"ru", "en"}, .n_languages = 2};
    DG_APPEND(arena, volume->items, volume->n_items, item);
    item->href = "a";
    item->pairs = DG_NEW_ARRAY(arena, DgPair, table->n + 1);
    item->n_pairs = table->n;
    for (int side = 0; side < DG_SIDES; side++) {
        item->text[side].language = volume->languages[side];
        item->text[side].body = dg_node_new(arena, DG_BODY, DG_NOWHERE);
        for (size_t i = 0; i < table->n; i++)
            for (int k = 0; k < BLOCKS && table->rows[i].text[side][k]; k++) {
                DgNode *block = build_block(arena, table->rows[i].text[side][k],
                                            ids ? table->rows[i].id[side][k] : NULL,
                                            (DgPos){files[side], (int)i + 1, 1});
                block->pair = &item->pairs[i];
                dg_node_append(item->text[side].body, block);
                DG_APPEND(arena, item->pairs[i].blocks[side], item->pairs[i].n[side], block);
            }
    }
    return volume;
}

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

static char *
rows_text(DgArena *arena, const DgDiff *diff)
{
    static const char *const names[] = {"same",  "changed", "added", "removed",
                                        "moved", "split",   "merged"};
    g_autoptr(GString) text = g_string_new(NULL);
    for (size_t i = 0; i < diff->n_items; i++)
        for (size_t k = 0; k < diff->items[i].n_rows; k++)
            g_string_append_printf(text, "%s%s/%s", text->len ? " " : "",
                                   names[diff->items[i].rows[k].side[0].kind],
                                   names[diff->items[i].rows[k].side[1].kind]);
    return dg_arena_strdup(arena, text->str);
}

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
        DgDiff *diff =
            dg_diff(arena, dg_diags_new(arena), build(arena, &was, ids), build(arena, &is, ids));
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
                insert(&is, at, base[to][0], base[at % 10][1]);
            else if (what == 3)
                replace(&is, at, side, base[to][side]);
            else if (is.rows[at].text[side][0] && strstr(is.rows[at].text[side][0], ". ") &&
                     !is.rows[at].text[side][1])
                split(arena, &is, at, side);
        }
        DgDiff *diff = dg_diff(arena, dg_diags_new(arena), build(arena, &was, round % 2),
                               build(arena, &is, round % 2));
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

static void
test_items_come_and_go(void)
{
    DgArena *arena = dg_arena_new();
    Table table = table_of_base();
    DgVolume *was = build(arena, &table, true), *is = build(arena, &table, true);
    is->items[0]->href = "b";
    DgDiff *diff = dg_diff(arena, dg_diags_new(arena), was, is);
    g_assert_cmpuint(diff->n_items, ==, 2);
    g_assert_null(diff->items[0].old_item);
    g_assert_cmpuint(diff->items[0].n_rows, ==, table.n);
    g_assert_null(diff->items[1].new_item);
    g_assert_cmpuint(diff->counts[DG_ADDED], ==, 2 * table.n);
    was->single = is->single = true; /* two files: whatever they are called */
    g_assert_cmpuint(dg_diff(arena, dg_diags_new(arena), was, is)->n_items, ==, 0);
    dg_arena_free(arena);
}

static void
test_front_matter_is_compared(void)
{
    DgArena *arena = dg_arena_new();
    Table table = table_of_base();
    DgVolume *volumes[] = {build(arena, &table, true), build(arena, &table, true)};
    static const char *const titles[] = {"Opening", "Grand opening"}, *const names[] = {
                                                                          "Ivan Petrov",
                                                                          "Ivan Sidorov"};
    const char *keywords[][1] = {{"forum"}, {"fora"}};
    for (int i = 0; i < 2; i++) {
        DgMeta *meta = &volumes[i]->items[0]->text[DG_RIGHT].meta;
        meta->title = dg_block_new(arena, DG_HEADING, DG_ROLE_ITEM_TITLE, titles[i], DG_NOWHERE);
        meta->contributors = DG_NEW(arena, DgContributor);
        meta->contributors->name.whole = names[i];
        meta->n_contributors = 1;
        meta->keywords = keywords[i];
        meta->n_keywords = 1;
        meta->abstract = dg_node_new(arena, DG_SECTION, DG_NOWHERE);
        dg_node_append(meta->abstract, dg_block_new(arena, DG_PARAGRAPH, DG_ROLE_NONE,
                                                    "An abstract of it all.", DG_NOWHERE));
    }
    DgDiff *diff = dg_diff(arena, dg_diags_new(arena), volumes[0], volumes[1]);
    g_assert_cmpstr(rows_text(arena, diff), ==, "same/changed same/changed same/changed");
    g_assert_null(diff->items[0].rows[0].new_pair);
    dg_arena_free(arena);
}

static void
test_sides_follow_the_languages_of_the_new_volume(void)
{
    DgArena *arena = dg_arena_new();
    Table was = table_of_base(), is = table_of_base(), swapped = table_of_base();
    edit_word_in_russian(arena, &is);
    for (size_t i = 0; i < swapped.n; i++)
        for (int side = 0; side < DG_SIDES; side++)
            swapped.rows[i].text[side][0] = was.rows[i].text[1 - side][0];
    DgVolume *old_volume = build(arena, &swapped, true);
    old_volume->items[0]->text[DG_LEFT].language = old_volume->languages[DG_LEFT] = "en";
    old_volume->items[0]->text[DG_RIGHT].language = old_volume->languages[DG_RIGHT] = "ru";
    DgDiff *diff = dg_diff(arena, dg_diags_new(arena), old_volume, build(arena, &is, true));
    g_assert_cmpstr(rows_text(arena, diff), ==, "changed/same");
    dg_arena_free(arena);
}

static void
test_pairs_over_the_full_measure(void)
{
    DgArena *arena = dg_arena_new();
    DgVolume *volumes[2];
    for (int i = 0; i < 2; i++) {
        Table table = {
            .n = 1,
            .rows = {{.text = {{i ? "Only one language here now" : "Only one language here"}}}}};
        volumes[i] = build(arena, &table, false);
        volumes[i]->items[0]->pairs[0].full = true;
        volumes[i]->items[0]->pairs[0].full_side = DG_RIGHT;
    }
    g_assert_cmpstr(rows_text(arena, dg_diff(arena, dg_diags_new(arena), volumes[0], volumes[1])),
                    ==, "same/changed");
    dg_arena_free(arena);
}

static char *
print(const DgDiff *diff, bool color, int columns)
{
    char *text = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&text, &size);
    dg_diff_print(out, diff, color, columns, "en");
    fclose(out);
    return text;
}

static void
test_the_print(void)
{
    DgArena *arena = dg_arena_new();
    Table was = table_of_base(), is = table_of_base();
    edit_word_deleted(arena, &is);
    edit_word_inserted(arena, &is);
    DgDiff *diff =
        dg_diff(arena, dg_diags_new(arena), build(arena, &was, true), build(arena, &is, true));
    g_autofree char *wide = print(diff, false, 100), *narrow = print(diff, false, 60),
                    *color = print(diff, true, 60);
    g_assert_cmpstr(
        wide, ==,
        "== a ==\n\n"
        "a.ru.xml:9 changed                               │ a.en.xml:9 changed\n"
        "Обсуждение длилось три часа и закончилось        │ The {+lively +}discussion took three hours and\n"
        "[-далеко -]за полдень.                           │ ended well after noon.\n"
        "\n"
        "changed: 2\n");
    g_assert_cmpstr(narrow, ==,
                    "== a ==\n\n"
                    "a.ru.xml:9 changed\n"
                    "Обсуждение длилось три часа и закончилось [-далеко -]за\n"
                    "полдень.\n"
                    "a.en.xml:9 changed\n"
                    "The {+lively +}discussion took three hours and ended well\n"
                    "after noon.\n"
                    "\n"
                    "changed: 2\n");
    g_assert_nonnull(strstr(color, "\x1b[0m\x1b[31mдалеко \x1b[0m"));
    g_assert_null(strstr(color, "[-"));
    dg_arena_free(arena);
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
    g_test_add_func("/diff/items", test_items_come_and_go);
    g_test_add_func("/diff/front", test_front_matter_is_compared);
    g_test_add_func("/diff/languages", test_sides_follow_the_languages_of_the_new_volume);
    g_test_add_func("/diff/full", test_pairs_over_the_full_measure);
    g_test_add_func("/diff/print", test_the_print);
    return g_test_run();
}
