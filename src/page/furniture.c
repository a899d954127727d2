/* furniture.c - running heads, folios and the rule between columns: artifacts around the text. */
#include "furniture-internal.h"

#include <glib.h>
#include <string.h>

#define ELLIPSIS "\u2026"

/* ---- what a running head says ---- */

static const DgPart *
part_of(const DgFlow *flow)
{
    return flow->item ? flow->item->part : flow->part;
}

static const char *
content_on(const DgVolume *volume, const DgFlow *flow, DgHeadContent content, DgSide side)
{
    const DgPart *part = part_of(flow);
    switch (content) {
    case DG_HEAD_NONE:
        return NULL;
    case DG_HEAD_PERSON:
        return flow->person[side];
    case DG_HEAD_TITLE:
        return flow->title[side];
    case DG_HEAD_VOLUME:
        return volume->title[side];
    case DG_HEAD_PART:
        return part && part->title[side] ? part->title[side] : volume->title[side];
    }
    return NULL;
}

/* In the other language where there is nothing in the style's; `*side` is then the other side. */
static const char *
head_text(const DgVolume *volume, const DgFlow *flow, DgHeadContent content, DgSide *side)
{
    const char *text = content_on(volume, flow, content, *side);
    if (text && *text)
        return text;
    *side = *side == DG_LEFT ? DG_RIGHT : DG_LEFT;
    return content_on(volume, flow, content, *side);
}

/* ---- making it fit ---- */

/* The length of text before `end`, without spaces and signs that want something to follow. */
static size_t
trimmed(const char *text, size_t end)
{
    while (end > 0) {
        const char *last = g_utf8_find_prev_char(text, text + end);
        if (!last ||
            !(g_unichar_isspace(g_utf8_get_char(last)) ||
              g_utf8_strchr(",;:.-(\u2013\u2014\u00AB\u201C\u201E", -1, g_utf8_get_char(last))))
            return end;
        end = (size_t)(last - text);
    }
    return 0;
}

/* The last end of a word before `end`; inside the first word the last end of a character. */
static size_t
earlier_end(const char *text, size_t end)
{
    for (size_t i = end; i > 0; i--)
        if (g_ascii_isspace(text[i - 1]) && trimmed(text, i - 1) > 0)
            return trimmed(text, i - 1);
    const char *last = g_utf8_find_prev_char(text, text + end);
    return last ? (size_t)(last - text) : 0;
}

static const DgRun *
fitting_run(DgShaper *shaper, DgArena *arena, const char *text, const DgFontStyle *font,
            const char *language, DgLen width)
{
    g_autofree char *valid = g_utf8_make_valid(text, -1);
    const DgRun *run = dg_run_make(shaper, arena, valid, font, language, NULL);
    if (run->width <= width)
        return run;
    DgArena *scratch = dg_arena_new();
    g_autofree char *shortened = NULL;
    size_t end = earlier_end(valid, strlen(valid));
    for (; end > 0; end = earlier_end(valid, end)) {
        g_free(shortened);
        shortened = g_strdup_printf("%.*s" ELLIPSIS, (int)end, valid);
        if (dg_run_make(shaper, scratch, shortened, font, language, NULL)->width <= width)
            break;
    }
    dg_arena_free(scratch);
    return end > 0 ? dg_run_make(shaper, arena, shortened, font, language, NULL) : NULL;
}

/* ---- placing ---- */

static void
place_artifact(DgCanvas *canvas, const DgRun *run, DgLen x, DgLen y, bool head)
{
    dg_canvas_run(canvas, run, x, y);
    DgMark *mark = &canvas->page->marks[canvas->page->n_marks - 1];
    mark->head = head;
    mark->foot = !head;
}

static DgLen
text_width(const DgPageStyle *page)
{
    return MAX(page->width - page->inner - page->outer, 1);
}

/* The same run serves all pages of a flow. */
static const DgRun *
head_run(DgFurniture *furniture, DgArena *arena, const DgFlow *flow, bool verso)
{
    const DgPageStyle *page = dg_style_page(furniture->style);
    const DgRunningHead *head = verso ? &page->verso : &page->recto;
    if (furniture->flow[verso] == flow)
        return furniture->head[verso];
    DgSide side = head->side;
    const char *text = head_text(furniture->volume, flow, head->content, &side);
    const char *language = furniture->volume->languages[side];
    const DgFontStyle *font =
        &dg_style_block(furniture->style, DG_ROLE_RUNNING_HEAD, language)->font;
    furniture->flow[verso] = flow;
    furniture->head[verso] = text && *text ? fitting_run(furniture->shaper, arena, text, font,
                                                         language, text_width(page))
                                           : NULL;
    return furniture->head[verso];
}

/* Verso pages have their outer edge at the left. */
static DgLen
outer_x(const DgPageStyle *page, const DgRun *run, bool verso)
{
    return verso ? page->outer : page->width - page->outer - run->width;
}

void
dg_furniture_place(DgFurniture *furniture, DgCanvas *canvas, bool verso, bool opens)
{
    const DgPageStyle *page = dg_style_page(furniture->style);
    const DgFlow *flow = canvas->page->flow;
    const char *folio = canvas->page->folio;
    if (!flow || flow->bare)
        return;
    const DgRun *head = opens ? NULL : head_run(furniture, canvas->arena, flow, verso);
    if (head)
        place_artifact(canvas, head, outer_x(page, head, verso), page->top - page->head_distance,
                       true);
    if (!folio || !*folio)
        return;
    const char *language = furniture->volume->languages[DG_LEFT];
    const DgFontStyle *font = &dg_style_block(furniture->style, DG_ROLE_FOLIO, language)->font;
    const DgRun *run = dg_run_make(furniture->shaper, canvas->arena, folio, font, language, NULL);
    place_artifact(canvas, run, outer_x(page, run, verso),
                   page->height - page->bottom + page->foot_distance, false);
}

void
dg_furniture_column_rule(const DgFurniture *furniture, DgCanvas *canvas, DgLen x, DgLen top,
                         DgLen bottom)
{
    DgLen thickness = dg_style_page(furniture->style)->column_rule;
    uint32_t color = dg_style_block(furniture->style, DG_ROLE_P, NULL)->font.color;
    dg_canvas_rule(canvas, x - thickness / 2, top, thickness, bottom - top, color);
}
