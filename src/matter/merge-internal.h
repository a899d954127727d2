/* merge-internal.h - two tables as one: the joined tree, and what of it stands in columns. */
#ifndef DIGLOT_MERGE_INTERNAL_H
#define DIGLOT_MERGE_INTERNAL_H

#include "matter-internal.h"

/* Blocks of each language. */
typedef struct {
    DgNode **list[DG_SIDES];
    size_t n[DG_SIDES];
} Blocks;

typedef struct {
    DgNode *table;
    Blocks captions, notes; /* what stands above and below the rows */
} Joined;

/* ---- merge-tree.c ---- */
/* The first row among a node and its next siblings. */
const DgNode *table_row(const DgNode *node);
/* The table of both. `same` says of each cell, in order, that one of both is enough. */
Joined tables_join(DgArena *arena, const char *const *languages,
                   const DgNode *const tables[DG_SIDES], const bool *same);

#endif
