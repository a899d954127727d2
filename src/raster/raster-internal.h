/* raster-internal.h - what drawing a page with Cairo shares. */
#ifndef DIGLOT_RASTER_INTERNAL_H
#define DIGLOT_RASTER_INTERNAL_H

#include "diglot/raster.h"

#include <cairo.h>

/* raster-text.c: a run with its lines, from x, y of the mark; user space is points. */
void raster_run(cairo_t *cairo, const DgMark *mark);
/* raster-picture.c: a picture into its place, decoded for `dpi`. */
void raster_picture(cairo_t *cairo, DgDiags *diags, const DgMark *mark, int dpi);
void raster_color(cairo_t *cairo, uint32_t color);

#endif
