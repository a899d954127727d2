/* image.h - pictures: size, resolution, decoding. JPEG, PNG, SVG; told by content, not by name. */
#ifndef DIGLOT_IMAGE_H
#define DIGLOT_IMAGE_H

#include "diglot/files.h"
#include "diglot/units.h"

#include <stdint.h>

typedef enum { DG_IMAGE_JPEG, DG_IMAGE_PNG, DG_IMAGE_SVG } DgImageFormat;

typedef struct {
    DgImageFormat format;
    const char *file;  /* relative to the volume */
    DgBytes bytes;     /* the file as it is */
    int width, height; /* pixels; of an SVG: its size at 96 dpi */
    int components;    /* 1, 3, 4; JPEG: as coded (4 = CMYK, `inverted` per Adobe) */
    bool alpha, inverted;
    int orientation; /* Exif 1-8; width and height are before turning */
    DgLen natural_width,
        natural_height; /* by its own resolution (default 150 dpi; SVG by its units), turned */
    DgBytes profile;    /* ICC, of its own colour space; no data when it has none that is sound */
} DgImage;

typedef struct {
    int width, height, components; /* 1 or 3; 4 inks: only from dg_image_ink */
    uint8_t *pixels;               /* rows top first, 8 bit, no padding */
    uint8_t *alpha;                /* width * height, or NULL when opaque */
} DgRaster;

typedef struct DgImages DgImages; /* a service: each file is read once */
DgImages *dg_images_new(DgArena *arena, const char *volume_folder);
void dg_images_free(DgImages *images);
/* `prepare` is called once, before the first SVG is opened: librsvg takes the faces of words from Fontconfig's
 * current configuration, and somebody has to put them there. */
void dg_images_on_drawing(DgImages *images, void (*prepare)(void *data), void *data);
/* figure.missing, figure.broken, figure.unsupported with `pos`; NULL then. */
const DgImage *dg_image_load(DgImages *images, DgDiags *diags, const char *href, DgPos pos);
/* Decoded and turned upright. An SVG is drawn `width` pixels wide (0: for 300 dpi at natural size). */
bool dg_image_decode(DgArena *arena, DgDiags *diags, const DgImage *image, int width,
                     DgRaster *raster);
bool dg_png_encode(DgArena *arena, const DgRaster *raster, DgBytes *png);
/* An SVG as a one-page PDF of its natural size, vectors kept (librsvg on a cairo PDF surface). */
bool dg_image_svg_pdf(DgArena *arena, DgDiags *diags, const DgImage *image, DgBytes *pdf);

/* A printing condition: what colours become on a press. Black alone, or all four inks. */
typedef struct DgInks DgInks;
/* `condition` is a name of styles/conditions.list; NULL (print.condition) when its profile is not there. */
DgInks *dg_inks_new(DgArena *arena, DgDiags *diags, const char *data_folder, const char *condition,
                    bool black);
void dg_inks_free(DgInks *inks);
DgBytes dg_inks_profile(const DgInks *inks);        /* ICC, CMYK */
const char *dg_inks_identifier(const DgInks *inks); /* "FOGRA39"; a registered one, or "Custom" */
bool dg_inks_registered(const DgInks *inks);        /* in the registry of color.org */
const char *dg_inks_information(const DgInks *inks);
bool dg_inks_black(const DgInks *inks);
/* The gray of a colour 0xRRGGBB, 255 paper to 0 full black; its inks, 0 none to 255. */
uint8_t dg_inks_gray(const DgInks *inks, uint32_t color);
void dg_inks_split(const DgInks *inks, uint32_t color, uint8_t split[4]);
/* Decoded, turned upright, laid on white paper and converted: 1 or 4 components, no alpha. */
bool dg_image_ink(DgArena *arena, DgDiags *diags, const DgImage *image, const DgInks *inks,
                  int width, DgRaster *raster);

#endif
