/* align-names.c - the names of blocks and pairs, and what a side says as a short hash. */
#include "align-internal.h"

#include "diglot/lang.h"

#include <string.h>

#define NAME_DIGITS 6 /* of 5 bits each */

DgNode **
dg_pair_side(const DgPair *pair, int side, size_t *n)
{
    int held = pair->full ? DG_LEFT : side;
    *n = pair->full && side != (int)pair->full_side ? 0 : pair->n[held];
    return pair->blocks[held];
}

/* The first 32 bits of the SHA-256 of the words of some blocks, the same on every machine. */
static uint32_t
hash_words(DgArena *scratch, DgNode *const *blocks, size_t n)
{
    g_autoptr(GChecksum) sum = g_checksum_new(G_CHECKSUM_SHA256);
    uint8_t digest[32];
    gsize size = sizeof digest;
    for (size_t i = 0; i < n; i++) {
        const char *words = dg_fold(scratch, dg_node_text(scratch, blocks[i]));
        g_checksum_update(sum, (const guchar *)words, (gssize)strlen(words) + 1);
    }
    g_checksum_get_digest(sum, digest, &size);
    return (uint32_t)digest[0] << 24 | (uint32_t)digest[1] << 16 | (uint32_t)digest[2] << 8 |
           digest[3];
}

char *
dg_block_name(DgArena *arena, DgArena *scratch, const DgNode *block)
{
    static const char digits[] = "abcdefghijklmnopqrstuvwxyz234567"; /* RFC 4648, small */
    char name[NAME_DIGITS + 2] = "b";
    DgNode *only = (DgNode *)block;
    uint32_t hash = hash_words(scratch, &only, 1);
    for (int i = 1; i <= NAME_DIGITS; i++, hash <<= 5)
        name[i] = digits[hash >> 27];
    return dg_arena_strdup(arena, name);
}

char *
dg_side_hash(DgArena *arena, const DgPair *pair, DgSide side)
{
    size_t n;
    DgNode **blocks = dg_pair_side(pair, side, &n);
    return dg_arena_printf(arena, "%08x", hash_words(arena, blocks, n));
}

bool
dg_name_is_made(const char *name)
{
    if (*name != 'b' || strspn(name + 1, "abcdefghijklmnopqrstuvwxyz234567") < NAME_DIGITS)
        return false;
    const char *rest = name + 1 + NAME_DIGITS;
    return *rest == '\0' ||
           (*rest == '-' && rest[1] && rest[1 + strspn(rest + 1, "0123456789")] == '\0');
}

/* `name`, or with the first number behind it that is free; then it is taken. `taken` leads from a name to the
 * number to try next, so that a text of equal blocks costs no more than another. */
static const char *
take_name(DgArena *arena, GHashTable *taken, const char *name)
{
    const char *free_name = name;
    guint number = GPOINTER_TO_UINT(g_hash_table_lookup(taken, name));
    for (number = MAX(number, 2); g_hash_table_contains(taken, free_name); number++)
        free_name = dg_arena_printf(arena, "%s-%u", name, number);
    if (free_name != name)
        g_hash_table_replace(taken, (gpointer)name, GUINT_TO_POINTER(number));
    g_hash_table_insert(taken, (gpointer)free_name, GUINT_TO_POINTER(2));
    return free_name;
}

void
dg_names_give(DgArena *arena, DgArena *scratch, DgNode **const blocks[DG_SIDES],
              const size_t n[DG_SIDES])
{
    g_autoptr(GHashTable) taken = g_hash_table_new(g_str_hash, g_str_equal);
    for (int side = 0; side < DG_SIDES; side++)
        for (size_t i = 0; i < n[side]; i++)
            if (blocks[side][i]->id)
                g_hash_table_insert(taken, (gpointer)blocks[side][i]->id, GUINT_TO_POINTER(2));
    for (int side = 0; side < DG_SIDES; side++)
        for (size_t i = 0; i < n[side]; i++)
            if (!blocks[side][i]->id)
                blocks[side][i]->id =
                    take_name(arena, taken, dg_block_name(arena, scratch, blocks[side][i]));
}

void
dg_names_anchor(DgArena *arena, DgPair *pairs, size_t n)
{
    g_autoptr(GHashTable) taken = g_hash_table_new(g_str_hash, g_str_equal);
    for (size_t i = 0; i < n; i++) {
        const DgPair *pair = &pairs[i];
        const DgNode *first =
            pair->n[DG_LEFT] ? pair->blocks[DG_LEFT][0] : pair->blocks[DG_RIGHT][0];
        pairs[i].anchor = take_name(arena, taken, first->id);
    }
}
