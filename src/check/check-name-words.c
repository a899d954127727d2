/* check-name-words.c - the words of a text as parts of names; which words may be one name in two languages. */
#include "check-names-internal.h"

#include "diglot/lang.h"

#include <glib.h>
#include <string.h>

char *
dg_name_plain(DgArena *arena, const char *text, size_t length)
{
    g_autoptr(GString) plain = g_string_new(NULL);
    for (const char *s = text; s < text + length; s = g_utf8_next_char(s)) {
        gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH], c = g_utf8_get_char(s);
        if (g_unichar_ismark(c))
            continue;
        g_unichar_fully_decompose(g_unichar_tolower(c), false, parts, G_N_ELEMENTS(parts));
        g_string_append_unichar(plain, parts[0]);
    }
    return dg_arena_strndup(arena, plain->str, plain->len);
}

/* ---- words ---- */

static bool
is_apostrophe(gunichar c)
{
    return c == '\'' || c == 0x2019;
}

/* Hyphens and apostrophes go on where letters stand on both sides, the latter before a capital: "O'Brien", but not
 * "Petrov's". */
static bool
goes_on(const char *s, const char *end)
{
    gunichar c = g_utf8_get_char(s);
    if (g_unichar_isalpha(c) || g_unichar_ismark(c))
        return true;
    const char *next = g_utf8_next_char(s);
    gunichar behind = next < end ? g_utf8_get_char(next) : 0;
    return ((c == '-' || c == 0x2010 || c == 0x2011) && g_unichar_isalpha(behind)) ||
           (is_apostrophe(c) && g_unichar_isupper(behind));
}

/* "Дж." is an initial as "J." is. */
static bool
is_initial(const char *plain, size_t letters, const char *behind)
{
    static const char *const pairs[] = {"дж", "ch", "ja", "kh", "ph", "sh", "th", "ya", "yu", "zh"};
    bool pair = false;
    for (size_t i = 0; i < G_N_ELEMENTS(pairs); i++)
        pair = pair || strcmp(plain, pairs[i]) == 0;
    return *behind == '.' && (letters == 1 || pair);
}

static DgNameWord
read_word(DgArena *arena, const char *text, const char *start, const char *end)
{
    DgNameWord word = {.start = (size_t)(start - text), .capitals = true};
    const char *s = start;
    for (; s < end && goes_on(s, end); s = g_utf8_next_char(s)) {
        gunichar c = g_utf8_get_char(s);
        word.letters += g_unichar_isalpha(c) != 0;
        word.capitals = word.capitals && !g_unichar_islower(c);
    }
    word.end = (size_t)(s - text);
    word.plain = dg_name_plain(arena, start, (size_t)(s - start));
    word.n_sounds = dg_word_sounds(word.plain, word.sounds, DG_NAME_SOUNDS);
    word.capital = g_unichar_isupper(g_utf8_get_char(start));
    word.capitals = word.capitals && word.letters >= 2;
    word.initial = word.capital && is_initial(word.plain, word.letters, s < end ? s : "");
    return word;
}

/* What stands between two words: whether they may belong to one name, and whether a sentence ends there. */
static void
read_between(DgNameWord *word, const char *s, const char *next, bool *opens)
{
    word->joined = true;
    *opens = false;
    bool first = true;
    for (; s < next; s = g_utf8_next_char(s), first = false) {
        gunichar c = g_utf8_get_char(s);
        if (first && c == '.' && word->initial)
            continue;
        word->joined = word->joined && (c == '-' || (c != '\n' && g_unichar_isspace(c)));
        *opens = *opens || c == '.' || c == '?' || c == '!' || c == ':' || c == '\n' ||
                 c == 0x2026 || c == '"' || c == 0xAB || c == 0x201C || c == 0x201E;
    }
}

void
dg_name_words_read(DgArena *arena, const DgCheckText *text, DgNames *names)
{
    const char *end = text->text + text->length;
    bool opens = true;
    for (const char *s = text->text; s < end;) {
        if (!g_unichar_isalpha(g_utf8_get_char(s))) {
            s = g_utf8_next_char(s);
            continue;
        }
        DgNameWord word = read_word(arena, text->text, s, end);
        word.opens = opens;
        const char *next = s = text->text + word.end;
        while (next < end && !g_unichar_isalpha(g_utf8_get_char(next)))
            next = g_utf8_next_char(next);
        read_between(&word, s, next, &opens);
        word.joined = word.joined && next < end;
        DG_APPEND(arena, names->words, names->n_words, word);
        s = next;
    }
}

/* ---- comparing ---- */

static bool
is_ending(const char *tail, bool cyrillic)
{
    static const char *const endings[] = {"а",  "у",  "ом",  "ым",  "е",   "ы",   "и",  "ых", "ои",
                                          "ую", "я",  "ю",   "ем",  "им",  "еи",  "их", "ыи", "ии",
                                          "ям", "ях", "ого", "ому", "его", "ему", "ам", "ах", "ая",
                                          "ые", "ие", "ами", "ями", "ыми", "ими", "ою", "ею"};
    if (!cyrillic)
        return *tail == '\0' || strcmp(tail, "s") == 0;
    for (size_t i = 0; i < G_N_ELEMENTS(endings); i++)
        if (strcmp(tail, endings[i]) == 0)
            return true;
    return *tail == '\0';
}

/* The bytes of a plain Cyrillic surname that no declension touches: "достоевск", "храмов", "леб" of «Лебедь» not. */
static size_t
length_of_stem(const char *surname)
{
    static const char *const loose[] = {"ии", "ыи", "ои", "ая", "яя", "а", "я", "и", "ь", "о", "е"};
    size_t length = strlen(surname);
    for (size_t i = 0; i < G_N_ELEMENTS(loose); i++)
        if (length > strlen(loose[i]) + 4 && g_str_has_suffix(surname, loose[i]))
            return length - strlen(loose[i]);
    return length;
}

bool
dg_name_is_declined(const char *word, const char *surname)
{
    if (strncmp(word, surname, g_utf8_skip[(uint8_t)*surname]) != 0)
        return false;
    bool cyrillic = g_unichar_get_script(g_utf8_get_char(surname)) == G_UNICODE_SCRIPT_CYRILLIC;
    size_t stem = cyrillic ? length_of_stem(surname) : strlen(surname);
    return strcmp(word, surname) == 0 ||
           (strncmp(word, surname, stem) == 0 && is_ending(word + stem, cyrillic));
}

/* The least number of sounds to add, drop or change that makes one skeleton the other; a last one more, as of an
 * ending, costs nothing. Both have sounds. */
static size_t
distance(const char *a, size_t n, const char *b, size_t m)
{
    size_t row[DG_NAME_SOUNDS + 1][DG_NAME_SOUNDS + 1];
    for (size_t i = 0; i <= n; i++)
        for (size_t k = 0; k <= m; k++)
            row[i][k] = i == 0   ? k
                        : k == 0 ? i
                                 : MIN(row[i - 1][k - 1] + (a[i - 1] != b[k - 1]),
                                       MIN(row[i - 1][k], row[i][k - 1]) + 1);
    return MIN(row[n][m], MIN(row[n - 1][m], row[n][m - 1]));
}

/* A third of the sounds may differ: languages take names over by ear («Джонсон», "Johnson") and by letter. */
bool
dg_names_sound_alike(const DgNameWord *a, const DgNameWord *b)
{
    size_t least = MIN(a->n_sounds, b->n_sounds), most = MAX(a->n_sounds, b->n_sounds),
           may_differ = MAX(1, (least + 1) / 3);
    if (least == 0 || most - least > may_differ + 1)
        return most == 0 || strcmp(a->plain, b->plain) == 0;
    return distance(a->sounds, a->n_sounds, b->sounds, b->n_sounds) <= may_differ;
}
