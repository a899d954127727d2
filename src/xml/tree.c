/* tree.c - asking an XML tree. */
#include "diglot/xml.h"

#include <glib.h>
#include <string.h>

const char *
dg_xml_attribute(const DgXml *element, const char *name)
{
    for (size_t i = 0; element && i < element->n_attributes; i++)
        if (strcmp(element->attributes[i].name, name) == 0)
            return element->attributes[i].value;
    return NULL;
}

bool
dg_xml_is(const DgXml *element, const char *name)
{
    return element && element->name && strcmp(element->name, name) == 0;
}

static DgXml *
first_named(DgXml *from, const char *name)
{
    while (from && !dg_xml_is(from, name))
        from = from->next;
    return from;
}

DgXml *
dg_xml_child(const DgXml *element, const char *name)
{
    return element ? first_named(element->first, name) : NULL;
}

DgXml *
dg_xml_sibling(const DgXml *element, const char *name)
{
    return element ? first_named(element->next, name) : NULL;
}

DgXml *
dg_xml_find(const DgXml *element, const char *path)
{
    g_auto(GStrv) names = g_strsplit(path, "/", -1);
    DgXml *found = NULL;
    for (char **name = names; *name && element; name++)
        element = found = dg_xml_child(element, *name);
    return found;
}

static void
append_text(GString *text, const DgXml *node)
{
    if (node->text)
        g_string_append(text, node->text);
    for (const DgXml *child = node->first; child; child = child->next)
        append_text(text, child);
}

/* Only XML's white space folds: no-break and thin spaces are the author's. */
static void
fold_spaces(GString *text)
{
    size_t length = 0;
    for (size_t i = 0; i < text->len; i++) {
        bool space = strchr(" \t\r\n", text->str[i]) != NULL;
        if (space && (length == 0 || text->str[length - 1] == ' '))
            continue;
        text->str[length++] = space ? ' ' : text->str[i];
    }
    if (length && text->str[length - 1] == ' ')
        length--;
    g_string_truncate(text, length);
}

char *
dg_xml_text(DgArena *arena, const DgXml *element)
{
    g_autoptr(GString) text = g_string_new(NULL);
    if (element)
        append_text(text, element);
    fold_spaces(text);
    return dg_arena_strndup(arena, text->str, text->len);
}
