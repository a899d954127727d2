/* read.c - a folder, a manifest or one JATS file to a volume. */
#include "read-internal.h"

#include <string.h>

static bool
is_manifest(const char *path)
{
    g_autofree char *name = g_path_get_basename(path);
    return strcmp(name, "volume.xml") == 0;
}

static const char *
safe_id(Reader *reader, const char *path)
{
    const char *stem = dg_path_stem(reader->arena, path);
    return value_is_valid(VALUE_WORD, stem) ? stem : item_anchor(reader, stem);
}

/* One JATS file: a volume of one item, named after it. */
static bool
read_single(Reader *reader, const DgXml *document, const char *languages)
{
    DgVolume *volume = reader->volume;
    volume->single = true;
    volume->id = safe_id(reader, volume->file);
    DgItem *item = DG_NEW(reader->arena, DgItem);
    item->href = dg_path_stem(reader->arena, volume->file);
    item->pos = document->pos;
    item->part = &volume->root;
    if (!item_read_single(reader, item, document, languages))
        return false;
    item->anchor = item_anchor(reader, item->href);
    DG_APPEND(reader->arena, volume->items, volume->n_items, item);
    DgEntry entry = {.kind = DG_ENTRY_ITEM, .item = item};
    DG_APPEND(reader->arena, volume->root.entries, volume->root.n_entries, entry);
    for (int side = 0; side < volume->n_languages; side++)
        if (item->text[side].meta.title)
            volume->title[side] = dg_node_text(reader->arena, item->text[side].meta.title);
    return true;
}

static bool
read_file(Reader *reader, const char *path, const char *languages)
{
    const DgXml *root = dg_xml_parse(reader->arena, reader->diags, path, reader->volume->file);
    if (!root)
        return false;
    if (is_manifest(path) || dg_xml_is(root, "volume"))
        return manifest_read(reader, root, languages);
    return read_single(reader, root, languages);
}

DgVolume *
dg_volume_read(DgArena *arena, DgDiags *diags, const char *path, const char *languages)
{
    const char *given = path;
    bool folder = dg_folder_exists(path);
    if (folder)
        path = dg_path_join(arena, path, "volume.xml");
    if (!dg_file_exists(path)) {
        dg_diag(diags, folder ? DG_VOLUME_FOLDER : DG_VOLUME_ABSENT, DG_NOWHERE, given, NULL);
        return NULL;
    }
    DgVolume *volume = DG_NEW(arena, DgVolume);
    volume->folder = dg_path_folder(arena, path);
    g_autofree char *name = g_path_get_basename(path);
    volume->file = dg_arena_strdup(arena, name);
    g_autoptr(GHashTable) unknown = g_hash_table_new(g_str_hash, g_str_equal);
    g_autoptr(GHashTable) hrefs = g_hash_table_new(g_str_hash, g_str_equal);
    g_autoptr(GHashTable) anchors = g_hash_table_new(g_str_hash, g_str_equal);
    g_hash_table_add(anchors, (gpointer) "index"); /* the front page of the web edition */
    Reader reader = {arena, diags, volume, unknown, hrefs, anchors};
    return read_file(&reader, path, languages) ? volume : NULL;
}
