/* html-internal.h - the state of a page and one function per kind of node. */
#ifndef DIGLOT_HTML_INTERNAL_H
#define DIGLOT_HTML_INTERNAL_H

#include "diglot/html.h"

struct DgHtml {
    DgArena *arena;
    DgHtmlOptions options;
    char *text; /* NUL-terminated */
    size_t length, capacity;
    const DgNode **notes; /* marked and not yet printed */
    size_t n_notes;
    int notes_begun; /* of all that were ever marked: makes ids unique */
};

void html_put(DgHtml *html, const char *markup);
/* ` name="value"`, escaped; nothing when value is NULL. */
void html_attribute(DgHtml *html, const char *name, const char *value);
/* `<tag class="class"`, id and lang as the node needs them, `>`. */
void html_open(DgHtml *html, const char *tag, const char *class, const DgNode *node);
void html_close(DgHtml *html, const char *tag);
const char *html_void_end(const DgHtml *html); /* ">" or "/>" */

void html_inline(DgHtml *html, const DgNode *node);
void html_children(DgHtml *html, const DgNode *node); /* blocks or inlines */
void html_block(DgHtml *html, const DgNode *node);
void html_label(DgHtml *html, const char *label);
void html_figure(DgHtml *html, const DgNode *node);
void html_table(DgHtml *html, const DgNode *node);
void html_picture(DgHtml *html, const DgNode *node);
void html_note_mark(DgHtml *html, const DgNode *node);

#endif
