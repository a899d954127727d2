/* layouts.c - names of layouts; which one a flow has: the nearest of its item and the parts around it wins. */
#include "diglot/doc-book.h"

#include <string.h>

static bool
find_name(const char *const *names, int n, const char *name, int *index)
{
    for (int i = 1; i < n; i++)
        if (strcmp(names[i], name) == 0) {
            *index = i;
            return true;
        }
    return false;
}

bool
dg_layout_parse(const char *name, DgLayout *layout)
{
    static const char *const names[] = {[DG_LAYOUT_COLUMNS] = "columns",
                                        [DG_LAYOUT_FACING] = "facing",
                                        [DG_LAYOUT_SEQUENCE] = "sequence"};
    int index = 0;
    if (!find_name(names, 4, name, &index))
        return false;
    *layout = (DgLayout)index;
    return true;
}

bool
dg_sync_parse(const char *name, DgSync *sync)
{
    static const char *const names[] = {[DG_SYNC_STRICT] = "strict", [DG_SYNC_FREE] = "free"};
    int index = 0;
    if (!find_name(names, 3, name, &index))
        return false;
    *sync = (DgSync)index;
    return true;
}

static const DgPart *
part_of(const DgFlow *flow)
{
    return flow->item ? flow->item->part : flow->part;
}

DgLayout
dg_flow_layout(const DgFlow *flow)
{
    if (flow->item && flow->item->layout != DG_LAYOUT_INHERIT)
        return flow->item->layout;
    for (const DgPart *part = part_of(flow); part; part = part->parent)
        if (part->layout != DG_LAYOUT_INHERIT)
            return part->layout;
    return DG_LAYOUT_INHERIT;
}

DgSync
dg_flow_sync(const DgFlow *flow)
{
    if (flow->item && flow->item->sync != DG_SYNC_INHERIT)
        return flow->item->sync;
    for (const DgPart *part = part_of(flow); part; part = part->parent)
        if (part->sync != DG_SYNC_INHERIT)
            return part->sync;
    return DG_SYNC_INHERIT;
}
