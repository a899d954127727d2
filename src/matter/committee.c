/* committee.c - the committee of the event: who it is, and as what each sits there, in both languages. */
#include "matter-internal.h"

static const char *
title_of(const DgVolume *volume, DgSide side)
{
    const char *own = volume->event.committee_title[side];
    return own ? own : dg_word(DG_WORD_COMMITTEE, volume->languages[side]);
}

/* In full: by the register, else as the manifest has it. */
static const char *
name_of(const DgMention *who, DgSide side)
{
    for (int turn = 0; turn < DG_SIDES; turn++) {
        DgSide at = turn ? (DgSide)(DG_SIDES - 1 - side) : side;
        if (who->person && who->person->name[at].whole)
            return who->person->name[at].whole;
        if (!who->person && who->text[at])
            return who->text[at];
    }
    return who->text[side];
}

static void
add_member(Maker *maker, Pairing *list, const DgMention *who)
{
    const DgPos pos = maker->volume->root.pos;
    DgNode *name[DG_SIDES] = {0}, *role[DG_SIDES] = {0};
    for (int side = 0; side < maker->volume->n_languages; side++) {
        name[side] =
            paragraph_new(maker->arena, DG_ROLE_CONTRIBUTOR, name_of(who, (DgSide)side), pos);
        role[side] = paragraph_new(maker->arena, DG_ROLE_CONTRIBUTOR_DATA, who->role[side], pos);
    }
    pairing_add(list, name[DG_LEFT], name[DG_RIGHT]);
    pairing_add(list, role[DG_LEFT], role[DG_RIGHT]);
}

void
committee_make(Maker *maker)
{
    const DgEvent *event = &maker->volume->event;
    const char *title[DG_SIDES] = {0};
    if (!event->n_members || !is_wanted(maker->volume, "committee", true))
        return;
    for (int side = 0; side < maker->volume->n_languages; side++)
        title[side] = title_of(maker->volume, (DgSide)side);
    Pairing list = pairing_new(maker, "contributors", "committee");
    DgFlow *flow = titled_flow(maker, &list, "committee", title);
    for (size_t i = 0; i < event->n_members; i++)
        add_member(maker, &list, &event->members[i]);
    flow_update(flow, &list);
}
