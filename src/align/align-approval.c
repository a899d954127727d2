/* align-approval.c - pairs that a proofreader approved and that say something else by now. */
#include "align-internal.h"

#include <string.h>

enum { HASH_DIGITS = 8 };

/* The side that a pair's place is told by: the first that changed. */
static DgPos
place_of(const DgPair *pair, int side)
{
    size_t n;
    DgNode **blocks = dg_pair_side(pair, side, &n);
    return n ? blocks[0]->pos : pair->pos;
}

static void
check_pair(DgArena *scratch, DgDiags *diags, const DgItem *item, const DgPair *pair)
{
    const char *approved[DG_SIDES] = {pair->approved, pair->approved + HASH_DIGITS + 1};
    const char *now[DG_SIDES], *changed = NULL;
    int first = DG_SIDES;
    for (int side = 0; side < DG_SIDES; side++) {
        now[side] = dg_side_hash(scratch, pair, (DgSide)side);
        if (strncmp(now[side], approved[side], HASH_DIGITS) == 0)
            continue;
        const char *language = item->text[side].language;
        changed = changed ? dg_arena_printf(scratch, "%s, %s", changed, language) : language;
        first = MIN(first, side);
    }
    if (changed)
        dg_diag_also(diags, DG_PAIR_STALE, place_of(pair, first), pair->pos, changed, now[DG_LEFT],
                     now[DG_RIGHT], NULL);
}

void
dg_approvals_check(DgArena *scratch, DgDiags *diags, const DgItem *item)
{
    for (size_t i = 0; i < item->n_pairs; i++)
        if (item->pairs[i].approved)
            check_pair(scratch, diags, item, &item->pairs[i]);
}
