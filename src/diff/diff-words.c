/* diff-words.c - two texts to pieces: unchanged, deleted and inserted words. */
#include "diff-internal.h"

#include <glib.h>
#include <string.h>

typedef struct {
    const char *text;
    size_t *starts; /* n + 1 offsets */
    uint32_t *symbols;
    size_t n;
} Tokens;

typedef struct {
    DgArena *arena;
    const Tokens *tokens[2];
    DgDiffPiece *pieces;
    size_t n;
    GString *pending[2]; /* deleted and inserted text, not yet a piece */
} Writing;

/* A word, or one other character. */
static const char *
end_of_token(const char *s)
{
    const char *end = g_utf8_next_char(s);
    if (!g_unichar_isalnum(g_utf8_get_char(s)))
        return end;
    while (g_unichar_isalnum(g_utf8_get_char(end)) || g_unichar_ismark(g_utf8_get_char(end)))
        end = g_utf8_next_char(end);
    return end;
}

static Tokens
read_tokens(DgArena *arena, GHashTable *symbols, const char *text)
{
    Tokens tokens = {.text = text};
    for (const char *s = text; *s;) {
        const char *end = end_of_token(s);
        char *token = dg_arena_strndup(arena, s, (size_t)(end - s));
        gpointer symbol = g_hash_table_lookup(symbols, token);
        if (!symbol) {
            symbol = GUINT_TO_POINTER(g_hash_table_size(symbols) + 1);
            g_hash_table_insert(symbols, token, symbol);
        }
        tokens.starts = dg_arena_grow(arena, tokens.starts, tokens.n, sizeof *tokens.starts);
        tokens.starts[tokens.n] = (size_t)(s - text);
        DG_APPEND(arena, tokens.symbols, tokens.n, GPOINTER_TO_UINT(symbol));
        s = end;
    }
    size_t n = tokens.n;
    DG_APPEND(arena, tokens.starts, n, strlen(text));
    return tokens;
}

static char *
text_of(DgArena *arena, const Tokens *tokens, size_t first, size_t n)
{
    size_t start = tokens->starts[first];
    return dg_arena_strndup(arena, tokens->text + start, tokens->starts[first + n] - start);
}

static void
add_piece(Writing *writing, DgChange change, const char *text)
{
    DgDiffPiece piece = {change, text};
    if (*text)
        DG_APPEND(writing->arena, writing->pieces, writing->n, piece);
}

static void
flush(Writing *writing)
{
    static const DgChange changes[] = {DG_DELETED, DG_INSERTED};
    for (int i = 0; i < 2; i++) {
        add_piece(writing, changes[i], dg_arena_strdup(writing->arena, writing->pending[i]->str));
        g_string_truncate(writing->pending[i], 0);
    }
}

/* Spaces and points between two changed words are changed with them: "old, red" for "new, green", not word by
 * word. The mark between paragraphs stays. */
static bool
joins_changes(const Writing *writing, const char *text, bool last)
{
    if (last || writing->pending[0]->len == 0 || writing->pending[1]->len == 0 || strstr(text, "¶"))
        return false;
    for (const char *s = text; *s; s = g_utf8_next_char(s))
        if (g_unichar_isalnum(g_utf8_get_char(s)))
            return false;
    return true;
}

static void
write_edit(Writing *writing, const DgEdit *edit, bool last)
{
    bool inserted = edit->change == DG_INSERTED;
    const char *text =
        text_of(writing->arena, writing->tokens[inserted], edit->first[inserted], edit->n);
    if (edit->change == DG_UNCHANGED && !joins_changes(writing, text, last)) {
        flush(writing);
        add_piece(writing, DG_UNCHANGED, text);
        return;
    }
    if (!inserted)
        g_string_append(writing->pending[0], text);
    if (edit->change != DG_DELETED)
        g_string_append(writing->pending[1], text);
}

size_t
dg_words_compare(DgArena *arena, const char *old_text, const char *new_text, DgDiffPiece **pieces)
{
    g_autoptr(GHashTable) symbols = g_hash_table_new(g_str_hash, g_str_equal);
    g_autoptr(GString) deleted = g_string_new(NULL), inserted = g_string_new(NULL);
    Tokens old_tokens = read_tokens(arena, symbols, old_text),
           new_tokens = read_tokens(arena, symbols, new_text);
    Writing writing = {
        .arena = arena, .tokens = {&old_tokens, &new_tokens}, .pending = {deleted, inserted}};
    DgEdit *edits;
    size_t n = dg_script_make(arena, old_tokens.symbols, old_tokens.n, new_tokens.symbols,
                              new_tokens.n, &edits);
    for (size_t i = 0; i < n; i++)
        write_edit(&writing, &edits[i], i + 1 == n);
    flush(&writing);
    *pieces = writing.pieces;
    return writing.n;
}
