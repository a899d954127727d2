/* check-values-internal.h - figures and words, of which values are made. */
#ifndef DIGLOT_CHECK_VALUES_INTERNAL_H
#define DIGLOT_CHECK_VALUES_INTERNAL_H

#include "check-internal.h"

#define DG_WORD_LONGEST 48 /* bytes: no number word is longer */

typedef struct {
    size_t start, end;   /* in the text */
    const char *figures; /* "1 234,5"; NULL for words */
    int minutes;         /* of the day, where a colon says so; else -1 */
    const char *word;    /* as written; NULL for figures and very long words */
    const DgLexeme *lexeme;
} DgToken;

typedef struct {
    DgToken *list;
    size_t n;
} DgTokens;

DgTokens dg_tokens_read(DgArena *arena, const DgCheckText *text, const DgLexicon *lexicon);

#endif
