/* test-cover.c - src/page/cover.c, barcode.c: ISBN, bars of EAN-13, what stands where on the sheet */
#include "../shape/typeset.h"
#include "cover-internal.h"

#define SHEET SQUARE "text-align: left; hyphens: none }"

static void
test_isbn(void)
{
    static const struct {
        const char *isbn, *digits; /* NULL: it is none */
    } cases[] = {
        {"978-3-16-148410-0", "9783161484100"}, /* ISO 2108 */
        {"3-16-148410-X", "9783161484100"},
        {"0-306-40615-2", "9780306406157"},
        {"978-3-16-148410-1", NULL},
        {"3-16-148410-0", NULL},
        {"978316148410", NULL},
        {"97831614841000", NULL},
        {"978-3-16-148410-X", NULL},
        {"", NULL},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        char digits[14] = "";
        g_assert_true(dg_isbn_digits(cases[i].isbn, digits) == (cases[i].digits != NULL));
        g_assert_cmpstr(digits, ==, cases[i].digits ? cases[i].digits : "");
    }
}

/* The widths of bars and spaces in modules, from the first bar to the last. */
static char *
widths_of(const DgPage *page)
{
    DgLen module = dg_barcode_width() / 113, end = 0;
    GString *widths = g_string_new(NULL);
    for (size_t i = 0; i < page->n_marks; i++) {
        const DgMark *bar = &page->marks[i];
        if (bar->kind != DG_MARK_RULE)
            continue;
        if (widths->len)
            g_string_append_printf(widths, "%d", (int)((bar->x - end + module / 2) / module));
        g_string_append_printf(widths, "%d", (int)((bar->width + module / 2) / module));
        end = bar->x + bar->width;
    }
    return g_string_free(widths, FALSE);
}

/* Widths by the tables of ISO/IEC 15420: first digit 2, so the sets AABBAB; then set C. */
static void
test_bars(void)
{
    Typeset t = typeset_new(SHEET);
    DgPage page = {0};
    DgCanvas canvas = {.arena = t.arena, .page = &page};
    const DgFontStyle *font = &dg_style_block(t.style, DG_ROLE_FOLIO, "en")->font;
    dg_barcode_place(&canvas, t.shaper, font, "2112345678900", "2112345678900", DG_MM(10),
                     DG_MM(20));
    g_autofree char *widths = widths_of(&page);
    g_assert_cmpstr(widths, ==,
                    "111"
                    "222122212212114111321321"
                    "11111"
                    "111413121213311232113211"
                    "111");
    const DgMark *first = NULL, *last = NULL;
    for (size_t i = 0; i < page.n_marks; i++)
        if (page.marks[i].kind == DG_MARK_RULE) {
            first = first ? first : &page.marks[i];
            last = &page.marks[i];
        }
    DgLen module = dg_barcode_width() / 113, right = DG_MM(10) + dg_barcode_width();
    g_assert_cmpint(first->x - DG_MM(10), >=, 11 * module);
    g_assert_cmpint(right - last->x - last->width, >=, 7 * module);
    typeset_free(&t);
}

static DgPages *
cover_of(Typeset *t, const char *isbn, const char *annotation, size_t n_pages)
{
    DgVolume *volume = DG_NEW(t->arena, DgVolume);
    *volume = (DgVolume){.languages = {"en", "ru"}, .n_languages = 2, .title = {"Title", "Книга"}};
    volume->imprint.isbn = isbn;
    volume->imprint.annotation[DG_LEFT] = annotation;
    return dg_cover_make(t->arena, t->diags, t->shaper, volume, t->style, n_pages);
}

/* A mark that stands upwards, or NULL. */
static const DgMark *
spine_mark(const DgPages *cover)
{
    for (size_t i = 0; i < cover->pages->n_marks; i++)
        if (cover->pages->marks[i].upwards)
            return &cover->pages->marks[i];
    return NULL;
}

static void
test_spine(void)
{
    Typeset t = typeset_new(SHEET);
    DgLen width = dg_style_page(t.style)->width, height = dg_style_page(t.style)->height;
    const DgPages *thin = cover_of(&t, NULL, NULL, 100), *thick = cover_of(&t, NULL, NULL, 401);
    g_assert_null(spine_mark(thin));                                 /* 5 mm bear no words */
    g_assert_cmpint(ABS(thin->width - 2 * width - DG_MM(5)), <, 50); /* a unit a leaf */
    const DgMark *title = spine_mark(thick);
    g_assert_nonnull(title);
    g_assert_cmpint(title->x, >, width);
    g_assert_cmpint(title->x, <, thick->width - width);
    g_assert_cmpint(title->y, >, height / 2); /* begins below the middle and rises */
    typeset_free(&t);
}

/* An annotation that would reach the barcode is left out. */
static void
test_annotation_never_meets_the_barcode(void)
{
    Typeset t = typeset_new(SHEET);
    g_autofree char *longest = g_strnfill(40000, 'a');
    for (size_t i = 0; i < 40000; i += 8)
        longest[i] = ' ';
    size_t none = cover_of(&t, "978-3-16-148410-0", NULL, 2)->pages->n_marks;
    g_assert_cmpuint(cover_of(&t, "978-3-16-148410-0", "Short", 2)->pages->n_marks, >, none);
    g_assert_cmpuint(cover_of(&t, "978-3-16-148410-0", longest, 2)->pages->n_marks, ==, none);
    size_t bars = none - cover_of(&t, "", NULL, 2)->pages->n_marks;
    g_assert_cmpuint(bars, ==, 30 + 4); /* and four runs of digits */
    typeset_free(&t);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/page/cover/isbn", test_isbn);
    g_test_add_func("/page/cover/bars", test_bars);
    g_test_add_func("/page/cover/spine", test_spine);
    g_test_add_func("/page/cover/annotation", test_annotation_never_meets_the_barcode);
    return g_test_run();
}
