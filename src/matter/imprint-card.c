/* imprint-card.c - the record and annotation on the verso of the title as a catalogue card (GOST R 7.0.13): the
 * author mark at the left edge, the indexes below at the right; all in one box. */
#include "matter-internal.h"

#include <glib.h>

static bool
is_of_role(const DgPair *pair, DgRole role)
{
    return pair->full && pair->n[DG_LEFT] == 1 && pair->blocks[DG_LEFT][0]->role == role;
}

/* The record as the only item of a list, so that the author mark hangs beside it. */
static void
hang_mark(DgArena *arena, DgNode *box, DgNode *record, const char *mark)
{
    if (!mark) {
        dg_node_append(box, record);
        return;
    }
    DgNode *list = dg_node_new(arena, DG_LIST, record->pos),
           *item = dg_node_new(arena, DG_LIST_ITEM, record->pos);
    item->label = mark;
    dg_node_append(item, record);
    dg_node_append(list, item);
    dg_node_append(box, list);
}

static DgNode *
indexes_below(DgArena *arena, const DgVolume *volume, DgSide side, DgPos pos)
{
    const DgImprint *imprint = &volume->imprint;
    const char *language = volume->languages[side];
    DgNode *block = dg_block_new(arena, DG_PARAGRAPH, DG_ROLE_IMPRINT_CARD_INDEX, NULL, pos);
    if (imprint->udc)
        dg_node_append(block,
                       dg_text_new(arena,
                                   dg_arena_printf(arena, "%s\u00A0%s",
                                                   dg_word(DG_WORD_UDC, language), imprint->udc),
                                   pos));
    if (imprint->udc && imprint->bbk)
        dg_node_append(block, dg_node_new(arena, DG_BREAK, pos));
    if (imprint->bbk)
        dg_node_append(block,
                       dg_text_new(arena,
                                   dg_arena_printf(arena, "%s\u00A0%s",
                                                   dg_word(DG_WORD_BBK, language), imprint->bbk),
                                   pos));
    return block->first ? block : NULL;
}

/* The pair of a block of the card, like that of the record. */
static DgPair
pair_like(DgArena *arena, const DgPair *record, DgNode *block)
{
    DgPair pair = *record;
    pair.anchor = NULL;
    pair.blocks[DG_LEFT] = dg_arena_copy(arena, &block, sizeof block);
    return pair;
}

static void
make_card(DgArena *arena, const DgVolume *volume, DgFlow *flow, size_t at)
{
    DgPair *record = &flow->pairs[at];
    DgNode *block = record->blocks[DG_LEFT][0], *box = dg_node_new(arena, DG_BOX, block->pos);
    bool annotated = at + 1 < flow->n_pairs &&
                     is_of_role(&flow->pairs[at + 1], DG_ROLE_IMPRINT_ANNOTATION) &&
                     flow->pairs[at + 1].full_side == record->full_side;
    box->role = DG_ROLE_IMPRINT_CARD;
    dg_node_insert_before(block, box);
    dg_node_remove(block);
    hang_mark(arena, box, block, volume->imprint.author_mark);
    if (annotated) {
        DgNode *annotation = flow->pairs[at + 1].blocks[DG_LEFT][0];
        dg_node_remove(annotation);
        dg_node_append(box, annotation);
    }
    DgNode *indexes = indexes_below(arena, volume, record->full_side, block->pos);
    if (!indexes)
        return;
    dg_node_append(box, indexes);
    Pairing longer = {0};
    for (size_t i = 0; i < flow->n_pairs; i++) {
        DG_APPEND(arena, longer.pairs, longer.n, flow->pairs[i]);
        if (i == at + annotated)
            DG_APPEND(arena, longer.pairs, longer.n, pair_like(arena, record, indexes));
    }
    flow_update(flow, &longer);
}

void
dg_record_as_card(DgArena *arena, const DgVolume *volume, DgBook *book)
{
    for (size_t i = 0; i < book->n_flows; i++) {
        DgFlow *flow = &book->flows[i];
        for (size_t j = 0; g_strcmp0(flow->kind, "imprint") == 0 && j < flow->n_pairs; j++)
            if (is_of_role(&flow->pairs[j], DG_ROLE_IMPRINT_RECORD)) {
                make_card(arena, volume, flow, j);
                break;
            }
    }
}
