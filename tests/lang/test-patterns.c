/* test-patterns.c - src/lang/patterns.c */
#include "hyphens-internal.h"

#include <glib.h>
#include <string.h>

static void
expect(const char *text, const char *prepared)
{
    g_autofree char *found = patterns_prepare(text, strlen(text));
    g_assert_cmpstr(found, ==, prepared);
}

/* "abc" passes over "ab", where the pattern "1b" ends. */
static void
test_patterns_inside_patterns_are_united(void)
{
    expect("UTF-8\n1b\nab2c\n", "UTF-8\n1b\na1b\nab2c\n");
    expect("UTF-8\n1bc\nab2c\n.a4\n", "UTF-8\n1bc\na1b2c\n.a4\n");
    expect("UTF-8\nLEFTHYPHENMIN 2\n% a comment\n1b\r\nab2c\n",
           "UTF-8\nLEFTHYPHENMIN 2\n1b\na1b\nab2c\n");
}

static void
test_complete_files_stay(void)
{
    expect("UTF-8\n1b\na1b\nab2c\n", "UTF-8\n1b\na1b\nab2c\n");
    expect("UTF-8\n1b\nab2c\nab1c/b=c,2,2\n", "UTF-8\n1b\nab2c\nab1c/b=c,2,2\n");
    expect("", NULL);
}

static void
test_other_encodings_become_utf8(void)
{
    expect("KOI8-R\n1\xC2\n\xC1\xC2"
           "2\xD7\n",
           "UTF-8\n1б\nа1б\nаб2в\n");
    expect("NO-SUCH\n1b\n", NULL);
    expect("UTF-8\n1\xFF\n", NULL);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/patterns/united", test_patterns_inside_patterns_are_united);
    g_test_add_func("/patterns/complete", test_complete_files_stay);
    g_test_add_func("/patterns/encodings", test_other_encodings_become_utf8);
    return g_test_run();
}
