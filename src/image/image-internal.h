/* image-internal.h - what the formats of src/image offer to the service. */
#ifndef DIGLOT_IMAGE_INTERNAL_H
#define DIGLOT_IMAGE_INTERNAL_H

#include "diglot/image.h"

/* More pixels are refused: a small hostile file may claim any size. */
#define MAX_PIXELS INT64_C(100000000)
/* The resolution of pictures that do not tell theirs, and of drawings that are made pixels. */
enum { DEFAULT_DPI = 150, PRINT_DPI = 300 };

/* Each fills what its header tells. False: `fault` says what is wrong, in memory of the arena. */
bool jpeg_inspect(DgArena *arena, DgImage *image, const char **fault);
bool png_inspect(DgArena *arena, DgImage *image, const char **fault);
bool svg_inspect(DgArena *arena, DgImage *image, const char **fault);

/* The pixels as they lie in the file, not turned. */
bool jpeg_decode(DgArena *arena, const DgImage *image, DgRaster *raster, const char **fault);
bool png_decode(DgArena *arena, const DgImage *image, DgRaster *raster, const char **fault);
bool svg_decode(DgArena *arena, const DgImage *image, int width, DgRaster *raster,
                const char **fault);

/* NULL when a picture of that size can be held, else what is wrong with it. */
const char *size_fault(int64_t width, int64_t height);
/* The natural size from a resolution in dots per inch times 1000; an absurd one counts as not given. */
void set_natural_size(DgImage *image, int64_t milli_dpi_x, int64_t milli_dpi_y);
/* Keeps an embedded ICC profile if it is one of the picture's own colour space. */
void take_profile(DgArena *arena, DgImage *image, const void *data, size_t size);
/* As the file has it, upright: 4 components are inks. */
bool decode_upright(DgArena *arena, DgDiags *diags, const DgImage *image, int width,
                    DgRaster *raster);

#endif
