/* diff-parts.c - what was divided or joined: beside a block that has its partner, blocks that hold the rest of the
 * partner's words. */
#include "diff-internal.h"

#include <glib.h>

#define PART_WORDS 3 /* shorter ones are shown as added or removed */
#define PART_SHARE                                                                                 \
    0.6 /* of a part's words, so many must be among those of the whole that are left */

/* The parts found so far, and their words. */
typedef struct {
    int revision; /* that holds the parts */
    size_t first, end, partner;
    const DgDiffBlock *whole;
    uint32_t *words; /* sorted */
    size_t n_words, common;
} Division;

static uint32_t *
merge_words(DgArena *arena, const Division *division, const DgDiffBlock *part)
{
    uint32_t *words = DG_NEW_ARRAY(arena, uint32_t, division->n_words + part->n_words + 1);
    size_t n = 0, i = 0, j = 0;
    while (i < division->n_words || j < part->n_words) {
        bool left =
            j == part->n_words || (i < division->n_words && division->words[i] <= part->words[j]);
        words[n++] = left ? division->words[i++] : part->words[j++];
    }
    return words;
}

static bool
take_part(DgMatching *matching, Division *division, size_t at)
{
    const DgDiffBlock *part = dg_match_block(matching, division->revision, at);
    if (!dg_match_is_free(matching, division->revision, at) || part->n_words < PART_WORDS ||
        part->node->kind == DG_HEADING)
        return false;
    uint32_t *words = merge_words(matching->arena, division, part);
    size_t n = division->n_words + part->n_words;
    size_t common = dg_words_common(words, n, division->whole->words, division->whole->n_words);
    if ((double)(common - division->common) < PART_SHARE * (double)part->n_words)
        return false;
    division->words = words;
    division->n_words = n;
    division->common = common;
    matching->host[division->revision][at] = division->partner;
    return true;
}

/* Looks for parts to both sides of the partner of a whole block; true if there are any. */
static bool
divide(DgMatching *matching, int revision, size_t partner, size_t whole)
{
    const DgDiffBlock *block = dg_match_block(matching, revision, partner);
    Division division = {
        .revision = revision, .first = partner, .end = partner + 1, .partner = partner};
    division.whole = dg_match_block(matching, 1 - revision, whole);
    if (dg_blocks_are_same(block, division.whole) || block->node->kind == DG_HEADING)
        return false;
    division.words = block->words;
    division.n_words = block->n_words;
    division.common = dg_words_common(block->words, block->n_words, division.whole->words,
                                      division.whole->n_words);
    while (division.end < matching->text[revision]->n &&
           take_part(matching, &division, division.end))
        division.end++;
    while (division.first > 0 && take_part(matching, &division, division.first - 1))
        division.first--;
    return division.end - division.first > 1;
}

void
dg_match_parts(DgMatching *matching)
{
    for (size_t i = 0; i < matching->text[0]->n; i++) {
        size_t j = matching->partner[0][i];
        if (j != DG_NO_BLOCK && !divide(matching, 1, j, i))
            divide(matching, 0, i, j);
    }
}
