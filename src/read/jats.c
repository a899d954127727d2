/* jats.c - one text of a JATS or BITS file: front matter, body, back matter, in reading order. */
#include "jats-internal.h"

#include <string.h>

/* What is set of an article, in order; sub-articles that are no translations follow as sections. */
static void
read_body(Jats *jats, DgNode *body)
{
    static const char *const parts[] = {
        "front-matter",         "book-front",   "body", "book-body",
        "named-book-part-body", "floats-group", "back", "book-back"};
    const DgXml *root = jats->root;
    Flow flow = flow_into(jats, body, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(parts); i++)
        for (const DgXml *part = dg_xml_child(root, parts[i]); part;
             part = dg_xml_sibling(part, parts[i]))
            jats_read(&flow, part);
    for (const DgXml *child = root->first; child; child = child->next) {
        const char *type = child->name ? dg_xml_attribute(child, "article-type") : NULL;
        bool translation = type && strcmp(type, "translation") == 0;
        if (child->name && jats_named(child, "sub-article response") && !translation)
            jats_read(&flow, child);
    }
    flow_end(&flow);
    if (body->first)
        return;
    /* No part that is known: whatever text there is. */
    jats_children_but(&flow, root,
                      "front front-stub book-meta book-part-meta collection-meta processing-meta");
    flow_end(&flow);
}

/* Its title as a heading, who wrote it as a line, then its text one level down. */
void
jats_sub_article(Flow *flow, const DgXml *element, int value)
{
    (void)value;
    Jats *jats = flow->jats;
    const char *type = dg_xml_attribute(element, "article-type");
    if (type && strcmp(type, "translation") == 0)
        return;
    DgNode *section = flow_block(flow, DG_SECTION, element);
    section->type = element->name;
    jats->level++;
    Flow inner = flow_into(jats, section, NULL);
    const DgXml *stub = NULL;
    for (const DgXml *child = element->first; child && !stub; child = child->next)
        if (child->name && jats_named(child, "front-stub front book-part-meta"))
            stub = dg_xml_is(child, "front") ? dg_xml_child(child, "article-meta") : child;
    const DgXml *group = dg_xml_child(stub, "title-group");
    const DgXml *title =
        dg_xml_child(group, dg_xml_child(group, "title") ? "title" : "article-title");
    const char *label = group ? jats_label(jats, group) : NULL;
    inner.label = label;
    inner.label_pos = element->pos;
    if (title)
        jats_heading(&inner, title, jats->level);
    const DgXml *subtitle = dg_xml_child(group, "subtitle");
    if (subtitle)
        jats_read(&inner, subtitle);
    for (const DgXml *people = dg_xml_child(stub, "contrib-group"); people;
         people = dg_xml_sibling(people, "contrib-group"))
        jats_read(&inner, people);
    jats_children_but(&inner, element, "front-stub front book-part-meta processing-meta");
    flow_end(&inner);
    jats->level--;
    if (!section->first)
        dg_node_remove(section);
}

static Jats
open_text(DgArena *arena, DgDiags *diags, const DgVolume *volume, GHashTable *unknown,
          JatsSource source)
{
    Jats jats = {.arena = arena,
                 .diags = diags,
                 .volume = volume,
                 .unknown = unknown,
                 .file = source.file,
                 .language = source.language,
                 .split = source.split,
                 .root = source.root,
                 .article = source.article,
                 .foreign = source.foreign};
    jats.elements = g_hash_table_new(g_str_hash, g_str_equal);
    jats.nodes = g_hash_table_new(g_str_hash, g_str_equal);
    jats.reported = g_hash_table_new(g_str_hash, g_str_equal);
    jats.notes = g_hash_table_new(NULL, NULL);
    jats.links = g_ptr_array_new();
    jats.floats = g_ptr_array_new();
    jats.late = g_ptr_array_new();
    jats_index(&jats, source.document);
    return jats;
}

static void
close_text(Jats *jats)
{
    g_hash_table_unref(jats->elements);
    g_hash_table_unref(jats->nodes);
    g_hash_table_unref(jats->reported);
    g_hash_table_unref(jats->notes);
    g_ptr_array_unref(jats->links);
    g_ptr_array_unref(jats->floats);
    g_ptr_array_unref(jats->late);
}

void
jats_read_text(DgArena *arena, DgDiags *diags, const DgVolume *volume, GHashTable *unknown,
               JatsSource source, DgText *text)
{
    Jats jats = open_text(arena, diags, volume, unknown, source);
    text->language = source.language;
    text->file = source.file;
    jats_front(&jats, &text->meta);
    DgNode *body = dg_node_new(arena, DG_BODY, source.root->pos);
    body->lang = source.language;
    read_body(&jats, body);
    jats_late_groups(&jats);
    jats_resolve(&jats);
    jats_place_floats(&jats, body);
    jats_report_lost_notes(&jats);
    jats_settle_notes(&jats, &text->meta);
    if (body->first)
        text->body = body;
    else
        dg_diag(diags, DG_JATS_EMPTY, source.root->pos, NULL);
    close_text(&jats);
}

void
jats_read_meta(DgArena *arena, DgDiags *diags, const DgVolume *volume, GHashTable *unknown,
               JatsSource source, DgText *text)
{
    Jats jats = open_text(arena, diags, volume, unknown, source);
    text->language = source.language;
    jats_front(&jats, &text->meta);
    jats_late_groups(&jats);
    jats_resolve(&jats);
    text->meta.notes = NULL;
    close_text(&jats);
}
