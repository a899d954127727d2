/* pdf-tree.c - the structure tree while pages are drawn: whose content a mark is, in which order. */
#include "pdf-tree-internal.h"

#include <string.h>

static PdfKid *
add_kid(PdfTree *tree, PdfElement *parent, PdfKidKind kind)
{
    PdfKid *kid = DG_NEW(tree->arena, PdfKid);
    kid->kind = kind;
    if (parent->last)
        parent->last->next = kid;
    else
        parent->first = kid;
    parent->last = kid;
    return kid;
}

/* Puts an element behind the kids that its parent has so far, and the note of a mark behind the mark. */
void
tree_stand(PdfTree *tree, PdfElement *element)
{
    if (element->attached || !element->parent)
        return;
    element->attached = true;
    add_kid(tree, element->parent, KID_ELEMENT)->element = element;
    if (element->follower)
        tree_stand(tree, element->follower);
}

/* What has content stands in the tree, and all above it. */
static void
attach(PdfTree *tree, PdfElement *element)
{
    for (; element; element = element->parent)
        tree_stand(tree, element);
}

PdfElement *
tree_element_new(PdfTree *tree, PdfElement *parent, PdfTag tag, const DgNode *node)
{
    PdfElement *element = DG_NEW(tree->arena, PdfElement);
    bool is_inline = tag >= TAG_SPAN && tag != TAG_NOTE;
    element->tag = tag;
    element->node = node;
    element->parent = parent;
    element->first_page = element->box_page = -1;
    element->block = is_inline && parent ? parent->block : element;
    element->section = parent ? parent->section : NULL;
    element->repeated = parent && parent->repeated;
    if (tag < TAG_SPAN)
        tree_stand(tree, element);
    return element;
}

void
tree_map(PdfTree *tree, const DgNode *node, PdfElement *element)
{
    g_hash_table_insert(tree->elements, (gpointer)node, element);
}

static void
collect_linked(PdfTree *tree, const DgPages *pages)
{
    for (size_t i = 0; i < pages->n_pages; i++)
        for (size_t j = 0; j < pages->pages[i].n_links; j++)
            if (pages->pages[i].links[j].node)
                g_hash_table_add(tree->linked, (gpointer)pages->pages[i].links[j].node);
}

/* With `only` the texts of these items alone are shown. */
static bool
is_shown(const DgFlow *flow, const char *only)
{
    return !only || (flow->item && dg_item_is_listed(flow->item, only));
}

PdfTree *
pdf_tree_new(DgArena *arena, const DgPages *pages, const DgPdfOptions *options)
{
    PdfTree *tree = DG_NEW(arena, PdfTree);
    tree->arena = arena;
    tree->volume = options->volume;
    tree->order = options->order;
    tree->elements = g_hash_table_new(NULL, NULL);
    tree->holders = g_hash_table_new(NULL, NULL);
    tree->linked = g_hash_table_new(NULL, NULL);
    tree->document = tree_element_new(tree, NULL, TAG_DOCUMENT, NULL);
    collect_linked(tree, pages);
    for (size_t i = 0; pages->book && i < pages->book->n_flows; i++)
        if (is_shown(&pages->book->flows[i], options->only))
            tree_build_flow(tree, &pages->book->flows[i]);
    return tree;
}

void
pdf_tree_free(PdfTree *tree)
{
    g_hash_table_destroy(tree->elements);
    g_hash_table_destroy(tree->holders);
    g_hash_table_destroy(tree->linked);
}

/* The element of the node or the nearest above it that has one. */
static PdfElement *
nearest_element(const PdfTree *tree, const DgNode *node)
{
    for (; node; node = node->parent) {
        PdfElement *element = g_hash_table_lookup(tree->elements, node);
        if (element)
            return element;
    }
    return NULL;
}

/* What stands in no tree of the book is not lost: it follows what its flow has in that language. */
static PdfElement *
element_of(PdfTree *tree, const DgNode *node, const DgFlow *flow)
{
    PdfElement *element = nearest_element(tree, node);
    if (element)
        return element;
    const DgNode *top = node;
    while (top->parent)
        top = top->parent;
    const char *language =
        dg_node_lang(node, tree->volume ? tree->volume->languages[DG_LEFT] : NULL);
    PdfElement *section = tree_section(tree, flow, language);
    if (!dg_kind_is_inline(top->kind)) {
        tree_build((PdfPlace){tree, section, language, tree_depth(tree, flow), NULL}, top);
        element = nearest_element(tree, node);
    }
    if (!element) {
        element = tree_element_new(tree, section, TAG_P, NULL);
        tree_map(tree, top, element);
    }
    return element;
}

PdfElement *
pdf_tree_owner(PdfTree *tree, const DgMark *mark, const DgFlow *flow, int page)
{
    if (!mark->node || mark->head || mark->foot || mark->node->kind == DG_LEADER)
        return NULL;
    PdfElement *element = element_of(tree, mark->node, flow);
    if (mark->kind != DG_MARK_GLYPHS && element->tag != TAG_FIGURE)
        return NULL;
    if (element->repeated && element->first_page >= 0 && element->first_page != page)
        return NULL;
    return element;
}

PdfElement *
pdf_element_block(PdfElement *element)
{
    return element->block;
}

const PdfElement *
pdf_element_section(const PdfElement *element)
{
    return element->section;
}

bool
pdf_element_is_figure(const PdfElement *element)
{
    return element->tag == TAG_FIGURE;
}

static void
use_page(PdfElement *element, int page)
{
    if (element->first_page < 0)
        element->first_page = page;
}

void
pdf_tree_add_content(PdfTree *tree, PdfElement *element, int page, int mcid)
{
    attach(tree, element);
    use_page(element, page);
    PdfKid *kid = add_kid(tree, element, KID_CONTENT);
    kid->page = page;
    kid->number = mcid;
    size_t n = tree->n_contents;
    DG_APPEND(tree->arena, tree->content_pages, n, page);
    DG_APPEND(tree->arena, tree->contents, tree->n_contents, element);
}

void
pdf_element_add_box(PdfElement *element, int page, const int64_t box[4])
{
    if (element->box_page < 0) {
        element->box_page = page;
        memcpy(element->box, box, sizeof element->box);
    }
    if (element->box_page != page)
        return;
    element->box[0] = MIN(element->box[0], box[0]);
    element->box[1] = MIN(element->box[1], box[1]);
    element->box[2] = MAX(element->box[2], box[2]);
    element->box[3] = MAX(element->box[3], box[3]);
}

/* Only a Link element may hold a link's annotation. */
static PdfElement *
link_element(PdfTree *tree, const DgNode *node, const DgFlow *flow)
{
    PdfElement *element = node ? element_of(tree, node, flow) : tree_section(tree, flow, NULL);
    PdfElement *link = element;
    while (link && link->tag != TAG_LINK && link != element->block)
        link = link->parent;
    if (link && link->tag == TAG_LINK)
        return link;
    link = tree_element_new(tree, element, TAG_LINK, node);
    if (node)
        tree_map(tree, node, link);
    return link;
}

int
pdf_tree_add_annotation(PdfTree *tree, const DgPageLink *link, const DgFlow *flow, int page,
                        int object)
{
    PdfElement *element = link_element(tree, link->node, flow);
    attach(tree, element);
    use_page(element, page);
    PdfKid *kid = add_kid(tree, element, KID_ANNOTATION);
    kid->page = page;
    kid->number = object;
    DG_APPEND(tree->arena, tree->annotations, tree->n_annotations, element);
    return (int)tree->n_annotations - 1;
}
