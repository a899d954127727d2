/* shape.h - blocks to shaped words and the places where a line may end.
 * HarfBuzz shapes words, cached by (face, size, language, word); where the style's own face lacks a character,
 * Pango chooses another one of the style's families (main thread only). A gap is a cached triple (last character,
 * next character, style), not the space's advance (layout.md 2, lesson 1); divisions are measured as they will be
 * set (lesson 2).
 * Units DgLen. Ownership: a DgPar and its words live in the shaper's arena.
 * Text: white space is folded as dg_node_text folds it; soft hyphens, U+200B, U+2060 and U+FEFF say where
 * a line may end and are no part of the text of runs. */
#ifndef DIGLOT_SHAPE_H
#define DIGLOT_SHAPE_H

#include "diglot/doc.h"
#include "diglot/font.h"
#include "diglot/style.h"

/* There are millions of these: hence the small numbers. A run's text is shorter than 64 KB. */
typedef struct {
    uint16_t glyph;
    uint16_t cluster; /* byte offset into the run's text */
    int32_t advance;  /* DgLen; holds kerning and, in a placed line, justification */
    int16_t dx, dy;   /* DgLen */
} DgGlyph;

/* A picture that stands in a line like a letter: DG_INLINE_GRAPHIC. */
typedef struct {
    const void *image; /* of whoever lends it to the shaper */
    DgLen width, height;
} DgInlinePicture;

/* Glyphs of one font, size and inline node on one line, or a picture: what a display list draws. */
typedef struct {
    const DgFace *face;
    DgLen size, rise; /* rise: of the baseline, up positive; already in no dy */
    uint32_t color;
    const DgNode *node; /* the DG_TEXT, mark or owner of the label it came from */
    const char *text;   /* `length` bytes: what the glyphs stand for, spaces included */
    size_t length;
    DgGlyph *glyphs; /* clusters ascend */
    size_t n_glyphs;
    DgLen width;   /* sum of the advances */
    int expansion; /* per mille of horizontal scaling, already in the advances; 0 none */
    bool division; /* the last glyph is a hyphen that the text does not hold */
    bool underline, strike, overline;
    bool generated; /* text made by the compiler: labels, leaders, note marks, page numbers */
    const DgInlinePicture *picture; /* as set, instead of glyphs; its foot stands at `rise` */
} DgRun;

/* A place where a line may end. Sums run from the paragraph's start, so that a line's width is a difference: see
 * dg_stretch_width and its kin below. The sums of a very long paragraph wrap around; differences hold. */
typedef struct {
    uint32_t before; /* natural width up to the end of a line broken here */
    uint32_t glyphs; /* of it the glyphs, which expansion may scale */
    int32_t skip;    /* the next line starts at before + skip: past the space, or less the hyphen */
    uint16_t spaces; /* word spaces before, which justification may change */
    int16_t protrude_end, protrude_start; /* into the margins */
    int16_t penalty;                      /* TeX's scale */
    uint32_t token; /* internal: the line ends before byte `cut` of this token */
    unsigned cut : 16;
    unsigned hyphen : 1;  /* an inserted hyphen */
    unsigned forced : 1;  /* DG_BREAK or the end: the line is not justified */
    unsigned leader : 1;  /* a leader lies before it on the line of the break before */
    unsigned gap : 1;     /* `skip` is a space */
    unsigned elastic : 1; /* ... which justification may change */
    unsigned ragged : 1;  /* inside an address: the line may end before the margin */
} DgBreak;

#define DG_PENALTY_FORCED (-10000)
#define DG_PENALTY_FORBIDDEN 10000

typedef struct DgToken DgToken; /* internal to shape */
typedef struct DgOwner DgOwner;
typedef struct DgShaper DgShaper;

typedef struct {
    const DgBlockStyle *style;
    const DgNode *block;
    const char *language;
    /* breaks[0] is the start, breaks[n - 1] the end; behind it n_extra places inside long words, in text order,
     * for lines that nothing else can fill */
    DgBreak *breaks;
    size_t n_breaks, n_extra;
    DgLen natural;               /* width of the whole as one line */
    DgLen space;                 /* the style's word space: 1 for badness and looseness */
    int hyphen_limit, expansion; /* of the page style */
    bool protrusion;
    bool display; /* a title: lines of like length, none of which ends in a preposition */
    DgToken *tokens;
    size_t n_tokens;
    DgOwner *owners;       /* internal: nodes that tokens belong to */
    const DgNode **notes;  /* notes marked in it, in order (not the repeated marks) */
    size_t *note_breaks;   /* the first break at or behind each mark */
    uint32_t *note_tokens; /* the token of each mark: on the line whose end's token is greater */
    size_t n_notes;
    size_t characters; /* of the block's own text, for report.json */
    DgShaper *shaper;
    DgLen widest_picture; /* of those in the text; 0: none */
} DgPar;

/* The stretch from break `a` to break `b` as a line: its width, its glyphs, its word spaces. */
static inline DgLen
dg_stretch_width(const DgBreak *a, const DgBreak *b)
{
    return (int32_t)(b->before - a->before - (uint32_t)a->skip);
}

static inline DgLen
dg_stretch_glyphs(const DgBreak *a, const DgBreak *b)
{
    return (int32_t)(b->glyphs - a->glyphs - (a->gap ? 0 : (uint32_t)a->skip));
}

static inline int
dg_stretch_spaces(const DgBreak *a, const DgBreak *b)
{
    return (uint16_t)(b->spaces - a->spaces - a->elastic);
}

/* `folio_sample` reserves room for DG_PAGE_NUMBER: the width of that text. The shaper keeps diags. */
DgShaper *dg_shaper_new(DgArena *arena, DgDiags *diags, DgFonts *fonts, const DgStyle *style,
                        const char *folio_sample);
void dg_shaper_free(DgShaper *shaper);
/* Tells the natural size of a DG_INLINE_GRAPHIC; false when there is no such picture, which it has reported: words in
 * brackets are set then, as they are for all pictures of a shaper that nobody lends any. */
typedef bool (*DgPictureOf)(const void *pictures, const DgNode *graphic, DgInlinePicture *picture);
void dg_shaper_lend_pictures(DgShaper *shaper, DgPictureOf picture_of, const void *pictures);

/* The running text of a block in the style of its role; `lead` (may be NULL) is a label set as the first word(s),
 * such as a note's or a heading's number; it is drawn with node = `lead_node`. */
DgPar *dg_par_make(DgShaper *shaper, const DgNode *block, const DgBlockStyle *style,
                   const char *language, const char *lead, const DgNode *lead_node);
/* The same behind a block of the same language that runs in: it begins the first line, set in its own style. */
DgPar *dg_par_make_behind(DgShaper *shaper, const DgNode *block, const DgBlockStyle *style,
                          const char *language, const DgNode *run_in,
                          const DgBlockStyle *run_in_style);
/* The same with no picture wider than `room`; the paragraph itself where there is none. Breaks keep their places. */
const DgPar *dg_par_within(DgArena *arena, const DgPar *par, DgLen room);
/* One line of plain text as it stands: labels, folios, running heads. node NULL makes an artifact. */
DgRun *dg_run_make(DgShaper *shaper, DgArena *arena, const char *text, const DgFontStyle *font,
                   const char *language, const DgNode *node);

/* Whether a face of the style has all of such a text, valid UTF-8. */
bool dg_run_is_shown(DgShaper *shaper, const char *text, const DgFontStyle *font,
                     const char *language);

/* The runs of the line between two breaks, left to right from x = 0; `space_add` goes to every space
 * (`space_extra` of them one unit more), `expansion` per mille scales the glyphs, a leader fills the line up to
 * `room`, the width from the line's start to its right margin (DgLine.room). The text of a page
 * number comes from `folio_of` (NULL: the reserved sample); it keeps the sample's width where that decides the place
 * of others, behind a leader and in justified text. The space at the line's end is kept behind the
 * last word, so that the texts of the lines join to words; it hangs into the margin. */
typedef struct {
    DgLen x;
    DgRun *run;
} DgPlacedRun;
typedef const char *(*DgFolioOf)(const void *folios, const DgNode *number);
size_t dg_par_runs(DgArena *arena, const DgPar *par, size_t first_break, size_t last_break,
                   DgLen space_add, int space_extra, int expansion, DgLen room, DgFolioOf folio_of,
                   const void *folios, DgPlacedRun **runs);
/* What is left of the room reserved for page numbers in that line, but for those behind a leader, which stand flush
 * right: the text closes up behind them, and a justified line has so much more to spread. */
DgLen dg_par_slack(const DgPar *par, size_t first_break, size_t last_break, DgFolioOf folio_of,
                   const void *folios);
/* Links (DG_LINK, DG_REFERENCE_LINK, DG_PAGE_NUMBER, DG_NOTE_MARK) are found from run->node's ancestors. */

/* Where the sentences of the paragraph end, as widths from its start on one line; at least one. */
size_t dg_par_sentences(DgArena *arena, const DgPar *par, DgLen **widths);

/* Spaces in the stretch between two breaks. */
int dg_par_spaces(const DgPar *par, size_t first_break, size_t last_break);

#endif
