/* break.c - where a line may end: ICU's rules (UAX 14), then ours for what stands without a space. */
#include "address-internal.h"
#include "break-internal.h"
#include "chars-internal.h"
#include "segment-internal.h"

#include <glib.h>

/* Letters that stand together before and behind a place. */
static size_t
letters_before(const uint16_t *text, size_t at)
{
    size_t from = at;
    while (from > 0 && (is_letter(text[from - 1]) || text[from - 1] == SOFT_HYPHEN))
        from--;
    return at - from;
}

static size_t
letters_behind(const uint16_t *text, size_t n, size_t at)
{
    size_t to = at;
    while (to < n && (is_letter(text[to]) || text[to] == SOFT_HYPHEN))
        to++;
    return to - at;
}

/* R12: no part of one or two letters is left alone: «кто-то», «5-й», «и/или», "e-mail". */
static bool
break_behind_joint(const uint16_t *text, size_t n, size_t at)
{
    return letters_before(text, at - 1) > 2 && letters_behind(text, n, at) > 2;
}

/* R27: a range of numbers stays whole; a dash that opens a word stays with it. */
static bool
break_behind_dash(const uint16_t *text, size_t n, size_t at)
{
    if (at < 2 || at >= n || is_space(text[at - 2]))
        return false;
    bool numbers = (is_digit(text[at - 2]) || is_roman(text[at - 2])) &&
                   (is_digit(text[at]) || is_roman(text[at]));
    return !numbers;
}

/* An ellipsis that opens a word stays with it: «…и вот». */
static bool
break_behind_ellipsis(const uint16_t *text, size_t at)
{
    return at >= 2 && (is_word(text[at - 2]) || text[at - 2] == '!' || text[at - 2] == '?');
}

/* ICU allows a break between units at - 1 and at. */
static bool
may_break(const uint16_t *text, size_t n, size_t at)
{
    uint16_t before = text[at - 1];
    if (is_blank(before))
        return break_at_space(text, n, at);
    if (is_dash(text[at]))
        return false;
    if (is_dash(before))
        return break_behind_dash(text, n, at);
    if (before == '-' || before == HYPHEN || before == '/')
        return break_behind_joint(text, n, at);
    if (before == ELLIPSIS)
        return break_behind_ellipsis(text, at);
    return before != SOFT_HYPHEN;
}

static void
tailor_addresses(const DgSegmenter *segmenter, uint8_t *kinds)
{
    g_autofree bool *places = NULL;
    size_t start, end = 0;
    while (address_next(segmenter->units, segmenter->n, end, &start, &end)) {
        if (!places)
            places = g_new0(bool, segmenter->n + 1);
        break_address(segmenter->units, start, end, places);
        for (size_t i = start + 1; i < end; i++)
            kinds[segmenter->offsets[i]] = places[i] ? DG_BREAK_ALLOWED : DG_BREAK_NONE;
    }
}

/* A break that ICU and we allow; behind a short word, a sign or a number it holds a little. */
static uint8_t
grade(const uint16_t *text, size_t n, size_t at)
{
    DgBreakKind kind = DG_BREAK_NONE;
    if (at > 1 && text[at - 1] == ' ')
        kind = is_cyrillic(text[at - 2]) ? break_behind_short_word(text, n, at)
                                         : break_in_formula(text, n, at);
    return (uint8_t)(kind == DG_BREAK_NONE ? DG_BREAK_ALLOWED : kind);
}

/* No-break spaces behind short words let go. */
static void
loosen_short_words(const DgSegmenter *segmenter, uint8_t *kinds)
{
    const uint16_t *units = segmenter->units;
    for (size_t at = 2; at < segmenter->n; at++)
        if (units[at - 1] == NO_BREAK_SPACE)
            kinds[segmenter->offsets[at]] =
                (uint8_t)break_behind_short_word(units, segmenter->n, at);
}

uint8_t *
dg_line_breaks(DgArena *arena, DgSegmenter *segmenter, const char *text, size_t length,
               const char *language)
{
    (void)language; /* what is tailored for Russian does not occur in English, and the reverse */
    uint8_t *kinds = dg_arena_alloc(arena, length + 1);
    kinds[length] = DG_BREAK_FORCED;
    if (!segmenter->line)
        return kinds;
    segmenter_load(segmenter, text, length);
    UErrorCode status = U_ZERO_ERROR;
    ubrk_setText(segmenter->line, segmenter->units, (int32_t)segmenter->n, &status);
    if (U_FAILURE(status))
        return kinds;
    ubrk_first(segmenter->line);
    for (int32_t at; (at = ubrk_next(segmenter->line)) != UBRK_DONE;) {
        if ((size_t)at >= segmenter->n)
            break;
        if (ubrk_getRuleStatus(segmenter->line) >= UBRK_LINE_HARD)
            kinds[segmenter->offsets[at]] = DG_BREAK_FORCED;
        else if (may_break(segmenter->units, segmenter->n, (size_t)at))
            kinds[segmenter->offsets[at]] = grade(segmenter->units, segmenter->n, (size_t)at);
    }
    if (segmenter->holds & HOLDS_NO_BREAK_SPACE)
        loosen_short_words(segmenter, kinds);
    if (segmenter->holds & HOLDS_ADDRESS_MARK)
        tailor_addresses(segmenter, kinds);
    return kinds;
}
