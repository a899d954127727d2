/* transliterate.c - Latin letters for Cyrillic ones by ICAO Doc 9303, part 3, section 6. */
#include "chars-internal.h"
#include "diglot/lang.h"

#include <glib.h>
#include <string.h>

/* а to я, then ѐ to џ; "" leaves the letter out (ь). */
static const char *const basic[] = {"a",  "b",  "v",  "g",    "d",  "e", "zh", "z", "i",  "i", "k",
                                    "l",  "m",  "n",  "o",    "p",  "r", "s",  "t", "u",  "f", "kh",
                                    "ts", "ch", "sh", "shch", "ie", "y", "",   "e", "iu", "ia"};
static const char *const extended[] = {"e", "e",  "d",  "g", "ie", "dz", "i", "i",
                                       "j", "lj", "nj", "c", "k",  "i",  "u", "dz"};

/* Of a lower-case Cyrillic letter; NULL for what the table has not. */
static const char *
latin_for(gunichar c)
{
    if (c >= 0x430 && c < 0x450)
        return basic[c - 0x430];
    if (c >= 0x450 && c < 0x460)
        return extended[c - 0x450];
    return c == 0x491 ? "g" : NULL; /* ґ */
}

/* «Щукин» is "Shchukin", «ЩУКИН» "SHCHUKIN": a capital stands for several only among capitals. */
static void
append_latin(GString *out, const char *latin, bool upper, bool among_capitals)
{
    for (size_t i = 0; latin[i]; i++) {
        bool capital = upper && (i == 0 || among_capitals);
        g_string_append_c(out, capital ? g_ascii_toupper(latin[i]) : latin[i]);
    }
}

char *
dg_transliterate(DgArena *arena, const char *text)
{
    g_autofree char *valid = g_utf8_make_valid(text ? text : "", -1);
    g_autoptr(GString) out = g_string_new(NULL);
    gunichar before = 0;
    bool cyrillic = false; /* the character before was a Cyrillic letter */
    for (const char *s = valid; *s; s = g_utf8_next_char(s)) {
        gunichar c = g_utf8_get_char(s);
        if (cyrillic && c >= 0x300 && c < 0x370)
            continue;
        const char *latin = latin_for(g_unichar_tolower(c));
        cyrillic = latin != NULL;
        if (latin) {
            gunichar behind = g_utf8_get_char(g_utf8_next_char(s));
            bool neighbour =
                g_unichar_isalpha(behind) ? g_unichar_isupper(behind) : g_unichar_isupper(before);
            append_latin(out, latin, g_unichar_isupper(c), neighbour);
        } else {
            g_string_append_unichar(out, c);
        }
        before = c;
    }
    return dg_arena_strndup(arena, out->str, out->len);
}
