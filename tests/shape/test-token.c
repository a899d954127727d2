/* test-token.c - src/shape/token.c, place-break.c: words, spaces and places where a line may end.
 * In the square font a text's width is its number of characters. */
#include "typeset.h"

#define PLAIN SQUARE "hyphens: auto } p { text-indent: 0 } h1 { hyphens: none; text-align: left }"

/* The places as text: "|" a space, "-" a division, "/" another break, "!" forced. */
static char *
places(const DgPar *par)
{
    GString *text = g_string_new(NULL);
    for (size_t i = 1; i < par->n_breaks; i++) {
        const DgBreak *b = &par->breaks[i];
        char sign = b->forced ? '!' : b->hyphen ? '-' : b->gap ? '|' : '/';
        g_string_append_printf(text, "%s%d%c", i > 1 ? " " : "", (int)(b->before / EM), sign);
    }
    return g_string_free(text, FALSE);
}

static const struct {
    const char *language, *text, *places;
} cases[] = {
    {"en", "one two", "3| 7!"},
    {"en", "  one \n\t two  ", "3| 7!"},
    {"en",
     "a\xC2\xA0"
     "b c",
     "3| 5!"},                                    /* no break at U+00A0 */
    {"en", "one two\xE2\x80\x89three", "3| 13!"}, /* U+2009 belongs to the word */
    {"en",
     "abc\xC2\xAD"
     "def",
     "4- 6!"}, /* a soft hyphen overrides the patterns */
    {"en",
     "abc\xE2\x80\x8B"
     "def",
     "3/ 6!"},                              /* U+200B */
    {"en", "well\xE2\x80\x91known", "10!"}, /* U+2011 does not break */
    {"en", "", "0!"},
    {"en", "   ", "0!"},
};

static void
test_places(void)
{
    Typeset t = typeset_new(PLAIN);
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        DgPar *par = typeset_par(&t, typeset_block(&t, cases[i].text), cases[i].language);
        g_autofree char *found = places(par);
        g_test_message("%s", cases[i].text);
        g_assert_cmpstr(found, ==, cases[i].places);
    }
    typeset_free(&t);
}

static void
test_widths_are_differences(void)
{
    Typeset t = typeset_new(PLAIN);
    DgPar *par = typeset_par(&t, typeset_block(&t, "aaa bbbb cc"), "en");
    const DgBreak *b = par->breaks;
    g_assert_cmpuint(par->n_breaks, ==, 4);
    g_assert_cmpint(par->natural, ==, 11 * EM);
    g_assert_cmpint(par->space, ==, EM);
    g_assert_cmpint(dg_stretch_width(&b[0], &b[1]), ==, 3 * EM);
    g_assert_cmpint(dg_stretch_width(&b[1], &b[2]), ==, 4 * EM);
    g_assert_cmpint(dg_stretch_width(&b[1], &b[3]), ==, 7 * EM);
    g_assert_cmpint(dg_stretch_glyphs(&b[1], &b[3]), ==, 6 * EM);
    g_assert_cmpint(dg_stretch_spaces(&b[1], &b[3]), ==, 1);
    g_assert_cmpint(dg_par_spaces(par, 0, 3), ==, 2);
    typeset_free(&t);
}

static void
test_a_division_is_measured_with_its_hyphen(void)
{
    Typeset t = typeset_new(PLAIN);
    DgPar *par = typeset_par(&t,
                             typeset_block(&t, "и abc\xC2\xAD"
                                               "def"),
                             "ru");
    const DgBreak *b = par->breaks;
    g_assert_cmpuint(par->n_breaks, ==, 4);
    g_assert_true(b[2].hyphen);
    g_assert_cmpint(dg_stretch_width(&b[0], &b[2]), ==, 6 * EM);
    g_assert_cmpint(dg_stretch_width(&b[2], &b[3]), ==, 3 * EM);
    g_assert_cmpint(dg_stretch_width(&b[0], &b[3]), ==, 8 * EM);
    g_assert_cmpint(dg_stretch_glyphs(&b[0], &b[3]), ==, 7 * EM);
    g_assert_cmpint(dg_stretch_glyphs(&b[2], &b[3]), ==, 3 * EM);
    typeset_free(&t);
}

static void
test_penalties(void)
{
    Typeset t = typeset_new(PLAIN);
    DgPar *par = typeset_par(&t, typeset_block(&t, "это и то самое"), "ru");
    g_assert_cmpint(par->breaks[1].penalty, ==, 0);
    g_assert_cmpint(par->breaks[2].penalty, >, 0); /* behind «и» */
    g_assert_cmpint(par->breaks[par->n_breaks - 1].penalty, ==, DG_PENALTY_FORCED);
    DgNode *heading = dg_block_new(t.arena, DG_HEADING, DG_ROLE_H1, "Новое в праве", DG_NOWHERE);
    DgPar *title = typeset_par(&t, heading, "ru");
    g_assert_cmpint(title->breaks[1].penalty, <, 1000);
    g_assert_cmpint(title->breaks[2].penalty, >,
                    1000); /* a heading's line never ends in a preposition */
    DgPar *last = typeset_par(&t,
                              typeset_block(&t, "abc\xC2\xAD"
                                                "def abc\xC2\xAD"
                                                "def"),
                              "en");
    g_assert_cmpint(last->breaks[1].penalty, <,
                    last->breaks[3].penalty); /* the last word stays whole */
    typeset_free(&t);
}

static void
test_notes_and_their_marks(void)
{
    Typeset t = typeset_new(PLAIN);
    DgNode *block = typeset_block(&t, "word"), *notes[2];
    for (int i = 0; i < 2; i++) {
        notes[i] = dg_node_new(t.arena, DG_NOTE, DG_NOWHERE);
        notes[i]->label = i ? "2" : "1";
        typeset_inline(&t, block, DG_NOTE_MARK, NULL)->as.note_mark.note = notes[i];
    }
    dg_node_append(block, dg_text_new(t.arena, " more", DG_NOWHERE));
    DgNode *again = typeset_inline(&t, block, DG_NOTE_MARK, NULL);
    again->as.note_mark.note = notes[0];
    again->as.note_mark.repeated = true;
    DgPar *par = typeset_par(&t, block, "en");
    g_assert_cmpuint(par->n_notes, ==, 2);
    g_assert_true(par->notes[0] == notes[0] && par->notes[1] == notes[1]);
    g_assert_cmpuint(par->note_breaks[0], ==, 1); /* the mark is glued to its word */
    g_assert_cmpuint(par->note_breaks[1], ==, 1);
    g_assert_cmpuint(par->n_breaks, ==, 3);
    g_assert_cmpuint(par->characters, ==, strlen("word more"));
    g_autofree char *text = typeset_text(&t, par, true);
    g_assert_cmpstr(text, ==, "word{1}{,2} more{1}");
    typeset_free(&t);
}

static void
test_forced_breaks(void)
{
    Typeset t = typeset_new(PLAIN);
    DgNode *block = typeset_block(&t, "one ");
    typeset_inline(&t, block, DG_BREAK, NULL);
    typeset_inline(&t, block, DG_BREAK, NULL);
    dg_node_append(block, dg_text_new(t.arena, " two", DG_NOWHERE));
    DgPar *par = typeset_par(&t, block, "en");
    g_autofree char *found = places(par);
    g_assert_cmpstr(found, ==, "3! 3! 6!");
    DgPlacedRun *runs = NULL;
    g_assert_cmpuint(typeset_runs(&t, par, 1, 2, &runs), ==, 0);
    g_assert_cmpuint(typeset_runs(&t, par, 2, 3, &runs), ==, 1);
    g_assert_cmpint(runs[0].run->width, ==, 3 * EM);
    typeset_free(&t);
}

static void
test_code_keeps_its_spaces(void)
{
    Typeset t = typeset_new(PLAIN);
    DgNode *block =
        dg_block_new(t.arena, DG_CODE, DG_ROLE_CODE, "if x:\n    y = 1\n\tz\n", DG_NOWHERE);
    DgPar *par = typeset_par(&t, block, "en");
    size_t forced[4], n = 0;
    for (size_t i = 1; i < par->n_breaks; i++)
        if (par->breaks[i].forced)
            forced[n++] = i;
    g_assert_cmpuint(n, ==, 3);
    g_assert_cmpint(dg_stretch_width(&par->breaks[0], &par->breaks[forced[0]]), ==, 5 * EM);
    g_assert_cmpint(dg_stretch_width(&par->breaks[forced[0]], &par->breaks[forced[1]]), ==, 9 * EM);
    g_assert_cmpint(dg_stretch_width(&par->breaks[forced[1]], &par->breaks[forced[2]]), ==, 9 * EM);
    g_assert_cmpint(dg_par_spaces(par, 0, par->n_breaks - 1), ==, 0); /* none stretches */
    typeset_free(&t);
}

static void
test_the_dash_of_speech_keeps_its_distance(void)
{
    Typeset t = typeset_new(PLAIN);
    DgPar *speech = typeset_par(&t, typeset_block(&t, "—\xC2\xA0Да, да"), "ru");
    g_assert_cmpint(dg_par_spaces(speech, 0, speech->n_breaks - 1), ==, 1);
    DgPar *other = typeset_par(&t, typeset_block(&t, "в\xC2\xA0год, да"), "ru");
    g_assert_cmpint(dg_par_spaces(other, 0, other->n_breaks - 1), ==, 2);
    typeset_free(&t);
}

static void
test_a_label_leads(void)
{
    Typeset t = typeset_new(PLAIN);
    DgNode *block = typeset_block(&t, " text of it"),
           *owner = dg_node_new(t.arena, DG_LIST_ITEM, DG_NOWHERE);
    DgPar *par =
        dg_par_make(t.shaper, block, dg_style_block(t.style, DG_ROLE_P, "en"), "en", "1.", owner);
    g_autofree char *text = typeset_text(&t, par, true);
    g_assert_cmpstr(text, ==, "{1. }text of it");
    g_autofree char *found = places(par);
    g_assert_cmpstr(found, ==, "7| 10| 13!");
    g_assert_cmpuint(par->characters, ==, strlen("text of it"));
    g_assert_cmpint(dg_par_spaces(par, 0, 3), ==, 2); /* the one behind the label is fixed */
    DgPlacedRun *runs = NULL;
    g_assert_cmpuint(typeset_runs(&t, par, 0, 3, &runs), ==, 2);
    g_assert_true(runs[0].run->node == owner);
    typeset_free(&t);
}

/* A speaker begins the paragraph in a style of its own; a sign that ends the name is not doubled. */
static void
test_a_speaker_runs_in(void)
{
    static const char *const speakers[][2] = {
        {" Chair ", "Chair{: }text of it"}, {"Chair?", "Chair? text of it"}, {"", "text of it"}};
    Typeset t = typeset_new(
        SQUARE "} speaker { font-size: 12pt; hyphens: none; -dg-label-separator: \":\" } "
               "p { hyphens: auto }");
    for (size_t i = 0; i < G_N_ELEMENTS(speakers); i++) {
        DgNode *block = typeset_block(&t, "text of it"),
               *speaker =
                   dg_block_new(t.arena, DG_SPEAKER, DG_ROLE_SPEAKER, speakers[i][0], DG_NOWHERE);
        DgPar *par =
            dg_par_make_behind(t.shaper, block, dg_style_block(t.style, DG_ROLE_P, "en"), "en",
                               speaker, dg_style_block(t.style, DG_ROLE_SPEAKER, "en"));
        g_autofree char *text = typeset_text(&t, par, true);
        g_assert_cmpstr(text, ==, speakers[i][1]);
        DgPlacedRun *runs = NULL;
        size_t n = typeset_runs(&t, par, 0, par->n_breaks - 1, &runs);
        bool named = *speakers[i][0] != '\0';
        g_assert_cmpint(runs[0].run->size, ==, named ? DG_PT(12) : DG_PT(10));
        g_assert_cmpint(runs[n - 1].run->size, ==, DG_PT(10));
        g_assert_true(runs[0].run->node == (named ? speaker : block)->first);
        g_assert_cmpuint(par->n_breaks, ==, named ? 5 : 4); /* no division of the name */
        g_assert_cmpint(dg_par_spaces(par, 0, par->n_breaks - 1), ==, named ? 3 : 2);
    }
    typeset_free(&t);
}

/* Every glyph is as wide as the space: sentences end after so many characters. */
static void
test_sentences(void)
{
    Typeset t = typeset_new(SQUARE "hyphens: none }");
    DgPar *par = typeset_par(&t, typeset_block(&t, "Aa bb cc. Dd see fig. 2 e! Ff"), "en");
    DgLen *widths = NULL, letter = par->natural / 29;
    g_assert_cmpuint(dg_par_sentences(t.arena, par, &widths), ==, 3);
    g_assert_cmpint(widths[0], ==, 9 * letter);
    g_assert_cmpint(widths[1], ==, 26 * letter);
    g_assert_cmpint(widths[2], ==, par->natural);
    par = typeset_par(&t, typeset_block(&t, ""), "en");
    g_assert_cmpuint(dg_par_sentences(t.arena, par, &widths), ==, 1);
    typeset_free(&t);
}

/* A word that nothing divides gets places for the last resort, behind the others. */
static void
test_places_inside_a_monster(void)
{
    Typeset t = typeset_new(SQUARE "hyphens: none }");
    g_autofree char *word = g_strnfill(2500, 'x');
    DgPar *par = typeset_par(&t, typeset_block(&t, word), "en");
    g_assert_cmpuint(par->n_breaks, ==, 2);
    g_assert_cmpuint(par->n_extra, >=, 2495);
    g_assert_cmpint(par->natural, ==, 2500 * EM);
    for (size_t i = 1; i < par->n_extra; i++) {
        const DgBreak *b = &par->breaks[par->n_breaks + i];
        g_assert_cmpint(b->before, >, b[-1].before);
        g_assert_false(b->hyphen);
    }
    DgPar *plain = typeset_par(&t, typeset_block(&t, "abc abcd"), "en");
    g_assert_cmpuint(plain->n_extra, ==, 0);
    typeset_free(&t);
}

/* Of "abcd-efgh" the penalty at the hyphen, in a block of this style. */
static int
hyphen_penalty(const char *css, DgKind kind, DgRole role)
{
    Typeset t = typeset_new(css);
    DgNode *block = dg_block_new(t.arena, kind, role, "abcd-efgh", DG_NOWHERE);
    DgPar *par = typeset_par(&t, block, "en");
    g_assert_cmpuint(par->n_breaks, ==, 3);
    g_assert_false(par->breaks[1].hyphen);
    int penalty = par->breaks[1].penalty;
    typeset_free(&t);
    return penalty;
}

/* Where the margin may give, a line had better end elsewhere; above all in titles and where nothing is divided. */
static void
test_hyphens_of_the_text(void)
{
    int justified = hyphen_penalty(PLAIN, DG_PARAGRAPH, DG_ROLE_P),
        ragged =
            hyphen_penalty(SQUARE "hyphens: auto; text-align: left }", DG_PARAGRAPH, DG_ROLE_P),
        whole = hyphen_penalty(SQUARE "hyphens: none; text-align: left }", DG_PARAGRAPH, DG_ROLE_P),
        title = hyphen_penalty(PLAIN, DG_HEADING, DG_ROLE_H1);
    g_assert_cmpint(justified, <, ragged);
    g_assert_cmpint(ragged, <, whole);
    g_assert_cmpint(whole, ==, title);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/token/run-in", test_a_speaker_runs_in);
    g_test_add_func("/token/sentences", test_sentences);
    g_test_add_func("/token/places", test_places);
    g_test_add_func("/token/widths", test_widths_are_differences);
    g_test_add_func("/token/division", test_a_division_is_measured_with_its_hyphen);
    g_test_add_func("/token/penalties", test_penalties);
    g_test_add_func("/token/notes", test_notes_and_their_marks);
    g_test_add_func("/token/forced", test_forced_breaks);
    g_test_add_func("/token/code", test_code_keeps_its_spaces);
    g_test_add_func("/token/speech", test_the_dash_of_speech_keeps_its_distance);
    g_test_add_func("/token/label", test_a_label_leads);
    g_test_add_func("/token/monster", test_places_inside_a_monster);
    g_test_add_func("/token/text-hyphens", test_hyphens_of_the_text);
    return g_test_run();
}
