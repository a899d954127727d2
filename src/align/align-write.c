/* align-write.c - `diglot align`: the pairs file of an item, and the names of its blocks into its sources. */
#include "align-internal.h"

#include "diglot/files.h"

#include <string.h>

static void
append_names(GString *text, const DgPair *pair, int side)
{
    size_t n;
    DgNode **blocks = dg_pair_side(pair, side, &n);
    for (size_t i = 0; i < n; i++)
        g_string_append_printf(text, "%s%s", i ? "+" : "", blocks[i]->id);
    g_string_append(text, n ? "\t" : "-\t");
}

static void
append_pair(GString *text, const DgPair *pair)
{
    char confidence[G_ASCII_DTOSTR_BUF_SIZE];
    for (int side = 0; side < DG_SIDES; side++)
        append_names(text, pair, side);
    g_string_append_printf(
        text, "%s\t%s", dg_method_name(pair->method),
        g_ascii_formatd(confidence, sizeof confidence, "%.2f", pair->confidence));
    if (pair->approved)
        g_string_append_printf(text, "\tapproved=%s", pair->approved);
    g_auto(GStrv) silenced = g_strsplit(pair->silenced ? pair->silenced : "", "\t", -1);
    for (char **one = silenced; *one; one++)
        g_string_append_printf(text, "\tok=%s", *one);
    g_string_append_c(text, '\n');
}

static bool
write_pairs(DgArena *arena, DgDiags *diags, const DgVolume *volume, const DgItem *item)
{
    g_autoptr(GString) text = g_string_new(NULL);
    g_string_append_printf(text, "#diglot-pairs 1\t%s\t%s\n", volume->languages[DG_LEFT],
                           volume->languages[DG_RIGHT]);
    for (size_t i = 0; i < item->n_pairs; i++)
        append_pair(text, &item->pairs[i]);
    return dg_file_write(diags, dg_pairs_path(arena, volume, item), text->str, text->len);
}

static bool
is_named(const DgItem *item, const char *const *hrefs, size_t n)
{
    bool named = n == 0;
    for (size_t i = 0; i < n && !named; i++)
        named = strcmp(item->href, hrefs[i]) == 0;
    return named;
}

/* The names of blocks into each file that the item comes from. */
static bool
write_ids(DgArena *arena, DgDiags *diags, const DgVolume *volume, const DgItem *item)
{
    const char *left = item->text[DG_LEFT].file, *right = item->text[DG_RIGHT].file;
    bool written = !left || dg_ids_insert(arena, diags, volume, item, left);
    if (right && g_strcmp0(left, right) != 0)
        written = dg_ids_insert(arena, diags, volume, item, right) && written;
    return written;
}

static bool
write_item(DgArena *arena, DgDiags *diags, const DgVolume *volume, const DgItem *item, bool ids)
{
    bool two = item->text[DG_LEFT].body && item->text[DG_RIGHT].body;
    if (item->n_pairs == 0 || !two || item->due)
        return true;
    return (!ids || write_ids(arena, diags, volume, item)) &&
           write_pairs(arena, diags, volume, item);
}

bool
dg_align_write(DgArena *arena, DgDiags *diags, const DgVolume *volume, const char *const *hrefs,
               size_t n, bool ids)
{
    bool written = true;
    for (size_t i = 0; i < volume->n_items; i++)
        if (is_named(volume->items[i], hrefs, n))
            written = write_item(arena, diags, volume, volume->items[i], ids) && written;
    return written;
}
