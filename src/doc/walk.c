/* walk.c - visit every node of a tree, entering and leaving. */
#include "diglot/doc.h"

DgWalk
dg_walk(DgNode *root)
{
    return (DgWalk){.root = root};
}

static bool
enter(DgWalk *walk, DgNode *node)
{
    walk->node = node;
    walk->entering = true;
    walk->skip = false;
    return true;
}

static bool
leave(DgWalk *walk, DgNode *node)
{
    walk->node = node;
    walk->entering = false;
    return true;
}

bool
dg_walk_next(DgWalk *walk)
{
    DgNode *node = walk->node;
    if (!node)
        return walk->root && enter(walk, walk->root);
    if (walk->entering && node->first)
        return walk->skip ? leave(walk, node) : enter(walk, node->first);
    if (node == walk->root)
        return false;
    if (node->next)
        return enter(walk, node->next);
    return leave(walk, node->parent);
}

DgNode **
dg_blocks(DgArena *arena, DgNode *root, size_t *n)
{
    DgNode **blocks = NULL;
    *n = 0;
    for (DgWalk walk = dg_walk(root); dg_walk_next(&walk);)
        if (walk.entering && dg_kind_is_block(walk.node->kind)) {
            walk.skip = true;
            DG_APPEND(arena, blocks, *n, walk.node);
        }
    return blocks;
}
