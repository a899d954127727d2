/* test-typo-en.c - the English rules of src/lang/typo-*.c */
#include "typo-cases-internal.h"

static void
test_quotes(void)
{
    static const TypoCase cases[] = {
        {"a \"word\" here", "a “word” here"},
        {"\"He said \"yes\" to me\"", "“He said ‘yes’ to me”"},
        {"the «Труд» paper", "the “Труд” paper"},
        {"it's the dogs' '90s", "it’s the dogs’ ’90s"},
        {"a 'word' and rock 'n' roll", "a ‘word’ and rock ’n’ roll"},
        {"\"it's 'so', he\"", "“it’s ‘so’, he”"},
        {"a 5\" pipe", NULL},
        {"\"Goes on in the next paragraph.", "“Goes on in the next paragraph."},
        {"5'10\" tall", NULL},
    };
    static const TypoCase british[] = {
        {"a \"word\" here", "a ‘word’ here"},
        {"\"He said \"yes\" to me\"", "‘He said “yes” to me’"},
        {"‘He said “yes” to me’", NULL},
        {"'He said \"yes\" to me'", "‘He said “yes” to me’"},
        {"a word - another", "a word·– another"},
    };
    check_typo("en", cases, G_N_ELEMENTS(cases));
    check_typo("en-GB", british, G_N_ELEMENTS(british));
}

static void
test_dashes_and_ranges(void)
{
    static const TypoCase cases[] = {
        {"the forum - a success", "the forum—a success"},
        {"the forum – a success", "the forum—a success"},
        {"the forum--a success", "the forum—a success"},
        {"pp. 10-15, 2014-2018", "pp.·10–15, 2014–2018"},
        {"2-3 days, 16-18 September", "2–3 days, 16–18·September"},
        {"Boeing 737-800, COVID-19", NULL},
        {"x - y, 10 - 3", NULL},
        {"pre- and post-war", NULL},
        {"use --help or -v", NULL},
        {"- an item", NULL},
        {"below -5 degrees", "below −5 degrees"},
        {"a well-known e-mail", NULL},
    };
    check_typo("en", cases, G_N_ELEMENTS(cases));
}

static void
test_what_stays_together(void)
{
    static const TypoCase cases[] = {
        {"J.R. Smith, J. R. Smith, John R. Smith", "J.⍽R.·Smith, J.⍽R.·Smith, John R.·Smith"},
        {"the U.S. Government, Ph.D. Smith", NULL},
        {"5 kg, 5 %, 20 °C, 5 million", "5·kg, 5%, 20·°C, 5·million"},
        {"Fig. 2, No. 5, p. 7, Vol. II", "Fig.·2, No.·5, p.·7, Vol.·II"},
        {"Dr Smith, Prof. Jones, Mr. Brown", "Dr·Smith, Prof.·Jones, Mr.·Brown"},
        {"12 May 2026, May 12, 2026", "12·May 2026, May·12, 2026"},
        {"e. g. this, i. e. that", "e.g. this, i.e. that"},
        {"One.  Two ,  three", "One. Two, three"},
        {"wait...", "wait…"},
        {"I said no. Then", NULL},
    };
    check_typo("en", cases, G_N_ELEMENTS(cases));
}

static void
test_other_languages(void)
{
    static const TypoCase cases[] = {
        {"« mot » :  deux  mots - trois", "« mot » : deux mots - trois"},
    };
    check_typo("fr", cases, G_N_ELEMENTS(cases));
    check_typo(NULL, cases, G_N_ELEMENTS(cases));
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/typo-en/quotes", test_quotes);
    g_test_add_func("/typo-en/dashes", test_dashes_and_ranges);
    g_test_add_func("/typo-en/together", test_what_stays_together);
    g_test_add_func("/typo-en/others", test_other_languages);
    return g_test_run();
}
