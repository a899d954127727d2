/* figures.c - figures whose picture serves both languages: set once over both columns, a caption in each below it. */
#include "rows-internal.h"

enum { GAIN = 115 }; /* per cent of the width in a column that are worth leaving the columns for */

DgLen
dg_figure_limit(const DgChain *chain, const DgPiece *piece)
{
    return dg_len_scale(chain->height, piece->style->max_height, 100);
}

/* The picture of a side that holds one figure with one picture, which comes first; else NULL. */
static DgPiece *
only_picture(const DgRow *row, DgSide side)
{
    if (row->pair->n[side] != 1 || row->pair->blocks[side][0]->kind != DG_FIGURE ||
        row->n_pieces[side] == 0 || row->pieces[side][0].kind != DG_PIECE_PICTURE)
        return NULL;
    for (size_t i = 1; i < row->n_pieces[side]; i++)
        if (row->pieces[side][i].kind != DG_PIECE_TEXT)
            return NULL;
    return &row->pieces[side][0];
}

static DgLen
width_in(const DgChain *chain, const DgPiece *piece, DgLen measure)
{
    DgLen room = measure - piece->style->left - piece->style->right;
    dg_picture_fit(piece->picture, room, dg_figure_limit(chain, piece), chain->height);
    return dg_picture_width(piece->picture);
}

void
dg_figure_share(const DgChain *chain, DgRow *row, const DgLen measures[DG_N_COLUMNS])
{
    if (row->full || chain->free)
        return;
    DgPiece *left = only_picture(row, DG_LEFT), *right = only_picture(row, DG_RIGHT);
    if (!left || !right || left->style->unshared ||
        !dg_picture_equals(left->picture, right->picture))
        return;
    DgLen wider = measures[DG_COLUMN_LEFT] > measures[DG_COLUMN_RIGHT] ? measures[DG_COLUMN_LEFT]
                                                                      : measures[DG_COLUMN_RIGHT];
    DgLen in_column = width_in(chain, left, wider);
    if (width_in(chain, left, measures[DG_COLUMN_FULL]) * 100 <= in_column * GAIN)
        return;
    left->share = DG_SHARE_ACROSS;
    right->share = DG_SHARE_ROOM;
    width_in(chain, right, measures[DG_COLUMN_FULL]);
}
