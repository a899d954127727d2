/* test-speeches.c - speakers who run in to what they say have no row of their own: their names lead to its page,
 * figures pass them, and no line of the grid stays blank above them. */
#include "../shape/typeset.h"
#include "diglot/page.h"

#define SHEET                                                                                      \
    SQUARE                                                                                         \
    "text-align: left; hyphens: none }"                                                            \
    "@page { size: 640pt 340pt; margin: 20pt; -dg-column-gap: 20pt }"                              \
    "speaker { display: run-in; margin-top: 2pt }"

enum { SPEECHES = 60, FIGURE_EVERY = 6, WORDS_MOST = 50 };

typedef struct {
    Typeset t;
    DgImages *images;
    DgFlow *flow;
    const DgPages *pages;
    size_t page[3][SPEECHES]; /* of figures, speakers, paragraphs; from 1, 0: none */
    DgLen y[3][SPEECHES];
} Set;

enum { FIGURE, SPEAKER, PARAGRAPH };

static const char kinds[] = "fsp";

/* A picture that is not there: its box takes a third of the column. */
static DgNode *
make_figure(DgArena *arena, int number)
{
    DgNode *figure = dg_node_new(arena, DG_FIGURE, DG_NOWHERE);
    figure->label = dg_arena_printf(arena, "Figure %d.", number);
    DgNode *graphic = dg_node_new(arena, DG_GRAPHIC, DG_NOWHERE);
    graphic->as.graphic.missing = true;
    dg_node_append(figure, graphic);
    return figure;
}

static DgNode *
make_block(DgArena *arena, int kind, int number)
{
    g_autoptr(GString) text = g_string_new("Word");
    if (kind == FIGURE)
        return make_figure(arena, number);
    for (int n = number * 17 % WORDS_MOST; kind == PARAGRAPH && n > 0; n--)
        g_string_append(text, " words");
    return dg_block_new(arena, kind == SPEAKER ? DG_SPEAKER : DG_PARAGRAPH, DG_ROLE_NONE,
                        dg_arena_strdup(arena, text->str), DG_NOWHERE);
}

static void
add_pair(Set *self, DgNode *const parents[DG_SIDES], int kind, int number)
{
    DgArena *arena = self->t.arena;
    DgPair *pair = &self->flow->pairs[self->flow->n_pairs++];
    pair->anchor = dg_arena_printf(arena, "%c%d", kinds[kind], number);
    for (int side = 0; side < DG_SIDES; side++) {
        DgNode *block = make_block(arena, kind, number);
        dg_node_append(parents[side], block);
        pair->blocks[side] = dg_arena_copy(arena, &block, sizeof block);
        pair->n[side] = 1;
        block->pair = pair;
    }
}

static void
add_speech(Set *self, DgNode *const bodies[DG_SIDES], int number)
{
    DgNode *speeches[DG_SIDES];
    if (number % FIGURE_EVERY == 2)
        add_pair(self, bodies, FIGURE, number);
    for (int side = 0; side < DG_SIDES; side++) {
        speeches[side] = dg_node_new(self->t.arena, DG_SPEECH, DG_NOWHERE);
        dg_node_append(bodies[side], speeches[side]);
    }
    add_pair(self, speeches, SPEAKER, number);
    add_pair(self, speeches, PARAGRAPH, number);
}

static void
find_places(Set *self)
{
    for (size_t i = 0; i < self->pages->n_pages; i++)
        for (size_t j = 0; j < self->pages->pages[i].n_destinations; j++) {
            const DgDestination *destination = &self->pages->pages[i].destinations[j];
            const char *anchor = strrchr(destination->name, '/') + 1;
            long kind = strchr(kinds, anchor[0]) - kinds, number = strtol(anchor + 1, NULL, 10);
            g_assert_cmpuint(self->page[kind][number], ==, 0);
            self->page[kind][number] = i + 1;
            self->y[kind][number] = destination->y;
        }
}

static void
set_open(Set *self, const char *sheet)
{
    *self = (Set){.t = typeset_new(sheet)};
    DgArena *arena = self->t.arena;
    DgVolume *volume = DG_NEW(arena, DgVolume);
    *volume = (DgVolume){.languages = {"en", "ru"}, .n_languages = 2};
    DgItem *item = DG_NEW(arena, DgItem);
    item->href = "one";
    self->flow = DG_NEW(arena, DgFlow);
    *self->flow = (DgFlow){.kind = "item", .item = item};
    self->flow->pairs = DG_NEW_ARRAY(arena, DgPair, 3 * SPEECHES);
    DgNode *bodies[DG_SIDES];
    for (int side = 0; side < DG_SIDES; side++) {
        bodies[side] = dg_node_new(arena, DG_BODY, DG_NOWHERE);
        self->flow->roots[side] = dg_arena_copy(arena, &bodies[side], sizeof bodies[side]);
        self->flow->n_roots[side] = 1;
    }
    for (int i = 0; i < SPEECHES; i++)
        add_speech(self, bodies, i);
    DgBook *book = DG_NEW(arena, DgBook);
    *book = (DgBook){.flows = self->flow, .n_flows = 1};
    self->images = dg_images_new(arena, self->t.folder);
    self->pages = dg_pages_make(arena, self->t.diags, self->t.shaper, self->images, volume, book,
                                self->t.style);
    find_places(self);
}

static void
set_close(Set *self)
{
    dg_images_free(self->images);
    typeset_free(&self->t);
}

static bool
is_below(const Set *self, int kind, int number, int figure)
{
    size_t page = self->page[kind][number], other = self->page[FIGURE][figure];
    return page > other || (page == other && self->y[kind][number] > self->y[FIGURE][figure]);
}

static void
test_names(void)
{
    Set set;
    set_open(&set, SHEET);
    g_assert_cmpuint(set.pages->n_pages, >, 5);
    for (int i = 0; i < SPEECHES; i++) {
        g_assert_cmpuint(set.page[SPEAKER][i], >, 0);
        g_assert_cmpuint(set.page[SPEAKER][i], ==, set.page[PARAGRAPH][i]);
        g_assert_cmpint(set.y[SPEAKER][i], ==, set.y[PARAGRAPH][i]);
    }
    set_close(&set);
}

/* Behind more than the speech that they stood before, to fill the foot of a page. */
static void
test_figures_move(void)
{
    int moved = 0;
    Set set;
    set_open(&set, SHEET "@page { size: 360pt 420pt }");
    for (int i = 2; i < SPEECHES; i += FIGURE_EVERY)
        moved += !is_below(&set, PARAGRAPH, i + 1, i);
    g_assert_cmpint(moved, >, 0);
    set_close(&set);
}

static void
test_figures_float(void)
{
    Set set;
    set_open(&set, SHEET "figure { -dg-float: top }");
    for (int i = 2; i < SPEECHES; i += FIGURE_EVERY)
        for (int j = 0; j < SPEECHES; j++)
            g_assert_true(set.page[PARAGRAPH][j] != set.page[FIGURE][i] ||
                          is_below(&set, PARAGRAPH, j, i));
    set_close(&set);
}

static void
check_lines(const DgPage *page, DgLen leading)
{
    for (size_t i = 0; i < page->n_lines; i++) {
        const DgSetLine *line = &page->lines[i];
        bool first = true, follows = false;
        for (size_t j = 0; j < page->n_lines; j++)
            if (page->lines[j].column == line->column) {
                first &= page->lines[j].y >= line->y;
                follows |= page->lines[j].y == line->y - leading;
            }
        g_assert_true(first || follows);
    }
}

static void
test_grid(void)
{
    Set set;
    set_open(&set, SHEET "@page { -dg-grid: 12pt; -dg-pair-space: 3pt } figure { -dg-float: top }");
    size_t checked = 0;
    for (size_t i = 0; i < set.pages->n_pages; i++) {
        bool figure = false;
        for (int j = 2; j < SPEECHES; j += FIGURE_EVERY)
            figure |= set.page[FIGURE][j] == i + 1;
        if (figure)
            continue;
        check_lines(&set.pages->pages[i], DG_PT(12));
        checked++;
    }
    g_assert_cmpuint(checked, >, 0);
    set_close(&set);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/speeches/names", test_names);
    g_test_add_func("/speeches/figures/move", test_figures_move);
    g_test_add_func("/speeches/figures/float", test_figures_float);
    g_test_add_func("/speeches/grid", test_grid);
    return g_test_run();
}
