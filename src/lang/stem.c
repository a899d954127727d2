/* stem.c - words without their endings, by libstemmer's Snowball algorithms. */
#include "chars-internal.h"
#include "diglot/lang.h"

#include <glib.h>
#include <libstemmer.h>
#include <string.h>

enum { LANGUAGES = 8 }; /* more do not meet in one volume */

typedef struct {
    char tag[4];
    struct sb_stemmer *stemmer; /* NULL: the library has none */
} Known;

struct DgStemmer {
    Known known[LANGUAGES];
    size_t n;
};

DgStemmer *
dg_stemmer_new(void)
{
    return g_new0(DgStemmer, 1);
}

void
dg_stemmer_free(DgStemmer *stemmer)
{
    if (!stemmer)
        return;
    for (size_t i = 0; i < stemmer->n; i++)
        if (stemmer->known[i].stemmer)
            sb_stemmer_delete(stemmer->known[i].stemmer);
    g_free(stemmer);
}

static bool
has_letter_of(const char *word, bool (*is_of_script)(gunichar))
{
    for (; *word; word = g_utf8_next_char(word))
        if (is_of_script(g_utf8_get_char(word)))
            return true;
    return false;
}

static bool
is_latin_letter(gunichar c)
{
    return c >= 'a' && c <= 'z';
}

static bool
is_cyrillic_letter(gunichar c)
{
    return c < 0xFFFF && is_cyrillic((uint16_t)c);
}

/* "ru" writes Cyrillic, as most that stand beside it here; of other languages the word is taken as their own. */
static const char *
language_of_word(const char *word, const char *language)
{
    bool russian = g_str_has_prefix(language, "ru");
    if (russian)
        return has_letter_of(word, is_latin_letter) ? "en" : language;
    return g_str_has_prefix(language, "en") && has_letter_of(word, is_cyrillic_letter) ? "ru"
                                                                                       : language;
}

static struct sb_stemmer *
stemmer_for(DgStemmer *stemmer, const char *language)
{
    char tag[4] = {0};
    size_t length = strcspn(language, "-");
    memcpy(tag, language, MIN(length, sizeof tag - 1));
    for (size_t i = 0; i < stemmer->n; i++)
        if (strcmp(stemmer->known[i].tag, tag) == 0)
            return stemmer->known[i].stemmer;
    if (stemmer->n == LANGUAGES)
        return NULL;
    Known *known = &stemmer->known[stemmer->n++];
    memcpy(known->tag, tag, sizeof tag);
    known->stemmer = sb_stemmer_new(tag, NULL);
    return known->stemmer;
}

const char *
dg_stem(DgStemmer *stemmer, const char *word, const char *language)
{
    struct sb_stemmer *own = stemmer_for(stemmer, language_of_word(word, language ? language : ""));
    size_t length = strlen(word);
    if (!own || length > 200)
        return word;
    const sb_symbol *stem = sb_stemmer_stem(own, (const sb_symbol *)word, (int)length);
    return stem && *stem ? (const char *)stem : word;
}
