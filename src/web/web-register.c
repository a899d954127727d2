/* web-register.c - everybody whom the volume knows: the register's persons and all who sign a text, each once, with what
 * they wrote, chaired and said. */
#include "web-internal.h"

#include <glib.h>
#include <string.h>

typedef struct {
    Site *site;
    GHashTable *known; /* persons of the register, names of the others: index + 1; only looked up */
    GHashTable *anchors;
} Listing;

static const char *
anchor_of(Listing *listing, const char *name)
{
    DgArena *arena = listing->site->arena;
    const char *safe = safe_name(arena, name), *anchor = dg_arena_printf(arena, "person-%s", safe);
    for (int n = 2; g_hash_table_contains(listing->anchors, anchor); n++)
        anchor = dg_arena_printf(arena, "person-%s-%d", safe, n);
    g_hash_table_add(listing->anchors, (gpointer)anchor);
    return anchor;
}

/* How a list in that language names them; or NULL. */
static const char *
listed_name(Listing *listing, const Someone *who, DgSide side)
{
    const Site *site = listing->site;
    const char *language = site->volume->languages[side];
    const char *name =
        who->person ? dg_name_listed(site->arena, &who->person->name[side], language) : NULL;
    if (!name && who->signs[side]) {
        name = dg_name_listed(site->arena, &who->signs[side]->name, language);
        name = name ? name : dg_contributor_name(who->signs[side]);
    }
    return name && *name ? name : NULL;
}

/* As the register or its own text sorts it, by the name of that language; or NULL. */
static const char *
name_key(Listing *listing, const Someone *who, DgSide side)
{
    DgArena *arena = listing->site->arena;
    const char *key = who->person ? dg_name_key(arena, &who->person->name[side]) : NULL;
    return key || !who->signs[side] ? key : dg_name_key(arena, &who->signs[side]->name);
}

static Someone *
add(Listing *listing, const void *key, Someone who)
{
    Site *site = listing->site;
    size_t known = GPOINTER_TO_SIZE(g_hash_table_lookup(listing->known, key));
    if (known)
        return &site->people[known - 1];
    DG_APPEND(site->arena, site->people, site->n_people, who);
    g_hash_table_insert(listing->known, (gpointer)key, GSIZE_TO_POINTER(site->n_people));
    return &site->people[site->n_people - 1];
}

static void
add_signer(Listing *listing, const DgItem *item, const DgContributor *left,
           const DgContributor *right)
{
    const DgContributor *first = left ? left : right;
    const DgPerson *person = first->person ? first->person : right ? right->person : NULL;
    const char *name = dg_contributor_name(first);
    if (!*name)
        return;
    Someone *who = add(listing, person ? (const void *)person : g_intern_string(name),
                       (Someone){.person = person});
    who->signs[DG_LEFT] = who->signs[DG_LEFT] ? who->signs[DG_LEFT] : left;
    who->signs[DG_RIGHT] = who->signs[DG_RIGHT] ? who->signs[DG_RIGHT] : right;
    if (site_has_item(listing->site, item) &&
        (!who->n_items || who->items[who->n_items - 1] != item))
        DG_APPEND(listing->site->arena, who->items, who->n_items, item);
}

static void
add_item(Listing *listing, const DgItem *item)
{
    const DgMeta *left = &item->text[DG_LEFT].meta, *right = &item->text[DG_RIGHT].meta;
    for (size_t i = 0; i < left->n_contributors; i++)
        add_signer(listing, item, &left->contributors[i],
                   dg_contributor_counterpart(left, i, right));
    for (size_t i = 0; i < right->n_contributors; i++)
        if (!dg_contributor_counterpart(right, i, left))
            add_signer(listing, item, NULL, &right->contributors[i]);
}

static void
add_talks(Listing *listing, const DgMention *mentions, size_t n, Talk talk)
{
    for (size_t i = 0; i < n; i++) {
        if (!mentions[i].person)
            continue;
        Someone *who = add(listing, mentions[i].person, (Someone){.person = mentions[i].person});
        DG_APPEND(listing->site->arena, who->talks, who->n_talks, talk);
    }
}

static void
add_part(Listing *listing, const DgPart *part)
{
    add_talks(listing, part->chairs, part->n_chairs, (Talk){.part = part});
    for (size_t i = 0; i < part->n_entries; i++) {
        const DgEntry *entry = &part->entries[i];
        if (entry->kind == DG_ENTRY_SLOT)
            add_talks(listing, entry->slot->speakers, entry->slot->n_speakers,
                      (Talk){.part = part, .slot = entry->slot});
        if (entry->kind == DG_ENTRY_PART)
            add_part(listing, entry->part);
    }
}

/* Where the texts name them. */
static void
add_entries(Listing *listing, const DgIndex *index)
{
    for (int side = 0; index && side < DG_SIDES; side++)
        for (size_t i = 0; i < index->n[side]; i++) {
            const DgIndexEntry *entry = &index->entries[side][i];
            size_t known =
                entry->person ? GPOINTER_TO_SIZE(g_hash_table_lookup(listing->known, entry->person))
                              : 0;
            if (known)
                listing->site->people[known - 1].named[side] = entry;
        }
}

typedef struct {
    DgSide side;
    const char *language;
} Order;

static int
compare(const void *a, const void *b, void *data)
{
    const Someone *left = *(const Someone *const *)a, *right = *(const Someone *const *)b;
    const Order *order = data;
    int by_key = dg_collate(left->key[order->side], right->key[order->side], order->language);
    return by_key ? by_key : strcmp(left->anchor, right->anchor);
}

/* A name that a language lacks is borrowed from the other, with its key, so that everybody has a place in both orders. */
static void
name_someone(Listing *listing, Someone *who)
{
    for (int side = 0; side < DG_SIDES; side++) {
        who->name[side] = listed_name(listing, who, (DgSide)side);
        const char *key = who->name[side] ? name_key(listing, who, (DgSide)side) : NULL;
        who->key[side] = key ? key : who->name[side];
    }
    DgSide any = who->name[DG_LEFT] ? DG_LEFT : DG_RIGHT;
    for (int side = 0; side < DG_SIDES; side++)
        if (!who->name[side]) {
            who->name[side] = who->name[any] ? who->name[any] : "?";
            who->key[side] = who->name[any] ? who->key[any] : "?";
        }
    who->anchor = anchor_of(
        listing,
        who->person ? who->person->id : dg_transliterate(listing->site->arena, who->name[DG_LEFT]));
}

static void
order_people(Listing *listing)
{
    Site *site = listing->site;
    for (size_t i = 0; i < site->n_people; i++)
        name_someone(listing, &site->people[i]);
    for (int side = 0; side < site->volume->n_languages && site->n_people; side++) {
        Order order = {(DgSide)side, site->volume->languages[side]};
        const Someone **sorted = DG_NEW_ARRAY(site->arena, const Someone *, site->n_people);
        for (size_t i = 0; i < site->n_people; i++)
            sorted[i] = &site->people[i];
        g_qsort_with_data(sorted, (int)site->n_people, sizeof *sorted, compare, &order);
        site->sorted_people[side] = sorted;
    }
}

void
register_make(Site *site)
{
    const DgVolume *volume = site->volume;
    g_autoptr(GHashTable) known = g_hash_table_new(NULL, NULL);
    g_autoptr(GHashTable) anchors = g_hash_table_new(g_str_hash, g_str_equal);
    Listing listing = {site, known, anchors};
    for (size_t i = 0; i < volume->n_people; i++)
        add(&listing, &volume->people[i], (Someone){.person = &volume->people[i]});
    for (size_t i = 0; i < volume->n_items; i++)
        add_item(&listing, volume->items[i]);
    add_part(&listing, &volume->root);
    add_entries(&listing, site_index(site, "persons"));
    order_people(&listing);
}

const Someone *
site_person(const Site *site, const DgPerson *person)
{
    for (size_t i = 0; person && i < site->n_people; i++)
        if (site->people[i].person == person)
            return &site->people[i];
    return NULL;
}

static bool
signs_as(const DgContributor *own, const DgContributor *who)
{
    return own && strcmp(dg_contributor_name(own), dg_contributor_name(who)) == 0;
}

const Someone *
site_signer(const Site *site, const DgContributor *who)
{
    if (who->person)
        return site_person(site, who->person);
    for (size_t i = 0; i < site->n_people; i++)
        if (signs_as(site->people[i].signs[DG_LEFT], who) ||
            signs_as(site->people[i].signs[DG_RIGHT], who))
            return &site->people[i];
    return NULL;
}
