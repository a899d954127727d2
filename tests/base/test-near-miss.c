/* test-near-miss.c - src/base/near-miss.c: a slip is guessed, a guess is not forced */
#include "diglot/diag.h"

#include <glib.h>

static void
test_near_misses(void)
{
    static const struct {
        const char *name, *nearest;
    } cases[] = {
        {"titel", "title"},
        {"tittle", "title"},
        {"ttile", "title"},
        {"Title", "title"},
        {"itme", "item"},
        {"items", "item"},
        {"prat", "part"},
        {"chapter", NULL},
        {"x", NULL},
        {"", NULL},
        {"an-element-whose-name-is-longer-than-any-that-is-known", NULL},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *nearest = dg_nearest_name(cases[i].name, "title part item slot ");
        g_assert_cmpstr(nearest, ==, cases[i].nearest);
    }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/base/near-misses", test_near_misses);
    return g_test_run();
}
