/* pdf-tree-pairs.c - reading order pair by pair: what corresponds follows each other, the first language first.
 * The texts of both sides are merged by the pairs that their parts begin with. Sections that begin with the same pair
 * become one, whose parts are merged in turn; anything else (a list, a table) is read as a whole. */
#include "pdf-tree-internal.h"

typedef struct {
    GHashTable *ranks; /* block to the number of its pair, from 1 */
    const char *const *languages;
} Merger;

static void
number_blocks(Merger *merger, const DgFlow *flow)
{
    for (size_t i = 0; i < flow->n_pairs; i++)
        for (int side = 0; side < DG_SIDES; side++)
            for (size_t j = 0; j < flow->pairs[i].n[side]; j++)
                g_hash_table_insert(merger->ranks, flow->pairs[i].blocks[side][j],
                                    GSIZE_TO_POINTER(i + 1));
}

/* Of the first block in it that stands in a pair; 0: none does. */
static size_t
rank_of(const Merger *merger, const DgNode *node)
{
    for (DgWalk walk = dg_walk((DgNode *)node); dg_walk_next(&walk);) {
        size_t rank = GPOINTER_TO_SIZE(g_hash_table_lookup(merger->ranks, walk.node));
        if (walk.entering && rank)
            return rank;
    }
    return 0;
}

typedef struct {
    GPtrArray *nodes;
    guint next;
} Side;

static const DgNode *
next_of(const Side *side)
{
    return side->next < side->nodes->len ? side->nodes->pdata[side->next] : NULL;
}

static void
add_children(Side *side, const DgNode *node)
{
    for (const DgNode *child = node->first; child; child = child->next)
        g_ptr_array_add(side->nodes, (gpointer)child);
}

static void
build_one(const Merger *merger, PdfPlace at, const DgNode *node, DgSide side)
{
    at.untold = merger->languages[side];
    tree_build(at, node);
}

static void merge(const Merger *merger, PdfPlace at, Side sides[DG_SIDES]);

static void
build_joint_section(const Merger *merger, PdfPlace at, const DgNode *left, const DgNode *right)
{
    Side sides[DG_SIDES] = {{g_ptr_array_new(), 0}, {g_ptr_array_new(), 0}};
    at.parent = tree_element_new(at.tree, at.parent, TAG_SECT, left);
    tree_map(at.tree, left, at.parent);
    tree_map(at.tree, right, at.parent);
    add_children(&sides[DG_LEFT], left);
    add_children(&sides[DG_RIGHT], right);
    merge(merger, at, sides);
    for (int side = 0; side < DG_SIDES; side++)
        g_ptr_array_free(sides[side].nodes, TRUE);
}

static bool
are_one_section(const DgNode *left, const DgNode *right, size_t left_rank, size_t right_rank)
{
    return left->kind == DG_SECTION && right->kind == DG_SECTION && left_rank &&
           left_rank == right_rank;
}

/* What is in no pair follows what stands before it on its side. */
static void
merge(const Merger *merger, PdfPlace at, Side sides[DG_SIDES])
{
    for (;;) {
        const DgNode *left = next_of(&sides[DG_LEFT]), *right = next_of(&sides[DG_RIGHT]);
        if (!left && !right)
            return;
        size_t left_rank = left ? rank_of(merger, left) : SIZE_MAX,
               right_rank = right ? rank_of(merger, right) : SIZE_MAX;
        if (left && right && are_one_section(left, right, left_rank, right_rank)) {
            build_joint_section(merger, at, left, right);
            sides[DG_LEFT].next++;
            sides[DG_RIGHT].next++;
            continue;
        }
        DgSide side = left && (left_rank <= right_rank || !right) ? DG_LEFT : DG_RIGHT;
        build_one(merger, at, side == DG_LEFT ? left : right, side);
        sides[side].next++;
    }
}

void
tree_build_pairs(PdfPlace at, const DgFlow *flow, const char *const languages[DG_SIDES])
{
    Merger merger = {g_hash_table_new(NULL, NULL), languages};
    Side sides[DG_SIDES] = {{g_ptr_array_new(), 0}, {g_ptr_array_new(), 0}};
    number_blocks(&merger, flow);
    for (int side = 0; side < DG_SIDES; side++)
        for (size_t i = 0; i < flow->n_roots[side]; i++) {
            const DgNode *root = flow->roots[side][i];
            if (!root || g_hash_table_contains(at.tree->elements, root))
                continue;
            tree_map(at.tree, root, at.parent);
            add_children(&sides[side], root);
        }
    merge(&merger, at, sides);
    for (int side = 0; side < DG_SIDES; side++)
        g_ptr_array_free(sides[side].nodes, TRUE);
    g_hash_table_destroy(merger.ranks);
}
