/* jats-affiliation.c - where contributors work: in the contributor, in the group, or by reference. */
#include "jats-internal.h"

#include <string.h>

static bool
has_own_words(const DgXml *element)
{
    for (const DgXml *child = element->first; child; child = child->next)
        if (child->text && child->text[strspn(child->text, " \t\r\n,;.:")])
            return true;
    return false;
}

static void
append_part(GString *text, const char *part)
{
    if (!part || !*part)
        return;
    if (text->len)
        g_string_append(text, ", ");
    g_string_append(text, part);
}

/* Elements without words between them are joined by commas, so are the parts of an address. */
static void
append_parts(Jats *jats, GString *text, const DgXml *element)
{
    static const char *const unwanted =
        "label email xref fn institution-id uri ext-link phone fax sup";
    for (const DgXml *child = element->first; child; child = child->next) {
        if (!child->name || jats_named(child, unwanted) || !jats_is_for_text(jats, child))
            continue;
        if (jats_named(child, "institution-wrap addr-line") && !has_own_words(child))
            append_parts(jats, text, child);
        else
            append_part(text, jats_text(jats, child));
    }
}

/* SciELO gives the affiliation as printed beside its parts. */
static const DgXml *
printed_form(const DgXml *affiliation)
{
    for (const DgXml *child = dg_xml_child(affiliation, "institution"); child;
         child = dg_xml_sibling(child, "institution")) {
        const char *type = dg_xml_attribute(child, "content-type");
        if (type && strcmp(type, "original") == 0)
            return child;
    }
    return NULL;
}

static const char *
running_text(Jats *jats, const DgXml *affiliation)
{
    DgNode *block = dg_node_new(jats->arena, DG_PARAGRAPH, affiliation->pos);
    Jats plain = *jats;
    plain.plain = true;
    Flow flow = flow_inline(&plain, block);
    jats_children_but(&flow, affiliation, "label sup xref fn institution-id email");
    flow_end(&flow);
    g_autofree char *text = g_strdup(dg_node_text(jats->arena, block));
    size_t length = strlen(text);
    while (length && strchr(" ,;", text[length - 1]))
        text[--length] = '\0';
    return dg_arena_strdup(jats->arena, text);
}

static const char *
affiliation_text(Jats *jats, const DgXml *affiliation)
{
    const DgXml *printed = printed_form(affiliation);
    if (printed)
        return jats_text(jats, printed);
    if (has_own_words(affiliation)) {
        const char *text = running_text(jats, affiliation);
        return *text ? text : NULL;
    }
    g_autoptr(GString) text = g_string_new(NULL);
    append_parts(jats, text, affiliation);
    return text->len ? dg_arena_strdup(jats->arena, text->str) : NULL;
}

/* Of alternatives the one in the text's language, else the first. */
static const DgXml *
chosen(Jats *jats, const DgXml *affiliation)
{
    if (dg_xml_is(affiliation->parent, "aff-alternatives"))
        affiliation = affiliation->parent;
    if (!dg_xml_is(affiliation, "aff-alternatives"))
        return affiliation;
    const DgXml *first = dg_xml_child(affiliation, "aff"), *plain = NULL;
    for (const DgXml *aff = first; aff; aff = dg_xml_sibling(aff, "aff")) {
        if (jats_same_language(dg_xml_attribute(aff, "xml:lang"), jats->language))
            return aff;
        if (!plain && !dg_xml_attribute(aff, "xml:lang"))
            plain = aff;
    }
    return plain ? plain : first;
}

static void
append_affiliation(Jats *jats, DgContributor *who, const DgXml *affiliation)
{
    affiliation = chosen(jats, affiliation);
    bool wanted = affiliation && (!jats->foreign || jats_is_for_text(jats, affiliation));
    const char *text = wanted ? affiliation_text(jats, affiliation) : NULL;
    for (size_t i = 0; text && i < who->n_affiliations; i++)
        if (strcmp(who->affiliations[i], text) == 0)
            return;
    if (text)
        DG_APPEND(jats->arena, who->affiliations, who->n_affiliations, text);
}

static void
append_all(Jats *jats, DgContributor *who, const DgXml *parent)
{
    for (const DgXml *child = parent ? parent->first : NULL; child; child = child->next)
        if (child->name && jats_named(child, "aff aff-alternatives"))
            append_affiliation(jats, who, child);
}

static void
append_referenced(Jats *jats, DgContributor *who, const DgXml *contrib)
{
    for (const DgXml *xref = dg_xml_child(contrib, "xref"); xref;
         xref = dg_xml_sibling(xref, "xref")) {
        const char *rid = dg_xml_attribute(xref, "rid");
        g_auto(GStrv) ids = g_strsplit_set(rid ? rid : "", " \t\n", -1);
        for (char **id = ids; *id; id++) {
            const DgXml *target = g_hash_table_lookup(jats->elements, *id);
            if (target && jats_named(target, "aff aff-alternatives"))
                append_affiliation(jats, who, target);
        }
    }
}

/* Affiliations of the front matter that nobody refers to are everybody's. */
static bool
somebody_refers(const DgXml *front)
{
    for (const DgXml *child = front->first; child; child = child->next) {
        if (!child->name)
            continue;
        const char *type = dg_xml_attribute(child, "ref-type");
        if (dg_xml_is(child, "xref") && type && strcmp(type, "aff") == 0)
            return true;
        if (jats_named(child, "contrib-group contrib") && somebody_refers(child))
            return true;
    }
    return false;
}

void
jats_affiliations(Jats *jats, const DgXml *contrib, DgContributor *who)
{
    append_referenced(jats, who, contrib);
    append_all(jats, who, contrib);
    const DgXml *group = contrib->parent;
    if (who->n_affiliations == 0 && dg_xml_is(group, "contrib-group") && !somebody_refers(group))
        append_all(jats, who, group);
    const DgXml *front = group ? group->parent : NULL;
    if (who->n_affiliations == 0 && front && !dg_xml_is(front, "collab") && !somebody_refers(front))
        append_all(jats, who, front);
}
