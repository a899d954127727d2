/* align-internal.h - what the files of this folder share.
 * A *unit* is a block as the aligner sees it; a *bead* says which units of both sides correspond. Both sides
 * are arrays indexed by DgSide. Costs are negative natural logarithms of probabilities (nats): 0 is certain. */
#ifndef DIGLOT_ALIGN_INTERNAL_H
#define DIGLOT_ALIGN_INTERNAL_H

#include "diglot/align.h"
#include "diglot/lang.h"

#include <glib.h>
#include <stdint.h>

/* From DG_UNIT_REFERENCE on they are never joined, from DG_UNIT_HEADING on they only pair with their own. */
typedef enum {
    DG_UNIT_TEXT,
    DG_UNIT_ITEM,  /* in a list */
    DG_UNIT_SMALL, /* attribution, speaker, signature */
    DG_UNIT_CODE,
    DG_UNIT_REFERENCE,
    DG_UNIT_HEADING,
    DG_UNIT_TABLE,
    DG_UNIT_FIGURE,
    DG_UNIT_FORMULA
} DgUnitClass;

typedef struct {
    DgNode *node;
    const char *text;
    const char *key;   /* the id by which an editor may pair it, or NULL */
    const char *group; /* its lang-group, or NULL */
    DgUnitClass class;
    int level;     /* of a heading, else 0 */
    double length; /* in characters, at least 1 */
    bool locked;   /* belongs to an exact DgFixed: no other bead takes it */
    bool shared;   /* of a list of references that stands in this text for both */
} DgUnit;

/* A unit of the left side and one of the right that hold the same anchor. */
typedef struct {
    uint32_t other; /* index of the right unit */
    float weight;
} DgMatch;

/* Units that an editor or the .pairs file put together. */
typedef struct {
    size_t first[DG_SIDES], end[DG_SIDES]; /* units [first, end); one side may be empty */
    bool exact;  /* these and no others; else unnamed neighbours may join them */
    bool unlike; /* it joins kinds that never pair by themselves */
    DgMethod method;
    double confidence;
    const char *approved, *silenced;
    DgPos pos;
} DgFixed;

typedef struct {
    DgUnit *units[DG_SIDES];
    size_t n[DG_SIDES];
    double *before[DG_SIDES]; /* n + 1 sums: characters before each unit */
    size_t *soft[DG_SIDES];   /* n + 1: units just before it that may be joined with one another */
    DgMatch *matches;         /* of left unit i: [match_start[i], match_start[i + 1]), by `other` */
    size_t *match_start;
    DgFixed *fixed; /* in order on both sides */
    size_t n_fixed;
    size_t *passed[DG_SIDES]; /* n + 1: two-sided fixed ones that end at or before a boundary */
    bool *inside[DG_SIDES];   /* n + 1: the boundary lies inside a fixed one */
    const DgFixed **ending[DG_SIDES]; /* n + 1: the exact one that ends there, or NULL */
    double ratio;           /* c of Gale and Church: right characters to one left character */
    double variance;        /* s2: of the difference, per character */
    double *deviation_cost; /* of the square of the deviation, in DG_DEVIATION_STEPS of one */
} DgProblem;

typedef struct {
    size_t first[DG_SIDES], end[DG_SIDES];
    double cost;
    double confidence;    /* 0-1 */
    const DgFixed *fixed; /* what put it together, or NULL */
} DgBead;

typedef struct {
    DgBead *beads;
    size_t n;
    double cost;
} DgBeads;

/* ---- align-anchors.c, align-matches.c ---- */
typedef enum {
    DG_ANCHOR_NUMBER,
    DG_ANCHOR_NAME,  /* a capitalised word inside a sentence, by its sounds */
    DG_ANCHOR_WORD,  /* a word as it stands */
    DG_ANCHOR_SOUND, /* a long word, by its sounds */
    DG_ANCHOR_MARK,
    DG_ANCHOR_LABEL,
    DG_ANCHOR_WHOLE, /* the whole text, or a picture's file */
    DG_N_ANCHOR_WAYS
} DgAnchorWay;
typedef struct {
    uint64_t key;
    uint32_t unit;
    uint8_t way;
} DgAnchor;
GArray *dg_anchors_read(const DgUnit *units, size_t n);    /* of DgAnchor, in the order of units */
void dg_problem_match(DgArena *arena, DgProblem *problem); /* fills matches */

/* ---- align-units.c ---- */
DgProblem *dg_problem_new(DgArena *arena, DgNode **const blocks[DG_SIDES],
                          const size_t n[DG_SIDES]);
/* `fixed` in order, not crossing; NULL and 0 to align freely. May be called again. */
void dg_problem_fix(DgArena *arena, DgProblem *problem, DgFixed *fixed, size_t n);
bool dg_class_is_hard(DgUnitClass class);

/* ---- align-cost.c ---- */
#define DG_IMPOSSIBLE 1e30
typedef struct {
    uint8_t left, right;
    double cost;
} DgBeadKind;
extern const DgBeadKind dg_bead_kinds[];
extern const size_t dg_n_bead_kinds;
#define DG_COMMON_KINDS 6 /* the first of them: enough to find the way through a wide band */
/* Of pairing the `left` units before i with the `right` units before j; `kind` is the prior's cost. */
double dg_bead_cost(const DgProblem *problem, size_t i, size_t j, DgBeadKind kind, double anchors);
/* Of a bead with units on both sides, whether or not the model would make it: for judging what is given. */
double dg_joined_cost(const DgProblem *problem, const DgBead *bead, double prior, double anchors);
#define DG_DEVIATION_STEPS 16
#define DG_DEVIATIONS (32 * DG_DEVIATION_STEPS)
void dg_problem_tabulate(DgArena *arena, DgProblem *problem);
double dg_match_weight(const DgProblem *problem, size_t i, size_t j);

/* ---- align-band.c, align-path.c, align-posterior.c ---- */
/* The cells of the table that are looked at: of row i the columns low..high. */
typedef struct {
    size_t n, m;
    size_t *low, *high, *start; /* start: index of (i, low[i]) in arrays of `cells` */
    size_t cells;
    float *anchors; /* of left unit i and right unit j, in the cell (i, j) */
} DgBand;

DgBand *dg_band_wide(const DgProblem *problem);
DgBand *dg_band_along(const DgProblem *problem, const DgBeads *path, size_t margin);
void dg_band_free(DgBand *band);
/* Cost of the bead of that kind that ends before left unit i and right unit j, or DG_IMPOSSIBLE; for the exact
 * bead that ends there use dg_exact_start. */
double dg_band_bead(const DgProblem *problem, const DgBand *band, size_t i, size_t j,
                    DgBeadKind kind);
/* The exact bead that ends at (i, j), and where it starts; or NULL. */
const DgFixed *dg_exact_start(const DgProblem *problem, size_t i, size_t j, size_t *start_i,
                              size_t *start_j);
bool dg_cell_is_open(const DgProblem *problem, size_t i, size_t j);
/* The cheapest path of the first `n_kinds` kinds of beads. */
DgBeads dg_path_find(DgArena *arena, const DgProblem *problem, const DgBand *band, size_t n_kinds);
/* The probability of each bead of `path`, from all paths in the band. Anchors and lengths are not independent,
 * so that the sum of their costs overstates: costs count by this share (fitted to the texts of known pairs). */
#define DG_SHARE_OF_COST 0.8
void dg_path_confidence(const DgProblem *problem, const DgBand *band, DgBeads *path);
/* All of it: rounds of path and re-estimation of ratio and variance. */
DgBeads dg_problem_solve(DgArena *arena, DgProblem *problem);

/* ---- align-names.c ---- */
/* The array that holds a side's blocks: a full pair keeps those of either language in the left one. */
DgNode **dg_pair_side(const DgPair *pair, int side, size_t *n);
/* b + 6 base-32 digits of the hash of its folded words. */
char *dg_block_name(DgArena *arena, DgArena *scratch, const DgNode *block);
bool dg_name_is_made(const char *name); /* of the form that dg_block_name gives */
void dg_names_give(DgArena *arena, DgArena *scratch, DgNode **const blocks[DG_SIDES],
                   const size_t n[DG_SIDES]);
void dg_names_anchor(DgArena *arena, DgPair *pairs, size_t n);

/* ---- align-file.c ---- */
typedef struct {
    const char **names[DG_SIDES];
    size_t n[DG_SIDES];
    DgMethod method;
    double confidence;
    const char *approved, *silenced;
    DgPos pos;
    bool used; /* stands as a pair; else its approval goes to the pairs of its blocks */
} DgPairsLine;
typedef struct {
    DgPairsLine *lines;
    size_t n;
} DgPairsFile;
/* Empty when there is no such file. */
DgPairsFile *dg_pairs_file_read(DgArena *arena, DgDiags *diags, const DgVolume *volume,
                                const DgItem *item);
char *dg_pairs_path(DgArena *arena, const DgVolume *volume, const DgItem *item);
const char *dg_method_name(DgMethod method);

/* ---- align-approval.c ---- */
/* Reports the pairs whose words are others than those that were approved. */
void dg_approvals_check(DgArena *scratch, DgDiags *diags, const DgItem *item);

/* ---- align-ids.c ---- */
/* Writes the names of the item's blocks that come from `file` into it. */
bool dg_ids_insert(DgArena *arena, DgDiags *diags, const DgVolume *volume, const DgItem *item,
                   const char *file);

/* ---- align-fixed.c ---- */
/* What ids, groups and the pairs file put together, in order, without crossings; reports what it drops. */
DgFixed *dg_fixed_find(DgArena *arena, DgDiags *diags, const DgProblem *problem, DgPairsFile *file,
                       size_t *n);

/* ---- align-doubt.c ---- */
/* Whether what is fixed fits so badly that it should be compared with a path that is found without it. */
bool dg_doubt_is_due(const DgProblem *problem, const DgBeads *path);
/* Warns where what is fixed fits much worse than what `free_path` found without it. */
void dg_doubt_fixed(DgDiags *diags, const DgProblem *problem, const DgBeads *path,
                    const DgBeads *free_path);
/* Of the findings of one kind in an item so many are reported, and the number of the rest. */
#define DG_PLACES_MOST 60
void dg_doubt_more(DgDiags *diags, const DgProblem *problem, size_t places);
/* Warns of beads that the aligner is not sure of and of units without a partner. */
void dg_doubt_beads(DgDiags *diags, const DgProblem *problem, const DgBeads *path,
                    const DgItem *item);

#endif
