/* typo-initials.c - initials and their surname stay together (R14, E9). */
#include "typo-internal.h"

enum { MOST_INITIALS = 4 };

/* «А. С.» with what stands about it. */
typedef struct {
    size_t start[MOST_INITIALS]; /* of each capital letter */
    size_t n, end;               /* behind the last point */
    size_t name;                 /* where a surname begins behind it, else 0 */
    size_t name_before;          /* where the surname before it begins */
    size_t name_before_end;      /* 0 if there is none */
} Initials;

static bool
is_initial(const Flat *flat, size_t i)
{
    return is_upper(unit(flat, i)) && is_letter(flat->text[i]) && unit(flat, i + 1) == '.';
}

/* «Пушкин»: a capital letter, then small ones; double names («Салтыков-Щедрин») by their last part. */
static bool
is_surname(const Flat *flat, size_t start, size_t end)
{
    return end > start + 1 && is_upper(flat->text[start]) && is_lower(flat->text[start + 1]) &&
           is_lower(flat->text[end - 1]);
}

/* U.S. Government: no initials. */
static bool
is_initialism(const Flat *flat, const Initials *initials)
{
    uint16_t letters[MOST_INITIALS];
    for (size_t i = 0; i < initials->n; i++)
        letters[i] = flat->text[initials->start[i]];
    return lexicon_is(letters, initials->n, INITIALISM);
}

/* Behind a point: the next initial, over a space or, in «Ж.-Ж.», a hyphen. */
static size_t
next_initial(const Flat *flat, size_t end)
{
    size_t next = is_hyphen(unit(flat, end)) ? end + 1 : flat_skip_space(flat, end);
    return is_initial(flat, next) ? next : flat->n;
}

static Initials
read_initials(const Flat *flat, size_t i)
{
    Initials initials = {.n = 0};
    for (size_t next = i; next < flat->n && initials.n < MOST_INITIALS;) {
        initials.start[initials.n++] = next;
        initials.end = next + 2;
        next = next_initial(flat, initials.end);
    }
    size_t name = flat_skip_space(flat, initials.end);
    if (is_surname(flat, name, flat_word_end(flat, name)))
        initials.name = name;
    size_t end = flat_skip_space_back(flat, i), start = flat_word_start(flat, end);
    if (end < i && is_surname(flat, start, end)) {
        initials.name_before = start;
        initials.name_before_end = end;
    }
    return initials;
}

/* A single initial may be the letter or Roman number of a list («А. Введение»), or end a sentence; short
 * words behind it («Он») are rarely surnames. */
static bool
is_surely_before_name(const Flat *flat, const Initials *initials)
{
    if (initials->name == 0 || is_initialism(flat, initials))
        return false;
    if (initials->n > 1 || flat->kind == FLAT_NAME)
        return true;
    uint16_t letter = flat->text[initials->start[0]];
    return initials->start[0] > 0 && flat_word_end(flat, initials->name) - initials->name >= 4 &&
           letter != 'I' && letter != 'V' && letter != 'X';
}

static bool
is_surely_behind_name(const Flat *flat, const Initials *initials)
{
    if (initials->name_before_end == 0 || is_initialism(flat, initials))
        return false;
    uint16_t behind = unit(flat, initials->end);
    bool closed = behind == 0 || behind == ',' || behind == ';' || is_closing_bracket(behind);
    return initials->n > 1 || closed || flat->kind == FLAT_REFERENCE || flat->kind == FLAT_NAME;
}

static void
set_gap(Flat *flat, size_t from, size_t to, const uint16_t *space)
{
    const char *rule = flat->language == LANGUAGE_RUSSIAN ? "R14" : "E9";
    if (to - from <= 1)
        flat_replace(flat, rule, from, to - from, space);
}

static void
set_initials(Flat *flat, const Initials *initials)
{
    bool record = flat->kind == FLAT_REFERENCE && is_surely_behind_name(flat, initials);
    bool before = !record && is_surely_before_name(flat, initials);
    bool behind = !before && is_surely_behind_name(flat, initials);
    if (behind)
        set_gap(flat, initials->name_before_end, initials->start[0], u"\u00A0");
    for (size_t i = 1; i < initials->n; i++) {
        size_t gap = initials->start[i - 1] + 2;
        bool hyphen = is_hyphen(flat->text[gap]), spaced = gap < initials->start[i];
        if (!hyphen && (before || behind || (spaced && !is_initialism(flat, initials))))
            set_gap(flat, gap, initials->start[i], u"\u202F");
    }
    if (before)
        set_gap(flat, initials->end, initials->name, u"\u00A0");
}

void
rule_initials(Flat *flat)
{
    for (size_t i = 0; i < flat->n; i++) {
        uint16_t before = unit(flat, i - 1);
        if (!is_initial(flat, i) || is_word(before) || before == '.' || is_hyphen(before) ||
            before == APOSTROPHE || before == 0xB0)
            continue;
        Initials initials = read_initials(flat, i);
        set_initials(flat, &initials);
        i = initials.end - 1;
    }
}
