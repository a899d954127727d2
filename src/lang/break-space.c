/* break-space.c - which words stay together although a plain space stands between them.
 * The typographic pass sets no-break spaces there; these tests hold where it has not been or may not
 * go, and cost a line break only. Rules: typography.md R5, R6, R14-R20, E8, E9, E13. */
#include "break-internal.h"
#include "chars-internal.h"
#include "lexicon-internal.h"

/* `before`: the end of the word before the space; `at`: the start of the one behind it. */
typedef struct {
    const uint16_t *text;
    size_t n, before, at;
} Gap;

static size_t
word_start(const Gap *gap, size_t end)
{
    while (end > 0 && is_letter(gap->text[end - 1]))
        end--;
    return end;
}

static size_t
word_end(const Gap *gap, size_t start)
{
    while (start < gap->n && is_letter(gap->text[start]))
        start++;
    return start;
}

static bool
next_is(const Gap *gap, unsigned flags)
{
    return lexicon_is(gap->text + gap->at, word_end(gap, gap->at) - gap->at, flags);
}

/* «слово — слово»: the dash stays with the word before it; so does a hyphen in its place. */
static bool
dash_follows(const Gap *gap)
{
    uint16_t c = gap->text[gap->at];
    bool alone = gap->at + 1 == gap->n || is_space(gap->text[gap->at + 1]);
    return (is_dash(c) || c == '-') && (alone || c == EM_DASH);
}

/* «— Да»: the dash that opens the text or a line of it. */
static bool
dash_opens(const Gap *gap)
{
    return is_dash(gap->text[gap->before - 1]) &&
           (gap->before == 1 || gap->text[gap->before - 2] == '\n');
}

static bool
number_and_unit(const Gap *gap)
{
    uint16_t next = gap->text[gap->at];
    if (next == '%' || next == 0x2030 || next == 0xB0)
        return true;
    size_t end = word_end(gap, gap->at);
    bool elided =
        end + 1 < gap->n && is_apostrophe(gap->text[end]) && is_letter(gap->text[end + 1]);
    if (elided || !next_is(gap, UNIT | MONTH | YEAR))
        return false;
    /* «5 в Москве» holds a preposition, «XX в.» a century. */
    return end - gap->at > 2 || !next_is(gap, YEAR) || next_is(gap, UNIT) ||
           (end < gap->n && gap->text[end] == '.');
}

static bool
century(const Gap *gap)
{
    size_t start = gap->before;
    while (start > 0 && is_roman(gap->text[start - 1]))
        start--;
    return (start == 0 || !is_letter(gap->text[start - 1])) && next_is(gap, YEAR);
}

/* Behind the initials that begin at the gap: does a surname follow them? */
static bool
surname_follows_initials(const Gap *gap)
{
    const uint16_t *text = gap->text;
    size_t i = gap->at;
    while (i + 1 < gap->n && is_upper(text[i]) && text[i + 1] == '.') {
        i += 2;
        while (i < gap->n && is_space(text[i]))
            i++;
    }
    return i + 1 < gap->n && is_upper(text[i]) && is_lower(text[i + 1]);
}

/* «Пушкин А. С.», "Dr Smith", "May 12". */
static bool
belongs_to_word_before(const Gap *gap)
{
    const uint16_t *text = gap->text;
    uint16_t next = text[gap->at];
    size_t start = word_start(gap, gap->before);
    if (start == gap->before || !is_upper(text[start]))
        return false;
    if (is_digit(next))
        return lexicon_is(text + start, gap->before - start, MONTH);
    if (!is_upper(next))
        return false;
    if (gap->at + 1 < gap->n && text[gap->at + 1] == '.')
        return gap->before - start > 1 && !surname_follows_initials(gap);
    return gap->before - start <= 4 && lexicon_is(text + start, gap->before - start, TITLE);
}

/* The word before ends in a point: an initial, part of «т. е.», an abbreviation with its name or number. */
static bool
belongs_to_abbreviation(const Gap *gap)
{
    const uint16_t *text = gap->text;
    uint16_t next = text[gap->at];
    size_t end = gap->before - 1, start = word_start(gap, end), length = end - start;
    if (length == 0)
        return false;
    if (length == 1 && is_upper(text[start]))
        return is_upper(next);
    if (length == 1 && is_lower(next) && gap->at + 1 < gap->n && text[gap->at + 1] == '.')
        return true;
    if (is_digit(next))
        return lexicon_is(text + start, length, BEFORE_NUMBER);
    bool after_number = start >= 2 && is_space(text[start - 1]) && is_digit(text[start - 2]);
    return is_upper(next) && !after_number && lexicon_is(text + start, length, BEFORE_NAME);
}

bool
break_at_space(const uint16_t *text, size_t n, size_t at)
{
    Gap gap = {text, n, at, at};
    while (gap.before > 0 && is_space(text[gap.before - 1]))
        gap.before--;
    if (gap.before == 0)
        return false;
    if (dash_follows(&gap) || dash_opens(&gap) || break_is_before_sign(text, n, at))
        return false;
    uint16_t last = text[gap.before - 1];
    if (is_digit(last))
        return !number_and_unit(&gap);
    if (last == '.')
        return !belongs_to_abbreviation(&gap);
    if (last == NUMERO || last == SECTION_SIGN)
        return !is_word(text[at]);
    if (is_roman(last) && century(&gap))
        return false;
    return !is_letter(last) || !belongs_to_word_before(&gap);
}
