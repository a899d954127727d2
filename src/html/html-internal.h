/* html-internal.h - the state of a page and one function per kind of node. */
#ifndef DIGLOT_HTML_INTERNAL_H
#define DIGLOT_HTML_INTERNAL_H

#include "diglot/html.h"

enum { HEADINGS = 6 };

/* The notes of one language. */
typedef struct {
    const DgNode **notes; /* marked so far, in the order of their first marks */
    size_t n, printed;
} Notes;

struct DgHtml {
    DgArena *arena;
    DgHtmlOptions options;
    DgSide side;
    char *text; /* NUL-terminated */
    size_t length, capacity;
    Notes notes[DG_SIDES];
    int outline[HEADINGS]; /* levels, as the text has them, of the headings we are below */
    int n_outline;
    const char *label; /* of a list item, waiting for the block of text that it stands before */
};

void html_put(DgHtml *html, const char *markup);
const char *html_language(const DgHtml *html);
/* `<tag class="class"`, id and lang as the node needs them, `>`. */
void html_open(DgHtml *html, const char *tag, const char *class, const DgNode *node);
/* The same without the last `>`, for attributes to follow. */
void html_begin(DgHtml *html, const char *tag, const char *class, const DgNode *node);
void html_close(DgHtml *html, const char *tag);     /* `</tag>` */
void html_end_block(DgHtml *html, const char *tag); /* the same and a line end */
const char *html_void_end(const DgHtml *html);      /* ">" or "/>" */

char *html_fragment(DgArena *arena, const char *anchor); /* an id as the part behind "#" */

void html_node(DgHtml *html, const DgNode *node);
void html_children(DgHtml *html, const DgNode *node);
/* A block with running text as one element. */
void html_text_block(DgHtml *html, const char *tag, const char *class, const DgNode *node);
void html_label(DgHtml *html, const char *label); /* nothing for NULL and "" */

void html_heading(DgHtml *html, const DgNode *node);
void html_list(DgHtml *html, const DgNode *node);
void html_list_item(DgHtml *html, const DgNode *node);
void html_definitions(DgHtml *html, const DgNode *node);
void html_figure(DgHtml *html, const DgNode *node);
/* One run of text: the label, then the children from `first` to before `end`, pictures left out. */
void html_figcaption(DgHtml *html, const char *label, const DgNode *first, const DgNode *end);
void html_table(DgHtml *html, const DgNode *node);
/* A cell around it is a <th>, in which HTML allows neither headings nor sections nor quotes. */
bool html_in_header_cell(const DgNode *node);
void html_picture(DgHtml *html, const DgNode *node);
void html_note_mark(DgHtml *html, const DgNode *node);
void html_link(DgHtml *html, const DgNode *node);
void html_reference(DgHtml *html, const DgNode *node);
void html_page_number(DgHtml *html, const DgNode *node);
void html_styled(DgHtml *html, const DgNode *node);

/* "ol" or "ul". */
const char *html_list_tag(const DgNode *list);
void html_open_list(DgHtml *html, const DgNode *list);
/* `split`: the items of the list stand in several elements; `continued`: this one began in another. */
void html_open_item(DgHtml *html, const DgNode *item, bool split, bool continued);

#endif
