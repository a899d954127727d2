/* index-persons.c - the indexes of persons and of organisations: who signs, chairs and speaks, and whom the texts
 * name. A pair names somebody when one of its sides does: then both sides stand in the index. */
#include "index-internal.h"

#include <string.h>

/* Of one index: the register's entries and where they stand. */
typedef struct {
    Maker *maker;
    IndexList *lists;
    NameFinder *finders[DG_SIDES];
    DgIndexEntry *(*entry)(IndexList *list, const DgVolume *volume, size_t which, DgSide side);
    const DgItem *item; /* being looked through */
    const DgPair *pair;
} Indexer;

/* ---- entries ---- */

static DgIndexEntry *
name_entry(IndexList *list, const DgName *name)
{
    const char *shown = dg_name_short(list->arena, name, true);
    const char *key = dg_name_key(list->arena, name);
    return shown ? index_list_entry(list, &shown, &key, 1) : NULL;
}

static DgIndexEntry *
person_entry(IndexList *list, const DgVolume *volume, size_t which, DgSide side)
{
    const DgPerson *person = &volume->people[which];
    bool own = person->name[side].whole != NULL;
    DgIndexEntry *entry = name_entry(list, &person->name[own ? side : DG_SIDES - 1 - side]);
    if (entry)
        entry->person = person;
    return entry;
}

/* "Шанхайская организация сотрудничества (ШОС)" */
static DgIndexEntry *
org_entry(IndexList *list, const DgVolume *volume, size_t which, DgSide side)
{
    const DgOrg *org = &volume->orgs[which];
    if (!org->name[side])
        side = DG_SIDES - 1 - side;
    const char *shown = org->name[side];
    if (shown && org->abbreviation[side])
        shown = dg_arena_printf(list->arena, "%s (%s)", shown, org->abbreviation[side]);
    DgIndexEntry *entry = shown ? index_list_entry(list, &shown, NULL, 1) : NULL;
    if (entry && !entry->org)
        entry->org = org;
    return entry;
}

static void
add_place(Indexer *indexer, size_t which, DgSide side, DgIndexPlace place)
{
    IndexList *list = &indexer->lists[side];
    DgIndexEntry *entry = indexer->entry(list, indexer->maker->volume, which, side);
    if (entry)
        index_entry_add(list, entry, place);
}

/* ---- texts ---- */

static void
add_pair(void *data, size_t which)
{
    Indexer *indexer = data;
    const DgPair *pair = indexer->pair;
    for (int side = 0; side < indexer->maker->volume->n_languages; side++) {
        DgSide from = pair->n[side] ? (DgSide)side : (DgSide)(DG_SIDES - 1 - side);
        add_place(indexer, which, (DgSide)side,
                  (DgIndexPlace){.node = pair->blocks[from][0], .item = indexer->item});
    }
}

static bool
is_meant(const DgNode *node, const char *type)
{
    return node->kind == DG_SPAN && node->as.index.n_terms && node->type &&
           strcmp(node->type, type) == 0;
}

/* Whom the source marks by id. */
static void
add_marked(Indexer *indexer, DgNode *block)
{
    const DgVolume *volume = indexer->maker->volume;
    for (DgWalk walk = dg_walk(block); dg_walk_next(&walk);) {
        const DgNode *node = walk.node;
        if (!walk.entering || node->kind != DG_SPAN)
            continue;
        if (indexer->entry == person_entry && is_meant(node, "person"))
            for (size_t i = 0; i < volume->n_people; i++)
                if (strcmp(volume->people[i].id, node->as.index.terms[0]) == 0)
                    add_pair(indexer, i);
        if (indexer->entry == org_entry && is_meant(node, "organization"))
            for (size_t i = 0; i < volume->n_orgs; i++)
                if (strcmp(volume->orgs[i].id, node->as.index.terms[0]) == 0)
                    add_pair(indexer, i);
    }
}

static void
add_text(Indexer *indexer, DgNode *block, NameFinder *finder)
{
    DgArena *scratch = dg_arena_new();
    name_finder_run(finder, dg_node_text(scratch, block), add_pair, indexer);
    for (DgWalk walk = dg_walk(block); dg_walk_next(&walk);)
        if (walk.entering && walk.node->kind == DG_NOTE_MARK && !walk.node->as.note_mark.repeated &&
            walk.node->as.note_mark.note)
            name_finder_run(finder, dg_node_text(scratch, walk.node->as.note_mark.note), add_pair,
                            indexer);
    dg_arena_free(scratch);
}

static void
look_through(Indexer *indexer, const DgPair *pairs, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        indexer->pair = &pairs[i];
        for (int slot = 0; slot < DG_SIDES; slot++) {
            int side = pairs[i].full ? (int)pairs[i].full_side : slot;
            for (size_t j = 0; j < pairs[i].n[slot]; j++) {
                add_text(indexer, pairs[i].blocks[slot][j], indexer->finders[side]);
                add_marked(indexer, pairs[i].blocks[slot][j]);
            }
        }
    }
}

static void
open_finders(Indexer *indexer)
{
    for (int side = 0; side < DG_SIDES; side++)
        indexer->finders[side] = name_finder_new(indexer->maker->volume->languages[side]);
}

static void
close_finders(Indexer *indexer)
{
    for (int side = 0; side < DG_SIDES; side++)
        name_finder_free(indexer->finders[side]);
}

static void
look_through_all(Indexer *indexer)
{
    const DgVolume *volume = indexer->maker->volume;
    for (size_t i = 0; i < volume->n_items; i++) {
        indexer->item = volume->items[i];
        look_through(indexer, volume->items[i]->opening_pairs, volume->items[i]->n_opening_pairs);
        look_through(indexer, volume->items[i]->pairs, volume->items[i]->n_pairs);
    }
}

/* ---- persons ---- */

/* A name in several forms; a surname alone would be found in too many places. */
static void
add_forms(NameFinder *finder, DgArena *arena, const DgName *name, size_t which)
{
    if (!name->surname || !name->given) {
        if (name->whole && strchr(name->whole, ' '))
            name_finder_add(finder, name->whole, which);
        return;
    }
    name_finder_add(finder, name->whole, which);
    name_finder_add(finder, dg_arena_printf(arena, "%s %s", name->surname, name->given), which);
    name_finder_add(finder, dg_name_short(arena, name, false), which);
    name_finder_add(finder, dg_name_short(arena, name, true), which);
}

const DgNode *
item_place(const DgItem *item, DgSide side)
{
    for (int turn = 0; turn < DG_SIDES; turn++) {
        const DgNode *title = item->text[turn ? DG_SIDES - 1 - side : side].meta.title;
        if (title)
            return title;
    }
    return item->n_pairs ? item->pairs[0].blocks[item->pairs[0].n[DG_LEFT] ? DG_LEFT : DG_RIGHT][0]
                         : NULL;
}

static DgIndexPlace
start_of(const DgItem *item, DgSide side)
{
    return (DgIndexPlace){.node = item_place(item, side), .item = item};
}

static void
add_contributors(Indexer *indexer)
{
    const DgVolume *volume = indexer->maker->volume;
    for (size_t i = 0; i < volume->n_items; i++)
        for (int side = 0; side < volume->n_languages; side++) {
            const DgItem *item = volume->items[i];
            const DgMeta *meta = &item->text[side].meta;
            for (size_t j = 0; j < meta->n_contributors; j++) {
                const DgContributor *who = &meta->contributors[j];
                if (who->person) {
                    for (int other = 0; other < volume->n_languages; other++)
                        add_place(indexer, (size_t)(who->person - volume->people), (DgSide)other,
                                  start_of(item, (DgSide)other));
                    continue;
                }
                DgIndexEntry *entry = name_entry(&indexer->lists[side], &who->name);
                if (entry)
                    index_entry_add(&indexer->lists[side], entry, start_of(item, (DgSide)side));
            }
        }
}

static void
add_mentions(Indexer *indexer, const DgMention *who, size_t n, const DgPart *part)
{
    const DgVolume *volume = indexer->maker->volume;
    for (size_t i = 0; i < n; i++)
        for (int side = 0; who[i].person && side < volume->n_languages; side++)
            add_place(indexer, (size_t)(who[i].person - volume->people), (DgSide)side,
                      (DgIndexPlace){
                          .node = part_title_of(indexer->maker->book, part, (DgSide)side),
                          .part = part,
                      });
}

static void
add_part(Indexer *indexer, const DgPart *part)
{
    add_mentions(indexer, part->chairs, part->n_chairs, part);
    for (size_t i = 0; i < part->n_entries; i++) {
        const DgEntry *entry = &part->entries[i];
        if (entry->kind == DG_ENTRY_SLOT)
            add_mentions(indexer, entry->slot->speakers, entry->slot->n_speakers, part);
        if (entry->kind == DG_ENTRY_PART)
            add_part(indexer, entry->part);
    }
}

void
index_persons(Maker *maker, IndexList lists[DG_SIDES])
{
    const DgVolume *volume = maker->volume;
    Indexer indexer = {.maker = maker, .lists = lists, .entry = person_entry};
    open_finders(&indexer);
    for (size_t i = 0; i < volume->n_people; i++)
        for (int side = 0; side < DG_SIDES; side++) {
            const DgPerson *person = &volume->people[i];
            add_forms(indexer.finders[side], maker->arena, &person->name[side], i);
            for (size_t j = 0; j < person->n_aliases; j++)
                if (strchr(person->aliases[j], ' '))
                    name_finder_add(indexer.finders[side], person->aliases[j], i);
        }
    add_contributors(&indexer);
    add_part(&indexer, &volume->root);
    look_through_all(&indexer);
    close_finders(&indexer);
}

void
index_organizations(Maker *maker, IndexList lists[DG_SIDES])
{
    const DgVolume *volume = maker->volume;
    Indexer indexer = {.maker = maker, .lists = lists, .entry = org_entry};
    open_finders(&indexer);
    for (size_t i = 0; i < volume->n_orgs; i++)
        for (int side = 0; side < DG_SIDES; side++) {
            name_finder_add(indexer.finders[side], volume->orgs[i].name[side], i);
            name_finder_add(indexer.finders[side], volume->orgs[i].abbreviation[side], i);
        }
    look_through_all(&indexer);
    close_finders(&indexer);
}
