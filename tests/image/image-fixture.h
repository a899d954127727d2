/* image-fixture.h - pictures of every kind, made while the test runs. */
#ifndef DIGLOT_TESTS_IMAGE_FIXTURE_H
#define DIGLOT_TESTS_IMAGE_FIXTURE_H

#include "diglot/image.h"

#include <glib.h>

typedef struct {
    DgArena *arena;
    DgDiags *diags;
    char *folder; /* a volume's */
    DgImages *images;
} Fixture;

void fixture_open(Fixture *fixture, const void *data);
void fixture_close(Fixture *fixture, const void *data);
void fixture_write(Fixture *fixture, const char *name, const void *data, size_t size);
const DgImage *fixture_load(Fixture *fixture, const char *name);

typedef struct {
    int width, height;
    int components;  /* 1, 3, 4 */
    int orientation; /* Exif; 0: no Exif */
    int dpi;         /* 0: not told */
    bool adobe, progressive;
} JpegKind;

/* The left half dark, the right half light; CMYK: the left half of ink. */
GByteArray *make_jpeg(const JpegKind *kind);

typedef struct {
    int width, height;
    int type, depth;              /* libpng's colour type and bits */
    bool interlaced, transparent; /* transparent: tRNS of the first colour */
    int dpi;
} PngKind;

/* Each pixel's value grows with x; full height of the same rows. */
GByteArray *make_png(const PngKind *kind);

#endif
