/* jats-columns-internal.h - the columns of a table while it is read. */
#ifndef DIGLOT_JATS_COLUMNS_H
#define DIGLOT_JATS_COLUMNS_H

#include "jats-internal.h"

/* More than any table has; a mistyped span must not make a page of nothing. */
enum { JATS_COLUMNS = 1000 };

typedef struct {
    int n; /* said so far */
    const char *align[JATS_COLUMNS], *name[JATS_COLUMNS];
    int busy_until[JATS_COLUMNS]; /* row up to which a cell reaches down */
    int row, next;                /* of the cell to come */
} JatsColumns;

/* The number in an attribute, at least 1. */
int jats_columns_count(const DgXml *element, const char *name, int usual);
/* A <col>, <colgroup> or <colspec>. */
void jats_columns_add(JatsColumns *columns, const DgXml *element);
/* Counted from 0; -1: no column is named so. */
int jats_column_named(const JatsColumns *columns, const char *name);
void jats_columns_next_row(JatsColumns *columns);
/* Free columns before `column`, which a row leaves out. */
int jats_columns_gap(const JatsColumns *columns, int column);
/* The alignment of a cell's column, or NULL; `column` -1: the next free one. */
const char *jats_columns_take(JatsColumns *columns, int column, int wide, int high);

#endif
