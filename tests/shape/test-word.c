/* test-word.c - src/shape/word.c, gap.c, cut.c: sums of cached words are what the whole measures */
#include "shape-internal.h"
#include "typeset.h"

#define SERIF                                                                                      \
    ":root { font-family: \"PT Serif\"; font-size: 10pt; line-height: 12pt; text-align: justify; hyphens: auto; "

static const char *const texts[] = {
    "Государство, общество и тот, кто отвечает за связь, договорились: «Доверяй, но проверяй». Так, и только так!",
    "Тем не менее Рабочая группа открытого состава — первая в своём роде — доказала, что согласие возможно.",
    "Научно-технический прогресс, т. е. рост; АСУ ТП, ГОСТ Р 7.0.4 (см. с. 15), «Т. А. У.» и кое-что.",
    "To avoid AVA, Toy and Very, Waffle office affiliated flights; \"quoted\" (bracketed) well-known co-operation.",
    "The Group's report—its first—was, Ta. Te. To. Tv. P. F. V. W. Y, then \xE2\x80\x9Cquoted\xE2\x80\x9D 1,302,569.",
};

static DgSetting *
plain_setting(Typeset *t, const char *language)
{
    DgVoice voice = dg_voice(&dg_style_block(t->style, DG_ROLE_P, language)->font);
    return dg_setting(t->shaper, &voice, dg_tongue(t->shaper, language, HB_SCRIPT_COMMON), NULL);
}

/* Rounding moves each glyph by half a unit at most. */
static void
test_words_and_gaps_sum_to_the_whole(void)
{
    Typeset t = typeset_new(SERIF "}");
    for (size_t i = 0; i < G_N_ELEMENTS(texts); i++) {
        const char *language = i < 3 ? "ru" : "en";
        DgPar *par = typeset_par(&t, typeset_block(&t, texts[i]), language);
        DgSetting *setting = plain_setting(&t, language);
        g_assert_nonnull(setting);
        int64_t whole = dg_shape_width(t.shaper, setting, texts[i], strlen(texts[i]));
        g_assert_cmpint(ABS(par->natural - dg_units(setting, whole)), <=,
                        (int64_t)strlen(texts[i]));
    }
    typeset_free(&t);
}

static void
test_a_gap_is_not_the_advance_of_the_space(void)
{
    Typeset t = typeset_new(SERIF "}");
    DgSetting *setting = plain_setting(&t, "ru");
    g_assert_cmpint(dg_gap(t.shaper, setting, ',', 0x442), <, setting->space); /* comma, т */
    g_assert_cmpint(dg_gap(t.shaper, setting, 0x43D, 0x43D), ==, setting->space);
    for (uint32_t c = 0x410; c < 0x450; c++) /* grows the table; the first gap stays */
        dg_gap(t.shaper, setting, c, 0x43D);
    g_assert_cmpint(dg_gap(t.shaper, setting, ',', 0x442), <, setting->space);
    typeset_free(&t);
}

static int32_t
sum(const DgShapedGlyph *glyphs, size_t n)
{
    int32_t width = 0;
    for (size_t i = 0; i < n; i++)
        width += glyphs[i].advance;
    return width;
}

static void
check_cut(Typeset *t, DgShapedWord *word, const DgCut *cut)
{
    char text[200];
    DgShapedGlyph *glyphs = NULL;
    int32_t before = dg_units(
        word->setting,
        dg_shape_width(t->shaper, word->setting, text,
                       (size_t)g_snprintf(text, sizeof text, "%.*s-", cut->offset, word->text)));
    int32_t after =
        dg_units(word->setting, dg_shape_width(t->shaper, word->setting, word->text + cut->offset,
                                               word->length - (size_t)cut->offset));
    g_assert_cmpint(ABS(cut->before - before), <=, word->length);
    g_assert_cmpint(ABS(cut->after - after), <=, word->length);
    size_t n = dg_word_part(t->shaper, t->arena, word, 0, cut->offset, true, &glyphs);
    g_assert_cmpint(sum(glyphs, n), ==, cut->before);
    n = dg_word_part(t->shaper, t->arena, word, cut->offset, word->length, false, &glyphs);
    g_assert_cmpint(sum(glyphs, n), ==, cut->after);
    g_assert_cmpint(glyphs[0].cluster, ==, 0);
}

static void
test_divisions_are_measured_as_they_are_set(void)
{
    Typeset t = typeset_new(SERIF "}");
    size_t n = 0, unsafe = 0;
    for (size_t i = 0; i < G_N_ELEMENTS(texts); i++) {
        g_auto(GStrv) words = g_strsplit(texts[i], " ", -1);
        for (char **s = words; *s; s++) {
            DgShapedWord *word =
                dg_word_get(t.shaper, plain_setting(&t, i < 3 ? "ru" : "en"), *s, strlen(*s));
            dg_word_divide(t.shaper, word);
            for (size_t j = 0; j < word->n_cuts; j++, n++) {
                check_cut(&t, word, &word->cuts[j]);
                unsafe += !word->cuts[j].safe;
            }
        }
    }
    g_assert_cmpuint(n, >, 30);
    g_assert_cmpuint(unsafe, >, 0);
    g_assert_cmpuint(unsafe, <, n / 2);
    typeset_free(&t);
}

static void
test_words_are_shaped_once(void)
{
    Typeset t = typeset_new(SERIF "}");
    DgSetting *ru = plain_setting(&t, "ru"), *en = plain_setting(&t, "en");
    DgShapedWord *word = dg_word_get(t.shaper, ru, "право", 10);
    for (int i = 0; i < 10000; i++) { /* grows the table */
        char text[16];
        dg_word_get(t.shaper, ru, text, (size_t)g_snprintf(text, sizeof text, "%d", i));
    }
    g_assert_true(dg_word_get(t.shaper, ru, "право", 10) == word);
    g_assert_true(dg_word_get(t.shaper, en, "право", 10) != word);
    g_assert_true(dg_word_get(t.shaper, ru, "правой", 10) == word);
    g_assert_true(dg_word_get(t.shaper, ru, "правой", 12) != word);
    typeset_free(&t);
}

static void
test_spaced_letters(void)
{
    Typeset t = typeset_new(SERIF "letter-spacing: 2pt }"), u = typeset_new(SERIF "}");
    DgShapedWord *spaced = dg_word_get(t.shaper, plain_setting(&t, "en"), "office", 6);
    DgShapedWord *plain = dg_word_get(u.shaper, plain_setting(&u, "en"), "office", 6);
    g_assert_cmpuint(spaced->n_glyphs, ==, 6); /* no ligature */
    g_assert_cmpint(spaced->glyphs[5].advance, ==, plain->glyphs[plain->n_glyphs - 1].advance);
    g_assert_cmpint(spaced->width, >=, plain->width + 5 * DG_PT(2) - DG_PT(0.5));
    g_assert_cmpint(plain_setting(&t, "en")->space - plain_setting(&u, "en")->space, ==, DG_PT(4));
    typeset_free(&t);
    typeset_free(&u);
}

/* PT Serif has neither hyphen of Unicode: the ASCII one stands for both. */
static void
test_hyphens_that_a_face_lacks(void)
{
    Typeset t = typeset_new(SERIF "}");
    DgSetting *setting = plain_setting(&t, "ru");
    DgShapedWord *ascii = dg_word_get(t.shaper, setting, "кто-то", 11);
    DgShapedWord *fixed = dg_word_get(t.shaper, setting, "кто\xE2\x80\x91то", 13);
    g_assert_false(fixed->missing);
    g_assert_cmpint(fixed->width, ==, ascii->width);
    g_assert_cmpint(fixed->glyphs[3].glyph, ==, ascii->glyphs[3].glyph);
    g_assert_cmpint(fixed->glyphs[4].cluster, ==, 9);
    g_assert_cmpint(setting->hyphen, ==, '-');
    typeset_free(&t);
}

static void
test_addresses_are_not_divided(void)
{
    static const char *const addresses[] = {
        "https://representative.example.org", "representative@example.org",
        "international.representative.org", "snake_representative"};
    Typeset t = typeset_new(SERIF "}");
    for (size_t i = 0; i < G_N_ELEMENTS(addresses); i++) {
        DgShapedWord *word =
            dg_word_get(t.shaper, plain_setting(&t, "en"), addresses[i], strlen(addresses[i]));
        dg_word_divide(t.shaper, word);
        g_assert_cmpuint(word->n_cuts, ==, 0);
    }
    DgShapedWord *word = dg_word_get(t.shaper, plain_setting(&t, "en"), "(representative),", 17);
    dg_word_divide(t.shaper, word);
    g_assert_cmpuint(word->n_cuts, >, 1);
    typeset_free(&t);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/word/sums", test_words_and_gaps_sum_to_the_whole);
    g_test_add_func("/word/gap", test_a_gap_is_not_the_advance_of_the_space);
    g_test_add_func("/word/divisions", test_divisions_are_measured_as_they_are_set);
    g_test_add_func("/word/once", test_words_are_shaped_once);
    g_test_add_func("/word/spaced", test_spaced_letters);
    g_test_add_func("/word/hyphens", test_hyphens_that_a_face_lacks);
    g_test_add_func("/word/addresses", test_addresses_are_not_divided);
    return g_test_run();
}
