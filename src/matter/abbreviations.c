/* abbreviations.c - the list of abbreviations: what the texts explain with <abbrev>, and the organisations of
 * people.xml. Each language has its own list and order. */
#include "index-internal.h"

#include <string.h>

static void
add(IndexList *list, const char *abbreviation, const char *meaning)
{
    if (!abbreviation || !meaning)
        return;
    DgIndexEntry *entry = index_list_entry(list, &abbreviation, NULL, 1);
    entry->meaning = entry->meaning ? entry->meaning : meaning;
}

static void
add_tree(IndexList *list, DgNode *root)
{
    for (DgWalk walk = dg_walk(root); root && dg_walk_next(&walk);) {
        const DgNode *node = walk.node;
        if (!walk.entering)
            continue;
        if (node->kind == DG_SPAN && node->as.index.n_terms == 2 && node->type &&
            strcmp(node->type, "abbrev") == 0)
            add(list, node->as.index.terms[0], node->as.index.terms[1]);
        if (node->kind == DG_NOTE_MARK && node->as.note_mark.note && !node->as.note_mark.repeated)
            add_tree(list, node->as.note_mark.note);
    }
}

/* "НАМИБ — Национальная ассоциация…" */
static DgNode *
abbreviation_block(DgArena *arena, const DgIndexEntry *entry, const char *language)
{
    DgNode *block = dg_block_new(arena, DG_PARAGRAPH, DG_ROLE_ABBREVIATION, NULL, DG_NOWHERE);
    const char *dash = g_str_has_prefix(language, "ru") ? "\u00A0— " : "\u00A0– ";
    append_styled(arena, block, DG_BOLD, entry->path[0]);
    dg_node_append(block, dg_text_new(arena, dg_arena_printf(arena, "%s%s", dash, entry->meaning),
                                      DG_NOWHERE));
    return block;
}

static size_t
blocks_of(DgArena *arena, IndexList *list, DgNode ***blocks)
{
    size_t n = 0;
    *blocks = NULL;
    index_list_sort(list);
    for (size_t i = 0; i < list->n; i++)
        DG_APPEND(arena, *blocks, n, abbreviation_block(arena, &list->entries[i], list->language));
    index_list_free(list);
    return n;
}

void
abbreviations_make(Maker *maker)
{
    const DgVolume *volume = maker->volume;
    IndexList lists[DG_SIDES];
    DgNode **blocks[DG_SIDES] = {0};
    size_t n[DG_SIDES] = {0}, explained = 0;
    for (int side = 0; side < DG_SIDES; side++)
        lists[side] = index_list_new(maker->arena, volume->languages[side]);
    for (size_t i = 0; i < volume->n_items; i++)
        for (int side = 0; side < volume->n_languages; side++)
            add_tree(&lists[side], volume->items[i]->text[side].body);
    explained = lists[DG_LEFT].n + lists[DG_RIGHT].n;
    for (size_t i = 0; i < volume->n_orgs; i++)
        for (int side = 0; side < volume->n_languages; side++)
            add(&lists[side], volume->orgs[i].abbreviation[side], volume->orgs[i].name[side]);
    for (int side = 0; side < DG_SIDES; side++)
        n[side] = blocks_of(maker->arena, &lists[side], &blocks[side]);
    if (!is_wanted(volume, "abbreviations", explained > 0) || n[DG_LEFT] + n[DG_RIGHT] == 0)
        return;
    Pairing list = pairing_new(maker, "abbreviations", "abbreviations");
    DgFlow *flow = list_flow(maker, &list, "abbreviations", DG_WORD_ABBREVIATIONS);
    pairing_add_columns(&list, blocks[DG_LEFT], n[DG_LEFT], blocks[DG_RIGHT], n[DG_RIGHT]);
    flow_update(flow, &list);
}
