/* index-internal.h - indexes of persons, organisations and terms while they are made. */
#ifndef DIGLOT_INDEX_INTERNAL_H
#define DIGLOT_INDEX_INTERNAL_H

#include "matter-internal.h"

#include "diglot/doc-index.h"

#include <glib.h>

/* ---- index-list.c ---- */
typedef struct {
    DgArena *arena;
    const char *language;
    DgIndexEntry *entries;
    size_t n;
    GHashTable *known; /* keys joined to index + 1; only looked up */
} IndexList;

IndexList index_list_new(DgArena *arena, const char *language);
void index_list_free(IndexList *list); /* what it looks up by; the entries stay */
/* The entry of that path, made if there is none. `keys` may be NULL: the words themselves. */
DgIndexEntry *index_list_entry(IndexList *list, const char *const *path, const char *const *keys,
                               size_t depth);
void index_entry_add(IndexList *list, DgIndexEntry *entry, DgIndexPlace place);
/* Puts them in order, and under their letters. */
void index_list_sort(IndexList *list);

/* ---- index-find.c ---- */
/* Finds names in running text, in whatever case their words stand. */
typedef struct NameFinder NameFinder;
NameFinder *name_finder_new(const char *language);
void name_finder_free(NameFinder *finder);
/* `which` comes back when the name is found. */
void name_finder_add(NameFinder *finder, const char *name, size_t which);
/* Calls `found` for each name in the text. */
void name_finder_run(NameFinder *finder, const char *text, void (*found)(void *data, size_t which),
                     void *data);

/* ---- index-persons.c, index-terms.c ---- */
/* Each fills the list of both languages. */
void index_persons(Maker *maker, IndexList lists[DG_SIDES]);
void index_organizations(Maker *maker, IndexList lists[DG_SIDES]);
void index_terms(Maker *maker, IndexList lists[DG_SIDES]);
/* Where an item begins in that language. */
const DgNode *item_place(const DgItem *item, DgSide side);

#endif
