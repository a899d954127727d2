/* token-internal.h - a paragraph on its way to tokens and breaks: token.c, place-break.c. */
#ifndef DIGLOT_TOKEN_INTERNAL_H
#define DIGLOT_TOKEN_INTERNAL_H

#include "shape-internal.h"

typedef struct {
    DgShaper *shaper;
    DgWorkspace *work;
    DgPar *par;
    DgCollected *collected;
    const uint8_t *kinds; /* where ICU allows a line to end */
    DgBreak sum;          /* before, glyphs, spaces so far */
    DgLen natural;
    bool leader;
    size_t owner;      /* of the span at hand */
    size_t word_break; /* the first break of the last word */
    size_t word_at;    /* where its text starts */
    size_t letters;    /* of the word before the last space, when it is a short one */
    bool leads; /* that word belongs to the next one; only asked where lines are not justified */
    size_t next_soft; /* of collected->soft */
} DgTokenizer;

/* The token so many before the next one, or NULL. */
static inline DgToken *
dg_token_back(const DgTokenizer *tokenizer, size_t back)
{
    DgWorkspace *work = tokenizer->work;
    return work->n_tokens >= back ? &work->tokens[work->n_tokens - back] : NULL;
}

static inline bool
dg_token_is_word(const DgToken *token)
{
    return token && token->kind == DG_TOKEN_WORD;
}

/* What a line may end before or behind without a space. */
static inline bool
dg_token_is_solid(const DgToken *token)
{
    return token && (token->kind == DG_TOKEN_WORD || token->kind == DG_TOKEN_PICTURE);
}

/* ---- place-break.c ---- */
void dg_break_at_start(DgTokenizer *tokenizer);
/* At the space that is the last token, with the word behind it; `kind` as dg_line_breaks gives it. */
void dg_break_at_space(DgTokenizer *tokenizer, const DgToken *space, const DgShapedWord *next,
                       uint8_t kind);
/* Whether there has been none for so long that one is needed. */
bool dg_break_is_overdue(const DgTokenizer *tokenizer);
/* Between a word or picture and the word (NULL: picture) that touches it. */
void dg_break_between(DgTokenizer *tokenizer, const DgToken *before, const DgShapedWord *next);
/* Inside a word whose text stands at `at`: divisions if `divide`, and where its characters allow it. */
void dg_break_inside(DgTokenizer *tokenizer, DgShapedWord *word, size_t at, bool divide);
void dg_break_forced(DgTokenizer *tokenizer);
/* The end of the paragraph; knows now which word is the last. */
void dg_break_at_end(DgTokenizer *tokenizer);

#endif
