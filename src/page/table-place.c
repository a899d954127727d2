/* table-place.c - strips of a table on a page. */
#include "table-internal.h"

DgLen
dg_strip_height(const DgStrip *strip)
{
    return strip->height;
}

const DgNode *const *
dg_strip_notes(const DgStrip *strip, size_t *n)
{
    *n = strip->n_notes;
    return strip->notes;
}

/* What is set again is text of the volume only once: the marks from `marks` on belong to no node. */
static void
disown(DgPage *page, size_t marks, size_t links, size_t lines)
{
    for (size_t i = marks; i < page->n_marks; i++)
        page->marks[i].node = NULL;
    page->n_links = links;
    page->n_lines = lines;
}

static void
place_upright(DgCanvas *canvas, const DgStrip *strip, DgLen x, DgLen y)
{
    DgPage *page = canvas->page;
    for (size_t i = 0; i < strip->n_rules; i++) {
        const DgStripRule *rule = &strip->rules[i];
        dg_canvas_rule(canvas, x + rule->x, y + rule->y, rule->width, rule->height, rule->color);
    }
    for (size_t i = 0; i < strip->n_lines; i++) {
        const DgStripLine *line = &strip->lines[i];
        size_t marks = page->n_marks, links = page->n_links, lines = page->n_lines;
        dg_canvas_line(canvas, line->lines, line->line, x + line->x,
                       y + line->y + dg_baseline(&line->lines->par->style->font));
        if (line->again)
            disown(page, marks, links, lines);
    }
}

void
dg_table_place_strip(DgCanvas *canvas, const DgStrip *strip, DgLen x, DgLen y)
{
    DgPage *page = canvas->page;
    DgPageCounts start = {page->n_marks, page->n_links, page->n_lines};
    if (!strip->turned) {
        place_upright(canvas, strip, x, y);
        return;
    }
    place_upright(canvas, strip, 0, 0);
    dg_turn_marks(page, &start, x, y, strip->height);
}

void
dg_table_place_head(DgCanvas *canvas, const DgStrip *strip, DgLen x, DgLen y)
{
    DgPage *page = canvas->page;
    size_t marks = page->n_marks, links = page->n_links, lines = page->n_lines;
    if (!strip->head)
        return;
    dg_table_place_strip(canvas, strip->head, x, y);
    disown(page, marks, links, lines);
}
