/* table-again.c - what stands above the parts of a table on further pages: that it goes on, and its head. */
#include "table-internal.h"

void
dg_strip_append(DgArena *arena, DgStrip *to, const DgStrip *strip, DgLen space)
{
    for (size_t i = 0; i < strip->n_lines; i++) {
        DgStripLine line = strip->lines[i];
        line.y += space;
        DG_APPEND(arena, to->lines, to->n_lines, line);
    }
    for (size_t i = 0; i < strip->n_rules; i++) {
        DgStripRule rule = strip->rules[i];
        rule.y += space;
        DG_APPEND(arena, to->rules, to->n_rules, rule);
    }
    for (size_t i = 0; i < strip->n_notes; i++)
        DG_APPEND(arena, to->notes, to->n_notes, strip->notes[i]);
}

DgStrip *
dg_strip_copy(DgArena *arena, const DgStrip *strip, DgLen space)
{
    DgStrip *copy = DG_NEW(arena, DgStrip);
    copy->height = strip->height + space;
    dg_strip_append(arena, copy, strip, space);
    return copy;
}

/* "Table 2, continued", in the style of captions, above the head. */
const DgStrip *
dg_table_again(DgTable *table)
{
    const char *words = table->node->as.table.continued;
    if (table->node->kind != DG_TABLE || !words)
        return table->head;
    const DgNode *block =
        dg_block_new(table->arena, DG_PARAGRAPH, DG_ROLE_CAPTION, words, table->node->pos);
    DgBlockStyle *style =
        dg_arena_copy(table->arena, dg_style_block(table->style, DG_ROLE_CAPTION, table->language),
                      sizeof *style);
    style->indent = style->left = style->right = 0;
    style->align = style->last_align = DG_ALIGN_START;
    const DgPar *par = dg_par_make(table->shaper, block, style, table->language, NULL, NULL);
    const DgLines *lines = dg_lines_break(table->arena, table->diags, par, table->measure);
    const DgBroken *broken = &lines->variants[lines->best];
    DgLen leading = style->font.leading;
    DgStrip *again =
        dg_strip_copy(table->arena, table->head, broken->n_lines * leading + style->space_after);
    for (int i = 0; i < broken->n_lines; i++) {
        DgStripLine line = {.lines = lines,
                            .line = &broken->lines[i],
                            .y = i * leading,
                            .height = leading,
                            .again = true};
        DG_APPEND(table->arena, again->lines, again->n_lines, line);
    }
    return again;
}
