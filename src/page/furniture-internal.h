/* furniture-internal.h - what stands around the text: running heads, folios, column rules, bookmarks. */
#ifndef DIGLOT_FURNITURE_INTERNAL_H
#define DIGLOT_FURNITURE_INTERNAL_H

#include "canvas-internal.h"

/* ---- furniture.c ---- */
enum { DG_N_HEADS_KEPT = 8 };

/* A box without counters, as it was set last. */
typedef struct {
    const DgMarginBox *box;
    const DgFlow *flow;
    DgSide side;
    DgLen width;
    const DgRun *run; /* NULL: it says nothing */
} DgHeadKept;

typedef struct {
    DgShaper *shaper;
    const DgStyle *style;
    const DgVolume *volume;
    size_t n_pages;
    DgSide side; /* of the page's one language; DG_SIDES: each box has its own */
    DgHeadKept kept[DG_N_HEADS_KEPT];
    size_t next_kept;
} DgFurniture;

/* The margin boxes of the canvas's page, after page->flow and page->folio, with the rules of the style. */
void dg_furniture_place(DgFurniture *furniture, DgCanvas *canvas, bool verso, bool opens);
/* A rule around x, the middle between two columns, when the style wants one. */
void dg_furniture_column_rule(const DgFurniture *furniture, DgCanvas *canvas, DgLen x, DgLen top,
                              DgLen bottom);

/* ---- outline.c ---- */
/* pages->outline: contents, parts, items, headings of three levels, at the destinations of their pairs. `split`, for
 * each flow: one language stands behind the other, so each has entries of its own. */
void dg_outline_make(DgArena *arena, DgPages *pages, const DgVolume *volume,
                     const DgTargets *targets, const bool *split);

#endif
