/* pagebreak-internal.h - the page program while it runs: its states and what steps lead to. */
#ifndef DIGLOT_PAGEBREAK_INTERNAL_H
#define DIGLOT_PAGEBREAK_INTERNAL_H

#include "page-internal.h"

#include <glib.h>

#define NO_STATE UINT32_MAX

typedef struct {
    int64_t cost;
    DgLen used[DG_SIDES];   /* foot of each column; 0: nothing stands in it yet */
    DgLen trim[DG_SIDES];   /* off its last line, when nothing follows */
    DgLen top[DG_SIDES];    /* where the row would begin */
    int64_t bound, promise; /* for comparing states before the same row: see pagebreak.c */
    const DgCarry *carry;
    uint32_t from, head; /* the state before; the first state of the page */
    uint32_t row, at[DG_SIDES];
    uint32_t note_start[DG_N_COLUMNS]; /* notes from here on belong to the page */
    uint8_t option;                    /* that the last step set */
    bool text;                         /* text stands on the page */
    uint32_t placed;                   /* floats set so far */
    DgLen gap;                         /* that the float set last keeps below itself */
    DgLen foot;                        /* taken by floats at the foot of the page */
    DgLen base;                        /* of the float that the last step set */
} State;

typedef struct {
    DgFragment fragment;
    DgLen bottom[DG_SIDES], used[DG_SIDES]; /* where its text ends, where the next row may begin */
    DgLen trim[DG_SIDES], used_trim[DG_SIDES]; /* trimmed off them when nothing follows */
    uint32_t note_end[DG_N_COLUMNS];
    int64_t cost; /* so far, the fragment included, the end of the page not */
} Step;

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
    return state->used[DG_LEFT] > 0 || state->used[DG_RIGHT] > 0 || state->foot > 0;
}

/* Whether the step from `a` to `b` sets a float. */
static inline bool
sets_float(const State *a, const State *b)
{
    return b->placed > a->placed;
}

static inline bool
begins_row(const State *state)
{
    return state->at[DG_LEFT] == 0 && state->at[DG_RIGHT] == 0;
}

/* ---- pagebreak.c ---- */
/* Where the state's row would begin. */
void program_set_tops(const DgChain *chain, State *state);

/* ---- steps.c ---- */
/* All steps out of a state: to `next`, or to `inside` where the row goes on on a new page. */
void program_expand(Program *program, uint32_t index);
/* Whether the text and so much of its notes fit above the floats at the page's foot; `goes_on`: more text follows. */
bool program_fits(const DgChain *chain, const State *state, const Step *step, bool goes_on,
                  DgNoteShare share);
/* What it costs to end the page after the step; the notes left over go to `carry`. */
int64_t program_close(Program *program, const State *state, const Step *step, bool last,
                      DgCarry **carry);
void program_push_inside(Program *program, const State *state);
bool program_avoids(const Program *program, uint32_t row, const uint32_t at[DG_SIDES]);
/* The rest of the state's row as a fragment in the option given. */
DgFragment program_rest(const DgChain *chain, const State *state, int option);

/* ---- float-steps.c ---- */
/* The steps that set floats; whether no text may stand before one of them. */
bool program_expand_floats(Program *program, uint32_t index);

#endif
