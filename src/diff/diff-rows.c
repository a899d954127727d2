/* diff-rows.c - groups of both languages to rows: a row is a pair of the new revision, with what it was. */
#include "diff-internal.h"

#include <glib.h>
#include <stdlib.h>
#include <string.h>

#define NO_ROW SIZE_MAX

typedef struct {
    DgArena *arena;
    const DgRevision *revision[2]; /* old, new */
    DgDiffGroups groups[DG_SIDES];
    size_t *host; /* of each old pair: the new pair that goes on with it, or NO_ROW */
} Making;

/* A row before its texts are compared. Sorted by new pair; what is gone comes behind the row before it. */
typedef struct {
    size_t after, gone, pair[2]; /* gone: 0, or 1 + the old pair */
    const DgDiffGroup **groups[DG_SIDES];
    size_t n[DG_SIDES];
} Draft;

static const DgDiffBlock *
first_block(const Making *making, int side, const DgDiffGroup *group, int revision)
{
    return group->n[revision]
               ? &making->revision[revision]->text[side].blocks[group->first[revision]]
               : NULL;
}

/* The new pair of each old one, as blocks of either side show it that stayed in their places; else moved ones. */
static void
find_hosts(Making *making)
{
    size_t n = making->revision[0]->n_pairs;
    making->host = DG_NEW_ARRAY(making->arena, size_t, n + 1);
    for (size_t i = 0; i < n; i++)
        making->host[i] = NO_ROW;
    for (int moved = 0; moved < 2; moved++)
        for (int side = 0; side < DG_SIDES; side++)
            for (size_t k = 0; k < making->groups[side].n; k++) {
                const DgDiffGroup *group = &making->groups[side].groups[k];
                const DgDiffBlock *was = first_block(making, side, group, 0),
                                  *is = first_block(making, side, group, 1);
                if (was && is && (group->kind == DG_MOVED) == moved &&
                    making->host[was->pair] == NO_ROW)
                    making->host[was->pair] = is->pair;
            }
}

static Draft *
drafts_new(const Making *making, size_t *n)
{
    size_t n_old = making->revision[0]->n_pairs, n_new = making->revision[1]->n_pairs, after = 0;
    Draft *drafts = DG_NEW_ARRAY(making->arena, Draft, n_old + n_new + 1);
    for (size_t i = 0; i < n_new; i++)
        drafts[i] = (Draft){.after = i + 1, .pair = {NO_ROW, i}};
    for (size_t i = 0; i < n_old; i++) {
        if (making->host[i] != NO_ROW)
            after = making->host[i] + 1;
        drafts[n_new + i] = (Draft){.after = after, .gone = i + 1, .pair = {i, NO_ROW}};
        if (making->host[i] != NO_ROW && drafts[making->host[i]].pair[0] == NO_ROW)
            drafts[making->host[i]].pair[0] = i;
    }
    *n = n_old + n_new;
    return drafts;
}

/* A group stands in the row of its first new block; what is gone in the row that goes on with its pair. */
static void
fill_drafts(const Making *making, Draft *drafts)
{
    size_t n_new = making->revision[1]->n_pairs;
    for (int side = 0; side < DG_SIDES; side++)
        for (size_t k = 0; k < making->groups[side].n; k++) {
            const DgDiffGroup *group = &making->groups[side].groups[k];
            const DgDiffBlock *was = first_block(making, side, group, 0),
                              *is = first_block(making, side, group, 1);
            size_t row = is                                  ? is->pair
                         : making->host[was->pair] != NO_ROW ? making->host[was->pair]
                                                             : n_new + was->pair;
            Draft *draft = &drafts[row];
            DG_APPEND(making->arena, draft->groups[side], draft->n[side], group);
        }
}

static int
compare_drafts(const void *a, const void *b)
{
    const Draft *x = a, *y = b;
    if (x->after != y->after)
        return x->after < y->after ? -1 : 1;
    return x->gone < y->gone ? -1 : x->gone > y->gone;
}

/* What became of all groups of a side together: where several things did, it is changed. */
static DgDiffKind
kind_of(const Draft *draft, int side)
{
    DgDiffKind kind = DG_SAME;
    size_t same = 0;
    for (size_t i = 0; i < draft->n[side]; i++) {
        DgDiffKind other = draft->groups[side][i]->kind;
        same += other == DG_SAME;
        if (other != DG_SAME && kind != DG_SAME && other != kind)
            return DG_CHANGED;
        kind = other == DG_SAME ? kind : other;
    }
    return same && (kind == DG_ADDED || kind == DG_REMOVED) ? DG_CHANGED : kind;
}

/* The blocks of one revision in a side of a row, in order, and their text. */
static char *
collect(const Making *making, const Draft *draft, int side, int revision, DgNode ***blocks,
        size_t *n)
{
    g_autoptr(GString) text = g_string_new(NULL);
    for (size_t i = 0; i < draft->n[side]; i++) {
        const DgDiffGroup *group = draft->groups[side][i];
        for (size_t k = 0; k < group->n[revision]; k++) {
            const DgDiffBlock *block =
                &making->revision[revision]->text[side].blocks[group->first[revision] + k];
            g_string_append_printf(text, "%s%s", *n ? DG_PARAGRAPH_MARK : "", block->text);
            DG_APPEND(making->arena, *blocks, *n, block->node);
        }
    }
    return dg_arena_strdup(making->arena, text->str);
}

static DgDiffSide
side_of(const Making *making, const Draft *draft, int side)
{
    DgDiffSide result = {.kind = kind_of(draft, side)};
    const char *was = collect(making, draft, side, 0, &result.old_blocks, &result.n_old);
    const char *is = collect(making, draft, side, 1, &result.new_blocks, &result.n_new);
    result.n_pieces = dg_words_compare(making->arena, was, is, &result.pieces);
    return result;
}

static bool
is_shown(const Draft *draft)
{
    return kind_of(draft, DG_LEFT) != DG_SAME || kind_of(draft, DG_RIGHT) != DG_SAME;
}

size_t
dg_rows_make(DgArena *arena, const DgRevision *old_revision, const DgRevision *new_revision,
             DgDiffRow **rows)
{
    Making making = {.arena = arena, .revision = {old_revision, new_revision}};
    size_t n, n_rows = 0;
    for (int side = 0; side < DG_SIDES; side++)
        making.groups[side] =
            dg_groups_find(arena, &old_revision->text[side], &new_revision->text[side]);
    find_hosts(&making);
    Draft *drafts = drafts_new(&making, &n);
    fill_drafts(&making, drafts);
    if (n)
        qsort(drafts, n, sizeof *drafts, compare_drafts);
    for (size_t i = 0; i < n; i++) {
        if (!is_shown(&drafts[i]))
            continue;
        DgDiffRow row = {0};
        for (int side = 0; side < DG_SIDES; side++)
            row.side[side] = side_of(&making, &drafts[i], side);
        row.old_pair = drafts[i].pair[0] == NO_ROW ? NULL : old_revision->pairs[drafts[i].pair[0]];
        row.new_pair = drafts[i].pair[1] == NO_ROW ? NULL : new_revision->pairs[drafts[i].pair[1]];
        DG_APPEND(arena, *rows, n_rows, row);
    }
    return n_rows;
}
