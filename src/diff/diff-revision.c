/* diff-revision.c - an item of one revision as rows of blocks: front matter first, then its pairs. */
#include "diff-internal.h"

#include <glib.h>
#include <string.h>

typedef struct {
    DgArena *arena;
    const DgItem *item;
    int side_of[DG_SIDES]; /* the item's side for each side of the comparison, or -1 */
    DgRevision revision;
} Reading;

static size_t
add_row(Reading *reading, const DgPair *pair)
{
    DgRevision *revision = &reading->revision;
    DG_APPEND(reading->arena, revision->pairs, revision->n_pairs, pair);
    return revision->n_pairs - 1;
}

static void
add_block(Reading *reading, int side, DgNode *node, const char *key, size_t row)
{
    DgDiffText *text = &reading->revision.text[side];
    DG_APPEND(reading->arena, text->blocks, text->n, dg_diff_block(reading->arena, node, key, row));
}

static const DgMeta *
meta_of(const Reading *reading, int side)
{
    return reading->side_of[side] < 0 ? NULL : &reading->item->text[reading->side_of[side]].meta;
}

static void
add_titles(Reading *reading)
{
    size_t title = add_row(reading, NULL), subtitle = add_row(reading, NULL);
    for (int side = 0; side < DG_SIDES; side++) {
        const DgMeta *meta = meta_of(reading, side);
        if (meta && meta->title)
            add_block(reading, side, meta->title, "/title", title);
        if (meta && meta->subtitle)
            add_block(reading, side, meta->subtitle, "/subtitle", subtitle);
    }
}

static void
append_listed(GString *text, const char *const *list, size_t n)
{
    for (size_t i = 0; i < n; i++)
        g_string_append_printf(text, "%s%s", text->len ? ", " : "", list[i]);
}

static void
add_text(Reading *reading, int side, const char *text, DgPos pos, const char *key, size_t row)
{
    if (*text)
        add_block(reading, side,
                  dg_block_new(reading->arena, DG_PARAGRAPH, DG_ROLE_NONE, text, pos), key, row);
}

/* Name, roles and affiliations as one line. */
static void
add_contributor(Reading *reading, int side, const DgContributor *contributor, size_t number,
                size_t row)
{
    g_autoptr(GString) text = g_string_new(dg_contributor_name(contributor));
    append_listed(text, contributor->roles, contributor->n_roles);
    append_listed(text, contributor->affiliations, contributor->n_affiliations);
    add_text(reading, side, text->str, contributor->pos,
             dg_arena_printf(reading->arena, "/contributor-%zu", number), row);
}

static void
add_contributors(Reading *reading)
{
    bool more = true;
    for (size_t number = 0; more; number++) {
        more = false;
        size_t row = add_row(reading, NULL);
        for (int side = 0; side < DG_SIDES; side++) {
            const DgMeta *meta = meta_of(reading, side);
            if (!meta || number >= meta->n_contributors)
                continue;
            add_contributor(reading, side, &meta->contributors[number], number, row);
            more = true;
        }
    }
}

/* The n-th blocks of both sides stand in one row; a root is followed by its siblings. */
static void
add_trees(Reading *reading, DgNode *const roots[DG_SIDES])
{
    size_t first = reading->revision.n_pairs;
    for (int side = 0; side < DG_SIDES; side++) {
        size_t number = 0;
        for (DgNode *root = roots[side]; root; root = root->next) {
            size_t n;
            DgNode **blocks = dg_blocks(reading->arena, root, &n);
            for (size_t i = 0; i < n; i++, number++) {
                while (first + number >= reading->revision.n_pairs)
                    add_row(reading, NULL);
                add_block(reading, side, blocks[i], blocks[i]->id, first + number);
            }
        }
    }
}

static void
add_abstracts(Reading *reading)
{
    DgNode *roots[DG_SIDES];
    for (int side = 0; side < DG_SIDES; side++) {
        const DgMeta *meta = meta_of(reading, side);
        roots[side] = meta ? meta->abstract : NULL;
    }
    add_trees(reading, roots);
}

/* On the authors; and their lives. */
static void
add_notes(Reading *reading)
{
    DgNode *notes[DG_SIDES] = {NULL};
    for (int side = 0; side < DG_SIDES; side++)
        if (meta_of(reading, side))
            notes[side] = meta_of(reading, side)->notes;
    add_trees(reading, notes);
    bool more = true;
    for (size_t number = 0; more; number++) {
        DgNode *lives[DG_SIDES] = {NULL};
        more = false;
        for (int side = 0; side < DG_SIDES; side++) {
            const DgMeta *meta = meta_of(reading, side);
            if (!meta || number >= meta->n_contributors)
                continue;
            lives[side] = meta->contributors[number].bio;
            more = true;
        }
        add_trees(reading, lives);
    }
}

static void
add_keywords(Reading *reading)
{
    size_t row = add_row(reading, NULL);
    for (int side = 0; side < DG_SIDES; side++) {
        const DgMeta *meta = meta_of(reading, side);
        g_autoptr(GString) text = g_string_new(NULL);
        if (meta)
            append_listed(text, meta->keywords, meta->n_keywords);
        DgPos pos =
            meta ? (DgPos){reading->item->text[reading->side_of[side]].file, 0, 0} : DG_NOWHERE;
        add_text(reading, side, text->str, pos, "/keywords", row);
    }
}

static void
add_pair(Reading *reading, const DgPair *pair)
{
    size_t row = add_row(reading, pair);
    for (int side = 0; side < DG_SIDES; side++) {
        int from = reading->side_of[side];
        if (from < 0 || (pair->full && from != (int)pair->full_side))
            continue;
        int held = pair->full ? DG_LEFT : from;
        for (size_t i = 0; i < pair->n[held]; i++)
            add_block(reading, side, pair->blocks[held][i], pair->blocks[held][i]->id, row);
    }
}

DgRevision
dg_revision_of(DgArena *arena, const DgItem *item, const char *const languages[DG_SIDES])
{
    Reading reading = {.arena = arena, .item = item};
    if (!item)
        return reading.revision;
    for (int side = 0; side < DG_SIDES; side++) {
        reading.side_of[side] = -1;
        for (int from = 0; from < DG_SIDES; from++)
            if (languages[side] && g_strcmp0(item->text[from].language, languages[side]) == 0)
                reading.side_of[side] = from;
    }
    add_titles(&reading);
    add_contributors(&reading);
    add_abstracts(&reading);
    add_keywords(&reading);
    add_notes(&reading);
    for (size_t i = 0; i < item->n_pairs; i++)
        add_pair(&reading, &item->pairs[i]);
    return reading.revision;
}
