/* cite-as.c - the line under the opening of a text that says how to cite it, with its pages. */
#include "matter-internal.h"

#include <string.h>

/* What ends the text in that language, else in the other. */
static DgNode *
last_block(const DgItem *item, DgSide side)
{
    for (int turn = 0; turn < DG_SIDES; turn++) {
        DgSide at = turn ? (DgSide)(DG_SIDES - 1 - side) : side;
        for (size_t i = item->n_pairs; i-- > 0;)
            if (item->pairs[i].n[at])
                return item->pairs[i].blocks[at][item->pairs[i].n[at] - 1];
    }
    return NULL;
}

/* The term of the pages depends on how many there are: so it goes with their number. */
static void
name_pages(DgNode *block, const char *language)
{
    for (DgNode *node = block->first; node; node = node->next)
        if (node->kind == DG_PAGE_NUMBER) {
            node->label = dg_pages_term(false, language);
            node->alt = dg_pages_term(true, language);
        }
}

/* Only what has an author is cited by itself. */
static DgNode *
citation_block(Maker *maker, const DgItem *item, DgSide side)
{
    const DgVolume *volume = maker->volume;
    const char *language = volume->languages[side];
    DgNode *title = item->text[side].meta.title;
    const DgCitation citation = dg_citation_make(maker->arena, volume, NULL, item, side);
    if (!title || citation.n_authors == 0)
        return NULL;
    DgNode *block =
        dg_block_new(maker->arena, DG_PARAGRAPH, DG_ROLE_ITEM_CITATION, NULL, item->pos);
    append_styled(maker->arena, block, DG_BOLD,
                  dg_arena_printf(maker->arena, "%s:", dg_word(DG_WORD_CITE_AS, language)));
    dg_node_append(block, dg_text_new(maker->arena, " ", item->pos));
    append_with_folio(maker->arena, block, dg_citation_text(maker->arena, &citation, "\uFFFC"),
                      title, last_block(item, side));
    name_pages(block, language);
    return block;
}

bool
citation_make(Maker *maker, const DgItem *item, Pairing *pairing)
{
    DgNode *block[DG_SIDES] = {0};
    *pairing = pairing_new(maker, "citation", "citation");
    if (maker->volume->single || !maker->volume->title[DG_LEFT] ||
        !is_wanted(maker->volume, "citations", true))
        return false;
    for (int side = 0; side < maker->volume->n_languages; side++)
        block[side] = citation_block(maker, item, (DgSide)side);
    pairing_add(pairing, block[DG_LEFT], block[DG_RIGHT]);
    return pairing->n > 0;
}
