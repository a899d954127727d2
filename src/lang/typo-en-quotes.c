/* typo-en-quotes.c - apostrophes and single quotation marks (E1, E2). */
#include "typo-internal.h"

#include <string.h>

/* Whether the letters of a short word stand at `i`, in any case, and no letter behind them. */
static bool
word_at(const Flat *flat, size_t i, const char *word)
{
    for (; *word; word++, i++)
        if (unit(flat, i) != (uint16_t)*word && unit(flat, i) != (uint16_t)(*word - 'a' + 'A'))
            return false;
    return !is_word(unit(flat, i));
}

/* '90s, 'tis: the apostrophe stands for what is left out at the start of the word. */
static bool
is_elision(const Flat *flat, size_t i)
{
    static const char *const words[] = {"tis", "twas", "em", "til", "cause", "n"};
    if (is_digit(unit(flat, i + 1)) && is_digit(unit(flat, i + 2)))
        return word_at(flat, i + 3, "s");
    for (size_t word = 0; word < sizeof words / sizeof *words; word++)
        if (word_at(flat, i + 1, words[word]))
            return true;
    return false;
}

/* E2: between letters, or where letters are left out. */
void
rule_apostrophe(Flat *flat)
{
    for (size_t i = 0; i < flat->n; i++) {
        if (flat->text[i] != '\'')
            continue;
        uint16_t before = unit(flat, i - 1), behind = unit(flat, i + 1);
        bool inside = is_word(before) && is_letter(behind);
        bool elided = flat->language == LANGUAGE_ENGLISH && !is_word(before) && is_elision(flat, i);
        bool n_between =
            is_letter(before) && i >= 2 && unit(flat, i - 2) == APOSTROPHE; /* rock ’n’ roll */
        if (inside || elided || n_between)
            flat_replace(flat, "E2", i, 1, u"’");
    }
}

static bool
may_open(const Flat *flat, size_t i)
{
    uint16_t before = unit(flat, i - 1), behind = unit(flat, i + 1);
    bool free = before == 0 || is_space(before) || is_opening_bracket(before) || is_dash(before) ||
                (is_quote(before) && before != APOSTROPHE);
    return free && (is_word(behind) || is_quote(behind) || behind == ELLIPSIS);
}

static bool
may_close(const Flat *flat, size_t i)
{
    uint16_t before = unit(flat, i - 1), behind = unit(flat, i + 1);
    return before != 0 && !is_space(before) && !is_opening_bracket(before) && !is_word(behind);
}

/* The straight mark that closes what `open` opens, unless another opens before; `n` if there is none. */
static size_t
find_closing(const Flat *flat, size_t open)
{
    for (size_t i = open + 1; i < flat->n; i++) {
        if (flat->text[i] != '\'')
            continue;
        if (may_close(flat, i))
            return i;
        if (may_open(flat, i))
            break;
    }
    return flat->n;
}

/* E1: 'word' is ‘word’; a mark behind a letter that closes nothing is an apostrophe: dogs’. */
void
rule_single_quotes(Flat *flat)
{
    for (size_t i = 0; i < flat->n; i++) {
        if (flat->text[i] != '\'')
            continue;
        if (may_open(flat, i)) {
            size_t closing = find_closing(flat, i);
            if (closing == flat->n)
                continue;
            flat_replace(flat, "E1", i, 1, u"‘");
            flat_replace(flat, "E1", closing, 1, u"’");
            i = closing;
        } else if (may_close(flat, i) && is_letter(unit(flat, i - 1))) {
            flat_replace(flat, "E2", i, 1, u"’");
        }
    }
}
