/* book.c - the flows of the printed book, in order. */
#include "matter-internal.h"

#include <string.h>

Pairing
pairing_new(Maker *maker, const char *type, const char *name)
{
    return (Pairing){
        .arena = maker->arena, .type = type, .name = name, .languages = maker->volume->languages};
}

static DgNode *
root_of(Pairing *pairing, DgSide side)
{
    if (!pairing->root[side]) {
        DgNode *root = dg_node_new(pairing->arena, DG_BODY, DG_NOWHERE);
        root->type = pairing->type;
        root->lang = pairing->languages[side];
        pairing->root[side] = root;
    }
    return pairing->root[side];
}

static void
put(Pairing *pairing, DgPair *pair, DgNode *block, DgSide side, DgSide slot)
{
    if (!block)
        return;
    if (!block->parent)
        dg_node_append(root_of(pairing, side), block);
    if (!block->id)
        block->id = dg_arena_printf(pairing->arena, "%s-%zu", pairing->name, pairing->n + 1);
    pair->blocks[slot] = dg_arena_copy(pairing->arena, &block, sizeof(DgNode *));
    pair->n[slot] = 1;
    if (!pair->anchor)
        pair->anchor = block->id;
}

static DgPair
matter_pair(void)
{
    return (DgPair){.confidence = 1, .method = DG_BY_MATTER};
}

void
pairing_add(Pairing *pairing, DgNode *left, DgNode *right)
{
    if (!left && !right)
        return;
    DgPair pair = matter_pair();
    put(pairing, &pair, left, DG_LEFT, DG_LEFT);
    put(pairing, &pair, right, DG_RIGHT, DG_RIGHT);
    DG_APPEND(pairing->arena, pairing->pairs, pairing->n, pair);
}

void
pairing_add_full(Pairing *pairing, DgNode *block, DgSide side)
{
    if (!block)
        return;
    DgPair pair = matter_pair();
    pair.full = true;
    pair.full_side = side;
    put(pairing, &pair, block, side, DG_LEFT);
    DG_APPEND(pairing->arena, pairing->pairs, pairing->n, pair);
}

static DgNode **
put_all(Pairing *pairing, DgNode *const *blocks, size_t n, DgSide side)
{
    for (size_t i = 0; i < n; i++) {
        if (!blocks[i]->parent)
            dg_node_append(root_of(pairing, side), blocks[i]);
        if (!blocks[i]->id)
            blocks[i]->id = dg_arena_printf(pairing->arena, "%s-%zu-%zu%s", pairing->name,
                                            pairing->n + 1, i + 1, side ? "-2" : "");
    }
    return n ? dg_arena_copy(pairing->arena, blocks, n * sizeof *blocks) : NULL;
}

void
pairing_add_columns(Pairing *pairing, DgNode *const *left, size_t n_left, DgNode *const *right,
                    size_t n_right)
{
    if (n_left + n_right == 0)
        return;
    DgPair pair = matter_pair();
    pair.blocks[DG_LEFT] = put_all(pairing, left, n_left, DG_LEFT);
    pair.blocks[DG_RIGHT] = put_all(pairing, right, n_right, DG_RIGHT);
    pair.n[DG_LEFT] = n_left;
    pair.n[DG_RIGHT] = n_right;
    pair.anchor = (n_left ? left : right)[0]->id;
    DG_APPEND(pairing->arena, pairing->pairs, pairing->n, pair);
}

static void
flow_add_root(DgArena *arena, DgFlow *flow, DgSide side, DgNode *root)
{
    if (root)
        DG_APPEND(arena, flow->roots[side], flow->n_roots[side], root);
}

/* The blocks point to the pairs only now, when the array has its final place. */
static void
point_back(DgPair *pairs, size_t n)
{
    for (size_t i = 0; i < n; i++)
        for (int side = 0; side < DG_SIDES; side++)
            for (size_t j = 0; j < pairs[i].n[side]; j++)
                pairs[i].blocks[side][j]->pair = &pairs[i];
}

void
flow_update(DgFlow *flow, const Pairing *pairing)
{
    flow->pairs = pairing->pairs;
    flow->n_pairs = pairing->n;
    point_back(flow->pairs, flow->n_pairs);
}

DgFlow *
flow_add(Maker *maker, const Pairing *pairing, const char *kind, DgStart start)
{
    DgFlow flow = {.start = start, .kind = kind, .pairs = pairing->pairs, .n_pairs = pairing->n};
    point_back(flow.pairs, flow.n_pairs);
    for (int side = 0; side < DG_SIDES; side++) {
        flow_add_root(maker->arena, &flow, (DgSide)side, pairing->root[side]);
        flow.title[side] = flow.person[side] = maker->volume->title[side];
    }
    DG_APPEND(maker->arena, maker->book->flows, maker->book->n_flows, flow);
    return &maker->book->flows[maker->book->n_flows - 1];
}

DgFlow *
titled_flow(Maker *maker, Pairing *pairing, const char *kind, const char *const title[DG_SIDES])
{
    DgNode *heading[DG_SIDES] = {0};
    for (int side = 0; side < maker->volume->n_languages; side++)
        heading[side] =
            dg_block_new(maker->arena, DG_HEADING, DG_ROLE_CONTENTS_TITLE, title[side], DG_NOWHERE);
    pairing_add(pairing, heading[DG_LEFT], heading[DG_RIGHT]);
    DgFlow *flow = flow_add(maker, pairing, kind, DG_START_PAGE);
    for (int side = 0; side < maker->volume->n_languages; side++)
        flow->title[side] = title[side];
    return flow;
}

DgFlow *
list_flow(Maker *maker, Pairing *pairing, const char *kind, DgWord word)
{
    const char *title[DG_SIDES] = {0};
    for (int side = 0; side < maker->volume->n_languages; side++)
        title[side] = dg_word(word, maker->volume->languages[side]);
    return titled_flow(maker, pairing, kind, title);
}

DgNode *
paragraph_new(DgArena *arena, DgRole role, const char *text, DgPos pos)
{
    return text && *text ? dg_block_new(arena, DG_PARAGRAPH, role, text, pos) : NULL;
}

static void
name_heads(Maker *maker, DgFlow *flow, const DgItem *item)
{
    for (int side = 0; side < maker->volume->n_languages; side++) {
        const char *running = item->text[side].meta.running_title,
                   *persons = dg_item_persons(maker->arena, item, side);
        flow->title[side] = running ? running : dg_item_title(maker->arena, item, side);
        if (!persons && item->part)
            persons = item->part->title[side];
        flow->person[side] = persons ? persons : maker->volume->title[side];
    }
}

static void
add_pairs(Maker *maker, DgFlow *flow, const DgPair *pairs, size_t n)
{
    for (size_t i = 0; i < n; i++)
        DG_APPEND(maker->arena, flow->pairs, flow->n_pairs, pairs[i]);
}

static void
add_item(Maker *maker, const DgItem *item)
{
    DgFlow flow = {.start = DG_START_PAGE, .kind = "item", .item = item};
    Pairing citation;
    bool cited = citation_make(maker, item, &citation);
    add_pairs(maker, &flow, item->opening_pairs, item->n_opening_pairs);
    add_pairs(maker, &flow, citation.pairs, citation.n);
    add_pairs(maker, &flow, item->pairs, item->n_pairs);
    for (int side = 0; side < maker->volume->n_languages; side++) {
        flow_add_root(maker->arena, &flow, (DgSide)side, item->opening[side]);
        if (cited)
            flow_add_root(maker->arena, &flow, (DgSide)side, citation.root[side]);
        flow_add_root(maker->arena, &flow, (DgSide)side, item->text[side].body);
    }
    if (cited)
        point_back(citation.pairs, citation.n);
    name_heads(maker, &flow, item);
    DG_APPEND(maker->arena, maker->book->flows, maker->book->n_flows, flow);
}

static void
add_entries(Maker *maker, const DgPart *part)
{
    for (size_t i = 0; i < part->n_entries; i++) {
        const DgEntry *entry = &part->entries[i];
        if (entry->kind == DG_ENTRY_ITEM)
            add_item(maker, entry->item);
        if (entry->kind != DG_ENTRY_PART)
            continue;
        part_opening_make(maker, entry->part);
        add_entries(maker, entry->part);
    }
}

static void
append_book(DgArena *arena, DgBook *book, const DgBook *more)
{
    for (size_t i = 0; i < more->n_flows; i++)
        DG_APPEND(arena, book->flows, book->n_flows, more->flows[i]);
}

/* The title pages and the contents point to what stands behind them: so that is made first. */
DgBook *
dg_book_make(DgArena *arena, const DgVolume *volume)
{
    DgBook *book = DG_NEW(arena, DgBook), rest = {0}, front = {0}, programme = {0};
    Maker maker = {.arena = arena, .volume = volume, .book = &rest};
    add_entries(&maker, &volume->root);
    if (!volume->single) {
        contributors_make(&maker);
        abbreviations_make(&maker);
        indexes_make(&maker);
        imprint_last_make(&maker);
        Maker first = maker;
        first.book = &programme;
        committee_make(&first);
        programme_make(&first);
        first.book = &front;
        title_pages_make(&first);
        contents_make(&first, &programme, &rest);
    }
    append_book(arena, book, &front);
    append_book(arena, book, &programme);
    append_book(arena, book, &rest);
    book->indexes = rest.indexes;
    book->n_indexes = rest.n_indexes;
    return book;
}
