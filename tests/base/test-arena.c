/* test-arena.c - src/base/arena.c */
#include "diglot/arena.h"

#include <glib.h>
#include <string.h>

static void
test_memory_is_zeroed_and_aligned(void)
{
    DgArena *arena = dg_arena_new();
    for (size_t size = 0; size < 300000; size = size * 3 + 1) {
        char *piece = dg_arena_alloc(arena, size);
        g_assert_cmpuint((guintptr)piece % 16, ==, 0);
        for (size_t i = 0; i < size; i++)
            g_assert_cmpint(piece[i], ==, 0);
        memset(piece, 0xAA, size);
    }
    dg_arena_free(arena);
}

static void
test_an_array_grows(void)
{
    DgArena *arena = dg_arena_new();
    int *numbers = NULL;
    size_t n = 0;
    for (int i = 0; i < 1000; i++)
        DG_APPEND(arena, numbers, n, i * i);
    g_assert_cmpuint(n, ==, 1000);
    for (int i = 0; i < 1000; i++)
        g_assert_cmpint(numbers[i], ==, i * i);
    dg_arena_free(arena);
}

static void
test_strings(void)
{
    DgArena *arena = dg_arena_new();
    g_assert_null(dg_arena_strdup(arena, NULL));
    g_assert_cmpstr(dg_arena_strndup(arena, "форум", 4), ==, "фо");
    g_assert_cmpstr(dg_arena_printf(arena, "%d–%d", 5, 7), ==, "5–7");
    dg_arena_free(arena);
    dg_arena_free(NULL);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/arena/zeroed", test_memory_is_zeroed_and_aligned);
    g_test_add_func("/arena/grow", test_an_array_grows);
    g_test_add_func("/arena/strings", test_strings);
    return g_test_run();
}
