/* pdf-tree-headers.c - which header cells stand for a cell, in tables where scope alone does not tell: those with more
 * than one header row, or with a header cell that spans columns or rows (ISO 32000-1, table 349: Headers). */
#include "pdf-tree-internal.h"

enum { MOST_COLUMNS = 256 };

typedef struct {
    const PdfElement **cells;
    size_t n;
} Headers;

typedef struct {
    Headers above;              /* header cells of the table's head over this column */
    const PdfElement *occupant; /* a cell of a row above that reaches down */
    int rows;                   /* that it still does */
} Column;

typedef struct {
    PdfTree *tree;
    Column columns[MOST_COLUMNS];
    Headers beside;          /* header cells of the row, so far */
    const PdfElement *group; /* the newest that has a row for itself: it heads the rows below */
} Grid;

static int
spanned_columns(const PdfElement *cell)
{
    if (cell->filled)
        return cell->filled;
    return cell->node && cell->node->kind == DG_CELL ? MAX(cell->node->as.cell.columns, 1) : 1;
}

static int
spanned_rows(const PdfElement *cell)
{
    return cell->node && cell->node->kind == DG_CELL ? MAX(cell->node->as.cell.rows, 1) : 1;
}

static void
add_header(PdfTree *tree, Headers *headers, const PdfElement *cell)
{
    for (size_t i = 0; i < headers->n; i++)
        if (headers->cells[i] == cell)
            return;
    DG_APPEND(tree->arena, headers->cells, headers->n, cell);
}

static void
add_headers(PdfTree *tree, Headers *headers, const Headers *more)
{
    for (size_t i = 0; i < more->n; i++)
        add_header(tree, headers, more->cells[i]);
}

/* Past the columns that cells from above take. */
static int
free_column(Grid *grid, int column)
{
    for (; column < MOST_COLUMNS && grid->columns[column].rows > 0; column++) {
        const PdfElement *occupant = grid->columns[column].occupant;
        if (occupant->tag == TAG_TH && !occupant->repeated)
            add_header(grid->tree, &grid->beside, occupant);
    }
    return column;
}

static void
take_columns(Grid *grid, PdfElement *cell, int column, int end)
{
    Headers headers = {0};
    for (int i = column; i < end; i++)
        add_headers(grid->tree, &headers, &grid->columns[i].above);
    if (grid->group)
        add_header(grid->tree, &headers, grid->group);
    add_headers(grid->tree, &headers, &grid->beside);
    cell->headers = headers.cells;
    cell->n_headers = headers.n;
    for (int i = column; i < end; i++) {
        grid->columns[i].occupant = cell;
        grid->columns[i].rows = spanned_rows(cell);
        if (cell->tag == TAG_TH && cell->repeated)
            add_header(grid->tree, &grid->columns[i].above, cell);
    }
}

static bool
heads_group(const PdfElement *row)
{
    const PdfElement *cell = row->first && row->first == row->last ? row->first->element : NULL;
    return cell && cell->tag == TAG_TH && !cell->repeated && spanned_columns(cell) > 1;
}

static void
name_header(PdfTree *tree, PdfElement *cell)
{
    cell->name = dg_arena_printf(tree->arena, "header-%d", ++tree->n_header_cells);
}

static void
place_row(Grid *grid, const PdfElement *row)
{
    int column = 0;
    if (heads_group(row)) {
        grid->group = row->first->element;
        name_header(grid->tree, row->first->element);
        return;
    }
    grid->beside = (Headers){0};
    for (const PdfKid *kid = row->first; kid; kid = kid->next) {
        column = free_column(grid, column);
        if (kid->kind != KID_ELEMENT || column == MOST_COLUMNS)
            continue;
        PdfElement *cell = kid->element;
        int end = column + MIN(spanned_columns(cell), MOST_COLUMNS - column);
        take_columns(grid, cell, column, end);
        if (cell->tag == TAG_TH) {
            name_header(grid->tree, cell);
            if (!cell->repeated)
                add_header(grid->tree, &grid->beside, cell);
        }
        column = end;
    }
    for (int i = 0; i < MOST_COLUMNS; i++)
        grid->columns[i].rows -= grid->columns[i].rows > 0;
}

static bool
spans(const PdfElement *row)
{
    for (const PdfKid *kid = row->first; kid; kid = kid->next)
        if (kid->kind == KID_ELEMENT && kid->element->tag == TAG_TH &&
            (spanned_columns(kid->element) > 1 || spanned_rows(kid->element) > 1))
            return true;
    return false;
}

/* The rows of the table, in order. */
static GPtrArray *
rows_of(const PdfElement *table, int *n_head)
{
    GPtrArray *rows = g_ptr_array_new();
    for (const PdfKid *part = table->first; part; part = part->next) {
        if (part->kind != KID_ELEMENT ||
            (part->element->tag != TAG_THEAD && part->element->tag != TAG_TBODY))
            continue;
        for (const PdfKid *row = part->element->first; row; row = row->next)
            if (row->kind == KID_ELEMENT) {
                g_ptr_array_add(rows, row->element);
                *n_head += part->element->tag == TAG_THEAD;
            }
    }
    return rows;
}

void
tree_name_headers(PdfTree *tree, const PdfElement *table)
{
    int n_head = 0;
    g_autoptr(GPtrArray) rows = rows_of(table, &n_head);
    bool needed = n_head > 1;
    for (guint i = 0; i < rows->len; i++)
        needed = needed || spans(rows->pdata[i]);
    if (!needed)
        return;
    g_autofree Grid *grid = g_new0(Grid, 1);
    grid->tree = tree;
    for (guint i = 0; i < rows->len; i++)
        place_row(grid, rows->pdata[i]);
}
