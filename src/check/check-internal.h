/* check-internal.h - what the rule families of this folder share. */
#ifndef DIGLOT_CHECK_INTERNAL_H
#define DIGLOT_CHECK_INTERNAL_H

#include "diglot/check.h"

#include <stdint.h>

/* ---- check-text.c: what one side of a pair says, with places ---- */
/* Where a stretch of the text comes from. */
typedef struct {
    size_t offset;
    DgPos pos;
    bool foreign; /* marked as of another language */
    bool linked;  /* inside a reference: a number there is one of the literature's, mostly */
} DgCheckSpot;

/* White space is folded; a line feed stands between blocks, cells and captions, DG_CHECK_GAP around what does
 * not go on in words: references, superscripts, and where code and formulas are left out. */
#define DG_CHECK_GAP '\x1f'
typedef struct {
    const char *text;
    size_t length;
    DgCheckSpot *spots;
    size_t n_spots;
    const char *language;
} DgCheckText;

DgCheckText dg_check_text(DgArena *arena, DgNode *const *blocks, size_t n, const char *language);
DgPos dg_check_place(const DgCheckText *text, size_t offset);
/* NULL when the text has no words at all. */
const DgCheckSpot *dg_check_spot(const DgCheckText *text, size_t offset);

/* ---- check-lexicon.c: words that are numbers, measures or dates ---- */
typedef enum {
    DG_LEXEME_NUMBER, /* value 0-100 and the round hundreds, cardinal or ordinal */
    DG_LEXEME_POWER,  /* value is a power of ten: thousand, million ... */
    DG_LEXEME_MONTH,
    DG_LEXEME_PERCENT,
    DG_LEXEME_HOUR
} DgLexemeKind;
typedef struct {
    DgLexemeKind kind;
    int value;
} DgLexeme;
typedef struct DgLexicon DgLexicon;
DgLexicon *dg_lexicon_new(DgArena *arena, const char *language);
const DgLexeme *dg_lexicon_find(const DgLexicon *lexicon,
                                const char *word); /* lower case; NULL: unknown */
bool dg_lexicon_counts(const DgLexicon *lexicon); /* whether it knows the words for small numbers */
void dg_lexicon_free(DgLexicon *lexicon);

/* ---- check-number.c, check-values.c: the values a text names ---- */
#define DG_VALUE_KEYS 6
typedef struct {
    /* What it may mean, each in one normal form: "1234.5"; "T930", minutes of the day; "M5", a month. */
    const char *keys[DG_VALUE_KEYS];
    size_t n_keys;
    const char *shown, *rule; /* as written; "N1" */
    size_t offset;            /* in the text */
    bool required; /* must have a counterpart; else it may only be one, such as a number in words */
    bool month;
} DgValue;
typedef struct {
    DgValue *values;
    size_t n;
    bool percent; /* the text has a per cent sign or word */
} DgValues;

/* Puts the readings of digits with separators, such as "1 234,5", into `value`. */
void dg_number_read(DgArena *arena, DgValue *value, const char *digits, const char *language);
void dg_value_add(DgValue *value, const char *key);
/* A decimal in normal form times 10 to the `power`. */
char *dg_number_key(DgArena *arena, const char *whole, const char *fraction, int power);
bool dg_roman_read(const char *word, int *value);
/* `guess`: nothing is known of the number words of one of the languages: small numbers need no counterpart. */
DgValues dg_values_find(DgArena *arena, const DgCheckText *text, const DgLexicon *lexicon,
                        bool guess);

/* ---- the rules ---- */
typedef struct DgKnownName DgKnownName; /* check-names-internal.h */
typedef struct {
    DgArena *arena;
    DgDiags *diags;
    const DgLexicon *lexicons[DG_SIDES];
    const DgItem *item;
    const DgPair *pair;
    DgCheckText text[DG_SIDES];
    size_t *silenced;
    DgKnownName *known; /* whose names are known, for the item */
    size_t n_known;
} DgChecking;

/* Whether the pair's line in the pairs file silences the rule; counts it if so. */
bool dg_check_is_silenced(const DgChecking *checking, const char *rule);
void dg_check_numbers(const DgChecking *checking);
void dg_check_percent(const DgChecking *checking);
/* Persons, by their surnames. */
void dg_check_names(const DgChecking *checking);
void dg_check_names_know(DgChecking *checking, const DgVolume *volume); /* once an item */
/* Cell by cell, where the pair is of two tables of one shape; false: it is not. */
bool dg_check_cells(const DgChecking *checking);
/* As many notes on both sides, and what they say. */
void dg_check_notes(const DgChecking *checking);
void dg_check_count(const DgChecking *checking, DgCode code, DgPos pos, DgPos also, size_t here,
                    size_t there);
void dg_check_script(const DgChecking *checking);
void dg_check_lists(const DgChecking *checking); /* of the item; pair and text are not set */

#endif
