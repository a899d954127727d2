/* diff-text.c - a block as it is compared: its text with notes, and its words as a bag. */
#include "diff-internal.h"

#include "diglot/lang.h"

#include <glib.h>
#include <stdlib.h>
#include <string.h>

/* Notes in notes are hostile or a mistake. */
#define NOTES_DEEPEST 4

static void
append_folded(GString *text, const char *piece)
{
    for (const char *s = piece; *s; s++) {
        bool space = *s == ' ' || *s == '\t' || *s == '\n' || *s == '\r';
        if (!space)
            g_string_append_c(text, *s);
        else if (text->len && text->str[text->len - 1] != ' ')
            g_string_append_c(text, ' ');
    }
}

static void
append_node(GString *text, const DgNode *root, int depth)
{
    for (DgWalk walk = dg_walk((DgNode *)root); dg_walk_next(&walk);) {
        const DgNode *node = walk.node;
        if (!dg_kind_is_inline(node->kind) || node->kind == DG_BREAK)
            append_folded(text, " ");
        else if (walk.entering && node->text)
            append_folded(text, node->text);
        bool note = walk.entering && node->kind == DG_NOTE_MARK && node->as.note_mark.note &&
                    !node->as.note_mark.repeated && depth < NOTES_DEEPEST;
        if (!note)
            continue;
        g_string_append(text, "^[");
        append_node(text, node->as.note_mark.note, depth + 1);
        g_strchomp(text->str);
        g_string_set_size(text, strlen(text->str));
        g_string_append_c(text, ']');
    }
}

static uint32_t
hash_word(const char *word)
{
    uint32_t hash = 2166136261u; /* FNV-1a */
    for (const char *s = word; *s; s++)
        hash = (hash ^ (uint8_t)*s) * 16777619u;
    return hash;
}

static int
compare_hashes(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return x < y ? -1 : x > y;
}

static void
read_words(DgArena *arena, DgDiffBlock *block)
{
    g_auto(GStrv) words = g_strsplit(dg_fold(arena, block->text), " ", -1);
    for (char **word = words; *word; word++)
        if (**word)
            DG_APPEND(arena, block->words, block->n_words, hash_word(*word));
    if (block->n_words)
        qsort(block->words, block->n_words, sizeof *block->words, compare_hashes);
}

DgDiffBlock
dg_diff_block(DgArena *arena, DgNode *node, const char *key, size_t pair)
{
    g_autoptr(GString) text = g_string_new(NULL);
    append_node(text, node, 0);
    DgDiffBlock block = {.node = node, .key = key, .pair = pair};
    block.text = dg_arena_strdup(arena, g_strstrip(text->str));
    read_words(arena, &block);
    return block;
}

size_t
dg_words_common(const uint32_t *a, size_t n_a, const uint32_t *b, size_t n_b)
{
    size_t common = 0;
    for (size_t i = 0, j = 0; i < n_a && j < n_b;) {
        common += a[i] == b[j];
        bool left = a[i] <= b[j], right = b[j] <= a[i];
        i += left;
        j += right;
    }
    return common;
}

double
dg_blocks_likeness(const DgDiffBlock *a, const DgDiffBlock *b)
{
    size_t all = a->n_words + b->n_words;
    if (all == 0)
        return strcmp(a->text, b->text) == 0;
    return 2.0 * (double)dg_words_common(a->words, a->n_words, b->words, b->n_words) / (double)all;
}

bool
dg_blocks_are_same(const DgDiffBlock *a, const DgDiffBlock *b)
{
    if (a->node->kind != b->node->kind)
        return false;
    if (a->node->kind == DG_HEADING && a->node->as.heading.level != b->node->as.heading.level)
        return false;
    return strcmp(a->text, b->text) == 0;
}
