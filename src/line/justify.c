/* justify.c - justify or align the lines that were chosen. */
#include "line-internal.h"

#include <glib.h>

/* Expansion goes in steps, so that a page needs few scaled fonts (layout.md 2). */
enum { EXPANSION_STEP = 5 };

/* A line is overfull beyond a tenth of a point (DESIGN.md 3). */
#define OVERFULL (DG_LEN_UNIT / 10)

/* The share of glyphs in filling a line, per mille of their width, as the share of their stretch; when shrinking at
 * least so much that no space falls below its least width. */
static int
expansion_of(const DgGlue *glue, const DgFit *fit, int spaces)
{
    if (glue->expansion <= 0 || fit->give <= 0)
        return 0;
    int64_t wanted = fit->slack * glue->expansion / fit->give;
    int nearest =
        spaces > 0 ? EXPANSION_STEP / 2 : 0; /* without spaces nothing takes back a step too much */
    if (fit->slack >= 0)
        return (int)MIN((wanted + nearest) / EXPANSION_STEP * EXPANSION_STEP, glue->expansion);
    int64_t steps = (-wanted + EXPANSION_STEP - 1) / EXPANSION_STEP;
    if (fit->slack * glue->expansion % fit->give != 0 && -wanted % EXPANSION_STEP == 0)
        steps++; /* the division cut off a fraction */
    return -(int)MIN(steps * EXPANSION_STEP, glue->expansion);
}

/* What the spaces take of the rest. */
static void
fill_spaces(DgLine *line, DgLen rest, int spaces, DgLen least)
{
    if (spaces == 0)
        return;
    DgLen each = rest >= 0 ? rest / spaces : -((-rest + spaces - 1) / spaces);
    if (each < -least) {
        line->space_add = -least;
        return;
    }
    line->space_add = each;
    line->space_extra = (int)(rest - each * spaces);
}

static void
justify(DgLine *line, const DgPar *par, const DgGlue *glue, const DgFit *fit)
{
    const DgBreak *a = &par->breaks[line->first], *b = &par->breaks[line->last];
    DgLen glyphs = dg_stretch_glyphs(a, b);
    int spaces = dg_stretch_spaces(a, b);
    line->expansion = expansion_of(glue, fit, spaces);
    DgLen grown = dg_len_scale(glyphs, 1000 + line->expansion, 1000) - glyphs;
    DgLen rest = fit->slack - grown;
    if (b->ragged && fit->slack > 0) /* the margin takes its share */
        rest = MIN(rest, fit->slack * spaces * glue->space_stretch / MAX(fit->give, 1));
    fill_spaces(line, rest, spaces, par->space / 3);
    line->over = grown + line->space_add * spaces + line->space_extra - fit->slack;
    line->justified = true;
    line->ratio = (int32_t)dg_len_scale(par->space + line->space_add, 1000, MAX(par->space, 1));
    line->loose = spaces > 0 && line->space_add > glue->loose;
}

static DgAlign
alignment(const DgPar *par, const DgGlue *glue, const DgBreak *b)
{
    const DgBlockStyle *style = par->style;
    if (style->align != DG_ALIGN_JUSTIFY)
        return style->align;
    if (glue->margin_stretch > 0)
        return DG_ALIGN_START;
    return b->forced ? style->last_align : DG_ALIGN_JUSTIFY;
}

static void
place(DgLine *line, const DgPar *par, const DgGlue *glue)
{
    const DgBreak *a = &par->breaks[line->first], *b = &par->breaks[line->last];
    DgFit fit = dg_line_fit(glue, par, a, b, DG_RATIO_MAX);
    DgAlign align = b->leader ? DG_ALIGN_START : alignment(par, glue, b);
    bool shrinks = glue->margin_stretch == 0 && fit.slack < 0;
    DgLen start = glue->hang_start ? a->protrude_start : 0, end = dg_line_hang(glue, par, a, b);
    bool first = line->first == 0;
    line->width = dg_stretch_width(a, b) - start - end;
    line->room = (first ? glue->first_width : glue->width) + start;
    line->x = par->style->left + (first ? glue->indent : 0) - start;
    line->hyphenated = b->hyphen;
    line->ratio = 1000;
    if (align == DG_ALIGN_JUSTIFY || shrinks)
        justify(line, par, glue, &fit);
    else
        line->over = -fit.slack;
    line->overfull = line->over > OVERFULL;
    line->justified = align == DG_ALIGN_JUSTIFY;
    line->loose = line->loose && line->justified;
    if (align == DG_ALIGN_CENTER)
        line->x += fit.slack / 2;
    else if (align == DG_ALIGN_END)
        line->x += fit.slack;
}

/* Notes stand on the line that their mark's token is on. */
static void
find_notes(DgLine *line, const DgPar *par, size_t *next)
{
    uint32_t end = par->breaks[line->last].token;
    line->first_note = *next;
    while (*next < par->n_notes && par->note_tokens[*next] < end)
        (*next)++;
    line->n_notes = *next - line->first_note;
}

DgBroken
dg_lines_place(DgArena *arena, const DgPar *par, const DgGlue *glue, const DgChoice *choice)
{
    DgBroken broken = {.n_lines = choice->n_lines, .demerits = choice->demerits};
    size_t next_note = 0;
    broken.lines = DG_NEW_ARRAY(arena, DgLine, choice->n_lines);
    for (int i = 0; i < choice->n_lines; i++) {
        DgLine *line = &broken.lines[i];
        line->first = choice->places[i];
        line->last = choice->places[i + 1];
        place(line, par, glue);
        find_notes(line, par, &next_note);
    }
    return broken;
}

size_t
dg_line_runs(DgArena *arena, const DgLines *lines, const DgLine *line, DgFolioOf folio_of,
             const void *folios, DgPlacedRun **runs)
{
    DgLen add = line->space_add;
    int extra = line->space_extra, spaces = dg_par_spaces(lines->par, line->first, line->last);
    if (line->justified && spaces > 0) {
        DgLen more = extra + dg_par_slack(lines->par, line->first, line->last, folio_of, folios);
        DgLen each = more >= 0 ? more / spaces : -((spaces - 1 - more) / spaces);
        add += each;
        extra = (int)(more - each * spaces);
    }
    return dg_par_runs(arena, lines->par, line->first, line->last, add, extra, line->expansion,
                       line->room, folio_of, folios, runs);
}
