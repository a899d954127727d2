/* canvas.c - appends marks, links and destinations to a page. */
#include "canvas-internal.h"

#include <glib.h>

/* A capital's height and that of a link's rectangle where the face does not tell, per mille of its size. */
enum { CAPITALS = 700, ASCENT = 900, DESCENT = 250 };

DgLen
dg_baseline(const DgFontStyle *font)
{
    return (font->leading + dg_len_scale(font->size, CAPITALS, 1000)) / 2;
}

static void
add_mark(DgCanvas *canvas, DgMark mark)
{
    DgPage *page = canvas->page;
    DG_APPEND(canvas->arena, page->marks, page->n_marks, mark);
}

/* ---- links ---- */

/* The inline that makes a link of what stands in it, up to the block. */
static const DgNode *
link_of(const DgNode *node)
{
    for (; node && !dg_kind_is_block(node->kind); node = node->parent)
        if (node->kind == DG_LINK || node->kind == DG_REFERENCE_LINK ||
            node->kind == DG_PAGE_NUMBER || node->kind == DG_NOTE_MARK)
            return node;
    return NULL;
}

static const DgNode *
target_of(const DgNode *link)
{
    return link->kind == DG_NOTE_MARK ? link->as.note_mark.note : link->as.reference.target;
}

static DgLen
scaled(const DgRun *run, int units, int otherwise)
{
    bool known = run->face && run->face->upem > 0 && units != 0;
    return known ? dg_len_scale(run->size, units, run->face->upem)
                 : dg_len_scale(run->size, otherwise, 1000);
}

static DgPageLink
rectangle(const DgRun *run, DgLen x, DgLen baseline)
{
    DgLen foot = baseline - run->rise;
    if (run->picture)
        return (DgPageLink){.x = x,
                            .y = foot - run->picture->height,
                            .width = run->width,
                            .height = run->picture->height};
    DgLen up = scaled(run, run->face ? run->face->ascent : 0, ASCENT),
          down = scaled(run, run->face ? -run->face->descent : 0, DESCENT);
    return (DgPageLink){.x = x, .y = foot - up, .width = run->width, .height = up + down};
}

static void
widen(DgPageLink *link, const DgPageLink *more)
{
    DgLen right = MAX(link->x + link->width, more->x + more->width),
          bottom = MAX(link->y + link->height, more->y + more->height);
    link->x = MIN(link->x, more->x);
    link->y = MIN(link->y, more->y);
    link->width = right - link->x;
    link->height = bottom - link->y;
}

/* `open` is the link that the run before belongs to. */
static const DgNode *
add_link(DgCanvas *canvas, const DgRun *run, DgLen x, DgLen baseline, const DgNode *open)
{
    DgPage *page = canvas->page;
    const DgNode *node = link_of(run->node);
    if (!node || run->width <= 0)
        return NULL;
    DgPageLink link = rectangle(run, x, baseline);
    if (node == open) {
        widen(&page->links[page->n_links - 1], &link);
        return open;
    }
    link.node = node;
    if (node->kind == DG_LINK)
        link.uri = node->href;
    else
        link.target = dg_targets_name(canvas->arena, canvas->targets, target_of(node));
    if (!link.uri && !link.target)
        return NULL;
    DG_APPEND(canvas->arena, page->links, page->n_links, link);
    return node;
}

/* ---- text ---- */

static DgMark
mark_of(const DgRun *run, DgLen x, DgLen baseline)
{
    if (run->picture)
        return (DgMark){.kind = DG_MARK_IMAGE,
                        .x = x,
                        .y = baseline - run->rise - run->picture->height,
                        .width = run->picture->width,
                        .height = run->picture->height,
                        .node = run->node,
                        .image = run->picture->image};
    return (DgMark){.kind = DG_MARK_GLYPHS,
                    .x = x,
                    .y = baseline,
                    .width = run->width,
                    .color = run->color,
                    .node = run->node,
                    .run = run};
}

void
dg_canvas_runs(DgCanvas *canvas, const DgPlacedRun *runs, size_t n, DgLen x, DgLen baseline)
{
    const DgNode *open = NULL;
    for (size_t i = 0; i < n; i++) {
        const DgRun *run = runs[i].run;
        DgLen left = x + runs[i].x;
        add_mark(canvas, mark_of(run, left, baseline));
        open = add_link(canvas, run, left, baseline, open);
    }
}

void
dg_canvas_run(DgCanvas *canvas, const DgRun *run, DgLen x, DgLen baseline)
{
    DgPlacedRun placed = {0, (DgRun *)run};
    dg_canvas_runs(canvas, &placed, 1, x, baseline);
}

void
dg_canvas_line(DgCanvas *canvas, const DgLines *lines, const DgLine *line, DgLen x, DgLen baseline)
{
    DgPage *page = canvas->page;
    DgPlacedRun *runs = NULL;
    size_t n = dg_line_runs(canvas->arena, lines, line, canvas->folio_of, canvas->folios, &runs);
    DgSetLine set = {
        .first_mark = (uint32_t)page->n_marks,
        .n_marks = (uint32_t)n,
        .x = x + line->x,
        .y = baseline,
        .width = line->width,
        .ratio = line->ratio,
        .column = (uint8_t)canvas->column,
        .hyphenated = line->hyphenated,
        .justified = line->justified,
        .overfull = line->overfull,
        .loose = line->loose,
    };
    DG_APPEND(canvas->arena, page->lines, page->n_lines, set);
    dg_canvas_runs(canvas, runs, n, x + line->x, baseline);
}

/* ---- shapes, pictures ---- */

static void
add_shape(DgCanvas *canvas, DgMark mark)
{
    if (mark.width > 0 && mark.height > 0)
        add_mark(canvas, mark);
}

void
dg_canvas_rule(DgCanvas *canvas, DgLen x, DgLen y, DgLen width, DgLen height, uint32_t color)
{
    add_shape(canvas, (DgMark){DG_MARK_RULE, x, y, width, height, .color = color});
}

void
dg_canvas_fill(DgCanvas *canvas, DgLen x, DgLen y, DgLen width, DgLen height, uint32_t color)
{
    add_shape(canvas, (DgMark){DG_MARK_FILL, x, y, width, height, .color = color});
}

void
dg_canvas_image(DgCanvas *canvas, const DgNode *graphic, const DgImage *image, DgLen x, DgLen y,
                DgLen width, DgLen height)
{
    DgMark mark = {DG_MARK_IMAGE, x, y, width, height, .node = graphic, .image = image};
    add_shape(canvas, mark);
}

/* ---- destinations ---- */

static void
add_destination(DgCanvas *canvas, const char *name, DgLen x, DgLen y)
{
    DgPage *page = canvas->page;
    DgDestination destination = {name, x, y};
    if (name)
        DG_APPEND(canvas->arena, page->destinations, page->n_destinations, destination);
}

void
dg_canvas_anchor(DgCanvas *canvas, const char *anchor, DgLen x, DgLen y)
{
    const char *flow = dg_targets_flow(canvas->targets, canvas->flow);
    if (flow && anchor)
        add_destination(canvas, dg_arena_printf(canvas->arena, "%s/%s", flow, anchor), x, y);
}

void
dg_canvas_note(DgCanvas *canvas, const DgNode *note, DgLen x, DgLen y)
{
    add_destination(canvas, dg_targets_name(canvas->arena, canvas->targets, note), x, y);
}
