/* test-card-page.c - src/page/card-page.c: both languages level, sizes that give way, nothing beyond the card */
#include "../shape/typeset.h"
#include "diglot/page.h"

#define SHEET                                                                                      \
    SQUARE "text-align: left; hyphens: none }"                                                     \
           "card { padding: 30pt } card-title { font-size: 30pt; line-height: 36pt }"

enum { WIDTH = 600, HEIGHT = 315 };

static DgPages *
card_of(Typeset *t, const DgCard *card, const DgImage *logo)
{
    static const DgVolume volume = {.languages = {"ru", "en"}, .n_languages = 2};
    return dg_card_set(t->arena, t->shaper, &volume, t->style, card, logo);
}

/* The first mark whose text begins with that; NULL: there is none. */
static const DgMark *
mark_of(const DgPages *card, const char *start)
{
    for (size_t i = 0; i < card->pages->n_marks; i++) {
        const DgMark *mark = &card->pages->marks[i];
        if (mark->run && strncmp(mark->run->text, start, strlen(start)) == 0)
            return mark;
    }
    return NULL;
}

static void
assert_inside(const DgPages *card)
{
    g_assert_cmpint(card->width, ==, DG_PT(WIDTH));
    g_assert_cmpint(card->height, ==, DG_PT(HEIGHT));
    for (size_t i = 0; i < card->pages->n_marks; i++) {
        const DgMark *mark = &card->pages->marks[i];
        g_assert_cmpint(mark->x, >=, 0);
        g_assert_cmpint(mark->x + mark->width, <=, DG_PT(WIDTH));
        g_assert_cmpint(mark->y, <=, DG_PT(HEIGHT));
        if (mark->run)
            g_assert_cmpint(mark->x + mark->width, <=, DG_PT(WIDTH - 30));
    }
}

static void
test_sides_stand_level(void)
{
    Typeset t = typeset_new(SHEET);
    DgCard says = {.event = {"Aa", "Bb"},
                   .title = {"Cc dd ee ff", "Gg"},
                   .below = {"Hh", "Ii"},
                   .place = {"Jj", "Kk ll mm nn oo pp qq rr ss tt uu vv ww xx yy zz"},
                   .publisher = {"Ll", "Mm"}};
    const DgPages *card = card_of(&t, &says, NULL);
    static const char *const rows[][DG_SIDES] = {
        {"Aa", "Bb"}, {"Cc", "Gg"}, {"Hh", "Ii"}, {"Jj", "Kk"}, {"Ll", "Mm"}};
    DgLen last = 0;
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        const DgMark *left = mark_of(card, rows[i][DG_LEFT]),
                     *right = mark_of(card, rows[i][DG_RIGHT]);
        g_assert_true(left && right);
        g_assert_cmpint(left->y, ==, right->y);
        g_assert_cmpint(left->y, >, last);
        g_assert_cmpint(left->x, ==, DG_PT(30));
        g_assert_cmpint(right->x, ==, DG_PT(30 + 255 + 30));
        last = left->y;
    }
    assert_inside(card);
    typeset_free(&t);
}

/* The size of titles is that of the style where they have room, the same in both columns, and never lets a line
 * reach over its column. */
static void
test_long_titles_give_way(void)
{
    static const struct {
        const char *left;
        int size; /* of the type, in points */
        bool whole;
    } cases[] = {
        {"Aa", 30, true},
        {"Aabbccddeeff", 20, true}, /* 12 squares in 255 pt: 21 and less */
        {"Aa bb cc dd ee ff gg hh ii jj kk ll mm nn oo pp qq rr ss tt uu vv", 24, true},
        {"Aabbccddeeffgghhiijjkkllmmnnooppqqrrssttuuvv", 12, false},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        Typeset t = typeset_new(SHEET);
        DgCard says = {.title = {cases[i].left, "Zz"}};
        const DgPages *card = card_of(&t, &says, NULL);
        const DgMark *left = mark_of(card, "Aa"), *right = mark_of(card, "Zz");
        g_assert_true(left && right);
        g_assert_cmpint(left->run->size, ==, right->run->size);
        g_assert_cmpint(left->run->size / DG_PT(1), ==, cases[i].size);
        g_assert_cmpint(left->width, <=, DG_PT(255));
        size_t length = left->run->length;
        bool cut = length > 3 && memcmp(left->run->text + length - 3, "…", 3) == 0;
        g_assert_true(cut != cases[i].whole);
        assert_inside(card);
        typeset_free(&t);
    }
}

static void
test_endless_texts_are_cut(void)
{
    Typeset t = typeset_new(SHEET);
    g_autofree char *words = g_strnfill(60000, 'a'), *letters = g_strnfill(60000, 'b');
    for (size_t i = 0; i < 60000; i += 8)
        words[i] = ' ';
    DgCard says = {.event = {words, letters},
                   .title = {words, letters},
                   .below = {letters, words},
                   .place = {words, letters},
                   .publisher = {letters, words}};
    assert_inside(card_of(&t, &says, NULL));
    typeset_free(&t);
}

/* A text of one language has the whole width; without any there is still a card. */
static void
test_one_title_has_the_whole_width(void)
{
    Typeset t = typeset_new(SHEET);
    DgCard says = {.title = {NULL, "Aa bb cc dd ee"}, .place = {"Xx", "Yy"}};
    const DgPages *card = card_of(&t, &says, NULL);
    g_assert_cmpint(mark_of(card, "Aa")->width, >, DG_PT(255));
    g_assert_null(mark_of(card, "Xx"));
    g_assert_nonnull(mark_of(card, "Yy"));
    says = (DgCard){.place = {NULL, NULL}};
    g_assert_null(mark_of(card_of(&t, &says, NULL), ""));
    typeset_free(&t);
}

/* In its corner, as large as it may be in its own proportions; the text beside it keeps off. */
static void
test_a_logo_has_its_corner(void)
{
    static const struct {
        int width, height, shown_width, shown_height;
    } cases[] = {{200, 40, 100, 20}, {40, 80, 20, 40}, {0, 80, 0, 0}};
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        Typeset t = typeset_new(SHEET);
        const DgImage logo = {.natural_width = DG_PT(cases[i].width),
                              .natural_height = DG_PT(cases[i].height)};
        DgCard says = {.title = {"Aa", "Bb"}, .place = {"Cc", "Dd ee ff gg hh ii jj kk ll mm"}};
        const DgPages *card = card_of(&t, &says, &logo);
        const DgMark *shown = NULL;
        for (size_t j = 0; j < card->pages->n_marks; j++)
            if (card->pages->marks[j].kind == DG_MARK_IMAGE)
                shown = &card->pages->marks[j];
        g_assert_true((shown != NULL) == (cases[i].shown_width > 0));
        if (shown) {
            g_assert_cmpint(shown->width, ==, DG_PT(cases[i].shown_width));
            g_assert_cmpint(shown->height, ==, DG_PT(cases[i].shown_height));
            g_assert_cmpint(shown->x + shown->width, ==, DG_PT(WIDTH - 30));
            g_assert_cmpint(shown->y + shown->height, ==, DG_PT(HEIGHT - 30));
            const DgMark *beside = mark_of(card, "Dd");
            g_assert_cmpint(beside->x + beside->width, <, shown->x);
        }
        typeset_free(&t);
    }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/page/card/level", test_sides_stand_level);
    g_test_add_func("/page/card/long-titles", test_long_titles_give_way);
    g_test_add_func("/page/card/endless", test_endless_texts_are_cut);
    g_test_add_func("/page/card/one-title", test_one_title_has_the_whole_width);
    g_test_add_func("/page/card/logo", test_a_logo_has_its_corner);
    return g_test_run();
}
