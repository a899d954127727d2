/* test-diff-volumes.c - src/diff: items, front matter and languages of two volumes; the comparison as text */
#include "revision.h"

#include <stdio.h>
#include <string.h>

static void
test_items_come_and_go(void)
{
    DgArena *arena = dg_arena_new();
    Table table = table_of_base();
    DgVolume *was = revision_build(arena, &table, true), *is = revision_build(arena, &table, true);
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
    DgVolume *volumes[] = {revision_build(arena, &table, true),
                           revision_build(arena, &table, true)};
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
    is.rows[9].text[DG_LEFT][0] = "Следующая встреча состоится в Москве осенью будущего года.";
    for (size_t i = 0; i < swapped.n; i++)
        for (int side = 0; side < DG_SIDES; side++)
            swapped.rows[i].text[side][0] = was.rows[i].text[1 - side][0];
    DgVolume *old_volume = revision_build(arena, &swapped, true);
    old_volume->items[0]->text[DG_LEFT].language = old_volume->languages[DG_LEFT] = "en";
    old_volume->items[0]->text[DG_RIGHT].language = old_volume->languages[DG_RIGHT] = "ru";
    DgDiff *diff =
        dg_diff(arena, dg_diags_new(arena), old_volume, revision_build(arena, &is, true));
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
        volumes[i] = revision_build(arena, &table, false);
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
    is.rows[8].text[DG_LEFT][0] = "Обсуждение длилось три часа и закончилось за полдень.";
    is.rows[8].text[DG_RIGHT][0] =
        "The lively discussion took three hours and ended well after noon.";
    DgDiff *diff = dg_diff(arena, dg_diags_new(arena), revision_build(arena, &was, true),
                           revision_build(arena, &is, true));
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
    g_test_add_func("/diff-volumes/items", test_items_come_and_go);
    g_test_add_func("/diff-volumes/front", test_front_matter_is_compared);
    g_test_add_func("/diff-volumes/languages", test_sides_follow_the_languages_of_the_new_volume);
    g_test_add_func("/diff-volumes/full", test_pairs_over_the_full_measure);
    g_test_add_func("/diff-volumes/print", test_the_print);
    return g_test_run();
}
