/* parts.c - the opening page of a part: title, time, chairs, topic, and what happens in it when. */
#include "matter-internal.h"

#include <glib.h>
#include <string.h>

static const char *
part_time(Maker *maker, const DgPart *part, DgSide side)
{
    return dg_part_time_text(maker->arena, part, maker->volume->languages[side]);
}

static const char *
chairs(Maker *maker, const DgPart *part, DgSide side)
{
    return dg_chairs_text(maker->arena, part, side, maker->volume->languages[side]);
}

DgNode *
slot_block(Maker *maker, DgRole role, const DgSlot *slot, const char *speakers, DgSide side)
{
    const char *time = dg_time_range_text(maker->arena, slot->from, slot->to),
               *title = slot->title[side];
    if (!title && !speakers)
        return NULL;
    DgNode *block = dg_block_new(maker->arena, DG_PARAGRAPH, role, NULL, slot->pos);
    if (time)
        dg_node_append(
            block,
            dg_text_new(maker->arena, dg_arena_printf(maker->arena, "%s\u2003", time), slot->pos));
    if (title)
        dg_node_append(block, dg_text_new(maker->arena, title, slot->pos));
    if (title && speakers)
        dg_node_append(
            block, dg_text_new(maker->arena, g_str_has_suffix(title, "?") ? " " : ". ", slot->pos));
    if (speakers)
        append_styled(maker->arena, block, DG_ITALIC, speakers);
    return block;
}

static void
add_both(Maker *maker, Pairing *page, DgRole role,
         const char *(*text)(Maker *, const DgPart *, DgSide), const DgPart *part)
{
    DgNode *block[DG_SIDES] = {0};
    for (int side = 0; side < maker->volume->n_languages; side++)
        block[side] = paragraph_new(maker->arena, role, text(maker, part, (DgSide)side), part->pos);
    pairing_add(page, block[DG_LEFT], block[DG_RIGHT]);
}

static const char *
topic(Maker *maker, const DgPart *part, DgSide side)
{
    (void)maker;
    return part->topic[side];
}

static void
add_title(Maker *maker, Pairing *page, const DgPart *part)
{
    DgNode *block[DG_SIDES] = {0};
    for (int side = 0; side < maker->volume->n_languages; side++) {
        const char *title = part->title[side] ? part->title[side] : part->title[DG_LEFT];
        DgRole role = part->parent ? DG_ROLE_INNER_PART_TITLE : DG_ROLE_PART_TITLE;
        if (title)
            block[side] = dg_block_new(maker->arena, DG_HEADING, role, title, part->pos);
    }
    pairing_add(page, block[DG_LEFT], block[DG_RIGHT]);
}

void
part_opening_make(Maker *maker, const DgPart *part)
{
    const char *name = dg_arena_printf(maker->arena, "part-%s", part->id ? part->id : "");
    Pairing page = pairing_new(maker, "part", name);
    add_title(maker, &page, part);
    add_both(maker, &page, DG_ROLE_PART_TIME, part_time, part);
    add_both(maker, &page, DG_ROLE_PART_CHAIR, chairs, part);
    add_both(maker, &page, DG_ROLE_PART_TOPIC, topic, part);
    for (size_t i = 0; i < part->n_entries; i++) {
        if (part->entries[i].kind != DG_ENTRY_SLOT)
            continue;
        DgNode *block[DG_SIDES] = {0};
        const DgSlot *slot = part->entries[i].slot;
        for (int side = 0; side < maker->volume->n_languages; side++)
            block[side] = slot_block(
                maker, DG_ROLE_SLOT, slot,
                dg_mentions_text(maker->arena, slot->speakers, slot->n_speakers, (DgSide)side),
                (DgSide)side);
        pairing_add(&page, block[DG_LEFT], block[DG_RIGHT]);
    }
    if (page.n == 0)
        return;
    DgFlow *flow = flow_add(maker, &page, "part", part->parent ? DG_START_PAGE : DG_START_RECTO);
    flow->part = part;
    flow->bare = true;
    for (int side = 0; side < maker->volume->n_languages; side++)
        if (part->title[side])
            flow->title[side] = flow->person[side] = part->title[side];
}

DgNode *
part_title_of(const DgBook *book, const DgPart *part, DgSide side)
{
    for (size_t i = 0; i < book->n_flows; i++) {
        const DgFlow *flow = &book->flows[i];
        if (flow->part == part && flow->kind && strcmp(flow->kind, "part") == 0 && flow->n_pairs &&
            flow->pairs[0].n[side])
            return flow->pairs[0].blocks[side][0];
    }
    return NULL;
}
