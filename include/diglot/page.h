/* page.h - pairs to rows to pages: a display list (layout.md 3).
 * Both columns are broken together by one dynamic program; the pair is a first-class row.
 * Coordinates are DgLen from the top left corner of the trimmed page, y downwards. */
#ifndef DIGLOT_PAGE_H
#define DIGLOT_PAGE_H

#include "diglot/doc-book.h"
#include "diglot/image.h"
#include "diglot/line.h"
#include "diglot/shape.h"
#include "diglot/style.h"

typedef enum { DG_MARK_GLYPHS, DG_MARK_RULE, DG_MARK_IMAGE, DG_MARK_FILL } DgMarkKind;

typedef struct {
    DgMarkKind kind;
    DgLen x, y;          /* glyphs: start of the baseline; else the upper left corner */
    DgLen width, height; /* rules and fills are solid rectangles of `color` */
    uint32_t color;
    const DgNode *node;   /* the structure node it belongs to; NULL: an artifact */
    const DgRun *run;     /* DG_MARK_GLYPHS */
    const DgImage *image; /* DG_MARK_IMAGE */
    bool head, foot;      /* artifacts: running head, folio */
    bool upwards;         /* glyphs: turned, to be read from below at x, y */
} DgMark;

typedef struct {
    DgLen x, y, width, height;
    const DgNode *node; /* the DG_LINK, DG_REFERENCE_LINK, DG_NOTE_MARK, DG_PAGE_NUMBER ... */
    const char *uri;    /* outside address, or NULL */
    const char *target; /* name of a destination in this volume, or NULL */
} DgPageLink;

typedef struct {
    const char *name; /* "HREF/ID" */
    DgLen x, y;
} DgDestination;

/* A line of text as it was set, for reports and dumps. */
typedef struct {
    uint32_t first_mark, n_marks;
    DgLen x, y, width; /* baseline; natural width, less what protrudes */
    int32_t ratio;     /* mean word space, per mille of the natural one */
    uint8_t column;    /* left, right, full measure */
    bool hyphenated, justified, overfull, loose;
} DgSetLine;

typedef struct {
    DgMark *marks;
    DgPageLink *links;
    DgDestination *destinations;
    size_t n_marks, n_links, n_destinations;
    const char *folio; /* "12"; counted and not always shown */
    const DgFlow *flow;
    DgSetLine *lines; /* in the order of setting */
    size_t n_lines;
} DgPage;

typedef struct {
    int level; /* from 0 */
    const char *title[DG_SIDES];
    size_t page; /* index */
    DgLen y;
    const char *destination; /* or NULL */
} DgOutlineEntry;

/* For report.json; definitions in DESIGN.md 3. */
typedef struct {
    int64_t lines, hyphenated, loose, overfull, widows, orphans, notes, notes_displaced;
    int64_t characters[DG_SIDES];
    double column_ratio[DG_SIDES];
    double padding, short_feet;
} DgLayoutReport;

typedef struct DgReasons DgReasons; /* why the pages are as they are */

typedef struct {
    DgLen width, height, bleed; /* of every page */
    DgPage *pages;
    size_t n_pages;
    DgOutlineEntry *outline;
    size_t n_outline;
    const DgBook *book;
    DgLayoutReport report;
    DgReasons *reasons; /* for dg_pages_explain */
} DgPages;

/* Completes the flows of the book that wait for page numbers. */
DgPages *dg_pages_make(DgArena *arena, DgDiags *diags, DgShaper *shaper, DgImages *images,
                       const DgVolume *volume, DgBook *book, const DgStyle *style);
/* Where blocks stand in finished pages; holds as long as they do. */
DgFolios dg_pages_folios(DgArena *arena, const DgPages *pages);
/* The cover of a book of `n_pages`, as one sheet: back, spine, front, with a barcode where there is an ISBN. */
DgPages *dg_cover_make(DgArena *arena, DgDiags *diags, DgShaper *shaper, const DgVolume *volume,
                       const DgStyle *style, size_t n_pages);
/* A card as one page of 600 × 315 pt; `logo` may be NULL. */
DgPages *dg_card_set(DgArena *arena, DgShaper *shaper, const DgVolume *volume, const DgStyle *style,
                     const DgCard *card, const DgImage *logo);
/* The terms of each page's cost, and its next-best end; as JSON an object a line. */
void dg_pages_explain(FILE *out, const DgPages *pages, bool json);
/* The same pages with wide margins: numbers of lines and pairs, places in the sources (with links), a stamp. */
typedef struct {
    const char *sources; /* from the file to the volume's folder: "../../content/forum/" */
    const char *date;    /* ISO 8601 */
} DgProof;
DgPages *dg_proof_make(DgArena *arena, DgShaper *shaper, const DgPages *pages,
                       const DgVolume *volume, const DgStyle *style, DgProof proof);
/* Marks with positions, as text: golden tests. */
void dg_pages_dump(FILE *out, const DgPages *pages);
void dg_lines_dump(FILE *out, const DgPages *pages);

#endif
