/* ask.c - questions about nodes, metadata and contributors. */
#include "diglot/doc.h"

#include <string.h>

const DgNode *
dg_node_block(const DgNode *node)
{
    const DgNode *block = NULL;
    for (; node; node = node->parent)
        if (dg_kind_is_block(node->kind))
            block = node;
    return block;
}

const char *
dg_node_lang(const DgNode *node, const char *fallback)
{
    for (; node; node = node->parent)
        if (node->lang)
            return node->lang;
    return fallback;
}

static const DgPair *
first_pair_below(const DgNode *node)
{
    for (DgWalk walk = dg_walk((DgNode *)node); dg_walk_next(&walk);)
        if (walk.entering && walk.node->pair)
            return walk.node->pair;
    return NULL;
}

const DgPair *
dg_node_pair(const DgNode *node)
{
    while (node) {
        if (node->kind == DG_NOTE && node->as.note.mark) {
            node = node->as.note.mark;
            continue;
        }
        const DgPair *pair = first_pair_below(node);
        if (pair)
            return pair;
        node = node->parent;
    }
    return NULL;
}

const char *
dg_node_anchor(const DgNode *node)
{
    const DgPair *pair = dg_node_pair(node);
    return pair ? pair->anchor : NULL;
}

const char *
dg_note_label(const DgNode *note)
{
    return note->as.note.printed ? note->as.note.printed : note->label;
}

const char *
dg_field(const DgMeta *meta, const char *name)
{
    for (size_t i = 0; i < meta->n_fields; i++)
        if (strcmp(meta->fields[i].name, name) == 0)
            return meta->fields[i].value;
    return NULL;
}

const char *
dg_contributor_name(const DgContributor *contributor)
{
    if (contributor->name.whole)
        return contributor->name.whole;
    if (contributor->collab)
        return contributor->collab;
    return contributor->name.surname ? contributor->name.surname : "";
}
