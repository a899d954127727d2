/* epub-internal.h - one book while it is made: documents in the order of reading, then what lists them. */
#ifndef DIGLOT_EPUB_INTERNAL_H
#define DIGLOT_EPUB_INTERNAL_H

#include "diglot/epub.h"
#include "diglot/html.h"
#include "diglot/lang.h"

/* What of the two languages a book holds: DG_LEFT, DG_RIGHT, or both. */
typedef int View;
enum { BOTH = DG_SIDES };

typedef struct EpubZip EpubZip;

/* A line of the contents; the depth of the first is 0. */
typedef struct {
    int depth;
    const char *file, *titles[DG_SIDES];
} Entry;

typedef struct {
    const char *folio, *file, *id;
} PageMark;

typedef struct {
    DgArena *arena;
    DgDiags *diags;
    const DgVolume *volume;
    DgEpubOptions options;
    View view;
    EpubZip *zip;
    DgHtmlPictures *pictures;
    const char **documents; /* file names, in order */
    size_t n_documents;
    Entry *entries;
    size_t n_entries;
    PageMark *marks;
    size_t n_marks;
    size_t page; /* of the print edition: the last one that is marked */
} Book;

/* ---- epub-zip.c: the container (EPUB Open Container Format 3.3) ---- */
EpubZip *epub_zip_new(void); /* begins with the media type */
void epub_zip_add(EpubZip *zip, DgArena *arena, const char *name, DgBytes bytes);
/* NULL data when something went wrong. Frees the zip. */
DgBytes epub_zip_finish(EpubZip *zip, DgArena *arena);

/* ---- epub-page.c: what all documents have around them ---- */
bool book_shows(const Book *book, DgSide side);
DgSide book_side(const Book *book); /* whose language the book itself speaks */
const char *book_language(const Book *book);
DgHtml *document_begin(Book *book, const char *title, const char *type);
/* Adds EPUB/NAME to the container; `listed`: and to the order of reading. */
void document_end(Book *book, DgHtml *html, const char *name, bool listed);
/* `<TAG class="CLASS">` with the texts that the book shows, each in its language; nothing without any. */
void book_texts(const Book *book, DgHtml *html, const char *tag, const char *class,
                const char *const texts[DG_SIDES]);
/* The same inside an element that is open already. */
void book_spans(const Book *book, DgHtml *html, const char *const texts[DG_SIDES]);

/* ---- epub-item.c, epub-front.c ---- */
void item_add(Book *book, const DgItem *item, int depth);
void title_add(Book *book);
void part_add(Book *book, const DgPart *part, int depth);

/* ---- epub-nav.c, epub-package.c ---- */
void nav_add(Book *book);
void package_add(Book *book);

#endif
