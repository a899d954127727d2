/* test-diff-script.c - src/diff/diff-script.c against a plain longest common subsequence, and diff-words.c */
#include "diff-internal.h"

#include <glib.h>
#include <string.h>

static size_t
longest_common(const uint32_t *a, size_t n, const uint32_t *b, size_t m)
{
    g_autofree size_t *table = g_new0(size_t, (n + 1) * (m + 1));
    for (size_t i = 1; i <= n; i++)
        for (size_t j = 1; j <= m; j++) {
            size_t up = table[(i - 1) * (m + 1) + j], left = table[i * (m + 1) + j - 1];
            table[i * (m + 1) + j] =
                a[i - 1] == b[j - 1] ? table[(i - 1) * (m + 1) + j - 1] + 1 : MAX(up, left);
        }
    return table[n * (m + 1) + m];
}

/* Walks the script through both sequences; returns how much is unchanged. */
static size_t
replay(const DgEdit *edits, size_t n_edits, const uint32_t *a, size_t n, const uint32_t *b,
       size_t m)
{
    size_t at[2] = {0, 0}, same = 0;
    for (size_t k = 0; k < n_edits; k++) {
        g_assert_cmpuint(edits[k].n, >, 0);
        for (size_t i = 0; i < edits[k].n; i++) {
            if (edits[k].change != DG_INSERTED)
                g_assert_cmpuint(edits[k].first[0] + i, ==, at[0]++);
            if (edits[k].change != DG_DELETED)
                g_assert_cmpuint(edits[k].first[1] + i, ==, at[1]++);
            if (edits[k].change == DG_UNCHANGED)
                g_assert_cmpuint(a[at[0] - 1], ==, b[at[1] - 1]);
        }
        same += edits[k].change == DG_UNCHANGED ? edits[k].n : 0;
    }
    g_assert_cmpuint(at[0], ==, n);
    g_assert_cmpuint(at[1], ==, m);
    return same;
}

static void
test_scripts_are_shortest(void)
{
    g_autoptr(GRand) draw = g_rand_new_with_seed(1986);
    for (int round = 0; round < 3000; round++) {
        DgArena *arena = dg_arena_new();
        uint32_t a[24], b[24];
        size_t n = (size_t)g_rand_int_range(draw, 0, 24), m = (size_t)g_rand_int_range(draw, 0, 24);
        int letters = g_rand_int_range(draw, 1, 6);
        for (size_t i = 0; i < n; i++)
            a[i] = (uint32_t)g_rand_int_range(draw, 0, letters);
        for (size_t j = 0; j < m; j++)
            b[j] = (uint32_t)g_rand_int_range(draw, 0, letters);
        DgEdit *edits;
        size_t n_edits = dg_script_make(arena, a, n, b, m, &edits);
        g_assert_cmpuint(replay(edits, n_edits, a, n, b, m), ==, longest_common(a, n, b, m));
        dg_arena_free(arena);
    }
}

/* Nothing in common, and too long to search: one replaces the other, at once. */
static void
test_wholly_different_sequences(void)
{
    enum { LONG = 200000 };
    DgArena *arena = dg_arena_new();
    g_autofree uint32_t *a = g_new(uint32_t, LONG), *b = g_new(uint32_t, LONG);
    for (uint32_t i = 0; i < LONG; i++) {
        a[i] = i;
        b[i] = i % 7 ? LONG + i : i;
    }
    DgEdit *edits;
    gint64 start = g_get_monotonic_time();
    size_t n = dg_script_make(arena, a, LONG, b, LONG, &edits);
    replay(edits, n, a, LONG, b, LONG);
    g_assert_cmpint(g_get_monotonic_time() - start, <, 5 * G_USEC_PER_SEC);
    dg_arena_free(arena);
}

static void
test_words(void)
{
    static const struct {
        const char *was, *is, *shown;
    } cases[] = {
        {"один два три", "один два три", "один два три"},
        {"один два три", "один 2 три", "один [два|2] три"},
        {"old brown fox", "new red fox", "[old brown|new red] fox"}, /* not word by word */
        {"мир, труд", "мир труд", "мир[,|] труд"},
        {"one two", "one, two", "one[|,] two"},
        {"", "new", "[|new]"},
        {"gone", "", "[gone|]"},
        {"", "", ""},
        {"a ¶ b", "a b", "a [¶ |]b"},
        {"наи́больший", "наибольший", "[наи́больший|наибольший]"},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        DgArena *arena = dg_arena_new();
        g_autoptr(GString) shown = g_string_new(NULL);
        DgDiffPiece *pieces;
        size_t n = dg_words_compare(arena, cases[i].was, cases[i].is, &pieces);
        for (size_t k = 0; k < n; k++) {
            bool after = k && pieces[k - 1].change == DG_DELETED;
            if (pieces[k].change == DG_UNCHANGED)
                g_string_append(shown, pieces[k].text);
            else if (pieces[k].change == DG_DELETED)
                g_string_append_printf(shown, "[%s|%s", pieces[k].text,
                                       k + 1 < n && pieces[k + 1].change == DG_INSERTED ? "" : "]");
            else
                g_string_append_printf(shown, "%s%s]", after ? "" : "[|", pieces[k].text);
        }
        g_assert_cmpstr(shown->str, ==, cases[i].shown);
        dg_arena_free(arena);
    }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/diff-script/shortest", test_scripts_are_shortest);
    g_test_add_func("/diff-script/different", test_wholly_different_sequences);
    g_test_add_func("/diff-words/pieces", test_words);
    return g_test_run();
}
