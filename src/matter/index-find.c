/* index-find.c - names of the register in running text. Words are compared by their stems, so that declined names
 * are found; a name begins with a capital or figure, a name of several words is told by all of them, and an
 * abbreviation stands letter by letter. */
#include "index-internal.h"

#include <string.h>

typedef struct {
    char **stems;
    size_t n_stems;
    char *exact; /* an abbreviation: the word itself */
    size_t which;
} Pattern;

struct NameFinder {
    const char *language;
    DgStemmer *stemmer;
    DgArena *scratch;
    GHashTable *by_first; /* stem of the first word to GPtrArray of Pattern; only looked up */
};

/* A stretch of letters and figures in a text; empty at its end. */
typedef struct {
    const char *start;
    size_t length;
} Word;

static void
pattern_free(void *data)
{
    Pattern *pattern = data;
    g_strfreev(pattern->stems);
    g_free(pattern->exact);
    g_free(pattern);
}

NameFinder *
name_finder_new(const char *language)
{
    NameFinder *finder = g_new0(NameFinder, 1);
    finder->language = language;
    finder->stemmer = dg_stemmer_new();
    finder->scratch = dg_arena_new();
    finder->by_first =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_ptr_array_unref);
    return finder;
}

void
name_finder_free(NameFinder *finder)
{
    g_hash_table_unref(finder->by_first);
    dg_arena_free(finder->scratch);
    dg_stemmer_free(finder->stemmer);
    g_free(finder);
}

static Word
next_word(const char *text)
{
    while (*text && !g_unichar_isalnum(g_utf8_get_char(text)))
        text = g_utf8_next_char(text);
    const char *end = text;
    while (*end &&
           (g_unichar_isalnum(g_utf8_get_char(end)) || g_unichar_ismark(g_utf8_get_char(end))))
        end = g_utf8_next_char(end);
    return (Word){text, (size_t)(end - text)};
}

/* A stem that is none shorter itself: «Храмовым» loses its ending to be "храмов", as «Храмов» loses what is none to be
 * "храм", and both must come out the same. Lives as long as the scratch arena. */
static const char *
stem_of(NameFinder *finder, Word word)
{
    enum { MOST_ENDINGS = 4 };
    const char *text =
        dg_fold(finder->scratch, dg_arena_strndup(finder->scratch, word.start, word.length));
    for (int i = 0; i < MOST_ENDINGS; i++) {
        const char *stem = dg_stem(finder->stemmer, text, finder->language);
        if (strcmp(stem, text) == 0)
            break;
        text = dg_arena_strdup(finder->scratch, stem);
    }
    return text;
}

/* Capitals throughout, as in "ОДКБ": it is not declined, and the same letters in small are a word. */
static bool
is_abbreviation(const char *word)
{
    int capitals = 0;
    for (const char *at = word; *at; at = g_utf8_next_char(at)) {
        gunichar letter = g_utf8_get_char(at);
        if (g_unichar_islower(letter))
            return false;
        capitals += g_unichar_isupper(letter) != 0;
    }
    return capitals >= 2;
}

static void
drop_scratch(NameFinder *finder)
{
    dg_arena_free(finder->scratch);
    finder->scratch = dg_arena_new();
}

static Pattern *
pattern_new(NameFinder *finder, const char *name, size_t which)
{
    g_autoptr(GPtrArray) stems = g_ptr_array_new();
    Word word = next_word(name);
    const char *only = word.start;
    for (; word.length; word = next_word(word.start + word.length))
        g_ptr_array_add(stems, g_strdup(stem_of(finder, word)));
    Pattern *pattern = g_new0(Pattern, 1);
    pattern->which = which;
    pattern->n_stems = stems->len;
    if (stems->len == 1 && is_abbreviation(name))
        pattern->exact = g_strndup(only, next_word(only).length);
    g_ptr_array_add(stems, NULL);
    pattern->stems = (char **)g_ptr_array_free(g_steal_pointer(&stems), FALSE);
    return pattern;
}

void
name_finder_add(NameFinder *finder, const char *name, size_t which)
{
    Pattern *pattern = name ? pattern_new(finder, name, which) : NULL;
    drop_scratch(finder);
    if (!pattern)
        return;
    if (pattern->n_stems == 0) {
        pattern_free(pattern);
        return;
    }
    GPtrArray *patterns = g_hash_table_lookup(finder->by_first, pattern->stems[0]);
    if (!patterns) {
        patterns = g_ptr_array_new_with_free_func(pattern_free);
        g_hash_table_insert(finder->by_first, g_strdup(pattern->stems[0]), patterns);
    }
    g_ptr_array_add(patterns, pattern);
}

static bool
matches(NameFinder *finder, const Pattern *pattern, Word word)
{
    if (pattern->exact)
        return strlen(pattern->exact) == word.length &&
               strncmp(pattern->exact, word.start, word.length) == 0;
    for (size_t i = 1; i < pattern->n_stems; i++) {
        word = next_word(word.start + word.length);
        if (!word.length || strcmp(pattern->stems[i], stem_of(finder, word)) != 0)
            return false;
    }
    return true;
}

static bool
may_begin_name(Word word)
{
    gunichar first = g_utf8_get_char(word.start);
    return g_unichar_isupper(first) || g_unichar_isdigit(first);
}

void
name_finder_run(NameFinder *finder, const char *text, void (*found)(void *data, size_t which),
                void *data)
{
    if (g_hash_table_size(finder->by_first) == 0)
        return;
    for (Word word = next_word(text); word.length; word = next_word(word.start + word.length)) {
        if (!may_begin_name(word))
            continue;
        const GPtrArray *patterns = g_hash_table_lookup(finder->by_first, stem_of(finder, word));
        for (guint i = 0; patterns && i < patterns->len; i++) {
            const Pattern *pattern = patterns->pdata[i];
            if (matches(finder, pattern, word))
                found(data, pattern->which);
        }
    }
    drop_scratch(finder);
}
