/* folios.c - where the blocks stand in finished pages: for editions that name the pages of the printed one. */
#include "rows-internal.h"

#include <stdlib.h>

const DgNode *
dg_placed_block(const DgNode *node)
{
    const DgNode *top = node;
    while (top && top->parent)
        top = top->parent;
    if (top && top->kind == DG_NOTE && top->as.note.mark)
        node = top->as.note.mark;
    const DgNode *block = dg_node_block(node);
    for (DgWalk walk = dg_walk((DgNode *)node); node && !block && dg_walk_next(&walk);)
        if (dg_kind_is_block(walk.node->kind))
            block = walk.node;
    return block && block->kind == DG_TABLE && block->as.table.merged ? block->as.table.merged
                                                                      : block;
}

typedef struct {
    const DgNode *block;
    size_t first, last; /* pages, from 1 */
} Place;

typedef struct {
    const DgPages *pages;
    Place *places; /* by the address of the block */
    size_t n;
} Places;

static int
compare_places(const void *a, const void *b)
{
    const Place *x = a, *y = b;
    if (x->block != y->block)
        return x->block < y->block ? -1 : 1;
    return x->first < y->first ? -1 : x->first > y->first;
}

static void
add_page(DgArena *arena, Places *self, size_t index)
{
    const DgPage *page = &self->pages->pages[index];
    const DgNode *last = NULL;
    for (size_t i = 0; i < page->n_marks; i++) {
        const DgNode *block = page->marks[i].node ? dg_node_block(page->marks[i].node) : NULL;
        if (!block || block == last)
            continue;
        Place place = {block, index + 1, index + 1};
        DG_APPEND(arena, self->places, self->n, place);
        last = block;
    }
}

/* Of each block one entry, from its first to its last page. */
static void
join_places(Places *self)
{
    size_t n = 0;
    if (self->n)
        qsort(self->places, self->n, sizeof *self->places, compare_places);
    for (size_t i = 0; i < self->n; i++) {
        if (n && self->places[n - 1].block == self->places[i].block)
            self->places[n - 1].last = self->places[i].last;
        else
            self->places[n++] = self->places[i];
    }
    self->n = n;
}

static size_t
page_of(const void *data, const DgNode *node, bool end)
{
    const Places *self = data;
    size_t low = 0, high = self->n;
    const DgNode *block = dg_placed_block(node);
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (self->places[middle].block < block)
            low = middle + 1;
        else
            high = middle;
    }
    if (low == self->n || self->places[low].block != block)
        return 0;
    return end ? self->places[low].last : self->places[low].first;
}

static const char *
folio_of(const void *data, size_t page)
{
    const Places *self = data;
    return page && page <= self->pages->n_pages ? self->pages->pages[page - 1].folio : NULL;
}

DgFolios
dg_pages_folios(DgArena *arena, const DgPages *pages)
{
    Places *self = DG_NEW(arena, Places);
    self->pages = pages;
    for (size_t i = 0; i < pages->n_pages; i++)
        add_page(arena, self, i);
    join_places(self);
    return (DgFolios){.data = self, .page = page_of, .folio = folio_of, .pages = pages->n_pages};
}
