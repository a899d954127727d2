/* table-internal.h - tables: a grid of cells > their paragraphs > widths of columns > heights of rows > strips. */
#ifndef DIGLOT_TABLE_INTERNAL_H
#define DIGLOT_TABLE_INTERNAL_H

#include "canvas-internal.h"

/* ---- what pages are made of ---- */

/* A line of a cell in its strip. */
typedef struct {
    const DgLines *lines;
    const DgLine *line;
    DgLen x, y, height; /* of the cell's left edge and the line's top, from the strip's corner */
    bool again;         /* its text stands elsewhere: an artifact */
} DgStripLine;

typedef struct {
    DgLen x, y, width, height;
    uint32_t color;
} DgStripRule;

/* Rows that no page break may part. */
struct DgStrip {
    DgLen height;
    DgLen repeat;        /* height of the table's head, to be set above it when it begins a page */
    const DgStrip *head; /* that head; NULL: it has it already */
    const DgStrip
        *spans; /* cells that join its rows to those above, to be set again beside it; or NULL */
    DgStripLine *lines;
    DgStripRule *rules;
    size_t n_lines, n_rules;
    const DgNode **notes; /* marked in it, in order */
    size_t n_notes;
    bool turned; /* a page of a turned table, `height` wide when it lay upright */
};

/* What is turned together with a table: its captions, [0, n_above), and what stands below it. */
typedef struct {
    DgPiece *pieces;
    size_t n_pieces, n_above;
    DgLen height, note_space; /* of the text block; between text and notes */
} DgFrame;

/* Shapes the text of the cells. Captions and notes of the table are not part of it. */
DgTable *dg_table_make(DgArena *arena, DgDiags *diags, DgShaper *shaper, const DgStyle *style,
                       const DgNode *node, const char *language);
/* Whether it can be set to a measure without cutting words; in a column it may not be as dense as elsewhere. */
bool dg_table_fits(DgTable *table, DgLen measure, bool column);
/* Sets it to a measure; a group of joined rows taller than `most` is divided between lines. */
void dg_table_fit(DgTable *table, DgLen measure, DgLen most);
/* After dg_table_fit; none of a table without text. */
size_t dg_table_strips(const DgTable *table, const DgStrip *const **strips);
int64_t dg_table_characters(const DgTable *table);

/* The language of a note that is marked in a row of `usual`: in a merged table it may be the other one. */
DgSide dg_table_note_side(const DgFlow *flow, const DgNode *note, DgSide usual);

DgLen dg_strip_height(const DgStrip *strip);
const DgNode *const *dg_strip_notes(const DgStrip *strip, size_t *n);

/* x, y: upper left corner of the strip. */
void dg_table_place_strip(DgCanvas *canvas, const DgStrip *strip, DgLen x, DgLen y);
/* The head again, an artifact, above a strip that begins a page; its height is strip->repeat. */
void dg_table_place_head(DgCanvas *canvas, const DgStrip *strip, DgLen x, DgLen y);

/* ---- what tables are made of ---- */

/* A paragraph of a cell. */
typedef struct {
    const DgNode *block;
    const char *language;
    const char *lead; /* labels, run in; NULL: none */
    const DgNode *lead_node;
    int depth; /* in lists */
    DgBlockStyle *style;
    const DgPar *par;
    const DgLines *lines;
    DgLen picture_leading; /* of a picture: that of the words around */
} DgCellText;

/* A number that may stand under others: its digits before the decimal sign. */
typedef struct {
    bool is_number, is_empty; /* empty: nothing, or a dash */
    bool alone;               /* nothing but signs of units behind it: no line ends in it */
    const char *whole;
} DgNumber;

typedef struct {
    const DgNode *node;
    int source_row;
    int row, column, rows, columns; /* place in the grid; spans are at least 1 */
    bool header, again;             /* again: in a further panel of the table */
    DgAlign align;
    DgLen tail; /* of a number: from its decimal sign on; then the free space behind it */
    DgCellText *texts;
    size_t n_texts, n_first; /* those of the second language, in a merged table, from n_first on */
    DgNumber number;
    DgLen least, natural; /* widths: without breaking what does not want to be, on one line */
    DgLen second;         /* where the second language stands beside the first one; 0: below it */
    DgLen height;
} DgTableCell;

/* How dense a table must be set to fit: in the order in which it is tried. */
typedef struct {
    int scale;   /* of the type, per cent */
    bool divide; /* words count as wide as their longest syllables ... */
    bool heads;  /* ... those of heads, too */
} DgDensity;

struct DgTable {
    DgArena *arena;
    DgDiags *diags;
    DgShaper *shaper;
    const DgStyle *style;
    const DgNode *node;
    const char *language;
    DgTableCell *grid; /* as the source has it */
    size_t n_cells;
    int grid_rows, grid_columns, grid_head;
    bool too_many;  /* more columns than any table has */
    DgFrame *frame; /* it is turned; or NULL */
    /* the present fit */
    DgTableCell *cells;
    int n_rows, n_columns, n_head;
    DgDensity density, shaped; /* wanted; that of the paragraphs */
    bool stacked;              /* cells one below the other */
    DgLen *seconds;            /* of columns: where the second language stands, or 0 */
    DgLen gap, padding, leading;
    DgLen left;            /* of the whole within the measure */
    DgLen *widths, *lefts; /* of columns */
    DgLen width, measure;  /* of the table; what it may take */
    DgLen *tops, *rules;   /* of rows, n_rows + 1 and n_rows: tops from the first row's */
    bool *has_text;        /* rows without any take no space */
    DgStrip *head;
    DgStrip **strips;
    size_t n_strips;
};

/* ---- table.c ---- */
/* Sets it upright. */
void dg_table_set(DgTable *table, DgLen measure, DgLen most);
/* The cells as the source has them, measured at a density. */
void dg_table_prepare(DgTable *table, DgDensity density);

/* ---- table-grid.c ---- */
void dg_table_grid(DgTable *table);
/* What stands alone in its row, such as a title of the rows below, may be as wide as the table. */
void dg_table_spread(DgTable *table);
/* The cells one below the other, for tables that no column holds. */
void dg_table_stack(DgTable *table);
/* Whether it is a head over several columns that have heads of their own; in the present fit. */
bool dg_cell_is_spanner(const DgTable *table, const DgTableCell *cell);

/* ---- table-text.c ---- */
void dg_table_collect(DgTable *table);
/* Shapes all paragraphs at the wanted density, unless they are. */
void dg_table_shape(DgTable *table);
/* Whether words of a cell are divided for want of room. */
bool dg_table_divides(const DgTable *table, const DgTableCell *cell);
/* Gives the paragraphs the alignment of their cells in the present fit. */
void dg_table_align(DgTable *table);

/* ---- table-picture.c ---- */
bool dg_is_cell_picture(const DgCellText *text);
void dg_cell_picture_shape(DgTable *table, DgCellText *text);
/* The least width of one that would like `least`. */
DgLen dg_cell_picture_least(const DgCellText *text, DgLen least);
/* Once its lines are broken: makes them as high as it is. */
void dg_cell_picture_fit(DgTable *table, DgCellText *text);

/* ---- table-number.c ---- */
DgNumber dg_number_parse(DgArena *arena, const char *text, const char *language);
/* Columns of nothing but numbers are to be aligned at their decimal signs: sets align of the grid. */
void dg_numbers_find(DgTable *table);
/* Sets tail of the cells, whose natural width grows by it. */
void dg_numbers_align(DgTable *table);

/* ---- table-second.c: two languages in the cells of a merged table ---- */
/* Whether a text is of the second language. */
bool dg_text_is_second(const DgCellText *text);
/* Puts the second language of the names of rows beside the first one, as a column of its own: sets `seconds`, and
 * natural widths of the cells. */
void dg_seconds_join(DgTable *table);
/* Puts it below the first one. */
void dg_seconds_part(DgTable *table);
/* After the widths are chosen: sets `second` of the cells. */
void dg_seconds_place(DgTable *table);
/* The measure of a text. */
DgLen dg_cell_measure(const DgTable *table, const DgTableCell *cell, bool second);

/* ---- table-width.c ---- */
/* The longest line when only forced breaks end lines. */
DgLen dg_natural_width(const DgPar *par);
/* Least and natural widths of the cells. */
void dg_table_measure(DgTable *table);
/* Of columns; n_columns each. */
DgLen *dg_table_least(const DgTable *table);
/* False when the columns do not fit. `force` lets long words break; false then only when a column would
 * be narrower than a few letters. */
bool dg_table_widths(DgTable *table, DgLen measure, bool force);

/* ---- table-strips.c ---- */
/* Breaks the cells' lines and appends the strips, with `space` above the first. */
void dg_table_break(DgTable *table, DgLen most, DgLen space);
/* Appends the lines of a cell, counted from the table's first row. */
void dg_cell_lines(const DgTable *table, const DgTableCell *cell, DgStripLine **lines, size_t *n);

/* ---- table-spans.c ---- */
/* The cells of several rows. */
typedef struct {
    const DgTableCell **cells;
    size_t n;
} DgJoining;
/* Those among [first, end), the cells of a group. */
DgJoining dg_joining_cells(const DgTable *table, size_t first, size_t end);
/* Whether rows that cells join may be parted above `row`, and above `part_row` before. */
bool dg_rows_may_part(const DgTable *table, const DgJoining *joining, int part_row, int row);
/* The cells that join `row` to those above it, beside it. */
const DgStrip *dg_spans_again(DgTable *table, const DgJoining *joining, int row);

/* ---- table-again.c ---- */
/* Adds what stands in `strip`, further down by `space`. */
void dg_strip_append(DgArena *arena, DgStrip *to, const DgStrip *strip, DgLen space);
/* A strip further down by `space`. */
DgStrip *dg_strip_copy(DgArena *arena, const DgStrip *strip, DgLen space);
/* What is set above a part of the table that begins a page. */
const DgStrip *dg_table_again(DgTable *table);

/* ---- table-turned.c ---- */
/* Sets it with all of its frame on pages that are `depth` wide. */
void dg_table_turn(DgTable *table, DgLen depth);
/* How much there is on a page. */
typedef struct {
    size_t marks, links, lines;
} DgPageCounts;
/* Turns what was placed since `start` as if the page's corner were that of a strip, to stand at (x, y). */
void dg_turn_marks(DgPage *page, const DgPageCounts *start, DgLen x, DgLen y, DgLen measure);

/* ---- table-panels.c ---- */
/* Sets a table that is too wide as several, one below the other, each with the first column; false: it
 * cannot be. */
bool dg_table_panels(DgTable *table, DgLen measure, DgLen most);

#endif
