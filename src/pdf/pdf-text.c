/* pdf-text.c - text operators of a page (ISO 32000-1, 9.3-9.4), written only when something changes.
 * Units      A pen counts in 1/1024000000000 pt, in which both DgLen and the glyph space of any type
 *            size in milli with any expansion per mille are whole: positions do not drift. A glyph is
 *            set within 1.5 units of glyph space of its place (5 micrometres at 10 pt), by steps of 3:
 *            finer ones are half of all kerning, of no use to any device, and pack badly. */
#include "pdf-internal.h"

#include <stdlib.h>

#define PEN_OF_LEN INT64_C(1000000000)   /* pen units in a DgLen */
#define PEN_OF_MILLI INT64_C(1024000000) /* in 1/1000 pt */
#define FARTHEST (INT64_C(1) << 31) /* of marks from the corner, so that the pen cannot overflow */

struct PdfText {
    const PdfFonts *fonts;
    GString *out;
    int64_t height; /* of the page, milli */
    bool in_text, in_array, in_string;
    bool
        upwards; /* the text matrix is turned: lines run along the page's y, x counts against its x */
    int64_t x, y;    /* start of the line as Td sees it, milli, y upwards */
    int64_t drawn;   /* pen behind the last glyph, from x */
    int64_t leading; /* downwards, of the last move: T* does the same again */
    const PdfFont *font;
    int64_t size, rise; /* milli */
    int expansion;
    const PdfColors *colors;
    uint32_t color;
    PdfPaint paint;
};

PdfText *
pdf_text_new(const PdfFonts *fonts, const PdfColors *colors, GString *out, int64_t height)
{
    PdfText *text = g_new0(PdfText, 1);
    text->fonts = fonts;
    text->colors = colors;
    text->out = out;
    text->height = height;
    return text;
}

void
pdf_text_free(PdfText *text)
{
    g_free(text);
}

/* Ends the string, so that a number may follow. */
static void
close_string(PdfText *text)
{
    if (text->in_string)
        g_string_append_c(text->out, ')');
    text->in_string = false;
}

void
pdf_text_close(PdfText *text)
{
    close_string(text);
    if (text->in_array)
        g_string_append(text->out, "]TJ\n");
    text->in_array = false;
}

void
pdf_text_end(PdfText *text)
{
    pdf_text_close(text);
    if (text->in_text)
        g_string_append(text->out, "ET\n");
    text->in_text = false;
}

void
pdf_text_begin(PdfText *text)
{
    if (text->in_text)
        return;
    g_string_append(text->out, "BT\n");
    text->in_text = true;
    text->upwards = false;
    text->x = text->y = text->drawn = 0;
}

void
pdf_text_color(PdfText *text, uint32_t color, PdfPaint paint)
{
    color &= 0xFFFFFF;
    /* Black is black for whatever it paints; of other colours a press may make text and areas differ. */
    if (text->color == color && (text->paint == paint || color == 0 || !text->colors->inks))
        return;
    pdf_text_close(text);
    pdf_put_color(text->out, text->colors, color, paint);
    text->color = color;
    text->paint = paint;
}

static void
set_font(PdfText *text, const PdfFont *font, int64_t size)
{
    if (text->font == font && text->size == size)
        return;
    pdf_text_close(text);
    g_string_append_printf(text->out, "/F%d ", pdf_font_number(font));
    pdf_put_milli(text->out, size);
    g_string_append(text->out, " Tf\n");
    text->font = font;
    text->size = size;
}

static void
set_expansion(PdfText *text, int expansion)
{
    if (text->expansion == expansion)
        return;
    pdf_text_close(text);
    pdf_put_milli(text->out, 100000 + (int64_t)expansion * 100);
    g_string_append(text->out, " Tz\n");
    text->expansion = expansion;
}

static void
set_rise(PdfText *text, int64_t rise)
{
    if (text->rise == rise)
        return;
    pdf_text_close(text);
    pdf_put_milli(text->out, rise);
    g_string_append(text->out, " Ts\n");
    text->rise = rise;
}

/* One unit of glyph space in pen units. */
static int64_t
glyph_unit(const PdfText *text)
{
    return text->size * (1000 + text->expansion) * 1024;
}

/* The origin stays the page's corner. */
static void
set_upwards(PdfText *text, bool upwards)
{
    if (text->in_text && text->upwards == upwards)
        return;
    pdf_text_close(text);
    pdf_text_begin(text);
    if (text->upwards == upwards)
        return;
    g_string_append(text->out, upwards ? "0 1 -1 0 0 0 Tm\n" : "1 0 0 1 0 0 Tm\n");
    text->upwards = upwards;
    text->x = text->y = text->drawn = text->leading = 0;
}

/* Starts a line of text at x, y unless the pen is on it, not far before the place. */
static void
move_to(PdfText *text, int64_t x, int64_t y)
{
    enum { FAR = 20 }; /* ems that one adjustment may bridge */
    int64_t gap = (x - text->x) * PEN_OF_MILLI - text->drawn;
    if (text->in_text && text->y == y && llabs(gap) < FAR * 1000 * glyph_unit(text))
        return;
    pdf_text_close(text);
    pdf_text_begin(text);
    if (x == text->x && text->y - y == text->leading) {
        g_string_append(text->out, "T*\n");
    } else {
        pdf_put_milli(text->out, x - text->x);
        g_string_append_c(text->out, ' ');
        pdf_put_milli(text->out, y - text->y);
        g_string_append(text->out, " TD\n");
        text->leading = text->y - y;
    }
    text->x = x;
    text->y = y;
    text->drawn = 0;
}

static void
open_array(PdfText *text)
{
    if (!text->in_array)
        g_string_append_c(text->out, '[');
    text->in_array = true;
}

/* Brings the pen to a place on the line, by a number in the array if it is off by more than half a step. */
static void
adjust(PdfText *text, int64_t wanted)
{
    enum { STEP = 3 }; /* units of glyph space */
    int64_t step = STEP * glyph_unit(text), off = wanted - text->drawn;
    int64_t steps = (llabs(off) + step / 2) / step;
    if (steps == 0)
        return;
    close_string(text);
    open_array(text);
    pdf_put_milli(text->out, (off > 0 ? -steps : steps) * STEP * 1000);
    text->drawn += (off > 0 ? steps : -steps) * step;
}

static void
put_code_byte(GString *out, int byte)
{
    if (byte == '\r') {
        g_string_append(out, "\\r");
        return;
    }
    if (byte == '(' || byte == ')' || byte == '\\')
        g_string_append_c(out, '\\');
    g_string_append_c(out, (char)byte);
}

static void
put_code(PdfText *text, PdfCode code)
{
    open_array(text);
    if (!text->in_string)
        g_string_append_c(text->out, '(');
    text->in_string = true;
    if (code.wide)
        put_code_byte(text->out, code.code >> 8);
    put_code_byte(text->out, code.code & 0xFF);
    text->drawn += code.width * glyph_unit(text);
}

static void
begin_actual_text(PdfText *text, const char *string, size_t length)
{
    g_autofree char *copy = g_strndup(string, length);
    pdf_text_close(text);
    g_string_append(text->out, "/Span<</ActualText");
    pdf_put_string(text->out, copy);
    g_string_append(text->out, ">>BDC\n");
}

static void
end_actual_text(PdfText *text)
{
    pdf_text_close(text);
    g_string_append(text->out, "EMC\n");
}

static void
show_glyph(PdfText *text, const DgRun *run, size_t i, PdfCode code, int64_t pen)
{
    const DgGlyph *glyph = &run->glyphs[i];
    set_rise(text, pdf_milli(run->rise + glyph->dy));
    adjust(text, pen + glyph->dx * PEN_OF_LEN);
    put_code(text, code);
}

/* Glyphs [start, end) whose codes do not tell their text one by one. */
static int64_t
show_cluster(PdfText *text, const DgRun *run, size_t start, size_t end, int64_t pen)
{
    PdfGlyphText first = pdf_glyph_text(run, start);
    begin_actual_text(text, first.text, first.cluster_length);
    for (size_t i = start; i < end; i++) {
        PdfGlyphText share = pdf_glyph_text(run, i);
        if (pdf_glyph_is_drawn(run, i))
            show_glyph(text, run, i, pdf_font_code(text->font, run, i, &share), pen);
        pen += run->glyphs[i].advance * PEN_OF_LEN;
    }
    end_actual_text(text);
    return pen;
}

static void
show_glyphs(PdfText *text, const DgRun *run, int64_t pen)
{
    for (size_t i = 0; i < run->n_glyphs; i++) {
        if (pdf_glyph_is_drawn(run, i)) {
            PdfGlyphText share = pdf_glyph_text(run, i);
            PdfCode code = pdf_font_code(text->font, run, i, &share);
            if (code.actual) {
                pen = show_cluster(text, run, i, share.cluster_end, pen);
                i = share.cluster_end - 1;
                continue;
            }
            show_glyph(text, run, i, code, pen);
        }
        pen += run->glyphs[i].advance * PEN_OF_LEN;
    }
}

void
pdf_text_show(PdfText *text, const DgMark *mark)
{
    const DgRun *run = mark->run;
    const PdfFont *font = run && run->face ? pdf_fonts_find(text->fonts, run->face) : NULL;
    int64_t size = run ? pdf_milli(run->size) : 0;
    if (!font || size <= 0 || run->n_glyphs == 0 || run->expansion <= -1000)
        return;
    DgLen from = CLAMP(mark->x, -FARTHEST, FARTHEST), down = CLAMP(mark->y, -FARTHEST, FARTHEST);
    set_font(text, font, size);
    set_expansion(text, run->expansion);
    pdf_text_color(text, run->color, PAINT_TEXT);
    set_upwards(text, mark->upwards);
    if (mark->upwards) {
        int64_t along = text->height - pdf_milli(down);
        move_to(text, along, -pdf_milli(from));
        show_glyphs(text, run, (along - text->x) * PEN_OF_MILLI);
        return;
    }
    move_to(text, pdf_milli(from), text->height - pdf_milli(down));
    show_glyphs(text, run, from * PEN_OF_LEN - text->x * PEN_OF_MILLI);
}

void
pdf_text_space(PdfText *text)
{
    PdfCode space = text->font ? pdf_font_space(text->font) : (PdfCode){0};
    if (space.code && text->in_text)
        put_code(text, space);
}
