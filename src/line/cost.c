/* cost.c - what a line costs: all constants of line breaking.
 * Badness is TeX's 100 r^3 in integers (tex.web 108) without its limit at 10000: in a narrow column there are worse
 * lines than TeX knows, and the least bad must win. */
#include "line-internal.h"

#include <glib.h>

/* TeX's \linepenalty; the others are those of the prototype's measured table (layout.md 2). */
enum {
    LINE_PENALTY = 10,
    /* A justified line at all: it takes room, and a paragraph that is a line shorter at no great cost is as good. Over
     * two volumes it makes not only pages fewer, but also divisions, wide lines and runts (tests/bench/lines.sh). */
    LINE = 2000000,
    CONTRAST = 5000, /* a tight line beside a loose one */
    /* On top of the penalty of the place. Over two volumes two to seven lines in a hundred are divided less for it, and
     * no more are loose. */
    HYPHEN = 100000,
    DOUBLE_HYPHEN = 5000, /* a hyphen under a hyphen */
    /* More than the line more or less that a page gains by them (page-cost.c: 6 million). */
    FINAL_HYPHEN = 6500000,  /* the last full line ends in a hyphen */
    RUNT = 8000000,          /* the last line is hardly a line */
    REST_OF_WORD = 16000000, /* ... only the end of a divided word; a loose line costs more */
    NEARLY_FULL = 3000,      /* the last line is full but for a little */
    LOOSE = 30000000,        /* holes between the words: dearer than any of these */
};

/* A line that is too long costs more than any that is not. */
const int64_t dg_overfull_demerits = INT64_C(1000000000000000);
const int64_t dg_contrast_demerits = CONTRAST;

/* The margin of a line before dots gives this many ems at ratio 1; of a balanced one this share of its width. */
enum { CONTENTS_EMS = 6, BALANCED_SHARE = 4 };

/* ... of a line that ends inside an address: its pieces are long, and would leave holes between the words before. */
enum { ADDRESS_EMS = 2 };

/* 23 metres: sums of widths wrap around (shape.h), and lines must stay well below that. */
#define WIDEST (INT64_C(1) << 26)

static DgLen
first_indent(const DgPar *par)
{
    bool continued = par->block->kind == DG_PARAGRAPH && par->block->as.paragraph.continued;
    return continued ? 0 : par->style->indent;
}

/* An entry of the contents is never justified. */
static bool
ends_in_dots(const DgPar *par)
{
    return par->breaks[par->n_breaks - 1].leader;
}

static DgLen
margin_stretch(const DgPar *par, DgLen width)
{
    bool dots = ends_in_dots(par); /* short lines above the dots disturb nobody */
    if (par->style->align == DG_ALIGN_JUSTIFY && !dots)
        return 0;
    if (par->display)
        return MAX(width / BALANCED_SHARE, 1);
    DgLen size = par->style->font.size;
    return dots ? CONTENTS_EMS * size : MAX(dg_len_scale(size, par->style->rag, 100), 1);
}

DgGlue
dg_glue(const DgPar *par, DgLen measure)
{
    const DgBlockStyle *style = par->style;
    bool justified = style->align == DG_ALIGN_JUSTIFY && !ends_in_dots(par);
    bool balanced = par->display;
    DgLen width = CLAMP(measure - style->left - style->right, 1, WIDEST), em = style->font.size;
    DgLen indent = CLAMP(first_indent(par), -WIDEST, WIDEST);
    return (DgGlue){
        .width = width,
        .first_width = MAX(width - indent, 1),
        .indent = indent,
        .space_stretch = justified ? par->space / 2 : 0,
        .space_shrink = justified ? par->space / 3 : 0,
        .margin_stretch = margin_stretch(par, width),
        .address_stretch = justified ? ADDRESS_EMS * em : 0,
        .expansion = justified ? par->expansion : 0,
        .hang_start = par->protrusion && (justified || style->align == DG_ALIGN_START),
        .hang_end = par->protrusion && (justified || style->align == DG_ALIGN_END),
        .balanced = balanced,
        .last_counts = balanced || (justified && style->last_align == DG_ALIGN_JUSTIFY),
        .hyphen_limit =
            par->hyphen_limit > 0 && par->hyphen_limit <= DG_MAX_LADDER ? par->hyphen_limit : 0,
        .runt = MAX(indent * 3 / 2, 2 * em), /* four letters at least */
        .nearly_full = MAX(indent, em),
        .loose = dg_len_scale(em, DG_LOOSE_PER_MILLE, 1000) - par->space,
    };
}

/* What is left in a line whose end does not hang. */
static DgLen
slack_within(const DgGlue *glue, const DgPar *par, const DgBreak *a, const DgBreak *b)
{
    DgLen width = a == par->breaks ? glue->first_width : glue->width;
    if (!b->leader && ends_in_dots(par))
        width -= par->style->folio_room;
    if (glue->hang_start)
        width += a->protrude_start;
    return width - dg_stretch_width(a, b);
}

/* By how much a line that has to fill `slack` leaves holes between its words. Glyphs grow first, as far as they may
 * (justify.c). */
static DgLen
holes(const DgGlue *glue, const DgBreak *a, const DgBreak *b, DgLen slack)
{
    int spaces = dg_stretch_spaces(a, b);
    DgLen grown = dg_stretch_glyphs(a, b) * glue->expansion / 1000;
    return spaces > 0 ? MAX(slack - grown - spaces * glue->loose, 0) : 0;
}

DgLen
dg_line_hang(const DgGlue *glue, const DgPar *par, const DgBreak *a, const DgBreak *b)
{
    if (!glue->hang_end)
        return 0;
    bool justified = glue->margin_stretch == 0 && !b->ragged && (!b->forced || glue->last_counts);
    if (!justified || glue->loose <= 0) /* of a face with wide spaces all lines are loose */
        return b->protrude_end;
    DgLen slack = slack_within(glue, par, a, b) + b->protrude_end;
    return holes(glue, a, b, slack) > 0 ? 0 : b->protrude_end;
}

static DgLen
slack_of(const DgGlue *glue, const DgPar *par, const DgBreak *a, const DgBreak *b)
{
    return slack_within(glue, par, a, b) + dg_line_hang(glue, par, a, b);
}

/* tex.web 108; the ratio is t / s in 1/297. */
static int64_t
badness(int64_t ratio)
{
    return (ratio * ratio * ratio + 0x20000) / 0x40000;
}

static int
fitness_of(int64_t ratio)
{
    if (ratio < -DG_RATIO / 2)
        return 0;
    if (ratio <= DG_RATIO / 2)
        return 1;
    return ratio <= DG_RATIO ? 2 : 3;
}

DgFit
dg_line_fit(const DgGlue *glue, const DgPar *par, const DgBreak *a, const DgBreak *b, int tolerance)
{
    DgFit fit = {.fitness = 1, .slack = slack_of(glue, par, a, b)};
    int64_t spaces = dg_stretch_spaces(a, b), ratio = 0;
    fit.give = dg_stretch_glyphs(a, b) * glue->expansion / 1000;
    if (fit.slack < 0) {
        fit.give += spaces * glue->space_shrink;
        fit.too_long = -fit.slack > fit.give;
        if (fit.too_long)
            return fit;
        ratio = fit.slack * DG_RATIO / fit.give;
    } else if (!b->forced || glue->last_counts) {
        fit.give += spaces * glue->space_stretch + glue->margin_stretch;
        fit.give += b->ragged ? glue->address_stretch : 0;
        bool finite = fit.give * DG_RATIO_MAX > fit.slack * DG_RATIO;
        ratio = finite ? fit.slack * DG_RATIO / fit.give : DG_RATIO_MAX;
        fit.too_short = ratio > tolerance;
    }
    fit.badness = badness(ratio < 0 ? -ratio : ratio);
    fit.fitness = fitness_of(ratio);
    return fit;
}

/* A last line that is hardly one. */
static int64_t
runt(const DgGlue *glue, const DgBreak *a, const DgBreak *b)
{
    int64_t demerits = a->hyphen && dg_stretch_spaces(a, b) == 0 ? REST_OF_WORD : 0;
    return demerits + (dg_stretch_width(a, b) < glue->runt ? RUNT : 0);
}

bool
dg_line_is_runt(const DgGlue *glue, const DgPar *par, const DgBreak *a, const DgBreak *b)
{
    return a != par->breaks && !glue->balanced && !b->leader && runt(glue, a, b) > 0;
}

/* A word alone on the last line (before the dots of a contents line: any word), or a last line that is full but for a
 * little (typography.md, R30). */
static int64_t
ending(const DgGlue *glue, const DgBreak *a, const DgBreak *b, const DgFit *fit)
{
    int64_t demerits = a->hyphen ? FINAL_HYPHEN : 0;
    if (b->leader)
        return demerits + (dg_stretch_spaces(a, b) == 0 ? RUNT : 0);
    demerits += runt(glue, a, b);
    if (fit->slack > 0 && fit->slack < glue->nearly_full)
        demerits += NEARLY_FULL;
    return demerits;
}

/* A line that ends inside an address stays short instead. */
bool
dg_line_is_loose(const DgGlue *glue, const DgBreak *a, const DgBreak *b, const DgFit *fit)
{
    if (glue->margin_stretch > 0 || fit->badness == 0 || fit->slack <= 0 || b->ragged)
        return false;
    return holes(glue, a, b, fit->slack) > 0;
}

/* What it costs to end a line there; the style says what a division weighs. */
static int64_t
breaking(const DgPar *par, const DgBreak *b, bool justified)
{
    int64_t demerits = b->penalty > 0 ? (int64_t)b->penalty * b->penalty : 0;
    if (!b->hyphen)
        return demerits;
    return (demerits + (justified ? HYPHEN : 0)) * par->style->hyphen_weight / 100;
}

int64_t
dg_line_demerits(const DgGlue *glue, const DgPar *par, const DgBreak *a, const DgBreak *b,
                 const DgFit *fit)
{
    int64_t base = LINE_PENALTY + fit->badness, demerits = base * base;
    bool last = b == &par->breaks[par->n_breaks - 1];
    bool justified = glue->margin_stretch == 0;
    demerits += breaking(par, b, justified) + (justified ? LINE : 0);
    if (dg_line_is_loose(glue, a, b, fit))
        demerits += LOOSE;
    if (a->hyphen && b->hyphen)
        demerits += DOUBLE_HYPHEN;
    if (last && a != par->breaks && !glue->balanced)
        demerits += ending(glue, a, b, fit);
    return demerits;
}

int64_t
dg_line_contrast(int fitness_before, int fitness)
{
    int step = fitness - fitness_before;
    return step > 1 || step < -1 ? CONTRAST : 0;
}
