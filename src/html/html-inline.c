/* html-inline.c - links, references and styled text. */
#include "html-internal.h"

#include <glib.h>

void
html_styled(DgHtml *html, const DgNode *node)
{
    static const struct {
        const char *tag, *class;
    } stylings[] = {
        [DG_ITALIC] = {"i", NULL},        [DG_BOLD] = {"b", NULL},
        [DG_ROMAN] = {"span", "roman"},   [DG_SANS] = {"span", "sans"},
        [DG_MONOSPACE] = {"code", NULL},  [DG_SMALL_CAPS] = {"span", "small-caps"},
        [DG_UNDERLINE] = {"u", NULL},     [DG_OVERLINE] = {"span", "overline"},
        [DG_STRIKE] = {"s", NULL},        [DG_SUBSCRIPT] = {"sub", NULL},
        [DG_SUPERSCRIPT] = {"sup", NULL},
    };
    const char *tag = stylings[node->as.styled.styling].tag;
    html_open(html, tag, stylings[node->as.styled.styling].class, node);
    html_children(html, node);
    html_close(html, tag);
}

/* HTML has no link within a link: the inner ones hold. */
static bool
holds_a_link(const DgNode *node)
{
    for (DgWalk walk = dg_walk((DgNode *)node); dg_walk_next(&walk);)
        if (walk.entering && walk.node != node &&
            (walk.node->kind == DG_LINK || walk.node->kind == DG_REFERENCE_LINK ||
             walk.node->kind == DG_NOTE_MARK))
            return true;
    return false;
}

void
html_link(DgHtml *html, const DgNode *node)
{
    char *address = dg_html_address(html->arena, node->href);
    if (!address || holds_a_link(node)) {
        html_children(html, node);
        return;
    }
    html_begin(html, "a", NULL, node);
    dg_html_attribute(html, "href", address);
    if (g_ascii_strncasecmp(address, "http", 4) == 0)
        dg_html_attribute(html, "rel", "noopener noreferrer");
    html_put(html, ">");
    html_children(html, node);
    html_close(html, "a");
}

/* `text` NULL: what stands below the node. */
static void
put_reference(DgHtml *html, const DgNode *node, const char *text)
{
    const DgNode *target = node->as.reference.target;
    const char *anchor = target ? dg_node_anchor(target) : NULL;
    bool linked = anchor && !holds_a_link(node);
    if (linked) {
        html_begin(html, "a", NULL, node);
        dg_html_link(html, "", anchor);
        html_put(html, ">");
    }
    if (text)
        dg_html_text(html, text);
    else
        html_children(html, node);
    if (linked)
        html_close(html, "a");
}

void
html_reference(DgHtml *html, const DgNode *node)
{
    put_reference(html, node, NULL);
}

/* The page of the printed edition; what the compiler sets itself, in its lists, is not for the screen. */
void
html_page_number(DgHtml *html, const DgNode *node)
{
    const DgFolios *folios = html->options.folios;
    const DgNode *target = node->as.reference.target;
    size_t page = folios && target ? folios->page(folios->data, target, false) : 0;
    if (node->first)
        put_reference(html, node, page ? folios->folio(folios->data, page) : NULL);
}
