/* typo-ru-glue.c - short words stay with the next, particles with the one before (R13, R13b, R32). */
#include "typo-internal.h"

enum { MOST_GLUED = 2 }; /* words in a row, so that a line can still end */

/* R13b: б, бы, ж, же, ли, ль */
void
rule_particle(Flat *flat)
{
    for (size_t i = 1; i + 1 < flat->n; i++) {
        if (flat->text[i] != ' ' || !is_cyrillic(flat->text[i - 1]) ||
            !is_cyrillic(flat->text[i + 1]))
            continue;
        size_t end = flat_word_end(flat, i + 1);
        uint16_t behind = unit(flat, end);
        if (end - i <= 3 && !is_digit(behind) && !is_hyphen(behind) && behind != '.' &&
            flat_word_is(flat, i + 1, end, PARTICLE))
            flat_replace(flat, "R13", i, 1, u"\u00A0");
    }
}

/* «А» in the middle of a sentence is a letter of a list or a name. */
static bool
is_short_word(const Flat *flat, size_t start, size_t end)
{
    uint16_t before = unit(flat, start - 1);
    bool alone = start == 0 || is_space(before) || is_quote(before) || is_opening_bracket(before) ||
                 is_dash(before) || before == ELLIPSIS;
    if (!alone || end == start || end - start > 3 || !is_cyrillic(flat->text[start]))
        return false;
    if (end - start == 1 && is_upper(flat->text[start]) && !flat_begins_sentence(flat, start))
        return false;
    unsigned flags = flat->kind == FLAT_HEADING ? SHORT_WORD | SHORT_WORD_3 : SHORT_WORD;
    return flat_word_is(flat, start, end, flags);
}

static bool
may_follow(uint16_t c)
{
    return is_word(c) || is_opening_bracket(c) || is_quote(c) || c == NUMERO || c == SECTION_SIGN ||
           c == OBJECT || c == MINUS || c == '+' || c == ELLIPSIS;
}

/* R13: «в доме» */
void
rule_short_word(Flat *flat)
{
    int glued = 0;
    for (size_t i = 0; i + 1 < flat->n; i++) {
        uint16_t c = flat->text[i];
        if (!is_space(c))
            continue;
        size_t start = flat_word_start(flat, i);
        bool glue = c == ' ' && glued < MOST_GLUED && may_follow(flat->text[i + 1]) &&
                    is_short_word(flat, start, i);
        if (glue)
            flat_replace(flat, i - start == 3 ? "R32" : "R13", i, 1, u"\u00A0");
        glued = glue || is_fixed_space(c) ? glued + 1 : 0;
    }
}
