/* typo-place.c - where a word of the flat stands in the source file.
 * Rules change spaces and signs, never letters and digits (DESIGN.md, decision 9): the so-manieth letter of the text as
 * it is now is the so-manieth of the text as it was written. Only entities before it on its line put the column off. */
#include "typo-internal.h"

#include <glib.h>

/* Past the next character of the source; whether it was a letter or digit. */
static bool
step(Cursor *cursor)
{
    gunichar c = g_utf8_get_char(cursor->written);
    cursor->written = g_utf8_next_char(cursor->written);
    if (c == '\n') {
        cursor->pos.line++;
        cursor->pos.column = 1;
    } else {
        cursor->pos.column++;
    }
    return c <= 0xFFFF && is_word((uint16_t)c);
}

static void
skip_to_word(Cursor *cursor)
{
    while (*cursor->written) {
        gunichar c = g_utf8_get_char(cursor->written);
        if (c <= 0xFFFF && is_word((uint16_t)c))
            return;
        step(cursor);
    }
}

static const char *
written_text(const Source *source)
{
    const char *written = source->node ? source->node->as.text.written : NULL;
    return written ? written : source->string;
}

/* At the start of the source that unit `at` comes from. */
static Cursor
open_cursor(const Flat *flat, size_t at)
{
    const Source *source = &flat->sources[flat->source[at]];
    Cursor cursor = {flat->source[at], at, written_text(source), source->pos, true};
    while (cursor.at > 0 && flat->source[cursor.at - 1] == cursor.source)
        cursor.at--;
    if (!cursor.written || !g_utf8_validate(cursor.written, -1, NULL))
        cursor.written = "";
    return cursor;
}

/* The start of the word that holds the unit, or ends before it, in the same source. */
static size_t
word_at(const Flat *flat, size_t at)
{
    size_t start = at;
    if (!is_word(flat->text[at]) && at > 0 && flat->source[at - 1] == flat->source[at])
        start = at - 1;
    if (!is_word(flat->text[start]))
        return at;
    while (start > 0 && is_word(flat->text[start - 1]) &&
           flat->source[start - 1] == flat->source[start])
        start--;
    return start;
}

DgPos
flat_pos(Flat *flat, size_t at)
{
    if (at >= flat->n)
        return DG_NOWHERE;
    if (flat->sources[flat->source[at]].pos.line == 0)
        return flat->sources[flat->source[at]].pos;
    size_t word = word_at(flat, at);
    Cursor *cursor = &flat->cursor;
    if (!cursor->valid || cursor->source != flat->source[at] || cursor->at > word)
        *cursor = open_cursor(flat, word);
    for (; cursor->at < word; cursor->at++)
        while (is_word(flat->text[cursor->at]) && *cursor->written && !step(cursor))
            ;
    Cursor found = *cursor;
    skip_to_word(&found);
    return *found.written ? found.pos : flat->sources[flat->source[at]].pos;
}
