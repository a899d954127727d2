/* html-node.c - the table of the kinds: what writes each of them. */
#include "html-internal.h"

#include <glib.h>

static void
write_text(DgHtml *html, const DgNode *node)
{
    dg_html_prose(html, node->text);
}

static void
write_nothing(DgHtml *html, const DgNode *node)
{
    (void)html;
    (void)node;
}

/* Pages are for paper: a link with the words that the source has, if any. */
static void
write_break(DgHtml *html, const DgNode *node)
{
    (void)node;
    dg_html_markup(html, "<br%s", html_void_end(html));
}

static void
write_inside(DgHtml *html, const char *tag, const char *class, const DgNode *node)
{
    html_open(html, tag, class, node);
    html_children(html, node);
    html_close(html, tag);
}

static void
write_span(DgHtml *html, const DgNode *node)
{
    if (node->lang)
        write_inside(html, "span", NULL, node);
    else
        html_children(html, node);
}

static void
write_inline_code(DgHtml *html, const DgNode *node)
{
    write_inside(html, "code", NULL, node);
}

/* Where the words set do not say it well, those that do are read instead. */
static void
write_inline_formula(DgHtml *html, const DgNode *node)
{
    html_begin(html, "span", "math", node);
    if (node->alt) {
        dg_html_attribute(html, "role", "math");
        dg_html_attribute(html, "aria-label", node->alt);
    }
    html_put(html, ">");
    html_children(html, node);
    html_put(html, "</span>");
}

static void
write_container(DgHtml *html, const char *tag, const char *class, const DgNode *node)
{
    html_open(html, tag, class, node);
    html_put(html, "\n");
    html_label(html, node->label);
    html_children(html, node);
    html_end_block(html, tag);
}

static bool
is_name(const char *type)
{
    for (const char *s = type; s && *s; s++)
        if (!g_ascii_isalnum(*s) && *s != '-')
            return false;
    return type && *type;
}

/* A section element should have a heading; what has none is just a box. The source's own word for it gets
 * a beginning, so that it is never a class of ours. */
static void
write_section(DgHtml *html, const DgNode *node)
{
    bool headed = node->first && node->first->kind == DG_HEADING && !html_in_header_cell(node);
    g_autofree char *class = is_name(node->type) ? g_strconcat("section-", node->type, NULL) : NULL;
    write_container(html, headed ? "section" : "div", class, node);
}

static void
write_quote(DgHtml *html, const DgNode *node)
{
    if (html_in_header_cell(node))
        write_container(html, "div", "quote", node);
    else
        write_container(html, "blockquote", NULL, node);
}

static void
write_division(DgHtml *html, const DgNode *node)
{
    write_container(html, "div", dg_kind_name(node->kind), node);
}

static void
write_paragraph(DgHtml *html, const DgNode *node)
{
    const char *class = node->role != DG_ROLE_NONE     ? dg_role_name(node->role)
                        : node->as.paragraph.continued ? "continued"
                                                       : NULL;
    html_text_block(html, "p", class, node);
}

static void
write_named_paragraph(DgHtml *html, const DgNode *node)
{
    html_text_block(html, "p", dg_kind_name(node->kind), node);
}

/* A line end right behind <pre> would be swallowed. */
static void
write_code(DgHtml *html, const DgNode *node)
{
    html_open(html, "pre", NULL, node);
    html_put(html, "<code>");
    html_label(html, node->label);
    html_children(html, node);
    html_put(html, "</code></pre>\n");
}

static void (*const writers[DG_N_KINDS])(DgHtml *, const DgNode *) = {
    [DG_BODY] = html_children,
    [DG_SECTION] = write_section,
    [DG_LIST] = html_list,
    [DG_LIST_ITEM] = html_list_item,
    [DG_DEFINITION_LIST] = html_definitions,
    [DG_DEFINITION] = write_division,
    [DG_QUOTE] = write_quote,
    [DG_VERSE] = write_division,
    [DG_SPEECH] = write_division,
    [DG_BOX] = write_division,
    [DG_STATEMENT] = write_division,
    [DG_FIGURE_GROUP] = write_division,
    [DG_HEADING] = html_heading,
    [DG_PARAGRAPH] = write_paragraph,
    [DG_TERM] = write_named_paragraph,
    [DG_VERSE_LINE] = write_named_paragraph,
    [DG_CODE] = write_code,
    [DG_FORMULA] = write_named_paragraph,
    [DG_ATTRIBUTION] = write_named_paragraph,
    [DG_SPEAKER] = write_named_paragraph,
    [DG_SIGNATURE] = write_named_paragraph,
    [DG_REFERENCE] = write_named_paragraph,
    [DG_FIGURE] = html_figure,
    [DG_TABLE] = html_table,
    [DG_CAPTION] = write_division,
    [DG_GRAPHIC] = html_picture,
    [DG_ROW] = html_children, /* outside a table */
    [DG_CELL] = html_children,
    [DG_NOTE] = html_children,
    [DG_TEXT] = write_text,
    [DG_STYLED] = html_styled,
    [DG_SPAN] = write_span,
    [DG_LINK] = html_link,
    [DG_REFERENCE_LINK] = html_reference,
    [DG_NOTE_MARK] = html_note_mark,
    [DG_PAGE_NUMBER] = html_page_number,
    [DG_BREAK] = write_break,
    [DG_LEADER] = write_nothing,
    [DG_INLINE_CODE] = write_inline_code,
    [DG_INLINE_FORMULA] = write_inline_formula,
    [DG_INLINE_GRAPHIC] = html_picture,
};

void
html_node(DgHtml *html, const DgNode *node)
{
    writers[node->kind](html, node);
}

void
html_children(DgHtml *html, const DgNode *node)
{
    for (const DgNode *child = node->first; child; child = child->next)
        html_node(html, child);
}

void
html_label(DgHtml *html, const char *label)
{
    if (!label || !*label)
        return;
    html_put(html, "<span class=\"label\">");
    dg_html_text(html, label);
    html_put(html, "</span> ");
}

void
html_text_block(DgHtml *html, const char *tag, const char *class, const DgNode *node)
{
    html_open(html, tag, class, node);
    html_label(html, html->label);
    html->label = NULL;
    html_label(html, node->label);
    html_children(html, node);
    html_end_block(html, tag);
}

void
dg_html_node(DgHtml *html, const DgNode *node)
{
    html_node(html, node);
}

void
dg_html_inlines(DgHtml *html, const DgNode *block)
{
    html_children(html, block);
}
