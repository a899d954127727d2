/* raster-page.c - a page of the display list to pixels, on white paper. */
#include "raster-internal.h"

#include <glib.h>

void
raster_color(cairo_t *cairo, uint32_t color)
{
    cairo_set_source_rgb(cairo, (color >> 16 & 0xFF) / 255.0, (color >> 8 & 0xFF) / 255.0,
                         (color & 0xFF) / 255.0);
}

static void
draw_mark(cairo_t *cairo, DgDiags *diags, const DgMark *mark, int dpi)
{
    switch (mark->kind) {
    case DG_MARK_GLYPHS:
        raster_run(cairo, mark);
        return;
    case DG_MARK_RULE:
    case DG_MARK_FILL:
        raster_color(cairo, mark->color);
        cairo_rectangle(cairo, dg_len_points(mark->x), dg_len_points(mark->y),
                        dg_len_points(mark->width), dg_len_points(mark->height));
        cairo_fill(cairo);
        return;
    case DG_MARK_IMAGE:
        raster_picture(cairo, diags, mark, dpi);
        return;
    }
}

/* Shapes as they are: proofs show what the PDF shows, and the tests compare both. */
static void
set_options(cairo_t *cairo)
{
    cairo_font_options_t *options = cairo_font_options_create();
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
    cairo_set_font_options(cairo, options);
    cairo_font_options_destroy(options);
}

static void
draw_page(cairo_surface_t *surface, DgDiags *diags, const DgPage *page, int dpi)
{
    cairo_t *cairo = cairo_create(surface);
    cairo_scale(cairo, dpi / 72.0, dpi / 72.0);
    cairo_set_source_rgb(cairo, 1, 1, 1);
    cairo_paint(cairo);
    set_options(cairo);
    for (int text = 0; text < 2; text++)
        for (size_t i = 0; i < page->n_marks; i++)
            if ((page->marks[i].kind == DG_MARK_GLYPHS) == (text == 1))
                draw_mark(cairo, diags, &page->marks[i], dpi);
    cairo_destroy(cairo);
    cairo_surface_flush(surface);
}

static void
take_pixels(cairo_surface_t *surface, DgRaster *raster)
{
    const uint8_t *data = cairo_image_surface_get_data(surface);
    size_t stride = (size_t)cairo_image_surface_get_stride(surface);
    uint8_t *pixel = raster->pixels;
    for (size_t y = 0; y < (size_t)raster->height; y++) {
        const uint32_t *row = (const uint32_t *)(const void *)(data + y * stride);
        for (int x = 0; x < raster->width; x++)
            for (int shift = 16; shift >= 0; shift -= 8)
                *pixel++ = (uint8_t)(row[x] >> shift);
    }
}

/* Most pages are black and white: one component is then enough, and a third of the file. */
static void
drop_color(DgRaster *raster)
{
    size_t n = (size_t)raster->width * (size_t)raster->height;
    const uint8_t *pixel = raster->pixels;
    for (size_t i = 0; i < n; i++, pixel += 3)
        if (pixel[0] != pixel[1] || pixel[1] != pixel[2])
            return;
    for (size_t i = 0; i < n; i++)
        raster->pixels[i] = raster->pixels[3 * i];
    raster->components = 1;
}

static int
pixels_of(DgLen length, int dpi)
{
    enum { MOST = 20000 };
    return (int)CLAMP((length * dpi + 72 * DG_LEN_UNIT - 1) / (72 * DG_LEN_UNIT), 1, MOST);
}

bool
dg_page_png(DgArena *arena, DgDiags *diags, const DgPages *pages, size_t page, int dpi,
            DgBytes *png)
{
    if (page >= pages->n_pages || dpi < 1 || dpi > 2400)
        return false;
    DgRaster raster = {pixels_of(pages->width, dpi), pixels_of(pages->height, dpi), 3, NULL, NULL};
    cairo_surface_t *surface =
        cairo_image_surface_create(CAIRO_FORMAT_RGB24, raster.width, raster.height);
    bool done = cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS;
    if (done) {
        DgArena *scratch = dg_arena_new();
        draw_page(surface, diags, &pages->pages[page], dpi);
        raster.pixels = dg_arena_alloc(scratch, (size_t)raster.width * (size_t)raster.height * 3);
        take_pixels(surface, &raster);
        drop_color(&raster);
        done = dg_png_encode(arena, &raster, png);
        dg_arena_free(scratch);
    }
    cairo_surface_destroy(surface);
    return done;
}
