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
    case DG_HEAD_PERSON:
        return flow->person[side];
    case DG_HEAD_TITLE:
        return flow->title[side];
    case DG_HEAD_VOLUME:
        return volume->title[side];
    case DG_HEAD_PART:
        return part && part->title[side] ? part->title[side] : volume->title[side];
    case DG_HEAD_TEXT:
    case DG_HEAD_FOLIO:
    case DG_HEAD_PAGES:
        break;
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

/* What a margin box says on a page, as one run of text. */
typedef struct {
    GString *text;
    DgSide side;
    bool titled, counted; /* it holds a title; a counter, which changes from page to page */
} Saying;

/* Pages of one language speak that language. */
static DgSide
side_of(const DgFurniture *furniture, const DgHeadPart *part)
{
    return furniture->side < DG_SIDES ? furniture->side : part->side;
}

static void
say(const DgFurniture *furniture, const DgPage *page, const DgHeadPart *part, Saying *saying)
{
    DgSide side = side_of(furniture, part);
    const char *text = NULL;
    switch (part->content) {
    case DG_HEAD_TEXT:
        text = part->text;
        break;
    case DG_HEAD_FOLIO:
        text = page->folio;
        saying->counted = true;
        break;
    case DG_HEAD_PAGES:
        g_string_append_printf(saying->text, "%zu", furniture->n_pages);
        saying->counted = true;
        return;
    case DG_HEAD_PERSON:
    case DG_HEAD_TITLE:
    case DG_HEAD_PART:
    case DG_HEAD_VOLUME:
        text = head_text(furniture->volume, page->flow, part->content, &side);
        if (!saying->titled)
            saying->side = side;
        saying->titled = true;
        break;
    }
    if (text)
        g_string_append(saying->text, text);
}

/* Nothing where what the box is for is not there: a title without words, a counter without a folio. */
static bool
is_empty(const DgFurniture *furniture, const DgPage *page, const DgMarginBox *box)
{
    bool wants = false;
    for (size_t i = 0; i < box->n; i++) {
        DgSide side = side_of(furniture, &box->parts[i]);
        DgHeadContent content = box->parts[i].content;
        const char *text = content == DG_HEAD_FOLIO ? page->folio
                           : content == DG_HEAD_TEXT || content == DG_HEAD_PAGES
                               ? ""
                               : head_text(furniture->volume, page->flow, content, &side);
        if (text && *text)
            return false;
        wants = wants || content == DG_HEAD_FOLIO || (content <= DG_HEAD_VOLUME);
    }
    return wants;
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

enum { BAND = 3 }; /* boxes at the head, or at the foot: left, centre, right */

static void
place_artifact(DgCanvas *canvas, const DgRun *run, DgLen x, DgLen y, bool head)
{
    dg_canvas_run(canvas, run, x, y);
    DgMark *mark = &canvas->page->marks[canvas->page->n_marks - 1];
    mark->head = head;
    mark->foot = !head;
}

/* Verso pages have their outer edge at the left. */
static DgLen
text_left(const DgPageStyle *page, bool verso)
{
    return verso ? page->outer : page->inner;
}

static DgLen
text_width(const DgPageStyle *page)
{
    return MAX(page->width - page->inner - page->outer, 1);
}

typedef struct {
    const DgMarginBox *box; /* NULL: nothing here */
    const DgRun *run;
    bool counted;
} Boxed;

static const DgFontStyle *
box_font(const DgFurniture *furniture, const Saying *saying, const char *language)
{
    DgRole role = saying->counted && !saying->titled ? DG_ROLE_FOLIO : DG_ROLE_RUNNING_HEAD;
    return &dg_style_block(furniture->style, role, language)->font;
}

/* The same run serves all pages of a flow, but for folios. */
static Boxed
boxed(DgFurniture *furniture, DgCanvas *canvas, const DgMarginBox *box, DgLen width)
{
    const DgPage *page = canvas->page;
    Boxed made = {.box = box};
    for (size_t i = 0; i < DG_N_HEADS_KEPT; i++)
        if (furniture->kept[i].box == box && furniture->kept[i].flow == page->flow &&
            furniture->kept[i].side == furniture->side && furniture->kept[i].width == width) {
            made.run = furniture->kept[i].run;
            return made;
        }
    Saying saying = {g_string_new(NULL), DG_LEFT, false, false};
    for (size_t i = 0; i < box->n; i++)
        say(furniture, page, &box->parts[i], &saying);
    const char *language = furniture->volume->languages[saying.side];
    if (saying.text->len && !is_empty(furniture, page, box))
        made.run = fitting_run(furniture->shaper, canvas->arena, saying.text->str,
                               box_font(furniture, &saying, language), language, width);
    g_string_free(saying.text, TRUE);
    made.counted = saying.counted;
    if (!made.counted)
        furniture->kept[furniture->next_kept++ % DG_N_HEADS_KEPT] =
            (DgHeadKept){box, page->flow, furniture->side, width, made.run};
    return made;
}

/* Counters have what they need; the other boxes share the rest, an em apart. */
static void
make_band(DgFurniture *furniture, DgCanvas *canvas, const DgMarginBox *const *boxes, DgLen width,
          Boxed *band)
{
    DgLen rest = width,
          em = dg_style_block(furniture->style, DG_ROLE_RUNNING_HEAD, NULL)->font.size;
    int texts = 0;
    for (int i = 0; i < BAND; i++) {
        band[i] = boxes[i] ? boxed(furniture, canvas, boxes[i], width) : (Boxed){0};
        if (band[i].run && band[i].counted)
            rest -= band[i].run->width + em;
        else if (band[i].run)
            texts++;
    }
    for (int i = 0; i < BAND && texts; i++) {
        DgLen room = MAX((rest - (texts - 1) * em) / texts, 1);
        if (band[i].run && !band[i].counted && band[i].run->width > room)
            band[i] = boxed(furniture, canvas, boxes[i], room);
    }
}

static DgLen
place_band(DgFurniture *furniture, DgCanvas *canvas, bool verso, bool opens, bool head, DgLen y)
{
    const DgPageStyle *page = dg_style_page(furniture->style);
    DgLen left = text_left(page, verso), width = text_width(page), inked = 0;
    const DgMarginBox *boxes[BAND];
    Boxed band[BAND];
    for (int i = 0; i < BAND; i++)
        boxes[i] = dg_style_margin_box(furniture->style, canvas->page->flow->kind, opens, verso,
                                       (DgBoxPlace)((head ? 0 : BAND) + i));
    make_band(furniture, canvas, boxes, width, band);
    for (int i = 0; i < BAND; i++)
        if (band[i].run) {
            place_artifact(canvas, band[i].run, left + (width - band[i].run->width) * i / 2, y,
                           head);
            inked = width;
        }
    return inked;
}

/* Below the head, above the foot: as wide as the text. */
static void
place_rule(const DgFurniture *furniture, DgCanvas *canvas, bool verso, bool head, DgLen y)
{
    const DgPageStyle *page = dg_style_page(furniture->style);
    const DgBlockStyle *style =
        dg_style_block(furniture->style, head ? DG_ROLE_RUNNING_HEAD : DG_ROLE_FOLIO, NULL);
    DgLen thickness = head ? style->border_bottom : style->border_top;
    if (thickness <= 0)
        return;
    y += head ? style->padding : -style->padding - style->font.size - thickness;
    dg_canvas_rule(canvas, text_left(page, verso), y, text_width(page), thickness,
                   style->border_color != 0xFFFFFFFF ? style->border_color : style->font.color);
}

void
dg_furniture_place(DgFurniture *furniture, DgCanvas *canvas, bool verso, bool opens)
{
    const DgPageStyle *page = dg_style_page(furniture->style);
    DgLen head = page->top - page->head_distance,
          foot = page->height - page->bottom + page->foot_distance;
    if (!canvas->page->flow)
        return;
    if (place_band(furniture, canvas, verso, opens, true, head))
        place_rule(furniture, canvas, verso, true, head);
    if (place_band(furniture, canvas, verso, opens, false, foot))
        place_rule(furniture, canvas, verso, false, foot);
}

void
dg_furniture_column_rule(const DgFurniture *furniture, DgCanvas *canvas, DgLen x, DgLen top,
                         DgLen bottom)
{
    DgLen thickness = dg_style_page(furniture->style)->column_rule;
    uint32_t color = dg_style_page(furniture->style)->column_rule_color;
    if (color == 0xFFFFFFFF)
        color = dg_style_block(furniture->style, DG_ROLE_P, NULL)->font.color;
    dg_canvas_rule(canvas, x - thickness / 2, top, thickness, bottom - top, color);
}
