/* html-grid-internal.h - the cells of a table in their places. */
#ifndef DIGLOT_HTML_GRID_INTERNAL_H
#define DIGLOT_HTML_GRID_INTERNAL_H

#include "diglot/doc.h"

typedef struct {
    const DgNode *cell;
    int row, column, rows, columns; /* spans are at least 1 */
} GridCell;

typedef struct {
    GridCell *cells; /* row by row */
    size_t n_cells;
    int n_rows, header_rows;
    int *missing; /* for each row, how many columns it has no cell for */
} Grid;

Grid html_grid(DgArena *arena, const DgNode *table);

#endif
