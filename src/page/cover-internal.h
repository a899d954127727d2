/* cover-internal.h - the parts of a cover sheet. */
#ifndef DIGLOT_COVER_INTERNAL_H
#define DIGLOT_COVER_INTERNAL_H

#include "canvas-internal.h"

/* The size of a barcode at full magnification, its light margins included (ISO/IEC 15420: 0.33 mm a module). */
DgLen dg_barcode_width(void);
DgLen dg_barcode_height(void);
/* The thirteen digits of an ISBN, those of a ten-digit one with 978 before; false when its check digit is wrong. */
bool dg_isbn_digits(const char *isbn, char digits[14]);
/* Bars, the digits below them, and the ISBN above, with the upper left corner at x, y. */
void dg_barcode_place(DgCanvas *canvas, DgShaper *shaper, const DgFontStyle *font, const char *isbn,
                      const char digits[14], DgLen x, DgLen y);

#endif
