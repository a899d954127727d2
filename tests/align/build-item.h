/* build-item.h - items made from a few lines of text, for the tests of this folder.
 * A line is a block: "KIND[#ID] TEXT", KIND one of p, i (in a list item), r (reference), c (code), f (formula),
 * t (table), h1-h6; a text ends with NULL. */
#ifndef DIGLOT_TESTS_BUILD_ITEM_H
#define DIGLOT_TESTS_BUILD_ITEM_H

#include "diglot/align.h"

#include <glib.h>
#include <string.h>

static DgKind
kind_of(char letter)
{
    static const struct {
        char letter;
        DgKind kind;
    } kinds[] = {
        {'h', DG_HEADING}, {'c', DG_CODE}, {'r', DG_REFERENCE}, {'f', DG_FORMULA}, {'t', DG_TABLE}};
    for (size_t i = 0; i < G_N_ELEMENTS(kinds); i++)
        if (kinds[i].letter == letter)
            return kinds[i].kind;
    return DG_PARAGRAPH;
}

static DgNode *
build_block(DgArena *arena, const char *line, DgPos pos)
{
    size_t head = strcspn(line, " ");
    const char *id = memchr(line, '#', head);
    DgNode *block =
        dg_block_new(arena, kind_of(*line), DG_ROLE_NONE, line + head + (line[head] == ' '), pos);
    if (id)
        block->id = dg_arena_strndup(arena, id + 1, (size_t)(line + head - id - 1));
    if (*line == 'h')
        block->as.heading.level = g_ascii_digit_value(line[1]);
    return block;
}

static DgNode *
build_body(DgArena *arena, const char *file, const char *const *lines)
{
    DgNode *body = dg_node_new(arena, DG_BODY, DG_NOWHERE);
    for (int i = 0; lines[i]; i++) {
        DgPos pos = {file, i + 1, 1};
        DgNode *parent = body;
        if (*lines[i] == 'i') {
            parent = dg_node_new(arena, DG_LIST_ITEM, pos);
            dg_node_append(body, parent);
        }
        dg_node_append(parent, build_block(arena, lines[i], pos));
    }
    return body;
}

/* A volume of one item; a side that is NULL has no text. */
G_GNUC_UNUSED static DgVolume *
build_volume(DgArena *arena, const char *const *left, const char *const *right)
{
    static const char *const languages[] = {"ru", "en"}, *const files[] = {"a.ru.xml", "a.en.xml"};
    const char *const *lines[] = {left, right};
    DgVolume *volume = DG_NEW(arena, DgVolume);
    DgItem *item = DG_NEW(arena, DgItem);
    volume->folder = "/nonexistent";
    volume->n_languages = DG_SIDES;
    item->href = item->anchor = "a";
    for (int side = 0; side < DG_SIDES; side++) {
        volume->languages[side] = item->text[side].language = languages[side];
        if (!lines[side])
            continue;
        item->text[side].file = files[side];
        item->text[side].body = build_body(arena, files[side], lines[side]);
    }
    DG_APPEND(arena, volume->items, volume->n_items, item);
    return volume;
}

/* "1-1 2+3-2 -3": the blocks of each pair by number. */
G_GNUC_UNUSED static char *
pairs_text(DgArena *arena, const DgItem *item)
{
    g_autoptr(GString) text = g_string_new(NULL);
    size_t number[DG_SIDES] = {0};
    for (size_t k = 0; k < item->n_pairs; k++) {
        g_string_append(text, k ? " " : "");
        for (int side = 0; side < DG_SIDES; side++) {
            for (size_t i = 0; i < item->pairs[k].n[side]; i++)
                g_string_append_printf(text, "%s%zu", i ? "+" : "", ++number[side]);
            g_string_append(text, side == DG_LEFT ? "-" : "");
        }
    }
    return dg_arena_strdup(arena, text->str);
}

#define LINES(...) ((const char *const[]){__VA_ARGS__, NULL})

#endif
