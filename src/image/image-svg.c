/* image-svg.c - SVG by librsvg: its size, its pixels, or its vectors as a PDF page.
 * A handle made from bytes has no base address, so that librsvg loads no other file and nothing from
 * the network; what such a drawing refers to is left out. */
#include "image-internal.h"

#include <cairo-pdf.h>
#include <glib.h>
#include <librsvg/rsvg.h>
#include <math.h>

enum { CSS_DPI = 96 };

G_DEFINE_AUTOPTR_CLEANUP_FUNC(RsvgHandle, g_object_unref)

/* What librsvg says, without where in libxml2 it comes from: "XML parse error: Error domain 1 code 73 on line 1 column
 * 52 of data: Couldn't find ...". */
static const char *
fault_of(DgArena *arena, const GError *error, const char *otherwise)
{
    static const char origin[] = " of data: ";
    if (!error || !error->message)
        return otherwise;
    const char *told = strstr(error->message, origin);
    g_autofree char *fault = g_strdup(told ? told + strlen(origin) : error->message);
    return dg_arena_strdup(arena, g_strdelimit(g_strstrip(fault), "\n", ' '));
}

static RsvgHandle *
svg_open(DgArena *arena, const DgImage *image, const char **fault)
{
    g_autoptr(GError) error = NULL;
    RsvgHandle *handle = rsvg_handle_new_from_data(image->bytes.data, image->bytes.size, &error);
    if (!handle) {
        *fault = fault_of(arena, error, "it cannot be read");
        return NULL;
    }
    rsvg_handle_set_dpi(handle, CSS_DPI);
    return handle;
}

/* In pixels of 1/96 inch; a drawing sized only by its view box is as large as that. */
static bool
svg_size(RsvgHandle *handle, double *width, double *height)
{
    enum { MAX_SIDE = 100000 };
    gboolean has_width = FALSE, has_height = FALSE, has_box = FALSE;
    RsvgLength given_width, given_height;
    RsvgRectangle box = {0};
    if (!rsvg_handle_get_intrinsic_size_in_pixels(handle, width, height)) {
        rsvg_handle_get_intrinsic_dimensions(handle, &has_width, &given_width, &has_height,
                                             &given_height, &has_box, &box);
        *width = has_box ? box.width : 0;
        *height = has_box ? box.height : 0;
    }
    return isfinite(*width) && isfinite(*height) && *width > 0 && *height > 0 &&
           *width <= MAX_SIDE && *height <= MAX_SIDE;
}

bool
svg_inspect(DgArena *arena, DgImage *image, const char **fault)
{
    g_autoptr(RsvgHandle) handle = svg_open(arena, image, fault);
    double width = 0, height = 0;
    if (!handle)
        return false;
    if (!svg_size(handle, &width, &height)) {
        *fault = "it has no size";
        return false;
    }
    image->components = 3;
    image->alpha = true;
    image->width = MAX((int)ceil(width), 1);
    image->height = MAX((int)ceil(height), 1);
    image->natural_width = MAX((DgLen)llround(width * 0.75 * (double)DG_LEN_UNIT), 1);
    image->natural_height = MAX((DgLen)llround(height * 0.75 * (double)DG_LEN_UNIT), 1);
    return true;
}

/* Draws into a surface whose user space is `width` by `height`. */
static bool
svg_draw(DgArena *arena, RsvgHandle *handle, cairo_surface_t *surface, double width, double height,
         const char **fault)
{
    g_autoptr(GError) error = NULL;
    RsvgRectangle place = {0, 0, width, height};
    cairo_t *cairo = cairo_create(surface);
    bool drawn = rsvg_handle_render_document(handle, cairo, &place, &error) &&
                 cairo_status(cairo) == CAIRO_STATUS_SUCCESS;
    cairo_destroy(cairo);
    if (!drawn)
        *fault = fault_of(arena, error, "it cannot be drawn");
    return drawn;
}

/* Cairo's premultiplied native-endian words to colour and alpha apart. */
static void
split_pixels(cairo_surface_t *surface, DgRaster *raster)
{
    cairo_surface_flush(surface);
    const uint8_t *data = cairo_image_surface_get_data(surface);
    int stride = cairo_image_surface_get_stride(surface);
    uint8_t *pixel = raster->pixels, *alpha = raster->alpha;
    for (int y = 0; y < raster->height; y++) {
        const uint32_t *row = (const uint32_t *)(const void *)(data + (size_t)y * (size_t)stride);
        for (int x = 0; x < raster->width; x++, pixel += 3) {
            uint32_t value = row[x], opacity = value >> 24;
            *alpha++ = (uint8_t)opacity;
            for (int i = 0; i < 3; i++) {
                uint32_t light = value >> (16 - 8 * i) & 0xFF;
                pixel[i] =
                    (uint8_t)(opacity ? MIN((light * 255 + opacity / 2) / opacity, 255) : 255);
            }
        }
    }
}

/* The pixel size at 300 dpi of the natural size, or that of the width asked for; at most MAX_PIXELS. */
static void
pixel_size(const DgImage *image, int width, DgRaster *raster)
{
    double ratio = (double)image->natural_height / (double)image->natural_width;
    double wanted = width > 0 ? width : dg_len_points(image->natural_width) * PRINT_DPI / 72;
    wanted = MIN(wanted, sqrt((double)MAX_PIXELS / ratio) - 1);
    raster->width = CLAMP((int)lround(wanted), 1, 30000);
    raster->height = CLAMP((int)lround(raster->width * ratio), 1, 30000);
    raster->components = 3;
}

bool
svg_decode(DgArena *arena, const DgImage *image, int width, DgRaster *raster, const char **fault)
{
    g_autoptr(RsvgHandle) handle = svg_open(arena, image, fault);
    if (!handle)
        return false;
    pixel_size(image, width, raster);
    cairo_surface_t *surface =
        cairo_image_surface_create(CAIRO_FORMAT_ARGB32, raster->width, raster->height);
    bool drawn = svg_draw(arena, handle, surface, raster->width, raster->height, fault);
    if (drawn) {
        size_t n = (size_t)raster->width * (size_t)raster->height;
        raster->pixels = dg_arena_alloc(arena, n * 3);
        raster->alpha = dg_arena_alloc(arena, n);
        split_pixels(surface, raster);
    }
    cairo_surface_destroy(surface);
    return drawn;
}

static cairo_status_t
on_pdf_bytes(void *out, const unsigned char *data, unsigned size)
{
    g_byte_array_append(out, data, size);
    return CAIRO_STATUS_SUCCESS;
}

bool
dg_image_svg_pdf(DgArena *arena, DgDiags *diags, const DgImage *image, DgBytes *pdf)
{
    const char *fault = NULL;
    g_autoptr(GByteArray) out = g_byte_array_new();
    g_autoptr(RsvgHandle) handle = svg_open(arena, image, &fault);
    double width = dg_len_points(image->natural_width),
           height = dg_len_points(image->natural_height);
    bool drawn = false;
    if (handle) {
        cairo_surface_t *surface =
            cairo_pdf_surface_create_for_stream(on_pdf_bytes, out, width, height);
        /* Only the page is used; the date is fixed so that the bytes are the same every time. */
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE,
                                       "2000-01-01T00:00:00Z");
        drawn = svg_draw(arena, handle, surface, width, height, &fault);
        cairo_surface_finish(surface);
        if (drawn && cairo_surface_status(surface) != CAIRO_STATUS_SUCCESS) {
            fault = cairo_status_to_string(cairo_surface_status(surface));
            drawn = false;
        }
        cairo_surface_destroy(surface);
    }
    if (!drawn) {
        dg_diag(diags, DG_FIGURE_BROKEN, (DgPos){.file = image->file}, image->file, fault, NULL);
        return false;
    }
    *pdf =
        (DgBytes){(uint8_t *)dg_arena_strndup(arena, (const char *)out->data, out->len), out->len};
    return true;
}
