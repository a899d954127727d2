/* fold.c - words as they are compared: without case, ё, stress marks, punctuation. */
#include "chars-internal.h"
#include "diglot/lang.h"

#include <glib.h>
#include <string.h>
#include <unicode/utf8.h>

enum { GRAVE = 0x300, LAST_MARK = 0x36F };

typedef enum { DROP, KEEP, SPACE } Fate;

static bool
is_number_mark(UChar32 c)
{
    return c == '.' || c == ',' || c == ':';
}

/* Of what is no letter. Points and commas between digits belong to the number; a dash parts words, a
 * hyphen joins them. */
static Fate
fate(UChar32 c, UChar32 before, UChar32 behind)
{
    bool in_number = before >= '0' && before <= '9' && behind >= '0' && behind <= '9';
    if (is_number_mark(c) && in_number)
        return KEEP;
    if (u_isUWhiteSpace(c) || c == '/' || (c < 0xFFFF && is_dash((uint16_t)c)))
        return SPACE;
    if (c == SOFT_HYPHEN || u_ispunct(c) || u_charType(c) == U_FORMAT_CHAR)
        return DROP;
    return KEEP;
}

/* A mark over a Cyrillic letter is a stress mark unless it makes й; ё is е. Other letters keep theirs. */
static void
append_mark(GString *out, gunichar *last, UChar32 mark)
{
    gunichar composed = 0;
    bool cyrillic = *last < 0xFFFF && is_cyrillic((uint16_t)*last);
    if (*last == 0 || !g_unichar_compose(*last, (gunichar)mark, &composed))
        composed = 0;
    if (cyrillic && composed != 0x439)
        return;
    if (composed) {
        g_string_truncate(out, out->len - (size_t)g_unichar_to_utf8(*last, NULL));
        *last = composed;
        g_string_append_unichar(out, composed);
    } else {
        g_string_append_unichar(out, (gunichar)mark);
    }
}

char *
dg_fold(DgArena *arena, const char *text)
{
    g_autoptr(GString) out = g_string_new(NULL);
    const uint8_t *bytes = (const uint8_t *)text;
    int32_t length = text ? (int32_t)MIN(strlen(text), (size_t)1 << 30) : 0;
    UChar32 before = 0;
    gunichar last = 0; /* the letter that a mark would belong to */
    bool space = false;
    for (int32_t i = 0; i < length;) {
        UChar32 c, behind = 0;
        U8_NEXT_OR_FFFD(bytes, i, length, c);
        if (c >= GRAVE && c <= LAST_MARK) {
            append_mark(out, &last, c);
            continue;
        }
        if (i < length)
            U8_GET_OR_FFFD(bytes, 0, i, length, behind);
        Fate what = c > 0x7F && u_isalpha(c) ? KEEP : fate(c, before, behind);
        before = c;
        if (what == SPACE)
            space = true;
        if (what != KEEP)
            continue;
        if (space && out->len > 0)
            g_string_append_c(out, ' ');
        space = false;
        last = (gunichar)u_foldCase(c, U_FOLD_CASE_DEFAULT);
        if (last == 0x451)
            last = 0x435;
        g_string_append_unichar(out, last);
    }
    return dg_arena_strndup(arena, out->str, out->len);
}
