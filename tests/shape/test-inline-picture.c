/* test-inline-picture.c - src/shape/inline-picture.c: the size and place of a picture in a line, and where it may end.
 * The square font at 10/12 pt: a letter and a space are EM wide. */
#include "typeset.h"

#define PLAIN                                                                                      \
    SQUARE "hyphens: none } p { text-indent: 0 } h2 { -dg-inline-height: 60%; text-align: left }"

/* Widths and heights of what the tests lend, by the picture's file; none of another. */
static const struct {
    const char *href;
    DgLen width, height;
} shelf[] = {
    {"low", DG_PT(20), DG_PT(5)},    {"tall", DG_PT(60), DG_PT(30)},
    {"wide", DG_PT(500), DG_PT(10)}, {"endless", DG_PT(60000), DG_PT(1)},
    {"flat", DG_PT(10), 0},
};

static bool
lend(const void *data, const DgNode *graphic, DgInlinePicture *picture)
{
    for (size_t i = 0; i < G_N_ELEMENTS(shelf); i++)
        if (g_strcmp0(graphic->href, shelf[i].href) == 0) {
            *picture = (DgInlinePicture){data, shelf[i].width, shelf[i].height};
            return true;
        }
    return false;
}

static Typeset
lent(void)
{
    Typeset t = typeset_new(PLAIN);
    dg_shaper_lend_pictures(t.shaper, lend, shelf);
    return t;
}

/* Words and pictures: what stands in brackets is a picture's file. */
static DgNode *
block_of(Typeset *t, const char *pattern)
{
    DgNode *block = typeset_block(t, "");
    g_auto(GStrv) parts = g_strsplit_set(pattern, "[]", -1);
    for (int i = 0; parts[i]; i++)
        if (i % 2 == 0)
            dg_node_append(block, dg_text_new(t->arena, parts[i], DG_NOWHERE));
        else
            typeset_inline(t, block, DG_INLINE_GRAPHIC, NULL)->href =
                dg_arena_strdup(t->arena, parts[i]);
    return block;
}

static const DgRun *
picture_run(Typeset *t, const DgPar *par, DgLen *x)
{
    DgPlacedRun *runs = NULL;
    size_t n = typeset_runs(t, par, 0, par->n_breaks - 1, &runs);
    for (size_t i = 0; i < n; i++)
        if (runs[i].run->picture) {
            if (x)
                *x = runs[i].x;
            return runs[i].run;
        }
    return NULL;
}

static void
test_a_low_picture_stands_on_the_baseline(void)
{
    Typeset t = lent();
    DgNode *block = block_of(&t, "ab [low] cd");
    DgPar *par = typeset_par(&t, block, "en");
    DgLen x = 0;
    const DgRun *run = picture_run(&t, par, &x);
    g_assert_nonnull(run);
    g_assert_cmpint(x, ==, 3 * EM);
    g_assert_cmpint(run->width, ==, DG_PT(20));
    g_assert_cmpint(run->picture->height, ==, DG_PT(5));
    g_assert_cmpint(run->rise, ==, 0);
    g_assert_true(run->picture->image == shelf);
    g_assert_true(run->node->kind == DG_INLINE_GRAPHIC && run->n_glyphs == 0);
    g_assert_cmpint(par->natural, ==, 6 * EM + DG_PT(20));
    g_assert_cmpint(par->widest_picture, ==, DG_PT(20));
    g_autofree char *text = typeset_text(&t, par, true);
    g_assert_cmpstr(text, ==, "ab {} cd");
    g_assert_cmpuint(par->characters, ==, 6);
    typeset_free(&t);
}

/* At most 120 % of 10 pt, which is the leading, too; as far below the baseline as above the capitals. */
static void
test_a_tall_picture_is_made_lower(void)
{
    Typeset t = lent();
    const DgRun *run = picture_run(&t, typeset_par(&t, block_of(&t, "[tall]"), "en"), NULL);
    const DgFace *face = dg_fonts_face(t.fonts, t.diags, "Diglot Square", 400, false);
    g_assert_cmpint(run->picture->height, ==, DG_PT(12));
    g_assert_cmpint(run->width, ==, DG_PT(24));
    g_assert_cmpint(face->cap_height, >, 0);
    DgLen capitals = dg_len_scale(DG_PT(10), face->cap_height, face->upem);
    g_assert_cmpint(run->rise, ==, -((DG_PT(12) - capitals) / 2));
    typeset_free(&t);
}

static void
test_the_style_bounds_the_height(void)
{
    Typeset t = lent();
    DgNode *block = block_of(&t, "[tall]");
    block->kind = DG_HEADING;
    block->role = DG_ROLE_H2;
    const DgRun *run = picture_run(&t, typeset_par(&t, block, "en"), NULL);
    DgLen size = dg_style_block(t.style, DG_ROLE_H2, "en")->font.size;
    g_assert_cmpint(run->picture->height, ==, dg_len_scale(size, 60, 100));
    typeset_free(&t);
}

/* The places as text: the width before each, in ems. */
static char *
places(const DgPar *par)
{
    GString *text = g_string_new(NULL);
    for (size_t i = 1; i < par->n_breaks; i++)
        g_string_append_printf(text, "%s%d%s", i > 1 ? " " : "", (int)(par->breaks[i].before / EM),
                               par->breaks[i].gap      ? "|"
                               : par->breaks[i].forced ? "!"
                                                       : "/");
    return g_string_free(text, FALSE);
}

static const struct {
    const char *text, *places;
} cases[] = {
    {"ab [low] cd", "2| 5| 8!"}, /* as a word between spaces */
    {"ab[low]cd", "6!"},         /* one word with letters that touch it */
    {"ab[low], cd", "5| 8!"},
    {"([low])", "4!"},
    {"ab\xE2\x80\x8B[low]", "2/ 4!"}, /* U+200B */
    {"ab-[low]", "5!"},
    {"[low][low]", "2/ 4!"},
    {"ab\xC2\xA0[low]\xC2\xA0"
     "cd",
     "8!"}, /* no break at U+00A0 */
};

static void
test_places(void)
{
    Typeset t = lent();
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *found = places(typeset_par(&t, block_of(&t, cases[i].text), "en"));
        g_test_message("%s", cases[i].text);
        g_assert_cmpstr(found, ==, cases[i].places);
    }
    typeset_free(&t);
}

/* It does not end the sense, so a title's line ends no better behind it than behind a word. */
static void
test_in_titles_it_is_like_a_word(void)
{
    Typeset t = lent();
    DgNode *block = block_of(&t, "ab [low] cd: ef");
    block->kind = DG_HEADING;
    block->role = DG_ROLE_H2;
    const DgBreak *breaks = typeset_par(&t, block, "en")->breaks;
    g_assert_cmpint(breaks[2].penalty, ==, breaks[1].penalty);
    g_assert_cmpint(breaks[2].penalty, >, breaks[3].penalty);
    typeset_free(&t);
}

static void
test_words_stand_for_what_is_not_there(void)
{
    Typeset t = lent();
    DgNode *block = block_of(&t, "a [lost] b [flat] c []");
    DgNode *named = block->first->next->next; /* behind an empty text */
    named->alt = "a mark";
    g_autofree char *text = typeset_text(&t, typeset_par(&t, block, "en"), true);
    g_assert_cmpstr(text, ==, "a {[a mark]} b {[flat]} c {[The picture is missing]}");
    dg_shaper_lend_pictures(t.shaper, NULL, NULL);
    g_autofree char *bare = typeset_text(&t, typeset_par(&t, block_of(&t, "[low]"), "ru"), false);
    g_assert_cmpstr(bare, ==, "[low]");
    typeset_free(&t);
}

static void
test_no_picture_is_wider_than_the_room(void)
{
    Typeset t = lent();
    DgPar *par = typeset_par(&t, block_of(&t, "ab [wide] cd [low]"), "en");
    g_assert_true(dg_par_within(t.arena, par, DG_PT(500)) == par);
    const DgPar *within = dg_par_within(t.arena, par, DG_PT(100));
    DgLen x = 0;
    const DgRun *run = picture_run(&t, within, &x);
    g_assert_cmpint(run->width, ==, DG_PT(100));
    g_assert_cmpint(run->picture->height, ==, DG_PT(2));
    g_assert_cmpint(run->rise, ==, 0);
    g_assert_cmpint(x, ==, 3 * EM);
    g_assert_cmpint(within->natural, ==, par->natural - DG_PT(400));
    g_assert_cmpint(within->breaks[1].before, ==, 2 * EM);
    g_assert_cmpint(within->breaks[2].before, ==, 3 * EM + DG_PT(100));
    g_assert_cmpint(within->breaks[within->n_breaks - 1].before, ==, within->natural);
    g_assert_cmpint(par->breaks[2].before, ==,
                    3 * EM + DG_PT(500)); /* the paragraph is as it was */
    g_assert_cmpint(picture_run(&t, dg_par_within(t.arena, par, -5), NULL)->width, ==, 1);
    typeset_free(&t);
}

/* Sums must not run over between two places, however many touch. */
static void
test_endless_pictures(void)
{
    Typeset t = lent();
    g_autoptr(GString) pattern = g_string_new(NULL);
    for (int i = 0; i < 300; i++)
        g_string_append(pattern, "a[endless]");
    DgPar *par = typeset_par(&t, block_of(&t, pattern->str), "en");
    for (size_t i = 1; i < par->n_breaks; i++) {
        DgLen width = dg_stretch_width(&par->breaks[i - 1], &par->breaks[i]);
        g_assert_cmpint(width, >, 0);
        g_assert_cmpint(width, <, (DgLen)1 << 28);
    }
    g_assert_cmpint(dg_par_within(t.arena, par, EM)->natural, ==, 600 * EM);
    typeset_free(&t);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/shape/picture/baseline", test_a_low_picture_stands_on_the_baseline);
    g_test_add_func("/shape/picture/height", test_a_tall_picture_is_made_lower);
    g_test_add_func("/shape/picture/style", test_the_style_bounds_the_height);
    g_test_add_func("/shape/picture/places", test_places);
    g_test_add_func("/shape/picture/titles", test_in_titles_it_is_like_a_word);
    g_test_add_func("/shape/picture/words", test_words_stand_for_what_is_not_there);
    g_test_add_func("/shape/picture/room", test_no_picture_is_wider_than_the_room);
    g_test_add_func("/shape/picture/endless", test_endless_pictures);
    return g_test_run();
}
