/* break-formula.c - signs between numbers and variables, and numbers before what they count, at the end of a line.
 * A Russian line that ended in a formula would repeat the sign at the start of the next: nothing may be added here, so
 * a line ends behind a sign only where all else is worse, and before one never. Numbers stay with their names (R27). */
#include "break-internal.h"
#include "chars-internal.h"
#include "lexicon-internal.h"

/* Letters of a name that a number counts, at least: shorter words are prepositions, articles and the like. */
enum { SHORTEST_NAME = 4, SHORTEST_RUSSIAN_NAME = 3 };

static bool
is_relation(uint16_t c)
{
    return c == '=' || c == '<' || c == '>' || (c >= 0x2190 && c < 0x2200) ||
           (c >= 0x2208 && c <= 0x220D) || c == 0x221D || (c >= 0x223C && c < 0x2290);
}

/* Of the mathematical operators those that are operands or stand before one: quantifiers, sums, products, roots,
 * integrals, angles, infinity, the empty set. */
static bool
is_operand_sign(uint16_t c)
{
    return c < 0x2208 || (c >= 0x220E && c <= 0x2211) || (c >= 0x221A && c <= 0x221C) ||
           (c >= 0x221E && c <= 0x2222) || (c >= 0x222B && c <= 0x2235) || c == 0x22A4 ||
           (c >= 0x22BE && c <= 0x22C3) || (c >= 0x22EE && c <= 0x22F1);
}

static bool
is_binary_sign(uint16_t c)
{
    return is_relation(c) || c == '+' || c == 0xB1 || c == 0xB7 || c == 0xD7 || c == 0xF7 ||
           (c >= 0x2200 && c < 0x2300 && !is_operand_sign(c));
}

/* In prose they are punctuation. */
static bool
is_doubtful_sign(uint16_t c)
{
    return c == ':' || c == '/';
}

/* The end of a number, a variable, a closing bracket. */
static bool
ends_operand(const uint16_t *text, size_t end)
{
    uint16_t last = end > 0 ? text[end - 1] : 0;
    bool variable = is_lower(last) && (end == 1 || !is_word(text[end - 2]));
    return is_digit(last) || is_closing_bracket(last) || variable;
}

static bool
begins_operand(const uint16_t *text, size_t n, size_t at)
{
    if (at >= n)
        return false;
    bool variable = is_lower(text[at]) && (at + 1 == n || !is_letter(text[at + 1]));
    bool negative = text[at] == MINUS && at + 1 < n && is_word(text[at + 1]);
    return is_digit(text[at]) || is_opening_bracket(text[at]) || variable || negative;
}

/* The sign at `sign`, with a space on either side. */
static bool
joins_operands(const uint16_t *text, size_t n, size_t sign)
{
    return sign > 0 && ends_operand(text, sign - 1) && begins_operand(text, n, sign + 2);
}

bool
break_is_before_sign(const uint16_t *text, size_t n, size_t at)
{
    if (at == 0 || at + 1 >= n || !is_space(text[at + 1]))
        return false;
    return is_binary_sign(text[at]) || (is_doubtful_sign(text[at]) && joins_operands(text, n, at));
}

static DgBreakKind
behind_sign(const uint16_t *text, size_t n, size_t at)
{
    size_t sign = at - 2;
    if (sign == 0 || !is_space(text[sign - 1]) || !joins_operands(text, n, sign))
        return DG_BREAK_NONE;
    return is_relation(text[sign]) ? DG_BREAK_BEHIND_2 : DG_BREAK_BEHIND_1;
}

/* Digits that stand for themselves: no «Т-34», and no year, which counts nothing. */
static bool
is_number(const uint16_t *text, size_t end)
{
    size_t start = end;
    while (start > 0 && !is_space(text[start - 1]) && !is_letter(text[start - 1]))
        start--;
    bool year = end - start == 4 && (text[start] == '1' || text[start] == '2');
    return !year && (start == 0 || is_space(text[start - 1]));
}

static DgBreakKind
behind_number(const uint16_t *text, size_t n, size_t at)
{
    size_t end = at;
    while (end < n && is_letter(text[end]))
        end++;
    bool russian = is_cyrillic(text[at]);
    bool name = is_lower(text[at]) &&
                end - at >= (size_t)(russian ? SHORTEST_RUSSIAN_NAME : SHORTEST_NAME) &&
                !lexicon_is(text + at, end - at, SHORT_WORD_3);
    return name && is_number(text, at - 1) ? DG_BREAK_BEHIND_2 : DG_BREAK_NONE;
}

DgBreakKind
break_in_formula(const uint16_t *text, size_t n, size_t at)
{
    if (at < 2 || at >= n)
        return DG_BREAK_NONE;
    uint16_t before = text[at - 2];
    if (is_binary_sign(before) || is_doubtful_sign(before))
        return behind_sign(text, n, at);
    return is_digit(before) ? behind_number(text, n, at) : DG_BREAK_NONE;
}
