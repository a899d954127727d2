/* check-counts.c - rule N5: as many items in lists that correspond; how differing numbers are told. */
#include "check-internal.h"

#include <glib.h>

void
dg_check_count(const DgChecking *checking, DgCode code, DgPos pos, DgPos also, size_t here,
               size_t there)
{
    g_autofree char *left = g_strdup_printf("%zu", here), *right = g_strdup_printf("%zu", there);
    if (!dg_check_is_silenced(checking, "N5"))
        dg_diag_also(checking->diags, code, pos, also, left, right, NULL);
}

static size_t
count_items(const DgNode *list)
{
    size_t count = 0;
    for (const DgNode *node = list->first; node; node = node->next)
        count += node->kind == DG_LIST_ITEM;
    return count;
}

static const DgNode *
list_of(const DgNode *block)
{
    while (block && block->kind != DG_LIST)
        block = block->parent;
    return block;
}

/* The one list of the other side that the pairs of a list's blocks lead to; NULL for none or several. `*pair` is
 * the first of these pairs. */
static const DgNode *
counterpart_of(const DgNode *list, int other_side, const DgPair **pair)
{
    const DgNode *found = NULL;
    *pair = NULL;
    for (DgWalk walk = dg_walk((DgNode *)list); dg_walk_next(&walk);) {
        const DgPair *here = walk.node->pair;
        if (!walk.entering || !here || here->full || list_of(walk.node) != list ||
            here->n[other_side] == 0)
            continue;
        const DgNode *other = list_of(here->blocks[other_side][0]);
        if (!other || (found && other != found))
            return NULL;
        found = other;
        *pair = *pair ? *pair : here;
    }
    return found;
}

static void
check_list(DgChecking *checking, const DgNode *list)
{
    const DgPair *back;
    const DgNode *other = counterpart_of(list, DG_RIGHT, &checking->pair);
    if (!other || counterpart_of(other, DG_LEFT, &back) != list)
        return;
    size_t left = count_items(list), right = count_items(other);
    if (left != right)
        dg_check_count(checking, DG_CHECK_LIST, list->pos, other->pos, left, right);
}

void
dg_check_lists(const DgChecking *checking)
{
    DgChecking here = *checking;
    for (DgWalk walk = dg_walk(checking->item->text[DG_LEFT].body); dg_walk_next(&walk);)
        if (walk.entering && walk.node->kind == DG_LIST)
            check_list(&here, walk.node);
}
