/* cover-internal.h - what covers and cards are put together from: words at a place, and a barcode. */
#ifndef DIGLOT_COVER_INTERNAL_H
#define DIGLOT_COVER_INTERNAL_H

#include "canvas-internal.h"

/* A sheet that words are put on. */
typedef struct {
    DgShaper *shaper;
    DgDiags *diags;
    const DgStyle *style;
    DgCanvas canvas;
} DgComposer;

typedef struct {
    DgRole role;
    const char *language;
    const char *text; /* NULL: left out */
    int size;         /* per cent of that of the style; 0: as the style has it */
} DgWords;

/* The lines of a text below `y` and the space behind them; with `measuring` nothing is drawn. */
typedef struct {
    DgLen height;
    bool forced; /* a line is wider than the measure, or ends in the middle of a word */
} DgWordsPlaced;
DgWordsPlaced dg_words_place(DgComposer *composer, DgWords words, DgLen x, DgLen y, DgLen measure,
                             bool measuring);

/* The size of a barcode at full magnification, its light margins included (ISO/IEC 15420: 0.33 mm a module). */
DgLen dg_barcode_width(void);
DgLen dg_barcode_height(void);
/* The thirteen digits of an ISBN, those of a ten-digit one with 978 before; false when its check digit is wrong. */
bool dg_isbn_digits(const char *isbn, char digits[14]);
/* Bars, the digits below them, and the ISBN above, with the upper left corner at x, y. */
void dg_barcode_place(DgCanvas *canvas, DgShaper *shaper, const DgFontStyle *font, const char *isbn,
                      const char digits[14], DgLen x, DgLen y);

#endif
