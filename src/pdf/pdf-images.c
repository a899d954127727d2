/* pdf-images.c - pictures as XObjects: JPEG as it is, PNG as Flate with a soft mask, SVG as a form; colours by the
 * picture's own profile. For a press all of them in its inks, upright and opaque. */
#include "pdf-internal.h"

#include <stdlib.h>
#include <string.h>

typedef struct {
    const DgImage *image;
    int object;      /* 0: it cannot be drawn */
    int orientation; /* Exif 1-8, of what was written */
} Entry;

struct PdfImages {
    DgArena *arena;
    DgDiags *diags;
    PdfFile *file;
    Entry *entries;
    size_t n;
    const PdfColors *colors;
};

PdfImages *
pdf_images_new(DgArena *arena, DgDiags *diags, PdfFile *file, const PdfColors *colors)
{
    PdfImages *images = DG_NEW(arena, PdfImages);
    images->arena = arena;
    images->diags = diags;
    images->file = file;
    images->colors = colors;
    return images;
}

static const char *
device_space(int components)
{
    return components == 1 ? "/DeviceGray" : components == 3 ? "/DeviceRGB" : "/DeviceCMYK";
}

/* By the picture's own profile where it has one and `components` are those of its file; to be freed. */
static char *
color_space(PdfImages *images, const DgImage *image, int components)
{
    if (images->colors->inks || !image->profile.data || components != image->components)
        return g_strdup(device_space(components));
    int object = pdf_object_new(images->file);
    g_autofree char *entries =
        g_strdup_printf("/N %d/Alternate%s", components, device_space(components));
    pdf_stream_put(images->file, object, entries, image->profile.data, image->profile.size);
    return g_strdup_printf("[/ICCBased %d 0 R]", object);
}

static int
put_jpeg(PdfImages *images, const DgImage *image)
{
    g_autofree char *space = color_space(images, image, image->components);
    g_autofree char *dictionary = g_strdup_printf(
        "/Type/XObject/Subtype/Image/Width %d/Height %d/BitsPerComponent 8/ColorSpace%s%s"
        "/Filter/DCTDecode",
        image->width, image->height, space,
        /* Adobe's CMYK files hold the light that is left, not the ink. */
        image->inverted ? "/Decode[1 0 1 0 1 0 1 0]" : "");
    int object = pdf_object_new(images->file);
    pdf_stream_put_coded(images->file, object, dictionary, image->bytes.data, image->bytes.size);
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
          const char *space, int mask)
{
    size_t width = (size_t)raster->width, height = (size_t)raster->height;
    g_autofree uint8_t *rows = filtered(pixels, width, height, (size_t)components);
    g_autoptr(GString) dictionary = g_string_new("/Type/XObject/Subtype/Image");
    g_string_append_printf(dictionary,
                           "/Width %d/Height %d/BitsPerComponent 8/ColorSpace%s"
                           "/DecodeParms<</Predictor 15/Columns %d/Colors %d>>",
                           raster->width, raster->height, space, raster->width, components);
    if (mask)
        g_string_append_printf(dictionary, "/SMask %d 0 R", mask);
    int object = pdf_object_new(images->file);
    pdf_stream_put(images->file, object, dictionary->str, rows,
                   (width * (size_t)components + 1) * height);
    return object;
}

static int
put_pixels(PdfImages *images, const DgImage *image)
{
    DgArena *scratch = dg_arena_new();
    DgRaster raster;
    int object = 0;
    if (dg_image_decode(scratch, images->diags, image, 0, &raster)) {
        int mask = raster.alpha ? put_plane(images, &raster, raster.alpha, 1, "/DeviceGray", 0) : 0;
        g_autofree char *space = color_space(images, image, raster.components);
        object = put_plane(images, &raster, raster.pixels, raster.components, space, mask);
    }
    dg_arena_free(scratch);
    return object;
}

/* As the press prints it. */
static int
put_inked(PdfImages *images, const DgImage *image, int width)
{
    DgArena *scratch = dg_arena_new();
    DgRaster raster;
    int object = 0;
    if (dg_image_ink(scratch, images->diags, image, images->colors->inks, width, &raster))
        object = put_plane(images, &raster, raster.pixels, raster.components,
                           device_space(raster.components), 0);
    dg_arena_free(scratch);
    return object;
}

/* Pixels for what cannot be vectors on a press: 600 to the inch, as thin lines want it. */
static int
put_svg(PdfImages *images, const DgMark *mark)
{
    enum { DPI = 600, MOST = 10000 };
    const DgImage *image = mark->image;
    DgArena *scratch = dg_arena_new();
    DgBytes page;
    int object = 0;
    PdfDrawn drawn = DRAWING_DONE;
    if (dg_image_svg_pdf(scratch, images->diags, image, &page))
        drawn = pdf_drawing_put(images->file, images->colors, page, &object);
    dg_arena_free(scratch);
    const DgPos pos = {.file = image->file};
    if (drawn == DRAWING_BROKEN)
        dg_diag(images->diags, DG_FIGURE_BROKEN, pos, image->file, "its page cannot be taken over",
                NULL);
    if (drawn != DRAWING_NOT_PLAIN)
        return object;
    dg_diag(images->diags, DG_PRINT_DRAWING, pos, image->file, NULL);
    DgLen widest = MAX(mark->width, image->natural_width); /* it may be shown again, larger */
    return put_inked(images, image, (int)CLAMP(widest * DPI / (72 * DG_LEN_UNIT), 1, MOST));
}

/* Inks of which nobody says what they look like: a screen shows them as lights, a press as they are. */
static bool
is_bare_cmyk(const DgImage *image)
{
    return image->components == 4 && !image->profile.data;
}

static void
put_jpeg_entry(PdfImages *images, Entry *entry)
{
    const DgImage *image = entry->image;
    const PdfColors *colors = images->colors;
    if (colors->inks && (dg_inks_black(colors->inks) || !is_bare_cmyk(image))) {
        entry->object = put_inked(images, image, 0);
    } else if (!colors->inks && is_bare_cmyk(image)) {
        entry->object = put_pixels(images, image);
    } else {
        entry->object = put_jpeg(images, image);
        entry->orientation = image->orientation;
    }
}

static void
put_entry(PdfImages *images, const DgMark *mark, Entry *entry)
{
    switch (entry->image->format) {
    case DG_IMAGE_JPEG:
        put_jpeg_entry(images, entry);
        return;
    case DG_IMAGE_PNG:
        entry->object = images->colors->inks ? put_inked(images, entry->image, 0)
                                             : put_pixels(images, entry->image);
        return;
    case DG_IMAGE_SVG:
        entry->object = put_svg(images, mark);
        return;
    }
}

/* On a press a coarse picture is a fault that nobody can mend any more. */
static void
check_resolution(PdfImages *images, const DgMark *mark)
{
    enum { LEAST_DPI = 200 };
    const DgImage *image = mark->image;
    if (!images->colors->inks || image->format == DG_IMAGE_SVG)
        return;
    int across = image->orientation >= 5 ? image->height : image->width;
    int64_t dpi = dg_len_scale(across, 72 * DG_LEN_UNIT, mark->width);
    g_autofree char *shown = g_strdup_printf("%d", (int)dpi);
    if (dpi < LEAST_DPI)
        dg_diag(images->diags, DG_IMAGE_RESOLUTION,
                mark->node ? mark->node->pos : (DgPos){.file = image->file}, image->file, shown,
                NULL);
}

int
pdf_images_use(PdfImages *images, const DgMark *mark)
{
    size_t i = 0;
    if (mark->width > 0)
        check_resolution(images, mark);
    while (i < images->n && images->entries[i].image != mark->image)
        i++;
    if (i == images->n) {
        Entry entry = {mark->image, 0, 1};
        put_entry(images, mark, &entry);
        DG_APPEND(images->arena, images->entries, images->n, entry);
    }
    return images->entries[i].object ? (int)i : -1;
}

int
pdf_images_orientation(const PdfImages *images, int name)
{
    return images->entries[name].orientation;
}

void
pdf_image_matrix(int orientation, const int64_t box[4], int64_t matrix[6])
{
    /* The unit square of the coded picture, turned as Exif asks: the images of its sides and its corner. */
    static const int8_t turns[9][6] = {
        {1, 0, 0, 1, 0, 0},   {1, 0, 0, 1, 0, 0},  {-1, 0, 0, 1, 1, 0},
        {-1, 0, 0, -1, 1, 1}, {1, 0, 0, -1, 0, 1}, {0, -1, -1, 0, 1, 1},
        {0, -1, 1, 0, 0, 1},  {0, 1, 1, 0, 0, 0},  {0, 1, -1, 0, 1, 0},
    };
    const int8_t *turn = turns[orientation >= 1 && orientation <= 8 ? orientation : 0];
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
