/* patterns.c - makes a hyphenation dictionary ready for libhyphen.
 * libhyphen wants every pattern to hold already what the patterns inside it say (its package's tool
 * substrings.pl does that): at each letter it looks at the longest match only. Debian's Russian file was
 * not prepared so; with it «ра-бо-та» is divided once and «подъ-езд» not at all. Completed here, the
 * result is that of Liang's method (F. M. Liang, Word Hy-phen-a-tion by Com-put-er, 1983). */
#include "hyphens-internal.h"

#include <glib.h>
#include <string.h>

enum {
    LONGEST_PATTERN = 48, /* bytes; libhyphen reads lines of 100 */
    SAMPLE = 500,         /* patterns that are looked at to tell a complete file */
};

typedef struct {
    DgArena *arena;
    GHashTable *values; /* the letters of a pattern to its values */
    GPtrArray *letters; /* the keys in the order of the file */
} Patterns;

/* "2нф1" gives "нф" and the values before each byte and behind the last: 2 0 0 0 1. */
static void
add_pattern(Patterns *patterns, const char *line, size_t length)
{
    if (length == 0 || length > LONGEST_PATTERN)
        return;
    char *letters = dg_arena_alloc(patterns->arena, 2 * (length + 1));
    uint8_t *values = (uint8_t *)letters + length + 1;
    size_t n = 0;
    for (size_t i = 0; i < length; i++) {
        if (g_ascii_isdigit(line[i]))
            values[n] = (uint8_t)(line[i] - '0');
        else
            letters[n++] = line[i];
    }
    if (g_hash_table_replace(patterns->values, letters, values))
        g_ptr_array_add(patterns->letters, letters);
}

/* Joins to `values` what the patterns say that end where the string ends. Returns whether any does. */
static bool
unite(const Patterns *patterns, const char *string, uint8_t *values)
{
    bool any = false;
    for (const char *suffix = string; *suffix; suffix = g_utf8_next_char(suffix)) {
        const uint8_t *own = g_hash_table_lookup(patterns->values, suffix);
        size_t at = (size_t)(suffix - string);
        for (size_t i = 0; own && i <= strlen(suffix); i++)
            values[at + i] = MAX(values[at + i], own[i]);
        any |= own != NULL;
    }
    return any;
}

/* The patterns that end where this beginning of a pattern ends are all in a pattern of its own. */
static bool
is_united(const Patterns *patterns, const char *letters, size_t n)
{
    char beginning[LONGEST_PATTERN + 1];
    uint8_t united[LONGEST_PATTERN + 1] = {0};
    memcpy(beginning, letters, n);
    beginning[n] = '\0';
    const uint8_t *own = g_hash_table_lookup(patterns->values, beginning);
    bool any = unite(patterns, beginning, united);
    return !any || (own && memcmp(united, own, n + 1) == 0);
}

static bool
is_complete(const Patterns *patterns)
{
    for (guint i = 0; i < MIN(patterns->letters->len, SAMPLE); i++) {
        const char *letters = patterns->letters->pdata[i];
        for (const char *end = letters; *end;) {
            end = g_utf8_next_char(end);
            if (!is_united(patterns, letters, (size_t)(end - letters)))
                return false;
        }
    }
    return true;
}

static void
append_pattern(GString *out, const char *letters, const uint8_t *values)
{
    size_t n = strlen(letters);
    for (size_t i = 0; i <= n; i++) {
        if (values[i])
            g_string_append_c(out, (char)('0' + values[i]));
        if (i < n)
            g_string_append_c(out, letters[i]);
    }
    g_string_append_c(out, '\n');
}

/* A pattern for every beginning of a pattern, in which others may end. */
static void
append_completed(GString *out, const Patterns *patterns)
{
    g_autoptr(GHashTable) done = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < patterns->letters->len; i++) {
        const char *letters = patterns->letters->pdata[i];
        for (const char *end = letters; *end;) {
            end = g_utf8_next_char(end);
            char *beginning = dg_arena_strndup(patterns->arena, letters, (size_t)(end - letters));
            uint8_t united[LONGEST_PATTERN + 1] = {0};
            if (g_hash_table_add(done, beginning) && unite(patterns, beginning, united))
                append_pattern(out, beginning, united);
        }
    }
}

static bool
is_keyword(const char *line)
{
    static const char *const keywords[] = {"LEFTHYPHENMIN", "RIGHTHYPHENMIN",
                                           "COMPOUNDLEFTHYPHENMIN", "COMPOUNDRIGHTHYPHENMIN",
                                           "NOHYPHEN"};
    for (size_t i = 0; i < G_N_ELEMENTS(keywords); i++)
        if (g_str_has_prefix(line, keywords[i]))
            return true;
    return false;
}

/* The lines behind the first: keywords go to `out`, the rest are patterns. */
static void
read_lines(Patterns *patterns, const char *text, GString *out)
{
    for (const char *line = text, *next; *line; line = next) {
        size_t length = strcspn(line, "\r\n");
        next = line + length + strspn(line + length, "\r\n");
        while (length > 0 && g_ascii_isspace(line[length - 1]))
            length--;
        if (is_keyword(line)) {
            g_string_append_len(out, line, (gssize)length);
            g_string_append_c(out, '\n');
        } else if (*line != '%' && *line != '#') {
            add_pattern(patterns, line, length);
        }
    }
}

/* `decoded` begins behind the first line, which named the encoding. */
static char *
complete(const char *decoded)
{
    Patterns patterns = {dg_arena_new(), g_hash_table_new(g_str_hash, g_str_equal),
                         g_ptr_array_new()};
    g_autoptr(GString) out = g_string_new("UTF-8\n");
    read_lines(&patterns, decoded, out);
    bool ready = is_complete(&patterns);
    if (!ready)
        append_completed(out, &patterns);
    g_hash_table_unref(patterns.values);
    g_ptr_array_unref(patterns.letters);
    dg_arena_free(patterns.arena);
    return ready ? g_strconcat("UTF-8", decoded, NULL) : g_strdup(out->str);
}

char *
patterns_prepare(const char *text, size_t length)
{
    size_t first = 0;
    while (first < length && text[first] != '\n' && text[first] != '\r')
        first++;
    g_autofree char *encoding = g_strstrip(g_strndup(text, first));
    if (!*encoding) /* GLib would take the encoding of the environment */
        return NULL;
    g_autofree char *decoded =
        g_convert(text + first, (gssize)(length - first), "UTF-8", encoding, NULL, NULL, NULL);
    if (!decoded)
        return NULL;
    /* Several levels and replacements of letters are left to those who made the file. */
    bool plain = !strstr(decoded, "NEXTLEVEL") && !strchr(decoded, '/');
    return plain ? complete(decoded) : g_strconcat("UTF-8", decoded, NULL);
}
