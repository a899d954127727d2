/* diff.c - compares two revisions of a volume, item by item. */
#include "diff-internal.h"

#include <glib.h>
#include <string.h>

typedef struct {
    DgArena *arena;
    DgDiff *diff;
} Comparing;

static const DgItem *
find_item(const DgVolume *volume, const char *href)
{
    for (size_t i = 0; i < volume->n_items; i++)
        if (strcmp(volume->items[i]->href, href) == 0)
            return volume->items[i];
    return NULL;
}

static void
compare_items(Comparing *comparing, const DgItem *old_item, const DgItem *new_item)
{
    DgDiff *diff = comparing->diff;
    DgDiffItem item = {.old_item = old_item, .new_item = new_item};
    const DgVolume *volume = diff->new_volume;
    DgRevision old_revision = dg_revision_of(comparing->arena, old_item, volume->languages);
    DgRevision new_revision = dg_revision_of(comparing->arena, new_item, volume->languages);
    item.n_rows = dg_rows_make(comparing->arena, &old_revision, &new_revision, &item.rows);
    for (size_t i = 0; i < item.n_rows; i++)
        for (int side = 0; side < DG_SIDES; side++)
            if (item.rows[i].side[side].n_old || item.rows[i].side[side].n_new)
                diff->counts[item.rows[i].side[side].kind]++;
    if (item.n_rows || !old_item || !new_item)
        DG_APPEND(comparing->arena, diff->items, diff->n_items, item);
}

/* Two files that are compared are one item each, whatever they are called. */
static bool
are_single(const DgDiff *diff)
{
    return diff->old_volume->single && diff->new_volume->single && diff->old_volume->n_items == 1 &&
           diff->new_volume->n_items == 1;
}

DgDiff *
dg_diff(DgArena *arena, DgDiags *diags, const DgVolume *old_volume, const DgVolume *new_volume)
{
    DgDiff *diff = DG_NEW(arena, DgDiff);
    Comparing comparing = {arena, diff};
    (void)diags; /* comparing finds no faults of its own */
    diff->old_volume = old_volume;
    diff->new_volume = new_volume;
    if (are_single(diff)) {
        compare_items(&comparing, old_volume->items[0], new_volume->items[0]);
        return diff;
    }
    for (size_t i = 0; i < new_volume->n_items; i++)
        compare_items(&comparing, find_item(old_volume, new_volume->items[i]->href),
                      new_volume->items[i]);
    for (size_t i = 0; i < old_volume->n_items; i++)
        if (!find_item(new_volume, old_volume->items[i]->href))
            compare_items(&comparing, old_volume->items[i], NULL);
    return diff;
}
