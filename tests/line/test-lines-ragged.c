/* test-lines-ragged.c - src/line/lines.c, justify.c: titles, ragged text and entries of the contents */
#include "line-maker.h"

static void
test_alignments(void)
{
    static const struct {
        const char *css;
        DgLen first, last; /* x of the first and last line, in ems */
    } cases[] = {
        {"text-align: left", 0, 0},
        {"text-align: right", 2, 8},
        {"text-align: justify; text-align-last: right", 0, 8},
        {"text-align: justify; text-align-last: center", 0, 4},
        {"text-align: left; margin-left: 2em; margin-right: 0", 2, 2},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *css =
            g_strconcat(SQUARE "} p { text-indent: 0; ", cases[i].css, " }", NULL);
        Typeset t = typeset_new(css);
        DgLen measure = i == 4 ? 12 * EM : 10 * EM;
        DgLines *lines = lines_of(&t, "aaaa bbb cc", "en", measure);
        g_test_message("%s", cases[i].css);
        g_assert_cmpint(best_of(lines)->n_lines, ==, 2);
        g_assert_cmpint(best_of(lines)->lines[0].x, ==, cases[i].first * EM);
        g_assert_cmpint(best_of(lines)->lines[1].x, ==, cases[i].last * EM);
        typeset_free(&t);
    }
}

static void
test_headings_are_balanced_and_keep_small_words(void)
{
    Typeset t = typeset_new(
        SQUARE
        "} h1 { text-align: left; hyphens: none; font-size: 10pt } p { text-align: center }");
    DgNode *heading = dg_block_new(t.arena, DG_HEADING, DG_ROLE_H1, "Развитие в праве", DG_NOWHERE);
    DgLines *lines = dg_lines_break(t.arena, t.diags, typeset_par(&t, heading, "ru"), 12 * EM);
    g_assert_cmpint(lines->n_variants, ==, 1);
    g_assert_cmpint(best_of(lines)->n_lines, ==, 2);
    g_assert_cmpstr(line_text(&t, lines, 0), ==, "Развитие");
    g_assert_cmpstr(line_text(&t, lines, 1), ==, "в праве");
    lines = lines_of(&t, "aaaa aaaa aaaa aaaa", "en", 15 * EM);
    g_assert_cmpstr(line_text(&t, lines, 0), ==, "aaaa aaaa");
    g_assert_cmpint(best_of(lines)->lines[0].x, ==, 3 * EM);
    typeset_free(&t);
}

/* The lines of a title or a ragged text, joined by bars. */
static char *
set_lines(Typeset *t, DgNode *block, const char *language, DgLen measure)
{
    DgLines *lines = dg_lines_break(t->arena, t->diags, typeset_par(t, block, language), measure);
    GString *text = g_string_new(line_text(t, lines, 0));
    for (int i = 1; i < best_of(lines)->n_lines; i++)
        g_string_append_printf(text, "|%s", line_text(t, lines, i));
    char *kept = dg_arena_strdup(t->arena, text->str);
    g_string_free(text, TRUE);
    return kept;
}

static void
test_lines_that_are_not_justified_begin_with_prepositions(void)
{
    static const struct {
        DgKind kind;
        DgRole role;
        int measure; /* em */
        const char *language, *lines;
    } cases[] = {
        {DG_HEADING, DG_ROLE_H1, 20, "ru", "Форум ШОС|по безопасности"},
        {DG_HEADING, DG_ROLE_H1, 24, "ru", "Договоренности|между государствами"},
        {DG_HEADING, DG_ROLE_H1, 20, "en", "A sample|of the edition"},
        {DG_HEADING, DG_ROLE_H1, 24, "en", "Ensuring equality|among the states"},
        {DG_HEADING, DG_ROLE_H1, 20, "en", "Panel A|cooperation of"}, /* the letter of a list */
        {DG_HEADING, DG_ROLE_H1, 24, "en", "The forum of 2024:|a sample edition"},
        {DG_HEADING, DG_ROLE_H1, 14, "en", "aaaaaaa:|bb cccc dddd"},
        {DG_HEADING, DG_ROLE_H1, 14, "en", "aaaaaaa bb|cccc ddddd"},
        {DG_HEADING, DG_ROLE_H1, 26, "en", "The first, the second|and the third talk"},
        {DG_PARAGRAPH, DG_ROLE_P, 20, "en", "He is the director|of the department|of it"},
        {DG_PARAGRAPH, DG_ROLE_P, 10, "en", "Says it:|A rather|big"},
        {DG_PARAGRAPH, DG_ROLE_P, 20, "ru", "Он был директором|или секретарем"},
    };
    Typeset t = typeset_new(SQUARE "} h1 { text-align: left; hyphens: none; font-size: 10pt } "
                                   "p { text-align: left }");
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *text = g_strdelimit(g_strdup(cases[i].lines), "|", ' ');
        DgNode *block = dg_block_new(t.arena, cases[i].kind, cases[i].role, text, DG_NOWHERE);
        g_assert_cmpstr(set_lines(&t, block, cases[i].language, cases[i].measure * EM), ==,
                        cases[i].lines);
    }
    typeset_free(&t);
}

static void
test_leaders_are_not_justified(void)
{
    Typeset t =
        typeset_new(SQUARE "hyphens: none } p { text-indent: 0; text-align-last: justify }");
    DgNode *block = typeset_block(&t, "aaaa bbbb");
    typeset_inline(&t, block, DG_LEADER, NULL);
    typeset_inline(&t, block, DG_PAGE_NUMBER, NULL);
    DgLines *lines = dg_lines_break(t.arena, t.diags, typeset_par(&t, block, "en"), 30 * EM);
    g_assert_cmpint(best_of(lines)->n_lines, ==, 1);
    g_assert_cmpint(best_of(lines)->lines[0].space_add, ==, 0);
    g_assert_cmpint(line_end(&t, lines, best_of(lines)->lines), ==, 30 * EM);
    typeset_free(&t);
}

/* "Some talk held it up / today ..... 7" would leave a word alone before the dots. */
static void
test_no_word_alone_before_the_dots(void)
{
    Typeset t = typeset_new(SQUARE "text-align: left; hyphens: none } p { text-indent: 0 }");
    DgNode *block = typeset_block(&t, "Some talk held it up today");
    typeset_inline(&t, block, DG_LEADER, NULL);
    typeset_inline(&t, block, DG_PAGE_NUMBER, NULL);
    DgLines *lines = dg_lines_break(t.arena, t.diags, typeset_par(&t, block, "en"), 20 * EM);
    g_assert_cmpint(best_of(lines)->n_lines, ==, 2);
    g_assert_cmpstr(line_text(&t, lines, 0), ==, "Some talk held it");
    typeset_free(&t);
}

/* The lines above its dots are as long as they are. */
static void
test_a_line_of_the_contents_is_not_justified(void)
{
    Typeset t = typeset_new(JUSTIFIED);
    DgNode *block = typeset_block(&t, "aaaa bbbb cccccccccccccc ddd");
    typeset_inline(&t, block, DG_LEADER, NULL);
    DgLines *lines = dg_lines_break(t.arena, t.diags, typeset_par(&t, block, "en"), 24 * EM);
    g_assert_cmpint(lines->n_variants, ==, 1);
    g_assert_cmpint(best_of(lines)->n_lines, ==, 2);
    g_assert_false(best_of(lines)->lines[0].justified);
    g_assert_cmpint(best_of(lines)->lines[0].ratio, ==, 1000);
    typeset_free(&t);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/lines/alignments", test_alignments);
    g_test_add_func("/lines/headings", test_headings_are_balanced_and_keep_small_words);
    g_test_add_func("/lines/leading-words",
                    test_lines_that_are_not_justified_begin_with_prepositions);
    g_test_add_func("/lines/leaders", test_leaders_are_not_justified);
    g_test_add_func("/lines/alone", test_no_word_alone_before_the_dots);
    g_test_add_func("/lines/contents-ragged", test_a_line_of_the_contents_is_not_justified);
    return g_test_run();
}
