/* jats-cite.c - references as their authors wrote them; persons and whatever else stands in them. */
#include "jats-internal.h"

#include <string.h>

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

/* A person: at the head of a reference the surname leads, elsewhere it does so where that is the custom. */
void
jats_person(Flow *flow, const DgXml *element, int value)
{
    (void)value;
    static const char *const western[] = {"prefix", "given-names", "surname", "suffix"};
    static const char *const inverted[] = {"prefix", "surname", "given-names", "suffix"};
    const char *style = dg_xml_attribute(element, "name-style");
    bool cited = (style && strcmp(style, "eastern") == 0);
    for (const DgXml *at = element->parent; at; at = at->parent)
        cited |= !flow->jats->given_first &&
                 jats_named(at, "ref mixed-citation element-citation nlm-citation citation");
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

/* "1" as label and ". Brown B." as text: the point is the label's. */
static void
give_point(Jats *jats, DgNode *reference)
{
    DgNode *first = reference->first;
    while (first && first->kind != DG_TEXT)
        first = first->first;
    if (!first || (*first->text != '.' && *first->text != ')') || first->text[1] != ' ')
        return;
    if (!g_str_has_suffix(reference->label, "."))
        reference->label = dg_arena_printf(jats->arena, "%s%c", reference->label, *first->text);
    first->text += 2;
    first->as.text.written = NULL;
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
    if (reference->label)
        give_point(jats, reference);
    if (reference->first)
        dg_node_append(flow->container, reference);
}
