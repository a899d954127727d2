/* compose.c - letters with marks as one character each, however they were typed: files that come from a Mac or out of a
 * PDF have "й" as two, for which there are no hyphens, no glyph and no word in an index (Unicode Annex 15, form C). */
#include "xml-internal.h"

#include <glib.h>

/* Nearly all of a Latin or Cyrillic text with its dashes and quotes is: this spares it the normaliser. */
static bool
is_surely_composed(const char *text, size_t length)
{
    for (size_t i = 0; i < length; i++) {
        unsigned char byte = (unsigned char)text[i];
        if (byte < 0xCC || (byte >= 0xCF && byte <= 0xD1))
            continue;
        unsigned char next = i + 2 < length ? (unsigned char)text[i + 1] : 0;
        bool punctuation = byte == 0xE2 && (next == 0x81 || next == 0x82 ||
                                            (next == 0x80 && (unsigned char)text[i + 2] >= 0x90));
        if (!punctuation)
            return false;
        i += 2;
    }
    return true;
}

const char *
dg_xml_composed(DgArena *arena, const char *text, size_t length)
{
    if (is_surely_composed(text, length))
        return dg_arena_strndup(arena, text, length);
    g_autofree char *composed = g_utf8_normalize(text, (gssize)length, G_NORMALIZE_NFC);
    return composed ? dg_arena_strdup(arena, composed) : dg_arena_strndup(arena, text, length);
}
