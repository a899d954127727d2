/* typo-number.c - numbers with their units, signs and months; groups of digits (R18-R21, R27, E7, E8, E13). */
#include "typo-internal.h"

static bool
is_russian(const Flat *flat)
{
    return flat->language == LANGUAGE_RUSSIAN;
}

/* «г», «в» are a year and a century only with their point; «5 в Москве» holds a preposition. */
static bool
is_unit_word(const Flat *flat, size_t start, size_t end, bool roman)
{
    if (!roman && flat_word_is(flat, start, end, UNIT))
        return true;
    if (flat_word_is(flat, start, end, YEAR))
        return end - start > 2 || unit(flat, end) == '.';
    return !roman && flat_word_is(flat, start, end, MONTH);
}

/* Typed on to its number without a space it must be beyond doubt: «5кг», «2026г.», «XVIIIв.» */
static bool
is_sure_unit(const Flat *flat, size_t number, size_t start, size_t end, bool roman)
{
    bool year = (roman || start - number == 4) && end - start <= 2 && unit(flat, end) == '.' &&
                flat_word_is(flat, start, end, YEAR);
    return year ||
           (!roman && flat_word_is(flat, start, end, UNIT_TYPED_ON) && !is_word(unit(flat, end)));
}

static const char *
unit_rule(const Flat *flat, size_t start, size_t end)
{
    if (!is_russian(flat))
        return flat_word_is(flat, start, end, MONTH) ? "E13" : "E8";
    return flat_word_is(flat, start, end, UNIT) ? "R18" : "R27";
}

static void
set_unit(Flat *flat, size_t number, size_t end, bool roman)
{
    size_t start = flat_skip_space(flat, end), word = flat_word_end(flat, start);
    bool elided = is_apostrophe(unit(flat, word)) && is_letter(unit(flat, word + 1)); /* l’été */
    if (word == start || elided || is_hyphen(unit(flat, word)))
        return;
    const char *rule = unit_rule(flat, start, word);
    if (start == end) {
        if (is_russian(flat) && is_sure_unit(flat, number, start, word, roman))
            flat_replace(flat, "R18", end, 0, u"\u00A0");
    } else if (flat->text[end] == ' ' && is_unit_word(flat, start, word, roman)) {
        flat_replace(flat, rule, end, 1, u"\u00A0");
    }
}

/* R18, R27, E8, E13: 5 kg, 12 мая, XVIII в. */
void
rule_unit(Flat *flat)
{
    for (size_t i = 0; i + 1 < flat->n; i++) {
        uint16_t c = flat->text[i], before = unit(flat, i - 1);
        if (is_digit(c) && !is_letter(before)) {
            size_t end = flat_number_end(flat, i);
            set_unit(flat, i, end, false);
            i = end - 1;
        } else if (is_roman(c) && is_russian(flat) && !is_word(before)) {
            size_t end = i;
            while (is_roman(unit(flat, end)))
                end++;
            /* Typed on, the word goes on: XVIIIв. */
            bool roman = is_cyrillic(unit(flat, end)) || flat_roman_start(flat, end) == i;
            if (roman)
                set_unit(flat, i, end, true);
            i = end - 1;
        }
    }
}

/* E13: May 12, 2026 */
void
rule_month_and_day(Flat *flat)
{
    for (size_t i = 3; i + 1 < flat->n; i++) {
        if (flat->text[i] != ' ' || !is_digit(flat->text[i + 1]) || !is_lower(flat->text[i - 1]))
            continue;
        size_t start = flat_word_start(flat, i), end = flat_number_end(flat, i + 1);
        if (end - i <= 3 && is_upper(flat->text[start]) && flat_word_is(flat, start, i, MONTH))
            flat_replace(flat, "E13", i, 1, u"\u00A0");
    }
}

/* R19: 5 %; E7: 5%. The sign in «5%-ный» stays. */
void
rule_percent(Flat *flat)
{
    for (size_t i = 1; i < flat->n; i++) {
        if (flat->text[i] != '%' && flat->text[i] != 0x2030)
            continue;
        size_t end = flat_skip_space_back(flat, i);
        if (!is_digit(unit(flat, end - 1)) || is_hyphen(unit(flat, i + 1)) ||
            is_word(unit(flat, i + 1)))
            continue;
        if (is_russian(flat))
            flat_replace(flat, "R19", end, i - end, u"\u202F");
        else
            flat_replace(flat, "E7", end, i - end, u"");
    }
}

/* R20: 20 °C with a thin space, 10° closed up; in English only no break. */
void
rule_degree(Flat *flat)
{
    for (size_t i = 1; i < flat->n; i++) {
        size_t number = flat_skip_space_back(flat, i), scale = flat_skip_space(flat, i + 1);
        uint16_t letter = unit(flat, scale);
        if (flat->text[i] != 0xB0 || !is_digit(unit(flat, number - 1)))
            continue;
        bool temperature =
            (letter == 'C' || letter == u'С' || letter == 'F') && !is_word(unit(flat, scale + 1));
        if (!is_russian(flat)) {
            if (unit(flat, number) == ' ')
                flat_replace(flat, "E8", number, 1, u"\u00A0");
            continue;
        }
        flat_replace(flat, "R20", number, i - number, temperature ? u"\u202F" : u"");
        if (temperature)
            flat_replace(flat, "R20", i + 1, scale - i - 1, u"");
    }
}

/* A quantity is followed by the name of what is counted: a small word, not «г. Москва». */
static bool
counts_something(const Flat *flat, size_t end)
{
    size_t next = flat_skip_space(flat, end);
    size_t word = flat_word_end(flat, next);
    uint16_t sign = unit(flat, next);
    if (next > end && (sign == '%' || sign == 0x20BD || sign == '$' || sign == 0x20AC))
        return true;
    return next > end && word > next && is_cyrillic(sign) && is_lower(sign) &&
           !is_hyphen(unit(flat, word)) &&
           !(flat_word_is(flat, next, word, BEFORE_NAME | YEAR) && unit(flat, word) == '.');
}

static bool
is_counted(const Flat *flat, size_t start)
{
    uint16_t before = unit(flat, start - 1);
    size_t space = flat_skip_space_back(flat, start);
    bool free = start == 0 || is_space(before) || is_opening_bracket(before);
    return free && unit(flat, space - 1) != NUMERO && !is_digit(unit(flat, space - 1)) &&
           unit(flat, space - 1) != '+' &&
           !flat_follows_word(flat, start, CODE_NAME | PHONE | STANDARD);
}

/* R21: 1 302 569 with thin spaces, from five digits on and only for what is counted: not years, codes,
 * postal codes. */
void
rule_digit_groups(Flat *flat)
{
    for (size_t i = 0, end; i < flat->n; i = end) {
        end = i + 1;
        if (!is_digit(flat->text[i]) || is_word(unit(flat, i - 1)))
            continue;
        size_t groups = flat_digit_groups_end(flat, i);
        end = flat_number_end(flat, i);
        if (!is_counted(flat, i))
            continue;
        if (groups > i) {
            for (size_t space = i; space < groups && counts_something(flat, groups); space++)
                if (flat->text[space] == ' ' || flat->text[space] == NO_BREAK_SPACE)
                    flat_replace(flat, "R21", space, 1, u"\u202F");
            end = groups;
            continue;
        }
        size_t whole = i;
        while (is_digit(unit(flat, whole)))
            whole++;
        bool plain = whole == end && whole - i >= 5 && whole - i <= 12 && flat->text[i] != '0';
        for (size_t place = i + 1; plain && counts_something(flat, end) && place < end; place++)
            if ((end - place) % 3 == 0)
                flat_replace(flat, "R21", place, 0, u"\u202F");
    }
}
