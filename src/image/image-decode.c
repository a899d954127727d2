/* image-decode.c - pictures to upright 8-bit pixels; sizes and turning common to the formats. */
#include "image-internal.h"

#include <glib.h>
#include <string.h>

const char *
size_fault(int64_t width, int64_t height)
{
    if (width < 1 || height < 1)
        return "it has no size";
    if (width > 1000000 || height > 1000000 || width * height > MAX_PIXELS)
        return "it is larger than 100 megapixels";
    return NULL;
}

/* Turned by a quarter: width and height change places. */
static bool
is_transposed(int orientation)
{
    return orientation >= 5;
}

void
set_natural_size(DgImage *image, int64_t milli_dpi_x, int64_t milli_dpi_y)
{
    enum { LOWEST = 20, HIGHEST = 5000 };
    bool told = milli_dpi_x >= LOWEST * 1000 && milli_dpi_x <= HIGHEST * 1000 &&
                milli_dpi_y >= LOWEST * 1000 && milli_dpi_y <= HIGHEST * 1000;
    int64_t x = told ? milli_dpi_x : DEFAULT_DPI * 1000,
            y = told ? milli_dpi_y : DEFAULT_DPI * 1000;
    DgLen width = dg_len_scale(image->width, 72 * DG_LEN_UNIT * 1000, x);
    DgLen height = dg_len_scale(image->height, 72 * DG_LEN_UNIT * 1000, y);
    bool transposed = is_transposed(image->orientation);
    image->natural_width = MAX(transposed ? height : width, 1);
    image->natural_height = MAX(transposed ? width : height, 1);
}

/* Where the pixel that ends at (x, y) of the turned picture comes from. TIFF 6.0, Orientation. */
static size_t
source_of(size_t x, size_t y, size_t width, size_t height, int orientation)
{
    size_t right = width - 1 - (orientation >= 5 ? y : x), left = orientation >= 5 ? y : x;
    size_t bottom = height - 1 - (orientation >= 5 ? x : y), top = orientation >= 5 ? x : y;
    bool mirrored_x = orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8;
    bool mirrored_y = orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7;
    return (mirrored_y ? bottom : top) * width + (mirrored_x ? right : left);
}

static uint8_t *
turned(DgArena *arena, const uint8_t *plane, const DgRaster *from, size_t size, int orientation)
{
    size_t width = (size_t)from->width, height = (size_t)from->height;
    size_t new_width = is_transposed(orientation) ? height : width;
    size_t new_height = is_transposed(orientation) ? width : height;
    uint8_t *result = dg_arena_alloc(arena, width * height * size);
    for (size_t y = 0; y < new_height; y++)
        for (size_t x = 0; x < new_width; x++)
            memcpy(result + (y * new_width + x) * size,
                   plane + source_of(x, y, width, height, orientation) * size, size);
    return result;
}

static void
raster_turn(DgArena *arena, DgRaster *raster, int orientation)
{
    if (orientation <= 1 || orientation > 8)
        return;
    DgRaster from = *raster;
    raster->pixels = turned(arena, from.pixels, &from, (size_t)from.components, orientation);
    if (from.alpha)
        raster->alpha = turned(arena, from.alpha, &from, 1, orientation);
    if (is_transposed(orientation)) {
        raster->width = from.height;
        raster->height = from.width;
    }
}

/* ICC.1, 7.2: the signature at 36, the class at 12, the colour space of the data at 16. */
static bool
is_profile(const uint8_t *data, size_t size, int components)
{
    enum { HEADER_SIZE = 128, NEWEST_VERSION = 4 };
    static const char *const classes[] = {"mntr", "scnr", "prtr", "spac"};
    static const char *const spaces[] = {[1] = "GRAY", [3] = "RGB ", [4] = "CMYK"};
    if (size < HEADER_SIZE || memcmp(data + 36, "acsp", 4) != 0 || data[8] > NEWEST_VERSION ||
        !spaces[components] || memcmp(data + 16, spaces[components], 4) != 0)
        return false;
    for (size_t i = 0; i < G_N_ELEMENTS(classes); i++)
        if (memcmp(data + 12, classes[i], 4) == 0)
            return true;
    return false;
}

void
take_profile(DgArena *arena, DgImage *image, const void *data, size_t size)
{
    if (data && is_profile(data, size, image->components))
        image->profile = (DgBytes){(uint8_t *)dg_arena_strndup(arena, data, size), size};
}

/* Four inks to three lights without a profile, for the screen and for proofs. */
static void
lights_from_inks(DgArena *arena, DgRaster *raster)
{
    size_t n = (size_t)raster->width * (size_t)raster->height;
    uint8_t *lights = dg_arena_alloc(arena, n * 3), *to = lights;
    for (const uint8_t *inks = raster->pixels; inks < raster->pixels + 4 * n; inks += 4)
        for (size_t i = 0; i < 3; i++)
            *to++ = (uint8_t)((255 - inks[i]) * (255 - inks[3]) / 255);
    raster->pixels = lights;
    raster->components = 3;
}

bool
decode_upright(DgArena *arena, DgDiags *diags, const DgImage *image, int width, DgRaster *raster)
{
    const char *fault = NULL;
    bool decoded = false;
    *raster = (DgRaster){0};
    switch (image->format) {
    case DG_IMAGE_JPEG:
        decoded = jpeg_decode(arena, image, raster, &fault);
        break;
    case DG_IMAGE_PNG:
        decoded = png_decode(arena, image, raster, &fault);
        break;
    case DG_IMAGE_SVG:
        decoded = svg_decode(arena, image, width, raster, &fault);
        break;
    }
    if (!decoded) {
        dg_diag(diags, DG_FIGURE_BROKEN, (DgPos){.file = image->file}, image->file, fault, NULL);
        return false;
    }
    raster_turn(arena, raster, image->orientation);
    return true;
}

bool
dg_image_decode(DgArena *arena, DgDiags *diags, const DgImage *image, int width, DgRaster *raster)
{
    if (!decode_upright(arena, diags, image, width, raster))
        return false;
    if (raster->components == 4)
        lights_from_inks(arena, raster);
    return true;
}
