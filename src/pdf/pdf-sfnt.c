/* pdf-sfnt.c - tables and advance widths of a TrueType or OpenType font (OpenType 1.9, font file).
 * Read from the very bytes that are embedded, so that the widths in the PDF are those of the font. */
#include "pdf-internal.h"

#include <string.h>

static uint32_t
number_at(PdfTable table, size_t at, size_t size)
{
    uint32_t value = 0;
    if (at + size > table.size)
        return 0;
    for (size_t i = 0; i < size; i++)
        value = value << 8 | table.data[at + i];
    return value;
}

PdfTable
pdf_sfnt_table(DgBytes font, const char *tag)
{
    enum { HEADER = 12, RECORD = 16 };
    PdfTable whole = {font.data, font.size};
    size_t n = number_at(whole, 4, 2);
    for (size_t i = 0; i < n; i++) {
        size_t record = HEADER + i * RECORD;
        if (record + RECORD > font.size)
            break;
        size_t start = number_at(whole, record + 8, 4), size = number_at(whole, record + 12, 4);
        if (memcmp(font.data + record, tag, 4) == 0 && start <= font.size &&
            size <= font.size - start)
            return (PdfTable){font.data + start, size};
    }
    return (PdfTable){0};
}

int
pdf_sfnt_advance(DgBytes font, uint32_t glyph)
{
    size_t n = number_at(pdf_sfnt_table(font, "hhea"), 34, 2);
    PdfTable metrics = pdf_sfnt_table(font, "hmtx");
    if (n == 0)
        return 0;
    /* Glyphs behind the last full record have its advance. */
    return (int)number_at(metrics, MIN(glyph, n - 1) * 4, 2);
}
