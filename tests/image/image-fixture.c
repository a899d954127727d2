/* image-fixture.c - pictures of every kind, made while the test runs. */
#include "image-fixture.h"

#include <glib/gstdio.h>
#include <png.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <jpeglib.h>

/* Fontconfig, which librsvg asks for the faces of text, keeps what it has read until the process ends. */
const char *__lsan_default_suppressions(void);

const char *
__lsan_default_suppressions(void)
{
    return "leak:libfontconfig";
}

void
fixture_open(Fixture *fixture, const void *data)
{
    (void)data;
    fixture->arena = dg_arena_new();
    fixture->diags = dg_diags_new(fixture->arena);
    fixture->folder = g_dir_make_tmp("diglot-image-XXXXXX", NULL);
    fixture->images = dg_images_new(fixture->arena, fixture->folder);
}

void
fixture_close(Fixture *fixture, const void *data)
{
    (void)data;
    const char **names = dg_folder_list(fixture->arena, fixture->folder);
    for (; *names; names++)
        g_remove(dg_path_join(fixture->arena, fixture->folder, *names));
    g_rmdir(fixture->folder);
    g_free(fixture->folder);
    dg_images_free(fixture->images);
    dg_arena_free(fixture->arena);
}

void
fixture_write(Fixture *fixture, const char *name, const void *data, size_t size)
{
    g_assert_true(dg_file_write(fixture->diags, dg_path_join(fixture->arena, fixture->folder, name),
                                data, size));
}

const DgImage *
fixture_load(Fixture *fixture, const char *name)
{
    return dg_image_load(fixture->images, fixture->diags, name, (DgPos){"item.xml", 3, 5});
}

static void
write_exif(j_compress_ptr codec, int orientation)
{
    uint8_t exif[] = {'E', 'x',  'i', 'f', 0,
                      0,   'I',  'I', 42,  0,
                      8,   0,    0,   0,   1,
                      0,   0x12, 1,   3,   0,
                      1,   0,    0,   0,   (uint8_t)orientation,
                      0,   0,    0,   0,   0,
                      0,   0};
    jpeg_write_marker(codec, JPEG_APP0 + 1, exif, sizeof exif);
}

GByteArray *
make_jpeg(const JpegKind *kind)
{
    struct jpeg_compress_struct codec = {0};
    struct jpeg_error_mgr errors;
    unsigned char *bytes = NULL;
    unsigned long size = 0;
    codec.err = jpeg_std_error(&errors);
    jpeg_create_compress(&codec);
    jpeg_mem_dest(&codec, &bytes, &size);
    codec.image_width = (JDIMENSION)kind->width;
    codec.image_height = (JDIMENSION)kind->height;
    codec.input_components = kind->components;
    codec.in_color_space = kind->components == 1   ? JCS_GRAYSCALE
                           : kind->components == 3 ? JCS_RGB
                                                   : JCS_CMYK;
    jpeg_set_defaults(&codec);
    codec.write_Adobe_marker = kind->adobe;
    codec.density_unit = kind->dpi ? 1 : 0;
    codec.X_density = codec.Y_density = (UINT16)(kind->dpi ? kind->dpi : 1);
    if (kind->dpi)
        codec.write_JFIF_header = TRUE;
    if (kind->progressive)
        jpeg_simple_progression(&codec);
    jpeg_start_compress(&codec, TRUE);
    if (kind->orientation)
        write_exif(&codec, kind->orientation);
    g_autofree uint8_t *row = g_malloc((size_t)kind->width * (size_t)kind->components);
    for (int x = 0; x < kind->width * kind->components; x++)
        row[x] = x / kind->components < kind->width / 2 ? 20 : 230;
    for (int y = 0; y < kind->height; y++)
        jpeg_write_scanlines(&codec, &row, 1);
    jpeg_finish_compress(&codec);
    GByteArray *result = g_byte_array_new();
    g_byte_array_append(result, bytes, (guint)size);
    jpeg_destroy_compress(&codec);
    free(bytes);
    return result;
}

static void
on_write(png_structp png, png_bytep data, size_t size)
{
    g_byte_array_append(png_get_io_ptr(png), data, (guint)size);
}

static void
write_colors(png_structp png, png_infop info, const PngKind *kind)
{
    png_color palette[2] = {{200, 10, 20}, {30, 40, 250}};
    uint8_t alpha = 0;
    png_color_16 color = {0};
    if (kind->type == PNG_COLOR_TYPE_PALETTE)
        png_set_PLTE(png, info, palette, 2);
    if (kind->transparent)
        png_set_tRNS(png, info, &alpha, 1, &color);
    if (kind->dpi)
        png_set_pHYs(png, info, (png_uint_32)(kind->dpi * 10000 / 254),
                     (png_uint_32)(kind->dpi * 10000 / 254), PNG_RESOLUTION_METER);
}

/* A sample of `depth` bits at sample number i of a row. */
static void
put_sample(uint8_t *row, int i, int depth, int value)
{
    if (depth == 16) {
        row[2 * i] = (uint8_t)(value >> 8);
        row[2 * i + 1] = (uint8_t)value;
        return;
    }
    int bit = i * depth;
    row[bit / 8] = (uint8_t)(row[bit / 8] | value << (8 - depth - bit % 8));
}

GByteArray *
make_png(const PngKind *kind)
{
    GByteArray *out = g_byte_array_new();
    png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, NULL, NULL, NULL);
    png_infop info = png_create_info_struct(png);
    int channels =
        (kind->type & PNG_COLOR_MASK_COLOR && kind->type != PNG_COLOR_TYPE_PALETTE ? 3 : 1) +
        (kind->type & PNG_COLOR_MASK_ALPHA ? 1 : 0);
    int top = kind->type == PNG_COLOR_TYPE_PALETTE ? 1 : (1 << kind->depth) - 1;
    g_autofree uint8_t *row = g_malloc0((size_t)kind->width * 8 + 8);
    for (int x = 0; x < kind->width; x++)
        for (int i = 0; i < channels; i++)
            put_sample(row, x * channels + i, kind->depth, top * x / MAX(kind->width - 1, 1));
    png_set_write_fn(png, out, on_write, NULL);
    png_set_IHDR(png, info, (png_uint_32)kind->width, (png_uint_32)kind->height, kind->depth,
                 kind->type, kind->interlaced ? PNG_INTERLACE_ADAM7 : PNG_INTERLACE_NONE,
                 PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    write_colors(png, info, kind);
    png_write_info(png, info);
    int passes = png_set_interlace_handling(png);
    for (int y = 0; y < kind->height * passes; y++)
        png_write_row(png, row);
    png_write_end(png, NULL);
    png_destroy_write_struct(&png, &info);
    return out;
}
