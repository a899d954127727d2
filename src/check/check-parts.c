/* check-parts.c - what is compared piece by piece: the cells of tables of one shape, and notes that correspond. */
#include "check-internal.h"

#include <glib.h>

typedef struct {
    DgNode **blocks;
    size_t n;
} Blocks;

static void
compare(const DgChecking *checking, const Blocks sides[DG_SIDES],
        void (*rule)(const DgChecking *checking))
{
    DgChecking here = *checking;
    for (int side = 0; side < DG_SIDES; side++)
        here.text[side] = dg_check_text(here.arena, sides[side].blocks, sides[side].n,
                                        here.item->text[side].language);
    rule(&here);
}

/* ---- tables ---- */

static DgNode *
next_of_kind(DgNode *node, DgKind kind)
{
    while (node && node->kind != kind)
        node = node->next;
    return node;
}

static bool
are_alike(DgNode *left, DgNode *right)
{
    for (; left && right; left = left->next, right = right->next)
        if (left->kind != right->kind || left->as.cell.columns != right->as.cell.columns ||
            left->as.cell.rows != right->as.cell.rows)
            return false;
    return !left && !right;
}

static bool
have_one_shape(const DgNode *left, const DgNode *right)
{
    DgNode *own = next_of_kind(left->first, DG_ROW), *other = next_of_kind(right->first, DG_ROW);
    for (; own && other;
         own = next_of_kind(own->next, DG_ROW), other = next_of_kind(other->next, DG_ROW))
        if (!are_alike(own->first, other->first))
            return false;
    return !own && !other;
}

static void
check_rows(const DgChecking *checking, DgNode *left, DgNode *right)
{
    for (left = next_of_kind(left, DG_ROW), right = next_of_kind(right, DG_ROW); left && right;
         left = next_of_kind(left->next, DG_ROW), right = next_of_kind(right->next, DG_ROW))
        for (DgNode *cell = left->first, *other = right->first; cell && other;
             cell = cell->next, other = other->next) {
            const Blocks sides[DG_SIDES] = {{&cell, 1}, {&other, 1}};
            compare(checking, sides, dg_check_numbers);
        }
}

/* Captions and what stands below the rows. */
static Blocks
around_rows(const DgChecking *checking, const DgNode *table)
{
    Blocks around = {0};
    for (DgNode *node = table->first; node; node = node->next)
        if (node->kind != DG_ROW)
            DG_APPEND(checking->arena, around.blocks, around.n, node);
    return around;
}

bool
dg_check_cells(const DgChecking *checking)
{
    const DgPair *pair = checking->pair;
    if (pair->n[DG_LEFT] != 1 || pair->n[DG_RIGHT] != 1)
        return false;
    DgNode *left = pair->blocks[DG_LEFT][0], *right = pair->blocks[DG_RIGHT][0];
    if (left->kind != DG_TABLE || right->kind != DG_TABLE || !have_one_shape(left, right))
        return false;
    check_rows(checking, left->first, right->first);
    const Blocks around[DG_SIDES] = {around_rows(checking, left), around_rows(checking, right)};
    compare(checking, around, dg_check_numbers);
    return true;
}

/* ---- notes ---- */

static void
check_note(const DgChecking *checking)
{
    dg_check_numbers(checking);
    dg_check_percent(checking);
    dg_check_names(checking);
}

static Blocks
notes_of(const DgChecking *checking, int side)
{
    Blocks notes = {0};
    for (size_t i = 0; i < checking->pair->n[side]; i++)
        for (DgWalk walk = dg_walk(checking->pair->blocks[side][i]); dg_walk_next(&walk);)
            if (walk.entering && walk.node->kind == DG_NOTE_MARK &&
                !walk.node->as.note_mark.repeated && walk.node->as.note_mark.note)
                DG_APPEND(checking->arena, notes.blocks, notes.n, walk.node->as.note_mark.note);
    return notes;
}

void
dg_check_notes(const DgChecking *checking)
{
    Blocks notes[DG_SIDES] = {notes_of(checking, DG_LEFT), notes_of(checking, DG_RIGHT)};
    if (notes[DG_LEFT].n != notes[DG_RIGHT].n) {
        const DgPair *pair = checking->pair;
        dg_check_count(checking, DG_CHECK_NOTES, pair->blocks[DG_LEFT][0]->pos,
                       pair->blocks[DG_RIGHT][0]->pos, notes[DG_LEFT].n, notes[DG_RIGHT].n);
        return;
    }
    for (size_t i = 0; i < notes[DG_LEFT].n; i++) {
        const Blocks sides[DG_SIDES] = {{&notes[DG_LEFT].blocks[i], 1},
                                        {&notes[DG_RIGHT].blocks[i], 1}};
        compare(checking, sides, check_note);
    }
}
