/* style.h - a subset of CSS Paged Media to computed styles (DESIGN.md 2.4; styles/README.md is
 * generated from the parser's table). Lengths are DgLen. Unknown properties and selectors are warnings. */
#ifndef DIGLOT_STYLE_H
#define DIGLOT_STYLE_H

#include "diglot/doc.h"
#include "diglot/units.h"

/* font-variant-numeric, bit by bit in the order of its words. */
enum {
    DG_NUMERALS_OLDSTYLE = 1,
    DG_NUMERALS_LINING = 2,
    DG_NUMERALS_TABULAR = 4,
    DG_NUMERALS_PROPORTIONAL = 8
};

typedef struct {
    const char *family; /* "PT Serif" */
    int weight;         /* 400, 700 */
    bool italic, small_caps, uppercase;
    DgLen size, leading; /* line-height in absolute terms */
    DgLen letter_spacing;
    uint32_t color;       /* 0xRRGGBB */
    int numerals;         /* of DG_NUMERALS_... */
    const char *features; /* "ss01=1,liga=0": of font-feature-settings, or NULL */
} DgFontStyle;

typedef struct {
    DgFontStyle font;
    DgLen space_before,
        space_after;           /* margin-top, margin-bottom; adjacent ones: the larger holds */
    DgLen indent;              /* text-indent of the first line; negative hangs */
    DgLen left, right;         /* margin-left, margin-right */
    DgAlign align, last_align; /* text-align, text-align-last */
    bool hyphens;
    bool keep_with_next;                          /* break-after: avoid */
    bool keep_together;                           /* break-inside: avoid */
    bool follows_indent;                          /* indent even directly after a heading */
    DgLen border_top, border_bottom, border_left; /* rule thickness, 0 none */
    uint32_t background;                          /* 0xFFFFFFFF: none */
    DgLen padding;
    const char *fallbacks; /* further families, quoted, with commas; or NULL */
    bool at_foot;          /* -dg-place: foot; stands at the foot of the page that it ends */
    bool unshared;         /* -dg-share: none; a picture of both languages stands in each column */
    int floats;            /* -dg-float: of DG_FLOAT_... */
    uint32_t border_color; /* 0xFFFFFFFF: that of the text */
    const char *label_separator; /* between a label and what it names, before a space */
    bool label_bold;
    DgLen label_distance; /* from a label in the hang to its text */
    int max_height;       /* of pictures, per cent of the text block */
    int rag;        /* what a ragged line may lack without being bad, per cent of the type size */
    int expansion;  /* -dg-expansion: per mille each way; negative: that of the page */
    int protrusion; /* -dg-protrusion: of DG_PROTRUSION_... */
    bool apart;     /* -dg-merge: none; tables of both languages are never set as one */
    int inline_height;   /* of pictures in the text at most, per cent of the type size */
    DgLen side_padding;  /* of table cells, left and right; negative: as `padding` */
    DgLen folio_room;    /* what lines above the one with the page number leave free at the right */
    int hyphen_weight;   /* per cent: what a divided word weighs in the setting of lines */
    const char *leader;  /* what fills the line before a page number, in a row; "" is nothing */
    const char *bullets; /* of nested lists, from outside, with spaces; "": of the language */
    uint32_t link_color; /* 0xFFFFFFFF: that of the text */
    int center_limit; /* lines of a centred text at most, 0: any; a longer one begins at the left */
    bool run_in;      /* display: run-in; a speaker begins the first paragraph of the speech */
} DgBlockStyle;

/* What a numbered figure or table may do: let text go before it; nothing; stand at the head or foot of a page. */
enum { DG_FLOAT_AUTO, DG_FLOAT_HERE, DG_FLOAT_TOP, DG_FLOAT_BOTTOM };
enum { DG_PROTRUSION_OF_PAGE, DG_PROTRUSION_NONE, DG_PROTRUSION_AUTO };

/* Where the column of the first language stands. */
typedef enum { DG_FIRST_LEFT, DG_FIRST_INSIDE, DG_FIRST_RIGHT } DgSides;

/* -dg-column-ratio without a number: one for the volume, or one for each item. */
#define DG_RATIO_VOLUME 0.0
#define DG_RATIO_ITEM (-1.0)

typedef enum { DG_NUMBERS_ITEM, DG_NUMBERS_PAGE, DG_NUMBERS_PART } DgNoteNumbers;

/* The margin boxes of a page, as CSS names them: @top-left ... @bottom-right. */
typedef enum {
    DG_BOX_TOP_LEFT,
    DG_BOX_TOP_CENTER,
    DG_BOX_TOP_RIGHT,
    DG_BOX_BOTTOM_LEFT,
    DG_BOX_BOTTOM_CENTER,
    DG_BOX_BOTTOM_RIGHT,
    DG_N_BOXES
} DgBoxPlace;

typedef enum {
    DG_HEAD_PERSON,
    DG_HEAD_TITLE,
    DG_HEAD_PART,
    DG_HEAD_VOLUME,
    DG_HEAD_TEXT,  /* as it stands in the sheet */
    DG_HEAD_FOLIO, /* counter(page) */
    DG_HEAD_PAGES  /* counter(pages) */
} DgHeadContent;

typedef struct {
    DgHeadContent content;
    DgSide side;      /* language it is taken from */
    const char *text; /* of DG_HEAD_TEXT */
} DgHeadPart;

typedef struct {
    const DgHeadPart *parts;
    size_t n; /* 0: content: none */
} DgMarginBox;

typedef enum { DG_INK_BLACK, DG_INK_CMYK } DgInk;                   /* of the press */
typedef enum { DG_ORDER_LANGUAGES, DG_ORDER_PAIRS } DgReadingOrder; /* inside an item */
typedef enum {
    DG_BEGIN_AUTO,
    DG_BEGIN_PAGE,
    DG_BEGIN_RECTO,
    DG_BEGIN_VERSO,
    DG_BEGIN_HERE
} DgBegin;
/* Which edges of the text block are the capitals of its first line, the baseline of its last: bits. */
typedef enum { DG_TRIM_NONE, DG_TRIM_START, DG_TRIM_END, DG_TRIM_BOTH } DgTrim;
enum { DG_MARKS_CROP = 1, DG_MARKS_CROSS = 2 }; /* around the trimmed page */

typedef struct {
    DgLen width, height, bleed;
    DgLen top, bottom, inner, outer; /* margins: the text block is what remains */
    DgLayout layout;
    DgSync sync;
    DgSides sides;
    double column_ratio; /* of the first language's column, or DG_RATIO_VOLUME, DG_RATIO_ITEM */
    DgLen column_gap;
    DgLen pair_space;    /* between pairs, beyond the blocks' own margins */
    DgLen grid;          /* 0: off */
    int orphans, widows; /* lines kept together at least */
    int hyphen_limit;    /* hyphens in succession at most */
    int expansion;       /* per mille each way; 0 off */
    bool protrusion;
    bool variants, in_step, optimize; /* the parts of the page program, for comparison */
    DgLen sink;                       /* free space above an item's opening */
    DgLen head_distance,
        foot_distance; /* baseline of running head above the text block; of folio below it */
    DgLen note_space, note_rule_width, note_rule_thickness;
    DgLen column_rule; /* thickness of a rule between the columns, 0 none */
    DgNoteNumbers note_numbers;
    bool full_notes; /* -dg-notes: full; below both columns, over the full measure */
    DgInk ink;
    int marks;     /* DG_MARKS_... */
    int signature; /* pages of a folded sheet: the print edition is a multiple of it; 0, 1: any */
    const char *condition; /* of printing, by its name in styles/conditions.list */
    DgLen leaf;            /* thickness of a leaf of paper, 0: from the imprint's paper */
    DgReadingOrder order;
    uint32_t column_rule_color, note_rule_color;
    int lines_below_heading; /* at least, on its page */
    DgBegin item_begin, part_begin, inner_part_begin;
    int blank_weight;   /* per cent: what a line blank beside the longer side weighs */
    DgBegin list_begin; /* of lists and indexes behind another one */
    bool card;          /* the record of the volume as a catalogue card */
    DgTrim text_trim;   /* without a grid */
} DgPageStyle;

typedef struct DgStyle DgStyle;

/* styles/NAME/print.css below the data folder (or the folder `name` when it contains "/"), then the volume's
 * own style/print.css. NULL when the style does not exist (reported at `pos`, where it is named). */
DgStyle *dg_style_read(DgArena *arena, DgDiags *diags, const char *data_folder, const char *name,
                       DgPos pos, const char *volume_folder);
const DgPageStyle *dg_style_page(const DgStyle *style);
/* The cascade for a role in a language; never NULL. */
const DgBlockStyle *dg_style_block(const DgStyle *style, DgRole role, const char *language);
/* What stands in a margin box of a page; NULL for nothing. `kind`: of its flow (doc.h); `first`: it opens the flow. */
const DgMarginBox *dg_style_margin_box(const DgStyle *style, const char *kind, bool first,
                                       bool verso, DgBoxPlace place);
/* The folder that holds print.css and web.css. */
const char *dg_style_folder(const DgStyle *style);
/* The families that the style uses, in order of first mention; NULL-terminated. */
const char *const *dg_style_families(const DgStyle *style);
/* For each family the place where a sheet first names it. */
const DgPos *dg_style_family_places(const DgStyle *style);
/* The table of properties and selectors in Markdown: styles/README.md. */
void dg_style_describe(FILE *out);

#endif
