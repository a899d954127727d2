/* test-language.c - src/lang/language.c and the table of src/lang/lexicon.c */
#include "diglot/lang.h"
#include "language-internal.h"
#include "lexicon-internal.h"

#include <glib.h>
#include <string.h>

static void
test_tags(void)
{
    g_assert_cmpint(language_of("ru"), ==, LANGUAGE_RUSSIAN);
    g_assert_cmpint(language_of("RU-ru"), ==, LANGUAGE_RUSSIAN);
    g_assert_cmpint(language_of("en-GB"), ==, LANGUAGE_ENGLISH);
    g_assert_cmpint(language_of("run"), ==, LANGUAGE_OTHER);
    g_assert_cmpint(language_of(""), ==, LANGUAGE_OTHER);
    g_assert_cmpint(language_of(NULL), ==, LANGUAGE_OTHER);
    g_assert_true(language_is_british("en-GB"));
    g_assert_true(language_is_british("en-gb-oed"));
    g_assert_false(language_is_british("en-GBR"));
    g_assert_false(language_is_british("en"));
}

static void
test_guess(void)
{
    g_assert_cmpstr(dg_guess_language("Форум INFOFORUM прошёл в Москве"), ==, "ru");
    g_assert_cmpstr(dg_guess_language("The word «форум» is Russian"), ==, "en");
    g_assert_null(dg_guess_language("2024 — 15 %"));
    g_assert_null(dg_guess_language(NULL));
    g_assert_null(dg_guess_language("\xFF\xD0"));
}

static void
test_guess_by_letters(void)
{
    g_assert_cmpstr(dg_guess_cyrillic("Її слова він пам'ятає досі"), ==, "uk");
    g_assert_cmpstr(dg_guess_cyrillic("ПОЇЗД ДО КИЄВА"), ==, "uk");
    g_assert_cmpstr(dg_guess_cyrillic("Ён быў у Мінску і гэта ўсё"), ==, "be");
    g_assert_cmpstr(dg_guess_cyrillic("Ђаци су већ у школи"), ==, "sr");
    g_assert_cmpstr(dg_guess_cyrillic("Ќе одам со ѓеврек"), ==, "mk");
    g_assert_null(dg_guess_cyrillic("Это русский текст: «Київ», «Її» и объём"));
    g_assert_null(dg_guess_cyrillic("Слово Київ"));
    g_assert_null(dg_guess_cyrillic("и въ семъ мірѣ былъ мір"));
    g_assert_null(dg_guess_cyrillic("Latin only"));
    g_assert_null(dg_guess_cyrillic(NULL));
    g_assert_null(dg_guess_cyrillic("\xFF\xD0"));
}

static bool
is(const char *word, unsigned flags)
{
    g_autofree gunichar2 *units = g_utf8_to_utf16(word, -1, NULL, NULL, NULL);
    size_t n = 0;
    while (units[n])
        n++;
    return lexicon_is(units, n, flags);
}

static void
test_words_are_found(void)
{
    g_assert_true(is("кг", UNIT));
    g_assert_true(is("МВт", UNIT));
    g_assert_false(is("мвт", UNIT));
    g_assert_false(is("Г", UNIT));
    g_assert_true(is("Рис", BEFORE_NUMBER));
    g_assert_true(is("pp", BEFORE_NUMBER));
    g_assert_true(is("В", SHORT_WORD));
    g_assert_false(is("вв", SHORT_WORD));
    g_assert_true(is("сентября", MONTH));
    g_assert_false(is("", UNIT));
    g_assert_false(is("словослишкомдлинное", UNIT));
}

/* The search halves the table: a row in the wrong place would hide others. */
static void
test_the_table_is_sorted(void)
{
    g_autofree char *path = g_build_filename(g_getenv("DIGLOT_DATA"), "src/lang/lexicon.c", NULL);
    g_autofree char *source = NULL;
    g_assert_true(g_file_get_contents(path, &source, NULL, NULL));
    g_autofree char *last = g_strdup("");
    size_t n = 0;
    for (char *row = strstr(source, "    {\""); row; row = strstr(row + 1, "    {\""), n++) {
        const char *word = row + strlen("    {\"");
        g_autofree char *next = g_strndup(word, strcspn(word, "\""));
        g_assert_cmpstr(last, <, next);
        g_free(g_steal_pointer(&last));
        last = g_steal_pointer(&next);
    }
    g_assert_cmpuint(n, >, 300);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/language/tags", test_tags);
    g_test_add_func("/language/guess", test_guess);
    g_test_add_func("/language/guess-by-letters", test_guess_by_letters);
    g_test_add_func("/language/lexicon", test_words_are_found);
    g_test_add_func("/language/sorted", test_the_table_is_sorted);
    return g_test_run();
}
