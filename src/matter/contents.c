/* contents.c - the contents in both languages, with the folio of every part and item. */
#include "index-internal.h"

#include <string.h>

static void
append_folio(Maker *maker, DgNode *block, DgNode *target)
{
    if (!target)
        return;
    dg_node_append(block, dg_node_new(maker->arena, DG_LEADER, block->pos));
    DgNode *folio = dg_node_new(maker->arena, DG_PAGE_NUMBER, block->pos);
    folio->as.reference.target = target;
    dg_node_append(block, folio);
}

static DgNode *
entry(Maker *maker, DgRole role, const char *text, DgNode *target)
{
    DgNode *block = paragraph_new(maker->arena, role, text, DG_NOWHERE);
    if (block)
        append_folio(maker, block, target);
    return block;
}

static void
add_item(Maker *maker, Pairing *list, const DgItem *item)
{
    DgNode *person[DG_SIDES] = {0}, *title[DG_SIDES] = {0};
    for (int side = 0; side < maker->volume->n_languages; side++) {
        person[side] = paragraph_new(maker->arena, DG_ROLE_CONTENTS_PERSON,
                                     dg_item_persons(maker->arena, item, side), DG_NOWHERE);
        title[side] = entry(maker, DG_ROLE_CONTENTS_ENTRY, dg_item_title(maker->arena, item, side),
                            (DgNode *)item_place(item, (DgSide)side));
    }
    pairing_add(list, person[DG_LEFT], person[DG_RIGHT]);
    pairing_add(list, title[DG_LEFT], title[DG_RIGHT]);
}

static void
add_part(Maker *maker, Pairing *list, const DgBook *rest, const DgPart *part)
{
    for (size_t i = 0; i < part->n_entries; i++) {
        if (part->entries[i].kind == DG_ENTRY_ITEM)
            add_item(maker, list, part->entries[i].item);
        if (part->entries[i].kind != DG_ENTRY_PART)
            continue;
        const DgPart *inner = part->entries[i].part;
        DgNode *title[DG_SIDES] = {0};
        for (int side = 0; side < maker->volume->n_languages; side++)
            title[side] = entry(maker, DG_ROLE_CONTENTS_PART,
                                inner->title[side] ? inner->title[side] : inner->title[DG_LEFT],
                                part_title_of(rest, inner, (DgSide)side));
        pairing_add(list, title[DG_LEFT], title[DG_RIGHT]);
        add_part(maker, list, rest, inner);
    }
}

/* The programme before the texts, the lists and indexes behind: flows that open with a heading of their own. */
static void
add_lists(Maker *maker, Pairing *list, const DgBook *rest)
{
    for (size_t i = 0; i < rest->n_flows; i++) {
        const DgFlow *flow = &rest->flows[i];
        const DgPair *first = flow->item || flow->part || !flow->n_pairs ? NULL : flow->pairs;
        DgNode *title[DG_SIDES] = {0};
        for (int side = 0; first && side < maker->volume->n_languages; side++)
            if (first->n[side] && first->blocks[side][0]->kind == DG_HEADING)
                title[side] =
                    entry(maker, DG_ROLE_CONTENTS_PART, flow->title[side], first->blocks[side][0]);
        pairing_add(list, title[DG_LEFT], title[DG_RIGHT]);
    }
}

void
contents_make(Maker *maker, const DgBook *first, const DgBook *rest)
{
    if (maker->volume->n_items == 0 || !is_wanted(maker->volume, "contents", true))
        return;
    Pairing list = pairing_new(maker, "contents", "contents");
    DgNode *title[DG_SIDES] = {0};
    for (int side = 0; side < maker->volume->n_languages; side++)
        title[side] =
            dg_block_new(maker->arena, DG_HEADING, DG_ROLE_CONTENTS_TITLE,
                         dg_word(DG_WORD_CONTENTS, maker->volume->languages[side]), DG_NOWHERE);
    pairing_add(&list, title[DG_LEFT], title[DG_RIGHT]);
    add_lists(maker, &list, first);
    add_part(maker, &list, rest, &maker->volume->root);
    add_lists(maker, &list, rest);
    DgFlow *flow = flow_add(maker, &list, "contents", DG_START_RECTO);
    for (int side = 0; side < maker->volume->n_languages; side++)
        flow->title[side] = dg_word(DG_WORD_CONTENTS, maker->volume->languages[side]);
}
