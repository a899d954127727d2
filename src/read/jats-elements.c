/* jats-elements.c - the table of JATS elements, and what becomes of those that are not in it. */
#include "jats-internal.h"

#include <stdlib.h>
#include <string.h>

typedef enum {
    INLINE, /* part of the running text */
    DATA, /* the same, but its neighbours are other words: <surname>A</surname><given-names>B</given-names> */
    BLOCK /* ends the running text */
} Place;

typedef struct {
    const char *name;
    Place place;
    JatsHandler *read;
    int value;
} Element;

/* Sorted by bytes. */
static const Element elements[] = {
    {"abbrev", INLINE, jats_abbreviation, 0},
    {"abstract", BLOCK, jats_section, 0},
    {"access-date", DATA, jats_data, 0},
    {"ack", BLOCK, jats_section, 0},
    {"addr-line", DATA, jats_data, 0},
    {"address", BLOCK, jats_line, 0},
    {"aff", DATA, jats_data, 0},
    {"aff-alternatives", DATA, jats_alternatives, 0},
    {"ali:free_to_read", DATA, jats_skip, 0},
    {"ali:license_ref", INLINE, jats_link, 0},
    {"alt-text", INLINE, jats_skip, 0},
    {"alternatives", INLINE, jats_alternatives, 0},
    {"annotation", DATA, jats_data, 0},
    {"anonymous", DATA, jats_data, 0},
    {"answer", BLOCK, jats_container, DG_BODY},
    {"answer-set", BLOCK, jats_container, DG_BODY},
    {"app", BLOCK, jats_section, 0},
    {"app-group", BLOCK, jats_group, 0},
    {"array", BLOCK, jats_table, 0},
    {"article-title", DATA, jats_data, 0},
    {"article-version", DATA, jats_data, 0},
    {"attrib", BLOCK, jats_attribution, 0},
    {"author-comment", DATA, jats_data, 0},
    {"author-notes", BLOCK, jats_footnote_group, 0},
    {"award-desc", DATA, jats_data, 0},
    {"award-id", DATA, jats_data, 0},
    {"award-name", DATA, jats_data, 0},
    {"back", BLOCK, jats_group, 0},
    {"bio", BLOCK, jats_section, 0},
    {"block-alternatives", BLOCK, jats_alternatives, 0},
    {"body", BLOCK, jats_group, 0},
    {"bold", INLINE, jats_styled, DG_BOLD},
    {"book-app", BLOCK, jats_sub_article, 0},
    {"book-app-group", BLOCK, jats_group, 0},
    {"book-back", BLOCK, jats_group, 0},
    {"book-body", BLOCK, jats_group, 0},
    {"book-part", BLOCK, jats_sub_article, 0},
    {"book-part-meta", BLOCK, jats_skip, 0},
    {"boxed-text", BLOCK, jats_container, DG_BOX},
    {"break", INLINE, jats_break, 0},
    {"caption", BLOCK, jats_pass, 0},
    {"chapter-title", DATA, jats_data, 0},
    {"chem-struct", INLINE, jats_span, 0},
    {"chem-struct-wrap", BLOCK, jats_container, DG_FIGURE_GROUP},
    {"citation", INLINE, jats_mixed_citation, 0},
    {"citation-alternatives", INLINE, jats_alternatives, 0},
    {"city", DATA, jats_data, 0},
    {"code", BLOCK, jats_quoted_code, 0},
    {"collab", DATA, jats_data, 0},
    {"collab-alternatives", DATA, jats_alternatives, 0},
    {"collab-name", DATA, jats_data, 0},
    {"comment", DATA, jats_data, 0},
    {"compound-kwd", DATA, jats_data, 0},
    {"compound-kwd-part", DATA, jats_data, 0},
    {"conf-acronym", DATA, jats_data, 0},
    {"conf-date", DATA, jats_data, 0},
    {"conf-loc", DATA, jats_data, 0},
    {"conf-name", DATA, jats_data, 0},
    {"conf-num", DATA, jats_data, 0},
    {"conf-sponsor", DATA, jats_data, 0},
    {"conf-theme", DATA, jats_data, 0},
    {"contrib", BLOCK, jats_line, 0},
    {"contrib-group", BLOCK, jats_contributor_line, 0},
    {"contrib-id", DATA, jats_skip, 0},
    {"copyright-holder", DATA, jats_data, 0},
    {"copyright-statement", DATA, jats_data, 0},
    {"copyright-year", DATA, jats_data, 0},
    {"corresp", BLOCK, jats_correspondence, 0},
    {"country", DATA, jats_data, 0},
    {"counts", BLOCK, jats_skip, 0},
    {"custom-meta", DATA, jats_data, 0},
    {"data-title", DATA, jats_data, 0},
    {"date", DATA, jats_data, 0},
    {"date-in-citation", DATA, jats_data, 0},
    {"day", DATA, jats_data, 0},
    {"dedication", BLOCK, jats_sub_article, 0},
    {"def", BLOCK, jats_pass, 0},
    {"def-list", BLOCK, jats_definitions, 0},
    {"degrees", DATA, jats_data, 0},
    {"disp-formula", BLOCK, jats_display_formula, 0},
    {"disp-formula-group", BLOCK, jats_container, DG_FIGURE_GROUP},
    {"disp-quote", BLOCK, jats_container, DG_QUOTE},
    {"edition", DATA, jats_data, 0},
    {"element-citation", DATA, jats_element_citation, 0},
    {"elocation-id", DATA, jats_data, 0},
    {"email", DATA, jats_email, 0},
    {"era", DATA, jats_data, 0},
    {"etal", DATA, jats_and_others, 0},
    {"explanation", BLOCK, jats_container, DG_BODY},
    {"ext-link", INLINE, jats_link, 0},
    {"fax", DATA, jats_data, 0},
    {"fig", BLOCK, jats_figure, 0},
    {"fig-group", BLOCK, jats_figure_group, 0},
    {"fixed-case", INLINE, jats_span, 0},
    {"floats-group", BLOCK, jats_floats, 0},
    {"floats-wrap", BLOCK, jats_pass, 0},
    {"fn", INLINE, jats_footnote, 0},
    {"fn-group", BLOCK, jats_footnote_group, 0},
    {"foreword", BLOCK, jats_sub_article, 0},
    {"fpage", DATA, jats_data, 0},
    {"front-matter", BLOCK, jats_group, 0},
    {"front-matter-part", BLOCK, jats_sub_article, 0},
    {"front-stub", BLOCK, jats_skip, 0},
    {"funding-source", DATA, jats_data, 0},
    {"given-names", DATA, jats_data, 0},
    {"glossary", BLOCK, jats_section, 0},
    {"glyph-data", INLINE, jats_skip, 0},
    {"glyph-ref", INLINE, jats_skip, 0},
    {"gov", DATA, jats_data, 0},
    {"graphic", BLOCK, jats_lone_graphic, 0},
    {"hr", INLINE, jats_break, 0},
    {"index-term", INLINE, jats_index_term, 0},
    {"index-term-range-end", INLINE, jats_index_range_end, 0},
    {"inline-formula", INLINE, jats_inline_formula, 0},
    {"inline-graphic", INLINE, jats_inline_graphic, 0},
    {"inline-media", INLINE, jats_link, 0},
    {"inline-supplementary-material", INLINE, jats_link, 0},
    {"institution", DATA, jats_data, 0},
    {"institution-id", DATA, jats_skip, 0},
    {"institution-wrap", DATA, jats_data, 0},
    {"isbn", DATA, jats_data, 0},
    {"issn", DATA, jats_data, 0},
    {"issue", DATA, jats_data, 0},
    {"issue-id", DATA, jats_data, 0},
    {"issue-part", DATA, jats_data, 0},
    {"issue-title", DATA, jats_data, 0},
    {"italic", INLINE, jats_styled, DG_ITALIC},
    {"journal-id", DATA, jats_data, 0},
    {"journal-title", DATA, jats_data, 0},
    {"kwd", DATA, jats_data, 0},
    {"kwd-group", BLOCK, jats_keywords, 0},
    {"label", DATA, jats_label_text, 0},
    {"license", BLOCK, jats_pass, 0},
    {"license-p", BLOCK, jats_paragraph, 0},
    {"list", BLOCK, jats_list, 0},
    {"list-item", BLOCK, jats_pass, 0},
    {"long-desc", INLINE, jats_skip, 0},
    {"lpage", DATA, jats_data, 0},
    {"media", BLOCK, jats_media, 0},
    {"meta-name", DATA, jats_data, 0},
    {"meta-value", DATA, jats_data, 0},
    {"milestone-end", INLINE, jats_span, 0},
    {"milestone-start", INLINE, jats_span, 0},
    {"mixed-citation", INLINE, jats_mixed_citation, 0},
    {"mml:math", INLINE, jats_math, 0},
    {"monospace", INLINE, jats_inline_code, 0},
    {"month", DATA, jats_data, 0},
    {"name", DATA, jats_person, 0},
    {"name-alternatives", DATA, jats_alternatives, 0},
    {"named-book-part-body", BLOCK, jats_group, 0},
    {"named-content", INLINE, jats_span, 0},
    {"nested-kwd", DATA, jats_data, 0},
    {"nlm-citation", DATA, jats_mixed_citation, 0},
    {"note", BLOCK, jats_pass, 0},
    {"notes", BLOCK, jats_section, 0},
    {"oasis:table", BLOCK, jats_table, 0},
    {"object-id", DATA, jats_skip, 0},
    {"on-behalf-of", DATA, jats_data, 0},
    {"option", BLOCK, jats_container, DG_BODY},
    {"overline", INLINE, jats_styled, DG_OVERLINE},
    {"overline-end", INLINE, jats_skip, 0},
    {"overline-start", INLINE, jats_skip, 0},
    {"p", BLOCK, jats_paragraph, 0},
    {"page-range", DATA, jats_data, 0},
    {"part-title", DATA, jats_data, 0},
    {"patent", DATA, jats_data, 0},
    {"permissions", BLOCK, jats_permissions, 0},
    {"person-group", DATA, jats_person_group, 0},
    {"phone", DATA, jats_data, 0},
    {"postal-code", DATA, jats_data, 0},
    {"preface", BLOCK, jats_sub_article, 0},
    {"prefix", DATA, jats_data, 0},
    {"preformat", BLOCK, jats_code, 0},
    {"price", DATA, jats_data, 0},
    {"principal-award-recipient", DATA, jats_data, 0},
    {"private-char", INLINE, jats_span, 0},
    {"processing-meta", BLOCK, jats_skip, 0},
    {"product", BLOCK, jats_line, 0},
    {"pub-id", DATA, jats_data, 0},
    {"publisher", DATA, jats_data, 0},
    {"publisher-loc", DATA, jats_data, 0},
    {"publisher-name", DATA, jats_data, 0},
    {"question", BLOCK, jats_container, DG_BODY},
    {"question-preamble", BLOCK, jats_container, DG_BODY},
    {"question-wrap", BLOCK, jats_container, DG_BODY},
    {"question-wrap-group", BLOCK, jats_container, DG_BODY},
    {"rb", INLINE, jats_span, 0},
    {"ref", BLOCK, jats_reference_item, 0},
    {"ref-list", BLOCK, jats_reference_list, 0},
    {"related-article", DATA, jats_related, 0},
    {"related-object", DATA, jats_related, 0},
    {"resource-id", DATA, jats_data, 0},
    {"resource-name", DATA, jats_data, 0},
    {"response", BLOCK, jats_sub_article, 0},
    {"role", DATA, jats_data, 0},
    {"roman", INLINE, jats_styled, DG_ROMAN},
    {"rp", INLINE, jats_span, 0},
    {"rt", INLINE, jats_span, 0},
    {"ruby", INLINE, jats_span, 0},
    {"sans-serif", INLINE, jats_styled, DG_SANS},
    {"sc", INLINE, jats_styled, DG_SMALL_CAPS},
    {"season", DATA, jats_data, 0},
    {"sec", BLOCK, jats_section, 0},
    {"sec-meta", BLOCK, jats_skip, 0},
    {"self-uri", INLINE, jats_link, 0},
    {"series", DATA, jats_data, 0},
    {"sig", BLOCK, jats_signature, 0},
    {"sig-block", BLOCK, jats_pass, 0},
    {"size", DATA, jats_data, 0},
    {"source", DATA, jats_data, 0},
    {"speaker", BLOCK, jats_line, DG_SPEAKER},
    {"speech", BLOCK, jats_container, DG_SPEECH},
    {"state", DATA, jats_data, 0},
    {"statement", BLOCK, jats_statement, 0},
    {"std", DATA, jats_data, 0},
    {"std-organization", DATA, jats_data, 0},
    {"strike", INLINE, jats_styled, DG_STRIKE},
    {"string-conf", DATA, jats_data, 0},
    {"string-date", DATA, jats_data, 0},
    {"string-name", DATA, jats_data, 0},
    {"styled-content", INLINE, jats_span, 0},
    {"sub", INLINE, jats_styled, DG_SUBSCRIPT},
    {"sub-article", BLOCK, jats_sub_article, 0},
    {"subject", DATA, jats_data, 0},
    {"subtitle", BLOCK, jats_line, 0},
    {"suffix", DATA, jats_data, 0},
    {"sup", INLINE, jats_styled, DG_SUPERSCRIPT},
    {"supplement", DATA, jats_data, 0},
    {"supplementary-material", BLOCK, jats_supplement, 0},
    {"surname", DATA, jats_data, 0},
    {"table", BLOCK, jats_table, 0},
    {"table-wrap", BLOCK, jats_table_wrap, 0},
    {"table-wrap-group", BLOCK, jats_figure_group, 0},
    {"target", INLINE, jats_span, 0},
    {"term", BLOCK, jats_line, DG_TERM},
    {"tex-math", INLINE, jats_tex, 0},
    {"textual-form", INLINE, jats_span, 0},
    {"time-stamp", DATA, jats_data, 0},
    {"title", BLOCK, jats_title, 0},
    {"toc", BLOCK, jats_skip, 0},
    {"trans-abstract", BLOCK, jats_section, 0},
    {"trans-source", DATA, jats_data, 0},
    {"trans-subtitle", DATA, jats_data, 0},
    {"trans-title", DATA, jats_data, 0},
    {"underline", INLINE, jats_styled, DG_UNDERLINE},
    {"underline-end", INLINE, jats_skip, 0},
    {"underline-start", INLINE, jats_skip, 0},
    {"uri", INLINE, jats_link, 0},
    {"verse-group", BLOCK, jats_container, DG_VERSE},
    {"verse-line", BLOCK, jats_line, DG_VERSE_LINE},
    {"version", DATA, jats_data, 0},
    {"volume", DATA, jats_data, 0},
    {"volume-id", DATA, jats_data, 0},
    {"volume-series", DATA, jats_data, 0},
    {"x", INLINE, jats_span, 0},
    {"xi:include", BLOCK, jats_include, 0},
    {"xref", INLINE, jats_reference, 0},
    {"year", DATA, jats_data, 0},
};

static int
compare_names(const void *name, const void *element)
{
    return strcmp(name, ((const Element *)element)->name);
}

static const Element *
find_element(const char *name)
{
    return bsearch(name, elements, G_N_ELEMENTS(elements), sizeof *elements, compare_names);
}

static bool
has_own_text(const DgXml *element)
{
    for (const DgXml *child = element->first; child; child = child->next)
        if (child->text && child->text[strspn(child->text, " \t\r\n")])
            return true;
    return false;
}

/* Inside running text it is running text; elsewhere its own text becomes paragraphs. */
static void
read_unknown(Flow *flow, const DgXml *element)
{
    bool running =
        !flow->container || flow->block || (element->parent && has_own_text(element->parent));
    if (g_hash_table_add(flow->jats->unknown, (gpointer)element->name))
        dg_diag(flow->jats->diags, DG_JATS_UNKNOWN, element->pos, element->name,
                running ? "<named-content>" : "<p>", NULL);
    if (running) {
        jats_span(flow, element, 0);
        return;
    }
    flow_end(flow);
    Flow inner = flow_into(flow->jats, flow->container, has_own_text(element) ? element : NULL);
    jats_children(&inner, element);
    flow_end(&inner);
}

void
jats_read(Flow *flow, const DgXml *element)
{
    if (jats_leaves_out(flow->jats, element))
        return;
    const Element *known = find_element(element->name);
    if (!known) {
        read_unknown(flow, element);
    } else if (!flow->container && known->read == jats_lone_graphic) {
        jats_inline_graphic(flow, element, 0);
    } else if (known->place == BLOCK && !flow->container && known->read != jats_skip &&
               known->read != jats_include) {
        flow_space(flow);
        jats_children(flow, element);
        flow_space(flow);
    } else {
        known->read(flow, element, known->value);
    }
}

static bool
is_data(const DgXml *element)
{
    const Element *known = element->name ? find_element(element->name) : NULL;
    return element->name && (!known || known->place == DATA);
}

void
jats_children_but(Flow *flow, const DgXml *element, const char *names)
{
    for (const DgXml *child = element->first; child; child = child->next) {
        if (child->text) {
            flow_text(flow, child->text, child->pos);
            continue;
        }
        if (names && jats_named(child, names))
            continue;
        if (child->previous && is_data(child) && is_data(child->previous))
            flow_space(flow);
        jats_read(flow, child);
    }
}

void
jats_children(Flow *flow, const DgXml *element)
{
    jats_children_but(flow, element, NULL);
}

bool
list_has(const char *names, const char *name)
{
    size_t length = strlen(name);
    for (const char *at = names; length > 0 && (at = strstr(at, name)); at += length)
        if ((at == names || at[-1] == ' ') && (at[length] == ' ' || at[length] == '\0'))
            return true;
    return false;
}

bool
jats_named(const DgXml *element, const char *names)
{
    return element->name && list_has(names, element->name);
}

void
jats_identify(Jats *jats, DgNode *node, const DgXml *element)
{
    const char *id = jats->plain ? NULL : dg_xml_attribute(element, "id");
    if (id && *id && !g_hash_table_contains(jats->nodes, id)) {
        node->id = id;
        g_hash_table_insert(jats->nodes, (gpointer)id, node);
    }
    const char *lang = dg_xml_attribute(element, "xml:lang");
    if (lang && *lang)
        node->lang = jats_language_tag(jats->arena, lang);
    node->group = dg_xml_attribute(element, "lang-group");
    node->type = dg_xml_attribute(element, "content-type");
}

DgNode *
jats_block(Jats *jats, DgNode *parent, DgKind kind, const DgXml *element)
{
    DgNode *block = dg_node_new(jats->arena, kind, element->pos);
    Flow flow = flow_inline(jats, block);
    jats_children(&flow, element);
    flow_end(&flow);
    if (!block->first)
        return NULL;
    jats_identify(jats, block, element);
    if (parent)
        dg_node_append(parent, block);
    return block;
}

char *
jats_text(Jats *jats, const DgXml *element)
{
    if (!element)
        return NULL;
    Jats plain = *jats;
    plain.plain = true;
    DgNode *block = dg_node_new(jats->arena, DG_PARAGRAPH, element->pos);
    Flow flow = flow_inline(&plain, block);
    jats_children(&flow, element);
    flow_end(&flow);
    char *text = dg_node_text(jats->arena, block);
    return *text ? text : NULL;
}

const char *
jats_label(Jats *jats, const DgXml *element)
{
    return jats_text(jats, dg_xml_child(element, "label"));
}
