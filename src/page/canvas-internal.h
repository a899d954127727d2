/* canvas-internal.h - marks, links and destinations on a page; names of the places that links lead to.
 * Coordinates as in page.h: DgLen from the upper left corner of the trimmed page. */
#ifndef DIGLOT_CANVAS_INTERNAL_H
#define DIGLOT_CANVAS_INTERNAL_H

#include "page-internal.h"

/* ---- targets.c: "HREF/ANCHOR" of blocks, "HREF/fn-LABEL-LANGUAGE" of notes ---- */
typedef struct DgTargets DgTargets;
/* `apart`, for each flow: its languages stand on pages of their own (NULL: none do). Then the name of a pair leads to the first, and
 * "HREF/ANCHOR:LANGUAGE" to the second; no name of the web edition holds a colon. */
DgTargets *dg_targets_make(DgArena *arena, const DgVolume *volume, const DgBook *book,
                           const bool *apart);
/* The anchor of a pair's side where the languages stand apart. */
const char *dg_side_anchor(DgArena *arena, const DgVolume *volume, const DgPair *pair, DgSide side);
/* What names of a flow's places begin with: "plenary/opening", "part/plenary", "contents". */
const char *dg_targets_flow(const DgTargets *targets, const DgFlow *flow);
/* Of the place where a node stands, notes and parts of blocks included; NULL outside the book. */
const char *dg_targets_name(DgArena *arena, const DgTargets *targets, const DgNode *node);

/* ---- canvas.c ---- */
typedef struct {
    DgArena *arena;
    DgPage *page;
    const DgTargets *targets;
    const DgFlow *flow; /* of what is placed; page->flow unless one goes on below another */
    int column;         /* DG_COLUMN_...: where the lines that follow stand */
    DgFolioOf folio_of; /* may be NULL */
    const void *folios;
} DgCanvas;

/* From the top of a line to its baseline: capitals stand in the middle of the leading. */
DgLen dg_baseline(const DgFontStyle *font);
/* A line, counted in page->lines, with its links; x is the left edge of the measure. */
void dg_canvas_line(DgCanvas *canvas, const DgLines *lines, const DgLine *line, DgLen x,
                    DgLen baseline);
/* Runs beside each other, such as a label, with their links. */
void dg_canvas_runs(DgCanvas *canvas, const DgPlacedRun *runs, size_t n, DgLen x, DgLen baseline);
void dg_canvas_run(DgCanvas *canvas, const DgRun *run, DgLen x, DgLen baseline);
void dg_canvas_rule(DgCanvas *canvas, DgLen x, DgLen y, DgLen width, DgLen height, uint32_t color);
void dg_canvas_fill(DgCanvas *canvas, DgLen x, DgLen y, DgLen width, DgLen height, uint32_t color);
void dg_canvas_image(DgCanvas *canvas, const DgNode *graphic, const DgImage *image, DgLen x,
                     DgLen y, DgLen width, DgLen height);
/* The place of a pair of canvas->flow, or of a note. */
void dg_canvas_anchor(DgCanvas *canvas, const char *anchor, DgLen x, DgLen y);
void dg_canvas_note(DgCanvas *canvas, const DgNode *note, DgLen x, DgLen y);

#endif
