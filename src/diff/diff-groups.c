/* diff-groups.c - matched blocks to groups, and what became of each: same, changed, moved, split, merged, ... */
#include "diff-internal.h"

typedef struct {
    DgMatching matching;
    DgDiffGroups result;
} Grouping;

/* The stretch of a partner and its parts. */
static void
set_range(const Grouping *grouping, DgDiffGroup *group, int revision, size_t partner)
{
    const size_t *host = grouping->matching.host[revision];
    size_t first = partner, end = partner + 1;
    while (first > 0 && host[first - 1] == partner)
        first--;
    while (end < grouping->matching.text[revision]->n && host[end] == partner)
        end++;
    group->first[revision] = first;
    group->n[revision] = end - first;
}

static void
add_group(Grouping *grouping, DgDiffGroup group)
{
    for (int revision = 0; revision < 2; revision++)
        for (size_t i = 0; i < group.n[revision]; i++)
            grouping->result.of[revision][group.first[revision] + i] = grouping->result.n;
    DG_APPEND(grouping->matching.arena, grouping->result.groups, grouping->result.n, group);
}

static DgDiffKind
kind_of(const Grouping *grouping, const DgDiffGroup *group)
{
    const DgMatching *matching = &grouping->matching;
    if (group->n[1] > 1)
        return DG_SPLIT;
    if (group->n[0] > 1)
        return DG_MERGED;
    return dg_blocks_are_same(dg_match_block(matching, 0, group->first[0]),
                              dg_match_block(matching, 1, group->first[1]))
               ? DG_SAME
               : DG_CHANGED;
}

static void
group_new(Grouping *grouping)
{
    const DgMatching *matching = &grouping->matching;
    for (size_t j = 0; j < matching->text[1]->n; j++) {
        DgDiffGroup group = {.first = {0, j}, .n = {0, 1}, .kind = DG_ADDED};
        size_t host = matching->host[1][j], self = host == DG_NO_BLOCK ? j : host;
        size_t partner = matching->partner[1][self];
        if (partner != DG_NO_BLOCK) {
            set_range(grouping, &group, 1, self);
            set_range(grouping, &group, 0, partner);
            group.kind = kind_of(grouping, &group);
            j = group.first[1] + group.n[1] - 1;
        }
        add_group(grouping, group);
    }
}

static void
group_removed(Grouping *grouping)
{
    const DgMatching *matching = &grouping->matching;
    for (size_t i = 0; i < matching->text[0]->n; i++)
        if (dg_match_is_free(matching, 0, i))
            add_group(grouping, (DgDiffGroup){.first = {i, 0}, .n = {1, 0}, .kind = DG_REMOVED});
}

/* Of the groups in the new order, the most that also stand in the old order stayed; the others moved (a longest
 * ascending run, by patience sorting). */
static void
mark_moved(Grouping *grouping)
{
    DgDiffGroups *result = &grouping->result;
    DgArena *arena = grouping->matching.arena;
    size_t *last = DG_NEW_ARRAY(arena, size_t, result->n + 1), longest = 0;
    size_t *previous = DG_NEW_ARRAY(arena, size_t, result->n + 1);
    bool *stayed = DG_NEW_ARRAY(arena, bool, result->n + 1);
    for (size_t k = 0; k < result->n; k++) {
        size_t low = 0, high = longest;
        if (result->groups[k].n[0] == 0 || result->groups[k].n[1] == 0)
            continue;
        while (low < high) {
            size_t middle = (low + high) / 2;
            if (result->groups[last[middle]].first[0] < result->groups[k].first[0])
                low = middle + 1;
            else
                high = middle;
        }
        previous[k] = low ? last[low - 1] : DG_NO_BLOCK;
        last[low] = k;
        longest = longest > low ? longest : low + 1;
    }
    for (size_t k = longest ? last[longest - 1] : DG_NO_BLOCK; k != DG_NO_BLOCK; k = previous[k])
        stayed[k] = true;
    for (size_t k = 0; k < result->n; k++)
        if (!stayed[k] &&
            (result->groups[k].kind == DG_SAME || result->groups[k].kind == DG_CHANGED))
            result->groups[k].kind = DG_MOVED;
}

DgDiffGroups
dg_groups_find(DgArena *arena, const DgDiffText *old_text, const DgDiffText *new_text)
{
    Grouping grouping = {.matching = dg_blocks_match(arena, old_text, new_text)};
    grouping.result.of[0] = DG_NEW_ARRAY(arena, size_t, old_text->n + 1);
    grouping.result.of[1] = DG_NEW_ARRAY(arena, size_t, new_text->n + 1);
    group_new(&grouping);
    group_removed(&grouping);
    mark_moved(&grouping);
    return grouping.result;
}
