/* test-words.c - src/lang/words.c, words-other.c, labels.c, fold.c, collate.c, transliterate.c */
#include "diglot/lang.h"

#include <glib.h>
#include <string.h>

static void
test_every_word_is_there(void)
{
    for (int word = 0; word < DG_N_WORDS; word++) {
        const char *russian = dg_word((DgWord)word, "ru"),
                   *english = dg_word((DgWord)word, "en-GB");
        g_assert_true(russian && *russian && english && *english);
        g_assert_cmpstr(russian, !=, english);
        g_assert_cmpstr(dg_guess_language(russian), ==, "ru");
        g_assert_cmpstr(dg_guess_language(english), ==, "en");
        if (word != DG_WORD_LANGUAGE_NAME)
            g_assert_cmpstr(dg_word((DgWord)word, "nl"), ==, english);
    }
    g_assert_cmpstr(dg_word(DG_WORD_ABSTRACT, "pt-BR"), ==, "Resumo");
    g_assert_cmpstr(dg_word(DG_WORD_KEYWORDS, "UK"), ==, "Ключові слова");
    g_assert_cmpstr(dg_word(DG_WORD_KEYWORDS, "ptx"), ==, "Keywords");
    g_assert_cmpstr(dg_word(DG_WORD_SEARCH, "pt"), ==, "Search");
    g_assert_cmpstr(dg_word(DG_WORD_LANGUAGE_NAME, "pt-BR"), ==, "Português");
    g_assert_cmpstr(dg_word(DG_WORD_LANGUAGE_NAME, "xx"), ==, "xx");
    g_assert_cmpstr(dg_word(DG_WORD_CONTENTS, NULL), ==, "Contents");
}

static void
test_labels(void)
{
    static const struct {
        DgListKind kind;
        int number;
        const char *language, *label;
    } cases[] = {
        {DG_LIST_DECIMAL, 12, "ru", "12."},
        {DG_LIST_ALPHA_LOWER, 1, "ru", "а)"},
        {DG_LIST_ALPHA_LOWER, 8, "ru", "и)"},
        {DG_LIST_ALPHA_LOWER, 25, "ru", "я)"},
        {DG_LIST_ALPHA_LOWER, 26, "ru", "аа)"},
        {DG_LIST_ALPHA_LOWER, 27, "en", "aa)"},
        {DG_LIST_ALPHA_LOWER, 3, "en", "c)"},
        {DG_LIST_ALPHA_UPPER, 2, "ru", "Б."},
        {DG_LIST_ROMAN_LOWER, 14, "en", "xiv."},
        {DG_LIST_ROMAN_UPPER, 1994, "ru", "MCMXCIV."},
        {DG_LIST_BULLET, 5, "ru", "—"},
        {DG_LIST_BULLET, 5, "en", "•"},
        {DG_LIST_PLAIN, 1, "ru", ""},
        {DG_LIST_ALPHA_LOWER, 0, "ru", "0."},
        {DG_LIST_ROMAN_LOWER, -3, "ru", "-3."},
        {DG_LIST_ALPHA_LOWER, 99999, "ru", "99999."},
    };
    DgArena *arena = dg_arena_new();
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++)
        g_assert_cmpstr(dg_list_label(arena, cases[i].kind, cases[i].number, cases[i].language), ==,
                        cases[i].label);
    g_assert_cmpstr(dg_bullet(2, "ru"), ==, "–");
    dg_arena_free(arena);
}

static void
test_folding(void)
{
    static const char *const cases[][2] = {
        {"Ёлка", "елка"},
        {"за\u0301мок", "замок"},
        {"Иои\u0306 Cafe\u0301", "иой café"},
        {"пе\u0451с е\u0308ж", "пеес еж"},
        {"мяг\u00ADкий", "мягкий"},
        {"  «Форум»,\u00A0да!  ", "форум да"},
        {"слово — слово", "слово слово"},
        {"word—word", "word word"},
        {"кто‑то кто-то", "ктото ктото"},
        {"3,14 и 3.14, а 10:00.", "3,14 и 3.14 а 10:00"},
        {"it’s IT'S", "its its"},
        {"5\u202F%", "5"},
        {"", ""},
        {"\u0301", "\u0301"},
    };
    DgArena *arena = dg_arena_new();
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++)
        g_assert_cmpstr(dg_fold(arena, cases[i][0]), ==, cases[i][1]);
    g_assert_cmpstr(dg_fold(arena, NULL), ==, "");
    g_assert_true(g_utf8_validate(dg_fold(arena, "a\xFF\xD0 b"), -1, NULL));
    dg_arena_free(arena);
}

static void
test_order(void)
{
    static const char *const russian[] = {"ежевика", "ёжик",  "елка", "ёлка",
                                          "ель",     "Щукин", "Abel"};
    for (size_t i = 1; i < G_N_ELEMENTS(russian); i++) {
        g_assert_cmpint(dg_collate(russian[i - 1], russian[i], "ru"), <, 0);
        g_assert_cmpint(dg_collate(russian[i], russian[i - 1], "ru"), >, 0);
    }
    g_assert_cmpint(dg_collate("Abel", "Щукин", "en"), <, 0);
    g_assert_cmpint(dg_collate("a", "a", NULL), ==, 0);
    g_assert_cmpint(dg_collate(NULL, "a", "no such language"), <, 0);
}

static void
test_transliteration(void)
{
    static const char *const cases[][2] = {
        {"Щукин", "Shchukin"},
        {"ЩУКИН Ю. Я.", "SHCHUKIN Iu. Ia."},
        {"Объединённый", "Obieedinennyi"},
        {"Ельцин, Королёв", "Eltsin, Korolev"},
        {"Йошкар-Ола и\u0306", "Ioshkar-Ola i"},
        {"Київ, Ґалаґан", "Kiiv, Galagan"},
        {"Forum 2024 — №", "Forum 2024 — №"},
        {"", ""},
    };
    DgArena *arena = dg_arena_new();
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++)
        g_assert_cmpstr(dg_transliterate(arena, cases[i][0]), ==, cases[i][1]);
    g_assert_cmpstr(dg_transliterate(arena, NULL), ==, "");
    g_assert_true(g_utf8_validate(dg_transliterate(arena, "я\xFF"), -1, NULL));
    dg_arena_free(arena);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/words/all", test_every_word_is_there);
    g_test_add_func("/words/labels", test_labels);
    g_test_add_func("/words/fold", test_folding);
    g_test_add_func("/words/collate", test_order);
    g_test_add_func("/words/transliterate", test_transliteration);
    return g_test_run();
}
