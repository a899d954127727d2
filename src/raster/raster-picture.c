/* raster-picture.c - a decoded picture scaled into its place. */
#include "raster-internal.h"

#include <glib.h>

/* Cairo wants native-endian words with the colour multiplied by the opacity. */
static void
fill_surface(cairo_surface_t *surface, const DgRaster *raster)
{
    uint8_t *data = cairo_image_surface_get_data(surface);
    size_t stride = (size_t)cairo_image_surface_get_stride(surface),
           size = (size_t)raster->components;
    size_t width = (size_t)raster->width;
    for (size_t y = 0; y < (size_t)raster->height; y++) {
        uint32_t *row = (uint32_t *)(void *)(data + y * stride);
        for (size_t x = 0; x < width; x++) {
            const uint8_t *pixel = raster->pixels + (y * width + x) * size;
            uint32_t opacity = raster->alpha ? raster->alpha[y * width + x] : 255,
                     word = opacity << 24;
            for (size_t i = 0; i < 3; i++) {
                uint32_t light = pixel[size == 3 ? i : 0];
                word |= (light * opacity + 127) / 255 << (16 - 8 * i);
            }
            row[x] = word;
        }
    }
    cairo_surface_mark_dirty(surface);
}

void
raster_picture(cairo_t *cairo, DgDiags *diags, const DgMark *mark, int dpi)
{
    if (!mark->image || mark->width <= 0 || mark->height <= 0)
        return;
    DgArena *scratch = dg_arena_new();
    DgRaster raster;
    int width = (int)CLAMP(mark->width * dpi / (72 * DG_LEN_UNIT) + 1, 1, 10000);
    if (dg_image_decode(scratch, diags, mark->image, width, &raster)) {
        cairo_surface_t *surface =
            cairo_image_surface_create(CAIRO_FORMAT_ARGB32, raster.width, raster.height);
        if (cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS) {
            fill_surface(surface, &raster);
            cairo_save(cairo);
            cairo_translate(cairo, dg_len_points(mark->x), dg_len_points(mark->y));
            cairo_scale(cairo, dg_len_points(mark->width) / raster.width,
                        dg_len_points(mark->height) / raster.height);
            cairo_set_source_surface(cairo, surface, 0, 0);
            cairo_pattern_set_extend(cairo_get_source(cairo), CAIRO_EXTEND_PAD);
            cairo_rectangle(cairo, 0, 0, raster.width, raster.height);
            cairo_fill(cairo);
            cairo_restore(cairo);
        }
        cairo_surface_destroy(surface);
    }
    dg_arena_free(scratch);
}
