/* pdf-maker.h - two small PDFs that keep all rules, as text, to be spoilt. */
#ifndef DIGLOT_TESTS_PDF_MAKER_H
#define DIGLOT_TESTS_PDF_MAKER_H

#include <glib.h>

typedef enum { FOR_SCREEN, FOR_PRESS } PdfUse; /* PDF/A-2a and PDF/UA-1; PDF/X-4 */

/* The file with `from` replaced by `to` where it first stands, before places are reckoned (NULL: as it is). */
GByteArray *make_pdf(PdfUse use, const char *from, const char *to);

#endif
