/* fake-chain.h - rows without text, for the page program: lines of one leading, notes, variants. */
#ifndef DIGLOT_FAKE_CHAIN_H
#define DIGLOT_FAKE_CHAIN_H

#include "page-internal.h"

#include <glib.h>

typedef struct {
    int rows, lines;       /* how many at most: rows; lines of a side */
    int page;              /* lines of a page */
    int notes, note_lines; /* a line in so many has a note (0: none); lines of a note at most */
    int variants;          /* choices of a side at most */
    bool trims;            /* lines at the head and foot of a page are trimmed */
} FakeSizes;

/* A random chain; the same for the same state of `random`. Heights are whole points. */
DgChain *fake_chain(DgArena *arena, GRand *random, FakeSizes sizes);
/* A stack of n lines of `leading`, with the costs of single lines. */
DgStack fake_stack(DgArena *arena, uint32_t n, DgLen leading);

#endif
