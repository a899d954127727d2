/* pdf-images.c - pictures as XObjects: JPEG as it is, PNG as Flate with a soft mask, SVG as a form. */
#include "pdf-internal.h"

#include <stdlib.h>
#include <string.h>

typedef struct {
    const DgImage *image;
    int object; /* 0: it cannot be drawn */
} Entry;

struct PdfImages {
    DgArena *arena;
    DgDiags *diags;
    PdfFile *file;
    Entry *entries;
    size_t n;
    bool shows_cmyk;
};

PdfImages *
pdf_images_new(DgArena *arena, DgDiags *diags, PdfFile *file)
{
    PdfImages *images = DG_NEW(arena, PdfImages);
    images->arena = arena;
    images->diags = diags;
    images->file = file;
    return images;
}

static const char *
color_space(int components)
{
    return components == 1 ? "/DeviceGray" : components == 3 ? "/DeviceRGB" : "/DeviceCMYK";
}

static int
put_jpeg(PdfImages *images, const DgImage *image)
{
    g_autofree char *dictionary = g_strdup_printf(
        "/Type/XObject/Subtype/Image/Width %d/Height %d/BitsPerComponent 8/ColorSpace%s%s"
        "/Filter/DCTDecode",
        image->width, image->height, color_space(image->components),
        /* Adobe's CMYK files hold the light that is left, not the ink. */
        image->inverted ? "/Decode[1 0 1 0 1 0 1 0]" : "");
    int object = pdf_object_new(images->file);
    pdf_stream_put_coded(images->file, object, dictionary, image->bytes.data, image->bytes.size);
    images->shows_cmyk |= image->components == 4;
    return object;
}

static uint8_t
paeth(int left, int up, int corner)
{
    int guess = left + up - corner;
    int a = abs(guess - left), b = abs(guess - up), c = abs(guess - corner);
    return (uint8_t)(a <= b && a <= c ? left : b <= c ? up : corner);
}

/* Each row as differences by the Paeth filter (PNG specification, 9.4), which packs well for drawings and
 * photographs alike. */
static uint8_t *
filtered(const uint8_t *pixels, size_t width, size_t height, size_t size)
{
    size_t stride = width * size;
    uint8_t *rows = g_malloc((stride + 1) * height), *to = rows;
    for (size_t y = 0; y < height; y++) {
        const uint8_t *row = pixels + y * stride, *above = y ? row - stride : NULL;
        *to++ = 4;
        for (size_t x = 0; x < stride; x++) {
            int left = x >= size ? row[x - size] : 0, up = above ? above[x] : 0;
            int corner = above && x >= size ? above[x - size] : 0;
            *to++ = (uint8_t)(row[x] - paeth(left, up, corner));
        }
    }
    return rows;
}

static int
put_plane(PdfImages *images, const DgRaster *raster, const uint8_t *pixels, int components,
          int mask)
{
    size_t width = (size_t)raster->width, height = (size_t)raster->height;
    g_autofree uint8_t *rows = filtered(pixels, width, height, (size_t)components);
    g_autoptr(GString) dictionary = g_string_new("/Type/XObject/Subtype/Image");
    g_string_append_printf(dictionary,
                           "/Width %d/Height %d/BitsPerComponent 8/ColorSpace%s"
                           "/DecodeParms<</Predictor 15/Columns %d/Colors %d>>",
                           raster->width, raster->height, color_space(components), raster->width,
                           components);
    if (mask)
        g_string_append_printf(dictionary, "/SMask %d 0 R", mask);
    int object = pdf_object_new(images->file);
    pdf_stream_put(images->file, object, dictionary->str, rows,
                   (width * (size_t)components + 1) * height);
    return object;
}

static int
put_png(PdfImages *images, const DgImage *image)
{
    DgArena *scratch = dg_arena_new();
    DgRaster raster;
    int object = 0;
    if (dg_image_decode(scratch, images->diags, image, 0, &raster)) {
        int mask = raster.alpha ? put_plane(images, &raster, raster.alpha, 1, 0) : 0;
        object = put_plane(images, &raster, raster.pixels, raster.components, mask);
    }
    dg_arena_free(scratch);
    return object;
}

static int
put_svg(PdfImages *images, const DgImage *image)
{
    DgArena *scratch = dg_arena_new();
    DgBytes page;
    int object = 0;
    if (dg_image_svg_pdf(scratch, images->diags, image, &page)) {
        object = pdf_drawing_put(images->file, page);
        if (!object)
            dg_diag(images->diags, DG_FIGURE_BROKEN, (DgPos){.file = image->file}, image->file,
                    "its page cannot be taken over", NULL);
    }
    dg_arena_free(scratch);
    return object;
}

static int
put_image(PdfImages *images, const DgImage *image)
{
    switch (image->format) {
    case DG_IMAGE_JPEG:
        return put_jpeg(images, image);
    case DG_IMAGE_PNG:
        return put_png(images, image);
    case DG_IMAGE_SVG:
        return put_svg(images, image);
    }
    return 0;
}

int
pdf_images_use(PdfImages *images, const DgImage *image)
{
    size_t i = 0;
    while (i < images->n && images->entries[i].image != image)
        i++;
    if (i == images->n) {
        Entry entry = {image, put_image(images, image)};
        DG_APPEND(images->arena, images->entries, images->n, entry);
    }
    return images->entries[i].object ? (int)i : -1;
}

void
pdf_image_matrix(const DgImage *image, const int64_t box[4], int64_t matrix[6])
{
    /* The unit square of the coded picture, turned as Exif asks: the images of its sides and its corner. */
    static const int8_t turns[9][6] = {
        {1, 0, 0, 1, 0, 0},   {1, 0, 0, 1, 0, 0},  {-1, 0, 0, 1, 1, 0},
        {-1, 0, 0, -1, 1, 1}, {1, 0, 0, -1, 0, 1}, {0, -1, -1, 0, 1, 1},
        {0, -1, 1, 0, 0, 1},  {0, 1, 1, 0, 0, 0},  {0, 1, -1, 0, 1, 0},
    };
    bool coded =
        image->format == DG_IMAGE_JPEG && image->orientation >= 1 && image->orientation <= 8;
    const int8_t *turn = turns[coded ? image->orientation : 0];
    for (int i = 0; i < 6; i++)
        matrix[i] = turn[i] * box[2 + i % 2];
    matrix[4] += box[0];
    matrix[5] += box[1];
}

void
pdf_images_resources(const PdfImages *images, GString *resources)
{
    g_string_append(resources, "/XObject<<");
    for (size_t i = 0; i < images->n; i++)
        if (images->entries[i].object)
            g_string_append_printf(resources, "/X%" G_GSIZE_FORMAT " %d 0 R", i,
                                   images->entries[i].object);
    g_string_append(resources, ">>");
}

bool
pdf_images_conform(const PdfImages *images)
{
    return !images->shows_cmyk;
}
