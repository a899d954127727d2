/* image-png.c - PNG by libpng: every colour type to 8-bit gray or RGB with alpha, and back. */
#include "image-internal.h"

#include <glib.h>
#include <png.h>
#include <setjmp.h>
#include <string.h>

typedef struct {
    png_structp png;
    png_infop info;
    DgBytes bytes;
    size_t read;
    char message[128];
} Reader;

static void
on_error(png_structp png, png_const_charp message)
{
    Reader *reader = png_get_error_ptr(png);
    if (reader)
        g_strlcpy(reader->message, message, sizeof reader->message);
    png_longjmp(png, 1);
}

static void
on_warning(png_structp png, png_const_charp message)
{
    (void)png;
    (void)message;
}

static void
on_read(png_structp png, png_bytep data, size_t size)
{
    Reader *reader = png_get_io_ptr(png);
    if (reader->bytes.size - reader->read < size)
        png_error(png, "it ends too early");
    memcpy(data, reader->bytes.data + reader->read, size);
    reader->read += size;
}

static bool
reader_open(Reader *reader, DgBytes bytes)
{
    memset(reader, 0, sizeof *reader);
    reader->bytes = bytes;
    reader->png = png_create_read_struct(PNG_LIBPNG_VER_STRING, reader, on_error, on_warning);
    reader->info = reader->png ? png_create_info_struct(reader->png) : NULL;
    return reader->info != NULL;
}

static bool
reader_close(Reader *reader, DgArena *arena, const char **fault)
{
    png_destroy_read_struct(&reader->png, &reader->info, NULL);
    if (!*reader->message)
        return true;
    *fault = dg_arena_strdup(arena, reader->message);
    return false;
}

/* Without a profile the picture is taken as sRGB, whatever its gamma. */
static void
read_header(Reader *reader)
{
    enum { MAX_SIDE = 1000000, MAX_CHUNK = 8 * 1024 * 1024 };
    png_set_read_fn(reader->png, reader, on_read);
    png_set_user_limits(reader->png, MAX_SIDE, MAX_SIDE);
    png_set_chunk_malloc_max(reader->png, MAX_CHUNK);
    png_set_keep_unknown_chunks(reader->png, PNG_HANDLE_CHUNK_NEVER, NULL, 0);
    png_read_info(reader->png, reader->info);
    const char *fault = size_fault(png_get_image_width(reader->png, reader->info),
                                   png_get_image_height(reader->png, reader->info));
    if (fault)
        png_error(reader->png, fault);
}

static void
take_color(DgArena *arena, DgImage *image, const Reader *reader)
{
    png_charp name = NULL;
    png_bytep profile = NULL;
    png_uint_32 size = 0;
    int compression = 0;
    if (png_get_iCCP(reader->png, reader->info, &name, &compression, &profile, &size))
        take_profile(arena, image, profile, size);
}

static void
take_header(DgImage *image, const Reader *reader)
{
    int type = png_get_color_type(reader->png, reader->info);
    image->width = (int)png_get_image_width(reader->png, reader->info);
    image->height = (int)png_get_image_height(reader->png, reader->info);
    image->components = type & PNG_COLOR_MASK_COLOR ? 3 : 1;
    image->alpha =
        type & PNG_COLOR_MASK_ALPHA || png_get_valid(reader->png, reader->info, PNG_INFO_tRNS);
    png_uint_32 x = 0, y = 0;
    int unit = PNG_RESOLUTION_UNKNOWN;
    png_get_pHYs(reader->png, reader->info, &x, &y, &unit);
    if (unit != PNG_RESOLUTION_METER)
        x = y = 0;
    set_natural_size(image, dg_len_scale(x, 254, 10), dg_len_scale(y, 254, 10));
}

/* 8-bit gray or RGB, always with alpha, so that rows of all files look alike. */
static int
ask_for_plain_rows(Reader *reader)
{
    png_set_expand(reader->png);
    png_set_scale_16(reader->png);
    png_set_add_alpha(reader->png, 0xFF, PNG_FILLER_AFTER);
    int passes = png_set_interlace_handling(reader->png);
    png_read_update_info(reader->png, reader->info);
    return passes;
}

static void
split_row(const uint8_t *row, DgRaster *raster, int y)
{
    size_t width = (size_t)raster->width, components = (size_t)raster->components;
    uint8_t *pixel = raster->pixels + (size_t)y * width * components;
    uint8_t *alpha = raster->alpha + (size_t)y * width;
    for (size_t x = 0; x < width; x++, row += components + 1, pixel += components) {
        memcpy(pixel, row, components);
        alpha[x] = row[components];
    }
}

/* Without a raster the rows are only read through. */
static void
read_pixels(Reader *reader, int height, DgRaster *raster, uint8_t *rows, size_t stride, int passes)
{
    for (int pass = 0; pass < passes; pass++)
        for (int y = 0; y < height; y++) {
            uint8_t *row = raster && passes > 1 ? rows + (size_t)y * stride : rows;
            png_read_row(reader->png, row, NULL);
            if (raster && pass == passes - 1)
                split_row(row, raster, y);
        }
    png_read_end(reader->png, NULL);
}

static bool
is_opaque(const DgRaster *raster)
{
    size_t n = (size_t)raster->width * (size_t)raster->height;
    for (size_t i = 0; i < n; i++)
        if (raster->alpha[i] != 0xFF)
            return false;
    return true;
}

/* Reads header and pixels. What must outlive libpng's jump on an error lies with the caller. */
static void
read_all(DgArena *arena, Reader *reader, DgImage *image, DgRaster *raster, uint8_t **rows)
{
    if (setjmp(png_jmpbuf(reader->png)))
        return;
    read_header(reader);
    take_header(image, reader);
    take_color(arena, image, reader);
    int passes = ask_for_plain_rows(reader);
    size_t stride = png_get_rowbytes(reader->png, reader->info);
    size_t width = (size_t)image->width, height = (size_t)image->height;
    if (stride != width * (size_t)(image->components + 1))
        png_error(reader->png, "its rows have an unknown form");
    *rows = g_malloc0(raster && passes > 1 ? stride * height : stride);
    if (raster) {
        *raster = (DgRaster){image->width, image->height, image->components, NULL, NULL};
        raster->pixels = dg_arena_alloc(arena, width * height * (size_t)image->components);
        raster->alpha = dg_arena_alloc(arena, width * height);
    }
    read_pixels(reader, image->height, raster, *rows, stride, passes);
}

static bool
read_file(DgArena *arena, DgImage *image, DgRaster *raster, const char **fault)
{
    Reader reader;
    g_autofree uint8_t *rows = NULL;
    *fault = "it cannot be opened";
    if (!reader_open(&reader, image->bytes)) {
        png_destroy_read_struct(&reader.png, &reader.info, NULL);
        return false;
    }
    read_all(arena, &reader, image, raster, &rows);
    return reader_close(&reader, arena, fault);
}

/* All rows are read once already here, so that damage is told where the figure stands in the text. */
bool
png_inspect(DgArena *arena, DgImage *image, const char **fault)
{
    return read_file(arena, image, NULL, fault);
}

bool
png_decode(DgArena *arena, const DgImage *image, DgRaster *raster, const char **fault)
{
    DgImage copy = *image;
    if (!read_file(arena, &copy, raster, fault))
        return false;
    if (is_opaque(raster))
        raster->alpha = NULL;
    return true;
}
