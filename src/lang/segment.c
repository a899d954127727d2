/* segment.c - the segmenter: ICU's iterators and the loaded text; sentences and words. */
#include "chars-internal.h"
#include "lexicon-internal.h"
#include "segment-internal.h"

#include <glib.h>
#include <string.h>
#include <unicode/utf16.h>
#include <unicode/utf8.h>

static UBreakIterator *
open_iterator(UBreakIteratorType type)
{
    UErrorCode status = U_ZERO_ERROR;
    UBreakIterator *iterator = ubrk_open(type, "en", NULL, 0, &status);
    return U_SUCCESS(status) ? iterator : NULL;
}

DgSegmenter *
dg_segmenter_new(void)
{
    DgSegmenter *segmenter = g_new0(DgSegmenter, 1);
    segmenter->line = open_iterator(UBRK_LINE);
    segmenter->sentence = open_iterator(UBRK_SENTENCE);
    segmenter->word = open_iterator(UBRK_WORD);
    return segmenter;
}

void
dg_segmenter_free(DgSegmenter *segmenter)
{
    if (!segmenter)
        return;
    ubrk_close(segmenter->line);
    ubrk_close(segmenter->sentence);
    ubrk_close(segmenter->word);
    g_free(segmenter->units);
    g_free(segmenter->offsets);
    g_free(segmenter);
}

static void
reserve(DgSegmenter *segmenter, size_t units)
{
    if (segmenter->capacity >= units)
        return;
    segmenter->capacity = MAX(units, 2 * segmenter->capacity);
    segmenter->units = g_renew(uint16_t, segmenter->units, segmenter->capacity);
    segmenter->offsets = g_renew(uint32_t, segmenter->offsets, segmenter->capacity);
}

void
segmenter_load(DgSegmenter *segmenter, const char *text, size_t length)
{
    int32_t end = (int32_t)MIN(length, (size_t)1 << 30);
    reserve(segmenter, (size_t)end + 1);
    uint16_t *units = segmenter->units;
    uint32_t *offsets = segmenter->offsets;
    const uint8_t *bytes = (const uint8_t *)text;
    size_t n = 0;
    unsigned holds = 0;
    for (int32_t i = 0; i < end;) {
        offsets[n] = (uint32_t)i;
        if (bytes[i] < 0x80) {
            uint8_t c = bytes[i++];
            units[n++] = c;
            if (c == '/' || c == '@' || (c == 'w' && n > 2 && units[n - 2] == 'w'))
                holds |= HOLDS_ADDRESS_MARK;
            continue;
        }
        UChar32 c;
        U8_NEXT_OR_FFFD(bytes, i, end, c);
        if (c > 0xFFFF) {
            units[n++] = U16_LEAD(c);
            offsets[n] = offsets[n - 1];
            units[n++] = U16_TRAIL(c);
        } else {
            units[n++] = (uint16_t)c;
            holds |= c == NO_BREAK_SPACE ? HOLDS_NO_BREAK_SPACE : 0;
        }
    }
    units[n] = 0;
    offsets[n] = (uint32_t)end;
    segmenter->n = n;
    segmenter->holds = holds;
}

static bool
start(DgSegmenter *segmenter, UBreakIterator *iterator, const char *text)
{
    segmenter_load(segmenter, text, text ? strlen(text) : 0);
    UErrorCode status = U_ZERO_ERROR;
    if (iterator)
        ubrk_setText(iterator, segmenter->units, (int32_t)segmenter->n, &status);
    return iterator && U_SUCCESS(status);
}

/* Whether the point before `at` belongs to an abbreviation or initial, so that the sentence goes on,
 * as ICU cannot know: «г. Казань», "Fig. 2", «А. С. Пушкин»; but not «в 2024 г. Казань». */
static bool
ends_in_abbreviation(const uint16_t *units, size_t at)
{
    uint16_t next = units[at];
    while (at > 0 && is_space(units[at - 1]))
        at--;
    if (at == 0 || units[at - 1] != '.')
        return false;
    size_t word = at - 1;
    while (word > 0 && is_letter(units[word - 1]))
        word--;
    size_t length = at - 1 - word;
    if (length == 1 && is_upper(units[word]))
        return true;
    if (is_digit(next))
        return lexicon_is(units + word, length, BEFORE_NUMBER);
    while (word > 0 && is_space(units[word - 1]))
        word--;
    return lexicon_is(units + at - 1 - length, length, BEFORE_NAME) &&
           (word == 0 || !is_digit(units[word - 1]));
}

size_t
dg_sentences(DgArena *arena, DgSegmenter *segmenter, const char *text, const char *language,
             size_t **ends)
{
    (void)language; /* the abbreviations of Russian and English do not collide */
    size_t n = 0;
    *ends = NULL;
    if (start(segmenter, segmenter->sentence, text)) {
        ubrk_first(segmenter->sentence);
        for (int32_t at; (at = ubrk_next(segmenter->sentence)) != UBRK_DONE;) {
            bool last = (size_t)at == segmenter->n;
            if (last || !ends_in_abbreviation(segmenter->units, (size_t)at))
                DG_APPEND(arena, *ends, n, segmenter->offsets[at]);
        }
    }
    return n;
}

size_t
dg_words(DgArena *arena, DgSegmenter *segmenter, const char *text, const char *language,
         DgSpanOfText **words)
{
    (void)language;
    size_t n = 0;
    *words = NULL;
    if (!start(segmenter, segmenter->word, text))
        return 0;
    int32_t from = ubrk_first(segmenter->word);
    for (int32_t at; (at = ubrk_next(segmenter->word)) != UBRK_DONE; from = at) {
        if (ubrk_getRuleStatus(segmenter->word) == UBRK_WORD_NONE)
            continue;
        DgSpanOfText word = {segmenter->offsets[from], segmenter->offsets[at]};
        DG_APPEND(arena, *words, n, word);
    }
    return n;
}
