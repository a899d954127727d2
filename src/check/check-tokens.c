/* check-tokens.c - a text to its figures and words; addresses are passed over. */
#include "check-values-internal.h"

#include <glib.h>
#include <string.h>

typedef struct {
    DgArena *arena;
    const DgLexicon *lexicon;
    const char *text;
    DgTokens tokens;
} Reading;

/* Web and mail addresses and DOIs name no values of the text. */
static bool
is_address(const char *chunk, size_t length)
{
    return g_strstr_len(chunk, (gssize)length, "://") || g_strstr_len(chunk, (gssize)length, "@") ||
           g_strstr_len(chunk, (gssize)length, "www.") ||
           (g_str_has_prefix(chunk, "10.") && memchr(chunk, '/', length)) ||
           g_ascii_strncasecmp(chunk, "doi:", 4) == 0;
}

/* The bytes of a space that may part groups of three digits, else 0. */
static size_t
space_length(const char *s)
{
    static const char *const spaces[] = {" ", "\u00A0", "\u202F", "\u2009"};
    for (size_t i = 0; i < G_N_ELEMENTS(spaces); i++)
        if (g_str_has_prefix(s, spaces[i]))
            return strlen(spaces[i]);
    return 0;
}

static size_t
count_digits(const char *s)
{
    return strspn(s, "0123456789");
}

/* The end of figures that start at `s`: "1 234,5", "12.05.2026", "2.1.3". */
static const char *
end_of_figures(const char *s)
{
    size_t run = count_digits(s);
    bool separated = false; /* by a comma or stop: no more groups by spaces */
    for (s += run;;) {
        size_t space = separated || run > 3 ? 0 : space_length(s);
        if ((*s == '.' || *s == ',') && g_ascii_isdigit(s[1])) {
            separated = true;
            s++;
        } else if (space && count_digits(s + space) == 3) {
            s += space;
        } else {
            return s;
        }
        run = count_digits(s);
        s += run;
    }
}

static const char *
read_figures(Reading *reading, const char *s)
{
    DgToken token = {.start = (size_t)(s - reading->text), .minutes = -1};
    const char *end = end_of_figures(s);
    if (end - s <= 2 && *end == ':' && count_digits(end + 1) == 2) {
        token.minutes =
            (int)(g_ascii_strtoll(s, NULL, 10) * 60 + g_ascii_strtoll(end + 1, NULL, 10));
        end += 3;
        if (*end == ':' && count_digits(end + 1) == 2)
            end += 3;
    }
    token.figures = dg_arena_strndup(reading->arena, s, (size_t)(end - s));
    token.end = (size_t)(end - reading->text);
    DG_APPEND(reading->arena, reading->tokens.list, reading->tokens.n, token);
    return end;
}

/* Figures inside a word, as in "I18n", count letters. */
static bool
is_inside_word(const Reading *reading, const char *s)
{
    const char *end = end_of_figures(s);
    if (s == reading->text || !g_unichar_isalpha(g_utf8_get_char(end)))
        return false;
    return g_unichar_isalpha(g_utf8_get_char(g_utf8_prev_char(s)));
}

static const char *
read_word(Reading *reading, const char *s)
{
    const char *end = s;
    while (g_unichar_isalpha(g_utf8_get_char(end)) || g_unichar_ismark(g_utf8_get_char(end)))
        end = g_utf8_next_char(end);
    DgToken token = {
        .start = (size_t)(s - reading->text), .end = (size_t)(end - reading->text), .minutes = -1};
    if (token.end - token.start <= DG_WORD_LONGEST) {
        g_autofree char *small = g_utf8_strdown(s, end - s);
        token.word = dg_arena_strndup(reading->arena, s, (size_t)(end - s));
        token.lexeme = dg_lexicon_find(reading->lexicon, small);
    }
    DG_APPEND(reading->arena, reading->tokens.list, reading->tokens.n, token);
    return end;
}

DgTokens
dg_tokens_read(DgArena *arena, const DgCheckText *text, const DgLexicon *lexicon)
{
    Reading reading = {.arena = arena, .lexicon = lexicon, .text = text->text};
    bool starts = true; /* a chunk between spaces starts here */
    for (const char *s = text->text; *s;) {
        size_t chunk = starts ? strcspn(s, " \n\x1f") : 0;
        starts = *s == ' ' || *s == '\n' || *s == DG_CHECK_GAP;
        if (chunk && is_address(s, chunk))
            s += chunk;
        else if (g_ascii_isdigit(*s))
            s = is_inside_word(&reading, s) ? end_of_figures(s) : read_figures(&reading, s);
        else if (g_unichar_isalpha(g_utf8_get_char(s)))
            s = read_word(&reading, s);
        else
            s = g_utf8_next_char(s);
    }
    return reading.tokens;
}
