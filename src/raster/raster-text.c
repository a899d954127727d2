/* raster-text.c - glyphs by Cairo and FreeType, unhinted, at the places of the display list. */
#include "raster-internal.h"

#include <cairo-ft.h>
#include <glib.h>

/* The face from its file: with the file given, Fontconfig has nothing left to choose. */
static cairo_font_face_t *
face_new(const DgFace *face)
{
    FcPattern *pattern = FcPatternCreate();
    FcPatternAddString(pattern, FC_FILE, (const FcChar8 *)face->file);
    FcPatternAddInteger(pattern, FC_INDEX, face->index);
    cairo_font_face_t *result = cairo_ft_font_face_create_for_pattern(pattern);
    FcPatternDestroy(pattern);
    return result;
}

/* Lines of a run, `up` per mille of the type size above its baseline, which begins at the origin. */
static void
draw_line(cairo_t *cairo, const DgRun *run, int up_per_mille)
{
    enum { THICKNESS = 50 };
    DgLen up = run->rise + dg_len_scale(run->size, up_per_mille, 1000);
    cairo_rectangle(cairo, 0, -dg_len_points(up), dg_len_points(run->width),
                    dg_len_points(dg_len_scale(run->size, THICKNESS, 1000)));
    cairo_fill(cairo);
}

/* Positions are divided by the expansion, as the matrix multiplies them again with the shapes. */
static size_t
place_glyphs(const DgRun *run, double expansion, cairo_glyph_t *glyphs)
{
    DgLen pen = 0;
    size_t n = 0;
    for (size_t i = 0; i < run->n_glyphs; i++) {
        const DgGlyph *glyph = &run->glyphs[i];
        if (glyph->glyph < run->face->n_glyphs)
            glyphs[n++] = (cairo_glyph_t){.index = glyph->glyph,
                                          .x = dg_len_points(pen + glyph->dx) / expansion,
                                          .y = -dg_len_points(glyph->dy)};
        pen += glyph->advance;
    }
    return n;
}

void
raster_run(cairo_t *cairo, const DgMark *mark)
{
    const DgRun *run = mark->run;
    if (!run || !run->face || run->n_glyphs == 0 || run->size <= 0 || run->expansion <= -1000)
        return;
    double expansion = (1000 + run->expansion) / 1000.0;
    g_autofree cairo_glyph_t *glyphs = g_new(cairo_glyph_t, run->n_glyphs);
    size_t n = place_glyphs(run, expansion, glyphs);
    cairo_font_face_t *face = face_new(run->face);
    raster_color(cairo, run->color);
    cairo_save(cairo);
    cairo_translate(cairo, dg_len_points(mark->x), dg_len_points(mark->y));
    if (mark->upwards)
        cairo_rotate(cairo, -G_PI_2);
    cairo_save(cairo);
    cairo_translate(cairo, 0, -dg_len_points(run->rise));
    cairo_scale(cairo, expansion, 1);
    cairo_set_font_face(cairo, face);
    cairo_set_font_size(cairo, dg_len_points(run->size));
    /* Outlines, because Cairo 1.16 sets glyph images on whole pixels, which spoils the spacing of proofs. */
    cairo_glyph_path(cairo, glyphs, (int)n);
    cairo_fill(cairo);
    cairo_restore(cairo);
    cairo_font_face_destroy(face);
    if (run->underline)
        draw_line(cairo, run, -100);
    if (run->strike)
        draw_line(cairo, run, 270);
    if (run->overline)
        draw_line(cairo, run, 850);
    cairo_restore(cairo);
}
