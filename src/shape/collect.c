/* collect.c - the running text of a block as one string, with spans that say how each part is set. */
#include "shape-internal.h"

#include <string.h>

#define OBJECT "\xEF\xBF\xBC"         /* U+FFFC stands for what is no text */
#define THIN_SPACE "\xE2\x80\x89"     /* U+2009: UAX 14 would break behind it */
#define LINE_SEPARATOR "\xE2\x80\xA8" /* U+2028 for a forced break */

enum { BOLD = 700, TAB_STOP = 8 };

typedef struct {
    DgShaper *shaper;
    DgArena *arena;
    const DgBlockStyle *style;
    GString *text;
    DgCollected *out;
    size_t column; /* of code: characters since the line's start */
} Collector;

/* ---- manners ---- */

/* The family of code, or of headings and tables where that is another one than the text's. */
static const char *
family_for(DgShaper *shaper, DgStyling styling, const char *language, const char *otherwise)
{
    static const DgRole sans[] = {DG_ROLE_H1,   DG_ROLE_H2,      DG_ROLE_TABLE,
                                  DG_ROLE_CELL, DG_ROLE_CAPTION, DG_ROLE_RUNNING_HEAD};
    if (!shaper->style)
        return otherwise;
    if (styling == DG_MONOSPACE)
        return dg_style_block(shaper->style, DG_ROLE_CODE, language)->font.family;
    const char *text = dg_style_block(shaper->style, DG_ROLE_P, language)->font.family;
    for (size_t i = 0; i < G_N_ELEMENTS(sans); i++) {
        const char *family = dg_style_block(shaper->style, sans[i], language)->font.family;
        if (g_strcmp0(family, text) != 0)
            return family;
    }
    return otherwise;
}

/* The size at which small letters are as tall as those of the text around. */
static DgLen
matching_size(DgShaper *shaper, const DgVoice *voice, const char *family)
{
    const DgFace *from =
        dg_fonts_face(shaper->fonts, shaper->diags, voice->family, voice->weight, voice->italic);
    const DgFace *to = dg_fonts_face(shaper->fonts, shaper->diags, family, voice->weight, false);
    if (!from || !to || from->x_height <= 0 || to->x_height <= 0)
        return voice->size;
    DgLen height = dg_len_scale(voice->size, from->x_height, from->upem);
    return dg_len_scale(height, to->upem, to->x_height);
}

static void
change_family(Collector *collector, DgManner *manner, DgStyling styling)
{
    const char *family =
        family_for(collector->shaper, styling, manner->language, manner->voice.family);
    if (!family || g_ascii_strcasecmp(family, manner->voice.family) == 0)
        return;
    manner->voice.size = matching_size(collector->shaper, &manner->voice, family);
    manner->voice.family = family;
    if (styling == DG_MONOSPACE) /* its figures are those of code, too */
        manner->voice.numerals =
            dg_style_block(collector->shaper->style, DG_ROLE_CODE, manner->language)->font.numerals;
}

/* A script within a script is smaller again. */
static void
change_script(DgManner *manner, int script)
{
    if (manner->script != 0) {
        manner->voice.rise +=
            dg_len_scale(manner->voice.size, manner->script > 0 ? 300 : -150, 1000);
        manner->voice.size = dg_len_scale(manner->voice.size, 700, 1000);
    }
    manner->script = script;
}

static void
apply_styling(Collector *collector, DgManner *manner, DgStyling styling)
{
    switch (styling) {
    case DG_ITALIC: /* within an italic block emphasis is upright */
        manner->voice.italic = !collector->style->font.italic;
        break;
    case DG_BOLD:
        manner->voice.weight = MAX(manner->voice.weight, BOLD);
        break;
    case DG_ROMAN:
        manner->voice.italic = false;
        break;
    case DG_SANS:
    case DG_MONOSPACE:
        change_family(collector, manner, styling);
        break;
    case DG_SMALL_CAPS:
        manner->small_caps = true;
        break;
    case DG_UNDERLINE:
        manner->underline = true;
        break;
    case DG_OVERLINE:
        manner->overline = true;
        break;
    case DG_STRIKE:
        manner->strike = true;
        break;
    case DG_SUBSCRIPT:
        change_script(manner, -1);
        break;
    case DG_SUPERSCRIPT:
        change_script(manner, 1);
        break;
    }
}

/* The manner of what lies in an inline node; the outer one when the node changes nothing. */
static DgManner *
inner_manner(Collector *collector, DgManner *outer, const DgNode *node)
{
    bool mark = node->kind == DG_NOTE_MARK, code = node->kind == DG_INLINE_CODE;
    if (node->kind != DG_STYLED && !mark && !code && !node->lang)
        return outer;
    DgManner *manner = dg_arena_copy(collector->arena, outer, sizeof *outer);
    if (node->lang)
        manner->language = node->lang;
    if (node->kind == DG_STYLED)
        apply_styling(collector, manner, node->as.styled.styling);
    if (mark)
        change_script(manner, 1);
    if (code) {
        change_family(collector, manner, DG_MONOSPACE);
        manner->verbatim = true;
    }
    return manner;
}

static DgManner *
block_manner(Collector *collector, const char *language)
{
    const DgFontStyle *font = &collector->style->font;
    DgManner *manner = DG_NEW(collector->arena, DgManner);
    manner->voice = dg_voice(font);
    manner->small_caps = font->small_caps;
    manner->uppercase = font->uppercase;
    manner->language = language;
    manner->verbatim = collector->out->verbatim;
    return manner;
}

/* ---- text ---- */

static DgSpan *
last_span(Collector *collector)
{
    return collector->out->n_spans ? &collector->out->spans[collector->out->n_spans - 1] : NULL;
}

/* The span that text of this node goes to; a new one unless the last is of the same node. */
static DgSpan *
open_span(Collector *collector, DgSpanKind kind, const DgNode *node, DgManner *manner)
{
    DgSpan *span = last_span(collector);
    if (span && span->kind == kind && span->node == node && span->manner == manner)
        return span;
    DgSpan opened = {.kind = kind, .node = node, .manner = manner};
    opened.start = opened.end = collector->text->len;
    opened.generated = kind != DG_SPAN_TEXT && kind != DG_SPAN_BREAK;
    DG_APPEND(collector->arena, collector->out->spans, collector->out->n_spans, opened);
    return last_span(collector);
}

static void
append(Collector *collector, DgSpan *span, const char *text, size_t length)
{
    g_string_append_len(collector->text, text, (gssize)length);
    span->end = collector->text->len;
}

/* A space would stand at the start of the text or of a line, or beside another. */
static bool
space_is_idle(const Collector *collector)
{
    const DgSpan *span =
        collector->out->n_spans ? &collector->out->spans[collector->out->n_spans - 1] : NULL;
    return !span || span->kind == DG_SPAN_BREAK ||
           collector->text->str[collector->text->len - 1] == ' ';
}

/* Takes back the space that ends the text or a line. */
static void
trim(Collector *collector)
{
    DgSpan *span = last_span(collector);
    if (!span || span->kind == DG_SPAN_BREAK || collector->text->len == 0 ||
        collector->text->str[collector->text->len - 1] != ' ')
        return;
    g_string_truncate(collector->text, collector->text->len - 1);
    span->end--;
    if (span->start == span->end)
        collector->out->n_spans--;
}

static void
add_break(Collector *collector, const DgNode *node, DgManner *manner)
{
    if (!collector->out->verbatim)
        trim(collector);
    DgSpan opened = {
        .kind = DG_SPAN_BREAK, .node = node, .manner = manner, .start = collector->text->len};
    g_string_append(collector->text, LINE_SEPARATOR);
    opened.end = collector->text->len;
    DG_APPEND(collector->arena, collector->out->spans, collector->out->n_spans, opened);
    collector->column = 0;
}

static void
forbid(Collector *collector, size_t place)
{
    DG_APPEND(collector->arena, collector->out->forbidden, collector->out->n_forbidden,
              (uint32_t)place);
}

/* Characters that only say where a line may end: their place is noted, their bytes are left out. */
static bool
take_control(Collector *collector, const char *s)
{
    DgCollected *out = collector->out;
    uint32_t place = (uint32_t)collector->text->len;
    if (memcmp(s, "\xC2\xAD", 2) == 0)
        DG_APPEND(collector->arena, out->soft, out->n_soft, place);
    else if (strncmp(s, "\xE2\x80\x8B", 3) == 0)
        DG_APPEND(collector->arena, out->allowed, out->n_allowed, place);
    else if (strncmp(s, "\xE2\x81\xA0", 3) == 0 || strncmp(s, "\xEF\xBB\xBF", 3) == 0)
        forbid(collector, place);
    else
        return false;
    return true;
}

/* White space of code: a line end breaks, a tab goes to its stop, the rest is kept. */
static void
add_code_space(Collector *collector, const DgNode *node, DgManner *manner, char space)
{
    if (space == '\n') {
        add_break(collector, node, manner);
        return;
    }
    size_t n = space == ' ' ? 1 : space == '\t' ? TAB_STOP - collector->column % TAB_STOP : 0;
    for (size_t i = 0; i < n; i++)
        append(collector, open_span(collector, DG_SPAN_TEXT, node, manner), " ", 1);
    collector->column += n;
}

static void
add_space(Collector *collector, const DgNode *node, DgManner *manner, char space)
{
    if (collector->out->verbatim)
        add_code_space(collector, node, manner, space);
    else if (!space_is_idle(collector))
        append(collector, open_span(collector, DG_SPAN_TEXT, node, manner), " ", 1);
}

static bool
needs_care(char c)
{
    return g_ascii_isspace(c) || c == '\xC2' || c == '\xE2' || c == '\xEF';
}

static void
add_letters(Collector *collector, const DgNode *node, DgManner *manner, const char *text,
            size_t length)
{
    size_t start = collector->text->len;
    DgSpan *span = open_span(collector, DG_SPAN_TEXT, node, manner);
    if (manner->uppercase) {
        g_autofree char *upper = g_utf8_strup(text, (gssize)length);
        append(collector, span, upper, strlen(upper));
    } else {
        append(collector, span, text, length);
    }
    if (collector->out->verbatim)
        collector->column += (size_t)g_utf8_strlen(text, (gssize)length);
    if (strncmp(text, THIN_SPACE, 3) == 0)
        forbid(collector, start + 3);
}

static void
add_text(Collector *collector, const DgNode *node, DgManner *manner, const char *text)
{
    g_autofree char *repaired =
        g_utf8_validate(text, -1, NULL) ? NULL : g_utf8_make_valid(text, -1);
    for (const char *s = repaired ? repaired : text; *s;) {
        if (g_ascii_isspace(*s)) {
            add_space(collector, node, manner, *s++);
        } else if (strncmp(s, "\xE2\x80\xA8", 3) == 0 || strncmp(s, "\xE2\x80\xA9", 3) == 0) {
            add_break(collector, node, manner);
            s += 3;
        } else if (needs_care(*s) && take_control(collector, s)) {
            s = g_utf8_next_char(s);
        } else {
            const char *end = g_utf8_next_char(s);
            while (*end && !needs_care(*end))
                end = g_utf8_next_char(end);
            add_letters(collector, node, manner, s, (size_t)(end - s));
            s = end;
        }
    }
}

/* Text made by the compiler, without folding. */
static void
add_generated(Collector *collector, DgSpanKind kind, const DgNode *node, DgManner *manner,
              const char *text)
{
    if (!*text)
        return;
    DgSpan *span = open_span(collector, kind, node, manner);
    g_autofree char *valid = g_utf8_make_valid(text, -1);
    append(collector, span, valid, strlen(valid));
    span->generated = true;
}

/* Two marks side by side would read as one number. */
static void
add_mark(Collector *collector, const DgNode *node, DgManner *manner)
{
    const DgNode *note = node->as.note_mark.note;
    const char *label = note ? dg_note_label(note) : NULL;
    label = label ? label : "*";
    const DgSpan *before = last_span(collector);
    if (before && before->kind == DG_SPAN_MARK)
        label = dg_arena_printf(collector->arena, ",%s", label);
    add_generated(collector, DG_SPAN_MARK, node, manner, label);
}

static void
add_picture(Collector *collector, const DgNode *node, DgManner *manner)
{
    const DgInlinePicture *picture = dg_picture_find(collector->shaper, node);
    const char *words =
        picture ? OBJECT : dg_picture_words(collector->shaper, node, manner->language);
    add_generated(collector, picture ? DG_SPAN_PICTURE : DG_SPAN_TEXT, node, manner, words);
    last_span(collector)->picture = picture;
}

/* What has no inlines of its own; false for all that is the sum of its children. */
static bool
add_leaf(Collector *collector, const DgNode *node, DgManner *manner)
{
    if (node->kind == DG_TEXT) {
        add_text(collector, node, manner, node->text ? node->text : "");
    } else if (node->kind == DG_BREAK) {
        add_break(collector, node, manner);
    } else if (node->kind == DG_LEADER) {
        trim(collector);
        add_generated(collector, DG_SPAN_LEADER, node, manner, OBJECT);
    } else if (node->kind == DG_PAGE_NUMBER) {
        add_generated(collector, DG_SPAN_PAGE_NUMBER, node, manner, OBJECT);
    } else if (node->kind == DG_NOTE_MARK) {
        add_mark(collector, node, manner);
    } else if (node->kind == DG_INLINE_GRAPHIC || node->kind == DG_GRAPHIC) {
        add_picture(collector, node, manner);
    } else {
        return false;
    }
    return true;
}

static void
add_children(Collector *collector, const DgNode *parent, DgManner *manner)
{
    for (const DgNode *node = parent->first; node; node = node->next) {
        DgManner *inner = inner_manner(collector, manner, node);
        if (!add_leaf(collector, node, inner))
            add_children(collector, node, inner);
    }
}

/* The label, raised before a note, and a space that neither stretches nor breaks. */
static void
add_label(Collector *collector, const DgNode *block, const char *lead, const DgNode *node,
          DgManner *manner)
{
    if (!lead || !*lead)
        return;
    DgManner *own = dg_arena_copy(collector->arena, manner, sizeof *manner);
    if (node && node->kind == DG_NOTE)
        own->script = 1;
    if (collector->style->label_bold)
        own->voice.weight = MAX(own->voice.weight, BOLD);
    add_generated(collector, DG_SPAN_TEXT, node ? node : block, own, lead);
    add_generated(collector, DG_SPAN_TEXT, node ? node : block, own, " ");
    last_span(collector)->lead = true;
}

/* A block that runs in, as it is set by itself, and what parts it from the text; "А. И. Иванов?" has a sign already. */
static void
add_run_in(Collector *collector, const DgLead *lead, const char *language)
{
    const DgBlockStyle *style = collector->style;
    collector->style = lead->style;
    DgManner *manner = block_manner(collector, language);
    manner->verbatim = !lead->style->hyphens;
    add_children(collector, lead->run_in, manner);
    trim(collector);
    collector->style = style;
    if (collector->text->len == 0)
        return;
    if (!strchr(".:?!", collector->text->str[collector->text->len - 1]) &&
        lead->style->label_separator)
        add_generated(collector, DG_SPAN_TEXT, lead->run_in, manner, lead->style->label_separator);
    add_space(collector, lead->run_in, manner, ' ');
}

/* Characters as report.json counts them: the block's own, as set; line ends between words are spaces. */
static size_t
count_characters(const DgCollected *collected)
{
    size_t n = 0, space = 0;
    for (size_t i = 0; i < collected->n_spans; i++) {
        const DgSpan *span = &collected->spans[i];
        const char *text = collected->text + span->start;
        if (span->kind == DG_SPAN_BREAK && n > 0)
            space = 1;
        if (span->kind != DG_SPAN_TEXT || span->generated)
            continue;
        n += space + (size_t)g_utf8_strlen(text, (gssize)(span->end - span->start));
        space = 0;
    }
    return n;
}

DgCollected *
dg_collect(DgShaper *shaper, const DgNode *block, const DgBlockStyle *style, const char *language,
           const DgLead *lead)
{
    g_autoptr(GString) text = g_string_sized_new(512);
    Collector collector = {
        .shaper = shaper, .arena = shaper->scratch, .style = style, .text = text};
    DgCollected *out = collector.out = DG_NEW(shaper->scratch, DgCollected);
    out->verbatim = block->kind == DG_CODE;
    DgManner *manner = block_manner(&collector, language);
    if (lead->run_in)
        add_run_in(&collector, lead, language);
    add_label(&collector, block, lead->label, lead->node, manner);
    if (!add_leaf(&collector, block, manner))
        add_children(&collector, block, manner);
    trim(&collector);
    while (out->verbatim && out->n_spans && last_span(&collector)->kind == DG_SPAN_BREAK)
        g_string_truncate(text, out->spans[--out->n_spans].start);
    out->text = dg_arena_strndup(shaper->scratch, text->str, text->len);
    out->length = text->len;
    out->characters = count_characters(out);
    return out;
}
