/* row-notes.c - the notes that a row marks go to the chain, each to a column: that of its side; of a row over the full
 * measure below both, or to the columns of their languages. */
#include "rows-internal.h"

static DgSide
language_side(const DgRow *row, int slot)
{
    return row->full && row->pair->full ? row->pair->full_side : (DgSide)slot;
}

/* Notes marked inside a note follow it at once; how many were added. Depth is bounded: a note may mark itself. */
static uint32_t
add_note(DgSetting *setting, DgChain *chain, const DgNode *node, int column, DgSide side,
         DgLen measure, int depth)
{
    DgPieces pieces = {0};
    dg_pieces_add_note(setting, &pieces, node, side);
    dg_pieces_fit(setting, chain, pieces.list, pieces.n, measure);
    int *variant = DG_NEW_ARRAY(setting->arena, int, pieces.n);
    dg_pieces_best(pieces.list, pieces.n, variant);
    const DgNode **inner = NULL;
    size_t n_inner = dg_pieces_notes(setting->arena, pieces.list, pieces.n, &inner);
    uint32_t *none = DG_NEW_ARRAY(setting->arena, uint32_t, n_inner);
    DgFootnote note = {.node = node, .side = side, .pieces = pieces.list, .n_pieces = pieces.n};
    note.stack = dg_stack_make(setting, pieces.list, pieces.n, variant, none, 0);
    DG_APPEND(setting->arena, chain->notes[column], chain->n_notes[column], note);
    uint32_t added = 1;
    for (size_t i = 0; i < n_inner && depth < 4; i++)
        added += add_note(setting, chain, inner[i], column, side, measure, depth + 1);
    return added;
}

/* Whether a row over the full measure marks notes of both languages, and the columns below it have room for them. */
static bool
parts_notes(const DgChain *chain, const DgRow *row, const DgNode *const *notes, size_t n,
            const DgLen measures[DG_N_COLUMNS])
{
    bool any = false;
    for (size_t i = 0; i < row->n_pieces[DG_LEFT]; i++)
        if (row->pieces[DG_LEFT][i].kind == DG_PIECE_TABLE && row->pieces[DG_LEFT][i].table->frame)
            return false; /* it is turned: it knows what is free below it */
    for (size_t i = 0; i < n; i++)
        any |= dg_table_note_side(row->flow, notes[i], DG_LEFT) !=
               dg_table_note_side(row->flow, notes[0], DG_LEFT);
    return any && row->full && !chain->notes_shared &&
           measures[DG_COLUMN_LEFT] < measures[DG_COLUMN_FULL];
}

/* Each note in the column of its language. */
static void
add_notes_apart(DgSetting *setting, DgChain *chain, DgRow *row, const DgNode *const *notes,
                size_t n, const DgLen measures[DG_N_COLUMNS])
{
    uint32_t end[] = {row->note_start[DG_LEFT], row->note_start[DG_RIGHT]};
    for (int side = 0; side < DG_SIDES; side++)
        row->apart[side] = DG_NEW_ARRAY(setting->arena, uint32_t, n + 1);
    for (size_t i = 0; i <= n; i++) {
        for (int side = 0; side < DG_SIDES; side++)
            row->apart[side][i] = end[side];
        if (i == n)
            break;
        DgSide own = dg_table_note_side(row->flow, notes[i], DG_LEFT);
        end[own] += add_note(setting, chain, notes[i], own, own, measures[own], 0);
    }
}

/* To the column of the row, or of its side; how many the column has up to each. */
static void
add_notes(DgSetting *setting, DgChain *chain, const DgRow *row, int slot,
          const DgNode *const *notes, size_t n, DgLen measure, uint32_t *note_end)
{
    int column = row->full ? DG_COLUMN_FULL : slot;
    uint32_t end = row->note_start[column];
    for (size_t i = 0; i < n; i++) {
        DgSide side = dg_table_note_side(row->flow, notes[i], language_side(row, slot));
        end += add_note(setting, chain, notes[i], column, side, measure, 0);
        note_end[i] = end;
    }
}

const uint32_t *
dg_row_add_notes(DgSetting *setting, DgChain *chain, DgRow *row, int slot,
                 const DgLen measures[DG_N_COLUMNS])
{
    const DgNode **notes = NULL;
    size_t n = dg_pieces_notes(setting->arena, row->pieces[slot], row->n_pieces[slot], &notes);
    uint32_t *note_end = DG_NEW_ARRAY(setting->arena, uint32_t, n);
    bool full = row->full || chain->notes_shared;
    if (!parts_notes(chain, row, notes, n, measures)) {
        add_notes(setting, chain, row, slot, notes, n, measures[full ? DG_COLUMN_FULL : slot],
                  note_end);
        return note_end;
    }
    add_notes_apart(setting, chain, row, notes, n, measures);
    for (size_t i = 0; i < n; i++)
        note_end[i] = (uint32_t)i + 1;
    return note_end;
}
