/* merge.c - which tables hold the same figures in both languages; their pairs in the book.
 * Captions and notes stand in the columns of their languages, the rows between them over the full measure. */
#include "merge-internal.h"

#include <string.h>

/* A table of words gains nothing: so much of its cells must be the same, at least. */
enum { SAME_SHARE = 3 };

typedef struct {
    DgArena *arena;
    const DgVolume *volume;
    bool *same; /* of each cell */
    size_t n;
    size_t filled, equal; /* cells of the body with text; those that say the same */
} Comparison;

/* What cannot be compared: pictures, tables in tables. */
static bool
is_plain(const DgNode *cell)
{
    for (DgWalk walk = dg_walk((DgNode *)cell); dg_walk_next(&walk);)
        if (walk.node->kind == DG_GRAPHIC || walk.node->kind == DG_INLINE_GRAPHIC ||
            walk.node->kind == DG_FIGURE || walk.node->kind == DG_TABLE)
            return false;
    return cell->kind == DG_CELL;
}

static bool
compare_cells(Comparison *comparison, const DgNode *left, const DgNode *right, bool body)
{
    if (!is_plain(left) || !is_plain(right) || left->as.cell.columns != right->as.cell.columns ||
        left->as.cell.rows != right->as.cell.rows)
        return false;
    const char *const *languages = comparison->volume->languages;
    DgArena *arena = comparison->arena;
    Figures a = figures_read(arena, dg_node_text(arena, left), languages[DG_LEFT]),
            b = figures_read(arena, dg_node_text(arena, right), languages[DG_RIGHT]);
    bool same = strcmp(a.form, b.form) == 0;
    if (!same && (!a.words || !b.words) && strcmp(a.numbers, b.numbers) != 0)
        return false;
    if (body && *a.form) {
        comparison->filled++;
        comparison->equal += same;
    }
    DG_APPEND(arena, comparison->same, comparison->n, same);
    return true;
}

static bool
compare_rows(Comparison *comparison, const DgNode *left, const DgNode *right, bool body)
{
    const DgNode *a = left->first, *b = right->first;
    for (; a && b; a = a->next, b = b->next)
        if (!compare_cells(comparison, a, b, body))
            return false;
    return !a && !b;
}

static bool
compare_tables(Comparison *comparison, const DgNode *left, const DgNode *right)
{
    int header = left->as.table.header_rows, number = 0;
    if (header != right->as.table.header_rows)
        return false;
    left = table_row(left->first);
    right = table_row(right->first);
    for (; left && right; left = table_row(left->next), right = table_row(right->next))
        if (!compare_rows(comparison, left, right, number++ >= header))
            return false;
    return !left && !right && comparison->equal > 0 &&
           comparison->equal * SAME_SHARE >= comparison->filled;
}

/* A table in a list or box has its indent or ground, which the full measure has not. */
static bool
stands_free(const DgNode *table)
{
    for (const DgNode *above = table->parent; above; above = above->parent)
        if (above->kind != DG_BODY && above->kind != DG_SECTION)
            return false;
    return table->kind == DG_TABLE;
}

/* ---- pairs ---- */

typedef struct {
    DgArena *arena;
    const DgVolume *volume;
    DgPair *pairs;
    size_t n;
} Merger;

static void
add_columns(Merger *merger, const DgPair *pair, const Blocks *blocks, bool joined)
{
    DgPair columns = *pair;
    columns.joined = joined;
    for (int side = 0; side < DG_SIDES; side++) {
        columns.blocks[side] = blocks->list[side];
        columns.n[side] = blocks->n[side];
    }
    DG_APPEND(merger->arena, merger->pairs, merger->n, columns);
}

static void
add_rows(Merger *merger, const DgPair *pair, DgNode *table, bool anchor, bool joined)
{
    DgPair rows = *pair;
    rows.full = true;
    rows.full_side = DG_LEFT;
    rows.joined = joined;
    rows.anchor = anchor ? pair->anchor : NULL;
    rows.blocks[DG_LEFT] = dg_arena_copy(merger->arena, &table, sizeof(DgNode *));
    rows.n[DG_LEFT] = 1;
    rows.blocks[DG_RIGHT] = NULL;
    rows.n[DG_RIGHT] = 0;
    DG_APPEND(merger->arena, merger->pairs, merger->n, rows);
}

static bool
has_blocks(const Blocks *blocks)
{
    return blocks->n[DG_LEFT] + blocks->n[DG_RIGHT] > 0;
}

static void
add_merged(Merger *merger, const DgPair *pair, const Joined *joined)
{
    bool captions = has_blocks(&joined->captions), notes = has_blocks(&joined->notes);
    if (captions)
        add_columns(merger, pair, &joined->captions, true);
    add_rows(merger, pair, joined->table, !captions, notes);
    if (!notes)
        return;
    DgPair below = *pair;
    below.anchor = NULL;
    add_columns(merger, &below, &joined->notes, false);
}

static bool
merge_pair(Merger *merger, const DgPair *pair)
{
    if (pair->full || pair->n[DG_LEFT] != 1 || pair->n[DG_RIGHT] != 1)
        return false;
    DgNode *left = pair->blocks[DG_LEFT][0], *right = pair->blocks[DG_RIGHT][0];
    if (!stands_free(left) || !stands_free(right))
        return false;
    Comparison comparison = {.arena = merger->arena, .volume = merger->volume};
    if (!compare_tables(&comparison, left, right))
        return false;
    const DgNode *const tables[DG_SIDES] = {left, right};
    Joined joined = tables_join(merger->arena, merger->volume->languages, tables, comparison.same);
    left->as.table.merged = right->as.table.merged = joined.table;
    add_merged(merger, pair, &joined);
    return true;
}

static bool
is_in_columns(const DgVolume *volume, const DgFlow *flow, DgLayout usual)
{
    DgLayout layout = volume->layout != DG_LAYOUT_INHERIT ? volume->layout : dg_flow_layout(flow);
    if (layout == DG_LAYOUT_INHERIT)
        layout = usual;
    return layout == DG_LAYOUT_INHERIT || layout == DG_LAYOUT_COLUMNS;
}

void
dg_tables_merge(DgArena *arena, const DgVolume *volume, DgBook *book, DgLayout usual)
{
    for (size_t i = 0; i < book->n_flows && volume->n_languages == DG_SIDES; i++) {
        DgFlow *flow = &book->flows[i];
        Merger merger = {.arena = arena, .volume = volume};
        if (!flow->item || !is_in_columns(volume, flow, usual))
            continue;
        for (size_t j = 0; j < flow->n_pairs; j++)
            if (!merge_pair(&merger, &flow->pairs[j]))
                DG_APPEND(arena, merger.pairs, merger.n, flow->pairs[j]);
        flow->pairs = merger.pairs;
        flow->n_pairs = merger.n;
    }
}
