/* test-diag.c - src/base/diag.c and the table of messages */
#include "diglot/diag.h"

#include <glib.h>
#include <string.h>

static void
test_a_message_is_worded_in_both_languages(void)
{
    DgArena *arena = dg_arena_new();
    DgDiags *diags = dg_diags_new(arena);
    dg_diag(diags, DG_VOLUME_ELEMENT, (DgPos){"volume.xml", 3, 5}, "titel", "volume", "title",
            NULL);
    const DgDiag *sorted = NULL;
    g_assert_cmpuint(dg_diags_sorted(arena, diags, &sorted), ==, 1);
    g_assert_cmpstr(dg_diag_message(arena, sorted, "en"), ==,
                    "element <titel> is not known in <volume>");
    g_assert_cmpstr(dg_diag_message(arena, sorted, "ru"), ==,
                    "элемент <titel> в <volume> не предусмотрен");
    g_assert_cmpstr(dg_diag_hint(arena, sorted, "en"), ==, "did you mean <title>?");
    g_assert_cmpstr(dg_code_name(sorted->code), ==, "volume.invalid");
    dg_arena_free(arena);
}

static void
test_a_hint_without_its_argument_is_left_out(void)
{
    DgArena *arena = dg_arena_new();
    DgDiags *diags = dg_diags_new(arena);
    dg_diag(diags, DG_VOLUME_ELEMENT, DG_NOWHERE, "qqq", "volume", NULL);
    const DgDiag *sorted = NULL;
    dg_diags_sorted(arena, diags, &sorted);
    g_assert_null(dg_diag_hint(arena, sorted, "en"));
    dg_arena_free(arena);
}

static void
test_order_and_repetition(void)
{
    DgArena *arena = dg_arena_new();
    DgDiags *diags = dg_diags_new(arena);
    dg_diag(diags, DG_JATS_UNKNOWN, (DgPos){"b.xml", 9, 1}, "x", "p", NULL);
    dg_diag(diags, DG_JATS_UNKNOWN, (DgPos){"a.xml", 5, 1}, "x", "p", NULL);
    dg_diag(diags, DG_JATS_UNKNOWN, (DgPos){"b.xml", 2, 7}, "x", "p", NULL);
    dg_diag(diags, DG_JATS_UNKNOWN, (DgPos){"b.xml", 2, 7}, "x", "p", NULL);
    const DgDiag *sorted = NULL;
    g_assert_cmpuint(dg_diags_sorted(arena, diags, &sorted), ==, 3);
    g_assert_cmpstr(sorted[0].pos.file, ==, "b.xml");
    g_assert_cmpint(sorted[0].pos.line, ==, 2);
    g_assert_cmpint(sorted[1].pos.line, ==, 9);
    g_assert_cmpstr(sorted[2].pos.file, ==, "a.xml");
    g_assert_cmpint(dg_diags_worst(diags), ==, DG_WARNING);
    dg_arena_free(arena);
}

static void
test_messages_are_utf8_whatever_they_quote(void)
{
    DgArena *arena = dg_arena_new();
    DgDiags *diags = dg_diags_new(arena);
    for (int round = 0; round < 2; round++)
        dg_diag(diags, DG_XML_MALFORMED, (DgPos){"\xFF.xml", 1, 1}, "near \xFD", NULL);
    const DgDiag *sorted = NULL;
    g_assert_cmpuint(dg_diags_sorted(arena, diags, &sorted), >=, 1);
    g_assert_true(g_utf8_validate(sorted->pos.file, -1, NULL));
    g_assert_true(g_utf8_validate(dg_diag_message(arena, sorted, "en"), -1, NULL));
    dg_arena_free(arena);
}

static int
highest_argument(const char *text)
{
    int highest = 0;
    for (const char *s = strchr(text, '{'); s; s = strchr(s + 1, '{'))
        if (s[1] >= '1' && s[1] <= '9' && (s[2] == '}' || s[2] == ','))
            highest = MAX(highest, s[1] - '0');
    return highest;
}

static void
test_both_languages_take_the_same_arguments(void)
{
#define DG_MESSAGE(id, name, severity, english, russian, hint_english, hint_russian)               \
    g_test_message("%s", name);                                                                    \
    if (id != DG_PDF_RULE) /* which is told its wording in both languages */                       \
        g_assert_cmpint(highest_argument(english), ==, highest_argument(russian));                 \
    g_assert_cmpint(highest_argument(hint_english), ==, highest_argument(hint_russian));           \
    g_assert_cmpint(*hint_english == '\0', ==, *hint_russian == '\0');                             \
    g_assert_nonnull(strchr(name, '.'));
#include "diglot/diag-codes.h"
#undef DG_MESSAGE
}

/* Russian has a decimal comma, in measures alone. */
static void
test_measures(void)
{
    DgArena *arena = dg_arena_new();
    DgDiags *diags = dg_diags_new(arena);
    const DgDiag *sorted;
    dg_diag(diags, DG_PRINT_SPINE, DG_NOWHERE, "5.75", "48", "0.12", NULL);
    g_assert_cmpuint(dg_diags_sorted(arena, diags, &sorted), ==, 1);
    g_assert_nonnull(strstr(dg_diag_message(arena, &sorted[0], "en"), "5.75 mm wide: 48 leaves"));
    g_assert_nonnull(strstr(dg_diag_message(arena, &sorted[0], "ru"), "5,75 мм (листов: 48,"));
    dg_arena_free(arena);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/diag/wording", test_a_message_is_worded_in_both_languages);
    g_test_add_func("/diag/measures", test_measures);
    g_test_add_func("/diag/hint", test_a_hint_without_its_argument_is_left_out);
    g_test_add_func("/diag/order", test_order_and_repetition);
    g_test_add_func("/diag/utf8", test_messages_are_utf8_whatever_they_quote);
    g_test_add_func("/diag/table", test_both_languages_take_the_same_arguments);
    return g_test_run();
}
