/* table-internal.h - tables: a grid of cells > widths of columns > heights of rows > strips.
 * Source: widths after CSS 2.1, 17.5.2.2 (automatic table layout), in integers. */
#ifndef DIGLOT_TABLE_INTERNAL_H
#define DIGLOT_TABLE_INTERNAL_H

#include "canvas-internal.h"

/* A line of a cell, or the label beside one, in its strip. */
typedef struct {
    const DgLines *lines; /* NULL: a label */
    const DgLine *line;
    const DgRun *run;
    DgLen x, y, height; /* of the measure and the line's top, from the strip's corner */
} DgStripLine;

typedef struct {
    DgLen x, y, width, height;
    uint32_t color;
} DgStripRule;

/* Rows that no page break may part. */
struct DgStrip {
    DgLen height;
    DgLen repeat; /* height of the table's head, to be set above it when it begins a page */
    DgStripLine *lines;
    DgStripRule *rules;
    size_t n_lines, n_rules;
    const DgNode **notes; /* marked in it, in order */
    size_t n_notes;
};

/* Shapes the text of the cells. Captions and notes of the table are not part of it. */
DgTable *dg_table_make(DgArena *arena, DgDiags *diags, DgShaper *shaper, const DgStyle *style,
                       const DgNode *node, const char *language);
/* Sets it to a measure; a group of joined rows taller than `most` is divided between lines. */
void dg_table_fit(DgTable *table, DgLen measure, DgLen most);
/* After dg_table_fit; none of a table without text. */
size_t dg_table_strips(const DgTable *table, const DgStrip *const **strips);
int64_t dg_table_characters(const DgTable *table);

DgLen dg_strip_height(const DgStrip *strip);
const DgNode *const *dg_strip_notes(const DgStrip *strip, size_t *n);

/* x, y: upper left corner of the strip. */
void dg_table_place_strip(DgCanvas *canvas, const DgTable *table, const DgStrip *strip, DgLen x,
                          DgLen y);
/* The head again, above a strip that begins a page; its height is strip->repeat. */
void dg_table_place_head(DgCanvas *canvas, const DgTable *table, DgLen x, DgLen y);

#endif
