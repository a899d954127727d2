/* typo-ru-hyphen.c - hyphens of Russian compounds (R12). */
#include "typo-internal.h"

/* Whether the word is `text`, whose case counts. */
static bool
word_equals(const Flat *flat, size_t start, size_t end, const uint16_t *text)
{
    for (; start < end && *text; start++, text++)
        if (flat->text[start] != *text)
            return false;
    return start == end && *text == 0;
}

static bool
ends_in(const Flat *flat, size_t start, size_t end, const uint16_t *ending)
{
    size_t n = 0;
    while (ending[n])
        n++;
    return end - start > n && word_equals(flat, end - n, end, ending);
}

/* «кто - то», «кое - кто», «по - русски», «скажи - ка» */
static bool
is_compound(const Flat *flat, size_t start, size_t end, size_t next, size_t next_end)
{
    if (word_equals(flat, next, next_end, u"нибудь") || word_equals(flat, next, next_end, u"ка"))
        return true;
    if (word_equals(flat, next, next_end, u"то") || word_equals(flat, next, next_end, u"либо"))
        return flat_word_is(flat, start, end, PRONOUN);
    if (word_equals(flat, start, end, u"кое") || word_equals(flat, start, end, u"Кое"))
        return flat_word_is(flat, next, next_end, PRONOUN);
    if (!word_equals(flat, start, end, u"по") && !word_equals(flat, start, end, u"По"))
        return false;
    return ends_in(flat, next, next_end, u"ски") || ends_in(flat, next, next_end, u"цки") ||
           flat_word_is(flat, next, next_end, MANNER);
}

/* The hyphen of a compound is never spaced. */
void
rule_spaced_hyphen(Flat *flat)
{
    for (size_t i = 2; i + 2 < flat->n; i++) {
        if (!is_hyphen(flat->text[i]) || flat->text[i - 1] != ' ' || flat->text[i + 1] != ' ')
            continue;
        size_t start = flat_word_start(flat, i - 1), next_end = flat_word_end(flat, i + 2);
        if (start < i - 1 && next_end > i + 2 && is_compound(flat, start, i - 1, i + 2, next_end))
            flat_replace(flat, "R12", i - 1, 3, u"-");
    }
}

/* «кто-то», «5-й»: the line does not end behind the hyphen when a part has one or two letters. */
void
rule_no_break_hyphen(Flat *flat)
{
    for (size_t i = 1; i + 1 < flat->n; i++) {
        if (flat->text[i] != '-' || !is_word(flat->text[i - 1]) || !is_cyrillic(flat->text[i + 1]))
            continue;
        size_t left = i - flat_word_start(flat, i), right = flat_word_end(flat, i + 1) - i - 1;
        bool ending = is_digit(flat->text[i - 1]) && right <= 2 && is_lower(flat->text[i + 1]) &&
                      !is_word(unit(flat, i + 1 + right));
        bool small = is_letter(flat->text[i - 1]) && (left <= 2 || right <= 2);
        if (ending || small)
            flat_replace(flat, "R12", i, 1, u"\u2011");
    }
}
