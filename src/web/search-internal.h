/* search-internal.h - the search of the site while it is made: pairs > words > forms > terms > shards.
 * A form is a word as it is compared (dg_fold), a term the stem that forms of one language share. The page
 * looks a form up, finds its terms and in them the pairs; so it needs no stemmer. */
#ifndef DIGLOT_SEARCH_INTERNAL_H
#define DIGLOT_SEARCH_INTERNAL_H

#include "web-internal.h"

#include <glib.h>

typedef struct Form Form;

typedef struct {
    DgSide side;
    uint32_t n_pairs, last_pair, last_position;
    GString *postings; /* "PAIR.POSITION.POSITION PAIR.POSITION": differences, in base 36 */
    Form **forms;      /* all that share it */
    size_t n_forms;
    uint32_t shard, number; /* the last shard that it stands in, and where */
} Term;

struct Form {
    const char *text;
    Term *terms[DG_SIDES]; /* NULL: it does not occur on that side */
    bool small;            /* it occurs without a capital, so it is no name */
    uint32_t shard;        /* the last that it stands in */
};

/* A pair as a result shows it; pairs are numbered through all items. */
typedef struct {
    size_t item; /* of site->items */
    const char *anchor, *text[DG_SIDES];
} Found;

typedef struct {
    Found *pairs;
    Form **forms; /* in the order that scripts compare strings by */
    size_t n_pairs, n_forms;
    uint32_t shard; /* of forms: the present one, counted from 1 */
} Words;

/* ---- search-words.c ---- */
Words *search_words_collect(Site *site);
void search_words_free(Words *words);
/* Too frequent to find anything by: no postings are kept for it. */
bool search_is_common(const Words *words, const Term *term);

/* ---- search-shards.c ---- */
/* Writes the shards and what leads to them; the address of that script, or NULL. */
const char *search_shards_write(Site *site, Words *words);

#endif
