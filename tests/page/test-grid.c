/* test-grid.c - src/page/grid.c: the first lines of facing pages stand at one height. */
#include "../shape/typeset.h"
#include "diglot/page.h"

#define SHEET                                                                                       \
    SQUARE                                                                                          \
    "text-align: left; hyphens: none }"                                                             \
    "@page { size: 360pt 300pt; margin: 20pt; -dg-layout: facing; -dg-sync: free; -dg-grid: 12pt }" \
    "h1 { font-size: 8pt; line-height: 10pt; margin-top: 14pt; margin-bottom: 3pt; break-after: avoid }"

enum { PAIRS = 160, HEADING_EVERY = 3 };

static DgNode *
make_block(DgArena *arena, GRand *random, int i)
{
    g_autoptr(GString) text = g_string_new(NULL);
    bool heading = i % HEADING_EVERY == 1;
    for (int n = heading ? 1 : g_rand_int_range(random, 5, 60); n > 0; n--)
        g_string_append(text, "words ");
    DgNode *block = dg_block_new(arena, heading ? DG_HEADING : DG_PARAGRAPH, DG_ROLE_NONE,
                                 dg_arena_strdup(arena, text->str), DG_NOWHERE);
    if (heading)
        block->as.heading.level = 1;
    return block;
}

static const DgPages *
make_pages(Typeset *t, DgImages *images, DgBook *book, DgFlow *flow, guint32 seed)
{
    g_autoptr(GRand) random = g_rand_new_with_seed(seed);
    DgVolume *volume = DG_NEW(t->arena, DgVolume);
    *volume = (DgVolume){.languages = {"en", "ru"}, .n_languages = 2};
    DgItem *item = DG_NEW(t->arena, DgItem);
    item->href = "one";
    *flow = (DgFlow){.kind = "item", .item = item, .n_pairs = PAIRS};
    flow->pairs = DG_NEW_ARRAY(t->arena, DgPair, PAIRS);
    for (int i = 0; i < PAIRS; i++)
        for (int side = 0; side < DG_SIDES; side++) {
            DgNode *block = make_block(t->arena, random, i);
            flow->pairs[i].blocks[side] = dg_arena_copy(t->arena, &block, sizeof block);
            flow->pairs[i].n[side] = 1;
            flow->pairs[i].anchor = "p";
        }
    *book = (DgBook){.flows = flow, .n_flows = 1};
    return dg_pages_make(t->arena, t->diags, t->shaper, images, volume, book, t->style);
}

static const DgSetLine *
first_line(const DgPage *page)
{
    const DgSetLine *first = NULL;
    for (size_t i = 0; i < page->n_lines; i++)
        if (!first || page->lines[i].y < first->y)
            first = &page->lines[i];
    return first;
}

/* Whatever the pages begin with, a heading or the rest of a paragraph. */
static void
test_facing_pages_begin_level(void)
{
    int mixed = 0;
    for (guint32 seed = 1; seed <= 3; seed++) {
        Typeset t = typeset_new(SHEET);
        DgBook book;
        DgFlow flow;
        DgImages *images = dg_images_new(t.arena, t.folder);
        const DgPages *pages = make_pages(&t, images, &book, &flow, seed);
        size_t verso = pages->n_pages % 2; /* the spread begins on the left */
        for (size_t i = verso; i + 1 < pages->n_pages; i += 2) {
            const DgSetLine *left = first_line(&pages->pages[i]),
                            *right = first_line(&pages->pages[i + 1]);
            if (!left || !right)
                continue;
            g_assert_cmpint(left->y, ==, right->y);
            mixed += (pages->pages[i].marks[left->first_mark].run->size !=
                      pages->pages[i + 1].marks[right->first_mark].run->size);
        }
        dg_images_free(images);
        typeset_free(&t);
    }
    g_test_message("%d spreads begin with a heading and with text", mixed);
    g_assert_cmpint(mixed, >, 0);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/grid/facing", test_facing_pages_begin_level);
    return g_test_run();
}
