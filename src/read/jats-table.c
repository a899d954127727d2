/* jats-table.c - tables of the HTML and of the CALS (OASIS exchange) model. */
#include "jats-internal.h"

#include <stdlib.h>
#include <string.h>

/* More than any table has; a mistyped span must not make a page of nothing. */
enum { SPAN_LIMIT = 1000 };

static int
span(const DgXml *cell, const char *name)
{
    const char *value = dg_xml_attribute(cell, name);
    return value ? (int)CLAMP(strtol(value, NULL, 10), 1, SPAN_LIMIT) : 1;
}

static DgAlign
alignment(const DgXml *cell, const char *inherited)
{
    static const struct {
        const char *name;
        DgAlign align;
    } known[] = {{"left", DG_ALIGN_START},
                 {"center", DG_ALIGN_CENTER},
                 {"right", DG_ALIGN_END},
                 {"justify", DG_ALIGN_JUSTIFY},
                 {"char", DG_ALIGN_DECIMAL}};
    const char *align = dg_xml_attribute(cell, "align");
    if (!align)
        align = inherited;
    for (size_t i = 0; align && i < G_N_ELEMENTS(known); i++)
        if (strcmp(align, known[i].name) == 0)
            return known[i].align;
    return DG_ALIGN_START;
}

/* Columns that a CALS cell names: the numbers of <colspec colname="…">, from 1; 0: unknown. */
static int
column_number(const DgXml *group, const char *name)
{
    int n = 0;
    for (const DgXml *child = group ? group->first : NULL; child; child = child->next) {
        if (!child->name || !jats_named(child, "oasis:colspec colspec"))
            continue;
        n++;
        const char *number = dg_xml_attribute(child, "colnum"),
                   *own = dg_xml_attribute(child, "colname");
        if (number)
            n = (int)CLAMP(strtol(number, NULL, 10), 1, SPAN_LIMIT);
        if (name && own && strcmp(own, name) == 0)
            return n;
    }
    return 0;
}

static const DgXml *
column_group(const DgXml *cell)
{
    for (cell = cell->parent; cell; cell = cell->parent)
        if (jats_named(cell, "oasis:tgroup tgroup"))
            return cell;
    return NULL;
}

static void
measure_entry(DgNode *cell, const DgXml *entry)
{
    const DgXml *group = column_group(entry);
    int first = column_number(group, dg_xml_attribute(entry, "namest"));
    int last = column_number(group, dg_xml_attribute(entry, "nameend"));
    const char *more = dg_xml_attribute(entry, "morerows");
    cell->as.cell.columns = first && last > first ? MIN(last - first + 1, SPAN_LIMIT) : 1;
    cell->as.cell.rows = more ? (int)CLAMP(strtol(more, NULL, 10), 0, SPAN_LIMIT - 1) + 1 : 1;
}

static void
read_cell(Jats *jats, DgNode *row, const DgXml *element, bool header, const char *align)
{
    DgNode *cell = dg_node_new(jats->arena, DG_CELL, element->pos);
    jats_identify(jats, cell, element);
    dg_node_append(row, cell);
    if (jats_named(element, "oasis:entry entry")) {
        measure_entry(cell, element);
    } else {
        cell->as.cell.columns = span(element, "colspan");
        cell->as.cell.rows = span(element, "rowspan");
    }
    cell->as.cell.header = header || strcmp(element->name, "th") == 0;
    cell->as.cell.align = alignment(element, align);
    Flow flow = flow_into(jats, cell, NULL);
    jats_children(&flow, element);
    flow_end(&flow);
}

static void
read_row(Jats *jats, DgNode *table, const DgXml *element, bool header, const char *align)
{
    DgNode *row = dg_node_new(jats->arena, DG_ROW, element->pos);
    jats_identify(jats, row, element);
    const char *own = dg_xml_attribute(element, "align");
    Flow stray = flow_into(jats, table, NULL);
    for (const DgXml *child = element->first; child; child = child->next) {
        if (child->text)
            flow_text(&stray, child->text, child->pos);
        else if (jats_named(child, "td th oasis:entry entry"))
            read_cell(jats, row, child, header, own ? own : align);
        else
            jats_read(&stray, child);
    }
    flow_end(&stray);
    if (!row->first)
        return;
    dg_node_append(table, row);
    if (header)
        table->as.table.header_rows++;
}

/* Rows in the order of print: a foot that stands before the body, as HTML 4 wanted, goes behind it. */
static void
read_rows(Jats *jats, DgNode *table, const DgXml *element, bool header, const char *align)
{
    const DgXml *foot = NULL;
    const char *own = dg_xml_attribute(element, "align");
    align = own ? own : align;
    Flow stray = flow_into(jats, table, NULL);
    for (const DgXml *child = element->first; child; child = child->next) {
        if (child->text)
            flow_text(&stray, child->text, child->pos);
        else if (jats_named(child, "tr oasis:row row"))
            read_row(jats, table, child, header, align);
        else if (jats_named(child, "thead oasis:thead"))
            read_rows(jats, table, child, true, align);
        else if (strcmp(child->name, "tfoot") == 0)
            foot = child;
        else if (jats_named(child,
                            "tbody oasis:tbody oasis:tgroup tgroup table oasis:table alternatives"))
            read_rows(jats, table, child, false, align);
        else if (!jats_named(child, "col colgroup colspec oasis:colspec caption"))
            jats_read(&stray, child);
    }
    flow_end(&stray);
    if (foot)
        read_rows(jats, table, foot, false, align);
}

/* Without <thead>, a first row of nothing but <th>. */
static void
find_header(DgNode *table)
{
    const DgNode *row = table->first;
    while (row && row->kind != DG_ROW)
        row = row->next;
    if (table->as.table.header_rows || !row || !row->next || row->next->kind != DG_ROW)
        return;
    for (const DgNode *cell = row->first; cell; cell = cell->next)
        if (!cell->as.cell.header)
            return;
    table->as.table.header_rows = 1;
}

static void
read_table(Jats *jats, DgNode *table, const DgXml *element)
{
    const DgXml *caption = dg_xml_child(element, "caption");
    if (caption)
        jats_caption(jats, table, caption);
    if (element->parent && dg_xml_is(element, "array") && dg_xml_child(element, "alternatives"))
        element = dg_xml_child(element, "alternatives");
    read_rows(jats, table, element, false, NULL);
    find_header(table);
}

void
jats_table(Flow *flow, const DgXml *element, int value)
{
    (void)value;
    DgNode *table = flow_block(flow, DG_TABLE, element);
    table->label = jats_label(flow->jats, element);
    read_table(flow->jats, table, element);
    if (!table->first)
        dg_node_remove(table);
}

static const DgXml *
table_of(const DgXml *part)
{
    if (jats_named(part, "table oasis:table"))
        return part;
    if (strcmp(part->name, "alternatives") != 0)
        return NULL;
    const DgXml *table = dg_xml_child(part, "table");
    return table ? table : dg_xml_child(part, "oasis:table");
}

static bool
has_table(const DgXml *wrap)
{
    for (const DgXml *child = wrap->first; child; child = child->next)
        if (child->name && table_of(child))
            return true;
    return false;
}

static void
read_part(Jats *jats, DgNode *table, const DgXml *part)
{
    if (jats_named(part, "label alt-text long-desc") || jats_leaves_out(jats, part))
        return;
    if (table_of(part)) {
        read_table(jats, table, table_of(part));
    } else if (strcmp(part->name, "caption") == 0) {
        jats_caption(jats, table, part);
    } else {
        Flow flow = flow_into(jats, table, NULL);
        if (strcmp(part->name, "table-wrap-foot") == 0)
            jats_children(&flow, part);
        else
            jats_read(&flow, part);
        flow_end(&flow);
    }
}

/* A table that is only a picture is a figure with a table's number; one of lists or paragraphs, a box. */
void
jats_table_wrap(Flow *flow, const DgXml *element, int value)
{
    Jats *jats = flow->jats;
    if (!has_table(element)) {
        bool picture = dg_xml_child(element, "graphic") || dg_xml_child(element, "alternatives");
        if (picture)
            jats_figure(flow, element, value);
        else
            jats_container(flow, element, DG_BOX);
        return;
    }
    DgNode *table = flow_block(flow, DG_TABLE, element);
    table->label = jats_label(jats, element);
    for (const DgXml *child = element->first; child; child = child->next)
        if (child->name)
            read_part(jats, table, child);
}
