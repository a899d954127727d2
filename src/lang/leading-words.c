/* leading-words.c - prepositions, conjunctions and articles: a line of a title begins with them, none ends so (R32).
 * The Russian ones of up to three letters are in the lexicon: they hold in justified text, too (break-short.c). */
#include "diglot/lang.h"

#include <glib.h>
#include <stdlib.h>
#include <string.h>

/* In the order of the bytes: the search halves the table. */
static const char *const words[] = {
    "a",      "about",  "across",  "after",  "against", "among",   "amongst", "an",     "and",
    "as",     "at",     "because", "before", "between", "but",     "by",      "during", "for",
    "from",   "if",     "in",      "into",   "nor",     "of",      "on",      "onto",   "or",
    "per",    "the",    "through", "to",     "toward",  "towards", "under",   "until",  "upon",
    "versus", "via",    "vs",      "when",   "where",   "while",   "with",    "within", "without",
    "вместо", "вокруг", "если",    "из-за",  "из-под",  "или",     "когда",   "кроме",  "либо",
    "между",  "около",  "перед",   "после",  "против",  "ради",    "сквозь",  "среди",  "хотя",
    "через",  "чтобы",
};

static int
compare(const void *word, const void *row)
{
    return strcmp(word, *(const char *const *)row);
}

/* What may stand before a word without a space. */
static const char *
skip_opening(const char *word, const char *end)
{
    while (word < end && !g_unichar_isalnum(g_utf8_get_char(word)))
        word = g_utf8_next_char(word);
    return word;
}

bool
dg_word_leads(const char *word, size_t length, bool opens)
{
    enum { LONGEST = 24 };
    const char *end = word + length, *start = skip_opening(word, end);
    if (start == end || end - start > LONGEST)
        return false;
    g_autofree char *lower = g_utf8_strdown(start, end - start);
    bool letter = !opens && strlen(lower) == 1 && *lower != *start; /* "Panel A" */
    return !letter && bsearch(lower, words, G_N_ELEMENTS(words), sizeof *words, compare);
}
