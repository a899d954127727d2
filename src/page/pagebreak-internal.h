/* pagebreak-internal.h - the page program while it runs: its states and what steps lead to. */
#ifndef DIGLOT_PAGEBREAK_INTERNAL_H
#define DIGLOT_PAGEBREAK_INTERNAL_H

#include "page-internal.h"

#include <glib.h>

#define NO_STATE UINT32_MAX

typedef struct {
    int64_t cost;
    DgLen used[DG_SIDES];   /* foot of each column; 0: nothing stands in it yet */
    DgLen top[DG_SIDES];    /* where the row would begin */
    int64_t bound, promise; /* for comparing states before the same row: see pagebreak.c */
    const DgCarry *carry;
    uint32_t from, head; /* the state before; the first state of the page */
    uint32_t row, at[DG_SIDES];
    uint32_t note_start[DG_N_COLUMNS]; /* notes from here on belong to the page */
    uint8_t option;                    /* that the last step set */
} State;

typedef struct {
    DgArena *arena;
    const DgChain *chain;
    GArray *states;         /* that steps go out from */
    GArray *next;           /* before the next row, unsorted */
    GArray *inside;         /* indices of page heads inside the row, in text order */
    size_t done;            /* of `inside` */
    const DgSheet *avoided; /* no page may end where it does; or NULL */
} Program;

static inline State *
state_at(const Program *program, uint32_t index)
{
    return &g_array_index(program->states, State, index);
}

/* Whether something stands on its page already. */
static inline bool
is_under_way(const State *state)
{
    return state->used[DG_LEFT] > 0 || state->used[DG_RIGHT] > 0;
}

/* All steps out of a state: to `next`, or to `inside` where the row goes on on a new page. */
void program_expand(Program *program, uint32_t index);
/* The rest of the state's row as a fragment in the option given. */
DgFragment program_rest(const DgChain *chain, const State *state, int option);

#endif
