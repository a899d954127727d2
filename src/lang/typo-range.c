/* typo-range.c - ranges of numbers: an en dash, closed up (R9, E5); approximate pairs (R10).
 * A hyphen between two numbers may also be part of a code, a score, a telephone number or a model's name:
 * it is changed only where nothing speaks for those, and never where the second number is the less. */
#include "typo-internal.h"

/* Two numbers with a sign between them. */
typedef struct {
    size_t start, left_end, right,
        end; /* the left one is [start, left_end), the right one [right, end) */
    bool spaced;
    uint16_t sign;
} Range;

enum { TOO_LONG = 9 };

static bool
is_plain(const Flat *flat, size_t from, size_t to)
{
    for (; from < to; from++)
        if (!is_digit(flat->text[from]))
            return false;
    return true;
}

static long
value(const Flat *flat, size_t from, size_t to)
{
    long sum = 0;
    for (; from < to && is_digit(flat->text[from]); from++)
        sum = 10 * sum + (flat->text[from] - '0');
    return sum;
}

static bool
is_time(const Flat *flat, size_t from, size_t to)
{
    return (to - from == 4 || to - from == 5) && flat->text[to - 3] == ':';
}

/* One point or comma, and at most two figures behind it. Returns their number, 0 for a whole number, -1
 * for what is no decimal. */
static int
decimals(const Flat *flat, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++)
        if (!is_digit(flat->text[i]))
            return is_plain(flat, i + 1, to) && to - i <= 3 && flat->text[i] != ':'
                       ? (int)(to - i - 1)
                       : -1;
    return 0;
}

static bool
is_year(const Flat *flat, size_t from, size_t to)
{
    return is_plain(flat, from, to) && to - from == 4 && value(flat, from, to) >= 1000 &&
           value(flat, from, to) <= 2100;
}

/* 1995-97 */
static bool
is_short_year(const Flat *flat, const Range *range)
{
    return is_year(flat, range->start, range->left_end) && range->end - range->right == 2 &&
           is_plain(flat, range->right, range->end) &&
           value(flat, range->right, range->end) > value(flat, range->start, range->left_end) % 100;
}

static bool
ascends(const Flat *flat, const Range *range)
{
    size_t left = range->left_end - range->start, right = range->end - range->right;
    if (left > TOO_LONG || right > TOO_LONG)
        return false;
    if (is_time(flat, range->start, range->left_end) && is_time(flat, range->right, range->end))
        return true;
    if (is_short_year(flat, range))
        return true;
    if ((flat->text[range->start] == '0' && left > 1) ||
        (flat->text[range->right] == '0' && right > 1))
        return false;
    long a = value(flat, range->start, range->left_end), b = value(flat, range->right, range->end);
    int decimals_left = decimals(flat, range->start, range->left_end);
    int decimals_right = decimals(flat, range->right, range->end);
    if (decimals_left < 0 || decimals_right < 0 || (decimals_left > 0) != (decimals_right > 0))
        return false;
    bool far_apart = a >= 1000 && b - a >= 1000; /* 1234-5678 is a number of something */
    return decimals_left > 0 ? a <= b : a < b && !far_apart;
}

/* What stands before: neither a code's name nor a sign that joins the number to something. */
static bool
starts_freely(const Flat *flat, size_t start)
{
    uint16_t before = unit(flat, start - 1);
    bool free = start == 0 || is_space(before) || is_opening_bracket(before) || is_quote(before);
    size_t space = flat_skip_space_back(flat, start);
    return free && unit(flat, space - 1) != NUMERO &&
           !flat_follows_word(flat, start, CODE_NAME | STANDARD | PHONE);
}

/* What stands behind: the end of the word, or an ending as in «1990-2000-е». */
static bool
ends_freely(const Flat *flat, size_t end)
{
    uint16_t behind = unit(flat, end);
    if (is_hyphen(behind)) {
        size_t ending = flat_word_end(flat, end + 1);
        return ending > end + 1 && ending - end <= 3 && is_cyrillic(unit(flat, end + 1)) &&
               is_lower(unit(flat, end + 1)) && !is_word(unit(flat, ending));
    }
    if (behind == '=' || behind == '+' || behind == '*' || behind == '/' || is_dash(behind))
        return false;
    return !is_word(behind);
}

/* Boeing 737-800: a name with a large number. */
static bool
is_model(const Flat *flat, const Range *range)
{
    if (range->left_end - range->start < 3 || is_year(flat, range->start, range->left_end))
        return false;
    size_t end = flat_skip_space_back(flat, range->start), start = flat_word_start(flat, end);
    return start < end && is_upper(flat->text[start]) &&
           !flat_word_is(flat, start, end, BEFORE_NUMBER | MONTH);
}

/* A unit, month or per cent sign behind, «с.» or "pp." before, or a span of years: surely a range. */
static bool
is_evident(const Flat *flat, const Range *range)
{
    size_t next = flat_skip_space(flat, range->end);
    uint16_t sign = unit(flat, next);
    if (sign == '%' || sign == 0x2030 || sign == 0xB0)
        return true;
    if (flat_word_is(flat, next, flat_word_end(flat, next), UNIT | MONTH | YEAR) ||
        flat_follows_word(flat, range->start, BEFORE_NUMBER))
        return true;
    return is_year(flat, range->start, range->left_end) &&
           (is_year(flat, range->right, range->end) || is_short_year(flat, range)) &&
           (!range->spaced || unit(flat, range->start - 1) == '(' || unit(flat, range->end) == ')');
}

/* R10: «2-3 дня», two or three. */
static bool
is_approximate(const Flat *flat, const Range *range)
{
    return flat->language == LANGUAGE_RUSSIAN && !range->spaced && is_hyphen(range->sign) &&
           is_plain(flat, range->start, range->left_end) &&
           is_plain(flat, range->right, range->end) &&
           value(flat, range->right, range->end) ==
               value(flat, range->start, range->left_end) + 1 &&
           !is_evident(flat, range);
}

static void
set_range(Flat *flat, const Range *range)
{
    bool closed_dash = !range->spaced && is_dash(range->sign);
    if (!starts_freely(flat, range->start) || !ends_freely(flat, range->end))
        return;
    if (!closed_dash && (!ascends(flat, range) || is_model(flat, range)))
        return;
    if (range->spaced && !is_evident(flat, range))
        return;
    const char *rule = flat->language == LANGUAGE_RUSSIAN ? "R9" : "E5";
    if (is_approximate(flat, range))
        flat_replace(flat, "R10", range->left_end, 1, u"\u2011");
    else
        flat_replace(flat, rule, range->left_end, range->right - range->left_end, u"–");
}

/* XVIII-XIX вв. */
static void
set_roman_range(Flat *flat, size_t sign)
{
    size_t start = flat_roman_start(flat, sign), end = sign + 1;
    while (is_roman(unit(flat, end)))
        end++;
    bool roman = start < sign && flat_roman_start(flat, end) == sign + 1 && end > sign + 1;
    bool alone = !is_hyphen(unit(flat, start - 1)) && !is_hyphen(unit(flat, end));
    bool evident = sign - start > 1 || end - sign > 2 ||
                   flat_follows_word(flat, start, BEFORE_NUMBER) ||
                   flat_word_is(flat, flat_skip_space(flat, end),
                                flat_word_end(flat, flat_skip_space(flat, end)), YEAR);
    if (roman && alone && evident)
        flat_replace(flat, flat->language == LANGUAGE_RUSSIAN ? "R9" : "E5", sign, 1, u"–");
}

void
rule_range(Flat *flat)
{
    for (size_t i = 1; i + 1 < flat->n; i++) {
        uint16_t sign = flat->text[i];
        if (!is_hyphen(sign) && !is_dash(sign))
            continue;
        Range range = {.left_end = flat_skip_space_back(flat, i),
                       .right = flat_skip_space(flat, i + 1),
                       .sign = sign};
        range.spaced = range.left_end < i && range.right > i + 1;
        if (!range.spaced && (range.left_end < i || range.right > i + 1))
            continue;
        range.start = flat_number_start(flat, range.left_end);
        range.end = flat_number_end(flat, range.right);
        if (range.start < range.left_end && range.end > range.right)
            set_range(flat, &range);
        else if (!range.spaced)
            set_roman_range(flat, i);
    }
}
