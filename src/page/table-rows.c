/* table-rows.c - tables that are too wide for their columns: over the full measure, one language after the other;
 * those too wide even for that are turned, on pages of their own. */
#include "rows-internal.h"

typedef struct {
    DgSetting *setting;
    const DgChain *chain;
    const DgLen *measures;
    DgRow *rows; /* those so far */
    size_t n;
    bool changed;
} Widener;

/* The table of a side that holds nothing else, with captions and notes; else NULL. */
static DgPiece *
only_table(const DgRow *row, DgSide side)
{
    DgPiece *found = NULL;
    if (row->pair->n[side] != 1 || row->pair->blocks[side][0]->kind != DG_TABLE)
        return NULL;
    for (size_t i = 0; i < row->n_pieces[side]; i++) {
        DgPiece *piece = &row->pieces[side][i];
        if (piece->kind == DG_PIECE_PICTURE || (piece->kind == DG_PIECE_TABLE && found))
            return NULL;
        if (piece->kind == DG_PIECE_TABLE)
            found = piece;
    }
    return found;
}

/* ---- over the full measure ---- */

static bool
is_too_wide(const Widener *widener, const DgRow *row)
{
    bool wide = false;
    for (int side = 0; side < DG_SIDES; side++) {
        DgPiece *piece = only_table(row, (DgSide)side);
        if (!piece && row->n_pieces[side] > 0)
            return false;
        wide = wide || (piece && (piece->block->as.table.landscape ||
                                  !dg_table_fits(piece->table, widener->measures[side], true)));
    }
    return wide && widener->measures[DG_COLUMN_FULL] > widener->measures[DG_COLUMN_LEFT] &&
           widener->measures[DG_COLUMN_FULL] > widener->measures[DG_COLUMN_RIGHT];
}

static DgRow
row_of_side(const Widener *widener, const DgRow *row, DgSide side, bool anchor)
{
    DgPair *pair = dg_arena_copy(widener->setting->arena, row->pair, sizeof *pair);
    pair->full = true;
    pair->full_side = side;
    pair->anchor = anchor ? pair->anchor : NULL;
    pair->blocks[DG_LEFT] = row->pair->blocks[side];
    pair->n[DG_LEFT] = row->pair->n[side];
    pair->blocks[DG_RIGHT] = NULL;
    pair->n[DG_RIGHT] = 0;
    DgRow own = *row;
    own.pair = pair;
    own.full = true;
    own.open = row->open && anchor;
    own.pieces[DG_LEFT] = row->pieces[side];
    own.n_pieces[DG_LEFT] = row->n_pieces[side];
    own.n_pieces[DG_RIGHT] = 0;
    return own;
}

static void
append(Widener *widener, DgRow row)
{
    DG_APPEND(widener->setting->arena, widener->rows, widener->n, row);
    if (widener->changed && widener->n > 1)
        dg_row_join(widener->setting, widener->rows, widener->n - 1);
}

/* ---- turned ---- */

static void
take_pieces(Widener *widener, DgFrame *frame, const DgRow *row)
{
    for (int side = 0; side < DG_SIDES; side++)
        for (size_t i = 0; i < row->n_pieces[side]; i++)
            DG_APPEND(widener->setting->arena, frame->pieces, frame->n_pieces,
                      row->pieces[side][i]);
}

/* A table, and the one that says the same in the other language; NULL where there is none. */
static bool
wants_turning(const Widener *widener, const DgPiece *piece, const DgPiece *other)
{
    DgLen full = widener->measures[DG_COLUMN_FULL], height = widener->chain->height;
    if (height <= full || !dg_table_fits(piece->table, height, false) ||
        (other && !dg_table_fits(other->table, height, false)))
        return false;
    return piece->block->as.table.landscape || !dg_table_fits(piece->table, full, true) ||
           (other && !dg_table_fits(other->table, full, true));
}

/* The piece of the table takes its captions and notes in, and those of a merged table from the rows around it. */
static void
turn_side(Widener *widener, DgRow *row, DgSide side, const DgRow *above, const DgRow *below)
{
    DgPiece *table = only_table(row, side);
    if (!table)
        return;
    DgPiece *whole = dg_arena_copy(widener->setting->arena, table, sizeof *whole);
    DgFrame *frame = DG_NEW(widener->setting->arena, DgFrame);
    frame->height = widener->chain->height;
    frame->note_space = widener->chain->note_space;
    if (above)
        take_pieces(widener, frame, above);
    for (size_t i = 0; i < row->n_pieces[side]; i++) {
        if (&row->pieces[side][i] == table)
            frame->n_above = frame->n_pieces;
        else
            DG_APPEND(widener->setting->arena, frame->pieces, frame->n_pieces,
                      row->pieces[side][i]);
    }
    if (below)
        take_pieces(widener, frame, below);
    whole->table->frame = frame;
    whole->keep_with_next = false;
    row->pieces[side] = whole;
    row->n_pieces[side] = 1;
    row->on_grid = false;
    widener->changed = true;
}

/* Turns the last row, of a merged table with the row of its captions; whether the next one went into it, too. */
static bool
turn_last(Widener *widener, const DgRow *next)
{
    DgRow *row = &widener->rows[widener->n - 1];
    bool merged = row->pair->n[DG_LEFT] == 1 && row->pair->blocks[DG_LEFT][0]->kind == DG_TABLE &&
                  row->pair->blocks[DG_LEFT][0]->as.table.rows_only;
    DgRow *above = merged && widener->n > 1 && row[-1].pair->joined ? row - 1 : NULL;
    const DgRow *below = merged && row->pair->joined ? next : NULL;
    for (int side = 0; side < (row->full ? 1 : DG_SIDES); side++)
        turn_side(widener, row, (DgSide)side, above, below);
    DgPair *pair = dg_arena_copy(widener->setting->arena, row->pair, sizeof *pair);
    pair->joined = false;
    row->pair = pair;
    if (above) {
        pair->anchor = above->pair->anchor;
        *above = *row;
        widener->n--;
    }
    if (widener->n > 1)
        dg_row_join(widener->setting, widener->rows, widener->n - 1);
    return below != NULL;
}

/* Whether the tables of a row, which stand over the full measure in any case, are to be turned, both or none. */
static bool
is_turned(const Widener *widener, const DgRow *row)
{
    const DgPiece *left = only_table(row, DG_LEFT),
                  *right = row->full ? NULL : only_table(row, DG_RIGHT);
    return left ? wants_turning(widener, left, right)
                : right && wants_turning(widener, right, NULL);
}

static void
add_sides(Widener *widener, const DgRow *row, bool turned)
{
    widener->changed = true;
    for (int side = 0, n = 0; side < DG_SIDES; side++) {
        if (row->n_pieces[side] == 0)
            continue;
        append(widener, row_of_side(widener, row, (DgSide)side, n++ == 0));
        if (turned)
            turn_last(widener, NULL);
    }
}

void
dg_tables_widen(DgSetting *setting, DgChain *chain, const DgLen measures[DG_N_COLUMNS])
{
    Widener widener = {.setting = setting, .chain = chain, .measures = measures};
    for (size_t i = 0; i < chain->n_rows; i++) {
        const DgRow *row = &chain->rows[i];
        bool facing = !row->full && measures[DG_COLUMN_LEFT] == measures[DG_COLUMN_FULL];
        if (!row->full && is_too_wide(&widener, row)) {
            add_sides(&widener, row, is_turned(&widener, row));
            continue;
        }
        append(&widener, *row);
        if ((row->full || facing) && is_turned(&widener, row))
            i += turn_last(&widener, i + 1 < chain->n_rows ? row + 1 : NULL);
    }
    if (!widener.changed)
        return;
    chain->rows = widener.rows;
    chain->n_rows = widener.n;
}
