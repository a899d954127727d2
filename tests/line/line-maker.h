/* line-maker.h - paragraphs broken into lines, and what the tests of lines look at. */
#ifndef DIGLOT_TESTS_LINE_MAKER_H
#define DIGLOT_TESTS_LINE_MAKER_H

#include "../shape/typeset.h"
#include "diglot/line.h"

#define JUSTIFIED SQUARE "hyphens: auto; } p { text-indent: 0 } "

static inline DgLines *
lines_of(Typeset *t, const char *text, const char *language, DgLen measure)
{
    return dg_lines_break(t->arena, t->diags, typeset_par(t, typeset_block(t, text), language),
                          measure);
}

static inline const DgBroken *
best_of(const DgLines *lines)
{
    return &lines->variants[lines->best];
}

/* Right end of the ink of a line: without the space that hangs. */
static inline DgLen
line_end(Typeset *t, const DgLines *lines, const DgLine *line)
{
    DgPlacedRun *runs = NULL;
    size_t n = dg_line_runs(t->arena, lines, line, NULL, NULL, &runs);
    const DgRun *last = runs[n - 1].run;
    DgLen end = line->x + runs[n - 1].x + last->width;
    if (last->text[last->length - 1] == ' ')
        end -= last->glyphs[last->n_glyphs - 1].advance;
    return end;
}

static inline char *
line_text(Typeset *t, const DgLines *lines, int index)
{
    DgPlacedRun *runs = NULL;
    size_t n = dg_line_runs(t->arena, lines, &best_of(lines)->lines[index], NULL, NULL, &runs);
    GString *text = g_string_new(NULL);
    for (size_t i = 0; i < n; i++)
        g_string_append_len(text, runs[i].run->text, (gssize)runs[i].run->length);
    char *kept = dg_arena_strdup(t->arena, g_strchomp(text->str));
    g_string_free(text, TRUE);
    return kept;
}

#endif
