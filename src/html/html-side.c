/* html-side.c - some blocks of a text with the containers they need around them. */
#include "html-internal.h"

#include <glib.h>
#include <string.h>

/* XML nests no deeper than 256, see xml.h. */
enum { DEPTH = 256 };

typedef struct {
    const DgNode *open[DEPTH]; /* containers, outermost first */
    size_t n;
} Containers;

/* Sections are no boxes on the page, and a pair holds parts of a list of definitions; but what is in
 * another language says so. */
static bool
shows(const DgNode *node)
{
    static const bool bare[DG_N_KINDS] = {
        [DG_BODY] = true, [DG_SECTION] = true, [DG_DEFINITION_LIST] = true};
    return !bare[node->kind] ||
           (node->lang && node->parent &&
            g_strcmp0(node->lang, dg_node_lang(node->parent, node->lang)) != 0);
}

static const char *
tag_of(const DgNode *node)
{
    if (node->kind == DG_LIST)
        return html_list_tag(node);
    if (node->kind == DG_LIST_ITEM && node->parent && node->parent->kind == DG_LIST)
        return "li";
    return node->kind == DG_QUOTE ? "blockquote" : "div";
}

static void
find_around(const DgNode *block, Containers *around)
{
    around->n = 0;
    for (const DgNode *node = block->parent; node; node = node->parent)
        if (shows(node) && around->n < DEPTH)
            around->open[around->n++] = node;
    for (size_t i = 0; i < around->n / 2; i++) {
        const DgNode *swapped = around->open[i];
        around->open[i] = around->open[around->n - 1 - i];
        around->open[around->n - 1 - i] = swapped;
    }
}

static const DgNode *
first_block(const DgNode *container)
{
    while (container && !dg_kind_is_block(container->kind))
        container = container->first;
    return container;
}

static bool
is_split(const DgNode *list, const DgNode *const *blocks, size_t n)
{
    const DgNode *last = list;
    while (last && !dg_kind_is_block(last->kind))
        last = last->last;
    bool begins = false, ends = false;
    for (size_t i = 0; i < n; i++) {
        begins = begins || blocks[i] == first_block(list);
        ends = ends || blocks[i] == last;
    }
    return !begins || !ends;
}

static void
open_container(DgHtml *html, const DgNode *node, const DgNode *block, const DgNode *const *blocks,
               size_t n)
{
    bool continued = first_block(node) != block;
    if (node->kind == DG_LIST) {
        html_open_list(html, node);
        return;
    }
    if (strcmp(tag_of(node), "li") == 0) {
        html_open_item(html, node, is_split(node->parent, blocks, n), continued);
        return;
    }
    g_autofree char *class = g_strconcat(node->kind == DG_QUOTE ? "" : dg_kind_name(node->kind),
                                         !continued               ? ""
                                         : node->kind == DG_QUOTE ? "continued"
                                                                  : " continued",
                                         NULL);
    html_open(html, tag_of(node), *class ? class : NULL, node);
    html_put(html, "\n");
    if (!continued)
        html_label(html, node->label);
}

static void
close_to(DgHtml *html, const Containers *open, size_t n)
{
    for (size_t i = open->n; i > n; i--)
        html_end_block(html, tag_of(open->open[i - 1]));
}

void
dg_html_blocks(DgHtml *html, DgNode *const *blocks, size_t n)
{
    Containers containers[2], *open = &containers[0], *wanted = &containers[1];
    open->n = 0;
    for (size_t i = 0; i < n; i++) {
        find_around(blocks[i], wanted);
        size_t same = 0;
        while (same < open->n && same < wanted->n && open->open[same] == wanted->open[same])
            same++;
        close_to(html, open, same);
        for (size_t j = same; j < wanted->n; j++)
            open_container(html, wanted->open[j], blocks[i], (const DgNode *const *)blocks, n);
        html_node(html, blocks[i]);
        Containers *swapped = open;
        open = wanted;
        wanted = swapped;
    }
    close_to(html, open, 0);
}
