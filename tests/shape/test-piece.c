/* test-piece.c - src/shape/piece.c, tongue.c, setting.c: scripts, faces and signs that are not plain */
#include "shape-internal.h"
#include "typeset.h"

#define SERIF ":root { font-family: \"PT Serif\"; font-size: 10pt; line-height: 12pt; "

static size_t
runs_of(Typeset *t, const DgNode *block, const char *language, DgPlacedRun **runs)
{
    DgPar *par = typeset_par(t, block, language);
    return typeset_runs(t, par, 0, par->n_breaks - 1, runs);
}

static void
test_scripts(void)
{
    static const struct {
        const char *text;
        size_t length;
        hb_script_t script;
    } cases[] = {
        {"форум", 10, HB_SCRIPT_CYRILLIC}, {"IT-форум", 3, HB_SCRIPT_LATIN},
        {"«Щ»,", 7, HB_SCRIPT_CYRILLIC},   {"2024", 4, HB_SCRIPT_COMMON},
        {"α-частица", 3, HB_SCRIPT_GREEK}, {"", 0, HB_SCRIPT_COMMON},
        {"é", 2, HB_SCRIPT_LATIN},         {"и\xCC\x86т", 6, HB_SCRIPT_CYRILLIC},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        hb_script_t script;
        g_test_message("%s", cases[i].text);
        g_assert_cmpuint(dg_script_run(cases[i].text, strlen(cases[i].text), &script), ==,
                         cases[i].length);
        g_assert_true(script == cases[i].script);
    }
}

static void
test_tongues(void)
{
    Typeset t = typeset_new(SERIF "}");
    g_assert_cmpstr(dg_tongue(t.shaper, "ru", HB_SCRIPT_LATIN)->language, ==, "en");
    g_assert_cmpstr(dg_tongue(t.shaper, "en-GB", HB_SCRIPT_LATIN)->language, ==, "en-GB");
    g_assert_cmpstr(dg_tongue(t.shaper, "en", HB_SCRIPT_CYRILLIC)->language, ==, "ru");
    g_assert_cmpstr(dg_tongue(t.shaper, "uk", HB_SCRIPT_CYRILLIC)->language, ==, "uk");
    g_assert_cmpstr(dg_tongue(t.shaper, "ru", HB_SCRIPT_GREEK)->language, ==, "und");
    g_assert_true(dg_tongue(t.shaper, "ru", HB_SCRIPT_COMMON) ==
                  dg_tongue(t.shaper, "ru", HB_SCRIPT_CYRILLIC));
    typeset_free(&t);
}

static void
test_latin_in_a_russian_word(void)
{
    Typeset t = typeset_new(SERIF "}");
    DgManner manner = {.voice = dg_voice(&dg_style_block(t.style, DG_ROLE_P, "ru")->font),
                       .language = "ru"};
    DgSpan span = {.end = 13, .manner = &manner};
    DgCollected collected = {.text = "IT-форум", .length = 13, .spans = &span, .n_spans = 1};
    dg_pieces(t.shaper, &collected, &span, 0, 13);
    g_assert_cmpuint(t.shaper->work.n_pieces, ==, 2);
    DgShapedWord **words = t.shaper->work.pieces;
    g_assert_cmpstr(words[0]->text, ==, "IT-");
    g_assert_cmpstr(words[0]->setting->tongue->language, ==, "en");
    g_assert_cmpstr(words[1]->text, ==, "форум");
    g_assert_cmpstr(words[1]->setting->tongue->language, ==, "ru");
    typeset_free(&t);
}

static void
test_another_face_of_the_style_helps_out(void)
{
    Typeset t = typeset_new(SQUARE "} h1 { font-family: \"PT Serif\" }");
    DgPlacedRun *runs = NULL;
    size_t n = runs_of(&t, typeset_block(&t, "ab√c"), "en", &runs);
    g_assert_cmpuint(n, ==, 3);
    g_assert_cmpstr(runs[0].run->face->family, ==, "Diglot Square");
    g_assert_cmpstr(runs[1].run->face->family, ==, "PT Serif");
    g_assert_cmpmem(runs[1].run->text, runs[1].run->length, "√", 3);
    g_assert_cmpint(runs[1].run->size, ==, EM);
    g_assert_cmpstr(runs[2].run->face->family, ==, "Diglot Square");
    g_assert_cmpint(dg_diags_worst(t.diags), ==, DG_INFO);
    typeset_free(&t);
}

static void
test_a_character_that_no_face_has(void)
{
    Typeset t = typeset_new(SQUARE "}");
    DgPlacedRun *runs = NULL;
    size_t n = runs_of(&t, typeset_block(&t, "a漢b and 漢 again"), "en", &runs);
    const DgDiag *diags = NULL;
    g_assert_cmpuint(dg_diags_count(t.diags, DG_FONT_GLYPH), ==, 1);
    g_assert_cmpuint(dg_diags_sorted(t.arena, t.diags, &diags), ==, 1);
    g_assert_cmpstr(diags[0].argument[0], ==, "漢");
    g_assert_cmpstr(diags[0].argument[1], ==, "U+6F22");
    g_assert_cmpint(diags[0].pos.line, ==, 3);
    g_assert_cmpuint(n, ==, 1);
    g_assert_cmpint(runs[0].run->glyphs[1].glyph, ==, 0);
    g_assert_cmpint(runs[0].run->glyphs[2].glyph, !=, 0);
    typeset_free(&t);
}

static void
test_superiors(void)
{
    Typeset t = typeset_new(SERIF "} h1 { font-family: \"Diglot Square\" }");
    DgPlacedRun *runs = NULL;
    for (const char *figure = "249"; *figure; figure++) { /* PT Serif has a superior 2 and no 4 */
        DgNode *block = typeset_block(&t, "x");
        typeset_styled(&t, block, DG_SUPERSCRIPT, (char[]){*figure, 0});
        g_assert_cmpuint(runs_of(&t, block, "en", &runs), ==, 2);
        g_assert_cmpint(runs[1].run->size, ==, dg_len_scale(DG_PT(10), 650, 1000));
        g_assert_cmpint(runs[1].run->rise, >, 0);
    }
    DgNode *heading = dg_block_new(t.arena, DG_HEADING, DG_ROLE_H1, "x", DG_NOWHERE);
    typeset_styled(&t, heading, DG_SUBSCRIPT, "2");
    g_assert_cmpuint(runs_of(&t, heading, "en", &runs), ==, 2);
    DgLen size = dg_style_block(t.style, DG_ROLE_H1, "en")->font.size;
    g_assert_cmpint(runs[1].run->size, ==, dg_len_scale(size, 650, 1000));
    g_assert_cmpint(runs[1].run->rise, <, 0);
    typeset_free(&t);
}

static void
test_superiors_of_the_face(void)
{
    Typeset t = typeset_new(
        ":root { font-family: \"Linux Libertine O\"; font-size: 10pt; line-height: 12pt }");
    DgNode *block = typeset_block(&t, "x");
    typeset_styled(&t, block, DG_SUPERSCRIPT, "24");
    DgPlacedRun *runs = NULL;
    g_assert_cmpuint(runs_of(&t, block, "en", &runs), ==, 2);
    g_assert_cmpint(runs[1].run->size, ==, DG_PT(10));
    g_assert_cmpint(runs[1].run->rise, ==, 0);
    g_assert_cmpint(runs[1].run->width, <, DG_PT(8));
    typeset_free(&t);
}

/* PT Serif lowers figures, but neither signs nor brackets: these are made small ones, not left as they are. */
static void
test_signs_of_formulas_are_lowered(void)
{
    static const char *const signs[] = {"=", "{", ")", "|"};
    Typeset t = typeset_new(SERIF "}");
    for (size_t i = 0; i < G_N_ELEMENTS(signs); i++) {
        DgNode *block = typeset_block(&t, "x");
        typeset_styled(&t, block, DG_SUBSCRIPT, signs[i]);
        DgPlacedRun *runs = NULL;
        g_assert_cmpuint(runs_of(&t, block, "en", &runs), ==, 2);
        g_assert_cmpint(runs[1].run->size, ==, dg_len_scale(DG_PT(10), 650, 1000));
        g_assert_cmpint(runs[1].run->rise, <, 0);
    }
    typeset_free(&t);
}

static void
test_small_capitals_are_not_faked(void)
{
    Typeset t = typeset_new(SERIF "}");
    DgNode *block = typeset_block(&t, "");
    typeset_styled(&t, block, DG_SMALL_CAPS, "Ivanov");
    typeset_styled(&t, block, DG_SMALL_CAPS, " Petrov");
    DgPlacedRun *runs = NULL;
    g_assert_cmpuint(runs_of(&t, block, "en", &runs), ==, 2);
    g_assert_cmpmem(runs[0].run->text, runs[0].run->length, "Ivanov", 6);
    g_assert_cmpint(runs[0].run->size, ==, DG_PT(10));
    DgRun *plain = dg_run_make(t.shaper, t.arena, "Ivanov",
                               &dg_style_block(t.style, DG_ROLE_P, "en")->font, "en", NULL);
    g_assert_cmpint(runs[0].run->width, ==, plain->width); /* no tracking instead, either */
    g_assert_cmpuint(dg_diags_count(t.diags, DG_FONT_SMALL_CAPS), ==, 1);
    typeset_free(&t);
}

static void
test_weights_slants_and_code(void)
{
    Typeset t =
        typeset_new(SERIF "} code { font-family: \"PT Mono\" } quote { font-style: italic }");
    DgNode *block = typeset_block(&t, "a");
    typeset_styled(&t, typeset_styled(&t, block, DG_BOLD, "b"), DG_ITALIC, "c");
    typeset_inline(&t, block, DG_INLINE_CODE, "d");
    DgPlacedRun *runs = NULL;
    g_assert_cmpuint(runs_of(&t, block, "en", &runs), ==, 4);
    g_assert_true(runs[1].run->face->weight == 700 && !runs[1].run->face->italic);
    g_assert_true(runs[2].run->face->weight == 700 && runs[2].run->face->italic);
    g_assert_cmpstr(runs[3].run->face->family, ==, "PT Mono");
    DgNode *quote = dg_block_new(t.arena, DG_PARAGRAPH, DG_ROLE_QUOTE, "a", DG_NOWHERE);
    typeset_styled(&t, quote, DG_ITALIC, "b");
    g_assert_cmpuint(runs_of(&t, quote, "en", &runs), ==, 2);
    g_assert_true(runs[0].run->face->italic && !runs[1].run->face->italic);
    typeset_free(&t);
}

static void
test_an_italic_letter_does_not_touch_a_bracket(void)
{
    Typeset t = typeset_new(SERIF "}");
    DgNode *block = typeset_block(&t, "(");
    typeset_styled(&t, block, DG_ITALIC, "f");
    dg_node_append(block, dg_text_new(t.arena, ")", DG_NOWHERE));
    DgPlacedRun *runs = NULL;
    g_assert_cmpuint(runs_of(&t, block, "en", &runs), ==, 3);
    g_assert_cmpint(runs[2].x - runs[1].x - runs[1].run->width, ==, DG_PT(10) / 30);
    g_assert_cmpint(runs[1].x, ==, runs[0].run->width);
    typeset_free(&t);
}

static void
test_a_single_run_reports_what_it_lacks(void)
{
    Typeset t = typeset_new(SQUARE "} h1 { font-family: \"PT Serif\" }");
    const DgFontStyle *font = &dg_style_block(t.style, DG_ROLE_P, "en")->font;
    g_assert_cmpstr(dg_run_make(t.shaper, t.arena, "Ą b", font, "en", NULL)->face->family, ==,
                    "PT Serif");
    g_assert_cmpuint(dg_diags_count(t.diags, DG_FONT_GLYPH), ==, 0);
    dg_run_make(t.shaper, t.arena, "漢", font, "en", NULL);
    g_assert_cmpuint(dg_diags_count(t.diags, DG_FONT_GLYPH), ==, 1);
    typeset_free(&t);
}

/* Out of scope, but never a fault: clusters ascend whatever the direction. */
static void
test_right_to_left_text_does_no_harm(void)
{
    static const char *const texts[] = {"שלום עולם",
                                        "السلام عليكم",
                                        "नमस्ते",
                                        "ภาษาไทย",
                                        "👩‍👩‍👧 é̂̃",
                                        "a\xE2\x80\x8F"
                                        "b"};
    Typeset t =
        typeset_new(":root { font-family: \"DejaVu Sans\"; font-size: 10pt; line-height: 12pt }");
    for (size_t i = 0; i < G_N_ELEMENTS(texts); i++) {
        DgPlacedRun *runs = NULL;
        DgPar *par = typeset_par(&t, typeset_block(&t, texts[i]), "ru");
        size_t n = typeset_runs(&t, par, 0, par->n_breaks - 1, &runs);
        for (size_t j = 0; j < n; j++)
            for (size_t k = 1; k < runs[j].run->n_glyphs; k++)
                g_assert_cmpint(runs[j].run->glyphs[k].cluster, >=,
                                runs[j].run->glyphs[k - 1].cluster);
        g_autofree char *text = typeset_text(&t, par, false);
        g_assert_cmpstr(text, ==, dg_node_text(t.arena, par->block));
    }
    typeset_free(&t);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/piece/scripts", test_scripts);
    g_test_add_func("/piece/tongues", test_tongues);
    g_test_add_func("/piece/latin-in-russian", test_latin_in_a_russian_word);
    g_test_add_func("/piece/fallback", test_another_face_of_the_style_helps_out);
    g_test_add_func("/piece/missing", test_a_character_that_no_face_has);
    g_test_add_func("/piece/superiors", test_superiors);
    g_test_add_func("/piece/superiors-of-the-face", test_superiors_of_the_face);
    g_test_add_func("/piece/signs", test_signs_of_formulas_are_lowered);
    g_test_add_func("/piece/small-capitals", test_small_capitals_are_not_faked);
    g_test_add_func("/piece/styles", test_weights_slants_and_code);
    g_test_add_func("/piece/italic-correction", test_an_italic_letter_does_not_touch_a_bracket);
    g_test_add_func("/piece/single-run", test_a_single_run_reports_what_it_lacks);
    g_test_add_func("/piece/right-to-left", test_right_to_left_text_does_no_harm);
    return g_test_run();
}
