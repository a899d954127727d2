/* typo-common.c - rules of spaces and signs that Russian and English share. */
#include "typo-internal.h"

/* R34, E11: double spaces, tabs, line ends are one space; a no-break space among them prevails. */
void
rule_double_spaces(Flat *flat)
{
    for (size_t i = 0, end; i < flat->n; i = end) {
        bool fixed_space = false;
        end = i;
        while (is_blank(unit(flat, end)) || unit(flat, end) == NO_BREAK_SPACE)
            fixed_space |= flat->text[end++] == NO_BREAK_SPACE;
        if (end == i) {
            end++;
            continue;
        }
        if (flat->kind == FLAT_VERSE && i == 0)
            continue;
        uint16_t before = unit(flat, i - 1);
        bool sentence = before == '.' || before == '!' || before == '?';
        const char *rule = flat->language == LANGUAGE_ENGLISH && sentence ? "E11" : "R34";
        flat_replace(flat, rule, i, end - i, fixed_space ? u"\u00A0" : u" ");
    }
}

/* A bibliographic record has spaces before its colons and semicolons («Москва : Наука»). */
static bool
looks_like_record(const Flat *flat)
{
    if (flat->kind == FLAT_REFERENCE)
        return true;
    for (size_t i = 1; i + 1 < flat->n; i++) {
        uint16_t c = flat->text[i];
        bool slash = c == '/' && is_space(flat->text[i - 1]) && !is_word(flat->text[i + 1]);
        bool area = is_dash(c) && is_space(flat->text[i - 1]) && unit(flat, i - 2) == '.';
        if (slash || area)
            return true;
    }
    return false;
}

static bool
ends_like_text(uint16_t c)
{
    return is_word(c) || is_closing_bracket(c) || is_quote(c) || c == '%' || c == '.' ||
           c == OBJECT;
}

/* R3: no space before a mark. Left alone: a point or comma that begins something (".NET", ",5"), an
 * ellipsis, ratios, records. */
void
rule_space_before_mark(Flat *flat)
{
    bool record = looks_like_record(flat);
    for (size_t i = 1; i + 1 < flat->n; i++) {
        uint16_t mark = flat->text[i + 1], behind = unit(flat, i + 2);
        if (flat->text[i] != ' ' || !ends_like_text(flat->text[i - 1]))
            continue;
        bool closed =
            behind == 0 || is_space(behind) || is_quote(behind) || is_closing_bracket(behind);
        bool stop = mark == ',' || mark == '.' || mark == '!' || mark == '?';
        bool colon = (mark == ';' || mark == ':') && !record && !is_digit(flat->text[i - 1]);
        if (closed && (stop || colon))
            flat_replace(flat, "R3", i, 1, u"");
    }
}

static bool
opens(const Flat *flat, uint16_t c)
{
    bool quote = flat->language == LANGUAGE_ENGLISH ? c == 0x201C : c == 0x201E || c == 0xAB;
    return c == '(' || c == '[' || quote;
}

/* The same sign opens quotes in English, which may stand in a Russian text. */
static bool
low_quote_is_open(const Flat *flat, size_t at)
{
    while (at-- > 0)
        if (flat->text[at] == 0x201E || flat->text[at] == 0x201C)
            return flat->text[at] == 0x201E;
    return false;
}

static bool
closes(const Flat *flat, size_t at)
{
    uint16_t c = flat->text[at];
    if (c == ')' || c == ']')
        return true;
    if (flat->language == LANGUAGE_ENGLISH)
        return c == 0x201D;
    return c == 0xBB || (c == 0x201C && low_quote_is_open(flat, at));
}

/* R3: no space inside brackets and quotes; empty ones keep theirs. */
void
rule_space_in_brackets(Flat *flat)
{
    for (size_t i = 1; i + 1 < flat->n; i++) {
        if (flat->text[i] != ' ')
            continue;
        uint16_t before = flat->text[i - 1], behind = flat->text[i + 1];
        bool inside_left = opens(flat, before) && (is_word(behind) || opens(flat, behind));
        bool inside_right = closes(flat, i + 1) && ends_like_text(before);
        if (inside_left || inside_right)
            flat_replace(flat, "R3", i, 1, u"");
    }
}

/* R25: an ellipsis is one sign; behind ? and ! two points are left of it in Russian. */
void
rule_ellipsis(Flat *flat)
{
    bool russian = flat->language == LANGUAGE_RUSSIAN;
    for (size_t i = 0, end; i < flat->n; i = end) {
        end = i + 1;
        uint16_t c = flat->text[i], before = unit(flat, i - 1);
        bool behind_mark = russian && (before == '?' || before == '!');
        if (c == ELLIPSIS && behind_mark && unit(flat, end) != '.')
            flat_replace(flat, "R25", i, 1, u"..");
        if (c != '.')
            continue;
        while (unit(flat, end) == '.')
            end++;
        if (end - i == 3 && before != ELLIPSIS)
            flat_replace(flat, "R25", i, 3, behind_mark ? u".." : u"…");
    }
}

/* Whether the flat is a number and nothing else: a cell of a table. */
static bool
is_number_alone(const Flat *flat, size_t minus)
{
    size_t end = flat_number_end(flat, minus + 1);
    size_t sign = flat_skip_space(flat, end);
    if (unit(flat, sign) == '%')
        end = sign + 1;
    return minus == 0 && end == flat->n;
}

/* R23: the minus before a number. A hyphen at the start of a paragraph may be a list's, one behind a
 * number a range's, one before a year a dash. */
void
rule_minus(Flat *flat)
{
    for (size_t i = 0; i + 1 < flat->n; i++) {
        if (flat->text[i] != '-' || !is_digit(flat->text[i + 1]))
            continue;
        uint16_t before = unit(flat, i - 1);
        size_t end = flat_number_end(flat, i + 1), word = flat_skip_space_back(flat, i);
        bool small = end - i - 1 <= 3 || unit(flat, i + 2) == ',' || unit(flat, i + 2) == '.';
        bool free = i > 0 && (is_space(before) || is_opening_bracket(before) || before == '=') &&
                    !is_digit(unit(flat, word - 1)) && unit(flat, word - 1) != '.';
        bool closed = !is_hyphen(unit(flat, end)) && !is_letter(unit(flat, end));
        if ((free && small && closed) || is_number_alone(flat, i))
            flat_replace(flat, "R23", i, 1, u"−");
    }
}
