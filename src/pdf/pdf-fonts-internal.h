/* pdf-fonts-internal.h - what gathering, coding and writing of fonts share. */
#ifndef DIGLOT_PDF_FONTS_INTERNAL_H
#define DIGLOT_PDF_FONTS_INTERNAL_H

#include "pdf-internal.h"

typedef struct {
    uint32_t glyph, next; /* next: the same glyph with another text; 0 ends */
    size_t length;
    const char *text;
    uint32_t count;
    int code, width; /* glyph space */
    bool actual;     /* ToUnicode tells another text */
} FontCode;

enum { PDF_ALL_LEADS = 255 }; /* every code has two bytes */

struct PdfFont {
    const DgFace *face;
    int number, object;
    uint32_t *first; /* of each glyph: its first code */
    FontCode *codes; /* [0] is not used */
    size_t n_codes;
    int leads; /* bytes from 1 to this one open codes of two bytes, others are codes */
    int last_code;
    const FontCode **by_code; /* last_code + 1 of them; NULL where a code is not used */
    DgBytes program;          /* the subset; no data when it failed */
    bool shows_missing;       /* .notdef is drawn somewhere */
};

struct PdfFonts {
    DgArena *arena;
    PdfFont **list;
    size_t n;
};

/* The code has two bytes. */
bool pdf_code_is_wide(const PdfFont *font, int code);

#endif
