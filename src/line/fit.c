/* fit.c - optimum fit: the least demerits for each number of lines, by dynamic programming.
 * Source: Knuth and Plass 1981; tex.web 813-890; layout.md 2, lessons 3 to 5. A node is a way to end a line at a
 * place, one for each (line number, fitness class, hyphens in succession) that may still win. Nodes are made in
 * text order, so the active ones are those from `head` on; only the head is ever dropped. */
#include "line-internal.h"

#include <glib.h>
#include <string.h>

/* Line numbers at one place that are followed: those within so many of the best way's. A paragraph of
 * hundreds of lines would else have hundreds of them. */
enum { LINE_WINDOW = 6, SLOTS = DG_FITNESSES * (DG_MAX_LADDER + 1) };

/* Lines above the natural number that are tried in a bounded pass: some, and a share of it. */
enum { MORE_LINES = 3, MORE_SHARE = 12 };

typedef struct {
    int64_t demerits;
    uint32_t place;
    int32_t previous; /* node */
    int32_t line;     /* lines so far */
    uint8_t fitness, hyphens;
} Node;

typedef struct {
    int64_t demerits;
    int32_t previous;
} Slot;

typedef struct {
    uint64_t used; /* bit by slot */
    Slot slots[SLOTS];
} Row; /* the best ways to one place in one number of lines */

typedef struct {
    const DgPar *par;
    const DgGlue *glue;
    DgPass pass;
    const DgBreak **places;
    size_t n_places;
    GArray *nodes;
    size_t head;
    Row *rows;                    /* by number of lines */
    int32_t low, high, max_lines; /* rows in use for the place at hand */
    DgLen margin; /* by which signs that hang and hyphens may disturb the order of widths */
} Fit;

/* ---- places ---- */

static bool
stands_before(const DgBreak *a, const DgBreak *b)
{
    return a->token < b->token || (a->token == b->token && a->cut < b->cut);
}

/* The paragraph's breaks, with those inside long words merged in when the pass wants them. */
static void
list_places(Fit *fit)
{
    const DgPar *par = fit->par;
    size_t n_extra = fit->pass.inside ? par->n_extra : 0, next = 0;
    const DgBreak *extra = par->breaks + par->n_breaks;
    fit->places = g_new(const DgBreak *, par->n_breaks + n_extra);
    for (size_t i = 0; i < par->n_breaks; i++) {
        while (next < n_extra && stands_before(&extra[next], &par->breaks[i]))
            fit->places[fit->n_places++] = &extra[next++];
        fit->places[fit->n_places++] = &par->breaks[i];
    }
}

/* ---- ways to one place ---- */

static Node *
node_at(const Fit *fit, size_t index)
{
    return &g_array_index(fit->nodes, Node, index);
}

static Row *
row_of(Fit *fit, int32_t line)
{
    if (fit->low > fit->high) {
        fit->low = fit->high = line;
        fit->rows[line].used = 0;
    }
    while (line < fit->low)
        fit->rows[--fit->low].used = 0;
    while (line > fit->high)
        fit->rows[++fit->high].used = 0;
    return &fit->rows[line];
}

/* Keeps the way through node `previous` if it is the best so far; of equals the earlier one. */
static void
offer(Fit *fit, size_t previous, const DgBreak *b, const DgFit *line, int64_t demerits)
{
    const Node *node = node_at(fit, previous);
    int limit = fit->glue->hyphen_limit, hyphens = limit && b->hyphen ? node->hyphens + 1 : 0;
    if (node->line >= fit->max_lines || hyphens > (limit ? limit : DG_MAX_LADDER))
        return;
    Row *row = row_of(fit, node->line + 1);
    unsigned slot = (unsigned)(line->fitness * (DG_MAX_LADDER + 1) + hyphens);
    demerits +=
        node->demerits + (node->previous >= 0 ? dg_line_contrast(node->fitness, line->fitness) : 0);
    if (!(row->used & (UINT64_C(1) << slot)) || demerits < row->slots[slot].demerits) {
        row->used |= UINT64_C(1) << slot;
        row->slots[slot] = (Slot){demerits, (int32_t)previous};
    }
}

/* One line from each active place to `b`. Returns whether any of them is not too long. */
static bool
offer_lines(Fit *fit, const DgBreak *b)
{
    bool room = false;
    size_t end = fit->nodes->len;
    for (size_t i = fit->head, next; i < end; i = next) {
        uint32_t place = node_at(fit, i)->place;
        for (next = i + 1; next < end && node_at(fit, next)->place == place;)
            next++;
        const DgBreak *a = fit->places[place];
        DgFit line = dg_line_fit(fit->glue, fit->par, a, b, fit->pass.tolerance);
        room = room || !line.too_long;
        if (line.too_long && i == fit->head && -line.slack > line.give + fit->margin)
            fit->head = next; /* longer still from every later place */
        if (line.too_short &&
            (line.slack - fit->margin) * DG_RATIO > line.give * fit->pass.tolerance)
            break; /* shorter still from every later start */
        if (line.too_long || line.too_short)
            continue;
        int64_t demerits = dg_line_demerits(fit->glue, fit->par, a, b, &line);
        for (size_t node = i; node < next; node++)
            offer(fit, node, b, &line, demerits);
    }
    return room;
}

/* Where every line is too long, the shortest of them is taken. */
static void
offer_overfull(Fit *fit, const DgBreak *b)
{
    size_t end = fit->nodes->len, best = end - 1;
    uint32_t place = node_at(fit, best)->place;
    for (size_t i = end; i-- > fit->head && node_at(fit, i)->place == place;)
        if (node_at(fit, i)->demerits <= node_at(fit, best)->demerits)
            best = i;
    DgFit line = {.fitness = 1};
    offer(fit, best, b, &line, dg_overfull_demerits);
}

/* The lowest slot of a set that is not empty, taken out of it. */
static unsigned
take_slot(uint64_t *slots)
{
    unsigned slot = (unsigned)__builtin_ctzll(*slots);
    *slots &= *slots - 1;
    return slot;
}

/* Whether another slot of the row wins over this one whatever follows. */
static bool
is_beaten(const Row *row, unsigned slot)
{
    int64_t demerits = row->slots[slot].demerits;
    for (uint64_t others = row->used & ~(UINT64_C(1) << slot); others;) {
        unsigned other = take_slot(&others);
        bool same_fitness = other / (DG_MAX_LADDER + 1) == slot / (DG_MAX_LADDER + 1);
        bool no_more_hyphens = other % (DG_MAX_LADDER + 1) <= slot % (DG_MAX_LADDER + 1);
        int64_t at_worst = row->slots[other].demerits + (same_fitness ? 0 : dg_contrast_demerits);
        if (no_more_hyphens && at_worst <= demerits)
            return true;
    }
    return false;
}

static int32_t
best_line(const Fit *fit)
{
    int64_t least = INT64_MAX;
    int32_t best = fit->low;
    for (int32_t line = fit->low; line <= fit->high; line++)
        for (uint64_t slots = fit->rows[line].used; slots;) {
            unsigned slot = take_slot(&slots);
            if (fit->rows[line].slots[slot].demerits < least) {
                least = fit->rows[line].slots[slot].demerits;
                best = line;
            }
        }
    return best;
}

/* The ways to a place that may still win become nodes. */
static void
keep_nodes(Fit *fit, size_t place)
{
    if (fit->low > fit->high)
        return;
    int32_t best = best_line(fit);
    for (int32_t line = MAX(fit->low, best - LINE_WINDOW);
         line <= MIN(fit->high, best + LINE_WINDOW); line++) {
        const Row *row = &fit->rows[line];
        for (uint64_t slots = row->used; slots;) {
            unsigned slot = take_slot(&slots);
            if (is_beaten(row, slot))
                continue;
            Node node = {.demerits = row->slots[slot].demerits,
                         .place = (uint32_t)place,
                         .previous = row->slots[slot].previous,
                         .line = line,
                         .fitness = (uint8_t)(slot / (DG_MAX_LADDER + 1)),
                         .hyphens = (uint8_t)(slot % (DG_MAX_LADDER + 1))};
            g_array_append_val(fit->nodes, node);
        }
    }
}

/* Goes through all places; false when some stretch cannot be filled. */
static bool
run(Fit *fit)
{
    Node start = {.previous = -1, .fitness = 1};
    g_array_append_val(fit->nodes, start);
    for (size_t place = 1; place < fit->n_places; place++) {
        const DgBreak *b = fit->places[place];
        size_t first_new = fit->nodes->len;
        fit->low = 1;
        fit->high = 0;
        bool room = offer_lines(fit, b);
        if (!room && fit->pass.overfull)
            offer_overfull(fit, b);
        keep_nodes(fit, place);
        if (b->forced || (!room && fit->pass.overfull))
            fit->head = first_new;
        if (fit->head == fit->nodes->len)
            return false;
    }
    return true;
}

/* ---- results ---- */

static DgChoice
trace(const Fit *fit, DgArena *arena, size_t last)
{
    const Node *node = node_at(fit, last);
    DgChoice choice = {.n_lines = node->line, .demerits = node->demerits};
    choice.places = DG_NEW_ARRAY(arena, uint32_t, node->line + 1);
    for (int32_t i = node->line; i >= 0; i--) {
        choice.places[i] = (uint32_t)(fit->places[node->place] - fit->par->breaks);
        if (node->previous >= 0)
            node = node_at(fit, (size_t)node->previous);
    }
    return choice;
}

/* Of the nodes at the end, ordered by line number, the best of each number. */
static DgChoices
collect(const Fit *fit, DgArena *arena)
{
    DgChoices choices = {0};
    choices.choices = DG_NEW_ARRAY(arena, DgChoice, fit->nodes->len - fit->head);
    for (size_t i = fit->head, next; i < fit->nodes->len; i = next) {
        size_t best = i;
        for (next = i; next < fit->nodes->len && node_at(fit, next)->line == node_at(fit, i)->line;
             next++)
            if (node_at(fit, next)->demerits < node_at(fit, best)->demerits)
                best = next;
        choices.choices[choices.n] = trace(fit, arena, best);
        if (choices.choices[choices.n].demerits < choices.choices[choices.best].demerits)
            choices.best = choices.n;
        choices.n++;
    }
    return choices;
}

static int32_t
line_limit(const Fit *fit)
{
    DgLen natural = fit->par->natural / fit->glue->width + 1;
    if (!fit->pass.bounded)
        return (int32_t)fit->n_places;
    for (size_t i = 0; i < fit->n_places; i++)
        natural += fit->places[i]->forced;
    return (int32_t)MIN(natural + MORE_LINES + natural / MORE_SHARE, (DgLen)fit->n_places);
}

DgChoices
dg_fit(DgArena *arena, const DgPar *par, const DgGlue *glue, DgPass pass)
{
    DgChoices choices = {0};
    Fit fit = {.par = par, .glue = glue, .pass = pass};
    g_autoptr(GArray) nodes = g_array_sized_new(FALSE, FALSE, sizeof(Node), 256);
    DgLen indent = glue->indent < 0 ? -glue->indent : glue->indent;
    fit.nodes = nodes;
    fit.margin = indent + par->style->font.size;
    list_places(&fit);
    fit.max_lines = line_limit(&fit);
    fit.rows = g_new(Row, fit.max_lines + 1);
    if (run(&fit))
        choices = collect(&fit, arena);
    g_free(fit.rows);
    g_free(fit.places);
    return choices;
}
