/* targets.c - names of the places in the book that links lead to.
 * The trees of the book's flows stand in an array ordered by address, for look-up only: no order of
 * addresses reaches what is written. */
#include "canvas-internal.h"

#include <glib.h>
#include <stdlib.h>

typedef struct {
    const DgNode *root;
    const char *flow, *language;
    DgSide side;
    bool apart; /* each language stands on pages of its own */
} Tree;

struct DgTargets {
    const DgVolume *volume;
    const DgBook *book;
    const char **flows; /* names, in the order of the book */
    Tree *trees;
    size_t n_trees;
};

/* Notes may hold marks of notes; deeper ones than this lie in no tree. */
enum { DEPTH = 64 };

static const char *
flow_name(DgArena *arena, const DgBook *book, size_t index)
{
    const DgFlow *flow = &book->flows[index];
    if (flow->item)
        return flow->item->href;
    if (flow->part && flow->part->id)
        return dg_arena_printf(arena, "part/%s", flow->part->id);
    if (flow->part || !flow->kind)
        return dg_arena_printf(arena, "part/%zu", index + 1);
    return flow->kind;
}

static int
compare_trees(const void *a, const void *b)
{
    uintptr_t left = (uintptr_t)((const Tree *)a)->root, right = (uintptr_t)((const Tree *)b)->root;
    return left < right ? -1 : left > right;
}

DgTargets *
dg_targets_make(DgArena *arena, const DgVolume *volume, const DgBook *book, const bool *apart)
{
    DgTargets *targets = DG_NEW(arena, DgTargets);
    targets->volume = volume;
    targets->book = book;
    targets->flows = DG_NEW_ARRAY(arena, const char *, book->n_flows);
    for (size_t i = 0; i < book->n_flows; i++) {
        const DgFlow *flow = &book->flows[i];
        targets->flows[i] = flow_name(arena, book, i);
        for (int side = 0; side < DG_SIDES; side++)
            for (size_t j = 0; j < flow->n_roots[side]; j++) {
                Tree tree = {flow->roots[side][j], targets->flows[i], volume->languages[side],
                             (DgSide)side, apart && apart[i]};
                DG_APPEND(arena, targets->trees, targets->n_trees, tree);
            }
    }
    if (targets->n_trees)
        qsort(targets->trees, targets->n_trees, sizeof *targets->trees, compare_trees);
    return targets;
}

const char *
dg_side_anchor(DgArena *arena, const DgVolume *volume, const DgPair *pair, DgSide side)
{
    bool second = side == DG_RIGHT && !pair->full && pair->n[DG_LEFT] && pair->n[DG_RIGHT];
    return second && pair->anchor
               ? dg_arena_printf(arena, "%s:%s", pair->anchor, volume->languages[side])
               : pair->anchor;
}

const char *
dg_targets_flow(const DgTargets *targets, const DgFlow *flow)
{
    return flow ? targets->flows[flow - targets->book->flows] : NULL;
}

/* Of a note the tree that its mark stands in. */
static const Tree *
tree_of(const DgTargets *targets, const DgNode *node)
{
    for (int depth = 0; node && depth < DEPTH; depth++) {
        while (node->parent)
            node = node->parent;
        if (node->kind != DG_NOTE)
            break;
        node = node->as.note.mark;
    }
    Tree key = {.root = node};
    if (!node || !targets->n_trees)
        return NULL;
    return bsearch(&key, targets->trees, targets->n_trees, sizeof key, compare_trees);
}

/* The note that a node is or lies in. */
static const DgNode *
note_of(const DgNode *node)
{
    while (node->parent)
        node = node->parent;
    return node->kind == DG_NOTE ? node : NULL;
}

/* Numbers are unique in a text; other labels, such as asterisks, only where they stand. */
static const char *
note_name(DgArena *arena, const DgNode *note, const Tree *tree)
{
    const char *label = note->label && *note->label ? note->label : "*",
               *language = tree->language ? tree->language : "und";
    if (g_ascii_isdigit(*label))
        return dg_arena_printf(arena, "%s/fn-%s-%s", tree->flow, label, language);
    const char *anchor = dg_node_anchor(note);
    return dg_arena_printf(arena, "%s/fn-%s-%s-%s", tree->flow, label, language,
                           anchor ? anchor : "");
}

const char *
dg_targets_name(DgArena *arena, const DgTargets *targets, const DgNode *node)
{
    const Tree *tree = node ? tree_of(targets, node) : NULL;
    if (!tree)
        return NULL;
    const DgNode *note = note_of(node);
    if (note)
        return note_name(arena, note, tree);
    const DgPair *pair = dg_node_pair(node);
    const char *anchor = !pair         ? NULL
                         : tree->apart ? dg_side_anchor(arena, targets->volume, pair, tree->side)
                                       : pair->anchor;
    return anchor ? dg_arena_printf(arena, "%s/%s", tree->flow, anchor) : NULL;
}
