/* html.h - nodes to HTML5 or XHTML: one function per node kind; shared by web, EPUB and reports. */
#ifndef DIGLOT_HTML_H
#define DIGLOT_HTML_H

#include "diglot/doc.h"

typedef struct DgHtml DgHtml; /* a growing text with the state of notes and links */

typedef struct {
    const char *language;    /* of the page: nodes in another language get a lang attribute */
    const char *id_suffix;   /* appended to ids of notes: "-ru" where both languages share a page */
    int heading_base;        /* an h1 of the text becomes this level; deeper ones follow, 6 at most */
    bool ids;                /* blocks carry their pair's anchor as id (pages of one language) */
    bool xhtml;              /* empty elements end with a slash */
    const char *(*image_address)(void *data, const char *href); /* where a picture lies in the edition */
    void *data;
} DgHtmlOptions;

DgHtml *dg_html_new(DgArena *arena, DgHtmlOptions options);
void dg_html_markup(DgHtml *html, const char *format, ...) __attribute__((format(printf, 2, 3)));
void dg_html_text(DgHtml *html, const char *text);          /* escaped */
void dg_html_node(DgHtml *html, const DgNode *node);        /* a node with all below it */
void dg_html_inlines(DgHtml *html, const DgNode *block);    /* the running text of a block only */
/* Blocks of one side of a pair, with the containers they need around them (lists, quotes ...): those that
 * begin before the first block are opened again, without their labels. */
void dg_html_blocks(DgHtml *html, DgNode *const *blocks, size_t n);
/* The notes marked since the last call, as a section; nothing when there were none. */
void dg_html_notes(DgHtml *html);
const char *dg_html_string(const DgHtml *html);

#endif
