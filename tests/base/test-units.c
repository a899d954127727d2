/* test-units.c - src/base/units.c */
#include "diglot/units.h"

#include <glib.h>

static const struct {
    const char *text;
    bool good;
    DgLen length;
} cases[] = {
    {"12.5pt", true, 12800},
    {"0", true, 0},
    {"0pt", true, 0},
    {"1in", true, 72 * 1024},
    {"25.4mm", true, 72 * 1024},
    {"1.5em", true, 15360},
    {"-2pt", true, -2048},
    {"2.54cm", true, 72 * 1024},
    {"1pc", true, 12 * 1024},
    {"96px", true, 72 * 1024},
    {"", false, 0},
    {"pt", false, 0},
    {"5", false, 0},
    {"5 pt", false, 0},
    {"1e99pt", false, 0},
    {"nanpt", false, 0},
    {"3furlong", false, 0},
};

static void
test_parse(void)
{
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        DgLen length = 0;
        bool good = dg_len_parse(cases[i].text, DG_PT(10), &length);
        g_test_message("%s", cases[i].text);
        g_assert_cmpint(good, ==, cases[i].good);
        if (good)
            g_assert_cmpint(length, ==, cases[i].length);
    }
}

static void
test_constants_agree(void)
{
    DgLen length = 0;
    g_assert_true(dg_len_parse("170mm", 0, &length));
    g_assert_cmpint(ABS(DG_MM(170) - length), <=, 1);
    g_assert_cmpint(DG_PT(72), ==, DG_MM(25.4));
}

static void
test_format(void)
{
    DgArena *arena = dg_arena_new();
    g_assert_cmpstr(dg_len_format(arena, 12800), ==, "12.5");
    g_assert_cmpstr(dg_len_format(arena, -512), ==, "-0.5");
    g_assert_cmpstr(dg_len_format(arena, 1), ==, "0.001");
    g_assert_cmpstr(dg_len_format(arena, 1024000), ==, "1000");
    g_assert_cmpstr(dg_len_format(arena, 0), ==, "0");
    dg_arena_free(arena);
}

static void
test_scale_rounds_to_the_nearest(void)
{
    g_assert_cmpint(dg_len_scale(10, 1, 4), ==, 3);
    g_assert_cmpint(dg_len_scale(-10, 1, 4), ==, -3);
    g_assert_cmpint(dg_len_scale(9, 1, 4), ==, 2);
    g_assert_cmpint(dg_len_scale(7, 100, 7), ==, 100);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/units/parse", test_parse);
    g_test_add_func("/units/constants", test_constants_agree);
    g_test_add_func("/units/format", test_format);
    g_test_add_func("/units/scale", test_scale_rounds_to_the_nearest);
    return g_test_run();
}
