/* sounds.c - the skeleton of a word: classes of its consonants, the same for Latin and Cyrillic letters.
 * "Очумелов" and "Otchumyelov" both give "kmlv". Vowels, soft signs and diacritics are dropped; what
 * romanisations write in several ways falls together (ph f, c k q, w v, j zh z). */
#include "diglot/lang.h"

#include <glib.h>
#include <string.h>

/* The first that fits holds. */
static const DgSound together[] = {
    {"schtsch", 7, 's'}, {"chtch", 5, 's'}, {"shch", 4, 's'}, {"tsch", 4, 'k'}, {"tch", 3, 'k'},
    {"sch", 3, 's'},     {"ch", 2, 'k'},    {"sh", 2, 's'},   {"zh", 2, 's'},   {"kh", 2, 'h'},
    {"ph", 2, 'f'},      {"th", 2, 't'},    {"ts", 2, 's'},   {"tz", 2, 's'},   {"gh", 2, 'g'},
    {"rh", 2, 'r'},      {"wh", 2, 'v'},    {"ck", 2, 'k'},   {"ce", 1, 's'},   {"ci", 1, 's'},
    {"cy", 1, 's'},      {"дж", 4, 's'},    {"дз", 4, 's'},   {"тс", 4, 's'},   {"тц", 4, 's'},
};

static const char latin[] = ".bkd.fgh.sklmn.pkrst.vvx.s";          /* a-z; "." is dropped */
static const char cyrillic[] = ".bvgd.ss..klmn.prst.fhskss......"; /* а-я */

static char
sound_of(gunichar letter)
{
    if (letter >= 'a' && letter <= 'z')
        return latin[letter - 'a'];
    return letter >= 0x430 && letter <= 0x44F ? cyrillic[letter - 0x430] : '.';
}

static void
append_sound(char *skeleton, size_t *n, size_t capacity, char sound, bool doubled)
{
    if (sound == '.' || (doubled && *n && skeleton[*n - 1] == sound))
        return;
    if (*n < capacity)
        skeleton[(*n)++] = sound == 'x' ? 'k' : sound;
    if (sound == 'x' && *n < capacity)
        skeleton[(*n)++] = 's';
}

size_t
dg_word_sounds(const char *word, char *skeleton, size_t capacity)
{
    size_t n = 0;
    char before = '.';
    for (const char *s = word; *s && n < capacity;) {
        size_t i = 0;
        while (i < G_N_ELEMENTS(together) &&
               !(*s == *together[i].letters && g_str_has_prefix(s, together[i].letters)))
            i++;
        bool found = i < G_N_ELEMENTS(together);
        char sound = found ? together[i].sound : sound_of(g_utf8_get_char(s));
        append_sound(skeleton, &n, capacity, sound, sound == before);
        before = sound;
        s = found ? s + together[i].length : g_utf8_next_char(s);
    }
    return n;
}

const DgSound *
dg_sounds_together(size_t *n)
{
    *n = G_N_ELEMENTS(together);
    return together;
}

const char *
dg_sounds_latin(void)
{
    return latin;
}

const char *
dg_sounds_cyrillic(void)
{
    return cyrillic;
}
