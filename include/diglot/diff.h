/* diff.h - two revisions to one document with change marks.
 * Blocks are matched by id, then by words (moved, split and merged ones are recognised), then compared by words.
 * Source: Myers, "An O(ND) Difference Algorithm and Its Variations", 1986. */
#ifndef DIGLOT_DIFF_H
#define DIGLOT_DIFF_H

#include "diglot/doc.h"

typedef enum {
    DG_SAME,
    DG_CHANGED,
    DG_ADDED,
    DG_REMOVED,
    DG_MOVED,
    DG_SPLIT,
    DG_MERGED
} DgDiffKind;

typedef struct {
    DgChange change; /* unchanged, inserted, deleted */
    const char *text;
} DgDiffPiece;

/* One side of one row: what became of the blocks. Pieces unchanged and inserted make the new text, unchanged and
 * deleted ones the old: blocks joined by " ¶ ", each with its notes in their places as "^[note]". */
typedef struct {
    DgDiffKind kind;
    DgNode **old_blocks, **new_blocks;
    size_t n_old, n_new;
    DgDiffPiece *pieces;
    size_t n_pieces;
} DgDiffSide;

typedef struct {
    DgDiffSide side[DG_SIDES];         /* by the new volume's languages; DG_SAME: context or none */
    const DgPair *old_pair, *new_pair; /* NULL: none, or a row of the front matter */
} DgDiffRow;

typedef struct {
    const DgItem *old_item, *new_item; /* one of them NULL: item removed or added */
    DgDiffRow *rows;                   /* those with a change on either side */
    size_t n_rows;
} DgDiffItem;

typedef struct {
    const DgVolume *old_volume, *new_volume;
    DgDiffItem *items; /* those with a change */
    size_t n_items;
    size_t counts[DG_MERGED + 1]; /* sides by kind */
} DgDiff;

/* Both volumes aligned. */
DgDiff *dg_diff(DgArena *arena, DgDiags *diags, const DgVolume *old_volume,
                const DgVolume *new_volume);
/* For a terminal, `columns` wide; words such as "moved" in English, or in the `tongue` "ru". */
void dg_diff_print(FILE *out, const DgDiff *diff, bool color, int columns, const char *tongue);

#endif
