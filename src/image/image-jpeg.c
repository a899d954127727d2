/* image-jpeg.c - JPEG by libjpeg: what the header tells, and the pixels. */
#include "image-internal.h"

#include <glib.h>
#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <jpeglib.h>

#include <jerror.h>

/* A progressive file of a few bytes may ask for any number of passes over a huge picture. */
enum { MAX_SCANS = 200, EXIF_ORIENTATION = 0x0112 };

typedef struct {
    struct jpeg_error_mgr manager; /* first: libjpeg hands out its address */
    jmp_buf escape;
    char message[JMSG_LENGTH_MAX];
} Errors;

typedef struct {
    struct jpeg_decompress_struct codec;
    struct jpeg_progress_mgr progress;
    Errors errors;
} Reader;

static void
on_error(j_common_ptr codec)
{
    Errors *errors = (Errors *)codec->err;
    codec->err->format_message(codec, errors->message);
    longjmp(errors->escape, 1);
}

/* Warnings are counted, not printed. */
static void
on_message(j_common_ptr codec, int level)
{
    if (level < 0)
        codec->err->num_warnings++;
}

static void
on_progress(j_common_ptr codec)
{
    if (((j_decompress_ptr)codec)->input_scan_number > MAX_SCANS) {
        Errors *errors = (Errors *)codec->err;
        g_strlcpy(errors->message, "too many scans", sizeof errors->message);
        longjmp(errors->escape, 1);
    }
}

static void
reader_start(Reader *reader)
{
    memset(reader, 0, sizeof *reader);
    reader->codec.err = jpeg_std_error(&reader->errors.manager);
    reader->errors.manager.error_exit = on_error;
    reader->errors.manager.emit_message = on_message;
}

static void
reader_open(Reader *reader, DgBytes bytes)
{
    jpeg_create_decompress(&reader->codec);
    reader->progress.progress_monitor = on_progress;
    reader->codec.progress = &reader->progress;
    jpeg_save_markers(&reader->codec, JPEG_APP0 + 1, 0xFFFF); /* Exif */
    jpeg_save_markers(&reader->codec, JPEG_APP0 + 2, 0xFFFF); /* ICC */
    jpeg_mem_src(&reader->codec, bytes.data, (unsigned long)bytes.size);
    jpeg_read_header(&reader->codec, TRUE);
}

static unsigned
exif_number(const uint8_t *bytes, size_t size, bool little)
{
    unsigned value = 0;
    for (size_t i = 0; i < size; i++)
        value = value << 8 | bytes[little ? size - 1 - i : i];
    return value;
}

/* The entry of the first directory of a TIFF header; Exif 2.3, 4.6. 1 when it is not there. */
static int
exif_orientation(const uint8_t *tiff, size_t size)
{
    if (size < 8 || (tiff[0] != 'I' && tiff[0] != 'M'))
        return 1;
    bool little = tiff[0] == 'I';
    size_t at = exif_number(tiff + 4, 4, little);
    if (at > size - 2)
        return 1;
    size_t n = exif_number(tiff + at, 2, little);
    for (at += 2; n > 0 && at + 12 <= size; n--, at += 12) {
        if (exif_number(tiff + at, 2, little) != EXIF_ORIENTATION)
            continue;
        unsigned value = exif_number(tiff + at + 8, 2, little);
        return value >= 1 && value <= 8 ? (int)value : 1;
    }
    return 1;
}

static int
orientation_of(const struct jpeg_decompress_struct *codec)
{
    static const char exif[6] = "Exif\0";
    for (jpeg_saved_marker_ptr marker = codec->marker_list; marker; marker = marker->next)
        if (marker->data_length > sizeof exif && memcmp(marker->data, exif, sizeof exif) == 0)
            return exif_orientation(marker->data + sizeof exif, marker->data_length - sizeof exif);
    return 1;
}

/* The end marker may be followed by what cameras append; a file that was cut off has none. */
static bool
has_end(DgBytes bytes)
{
    for (size_t i = bytes.size; i >= 2; i--)
        if (bytes.data[i - 2] == 0xFF && bytes.data[i - 1] == JPEG_EOI)
            return true;
    return false;
}

static const char *
header_fault(const struct jpeg_decompress_struct *codec, DgBytes bytes)
{
    if (codec->num_components != 1 && codec->num_components != 3 && codec->num_components != 4)
        return "it has neither 1, 3 nor 4 colour components";
    if (codec->arith_code)
        return "arithmetic coding is not supported";
    if (!has_end(bytes))
        return "it ends too early";
    return size_fault(codec->image_width, codec->image_height);
}

static void
take_header(DgImage *image, const struct jpeg_decompress_struct *codec)
{
    image->width = (int)codec->image_width;
    image->height = (int)codec->image_height;
    image->components = codec->num_components;
    image->inverted = codec->num_components == 4 && codec->saw_Adobe_marker;
    image->orientation = orientation_of(codec);
    /* Units: 1 dots per inch, 2 dots per centimetre, 0 only an aspect ratio. */
    int64_t scale = codec->density_unit == 1 ? 1000 : codec->density_unit == 2 ? 2540 : 0;
    set_natural_size(image, codec->X_density * scale, codec->Y_density * scale);
}

static void
take_color(DgArena *arena, DgImage *image, struct jpeg_decompress_struct *codec)
{
    JOCTET *profile = NULL;
    unsigned size = 0;
    if (jpeg_read_icc_profile(codec, &profile, &size))
        take_profile(arena, image, profile, size);
    free(profile);
}

bool
jpeg_inspect(DgArena *arena, DgImage *image, const char **fault)
{
    Reader reader;
    reader_start(&reader);
    if (setjmp(reader.errors.escape)) {
        jpeg_destroy_decompress(&reader.codec);
        *fault = dg_arena_strdup(arena, reader.errors.message);
        return false;
    }
    reader_open(&reader, image->bytes);
    *fault = header_fault(&reader.codec, image->bytes);
    if (!*fault) {
        take_header(image, &reader.codec);
        take_color(arena, image, &reader.codec);
    }
    jpeg_destroy_decompress(&reader.codec);
    return !*fault;
}

/* Adobe's CMYK files hold the light that is left, not the ink. */
static void
read_rows(Reader *reader, DgRaster *raster, bool inverted)
{
    size_t stride = (size_t)raster->width * (size_t)raster->components;
    while (reader->codec.output_scanline < reader->codec.output_height) {
        uint8_t *row = raster->pixels + reader->codec.output_scanline * stride;
        JSAMPROW target = row;
        jpeg_read_scanlines(&reader->codec, &target, 1);
        for (size_t i = 0; inverted && i < stride; i++)
            row[i] = (uint8_t)(255 - row[i]);
    }
}

static void
read_pixels(DgArena *arena, Reader *reader, const DgImage *image, DgRaster *raster)
{
    raster->width = image->width;
    raster->height = image->height;
    raster->components = image->components;
    size_t n = (size_t)raster->width * (size_t)raster->height * (size_t)raster->components;
    raster->pixels = dg_arena_alloc(arena, n);
    reader->codec.out_color_space = image->components == 4   ? JCS_CMYK
                                    : image->components == 1 ? JCS_GRAYSCALE
                                                             : JCS_RGB;
    jpeg_start_decompress(&reader->codec);
    read_rows(reader, raster, image->inverted);
}

bool
jpeg_decode(DgArena *arena, const DgImage *image, DgRaster *raster, const char **fault)
{
    Reader reader;
    reader_start(&reader);
    if (setjmp(reader.errors.escape)) {
        jpeg_destroy_decompress(&reader.codec);
        *fault = dg_arena_strdup(arena, reader.errors.message);
        return false;
    }
    reader_open(&reader, image->bytes);
    read_pixels(arena, &reader, image, raster);
    jpeg_destroy_decompress(&reader.codec);
    return true;
}
