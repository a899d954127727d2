/* furniture-internal.h - what stands around the text: running heads, folios, column rules, bookmarks. */
#ifndef DIGLOT_FURNITURE_INTERNAL_H
#define DIGLOT_FURNITURE_INTERNAL_H

#include "canvas-internal.h"

/* ---- furniture.c ---- */
typedef struct {
    DgShaper *shaper;
    const DgStyle *style;
    const DgVolume *volume;
    const DgFlow *flow[2]; /* of the heads made last, recto and verso */
    const DgRun *head[2];
} DgFurniture;

/* Running head and folio of the canvas's page, after page->flow and page->folio; no head where a flow opens,
 * nothing on bare flows. Heads stand on the outer side. */
void dg_furniture_place(DgFurniture *furniture, DgCanvas *canvas, bool verso, bool opens);
/* A rule around x, the middle between two columns, when the style wants one. */
void dg_furniture_column_rule(const DgFurniture *furniture, DgCanvas *canvas, DgLen x, DgLen top,
                              DgLen bottom);

/* ---- outline.c ---- */
/* pages->outline: contents, parts, items, headings of three levels, at the destinations of their pairs. */
void dg_outline_make(DgArena *arena, DgPages *pages, const DgVolume *volume,
                     const DgTargets *targets);

#endif
