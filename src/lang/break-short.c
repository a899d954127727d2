/* break-short.c - Russian prepositions and conjunctions, «не» and «ни», and years at the end of a line (R13, R13a).
 * The typographic pass glues most of them to the next word with a no-break space. Held without exception they would
 * make wide spaces in narrow columns, hence the grades. A particle is held to the word before it (R13b), a dash,
 * too (R5). */
#include "break-internal.h"
#include "chars-internal.h"
#include "lexicon-internal.h"

enum { LONGEST = 3 };

static bool
stands_alone(const uint16_t *text, size_t start)
{
    if (start == 0)
        return true;
    uint16_t before = text[start - 1];
    return is_space(before) || is_quote(before) || is_opening_bracket(before) || is_dash(before) ||
           before == ELLIPSIS;
}

/* What a short word may lean on: no particle, no dash. */
static bool
may_follow(const uint16_t *text, size_t n, size_t at)
{
    size_t end = at;
    while (end < n && is_letter(text[end]))
        end++;
    if (end > at)
        return !lexicon_is(text + at, end - at, PARTICLE);
    return at < n && !is_space(text[at]) && !is_dash(text[at]) && text[at] != '-';
}

/* «2024 года», of which only the abbreviation holds without exception (R27). */
static bool
is_year(const uint16_t *text, size_t n, size_t at)
{
    size_t end = at;
    while (end < n && is_cyrillic(text[end]))
        end++;
    return end - at > LONGEST && lexicon_is(text + at, end - at, YEAR);
}

DgBreakKind
break_behind_short_word(const uint16_t *text, size_t n, size_t at)
{
    size_t end = at - 1, start = end;
    if (end > 0 && is_digit(text[end - 1]))
        return is_year(text, n, at) ? DG_BREAK_BEHIND_NUMBER : DG_BREAK_NONE;
    while (start > 0 && end - start <= LONGEST && is_cyrillic(text[start - 1]))
        start--;
    size_t letters = end - start;
    bool initial = letters == 1 && is_upper(text[start]); /* or the letter of a list */
    if (letters == 0 || letters > LONGEST || initial || !stands_alone(text, start) ||
        !lexicon_is(text + start, letters, SHORT_WORD | SHORT_WORD_3) || !may_follow(text, n, at))
        return DG_BREAK_NONE;
    return letters == 1 ? DG_BREAK_BEHIND_1 : letters == 2 ? DG_BREAK_BEHIND_2 : DG_BREAK_BEHIND_3;
}
