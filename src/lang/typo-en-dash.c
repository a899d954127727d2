/* typo-en-dash.c - the dash of English sentences (E4): a closed em dash, in Britain a spaced en dash. */
#include "typo-internal.h"

static size_t
hyphens_end(const Flat *flat, size_t i)
{
    size_t end = i;
    while (end < i + 3 && unit(flat, end) == '-')
        end++;
    return end;
}

static bool
is_single_letter(const Flat *flat, size_t start, size_t end)
{
    return end - start == 1 && is_letter(flat->text[start]) && flat->text[start] != 'I' &&
           flat->text[start] != 'a';
}

/* Between words; not "x - y", not "10 - 3", not behind the point of a record. */
static bool
parts_words(const Flat *flat, size_t before, size_t behind)
{
    uint16_t left = unit(flat, before - 1), right = unit(flat, behind);
    bool left_ends = is_word(left) || is_quote(left) || is_closing_bracket(left) || left == '%' ||
                     left == OBJECT || left == '!' || left == '?';
    bool right_begins =
        is_word(right) || is_quote(right) || is_opening_bracket(right) || right == OBJECT;
    bool numbers = is_digit(left) && is_digit(right);
    return left_ends && right_begins && !numbers && !flat_in_equation(flat, before) &&
           !is_single_letter(flat, flat_word_start(flat, before), before) &&
           !is_single_letter(flat, behind, flat_word_end(flat, behind));
}

void
rule_english_dash(Flat *flat)
{
    const uint16_t *dash = flat->british ? u"\u00A0– " : u"—";
    if (flat->kind == FLAT_REFERENCE)
        return;
    for (size_t i = 1, end; i + 1 < flat->n; i = end) {
        end = is_dash(flat->text[i]) ? i + 1 : hyphens_end(flat, i);
        if (end == i) {
            end++;
            continue;
        }
        size_t before = flat_skip_space_back(flat, i), behind = flat_skip_space(flat, end);
        bool spaced = before < i && behind > end;
        bool typed_closed = before == i && behind == end && end - i > 1; /* word--word */
        if ((spaced || typed_closed) && parts_words(flat, before, behind))
            flat_replace(flat, "E4", before, behind - before, dash);
    }
}
