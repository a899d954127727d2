/* jats-inline.c - styling, links, references, inline pictures. */
#include "jats-internal.h"

#include <string.h>

void
jats_styled(Flow *flow, const DgXml *element, int value)
{
    Wrap wrap;
    flow_open(flow, &wrap, DG_STYLED, element);
    wrap.prototype.as.styled.styling = (DgStyling)value;
    wrap.prototype.type = dg_xml_attribute(element, "content-type");
    jats_children(flow, element);
    flow_close(flow);
}

/* <named-content content-type="person" rid="ID"> names whom of people.xml it means. */
static void
name_register(Jats *jats, DgNode *span, const DgXml *element)
{
    const char *rid = dg_xml_attribute(element, "rid");
    if (!rid || !span->type || !list_has("person organization", span->type))
        return;
    span->as.index.terms = dg_arena_copy(jats->arena, &rid, sizeof rid);
    span->as.index.n_terms = 1;
}

/* Without text it is at least an anchor. */
void
jats_span(Flow *flow, const DgXml *element, int value)
{
    (void)value;
    if (!element->first) {
        const char *id = dg_xml_attribute(element, "id");
        if (!id || flow->jats->plain)
            return;
        DgNode *span = dg_node_new(flow->jats->arena, DG_SPAN, element->pos);
        jats_identify(flow->jats, span, element);
        bool space = flow->space;
        flow_node(flow, span);
        flow->space = space;
        return;
    }
    Wrap wrap;
    flow_open(flow, &wrap, DG_SPAN, element);
    wrap.prototype.type = dg_xml_attribute(element, "content-type");
    name_register(flow->jats, &wrap.prototype, element);
    jats_children(flow, element);
    flow_close(flow);
}

/* Parts of names, addresses and citations: their words, and nothing glued to them. */
void
jats_data(Flow *flow, const DgXml *element, int value)
{
    (void)value;
    if (dg_xml_attribute(element, "xml:lang") || dg_xml_attribute(element, "id"))
        jats_span(flow, element, 0);
    else
        jats_children(flow, element);
}

void
jats_break(Flow *flow, const DgXml *element, int value)
{
    (void)value;
    flow_break(flow, element->pos);
}

void
jats_inline_code(Flow *flow, const DgXml *element, int value)
{
    (void)value;
    Wrap wrap;
    flow_open(flow, &wrap, DG_INLINE_CODE, element);
    jats_children(flow, element);
    flow_close(flow);
}

static bool
has_scheme(const char *address, const char *scheme)
{
    return g_ascii_strncasecmp(address, scheme, strlen(scheme)) == 0;
}

/* The address that may become a link, or NULL. DOIs are written in many ways. */
static const char *
link_address(Jats *jats, const char *address, const char *type)
{
    if (has_scheme(address, "http://") || has_scheme(address, "https://") ||
        has_scheme(address, "mailto:"))
        return address;
    const char *bare = has_scheme(address, "doi:") ? address + strlen("doi:") : address;
    if ((type && g_ascii_strcasecmp(type, "doi") == 0) || bare != address)
        return dg_arena_printf(jats->arena, "https://doi.org/%s", bare + strspn(bare, " "));
    return NULL;
}

static char *
stripped(DgArena *arena, const char *text)
{
    g_autofree char *copy = g_strstrip(g_strdup(text));
    return dg_arena_strdup(arena, copy);
}

/* "www.example.org/a" with the scheme that its author left out; NULL: it is no such address, but perhaps a file. */
static const char *
whole_address(DgArena *arena, const char *address)
{
    static const char host[] =
        "^(www\\.[a-z0-9.-]+|[a-z0-9-]+(\\.[a-z0-9-]+)*\\."
        "(com|org|net|edu|gov|int|info|ru|su|by|kz|ua|uz|eu|uk|de|fr|it|es|br|us|cn|io))(:\\d+)?(/\\S*)?$";
    return g_regex_match_simple(host, address, G_REGEX_CASELESS, 0)
               ? dg_arena_printf(arena, "https://%s", address)
               : NULL;
}

void
jats_link(Flow *flow, const DgXml *element, int value)
{
    (void)value;
    Jats *jats = flow->jats;
    const char *given = dg_xml_attribute(element, "xlink:href");
    if (!given)
        given = dg_xml_attribute(element, "href");
    const char *text = jats_text(jats, element);
    const char *address = given ? stripped(jats->arena, given) : text;
    const char *target =
        address ? link_address(jats, address, dg_xml_attribute(element, "ext-link-type")) : NULL;
    if (given && *address && !target && !jats->plain &&
        !jats_named(element, "inline-supplementary-material inline-media"))
        dg_diag(jats->diags, DG_JATS_LINK, element->pos, address,
                whole_address(jats->arena, address), NULL);
    Wrap wrap;
    flow_open(flow, &wrap, target ? DG_LINK : DG_SPAN, element);
    wrap.prototype.href = target;
    wrap.prototype.type = dg_xml_attribute(element, "content-type");
    if (text || dg_xml_child(element, "inline-graphic"))
        jats_children(flow, element);
    else if (address && *address)
        flow_text(flow, address, element->pos);
    flow_close(flow);
}

void
jats_email(Flow *flow, const DgXml *element, int value)
{
    (void)value;
    Jats *jats = flow->jats;
    const char *text = jats_text(jats, element);
    const char *given = dg_xml_attribute(element, "xlink:href");
    if (!text && !given)
        return;
    if (given && has_scheme(given, "mailto:"))
        given += strlen("mailto:");
    Wrap wrap;
    flow_open(flow, &wrap, DG_LINK, element);
    wrap.prototype.href = dg_arena_printf(jats->arena, "mailto:%s", given ? given : text);
    if (text)
        jats_children(flow, element);
    else
        flow_text(flow, given, element->pos);
    flow_close(flow);
}

/* An empty reference says what its target is called; one to a page must say something where there are no pages. */
static const char *
target_name(Jats *jats, const DgXml *target)
{
    const char *label = jats_label(jats, target);
    return label ? label : jats_text(jats, dg_xml_child(target, "title"));
}

void
jats_reference(Flow *flow, const DgXml *element, int value)
{
    (void)value;
    Jats *jats = flow->jats;
    const char *rid = dg_xml_attribute(element, "rid");
    g_auto(GStrv) ids = g_strsplit_set(rid ? rid : "", " \t\n", -1);
    const DgXml *target = ids[0] ? g_hash_table_lookup(jats->elements, ids[0]) : NULL;
    if (jats_mark(flow, element, target))
        return;
    if (jats->plain) {
        jats_children(flow, element);
        return;
    }
    if (rid && *rid && !target && g_hash_table_add(jats->reported, (gpointer)rid))
        dg_diag(jats->diags, DG_JATS_REFERENCE, element->pos, ids[0], NULL);
    Wrap wrap;
    const char *type = dg_xml_attribute(element, "ref-type");
    bool page = target && g_strcmp0(type, "page") == 0;
    flow_open(flow, &wrap, page ? DG_PAGE_NUMBER : target ? DG_REFERENCE_LINK : DG_SPAN, element);
    wrap.prototype.type = type;
    if (target)
        wrap.prototype.as.reference.rid = dg_arena_strdup(jats->arena, ids[0]);
    if (element->first)
        jats_children(flow, element);
    else if (target && target_name(jats, target))
        flow_text(flow, target_name(jats, target), element->pos);
    else if (page)
        flow_text(flow, "→", element->pos);
    flow_close(flow);
}

void
jats_inline_graphic(Flow *flow, const DgXml *element, int value)
{
    (void)value;
    if (!flow->jats->plain)
        flow_node(flow, jats_graphic(flow->jats, DG_INLINE_GRAPHIC, element));
}

/* What stands for what, for the list of abbreviations. */
static void
name_abbreviation(Jats *jats, DgNode *span, const DgXml *element, const char *meaning)
{
    g_autoptr(GString) text = g_string_new(NULL);
    for (const DgXml *child = element->first; child; child = child->next)
        if (child->text)
            g_string_append(text, child->text);
    const char *short_form = dg_arena_strdup(jats->arena, g_strstrip(text->str));
    const char *terms[] = {short_form, meaning};
    if (!meaning || !*short_form)
        return;
    span->as.index.terms = dg_arena_copy(jats->arena, terms, sizeof terms);
    span->as.index.n_terms = G_N_ELEMENTS(terms);
}

/* <abbrev>НАМИБ<def><p>Национальная ассоциация…</p></def></abbrev>: the expansion follows in brackets. */
void
jats_abbreviation(Flow *flow, const DgXml *element, int value)
{
    (void)value;
    Wrap wrap;
    flow_open(flow, &wrap, DG_SPAN, element);
    wrap.prototype.type = "abbrev";
    const char *meaning = jats_text(flow->jats, dg_xml_child(element, "def"));
    name_abbreviation(flow->jats, &wrap.prototype, element, meaning);
    jats_children_but(flow, element, "def");
    if (meaning) {
        flow_space(flow);
        flow_text(flow, dg_arena_printf(flow->jats->arena, "(%s)", meaning), element->pos);
    }
    flow_close(flow);
}

void
jats_related(Flow *flow, const DgXml *element, int value)
{
    jats_link(flow, element, value);
}

/* Another file is not read; its place is told, in running text as well as between blocks. */
void
jats_include(Flow *flow, const DgXml *element, int value)
{
    (void)value;
    const char *href = dg_xml_attribute(element, "href");
    dg_diag(flow->jats->diags, DG_JATS_INCLUDE, element->pos, href ? href : "?", NULL);
}
