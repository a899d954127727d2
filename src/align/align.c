/* align.c - pairs the blocks of every item. */
#include "align-internal.h"

typedef struct {
    DgArena *arena;
    DgArena *scratch; /* for one item */
    DgDiags *diags;
    const DgVolume *volume;
    DgItem *item;
    DgNode **blocks[DG_SIDES];
    size_t n[DG_SIDES];
} Aligning;

static DgPair *
add_pair(Aligning *aligning)
{
    DgItem *item = aligning->item;
    DG_APPEND(aligning->arena, item->pairs, item->n_pairs, (DgPair){.confidence = 1});
    return &item->pairs[item->n_pairs - 1];
}

/* Where the other side has no text: one block a pair, over the full measure unless its translation is due. */
static void
pair_alone(Aligning *aligning, DgSide side)
{
    for (size_t i = 0; i < aligning->n[side]; i++) {
        DgPair *pair = add_pair(aligning);
        pair->full = !aligning->item->due;
        pair->full_side = side;
        DgSide held = pair->full ? DG_LEFT : side;
        pair->blocks[held] = &aligning->blocks[side][i];
        pair->n[held] = 1;
        pair->method = DG_BY_LENGTH;
    }
}

/* The side of a bead that stands for both texts, DG_SIDES if neither does. */
static int
shared_side(const DgProblem *problem, const DgBead *bead)
{
    for (int side = 0; side < DG_SIDES; side++) {
        size_t shared = bead->first[side];
        while (shared < bead->end[side] && problem->units[side][shared].shared)
            shared++;
        if (bead->first[1 - side] == bead->end[1 - side] && shared > bead->first[side] &&
            shared == bead->end[side])
            return side;
    }
    return DG_SIDES;
}

/* Over the full measure, as what stands alone. */
static void
widen(DgPair *pair, int side)
{
    pair->full = true;
    pair->full_side = (DgSide)side;
    pair->blocks[DG_LEFT] = pair->blocks[side];
    pair->n[DG_LEFT] = pair->n[side];
    pair->n[DG_RIGHT] = 0;
}

static void
pair_bead(Aligning *aligning, const DgProblem *problem, const DgBead *bead)
{
    DgPair *pair = add_pair(aligning);
    pair->confidence = bead->confidence;
    pair->method = DG_BY_LENGTH;
    for (int side = 0; side < DG_SIDES; side++) {
        pair->blocks[side] = aligning->blocks[side] + bead->first[side];
        pair->n[side] = bead->end[side] - bead->first[side];
    }
    int shared = shared_side(problem, bead);
    if (shared < DG_SIDES)
        widen(pair, shared);
    if (!bead->fixed)
        return;
    pair->confidence = bead->fixed->confidence;
    pair->method = bead->fixed->method;
    pair->approved = bead->fixed->approved;
    pair->silenced = bead->fixed->silenced;
    pair->pos = bead->fixed->pos;
}

/* Notes which beads hold a pair that was given but might be widened. */
static void
mark_given(const DgProblem *problem, DgBeads *path)
{
    for (size_t k = 0, at = 0; k < path->n; k++) {
        DgBead *bead = &path->beads[k];
        const DgFixed *fixed = at < problem->n_fixed ? &problem->fixed[at] : NULL;
        if (bead->end[DG_LEFT] > bead->first[DG_LEFT] && fixed &&
            fixed->first[DG_RIGHT] < fixed->end[DG_RIGHT] &&
            fixed->first[DG_LEFT] < fixed->end[DG_LEFT] &&
            fixed->first[DG_LEFT] < bead->end[DG_LEFT]) {
            bead->fixed = fixed;
            at++;
        }
    }
}

static DgBeads
find_beads(Aligning *aligning, DgProblem *problem, DgPairsFile *file)
{
    DgArena *scratch = aligning->scratch;
    size_t n_fixed = 0;
    dg_names_give(aligning->arena, scratch, aligning->blocks, aligning->n);
    dg_problem_tabulate(scratch, problem);
    dg_problem_match(scratch, problem);
    DgFixed *fixed = dg_fixed_find(scratch, aligning->diags, problem, file, &n_fixed);
    dg_problem_fix(scratch, problem, fixed, n_fixed);
    DgBeads path = dg_problem_solve(scratch, problem);
    mark_given(problem, &path);
    if (dg_doubt_is_due(problem, &path)) {
        dg_problem_fix(scratch, problem, NULL, 0);
        DgBeads free_path = dg_problem_solve(scratch, problem);
        dg_doubt_fixed(aligning->diags, problem, &path, &free_path);
    }
    dg_doubt_beads(aligning->diags, problem, &path, aligning->item);
    return path;
}

/* What a line of the pairs file says of approval outlives changes of the pair: it goes to the pair of the
 * first of its blocks that is still there. */
static void
keep_approval(const DgPairsLine *line, GHashTable *pairs)
{
    for (int side = 0; side < DG_SIDES; side++)
        for (size_t i = 0; i < line->n[side]; i++) {
            DgPair *pair = g_hash_table_lookup(pairs, line->names[side][i]);
            if (!pair || pair->approved || pair->silenced)
                continue;
            pair->approved = line->approved;
            pair->silenced = line->silenced;
            pair->pos = line->pos;
            return;
        }
}

static void
keep_approvals(Aligning *aligning, const DgPairsFile *file)
{
    DgItem *item = aligning->item;
    g_autoptr(GHashTable) pairs = g_hash_table_new(g_str_hash, g_str_equal);
    for (size_t k = item->n_pairs; k-- > 0;)
        for (int side = DG_SIDES; side-- > 0;)
            for (size_t i = 0; i < item->pairs[k].n[side]; i++)
                g_hash_table_insert(pairs, (gpointer)item->pairs[k].blocks[side][i]->id,
                                    &item->pairs[k]);
    for (size_t i = 0; i < file->n; i++)
        if (!file->lines[i].used && (file->lines[i].approved || file->lines[i].silenced))
            keep_approval(&file->lines[i], pairs);
}

static void
point_to_pairs(Aligning *aligning)
{
    DgItem *item = aligning->item;
    dg_names_anchor(aligning->arena, item->pairs, item->n_pairs);
    for (size_t k = 0; k < item->n_pairs; k++)
        for (int side = 0; side < DG_SIDES; side++)
            for (size_t i = 0; i < item->pairs[k].n[side]; i++)
                item->pairs[k].blocks[side][i]->pair = &item->pairs[k];
}

static void
align_item(Aligning *aligning)
{
    DgItem *item = aligning->item;
    item->pairs = NULL;
    item->n_pairs = 0;
    for (int side = 0; side < DG_SIDES; side++)
        aligning->blocks[side] =
            dg_blocks(aligning->arena, item->text[side].body, &aligning->n[side]);
    if (aligning->n[DG_LEFT] && aligning->n[DG_RIGHT]) {
        DgPairsFile *file =
            dg_pairs_file_read(aligning->arena, aligning->diags, aligning->volume, item);
        DgProblem *problem = dg_problem_new(aligning->scratch, aligning->blocks, aligning->n);
        DgBeads path = find_beads(aligning, problem, file);
        for (size_t k = 0; k < path.n; k++)
            pair_bead(aligning, problem, &path.beads[k]);
        keep_approvals(aligning, file);
        dg_approvals_check(aligning->scratch, aligning->diags, item);
    } else {
        dg_names_give(aligning->arena, aligning->scratch, aligning->blocks, aligning->n);
        pair_alone(aligning, aligning->n[DG_LEFT] ? DG_LEFT : DG_RIGHT);
    }
    point_to_pairs(aligning);
}

void
dg_align(DgArena *arena, DgDiags *diags, DgVolume *volume)
{
    for (size_t i = 0; i < volume->n_items; i++) {
        Aligning aligning = {.arena = arena, .scratch = dg_arena_new(), .diags = diags};
        aligning.volume = volume;
        aligning.item = volume->items[i];
        align_item(&aligning);
        dg_arena_free(aligning.scratch);
    }
}
