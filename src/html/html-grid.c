/* html-grid.c - where the cells of a table stand, mended as HTML wants it.
 * Source: the table model of the HTML standard, "Forming a table". A cell that reaches out of its group of
 * rows is cut there; a column in which no cell begins, and a row without a cell, are left out, and a row that is too
 * short is filled up. */
#include "html-grid-internal.h"
#include "html-internal.h"

#include <string.h>

enum { COLUMNS = 1000 }; /* the most that HTML takes */

static int
clamp(int n, int least, int most)
{
    return n < least ? least : n > most ? most : n;
}

/* How many rows the first group has: the header rows, and those that a header cell reaches into. */
static int
count_header(const DgNode *table)
{
    int header = table->as.table.header_rows, row_number = 0;
    for (const DgNode *row = table->first; row; row = row->next) {
        if (row->kind != DG_ROW)
            continue;
        if (row_number < header)
            for (const DgNode *cell = row->first; cell; cell = cell->next)
                if (cell->kind == DG_CELL && row_number + cell->as.cell.rows > header)
                    header = row_number + clamp(cell->as.cell.rows, 1, 1000);
        row_number++;
    }
    return header < row_number ? header : row_number;
}

/* The last row that a cell reaches may have been dropped: `before` counts, for each row of the source, the
 * rows before it that stand. */
static void
add_row(DgArena *arena, Grid *grid, const DgNode *row, const int *before, int n_rows, int number)
{
    for (const DgNode *cell = row->first; cell; cell = cell->next) {
        if (cell->kind != DG_CELL)
            continue;
        int end = number + clamp(cell->as.cell.rows, 1, n_rows - number);
        GridCell placed = {
            .cell = cell, .row = before[number], .rows = before[end] - before[number]};
        DG_APPEND(arena, grid->cells, grid->n_cells, placed);
    }
}

static bool
has_cells(const DgNode *row)
{
    for (const DgNode *cell = row->first; cell; cell = cell->next)
        if (cell->kind == DG_CELL)
            return true;
    return false;
}

/* Rows without a cell are dropped. */
static void
collect(DgArena *arena, Grid *grid, const DgNode *table)
{
    int n_rows = 0, number = 0;
    for (const DgNode *row = table->first; row; row = row->next)
        n_rows += row->kind == DG_ROW;
    int *before = DG_NEW_ARRAY(arena, int, n_rows + 1);
    for (const DgNode *row = table->first; row; row = row->next)
        if (row->kind == DG_ROW) {
            before[number + 1] = before[number] + has_cells(row);
            number++;
        }
    grid->n_rows = before[n_rows];
    grid->header_rows = before[count_header(table)];
    number = 0;
    for (const DgNode *row = table->first; row; row = row->next)
        if (row->kind == DG_ROW)
            add_row(arena, grid, row, before, n_rows, number++);
}

/* The first column at or behind `column` that no cell of a row above reaches into. */
static int
free_column(const int *busy_until, int row, int column)
{
    while (column < COLUMNS && busy_until[column] > row)
        column++;
    return column;
}

static void
place(Grid *grid, int *busy_until)
{
    int row = -1, column = 0;
    for (size_t i = 0; i < grid->n_cells; i++) {
        GridCell *cell = &grid->cells[i];
        if (cell->row != row)
            column = 0;
        row = cell->row;
        column = free_column(busy_until, row, column);
        int group_end = row < grid->header_rows ? grid->header_rows : grid->n_rows;
        cell->column = column < COLUMNS ? column : COLUMNS - 1;
        cell->rows = clamp(cell->rows, 1, group_end - row);
        cell->columns = 1;
        int wanted = clamp(cell->cell->as.cell.columns, 1, COLUMNS - cell->column);
        while (cell->columns < wanted && busy_until[cell->column + cell->columns] <= row)
            cell->columns++;
        for (int c = cell->column; c < cell->column + cell->columns; c++)
            busy_until[c] = row + cell->rows;
        column = cell->column + cell->columns;
    }
}

/* Columns in which no cell begins go; the cells over them get narrower. */
static void
drop_empty_columns(Grid *grid)
{
    bool begins[COLUMNS] = {false};
    for (size_t i = 0; i < grid->n_cells; i++)
        begins[grid->cells[i].column] = true;
    for (size_t i = 0; i < grid->n_cells; i++) {
        GridCell *cell = &grid->cells[i];
        int columns = 0;
        for (int c = cell->column; c < cell->column + cell->columns; c++)
            columns += begins[c];
        cell->columns = columns;
    }
}

/* A source may have shorter rows: HTML wants the same number of columns in each. */
static void
count_missing(DgArena *arena, Grid *grid)
{
    bool begins[COLUMNS] = {false};
    int n_columns = 0;
    grid->missing = DG_NEW_ARRAY(arena, int, grid->n_rows + 1);
    for (size_t i = 0; i < grid->n_cells; i++) {
        const GridCell *cell = &grid->cells[i];
        n_columns += !begins[cell->column];
        begins[cell->column] = true;
        for (int row = cell->row; row < cell->row + cell->rows; row++)
            grid->missing[row] -= cell->columns;
    }
    for (int row = 0; row < grid->n_rows; row++)
        grid->missing[row] += n_columns;
}

Grid
html_grid(DgArena *arena, const DgNode *table)
{
    int busy_until[COLUMNS] = {0};
    Grid grid = {0};
    collect(arena, &grid, table);
    place(&grid, busy_until);
    drop_empty_columns(&grid);
    count_missing(arena, &grid);
    return grid;
}
