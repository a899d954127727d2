/* typo-internal.h - running text on which the typographic rules work, and the rules.
 * A *flat* is the text of one block across its inline nodes, as UTF-16 units. What rules must not touch
 * is fixed; formulas, code, pictures and note marks are one unit OBJECT each. A rule goes over the flat
 * once and asks for replacements, in the order of the text; they are made when the rule is through. */
#ifndef DIGLOT_TYPO_INTERNAL_H
#define DIGLOT_TYPO_INTERNAL_H

#include "chars-internal.h"
#include "diglot/lang.h"
#include "language-internal.h"
#include "lexicon-internal.h"

typedef enum {
    FLAT_TEXT = 1,
    FLAT_HEADING = 2,
    FLAT_REFERENCE = 4, /* a bibliographic record: dashes and colons have their own rules there */
    FLAT_VERSE = 8,     /* leading spaces hold */
    FLAT_NAME = 16,     /* a person's name: only initials and spaces */
} FlatKind;

/* What the text holds: a rule is called only where it can find something. */
typedef enum {
    HAS_DIGIT = 1,
    HAS_DOUBLE_SPACE = 2, /* or a tab, a line end */
    HAS_HYPHEN = 4,
    HAS_DASH = 8,
    HAS_DOUBLE_QUOTE = 16,
    HAS_SINGLE_QUOTE = 32,
    HAS_POINT = 64,
    HAS_SIGN = 128, /* % ‰ ° № § */
    HAS_BRACKET = 256,
    HAS_MARK_BEHIND_SPACE = 512, /* a comma, point ... */
    HAS_ADDRESS_MARK = 1024,     /* / @ or www */
    HAS_SPACE = 2048,
    HAS_CYRILLIC = 4096,
    HAS_LATIN = 8192,
} Sign;

/* Where units come from, and go back to. */
typedef struct {
    DgNode *node;       /* DG_TEXT, or NULL for a string on its own */
    const char *string; /* in: the text; out: the new text if it is changed */
    DgPos pos;
    bool changed;
} Source;

/* How far a source has been followed to tell the place of its words: its letters and digits never change. */
typedef struct {
    uint32_t source;
    size_t at;           /* unit of the flat */
    const char *written; /* what of the source is still to come */
    DgPos pos;           /* where that stands */
    bool valid;
} Cursor;

typedef struct {
    const char *rule;
    size_t at, n;
    const uint16_t *with; /* ends with 0 */
} Edit;

/* What is counted over a whole text or volume, because only mixed use is a fault. */
typedef enum {
    STOP_BEHIND_QUOTE,
    STOP_BEFORE_QUOTE,
    DAY_FIRST,
    MONTH_FIRST,
    SERIAL_COMMA,
    NO_SERIAL_COMMA,
    TITLE_CASE, /* counted over the volume */
    SENTENCE_CASE,
    N_HABITS
} Habit;

typedef struct {
    size_t n;
    DgPos first;
    const char *excerpt;
} Tally;

typedef struct Style Style; /* of typo-style.c: the tallies, the words with ё and without */

typedef struct {
    DgArena *arena;
    DgDiags *diags;
    Style *style;   /* NULL: nothing is counted */
    DgTypoLog *log; /* may be NULL */
    Language language;
    bool british;
    FlatKind kind;
    unsigned signs; /* of Sign, as the text was at first */
    uint16_t *text;
    uint32_t *source; /* index of the source of each unit */
    bool *fixed;
    size_t n, capacity;
    Source *sources;
    size_t n_sources, sources_capacity;
    Edit *edits;
    size_t n_edits, edits_capacity;
    Cursor cursor;
} Flat;

/* ---- typo-flat.c ---- */
void flat_clear(Flat *flat);
void flat_free(Flat *flat);
void flat_add_text(Flat *flat, DgNode *node, const char *string, DgPos pos, bool fixed);
void flat_add_object(Flat *flat, uint16_t sign, DgPos pos);
void flat_look(Flat *flat); /* when all is added: finds the signs */
void flat_apply(Flat *flat);
void flat_write_back(Flat *flat); /* new strings, in the arena, for the sources that changed */

/* ---- typo-place.c ---- */
/* The place in the source of the word at or just before unit `at`. */
DgPos flat_pos(Flat *flat, size_t at);

/* ---- typo-flat.c, more ---- */
char *flat_excerpt(const Flat *flat, size_t at, size_t n); /* with some context; in the arena */
char *flat_slice(const Flat *flat, size_t from, size_t to);

/* The unit at i; 0 outside, also before the start (i wraps). */
static inline uint16_t
unit(const Flat *flat, size_t i)
{
    return i < flat->n ? flat->text[i] : 0;
}

/* Refused where something is fixed, or where a letter or digit would go or come (decision 9). */
void flat_replace(Flat *flat, const char *rule, size_t at, size_t n, const uint16_t *with);

/* ---- typo-scan.c ---- */
size_t flat_word_start(const Flat *flat, size_t end); /* of the letters that end at `end` */
size_t flat_word_end(const Flat *flat, size_t start);
bool flat_word_is(const Flat *flat, size_t start, size_t end, unsigned flags);
/* Digits with single points, commas or colons between; `end` or `start` when there are none. */
size_t flat_number_start(const Flat *flat, size_t end);
size_t flat_number_end(const Flat *flat, size_t start);
/* Whether an equals sign stands a little before, in the same sentence: a dash there may be a minus. */
bool flat_in_equation(const Flat *flat, size_t at);
/* Groups of three digits with a space of any kind between, the first of one to three; `start` when it is
 * nothing of the kind. */
size_t flat_digit_groups_end(const Flat *flat, size_t start);
size_t flat_roman_start(const Flat *flat,
                        size_t end); /* I to XXXIX as a word of its own, else `end` */
size_t flat_skip_space(const Flat *flat,
                       size_t i); /* past one space of any kind, if there is one */
size_t flat_skip_space_back(const Flat *flat, size_t i);
/* Whether the word before `at`, over spaces and one point or colon, has one of the flags. */
bool flat_follows_word(const Flat *flat, size_t at, unsigned flags);
/* Whether a word that stands at `at` begins a sentence. */
bool flat_begins_sentence(const Flat *flat, size_t at);

/* ---- typo-mask.c ---- */
void typo_mask(Flat *flat);

/* ---- typo-rules.c: all rules that apply to the flat, in order ---- */
void typo_rules(Flat *flat);

/* ---- the rules ---- */
void rule_double_spaces(Flat *flat);
void rule_space_before_mark(Flat *flat);
void rule_space_in_brackets(Flat *flat);
void rule_ellipsis(Flat *flat);
void rule_minus(Flat *flat);
void rule_apostrophe(Flat *flat);
void rule_quotes(Flat *flat);
void rule_single_quotes(Flat *flat);
void rule_range(Flat *flat);
void rule_spaced_hyphen(Flat *flat);
void rule_no_break_hyphen(Flat *flat);
void rule_dash(Flat *flat);
void rule_speech_dash(Flat *flat);
void rule_one_sided_dash(Flat *flat);
void rule_english_dash(Flat *flat);
void rule_initials(Flat *flat);
void rule_abbreviation(Flat *flat);
void rule_title(Flat *flat);
void rule_inner_points(Flat *flat);
void rule_english_points(Flat *flat);
void rule_number_sign(Flat *flat);
void rule_unit(Flat *flat);
void rule_month_and_day(Flat *flat);
void rule_percent(Flat *flat);
void rule_degree(Flat *flat);
void rule_digit_groups(Flat *flat);
void rule_particle(Flat *flat);
void rule_short_word(Flat *flat);

/* ---- typo-style.c ---- */
Style *typo_style_new(void);
void typo_style_free(Style *style);
void typo_style_count(Flat *flat, Habit habit, size_t at, size_t n);
void
typo_style_report_text(Flat *flat); /* at the end of a text: what is mixed in it; starts anew */
void typo_style_report_volume(Flat *flat); /* at the end of the volume */
void count_yo(Flat *flat);
void count_dates(Flat *flat);
void count_serial_commas(Flat *flat);
void count_heading_case(Flat *flat);

/* Rules that only report. */
void report_quote_and_stop(Flat *flat);
void report_decimal_point(Flat *flat);
void report_ordinal(Flat *flat);
void report_heading_stop(Flat *flat);
void report_range_in_words(Flat *flat);
void report_thousands(Flat *flat);
void report_mixed_script(Flat *flat);

#endif
