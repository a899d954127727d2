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
    GHashTable
        *values; /* letters of a pattern to the values before each byte and behind the last */
    GPtrArray *letters; /* the keys in the order of the file */
} Patterns;

/* "2нф1" gives "нф" and, before each byte and behind the last, 2 0 0 0 1. */
static void
add_pattern(Patterns *patterns, const char *line)
{
    size_t length = strlen(line), n = 0;
    if (length == 0 || length > LONGEST_PATTERN)
        return;
    char letters[LONGEST_PATTERN + 1];
    uint8_t *values = g_malloc0(length + 1);
    for (const char *c = line; *c; c++) {
        if (g_ascii_isdigit(*c))
            values[n] = (uint8_t)(*c - '0');
        else
            letters[n++] = *c;
    }
    letters[n] = '\0';
    char *key = g_strdup(letters);
    if (g_hash_table_replace(patterns->values, key, values))
        g_ptr_array_add(patterns->letters, g_strdup(key));
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

static bool
is_complete(const Patterns *patterns)
{
    for (guint i = 0; i < MIN(patterns->letters->len, SAMPLE); i++) {
        const char *letters = patterns->letters->pdata[i];
        uint8_t united[LONGEST_PATTERN + 1] = {0};
        unite(patterns, letters, united);
        if (memcmp(united, g_hash_table_lookup(patterns->values, letters), strlen(letters) + 1) !=
            0)
            return false;
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
    g_autoptr(GHashTable) done = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (guint i = 0; i < patterns->letters->len; i++) {
        const char *letters = patterns->letters->pdata[i];
        for (const char *end = letters; *end;) {
            end = g_utf8_next_char(end);
            char *beginning = g_strndup(letters, (size_t)(end - letters));
            uint8_t united[LONGEST_PATTERN + 1] = {0};
            if (g_hash_table_add(done, beginning) && unite(patterns, beginning, united))
                append_pattern(out, beginning, united);
        }
    }
}

static bool
is_keyword(const char *line)
{
    return strstr(line, "HYPHENMIN") || g_str_has_prefix(line, "NOHYPHEN");
}

char *
patterns_prepare(const char *text, size_t length)
{
    size_t first = 0;
    while (first < length && text[first] != '\n' && text[first] != '\r')
        first++;
    g_autofree char *encoding = g_strndup(text, first);
    g_autofree char *decoded = g_convert(text + first, (gssize)(length - first), "UTF-8",
                                         g_strstrip(encoding), NULL, NULL, NULL);
    if (!decoded)
        return NULL;
    /* Several levels and replacements of letters are left to those who made the file. */
    if (strstr(decoded, "NEXTLEVEL") || strchr(decoded, '/'))
        return g_strconcat("UTF-8", decoded, NULL);
    Patterns patterns = {g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free),
                         g_ptr_array_new_with_free_func(g_free)};
    GString *out = g_string_new("UTF-8\n");
    g_auto(GStrv) lines = g_strsplit(decoded, "\n", -1);
    for (char **line = lines; *line; line++) {
        g_strstrip(*line);
        if (is_keyword(*line))
            g_string_append_printf(out, "%s\n", *line);
        else if (**line != '%' && **line != '#')
            add_pattern(&patterns, *line);
    }
    bool complete = is_complete(&patterns);
    if (!complete)
        append_completed(out, &patterns);
    g_hash_table_unref(patterns.values);
    g_ptr_array_unref(patterns.letters);
    if (!complete)
        return g_string_free(out, FALSE);
    g_string_free(out, TRUE);
    return g_strconcat("UTF-8", decoded, NULL);
}
