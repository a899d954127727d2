/* paper.h - display lists made by hand, for tests of the PDF writer. */
#ifndef DIGLOT_TESTS_PAPER_H
#define DIGLOT_TESTS_PAPER_H

#include "diglot/pdf.h"

#include <glib.h>

typedef struct {
    DgArena *arena;
    DgDiags *diags;
    DgFonts *fonts;
    DgShaper *shaper;
    DgImages *images; /* of the test's own folder */
    char *folder;
    DgVolume volume; /* Russian and English */
    DgPages pages;
    DgBook book;
    DgItem item;
    DgFontStyle style; /* PT Serif, 10 pt */
    DgLen y;           /* baseline of the last line set by paper_set */
    DgReadingOrder order;
} Paper;

void paper_open(Paper *paper, const void *data);
void paper_close(Paper *paper, const void *data);

/* A flow of the item (or of matter, when `kind` is no "item") with the roots of both sides, either may be NULL. */
DgFlow *paper_flow(Paper *paper, const char *kind, DgNode *left, DgNode *right);
/* The newest page; call again when another page has been added. */
DgPage *paper_page(Paper *paper, const char *folio);
DgMark *paper_mark(Paper *paper, DgMark mark);
/* A line of text on the newest page; a NULL node makes an artifact. */
DgMark *paper_text(Paper *paper, const DgNode *node, DgLen x, DgLen y, const char *text);
/* The same with a hyphen that the text does not hold. */
DgMark *paper_divided(Paper *paper, const DgNode *node, DgLen x, DgLen y, const char *text);
/* Every text, label and picture below a node, a line each, on the newest page; notes behind their block. */
void paper_set(Paper *paper, const DgNode *root);
void paper_link(Paper *paper, DgPageLink link);
void paper_destination(Paper *paper, const char *name, DgLen y);

DgNode *paper_add(Paper *paper, DgNode *parent, DgKind kind); /* a new child */
DgNode *paper_words(Paper *paper, DgNode *parent, DgKind kind, const char *text);

/* A cell of one column and row; `text` may be NULL. */
DgNode *paper_cell(Paper *paper, DgNode *row, const char *text, bool header);

DgBytes paper_write(Paper *paper, const char *only);
/* What a program prints of a file with these bytes; "@" in a command stands for its name. It must succeed. */
char *paper_run(Paper *paper, DgBytes bytes, const char *command);
/* The objects of a file as readable text, streams unpacked (qpdf). */
char *paper_plain(Paper *paper, DgBytes bytes);
size_t paper_count(const char *text, const char *what); /* how often it stands there */

#define PAPER_TEST(path, function) g_test_add(path, Paper, NULL, paper_open, function, paper_close)

#endif
