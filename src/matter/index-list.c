/* index-list.c - the entries of an index, each once, and their order. */
#include "index-internal.h"

#include <stdlib.h>
#include <string.h>

IndexList
index_list_new(DgArena *arena, const char *language)
{
    GHashTable *known = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    return (IndexList){.arena = arena, .language = language, .known = known};
}

void
index_list_free(IndexList *list)
{
    g_clear_pointer(&list->known, g_hash_table_unref);
}

DgIndexEntry *
index_list_entry(IndexList *list, const char *const *path, const char *const *keys, size_t depth)
{
    g_autoptr(GString) name = g_string_new(NULL);
    for (size_t i = 0; i < depth; i++)
        g_string_append_printf(name, "%s\t", path[i]);
    size_t known = GPOINTER_TO_SIZE(g_hash_table_lookup(list->known, name->str));
    if (known)
        return &list->entries[known - 1];
    DgIndexEntry entry = {.depth = depth};
    for (size_t i = 0; i < depth; i++) {
        entry.path[i] = path[i];
        entry.key[i] = keys && keys[i] ? keys[i] : path[i];
    }
    DG_APPEND(list->arena, list->entries, list->n, entry);
    g_hash_table_insert(list->known, g_strdup(name->str), GSIZE_TO_POINTER(list->n));
    return &list->entries[list->n - 1];
}

void
index_entry_add(IndexList *list, DgIndexEntry *entry, DgIndexPlace place)
{
    if (!place.node || (entry->n_places && entry->places[entry->n_places - 1].node == place.node))
        return;
    DG_APPEND(list->arena, entry->places, entry->n_places, place);
}

static int
compare(const void *left, const void *right, void *language)
{
    const DgIndexEntry *a = left, *b = right;
    for (size_t i = 0; i < a->depth && i < b->depth; i++) {
        int order = dg_collate(a->key[i], b->key[i], language);
        if (order == 0)
            order = dg_collate(a->path[i], b->path[i], language);
        if (order != 0)
            return order;
    }
    return (a->depth > b->depth) - (a->depth < b->depth);
}

void
index_list_sort(IndexList *list)
{
    if (list->n)
        g_qsort_with_data(list->entries, (int)list->n, sizeof *list->entries, compare,
                          (void *)list->language);
    for (size_t i = 0; i < list->n; i++)
        list->entries[i].letter = dg_index_letter(list->arena, list->entries[i].key[0]);
    g_hash_table_remove_all(list->known); /* it knows places in the old order */
}
