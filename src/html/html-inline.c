/* html-inline.c - running text: one case per kind of inline node. */
#include "html-internal.h"

#include "diglot/lang.h"

#include <string.h>

static void
put_children(DgHtml *html, const DgNode *node)
{
    for (const DgNode *child = node->first; child; child = child->next)
        html_inline(html, child);
}

static void
put_styled(DgHtml *html, const DgNode *node)
{
    static const struct {
        const char *tag, *class;
    } stylings[] = {
        [DG_ITALIC] = {"i", NULL},
        [DG_BOLD] = {"b", NULL},
        [DG_ROMAN] = {"span", "roman"},
        [DG_SANS] = {"span", "sans"},
        [DG_MONOSPACE] = {"code", NULL},
        [DG_SMALL_CAPS] = {"span", "small-caps"},
        [DG_UNDERLINE] = {"span", "underline"},
        [DG_OVERLINE] = {"span", "overline"},
        [DG_STRIKE] = {"s", NULL},
        [DG_SUBSCRIPT] = {"sub", NULL},
        [DG_SUPERSCRIPT] = {"sup", NULL},
    };
    const char *tag = stylings[node->as.styled.styling].tag;
    html_open(html, tag, stylings[node->as.styled.styling].class, node);
    put_children(html, node);
    html_close(html, tag);
}

/* Readers let nothing through but http, https and mailto. */
static void
put_link(DgHtml *html, const DgNode *node)
{
    html_put(html, "<a");
    html_attribute(html, "href", node->href);
    if (node->href && !strncmp(node->href, "http", 4))
        html_attribute(html, "rel", "noopener noreferrer");
    html_put(html, ">");
    put_children(html, node);
    html_close(html, "a");
}

static void
put_reference(DgHtml *html, const DgNode *node)
{
    const char *anchor =
        node->as.reference.target ? dg_node_anchor(node->as.reference.target) : NULL;
    if (!anchor) {
        put_children(html, node);
        return;
    }
    html_put(html, "<a href=\"#");
    dg_html_text(html, anchor);
    html_put(html, "\">");
    put_children(html, node);
    html_close(html, "a");
}

static void
put_inside(DgHtml *html, const char *tag, const char *class, const DgNode *node)
{
    html_open(html, tag, class, node);
    put_children(html, node);
    html_close(html, tag);
}

static void
put_span(DgHtml *html, const DgNode *node)
{
    if (node->lang)
        put_inside(html, "span", NULL, node);
    else
        put_children(html, node);
}

void
html_inline(DgHtml *html, const DgNode *node)
{
    switch ((int)node->kind) {
    case DG_TEXT:
        dg_html_text(html, node->text ? node->text : "");
        break;
    case DG_STYLED:
        put_styled(html, node);
        break;
    case DG_LINK:
        put_link(html, node);
        break;
    case DG_REFERENCE_LINK:
        put_reference(html, node);
        break;
    case DG_NOTE_MARK:
        html_note_mark(html, node);
        break;
    case DG_BREAK:
        dg_html_markup(html, "<br%s", html_void_end(html));
        break;
    case DG_INLINE_CODE:
        put_inside(html, "code", NULL, node);
        break;
    case DG_INLINE_FORMULA:
        put_inside(html, "span", "formula", node);
        break;
    case DG_INLINE_GRAPHIC:
        html_picture(html, node);
        break;
    case DG_PAGE_NUMBER: /* pages are for paper */
    case DG_LEADER:
        break;
    default: /* DG_SPAN, and blocks that strayed into running text */
        put_span(html, node);
    }
}

void
dg_html_inlines(DgHtml *html, const DgNode *block)
{
    put_children(html, block);
}
