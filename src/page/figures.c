/* figures.c - figures of both languages: a picture that serves both is set once over both columns, a caption in each
 * below it; others stand level in theirs. */
#include "rows-internal.h"

enum { GAIN = 115 }; /* per cent of the width in a column that are worth leaving the columns for */

DgLen
dg_figure_limit(const DgChain *chain, const DgPiece *piece)
{
    return dg_len_scale(chain->height, piece->style->max_height, 100);
}

DgLen
dg_picture_room(const DgPiece *piece)
{
    DgLen height = dg_picture_height(piece->picture);
    return height > piece->level ? height : piece->level;
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

bool
dg_is_portrait(const DgPiece *piece)
{
    const DgNode *figure = piece->block->parent;
    return figure && dg_node_role(figure) == DG_ROLE_ITEM_PORTRAIT;
}

/* On one page a portrait is seen once; another picture where it gains by leaving its column. */
static bool
serves_both(const DgChain *chain, const DgPiece *left, const DgPiece *right, DgLen wider,
            DgLen full)
{
    if (left->style->unshared || !dg_picture_equals(left->picture, right->picture))
        return false;
    if (dg_is_portrait(left))
        return full > wider;
    DgLen in_column = width_in(chain, left, wider);
    return width_in(chain, left, full) * 100 > in_column * GAIN;
}

/* Pictures that correspond are of one measure and end level, so that their captions begin so. */
static void
level(const DgChain *chain, DgPiece *left, DgPiece *right, DgLen measure)
{
    width_in(chain, left, measure);
    width_in(chain, right, measure);
    DgLen a = dg_picture_height(left->picture), b = dg_picture_height(right->picture);
    left->share = right->share = DG_SHARE_LEVEL;
    left->level = right->level = a > b ? a : b;
}

void
dg_figure_share(const DgChain *chain, DgRow *row, const DgLen measures[DG_N_COLUMNS])
{
    if (row->full || chain->free)
        return;
    DgPiece *left = only_picture(row, DG_LEFT), *right = only_picture(row, DG_RIGHT);
    if (!left || !right)
        return;
    bool left_wider = measures[DG_COLUMN_LEFT] > measures[DG_COLUMN_RIGHT];
    DgLen wider = measures[left_wider ? DG_COLUMN_LEFT : DG_COLUMN_RIGHT],
          narrower = measures[left_wider ? DG_COLUMN_RIGHT : DG_COLUMN_LEFT];
    if (!serves_both(chain, left, right, wider, measures[DG_COLUMN_FULL])) {
        level(chain, left, right, narrower);
        return;
    }
    left->share = DG_SHARE_ACROSS;
    right->share = DG_SHARE_ROOM;
    width_in(chain, left, measures[DG_COLUMN_FULL]);
    width_in(chain, right, measures[DG_COLUMN_FULL]);
}
