/* picture-internal.h - pictures in the column. */
#ifndef DIGLOT_PICTURE_INTERNAL_H
#define DIGLOT_PICTURE_INTERNAL_H

#include "canvas-internal.h"

/* The size of a picture that is there. */
void dg_picture_size(const DgImage *image, DgLen measure, DgLen most, DgLen *width, DgLen *height);

/* DgPictureOf: pictures in the text, of their natural size; `setting` is a DgSetting. */
bool dg_picture_lend(const void *setting, const DgNode *graphic, DgInlinePicture *picture);
/* Loads the picture of a DG_GRAPHIC; a picture that is not there gets a box with its name. */
DgPicture *dg_picture_make(DgArena *arena, DgDiags *diags, DgShaper *shaper, DgImages *images,
                           const DgStyle *style, const DgNode *graphic, const char *language);
/* Its size within a measure and a greatest height; a missing one is a third of `column` high. */
void dg_picture_fit(DgPicture *picture, DgLen measure, DgLen most, DgLen column);
DgLen dg_picture_height(const DgPicture *picture);
DgLen dg_picture_width(const DgPicture *picture);
/* Whether both show the same picture: the same file, or files of the same bytes. */
bool dg_picture_equals(const DgPicture *a, const DgPicture *b);
/* Flush left at the upper left corner x, y. */
void dg_picture_place(DgCanvas *canvas, const DgPicture *picture, DgLen x, DgLen y);

#endif
