/* index-find.c - names of the register in running text. Words are compared by their stems, so that declined names
 * are found; a name of several words is told by all of them, a single word must begin with a capital too, and an
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
    DgSegmenter *segmenter;
    DgArena *scratch;
    GHashTable *by_first; /* stem of the first word to GPtrArray of Pattern; only looked up */
};

typedef struct {
    char *stem;
    const char *start; /* of the word in the text */
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

static void
word_clear(void *data)
{
    g_free(((Word *)data)->stem);
}

NameFinder *
name_finder_new(const char *language)
{
    NameFinder *finder = g_new0(NameFinder, 1);
    finder->language = language;
    finder->stemmer = dg_stemmer_new();
    finder->segmenter = dg_segmenter_new();
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
    dg_segmenter_free(finder->segmenter);
    dg_stemmer_free(finder->stemmer);
    g_free(finder);
}

static GArray *
words_of(NameFinder *finder, const char *text)
{
    GArray *words = g_array_new(FALSE, FALSE, sizeof(Word));
    g_array_set_clear_func(words, word_clear);
    DgSpanOfText *spans;
    size_t n = dg_words(finder->scratch, finder->segmenter, text, finder->language, &spans);
    for (size_t i = 0; i < n; i++) {
        size_t length = spans[i].end - spans[i].start;
        const char *word = dg_arena_strndup(finder->scratch, text + spans[i].start, length);
        const char *folded = dg_fold(finder->scratch, word);
        if (!*folded)
            continue;
        Word entry = {g_strdup(dg_stem(finder->stemmer, folded, finder->language)),
                      text + spans[i].start, length};
        g_array_append_val(words, entry);
    }
    return words;
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

void
name_finder_add(NameFinder *finder, const char *name, size_t which)
{
    if (!name)
        return;
    g_autoptr(GArray) words = words_of(finder, name);
    drop_scratch(finder);
    if (words->len == 0)
        return;
    Pattern *pattern = g_new0(Pattern, 1);
    pattern->which = which;
    pattern->n_stems = words->len;
    pattern->stems = g_new0(char *, words->len + 1);
    for (guint i = 0; i < words->len; i++)
        pattern->stems[i] = g_strdup(g_array_index(words, Word, i).stem);
    if (words->len == 1 && is_abbreviation(name))
        pattern->exact = g_strdup(name);
    GPtrArray *patterns = g_hash_table_lookup(finder->by_first, pattern->stems[0]);
    if (!patterns) {
        patterns = g_ptr_array_new_with_free_func(pattern_free);
        g_hash_table_insert(finder->by_first, g_strdup(pattern->stems[0]), patterns);
    }
    g_ptr_array_add(patterns, pattern);
}

static bool
matches(const Pattern *pattern, const GArray *words, guint at)
{
    if (words->len - at < pattern->n_stems)
        return false;
    const Word *first = &g_array_index(words, Word, at);
    if (pattern->exact)
        return strlen(pattern->exact) == first->length &&
               strncmp(pattern->exact, first->start, first->length) == 0;
    if (pattern->n_stems == 1 && !g_unichar_isupper(g_utf8_get_char(first->start)))
        return false;
    for (size_t i = 1; i < pattern->n_stems; i++)
        if (strcmp(pattern->stems[i], g_array_index(words, Word, at + i).stem) != 0)
            return false;
    return true;
}

void
name_finder_run(NameFinder *finder, const char *text, void (*found)(void *data, size_t which),
                void *data)
{
    g_autoptr(GArray) words = words_of(finder, text);
    for (guint i = 0; i < words->len; i++) {
        const GPtrArray *patterns =
            g_hash_table_lookup(finder->by_first, g_array_index(words, Word, i).stem);
        for (guint j = 0; patterns && j < patterns->len; j++) {
            const Pattern *pattern = patterns->pdata[j];
            if (matches(pattern, words, i))
                found(data, pattern->which);
        }
    }
    drop_scratch(finder);
}
