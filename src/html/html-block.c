/* html-block.c - blocks and their containers. */
#include "html-internal.h"

#include <string.h>

void
html_label(DgHtml *html, const char *label)
{
    if (!label)
        return;
    html_put(html, "<span class=\"label\">");
    dg_html_text(html, label);
    html_put(html, "</span> ");
}

static void
put_heading(DgHtml *html, const DgNode *node)
{
    char tag[] = "h6";
    int level = node->as.heading.level + html->options.heading_base - 1;
    tag[1] = (char)('0' + (level < 1 ? 1 : level > 6 ? 6 : level));
    html_open(html, tag, node->role != DG_ROLE_NONE ? dg_role_name(node->role) : NULL, node);
    html_label(html, node->label);
    dg_html_inlines(html, node);
    html_close(html, tag);
    html_put(html, "\n");
}

static void
put_paragraph(DgHtml *html, const DgNode *node, const char *class)
{
    html_open(html, "p", class, node);
    html_label(html, node->label);
    dg_html_inlines(html, node);
    html_put(html, "</p>\n");
}

static const char *
paragraph_class(const DgNode *node)
{
    if (node->role != DG_ROLE_NONE)
        return dg_role_name(node->role);
    return node->as.paragraph.continued ? "continued" : NULL;
}

static void
put_code(DgHtml *html, const DgNode *node)
{
    html_open(html, "pre", NULL, node);
    html_put(html, "<code>");
    dg_html_inlines(html, node);
    html_put(html, "</code></pre>\n");
}

/* An element is only a dl where terms and definitions take turns as HTML wants it. */
static bool
is_complete(const DgNode *list)
{
    if (!list->first || list->first->kind != DG_TERM || list->last->kind != DG_DEFINITION)
        return false;
    for (const DgNode *child = list->first; child; child = child->next)
        if (child->kind != DG_TERM && child->kind != DG_DEFINITION)
            return false;
    return true;
}

static void
put_definitions(DgHtml *html, const DgNode *list)
{
    bool whole = is_complete(list);
    html_open(html, whole ? "dl" : "div", whole ? NULL : "definitions", list);
    for (const DgNode *child = list->first; child; child = child->next) {
        const char *tag = !whole ? "div" : child->kind == DG_TERM ? "dt" : "dd";
        html_open(html, tag, whole ? NULL : dg_kind_name(child->kind), child);
        html_children(html, child);
        html_close(html, tag);
        html_put(html, "\n");
    }
    html_close(html, whole ? "dl" : "div");
    html_put(html, "\n");
}

static void
put_container(DgHtml *html, const char *tag, const char *class, const DgNode *node)
{
    html_open(html, tag, class, node);
    html_put(html, "\n");
    html_children(html, node);
    html_close(html, tag);
    html_put(html, "\n");
}

static void
put_list_item(DgHtml *html, const DgNode *node)
{
    html_open(html, "li", NULL, node);
    html_label(html, node->label);
    html_children(html, node);
    html_put(html, "</li>\n");
}

void
html_children(DgHtml *html, const DgNode *node)
{
    for (const DgNode *child = node->first; child; child = child->next)
        html_block(html, child);
}

void
html_block(DgHtml *html, const DgNode *node)
{
    switch ((int)node->kind) {
    case DG_BODY:
        html_children(html, node);
        break;
    case DG_SECTION:
        put_container(html, "section", node->type, node);
        break;
    case DG_LIST:
        put_container(html, node->as.list.kind >= DG_LIST_DECIMAL ? "ol" : "ul", "list", node);
        break;
    case DG_LIST_ITEM:
        put_list_item(html, node);
        break;
    case DG_DEFINITION_LIST:
        put_definitions(html, node);
        break;
    case DG_QUOTE:
        put_container(html, "blockquote", NULL, node);
        break;
    case DG_HEADING:
        put_heading(html, node);
        break;
    case DG_PARAGRAPH:
        put_paragraph(html, node, paragraph_class(node));
        break;
    case DG_CODE:
        put_code(html, node);
        break;
    case DG_FIGURE:
        html_figure(html, node);
        break;
    case DG_TABLE:
        html_table(html, node);
        break;
    case DG_GRAPHIC:
        html_picture(html, node);
        break;
    default:
        if (dg_kind_is_inline(node->kind))
            html_inline(html, node);
        else if (dg_kind_is_block(
                     node->kind)) /* term, verse line, formula, speaker, reference ... */
            put_paragraph(html, node, dg_kind_name(node->kind));
        else /* verse, speech, box, statement, figure group, caption, note ... */
            put_container(html, "div", dg_kind_name(node->kind), node);
    }
}

void
dg_html_node(DgHtml *html, const DgNode *node)
{
    html_block(html, node);
}
