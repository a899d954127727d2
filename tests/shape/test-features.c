/* test-features.c - src/shape/features.c, marks.c, protrude.c: what is asked of a face, and what it does not do itself */
#include "shape-internal.h"
#include "typeset.h"

#define SERIF                                                                                      \
    ":root { font-family: \"PT Serif\"; font-size: 10pt; line-height: 12pt; text-align: justify; "

static DgRun *
only_run(Typeset *t, const char *text, const char *language)
{
    DgPlacedRun *runs = NULL;
    DgPar *par = typeset_par(t, typeset_block(t, text), language);
    g_assert_cmpuint(typeset_runs(t, par, 0, par->n_breaks - 1, &runs), ==, 1);
    return runs[0].run;
}

static void
test_what_a_face_lacks_is_said_once(void)
{
    Typeset t = typeset_new(SERIF "font-variant-numeric: oldstyle-nums tabular-nums;"
                                  "font-feature-settings: \"ss01\" on, \"liga\" off }");
    only_run(&t, "1984", "en");
    only_run(&t, "2024", "ru");
    g_assert_cmpuint(dg_diags_count(t.diags, DG_FONT_FEATURE), ==, 2); /* not tnum: they are */
    typeset_free(&t);
}

static void
test_features_of_the_style_reach_the_glyphs(void)
{
    Typeset plain = typeset_new(SERIF "}");
    Typeset set = typeset_new(SERIF "font-feature-settings: \"sups\" }");
    DgRun *usual = only_run(&plain, "123", "en"), *small = only_run(&set, "123", "en");
    g_assert_cmpint(small->glyphs[0].glyph, !=, usual->glyphs[0].glyph);
    g_assert_cmpint(small->width, <, usual->width);
    g_assert_cmpuint(dg_diags_count(set.diags, DG_FONT_FEATURE), ==, 0);
    typeset_free(&set);
    typeset_free(&plain);
}

static void
test_capitals_get_their_signs_and_no_ligatures_when_spaced(void)
{
    Typeset plain = typeset_new(SERIF "}");
    Typeset capitals = typeset_new(SERIF "text-transform: uppercase }");
    Typeset spaced = typeset_new(SERIF "letter-spacing: 1pt }");
    DgRun *low = only_run(&plain, "H-H", "en"), *high = only_run(&capitals, "h-h", "en");
    g_assert_cmpuint(low->n_glyphs, ==, high->n_glyphs);
    g_assert_true(low->glyphs[1].glyph != high->glyphs[1].glyph ||
                  low->glyphs[1].dy < high->glyphs[1].dy); /* a hyphen at the height of capitals */
    g_assert_cmpuint(only_run(&plain, "fi", "en")->n_glyphs, ==, 1);
    g_assert_cmpuint(only_run(&spaced, "fi", "en")->n_glyphs, ==, 2);
    typeset_free(&spaced);
    typeset_free(&capitals);
    typeset_free(&plain);
}

static int64_t
middle_of(const DgRun *run, size_t glyph, DgLen pen)
{
    hb_glyph_extents_t extents;
    g_assert_true(hb_font_get_glyph_extents(run->face->hb, run->glyphs[glyph].glyph, &extents));
    int64_t middle = extents.x_bearing + extents.width / 2;
    return pen + run->glyphs[glyph].dx + dg_len_scale(middle, run->size, run->face->upem);
}

/* PT Serif has no anchors; the sign stands over the middle of its letter, and the next letter where it stood. */
static void
test_a_stress_mark_stands_over_its_letter(void)
{
    static const char *const letters[] = {"о", "а", "ю", "и", "О"};
    Typeset t = typeset_new(SERIF "}");
    for (size_t i = 0; i < G_N_ELEMENTS(letters); i++) {
        g_autofree char *text = g_strconcat(letters[i], "\u0301н", NULL);
        g_autofree char *without = g_strconcat(letters[i], "н", NULL);
        DgRun *run = only_run(&t, text, "ru");
        g_assert_cmpuint(run->n_glyphs, ==, 3);
        g_assert_cmpint(run->glyphs[1].cluster, ==, run->glyphs[0].cluster);
        int64_t off = middle_of(run, 1, run->glyphs[0].advance) - middle_of(run, 0, 0);
        g_assert_cmpint(ABS(off), <, DG_PT(10) / 200);
        g_assert_cmpint(run->width, ==, only_run(&t, without, "ru")->width);
        g_assert_true((run->glyphs[1].dy > 0) == (i == 4)); /* lifted above the capital only */
    }
    typeset_free(&t);
}

static void
test_words_that_touch_kern_over_the_ends_of_nodes(void)
{
    Typeset t = typeset_new(SERIF "}");
    DgNode *block = typeset_block(&t, "A");
    typeset_inline(&t, block, DG_SPAN, "V");
    DgLen parted = typeset_par(&t, block, "en")->natural;
    g_assert_cmpint(parted, ==, typeset_par(&t, typeset_block(&t, "AV"), "en")->natural);
    typeset_free(&t);
}

static void
test_protrusion_is_measured(void)
{
    Typeset t = typeset_new(SERIF "}");
    const DgFace *face = dg_fonts_face(t.fonts, t.diags, "PT Serif", 400, false);
    static const struct {
        uint32_t character;
        bool end;
        int least, most; /* per mille of the em */
    } cases[] = {
        {'-', true, 150, 220},   {',', true, 130, 190},    {'.', true, 130, 190},
        {'-', false, 0, 60},     {0x00AB, false, 90, 150}, {0x201C, false, 170, 240},
        {0x2014, true, 80, 140}, {'1', false, 50, 100},    {0xE000, true, 0, 0},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        int64_t units = dg_protrusion(face, cases[i].character, cases[i].end);
        int per_mille = (int)(units * 1000 / face->upem);
        g_test_message("U+%04X %d", cases[i].character, per_mille);
        g_assert_cmpint(per_mille, >=, cases[i].least);
        g_assert_cmpint(per_mille, <=, cases[i].most);
    }
    typeset_free(&t);
}

static void
test_a_block_has_limits_of_its_own(void)
{
    Typeset t = typeset_new(
        SERIF "} @page { -dg-expansion: 2%; -dg-protrusion: auto } note { -dg-expansion: 0%;"
              "-dg-protrusion: none }");
    DgNode *note = dg_block_new(t.arena, DG_PARAGRAPH, DG_ROLE_NOTE, "Да.", DG_NOWHERE);
    DgPar *par = typeset_par(&t, typeset_block(&t, "Да."), "ru");
    g_assert_cmpint(par->expansion, ==, 20);
    g_assert_true(par->protrusion);
    par =
        dg_par_make(t.shaper, note, dg_style_block(t.style, DG_ROLE_NOTE, "ru"), "ru", NULL, NULL);
    g_assert_cmpint(par->expansion, ==, 0);
    g_assert_false(par->protrusion);
    typeset_free(&t);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/features/lacking", test_what_a_face_lacks_is_said_once);
    g_test_add_func("/features/settings", test_features_of_the_style_reach_the_glyphs);
    g_test_add_func("/features/capitals",
                    test_capitals_get_their_signs_and_no_ligatures_when_spaced);
    g_test_add_func("/features/stress", test_a_stress_mark_stands_over_its_letter);
    g_test_add_func("/features/kerning", test_words_that_touch_kern_over_the_ends_of_nodes);
    g_test_add_func("/features/protrusion", test_protrusion_is_measured);
    g_test_add_func("/features/limits", test_a_block_has_limits_of_its_own);
    return g_test_run();
}
