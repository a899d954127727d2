/* check-text.c - the words of some blocks as one string, and where each of them stands. */
#include "check-internal.h"

#include <glib.h>
#include <string.h>

typedef struct {
    DgArena *arena;
    GString *string;
    DgCheckText *text;
} Collecting;

static void
append_folded(GString *string, const char *piece)
{
    for (const char *s = piece; *s; s++) {
        bool space = *s == ' ' || *s == '\t' || *s == '\n' || *s == '\r';
        char last = string->len ? string->str[string->len - 1] : '\n';
        if (!space)
            g_string_append_c(string, *s);
        else if (last != ' ' && last != '\n')
            g_string_append_c(string, ' ');
    }
}

static void
append_mark(GString *string, char mark)
{
    if (string->len && string->str[string->len - 1] != mark)
        g_string_append_c(string, mark);
}

/* Whether the primary subtags of two language tags differ. */
static bool
differs(const char *a, const char *b)
{
    size_t length = strcspn(a, "-");
    return length != strcspn(b, "-") || g_ascii_strncasecmp(a, b, length) != 0;
}

static void
append_text(Collecting *collecting, const DgNode *node)
{
    DgCheckText *text = collecting->text;
    DgCheckSpot spot = {.offset = collecting->string->len, .pos = node->pos};
    spot.foreign = differs(dg_node_lang(node, text->language), text->language);
    for (const DgNode *up = node->parent; up && !spot.linked; up = up->parent)
        spot.linked = up->kind == DG_REFERENCE_LINK;
    DG_APPEND(collecting->arena, text->spots, text->n_spots, spot);
    append_folded(collecting->string, node->text);
}

static bool
is_left_out(DgKind kind)
{
    return kind == DG_CODE || kind == DG_INLINE_CODE || kind == DG_FORMULA ||
           kind == DG_INLINE_FORMULA || kind == DG_REFERENCE || kind == DG_PAGE_NUMBER;
}

static bool
is_raised(const DgNode *node)
{
    return node->kind == DG_STYLED &&
           (node->as.styled.styling == DG_SUPERSCRIPT || node->as.styled.styling == DG_SUBSCRIPT);
}

/* Ordinals such as 5<sup>th</sup> go on; figures set high do not. */
static bool
parts_words(const DgNode *node)
{
    const DgNode *first = node->first;
    return is_left_out(node->kind) || node->kind == DG_REFERENCE_LINK ||
           (is_raised(node) && first && first->text && g_ascii_isdigit(first->text[0]));
}

static void
collect_block(Collecting *collecting, const DgNode *block)
{
    GString *string = collecting->string;
    DgCheckSpot start = {.offset = string->len, .pos = block->pos};
    DG_APPEND(collecting->arena, collecting->text->spots, collecting->text->n_spots, start);
    for (DgWalk walk = dg_walk((DgNode *)block); dg_walk_next(&walk);) {
        const DgNode *node = walk.node;
        if (node->kind == DG_BREAK)
            append_folded(string, " ");
        else if (!dg_kind_is_inline(node->kind))
            append_mark(string, '\n');
        else if (parts_words(node))
            append_mark(string, DG_CHECK_GAP);
        walk.skip = walk.entering && is_left_out(node->kind);
        if (walk.entering && node->text && !walk.skip)
            append_text(collecting, node);
    }
}

DgCheckText
dg_check_text(DgArena *arena, DgNode *const *blocks, size_t n, const char *language)
{
    DgCheckText text = {.language = language};
    g_autoptr(GString) string = g_string_new(NULL);
    Collecting collecting = {arena, string, &text};
    for (size_t i = 0; i < n; i++)
        collect_block(&collecting, blocks[i]);
    text.length = string->len;
    text.text = dg_arena_strndup(arena, string->str, string->len);
    return text;
}

const DgCheckSpot *
dg_check_spot(const DgCheckText *text, size_t offset)
{
    size_t low = 0, high = text->n_spots;
    while (high - low > 1) {
        size_t middle = (low + high) / 2;
        if (text->spots[middle].offset <= offset)
            low = middle;
        else
            high = middle;
    }
    return text->n_spots ? &text->spots[low] : NULL;
}

DgPos
dg_check_place(const DgCheckText *text, size_t offset)
{
    const DgCheckSpot *spot = dg_check_spot(text, offset);
    return spot ? spot->pos : DG_NOWHERE;
}
