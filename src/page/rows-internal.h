/* rows-internal.h - from pairs to rows and back to pages: what pieces, rows, ratio, place and pages share. */
#ifndef DIGLOT_ROWS_INTERNAL_H
#define DIGLOT_ROWS_INTERNAL_H

#include "furniture-internal.h"
#include "picture-internal.h"
#include "table-internal.h"

enum { MAX_DEPTH = 16 };

/* The hang of a list: room for its widest label. Found once, since its items come one by one. */
typedef struct {
    const DgNode *list;
    DgLen hang;
} ListHang;

typedef struct {
    DgArena *arena;
    DgDiags *diags;
    DgShaper *shaper;
    DgImages *images;
    const DgStyle *style;
    const DgPageStyle *page;
    const DgVolume *volume;
    ListHang hangs[MAX_DEPTH];
    int64_t characters[DG_SIDES];
} DgSetting;

typedef struct {
    DgPiece *list;
    size_t n;
} DgPieces;

/* ---- pieces.c ---- */
/* `flush`: a paragraph has no indent. */
void dg_pieces_add(DgSetting *setting, DgPieces *pieces, const DgNode *block, bool flush,
                   DgSide side);
void dg_pieces_add_note(DgSetting *setting, DgPieces *pieces, const DgNode *note, DgSide side);

/* ---- indent.c ---- */
/* A caption is none. */
bool dg_is_heading(const DgNode *block);
/* Whether a paragraph begins without an indent; `previous` is the block before on its side, or NULL at the start of a
 * flow. */
bool dg_block_is_flush(DgArena *arena, const DgNode *block, const DgNode *previous);
/* The same of the first blocks of a pair, in the order of its slots; `previous` of the languages. */
void dg_pair_flush(DgArena *arena, const DgPair *pair, const DgNode *const previous[DG_SIDES],
                   bool flush[DG_SIDES]);

/* ---- nesting.c: what the containers of a block add to its style ---- */
typedef struct {
    const DgBlockStyle *style;
    const DgLabel *label;
    const DgBox *box;
    DgLen inset_top, inset_bottom;
} DgNesting;
DgNesting dg_nesting_of(DgSetting *setting, const DgNode *block, DgRole role, DgSide side);

/* ---- folios.c ---- */
/* The block that tells where a node stands: the one it lies in; of a note that of its mark, of a section its first, of
 * a table that is set for both languages the merged one. */
const DgNode *dg_placed_block(const DgNode *node);

/* ---- rows.c ---- */
/* The rows of a flow, one a pair but for speakers who run in; text is shaped, lines are not broken yet. */
DgRow *dg_flow_rows(DgSetting *setting, const DgFlow *flow, size_t *n);
/* Nothing is set for it: a further pair of a figure group, a figure without picture and caption. */
bool dg_row_is_empty(const DgRow *row);
/* The nearest row above rows[i] that is not empty, or the first; i > 0. */
const DgRow *dg_row_above(const DgRow *rows, size_t i);
bool dg_row_ends_with_heading(const DgRow *row);
/* Sets pieces to a measure; the best line count of each of them. */
void dg_pieces_fit(DgSetting *setting, const DgChain *chain, DgPiece *pieces, size_t n,
                   DgLen measure);
void dg_pieces_best(const DgPiece *pieces, size_t n, int *variant);
/* Sets the space between rows[i - 1] and rows[i], which stand on one chain, and what it costs to part them. */
void dg_row_join(const DgSetting *setting, DgRow *rows, size_t i);
/* The same between fitted rows of a chain that have changed places. */
void dg_row_rejoin(const DgSetting *setting, DgChain *chain, size_t i);
/* Breaks the lines of a row and makes its stacks and options; its notes go to the chain. */
void dg_row_fit(DgSetting *setting, DgChain *chain, DgRow *row, const DgLen measures[DG_N_COLUMNS]);
/* Distance of two pieces or rows that follow each other. */
DgLen dg_space_between(const DgPiece *above, const DgPiece *below);

/* ---- row-notes.c ---- */
/* Adds the notes that one side of a fitted row marks; for dg_stack_make, how many there are up to each mark: notes of
 * the column, or, where they stand apart, marks. */
const uint32_t *dg_row_add_notes(DgSetting *setting, DgChain *chain, DgRow *row, int slot,
                                 const DgLen measures[DG_N_COLUMNS]);

/* ---- grid.c ---- */
/* Whether the lines of a block stand on the baseline grid. */
bool dg_grid_holds(const DgSetting *setting, const DgNode *block, DgRole role, DgSide side);
/* From the top of a line to its baseline. */
DgLen dg_grid_baseline(const DgSetting *setting, const DgPiece *piece);
/* Sets what rows[i] gives of the space above it, and its space where text follows text. */
void dg_grid_join(const DgSetting *setting, DgRow *rows, size_t i);
DgLen dg_grid_return(DgStack *stack, uint32_t first, DgLen bottom, DgLen space, DgLen spaces,
                     DgLen grid);
/* Parts what rounding left over, above and below what stands free of the grid. */
void dg_grid_settle(const DgSetting *setting, const DgChain *chain, DgSheet *sheet);
/* By how much the notes of a page are raised; `stack` is the last. */
DgLen dg_grid_note_lift(const DgSetting *setting, const DgStack *stack);

/* ---- code.c ---- */
void dg_code_fit(DgSetting *setting, DgPiece *piece, DgLen measure);
/* The sign in the hang of a line that goes on; `x` is the left edge of the measure. */
void dg_code_place_turn(DgCanvas *canvas, const DgPiece *piece, const DgLine *line, DgLen x,
                        DgLen baseline);

/* ---- float-rows.c ---- */
/* The numbered figure, figure group or table that a block is part of, or NULL. */
const DgNode *dg_numbered_float(const DgNode *block);
/* What the style lets it do: of DG_FLOAT_... */
int dg_float_place(const DgSetting *setting, const DgNode *block);
/* How many rows from `first` on move together: one, those of a table set as one, or of a figure group. */
size_t dg_rows_together(const DgChain *chain, size_t first);
/* Takes what stands at the head or foot of a page out of the rows of the text; before their notes are summed. */
void dg_floats_take(const DgSetting *setting, DgChain *chain);

/* Whether such rows are all that stands below a heading, which must not be left without them. */
bool dg_rows_are_all(const DgSetting *setting, const DgChain *chain, size_t first, size_t n);

/* ---- float-return.c ---- */
/* Puts floats back into the text where the pages gain by it. */
void dg_floats_return(const DgSetting *setting, DgChain *chain, DgSheets *sheets);

/* ---- floats.c ---- */
/* What is free below text and notes. */
DgLen dg_sheet_free(const DgChain *chain, const DgSheet *sheet);
/* Changes the order of the chain's rows where the pages gain by it. */
void dg_floats_place(const DgSetting *setting, DgChain *chain, DgSheets *sheets);

/* ---- panels.c ---- */
/* How many pairs from `first` on make one figure group; 1 when there is none. */
size_t dg_group_pairs(const DgFlow *flow, size_t first);
/* The panels of one side of them, then what the group says of itself. */
void dg_pieces_add_group(DgSetting *setting, DgPieces *pieces, const DgPair *pairs, size_t n,
                         int slot, DgSide side);
/* How many panels of a row stand beside each other; before its pieces are fitted. */
void dg_panels_choose(const DgRow *row, const DgLen measures[DG_N_COLUMNS]);
void dg_panels_fit(DgSetting *setting, const DgChain *chain, DgPanels *panels, DgLen measure);
const DgPanelRow *dg_panel_row(const DgPanels *panels, size_t i); /* NULL behind the last */
DgLen dg_panel_row_height(const DgPanelRow *row, size_t *n_notes);
size_t dg_panels_notes(DgArena *arena, const DgPanels *panels, const DgNode ***notes);
/* Panel i of a row with its place there; NULL behind the last. */
const DgStack *dg_panel_stack(const DgPanelRow *row, size_t i, DgLen *x, DgLen *y, DgLen *width);

/* ---- figures.c ---- */
/* The height that a picture takes. */
DgLen dg_picture_room(const DgPiece *piece);
/* The greatest height of a picture. */
DgLen dg_figure_limit(const DgChain *chain, const DgPiece *piece);
/* The picture of a person in the opening of an item. */
bool dg_is_portrait(const DgPiece *piece);
/* Sets the picture of a figure over the full measure if both sides show the same and it gains by it. */
void dg_figure_share(const DgChain *chain, DgRow *row, const DgLen measures[DG_N_COLUMNS]);

/* ---- table-rows.c ---- */
/* Sets tables that no column holds over the full measure, and turns those that are still wider. Before the rows of the
 * chain are fitted. */
void dg_tables_widen(DgSetting *setting, DgChain *chain, const DgLen measures[DG_N_COLUMNS]);

/* ---- stacks.c ---- */
/* Lines, strips and pictures of the pieces, with `variant[i]` of the text of piece i. `note_end[k]` is how many notes of
 * the column are marked up to and with the k-th mark of the pieces. */
DgStack dg_stack_make(DgSetting *setting, const DgPiece *pieces, size_t n, const int *variant,
                      const uint32_t *note_end, uint32_t note_start);
/* Marks of notes in the pieces, in order. */
size_t dg_pieces_notes(DgArena *arena, const DgPiece *pieces, size_t n, const DgNode ***notes);

/* ---- sections.c ---- */
/* Rows of a flow that are set in one way. */
typedef struct {
    DgRow *rows;
    size_t n;
    DgLayout layout; /* SEQUENCE: pages of one language, or over the full measure */
    DgSide side;     /* whose pages they are; DG_SIDES: of both */
    bool free;       /* each side runs on by itself */
} DgStretch;

/* Text is shaped, lines are not broken yet. */
DgStretch *dg_flow_stretches(DgSetting *setting, const DgFlow *flow, size_t *n);

/* A stretch on its pages, with those of flows that go on below it. */
typedef struct {
    DgStretch stretch;
    DgStart start;
    bool opens; /* it begins with the first pair of a flow, or of a language */
    DgChain *chain;
    DgSheets sheets; /* a page each, or a spread of two */
    DgLen measure[DG_N_COLUMNS];
    size_t first_page, n_pages;
} DgSection;

/* The page of a sheet that a column stands on. */
size_t dg_section_page(const DgSection *section, const DgPageStyle *page, size_t sheet, int column);

/* ---- note-numbers.c ---- */
/* For all notes of the book, before they are shaped: from 1 in each part. */
void dg_notes_number_parts(DgArena *arena, const DgBook *book);
/* From 1 on each page, or spread; whether any is another now than when the section was shaped. */
bool dg_notes_number_pages(DgArena *arena, const DgSection *section);
/* Gives notes the numbers of the item again. */
void dg_notes_number_again(const DgSection *section);

/* ---- ratio.c ---- */
/* Width of the left column of two that share `width`, for the stretches in columns. */
DgLen dg_ratio_choose(const DgStretch *stretches, size_t n, DgLen width);

/* ---- place.c ---- */
typedef struct {
    DgLen top, bottom;
} DgInterval;

typedef struct {
    DgSetting *setting;
    const DgTargets *targets;
    const DgChain *chain;
    DgLen x[DG_N_COLUMNS], measure[DG_N_COLUMNS]; /* of the page being placed */
    DgPage *page[DG_N_COLUMNS];                   /* that each column stands on */
    DgCanvas canvas;
    DgInterval *inked[DG_SIDES]; /* of the page: text in columns */
    size_t n_inked[DG_SIDES];
    int64_t widows, orphans;
} DgPlacer;

void dg_sheet_place(DgPlacer *placer, const DgSheet *sheet);

/* ---- layout-report.c ---- */
typedef struct {
    int64_t one_sided, either; /* heights of ink */
    int64_t free, feet;        /* lines free at feet, and feet counted */
    int64_t displaced;
} DgTally;
/* The sheet that was placed last. */
void dg_tally_sheet(DgTally *tally, const DgPlacer *placer, const DgSection *section, size_t which);
void dg_report_finish(DgPages *pages, const DgTally *tally, const DgSetting *setting);

/* ---- bounds.c ---- */
void dg_report_bounds(DgArena *arena, DgDiags *diags, const DgPages *pages,
                      const DgPageStyle *style);

/* ---- unplaced.c ---- */
void dg_report_unplaced(DgDiags *diags, const DgPages *pages);

/* ---- explain.c ---- */
DgReasons *dg_reasons_keep(DgArena *arena, const DgSection *sections, size_t n);

#endif
