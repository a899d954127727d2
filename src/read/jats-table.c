/* jats-table.c - tables of the HTML and of the CALS (OASIS exchange) model. */
#include "jats-columns-internal.h"

#include <stdlib.h>
#include <string.h>

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

/* Columns and rows of a CALS cell; the first column where it is named, else -1. */
static int
measure_entry(const JatsColumns *columns, DgNode *cell, const DgXml *entry)
{
    const char *start = dg_xml_attribute(entry, "namest"),
               *more = dg_xml_attribute(entry, "morerows");
    int first = jats_column_named(columns, start ? start : dg_xml_attribute(entry, "colname")),
        last = jats_column_named(columns, dg_xml_attribute(entry, "nameend"));
    cell->as.cell.columns = first >= 0 && last > first ? last - first + 1 : 1;
    cell->as.cell.rows = more ? (int)CLAMP(strtol(more, NULL, 10), 0, JATS_COLUMNS - 1) + 1 : 1;
    return first;
}

/* Where rows of a table are read, and what their cells inherit. */
typedef struct {
    Jats *jats;
    DgNode *table;
    JatsColumns *columns;
    bool header;
    const char *align;
} Rows;

static void
read_cell(const Rows *rows, DgNode *row, const DgXml *element, const char *align)
{
    DgNode *cell = dg_node_new(rows->jats->arena, DG_CELL, element->pos);
    int column = -1;
    jats_identify(rows->jats, cell, element);
    if (jats_named(element, "oasis:entry entry")) {
        column = measure_entry(rows->columns, cell, element);
        for (int gap = jats_columns_gap(rows->columns, column); gap > 0; gap--)
            dg_node_append(row, dg_node_new(rows->jats->arena, DG_CELL, element->pos));
    } else {
        cell->as.cell.columns = jats_columns_count(element, "colspan", 1);
        cell->as.cell.rows = jats_columns_count(element, "rowspan", 1);
    }
    dg_node_append(row, cell);
    const char *of_column =
        jats_columns_take(rows->columns, column, cell->as.cell.columns, cell->as.cell.rows);
    cell->as.cell.header = rows->header || strcmp(element->name, "th") == 0;
    cell->as.cell.align = alignment(element, of_column ? of_column : align);
    Flow flow = flow_into(rows->jats, cell, NULL);
    jats_children(&flow, element);
    flow_end(&flow);
}

static void
read_row(const Rows *rows, const DgXml *element)
{
    DgNode *row = dg_node_new(rows->jats->arena, DG_ROW, element->pos);
    jats_identify(rows->jats, row, element);
    const char *own = dg_xml_attribute(element, "align");
    Flow stray = flow_into(rows->jats, rows->table, NULL);
    for (const DgXml *child = element->first; child; child = child->next) {
        if (child->text)
            flow_text(&stray, child->text, child->pos);
        else if (jats_named(child, "td th oasis:entry entry"))
            read_cell(rows, row, child, own ? own : rows->align);
        else
            jats_read(&stray, child);
    }
    flow_end(&stray);
    jats_columns_next_row(rows->columns);
    if (!row->first)
        return;
    dg_node_append(rows->table, row);
    if (rows->header)
        rows->table->as.table.header_rows++;
}

static void read_group(Rows rows, const DgXml *element, bool header);

/* A table in itself: its columns are its own. */
static void
read_rows(Rows rows, const DgXml *element)
{
    g_autofree JatsColumns *columns = g_new0(JatsColumns, 1);
    rows.columns = columns;
    read_group(rows, element, false);
}

/* Rows in the order of print: a foot that stands before the body, as HTML 4 wanted, goes behind it. */
static void
read_group(Rows rows, const DgXml *element, bool header)
{
    const DgXml *foot = NULL;
    const char *own = dg_xml_attribute(element, "align");
    rows.align = own ? own : rows.align;
    rows.header = header;
    Flow stray = flow_into(rows.jats, rows.table, NULL);
    for (const DgXml *child = element->first; child; child = child->next) {
        if (child->text)
            flow_text(&stray, child->text, child->pos);
        else if (jats_named(child, "tr oasis:row row"))
            read_row(&rows, child);
        else if (jats_named(child, "thead oasis:thead"))
            read_group(rows, child, true);
        else if (strcmp(child->name, "tfoot") == 0)
            foot = child;
        else if (jats_named(child, "tbody oasis:tbody"))
            read_group(rows, child, false);
        else if (jats_named(child, "oasis:tgroup tgroup table oasis:table alternatives"))
            read_rows(rows, child);
        else if (jats_named(child, "col colgroup colspec oasis:colspec"))
            jats_columns_add(rows.columns, child);
        else if (!jats_named(child, "caption"))
            jats_read(&stray, child);
    }
    flow_end(&stray);
    if (foot)
        read_group(rows, foot, false);
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
    read_rows((Rows){.jats = jats, .table = table}, element);
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
    table->as.table.landscape =
        g_strcmp0(dg_xml_attribute(element, "orientation"), "landscape") == 0;
    for (const DgXml *child = element->first; child; child = child->next)
        if (child->name)
            read_part(jats, table, child);
}
