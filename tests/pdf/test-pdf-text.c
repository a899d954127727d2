/* test-pdf-text.c - src/pdf/pdf-text.c and pdf-fonts*.c: the operators of a run, to the letter; what glyphs
 * stand for. */
#include "paper.h"
#include "pdf-internal.h"

#include <stdlib.h>
#include <string.h>

/* A run of glyphs as they come, without a shaper. */
static DgRun
plain_run(const DgFace *face, const char *text, DgGlyph *glyphs, size_t n)
{
    return (DgRun){.face = face,
                   .size = DG_PT(10),
                   .text = text,
                   .length = strlen(text),
                   .glyphs = glyphs,
                   .n_glyphs = n};
}

static char *
shown(Paper *paper, const DgMark *marks, size_t n)
{
    PdfFonts *fonts = pdf_fonts_new(paper->arena);
    GString *out = g_string_new(NULL);
    for (size_t i = 0; i < n; i++)
        pdf_fonts_gather(fonts, marks[i].run);
    pdf_fonts_settle(fonts, paper->diags);
    static const PdfColors screen = {NULL};
    PdfText *text = pdf_text_new(fonts, &screen, out, 680000);
    for (size_t i = 0; i < n; i++)
        pdf_text_show(text, &marks[i]);
    pdf_text_end(text);
    pdf_text_free(text);
    for (gsize i = 0; i < out->len; i++) /* the code 01 is shown as a letter */
        if ((unsigned char)out->str[i] < ' ' && out->str[i] != '\n')
            out->str[i] = (char)(out->str[i] ? 'a' + out->str[i] - 1 : '0');
    char *result = dg_arena_strndup(paper->arena, out->str, out->len);
    g_string_free(out, TRUE);
    return result;
}

static const DgFace *
serif(Paper *paper)
{
    return dg_fonts_face(paper->fonts, paper->diags, "PT Serif", 400, false);
}

static uint32_t
glyph_of(Paper *paper, const char *character)
{
    DgRun *run = dg_run_make(paper->shaper, paper->arena, character, &paper->style, "ru", NULL);
    g_assert_cmpuint(run->n_glyphs, ==, 1);
    return run->glyphs[0].glyph;
}

static int32_t
advance_of(Paper *paper, const char *character)
{
    return dg_run_make(paper->shaper, paper->arena, character, &paper->style, "ru", NULL)
        ->glyphs[0]
        .advance;
}

static void
test_text_is_set_with_the_fewest_operators(Paper *paper, const void *data)
{
    (void)data;
    uint32_t x = glyph_of(paper, "x");
    int32_t width = advance_of(paper, "x");
    DgGlyph straight[] = {{x, 0, width, 0, 0}, {x, 1, width, 0, 0}};
    DgGlyph wide[] = {{x, 0, width + DG_PT(1), 0, 0}, {x, 1, width, 0, 0}};
    DgGlyph shifted[] = {{x, 0, width, 0, 0}, {x, 1, width, -DG_PT(1), DG_PT(2)}};
    DgRun first = plain_run(serif(paper), "xx", straight, 2),
          second = plain_run(serif(paper), "xx", wide, 2);
    DgRun third = plain_run(serif(paper), "xx", shifted, 2), fourth = first, fifth = first,
          sixth = first;
    fourth.rise = DG_PT(3);
    fourth.size = DG_PT(7);
    fifth.expansion = -15;
    fifth.color = 0xFF0000;
    sixth.color = 0x333333;
    DgMark marks[] = {
        {.x = DG_PT(40), .y = DG_PT(100), .run = &first},
        {.x = DG_PT(40) + 2 * width, .y = DG_PT(100), .run = &second}, /* right behind it */
        {.x = DG_PT(40), .y = DG_PT(112.5), .run = &third},
        {.x = DG_PT(40), .y = DG_PT(124), .run = &fourth},
        {.x = DG_PT(40), .y = DG_PT(136), .run = &fifth},
        {.x = DG_PT(400), .y = DG_PT(136), .run = &sixth}, /* the other column */
    };
    /* The numbers below follow from the width of an x. */
    g_assert_cmpint(dg_len_scale(width, 1000, DG_PT(10)), ==, 519);
    g_assert_cmpstr(shown(paper, marks, G_N_ELEMENTS(marks)), ==,
                    "/F0 10 Tf\nBT\n40 580 TD\n[(aaa)-99(a)]TJ\n"
                    "0 -12.5 TD\n[(a)]TJ\n2 Ts\n[99(a)]TJ\n"
                    "/F0 7 Tf\n0 -11.5 TD\n3 Ts\n[(a)-222(a)]TJ\n"
                    "/F0 10 Tf\n98.5 Tz\n1 0 0 rg\n0 -12 TD\n0 Ts\n[(a)-9(a)]TJ\n"
                    "100 Tz\n.2 g\n360 0 TD\n[(aa)]TJ\nET\n");
}

/* However the advances fall between the units, no glyph strays by more than 1.5 units of glyph space. */
static void
test_rounding_does_not_add_up(Paper *paper, const void *data)
{
    (void)data;
    enum { N = 200 };
    uint32_t x = glyph_of(paper, "x");
    int32_t width = advance_of(paper, "x");
    DgGlyph glyphs[N];
    DgLen end = 0;
    for (int i = 0; i < N; i++) {
        glyphs[i] = (DgGlyph){x, 0, width + i % 7 - 2, 0, 0};
        end += glyphs[i].advance;
    }
    g_autofree char *text = g_strnfill(N, 'x');
    for (int i = 0; i < N; i++)
        glyphs[i].cluster = (uint32_t)i;
    DgRun run = plain_run(serif(paper), text, glyphs, N);
    DgMark mark = {.x = 0, .y = 0, .run = &run};
    char *operators = shown(paper, &mark, 1);
    /* The pen behind the last glyph: advances of the font less the adjustments. */
    int64_t pen = dg_len_scale(width, 1000, DG_PT(10)) * N;
    for (const char *s = operators; *s; s++)
        if (*s == ')' && s[1] != ']')
            pen -= atoi(s + 1);
    int64_t wanted = dg_len_scale(end - glyphs[N - 1].advance + width, 1000, DG_PT(10));
    g_assert_cmpint(llabs(pen - wanted), <=, 2); /* and half a unit of rounding here */
}

static void
check_texts(const DgRun *run, const char *const *texts)
{
    for (size_t i = 0; i < run->n_glyphs; i++) {
        PdfGlyphText text = pdf_glyph_text(run, i);
        g_autofree char *copy = g_strndup(text.text, text.length);
        g_assert_cmpstr(copy, ==, texts[i]);
    }
}

static void
test_glyphs_stand_for_their_clusters(Paper *paper, const void *data)
{
    (void)data;
    static const struct {
        const char *text;
        uint32_t clusters[4];
        size_t n;
        bool division;
        const char *texts[4];
        bool odd;
    } cases[] = {
        {"abc", {0, 1, 2}, 3, false, {"a", "b", "c"}, false},
        {"ffix", {0, 3}, 2, false, {"ffi", "x"}, false}, /* a ligature */
        {"Жук", {0, 2, 4}, 3, false, {"Ж", "у", "к"}, false},
        {"ёж",
         {0, 0, 2},
         3,
         false,
         {"ё", "\u200B", "ж"},
         true}, /* letter and dots: one character */
        {"e\u0301x",
         {0, 0, 3},
         3,
         false,
         {"e", "\u0301", "x"},
         false}, /* two characters, one cluster */
        {"abc", {0, 0}, 2, false, {"a", "bc"}, false},
        {"кон", {0, 2, 4, 6}, 4, true, {"к", "о", "н", "\u00AD"}, false},
        {"", {0, 0}, 2, false, {"\u200B", "\u200B"}, true},
        {"a", {0, 99}, 2, false, {"a", "\u200B"}, false}, /* a cluster behind the text */
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        DgGlyph glyphs[4] = {{0}};
        for (size_t j = 0; j < cases[i].n; j++)
            glyphs[j].cluster = cases[i].clusters[j];
        DgRun run = plain_run(serif(paper), cases[i].text, glyphs, cases[i].n);
        run.division = cases[i].division;
        check_texts(&run, cases[i].texts);
        g_assert_cmpint(pdf_glyph_text(&run, 0).odd, ==, cases[i].odd);
    }
}

/* One glyph with two texts has two codes; a cluster that is odd is told by ActualText. */
static void
test_codes_tell_texts(Paper *paper, const void *data)
{
    (void)data;
    uint32_t hyphen = glyph_of(paper, "-"), e = glyph_of(paper, "е");
    int32_t width = advance_of(paper, "-"), e_width = advance_of(paper, "е");
    DgGlyph glyphs[] = {{hyphen, 0, width, 0, 0}, {hyphen, 1, width, 0, 0}};
    DgRun divided = plain_run(serif(paper), "-", glyphs, 2);
    divided.division = true;
    DgGlyph pair[] = {{e, 0, e_width, 0, 0}, {hyphen, 0, width, 0, 0}};
    DgRun odd = plain_run(serif(paper), "ё", pair, 2);
    DgMark marks[] = {{.x = 0, .y = DG_PT(80), .run = &divided},
                      {.x = 0, .y = DG_PT(90), .run = &odd}};
    char *operators = shown(paper, marks, 2);
    g_assert_nonnull(strstr(operators, "[(ab)]TJ") ? operators : strstr(operators, "[(ba)]TJ"));
    g_assert_nonnull(strstr(operators, "/Span<</ActualText(\xFE\xFF"));
    g_assert_nonnull(strstr(operators, "EMC"));
}

/* What a character of the private use area means stands beside it: Unicode does not tell. */
static void
test_private_characters_are_told(Paper *paper, const void *data)
{
    (void)data;
    DgGlyph glyph = {glyph_of(paper, "•"), 0, advance_of(paper, "•"), 0, 0};
    DgRun run = plain_run(serif(paper), "\uF0B7", &glyph, 1);
    DgMark mark = {.x = 0, .y = 0, .run = &run};
    g_assert_nonnull(strstr(shown(paper, &mark, 1), "/Span<</ActualText"));
}

/* Codes have one byte while these suffice; then the rarest have two. */
static void
test_rare_codes_have_two_bytes(Paper *paper, const void *data)
{
    (void)data;
    enum { N = 400, ONCE = 300 };
    uint32_t x = glyph_of(paper, "x");
    DgGlyph glyphs[N];
    g_autoptr(GString) text = g_string_new(NULL);
    for (int i = 0; i < N; i++) {
        glyphs[i] = (DgGlyph){x, (uint32_t)text->len, advance_of(paper, "x"), 0, 0};
        g_string_append_unichar(text, (gunichar)(i < ONCE ? 0x4E00 + i : 'a'));
    }
    for (int n = 200; n <= N; n += N - 200) {
        DgRun run = plain_run(serif(paper), text->str, glyphs, (size_t)n);
        run.length = n == N ? text->len : glyphs[n].cluster;
        PdfFonts *fonts = pdf_fonts_new(paper->arena);
        pdf_fonts_gather(fonts, &run);
        pdf_fonts_settle(fonts, paper->diags);
        int wide = 0;
        g_autoptr(GHashTable) seen = g_hash_table_new(NULL, NULL);
        for (int i = 0; i < n; i++) {
            PdfGlyphText share = pdf_glyph_text(&run, (size_t)i);
            PdfCode code = pdf_font_code(pdf_fonts_find(fonts, run.face), &run, (size_t)i, &share);
            g_assert_cmpint(code.wide, ==, code.code > 0xFF);
            g_assert_null(memchr("()\\\r", code.code & 0xFF, 4));
            g_assert_true(g_hash_table_add(seen, GINT_TO_POINTER(code.code)) || i > ONCE);
            wide += code.wide;
        }
        g_assert_cmpint(wide, ==, n == N ? ONCE + 1 - 250 : 0);
    }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    PAPER_TEST("/pdf-text/operators", test_text_is_set_with_the_fewest_operators);
    PAPER_TEST("/pdf-text/rounding", test_rounding_does_not_add_up);
    PAPER_TEST("/pdf-text/clusters", test_glyphs_stand_for_their_clusters);
    PAPER_TEST("/pdf-text/codes", test_codes_tell_texts);
    PAPER_TEST("/pdf-text/private", test_private_characters_are_told);
    PAPER_TEST("/pdf-text/two-bytes", test_rare_codes_have_two_bytes);
    return g_test_run();
}
