/* indent.c - which paragraphs begin without an indent: the first one of a text and the one below a heading, what goes
 * on after a list, and what goes on after a displayed formula ("where x is ..."), told by its small letter. */
#include "rows-internal.h"

#include <glib.h>

bool
dg_is_heading(const DgNode *block)
{
    bool caption = block && block->parent && block->parent->kind == DG_CAPTION;
    return block && block->kind == DG_HEADING && !caption;
}

/* Its first letter, behind signs of quotation and the like. */
static bool
begins_small(DgArena *arena, const DgNode *block)
{
    const char *text = dg_node_text(arena, block);
    while (*text && !g_unichar_isalnum(g_utf8_get_char(text)))
        text = g_utf8_next_char(text);
    return g_unichar_islower(g_utf8_get_char(text));
}

bool
dg_block_is_flush(DgArena *arena, const DgNode *block, const DgNode *previous)
{
    if (!previous || dg_is_heading(previous) ||
        (block->kind == DG_PARAGRAPH && block->as.paragraph.continued))
        return true;
    return block->kind == DG_PARAGRAPH && previous->kind == DG_FORMULA &&
           begins_small(arena, block);
}

/* Both sides alike: a side begins as its partner does, too, unless running text stands above it. */
void
dg_pair_flush(DgArena *arena, const DgPair *pair, const DgNode *const previous[DG_SIDES],
              bool flush[DG_SIDES])
{
    bool any = false;
    for (int slot = 0; slot < DG_SIDES; slot++) {
        DgSide side = pair->full ? pair->full_side : (DgSide)slot;
        flush[slot] =
            pair->n[slot] > 0 && dg_block_is_flush(arena, pair->blocks[slot][0], previous[side]);
        any |= flush[slot];
    }
    for (int slot = 0; slot < DG_SIDES && any && !pair->full; slot++)
        flush[slot] |= previous[slot] && dg_node_role(previous[slot]) != DG_ROLE_P;
}
