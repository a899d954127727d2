/* page-internal.h - what the files of src/page share, in the order it is made:
 *   pieces (a paragraph, table or picture) > slices (what is never divided) > stacks (one side of a pair at one
 *   choice of line counts) > rows (a pair: two stacks side by side, or one over the full measure) > chains (rows
 *   that share pages) > sheets (what stands on each page) > marks.
 * Lengths are DgLen; heights inside a page count downwards from the top of the text block. Costs are demerits
 * of src/line; page-cost.c holds every constant. */
#ifndef DIGLOT_PAGE_INTERNAL_H
#define DIGLOT_PAGE_INTERNAL_H

#include "diglot/page.h"

/* The columns of a page; notes stand at the foot of their own. */
enum { DG_COLUMN_LEFT, DG_COLUMN_RIGHT, DG_COLUMN_FULL, DG_N_COLUMNS };

typedef struct DgTable DgTable;
typedef struct DgPicture DgPicture;
typedef struct DgStrip DgStrip;
typedef struct DgPanels DgPanels;
typedef struct DgPanelRow DgPanelRow;

/* A container with a background or a rule, around the blocks below `owner`. */
typedef struct DgBox DgBox;
struct DgBox {
    const DgNode *owner;
    const DgBlockStyle *style;
    DgLen left, right; /* insets from the column's edges */
    const DgBox *outer;
};

/* The label of a list item or reference, in the margin beside its first line. */
typedef struct DgLabel DgLabel;
struct DgLabel {
    const DgRun *run;
    DgLen x; /* from the left edge of the column */
    const DgLabel *next;
};

typedef enum { DG_PIECE_TEXT, DG_PIECE_TABLE, DG_PIECE_PICTURE, DG_PIECE_PANELS } DgPieceKind;

/* A picture of both languages: set once over the full measure, room for it left on the other side; or pictures of
 * both sides that end level. */
typedef enum { DG_SHARE_NONE, DG_SHARE_ACROSS, DG_SHARE_ROOM, DG_SHARE_LEVEL } DgShare;

typedef struct {
    DgPieceKind kind;
    const DgNode *block;       /* the block, or part of a figure or table, that it sets */
    const DgBlockStyle *style; /* with what its surroundings add: nesting, hanging */
    const DgPar *par;          /* text */
    const DgLines *lines;      /* text, once the measure is known */
    DgTable *table;
    DgPicture *picture;
    DgShare share; /* of a picture */
    DgLen level;   /* height left for it when it ends level with another */
    DgPanels *panels;
    const DgLabel *label;
    const DgBox *box;
    DgLen before, after;           /* margins */
    DgLen inset_top, inset_bottom; /* padding and rules of boxes that begin or end with it */
    bool heading, keep_with_next, keep_together;
    bool on_grid;       /* its lines stand on the baseline grid */
    bool caption_above; /* a caption or part of a float that what follows belongs to */
    const DgRun *turn;  /* code: the sign before what goes on of a line; NULL: none */
} DgPiece;

typedef enum { DG_SLICE_LINE, DG_SLICE_STRIP, DG_SLICE_PICTURE, DG_SLICE_PANELS } DgSliceKind;

typedef struct {
    DgLen top, height; /* top: below the upper edge of its stack */
    DgLen repeat;      /* height of the table's header, set again when a page begins with it */
    const DgPiece *piece;
    const void *content; /* DgLine, DgStrip, DgPanelRow or NULL */
    int32_t cut;         /* what a page break above it costs */
    uint32_t note_end;   /* of the column's notes: the first one that is marked behind it */
    uint32_t run_end;    /* grid: running text goes on there, ... */
    int32_t slack;       /* ... so much higher when a page begins with this slice */
    DgLen reach;         /* how far its side's text has come by its end: see DgBead */
    int32_t trim_start, trim_end; /* of a line that the style trims: what lies above its capitals
                                     and below its baseline */
    DgSliceKind kind;
    bool hyphenated;
    uint32_t strip, n_strips; /* of a table: which it is, and how many it has; else 0 */
} DgSlice;

typedef struct {
    DgSlice *slices;
    uint32_t n;
    DgLen height;
    int64_t cost; /* demerits of its lines beyond the best */
} DgStack;

/* One choice of line counts on both sides. */
typedef struct {
    uint8_t stack[DG_SIDES];
    int64_t cost;
    DgLen height; /* of the taller side */
} DgOption;

/* Sentences of both sides of a row that say the same. Text is measured along its words as if all of a side stood on
 * one line; `end` is where the bead ends so. */
typedef struct {
    DgLen end[DG_SIDES];
} DgBead;

typedef struct {
    const DgPair *pair;
    const DgPair *run_in; /* `n_run_in` pairs of speakers who begin its text */
    size_t n_run_in;
    const DgFlow *flow;
    bool full;    /* one stack, DG_LEFT, over the full measure */
    bool open;    /* it begins a flow */
    bool on_grid; /* it holds running text, so it begins on a grid line */
    DgPiece *pieces[DG_SIDES];
    size_t n_pieces[DG_SIDES];
    DgStack *stacks[DG_SIDES]; /* choices; at least one, perhaps without slices */
    uint8_t n_stacks[DG_SIDES];
    DgOption *options;
    uint8_t n_options;
    DgLen before;       /* space between the row above and this one */
    DgLen give;         /* so much of it may go to save a line of the grid */
    int64_t break_cost; /* of a page that begins with it */
    uint32_t note_start[DG_N_COLUMNS], note_end[DG_N_COLUMNS];
    /* Full, but its notes stand in the columns of their languages: those of each up to its k-th mark, which its slices
     * count; or NULL. */
    uint32_t *apart[DG_SIDES];
    DgBead *beads; /* none: the sides correspond in proportion to their heights */
    size_t n_beads;
} DgRow;

typedef struct {
    const DgNode *node;
    DgSide side;
    DgPiece *pieces;
    size_t n_pieces;
    DgStack stack;
    DgLen before; /* space above it in the note area */
    bool floats;  /* it is marked in a float */
} DgFootnote;

typedef struct {
    uint32_t note, from, to; /* slices of a note */
} DgNotePart;

/* Notes that wait for the next page. */
typedef struct {
    DgNotePart *parts[DG_N_COLUMNS];
    size_t n[DG_N_COLUMNS];
    DgLen height[DG_N_COLUMNS], least[DG_N_COLUMNS], total;
} DgCarry;

/* A figure or table that stands at the head or the foot of a page: rows of its own, behind those of the text. */
typedef struct {
    uint32_t first, n; /* of its rows */
    uint32_t place;    /* the row of the text that it stands before in the source */
    bool at_foot;
    DgLen *top;           /* of its rows, below its own head */
    DgLen ends[DG_SIDES]; /* where it ends there; 0: a side has nothing of it */
    DgLen before, after;  /* margins */
    DgCarry *notes;       /* marked in it, or NULL */
} DgFloat;

/* Rows that are broken into pages together: a flow, and the flows that go on below it. */
typedef struct {
    DgRow *rows; /* those of the text, then those of its floats */
    size_t n_rows, n_float_rows;
    DgFloat *floats; /* by place */
    size_t n_floats;
    DgFootnote *notes[DG_N_COLUMNS];
    size_t n_notes[DG_N_COLUMNS];
    DgLen *note_sum[DG_N_COLUMNS];   /* heights of the first 0, 1, ... n notes together */
    DgLen *note_least[DG_N_COLUMNS]; /* the same of what should stand on the page of the mark */
    DgLen *note_scant[DG_N_COLUMNS]; /* the same of their first lines: where nothing else will do */
    DgLen note_trim[DG_N_COLUMNS];   /* of the last line of notes at the foot of a page */
    DgLen text_trim;                 /* of that of the text at most */
    DgLen note_space;                /* between text and notes, with the rule */
    DgLen height, leading, grid;     /* of the text block; a line in every cost; 0 = no grid */
    DgLen first_top;                 /* where the first row begins: sink, margin */
    int reach; /* places in a row that are tried from the foot upwards; 0: every two places of both sides */
    bool in_step, optimize;
    int blank_percent; /* that a blank line costs more than its measured cost */
    bool notes_shared; /* one area for the notes of both columns, over the full measure */
    bool
        free; /* each column runs on by itself, only page breaks are joint; else a pair begins level */
} DgChain;

typedef struct {
    uint32_t row;
    uint8_t option;
    uint32_t from[DG_SIDES], to[DG_SIDES]; /* slices */
    DgLen top[DG_SIDES];                   /* equal unless the chain is free */
} DgFragment;

typedef enum {
    DG_TERM_LINES,
    DG_TERM_BLANK,
    DG_TERM_FOOT,
    DG_TERM_STEP,
    DG_TERM_BREAK,
    DG_TERM_NOTES,
    DG_TERM_FLOATS,
    DG_TERM_PAGE,
    DG_N_TERMS
} DgTerm;

typedef struct {
    DgFragment *fragments;
    size_t n;
    DgNotePart *parts[DG_N_COLUMNS];
    size_t n_parts[DG_N_COLUMNS];
    DgLen area[DG_N_COLUMNS]; /* height of the note area */
    /* Foot of the text in each column, with floats at the page's foot; trimmed where no notes stand below. */
    DgLen bottom[DG_SIDES];
    size_t first_text, n_text; /* fragments that are no floats at the head or foot */
    int64_t terms[DG_N_TERMS];
    bool last;
    uint32_t displaced; /* notes that begin on a later page than their mark */
    uint32_t next_row;  /* the page after begins there, so much deep */
    uint32_t next_at[DG_SIDES];
} DgSheet;

typedef struct {
    DgSheet *sheets;
    size_t n;
    int64_t cost;
} DgSheets;

/* ---- page-cost.c ---- */
enum {
    DG_COST_BLANK = 6000000,
    DG_COST_FOOT = 5000000,
    DG_COST_PAGE = 50000000,
    DG_COST_THIN = 800000,
    DG_COST_SPLIT = 500000,
    DG_COST_SENTENCE = 500000,
    DG_COST_STEP = 4000000,
    DG_COST_APART = 200000000,
    DG_COST_ENDED = 40000000,
    DG_COST_LATE = 100000000,
    DG_COST_HYPHEN = 600000,
    DG_COST_ITEM = 10000000,
    DG_COST_ROWS = 40000000,
    DG_COST_SPAN = 20000000,
    DG_COST_TOGETHER = 450000000,
    DG_COST_NOTE_SPLIT = 60000000,
    DG_COST_NOTE_LINE = 1000000,
    DG_COST_SINGLE = 500000000,
    DG_COST_HEADING = 1000000000,
    DG_COST_TORN = 1500000000,
    DG_COST_DISPLACED = 2000000000
};
int64_t dg_cost_lines(const DgChain *chain, int64_t per_line, DgLen length);
int64_t dg_cost_blank_lines(const DgChain *chain, DgLen length);
int64_t dg_cost_foot(const DgChain *chain, const DgLen bottom[DG_SIDES],
                     const DgLen area[DG_N_COLUMNS]);
int64_t dg_cost_foot_slope(void);
int64_t dg_cost_last(const DgChain *chain, DgLen used, bool first);
int64_t dg_cost_rest(const DgChain *chain, const DgCarry *carry);
int64_t dg_cost_late(const DgChain *chain, uint32_t placed, uint32_t row,
                     const uint32_t at[DG_SIDES]);
int64_t dg_cost_blank(const DgChain *chain, const DgFragment *fragment);
int64_t dg_cost_cut(const DgChain *chain, const DgFragment *fragment);
int64_t dg_cost_step(const DgChain *chain, const DgFragment *fragment);

/* ---- fragment.c ---- */
const DgStack *dg_fragment_stack(const DgChain *chain, const DgFragment *fragment, DgSide side);
DgLen dg_fragment_height(const DgChain *chain, const DgFragment *fragment, DgSide side);
/* Where slice `i` lies below the top of a fragment that begins with slice `from`. */
DgLen dg_slice_top(const DgStack *stack, uint32_t from, uint32_t i);
DgLen dg_stack_height(const DgStack *stack, uint32_t from, uint32_t to);
/* Where the text of both sides ends below `used`, where the rows above ended. */
void dg_fragment_bottoms(const DgChain *chain, const DgFragment *fragment,
                         const DgLen used[DG_SIDES], DgLen bottom[DG_SIDES]);
/* Where the next row may begin, below text that ends at `bottom`. */
void dg_chain_level(const DgChain *chain, const DgLen bottom[DG_SIDES], DgLen used[DG_SIDES]);
/* What is trimmed off the last lines of both sides; `above`: where the rows above end. */
void dg_fragment_trims(const DgChain *chain, const DgFragment *fragment,
                       const DgLen above[DG_SIDES], DgLen trim[DG_SIDES]);
/* The same of columns that end level. */
void dg_chain_level_trims(const DgChain *chain, const DgLen bottom[DG_SIDES],
                          const DgLen trim[DG_SIDES], DgLen level[DG_SIDES]);
/* What is trimmed off the first line when rows[row] begins a page with the slices `at`: of two sides the lesser. */
DgLen dg_head_trim(const DgChain *chain, uint32_t row, uint8_t option, const uint32_t at[DG_SIDES],
                   const DgLen used[DG_SIDES]);
DgLen dg_lower(const DgLen heights[DG_SIDES]);
bool dg_fragment_is_rest(const DgChain *chain, const DgFragment *fragment);
uint32_t dg_fragment_note_end(const DgChain *chain, const DgFragment *fragment, int column);

/* ---- beads.c ---- */
/* Aligns the sentences of all rows that have several lines on both sides. */
void dg_chain_align(DgArena *arena, DgChain *chain);
/* The beads of two texts of which the sentences end so; `letter` is the mean width of a character. */
size_t dg_beads_make(DgArena *arena, const DgLen *const ends[DG_SIDES], const size_t n[DG_SIDES],
                     const DgLen letter[DG_SIDES], DgBead **beads);
/* How far down the other side the text has come when `side` has set `to` slices. */
DgLen dg_row_counterpart(const DgRow *row, const DgOption *option, DgSide side, uint32_t to);
/* Whether both sides end with a sentence that the other says, or nearly. */
bool dg_row_ends_sentence(const DgRow *row, const DgOption *option, const uint32_t to[DG_SIDES],
                          DgLen near);

/* ---- grid.c ---- */
/* Where a row begins that would at `top`: on a grid line if it holds running text. */
DgLen dg_grid_top(const DgChain *chain, const DgRow *row, DgLen top);

/* ---- foot.c ---- */
typedef struct {
    DgNotePart *parts[DG_N_COLUMNS];
    size_t n_parts[DG_N_COLUMNS];
    DgLen area[DG_N_COLUMNS];
    DgCarry *carry; /* NULL: nothing is left over */
    uint32_t displaced;
    int64_t cost;
} DgFoot;

/* How much of the notes that are due stands on a page. */
typedef enum { DG_NOTES_WHOLE, DG_NOTES_LEAST, DG_NOTES_SCANT } DgNoteShare;

/* Also finds what is trimmed off the last lines of text and notes. */
void dg_chain_sum_notes(DgArena *arena, DgChain *chain);
DgLen dg_notes_area(const DgChain *chain, const DgCarry *carry, int column, uint32_t start,
                    uint32_t end, DgNoteShare share);
/* What the notes take from the height of a column; their last line is trimmed. */
DgLen dg_notes_below(const DgChain *chain, const DgLen area[DG_N_COLUMNS], DgSide side);
/* Where the text counts as ending when floats at the foot of the page take `foot`. */
void dg_foot_lower(DgLen foot, const DgLen bottom[DG_SIDES], DgLen lowered[DG_SIDES]);
/* Of notes in a shared area: what is trimmed off their last line. */
DgLen dg_notes_trim(const DgChain *chain, const DgLen area[DG_N_COLUMNS]);
/* Where text ends that reaches down to `bottom`, less what is trimmed off it where nothing stands below. */
void dg_foot_trim(const DgChain *chain, const DgLen area[DG_N_COLUMNS], const DgLen trim[DG_SIDES],
                  DgLen bottom[DG_SIDES]);
/* Of both columns, the more. */
DgLen dg_notes_below_both(const DgChain *chain, const DgLen area[DG_N_COLUMNS]);
/* The notes [start, end) as they wait to be set. */
void dg_carry_add(DgArena *arena, const DgChain *chain, DgCarry *carry, int column, uint32_t start,
                  uint32_t end);
/* What waits in both, either of which may be NULL. */
const DgCarry *dg_carry_join(DgArena *arena, const DgCarry *a, const DgCarry *b);
DgFoot dg_foot_fill(DgArena *arena, const DgChain *chain, const DgCarry *carry,
                    const uint32_t start[DG_N_COLUMNS], const uint32_t end[DG_N_COLUMNS],
                    const DgLen bottom[DG_SIDES]);
bool dg_carry_is_within(const DgCarry *a, const DgCarry *b);

/* ---- split.c ---- */
enum { DG_MAX_CUTS = 64 };
/* Where `fragment` (whose `from`, option and top are set) may end on this page: fills `cuts` with its
 * possible `to`; `illegal` takes places that part what belongs together, `share` says how
 * much of the notes must stand below. */
typedef struct {
    const DgCarry *carry;
    uint32_t note_start[DG_N_COLUMNS];
    DgLen foot; /* taken by floats at the foot of the page */
} DgPageStart;
size_t dg_fragment_cuts(const DgChain *chain, const DgPageStart *start, const DgFragment *fragment,
                        bool illegal, DgNoteShare share, uint32_t cuts[DG_MAX_CUTS][DG_SIDES]);

/* ---- pagebreak.c ---- */
DgSheets dg_chain_break(DgArena *arena, const DgChain *chain);
/* The best pages of which none ends where `sheet` does; none if there is no other way. */
DgSheets dg_chain_break_otherwise(DgArena *arena, const DgChain *chain, const DgSheet *sheet);

/* ---- sheets.c ---- */
/* A page between two steps of the page program: what it costs and what stands where. */
typedef struct {
    const DgFragment *fragments;
    size_t n;
    DgPageStart start;
    bool first, last;
    size_t n_foot; /* fragments at the end that stand at the foot, counted from its own head */
} DgPageSteps;
DgSheet dg_sheet_make(DgArena *arena, const DgChain *chain, const DgPageSteps *steps,
                      DgCarry **carry);
/* A page that holds nothing but the rest of notes. */
DgSheet dg_sheet_of_notes(DgArena *arena, const DgChain *chain, DgCarry **carry);

#endif
