/* jats-index.c - entries for the index of terms: <index-term> as an empty anchor where it stands, and another one
 * where the range ends that it begins. */
#include "jats-internal.h"

enum { DEPTH = 3 }; /* of terms below terms: more than an index can show */

static const char *
text_of(Jats *jats, const DgXml *element, const char *name)
{
    const DgXml *child = dg_xml_child(element, name);
    return child ? jats_text(jats, child) : NULL;
}

static void
put_span(Flow *flow, DgNode *anchor)
{
    bool space = flow->space;
    flow_node(flow, anchor);
    flow->space = space;
}

static void
put_anchor(Flow *flow, const DgXml *element, const char *const *terms, size_t n)
{
    DgNode *anchor = dg_node_new(flow->jats->arena, DG_SPAN, element->pos);
    anchor->type = "index-term";
    anchor->as.index.range = dg_xml_attribute(element, "id");
    anchor->lang = dg_xml_attribute(element, "xml:lang");
    anchor->as.index.terms = dg_arena_copy(flow->jats->arena, terms, n * sizeof *terms);
    anchor->as.index.n_terms = n;
    anchor->as.index.see = text_of(flow->jats, element, "see");
    anchor->as.index.see_also = text_of(flow->jats, element, "see-also");
    put_span(flow, anchor);
}

/* A term with others below it stands for these. */
static void
read_term(Flow *flow, const DgXml *element, const char **terms, size_t n)
{
    const char *term = text_of(flow->jats, element, "term");
    const DgXml *below = dg_xml_child(element, "index-term");
    if (!term)
        return;
    terms[n++] = term;
    if (!below || n == DEPTH || dg_xml_child(element, "see"))
        put_anchor(flow, element, terms, n);
    for (; below && n < DEPTH; below = dg_xml_sibling(below, "index-term"))
        read_term(flow, below, terms, n);
}

void
jats_index_term(Flow *flow, const DgXml *element, int value)
{
    (void)value;
    const char *terms[DEPTH];
    if (!flow->jats->plain && (flow->block || flow->source))
        read_term(flow, element, terms, 0);
}

void
jats_index_range_end(Flow *flow, const DgXml *element, int value)
{
    (void)value;
    const char *range = dg_xml_attribute(element, "rid");
    if (flow->jats->plain || !(flow->block || flow->source) || !range)
        return;
    DgNode *anchor = dg_node_new(flow->jats->arena, DG_SPAN, element->pos);
    anchor->type = "index-term-range-end";
    anchor->as.index.range = range;
    put_span(flow, anchor);
}
