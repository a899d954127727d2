/* line-internal.h - shared by the files of src/line. */
#ifndef DIGLOT_LINE_INTERNAL_H
#define DIGLOT_LINE_INTERNAL_H

#include "diglot/line.h"

/* ---- cost.c: what a line costs ---- */

/* How the lines of one paragraph may be filled. */
typedef struct {
    DgLen width, first_width; /* between the margins; the first line with its indent taken off */
    DgLen indent;
    DgLen space_stretch, space_shrink; /* of one word space */
    DgLen margin_stretch;  /* of the margin of a line that is not justified; 0: justified */
    DgLen address_stretch; /* of the margin of a justified line that ends inside an address */
    int expansion;         /* per mille of the glyphs, each way */
    bool hang_start, hang_end;
    bool balanced;    /* lines of like length rather than full ones */
    bool last_counts; /* the last line is filled, or balanced, like the others */
    int hyphen_limit; /* 0: none */
    DgLen loose;      /* a word space that has grown by more leaves holes */
    DgLen runt,
        nearly_full; /* a last line shorter than one, or ending nearer to the margin than the other */
} DgGlue;

enum {
    DG_FITNESSES = 4,
    DG_MAX_LADDER = 7
}; /* tight, usual, loose, very loose; hyphens that are counted */

typedef struct {
    bool too_long, too_short; /* of a feasible line neither holds */
    int fitness;
    DgLen slack,
        give; /* what is to fill, negative in a line that must shrink; stretch or shrink at ratio 1 */
    int64_t badness;
} DgFit;

/* A line is loose above 0.7 em of mean word space (DESIGN.md 3). */
enum { DG_LOOSE_PER_MILLE = 700 };

/* Ratios of stretch are counted in 1/297, as TeX does (tex.web 108). */
enum { DG_RATIO = 297, DG_RATIO_MAX = 60 * DG_RATIO };

DgGlue dg_glue(const DgPar *par, DgLen measure);
/* How far the sign that ends a line hangs into the margin: not at all where the words would stand too far apart. */
DgLen dg_line_hang(const DgGlue *glue, const DgPar *par, const DgBreak *a, const DgBreak *b);
/* `tolerance`: the greatest ratio of stretch, in 1/297. */
DgFit dg_line_fit(const DgGlue *glue, const DgPar *par, const DgBreak *a, const DgBreak *b,
                  int tolerance);
/* Of a feasible line alone. */
int64_t dg_line_demerits(const DgGlue *glue, const DgPar *par, const DgBreak *a, const DgBreak *b,
                         const DgFit *fit);
/* Whether a last line is hardly a line; dear, so that it is worth looser lines above. */
bool dg_line_is_runt(const DgGlue *glue, const DgPar *par, const DgBreak *a, const DgBreak *b);
/* Whether the spaces of a justified line are holes. */
bool dg_line_is_loose(const DgGlue *glue, const DgBreak *a, const DgBreak *b, const DgFit *fit);
/* Of two lines in succession. */
int64_t dg_line_contrast(int fitness_before, int fitness);
extern const int64_t dg_contrast_demerits; /* at most */
extern const int64_t dg_overfull_demerits;

/* ---- fit.c: the least demerits for each number of lines ---- */

/* One choice of breaks: places[0] is the start, places[n_lines] the end; indices of par->breaks. */
typedef struct {
    uint32_t *places;
    int n_lines;
    int64_t demerits;
} DgChoice;

typedef struct {
    DgChoice *choices; /* ascending by n_lines */
    int n, best;
} DgChoices;

typedef struct {
    int tolerance;
    bool inside;   /* breaks inside long words count, too */
    bool overfull; /* where nothing fits, a line may be too long */
    bool bounded;  /* no more lines than a little above the natural number */
} DgPass;

/* n is 0 when the pass finds no way. */
DgChoices dg_fit(DgArena *arena, const DgPar *par, const DgGlue *glue, DgPass pass);

/* ---- justify.c ---- */
/* The lines of a choice, justified or aligned. */
DgBroken dg_lines_place(DgArena *arena, const DgPar *par, const DgGlue *glue,
                        const DgChoice *choice);

#endif
