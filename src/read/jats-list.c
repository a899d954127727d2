/* jats-list.c - lists and lists of definitions. */
#include "diglot/lang.h"
#include "jats-internal.h"

#include <string.h>

static DgListKind
list_kind(const DgXml *list)
{
    static const struct {
        const char *type;
        DgListKind kind;
    } kinds[] = {
        {"order", DG_LIST_DECIMAL},           {"ordered", DG_LIST_DECIMAL},
        {"bullet", DG_LIST_BULLET},           {"alpha-lower", DG_LIST_ALPHA_LOWER},
        {"alpha-upper", DG_LIST_ALPHA_UPPER}, {"roman-lower", DG_LIST_ROMAN_LOWER},
        {"roman-upper", DG_LIST_ROMAN_UPPER}, {"simple", DG_LIST_PLAIN},
    };
    const char *type = dg_xml_attribute(list, "list-type");
    for (size_t i = 0; type && i < G_N_ELEMENTS(kinds); i++)
        if (strcmp(type, kinds[i].type) == 0)
            return kinds[i].kind;
    const DgXml *item = dg_xml_child(list, "list-item");
    return dg_xml_child(item, "label") ? DG_LIST_PLAIN : DG_LIST_BULLET;
}

static int
count_items(const DgNode *list)
{
    int n = 0;
    for (const DgNode *item = list->first; item; item = item->next)
        n++;
    return n;
}

static int
first_number(Jats *jats, const DgXml *list)
{
    const char *continued = dg_xml_attribute(list, "continued-from");
    const DgNode *before = continued ? g_hash_table_lookup(jats->nodes, continued) : NULL;
    return before && before->kind == DG_LIST ? before->as.list.start + count_items(before) : 1;
}

/* A title within a list or item, in bold on a line of its own. */
static void
read_title(Flow *flow, const DgXml *title)
{
    flow_end(flow);
    DgNode *block = dg_node_new(flow->jats->arena, DG_PARAGRAPH, title->pos);
    Flow inner = flow_inline(flow->jats, block);
    Wrap bold;
    flow_open(&inner, &bold, DG_STYLED, title);
    bold.prototype.as.styled.styling = DG_BOLD;
    jats_children(&inner, title);
    flow_close(&inner);
    flow_end(&inner);
    if (block->first)
        dg_node_append(flow->container, block);
}

static void
read_item(Jats *jats, DgNode *list, const DgXml *element)
{
    DgNode *item = dg_node_new(jats->arena, DG_LIST_ITEM, element->pos);
    jats_identify(jats, item, element);
    item->label = jats_label(jats, element);
    const char *prefix = element->parent ? dg_xml_attribute(element->parent, "prefix-word") : NULL;
    if (!item->label && prefix)
        item->label =
            dg_arena_printf(jats->arena, "%s %s", prefix,
                            dg_list_label(jats->arena, list->as.list.kind,
                                          list->as.list.start + count_items(list), jats->language));
    dg_node_append(list, item);
    Flow flow = flow_into(jats, item, NULL);
    for (const DgXml *child = element->first; child; child = child->next)
        if (child->text)
            flow_text(&flow, child->text, child->pos);
        else if (strcmp(child->name, "title") == 0)
            read_title(&flow, child);
        else if (strcmp(child->name, "label") != 0)
            jats_read(&flow, child);
    flow_end(&flow);
    if (!item->first)
        dg_node_remove(item);
}

void
jats_list(Flow *flow, const DgXml *element, int value)
{
    (void)value;
    Jats *jats = flow->jats;
    flow_end(flow);
    for (const DgXml *title = dg_xml_child(element, "title"); title;
         title = dg_xml_sibling(title, "title"))
        read_title(flow, title);
    DgNode *list = flow_block(flow, DG_LIST, element);
    list->type = dg_xml_attribute(element, "list-type");
    list->as.list.kind = list_kind(element);
    list->as.list.start = first_number(jats, element);
    Flow stray = flow_into(jats, flow->container, NULL);
    for (const DgXml *child = element->first; child; child = child->next)
        if (child->text)
            flow_text(&stray, child->text, child->pos);
        else if (strcmp(child->name, "list-item") == 0 && !jats_leaves_out(jats, child))
            read_item(jats, list, child);
        else if (!jats_named(child, "title list-item"))
            jats_read(&stray, child);
    flow_end(&stray);
    if (!list->first)
        dg_node_remove(list);
}

static void
read_definition_item(Flow *flow, const DgXml *element)
{
    for (const DgXml *child = element->first; child; child = child->next) {
        if (child->text) {
            flow_text(flow, child->text, child->pos);
        } else if (strcmp(child->name, "term") == 0) {
            jats_line(flow, child, DG_TERM);
        } else if (strcmp(child->name, "def") == 0) {
            DgNode *definition = flow_block(flow, DG_DEFINITION, child);
            Flow inner = flow_into(flow->jats, definition, NULL);
            jats_children(&inner, child);
            flow_end(&inner);
            if (!definition->first)
                dg_node_remove(definition);
        } else {
            jats_read(flow, child);
        }
    }
}

void
jats_definitions(Flow *flow, const DgXml *element, int value)
{
    (void)value;
    Jats *jats = flow->jats;
    flow_end(flow);
    for (const DgXml *child = element->first; child; child = child->next)
        if (child->name && jats_named(child, "title term-head def-head"))
            read_title(flow, child);
    DgNode *list = flow_block(flow, DG_DEFINITION_LIST, element);
    list->type = dg_xml_attribute(element, "list-type");
    Flow inner = flow_into(jats, list, NULL);
    for (const DgXml *child = element->first; child; child = child->next)
        if (child->text)
            flow_text(&inner, child->text, child->pos);
        else if (strcmp(child->name, "def-item") == 0 && !jats_leaves_out(jats, child))
            read_definition_item(&inner, child);
        else if (!jats_named(child, "title term-head def-head def-item"))
            jats_read(&inner, child);
    flow_end(&inner);
    if (!list->first)
        dg_node_remove(list);
}
