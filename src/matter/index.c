/* index.c - the indexes at the end of the book: each language in its own column and order, under letters, with the
 * folios of the pages before. The entries are known when the book is made, their folios when page has counted. */
#include "index-internal.h"

#include <string.h>

typedef struct {
    Maker maker;
    Pairing pairing;
    IndexList lists[DG_SIDES];
} Index;

/* ---- folios ---- */

/* A note stands where its mark does. */
static size_t
page_of(const DgFolios *folios, const DgNode *place, bool end)
{
    const DgNode *top = place;
    while (top->parent)
        top = top->parent;
    if (top->kind == DG_NOTE && top->as.note.mark)
        place = top->as.note.mark;
    return folios->page(folios->data, place, end);
}

typedef struct {
    size_t page;
    const DgNode *place;
} Spot;

static int
compare_spots(const void *a, const void *b)
{
    size_t left = ((const Spot *)a)->page, right = ((const Spot *)b)->page;
    return (left > right) - (left < right);
}

/* The pages of a place: of a range all from its first to its last. */
static void
add_spots(GArray *spots, const DgIndexPlace *place, const DgFolios *folios)
{
    size_t first = page_of(folios, place->node, false),
           last = place->last ? page_of(folios, place->last, true) : first;
    for (size_t page = first; page > 0 && page <= MAX(first, last); page++) {
        Spot spot = {page, page > first && page == last ? place->last : place->node};
        g_array_append_val(spots, spot);
    }
}

/* The pages of an entry, each once, ascending. */
static GArray *
spots_of(const DgIndexEntry *entry, const DgFolios *folios)
{
    GArray *spots = g_array_new(FALSE, FALSE, sizeof(Spot));
    for (size_t i = 0; i < entry->n_places; i++)
        add_spots(spots, &entry->places[i], folios);
    g_array_sort(spots, compare_spots);
    guint n = 0;
    for (guint i = 0; i < spots->len; i++)
        if (n == 0 || g_array_index(spots, Spot, n - 1).page != g_array_index(spots, Spot, i).page)
            g_array_index(spots, Spot, n++) = g_array_index(spots, Spot, i);
    g_array_set_size(spots, n);
    return spots;
}

static void
append_text(DgArena *arena, DgNode *block, const char *text)
{
    dg_node_append(block, dg_text_new(arena, text, DG_NOWHERE));
}

static void
append_folio(DgArena *arena, DgNode *block, const DgFolios *folios, const Spot *spot)
{
    DgNode *link = dg_node_new(arena, DG_REFERENCE_LINK, DG_NOWHERE);
    link->as.reference.target = (DgNode *)spot->place;
    append_text(arena, link, folios->folio(folios->data, spot->page));
    dg_node_append(block, link);
}

/* "12, 14–16": three and more pages in a row, and two, become a range. */
static void
append_folios(DgArena *arena, DgNode *block, const DgIndexEntry *entry, const DgFolios *folios)
{
    g_autoptr(GArray) spots = spots_of(entry, folios);
    for (guint i = 0; i < spots->len;) {
        guint end = i;
        while (end + 1 < spots->len &&
               g_array_index(spots, Spot, end + 1).page == g_array_index(spots, Spot, end).page + 1)
            end++;
        append_text(arena, block, i ? ", " : "\u2002");
        append_folio(arena, block, folios, &g_array_index(spots, Spot, i));
        if (end > i) {
            append_text(arena, block, "–");
            append_folio(arena, block, folios, &g_array_index(spots, Spot, end));
        }
        i = end + 1;
    }
}

/* ---- blocks ---- */

static void
append_see(DgArena *arena, DgNode *block, const char *before, const char *word, const char *term)
{
    if (!term)
        return;
    append_text(arena, block, before);
    append_styled(arena, block, DG_ITALIC, word);
    append_text(arena, block, dg_arena_printf(arena, " %s", term));
}

static DgNode *
entry_block(DgArena *arena, const DgIndexEntry *entry, const char *language, const DgFolios *folios)
{
    const char *text = entry->path[entry->depth - 1];
    for (size_t i = 2; i < entry->depth; i++)
        text = dg_arena_printf(arena, "\u2003%s", text);
    DgNode *block = dg_block_new(arena, DG_PARAGRAPH,
                                 entry->depth > 1 ? DG_ROLE_INDEX_SUBENTRY : DG_ROLE_INDEX_ENTRY,
                                 text, DG_NOWHERE);
    append_folios(arena, block, entry, folios);
    append_see(arena, block, ", ", dg_word(DG_WORD_SEE, language), entry->see);
    append_see(arena, block, entry->see || entry->n_places ? "; " : ", ",
               dg_word(DG_WORD_SEE_ALSO, language), entry->see_also);
    return block;
}

static size_t
blocks_of(DgArena *arena, const IndexList *list, const DgFolios *folios, DgNode ***blocks)
{
    size_t n = 0;
    const char *last = "";
    *blocks = NULL;
    for (size_t i = 0; i < list->n; i++) {
        const char *letter = list->entries[i].letter;
        if (strcmp(letter, last) != 0)
            DG_APPEND(arena, *blocks, n,
                      dg_block_new(arena, DG_PARAGRAPH, DG_ROLE_INDEX_LETTER, letter, DG_NOWHERE));
        last = letter;
        DG_APPEND(arena, *blocks, n, entry_block(arena, &list->entries[i], list->language, folios));
    }
    return n;
}

/* ---- flows ---- */

static void
complete(DgArena *arena, DgFlow *flow, const DgFolios *folios)
{
    Index index = *(const Index *)flow->data;
    DgNode **blocks[DG_SIDES];
    size_t n[DG_SIDES] = {0}, rows = 0;
    for (int side = 0; side < index.maker.volume->n_languages; side++) {
        n[side] = blocks_of(arena, &index.lists[side], folios, &blocks[side]);
        rows = MAX(rows, n[side]);
    }
    pairing_add_columns(&index.pairing, blocks[DG_LEFT], n[DG_LEFT], blocks[DG_RIGHT], n[DG_RIGHT]);
    flow_update(flow, &index.pairing);
}

static bool
has_entries(const Index *index)
{
    return index->lists[DG_LEFT].n || index->lists[DG_RIGHT].n;
}

/* For the editions without pages. */
static void
hand_over(const Index *index, const char *name)
{
    DgBook *book = index->maker.book;
    DgIndex whole = {.name = name};
    for (int side = 0; side < DG_SIDES; side++) {
        whole.entries[side] = index->lists[side].entries;
        whole.n[side] = index->lists[side].n;
    }
    DG_APPEND(index->maker.arena, book->indexes, book->n_indexes, whole);
}

static void
index_make(Maker *maker, const char *name, DgWord word,
           void (*collect)(Maker *, IndexList lists[DG_SIDES]))
{
    const DgVolume *volume = maker->volume;
    Index *index = DG_NEW(maker->arena, Index);
    *index = (Index){
        .maker = *maker,
        .pairing = pairing_new(maker, "index", dg_arena_printf(maker->arena, "index-%s", name))};
    for (int side = 0; side < DG_SIDES; side++)
        index->lists[side] = index_list_new(maker->arena, volume->languages[side]);
    collect(maker, index->lists);
    for (int side = 0; side < DG_SIDES; side++) {
        index_list_sort(&index->lists[side]);
        index_list_free(&index->lists[side]);
    }
    if (!has_entries(index))
        return;
    hand_over(index, name);
    DgFlow *flow = list_flow(maker, &index->pairing, name, word);
    flow->complete = complete;
    flow->data = index;
}

void
indexes_make(Maker *maker)
{
    const DgVolume *volume = maker->volume;
    if (is_wanted(volume, "persons", volume->n_people > 0))
        index_make(maker, "persons", DG_WORD_PERSONS, index_persons);
    if (is_wanted(volume, "organizations", volume->n_orgs > 0))
        index_make(maker, "organizations", DG_WORD_ORGANIZATIONS, index_organizations);
    if (is_wanted(volume, "terms", true))
        index_make(maker, "terms", DG_WORD_TERMS, index_terms);
}
