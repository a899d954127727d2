/* jats-cite-persons.c - authors, editors and others in a reference. */
#include "jats-cite-internal.h"

#include <string.h>

static const char persons[] = "person-group name string-name name-alternatives collab anonymous";

static bool
is_author(const DgXml *element)
{
    const char *type =
        dg_xml_is(element, "person-group") ? dg_xml_attribute(element, "person-group-type") : NULL;
    return jats_named(element, persons) &&
           (!type || jats_named(element, "name") || strcmp(type, "author") == 0);
}

static size_t
count_persons(const DgXml *group, const char *name)
{
    size_t n = 0;
    for (const DgXml *child = group->first; child; child = child->next)
        n += child->name && (name ? dg_xml_is(child, name) : jats_named(child, persons));
    return n;
}

size_t
cite_count_authors(const Composer *composer, bool *others)
{
    size_t n = 0;
    *others = dg_xml_child(composer->citation, "etal") != NULL;
    for (const DgXml *child = composer->citation->first; child; child = child->next) {
        if (!child->name || !is_author(child))
            continue;
        bool group = dg_xml_is(child, "person-group");
        n += group ? count_persons(child, NULL) : 1;
        *others |= group && dg_xml_child(child, "etal");
    }
    return n;
}

static void
write_others(Composer *composer, const DgXml *etal)
{
    g_hash_table_add(composer->used, (gpointer)etal);
    if (etal->first) { /* in words of its own */
        cite_separate(composer->flow, ", ", etal->pos);
        jats_read(composer->flow, etal);
    } else {
        flow_join(composer->flow, composer->terms->others, etal->pos);
    }
}

/* The members of a group, or one person who stands alone; a group with words of its own keeps them. */
static void
write_persons(Composer *composer, const DgXml *element, const char *before)
{
    cite_separate(composer->flow, before, element->pos);
    g_hash_table_add(composer->used, (gpointer)element);
    bool worded = false;
    for (const DgXml *child = element->first; child; child = child->next)
        worded |= child->text && child->text[strspn(child->text, " \t\r\n.,;:")];
    if (!dg_xml_is(element, "person-group") || worded) {
        jats_read(composer->flow, element);
        return;
    }
    bool first = true;
    for (const DgXml *child = element->first; child; child = child->next) {
        if (!child->name)
            continue;
        if (dg_xml_is(child, "etal")) {
            write_others(composer, child);
            continue;
        }
        if (!first)
            flow_join(composer->flow, ", ", child->pos);
        first = false;
        jats_read(composer->flow, child);
    }
}

bool
cite_write_authors(Composer *composer, const char *before)
{
    bool any = false;
    for (const DgXml *child = composer->citation->first; child; child = child->next) {
        if (!child->name || !is_author(child) || g_hash_table_contains(composer->used, child))
            continue;
        write_persons(composer, child, any ? ", " : before);
        any = true;
    }
    const DgXml *etal = dg_xml_child(composer->citation, "etal");
    if (any && etal)
        write_others(composer, etal);
    return any;
}

/* Editors, translators and others, with a word for the editors. */
void
cite_write_editors(Composer *composer, const char *before)
{
    for (const DgXml *group = composer->citation->first; group; group = group->next) {
        if (!dg_xml_is(group, "person-group") || g_hash_table_contains(composer->used, group))
            continue;
        const char *type = dg_xml_attribute(group, "person-group-type");
        bool editors = type && strstr(type, "editor");
        cite_separate(composer->flow, before, group->pos);
        if (editors && !dg_xml_child(group, "role"))
            flow_text(composer->flow,
                      count_persons(group, NULL) > 1 ? composer->terms->editors
                                                     : composer->terms->editor,
                      group->pos);
        write_persons(composer, group, "");
    }
}
