/* test-dates.c - src/lang/dates.c */
#include "diglot/lang.h"

#include <glib.h>

typedef struct {
    const char *language, *from, *to, *text; /* "·" stands for a no-break space */
} Case;

static void
test_dates(void)
{
    static const Case cases[] = {
        {"ru", "2024-09-16", NULL, "16·сентября 2024·г."},
        {"en", "2024-09-16", NULL, "16·September 2024"},
        {"ru", "2024-09-16T10:00", NULL, "16·сентября 2024·г."},
        {"ru", "2024-09", NULL, "сентябрь 2024·г."},
        {"en", "2024-09", NULL, "September 2024"},
        {"ru", "2024", NULL, "2024·г."},
        {"en", "2024", NULL, "2024"},
        {"ru", "2024-09-16", "2024-09-18", "16–18·сентября 2024·г."},
        {"en", "2024-09-16", "2024-09-18", "16–18·September 2024"},
        {"ru", "2024-09-16", "2024-09-16", "16·сентября 2024·г."},
        {"ru", "2024-09-30", "2024-10-02", "30·сентября·— 2·октября 2024·г."},
        {"en", "2024-09-30", "2024-10-02", "30·September·– 2·October 2024"},
        {"ru", "2024-12-30", "2025-01-02", "30·декабря 2024·г.·— 2·января 2025·г."},
        {"en", "2024-12-30", "2025-01-02", "30·December 2024·– 2·January 2025"},
        {"ru", "2024-05", "2024-08", "май—август 2024·г."},
        {"en", "2024-05", "2024-08", "May–August 2024"},
        {"ru", "2023-12", "2024-02", "декабрь 2023·г.·— февраль 2024·г."},
        {"ru", "2023", "2024", "2023–2024·гг."},
        {"en", "2023", "2024", "2023–2024"},
        {"ru", "2024-09", "2024-10-05", "сентябрь 2024·г.·— 5·октября 2024·г."},
        {"pt", "2024-09-16", NULL, "16 de setembro de 2024"},
        {"de", "2024-09", "2024-10", "September 2024·– Oktober 2024"},
        {NULL, "2024-09-16", NULL, "16·September 2024"},
        {"ru", "осень 2024 года", NULL, "осень 2024 года"},
        {"ru", "2024-13-01", NULL, "2024-13-01"},
        {"ru", "2023-02-29", NULL, "2023-02-29"},
        {"ru", "20240916", NULL, "20240916"},
        {"ru", "2024-9-1", NULL, "2024-9-1"},
        {"ru", "2024-09-16", "неясно", "16·сентября 2024·г."},
        {"ru", "", NULL, ""},
        {"ru", NULL, NULL, ""},
    };
    DgArena *arena = dg_arena_new();
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_auto(GStrv) pieces = g_strsplit(cases[i].text, "·", -1);
        g_autofree char *expected = g_strjoinv("\u00A0", pieces);
        const char *found = dg_date_text(arena, cases[i].from, cases[i].to, cases[i].language);
        g_assert_cmpstr(found, ==, expected);
    }
    dg_arena_free(arena);
}

static void
test_times(void)
{
    static const char *const cases[][2] = {
        {"2024-09-16T10:00", "10:00"},
        {"2024-09-16T09:05:30+03:00", "09:05"},
        {"2024-09-16T24:00", "24:00"},
        {"2024-09-16", NULL},
        {"2024-09-16T25:00", NULL},
        {"2024-09-16T10", NULL},
        {"Tuesday", NULL},
        {NULL, NULL},
    };
    DgArena *arena = dg_arena_new();
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++)
        g_assert_cmpstr(dg_time_text(arena, cases[i][0]), ==, cases[i][1]);
    dg_arena_free(arena);
}

static void
test_moments(void)
{
    static const struct {
        const char *iso, *zone;
        int days;
        const char *text;
    } cases[] = {
        {"2024-09-16T10:00", "Europe/Moscow", 0, "20240916T070000Z"},
        {"2024-12-31T23:30", "America/New_York", 0, "20250101T043000Z"},
        {"2024-09-16T10:00", NULL, 1, "20240917T100000Z"},
        {"2024-09-16T10:00Z", "Europe/Moscow", 0, "20240916T100000Z"},
        {"2024-09-16T10:00:30+05:30", "Europe/Moscow", 0, "20240916T043000Z"},
        {"2024-09-30", "Europe/Moscow", 1, "20241001"},
        {"2024-09", "Europe/Moscow", 0, NULL},
        {"", NULL, 0, NULL},
        {NULL, NULL, 0, NULL},
    };
    DgArena *arena = dg_arena_new();
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++)
        g_assert_cmpstr(dg_moment_text(arena, cases[i].iso, cases[i].zone, cases[i].days), ==,
                        cases[i].text);
    g_assert_true(dg_zone_is_known("Europe/Moscow"));
    g_assert_false(dg_zone_is_known("Europe/Moskva"));
    dg_arena_free(arena);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/dates/dates", test_dates);
    g_test_add_func("/dates/times", test_times);
    g_test_add_func("/dates/moments", test_moments);
    return g_test_run();
}
