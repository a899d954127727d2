/* test-hyphenate.c - src/lang/hyphenate.c and src/lang/hyphens.c */
#include "diglot/lang.h"

#include <glib.h>
#include <string.h>

typedef struct {
    const char *language, *divided; /* "=" where it may be divided */
} Case;

static char *
divided(DgHyphens *hyphens, const char *word, const char *language)
{
    uint16_t offsets[64];
    size_t n = dg_hyphenate(hyphens, word, strlen(word), language, offsets, G_N_ELEMENTS(offsets));
    GString *out = g_string_new(word);
    for (size_t i = n; i-- > 0;)
        g_string_insert(out, offsets[i], "=");
    return g_string_free(out, FALSE);
}

static void
check(const Case *cases, size_t n)
{
    DgHyphens *hyphens = dg_hyphens_new();
    for (size_t i = 0; i < n; i++) {
        if (!dg_hyphens_has(hyphens, cases[i].language)) {
            g_test_skip_printf("no hyphenation dictionary for %s", cases[i].language);
            break;
        }
        g_auto(GStrv) pieces = g_strsplit(cases[i].divided, "=", -1);
        g_autofree char *word = g_strjoinv("", pieces);
        g_autofree char *found = divided(hyphens, word, cases[i].language);
        g_assert_cmpstr(found, ==, cases[i].divided);
    }
    dg_hyphens_free(hyphens);
}

static void
test_russian(void)
{
    static const Case cases[] = {
        {"ru", "ин=фор=ма=ци=он=ный"},
        {"ru", "«без=опас=ность»,"},
        {"ru", "Без=опас=ность"},
        {"ru", "подъ=езд"},
        {"ru", "май=ор"},
        {"ru", "объ=ём"},
        {"ru", "при=нёс"},
        {"ru", "ст"},
        {"ru", "взгляд"},
        {"ru", "ар=мия"},
        {"ru", "(ра=бо=та)!"},
    };
    check(cases, G_N_ELEMENTS(cases));
}

static void
test_english(void)
{
    static const Case cases[] = {
        {"en", "in=for=ma=tion"}, {"en", "“hy=phen=ation,”"}, {"en", "only"},
        {"en", "gov=ern=ment’s"}, {"en", "strengths"},        {"en-GB", "in=form=a=tion"},
    };
    check(cases, G_N_ELEMENTS(cases));
}

static void
test_what_is_not_divided(void)
{
    static const Case cases[] = {
        {"ru", "ГОСТ"},       {"ru", "ЮНЕСКО"},      {"ru", "COVID-19"},       {"ru", "участник2"},
        {"en", "McDonalds"},  {"en", "INFORMATION"}, {"ru", "инфopмaционный"}, {"ru", ""},
        {"ru", "кто-нибудь"}, {"ru", "из-за"},
    };
    check(cases, G_N_ELEMENTS(cases));
}

static void
test_parts_of_a_compound(void)
{
    static const Case cases[] = {
        {"ru", "на=учно-тех=ни=че=ский"},
        {"ru", "Санкт-Петер=бург"},
        {"ru", "по‑рус=ски"},
        {"ru", "12\u00A0сен=тяб=ря\u202F2024"},
        {"ru", "слово-фор=ма=ция"},
        {"en", "well-estab=lished"},
    };
    check(cases, G_N_ELEMENTS(cases));
}

static void
test_words_of_the_other_script(void)
{
    static const Case cases[] = {
        {"ru", "in=for=ma=tion"},
        {"en", "ин=фор=ма=ция"},
        {"ru", "web-при=ло=же=ние"},
    };
    check(cases, G_N_ELEMENTS(cases));
}

static void
test_marks_inside_the_word(void)
{
    static const Case cases[] = {
        {"ru", "при\u00AD=мер\u00AD=ный"},
        {"ru", "рай\u00AD=он"},
        {"ru", "ра\u0301=бо\u0301=та"},
    };
    check(cases, G_N_ELEMENTS(cases));
}

static void
test_letters_in_two_code_points(void)
{
    DgHyphens *hyphens = dg_hyphens_new();
    g_autofree char *composed = divided(hyphens, "войнами", "ru");
    g_autofree char *apart = divided(hyphens, "вои\u0306нами", "ru");
    g_assert_nonnull(strchr(apart, '='));
    g_auto(GStrv) left = g_strsplit(composed, "й", 2), right = g_strsplit(apart, "и\u0306", 2);
    g_assert_cmpstr(left[0], ==, right[0]);
    g_assert_cmpstr(left[1], ==, right[1]);
    dg_hyphens_free(hyphens);
}

static void
test_capacity_and_languages_without_dictionary(void)
{
    DgHyphens *hyphens = dg_hyphens_new();
    uint16_t offsets[2];
    const char *word = "информационный";
    g_assert_cmpuint(dg_hyphenate(hyphens, word, strlen(word), "ru", offsets, 2), ==, 2);
    g_assert_cmpuint(offsets[0], ==, strlen("ин"));
    g_assert_cmpuint(offsets[1], ==, strlen("инфор"));
    static const char *const unknown[] = {"xx", "qqq-QQ", "", "../../etc", "r", NULL};
    for (size_t i = 0; i < G_N_ELEMENTS(unknown); i++) {
        g_assert_false(dg_hyphens_has(hyphens, unknown[i]));
        g_assert_cmpuint(dg_hyphenate(hyphens, word, strlen(word), unknown[i], offsets, 2), ==, 0);
    }
    dg_hyphens_free(hyphens);
    dg_hyphens_free(NULL);
}

static void
test_hostile_words(void)
{
    DgHyphens *hyphens = dg_hyphens_new();
    GRand *random = g_rand_new_with_seed(3);
    static const char alphabet[] = "aeинформация-'\xCC\x81\xC2\xAD\xF0\x9F\x98\x80\xFF";
    for (int round = 0; round < 2000; round++) {
        char word[300];
        uint16_t offsets[40];
        size_t length = (size_t)g_rand_int_range(random, 0, sizeof word);
        for (size_t i = 0; i < length; i++)
            word[i] = alphabet[g_rand_int_range(random, 0, sizeof alphabet - 1)];
        size_t n = dg_hyphenate(hyphens, word, length, round % 2 ? "ru" : "en", offsets, 40);
        g_assert_cmpuint(n, <=, 40);
        for (size_t i = 0; i < n; i++) {
            g_assert_cmpuint(offsets[i], >, i ? offsets[i - 1] : 0);
            g_assert_cmpuint(offsets[i], <, length);
        }
    }
    g_rand_free(random);
    dg_hyphens_free(hyphens);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/hyphenate/russian", test_russian);
    g_test_add_func("/hyphenate/english", test_english);
    g_test_add_func("/hyphenate/none", test_what_is_not_divided);
    g_test_add_func("/hyphenate/compounds", test_parts_of_a_compound);
    g_test_add_func("/hyphenate/scripts", test_words_of_the_other_script);
    g_test_add_func("/hyphenate/marks", test_marks_inside_the_word);
    g_test_add_func("/hyphenate/composed", test_letters_in_two_code_points);
    g_test_add_func("/hyphenate/limits", test_capacity_and_languages_without_dictionary);
    g_test_add_func("/hyphenate/hostile", test_hostile_words);
    return g_test_run();
}
