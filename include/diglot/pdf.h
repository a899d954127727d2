/* pdf.h - the PDF writer (ISO 32000-1). Streams objects to bytes; subset fonts with ToUnicode, structure
 * tree, outline, page labels, links, named destinations, metadata in both languages. Same bytes every time. */
#ifndef DIGLOT_PDF_H
#define DIGLOT_PDF_H

#include "diglot/page.h"

typedef struct {
    const DgVolume *volume;
    const char *date; /* ISO 8601 with Z: from SOURCE_DATE_EPOCH or the source; never the clock */
    const char *producer; /* "diglot 0.1" */
    const char *only;     /* NULL or comma-separated hrefs: write only the pages of these items */
} DgPdfOptions;

DgBytes dg_pdf_write(DgArena *arena, DgDiags *diags, const DgPages *pages, DgPdfOptions options);

#endif
