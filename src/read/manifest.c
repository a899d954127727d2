/* manifest.c - volume.xml to the volume: titles, parts, slots, items in the order of print. */
#include "read-internal.h"

#include <string.h>

static void read_entries(Reader *reader, DgPart *part, const DgXml *element);

static void
append_entry(Reader *reader, DgPart *part, DgEntry entry)
{
    DG_APPEND(reader->arena, part->entries, part->n_entries, entry);
}

static void
read_slot(Reader *reader, DgPart *part, const DgXml *element)
{
    DgSlot *slot = DG_NEW(reader->arena, DgSlot);
    slot->pos = element->pos;
    slot->from = valid_attribute(element, "from", VALUE_DATE);
    slot->to = valid_attribute(element, "to", VALUE_DATE);
    for (const DgXml *child = element->first; child; child = child->next) {
        if (dg_xml_is(child, "title"))
            set_by_language(reader, slot->title, child);
        else if (dg_xml_is(child, "speaker"))
            mention_append(reader, child, &slot->speakers, &slot->n_speakers);
    }
    append_entry(reader, part, (DgEntry){.kind = DG_ENTRY_SLOT, .slot = slot});
}

static void
read_layout(const DgXml *element, DgLayout *layout, DgSync *sync)
{
    const char *name = valid_attribute(element, "layout", VALUE_LAYOUT);
    if (name)
        dg_layout_parse(name, layout);
    name = valid_attribute(element, "sync", VALUE_SYNC);
    if (name)
        dg_sync_parse(name, sync);
}

static void
read_item(Reader *reader, DgPart *part, const DgXml *element)
{
    DgVolume *volume = reader->volume;
    const char *href = valid_attribute(element, "href", VALUE_PATH);
    if (!href)
        return;
    if (!g_hash_table_add(reader->hrefs, (gpointer)href)) {
        dg_diag(reader->diags, DG_ITEM_TWICE, element->pos, href, NULL);
        return;
    }
    DgItem *item = DG_NEW(reader->arena, DgItem);
    item->href = href;
    item->pos = element->pos;
    item->part = part;
    item->from = valid_attribute(element, "from", VALUE_DATE);
    item->to = valid_attribute(element, "to", VALUE_DATE);
    item->due = valid_attribute(element, "translation", VALUE_DUE) != NULL;
    read_layout(element, &item->layout, &item->sync);
    int original = language_side(volume, valid_attribute(element, "original", VALUE_LANGUAGE));
    item->original = original < 0 ? DG_SIDES : (DgSide)original; /* DG_SIDES: not stated */
    if (!item_read(reader, item))
        return;
    item->anchor = item_anchor(reader, href);
    DG_APPEND(reader->arena, volume->items, volume->n_items, item);
    append_entry(reader, part, (DgEntry){.kind = DG_ENTRY_ITEM, .item = item});
}

static void
read_part(Reader *reader, DgPart *parent, const DgXml *element)
{
    DgPart *part = DG_NEW(reader->arena, DgPart);
    part->pos = element->pos;
    part->parent = parent == &reader->volume->root ? NULL : parent;
    part->id = valid_attribute(element, "id", VALUE_WORD);
    part->from = valid_attribute(element, "from", VALUE_DATE);
    part->to = valid_attribute(element, "to", VALUE_DATE);
    read_layout(element, &part->layout, &part->sync);
    for (const DgXml *child = element->first; child; child = child->next) {
        if (dg_xml_is(child, "title"))
            set_by_language(reader, part->title, child);
        else if (dg_xml_is(child, "topic"))
            set_by_language(reader, part->topic, child);
        else if (dg_xml_is(child, "chair"))
            mention_append(reader, child, &part->chairs, &part->n_chairs);
        else if (dg_xml_is(child, "stream") && valid_attribute(child, "href", VALUE_ADDRESS))
            DG_APPEND(reader->arena, part->streams, part->n_streams,
                      dg_xml_attribute(child, "href"));
    }
    append_entry(reader, parent, (DgEntry){.kind = DG_ENTRY_PART, .part = part});
    read_entries(reader, part, element);
}

static void
read_entries(Reader *reader, DgPart *part, const DgXml *element)
{
    for (const DgXml *child = element->first; child; child = child->next) {
        if (dg_xml_is(child, "part"))
            read_part(reader, part, child);
        else if (dg_xml_is(child, "slot"))
            read_slot(reader, part, child);
        else if (dg_xml_is(child, "item"))
            read_item(reader, part, child);
    }
}

/* Those of the command, of the manifest, of its titles; at least one. */
static void
choose_languages(Reader *reader, const DgXml *root, const char *languages)
{
    DgVolume *volume = reader->volume;
    if (languages)
        languages_set(reader, languages, DG_NOWHERE);
    const char *stated = dg_xml_attribute(root, "languages");
    if (volume->n_languages == 0 && stated)
        languages_set(reader, stated, root->pos);
    for (const DgXml *title = dg_xml_child(root, "title");
         title && volume->n_languages < DG_SIDES && !stated;
         title = dg_xml_sibling(title, "title")) {
        const char *lang = valid_attribute(title, "xml:lang", VALUE_LANGUAGE);
        if (lang && language_side(volume, lang) < 0)
            volume->languages[volume->n_languages++] = jats_language_tag(reader->arena, lang);
    }
    if (volume->n_languages == 0)
        volume->languages[volume->n_languages++] = "en";
}

static void
check_part_ids(Reader *reader, const DgXml *element, GHashTable *seen)
{
    for (const DgXml *child = dg_xml_child(element, "part"); child;
         child = dg_xml_sibling(child, "part")) {
        const char *id = dg_xml_attribute(child, "id");
        const DgXml *first = id ? g_hash_table_lookup(seen, id) : NULL;
        if (first)
            dg_diag_also(reader->diags, DG_JATS_ID_TWICE, child->pos, first->pos, id, NULL);
        else if (id)
            g_hash_table_insert(seen, (gpointer)id, (gpointer)child);
        check_part_ids(reader, child, seen);
    }
}

static void
read_head(Reader *reader, const DgXml *root)
{
    DgVolume *volume = reader->volume;
    for (const DgXml *child = root->first; child; child = child->next) {
        if (dg_xml_is(child, "title"))
            set_by_language(reader, volume->title, child);
        else if (dg_xml_is(child, "subtitle"))
            set_by_language(reader, volume->subtitle, child);
        else if (dg_xml_is(child, "event"))
            event_read(reader, child);
        else if (dg_xml_is(child, "imprint"))
            imprint_read(reader, child);
        else if (dg_xml_is(child, "web"))
            volume->web_url = valid_attribute(child, "url", VALUE_ADDRESS);
    }
}

/* The folder's own name, made safe. */
static const char *
folder_name(Reader *reader)
{
    g_autofree char *path = g_canonicalize_filename(reader->volume->folder, NULL);
    g_autofree char *name = g_path_get_basename(path);
    return value_is_valid(VALUE_WORD, name) ? dg_arena_strdup(reader->arena, name) : "volume";
}

bool
manifest_read(Reader *reader, const DgXml *root, const char *languages)
{
    DgVolume *volume = reader->volume;
    if (!dg_xml_is(root, "volume") || g_strcmp0(root->name_space, "urn:diglot:volume:1") != 0)
        dg_diag(reader->diags, DG_VOLUME_NAMESPACE, root->pos, root->name, "urn:diglot:volume:1",
                NULL);
    if (!dg_xml_is(root, "volume"))
        return false;
    manifest_check(reader->diags, root);
    choose_languages(reader, root, languages);
    g_autoptr(GHashTable) ids = g_hash_table_new(g_str_hash, g_str_equal);
    check_part_ids(reader, root, ids);
    volume->style = valid_attribute(root, "style", VALUE_WORD);
    volume->root.pos = root->pos;
    volume->matter = valid_attribute(root, "matter", VALUE_LISTS);
    volume->id = valid_attribute(root, "id", VALUE_WORD);
    if (!volume->id)
        volume->id = folder_name(reader);
    people_read(reader);
    read_head(reader, root);
    read_entries(reader, &volume->root, root);
    if (volume->root.n_entries == 0)
        dg_diag(reader->diags, DG_VOLUME_EMPTY, root->pos, NULL);
    return true;
}
