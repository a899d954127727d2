/* html-figure.c - figures, pictures and tables. */
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

/* What a reader who cannot see the picture is told: its alternative text, else its caption. */
static const char *
alternative(DgHtml *html, const DgNode *picture)
{
    if (picture->alt)
        return picture->alt;
    const DgNode *figure = picture->parent;
    const DgNode *caption = figure && figure->kind == DG_FIGURE ? caption_of(figure) : NULL;
    return caption ? dg_node_text(html->arena, caption) : "";
}

static void
put_missing(DgHtml *html, const DgNode *node)
{
    html_put(html, "<span class=\"missing\">");
    dg_html_text(html, dg_word(DG_WORD_MISSING_FIGURE, dg_node_lang(node, html->options.language)));
    if (node->href) {
        html_put(html, ": ");
        dg_html_text(html, node->href);
    }
    html_put(html, "</span>");
}

void
html_picture(DgHtml *html, const DgNode *node)
{
    const char *address = NULL;
    if (!node->as.graphic.missing && node->href && html->options.image_address)
        address = html->options.image_address(html->options.data, node->href);
    if (!address) {
        put_missing(html, node);
        return;
    }
    html_put(html, "<img");
    html_attribute(html, "src", address);
    html_attribute(html, "alt", alternative(html, node));
    if (!html->options.xhtml)
        html_attribute(html, "loading", "lazy");
    html_put(html, html_void_end(html));
}

/* The caption's own title and paragraphs as one run of text behind the label. */
static void
put_caption(DgHtml *html, const DgNode *node)
{
    const DgNode *caption = caption_of(node);
    html_label(html, node->label);
    for (const DgNode *part = caption ? caption->first : NULL; part; part = part->next) {
        html_open(html, "span", part->kind == DG_HEADING ? "caption-title" : "caption-text", part);
        dg_html_inlines(html, part);
        html_put(html, part->next ? "</span> " : "</span>");
    }
}

void
html_figure(DgHtml *html, const DgNode *node)
{
    html_open(html, "figure", NULL, node);
    html_put(html, "\n");
    for (const DgNode *child = node->first; child; child = child->next)
        if (child->kind != DG_CAPTION)
            html_block(html, child);
    if (node->label || caption_of(node)) {
        html_put(html, "\n<figcaption>");
        put_caption(html, node);
        html_put(html, "</figcaption>");
    }
    html_put(html, "\n</figure>\n");
}

static const char *
cell_class(const DgNode *cell)
{
    switch (cell->as.cell.align) {
    case DG_ALIGN_CENTER:
        return "center";
    case DG_ALIGN_END:
        return "end";
    case DG_ALIGN_DECIMAL:
        return "decimal";
    case DG_ALIGN_START:
    case DG_ALIGN_JUSTIFY:
        break;
    }
    return NULL;
}

static void
put_cell(DgHtml *html, const DgNode *cell)
{
    const char *tag = cell->as.cell.header ? "th" : "td";
    dg_html_markup(html, "<%s", tag);
    html_attribute(html, "class", cell_class(cell));
    if (cell->as.cell.header)
        html_attribute(html, "scope",
                       cell->previous           ? "col"
                       : cell->parent->previous ? "row"
                                                : "col");
    if (cell->as.cell.columns > 1)
        dg_html_markup(html, " colspan=\"%d\"", cell->as.cell.columns);
    if (cell->as.cell.rows > 1)
        dg_html_markup(html, " rowspan=\"%d\"", cell->as.cell.rows);
    html_put(html, ">");
    if (cell->first && cell->first == cell->last && cell->first->kind == DG_PARAGRAPH)
        dg_html_inlines(html, cell->first);
    else
        html_children(html, cell);
    html_close(html, tag);
}

static void
put_row(DgHtml *html, const DgNode *row)
{
    html_put(html, "<tr>");
    for (const DgNode *cell = row->first; cell; cell = cell->next)
        put_cell(html, cell);
    html_put(html, "</tr>\n");
}

static void
put_rows(DgHtml *html, const DgNode *table)
{
    int header_rows = table->as.table.header_rows, n = 0;
    for (const DgNode *row = table->first; row; row = row->next) {
        if (row->kind != DG_ROW)
            continue;
        if (n == 0 && header_rows > 0)
            html_put(html, "<thead>\n");
        if (n == header_rows)
            html_put(html, header_rows > 0 ? "</thead>\n<tbody>\n" : "<tbody>\n");
        put_row(html, row);
        n++;
    }
    if (n)
        html_put(html, n > header_rows ? "</tbody>\n" : "</thead>\n");
}

void
html_table(DgHtml *html, const DgNode *node)
{
    html_open(html, "div", "table", node);
    html_put(html, "<table>\n");
    if (node->label || caption_of(node)) {
        html_put(html, "<caption>");
        put_caption(html, node);
        html_put(html, "</caption>\n");
    }
    put_rows(html, node);
    html_put(html, "</table>\n");
    for (const DgNode *child = node->first; child; child = child->next)
        if (child->kind != DG_ROW && child->kind != DG_CAPTION)
            html_block(html, child);
    html_put(html, "</div>\n");
}
