/* test-pdf-press.c - the file for a press: boxes, inks, signatures, drawings; the same pages as on the screen. */
#include "paper.h"

#include "pdf-internal.h"

#include <string.h>

typedef struct {
    Paper paper;
    DgInks *inks;
    DgPdfPress press;
} Press;

static void
press_open(Press *press, const void *data)
{
    bool black = GPOINTER_TO_INT(data) == DG_INK_BLACK;
    paper_open(&press->paper, NULL);
    press->inks =
        dg_inks_new(press->paper.arena, press->paper.diags, g_getenv("DIGLOT_DATA"), "SWOP", black);
    g_assert_nonnull(press->inks);
    press->press = (DgPdfPress){.inks = press->inks, .marks = DG_MARKS_CROP | DG_MARKS_CROSS};
    press->paper.pages.bleed = DG_MM(3);
}

static void
press_close(Press *press, const void *data)
{
    (void)data;
    dg_inks_free(press->inks);
    paper_close(&press->paper, NULL);
}

static DgPdfOptions
options_of(const Press *press)
{
    return (DgPdfOptions){.volume = &press->paper.volume,
                          .date = "2024-09-18T00:00:00Z",
                          .producer = "diglot",
                          .press = &press->press};
}

static char *
written(Press *press)
{
    DgBytes bytes = dg_pdf_write(press->paper.arena, press->paper.diags, &press->paper.pages,
                                 options_of(press));
    return paper_plain(&press->paper, bytes);
}

static DgNode *
one_page(Press *press)
{
    DgNode *body = dg_node_new(press->paper.arena, DG_BODY, DG_NOWHERE);
    paper_words(&press->paper, body, DG_PARAGRAPH, "Слово");
    paper_flow(&press->paper, "item", body, NULL);
    paper_page(&press->paper, "1");
    paper_set(&press->paper, body);
    return body;
}

static bool
box_of(const char *plain, const char *name, double box[4])
{
    const char *at = strstr(plain, name);
    for (int i = 0; at && i < 4; i++) {
        at += strcspn(at, "0123456789-");
        char *end = NULL;
        box[i] = g_ascii_strtod(at, &end);
        at = end;
    }
    return at != NULL;
}

static void
test_boxes_lie_in_each_other(Press *press, const void *data)
{
    (void)data;
    one_page(press);
    char *plain = written(press);
    double media[4], bleed[4], trim[4];
    g_assert_true(box_of(plain, "/MediaBox [", media) && box_of(plain, "/BleedBox [", bleed) &&
                  box_of(plain, "/TrimBox [", trim));
    const double mm = 72 / 25.4, width = dg_len_points(press->paper.pages.width);
    g_assert_cmpfloat_with_epsilon(trim[2] - trim[0], width, 0.002);
    g_assert_cmpfloat_with_epsilon(trim[0] - bleed[0], 3 * mm, 0.002);
    g_assert_cmpfloat_with_epsilon(bleed[3] - trim[3], 3 * mm, 0.002);
    g_assert_cmpfloat_with_epsilon(trim[0] - media[0], 10 * mm, 0.002); /* gap, mark, rest */
    g_assert_cmpfloat(media[0], ==, 0);
}

static void
test_without_marks_the_sheet_ends_with_the_bleed(Press *press, const void *data)
{
    (void)data;
    one_page(press);
    press->press.marks = 0;
    char *plain = written(press);
    double media[4], bleed[4];
    g_assert_true(box_of(plain, "/MediaBox [", media) && box_of(plain, "/BleedBox [", bleed));
    for (int i = 0; i < 4; i++)
        g_assert_cmpfloat(media[i], ==, bleed[i]);
    g_assert_null(strstr(plain, " S\n"));
}

static void
test_it_says_what_it_is(Press *press, const void *data)
{
    (void)data;
    one_page(press);
    char *plain = written(press);
    g_assert_true(g_str_has_prefix(plain, "%PDF-1.6"));
    static const char *const wanted[] = {"/GTS_PDFX",
                                         "/GTS_PDFXVersion (PDF/X-4)",
                                         "/Trapped /False",
                                         "<pdfxid:GTS_PDFXVersion>PDF/X-4<",
                                         "<pdf:Trapped>False<",
                                         "<xmpMM:VersionID>1<",
                                         "/N 4"};
    for (size_t i = 0; i < G_N_ELEMENTS(wanted); i++)
        g_assert_nonnull(strstr(plain, wanted[i]));
    static const char *const unwanted[] = {"pdfaid", "StructTreeRoot", "/Annots", "BDC", "MCID"};
    for (size_t i = 0; i < G_N_ELEMENTS(unwanted); i++)
        g_assert_null(strstr(plain, unwanted[i]));
}

/* Red words are black ink; a red area is inks where the press has them. */
static void
test_colors(Press *press, const void *data)
{
    bool black = GPOINTER_TO_INT(data) == DG_INK_BLACK;
    DgNode *body = dg_node_new(press->paper.arena, DG_BODY, DG_NOWHERE);
    paper_flow(&press->paper, "item", body, NULL);
    paper_page(&press->paper, "1");
    press->paper.style.color = 0xCC0000;
    paper_text(&press->paper, NULL, DG_PT(40), DG_PT(80), "Rot");
    paper_mark(&press->paper, (DgMark){.kind = DG_MARK_FILL,
                                       .x = DG_PT(40),
                                       .y = DG_PT(90),
                                       .width = DG_PT(9),
                                       .height = DG_PT(9),
                                       .color = 0x00CC00});
    char *plain = written(press);
    g_assert_null(strstr(plain, " rg\n"));
    g_assert_null(strstr(plain, " RG\n"));
    g_assert_nonnull(strstr(plain, " g\n"));
    g_assert_true((strstr(plain, " k\n") != NULL) == !black);
    const char *text = strstr(plain, "Tj"), *array = strstr(plain, "TJ");
    g_assert_true(text || array);
}

static void
test_blank_pages_fill_the_signature(Press *press, const void *data)
{
    (void)data;
    one_page(press);
    for (int i = 0; i < 4; i++)
        paper_page(&press->paper, "2");
    static const struct {
        int signature;
        size_t pages, blank;
    } cases[] = {{0, 5, 0}, {1, 5, 0}, {5, 5, 0}, {4, 8, 3}, {16, 16, 11}};
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        size_t blank = 99;
        press->press.signature = cases[i].signature;
        g_assert_cmpuint(dg_pdf_count(&press->paper.pages, options_of(press), &blank), ==,
                         cases[i].pages);
        g_assert_cmpuint(blank, ==, cases[i].blank);
        char *plain = written(press), *count = g_strdup_printf("/Count %zu", cases[i].pages);
        g_assert_nonnull(strstr(plain, count));
        g_free(count);
    }
}

/* Read from the file: it stands on the last page, or has blank ones behind it. */
static void
test_blank_pages_stand_before_the_final_imprint(Press *press, const void *data)
{
    (void)data;
    static const struct {
        int others;
        bool imprint_last;
    } cases[] = {{1, true}, {2, false}, {5, true}}; /* one blank page would turn its leaf */
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        DgNode *body = dg_node_new(press->paper.arena, DG_BODY, DG_NOWHERE);
        press->paper.pages.n_pages = 0;
        paper_flow(&press->paper, "item", NULL, NULL);
        for (int page = 0; page < cases[i].others; page++)
            paper_page(&press->paper, "1");
        paper_words(&press->paper, body, DG_PARAGRAPH, "Подписано в печать");
        paper_flow(&press->paper, "final-imprint", body, NULL);
        paper_page(&press->paper, "2");
        paper_set(&press->paper, body);
        press->press.marks = 0;
        press->press.signature = 4;
        DgBytes bytes = dg_pdf_write(press->paper.arena, press->paper.diags, &press->paper.pages,
                                     options_of(press));
        char *text = paper_run(&press->paper, bytes, "pdftotext @ -");
        const char *words = strstr(text, "Подписано"), *end = strrchr(text, '\f');
        g_assert_nonnull(words);
        g_assert_true((memchr(words, '\f', (size_t)(end - words)) == NULL) ==
                      cases[i].imprint_last);
    }
}

/* Blank pages have no number; the page behind them has its own, as on the screen. */
static void
test_blank_pages_have_no_label(Press *press, const void *data)
{
    (void)data;
    DgNode *body = dg_node_new(press->paper.arena, DG_BODY, DG_NOWHERE);
    paper_flow(&press->paper, "item", NULL, NULL);
    paper_page(&press->paper, "1");
    paper_flow(&press->paper, "final-imprint", body, NULL);
    paper_page(&press->paper, "2");
    press->press.signature = 4;
    DgBytes bytes = dg_pdf_write(press->paper.arena, press->paper.diags, &press->paper.pages,
                                 options_of(press));
    char *json = paper_run(&press->paper, bytes, "qpdf --json=1 --json-key=pagelabels @");
    g_auto(GStrv) words = g_strsplit_set(strstr(json, "\"pagelabels\""), " \n", -1);
    g_autofree char *labels = g_strjoinv("", words);
    g_assert_nonnull(strstr(labels, "{\"index\":0,\"label\":{\"/S\":\"/D\",\"/St\":1}},"
                                    "{\"index\":1,\"label\":{\"/St\":1}}," /* without a style */

                                    "{\"index\":3,\"label\":{\"/S\":\"/D\",\"/St\":2}}"));
}

/* Cairo's operators; what is no plain drawing is refused. */
static void
test_drawings(Press *press, const void *data)
{
    (void)data;
    static const struct {
        const char *content, *inked; /* NULL: refused */
    } cases[] = {
        {"0 0 0 rg 1 2 m f\n", "0 g\n1 2 m f "},
        {"1 1 1 RG q 2 w S Q", "1 G\nq 2 w S Q "},
        {"BT (a\\)b (c) 1 0 0 rg) Tj ET", "BT (a\\)b (c) 1 0 0 rg) Tj ET "},
        {"[<01>-3<02>]TJ /x5 Do", "[ < 01 > -3 < 02 > ] TJ /x5 Do "},
        {"0 0 0 rg", "0 g\n"},
        {"rg", "0 g\n"},
        {"/Pattern cs /p1 scn f", NULL},
        {"0 0 0 1 k f", NULL},
        {"BI /W 1 ID x EI", NULL},
        {"(not closed", "(not closed "},
        {"", ""},
    };
    const PdfColors colors = {press->inks};
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(GString) out = g_string_new(NULL);
        bool plain = pdf_press_content(&colors, cases[i].content, strlen(cases[i].content), out);
        g_assert_true(plain == (cases[i].inked != NULL));
        if (plain)
            g_assert_cmpstr(out->str, ==, cases[i].inked);
    }
}

#define PRESS_TEST(path, ink, function)                                                            \
    g_test_add(path, Press, GINT_TO_POINTER(ink), press_open, function, press_close)

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    PRESS_TEST("/pdf-press/boxes", DG_INK_BLACK, test_boxes_lie_in_each_other);
    PRESS_TEST("/pdf-press/bare", DG_INK_BLACK, test_without_marks_the_sheet_ends_with_the_bleed);
    PRESS_TEST("/pdf-press/claims", DG_INK_BLACK, test_it_says_what_it_is);
    PRESS_TEST("/pdf-press/black", DG_INK_BLACK, test_colors);
    PRESS_TEST("/pdf-press/cmyk", DG_INK_CMYK, test_colors);
    PRESS_TEST("/pdf-press/signature", DG_INK_BLACK, test_blank_pages_fill_the_signature);
    PRESS_TEST("/pdf-press/final-imprint", DG_INK_BLACK,
               test_blank_pages_stand_before_the_final_imprint);
    PRESS_TEST("/pdf-press/labels", DG_INK_BLACK, test_blank_pages_have_no_label);
    PRESS_TEST("/pdf-press/drawings", DG_INK_BLACK, test_drawings);
    return g_test_run();
}
