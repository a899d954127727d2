/* pdf.h - the PDF writer (ISO 32000-1). Streams objects to bytes; subset fonts with ToUnicode, outline, page labels,
 * named destinations, metadata in both languages. Same bytes every time.
 * For the screen: PDF/A-2a and PDF/UA-1, with structure tree and links. For a press: PDF/X-4, with inks, boxes and
 * marks, without links; pages, words and destinations are those of the screen's file. */
#ifndef DIGLOT_PDF_H
#define DIGLOT_PDF_H

#include "diglot/page.h"

typedef struct {
    const DgInks *inks;
    int marks;     /* DG_MARKS_... */
    int signature; /* blank pages fill the file up to a multiple of this; 0, 1: none */
} DgPdfPress;

typedef struct {
    const DgVolume *volume;
    const char *date; /* ISO 8601 with Z: from SOURCE_DATE_EPOCH or the source; never the clock */
    const char *producer; /* "diglot 0.1" */
    const char *only;     /* NULL or comma-separated hrefs: write only the pages of these items */
    const DgPdfPress *press; /* NULL: for the screen */
    DgReadingOrder order;    /* of the screen's file */
} DgPdfOptions;

/* Pages that the file has, and how many of them are blank ones at the end. */
size_t dg_pdf_count(const DgPages *pages, DgPdfOptions options, size_t *blank);
DgBytes dg_pdf_write(DgArena *arena, DgDiags *diags, const DgPages *pages, DgPdfOptions options);

#endif
