/* pdf-tree-flows.c - Document, Part, Art and Sect: where the text of a flow stands in the structure tree.
 * Reading order is language by language inside an item, or pair by pair, whatever the order of drawing. */
#include "pdf-tree-internal.h"

/* Parts nest; the volume's own root is no part. */
static bool
is_part(const PdfTree *tree, const DgPart *part)
{
    return part && !(tree->volume && part == &tree->volume->root);
}

static PdfElement *
part_element(PdfTree *tree, const DgPart *part)
{
    if (!is_part(tree, part))
        return tree->document;
    PdfElement *element = g_hash_table_lookup(tree->holders, part);
    if (!element) {
        element = tree_element_new(tree, part_element(tree, part->parent), TAG_PART, NULL);
        g_hash_table_insert(tree->holders, (gpointer)part, element);
    }
    return element;
}

static const DgPart *
part_of(const DgFlow *flow)
{
    return flow->item ? flow->item->part : flow->part;
}

/* Art for an item, Sect for title pages and contents, the part itself for its opening. */
static PdfElement *
flow_element(PdfTree *tree, const DgFlow *flow)
{
    if (!flow)
        return tree->document;
    const void *key = flow->item ? (const void *)flow->item : (const void *)flow;
    PdfElement *element = g_hash_table_lookup(tree->holders, key);
    if (element)
        return element;
    element = part_element(tree, part_of(flow));
    if (flow->item || element == tree->document)
        element = tree_element_new(tree, element, flow->item ? TAG_ART : TAG_SECT, NULL);
    element->item = flow->item;
    g_hash_table_insert(tree->holders, (gpointer)key, element);
    return element;
}

PdfElement *
tree_section(PdfTree *tree, const DgFlow *flow, const char *language)
{
    PdfElement *holder = flow_element(tree, flow);
    if (!language)
        return holder;
    for (PdfKid *kid = holder->first; kid; kid = kid->next)
        if (kid->kind == KID_ELEMENT && kid->element->tag == TAG_SECT && !kid->element->node &&
            g_strcmp0(kid->element->language, language) == 0)
            return kid->element;
    PdfElement *section = tree_element_new(tree, holder, TAG_SECT, NULL);
    section->language = language;
    section->section = section;
    return section;
}

int
tree_depth(const PdfTree *tree, const DgFlow *flow)
{
    int depth = 0;
    for (const DgPart *part = flow ? part_of(flow) : NULL; is_part(tree, part); part = part->parent)
        depth++;
    return depth;
}

void
tree_build_flow(PdfTree *tree, const DgFlow *flow)
{
    if (tree->order == DG_ORDER_PAIRS && flow->item && tree->volume &&
        tree->volume->n_languages == DG_SIDES) {
        PdfPlace at = {tree, tree_section(tree, flow, NULL), NULL, tree_depth(tree, flow), NULL};
        tree_build_pairs(at, flow, tree->volume->languages);
        return;
    }
    for (int side = 0; side < DG_SIDES; side++)
        for (size_t i = 0; i < flow->n_roots[side]; i++) {
            const DgNode *root = flow->roots[side][i];
            const char *language = tree->volume ? tree->volume->languages[side] : NULL;
            if (root && !g_hash_table_contains(tree->elements, root))
                tree_build((PdfPlace){tree, tree_section(tree, flow, language), language,
                                      tree_depth(tree, flow), NULL},
                           root);
        }
}
