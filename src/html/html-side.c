/* html-side.c - some blocks of a text with the containers they need around them. */
#include "html-internal.h"

#include <string.h>

enum { DEPTH = 64 };

typedef struct {
    const DgNode *open[DEPTH]; /* containers, outermost first */
    size_t n;
} Containers;

/* Sections are no boxes on the page; a list of definitions loses its dl, since a pair holds parts of it. */
static bool
shows(const DgNode *node)
{
    return node->kind != DG_BODY && node->kind != DG_SECTION && node->kind != DG_DEFINITION_LIST;
}

static const char *
tag_of(const DgNode *node)
{
    switch ((int)node->kind) {
    case DG_LIST:
        return node->as.list.kind >= DG_LIST_DECIMAL ? "ol" : "ul";
    case DG_LIST_ITEM:
        return "li";
    case DG_QUOTE:
        return "blockquote";
    default:
        return "div";
    }
}

static const char *
class_of(const DgNode *node)
{
    if (node->kind == DG_LIST_ITEM || node->kind == DG_QUOTE)
        return NULL;
    return dg_kind_name(node->kind);
}

static Containers
around(const DgNode *block)
{
    Containers around = {0};
    for (const DgNode *node = block->parent; node; node = node->parent)
        if (shows(node) && around.n < DEPTH)
            around.open[around.n++] = node;
    for (size_t i = 0; i < around.n / 2; i++) {
        const DgNode *swapped = around.open[i];
        around.open[i] = around.open[around.n - 1 - i];
        around.open[around.n - 1 - i] = swapped;
    }
    return around;
}

static bool
begins(const DgNode *container, const DgNode *block)
{
    const DgNode *first = container;
    while (first && !dg_kind_is_block(first->kind))
        first = first->first;
    return first == block;
}

static void
close_to(DgHtml *html, const Containers *open, size_t n)
{
    for (size_t i = open->n; i > n; i--) {
        html_close(html, tag_of(open->open[i - 1]));
        html_put(html, "\n");
    }
}

void
dg_html_blocks(DgHtml *html, DgNode *const *blocks, size_t n)
{
    Containers open = {0};
    for (size_t i = 0; i < n; i++) {
        Containers wanted = around(blocks[i]);
        size_t same = 0;
        while (same < open.n && same < wanted.n && open.open[same] == wanted.open[same])
            same++;
        close_to(html, &open, same);
        for (size_t j = same; j < wanted.n; j++) {
            html_open(html, tag_of(wanted.open[j]), class_of(wanted.open[j]), wanted.open[j]);
            if (wanted.open[j]->kind == DG_LIST_ITEM && begins(wanted.open[j], blocks[i]))
                html_label(html, wanted.open[j]->label);
        }
        html_block(html, blocks[i]);
        open = wanted;
    }
    close_to(html, &open, 0);
}
