/* lines.c - break one paragraph: passes of rising tolerance, then whatever is least bad. */
#include "line-internal.h"

#include <glib.h>
#include <string.h>

/* Ratios of stretch that a pass allows at most (layout.md 2, lesson 4). Beyond the first the lines of a justified
 * paragraph are loose; one that is not begins with the second. */
static const int tolerances[] = {5 * DG_RATIO / 2, 4 * DG_RATIO, 8 * DG_RATIO, 16 * DG_RATIO,
                                 DG_RATIO_MAX};

/* Bytes of a line or word in a message. */
enum { SHOWN_TEXT = 60 };

/* What a paragraph of another height that makes a runt costs on top: as dear as a widow (page-cost.c). */
enum { RUNT_FOR_THE_PAGE = 500000000 };

/* Passes up to this one are tried to be rid of a runt. */
enum { LOOSEST_FOR_RUNT = 1 };

static bool
ends_in_runt(const DgPar *par, const DgGlue *glue, const DgChoice *choice)
{
    const uint32_t *end = choice->places + choice->n_lines;
    return dg_line_is_runt(glue, par, &par->breaks[end[-1]], &par->breaks[*end]);
}

static DgChoices
try_tolerances(DgArena *arena, const DgPar *par, const DgGlue *glue, bool inside)
{
    DgChoices choices = {0};
    for (size_t i = glue->margin_stretch > 0; i < G_N_ELEMENTS(tolerances); i++) {
        bool last = i + 1 == G_N_ELEMENTS(tolerances);
        if (choices.n > 0 &&
            (i > LOOSEST_FOR_RUNT || !ends_in_runt(par, glue, &choices.choices[choices.best])))
            break;
        DgChoices found =
            dg_fit(arena, par, glue, (DgPass){tolerances[i], .inside = inside, .bounded = !last});
        if (found.n > 0)
            choices = found;
    }
    return choices;
}

/* Better too many hyphens in succession than a word cut between any letters, better that than a line too long. */
static DgChoices
choose(DgArena *arena, const DgPar *par, const DgGlue *glue)
{
    DgGlue unlimited = *glue;
    unlimited.hyphen_limit = 0;
    DgChoices choices = try_tolerances(arena, par, glue, false);
    if (choices.n == 0 && glue->hyphen_limit > 0)
        choices = dg_fit(arena, par, &unlimited, (DgPass){.tolerance = DG_RATIO_MAX});
    if (choices.n == 0 && par->n_extra > 0)
        choices = try_tolerances(arena, par, &unlimited, true);
    if (choices.n == 0)
        choices = dg_fit(arena, par, &unlimited,
                         (DgPass){.tolerance = DG_RATIO_MAX, .inside = true, .overfull = true});
    return choices;
}

static char *
line_text(DgArena *arena, const DgLines *lines, const DgLine *line)
{
    g_autoptr(GString) text = g_string_new(NULL);
    DgPlacedRun *runs = NULL;
    size_t n = dg_line_runs(arena, lines, line, NULL, NULL, &runs);
    for (size_t i = 0; i < n && text->len < SHOWN_TEXT; i++)
        g_string_append_len(text, runs[i].run->text, (gssize)runs[i].run->length);
    if (text->len > SHOWN_TEXT) {
        g_string_truncate(
            text, (gsize)(g_utf8_find_prev_char(text->str, text->str + SHOWN_TEXT) - text->str));
        g_string_append(text, "…");
    }
    return dg_arena_strdup(arena, g_strchomp(text->str));
}

/* One report a paragraph, of the widest line. */
static void
report_overfull(DgArena *arena, DgDiags *diags, const DgLines *lines)
{
    const DgBroken *best = &lines->variants[lines->best];
    const DgLine *widest = NULL;
    int n = 0;
    for (const DgLine *line = best->lines; line < best->lines + best->n_lines; line++) {
        n += line->overfull;
        if (line->overfull && (!widest || line->over > widest->over))
            widest = line;
    }
    if (widest)
        dg_diag(diags, n > 1 ? DG_LINE_OVERFULL_MANY : DG_LINE_OVERFULL, lines->par->block->pos,
                dg_len_format(arena, widest->over), line_text(arena, lines, widest),
                dg_arena_printf(arena, "%d", n), NULL);
}

static void
report_cuts(DgArena *arena, DgDiags *diags, const DgLines *lines)
{
    const DgPar *par = lines->par;
    const DgBroken *best = &lines->variants[lines->best];
    uint32_t token = UINT32_MAX; /* of the last word that was cut */
    for (int i = 0; i < best->n_lines; i++) {
        const DgLine *line = &best->lines[i];
        bool cut = line->last >= par->n_breaks;
        if (cut && par->breaks[line->last].token != token) /* once for each word */
            dg_diag(diags, DG_LINE_CUT, par->block->pos, line_text(arena, lines, line), NULL);
        token = cut ? par->breaks[line->last].token : UINT32_MAX;
    }
}

static DgLen
narrowest_line(const DgPar *par, DgLen measure)
{
    const DgBlockStyle *style = par->style;
    return measure - style->left - style->right - MAX(style->indent, 0);
}

DgLines *
dg_lines_break(DgArena *arena, DgDiags *diags, const DgPar *whole, DgLen measure)
{
    const DgPar *par = dg_par_within(arena, whole, narrowest_line(whole, measure));
    DgGlue glue = dg_glue(par, measure);
    DgChoices choices = choose(arena, par, &glue);
    DgLines *lines = DG_NEW(arena, DgLines);
    lines->par = par;
    lines->measure = measure;
    bool ragged = glue.margin_stretch > 0; /* other heights would be cheap, and look like chance */
    int first = ragged ? choices.best : 0;
    lines->n_variants = ragged ? 1 : choices.n;
    lines->best = choices.best - first;
    lines->variants = DG_NEW_ARRAY(arena, DgBroken, lines->n_variants);
    bool runt = ends_in_runt(par, &glue, &choices.choices[choices.best]);
    for (int i = 0; i < lines->n_variants; i++) {
        DgChoice *choice = &choices.choices[first + i];
        if (!runt && ends_in_runt(par, &glue, choice))
            choice->demerits += RUNT_FOR_THE_PAGE;
        lines->variants[i] = dg_lines_place(arena, par, &glue, choice);
    }
    report_overfull(arena, diags, lines);
    report_cuts(arena, diags, lines);
    return lines;
}

DgLineCount
dg_lines_count(DgArena *arena, const DgPar *par, DgLen measure)
{
    DgGlue glue = dg_glue(par, measure);
    DgChoices choices = choose(arena, par, &glue);
    const DgChoice *best = &choices.choices[choices.best];
    DgLineCount count = {.lines = best->n_lines};
    for (int i = 0; i < best->n_lines; i++) {
        const DgBreak *a = &par->breaks[best->places[i]], *b = &par->breaks[best->places[i + 1]];
        DgFit fit = dg_line_fit(&glue, par, a, b, DG_RATIO_MAX);
        count.faults += fit.too_long || dg_line_is_loose(&glue, a, b, &fit);
    }
    return count;
}
