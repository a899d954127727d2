/* test-stem.c - src/lang/stem.c, and the tables of src/lang/sounds.c */
#include "diglot/lang.h"

#include <glib.h>
#include <string.h>

static void
test_stems(void)
{
    static const struct {
        const char *one, *other, *language;
    } cases[] = {
        {"безопасность", "безопасностью", "ru"},
        {"договоров", "договорами", "ru"},
        {"security", "securities", "en"},
        {"agreement", "agreements", "en-GB"},
        {"systems", "system", "ru"},   /* a Latin word of a Russian text is an English one */
        {"форума", "форумом", "en"},   /* and the other way round */
        {"verträge", "vertrag", "de"}, /* other languages are known, too */
    };
    DgStemmer *stemmer = dg_stemmer_new();
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *one = g_strdup(dg_stem(stemmer, cases[i].one, cases[i].language));
        g_assert_cmpstr(one, ==, dg_stem(stemmer, cases[i].other, cases[i].language));
        g_assert_cmpstr(one, !=, "");
    }
    g_assert_cmpstr(dg_stem(stemmer, "词", "zh"), ==, "词");
    g_assert_cmpstr(dg_stem(stemmer, "word", NULL), ==, "word");
    g_autofree char *endless = g_strnfill(5000, 'a');
    g_assert_true(dg_stem(stemmer, endless, "en") == endless);
    dg_stemmer_free(stemmer);
    dg_stemmer_free(NULL);
}

/* More languages than a volume has: the rest have no stemmer, and nothing breaks. */
static void
test_many_languages(void)
{
    DgStemmer *stemmer = dg_stemmer_new();
    for (char a = 'a'; a <= 'z'; a++) {
        char tag[] = {'x', a, '\0'};
        g_assert_cmpstr(dg_stem(stemmer, "words", tag), ==, "words");
    }
    dg_stemmer_free(stemmer);
}

/* What a script is given says the same as the function. */
static void
test_sound_tables(void)
{
    size_t n = 0;
    const DgSound *together = dg_sounds_together(&n);
    g_assert_cmpuint(strlen(dg_sounds_latin()), ==, 26);
    g_assert_cmpuint(strlen(dg_sounds_cyrillic()), ==, 32);
    for (size_t i = 0; i < n; i++) {
        char skeleton[16];
        g_assert_cmpuint(together[i].length, <=, strlen(together[i].letters));
        g_assert_cmpuint(dg_word_sounds(together[i].letters, skeleton, sizeof skeleton), >=, 1);
        g_assert_cmpint(skeleton[0], ==, together[i].sound);
    }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/stem/stems", test_stems);
    g_test_add_func("/stem/many-languages", test_many_languages);
    g_test_add_func("/stem/sound-tables", test_sound_tables);
    return g_test_run();
}
