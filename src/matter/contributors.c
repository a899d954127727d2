/* contributors.c - who wrote the texts of the volume: names in both languages, offices, affiliations, contacts. */
#include "matter-internal.h"

#include <glib.h>
#include <string.h>

/* One person or body, as each language names it. */
typedef struct {
    const DgContributor *who[DG_SIDES];
    const char *key, *language;
} Row;

typedef struct {
    Maker *maker;
    GArray *rows;
    GHashTable *known; /* persons of the register; names of the others; only looked up */
} Listing;

static const char *
name_of(DgArena *arena, const DgContributor *who, DgSide side, const DgVolume *volume)
{
    const char *name = dg_name_listed(arena, &who->name, volume->languages[side]);
    return name ? name : dg_contributor_name(who);
}

static void
add_row(Listing *listing, const DgContributor *left, const DgContributor *right)
{
    const DgContributor *first = left ? left : right;
    const void *person = first->person ? first->person : right ? right->person : NULL;
    const char *name = dg_contributor_name(first);
    if (!*name || (person ? g_hash_table_contains(listing->known, person)
                          : g_hash_table_contains(listing->known, g_intern_string(name))))
        return;
    g_hash_table_add(listing->known, (gpointer)(person ? person : g_intern_string(name)));
    Row row = {.who = {left, right}};
    DgSide side = left ? DG_LEFT : DG_RIGHT;
    row.key = name_of(listing->maker->arena, first, side, listing->maker->volume);
    row.language = listing->maker->volume->languages[DG_LEFT];
    g_array_append_val(listing->rows, row);
}

static void
add_item(Listing *listing, const DgItem *item)
{
    const DgMeta *left = &item->text[DG_LEFT].meta, *right = &item->text[DG_RIGHT].meta;
    for (size_t i = 0; i < left->n_contributors; i++)
        add_row(listing, &left->contributors[i], dg_contributor_counterpart(left, i, right));
    for (size_t i = 0; i < right->n_contributors; i++)
        if (!dg_contributor_counterpart(right, i, left))
            add_row(listing, NULL, &right->contributors[i]);
}

static int
compare(const void *a, const void *b)
{
    const Row *left = a, *right = b;
    return dg_collate(left->key, right->key, left->language);
}

static void
append_part(GString *text, const char *part)
{
    if (part && *part)
        g_string_append_printf(text, "%s%s", text->len ? "; " : "", part);
}

static void
append_link(DgArena *arena, DgNode *block, const char *lead, const char *address, const char *text)
{
    if (block->first)
        dg_node_append(block, dg_node_new(arena, DG_BREAK, block->pos));
    dg_node_append(block, dg_text_new(arena, lead, block->pos));
    DgNode *link = dg_node_new(arena, DG_LINK, block->pos);
    link->href = address;
    dg_node_append(link, dg_text_new(arena, text, block->pos));
    dg_node_append(block, link);
}

static DgNode *
data_block(DgArena *arena, const DgContributor *who)
{
    g_autoptr(GString) text = g_string_new(NULL);
    for (size_t i = 0; i < who->n_roles; i++)
        append_part(text, who->roles[i]);
    for (size_t i = 0; i < who->n_affiliations; i++)
        append_part(text, who->affiliations[i]);
    DgNode *block = dg_block_new(arena, DG_PARAGRAPH, DG_ROLE_CONTRIBUTOR_DATA,
                                 text->len ? dg_arena_strdup(arena, text->str) : NULL, who->pos);
    if (who->email)
        append_link(arena, block, "", dg_arena_printf(arena, "mailto:%s", who->email), who->email);
    if (who->orcid)
        append_link(arena, block, "ORCID ",
                    dg_arena_printf(arena, "https://orcid.org/%s", who->orcid), who->orcid);
    return block->first ? block : NULL;
}

static void
add_blocks(Maker *maker, Pairing *list, const Row *row)
{
    DgNode *name[DG_SIDES] = {0}, *data[DG_SIDES] = {0};
    for (int side = 0; side < DG_SIDES; side++) {
        const DgContributor *who = row->who[side];
        if (!who)
            continue;
        name[side] =
            paragraph_new(maker->arena, DG_ROLE_CONTRIBUTOR,
                          name_of(maker->arena, who, (DgSide)side, maker->volume), who->pos);
        data[side] = data_block(maker->arena, who);
    }
    pairing_add(list, name[DG_LEFT], name[DG_RIGHT]);
    pairing_add(list, data[DG_LEFT], data[DG_RIGHT]);
}

void
contributors_make(Maker *maker)
{
    const DgVolume *volume = maker->volume;
    if (!is_wanted(volume, "contributors", volume->n_people > 0))
        return;
    g_autoptr(GArray) rows = g_array_new(FALSE, FALSE, sizeof(Row));
    g_autoptr(GHashTable) known = g_hash_table_new(NULL, NULL);
    Listing listing = {maker, rows, known};
    for (size_t i = 0; i < volume->n_items; i++)
        add_item(&listing, volume->items[i]);
    if (rows->len == 0)
        return;
    g_array_sort(rows, compare);
    Pairing list = pairing_new(maker, "contributors", "contributors");
    DgFlow *flow = list_flow(maker, &list, "contributors", DG_WORD_CONTRIBUTORS);
    for (guint i = 0; i < rows->len; i++)
        add_blocks(maker, &list, &g_array_index(rows, Row, i));
    flow_update(flow, &list);
}
