/* parts.c - the opening page of a part: title, time, chairs, topic, and what happens in it when. */
#include "matter-internal.h"

#include <glib.h>
#include <string.h>

static const char *
part_time(Maker *maker, const DgPart *part, DgSide side)
{
    if (!part->from)
        return NULL;
    const char *date =
        dg_date_text(maker->arena, part->from, part->to, maker->volume->languages[side]);
    const char *time = time_range(maker->arena, part->from, part->to);
    return time ? dg_arena_printf(maker->arena, "%s, %s", date, time) : date;
}

static const char *
chairs(Maker *maker, const DgPart *part, DgSide side)
{
    g_autoptr(GString) text = g_string_new(NULL);
    for (size_t i = 0; i < part->n_chairs; i++) {
        const char *chair = dg_mention_text(maker->arena, &part->chairs[i], side);
        if (chair)
            g_string_append_printf(text, "%s%s", text->len ? "; " : "", chair);
    }
    if (!text->len)
        return NULL;
    return dg_arena_printf(maker->arena, "%s: %s",
                           dg_word(DG_WORD_CHAIR, maker->volume->languages[side]), text->str);
}

/* "14:15–15:15  Title. Speakers" */
static DgNode *
slot_block(Maker *maker, const DgSlot *slot, DgSide side)
{
    const char *time = time_range(maker->arena, slot->from, slot->to), *title = slot->title[side];
    g_autoptr(GString) text = g_string_new(NULL);
    for (size_t i = 0; i < slot->n_speakers; i++) {
        const char *speaker = dg_mention_text(maker->arena, &slot->speakers[i], side);
        if (speaker)
            g_string_append_printf(text, "%s%s", text->len ? "; " : "", speaker);
    }
    if (!title && !text->len)
        return NULL;
    DgNode *block = dg_block_new(maker->arena, DG_PARAGRAPH, DG_ROLE_SLOT, NULL, slot->pos);
    if (time)
        dg_node_append(
            block,
            dg_text_new(maker->arena, dg_arena_printf(maker->arena, "%s\u2003", time), slot->pos));
    if (title)
        dg_node_append(block, dg_text_new(maker->arena, title, slot->pos));
    if (!text->len)
        return block;
    DgNode *speakers = dg_node_new(maker->arena, DG_STYLED, slot->pos);
    speakers->as.styled.styling = DG_ITALIC;
    dg_node_append(speakers, dg_text_new(maker->arena, text->str, slot->pos));
    if (title)
        dg_node_append(
            block, dg_text_new(maker->arena, g_str_has_suffix(title, "?") ? " " : ". ", slot->pos));
    dg_node_append(block, speakers);
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
        if (title)
            block[side] =
                dg_block_new(maker->arena, DG_HEADING, DG_ROLE_PART_TITLE, title, part->pos);
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
        for (int side = 0; side < maker->volume->n_languages; side++)
            block[side] = slot_block(maker, part->entries[i].slot, (DgSide)side);
        pairing_add(&page, block[DG_LEFT], block[DG_RIGHT]);
    }
    if (page.n == 0)
        return;
    DgFlow *flow = flow_add(maker, &page, "part", part->parent ? DG_START_PAGE : DG_START_RECTO);
    flow->part = part;
    flow->bare = true;
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
