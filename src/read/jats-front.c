/* jats-front.c - titles, abstracts, keywords and notes of the front matter. */
#include "jats-internal.h"

#include <string.h>

const DgXml *
jats_meta_of(const DgXml *root)
{
    static const char *const paths[] = {"front/article-meta", "front-stub",      "book-meta",
                                        "book-part-meta",     "collection-meta", "front"};
    for (size_t i = 0; root && i < G_N_ELEMENTS(paths); i++) {
        const DgXml *found = dg_xml_find(root, paths[i]);
        if (found)
            return found;
    }
    return NULL;
}

static const DgXml *
title_group(const DgXml *front)
{
    const DgXml *group = dg_xml_child(front, "title-group");
    return group ? group : dg_xml_child(front, "book-title-group");
}

static const DgXml *
own_title(const DgXml *group)
{
    static const char *const names[] = {"article-title", "book-title", "title"};
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
        const DgXml *title = dg_xml_child(group, names[i]);
        if (title)
            return title;
    }
    return NULL;
}

/* The first child of that name that states the text's language. */
static const DgXml *
child_in_language(const Jats *jats, const DgXml *parent, const char *name)
{
    for (const DgXml *child = dg_xml_child(parent, name); child;
         child = dg_xml_sibling(child, name))
        if (jats_same_language(dg_xml_attribute(child, "xml:lang"), jats->language))
            return child;
    return NULL;
}

static void
set_titles(Jats *jats, DgMeta *meta, const DgXml *title, const DgXml *subtitle)
{
    meta->title = title ? jats_block(jats, NULL, DG_HEADING, title) : NULL;
    if (meta->title)
        meta->title->role = DG_ROLE_ITEM_TITLE;
    meta->subtitle = subtitle ? jats_block(jats, NULL, DG_PARAGRAPH, subtitle) : NULL;
    if (meta->subtitle)
        meta->subtitle->role = DG_ROLE_ITEM_SUBTITLE;
}

/* Its own title, else the one that the article gives in its language. */
static void
read_titles(Jats *jats, DgMeta *meta)
{
    const DgXml *group = title_group(jats_meta_of(jats->root));
    const DgXml *title = jats->foreign ? NULL : own_title(group);
    if (title && title->first) {
        set_titles(jats, meta, title, dg_xml_child(group, "subtitle"));
    } else {
        const DgXml *other = title_group(jats_meta_of(jats->article));
        const DgXml *translated = child_in_language(jats, other, "trans-title-group");
        title = dg_xml_child(translated, "trans-title");
        if (!title)
            title = child_in_language(jats, other, "trans-title");
        set_titles(jats, meta, title, dg_xml_child(translated, "trans-subtitle"));
    }
    for (const DgXml *alt = dg_xml_child(group, "alt-title"); alt;
         alt = dg_xml_sibling(alt, "alt-title")) {
        const char *type = dg_xml_attribute(alt, "alt-title-type");
        if (type && g_str_has_prefix(type, "running") && jats_is_for_text(jats, alt) &&
            !meta->running_title)
            meta->running_title = jats_text(jats, alt);
    }
}

static void
append_abstract(Jats *jats, DgMeta *meta, const DgXml *element)
{
    DgNode *holder = dg_node_new(jats->arena, DG_BODY, element->pos);
    Flow flow = flow_into(jats, holder, NULL);
    jats_section(&flow, element, 0);
    DgNode *section = holder->first;
    if (!section)
        return;
    section->type = "abstract";
    dg_node_remove(section);
    DgNode **end = &meta->abstract;
    while (*end)
        end = &(*end)->next;
    *end = section;
}

static void
read_abstracts(Jats *jats, DgMeta *meta)
{
    const DgXml *front = jats_meta_of(jats->root);
    for (const DgXml *child = front ? front->first : NULL; child; child = child->next)
        if (child->name && jats_named(child, "abstract trans-abstract") &&
            jats_is_for_text(jats, child) &&
            !(dg_xml_is(child, "trans-abstract") && !dg_xml_attribute(child, "xml:lang")))
            append_abstract(jats, meta, child);
    if (meta->abstract || jats->article == jats->root)
        return;
    front = jats_meta_of(jats->article);
    for (const DgXml *child = front ? front->first : NULL; child; child = child->next)
        if (child->name && jats_named(child, "abstract trans-abstract") &&
            jats_same_language(dg_xml_attribute(child, "xml:lang"), jats->language))
            append_abstract(jats, meta, child);
}

static void
append_keyword(Jats *jats, DgMeta *meta, const char *keyword)
{
    if (keyword && *keyword)
        DG_APPEND(jats->arena, meta->keywords, meta->n_keywords, keyword);
}

static void
read_keyword_group(Jats *jats, DgMeta *meta, const DgXml *group)
{
    for (const DgXml *child = group->first; child; child = child->next) {
        if (!child->name)
            continue;
        if (jats_named(child, "kwd compound-kwd")) {
            append_keyword(jats, meta, jats_text(jats, child));
        } else if (dg_xml_is(child, "nested-kwd")) {
            read_keyword_group(jats, meta, child);
        } else if (dg_xml_is(child, "unstructured-kwd-group")) {
            const char *text = jats_text(jats, child);
            g_auto(GStrv) words = g_strsplit_set(text ? text : "", ",;", -1);
            for (char **word = words; *word; word++)
                append_keyword(jats, meta, dg_arena_strdup(jats->arena, g_strstrip(*word)));
        }
    }
}

static void
read_keywords(Jats *jats, DgMeta *meta)
{
    const DgXml *front = jats_meta_of(jats->root);
    for (const DgXml *group = dg_xml_child(front, "kwd-group"); group;
         group = dg_xml_sibling(group, "kwd-group"))
        if (jats_is_for_text(jats, group))
            read_keyword_group(jats, meta, group);
    if (meta->n_keywords || jats->article == jats->root)
        return;
    front = jats_meta_of(jats->article);
    for (const DgXml *group = dg_xml_child(front, "kwd-group"); group;
         group = dg_xml_sibling(group, "kwd-group"))
        if (jats_same_language(dg_xml_attribute(group, "xml:lang"), jats->language))
            read_keyword_group(jats, meta, group);
}

/* Notes of the authors and of the front matter, in one body; read last, as groups of footnotes are. */
static void
read_notes(Jats *jats, DgMeta *meta, const DgXml *front)
{
    DgNode *body = dg_node_new(jats->arena, DG_BODY, jats->root->pos);
    body->lang = jats->language;
    Flow flow = flow_into(jats, body, NULL);
    for (const DgXml *child = front->first; child; child = child->next)
        if (child->name && jats_named(child, "author-notes notes"))
            jats_read(&flow, child);
    for (const DgXml *notes = dg_xml_find(jats->root, "front/notes"); notes;
         notes = dg_xml_sibling(notes, "notes"))
        jats_read(&flow, notes);
    flow_end(&flow);
    if (body->first)
        meta->notes = body;
}

void
jats_front(Jats *jats, DgMeta *meta)
{
    read_titles(jats, meta);
    read_abstracts(jats, meta);
    read_keywords(jats, meta);
    const DgXml *front = jats_meta_of(jats->root), *article = jats_meta_of(jats->article);
    if (front)
        jats_contributors(jats, front, meta);
    if (article && article != front && meta->n_contributors == 0)
        jats_contributors(jats, article, meta);
    if (front)
        jats_fields(jats, front, meta);
    if (article && article != front) {
        Jats outer = *jats; /* what the article says in words is in its own language */
        outer.foreign = true;
        jats_fields(&outer, article, meta);
    }
    if (front && !jats->foreign)
        read_notes(jats, meta, front);
}
