/* cover-text.c - a text at a place of its own, outside rows and columns: on covers and cards. */
#include "cover-internal.h"

#include <glib.h>

static DgBlockStyle
style_of(const DgComposer *composer, const DgWords *words)
{
    DgBlockStyle style = *dg_style_block(composer->style, words->role, words->language);
    style.left = style.right = 0;
    if (words->size > 0) {
        style.font.size = dg_len_scale(style.font.size, words->size, 100);
        style.font.leading = dg_len_scale(style.font.leading, words->size, 100);
    }
    return style;
}

DgWordsPlaced
dg_words_place(DgComposer *composer, DgWords words, DgLen x, DgLen y, DgLen measure, bool measuring)
{
    DgWordsPlaced placed = {0, false};
    if (!words.text || !*words.text)
        return placed;
    DgBlockStyle style = style_of(composer, &words);
    DgArena *arena = composer->canvas.arena;
    DgNode *block = dg_block_new(arena, DG_PARAGRAPH, words.role, words.text, DG_NOWHERE);
    const DgPar *par = dg_par_make(composer->shaper, block, &style, words.language, NULL, NULL);
    const DgLines *lines = dg_lines_break(arena, composer->diags, par, measure);
    const DgBroken *broken = &lines->variants[lines->best];
    for (int i = 0; i < broken->n_lines; i++, placed.height += style.font.leading) {
        placed.forced = placed.forced || broken->lines[i].overfull ||
                        broken->lines[i].last >= par->n_breaks; /* those inside words */
        if (!measuring)
            dg_canvas_line(&composer->canvas, lines, &broken->lines[i], x,
                           y + placed.height + dg_baseline(&style.font));
    }
    placed.height += style.space_after;
    return placed;
}
