/* jats-cite-parts.c - the marks between the parts of a reference, and parts with their terms. */
#include "jats-cite-internal.h"

#include <string.h>

/* ---- marks ---- */

static char
last_byte(const DgNode *node)
{
    while (node && node->last)
        node = node->last;
    if (!node || node->kind != DG_TEXT)
        return '\0';
    size_t length = strlen(node->text);
    while (length && node->text[length - 1] == ' ')
        length--;
    return length ? node->text[length - 1] : '\0';
}

/* A mark between two parts; a point is not set behind another mark. */
void
cite_separate(Flow *flow, const char *mark, DgPos pos)
{
    char last = last_byte(flow->block);
    if (!last || !*mark)
        return;
    bool marked = strchr(".,;:?!", last) != NULL;
    const char *rest = mark + (marked && strchr(".,;:", *mark) ? 1 : 0);
    flow_join(flow, rest, pos);
}

/* "Vol. 3" and "вып. 2" bring their own word; "3" and "XII" do not. */
bool
cite_is_bare(const Composer *composer, const DgXml *child)
{
    const char *text = jats_text(composer->flow->jats, child);
    for (const char *at = text ? text : ""; *at; at = g_utf8_next_char(at))
        if (g_unichar_islower(g_utf8_get_char(at)))
            return false;
    return true;
}

bool
cite_is_number(const Composer *composer, const DgXml *child)
{
    const char *text = jats_text(composer->flow->jats, child);
    return text && strspn(text, "0123456789") == strlen(text);
}

bool
cite_is_range(const Composer *composer, const DgXml *child)
{
    const char *text = jats_text(composer->flow->jats, child);
    return text && (strpbrk(text, "-,") || strstr(text, "–"));
}

/* ---- parts ---- */

void
cite_write_child(Composer *composer, const DgXml *child)
{
    g_hash_table_add(composer->used, (gpointer)child);
    if (composer->russian || !dg_xml_is(child, "source")) {
        jats_read(composer->flow, child);
        return;
    }
    Wrap italic;
    flow_open(composer->flow, &italic, DG_STYLED, child);
    italic.prototype.as.styled.styling = DG_ITALIC;
    jats_children(composer->flow, child);
    flow_close(composer->flow);
}

const DgXml *
cite_first_unused(const Composer *composer, const char *names)
{
    for (const DgXml *child = composer->citation->first; child; child = child->next)
        if (child->name && child->first && jats_named(child, names) &&
            !g_hash_table_contains(composer->used, child))
            return child;
    return NULL;
}

/* Writes the children of those names, each behind `before`; false if there are none. */
bool
cite_write_named(Composer *composer, const char *names, const char *before)
{
    bool any = false;
    for (const DgXml *child; (child = cite_first_unused(composer, names)); any = true) {
        cite_separate(composer->flow, before, child->pos);
        cite_write_child(composer, child);
    }
    return any;
}

/* The first child of that name with its term, unless it brings a word of its own. */
bool
cite_write_numbered(Composer *composer, const char *names, const char *before, const char *term)
{
    const DgXml *child = cite_first_unused(composer, names);
    if (!child)
        return false;
    cite_separate(composer->flow, before, child->pos);
    if (cite_is_bare(composer, child))
        flow_text(composer->flow, term, child->pos);
    cite_write_child(composer, child);
    return true;
}
