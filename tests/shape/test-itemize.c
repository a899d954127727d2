/* test-itemize.c - src/shape/itemize.c, piece.c: the faces that Pango chooses, and when it is asked at all */
#include "shape-internal.h"
#include "typeset.h"

#define SERIF                                                                                      \
    ":root { font-family: \"PT Serif\", \"DejaVu Serif\"; font-size: 10pt; line-height: 12pt } "

/* "PT Serif:за |DejaVu Serif:α", bold and italic faces with b and i before the colon. */
static char *
faces_of(Typeset *t, const DgNode *block, const char *language)
{
    DgPlacedRun *runs = NULL;
    DgPar *par = typeset_par(t, block, language);
    size_t n = typeset_runs(t, par, 0, par->n_breaks - 1, &runs);
    GString *text = g_string_new(NULL);
    for (size_t i = 0; i < n; i++) {
        const DgRun *run = runs[i].run;
        g_string_append_printf(text, "%s%s%s%s:%.*s", i ? "|" : "", run->face->family,
                               run->face->weight > 500 ? " b" : "", run->face->italic ? " i" : "",
                               (int)run->length, run->text);
    }
    return g_string_free(text, FALSE);
}

static const struct {
    const char *text, *faces;
} cases[] = {
    {"члены NATO и ЕС", "PT Serif:члены NATO и ЕС"},
    {"луч α и β", "PT Serif:луч |DejaVu Serif:α|PT Serif: и |DejaVu Serif:β"},
    {"а → б", "PT Serif:а |DejaVu Serif:→|PT Serif: б"},
    {"а→б", "PT Serif:а|DejaVu Serif:→|PT Serif:б"},
    {"∀x ∈ y", "DejaVu Serif:∀|PT Serif:x |DejaVu Serif:∈|PT Serif: y"},
    {"число π", "PT Serif:число π"},
    {"от «άνθρωπος».", "PT Serif:от «|DejaVu Serif:άνθρωπος|PT Serif:»."},
    {"йод и\xCC\x86од", "PT Serif:йод и\xCC\x86од"}, /* composed to a letter the face has */
    {"в x\xCC\x80.", "PT Serif:в |DejaVu Serif:x\xCC\x80|PT Serif:."},
};

static void
test_faces(void)
{
    Typeset t = typeset_new(SERIF);
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *faces = faces_of(&t, typeset_block(&t, cases[i].text), "ru");
        g_assert_cmpstr(faces, ==, cases[i].faces);
    }
    g_assert_cmpuint(dg_diags_count(t.diags, DG_FONT_GLYPH), ==, 0);
    typeset_free(&t);
}

static void
test_every_time_the_same(void)
{
    for (int round = 0; round < 5; round++) {
        Typeset t = typeset_new(SERIF);
        size_t i = (size_t)round % G_N_ELEMENTS(cases) + 1;
        g_autofree char *faces = faces_of(&t, typeset_block(&t, cases[i].text), "ru");
        g_assert_cmpstr(faces, ==, cases[i].faces);
        typeset_free(&t);
    }
}

static void
test_weight_is_kept(void)
{
    Typeset t = typeset_new(SERIF);
    DgNode *block = typeset_block(&t, "а α ");
    typeset_styled(&t, block, DG_BOLD, "б β");
    g_autofree char *faces = faces_of(&t, block, "ru");
    g_assert_cmpstr(faces, ==,
                    "PT Serif:а |DejaVu Serif:α|PT Serif: |PT Serif b:б |DejaVu Serif b:β");
    typeset_free(&t);
}

static void
test_the_list_behind_the_family_comes_first(void)
{
    Typeset t =
        typeset_new(SERIF "h1 { font-family: \"PT Sans\", 'DejaVu Sans', \"PT Mono\" } "
                          "h2 { font-family: \"PT Sans\" } code { font-family: \"PT Mono\" }");
    DgNode *first = dg_block_new(t.arena, DG_HEADING, DG_ROLE_H1, "аα", DG_NOWHERE);
    DgNode *second = dg_block_new(t.arena, DG_HEADING, DG_ROLE_H2, "аα", DG_NOWHERE);
    DgNode *code = dg_block_new(t.arena, DG_PARAGRAPH, DG_ROLE_CODE, "аα", DG_NOWHERE);
    g_autofree char *named = faces_of(&t, first, "ru"), *alike = faces_of(&t, second, "ru"),
                    *other = faces_of(&t, code, "ru");
    g_assert_nonnull(strstr(named, "DejaVu Sans"));
    g_assert_nonnull(strstr(alike, "DejaVu Sans")); /* the style says it of that family elsewhere */
    g_assert_nonnull(strstr(other, "DejaVu Serif")); /* no list: in order of mention */
    const DgFontStyle *font = &dg_style_block(t.style, DG_ROLE_H1, "ru")->font;
    g_assert_cmpstr(dg_run_make(t.shaper, t.arena, "α", font, "ru", NULL)->face->family, ==,
                    "DejaVu Sans");
    typeset_free(&t);
}

/* How many stretches Pango made of a text: 0 when it was not asked. */
static size_t
stretches_of(Typeset *t, const char *text)
{
    DgManner manner = {.voice = dg_voice(&dg_style_block(t->style, DG_ROLE_P, "ru")->font),
                       .language = "ru"};
    DgSpan span = {.end = strlen(text), .manner = &manner};
    DgCollected collected = {.text = text, .length = span.end, .spans = &span, .n_spans = 1};
    dg_pieces(t->shaper, &collected, &span, 0, span.end);
    return collected.n_stretches;
}

static void
test_plain_text_never_reaches_pango(void)
{
    Typeset t = typeset_new(SERIF);
    g_assert_cmpuint(stretches_of(&t, "Форум"), ==, 0);
    g_assert_cmpuint(stretches_of(&t, "IT-форум"), ==, 0);
    g_assert_cmpuint(stretches_of(&t, "π≈3,14"), ==, 0);
    g_assert_cmpuint(stretches_of(&t, "а→б"), ==, 3);
    typeset_free(&t);
}

static void
test_what_no_face_has_is_reported(void)
{
    Typeset t = typeset_new(SERIF);
    g_autofree char *faces = faces_of(&t, typeset_block(&t, "а 漢α漢 \xF3\xBF\xBF\xBD б"), "ru");
    g_assert_cmpstr(faces, ==, "PT Serif:а 漢|DejaVu Serif:α|PT Serif:漢 \xF3\xBF\xBF\xBD б");
    g_assert_cmpuint(dg_diags_count(t.diags, DG_FONT_GLYPH), ==, 2);
    typeset_free(&t);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/itemize/faces", test_faces);
    g_test_add_func("/itemize/same", test_every_time_the_same);
    g_test_add_func("/itemize/weight", test_weight_is_kept);
    g_test_add_func("/itemize/list", test_the_list_behind_the_family_comes_first);
    g_test_add_func("/itemize/plain", test_plain_text_never_reaches_pango);
    g_test_add_func("/itemize/missing", test_what_no_face_has_is_reported);
    return g_test_run();
}
