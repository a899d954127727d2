/* jats-block.c - sections, paragraphs, quotes, verse, speeches, boxes, code, signatures. */
#include "diglot/lang.h"
#include "jats-internal.h"

#include <string.h>

void
jats_skip(Flow *flow, const DgXml *element, int value)
{
    (void)flow, (void)element, (void)value;
}

/* The label that waits is for what comes now. */
static void
take_label(Flow *inner, Flow *flow)
{
    if (flow->block)
        return;
    inner->label = flow->label;
    inner->label_pos = flow->label_pos;
    flow->label = NULL;
}

/* The element itself means nothing here; its content stands in its place. */
void
jats_pass(Flow *flow, const DgXml *element, int value)
{
    (void)value;
    Flow inner = flow_into(flow->jats, flow->container, NULL);
    inner.role = flow->role;
    take_label(&inner, flow);
    flow_end(flow);
    jats_children(&inner, element);
    flow_end(&inner);
}

/* A paragraph may hold blocks: what follows one goes on as a further paragraph. */
void
jats_paragraph(Flow *flow, const DgXml *element, int value)
{
    (void)value;
    Flow inner = flow_into(flow->jats, flow->container, element);
    inner.role = flow->role;
    take_label(&inner, flow);
    flow_end(flow);
    jats_children(&inner, element);
    flow_end(&inner);
}

static int
clamp_level(int level)
{
    return CLAMP(level, 1, 6);
}

void
jats_heading(Flow *flow, const DgXml *title, int level)
{
    const char *label = flow->block ? NULL : flow->label;
    if (label)
        flow->label = NULL;
    flow_end(flow);
    DgNode *heading = jats_block(flow->jats, flow->container, DG_HEADING, title);
    if (!heading) {
        flow->label = label;
        return;
    }
    heading->as.heading.level = clamp_level(level);
    heading->label = label;
}

void
jats_title(Flow *flow, const DgXml *element, int value)
{
    (void)value;
    jats_heading(flow, element, flow->jats->level);
}

/* A label waits for what it labels; inside running text it is text. */
void
jats_label_text(Flow *flow, const DgXml *element, int value)
{
    if (!flow->container || flow->block) {
        jats_data(flow, element, value);
        return;
    }
    const char *label = jats_text(flow->jats, element);
    if (!label)
        return;
    flow->label =
        flow->label ? dg_arena_printf(flow->jats->arena, "%s %s", flow->label, label) : label;
    flow->label_pos = element->pos;
}

/* A label without a title is all the heading there is. */
static void
settle_label(Flow *flow, const DgXml *element)
{
    const DgXml *title = dg_xml_child(element, "title");
    if (!flow->label || (title && title->first))
        return;
    DgNode *heading =
        dg_block_new(flow->jats->arena, DG_HEADING, DG_ROLE_NONE, flow->label, flow->label_pos);
    heading->as.heading.level = clamp_level(flow->jats->level);
    flow->label = NULL;
    dg_node_append(flow->container, heading);
}

static void
read_section_head(Flow *flow, const DgXml *element)
{
    for (const DgXml *child = element->first; child; child = child->next)
        if (child->name && strcmp(child->name, "label") == 0)
            jats_read(flow, child);
    settle_label(flow, element);
    for (const DgXml *child = element->first; child; child = child->next)
        if (child->name && strcmp(child->name, "title") == 0)
            jats_read(flow, child);
}

/* Label and title come first, wherever they stand. */
static void
read_section(Flow *flow, const DgXml *element)
{
    read_section_head(flow, element);
    jats_children_but(flow, element, "label title");
    flow_end(flow);
}

void
jats_section(Flow *flow, const DgXml *element, int value)
{
    (void)value;
    Jats *jats = flow->jats;
    DgNode *section = flow_block(flow, DG_SECTION, element);
    section->type = element->name;
    Flow inner = flow_into(jats, section, NULL);
    jats->level++;
    read_section(&inner, element);
    jats->level--;
    if (!section->first)
        dg_node_remove(section);
}

/* A list of references at the end of a text that has no title is given one. */
void
jats_reference_list(Flow *flow, const DgXml *element, int value)
{
    Jats *jats = flow->jats;
    const DgNode *before = flow->container->last;
    jats_section(flow, element, value);
    DgNode *section = flow->container->last;
    bool ends = element->parent && jats_named(element->parent, "back book-back");
    if (!ends || section == before || !section || section->first->kind == DG_HEADING)
        return;
    DgNode *heading = dg_block_new(jats->arena, DG_HEADING, DG_ROLE_NONE,
                                   dg_word(DG_WORD_REFERENCES, jats->language), element->pos);
    heading->as.heading.level = clamp_level(jats->level + 1);
    dg_node_insert_before(section->first, heading);
}

/* body, back, app-group: no section of their own, but perhaps a title. */
void
jats_group(Flow *flow, const DgXml *element, int value)
{
    (void)value;
    flow_end(flow);
    const DgXml *title = dg_xml_child(element, "title");
    Flow inner = flow_into(flow->jats, flow->container, NULL);
    flow->jats->level += title != NULL;
    read_section(&inner, element);
    flow->jats->level -= title != NULL;
}

/* Quotes, boxes, statements, speeches, verse; with DG_BODY no container of its own. */
void
jats_container(Flow *flow, const DgXml *element, int value)
{
    DgKind kind = (DgKind)value;
    flow_end(flow);
    DgNode *container = kind == DG_BODY ? flow->container : flow_block(flow, kind, element);
    Flow inner = flow_into(flow->jats, container, NULL);
    flow->jats->level++;
    jats_children(&inner, element);
    flow_end(&inner);
    flow->jats->level--;
    if (container != flow->container && !container->first)
        dg_node_remove(container);
}

/* Label and title as a heading of their own. */
static void
head_statement(Jats *jats, DgNode *statement, const DgXml *element)
{
    DgNode *above = dg_node_new(jats->arena, DG_BODY, element->pos);
    Flow flow = flow_into(jats, above, NULL);
    jats->level++;
    read_section_head(&flow, element);
    jats->level--;
    flow_end(&flow);
    while (above->last) {
        DgNode *block = above->last;
        dg_node_remove(block);
        if (statement->first)
            dg_node_insert_before(statement->first, block);
        else
            dg_node_append(statement, block);
    }
}

/* "Theorem 1 (on pairs)." in bold before the first words of a statement. */
static void
lead_statement(Jats *jats, DgNode *paragraph, const DgXml *element)
{
    const char *label = jats_label(jats, element);
    const DgXml *title = dg_xml_child(element, "title");
    bool titled = title && title->first;
    DgNode *lead = dg_node_new(jats->arena, DG_PARAGRAPH, element->pos);
    Flow flow = flow_inline(jats, lead);
    Wrap bold, upright;
    flow_open(&flow, &bold, DG_STYLED, element);
    flow_open(&flow, &upright, DG_STYLED, element);
    bold.prototype.id = upright.prototype.id = NULL;
    bold.prototype.as.styled.styling = DG_BOLD;
    upright.prototype.as.styled.styling = DG_ROMAN;
    bool pointed = label && g_str_has_suffix(label, ".");
    if (label && titled && pointed)
        label = dg_arena_strndup(jats->arena, label, strlen(label) - 1);
    if (label)
        flow_text(&flow, label, element->pos);
    if (label && titled)
        flow_text(&flow, " (", element->pos);
    if (titled)
        jats_children(&flow, title);
    flow_text(&flow, label && titled ? ")." : pointed ? "" : ".", element->pos);
    flow_close(&flow);
    flow_close(&flow);
    flow_end(&flow);
    dg_node_insert_before(paragraph->first, lead->first);
    dg_node_insert_before(paragraph->first->next, dg_text_new(jats->arena, " ", element->pos));
}

/* A theorem, a definition: label and title lead its first paragraph, or stand above what begins otherwise. */
void
jats_statement(Flow *flow, const DgXml *element, int value)
{
    (void)value;
    flow_end(flow);
    DgNode *statement = flow_block(flow, DG_STATEMENT, element);
    bool labelled = dg_xml_child(element, "label") || dg_xml_child(element, "title");
    Flow inner = flow_into(flow->jats, statement, NULL);
    jats_children_but(&inner, element, "label title");
    flow_end(&inner);
    DgNode *first = statement->first;
    if (labelled && first && first->kind == DG_PARAGRAPH && first->first)
        lead_statement(flow->jats, first, element);
    else if (labelled)
        head_statement(flow->jats, statement, element);
    if (!statement->first)
        dg_node_remove(statement);
}

/* A line of its own: of verse, of a speaker's name, of contributors. */
void
jats_line(Flow *flow, const DgXml *element, int value)
{
    const char *label = flow->label;
    flow->label = NULL;
    flow_end(flow);
    DgNode *block =
        jats_block(flow->jats, flow->container, value ? (DgKind)value : DG_PARAGRAPH, element);
    if (block && !value)
        block->role = flow->role;
    if (block && label)
        dg_node_insert_before(block->first,
                              dg_text_new(flow->jats->arena,
                                          dg_arena_printf(flow->jats->arena, "%s ", label),
                                          flow->label_pos));
    else if (label)
        flow->label = label;
}

/* A note on how to reach an author. */
void
jats_correspondence(Flow *flow, const DgXml *element, int value)
{
    const char *bearers = jats_bearers(flow->jats, element);
    if (!bearers) {
        jats_line(flow, element, value);
        return;
    }
    flow_end(flow);
    Flow inner = flow_into(flow->jats, flow->container, element);
    jats_children_but(&inner, element, "label");
    jats_lead(flow->jats, inner.block, bearers);
    flow_end(&inner);
}

void
jats_attribution(Flow *flow, const DgXml *element, int value)
{
    (void)value;
    jats_line(flow, element, DG_ATTRIBUTION);
}

void
jats_signature(Flow *flow, const DgXml *element, int value)
{
    (void)value;
    jats_line(flow, element, DG_SIGNATURE);
}

static void
write_contributor(Flow *flow, const DgXml *contrib)
{
    const char *mark = "; ";
    for (const DgXml *child = contrib->first; child; child = child->next) {
        if (!child->name || jats_named(child, "contrib-id xref bio degrees uri"))
            continue;
        if (flow->block)
            flow_join(flow, mark, child->pos);
        mark = ", ";
        jats_read(flow, child);
    }
}

/* Who wrote an answer or review: names, roles and places in one line. */
void
jats_contributor_line(Flow *flow, const DgXml *element, int value)
{
    (void)value;
    flow_end(flow);
    Flow inner = flow_into(flow->jats, flow->container, element);
    for (const DgXml *child = element->first; child; child = child->next) {
        if (dg_xml_is(child, "contrib")) {
            write_contributor(&inner, child);
        } else if (child->name) {
            if (inner.block)
                flow_join(&inner, ", ", child->pos);
            jats_read(&inner, child);
        }
    }
    flow_end(&inner);
}

/* Keywords in one line. */
void
jats_keywords(Flow *flow, const DgXml *element, int value)
{
    (void)value;
    flow_end(flow);
    Flow inner = flow_into(flow->jats, flow->container, element);
    inner.role = flow->role;
    const char *mark = " ";
    for (const DgXml *child = element->first; child; child = child->next) {
        if (!child->name)
            continue;
        if (inner.block)
            flow_join(&inner, mark, child->pos);
        bool title = dg_xml_is(child, "title");
        mark = title ? " " : ", ";
        if (title)
            jats_data(&inner, child, 0);
        else
            jats_read(&inner, child);
    }
    flow_end(&inner);
}

void
jats_code(Flow *flow, const DgXml *element, int value)
{
    (void)value;
    flow_end(flow);
    Flow inner = flow_into(flow->jats, flow->container, element);
    inner.kind = DG_CODE;
    inner.verbatim = true;
    jats_children(&inner, element);
    DgNode *code = inner.block;
    flow_end(&inner);
    const char *language = dg_xml_attribute(element, "language");
    if (code && language)
        code->type = language;
}

/* <code> is a block, but inside a sentence it is a word. */
void
jats_quoted_code(Flow *flow, const DgXml *element, int value)
{
    bool lines = element->first && element->first->text && strchr(element->first->text, '\n');
    bool alone = !flow->block && (!element->next || !element->next->text ||
                                  !element->next->text[strspn(element->next->text, " \t\r\n")]);
    if (lines || (alone && !flow->wrap))
        jats_code(flow, element, value);
    else
        jats_inline_code(flow, element, value);
}

/* The statement says it all; its parts are for machines. */
void
jats_permissions(Flow *flow, const DgXml *element, int value)
{
    (void)value;
    flow_end(flow);
    Flow inner = flow_into(flow->jats, flow->container, NULL);
    inner.role = flow->role;
    bool stated = dg_xml_child(element, "copyright-statement") != NULL;
    jats_children_but(&inner, element,
                      stated ? "copyright-year copyright-holder ali:free_to_read"
                             : "ali:free_to_read");
    flow_end(&inner);
}

/* A picture of the formula that TeX says in words that are not understood. */
static const DgXml *
clear_form(Jats *jats, const DgXml *alternatives, const DgXml *form)
{
    const DgXml *picture =
        form && strcmp(form->name, "tex-math") == 0 ? jats_best_graphic(jats, alternatives) : NULL;
    bool better = picture && jats_graphic_is_there(jats, picture) && !jats_tex_is_clear(jats, form);
    return better ? picture : form;
}

/* The one for this language, the one best to set, else the first. */
const DgXml *
jats_best_form(Jats *jats, const DgXml *element)
{
    static const char *const liked[] = {"textual-form", "mml:math",    "tex-math", "mixed-citation",
                                        "table",        "oasis:table", "code",     "preformat"};
    const DgXml *best = NULL;
    const char *language = jats->language;
    for (const DgXml *child = element->first; child && !best; child = child->next) {
        const char *lang = child->name ? dg_xml_attribute(child, "xml:lang") : NULL;
        if (lang && strcmp(jats_language_tag(jats->arena, lang), language) == 0)
            best = child;
    }
    for (size_t i = 0; i < G_N_ELEMENTS(liked) && !best; i++)
        best = clear_form(jats, element, dg_xml_child(element, liked[i]));
    if (!best && (dg_xml_child(element, "graphic") || dg_xml_child(element, "inline-graphic")))
        best = jats_best_graphic(jats, element);
    for (const DgXml *child = element->first; child && !best; child = child->next)
        if (child->name)
            best = child;
    return best;
}

void
jats_alternatives(Flow *flow, const DgXml *element, int value)
{
    (void)value;
    const DgXml *best = jats_best_form(flow->jats, element);
    if (best)
        jats_read(flow, best);
}
