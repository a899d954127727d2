/* align-matches.c - which units of the two sides share anchors, and how much that says. */
#include "align-internal.h"

#include <math.h>
#include <string.h>

/* What one match of an anchor says, in nats, before division by 1 + ln(1 + df) (layout.md 4); df is the
 * number of units that hold it, on the side where it is more common. */
static const double base_weight[DG_N_ANCHOR_WAYS] = {
    [DG_ANCHOR_NUMBER] = 3, [DG_ANCHOR_NAME] = 3,  [DG_ANCHOR_WORD] = 3,  [DG_ANCHOR_SOUND] = 1,
    [DG_ANCHOR_MARK] = 1.5, [DG_ANCHOR_LABEL] = 3, [DG_ANCHOR_WHOLE] = 6,
};

/* Anchors in so many places say nothing; and memory stays linear in the units whatever a text repeats. */
#define MATCHES_OF_ONE(units) (4 * (units) + 1000)
#define MATCHES_OF_ALL(units) (100 * (units) + 10000)

typedef struct {
    uint32_t left, right;
    float weight;
} Triple;

/* Units [start, end) of both sorted lists that hold the same anchor. */
typedef struct {
    size_t start[DG_SIDES], end[DG_SIDES], product;
} Shared;

static int
compare_anchors(const void *a, const void *b)
{
    const DgAnchor *x = a, *y = b;
    if (x->key != y->key)
        return x->key < y->key ? -1 : 1;
    return x->unit < y->unit ? -1 : x->unit > y->unit;
}

static GArray *
sort_anchors(const DgProblem *problem, int side)
{
    GArray *anchors = dg_anchors_read(problem->units[side], problem->n[side]);
    g_array_sort(anchors, compare_anchors);
    DgAnchor *list = (DgAnchor *)(void *)anchors->data;
    size_t n = 0;
    for (size_t i = 0; i < anchors->len; i++)
        if (n == 0 || compare_anchors(&list[n - 1], &list[i]) != 0)
            list[n++] = list[i];
    g_array_set_size(anchors, (guint)n);
    return anchors;
}

static size_t
end_of_key(const DgAnchor *list, size_t n, size_t start)
{
    size_t end = start;
    while (end < n && list[end].key == list[start].key)
        end++;
    return end;
}

static GArray *
find_shared(const GArray *const anchors[DG_SIDES])
{
    GArray *shared = g_array_new(false, false, sizeof(Shared));
    const DgAnchor *list[DG_SIDES] = {(const void *)anchors[0]->data,
                                      (const void *)anchors[1]->data};
    size_t at[DG_SIDES] = {0, 0}, n[DG_SIDES] = {anchors[0]->len, anchors[1]->len};
    while (at[0] < n[0] && at[1] < n[1]) {
        size_t end[DG_SIDES];
        for (int side = 0; side < DG_SIDES; side++)
            end[side] = end_of_key(list[side], n[side], at[side]);
        uint64_t left = list[0][at[0]].key, right = list[1][at[1]].key;
        if (left == right) {
            Shared one = {{at[0], at[1]}, {end[0], end[1]}, (end[0] - at[0]) * (end[1] - at[1])};
            g_array_append_val(shared, one);
        }
        if (left <= right)
            at[0] = end[0];
        if (right <= left)
            at[1] = end[1];
    }
    return shared;
}

static int
compare_shared(const void *a, const void *b)
{
    const Shared *x = a, *y = b;
    if (x->product != y->product)
        return x->product < y->product ? -1 : 1;
    return x->start[0] < y->start[0] ? -1 : x->start[0] > y->start[0];
}

static int
compare_triples(const void *a, const void *b)
{
    const Triple *x = a, *y = b;
    if (x->left != y->left)
        return x->left < y->left ? -1 : 1;
    return x->right < y->right ? -1 : x->right > y->right;
}

static void
add_products(GArray *triples, const GArray *const anchors[DG_SIDES], const Shared *shared)
{
    const DgAnchor *left = (const void *)anchors[0]->data, *right = (const void *)anchors[1]->data;
    size_t frequency = MAX(shared->end[0] - shared->start[0], shared->end[1] - shared->start[1]);
    double weight = base_weight[left[shared->start[0]].way] / (1 + log1p((double)frequency));
    for (size_t i = shared->start[0]; i < shared->end[0]; i++)
        for (size_t j = shared->start[1]; j < shared->end[1]; j++) {
            Triple triple = {left[i].unit, right[j].unit, (float)weight};
            g_array_append_val(triples, triple);
        }
}

static void
keep_matches(DgArena *arena, DgProblem *problem, const GArray *triples)
{
    const Triple *list = (const void *)triples->data;
    DgMatch *matches = problem->matches = DG_NEW_ARRAY(arena, DgMatch, triples->len + 1);
    size_t *starts = problem->match_start = DG_NEW_ARRAY(arena, size_t, problem->n[0] + 1);
    size_t n = 0, at = 0;
    for (size_t i = 0; i < problem->n[0]; i++) {
        starts[i] = n;
        for (; at < triples->len && list[at].left == i; at++) {
            if (n > starts[i] && matches[n - 1].other == list[at].right)
                matches[n - 1].weight += list[at].weight;
            else
                matches[n++] = (DgMatch){list[at].right, list[at].weight};
        }
    }
    starts[problem->n[0]] = n;
}

void
dg_problem_match(DgArena *arena, DgProblem *problem)
{
    size_t units = problem->n[0] + problem->n[1];
    g_autoptr(GArray) left = sort_anchors(problem, DG_LEFT);
    g_autoptr(GArray) right = sort_anchors(problem, DG_RIGHT);
    const GArray *anchors[DG_SIDES] = {left, right};
    g_autoptr(GArray) shared = find_shared(anchors);
    g_autoptr(GArray) triples = g_array_new(false, false, sizeof(Triple));
    g_array_sort(shared, compare_shared);
    for (size_t i = 0; i < shared->len; i++) {
        const Shared *one = &g_array_index(shared, Shared, i);
        if (one->product > MATCHES_OF_ONE(units) ||
            triples->len + one->product > MATCHES_OF_ALL(units))
            break;
        add_products(triples, anchors, one);
    }
    g_array_sort(triples, compare_triples);
    keep_matches(arena, problem, triples);
}

double
dg_match_weight(const DgProblem *problem, size_t i, size_t j)
{
    size_t low = problem->match_start[i], high = problem->match_start[i + 1];
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (problem->matches[middle].other == j)
            return problem->matches[middle].weight;
        if (problem->matches[middle].other < j)
            low = middle + 1;
        else
            high = middle;
    }
    return 0;
}
