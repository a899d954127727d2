/* test-code.c - src/page/code.c: lines of code that are too long. In the square font a letter is EM wide. */
#include "../shape/typeset.h"
#include "rows-internal.h"

#define CODE SQUARE "hyphens: none; text-align: left } code { font-size: 10pt; line-height: 12pt }"
#define MONO                                                                                       \
    ":root { font-family: \"PT Mono\", \"DejaVu Sans\"; font-size: 10pt; line-height: 12pt; text-align: left }"

typedef struct {
    Typeset t;
    DgSetting setting;
    DgPiece piece;
    const DgBroken *broken;
} Listing;

static void
listing_set(Listing *listing, const char *css, const char *text, DgLen measure)
{
    *listing = (Listing){.t = typeset_new(css)};
    Typeset *t = &listing->t;
    listing->setting = (DgSetting){.arena = t->arena,
                                   .diags = t->diags,
                                   .shaper = t->shaper,
                                   .style = t->style,
                                   .page = dg_style_page(t->style)};
    DgNode *block = dg_block_new(t->arena, DG_CODE, DG_ROLE_NONE, text, DG_NOWHERE);
    const DgBlockStyle *style = dg_style_block(t->style, DG_ROLE_CODE, "en");
    listing->piece = (DgPiece){.block = block, .style = style};
    listing->piece.par = dg_par_make(t->shaper, block, style, "en", NULL, NULL);
    dg_code_fit(&listing->setting, &listing->piece, measure);
    const DgLines *lines = listing->piece.lines;
    listing->broken = &lines->variants[lines->best];
}

static void
test_short_lines_stay(void)
{
    Listing listing;
    listing_set(&listing, CODE, "abc\n  def", 10 * EM);
    g_assert_cmpint(listing.broken->n_lines, ==, 2);
    g_assert_cmpint(listing.piece.style->font.size, ==, DG_PT(10));
    typeset_free(&listing.t);
}

/* Every size between the smallest and the full one keeps its lines whole. */
static void
test_a_little_too_long_is_set_smaller(void)
{
    for (DgLen measure = 9 * EM; measure < 10 * EM; measure += EM / 37) {
        Listing listing;
        listing_set(&listing, CODE, "abcd efghi\nab", measure);
        g_assert_cmpint(listing.broken->n_lines, ==, 2);
        g_assert_cmpint(listing.piece.style->font.size, <, DG_PT(10));
        g_assert_cmpint(listing.piece.style->font.size, >=, DG_PT(8.9));
        g_assert_false(listing.broken->lines[0].overfull);
        typeset_free(&listing.t);
    }
}

static void
test_what_goes_on_hangs(void)
{
    Listing listing;
    listing_set(&listing, CODE, "abcd efgh\n ab", 7 * EM);
    g_assert_cmpint(listing.broken->n_lines, ==, 3);
    g_assert_cmpint(listing.piece.style->font.size, ==, DG_PT(10));
    g_assert_cmpint(listing.broken->lines[0].x, ==, 0);
    g_assert_cmpint(listing.broken->lines[1].x, ==, 3 * EM);
    g_assert_cmpint(listing.broken->lines[2].x, ==, 0);
    g_assert_null(listing.piece.turn); /* the square font has no such sign, and nobody misses it */
    g_assert_cmpuint(dg_diags_count(listing.t.diags, DG_FONT_GLYPH), ==, 0);
    typeset_free(&listing.t);
}

/* Artifacts in the hang, beside the second line and the third. */
static void
test_a_sign_says_that_a_line_goes_on(void)
{
    Listing listing;
    listing_set(&listing, MONO, "abcdef abcdef abcdef\nabc", 12 * DG_PT(6));
    g_assert_cmpint(listing.broken->n_lines, ==, 4);
    g_assert_nonnull(listing.piece.turn);
    DgPage page = {0};
    DgCanvas canvas = {.arena = listing.t.arena, .page = &page};
    for (int i = 0; i < 4; i++)
        dg_code_place_turn(&canvas, &listing.piece, &listing.broken->lines[i], DG_PT(100),
                           DG_PT(200));
    g_assert_cmpuint(page.n_marks, ==, 2);
    g_assert_null(page.marks[0].node);
    g_assert_cmpint(page.marks[0].x, >, DG_PT(100));
    g_assert_cmpint(page.marks[0].x + page.marks[0].width, <,
                    DG_PT(100) + listing.broken->lines[1].x);
    typeset_free(&listing.t);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/page/code/short", test_short_lines_stay);
    g_test_add_func("/page/code/smaller", test_a_little_too_long_is_set_smaller);
    g_test_add_func("/page/code/hang", test_what_goes_on_hangs);
    g_test_add_func("/page/code/sign", test_a_sign_says_that_a_line_goes_on);
    return g_test_run();
}
