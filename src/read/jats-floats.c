/* jats-floats.c - figures and tables gathered at a file's end go where they are first spoken of. */
#include "jats-internal.h"

void
jats_floats(Flow *flow, const DgXml *element, int value)
{
    DgNode *before = flow->container->last;
    jats_pass(flow, element, value);
    DgNode *first = before ? before->next : flow->container->first;
    for (DgNode *node = first; node; node = node->next)
        g_ptr_array_add(flow->jats->floats, node);
}

/* The block of a link that stands in the text; of a link in a note, that of the note's mark. */
static DgNode *
place_of(DgNode *link)
{
    for (int depth = 0; depth < 8; depth++) {
        DgNode *root = link;
        while (root->parent)
            root = root->parent;
        if (root->kind != DG_NOTE)
            return (DgNode *)dg_node_block(link);
        if (!root->as.note.mark)
            return NULL;
        link = root->as.note.mark;
    }
    return NULL;
}

static bool
is_within(const DgNode *node, const DgNode *whole)
{
    while (node && node != whole)
        node = node->parent;
    return node != NULL;
}

/* The part of a section that first refers to the float. */
static DgNode *
first_mention(Jats *jats, const DgNode *body, const DgNode *moved)
{
    for (guint i = 0; i < jats->links->len; i++) {
        DgNode *link = jats->links->pdata[i];
        if (!is_within(link->as.reference.target, moved))
            continue;
        DgNode *place = place_of(link);
        if (!is_within(place, body) || is_within(place, moved))
            continue;
        while (place->parent->kind != DG_SECTION && place->parent->kind != DG_BODY)
            place = place->parent;
        bool leads = place->kind == DG_PARAGRAPH && place->next && place->next->kind == DG_LIST;
        return leads ? place->next : place;
    }
    return NULL;
}

/* Floats that are spoken of in one place keep their order. */
static void
put_behind(DgNode *place, DgNode *moved, GHashTable *placed)
{
    while (place->next && g_hash_table_contains(placed, place->next))
        place = place->next;
    if (place->next == moved || place == moved)
        return;
    dg_node_remove(moved);
    if (place->next)
        dg_node_insert_before(place->next, moved);
    else
        dg_node_append(place->parent, moved);
}

void
jats_place_floats(Jats *jats, DgNode *body)
{
    g_autoptr(GHashTable) placed = g_hash_table_new(NULL, NULL);
    for (guint i = 0; i < jats->floats->len; i++) {
        DgNode *moved = jats->floats->pdata[i];
        DgNode *place = moved->parent ? first_mention(jats, body, moved) : NULL;
        if (place)
            put_behind(place, moved, placed);
        g_hash_table_add(placed, moved);
    }
}
