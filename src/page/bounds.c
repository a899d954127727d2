/* bounds.c - what stands below the text block, because nothing of it fits on any page, is reported. */
#include "rows-internal.h"

/* Below this a mark only hangs: a rule, a picture's last unit. */
#define LEAST_EXCESS DG_PT(1)

typedef struct {
    DgDiags *diags;
    DgArena *arena;
    DgLen bottom; /* of the text block */
    const DgNode *block;
    DgLen excess;
} Bounds;

static void
report(const Bounds *bounds)
{
    if (bounds->block && bounds->excess >= LEAST_EXCESS)
        dg_diag(bounds->diags, DG_PAGE_TALL, bounds->block->pos,
                dg_len_format(bounds->arena, bounds->excess), NULL);
}

static void
look_at(Bounds *bounds, const DgMark *mark)
{
    const DgNode *block = dg_node_block(mark->node);
    DgLen height = mark->kind == DG_MARK_GLYPHS ? 0 : mark->height;
    DgLen excess = mark->y + height - bounds->bottom;
    if (block != bounds->block) {
        report(bounds);
        bounds->block = block;
        bounds->excess = 0;
    }
    bounds->excess = excess > bounds->excess ? excess : bounds->excess;
}

void
dg_report_bounds(DgArena *arena, DgDiags *diags, const DgPages *pages, const DgPageStyle *style)
{
    Bounds bounds = {.diags = diags, .arena = arena, .bottom = style->height - style->bottom};
    for (size_t i = 0; i < pages->n_pages; i++) {
        const DgPage *page = &pages->pages[i];
        for (size_t j = 0; j < page->n_marks; j++)
            if (page->marks[j].node && !page->marks[j].head && !page->marks[j].foot)
                look_at(&bounds, &page->marks[j]);
        report(&bounds);
        bounds.block = NULL;
    }
}
