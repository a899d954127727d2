/* pdf-fonts.c - which code of which font shows a glyph, so that the code also tells the text.
 * A code stands for a glyph together with its text: the same hyphen is one code as "-" and another as the
 * soft hyphen of a divided word (ISO 32000-1, 14.8.2.2.3), a ligature tells its letters, and both copy out right
 * without a tag around them. ActualText is left for clusters that no single code tells, and for characters whose
 * meaning Unicode does not tell. Codes go to glyphs through CIDToGIDMap, the most frequent first, of one byte where
 * these suffice, which packs best. A CFF font has no such map: there the code is the glyph, and a second text of a
 * glyph is told by ActualText. */
#include "pdf-fonts-internal.h"

#include <string.h>

static const char no_text[] =
    "\u200B"; /* a glyph must stand for some character: zero-width space */
static const char soft_hyphen[] = "\u00AD";

bool
pdf_glyph_is_drawn(const DgRun *run, size_t glyph)
{
    return run->glyphs[glyph].glyph < run->face->n_glyphs;
}

static bool
is_division(const DgRun *run, size_t glyph)
{
    return run->division && glyph + 1 == run->n_glyphs;
}

static size_t
cluster_of(const DgRun *run, size_t glyph)
{
    return MIN((size_t)run->glyphs[glyph].cluster, run->length);
}

static size_t
last_glyph(const DgRun *run)
{
    return run->n_glyphs - (run->division ? 1 : 0);
}

/* The text of the cluster that starts at glyph `start` and ends before `end`. */
static PdfGlyphText
cluster_text(const DgRun *run, size_t start, size_t end)
{
    size_t from = cluster_of(run, start);
    size_t to = end < last_glyph(run) ? MAX(cluster_of(run, end), from) : run->length;
    return (PdfGlyphText){run->text + from, to - from, end, to - from, false};
}

/* The k-th glyph of a cluster has its k-th character, the last one all that are left. */
static PdfGlyphText
share_of(PdfGlyphText whole, size_t k, size_t glyphs)
{
    const char *end = whole.text + whole.length;
    PdfGlyphText share = whole;
    for (size_t i = 0; i < k && share.text < end; i++)
        share.text = g_utf8_next_char(share.text);
    share.text = MIN(share.text, end);
    share.length = share.cluster_length = (size_t)(end - share.text);
    if (k + 1 < glyphs && share.length)
        share.length = MIN((size_t)(g_utf8_next_char(share.text) - share.text), share.length);
    share.odd = (size_t)g_utf8_strlen(whole.text, (gssize)whole.length) < glyphs;
    return share;
}

PdfGlyphText
pdf_glyph_text(const DgRun *run, size_t glyph)
{
    if (is_division(run, glyph))
        return (PdfGlyphText){soft_hyphen, strlen(soft_hyphen), glyph + 1, strlen(soft_hyphen),
                              false};
    size_t start = glyph, end = glyph + 1, last = last_glyph(run);
    while (start > 0 && cluster_of(run, start - 1) == cluster_of(run, glyph))
        start--;
    while (end < last && cluster_of(run, end) == cluster_of(run, glyph))
        end++;
    PdfGlyphText text = cluster_text(run, start, end);
    if (end - start > 1)
        text = share_of(text, glyph - start, end - start);
    if (text.length == 0) {
        text.text = no_text;
        text.length = text.cluster_length = strlen(no_text);
    }
    return text;
}

PdfFonts *
pdf_fonts_new(DgArena *arena)
{
    PdfFonts *fonts = DG_NEW(arena, PdfFonts);
    fonts->arena = arena;
    return fonts;
}

static PdfFont *
font_of(PdfFonts *fonts, const DgFace *face)
{
    for (size_t i = 0; i < fonts->n; i++)
        if (fonts->list[i]->face == face)
            return fonts->list[i];
    PdfFont *font = DG_NEW(fonts->arena, PdfFont);
    font->face = face;
    font->number = (int)fonts->n;
    font->first = DG_NEW_ARRAY(fonts->arena, uint32_t, face->n_glyphs);
    DG_APPEND(fonts->arena, font->codes, font->n_codes, (FontCode){0}); /* 0 is nothing's number */
    DG_APPEND(fonts->arena, fonts->list, fonts->n, font);
    return font;
}

static bool
is_text(const FontCode *code, const PdfGlyphText *text)
{
    return code->length == text->length && memcmp(code->text, text->text, text->length) == 0;
}

/* The number in font->codes of a glyph with that text; 0 when there is none. */
static uint32_t
find_code(const PdfFont *font, uint32_t glyph, const PdfGlyphText *text)
{
    uint32_t i = font->first[glyph];
    while (i && !is_text(&font->codes[i], text))
        i = font->codes[i].next;
    return i;
}

static void
add_code(PdfFonts *fonts, PdfFont *font, uint32_t glyph, const PdfGlyphText *text)
{
    uint32_t *link = &font->first[glyph];
    while (*link)
        link = &font->codes[*link].next;
    *link = (uint32_t)font->n_codes;
    FontCode code = {.glyph = glyph, .count = 1, .length = text->length};
    code.text = dg_arena_strndup(fonts->arena, text->text, text->length);
    DG_APPEND(fonts->arena, font->codes, font->n_codes, code);
}

void
pdf_fonts_gather(PdfFonts *fonts, const DgRun *run)
{
    if (!run || !run->face)
        return;
    PdfFont *font = font_of(fonts, run->face);
    for (size_t i = 0; i < run->n_glyphs; i++) {
        if (!pdf_glyph_is_drawn(run, i))
            continue;
        uint32_t glyph = run->glyphs[i].glyph;
        PdfGlyphText text = pdf_glyph_text(run, i);
        uint32_t known = find_code(font, glyph, &text);
        if (known)
            font->codes[known].count++;
        else
            add_code(fonts, font, glyph, &text);
        font->shows_missing |= glyph == 0;
    }
}

const PdfFont *
pdf_fonts_find(const PdfFonts *fonts, const DgFace *face)
{
    for (size_t i = 0; i < fonts->n; i++)
        if (fonts->list[i]->face == face)
            return fonts->list[i];
    return NULL;
}

int
pdf_font_number(const PdfFont *font)
{
    return font->number;
}

/* ISO 19005-2, 6.2.11.7.3 wants ActualText for them. */
static bool
has_private_character(const PdfGlyphText *text)
{
    for (const char *at = text->text; at < text->text + text->length; at = g_utf8_next_char(at))
        if (g_unichar_type(g_utf8_get_char(at)) == G_UNICODE_PRIVATE_USE)
            return true;
    return false;
}

bool
pdf_code_is_wide(const PdfFont *font, int code)
{
    return code > 0xFF || font->leads == PDF_ALL_LEADS;
}

PdfCode
pdf_font_code(const PdfFont *font, const DgRun *run, size_t glyph, const PdfGlyphText *text)
{
    uint32_t i = find_code(font, run->glyphs[glyph].glyph, text);
    const FontCode *code = &font->codes[i];
    return (PdfCode){code->code, pdf_code_is_wide(font, code->code), code->width,
                     code->actual || text->odd || has_private_character(text)};
}

PdfCode
pdf_font_space(const PdfFont *font)
{
    for (size_t i = 1; i < font->n_codes; i++) {
        const FontCode *code = &font->codes[i];
        if (code->length == 1 && *code->text == ' ' && !code->actual)
            return (PdfCode){code->code, pdf_code_is_wide(font, code->code), code->width, false};
    }
    return (PdfCode){0};
}

bool
pdf_fonts_conform(const PdfFonts *fonts)
{
    for (size_t i = 0; i < fonts->n; i++)
        if (fonts->list[i]->shows_missing || !fonts->list[i]->program.data)
            return false;
    return true;
}
