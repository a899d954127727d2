/* test-floats.c - figures let text go before them: the feet of pages fill, and nothing else changes its order. */
#include "../shape/typeset.h"
#include "diglot/page.h"

#define SHEET                                                                                      \
    SQUARE                                                                                         \
    "text-align: left; hyphens: none }"                                                            \
    "@page { size: 640pt 540pt; margin: 20pt; -dg-column-gap: 20pt }"                              \
    "h1 { break-after: avoid; margin-top: 12pt } caption { font-size: 10pt; line-height: 12pt }"

enum { FIGURE_EVERY = 4, HEADING_EVERY = 13 };

typedef struct {
    Typeset t;
    GRand *random;
    DgVolume volume;
    DgItem item;
    DgFlow flow;
    DgBook book;
    DgNode *body[DG_SIDES];
} Maker;

static char *
make_words(GRand *random)
{
    GString *text = g_string_new(NULL);
    for (int n = g_rand_int_range(random, 5, 60); n > 0; n--)
        g_string_append(text, "words ");
    return g_string_free(text, FALSE);
}

/* A picture that is not there: its box takes a third of the column. */
static DgNode *
make_figure(Maker *maker, size_t i)
{
    DgNode *figure = dg_node_new(maker->t.arena, DG_FIGURE, DG_NOWHERE);
    figure->label = dg_arena_printf(maker->t.arena, "F%c.", (int)('a' + i % 26));
    DgNode *graphic = dg_node_new(maker->t.arena, DG_GRAPHIC, DG_NOWHERE);
    graphic->as.graphic.missing = true;
    dg_node_append(figure, graphic);
    return figure;
}

static DgNode *
make_block(Maker *maker, size_t i, const char *words)
{
    if (i % FIGURE_EVERY == 1)
        return make_figure(maker, i);
    bool heading = i % HEADING_EVERY == 10;
    DgNode *block = dg_block_new(maker->t.arena, heading ? DG_HEADING : DG_PARAGRAPH, DG_ROLE_NONE,
                                 heading ? "heading" : words, DG_NOWHERE);
    if (heading)
        block->as.heading.level = 1;
    return block;
}

static void
open_maker(Maker *maker, guint32 seed, const char *sheet)
{
    *maker = (Maker){.t = typeset_new(sheet), .random = g_rand_new_with_seed(seed)};
    size_t n = 80;
    maker->volume = (DgVolume){.languages = {"en", "ru"}, .n_languages = 2};
    maker->item = (DgItem){.href = "one"};
    maker->flow = (DgFlow){.kind = "item", .item = &maker->item, .n_pairs = n};
    maker->flow.pairs = DG_NEW_ARRAY(maker->t.arena, DgPair, n);
    for (int side = 0; side < DG_SIDES; side++) {
        maker->body[side] = dg_node_new(maker->t.arena, DG_BODY, DG_NOWHERE);
        maker->flow.roots[side] = &maker->body[side];
        maker->flow.n_roots[side] = 1;
    }
    for (size_t i = 0; i < n; i++) {
        g_autofree char *words = make_words(maker->random);
        for (int side = 0; side < DG_SIDES; side++) {
            DgNode *block = make_block(maker, i, words);
            DgPair *pair = &maker->flow.pairs[i];
            dg_node_append(maker->body[side], block);
            pair->blocks[side] = dg_arena_copy(maker->t.arena, &block, sizeof block);
            pair->n[side] = 1;
            pair->anchor = dg_arena_printf(maker->t.arena, "p%02d", (int)i);
            block->pair = pair;
        }
    }
    maker->book = (DgBook){.flows = &maker->flow, .n_flows = 1};
}

static bool
is_figure(const char *anchor)
{
    int number = (anchor[0] - '0') * 10 + (anchor[1] - '0');
    return number % FIGURE_EVERY == 1;
}

/* Destinations stand in the order of setting. Figures keep theirs, text keeps its own, no figure moves up. */
static int
check_order(const DgPages *pages)
{
    int text = -1, figure = -1, moved = 0;
    for (size_t i = 0; i < pages->n_pages; i++)
        for (size_t j = 0; j < pages->pages[i].n_destinations; j++) {
            const char *anchor = strrchr(pages->pages[i].destinations[j].name, '/') + 2;
            int number = (anchor[0] - '0') * 10 + (anchor[1] - '0');
            int *last = is_figure(anchor) ? &figure : &text;
            g_assert_cmpint(number, >, *last);
            if (is_figure(anchor)) {
                g_assert_cmpint(text, >=, number - 1);
                moved += text > number;
            }
            *last = number;
        }
    return moved;
}

static double
set(const char *sheet, guint32 seed, int *moved)
{
    Maker maker;
    open_maker(&maker, seed, sheet);
    DgImages *images = dg_images_new(maker.t.arena, maker.t.folder);
    const DgPages *pages = dg_pages_make(maker.t.arena, maker.t.diags, maker.t.shaper, images,
                                         &maker.volume, &maker.book, maker.t.style);
    *moved = check_order(pages);
    double feet = pages->report.short_feet;
    dg_images_free(images);
    g_rand_free(maker.random);
    typeset_free(&maker.t);
    return feet;
}

static void
test_feet(void)
{
    double with = 0, without = 0;
    int moved, all = 0;
    for (guint32 seed = 1; seed <= 8; seed++) {
        with += set(SHEET, seed, &moved);
        all += moved;
        without += set(SHEET "figure { -dg-float: here }", seed, &moved);
        g_assert_cmpint(moved, ==, 0);
    }
    g_test_message("%d figures moved; lines free at feet %.2f, where all stay %.2f", all, with / 8,
                   without / 8);
    g_assert_cmpint(all, >, 0);
    g_assert_cmpfloat(with, <, without * 0.7);
}

static void
test_grid(void)
{
    int moved;
    for (guint32 seed = 20; seed < 24; seed++)
        set(SHEET "@page { -dg-grid: 12pt }", seed, &moved);
}

/* ---- at the head or the foot of a page ---- */

typedef struct {
    size_t page; /* of each block's anchor */
    DgLen y;
} Place;

static void
find_places(const DgPages *pages, Place places[80])
{
    int seen = 0;
    for (size_t i = 0; i < pages->n_pages; i++)
        for (size_t j = 0; j < pages->pages[i].n_destinations; j++, seen++) {
            const DgDestination *destination = &pages->pages[i].destinations[j];
            const char *anchor = strrchr(destination->name, '/') + 2;
            int number = (anchor[0] - '0') * 10 + (anchor[1] - '0');
            places[number] = (Place){i, destination->y};
        }
    g_assert_cmpint(seen, ==, 80);
}

static bool
is_figure_number(int number)
{
    return number % FIGURE_EVERY == 1;
}

/* Text and figures each in their order; a figure on the page of what it stands before, or on the next (the first page,
 * which has no head, may leave too many to the second). How many have text of their page on the wrong side of them. */
static int
check_places(const Place places[80], bool at_foot)
{
    int wrong = 0;
    for (int i = 0; i < 80; i++)
        for (int j = i + 1; j < 80; j++)
            if (is_figure_number(i) == is_figure_number(j))
                g_assert_true(places[i].page < places[j].page ||
                              (places[i].page == places[j].page && places[i].y < places[j].y));
    for (int i = 1; i < 80; i += FIGURE_EVERY) {
        g_assert_cmpuint(places[i].page, >=, places[i - 1].page);
        if (i + 1 < 80)
            g_assert_cmpuint(places[i].page, <=,
                             places[i + 1].page + 1 + (places[i + 1].page == 0));
        for (int j = 0; j < 80; j++)
            wrong += !is_figure_number(j) && places[j].page == places[i].page &&
                     (places[j].y > places[i].y) == at_foot;
    }
    return wrong;
}

static int
set_at(const char *sheet, guint32 seed, bool at_foot)
{
    Maker maker;
    Place places[80];
    open_maker(&maker, seed, sheet);
    DgImages *images = dg_images_new(maker.t.arena, maker.t.folder);
    find_places(dg_pages_make(maker.t.arena, maker.t.diags, maker.t.shaper, images, &maker.volume,
                              &maker.book, maker.t.style),
                places);
    int wrong = check_places(places, at_foot);
    dg_images_free(images);
    g_rand_free(maker.random);
    typeset_free(&maker.t);
    return wrong;
}

static void
test_head(void)
{
    for (guint32 seed = 40; seed < 42; seed++)
        g_assert_cmpint(set_at(SHEET "figure { -dg-float: top }", seed, false), ==, 0);
    for (guint32 seed = 44; seed < 45; seed++)
        g_assert_cmpint(
            set_at(SHEET "figure { -dg-float: top } @page { -dg-grid: 12pt }", seed, false), ==, 0);
}

static void
test_foot(void)
{
    for (guint32 seed = 50; seed < 52; seed++)
        g_assert_cmpint(set_at(SHEET "figure { -dg-float: bottom }", seed, true), ==, 0);
}

static void
test_free_columns(void)
{
    for (guint32 seed = 60; seed < 61; seed++)
        g_assert_cmpint(
            set_at(SHEET "figure { -dg-float: top } @page { -dg-sync: free }", seed, false), ==, 0);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/floats/feet", test_feet);
    g_test_add_func("/floats/grid", test_grid);
    g_test_add_func("/floats/head", test_head);
    g_test_add_func("/floats/foot", test_foot);
    g_test_add_func("/floats/free-columns", test_free_columns);
    return g_test_run();
}
