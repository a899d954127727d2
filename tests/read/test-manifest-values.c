/* test-manifest-values.c - src/read/manifest-values.c, languages.c */
#include "read-internal.h"

static void
test_values(void)
{
    static const struct {
        ValueType type;
        const char *value;
        bool valid;
    } cases[] = {
        {VALUE_DATE, "2024", true},
        {VALUE_DATE, "2024-09", true},
        {VALUE_DATE, "2024-09-16", true},
        {VALUE_DATE, "2024-09-16T10:00", true},
        {VALUE_DATE, "2024-09-16T10:00:30+03:00", true},
        {VALUE_DATE, "2024-09-16T10:00Z", true},
        {VALUE_DATE, "", false},
        {VALUE_DATE, "16.09.2024", false},
        {VALUE_DATE, "2024-13", false},
        {VALUE_DATE, "2024-09-32", false},
        {VALUE_DATE, "2024-09-16T25:00", false},
        {VALUE_DATE, "2024-09-16 10:00", false},
        {VALUE_DATE, "2024-09-16T10:00Zulu", false},
        {VALUE_WORD, "forum-2024", true},
        {VALUE_WORD, "форум.1", true},
        {VALUE_WORD, "", false},
        {VALUE_WORD, "..", false},
        {VALUE_WORD, "a/b", false},
        {VALUE_WORD, "a b", false},
        {VALUE_LANGUAGE, "ru", true},
        {VALUE_LANGUAGE, "EN", true},
        {VALUE_LANGUAGE, "pt-BR", true},
        {VALUE_LANGUAGE, "sr-Cyrl-RS", true},
        {VALUE_LANGUAGE, "xx", false},
        {VALUE_LANGUAGE, "russian", false},
        {VALUE_LANGUAGE, "", false},
        {VALUE_LANGUAGE, "ru-", false},
        {VALUE_LANGUAGE, "r", false},
        {VALUE_ADDRESS, "https://example.org/a", true},
        {VALUE_ADDRESS, "ftp://example.org/", false},
        {VALUE_ADDRESS, "https://a b", false},
        {VALUE_PATH, "plenary/opening", true},
        {VALUE_PATH, "../x", false},
        {VALUE_PATH, "/etc/passwd", false},
        {VALUE_ORCID, "0000-0002-1825-0097", true},
        {VALUE_ORCID, "0000-0002-1694-233X", true},
        {VALUE_ORCID, "0000-0002-1825-00970", false},
        {VALUE_ORCID, "0000000218250097", false},
        {VALUE_ZONE, "Europe/Moscow", true},
        {VALUE_ZONE, "Moscow", false},
        {VALUE_ZONE, "", false},
        {VALUE_DUE, "due", true},
        {VALUE_DUE, "yes", false},
        {VALUE_LAYOUT, "columns", true},
        {VALUE_LAYOUT, "facing", true},
        {VALUE_LAYOUT, "sequence", true},
        {VALUE_LAYOUT, "inherit", false},
        {VALUE_LAYOUT, "", false},
        {VALUE_SYNC, "strict", true},
        {VALUE_SYNC, "free", true},
        {VALUE_SYNC, "Free", false},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_test_message("%s", cases[i].value);
        g_assert_cmpint(value_is_valid(cases[i].type, cases[i].value), ==, cases[i].valid);
    }
}

static void
test_examples_are_valid(void)
{
    for (int type = VALUE_WORD; type <= VALUE_SYNC; type++)
        if (type != VALUE_ADDRESS)
            g_assert_true(value_is_valid((ValueType)type, value_example((ValueType)type)));
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/read/manifest/values", test_values);
    g_test_add_func("/read/manifest/examples", test_examples_are_valid);
    return g_test_run();
}
