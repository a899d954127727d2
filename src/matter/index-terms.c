/* index-terms.c - the index of terms: what the texts mark with <index-term>, each language its own. */
#include "index-internal.h"

#include <string.h>

static bool
is_span(const DgNode *node, const char *type)
{
    return node->kind == DG_SPAN && node->type && strcmp(node->type, type) == 0;
}

/* Below `root`, where the range ends that the anchor begins. */
static const DgNode *
range_end(DgNode *root, const DgNode *anchor)
{
    for (DgWalk walk = dg_walk(root); anchor->as.index.range && dg_walk_next(&walk);)
        if (walk.entering && is_span(walk.node, "index-term-range-end") &&
            strcmp(walk.node->as.index.range, anchor->as.index.range) == 0)
            return walk.node;
    return NULL;
}

static void
add_term(IndexList *list, DgNode *root, const DgNode *anchor, const DgItem *item)
{
    const char *const *terms = anchor->as.index.terms;
    size_t depth =
        anchor->as.index.n_terms < DG_INDEX_DEPTH ? anchor->as.index.n_terms : DG_INDEX_DEPTH;
    for (size_t above = 1; above < depth; above++)
        index_list_entry(list, terms, NULL, above);
    DgIndexEntry *entry = index_list_entry(list, terms, NULL, depth);
    entry->see = entry->see ? entry->see : anchor->as.index.see;
    entry->see_also = entry->see_also ? entry->see_also : anchor->as.index.see_also;
    if (!anchor->as.index.see)
        index_entry_add(
            list, entry,
            (DgIndexPlace){.node = anchor, .item = item, .last = range_end(root, anchor)});
}

static void
add_tree(IndexList *list, DgNode *root, const DgItem *item)
{
    for (DgWalk walk = dg_walk(root); root && dg_walk_next(&walk);) {
        const DgNode *node = walk.node;
        if (!walk.entering)
            continue;
        if (is_span(node, "index-term") && node->as.index.n_terms)
            add_term(list, root, node, item);
        if (node->kind == DG_NOTE_MARK && node->as.note_mark.note && !node->as.note_mark.repeated)
            add_tree(list, node->as.note_mark.note, item);
    }
}

void
index_terms(Maker *maker, IndexList lists[DG_SIDES])
{
    const DgVolume *volume = maker->volume;
    for (size_t i = 0; i < volume->n_items; i++)
        for (int side = 0; side < volume->n_languages; side++) {
            const DgItem *item = volume->items[i];
            add_tree(&lists[side], item->opening[side], item);
            add_tree(&lists[side], item->text[side].body, item);
        }
}
