/* outline.c - the bookmarks: contents, parts, items and their headings, in both languages. */
#include "furniture-internal.h"

#include <glib.h>
#include <string.h>

/* Headings of an item that are bookmarks. */
enum { HEADING_LEVELS = 3 };

typedef struct {
    size_t page;
    const DgDestination *destination;
} Place;

typedef struct {
    DgArena *arena;
    DgPages *pages;
    const DgVolume *volume;
    const DgTargets *targets;
    const bool *split;
    GHashTable *places; /* name to Place */
} Outliner;

/* Of places with the same name the first holds. */
static GHashTable *
collect_places(DgArena *scratch, const DgPages *pages)
{
    GHashTable *places = g_hash_table_new(g_str_hash, g_str_equal);
    for (size_t i = 0; i < pages->n_pages; i++)
        for (size_t j = 0; j < pages->pages[i].n_destinations; j++) {
            const DgDestination *destination = &pages->pages[i].destinations[j];
            if (!destination->name || g_hash_table_contains(places, destination->name))
                continue;
            Place *place = DG_NEW(scratch, Place);
            *place = (Place){i, destination};
            g_hash_table_insert(places, (gpointer)destination->name, place);
        }
    return places;
}

/* Where a side of a pair stands; DG_SIDES: the pair. */
static const Place *
place_of(const Outliner *outliner, const DgFlow *flow, const DgPair *pair, DgSide side)
{
    const char *anchor = side < DG_SIDES
                             ? dg_side_anchor(outliner->arena, outliner->volume, pair, side)
                             : pair->anchor;
    if (!anchor)
        return NULL;
    g_autofree char *name =
        g_strdup_printf("%s/%s", dg_targets_flow(outliner->targets, flow), anchor);
    return g_hash_table_lookup(outliner->places, name);
}

static void
add_entry(Outliner *outliner, const Place *place, int level, const char *left, const char *right)
{
    DgPages *pages = outliner->pages;
    DgOutlineEntry entry = {.level = level,
                            .title = {left, right},
                            .page = place->page,
                            .y = place->destination->y,
                            .destination = place->destination->name};
    if ((left && *left) || (right && *right))
        DG_APPEND(outliner->arena, pages->outline, pages->n_outline, entry);
}

static int
depth_of(const Outliner *outliner, const DgPart *part)
{
    int depth = 0;
    for (; part && part != &outliner->volume->root; part = part->parent)
        depth++;
    return depth;
}

/* The first pair of a flow that stands somewhere, or the first with that side. */
static const Place *
flow_place(const Outliner *outliner, const DgFlow *flow, DgSide side)
{
    for (size_t i = 0; i < flow->n_pairs; i++) {
        const DgPair *pair = &flow->pairs[i];
        const Place *place = side == DG_SIDES || (!pair->full && pair->n[side])
                                 ? place_of(outliner, flow, pair, side)
                                 : NULL;
        if (place)
            return place;
    }
    return NULL;
}

/* The section heading that a pair begins with on that side; NULL: none. */
static const DgNode *
heading_of(const DgPair *pair, DgSide side)
{
    const DgNode *block = pair->n[side] ? pair->blocks[side][0] : NULL;
    if (!block || block->kind != DG_HEADING || block->as.heading.level > HEADING_LEVELS)
        return NULL;
    DgRole role = dg_node_role(block);
    return role >= DG_ROLE_H1 && role <= DG_ROLE_H6 ? block : NULL;
}

static const char *
heading_text(const Outliner *outliner, const DgNode *heading)
{
    if (!heading)
        return NULL;
    const char *text = dg_node_text(outliner->arena, heading);
    return heading->label && *heading->label
               ? dg_arena_printf(outliner->arena, "%s %s", heading->label, text)
               : text;
}

/* Of one language, or of both (DG_SIDES). */
static void
add_headings(Outliner *outliner, const DgFlow *flow, int base, DgSide wanted)
{
    for (size_t i = 0; i < flow->n_pairs; i++) {
        const DgPair *pair = &flow->pairs[i];
        const char *title[DG_SIDES] = {0};
        int level = 0;
        for (int side = 0; side < DG_SIDES; side++) {
            const DgNode *heading = heading_of(pair, (DgSide)side);
            DgSide own = pair->full ? pair->full_side : (DgSide)side;
            if (!heading || (wanted < DG_SIDES && wanted != own))
                continue;
            title[own] = heading_text(outliner, heading);
            level = level ? level : MAX(heading->as.heading.level, 1);
        }
        const Place *place = level ? place_of(outliner, flow, pair, wanted) : NULL;
        if (place)
            add_entry(outliner, place, base + level, title[DG_LEFT], title[DG_RIGHT]);
    }
}

static void
add_item(Outliner *outliner, const DgFlow *flow, DgSide wanted)
{
    const char *title[DG_SIDES] = {0};
    const Place *place = flow_place(outliner, flow, wanted);
    int level = depth_of(outliner, flow->item->part);
    for (int side = 0; side < MIN(outliner->volume->n_languages, DG_SIDES); side++)
        if (wanted == DG_SIDES || wanted == (DgSide)side)
            title[side] = dg_item_title(outliner->arena, flow->item, (DgSide)side);
    if (!place)
        return;
    add_entry(outliner, place, level, title[DG_LEFT], title[DG_RIGHT]);
    add_headings(outliner, flow, level, wanted);
}

/* An item whose languages stand apart has an entry in each. */
static void
add_flow(Outliner *outliner, const DgFlow *flow)
{
    bool split = outliner->split && outliner->split[flow - outliner->pages->book->flows];
    const Place *place = flow_place(outliner, flow, DG_SIDES);
    if (!place)
        return;
    if (flow->item && split)
        for (int side = 0; side < DG_SIDES; side++)
            add_item(outliner, flow, (DgSide)side);
    else if (flow->item)
        add_item(outliner, flow, DG_SIDES);
    else if (flow->part)
        add_entry(outliner, place, MAX(depth_of(outliner, flow->part) - 1, 0),
                  flow->part->title[DG_LEFT], flow->part->title[DG_RIGHT]);
    else if (!flow->bare)
        add_entry(outliner, place, 0, flow->title[DG_LEFT], flow->title[DG_RIGHT]);
}

void
dg_outline_make(DgArena *arena, DgPages *pages, const DgVolume *volume, const DgTargets *targets,
                const bool *split)
{
    DgArena *scratch = dg_arena_new();
    Outliner outliner = {arena, pages, volume, targets, split, collect_places(scratch, pages)};
    for (size_t i = 0; i < pages->book->n_flows; i++)
        add_flow(&outliner, &pages->book->flows[i]);
    g_hash_table_destroy(outliner.places);
    dg_arena_free(scratch);
}
