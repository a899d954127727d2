/* html-figure.c - figures, their captions, pictures. */
#include "html-internal.h"

#include "diglot/lang.h"

static const DgNode *
caption_of(const DgNode *node)
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
    const char *name = node->alt && *node->alt ? node->alt : node->href;
    if (name) {
        html_put(html, ": ");
        dg_html_text(html, name);
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

static void
put_caption_part(DgHtml *html, const DgNode *part)
{
    if (part->kind != DG_HEADING && part->kind != DG_PARAGRAPH) {
        html_node(html, part);
        return;
    }
    html_open(html, "span", part->kind == DG_HEADING ? "caption-title" : "caption-text", part);
    html_children(html, part);
    html_put(html, "</span> ");
}

void
html_figcaption(DgHtml *html, const char *label, const DgNode *first, const DgNode *end)
{
    if (first == end && (!label || !*label))
        return;
    html_put(html, "<figcaption>");
    html_label(html, label);
    for (const DgNode *child = first; child != end; child = child->next) {
        if (child->kind == DG_GRAPHIC)
            continue;
        if (child->kind != DG_CAPTION)
            html_node(html, child);
        else
            for (const DgNode *part = child->first; part; part = part->next)
                put_caption_part(html, part);
    }
    html_put(html, "</figcaption>\n");
}

/* A caption stands first or last in HTML: pictures and what precedes the caption go above it, and the text that
 * follows it, such as a source, into it, so that the order stays. */
void
html_figure(DgHtml *html, const DgNode *node)
{
    const DgNode *caption = caption_of(node);
    bool behind = false;
    html_open(html, "figure", node->role != DG_ROLE_NONE ? dg_role_name(node->role) : NULL, node);
    html_put(html, "\n");
    for (const DgNode *child = node->first; child; child = child->next) {
        behind = behind || child == caption;
        if (child->kind == DG_GRAPHIC || !behind)
            html_node(html, child);
    }
    html_put(html, "\n");
    html_figcaption(html, node->label, caption, NULL);
    html_end_block(html, "figure");
}
