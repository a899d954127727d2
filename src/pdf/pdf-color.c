/* pdf-color.c - colours as operators: lights for the screen, inks for a press.
 * On a press text is black ink alone, so that four plates need not meet on thin strokes; what else has a colour has
 * its inks, or is gray where the interior is printed in one colour. */
#include "pdf-internal.h"

static void
put_parts(GString *out, const uint8_t *parts, size_t n, const char *operator)
{
    for (size_t i = 0; i < n; i++) {
        pdf_put_milli(out, dg_len_scale(parts[i], 1000, 255));
        g_string_append_c(out, ' ');
    }
    g_string_append(out, operator);
}

static void
put_press(GString *out, const PdfColors *colors, uint32_t color, PdfPaint paint)
{
    bool stroke = paint == PAINT_STROKE;
    uint8_t gray = dg_inks_gray(colors->inks, color), split[4] = {0};
    if (paint != PAINT_TEXT)
        dg_inks_split(colors->inks, color, split);
    if (split[0] || split[1] || split[2])
        put_parts(out, split, 4, stroke ? "K\n" : "k\n");
    else
        put_parts(out, &gray, 1, stroke ? "G\n" : "g\n");
}

void
pdf_put_color(GString *out, const PdfColors *colors, uint32_t color, PdfPaint paint)
{
    const uint8_t lights[3] = {(uint8_t)(color >> 16), (uint8_t)(color >> 8), (uint8_t)color};
    bool stroke = paint == PAINT_STROKE;
    if (colors->inks)
        put_press(out, colors, color, paint);
    /* Gray is gray, and black is the key ink alone. */
    else if (lights[0] == lights[1] && lights[1] == lights[2])
        put_parts(out, lights, 1, stroke ? "G\n" : "g\n");
    else
        put_parts(out, lights, 3, stroke ? "RG\n" : "rg\n");
}
