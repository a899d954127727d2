/* diff-script.c - a shortest edit script of two sequences, in linear space.
 * Source: Myers 1986, section 4b: the middle snake of a shortest path divides the problem. Where two stretches have
 * almost nothing in common the search is given up and the one replaces the other. */
#include "diff-internal.h"

#include <glib.h>

/* Edits on the way to the middle snake: beyond it a path tells a reader nothing. */
#define SEARCH_MOST 1500

typedef struct {
    DgArena *arena;
    const uint32_t *symbols[2];
    long *forward, *backward; /* the furthest reaching point of each diagonal, shifted by `shift` */
    long shift;
    DgEdit *edits;
    size_t n;
} Script;

typedef struct {
    long first[2], end[2]; /* stretches [first, end) of the old and the new sequence */
} Box;

static void
emit(Script *script, DgChange change, long old_first, long new_first, long n)
{
    if (n <= 0)
        return;
    DgEdit *last = script->n ? &script->edits[script->n - 1] : NULL;
    if (last && last->change == change) {
        last->n += (size_t)n;
        return;
    }
    DgEdit edit = {change, {(size_t)old_first, (size_t)new_first}, (size_t)n};
    DG_APPEND(script->arena, script->edits, script->n, edit);
}

static bool
equal(const Script *script, long i, long j)
{
    return script->symbols[0][i] == script->symbols[1][j];
}

/* Diagonals beyond the edge of the box lead nowhere: no meeting there counts. */
static bool
meet(const Box *box, long i, long j, long *x, long *y)
{
    *x = box->first[0] + i;
    *y = box->first[1] + j;
    return i >= 0 && j >= 0 && *x <= box->end[0] && *y <= box->end[1];
}

/* One round of the search from the start, on diagonals k = x - y relative to the box. True when it meets the
 * search from the end; the snake then runs from *x, *y. */
static bool
search_forward(Script *script, const Box *box, long round, long *x, long *y)
{
    long width = box->end[0] - box->first[0], height = box->end[1] - box->first[1],
         delta = width - height;
    long *forward = script->forward + script->shift, *backward = script->backward + script->shift;
    for (long k = -round; k <= round; k += 2) {
        bool down = k == -round || (k != round && forward[k - 1] < forward[k + 1]);
        long i = down ? forward[k + 1] : forward[k - 1] + 1, j = i - k;
        while (i < width && j < height && i >= 0 && j >= 0 &&
               equal(script, box->first[0] + i, box->first[1] + j))
            i++, j++;
        forward[k] = i;
        bool odd = delta % 2 != 0;
        if (odd && k >= delta - (round - 1) && k <= delta + (round - 1) &&
            i >= backward[k - delta] && meet(box, i, i - k, x, y))
            return true;
    }
    return false;
}

static bool
search_backward(Script *script, const Box *box, long round, long *x, long *y)
{
    long width = box->end[0] - box->first[0], height = box->end[1] - box->first[1],
         delta = width - height;
    long *forward = script->forward + script->shift, *backward = script->backward + script->shift;
    for (long k = round; k >= -round; k -= 2) {
        bool up = k == round || (k != -round && backward[k - 1] < backward[k + 1]);
        long i = up ? backward[k - 1] : backward[k + 1] - 1, j = i - (k + delta);
        while (i > 0 && j > 0 && i <= width && j <= height &&
               equal(script, box->first[0] + i - 1, box->first[1] + j - 1))
            i--, j--;
        backward[k] = i;
        bool even = delta % 2 == 0;
        if (even && k + delta >= -round && k + delta <= round && i <= forward[k + delta] &&
            meet(box, i, i - k - delta, x, y))
            return true;
    }
    return false;
}

/* A point on a shortest path through the box; false when it is too far. */
static bool
find_middle(Script *script, const Box *box, long *x, long *y)
{
    long width = box->end[0] - box->first[0], height = box->end[1] - box->first[1];
    long *forward = script->forward + script->shift, *backward = script->backward + script->shift;
    long most = MIN((width + height + 1) / 2, SEARCH_MOST);
    forward[1] = 0;
    backward[-1] = width;
    for (long round = 0; round <= most; round++)
        if (search_forward(script, box, round, x, y) || search_backward(script, box, round, x, y))
            return true;
    return false;
}

static void
solve(Script *script, Box box)
{
    long start[2] = {box.first[0], box.first[1]}, same = 0, x, y;
    for (; box.first[0] < box.end[0] && box.first[1] < box.end[1] &&
           equal(script, box.first[0], box.first[1]);
         same++)
        box.first[0]++, box.first[1]++;
    emit(script, DG_UNCHANGED, start[0], start[1], same);
    long tail[2] = {box.end[0], box.end[1]};
    while (box.end[0] > box.first[0] && box.end[1] > box.first[1] &&
           equal(script, box.end[0] - 1, box.end[1] - 1))
        box.end[0]--, box.end[1]--;
    bool both = box.first[0] < box.end[0] && box.first[1] < box.end[1];
    if (both && find_middle(script, &box, &x, &y)) {
        solve(script, (Box){{box.first[0], box.first[1]}, {x, y}});
        solve(script, (Box){{x, y}, {box.end[0], box.end[1]}});
    } else {
        emit(script, DG_DELETED, box.first[0], box.first[1], box.end[0] - box.first[0]);
        emit(script, DG_INSERTED, box.end[0], box.first[1], box.end[1] - box.first[1]);
    }
    emit(script, DG_UNCHANGED, box.end[0], box.end[1], tail[0] - box.end[0]);
}

size_t
dg_script_make(DgArena *arena, const uint32_t *old_symbols, size_t n_old,
               const uint32_t *new_symbols, size_t n_new, DgEdit **edits)
{
    Script script = {.arena = arena, .symbols = {old_symbols, new_symbols}};
    long reach = (long)MIN(n_old + n_new, 2 * SEARCH_MOST) + 2;
    script.shift = reach;
    g_autofree long *forward = script.forward = g_new0(long, 2 * reach + 1);
    g_autofree long *backward = script.backward = g_new0(long, 2 * reach + 1);
    solve(&script, (Box){{0, 0}, {(long)n_old, (long)n_new}});
    *edits = script.edits;
    return script.n;
}
