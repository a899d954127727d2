/* line.h - choose the line breaks of one paragraph: every feasible line count with its cost.
 * Units      DgLen; penalties and badness on TeX's scale; demerits are int64_t.
 * Ownership  results live in `arena`.
 * Errors     line.overfull in `diags`; the lines are returned all the same.
 * Source     Knuth and Plass, "Breaking Paragraphs into Lines", 1981; tex.web 813-890; layout.md 2. */
#ifndef DIGLOT_LINE_H
#define DIGLOT_LINE_H

#include "diglot/shape.h"

typedef struct {
    uint32_t first, last; /* breaks of the paragraph: the line lies between them */
    DgLen x;              /* from the left of the measure: indent, margin, centring, protrusion */
    DgLen width;          /* natural, less what protrudes */
    DgLen room;           /* from x to the right margin, for dg_par_runs */
    DgLen space_add;      /* to every space; negative in a tight line */
    DgLen over;           /* by which an overfull line is too long */
    int space_extra;      /* so many spaces get one unit more */
    int expansion;        /* per mille */
    int32_t ratio;        /* mean word space, per mille of the natural one; 1000 if unjustified */
    bool hyphenated, justified, overfull;
    bool loose;                 /* justified, mean space > 0.7 em */
    size_t first_note, n_notes; /* of par->notes */
} DgLine;

typedef struct {
    DgLine *lines;
    int n_lines;
    int64_t demerits;
} DgBroken;

typedef struct {
    const DgPar *par;
    DgLen measure;
    DgBroken *variants; /* ascending by n_lines; at least one, and one only if not justified */
    int n_variants;
    int best; /* least demerits */
} DgLines;

/* The measure is the column; style->left, right, indent and align are of par->style. */
DgLines *dg_lines_break(DgArena *arena, DgDiags *diags, const DgPar *par, DgLen measure);
/* The runs of a line of `lines`, left to right, x counted from the line's x. */
size_t dg_line_runs(DgArena *arena, const DgLines *lines, const DgLine *line, DgFolioOf folio_of,
                    const void *folios, DgPlacedRun **runs);
/* The lines of the best variant, and how many of them are loose or too long, which is not reported: for choosing the
 * column ratio. */
typedef struct {
    int lines, faults;
} DgLineCount;
DgLineCount dg_lines_count(DgArena *scratch, const DgPar *par, DgLen measure);

#endif
