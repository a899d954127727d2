/* diff-match.c - which blocks of two revisions of one text are one another's: by id, by equal text, by likeness of
 * their words; then what was divided, joined and moved. */
#include "diff-internal.h"

#include <glib.h>
#include <stdlib.h>
#include <string.h>

#define LIKE_BY_ID 0.5 /* an id is believed at once when the words agree so far */

const DgDiffBlock *
dg_match_block(const DgMatching *matching, int revision, size_t i)
{
    return &matching->text[revision]->blocks[i];
}

bool
dg_match_is_free(const DgMatching *matching, int revision, size_t i)
{
    return matching->partner[revision][i] == DG_NO_BLOCK &&
           matching->host[revision][i] == DG_NO_BLOCK;
}

void
dg_match_join(DgMatching *matching, size_t i, size_t j)
{
    matching->partner[0][i] = j;
    matching->partner[1][j] = i;
}

/* ---- by id ---- */
static void
match_keys(DgMatching *matching, double least)
{
    g_autoptr(GHashTable) keys = g_hash_table_new(g_str_hash, g_str_equal);
    for (size_t i = matching->text[0]->n; i-- > 0;)
        if (dg_match_block(matching, 0, i)->key && dg_match_is_free(matching, 0, i))
            g_hash_table_insert(keys, (gpointer)dg_match_block(matching, 0, i)->key,
                                GSIZE_TO_POINTER(i + 1));
    for (size_t j = 0; j < matching->text[1]->n; j++) {
        const char *key = dg_match_block(matching, 1, j)->key;
        size_t i = key && dg_match_is_free(matching, 1, j)
                       ? GPOINTER_TO_SIZE(g_hash_table_lookup(keys, key))
                       : 0;
        if (i && dg_match_is_free(matching, 0, i - 1) &&
            dg_blocks_likeness(dg_match_block(matching, 0, i - 1),
                               dg_match_block(matching, 1, j)) >= least)
            dg_match_join(matching, i - 1, j);
    }
}

/* ---- by equal text: in order as many as can be, then wherever they went ---- */
static uint32_t
symbol_of(GHashTable *symbols, const DgDiffBlock *one)
{
    gpointer symbol = g_hash_table_lookup(symbols, one->text);
    if (!symbol) {
        symbol = GUINT_TO_POINTER(g_hash_table_size(symbols) + 1);
        g_hash_table_insert(symbols, (gpointer)one->text, symbol);
    }
    return GPOINTER_TO_UINT(symbol);
}

/* The free blocks of a revision and their symbols. */
static size_t
collect_free(const DgMatching *matching, int revision, GHashTable *symbols, size_t *indices,
             uint32_t *list)
{
    size_t n = 0;
    for (size_t i = 0; i < matching->text[revision]->n; i++)
        if (dg_match_is_free(matching, revision, i)) {
            indices[n] = i;
            list[n++] = symbol_of(symbols, dg_match_block(matching, revision, i));
        }
    return n;
}

static void
match_equal_in_order(DgMatching *matching)
{
    g_autoptr(GHashTable) symbols = g_hash_table_new(g_str_hash, g_str_equal);
    size_t *indices[2], n[2];
    uint32_t *list[2];
    for (int revision = 0; revision < 2; revision++) {
        size_t all = matching->text[revision]->n;
        indices[revision] = DG_NEW_ARRAY(matching->arena, size_t, all + 1);
        list[revision] = DG_NEW_ARRAY(matching->arena, uint32_t, all + 1);
        n[revision] = collect_free(matching, revision, symbols, indices[revision], list[revision]);
    }
    DgEdit *edits;
    size_t n_edits = dg_script_make(matching->arena, list[0], n[0], list[1], n[1], &edits);
    for (size_t k = 0; k < n_edits; k++)
        for (size_t i = 0; edits[k].change == DG_UNCHANGED && i < edits[k].n; i++)
            dg_match_join(matching, indices[0][edits[k].first[0] + i],
                          indices[1][edits[k].first[1] + i]);
}

static void
match_equal_anywhere(DgMatching *matching)
{
    g_autoptr(GHashTable) texts = g_hash_table_new(g_str_hash, g_str_equal);
    for (size_t i = matching->text[0]->n; i-- > 0;)
        if (dg_match_is_free(matching, 0, i))
            g_hash_table_insert(texts, (gpointer)dg_match_block(matching, 0, i)->text,
                                GSIZE_TO_POINTER(i + 1));
    for (size_t j = 0; j < matching->text[1]->n; j++) {
        if (!dg_match_is_free(matching, 1, j))
            continue;
        size_t i =
            GPOINTER_TO_SIZE(g_hash_table_lookup(texts, dg_match_block(matching, 1, j)->text));
        if (i && dg_match_is_free(matching, 0, i - 1))
            dg_match_join(matching, i - 1, j);
    }
}

/* ---- by place: a heading that is wholly new between the same neighbours ---- */
static bool
follows_partner(const DgMatching *matching, size_t i, size_t j)
{
    return i == 0 || j == 0 ? i == j : matching->partner[0][i - 1] == j - 1;
}

static bool
precedes_partner(const DgMatching *matching, size_t i, size_t j)
{
    bool last = i + 1 == matching->text[0]->n, also = j + 1 == matching->text[1]->n;
    return last || also ? last == also : matching->partner[0][i + 1] == j + 1;
}

static void
match_headings(DgMatching *matching)
{
    for (size_t j = 0; j < matching->text[1]->n; j++) {
        if (!dg_match_is_free(matching, 1, j) ||
            dg_match_block(matching, 1, j)->node->kind != DG_HEADING)
            continue;
        size_t i = j == 0 ? 0 : matching->partner[1][j - 1] + 1; /* DG_NO_BLOCK + 1 is 0 */
        if (i < matching->text[0]->n && dg_match_is_free(matching, 0, i) &&
            dg_match_block(matching, 0, i)->node->kind == DG_HEADING &&
            follows_partner(matching, i, j) && precedes_partner(matching, i, j))
            dg_match_join(matching, i, j);
    }
}

static DgMatching
start(DgArena *arena, const DgDiffText *old_text, const DgDiffText *new_text)
{
    DgMatching matching = {.arena = arena, .text = {old_text, new_text}};
    for (int revision = 0; revision < 2; revision++) {
        size_t n = matching.text[revision]->n;
        matching.partner[revision] = DG_NEW_ARRAY(arena, size_t, n + 1);
        matching.host[revision] = DG_NEW_ARRAY(arena, size_t, n + 1);
        for (size_t i = 0; i <= n; i++)
            matching.partner[revision][i] = matching.host[revision][i] = DG_NO_BLOCK;
    }
    return matching;
}

DgMatching
dg_blocks_match(DgArena *arena, const DgDiffText *old_text, const DgDiffText *new_text)
{
    DgMatching matching = start(arena, old_text, new_text);
    match_keys(&matching, LIKE_BY_ID);
    match_equal_in_order(&matching);
    match_equal_anywhere(&matching);
    match_keys(&matching, 0);
    dg_match_alike(&matching);
    match_headings(&matching);
    dg_match_parts(&matching);
    return matching;
}
