/* html.h - nodes to HTML5 or XHTML: one function per node kind; shared by web, EPUB and reports.
 * Every text is escaped, every address encoded; the result is well-formed whatever the tree holds. */
#ifndef DIGLOT_HTML_H
#define DIGLOT_HTML_H

#include "diglot/doc-book.h"
#include "diglot/files.h"

typedef struct DgHtml DgHtml; /* a growing text with the state of notes and headings */

typedef struct {
    const char *address;    /* in the edition, relative to its root: "figures/map-1a2b3c4d.png" */
    const char *media_type; /* "image/png" */
    int width, height;      /* pixels, upright; of an SVG at 96 dpi */
    DgBytes bytes;
} DgHtmlPicture;

/* A service: the pictures an edition shows, each file once, told by content and named by its hash. */
typedef struct DgHtmlPictures DgHtmlPictures;
DgHtmlPictures *dg_html_pictures_new(DgArena *arena, const char *volume_folder, const char *folder);
void dg_html_pictures_free(DgHtmlPictures *pictures);
/* NULL when there is no such picture, or none that can be shown; page has reported it. */
const DgHtmlPicture *dg_html_picture(DgHtmlPictures *pictures, const char *href);
/* Those asked for so far, in that order. */
size_t dg_html_pictures_used(const DgHtmlPictures *pictures, DgArena *arena,
                             const DgHtmlPicture ***used);

typedef struct {
    const char *languages[DG_SIDES]; /* of what is written on each side */
    int heading_base;                /* the outermost headings get this level, those below follow */
    bool both;                       /* both languages share the page: ids of notes name theirs */
    bool ids;                 /* blocks carry the anchor of their pair (pages of one language) */
    bool xhtml;               /* empty elements end with a slash */
    DgHtmlPictures *pictures; /* NULL: every picture is missing */
    const DgFolios *folios;   /* NULL: references to a page give the name of the place instead */
} DgHtmlOptions;

DgHtml *dg_html_new(DgArena *arena, DgHtmlOptions options);
/* What follows is in the language of that side, which has notes of its own. It begins with DG_LEFT. */
void dg_html_turn(DgHtml *html, DgSide side);

void dg_html_markup(DgHtml *html, const char *format, ...) __attribute__((format(printf, 2, 3)));
void dg_html_text(DgHtml *html, const char *text); /* escaped */
/* The same for texts that lines break in, not for attributes: ranges of numbers, "16–18", which a browser would part
 * behind the dash, are held together as class "range". */
void dg_html_prose(DgHtml *html, const char *text);
/* ` name="value"`, escaped; nothing when value is NULL. */
void dg_html_attribute(DgHtml *html, const char *name, const char *value);
/* ` id="ANCHOR"`; nothing for NULL. White space, which no id may hold, becomes "_". */
void dg_html_id(DgHtml *html, const char *anchor);
/* An address as a browser and a validator take it, or NULL: only http, https and mailto lead anywhere. */
char *dg_html_address(DgArena *arena, const char *address);
/* ` href="FILE#ANCHOR"`; FILE may be "", ANCHOR NULL. */
void dg_html_link(DgHtml *html, const char *file, const char *anchor);

void dg_html_node(DgHtml *html, const DgNode *node);     /* a node with all below it */
void dg_html_inlines(DgHtml *html, const DgNode *block); /* the running text of a block only */
/* Blocks of one side of a pair, with the containers they need around them (lists, quotes ...). Those that
 * begin before the first block are opened again, as class "continued" and without their labels. */
void dg_html_blocks(DgHtml *html, DgNode *const *blocks, size_t n);
/* The notes marked on this side since the last call, as a section; nothing when there were none. */
void dg_html_notes(DgHtml *html);
const char *dg_html_string(const DgHtml *html);

#endif
