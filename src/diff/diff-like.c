/* diff-like.c - blocks whose words are alike. Only blocks that share a rare word are compared, so that the work
 * stays in proportion to the text. */
#include "diff-internal.h"

#include <glib.h>

#define LIKE_LEAST 0.4  /* less alike blocks are not the same one */
#define PART_LEAST 0.75 /* share of the words of a part that its whole must hold */
#define PART_WORDS 6
#define RARE_MOST 24 /* blocks that hold a word, for the word to lead from one to another */

typedef struct {
    size_t i, j;
    double likeness;
} Candidate;

typedef struct {
    uint32_t word;
    uint32_t at; /* old block */
} Posting;

static int
compare_postings(const void *a, const void *b)
{
    const Posting *x = a, *y = b;
    if (x->word != y->word)
        return x->word < y->word ? -1 : 1;
    return x->at < y->at ? -1 : x->at > y->at;
}

/* The most alike first; of equal ones those that stand first. */
static int
compare_candidates(const void *a, const void *b)
{
    const Candidate *x = a, *y = b;
    if (x->likeness > y->likeness || x->likeness < y->likeness)
        return x->likeness > y->likeness ? -1 : 1;
    if (x->i != y->i)
        return x->i < y->i ? -1 : 1;
    return x->j < y->j ? -1 : x->j > y->j;
}

static GArray *
index_words(const DgMatching *matching)
{
    GArray *postings = g_array_new(false, false, sizeof(Posting));
    for (size_t i = 0; i < matching->text[0]->n; i++) {
        const DgDiffBlock *one = dg_match_block(matching, 0, i);
        for (size_t k = 0; dg_match_is_free(matching, 0, i) && k < one->n_words; k++) {
            Posting posting = {one->words[k], (uint32_t)i};
            if (k == 0 || one->words[k] != one->words[k - 1])
                g_array_append_val(postings, posting);
        }
    }
    g_array_sort(postings, compare_postings);
    return postings;
}

static size_t
lower_bound(const GArray *postings, uint32_t word)
{
    size_t low = 0, high = postings->len;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (g_array_index(postings, Posting, middle).word < word)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* How much speaks for one block having become the other: equal words; or that one is a part of the other. */
static double
likeness_of(const DgDiffBlock *a, const DgDiffBlock *b)
{
    size_t common = dg_words_common(a->words, a->n_words, b->words, b->n_words);
    size_t least = MIN(a->n_words, b->n_words);
    double likeness = dg_blocks_likeness(a, b);
    if (a->node->kind != b->node->kind &&
        (a->node->kind == DG_HEADING || b->node->kind == DG_HEADING))
        return likeness / 2;
    bool part = least >= PART_WORDS && (double)common >= PART_LEAST * (double)least;
    return part ? MAX(likeness, LIKE_LEAST) : likeness;
}

/* Old blocks that share a rare word with the new one. */
static void
add_candidates(const DgMatching *matching, const GArray *postings, size_t j, size_t *seen,
               GArray *candidates)
{
    const DgDiffBlock *one = dg_match_block(matching, 1, j);
    for (size_t k = 0; k < one->n_words; k++) {
        size_t low = lower_bound(postings, one->words[k]), high = low;
        if (k && one->words[k] == one->words[k - 1])
            continue;
        while (high < postings->len &&
               g_array_index(postings, Posting, high).word == one->words[k] &&
               high - low <= RARE_MOST)
            high++;
        for (size_t p = low; high - low <= RARE_MOST && p < high; p++) {
            size_t i = g_array_index(postings, Posting, p).at;
            Candidate candidate = {i, j, 0};
            if (seen[i] == j + 1)
                continue;
            seen[i] = j + 1;
            candidate.likeness = likeness_of(dg_match_block(matching, 0, i), one);
            if (candidate.likeness >= LIKE_LEAST)
                g_array_append_val(candidates, candidate);
        }
    }
}

void
dg_match_alike(DgMatching *matching)
{
    g_autoptr(GArray) postings = index_words(matching);
    g_autoptr(GArray) candidates = g_array_new(false, false, sizeof(Candidate));
    size_t *seen = DG_NEW_ARRAY(matching->arena, size_t, matching->text[0]->n + 1);
    for (size_t j = 0; j < matching->text[1]->n; j++)
        if (dg_match_is_free(matching, 1, j))
            add_candidates(matching, postings, j, seen, candidates);
    g_array_sort(candidates, compare_candidates);
    for (size_t k = 0; k < candidates->len; k++) {
        const Candidate *candidate = &g_array_index(candidates, Candidate, k);
        if (dg_match_is_free(matching, 0, candidate->i) &&
            dg_match_is_free(matching, 1, candidate->j))
            dg_match_join(matching, candidate->i, candidate->j);
    }
}
