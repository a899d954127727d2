/* programme.c - the programme of the event as pages of the book: days, sessions with their chairs, talks and texts
 * at their times, each text with its folio. */
#include "index-internal.h"

#include <stdlib.h>
#include <string.h>

enum { DAY = 10 }; /* characters of "2024-09-16" */

typedef struct {
    const DgPart *part;
    const char *from;
    size_t order; /* in the manifest */
} Session;

static const char *
entry_time(const DgEntry *entry)
{
    if (entry->kind == DG_ENTRY_SLOT)
        return entry->slot->from;
    return entry->kind == DG_ENTRY_ITEM ? entry->item->from : NULL;
}

/* When a part begins: by itself, else with the first of its entries that says so. */
static const char *
part_begin(const DgPart *part)
{
    const char *from = part->from;
    for (size_t i = 0; !from && i < part->n_entries; i++)
        from = entry_time(&part->entries[i]);
    return from && strlen(from) >= DAY ? from : NULL;
}

static bool
has_entries(const DgPart *part)
{
    for (size_t i = 0; i < part->n_entries; i++)
        if (part->entries[i].kind != DG_ENTRY_PART)
            return true;
    return false;
}

static void
collect(GArray *sessions, const DgPart *part)
{
    const char *from = part_begin(part);
    Session session = {part, from, sessions->len};
    if (from && has_entries(part))
        g_array_append_val(sessions, session);
    for (size_t i = 0; i < part->n_entries; i++)
        if (part->entries[i].kind == DG_ENTRY_PART)
            collect(sessions, part->entries[i].part);
}

static int
compare(const void *a, const void *b)
{
    const Session *left = a, *right = b;
    int order = strcmp(left->from, right->from);
    return order ? order : (left->order > right->order) - (left->order < right->order);
}

/* "11:00  How parallel texts are set. A. Author ..... 12" */
static DgNode *
item_block(Maker *maker, const DgItem *item, DgSide side)
{
    const char *time = dg_time_range_text(maker->arena, item->from, item->to),
               *persons = dg_item_persons(maker->arena, item, side),
               *title = dg_item_title(maker->arena, item, side);
    DgNode *block =
        dg_block_new(maker->arena, DG_PARAGRAPH,
                     time ? DG_ROLE_PROGRAMME_ENTRY : DG_ROLE_CONTENTS_ENTRY, NULL, item->pos);
    if (time)
        dg_node_append(
            block,
            dg_text_new(maker->arena, dg_arena_printf(maker->arena, "%s\u2003", time), item->pos));
    dg_node_append(block, dg_text_new(maker->arena, title, item->pos));
    if (persons) {
        dg_node_append(block, dg_text_new(maker->arena,
                                          strpbrk(title + strlen(title) - 1, ".?!") ? " " : ". ",
                                          item->pos));
        append_styled(maker->arena, block, DG_ITALIC, persons);
    }
    dg_node_append(block, dg_node_new(maker->arena, DG_LEADER, item->pos));
    append_with_folio(maker->arena, block, "\uFFFC", (DgNode *)item_place(item, side), NULL);
    return block;
}

static void
add_both(Maker *maker, Pairing *list, DgRole role, const char *const text[DG_SIDES], DgPos pos)
{
    pairing_add(list, paragraph_new(maker->arena, role, text[DG_LEFT], pos),
                paragraph_new(maker->arena, role, text[DG_RIGHT], pos));
}

static void
add_day(Maker *maker, Pairing *list, const char *from)
{
    const char *day[DG_SIDES] = {0};
    g_autofree char *date = g_strndup(from, DAY);
    for (int side = 0; side < maker->volume->n_languages; side++)
        day[side] = dg_date_text(maker->arena, date, NULL, maker->volume->languages[side]);
    add_both(maker, list, DG_ROLE_PROGRAMME_DAY, day, DG_NOWHERE);
}

static void
add_head(Maker *maker, Pairing *list, const DgPart *part)
{
    const char *title[DG_SIDES] = {0}, *chairs[DG_SIDES] = {0};
    const char *time = dg_time_range_text(maker->arena, part->from, part->to);
    for (int side = 0; side < maker->volume->n_languages; side++) {
        title[side] = part->title[side] ? part->title[side] : part->title[DG_LEFT];
        if (title[side] && time)
            title[side] = dg_arena_printf(maker->arena, "%s. %s", time, title[side]);
        chairs[side] =
            dg_chairs_text(maker->arena, part, (DgSide)side, maker->volume->languages[side]);
    }
    add_both(maker, list, DG_ROLE_PROGRAMME_SESSION, title, part->pos);
    add_both(maker, list, DG_ROLE_PROGRAMME_CHAIR, part->topic, part->pos);
    add_both(maker, list, DG_ROLE_PROGRAMME_CHAIR, chairs, part->pos);
}

/* Names alone: offices stand where the part opens. */
static const char *
speakers(DgArena *arena, const DgSlot *slot, DgSide side)
{
    g_autoptr(GString) text = g_string_new(NULL);
    for (size_t i = 0; i < slot->n_speakers; i++) {
        DgMention who = slot->speakers[i];
        who.role[side] = NULL;
        const char *name = board_member(arena, &who, side);
        if (name)
            g_string_append_printf(text, "%s%s", text->len ? ", " : "", name);
    }
    return text->len ? dg_arena_strdup(arena, text->str) : NULL;
}

static void
add_session(Maker *maker, Pairing *list, const DgPart *part)
{
    add_head(maker, list, part);
    for (size_t i = 0; i < part->n_entries; i++) {
        const DgEntry *entry = &part->entries[i];
        DgNode *block[DG_SIDES] = {0};
        for (int side = 0; side < maker->volume->n_languages; side++)
            if (entry->kind == DG_ENTRY_SLOT)
                block[side] =
                    slot_block(maker, DG_ROLE_PROGRAMME_ENTRY, entry->slot,
                               speakers(maker->arena, entry->slot, (DgSide)side), (DgSide)side);
            else if (entry->kind == DG_ENTRY_ITEM)
                block[side] = item_block(maker, entry->item, (DgSide)side);
        pairing_add(list, block[DG_LEFT], block[DG_RIGHT]);
    }
}

void
programme_make(Maker *maker)
{
    g_autoptr(GArray) sessions = g_array_new(FALSE, FALSE, sizeof(Session));
    bool timed = false;
    collect(sessions, &maker->volume->root);
    for (guint i = 0; i < sessions->len; i++)
        timed |= strchr(g_array_index(sessions, Session, i).from, 'T') != NULL;
    if (!sessions->len || !is_wanted(maker->volume, "programme", timed))
        return;
    g_array_sort(sessions, compare);
    Pairing list = pairing_new(maker, "programme", "programme");
    DgFlow *flow = list_flow(maker, &list, "programme", DG_WORD_PROGRAMME);
    const char *day = "";
    for (guint i = 0; i < sessions->len; i++) {
        const Session *session = &g_array_index(sessions, Session, i);
        if (strncmp(day, session->from, DAY) != 0)
            add_day(maker, &list, session->from);
        day = session->from;
        add_session(maker, &list, session->part);
    }
    flow_update(flow, &list);
}
