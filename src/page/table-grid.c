/* table-grid.c - where the cells of a table stand.
 * Source: the table model of the HTML standard, "Forming a table". Spans end with their group of rows;
 * columns in which no cell begins are left out, and so are rows without cells. */
#include "table-internal.h"

#include <glib.h>

/* The most columns of a grid; cells of still wider tables stand one below the other. */
enum { COLUMNS = 1000 };

static int
row_span(const DgNode *cell)
{
    return cell->kind == DG_CELL ? MAX(cell->as.cell.rows, 1) : 1;
}

static int
column_span(const DgNode *cell)
{
    return cell->kind == DG_CELL ? MAX(cell->as.cell.columns, 1) : 1;
}

static void
add_cell(DgTable *table, const DgNode *node, int row)
{
    bool is_cell = node->kind == DG_CELL;
    DgTableCell cell = {.node = node,
                        .source_row = row,
                        .row = row,
                        .rows = row_span(node),
                        .header = is_cell && node->as.cell.header,
                        .align = is_cell ? node->as.cell.align : DG_ALIGN_START};
    DG_APPEND(table->arena, table->grid, table->n_cells, cell);
}

/* The head: the rows that the source says, and those that its cells reach into. */
static void
collect(DgTable *table)
{
    int source_row = 0, head = 0;
    for (const DgNode *row = table->node->first; row; row = row->next) {
        if (row->kind != DG_ROW)
            continue;
        if (row->first && source_row++ < table->node->as.table.header_rows)
            head = table->grid_rows + 1;
        for (const DgNode *cell = row->first; cell; cell = cell->next)
            add_cell(table, cell, table->grid_rows);
        table->grid_rows += row->first != NULL;
    }
    table->grid_head = head;
    for (size_t i = 0; i < table->n_cells && table->grid[i].row < head; i++)
        if (table->grid[i].rows > table->grid_head - table->grid[i].row)
            table->grid_head = MIN(table->grid_rows, table->grid[i].row + table->grid[i].rows);
}

/* The next column that no cell of a row above reaches into. */
static int
free_column(const int *busy_until, int row, int column)
{
    while (column < COLUMNS && busy_until[column] > row)
        column++;
    return column;
}

static bool
place(DgTable *table, int *busy_until)
{
    int row = -1, column = 0;
    for (size_t i = 0; i < table->n_cells; i++) {
        DgTableCell *cell = &table->grid[i];
        column = free_column(busy_until, cell->row, cell->row == row ? column : 0);
        row = cell->row;
        if (column >= COLUMNS)
            return false;
        int end = row < table->grid_head ? table->grid_head : table->grid_rows;
        int wanted = MIN(column_span(cell->node), COLUMNS - column);
        cell->column = column;
        cell->rows = MIN(cell->rows, end - row);
        while (cell->columns < wanted && busy_until[column] <= row) {
            busy_until[column++] = row + cell->rows;
            cell->columns++;
        }
    }
    return true;
}

static void
drop_empty_columns(DgTable *table)
{
    int number[COLUMNS + 1] = {0};
    for (size_t i = 0; i < table->n_cells; i++)
        number[table->grid[i].column + 1] = 1;
    for (int c = 0; c < COLUMNS; c++)
        number[c + 1] += number[c];
    for (size_t i = 0; i < table->n_cells; i++) {
        DgTableCell *cell = &table->grid[i];
        int end = number[cell->column + cell->columns];
        cell->column = number[cell->column];
        cell->columns = end - cell->column;
    }
    table->grid_columns = number[COLUMNS];
}

void
dg_table_grid(DgTable *table)
{
    int busy_until[COLUMNS] = {0};
    collect(table);
    table->too_many = !place(table, busy_until);
    if (table->too_many)
        return;
    drop_empty_columns(table);
    if (table->grid_head == table->grid_rows)
        table->grid_head = 0;
}

/* Whether no cell of a row above reaches into the row between this cell and the one before. */
static bool
adjoins(const DgTableCell *cell)
{
    return cell->column == cell[-1].column + cell[-1].columns;
}

/* The one cell of its row that has text, if it is the first and belongs to that row alone, as the others do; else NULL. */
static DgTableCell *
title_of(DgTable *table, size_t first, size_t end)
{
    DgTableCell *title = &table->grid[first];
    if (title->n_texts == 0 || title->column > 0 || title->columns > 1)
        return NULL;
    for (size_t i = first; i < end; i++)
        if (table->grid[i].rows > 1 ||
            (i > first && (table->grid[i].n_texts > 0 || !adjoins(&table->grid[i]))))
            return NULL;
    const DgTableCell *last = &table->grid[end - 1];
    return last->column + last->columns == table->grid_columns ? title : NULL;
}

void
dg_table_spread(DgTable *table)
{
    for (size_t first = 0, end; first < table->n_cells; first = end) {
        for (end = first + 1; end < table->n_cells; end++)
            if (table->grid[end].row != table->grid[first].row)
                break;
        DgTableCell *title =
            table->grid[first].row >= table->grid_head ? title_of(table, first, end) : NULL;
        if (title)
            title->columns = table->grid_columns;
    }
}

void
dg_table_stack(DgTable *table)
{
    table->stacked = true;
    table->n_rows = (int)table->n_cells;
    table->n_columns = 1;
    table->n_head = 0;
    for (size_t i = 0; i < table->n_cells; i++) {
        DgTableCell *cell = &table->cells[i];
        cell->row = (int)i;
        cell->column = 0;
        cell->rows = cell->columns = 1;
        cell->align = DG_ALIGN_START;
        cell->tail = 0;
    }
}

bool
dg_cell_is_spanner(const DgTable *table, const DgTableCell *cell)
{
    bool some = cell->columns > 1 && cell->columns < table->n_columns;
    return some && cell->row + cell->rows < table->n_head && cell->n_texts > 0;
}
