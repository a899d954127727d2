/* test-align-names.c - src/align/align-names.c and align-dump.c */
#include "align-internal.h"
#include "build-item.h"

static void
test_names_depend_on_words_alone(void)
{
    DgArena *arena = dg_arena_new();
    const char *name =
        dg_block_name(arena, arena, build_block(arena, "p Всё  верно, да?", DG_NOWHERE));
    g_assert_true(dg_name_is_made(name));
    g_assert_cmpuint(strlen(name), ==, 7);
    g_assert_cmpstr(
        name, ==,
        dg_block_name(arena, arena, build_block(arena, "h1 все верно: ДА!", (DgPos){"x", 1, 2})));
    g_assert_cmpstr(
        name, !=, dg_block_name(arena, arena, build_block(arena, "p Всё верно, нет?", DG_NOWHERE)));
    /* kept in sources: must never change */
    g_assert_cmpstr(dg_block_name(arena, arena, build_block(arena, "p one two", DG_NOWHERE)), ==,
                    "bofw7vp");
    dg_arena_free(arena);
}

static void
test_which_names_are_made(void)
{
    static const struct {
        const char *name;
        bool made;
    } cases[] = {{"baaaaaa", true},    {"b234567", true},     {"baaaaaa-2", true},
                 {"baaaaaa-12", true}, {"baaaaa", false},     {"baaaaaaa", false},
                 {"baaaaaa-", false},  {"baaaaaa-2x", false}, {"caaaaaa", false},
                 {"b1aaaaa", false},   {"bAAAAAA", false},    {"", false},
                 {"b", false},         {"background", false}};
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_test_message("%s", cases[i].name);
        g_assert_true(dg_name_is_made(cases[i].name) == cases[i].made);
    }
}

static void
test_names_are_unique_in_an_item(void)
{
    DgArena *arena = dg_arena_new();
    DgVolume *volume =
        build_volume(arena, LINES("p Да", "p Да", "p#x Да"), LINES("p Да", "p Yes", "p#x Yes"));
    DgDiags *diags = dg_diags_new(arena);
    dg_align(arena, diags, volume);
    g_autoptr(GHashTable) names = g_hash_table_new(g_str_hash, g_str_equal);
    g_autoptr(GHashTable) anchors = g_hash_table_new(g_str_hash, g_str_equal);
    const DgItem *item = volume->items[0];
    for (size_t k = 0; k < item->n_pairs; k++) {
        g_assert_true(g_hash_table_add(anchors, (gpointer)item->pairs[k].anchor));
        for (int side = 0; side < DG_SIDES; side++)
            for (size_t i = 0; i < item->pairs[k].n[side]; i++)
                g_hash_table_add(names, (gpointer)item->pairs[k].blocks[side][i]->id);
    }
    g_assert_cmpuint(g_hash_table_size(names), ==, 5); /* x stands on both sides */
    dg_arena_free(arena);
}

static void
test_a_side_has_a_hash_of_its_words(void)
{
    DgArena *arena = dg_arena_new();
    DgNode *blocks[] = {build_block(arena, "p Раз, два", DG_NOWHERE),
                        build_block(arena, "p три", DG_NOWHERE)};
    DgNode *other[] = {build_block(arena, "p раз два", DG_NOWHERE),
                       build_block(arena, "p Три!", DG_NOWHERE)};
    DgPair pair = {.blocks = {blocks, other}, .n = {2, 2}};
    g_assert_cmpuint(strlen(dg_side_hash(arena, &pair, DG_LEFT)), ==, 8);
    g_assert_cmpstr(dg_side_hash(arena, &pair, DG_LEFT), ==, dg_side_hash(arena, &pair, DG_RIGHT));
    pair.n[DG_RIGHT] = 1;
    g_assert_cmpstr(dg_side_hash(arena, &pair, DG_LEFT), !=, dg_side_hash(arena, &pair, DG_RIGHT));
    dg_arena_free(arena);
}

static char *
dump(const DgVolume *volume, bool json)
{
    char *text = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&text, &size);
    dg_pairs_dump(out, volume, json);
    fclose(out);
    return text;
}

static void
test_the_dump_of_pairs(void)
{
    DgArena *arena = dg_arena_new();
    DgVolume *volume = build_volume(arena, LINES("h1#a Итог", "p#b Он сказал: \"да\\нет\"."),
                                    LINES("h1#a Result", "p#b He said: “yes\\no”."));
    dg_align(arena, dg_diags_new(arena), volume);
    g_autofree char *json = dump(volume, true);
    g_assert_cmpstr(
        json, ==,
        "{\"item\": \"a\", \"left\": [{\"id\": \"a\", \"n\": 1, \"kind\": \"heading\", \"file\": \"a.ru.xml\", "
        "\"line\": 1, \"text\": \"Итог\"}], \"right\": [{\"id\": \"a\", \"n\": 1, \"kind\": \"heading\", "
        "\"file\": \"a.en.xml\", \"line\": 1, \"text\": \"Result\"}], \"confidence\": 1.00, \"method\": \"id\"}\n"
        "{\"item\": \"a\", \"left\": [{\"id\": \"b\", \"n\": 2, \"kind\": \"paragraph\", \"file\": \"a.ru.xml\", "
        "\"line\": 2, \"text\": \"Он сказал: \\\"да\\\\нет\\\".\"}], \"right\": [{\"id\": \"b\", \"n\": 2, \"kind\": "
        "\"paragraph\", \"file\": \"a.en.xml\", \"line\": 2, \"text\": \"He said: “yes\\\\no”.\"}], "
        "\"confidence\": 1.00, \"method\": \"id\"}\n");
    g_autofree char *text = dump(volume, false);
    g_assert_cmpstr(text, ==,
                    "a\ta\ta\tid\t1.00\tИтог\tResult\n"
                    "a\tb\tb\tid\t1.00\tОн сказал: \"да\\нет\".\tHe said: “yes\\no”.\n");
    dg_arena_free(arena);
}

static void
test_the_dump_of_one_language(void)
{
    DgArena *arena = dg_arena_new();
    DgVolume *volume = build_volume(arena, NULL, LINES("p#z Only here"));
    dg_align(arena, dg_diags_new(arena), volume);
    g_autofree char *text = dump(volume, false), *json = dump(volume, true);
    g_assert_cmpstr(text, ==, "a\t-\tz\tlength\t1.00\t\tOnly here\n");
    g_assert_nonnull(strstr(json, "\"left\": [], \"right\": [{\"id\": \"z\", \"n\": 1"));
    dg_arena_free(arena);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/align-names/words", test_names_depend_on_words_alone);
    g_test_add_func("/align-names/made", test_which_names_are_made);
    g_test_add_func("/align-names/unique", test_names_are_unique_in_an_item);
    g_test_add_func("/align-names/hash", test_a_side_has_a_hash_of_its_words);
    g_test_add_func("/align-dump/pairs", test_the_dump_of_pairs);
    g_test_add_func("/align-dump/one-language", test_the_dump_of_one_language);
    return g_test_run();
}
