/* image-png-write.c - pixels to a PNG file; the same pixels give the same bytes. */
#include "image-internal.h"

#include <glib.h>
#include <png.h>
#include <setjmp.h>
#include <string.h>

static void
on_error(png_structp png, png_const_charp message)
{
    (void)message;
    png_longjmp(png, 1);
}

static void
on_write(png_structp png, png_bytep data, size_t size)
{
    g_byte_array_append(png_get_io_ptr(png), data, (guint)size);
}

static void
join_row(const DgRaster *raster, int y, uint8_t *row)
{
    size_t width = (size_t)raster->width, components = (size_t)raster->components;
    const uint8_t *pixel = raster->pixels + (size_t)y * width * components;
    for (size_t x = 0; x < width; x++, pixel += components) {
        memcpy(row, pixel, components);
        row += components;
        if (raster->alpha)
            *row++ = raster->alpha[(size_t)y * width + x];
    }
}

static int
color_type(const DgRaster *raster)
{
    if (raster->components == 1)
        return raster->alpha ? PNG_COLOR_TYPE_GRAY_ALPHA : PNG_COLOR_TYPE_GRAY;
    return raster->alpha ? PNG_COLOR_TYPE_RGB_ALPHA : PNG_COLOR_TYPE_RGB;
}

static bool
write_file(png_structp png, png_infop info, const DgRaster *raster, uint8_t *row, GByteArray *out)
{
    if (setjmp(png_jmpbuf(png)))
        return false;
    png_set_write_fn(png, out, on_write, NULL);
    png_set_IHDR(png, info, (png_uint_32)raster->width, (png_uint_32)raster->height, 8,
                 color_type(raster), PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT,
                 PNG_FILTER_TYPE_DEFAULT);
    png_write_info(png, info);
    for (int y = 0; y < raster->height; y++) {
        join_row(raster, y, row);
        png_write_row(png, row);
    }
    png_write_end(png, info);
    return true;
}

bool
dg_png_encode(DgArena *arena, const DgRaster *raster, DgBytes *bytes)
{
    if (!raster->pixels || size_fault(raster->width, raster->height))
        return false;
    png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, NULL, on_error, NULL);
    png_infop info = png ? png_create_info_struct(png) : NULL;
    g_autoptr(GByteArray) out = g_byte_array_new();
    g_autofree uint8_t *row = g_malloc((size_t)raster->width * 4);
    bool written = info && write_file(png, info, raster, row, out);
    png_destroy_write_struct(&png, &info);
    if (written)
        *bytes = (DgBytes){(uint8_t *)dg_arena_strndup(arena, (const char *)out->data, out->len),
                           out->len};
    return written;
}
