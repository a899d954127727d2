/* place-break.c - the places where a line of a paragraph may end, and what it costs to use them. */
#include "token-internal.h"

/* Penalties on TeX's scale; the first is measured (layout.md 2), the others keep its proportions. */
enum {
    PENALTY_DIVISION = 120,
    PENALTY_COMPOUND = 200,  /* a division of one part of a compound */
    PENALTY_LAST_WORD = 900, /* on top, for the paragraph's last word */
    PENALTY_EXPLICIT = 40,
    PENALTY_SHORT_WORD = 40, /* behind a one-letter word */
    /* Behind Russian prepositions and conjunctions of one, two and three letters (R13); see dg_line_breaks. */
    PENALTY_BEHIND_1 = 5000,
    PENALTY_BEHIND_2 = 2000,
    PENALTY_BEHIND_3 = 800,
    PENALTY_BEHIND_NUMBER = 4000, /* before «года» */
    PENALTY_RAGGED_WORD = 60, /* behind a word of up to three letters, where the margin may give */
    /* Behind prepositions, articles, conjunctions where the margin may give: dearer than a line that lacks much. In a
     * cell a line more makes the row taller. */
    PENALTY_RAGGED_LEADING = 800,
    PENALTY_CELL_LEADING = 400,
    PENALTY_TITLE_LEADING = 3000, /* the same in a title */
    /* In a title a line should end where the sense does: elsewhere, behind a comma. */
    PENALTY_TITLE = 500,
    PENALTY_TITLE_COMMA = 250,
    /* At a hyphen, where the margin may give: less than a division; in titles, and where words are not divided. */
    PENALTY_RAGGED_EXPLICIT = 100,
    PENALTY_WHOLE_EXPLICIT = 1000,
    PENALTY_INSIDE = 9000, /* inside a word that nothing else allows to break */
};

/* A stretch without a break wider than this many ems gets breaks between letters, for the last resort. */
enum { LONG_STRETCH = 4 };

/* A stretch without a break must not come near to where the sums wrap around: beyond this width (23 metres) a
 * piece of a word ends at a common break. */
enum { ENDLESS = 1 << 26 };

/* A place after all that has been set so far. */
static DgBreak
here(const DgTokenizer *tokenizer)
{
    DgBreak place = tokenizer->sum;
    place.token = (uint32_t)tokenizer->work->n_tokens;
    place.leader = tokenizer->leader;
    return place;
}

static void
add(DgTokenizer *tokenizer, DgBreak place, int end, int start)
{
    if (tokenizer->par->protrusion) {
        place.protrude_end = (int16_t)end;
        place.protrude_start = (int16_t)start;
    }
    DG_PUSH(tokenizer->work, breaks, place);
}

void
dg_break_at_start(DgTokenizer *tokenizer)
{
    add(tokenizer, (DgBreak){0}, 0, 0);
}

static int
graded_penalty(uint8_t kind)
{
    if (kind == DG_BREAK_BEHIND_1)
        return PENALTY_BEHIND_1;
    if (kind == DG_BREAK_BEHIND_2)
        return PENALTY_BEHIND_2;
    if (kind == DG_BREAK_BEHIND_NUMBER)
        return PENALTY_BEHIND_NUMBER;
    return kind == DG_BREAK_BEHIND_3 ? PENALTY_BEHIND_3 : 0;
}

/* A title ends its lines best behind a colon, a dash or a full stop. */
static int
title_penalty(uint32_t last)
{
    if (last == ',')
        return PENALTY_TITLE_COMMA;
    bool sense = last == ':' || last == ';' || last == '.' || last == '!' || last == '?' ||
                 last == 0x2013 || last == 0x2014;
    return sense ? 0 : PENALTY_TITLE;
}

/* At the space behind a word; `last` is its last character, 0 when there is none. */
static int16_t
space_penalty(const DgTokenizer *tokenizer, uint8_t kind, uint32_t last)
{
    const DgPar *par = tokenizer->par;
    int graded = graded_penalty(kind);
    bool leads = graded > 0 || tokenizer->leads;
    if (par->display)
        return (int16_t)(leads ? MAX(PENALTY_TITLE_LEADING, graded) : title_penalty(last));
    if (par->style->align == DG_ALIGN_JUSTIFY)
        return (int16_t)(tokenizer->letters == 1 ? MAX(PENALTY_SHORT_WORD, graded) : graded);
    if (!leads)
        return tokenizer->letters > 0 ? PENALTY_RAGGED_WORD : 0;
    bool in_cell = par->block->parent && par->block->parent->kind == DG_CELL;
    return (int16_t)MAX(in_cell ? PENALTY_CELL_LEADING : PENALTY_RAGGED_LEADING, graded);
}

void
dg_break_at_space(DgTokenizer *tokenizer, const DgToken *space, const DgShapedWord *next,
                  uint8_t kind)
{
    const DgToken *before = dg_token_back(tokenizer, 2);
    const DgShapedWord *word = dg_token_is_word(before) ? before->as.word : NULL;
    if (!before || before->kind == DG_TOKEN_BREAK)
        return; /* the line would be empty */
    DgBreak place = here(tokenizer);
    place.token--;
    place.skip = space->width;
    place.gap = true;
    place.elastic = !space->fixed;
    place.penalty = space_penalty(tokenizer, kind, word ? word->last : 0);
    add(tokenizer, place, word ? word->protrude_end : 0, next ? next->protrude_start : 0);
}

bool
dg_break_is_overdue(const DgTokenizer *tokenizer)
{
    const DgWorkspace *work = tokenizer->work;
    return tokenizer->sum.before - work->breaks[work->n_breaks - 1].before > ENDLESS;
}

static int
explicit_penalty(const DgTokenizer *tokenizer)
{
    const DgBlockStyle *style = tokenizer->par->style;
    if (style->align == DG_ALIGN_JUSTIFY)
        return PENALTY_EXPLICIT;
    bool whole = tokenizer->par->display || !style->hyphens;
    return whole ? PENALTY_WHOLE_EXPLICIT : PENALTY_RAGGED_EXPLICIT;
}

void
dg_break_between(DgTokenizer *tokenizer, const DgToken *before, const DgShapedWord *next)
{
    DgBreak place = here(tokenizer);
    place.penalty = (int16_t)explicit_penalty(tokenizer);
    add(tokenizer, place, dg_token_is_word(before) ? before->as.word->protrude_end : 0,
        next ? next->protrude_start : 0);
}

static DgBreak
cut_place(const DgTokenizer *tokenizer, const DgShapedWord *word, const DgCut *cut, int penalty)
{
    DgBreak place = here(tokenizer);
    place.cut = cut->offset;
    place.before += (uint32_t)cut->before;
    place.glyphs += (uint32_t)cut->before;
    place.skip = word->width - cut->after - cut->before;
    place.hyphen = cut->hyphen;
    place.penalty = (int16_t)penalty;
    return place;
}

static void
add_cut(DgTokenizer *tokenizer, const DgShapedWord *word, const DgCut *cut, int penalty)
{
    add(tokenizer, cut_place(tokenizer, word, cut, penalty), cut->protrude_end,
        cut->protrude_start);
}

/* At a character of the word that allows it. */
static void
add_explicit_cut(DgTokenizer *tokenizer, DgShapedWord *word, size_t at)
{
    const DgCut *cut = dg_word_cut(tokenizer->shaper, word, at);
    bool address = dg_word_is_address(word);
    DgBreak place =
        cut_place(tokenizer, word, cut, address ? PENALTY_EXPLICIT : explicit_penalty(tokenizer));
    place.ragged = address;
    add(tokenizer, place, cut->protrude_end, cut->protrude_start);
}

/* Breaks between the letters of a long stretch, kept apart. */
static void
add_extra(DgTokenizer *tokenizer, const DgShapedWord *word, size_t from, size_t to)
{
    uint32_t x = 0;
    for (size_t i = 0; i < word->n_glyphs; i++) {
        size_t at = word->glyphs[i].cluster;
        bool inside = i > 0 && at == word->glyphs[i - 1].cluster;
        if (at > from && at < to && !inside) {
            DgBreak place = here(tokenizer);
            place.cut = (uint16_t)at;
            place.before += x;
            place.glyphs += x;
            place.penalty = PENALTY_INSIDE;
            DG_PUSH(tokenizer->work, extra, place);
        }
        x += (uint32_t)word->glyphs[i].advance;
    }
}

static void
add_extras(DgTokenizer *tokenizer, const DgShapedWord *word, size_t first_break)
{
    DgLen limit = LONG_STRETCH * tokenizer->par->style->font.size;
    uint32_t start = tokenizer->sum.before;
    size_t from = 0;
    if (word->width <= limit)
        return;
    for (size_t i = first_break; i < tokenizer->work->n_breaks; i++) {
        DgBreak place = tokenizer->work->breaks[i];
        if ((int32_t)(place.before - start) > limit)
            add_extra(tokenizer, word, from, place.cut);
        start = place.before + (uint32_t)place.skip;
        from = place.cut;
    }
    if ((int32_t)(tokenizer->sum.before + (uint32_t)word->width - start) > limit)
        add_extra(tokenizer, word, from, word->length);
}

void
dg_break_inside(DgTokenizer *tokenizer, DgShapedWord *word, size_t at, bool divide)
{
    const uint8_t *kinds = tokenizer->kinds + at;
    size_t next = 0, n_cuts = divide ? word->n_cuts : 0, first_break = tokenizer->work->n_breaks;
    bool compound = memchr(kinds + 1, DG_BREAK_ALLOWED, word->length - 1u) != NULL;
    if (!compound)
        for (; next < n_cuts; next++)
            add_cut(tokenizer, word, &word->cuts[next], PENALTY_DIVISION);
    for (size_t i = 1; compound && i < word->length; i++) {
        bool division = next < n_cuts && word->cuts[next].offset == i;
        if (kinds[i] == DG_BREAK_ALLOWED)
            add_explicit_cut(tokenizer, word, i);
        else if (division)
            add_cut(tokenizer, word, &word->cuts[next], PENALTY_COMPOUND);
        next += division;
    }
    add_extras(tokenizer, word, first_break);
}

static void
add_forced(DgTokenizer *tokenizer)
{
    const DgToken *before = dg_token_back(tokenizer, 1);
    DgBreak place = here(tokenizer);
    place.forced = true;
    place.penalty = DG_PENALTY_FORCED;
    add(tokenizer, place, dg_token_is_word(before) ? before->as.word->protrude_end : 0, 0);
}

void
dg_break_forced(DgTokenizer *tokenizer)
{
    add_forced(tokenizer);
}

void
dg_break_at_end(DgTokenizer *tokenizer)
{
    DgWorkspace *work = tokenizer->work;
    const DgPar *par = tokenizer->par;
    for (size_t i = tokenizer->word_break; i < work->n_breaks; i++)
        if (work->breaks[i].hyphen)
            work->breaks[i].penalty += PENALTY_LAST_WORD;
    add_forced(tokenizer);
    bool may_hang = par->protrusion && par->style->indent == 0;
    bool word = work->n_tokens > 0 && dg_token_is_word(work->tokens);
    if (may_hang && word && !par->owners[work->tokens->owner].generated) /* numbers keep in line */
        work->breaks[0].protrude_start = work->tokens[0].as.word->protrude_start;
}
