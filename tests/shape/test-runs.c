/* test-runs.c - src/shape/runs.c, collect.c: the glyphs of a line and the text that they stand for */
#include "typeset.h"

#define PLAIN SQUARE "hyphens: auto } p { text-indent: 0 }"

static void
test_one_run_for_one_node(void)
{
    Typeset t = typeset_new(PLAIN);
    DgNode *block = typeset_block(&t, "ab «Щ»");
    DgPar *par = typeset_par(&t, block, "ru");
    DgPlacedRun *runs = NULL;
    g_assert_cmpuint(typeset_runs(&t, par, 0, par->n_breaks - 1, &runs), ==, 1);
    const DgRun *run = runs[0].run;
    static const uint16_t clusters[] = {0, 1, 2, 3, 5, 7};
    g_assert_cmpuint(run->n_glyphs, ==, 6);
    for (size_t i = 0; i < 6; i++) {
        g_assert_cmpint(run->glyphs[i].cluster, ==, clusters[i]);
        g_assert_cmpint(run->glyphs[i].advance, ==, EM);
        g_assert_cmpint(run->glyphs[i].glyph, !=, 0);
    }
    g_assert_cmpint(run->width, ==, 6 * EM);
    g_assert_true(run->node == block->first);
    g_assert_false(run->generated || run->division);
    typeset_free(&t);
}

static void
test_the_space_at_the_end_hangs(void)
{
    Typeset t = typeset_new(PLAIN);
    DgPar *par = typeset_par(&t, typeset_block(&t, "ab cd"), "en");
    DgPlacedRun *runs = NULL;
    size_t n = dg_par_runs(t.arena, par, 0, 1, DG_PT(3), 0, 0, 0, NULL, NULL, &runs);
    g_assert_cmpuint(n, ==, 1);
    g_assert_cmpuint(runs[0].run->length, ==, 3);
    g_assert_cmpint(runs[0].run->glyphs[2].advance, ==, EM); /* not stretched */
    typeset_free(&t);
}

static void
test_justified_spaces_and_expansion(void)
{
    Typeset t = typeset_new(PLAIN);
    DgPar *par = typeset_par(&t, typeset_block(&t, "ab cd ef"), "en");
    DgPlacedRun *runs = NULL;
    dg_par_runs(t.arena, par, 0, 3, 100, 1, 15, 0, NULL, NULL, &runs);
    const DgRun *run = runs[0].run;
    g_assert_cmpint(run->glyphs[2].advance, ==, EM + 101);
    g_assert_cmpint(run->glyphs[5].advance, ==, EM + 100);
    g_assert_cmpint(run->expansion, ==, 15);
    g_assert_cmpint(run->width, ==, dg_len_scale(6 * EM, 1015, 1000) + 2 * EM + 201);
    typeset_free(&t);
}

static void
test_a_division(void)
{
    Typeset t = typeset_new(PLAIN);
    DgPar *par = typeset_par(&t,
                             typeset_block(&t, "abc\xC2\xAD"
                                               "def"),
                             "en");
    DgPlacedRun *first = NULL, *second = NULL;
    g_assert_cmpuint(typeset_runs(&t, par, 0, 1, &first), ==, 1);
    g_assert_cmpuint(typeset_runs(&t, par, 1, 2, &second), ==, 1);
    g_assert_true(first[0].run->division);
    g_assert_cmpmem(first[0].run->text, first[0].run->length, "abc", 3);
    g_assert_cmpuint(first[0].run->n_glyphs, ==, 4);
    g_assert_cmpint(first[0].run->glyphs[3].cluster, ==, 3);
    g_assert_false(second[0].run->division);
    g_assert_cmpmem(second[0].run->text, second[0].run->length, "def", 3);
    g_assert_cmpint(second[0].run->glyphs[0].cluster, ==, 0);
    typeset_free(&t);
}

static void
test_inline_nodes(void)
{
    Typeset t = typeset_new(PLAIN);
    DgNode *block = typeset_block(&t, "one ");
    DgNode *styled = typeset_styled(&t, block, DG_UNDERLINE, "two");
    typeset_inline(&t, styled, DG_LINK, " three ");
    dg_node_append(block, dg_text_new(t.arena, " four", DG_NOWHERE));
    DgPar *par = typeset_par(&t, block, "en");
    DgPlacedRun *runs = NULL;
    g_assert_cmpuint(typeset_runs(&t, par, 0, par->n_breaks - 1, &runs), ==, 4);
    g_assert_cmpmem(runs[2].run->text, runs[2].run->length, " three ", 7);
    g_assert_true(runs[1].run->underline && runs[2].run->underline);
    g_assert_false(runs[0].run->underline || runs[3].run->underline);
    g_assert_cmpint(runs[3].run->node->parent->kind, ==, DG_PARAGRAPH);
    g_assert_cmpint(runs[2].run->node->parent->kind, ==, DG_LINK);
    g_assert_cmpint(runs[3].x, ==, 14 * EM);
    typeset_free(&t);
}

static const char *
folio_seven(const void *folios, const DgNode *target)
{
    (void)target;
    return folios;
}

/* "Title ..... 7": dots on a grid from the right, the number flush right in the room of the sample. */
static void
test_leader_and_page_number(void)
{
    Typeset t = typeset_new(SQUARE "hyphens: none }");
    DgNode *block = typeset_block(&t, "Title ");
    typeset_inline(&t, block, DG_LEADER, NULL);
    typeset_inline(&t, block, DG_PAGE_NUMBER, NULL);
    DgPar *par = typeset_par(&t, block, "en");
    DgLen room = 24 * EM;
    DgPlacedRun *runs = NULL;
    g_assert_cmpuint(par->n_breaks, ==, 2);
    size_t n = dg_par_runs(t.arena, par, 0, 1, 0, 0, 0, room, folio_seven, "7", &runs);
    g_assert_cmpuint(n, ==, 3);
    g_assert_cmpint(runs[2].x + runs[2].run->width, ==, room);
    g_assert_cmpmem(runs[2].run->text, runs[2].run->length, "7", 1);
    g_assert_true(runs[1].run->generated && runs[2].run->generated);
    g_assert_cmpint(runs[1].run->n_glyphs, ==, 7); /* a pitch of 2 em between 5 + 1 and 24 - 3 */
    g_assert_cmpint((room - runs[1].x) % (2 * EM), ==, 0);
    g_assert_cmpint(runs[1].x + runs[1].run->width, <=, room - 3 * EM);
    g_assert_cmpuint(par->characters, ==, 5);
    typeset_free(&t);
}

static void
test_a_page_number_in_the_text(void)
{
    Typeset t = typeset_new(PLAIN);
    DgNode *block = typeset_block(&t, "see p.\xC2\xA0");
    typeset_inline(&t, block, DG_PAGE_NUMBER, NULL);
    dg_node_append(block, dg_text_new(t.arena, ".", DG_NOWHERE));
    DgPar *par = typeset_par(&t, block, "en");
    DgPlacedRun *runs = NULL;
    g_assert_cmpint(par->natural, ==, (7 + 3 + 1) * EM);
    size_t n = dg_par_runs(t.arena, par, 0, par->n_breaks - 1, 0, 0, 0, 0, NULL, NULL, &runs);
    g_assert_cmpuint(n, ==, 3);
    g_assert_cmpmem(runs[1].run->text, runs[1].run->length, "000", 3);
    typeset_free(&t);
}

/* ---- the text of runs is the text of the block ---- */

/* All lines as some breaker may choose them: every break is taken with one chance in three. */
static char *
text_of_random_lines(Typeset *t, const DgPar *par, GRand *random)
{
    GString *text = g_string_new(NULL);
    size_t first = 0;
    for (size_t i = 1; i < par->n_breaks; i++) {
        const DgBreak *b = &par->breaks[i];
        if (!b->forced && g_rand_int_range(random, 0, 3) > 0)
            continue;
        DgPlacedRun *runs = NULL;
        size_t n = typeset_runs(t, par, first, i, &runs);
        for (size_t j = 0; j < n; j++)
            if (!runs[j].run->generated)
                g_string_append_len(text, runs[j].run->text, (gssize)runs[j].run->length);
        if (b->forced && text->len && text->str[text->len - 1] != ' ')
            g_string_append_c(text, ' ');
        first = i;
    }
    return g_string_free(text, FALSE);
}

static DgNode *
random_block(Typeset *t, GRand *random)
{
    static const char *const pieces[] = {
        "слово ",
        "word",
        " ",
        "международная безопасность ",
        "well-known ",
        "№\xC2\xA0"
        "5",
        "«Щ»",
        ", ",
        "—",
        "\xC2\xA0— ",
        "https://example.org/a/b?c=d ",
        "\n\t",
        "1 302",
        "\xE2\x80\xAF%",
        "кто\xE2\x80\x91то",
        "COVID-19 ",
        "IT-форум ",
        "представительный",
    };
    static const DgStyling stylings[] = {DG_ITALIC, DG_BOLD, DG_UNDERLINE, DG_SUPERSCRIPT,
                                         DG_MONOSPACE};
    DgNode *block = typeset_block(t, "");
    for (int i = g_rand_int_range(random, 0, 20); i > 0; i--) {
        const char *piece = pieces[g_rand_int_range(random, 0, (int)G_N_ELEMENTS(pieces))];
        int choice = g_rand_int_range(random, 0, 12);
        if (choice < (int)G_N_ELEMENTS(stylings))
            typeset_styled(t, block, stylings[choice], piece);
        else if (choice == 5)
            typeset_inline(t, block, DG_BREAK, NULL);
        else
            dg_node_append(block, dg_text_new(t->arena, piece, DG_NOWHERE));
    }
    return block;
}

static void
test_runs_join_to_the_text(void)
{
    Typeset t = typeset_new(PLAIN);
    g_autoptr(GRand) random = g_rand_new_with_seed(7);
    for (int i = 0; i < 400; i++) {
        DgNode *block = random_block(&t, random);
        DgPar *par = typeset_par(&t, block, i % 2 ? "ru" : "en");
        g_autofree char *found = text_of_random_lines(&t, par, random);
        const char *wanted = dg_node_text(t.arena, block);
        g_assert_cmpstr(g_strchomp(found), ==, wanted);
        g_assert_cmpuint(par->characters, ==, (size_t)g_utf8_strlen(wanted, -1));
    }
    typeset_free(&t);
}

static void
test_uppercase(void)
{
    Typeset t = typeset_new(SQUARE "text-transform: uppercase }");
    DgPar *par = typeset_par(&t, typeset_block(&t, "Право и straße"), "ru");
    g_autofree char *text = typeset_text(&t, par, false);
    g_assert_cmpstr(text, ==, "ПРАВО И STRASSE");
    typeset_free(&t);
}

static void
test_single_runs(void)
{
    Typeset t = typeset_new(PLAIN);
    const DgFontStyle *font = &dg_style_block(t.style, DG_ROLE_FOLIO, "en")->font;
    DgRun *run = dg_run_make(t.shaper, t.arena, "И. И. Иванов", font, "ru", NULL);
    g_assert_cmpint(run->width, ==, 12 * EM);
    g_assert_cmpuint(run->n_glyphs, ==, 12);
    g_assert_null(run->node);
    DgRun *empty = dg_run_make(t.shaper, t.arena, "", font, "en", NULL);
    g_assert_cmpint(empty->width, ==, 0);
    g_assert_cmpuint(empty->n_glyphs, ==, 0);
    g_assert_cmpuint(dg_run_make(t.shaper, t.arena, NULL, font, NULL, NULL)->n_glyphs, ==, 0);
    typeset_free(&t);
}

static void
test_broken_utf8_is_set(void)
{
    Typeset t = typeset_new(PLAIN);
    DgPar *par = typeset_par(&t, typeset_block(&t, "a\xFF\xC3 b\xE2"), "en");
    g_autofree char *text = typeset_text(&t, par, false);
    g_assert_true(g_utf8_validate(text, -1, NULL));
    g_assert_true(g_str_has_prefix(text, "a"));
    typeset_free(&t);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/runs/one-node", test_one_run_for_one_node);
    g_test_add_func("/runs/hanging-space", test_the_space_at_the_end_hangs);
    g_test_add_func("/runs/justified", test_justified_spaces_and_expansion);
    g_test_add_func("/runs/division", test_a_division);
    g_test_add_func("/runs/inline", test_inline_nodes);
    g_test_add_func("/runs/leader", test_leader_and_page_number);
    g_test_add_func("/runs/page-number", test_a_page_number_in_the_text);
    g_test_add_func("/runs/text", test_runs_join_to_the_text);
    g_test_add_func("/runs/uppercase", test_uppercase);
    g_test_add_func("/runs/single", test_single_runs);
    g_test_add_func("/runs/broken-utf8", test_broken_utf8_is_set);
    return g_test_run();
}
