/* test-segment.c - src/lang/segment.c */
#include "diglot/lang.h"

#include <glib.h>
#include <string.h>

static void
check_sentences(const char *const *cases, size_t n)
{
    DgArena *arena = dg_arena_new();
    DgSegmenter *segmenter = dg_segmenter_new();
    for (size_t i = 0; i < n; i++) {
        g_auto(GStrv) pieces = g_strsplit(cases[i], "|", -1);
        g_autofree char *text = g_strjoinv("", pieces);
        size_t *ends = NULL;
        size_t count = dg_sentences(arena, segmenter, text, "ru", &ends);
        g_autoptr(GString) found = g_string_new(text);
        for (size_t end = count; end > 1; end--)
            g_string_insert(found, (gssize)ends[end - 2], "|");
        g_assert_cmpstr(found->str, ==, cases[i]);
        g_assert_cmpuint(count, ==, *text ? g_strv_length(pieces) : 0);
        if (count > 0)
            g_assert_cmpuint(ends[count - 1], ==, strlen(text));
    }
    dg_segmenter_free(segmenter);
    dg_arena_free(arena);
}

static void
test_sentences(void)
{
    static const char *const cases[] = {
        "",
        "Одно.",
        "Первое. |Второе? |Третье! |Да…",
        "В г. Казани был А. С. Пушкин. |Он уехал.",
        "Это было в 2024 г. |Казань росла.",
        "См. рис. 5 и табл. 2. |Дальше.",
        "Mr. Smith met Prof. Jones on p. 5. |Then he left.",
        "Он сказал: «Да». |И ушёл.",
    };
    check_sentences(cases, G_N_ELEMENTS(cases));
}

static void
test_words(void)
{
    DgArena *arena = dg_arena_new();
    DgSegmenter *segmenter = dg_segmenter_new();
    const char *text = "«Форум-2024», 3.14 — it’s ё!";
    DgSpanOfText *words = NULL;
    size_t n = dg_words(arena, segmenter, text, "ru", &words);
    static const char *const expected[] = {"Форум", "2024", "3.14", "it’s", "ё"};
    g_assert_cmpuint(n, ==, G_N_ELEMENTS(expected));
    for (size_t i = 0; i < n; i++) {
        g_autofree char *word = g_strndup(text + words[i].start, words[i].end - words[i].start);
        g_assert_cmpstr(word, ==, expected[i]);
    }
    g_assert_cmpuint(dg_words(arena, segmenter, "", NULL, &words), ==, 0);
    g_assert_cmpuint(dg_words(arena, segmenter, NULL, NULL, &words), ==, 0);
    g_assert_cmpuint(dg_words(arena, segmenter, "\xFF\xFE a", "xx", &words), ==, 1);
    dg_segmenter_free(segmenter);
    dg_segmenter_free(NULL);
    dg_arena_free(arena);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/segment/sentences", test_sentences);
    g_test_add_func("/segment/words", test_words);
    return g_test_run();
}
