/* lang.h - what is known of languages: ICU, libhyphen, and the typographic rules.
 * No layout. Languages are BCP 47 tags; only the primary subtag counts here. Unknown languages get
 * neutral behaviour, never an error. */
#ifndef DIGLOT_LANG_H
#define DIGLOT_LANG_H

#include "diglot/doc-citation.h"
#include "diglot/doc.h"

#include <stdbool.h>
#include <stdint.h>

/* ---- segmentation; offsets are bytes into the UTF-8 text ---- */
typedef enum {
    DG_BREAK_NONE,
    DG_BREAK_ALLOWED,
    DG_BREAK_FORCED,
    /* Behind a Russian preposition or conjunction, «не» or «ни» of so many letters, whether a plain or a no-break
     * space stands there: such a word should not end a line, but may where all else is worse (R13). Behind the signs
     * of a formula and between a number and what it counts: as behind such a word. */
    DG_BREAK_BEHIND_1,
    DG_BREAK_BEHIND_2,
    DG_BREAK_BEHIND_3,
    DG_BREAK_BEHIND_NUMBER /* before «года» and its kin written out: the same */
} DgBreakKind;

/* A service: ICU iterators are expensive to open and belong to one thread. */
typedef struct DgSegmenter DgSegmenter;
DgSegmenter *dg_segmenter_new(void);
void dg_segmenter_free(DgSegmenter *segmenter);
/* kinds[i] says whether a line may end before byte i; kinds has length + 1 entries, the last is
 * DG_BREAK_FORCED. A break stands behind the spaces. Tailored beyond UAX 14 (layout.md 2): none before a
 * dash that follows a space, behind a hyphen with a part of one or two letters, between initials,
 * number and unit, abbreviation and name; inside a long address before its marks and behind its "://".
 * Behind short Russian words, signs and numbers it is graded: DG_BREAK_BEHIND_1 and its kin. U+00AD is no break: see
 * dg_hyphenate. Without ICU's data there is none but the last. */
uint8_t *dg_line_breaks(DgArena *arena, DgSegmenter *segmenter, const char *text, size_t length,
                        const char *language);
/* Whether a word, with what opens before it, is a preposition, conjunction or article: a line of a title begins with
 * it. `opens`: it begins a sentence, so that its capital tells nothing. The Russian ones of up to three letters are
 * told by dg_line_breaks. */
bool dg_word_leads(const char *word, size_t length, bool opens);
/* Ends of sentences; of words (letters and digits only, `starts` too). */
size_t dg_sentences(DgArena *arena, DgSegmenter *segmenter, const char *text, const char *language,
                    size_t **ends);
typedef struct {
    size_t start, end;
} DgSpanOfText;
size_t dg_words(DgArena *arena, DgSegmenter *segmenter, const char *text, const char *language,
                DgSpanOfText **words);

/* ---- hyphenation ---- */
/* A service: one dictionary per language, loaded when asked for. */
typedef struct DgHyphens DgHyphens;
DgHyphens *dg_hyphens_new(void);
void dg_hyphens_free(DgHyphens *hyphens);
/* Whether a dictionary is installed (hyph_LL_CC.dic in the folders "hyphen" of the XDG data folders). */
bool dg_hyphens_has(DgHyphens *hyphens, const char *language);
/* Byte offsets inside `word` where it may be divided, ascending; at most `capacity`. Rules R26-R28 and
 * E15 of typography.md hold: no division in words with two capitals or a digit, at least 2 letters
 * on each side (English: 3 after), no part without a vowel. U+00AD in the word overrides the patterns:
 * the offset is that behind it. The word may carry punctuation around its letters and hold hyphens:
 * parts of at least 5 letters are divided; no-break spaces part words. Latin words of a Russian text
 * are divided as English ones, Cyrillic words of an English text as Russian ones. */
size_t dg_hyphenate(DgHyphens *hyphens, const char *word, size_t length, const char *language,
                    uint16_t *offsets, size_t capacity);

/* ---- typographic rules (typography.md 1-2, DESIGN.md decision 9) ----
 * Changes the strings of text nodes and of the volume's own titles; reports what only an author may
 * change. Every change is handed to `log` when it is not NULL. Never inside code, addresses, DOI,
 * ISBN, ISO dates, numbers of standards. Idempotent. */
typedef struct {
    const char *rule; /* "R5" */
    DgPos pos;
    const char *before, *after; /* the changed stretch with some context */
} DgTypoChange;
typedef struct {
    DgTypoChange *changes;
    size_t n;
} DgTypoLog;
/* `log` may be NULL; that of a large volume takes tens of megabytes, so ask for it only to show it. */
void dg_typography(DgArena *arena, DgDiags *diags, DgVolume *volume, DgTypoLog *log);

/* ---- words that the compiler adds to the book, in the language of the text ---- */
typedef enum {
    DG_WORD_CONTENTS,
    DG_WORD_FIGURE, /* "Рис.", "Fig." */
    DG_WORD_TABLE,
    DG_WORD_ABSTRACT,
    DG_WORD_KEYWORDS,
    DG_WORD_REFERENCES,
    DG_WORD_NOTES,
    DG_WORD_ACKNOWLEDGEMENTS,
    DG_WORD_APPENDIX,
    DG_WORD_PAGE, /* "с.", "p." */
    DG_WORD_PROGRAMME,
    DG_WORD_CHAIR,
    DG_WORD_ORGANIZERS,
    DG_WORD_COMMITTEE,
    DG_WORD_MISSING_FIGURE, /* in the box of a picture that is not there */
    DG_WORD_UNTRANSLATED,
    DG_WORD_SPEAKER,
    DG_WORD_PREVIOUS,
    DG_WORD_NEXT,
    DG_WORD_BOTH_LANGUAGES,
    DG_WORD_LANGUAGE_NAME, /* its own name: "Русский", "English" */
    DG_WORD_TOP,
    DG_WORD_SKIP_TO_TEXT,
    DG_WORD_FOOTNOTE,
    DG_WORD_BACK_TO_TEXT,
    DG_WORD_MEDIA, /* before the address of supplementary material */
    DG_WORD_RECEIVED,
    DG_WORD_ACCEPTED,
    DG_WORD_PUBLISHED,
    DG_WORD_DOWNLOAD_PDF,
    DG_WORD_LANGUAGE,    /* names the language switch */
    DG_WORD_LINK_HERE,   /* names the link of a paragraph to itself */
    DG_WORD_OTHER_ONLY,  /* where a text has no body in this language */
    DG_WORD_OTHER_TEXTS, /* names the links to the previous and next text */
    DG_WORD_ABOUT_EDITION,
    DG_WORD_IN_THIS_TEXT, /* over the headings of one text */
    DG_WORD_SEARCH,
    DG_WORD_SEARCH_FOR, /* names the field */
    DG_WORD_SEARCH_HINT,
    DG_WORD_SEARCH_FOUND, /* before a number */
    DG_WORD_SEARCH_NONE,
    DG_WORD_SEARCH_COMMON,
    DG_WORD_SEARCH_FAILED,
    DG_WORD_SEARCH_MORE,
    DG_WORD_NEEDS_SCRIPTS,
    DG_WORD_LANDMARKS, /* of an e-book */
    DG_WORD_START_OF_TEXT,
    DG_WORD_PAGES,
    DG_WORD_ACCESSIBILITY, /* how accessible the e-book is, in a sentence or two */
    /* imprint, citations, lists and indexes */
    DG_WORD_EDITORIAL_BOARD,
    DG_WORD_REVIEWERS,
    DG_WORD_UDC,
    DG_WORD_BBK,
    DG_WORD_VOLUME_NUMBER,
    DG_WORD_SERIES_NUMBER,
    DG_WORD_ILLUSTRATED,
    DG_WORD_PAGE_COUNT,
    DG_WORD_EDITED_BY,
    DG_WORD_SIGNED,
    DG_WORD_SHEET_FORMAT,
    DG_WORD_PAPER,
    DG_WORD_PRINTED_SHEETS,
    DG_WORD_PUBLISHER_SHEETS,
    DG_WORD_PRINT_RUN,
    DG_WORD_COPIES,
    DG_WORD_ORDER,
    DG_WORD_CITE_AS,
    DG_WORD_PERSONS,
    DG_WORD_ORGANIZATIONS,
    DG_WORD_TERMS,
    DG_WORD_SEE,
    DG_WORD_SEE_ALSO,
    DG_WORD_CONTRIBUTORS,
    DG_WORD_ABBREVIATIONS,
    DG_WORD_TABLE_CONTINUED, /* "Table {1}, continued" over its next parts; {1} is its number */
    /* the web reader */
    DG_WORD_DOWNLOADS,
    DG_WORD_COPY_LINK,
    DG_WORD_COPY_CITATION,
    DG_WORD_LINK_COPIED,
    DG_WORD_CITATION_COPIED,
    DG_WORD_COPY_SELECTED, /* where a script may not copy */
    DG_WORD_THIS_PARAGRAPH,
    DG_WORD_NEXT_PARAGRAPH,    /* and the previous one */
    DG_WORD_PARAGRAPH_ACTIONS, /* what the key does that opens them */
    DG_WORD_OTHER_LANGUAGE,    /* the same paragraph there */
    DG_WORD_COLUMN_WIDTHS,     /* names what parts the columns */
    DG_WORD_TO_NOTE,           /* from its copy in a box to its place */
    DG_WORD_ENLARGE,
    DG_WORD_CLOSE,
    DG_WORD_SETTINGS,
    DG_WORD_THEME,
    DG_WORD_THEME_AUTO,
    DG_WORD_THEME_LIGHT,
    DG_WORD_THEME_SEPIA,
    DG_WORD_THEME_DARK,
    DG_WORD_TEXT_SIZE,
    DG_WORD_SHORTCUTS,
    DG_WORD_SHORTCUTS_LIST,
    /* pages of the site */
    DG_WORD_SITE_PAGES, /* names the links to them */
    DG_WORD_MENTIONED,  /* before the texts that name somebody */
    DG_WORD_HOW_TO_CITE,
    DG_WORD_HOW_TO_CITE_TEXT, /* where each text says it of itself */
    DG_WORD_RIGHTS,
    DG_WORD_TIME_ZONE, /* before its name */
    DG_WORD_TO_CALENDAR,
    DG_WORD_NOT_FOUND,
    DG_WORD_NOT_FOUND_HINT,
    DG_N_WORDS
} DgWord;
/* English when the language is not known; DG_WORD_LANGUAGE_NAME then gives the tag itself. */
const char *dg_word(DgWord word, const char *language);

/* "10:00–13:00", one time alone, or NULL. */
const char *dg_time_range_text(DgArena *arena, const char *from, const char *to);
/* "16 September 2024, 10:00–13:00" of a part; NULL without. */
const char *dg_part_time_text(DgArena *arena, const DgPart *part, const char *language);
/* "Moscow, 16–18 September 2024": where and when an event is, as far as is known; NULL for neither. */
const char *dg_event_place_text(DgArena *arena, const DgEvent *event, DgSide side,
                                const char *language);
/* "Name, role; Name, role"; NULL when nobody is named. The chairs have their word before. */
const char *dg_mentions_text(DgArena *arena, const DgMention *who, size_t n, DgSide side);
const char *dg_chairs_text(DgArena *arena, const DgPart *part, DgSide side, const char *language);

/* How to cite a text, in its language: GOST R 7.0.5 in Russian. `pages` ("pp. 5–9") may be NULL. */
const char *dg_pages_term(bool several, const char *language); /* "С. ", "p. ", "pp. " */
char *dg_citation_text(DgArena *arena, const DgCitation *citation, const char *pages);

/* "2." "б)" "iv."; "" for DG_LIST_PLAIN, the outer bullet for DG_LIST_BULLET. */
char *dg_list_label(DgArena *arena, DgListKind kind, int number, const char *language);
const char *dg_bullet(int level, const char *language); /* level 1: "—" or "•"; below: "–" */
/* "2024-09-16" gives "16 сентября 2024 г." or "16 September 2024", months and years alone too; a
 * range "16–18 сентября 2024 г." when `to` is not NULL; what is no ISO date comes back as it is.
 * The spaces that hold the parts together are U+00A0. Never NULL. */
char *dg_date_text(DgArena *arena, const char *from, const char *to, const char *language);
/* "2024-09-16T10:00" gives "10:00"; NULL when there is no time. */
char *dg_time_text(DgArena *arena, const char *iso);

/* Whether the IANA's database has the time zone: "Europe/Moscow". */
bool dg_zone_is_known(const char *zone);
/* "2024-09-16T10:00" in a time zone (NULL: universal time), so many days later, as iCalendar writes a moment:
 * "20240916T070000Z", a date without a time "20240916". NULL when it is neither. */
char *dg_moment_text(DgArena *arena, const char *iso, const char *zone, int days);

/* "ru" if Cyrillic letters prevail, "en" if Latin ones do, NULL for none. */
const char *dg_guess_language(const char *text);
/* Of a text in Cyrillic letters: "uk", "be", "sr" or "mk" if it has letters that Russian lacks and none to speak of that
 * this language lacks; else NULL. */
const char *dg_guess_cyrillic(const char *text);
/* For comparing words: case folded, ё as е, soft hyphens, stress marks and punctuation dropped (but the
 * points and commas between digits), dashes and slashes as spaces, spaces folded. */
char *dg_fold(DgArena *arena, const char *text);
/* Order of names and terms for an index in that language (ICU collation). */
int dg_collate(const char *a, const char *b, const char *language);
/* The letter that a name or term stands under there: Ё with Е; "#" for figures and signs. */
const char *dg_index_letter(DgArena *arena, const char *text);
/* Latin letters for Cyrillic ones (ICAO 9303), for anchors and file names. */
char *dg_transliterate(DgArena *arena, const char *text);

/* ---- what words sound like: the same for Latin and Cyrillic letters ---- */
/* The skeleton of a lower-case word without diacritics: the classes of its consonants. Returns the number of
 * sounds written, at most `capacity`; no NUL byte. */
size_t dg_word_sounds(const char *word, char *skeleton, size_t capacity);
/* Its tables, for a script that does the same: letters that sound together, of which the first `length` bytes are
 * used up; the class of each letter a-z and а-я, "." for none, "x" for "ks". */
typedef struct {
    const char *letters;
    uint8_t length;
    char sound;
} DgSound;
const DgSound *dg_sounds_together(size_t *n);
const char *dg_sounds_latin(void);
const char *dg_sounds_cyrillic(void);

/* ---- stems (Snowball) ----
 * A service: one stemmer a language. Words of a script that is not the language's own are stemmed as Russian or
 * English ones. */
typedef struct DgStemmer DgStemmer;
DgStemmer *dg_stemmer_new(void);
void dg_stemmer_free(DgStemmer *stemmer);
/* Of a folded word; itself where the language has no stemmer. Holds until the next call. */
const char *dg_stem(DgStemmer *stemmer, const char *word, const char *language);

#endif
