/* typo-scan.c - words and numbers of a flat, forwards and backwards. */
#include "typo-internal.h"

size_t
flat_word_start(const Flat *flat, size_t end)
{
    while (end > 0 && is_letter(flat->text[end - 1]))
        end--;
    return end;
}

size_t
flat_word_end(const Flat *flat, size_t start)
{
    while (start < flat->n && is_letter(flat->text[start]))
        start++;
    return start;
}

bool
flat_word_is(const Flat *flat, size_t start, size_t end, unsigned flags)
{
    return lexicon_is(flat->text + start, end - start, flags);
}

static bool
is_number_mark(uint16_t c)
{
    return c == '.' || c == ',' || c == ':';
}

size_t
flat_number_start(const Flat *flat, size_t end)
{
    size_t i = end;
    while (is_digit(unit(flat, i - 1)) ||
           (i < end && is_number_mark(unit(flat, i - 1)) && is_digit(unit(flat, i - 2))))
        i--;
    return i;
}

size_t
flat_number_end(const Flat *flat, size_t start)
{
    size_t i = start;
    while (is_digit(unit(flat, i)) ||
           (i > start && is_number_mark(unit(flat, i)) && is_digit(unit(flat, i + 1))))
        i++;
    return i;
}

/* Tens of X, then one to nine: I … IX. */
static bool
is_roman_number(const uint16_t *text, size_t n)
{
    static const char *const ones[] = {"", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"};
    size_t tens = 0;
    while (tens < n && tens < 3 && text[tens] == 'X')
        tens++;
    for (size_t one = 0; n > 0 && one < sizeof ones / sizeof *ones; one++) {
        size_t i = 0;
        while (ones[one][i] && tens + i < n && text[tens + i] == (uint16_t)ones[one][i])
            i++;
        if (ones[one][i] == '\0' && tens + i == n)
            return true;
    }
    return false;
}

size_t
flat_roman_start(const Flat *flat, size_t end)
{
    size_t start = end;
    while (is_roman(unit(flat, start - 1)))
        start--;
    bool whole = !is_word(unit(flat, start - 1)) && !is_word(unit(flat, end));
    return whole && is_roman_number(flat->text + start, end - start) ? start : end;
}

size_t
flat_skip_space(const Flat *flat, size_t i)
{
    return is_space(unit(flat, i)) ? i + 1 : i;
}

size_t
flat_skip_space_back(const Flat *flat, size_t i)
{
    return i > 0 && is_space(unit(flat, i - 1)) ? i - 1 : i;
}

bool
flat_follows_word(const Flat *flat, size_t at, unsigned flags)
{
    while (at > 0 && is_space(flat->text[at - 1]))
        at--;
    if (at > 0 && (flat->text[at - 1] == '.' || flat->text[at - 1] == ':'))
        at--;
    return flat_word_is(flat, flat_word_start(flat, at), at, flags);
}

bool
flat_begins_sentence(const Flat *flat, size_t at)
{
    while (at > 0 && (is_space(flat->text[at - 1]) || is_quote(flat->text[at - 1]) ||
                      is_opening_bracket(flat->text[at - 1]) || is_dash(flat->text[at - 1])))
        at--;
    uint16_t before = unit(flat, at - 1);
    return at == 0 || before == '.' || before == '!' || before == '?' || before == ELLIPSIS ||
           before == ':';
}

size_t
flat_digit_groups_end(const Flat *flat, size_t start)
{
    size_t end = start;
    while (is_digit(unit(flat, end)))
        end++;
    if (end - start > 3)
        return start;
    int groups = 0;
    while (is_space(unit(flat, end)) && is_digit(unit(flat, end + 1)) &&
           is_digit(unit(flat, end + 2)) && is_digit(unit(flat, end + 3)) &&
           !is_word(unit(flat, end + 4))) {
        end += 4;
        groups++;
    }
    bool more_digits = is_space(unit(flat, end)) && is_digit(unit(flat, end + 1));
    return groups >= 1 && groups <= 3 && !more_digits && flat->text[start] != '0' ? end : start;
}

bool
flat_in_equation(const Flat *flat, size_t at)
{
    enum { REACH = 40 };
    for (size_t i = at; i > 0 && at - i < REACH; i--) {
        uint16_t c = flat->text[i - 1];
        if (c == '=')
            return true;
        if (c == ';' || c == '!' || c == '?' || (c == '.' && is_space(flat->text[i])))
            break;
    }
    return false;
}
