/* typo-ru-dash.c - the dash of Russian sentences (R5, R6, R7). */
#include "typo-internal.h"

/* The end of a dash typed as one to three hyphens or one dash; `i` if there is none. */
static size_t
dash_end(const Flat *flat, size_t i)
{
    if (is_dash(unit(flat, i)))
        return i + 1;
    size_t end = i;
    while (end < i + 3 && is_hyphen(unit(flat, end)))
        end++;
    return end;
}

static bool
is_single_latin(const Flat *flat, size_t start, size_t end)
{
    return end - start == 1 && is_latin(flat->text[start]);
}

/* «x - y», «10 - 3»: a minus, or nobody knows. */
static bool
is_formula(const Flat *flat, size_t before, size_t behind)
{
    if (is_digit(unit(flat, before - 1)) && is_digit(unit(flat, behind)))
        return true;
    return flat_in_equation(flat, before) ||
           is_single_latin(flat, flat_word_start(flat, before), before) ||
           is_single_latin(flat, behind, flat_word_end(flat, behind));
}

static bool
may_follow_dash(uint16_t c)
{
    return is_word(c) || is_quote(c) || is_opening_bracket(c) || c == ELLIPSIS || c == OBJECT ||
           c == NUMERO || c == SECTION_SIGN || c == MINUS;
}

/* In a bibliographic record «. – » parts the areas: the dash stays as it is, a hyphen is a short dash. */
static const uint16_t *
dash_in_sentence(const Flat *flat, uint16_t sign)
{
    bool record = flat->kind == FLAT_REFERENCE && sign != EM_DASH;
    return record ? u"\u00A0– " : u"\u00A0— ";
}

/* R5: «Москва - столица» is «Москва·— столица»; between numbers only the spaces of a dash are set. */
void
rule_dash(Flat *flat)
{
    for (size_t i = 1, end; i + 1 < flat->n; i = end) {
        end = dash_end(flat, i);
        if (end == i) {
            end++;
            continue;
        }
        size_t before = flat_skip_space_back(flat, i), behind = flat_skip_space(flat, end);
        if (before == i || behind == end || before == 0 || !may_follow_dash(unit(flat, behind)) ||
            unit(flat, before - 1) == '\n')
            continue;
        bool formula = is_formula(flat, before, behind);
        if (!formula)
            flat_replace(flat, "R5", before, behind - before,
                         dash_in_sentence(flat, flat->text[i]));
        else if (is_dash(flat->text[i]))
            flat_replace(flat, "R5", before, i - before, u"\u00A0");
    }
}

/* R6: «- Да» at the start of a paragraph. */
void
rule_speech_dash(Flat *flat)
{
    size_t end = dash_end(flat, 0), behind = flat_skip_space(flat, end);
    if (end == 0)
        return;
    uint16_t next = unit(flat, behind);
    bool spaced = behind > end && may_follow_dash(next);
    bool closed = behind == end && is_dash(flat->text[0]) && (is_letter(next) || is_quote(next));
    if (spaced || closed)
        flat_replace(flat, "R6", 0, behind, u"—\u00A0");
}

/* R5: «слово —слово», «слово— слово»: the missing space. Closed up behind a comma or point the dash is an
 * old manner (R7), between words a range (R11): both stay. */
void
rule_one_sided_dash(Flat *flat)
{
    for (size_t i = 1; i + 1 < flat->n; i++) {
        if (!is_dash(flat->text[i]))
            continue;
        uint16_t before = flat->text[i - 1], behind = flat->text[i + 1];
        bool left = before == ' ' || before == NO_BREAK_SPACE, right = behind == ' ';
        if (left && (is_letter(behind) || is_quote(behind)) &&
            !is_single_latin(flat, i + 1, flat_word_end(flat, i + 1)))
            flat_replace(flat, "R5", i - 1, 2, u"\u00A0— ");
        else if (right && (is_letter(before) || is_quote(before) || is_closing_bracket(before)))
            flat_replace(flat, "R5", i, 2, u"\u00A0— ");
    }
}
