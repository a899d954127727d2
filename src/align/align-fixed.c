/* align-fixed.c - the pairs that are given: by equal ids or groups, then by the pairs file. Strongest first;
 * what contradicts a stronger one or breaks the order of a text is reported and dropped. */
#include "align-internal.h"

#include <stdlib.h>

typedef struct {
    DgArena *arena;
    DgDiags *diags;
    const DgProblem *problem;
    DgFixed *list; /* two-sided and one-sided, as found */
    size_t n;
    size_t *owner[DG_SIDES]; /* of each unit: 1 + index in `list`, 0 for none */
    size_t places;           /* reported, or too many to be */
} Finding;

static DgPos
place_of(const DgProblem *problem, const DgFixed *fixed, int side)
{
    return fixed->end[side] > fixed->first[side]
               ? problem->units[side][fixed->first[side]].node->pos
               : DG_NOWHERE;
}

static void
report(Finding *finding, DgCode code, const DgFixed *fixed)
{
    if (finding->places++ < DG_PLACES_MOST)
        dg_diag_also(finding->diags, code, place_of(finding->problem, fixed, DG_LEFT),
                     place_of(finding->problem, fixed, DG_RIGHT), NULL);
}

static void
own(Finding *finding, const DgFixed *fixed, size_t owner)
{
    for (int side = 0; side < DG_SIDES; side++)
        for (size_t i = fixed->first[side]; i < fixed->end[side]; i++)
            finding->owner[side][i] = owner;
}

static void
add(Finding *finding, DgFixed fixed)
{
    DG_APPEND(finding->arena, finding->list, finding->n, fixed);
    own(finding, &fixed, finding->n);
}

/* The units of a side by name; of units that share one, the first. */
static GHashTable *
index_units(const DgProblem *problem, int side, bool by_key)
{
    GHashTable *units = g_hash_table_new(g_str_hash, g_str_equal);
    for (size_t i = problem->n[side]; i-- > 0;) {
        const DgUnit *unit = &problem->units[side][i];
        const char *name = by_key ? unit->key : unit->node->id;
        if (name && !(by_key && dg_name_is_made(name)))
            g_hash_table_insert(units, (gpointer)name, GSIZE_TO_POINTER(i + 1));
    }
    return units;
}

static void
find_by_key(Finding *finding)
{
    const DgProblem *problem = finding->problem;
    g_autoptr(GHashTable) right = index_units(problem, DG_RIGHT, true);
    for (size_t i = 0; i < problem->n[DG_LEFT]; i++) {
        const char *key = problem->units[DG_LEFT][i].key;
        size_t j = key ? GPOINTER_TO_SIZE(g_hash_table_lookup(right, key)) : 0;
        if (j && finding->owner[DG_RIGHT][j - 1] == 0)
            add(finding,
                (DgFixed){
                    .first = {i, j - 1}, .end = {i + 1, j}, .method = DG_BY_ID, .confidence = 1});
    }
}

typedef struct {
    DgFixed fixed; /* from the first to the last free unit of the group, on each side */
    size_t n[DG_SIDES];
} Group;

static void
gather_groups(const Finding *finding, int side, GHashTable *groups)
{
    for (size_t i = 0; i < finding->problem->n[side]; i++) {
        const char *name = finding->problem->units[side][i].group;
        if (!name || finding->owner[side][i])
            continue;
        Group *group = g_hash_table_lookup(groups, name);
        if (!group) {
            group = DG_NEW(finding->arena, Group);
            group->fixed = (DgFixed){.method = DG_BY_GROUP, .confidence = 1};
            g_hash_table_insert(groups, (gpointer)name, group);
        }
        if (group->n[side]++ == 0)
            group->fixed.first[side] = i;
        group->fixed.end[side] = i + 1;
    }
}

static void
find_by_group(Finding *finding)
{
    const DgProblem *problem = finding->problem;
    g_autoptr(GHashTable) groups = g_hash_table_new(g_str_hash, g_str_equal);
    for (int side = 0; side < DG_SIDES; side++)
        gather_groups(finding, side, groups);
    for (size_t i = 0; i < problem->n[DG_LEFT]; i++) {
        const char *name = problem->units[DG_LEFT][i].group;
        Group *group = name ? g_hash_table_lookup(groups, name) : NULL;
        if (!group || group->fixed.first[DG_LEFT] != i || !group->n[DG_LEFT] || !group->n[DG_RIGHT])
            continue;
        DgFixed *fixed = &group->fixed;
        fixed->exact = group->n[DG_LEFT] + group->n[DG_RIGHT] > 2;
        if (fixed->end[DG_LEFT] - i == group->n[DG_LEFT] &&
            fixed->end[DG_RIGHT] - fixed->first[DG_RIGHT] == group->n[DG_RIGHT])
            add(finding, *fixed);
        else
            report(finding, DG_PAIR_CROSSED, fixed);
    }
}

/* The span of the units that a side of a line names; how many of the names there are, in `*n`. */
static void
find_span(Finding *finding, const DgPairsLine *line, int side, GHashTable *units, DgFixed *fixed,
          size_t *n)
{
    size_t low = SIZE_MAX, high = 0;
    *n = 0;
    for (size_t k = 0; k < line->n[side]; k++) {
        size_t i = GPOINTER_TO_SIZE(g_hash_table_lookup(units, line->names[side][k]));
        if (i == 0) {
            if (finding->places++ < DG_PLACES_MOST)
                dg_diag(finding->diags, DG_PAIR_NAME, line->pos, line->names[side][k], NULL);
            continue;
        }
        low = MIN(low, i - 1);
        high = MAX(high, i);
        ++*n;
    }
    fixed->first[side] = *n ? low : 0;
    fixed->end[side] = high;
}

/* The one earlier pair that a line only widens, 0 when its units are all free, SIZE_MAX when it contradicts. */
static size_t
owner_within(const Finding *finding, const DgFixed *fixed)
{
    size_t owner = 0;
    for (int side = 0; side < DG_SIDES; side++)
        for (size_t i = fixed->first[side]; i < fixed->end[side]; i++) {
            size_t other = finding->owner[side][i];
            if (other && owner && other != owner)
                return SIZE_MAX;
            owner = other ? other : owner;
        }
    if (owner == 0)
        return 0;
    const DgFixed *held = &finding->list[owner - 1];
    for (int side = 0; side < DG_SIDES; side++)
        if (held->exact || held->first[side] < fixed->first[side] ||
            held->end[side] > fixed->end[side])
            return SIZE_MAX;
    return owner;
}

static void
add_line(Finding *finding, DgPairsLine *line, GHashTable *const units[DG_SIDES])
{
    DgFixed fixed = {.exact = true,
                     .method = line->method,
                     .confidence = line->confidence,
                     .approved = line->approved,
                     .silenced = line->silenced,
                     .pos = line->pos};
    size_t found[DG_SIDES];
    bool whole = true, gaps = false, emptied = false;
    for (int side = 0; side < DG_SIDES; side++) {
        find_span(finding, line, side, units[side], &fixed, &found[side]);
        whole = whole && found[side] == line->n[side];
        gaps = gaps || fixed.end[side] - fixed.first[side] != found[side];
        emptied = emptied || (found[side] == 0 && line->n[side] > 0);
    }
    if (emptied)
        return;
    /* Where a name is gone, a neighbour with new words may take its place. */
    fixed.exact = whole || found[DG_LEFT] != 1 || found[DG_RIGHT] != 1;
    size_t owner = owner_within(finding, &fixed);
    if (gaps || owner == SIZE_MAX) {
        report(finding, DG_PAIR_CROSSED, &fixed);
        return;
    }
    line->used = true;
    if (owner == 0) {
        add(finding, fixed);
        return;
    }
    fixed.method = finding->list[owner - 1].method;
    fixed.confidence = 1;
    finding->list[owner - 1] = fixed;
    own(finding, &fixed, owner);
}

static void
find_by_file(Finding *finding, DgPairsFile *file)
{
    g_autoptr(GHashTable) left = index_units(finding->problem, DG_LEFT, false);
    g_autoptr(GHashTable) right = index_units(finding->problem, DG_RIGHT, false);
    GHashTable *const units[DG_SIDES] = {left, right};
    for (size_t i = 0; i < file->n; i++)
        add_line(finding, &file->lines[i], units);
}

/* What stands once for both texts has no partner, unless it is given one. */
static void
find_shared(Finding *finding)
{
    for (int side = 0; side < DG_SIDES; side++)
        for (size_t i = 0; i < finding->problem->n[side]; i++) {
            DgFixed fixed = {.exact = true, .method = DG_BY_LENGTH, .confidence = 1};
            fixed.first[side] = i;
            fixed.end[side] = i + 1;
            if (finding->problem->units[side][i].shared && finding->owner[side][i] == 0)
                add(finding, fixed);
        }
}

static bool
is_two_sided(const DgFixed *fixed)
{
    return fixed->end[0] > fixed->first[0] && fixed->end[1] > fixed->first[1];
}

/* Two-sided ones first, by their left units. */
static int
compare_fixed(const void *a, const void *b)
{
    const DgFixed *x = a, *y = b;
    if (is_two_sided(x) != is_two_sided(y))
        return is_two_sided(x) ? -1 : 1;
    if (x->first[0] != y->first[0])
        return x->first[0] < y->first[0] ? -1 : 1;
    return x->first[1] < y->first[1] ? -1 : x->first[1] > y->first[1];
}

/* Marks a longest run of pairs whose right units ascend (patience sorting): the most that can be kept without
 * a crossing. */
static bool *
mark_ascending(DgArena *arena, const DgFixed *list, size_t n)
{
    bool *kept = DG_NEW_ARRAY(arena, bool, n + 1);
    size_t *last = DG_NEW_ARRAY(arena, size_t,
                                n + 1); /* of the runs of each length: the one that ends lowest */
    size_t *previous = DG_NEW_ARRAY(arena, size_t, n + 1), longest = 0;
    for (size_t i = 0; i < n; i++) {
        size_t low = 0, high = longest;
        while (low < high) {
            size_t middle = (low + high) / 2;
            if (list[last[middle]].first[DG_RIGHT] < list[i].first[DG_RIGHT])
                low = middle + 1;
            else
                high = middle;
        }
        previous[i] = low ? last[low - 1] : SIZE_MAX;
        last[low] = i;
        longest = MAX(longest, low + 1);
    }
    for (size_t i = longest ? last[longest - 1] : SIZE_MAX; i != SIZE_MAX; i = previous[i])
        kept[i] = true;
    return kept;
}

/* Drops what crosses; of a stretch of such pairs, one report. */
static size_t
drop_crossing(Finding *finding, DgFixed *list, size_t n)
{
    const bool *kept = mark_ascending(finding->arena, list, n);
    size_t left = 0;
    for (size_t i = 0; i < n; i++) {
        if (kept[i])
            list[left++] = list[i];
        else if (i == 0 || kept[i - 1])
            report(finding, DG_PAIR_CROSSED, &list[i]);
    }
    return left;
}

static bool
is_unlike(const DgProblem *problem, const DgFixed *fixed)
{
    DgUnitClass first = problem->units[DG_LEFT][fixed->first[DG_LEFT]].class;
    for (int side = 0; side < DG_SIDES; side++)
        for (size_t i = fixed->first[side]; i < fixed->end[side]; i++) {
            DgUnitClass class = problem->units[side][i].class;
            if (class != first && (dg_class_is_hard(class) || dg_class_is_hard(first)))
                return true;
        }
    return false;
}

DgFixed *
dg_fixed_find(DgArena *arena, DgDiags *diags, const DgProblem *problem, DgPairsFile *file,
              size_t *n)
{
    Finding finding = {.arena = arena, .diags = diags, .problem = problem};
    for (int side = 0; side < DG_SIDES; side++)
        finding.owner[side] = DG_NEW_ARRAY(arena, size_t, problem->n[side] + 1);
    find_by_key(&finding);
    find_by_group(&finding);
    find_by_file(&finding, file);
    find_shared(&finding);
    if (finding.n)
        qsort(finding.list, finding.n, sizeof *finding.list, compare_fixed);
    size_t two_sided = 0;
    while (two_sided < finding.n && is_two_sided(&finding.list[two_sided]))
        two_sided++;
    size_t kept = drop_crossing(&finding, finding.list, two_sided);
    for (size_t i = 0; i < kept; i++)
        if (is_unlike(problem, &finding.list[i]))
            finding.list[i].unlike = finding.list[i].exact = true;
    dg_doubt_more(diags, problem, finding.places);
    for (size_t i = two_sided; i < finding.n; i++)
        finding.list[kept++] = finding.list[i];
    *n = kept;
    return finding.list;
}
