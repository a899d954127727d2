/* pdf-fonts-settle.c - subsets of the gathered fonts, their widths, and the numbering of codes. */
#include "pdf-fonts-internal.h"

#include <stdlib.h>
#include <string.h>

enum { BYTES = 256 };

static int
compare_numbers(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return x < y ? -1 : x > y;
}

/* The glyphs that have a code, ascending, each once. */
static size_t
used_glyphs(PdfFonts *fonts, const PdfFont *font, uint32_t **glyphs)
{
    uint32_t *list = DG_NEW_ARRAY(fonts->arena, uint32_t, font->n_codes);
    size_t n = 0;
    for (uint32_t glyph = 0; glyph < font->face->n_glyphs; glyph++)
        if (glyph == 0 || font->first[glyph])
            list[n++] = glyph;
    qsort(list, n, sizeof *list, compare_numbers);
    *glyphs = list;
    return n;
}

/* Frequent ones first; then an order of their own, so that the same text gives the same bytes. */
static int
compare_codes(const void *a, const void *b)
{
    const FontCode *x = *(FontCode *const *)a, *y = *(FontCode *const *)b;
    if (x->count != y->count)
        return x->count > y->count ? -1 : 1;
    if (x->glyph != y->glyph)
        return x->glyph < y->glyph ? -1 : 1;
    int order = memcmp(x->text, y->text, MIN(x->length, y->length));
    return order ? order : x->length < y->length ? -1 : x->length > y->length;
}

/* A string would have to escape this byte. */
static bool
is_awkward(int byte)
{
    static const char escaped[] = {'(', ')', '\\', '\r'};
    return memchr(escaped, byte, sizeof escaped) != NULL;
}

static size_t
plain_bytes(int first, int end)
{
    size_t n = 0;
    for (int byte = first; byte < end; byte++)
        n += !is_awkward(byte);
    return n;
}

/* How many bytes must open codes of two for `n` codes, so that as many as may be have one. */
static int
leads_for(size_t n)
{
    int leads = 0;
    while (leads < PDF_ALL_LEADS &&
           plain_bytes(leads + 1, BYTES) + plain_bytes(1, leads + 1) * plain_bytes(0, BYTES) < n)
        leads++;
    return leads;
}

/* The code that is given out behind `code`: first those of one byte, then those of two; 0 behind the last. */
static int
next_code(int code, int leads)
{
    do {
        code++;
        if (code == BYTES)
            code = leads ? BYTES : 0;
        else if (code == (leads + 1) * BYTES)
            code = 0;
    } while (code && (is_awkward(code % BYTES) || is_awkward(code / BYTES)));
    return code;
}

static void
number_codes_freely(PdfFonts *fonts, PdfFont *font)
{
    size_t n = font->n_codes - 1;
    FontCode **sorted = DG_NEW_ARRAY(fonts->arena, FontCode *, n);
    for (size_t i = 0; i < n; i++)
        sorted[i] = &font->codes[i + 1];
    if (n)
        qsort(sorted, n, sizeof(FontCode *), compare_codes);
    font->leads = leads_for(n);
    int code = next_code(font->leads == PDF_ALL_LEADS ? BYTES - 1 : font->leads, font->leads);
    for (size_t i = 0; i < n; i++) {
        sorted[i]->code = code;
        /* Shown as .notdef, its text is told: no real document comes here. */
        sorted[i]->actual = code == 0;
        font->last_code = MAX(font->last_code, code);
        if (code)
            code = next_code(code, font->leads);
    }
}

/* A CFF font's codes are its glyphs; the first text of a glyph is that of its code. */
static void
number_codes_by_glyph(PdfFont *font)
{
    font->leads = PDF_ALL_LEADS;
    for (size_t i = 1; i < font->n_codes; i++) {
        FontCode *code = &font->codes[i];
        code->code = (int)code->glyph;
        code->actual = font->first[code->glyph] != i;
        font->last_code = MAX(font->last_code, code->code);
    }
}

static void
settle(PdfFonts *fonts, DgDiags *diags, PdfFont *font)
{
    uint32_t *glyphs;
    size_t n = used_glyphs(fonts, font, &glyphs);
    font->program = dg_face_subset(fonts->arena, diags, font->face, glyphs, n);
    if (font->face->cff)
        number_codes_by_glyph(font);
    else
        number_codes_freely(fonts, font);
    font->by_code = DG_NEW_ARRAY(fonts->arena, const FontCode *, font->last_code + 1);
    for (size_t i = 1; i < font->n_codes; i++) {
        FontCode *code = &font->codes[i];
        int advance = font->program.data ? pdf_sfnt_advance(font->program, code->glyph) : 0;
        code->width = (int)dg_len_scale(advance, 1000, MAX(font->face->upem, 1));
        if (!code->actual)
            font->by_code[code->code] = code;
    }
}

void
pdf_fonts_settle(PdfFonts *fonts, DgDiags *diags)
{
    for (size_t i = 0; i < fonts->n; i++)
        settle(fonts, diags, fonts->list[i]);
}
