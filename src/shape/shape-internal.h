/* shape-internal.h - shared by the files of src/shape: settings, words, tokens. */
#ifndef DIGLOT_SHAPE_INTERNAL_H
#define DIGLOT_SHAPE_INTERNAL_H

#include "diglot/lang.h"
#include "diglot/shape.h"

#include <glib.h>
#include <hb.h>
#include <string.h>

/* ---- languages and scripts ---- */

/* A language as HarfBuzz shapes it and libhyphen divides it: that of the text where the script is its own, else
 * the usual one of the script. Interned: equal tongues are one pointer. */
typedef struct {
    const char *language;
    hb_language_t hb_language;
    hb_script_t script;
} DgTongue;

/* ---- settings: ways of setting a word; interned, so that a pointer is a key ---- */
typedef enum { DG_SMCP = 1, DG_SUPS = 2, DG_SUBS = 4, DG_CASE = 8 } DgFeature;

/* Features of one setting at most. */
enum { DG_MAX_FEATURES = 16 };

typedef struct {
    uint64_t *keys; /* last character << 32 | next character, plus 1; 0 is free */
    int32_t *widths;
    size_t n, size; /* size is a power of two */
} DgGapTable;

/* What a setting is made from, but for the tongue and a fallback face. */
typedef struct {
    const char *family;
    int weight;
    bool italic;
    DgLen size, rise, letter_spacing;
    unsigned features; /* of DgFeature */
    int numerals;      /* of DG_NUMERALS_... */
    const char *more;  /* as DgFontStyle.features, or NULL */
} DgVoice;

typedef struct {
    DgVoice voice;
    const DgTongue *tongue;
    const DgFace *face;
    bool fallback; /* the face is not the voice's own */
    uint32_t number;
    uint32_t space_glyph, hyphen_glyph,
        hyphen;      /* hyphen: U+2010, or U+002D where the face lacks it */
    int32_t space;   /* advance of the space */
    DgGapTable gaps; /* and hyphens, kerns, protrusions */
    hb_feature_t *features;
    unsigned n_features, n_special; /* the first n_special are those of voice.features */
} DgSetting;

/* ---- words ---- */

/* A place where a word may be cut. */
typedef struct {
    uint16_t offset; /* bytes into the word */
    bool hyphen;     /* with an inserted hyphen; else at a character that allows a break */
    bool safe;       /* both parts shape as they do in the whole */
    int16_t protrude_end, protrude_start;
    int32_t before; /* width of the part before, hyphen included */
    int32_t after;  /* width of the rest */
} DgCut;

typedef struct {
    uint32_t glyph;
    uint16_t cluster;
    bool unsafe; /* to break before: HarfBuzz's flag, or inside a cluster */
    int32_t advance, dx, dy;
} DgShapedGlyph;

typedef struct {
    DgSetting *setting;
    const char *text;
    uint16_t length, n_glyphs, n_cuts, n_explicit;
    bool missing;  /* the face lacks a character */
    bool featured; /* the features of the setting changed every letter or digit */
    bool divided;  /* cuts are known */
    int32_t width;
    uint32_t first, last; /* characters */
    int16_t protrude_start, protrude_end;
    DgShapedGlyph *glyphs;
    DgCut *cuts;     /* divisions, ascending */
    DgCut *explicit; /* at hyphens, dashes and the like: measured when first met */
} DgShapedWord;

enum { DG_MAX_WORD = 1000 }; /* bytes; a longer one is made of pieces */

typedef struct {
    uint64_t hash;
    DgShapedWord *word;
} DgWordSlot;

typedef struct {
    DgWordSlot *slots;
    size_t n, size;
} DgWordTable;

/* A picture in the text, as large as it stands in the line. */
typedef struct {
    DgInlinePicture shown;
    const DgSetting *setting; /* of the words around it */
    DgLen rise;               /* of its foot above the baseline */
} DgShapedPicture;

/* ---- tokens of a paragraph ---- */
typedef enum {
    DG_TOKEN_WORD,
    DG_TOKEN_SPACE, /* justification changes it, unless `fixed` */
    DG_TOKEN_KERN,  /* between two words that touch */
    DG_TOKEN_BREAK,
    DG_TOKEN_LEADER,
    DG_TOKEN_PAGE_NUMBER,
    DG_TOKEN_PICTURE
} DgTokenKind;

struct DgToken {
    union {
        DgShapedWord *word;
        const DgShapedPicture *picture;
        DgSetting *setting; /* of all other tokens */
    } as;
    int32_t width;
    unsigned owner : 27; /* of the paragraph's owners */
    unsigned kind : 3;
    unsigned fixed : 1;    /* a space that keeps its width */
    unsigned no_break : 1; /* a space U+00A0 */
};

/* What the tokens of one stretch of text have in common. */
struct DgOwner {
    const DgNode *node;
    bool generated, underline, strike, overline;
};

/* Arrays that are filled anew for each paragraph. */
typedef struct {
    DgToken *tokens;
    DgBreak *breaks, *extra;
    DgShapedWord **pieces;
    size_t n_tokens, n_breaks, n_extra, n_pieces;
    size_t tokens_size, breaks_size, extra_size, pieces_size;
} DgWorkspace;

/* `DG_PUSH(work, breaks, place)` appends to work->breaks. */
#define DG_PUSH(work, array, value)                                                                \
    ((work)->n_##array < (work)->array##_size                                                      \
         ? (void)0                                                                                 \
         : (void)((work)->array##_size = 2 * (work)->array##_size + 64,                            \
                  (work)->array =                                                                  \
                      g_realloc_n((work)->array, (work)->array##_size, sizeof *(work)->array)),    \
     (work)->array[(work)->n_##array++] = (value))

/* ---- the service ---- */
struct DgShaper {
    DgArena *arena;
    DgDiags *diags;
    DgFonts *fonts;
    const DgStyle *style;
    const char *folio_sample;
    DgHyphens *hyphens;
    DgSegmenter *segmenter;
    hb_buffer_t *buffer;
    DgArena *scratch; /* of one paragraph; replaced when much is in it */
    size_t scratch_bytes;
    DgWorkspace work;
    DgSetting **settings;
    size_t n_settings;
    DgTongue **tongues;
    size_t n_tongues;
    DgWordTable words;
    GHashTable *missing;     /* characters reported */
    GHashTable *no_features; /* families and features reported */
    const DgNode *block;     /* the one at hand, for messages; NULL between paragraphs */
    GHashTable *undivided;   /* languages reported */
    DgPictureOf picture_of;  /* NULL: no pictures */
    const void *pictures;
};

/* ---- tongue.c ---- */
const DgTongue *dg_tongue(DgShaper *shaper, const char *language, hb_script_t script);
hb_script_t dg_language_script(const char *language);
/* The length of the longest start of a text of one script; `*script` is HB_SCRIPT_COMMON when there are no
 * letters. Signs go with the letters before them. */
size_t dg_script_run(const char *text, size_t length, hb_script_t *script);

/* ---- features.c ---- */
/* What HarfBuzz is to do in a setting; reports what its face lacks, once. */
void dg_features_set(DgShaper *shaper, DgSetting *setting);

/* ---- setting.c ---- */
/* `face` NULL: that of the voice. NULL when no family of the style has a face. */
DgSetting *dg_setting(DgShaper *shaper, const DgVoice *voice, const DgTongue *tongue,
                      const DgFace *face);
DgVoice dg_voice(const DgFontStyle *font);
/* Font units as a length. */
static inline int32_t
dg_units(const DgSetting *setting, int64_t units)
{
    return (int32_t)dg_len_scale(units, setting->voice.size, setting->face->upem);
}

/* ---- word.c ---- */
/* The cached word; at most DG_MAX_WORD bytes. */
DgShapedWord *dg_word_get(DgShaper *shaper, DgSetting *setting, const char *text, size_t length);
/* A word of its own, outside the cache. */
DgShapedWord *dg_word_make(DgShaper *shaper, DgSetting *setting, const char *text, size_t length);
/* Shapes text into shaper->buffer. */
void dg_shape_text(DgShaper *shaper, const DgSetting *setting, const char *text, size_t length);
int64_t dg_shape_width(DgShaper *shaper, const DgSetting *setting, const char *text, size_t length);
/* ---- marks.c ---- */
/* Sets the marks of the shaped buffer that the face has no place for over the middle of their letters. */
void dg_marks_centre(hb_buffer_t *buffer, const DgFace *face, const char *text);

/* ---- word.c, more ---- */
/* The glyphs of the buffer in DgLen, with letter-spacing between them. */
size_t dg_take_glyphs(DgShaper *shaper, const DgSetting *setting, DgArena *arena,
                      DgShapedGlyph **glyphs);

/* ---- cut.c ---- */
/* Divisions of a word by its language. */
void dg_word_divide(DgShaper *shaper, DgShapedWord *word);
/* Divisions at discretionary hyphens of the source; the patterns do not count then. */
void dg_word_divide_at(DgShaper *shaper, DgShapedWord *word, const uint16_t *offsets, size_t n);
/* An address or file name: never divided with a hyphen, which would seem to be part of it. */
bool dg_word_is_address(const DgShapedWord *word);
/* The cut at a character that allows a break, such as behind a hyphen. */
const DgCut *dg_word_cut(DgShaper *shaper, DgShapedWord *word, size_t offset);
/* The glyphs of bytes [from, to) of a word as set alone, with a hyphen behind if `hyphen`. */
size_t dg_word_part(DgShaper *shaper, DgArena *arena, const DgShapedWord *word, size_t from,
                    size_t to, bool hyphen, DgShapedGlyph **glyphs);

/* ---- gap.c ---- */
/* The space between two characters set alike, with its kerning. */
int32_t dg_gap(DgShaper *shaper, DgSetting *setting, uint32_t last, uint32_t next);
/* What a hyphen behind a character adds. */
int32_t dg_hyphen_width(DgShaper *shaper, DgSetting *setting, uint32_t last);
/* The kerning of two characters that belong to different words. */
int32_t dg_kern(DgShaper *shaper, DgSetting *setting, uint32_t last, uint32_t next);
/* How far a character that begins or ends a line hangs into the margin. */
int16_t dg_protrude_start(DgShaper *shaper, DgSetting *setting, uint32_t character);
int16_t dg_protrude_end(DgShaper *shaper, DgSetting *setting, uint32_t character);

/* ---- protrude.c ---- */
/* The same in font units, worked out. */
int64_t dg_protrusion(const DgFace *face, uint32_t character, bool end);

/* ---- collect.c ---- */
typedef enum {
    DG_SPAN_TEXT,
    DG_SPAN_BREAK,
    DG_SPAN_LEADER,
    DG_SPAN_PAGE_NUMBER,
    DG_SPAN_MARK,
    DG_SPAN_PICTURE
} DgSpanKind;

/* How the text of a span is set. */
typedef struct {
    DgVoice voice;
    int script; /* -1 subscript, 1 superscript */
    bool small_caps, uppercase, underline, strike, overline;
    bool verbatim; /* code: not divided */
    const char *language;
    hb_script_t scripts[3]; /* memo: the settings of some scripts */
    DgSetting *settings[3];
} DgManner;

typedef struct {
    DgSpanKind kind;
    size_t start, end; /* bytes of the collected text */
    const DgNode *node;
    DgManner *manner;
    bool generated, lead;
    const DgInlinePicture *picture; /* DG_SPAN_PICTURE: of its natural size */
} DgSpan;

/* A stretch of text for which Pango chose one face; it ends where the next begins. */
typedef struct {
    size_t end;
    const DgFace *face; /* NULL: none of the set */
} DgStretch;

typedef struct {
    const char *text; /* folded; objects stand as U+2028 or U+FFFC */
    size_t length, characters;
    DgSpan *spans;
    size_t n_spans;
    uint32_t *soft; /* offsets of soft hyphens taken out */
    size_t n_soft;
    uint32_t *allowed, *forbidden; /* offsets where U+200B, U+2060 and U+FEFF stood */
    size_t n_allowed, n_forbidden;
    bool verbatim;        /* code: spaces hold */
    DgStretch *stretches; /* of the whole text; NULL while no face lacks a character of it */
    size_t n_stretches;
} DgCollected;

/* What stands before the text of a block: a label, or a block that runs in. */
typedef struct {
    const char *label; /* may be NULL */
    const DgNode *node;
    const DgNode *run_in; /* may be NULL */
    const DgBlockStyle *style;
} DgLead;

/* In the shaper's scratch arena. */
DgCollected *dg_collect(DgShaper *shaper, const DgNode *block, const DgBlockStyle *style,
                        const char *language, const DgLead *lead);

/* Reports a character that no face of the style has, once. */
void dg_report_missing(DgShaper *shaper, const DgNode *node, uint32_t character);

/* ---- itemize.c ---- */
/* The face that Pango chooses for the character at a byte of the text; NULL: none of the set. */
const DgFace *dg_chosen_face(DgShaper *shaper, DgCollected *collected, size_t at);

/* ---- piece.c ---- */
/* The words that bytes [start, end) of a span, without spaces, are set as, into work.pieces: cut where the script or
 * the face changes. Glyphs that no face has are reported at the span's node. */
void dg_pieces(DgShaper *shaper, DgCollected *collected, const DgSpan *span, size_t start,
               size_t end);
/* The setting of plain words in a script; NULL when no family of the style has a face. */
DgSetting *dg_manner_setting(DgShaper *shaper, DgManner *manner, hb_script_t script);

/* ---- inline-picture.c ---- */
/* The picture of a DG_INLINE_GRAPHIC in its natural size, in the shaper's scratch arena; NULL: words stand for it. */
const DgInlinePicture *dg_picture_find(DgShaper *shaper, const DgNode *graphic);
const char *dg_picture_words(DgShaper *shaper, const DgNode *graphic, const char *language);
/* The picture as it stands among words of a setting. */
const DgShapedPicture *dg_picture_shape(DgShaper *shaper, const DgInlinePicture *natural,
                                        const DgBlockStyle *style, const DgSetting *setting);

/* ---- token.c ---- */
/* Tokens and breaks of a collected text; kinds as dg_line_breaks gives them. */
void dg_tokenize(DgShaper *shaper, DgPar *par, DgCollected *collected, const uint8_t *kinds);

#endif
