/* jats-columns.c - what <col>, <colgroup> and <colspec> say of the columns of a table, and which column a cell is in. */
#include "jats-columns-internal.h"

#include <stdlib.h>
#include <string.h>

int
jats_columns_count(const DgXml *element, const char *name, int usual)
{
    const char *value = dg_xml_attribute(element, name);
    return value ? (int)CLAMP(strtol(value, NULL, 10), 1, JATS_COLUMNS) : usual;
}

static void
align_column(JatsColumns *columns, int column, const DgXml *element, const char *inherited)
{
    const char *own = dg_xml_attribute(element, "align");
    const char *align = own ? own : inherited;
    if (column < JATS_COLUMNS && align)
        columns->align[column] = align;
}

/* Columns of the HTML model follow each other. */
static void
add_columns(JatsColumns *columns, const DgXml *element, const char *inherited)
{
    int span = jats_columns_count(element, "span", 1);
    for (int i = 0; i < span; i++)
        align_column(columns, columns->n++, element, inherited);
}

static void
add_group(JatsColumns *columns, const DgXml *group)
{
    bool filled = false;
    for (const DgXml *child = group->first; child; child = child->next)
        if (child->name && dg_xml_is(child, "col")) {
            add_columns(columns, child, dg_xml_attribute(group, "align"));
            filled = true;
        }
    if (!filled)
        add_columns(columns, group, NULL);
}

void
jats_columns_add(JatsColumns *columns, const DgXml *element)
{
    if (dg_xml_is(element, "colgroup")) {
        add_group(columns, element);
    } else if (dg_xml_is(element, "col")) {
        add_columns(columns, element, NULL);
    } else {
        columns->n = jats_columns_count(element, "colnum", columns->n + 1);
        if (columns->n > JATS_COLUMNS)
            return;
        columns->name[columns->n - 1] = dg_xml_attribute(element, "colname");
        align_column(columns, columns->n - 1, element, dg_xml_attribute(element->parent, "align"));
    }
}

int
jats_column_named(const JatsColumns *columns, const char *name)
{
    for (int i = 0; name && i < JATS_COLUMNS; i++)
        if (columns->name[i] && strcmp(columns->name[i], name) == 0)
            return i;
    return -1;
}

void
jats_columns_next_row(JatsColumns *columns)
{
    columns->row++;
    columns->next = 0;
}

int
jats_columns_gap(const JatsColumns *columns, int column)
{
    int gap = 0;
    for (int i = columns->next; i < column; i++)
        gap += columns->busy_until[i] <= columns->row;
    return gap;
}

const char *
jats_columns_take(JatsColumns *columns, int column, int wide, int high)
{
    if (column < 0)
        for (column = columns->next;
             column < JATS_COLUMNS && columns->busy_until[column] > columns->row;)
            column++;
    if (column >= JATS_COLUMNS)
        return NULL;
    columns->next = MIN(column + wide, JATS_COLUMNS);
    for (int i = column; i < columns->next; i++)
        columns->busy_until[i] = columns->row + high;
    return columns->align[column];
}
