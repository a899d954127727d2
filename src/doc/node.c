/* node.c - make nodes and join them to trees. */
#include "diglot/doc.h"

DgNode *
dg_node_new(DgArena *arena, DgKind kind, DgPos pos)
{
    DgNode *node = DG_NEW(arena, DgNode);
    node->kind = kind;
    node->pos = pos;
    if (kind == DG_CELL)
        node->as.cell.columns = node->as.cell.rows = 1;
    if (kind == DG_LIST)
        node->as.list.start = 1;
    if (kind == DG_HEADING)
        node->as.heading.level = 1;
    return node;
}

void
dg_node_append(DgNode *parent, DgNode *child)
{
    child->parent = parent;
    child->next = NULL;
    child->previous = parent->last;
    if (parent->last)
        parent->last->next = child;
    else
        parent->first = child;
    parent->last = child;
}

void
dg_node_insert_before(DgNode *next, DgNode *node)
{
    node->parent = next->parent;
    node->next = next;
    node->previous = next->previous;
    if (next->previous)
        next->previous->next = node;
    else if (next->parent)
        next->parent->first = node;
    next->previous = node;
}

void
dg_node_remove(DgNode *node)
{
    if (node->previous)
        node->previous->next = node->next;
    else if (node->parent)
        node->parent->first = node->next;
    if (node->next)
        node->next->previous = node->previous;
    else if (node->parent)
        node->parent->last = node->previous;
    node->parent = node->previous = node->next = NULL;
}

DgNode *
dg_text_new(DgArena *arena, const char *text, DgPos pos)
{
    DgNode *node = dg_node_new(arena, DG_TEXT, pos);
    node->text = dg_arena_strdup(arena, text);
    return node;
}

DgNode *
dg_block_new(DgArena *arena, DgKind kind, DgRole role, const char *text, DgPos pos)
{
    DgNode *block = dg_node_new(arena, kind, pos);
    block->role = role;
    if (text)
        dg_node_append(block, dg_text_new(arena, text, pos));
    return block;
}
