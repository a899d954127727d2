/* sentences.c - where the sentences of a block end, measured along its words as if they stood on one line. */
#include "shape-internal.h"

/* Labels and marks of notes would hide the end of a sentence from ICU. */
static void
append_token(GString *text, const DgPar *par, const DgToken *token)
{
    if (par->owners[token->owner].generated)
        return;
    switch ((DgTokenKind)token->kind) {
    case DG_TOKEN_WORD:
        g_string_append_len(text, token->as.word->text, token->as.word->length);
        break;
    case DG_TOKEN_SPACE:
    case DG_TOKEN_LEADER:
        g_string_append_c(text, ' ');
        break;
    case DG_TOKEN_BREAK:
        g_string_append_c(text, '\n');
        break;
    case DG_TOKEN_KERN:
    case DG_TOKEN_PAGE_NUMBER:
    case DG_TOKEN_PICTURE:
        break;
    }
}

/* The space behind a sentence belongs to none. */
size_t
dg_par_sentences(DgArena *arena, const DgPar *par, DgLen **widths)
{
    g_autoptr(GString) text = g_string_new(NULL);
    g_autofree size_t *begin = g_new(size_t, par->n_tokens + 1);
    for (size_t i = 0; i < par->n_tokens; i++) {
        begin[i] = text->len;
        append_token(text, par, &par->tokens[i]);
    }
    DgArena *scratch = dg_arena_new();
    size_t *ends = NULL, at = 0, n = 0;
    size_t n_ends = dg_sentences(scratch, par->shaper->segmenter, text->str, par->language, &ends);
    DgLen width = 0, last = 0;
    *widths = DG_NEW_ARRAY(arena, DgLen, n_ends + 1);
    for (size_t i = 0; i < par->n_tokens; i++) {
        bool over = false;
        for (; at < n_ends && begin[i] >= ends[at] && begin[i] < text->len; at++)
            over = true;
        if (over)
            (*widths)[n++] = last;
        width += par->tokens[i].width;
        if (par->tokens[i].kind != DG_TOKEN_SPACE)
            last = width;
    }
    (*widths)[n++] = last;
    dg_arena_free(scratch);
    return n;
}
