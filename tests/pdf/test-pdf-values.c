/* test-pdf-values.c - src/pdf/pdf-values.c: how numbers, strings and names are written. */
#include "pdf-internal.h"

static void
test_numbers(void)
{
    static const struct {
        int64_t milli;
        const char *text;
    } cases[] = {
        {0, "0"},
        {1, ".001"},
        {-1, "-.001"},
        {10, ".01"},
        {100, ".1"},
        {999, ".999"},
        {1000, "1"},
        {-1000, "-1"},
        {12500, "12.5"},
        {-12050, "-12.05"},
        {100001, "100.001"},
        {595276, "595.276"},
        {INT64_C(14400000), "14400"},
        {INT64_MIN, "-9223372036854775.808"},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(GString) out = g_string_new(NULL);
        pdf_put_milli(out, cases[i].milli);
        g_assert_cmpstr(out->str, ==, cases[i].text);
    }
    g_assert_cmpint(pdf_milli(DG_PT(1)), ==, 1000);
    g_assert_cmpint(pdf_milli(-DG_PT(1) / 2), ==, -500);
    g_assert_cmpint(pdf_milli(1), ==, 1);
    g_assert_cmpint(pdf_whole_points(0), ==, 0);
    g_assert_cmpint(pdf_whole_points(1), ==, 1);
    g_assert_cmpint(pdf_whole_points(DG_PT(7)), ==, 7);
    g_assert_cmpint(pdf_whole_points(-DG_PT(7) + 1), ==, -6);
    g_assert_cmpint(pdf_whole_points(DG_LEN_MAX), ==, 20000);
}

static void
test_strings(void)
{
    static const struct {
        const char *text;
        const char *bytes;
        size_t size;
    } cases[] = {
        {"", "()", 2},
        {"a (b) \\", "(a \\(b\\) \\\\)", 12},
        {"Ж", "(\xFE\xFF\x04\x16)", 6},
        {"\U0001F600", "(\xFE\xFF\xD8\x3D\xDE\x00)", 8},
        {"\u0128", "(\xFE\xFF\x01\\()", 7}, /* a byte that looks like a parenthesis */
        {"\u010D", "(\xFE\xFF\x01\\r)", 7}, /* and one like a carriage return */
        {"\xFF", "(\xFE\xFF\xFF\xFD)", 6},  /* no UTF-8 */
        {"a\tb", "(\xFE\xFF\0a\0\t\0b)", 10},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(GString) out = g_string_new(NULL);
        pdf_put_string(out, cases[i].text);
        g_assert_cmpmem(out->str, out->len, cases[i].bytes, cases[i].size);
    }
}

static void
test_names(void)
{
    g_autoptr(GString) out = g_string_new(NULL);
    pdf_put_name(out, "PTSerif-Bold");
    pdf_put_name(out, "A b/#");
    g_assert_cmpstr(out->str, ==, "/PTSerif-Bold/A#20b#2F#23");
}

/* ISO 19005-2, 6.1.13: of what is longer the beginning is kept. */
static void
test_long_strings_and_names_are_cut(void)
{
    g_autoptr(GString) words = g_string_new(NULL), plain = g_string_new(NULL),
                       wide = g_string_new(NULL), name = g_string_new(NULL);
    for (int i = 0; i < 40000; i++)
        g_string_append(words, "я");
    pdf_put_string(wide, words->str);
    g_assert_cmpuint(wide->len, <=, 32767 + 2);
    g_assert_cmpuint(wide->len, >, 16000);
    memset(words->str, 'a', words->len);
    pdf_put_string(plain, words->str);
    g_assert_cmpuint(plain->len, ==, 32767 + 2);
    g_string_assign(words, "Ж");
    for (int i = 0; i < 70; i++)
        g_string_append(words, "жж");
    pdf_put_name(name, words->str);
    g_assert_cmpuint(name->len, <=, 1 + 3 * 127);
    g_assert_cmpuint((name->len - 1) % 6, ==, 0); /* whole characters */
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/pdf-values/numbers", test_numbers);
    g_test_add_func("/pdf-values/strings", test_strings);
    g_test_add_func("/pdf-values/names", test_names);
    g_test_add_func("/pdf-values/long", test_long_strings_and_names_are_cut);
    return g_test_run();
}
