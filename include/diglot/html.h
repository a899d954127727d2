/* html.h - nodes to HTML5 or XHTML: one function per node kind; shared by web, EPUB and reports. */
#ifndef DIGLOT_HTML_H
#define DIGLOT_HTML_H

#include "diglot/doc.h"

typedef struct DgHtml DgHtml; /* a growing text with the state of numbering, notes and links */

typedef struct {
    const char *language;     /* of the page */
    const char *file_prefix;  /* prepended to relative addresses: "../" */
    const DgItem *item;       /* whose anchors are local */
    const char *id_suffix;    /* appended to ids of notes: "-ru" where both languages share a page */
    int heading_base;         /* an h1 of the text becomes this level */
    bool xhtml;
    const char *(*image_address)(void *data, const char *href); /* where a picture lies in the edition */
    void *data;
} DgHtmlOptions;

DgHtml *dg_html_new(DgArena *arena, DgHtmlOptions options);
void dg_html_markup(DgHtml *html, const char *format, ...) __attribute__((format(printf, 2, 3)));
void dg_html_text(DgHtml *html, const char *text); /* escaped */
void dg_html_node(DgHtml *html, const DgNode *node); /* a node with all below it */
void dg_html_inlines(DgHtml *html, const DgNode *block); /* the running text of a block only */
/* The blocks of one side of a pair with the containers they need around them (lists, quotes ...). */
void dg_html_side(DgHtml *html, const DgPair *pair, DgSide side);
/* The notes met since the last call, as a section; nothing when there were none. */
void dg_html_notes(DgHtml *html);
const char *dg_html_string(const DgHtml *html);

#endif
