/* language.c - tags of languages, and the language a text seems to be in. */
#include "chars-internal.h"
#include "diglot/lang.h"
#include "language-internal.h"

#include <glib.h>
#include <string.h>
#include <unicode/utf8.h>

static bool
primary_is(const char *tag, const char *primary)
{
    size_t length = strlen(primary);
    return g_ascii_strncasecmp(tag, primary, length) == 0 && !g_ascii_isalnum(tag[length]);
}

Language
language_of(const char *tag)
{
    if (!tag)
        return LANGUAGE_OTHER;
    if (primary_is(tag, "ru"))
        return LANGUAGE_RUSSIAN;
    return primary_is(tag, "en") ? LANGUAGE_ENGLISH : LANGUAGE_OTHER;
}

bool
language_is_british(const char *tag)
{
    return tag && primary_is(tag, "en") && g_ascii_strncasecmp(tag + 2, "-GB", 3) == 0 &&
           !g_ascii_isalnum(tag[5]);
}

const char *
dg_guess_language(const char *text)
{
    size_t cyrillic = 0, latin = 0;
    int32_t length = text ? (int32_t)MIN(strlen(text), G_MAXINT32) : 0;
    for (int32_t i = 0; i < length;) {
        UChar32 c;
        U8_NEXT_OR_FFFD((const uint8_t *)text, i, length, c);
        cyrillic += c < 0xFFFF && is_cyrillic((uint16_t)c);
        latin += c < 0xFFFF && is_latin((uint16_t)c);
    }
    if (cyrillic == 0 && latin == 0)
        return NULL;
    return cyrillic >= latin ? "ru" : "en";
}

const char *
dg_guess_cyrillic(const char *text)
{
    /* Small letters; two of them at least, for one may be a name's. */
    static const struct {
        const char *language, *own, *lacking;
    } tables[] = {{"uk", "іїєґ", "ыэъё"},
                  {"be", "іў", "ищъї"},
                  {"mk", "ѓѕќјљњџ", "ыэъёђћ"},
                  {"sr", "ђћјљњџ", "ыэъёѓќ"}};
    enum { LEAST = 2, MOST_FOREIGN = 20 /* own letters to one that is lacking */ };
    g_autofree char *small =
        text && g_utf8_validate(text, -1, NULL) ? g_utf8_strdown(text, -1) : NULL;
    for (size_t i = 0; small && i < G_N_ELEMENTS(tables); i++) {
        size_t own = 0, lacking = 0;
        for (const char *s = small; *s; s = g_utf8_next_char(s)) {
            gunichar letter = g_utf8_get_char(s);
            own += letter > 0x7F && g_utf8_strchr(tables[i].own, -1, letter) != NULL;
            lacking += letter > 0x7F && g_utf8_strchr(tables[i].lacking, -1, letter) != NULL;
        }
        if (own >= LEAST && own > lacking * MOST_FOREIGN)
            return tables[i].language;
    }
    return NULL;
}
