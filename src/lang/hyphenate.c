/* hyphenate.c - where a word may be divided: libhyphen's patterns within the rules R12, R26, R28, E15.
 * The patterns want lower-case letters: stress marks are taken out, ё is looked up as е, and offsets are
 * led back to the bytes of the word as it is. */
#include "chars-internal.h"
#include "hyphens-internal.h"

#include <glib.h>
#include <stdlib.h>
#include <string.h>
#include <unicode/utf8.h>

enum {
    LONGEST_WORD = 4000,    /* bytes; offsets are 16 bits wide, and nothing longer is a word */
    LONGEST_PART = 96,      /* letters; libhyphen's own buffers hold 100 */
    SHORTEST_BY_HYPHEN = 5, /* letters of a part beside a hyphen that is divided */
    MARGIN_TO_HYPHEN = 3,   /* letters between a division and the word's own hyphen */
    BREVE = 0x0306,
    DIAERESIS = 0x0308,
};

/* A run of letters inside the word. */
typedef struct {
    uint16_t letter[LONGEST_PART];     /* lower-case */
    uint16_t offset[LONGEST_PART + 1]; /* bytes from the start of the word */
    size_t n;
    int capitals;
    bool cyrillic, latin, strange; /* strange: too long, or of another plane */
    bool hyphen_before, hyphen_behind;
} Part;

typedef struct {
    uint16_t *at;
    size_t n, capacity;
    size_t base; /* added to what is found */
} Offsets;

static void
add(Offsets *offsets, size_t offset)
{
    if (offsets->n < offsets->capacity)
        offsets->at[offsets->n++] = (uint16_t)(offsets->base + offset);
}

static bool
is_word_hyphen(UChar32 c)
{
    return c <= 0xFFFF && is_hyphen((uint16_t)c);
}

static bool
is_mark(UChar32 c)
{
    return c >= 0x300 && c < 0x370;
}

static bool
is_part_char(UChar32 c)
{
    return c > 0xFFFF ? u_isalpha(c)
                      : is_letter((uint16_t)c) || is_mark(c) || is_apostrophe((uint16_t)c);
}

/* и and a breve are й, е and a diaeresis ё; other marks do not count for the patterns. */
static void
compose(Part *part, UChar32 mark)
{
    if (part->n == 0)
        return;
    uint16_t *last = &part->letter[part->n - 1];
    if (mark == BREVE && *last == 0x438)
        *last = 0x439;
}

static void
add_letter(Part *part, UChar32 c, size_t offset)
{
    if (part->n == LONGEST_PART || c > 0xFFFF) {
        part->strange = true;
        return;
    }
    uint16_t unit = (uint16_t)c, lower = (uint16_t)u_tolower(c);
    part->cyrillic |= is_cyrillic(unit);
    part->latin |= is_latin(unit);
    part->capitals += lower != unit;
    part->letter[part->n] = lower == 0x451 ? 0x435 : is_apostrophe(unit) ? '\'' : lower;
    part->offset[part->n++] = (uint16_t)offset;
}

/* Reads the part that begins at byte `at`, behind the character `before`; returns the byte behind it. */
static int32_t
read_part(Part *part, const char *word, int32_t length, int32_t at, UChar32 before)
{
    const uint8_t *bytes = (const uint8_t *)word;
    part->n = 0;
    part->capitals = 0;
    part->cyrillic = part->latin = part->strange = part->hyphen_behind = false;
    part->hyphen_before = is_word_hyphen(before);
    int32_t end = at;
    while (end < length) {
        int32_t from = end;
        UChar32 c;
        U8_NEXT_OR_FFFD(bytes, end, length, c);
        if (!is_part_char(c)) {
            part->hyphen_behind = is_word_hyphen(c);
            end = from;
            break;
        }
        if (is_mark(c))
            compose(part, c);
        else
            add_letter(part, c, (size_t)from);
    }
    while (part->n > 0 && part->letter[part->n - 1] == '\'')
        part->n--;
    part->offset[part->n] = (uint16_t)end;
    return end;
}

static bool
is_vowel(Language language, uint16_t c)
{
    static const uint16_t russian[] = {0x430, 0x435, 0x438, 0x43E, 0x443,
                                       0x44B, 0x44D, 0x44E, 0x44F, 0};
    if (language == LANGUAGE_ENGLISH)
        return c < 0x80 && c && strchr("aeiouy", (char)c);
    for (const uint16_t *vowel = russian; *vowel; vowel++)
        if (c == *vowel)
            return true;
    return language == LANGUAGE_OTHER; /* the patterns of other languages know */
}

static bool
has_vowel(const Part *part, Language language, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++)
        if (is_vowel(language, part->letter[i]))
            return true;
    return false;
}

/* ь ъ й ы never begin a line. */
static bool
may_begin_line(Language language, uint16_t c)
{
    return language != LANGUAGE_RUSSIAN || (c != 0x44C && c != 0x44A && c != 0x439 && c != 0x44B);
}

/* Whether the rules allow what the patterns found: a division before letter `i`. */
static bool
is_fit(const Dictionary *dictionary, const Part *part, size_t i)
{
    size_t left = (size_t)dictionary->left, right = (size_t)dictionary->right;
    if (part->hyphen_before)
        left = MAX(left, MARGIN_TO_HYPHEN);
    if (part->hyphen_behind)
        right = MAX(right, MARGIN_TO_HYPHEN);
    return i >= left && part->n - i >= right &&
           may_begin_line(dictionary->language, part->letter[i]) &&
           has_vowel(part, dictionary->language, 0, i) &&
           has_vowel(part, dictionary->language, i, part->n);
}

static size_t
encode(const Part *part, char *out)
{
    size_t length = 0;
    for (size_t i = 0; i < part->n; i++) {
        UChar32 c = part->letter[i];
        U8_APPEND_UNSAFE(out, length, c);
    }
    out[length] = '\0';
    return length;
}

static void
divide_part(const Dictionary *dictionary, const Part *part, Offsets *offsets)
{
    char letters[3 * LONGEST_PART + 1], hyphens[3 * LONGEST_PART + 6];
    if (!dictionary->dict)
        return;
    size_t length = encode(part, letters);
    char **replaced = NULL;
    int *places = NULL, *cuts = NULL;
    memset(hyphens, 0, length + 6);
    int failed = hnj_hyphen_hyphenate3(dictionary->dict, letters, (int)length, hyphens, NULL,
                                       &replaced, &places, &cuts, 2, 2, 2, 2);
    /* A division that changes letters (Schiffahrt to Schiff-fahrt) is left out. */
    for (size_t i = 1; !failed && i < part->n; i++)
        if ((hyphens[i - 1] & 1) && !(replaced && replaced[i - 1]) && is_fit(dictionary, part, i))
            add(offsets, part->offset[i]);
    for (size_t i = 0; replaced && i < length; i++)
        free(replaced[i]);
    free(replaced);
    free(places);
    free(cuts);
}

/* Latin words of a Russian text are read as English, Cyrillic ones of an English text as Russian. */
static const char *
language_of_part(const Part *part, const char *language)
{
    Language text = language_of(language);
    if (text == LANGUAGE_RUSSIAN && part->latin)
        return "en";
    return text == LANGUAGE_ENGLISH && part->cyrillic ? "ru" : language;
}

/* R26: no abbreviation, no word of two scripts; R12: no small part of a compound. */
static bool
is_divisible(const Part *part)
{
    bool by_hyphen = part->hyphen_before || part->hyphen_behind;
    return !part->strange && part->capitals < 2 && !(part->cyrillic && part->latin) &&
           part->n >= (by_hyphen ? SHORTEST_BY_HYPHEN : 4);
}

static bool
has_digit(const char *word, size_t length)
{
    for (size_t i = 0; i < length; i++)
        if (is_digit((uint8_t)word[i]))
            return true;
    return false;
}

/* The author's own places. Returns whether there are any. */
static bool
soft_hyphens(const char *word, size_t length, Offsets *offsets)
{
    bool any = false;
    for (size_t i = 0; i + 1 < length; i++)
        if ((uint8_t)word[i] == 0xC2 && (uint8_t)word[i + 1] == 0xAD) {
            any = true;
            if (i > 0 && i + 2 < length)
                add(offsets, i + 2);
        }
    return any;
}

/* A word without spaces in it; offsets->base is where it begins. */
static void
divide_word(DgHyphens *hyphens, const char *word, size_t length, const char *language,
            Offsets *offsets)
{
    if (soft_hyphens(word, length, offsets) || has_digit(word, length))
        return;
    Part part;
    UChar32 before = 0;
    for (int32_t at = 0, end; at < (int32_t)length; at = end) {
        end = at;
        UChar32 c;
        U8_NEXT_OR_FFFD((const uint8_t *)word, end, (int32_t)length, c);
        if ((c <= 0xFFFF && is_apostrophe((uint16_t)c)) || !is_part_char(c)) {
            before = c;
            continue;
        }
        end = read_part(&part, word, (int32_t)length, at, before);
        if (is_divisible(&part))
            divide_part(hyphens_dictionary(hyphens, language_of_part(&part, language)), &part,
                        offsets);
        before = 0;
    }
}

/* The length of the space (U+0020, 00A0, 2009, 202F) that begins at `text`; 0 if none does. */
static size_t
space_length(const char *text, size_t length)
{
    const uint8_t *bytes = (const uint8_t *)text;
    if (length >= 1 && bytes[0] <= ' ')
        return 1;
    if (length >= 2 && bytes[0] == 0xC2 && bytes[1] == 0xA0)
        return 2;
    bool thin = length >= 3 && bytes[0] == 0xE2 && bytes[1] == 0x80 &&
                (bytes[2] == 0x89 || bytes[2] == 0xAF);
    return thin ? 3 : 0;
}

size_t
dg_hyphenate(DgHyphens *hyphens, const char *word, size_t length, const char *language,
             uint16_t *found, size_t capacity)
{
    Offsets offsets = {found, 0, capacity, 0};
    if (length > LONGEST_WORD)
        return 0;
    for (size_t start = 0, end; start < length;
         start = end + space_length(word + end, length - end)) {
        end = start;
        while (end < length && space_length(word + end, length - end) == 0)
            end++;
        offsets.base = start;
        divide_word(hyphens, word + start, end - start, language, &offsets);
    }
    return offsets.n;
}
