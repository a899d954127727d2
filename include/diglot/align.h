/* align.h - which blocks of two languages say the same (DESIGN.md 2.1, 2.3; layout.md 4).
 * Strongest first: equal ids or lang-groups; the .pairs file; lengths and anchors.
 * Source: Gale and Church, "A Program for Aligning Sentences in Bilingual Corpora", 1993. */
#ifndef DIGLOT_ALIGN_H
#define DIGLOT_ALIGN_H

#include "diglot/doc.h"

/* Fills item->pairs of every item, node->pair and node->id of every block. Every block of both sides
 * stands in exactly one pair and both sides keep their order. Call before typography. */
void dg_align(DgArena *arena, DgDiags *diags, DgVolume *volume);

/* 8 hex digits over the words of one side of a pair. */
char *dg_side_hash(DgArena *arena, const DgPair *pair, DgSide side);

/* `diglot align`: writes HREF.pairs of the items named (all when n is 0) that have two texts and, when `ids`, the
 * names of unnamed blocks into the sources, inserting those bytes and no others: a block's `pos` must be the "<"
 * of its element; where it is not that of an element that blocks are made of, nothing is written. */
bool dg_align_write(DgArena *arena, DgDiags *diags, const DgVolume *volume,
                    const char *const *hrefs, size_t n, bool ids);

/* One line a pair: item, ids left, ids right, method, confidence, the beginnings of both sides, by tabs. Or as JSON
 * by DESIGN.md 3; its `n` counts the blocks of a text from 1. */
void dg_pairs_dump(FILE *out, const DgVolume *volume, bool json);

#endif
