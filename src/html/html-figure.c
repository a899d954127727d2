/* html-figure.c - figures, their captions, pictures. */
#include "html-internal.h"

#include "diglot/lang.h"

const DgNode *
html_caption(const DgNode *node)
{
    const DgNode *child = node->first;
    while (child && child->kind != DG_CAPTION)
        child = child->next;
    return child;
}

/* What a reader who cannot see the picture is told. A caption is read anyway: its label is enough. */
static const char *
alternative(const DgNode *picture)
{
    const DgNode *figure = picture->parent;
    if (picture->alt)
        return picture->alt;
    if (figure && figure->kind == DG_FIGURE && figure->alt)
        return figure->alt;
    return figure && figure->label ? figure->label : "";
}

static void
put_missing(DgHtml *html, const DgNode *node)
{
    html_put(html, "<span class=\"missing\">");
    dg_html_text(html, dg_word(DG_WORD_MISSING_FIGURE, html_language(html)));
    if (node->href) {
        html_put(html, ": ");
        dg_html_text(html, node->href);
    }
    html_put(html, "</span>");
}

void
html_picture(DgHtml *html, const DgNode *node)
{
    const DgHtmlPicture *picture = NULL;
    if (!node->as.graphic.missing && node->href && html->options.pictures)
        picture = dg_html_picture(html->options.pictures, node->href);
    if (!picture) {
        put_missing(html, node);
        return;
    }
    html_begin(html, "img", node->kind == DG_INLINE_GRAPHIC ? "inline" : NULL, node);
    dg_html_attribute(html, "src", picture->address);
    dg_html_attribute(html, "alt", alternative(node));
    if (picture->width > 0 && picture->height > 0)
        dg_html_markup(html, " width=\"%d\" height=\"%d\"", picture->width, picture->height);
    if (!html->options.xhtml)
        dg_html_attribute(html, "loading", "lazy");
    html_put(html, html_void_end(html));
}

static bool
has_caption(const DgNode *node)
{
    const DgNode *caption = html_caption(node);
    return (node->label && *node->label) || (caption && caption->first);
}

/* The caption's own title and paragraphs as one run of text behind the label. */
void
html_figcaption(DgHtml *html, const DgNode *node)
{
    if (!has_caption(node))
        return;
    const DgNode *caption = html_caption(node);
    html_put(html, "<figcaption>");
    html_label(html, node->label);
    for (const DgNode *part = caption ? caption->first : NULL; part; part = part->next) {
        bool text = part->kind == DG_HEADING || part->kind == DG_PARAGRAPH;
        if (!text) {
            html_node(html, part);
            continue;
        }
        html_open(html, "span", part->kind == DG_HEADING ? "caption-title" : "caption-text", part);
        html_children(html, part);
        html_put(html, part->next ? "</span> " : "</span>");
    }
    html_put(html, "</figcaption>\n");
}

void
html_figure(DgHtml *html, const DgNode *node)
{
    html_open(html, "figure", NULL, node);
    html_put(html, "\n");
    for (const DgNode *child = node->first; child; child = child->next)
        if (child->kind != DG_CAPTION)
            html_node(html, child);
    html_put(html, "\n");
    html_figcaption(html, node);
    html_end_block(html, "figure");
}
