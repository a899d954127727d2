/* jats-cite.c - references: as their authors wrote them, or composed from their elements. */
#include "jats-internal.h"

#include <string.h>

/* A citation being composed. */
typedef struct {
    Flow *flow;
    const DgXml *citation;
    GHashTable *used; /* children that are written */
} Composer;

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
static void
separate(Flow *flow, const char *mark, DgPos pos)
{
    char last = last_byte(flow->block);
    if (!last)
        return;
    bool marked = strchr(".,;:?!", last) != NULL;
    const char *rest = mark + (marked && strchr(".,;:", *mark) ? 1 : 0);
    flow_join(flow, rest, pos);
}

static void
write_child(Composer *composer, const DgXml *child)
{
    g_hash_table_add(composer->used, (gpointer)child);
    if (!dg_xml_is(child, "source")) {
        jats_read(composer->flow, child);
        return;
    }
    Wrap italic;
    flow_open(composer->flow, &italic, DG_STYLED, child);
    italic.prototype.as.styled.styling = DG_ITALIC;
    jats_children(composer->flow, child);
    flow_close(composer->flow);
}

/* Writes the children of those names, each behind `before`, and `after` behind the last. */
static void
write_named(Composer *composer, const char *names, const char *before, const char *after)
{
    const DgXml *last = NULL;
    for (const DgXml *child = composer->citation->first; child; child = child->next) {
        if (!child->name || g_hash_table_contains(composer->used, child) ||
            !jats_named(child, names))
            continue;
        separate(composer->flow, before, child->pos);
        write_child(composer, child);
        last = child;
    }
    if (last && *after)
        flow_text(composer->flow, after, last->pos);
}

static bool
is_author_group(const DgXml *group)
{
    const char *type = dg_xml_attribute(group, "person-group-type");
    return !type || strcmp(type, "author") == 0;
}

static void
write_authors(Composer *composer)
{
    for (const DgXml *child = composer->citation->first; child; child = child->next)
        if (dg_xml_is(child, "person-group") && is_author_group(child)) {
            separate(composer->flow, ", ", child->pos);
            write_child(composer, child);
        }
    write_named(composer, "name string-name name-alternatives collab anonymous etal", ", ", "");
}

static void
write_year(Composer *composer)
{
    const DgXml *year = dg_xml_child(composer->citation, "year");
    if (!year || !year->first)
        return;
    flow_space(composer->flow);
    flow_text(composer->flow, "(", year->pos);
    write_child(composer, year);
    flow_text(composer->flow, ")", year->pos);
}

static void
write_pages(Composer *composer)
{
    write_named(composer, "volume", ", ", "");
    const DgXml *issue = dg_xml_child(composer->citation, "issue");
    if (issue && issue->first) {
        if (!dg_xml_child(composer->citation, "volume"))
            separate(composer->flow, ", ", issue->pos);
        flow_text(composer->flow, "(", issue->pos);
        write_child(composer, issue);
        flow_text(composer->flow, ")", issue->pos);
    }
    const DgXml *first = dg_xml_child(composer->citation, "fpage"),
                *last = dg_xml_child(composer->citation, "lpage");
    if (!first && !last) {
        write_named(composer, "page-range elocation-id", ": ", "");
        return;
    }
    separate(composer->flow, ": ", (first ? first : last)->pos);
    if (first)
        write_child(composer, first);
    if (first && last)
        flow_text(composer->flow, "–", last->pos);
    if (last)
        write_child(composer, last);
    write_named(composer, "page-range elocation-id", ", ", "");
}

/* Numbers of registers say which one they are of; a DOI is an address. */
static void
write_identifier(Composer *composer, const DgXml *id)
{
    Flow *flow = composer->flow;
    Jats *jats = flow->jats;
    const char *type = dg_xml_attribute(id, "pub-id-type"), *text = jats_text(jats, id);
    g_hash_table_add(composer->used, (gpointer)id);
    if (!text)
        return;
    separate(flow, ". ", id->pos);
    g_autofree char *name = g_ascii_strup(type ? type : "", -1);
    bool doi = strcmp(name, "DOI") == 0;
    if (doi)
        flow_text(flow, "doi:", id->pos);
    else if (*name && strcmp(name, "OTHER") != 0)
        flow_text(flow, dg_arena_printf(jats->arena, "%s: ", name), id->pos);
    if (!doi) {
        jats_read(flow, id);
        return;
    }
    const char *number = g_str_has_prefix(text, "doi:") ? text + strlen("doi:") : text;
    Wrap link;
    flow_open(flow, &link, DG_LINK, id);
    link.prototype.href = g_str_has_prefix(number, "http")
                              ? number
                              : dg_arena_printf(jats->arena, "https://doi.org/%s", number);
    flow_text(flow, number, id->pos);
    flow_close(flow);
}

/* What no rule knows stays in its order. */
static void
write_rest(Composer *composer)
{
    for (const DgXml *child = composer->citation->first; child; child = child->next) {
        if (child->text) {
            if (child->text[strspn(child->text, " \t\r\n.,;:")])
                flow_text(composer->flow, child->text, child->pos);
        } else if (dg_xml_is(child, "pub-id")) {
            write_identifier(composer, child);
        } else if (!g_hash_table_contains(composer->used, child) && !dg_xml_is(child, "label")) {
            separate(composer->flow,
                     jats_named(child, "month day season supplement series") ? ", " : ". ",
                     child->pos);
            write_child(composer, child);
        }
    }
}

void
jats_element_citation(Flow *flow, const DgXml *element, int value)
{
    (void)value;
    g_autoptr(GHashTable) used = g_hash_table_new(NULL, NULL);
    Composer composer = {flow, element, used};
    write_named(&composer, "label", " ", "");
    write_authors(&composer);
    write_year(&composer);
    write_named(&composer, "article-title chapter-title part-title data-title trans-title", ". ",
                "");
    write_named(&composer, "person-group", ". ", "");
    write_named(&composer, "source trans-source", ". ", "");
    write_pages(&composer);
    write_named(&composer, "edition conf-name conf-loc conf-date", ". ", "");
    write_named(&composer, "publisher-loc", ". ", "");
    write_named(&composer, "publisher-name", dg_xml_child(element, "publisher-loc") ? ": " : ". ",
                "");
    write_rest(&composer);
    separate(flow, ".", element->pos);
}

static bool
has_own_words(const DgXml *element)
{
    for (const DgXml *child = element->first; child; child = child->next)
        if (child->text && child->text[strspn(child->text, " \t\r\n.,;:")])
            return true;
    return false;
}

/* Without a word or mark between its elements it is no text yet. */
void
jats_mixed_citation(Flow *flow, const DgXml *element, int value)
{
    bool elements = false;
    for (const DgXml *child = element->first; child; child = child->next)
        elements |= child->name && jats_named(child, "person-group name source article-title");
    if (elements && !has_own_words(element))
        jats_element_citation(flow, element, value);
    else
        jats_children(flow, element);
}

/* A person: in a reference the surname leads, elsewhere it does so where that is the custom. */
void
jats_person(Flow *flow, const DgXml *element, int value)
{
    (void)value;
    static const char *const western[] = {"prefix", "given-names", "surname", "suffix"};
    static const char *const inverted[] = {"prefix", "surname", "given-names", "suffix"};
    const char *style = dg_xml_attribute(element, "name-style");
    bool cited = (style && strcmp(style, "eastern") == 0);
    for (const DgXml *at = element->parent; at; at = at->parent)
        cited |= jats_named(at, "ref mixed-citation element-citation nlm-citation citation");
    const char *const *order = cited ? inverted : western;
    for (int i = 0; i < 4; i++) {
        const DgXml *part = dg_xml_child(element, order[i]);
        if (!part)
            continue;
        flow_space(flow);
        jats_read(flow, part);
    }
    for (const DgXml *child = element->first; child; child = child->next)
        if (child->name ? !jats_named(child, "prefix given-names surname suffix")
                        : child->text[strspn(child->text, " \t\r\n")] != '\0') {
            flow_space(flow);
            if (child->name)
                jats_read(flow, child);
            else
                flow_text(flow, child->text, child->pos);
        }
}

void
jats_person_group(Flow *flow, const DgXml *element, int value)
{
    (void)value;
    if (has_own_words(element)) {
        jats_children(flow, element);
        return;
    }
    bool first = true;
    for (const DgXml *child = element->first; child; child = child->next) {
        if (!child->name)
            continue;
        if (!first)
            flow_join(flow, ", ", child->pos);
        first = false;
        jats_read(flow, child);
    }
}

/* <etal/> says "and others" without words. */
void
jats_and_others(Flow *flow, const DgXml *element, int value)
{
    if (element->first)
        jats_data(flow, element, value);
    else
        flow_text(flow, strcmp(flow->jats->language, "ru") == 0 ? "и др." : "et al.", element->pos);
}

/* Some write the number into the text as well as into the label. */
static bool
begins_with_label(Jats *jats, const DgNode *reference)
{
    const char *text = dg_node_text(jats->arena, reference);
    size_t length = strlen(reference->label);
    while (length && g_ascii_ispunct(reference->label[length - 1]))
        length--;
    bool number = length && strspn(reference->label, "0123456789") == length;
    return number && strncmp(text, reference->label, length) == 0 && !g_ascii_isalnum(text[length]);
}

/* Where a citation is given both as text and in elements, the text is set. */
void
jats_reference_item(Flow *flow, const DgXml *element, int value)
{
    (void)value;
    Jats *jats = flow->jats;
    flow_end(flow);
    DgNode *reference = dg_node_new(jats->arena, DG_REFERENCE, element->pos);
    bool written = dg_xml_child(element, "mixed-citation") != NULL;
    Flow inner = flow_inline(jats, reference);
    for (const DgXml *child = element->first; child; child = child->next) {
        if (child->text) {
            flow_text(&inner, child->text, child->pos);
            continue;
        }
        if (dg_xml_is(child, "label") || (written && dg_xml_is(child, "element-citation")))
            continue;
        flow_space(&inner);
        jats_read(&inner, child);
    }
    flow_end(&inner);
    jats_identify(jats, reference, element);
    reference->label = jats_label(jats, element);
    if (reference->label && begins_with_label(jats, reference))
        reference->label = NULL;
    if (reference->first)
        dg_node_append(flow->container, reference);
}
