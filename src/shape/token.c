/* token.c - a collected text to words and spaces, and the places where a line may end. */
#include "shape-internal.h"

#include <string.h>

/* Penalties on TeX's scale; the first is measured (layout.md 2), the others keep its proportions. */
enum {
    PENALTY_DIVISION = 120,
    PENALTY_COMPOUND = 200,  /* a division of one part of a compound */
    PENALTY_LAST_WORD = 900, /* on top, for the paragraph's last word */
    PENALTY_EXPLICIT = 40,
    PENALTY_SHORT_WORD = 40,     /* behind a one-letter word */
    PENALTY_HEADING_WORD = 3000, /* behind a preposition or conjunction in a heading */
    PENALTY_INSIDE = 9000,       /* inside a word that nothing else allows to break */
};

/* A stretch without a break wider than this many ems gets breaks between letters, for the last resort. */
enum { LONG_STRETCH = 4 };

typedef struct {
    DgShaper *shaper;
    DgPar *par;
    const DgCollected *collected;
    const uint8_t *kinds;
    DgToken *tokens;
    DgBreak *breaks, *extra;
    size_t n_tokens, n_breaks, n_extra;
    DgBreak sum; /* before, glyphs, spaces so far */
    bool leader, heading;
    size_t word_start;      /* first break of the last word */
    size_t word_at;         /* where its text starts */
    size_t letters;         /* of the word before the last space, when it is a short one */
    size_t next_soft;       /* of collected->soft */
    const DgManner *manner; /* the last one, its tongue's script and its setting */
    DgSetting *setting;
} Tokenizer;

static DgSetting *
setting_of(Tokenizer *tokenizer, const DgManner *manner)
{
    if (tokenizer->manner != manner) {
        tokenizer->manner = manner;
        tokenizer->setting = dg_manner_setting(tokenizer->shaper, manner);
    }
    return tokenizer->setting;
}

static void
add_break(Tokenizer *tokenizer, DgBreak place)
{
    place.leader = tokenizer->leader;
    if (!tokenizer->par->protrusion)
        place.protrude_end = place.protrude_start = 0;
    DG_APPEND(tokenizer->shaper->scratch, tokenizer->breaks, tokenizer->n_breaks, place);
}

static DgToken *
add_token(Tokenizer *tokenizer, DgTokenKind kind, const DgSpan *span)
{
    DgToken token = {
        .node = span->node,
        .kind = kind,
        .generated = span->generated,
        .underline = span->manner->underline,
        .strike = span->manner->strike,
        .overline = span->manner->overline,
        .count = 1,
    };
    DG_APPEND(tokenizer->shaper->scratch, tokenizer->tokens, tokenizer->n_tokens, token);
    return &tokenizer->tokens[tokenizer->n_tokens - 1];
}

static const DgToken *
token_back(const Tokenizer *tokenizer, size_t back)
{
    return tokenizer->n_tokens >= back ? &tokenizer->tokens[tokenizer->n_tokens - back] : NULL;
}

static bool
is_word(const DgToken *token)
{
    return token && token->kind == DG_TOKEN_WORD;
}

static int32_t
end_protrusion(const DgShapedWord *word)
{
    return dg_protrude_end(word->last, word->setting->voice.size);
}

static int32_t
start_protrusion(const DgShapedWord *word)
{
    return dg_protrude_start(word->first, word->setting->voice.size);
}

/* ---- spaces ---- */

/* The width of the last space, known once its next word (NULL: none) is; and the break at it. */
static void
settle_space(Tokenizer *tokenizer, DgShapedWord *next, bool may_break)
{
    DgToken *space = tokenizer->n_tokens ? &tokenizer->tokens[tokenizer->n_tokens - 1] : NULL;
    if (!space || space->kind != DG_TOKEN_SPACE)
        return;
    const DgToken *before = token_back(tokenizer, 2);
    DgSetting *setting = space->as.setting;
    bool alike = is_word(before) && next && before->as.word->setting == next->setting &&
                 next->setting == setting && !space->fixed;
    space->width = alike ? dg_gap(tokenizer->shaper, setting, before->as.word->last, next->first)
                         : setting->space * space->count;
    if (may_break && before && before->kind != DG_TOKEN_BREAK) { /* no empty line */
        DgBreak place = tokenizer->sum;
        place.token = (uint32_t)tokenizer->n_tokens - 1;
        place.skip = space->width;
        place.gap = true;
        place.elastic = !space->fixed;
        place.protrude_end = is_word(before) ? end_protrusion(before->as.word) : 0;
        place.protrude_start = next ? start_protrusion(next) : 0;
        if (tokenizer->heading && tokenizer->letters > 0)
            place.penalty = PENALTY_HEADING_WORD;
        else if (tokenizer->letters == 1)
            place.penalty = PENALTY_SHORT_WORD;
        add_break(tokenizer, place);
    }
    tokenizer->sum.before += space->width;
    tokenizer->sum.spaces += !space->fixed;
}

/* How many letters the word before `end` has; 0 when it is longer than three or holds a sign. */
static size_t
short_word_letters(const Tokenizer *tokenizer, size_t end)
{
    const char *text = tokenizer->collected->text;
    size_t letters = 0;
    for (const char *s = text + tokenizer->word_at; s < text + end; s = g_utf8_next_char(s))
        if (++letters > 3 || !g_unichar_isalpha(g_utf8_get_char(s)))
            return 0;
    return letters;
}

static void
add_space(Tokenizer *tokenizer, const DgSpan *span, size_t at, size_t count, bool no_break)
{
    settle_space(tokenizer, NULL, false);
    tokenizer->letters = short_word_letters(tokenizer, at);
    tokenizer->word_at = at + (no_break ? 2 : count);
    DgSetting *setting = setting_of(tokenizer, span->manner);
    if (!setting)
        return;
    const DgToken *before = token_back(tokenizer, 1);
    bool dialogue = no_break && tokenizer->n_tokens == 1 &&
                    is_word(before) && /* the dash of speech */
                    (before->as.word->first == 0x2014 || before->as.word->first == 0x2013);
    DgToken *token = add_token(tokenizer, DG_TOKEN_SPACE, span);
    token->as.setting = setting;
    token->count = MIN(count, 0xFFFF);
    token->no_break = no_break;
    token->fixed = dialogue || span->lead || tokenizer->collected->verbatim;
}

/* ---- words ---- */

static void
add_cut_break(Tokenizer *tokenizer, const DgShapedWord *word, const DgCut *cut, int penalty)
{
    DgBreak place = tokenizer->sum;
    place.token = (uint32_t)tokenizer->n_tokens;
    place.cut = cut->offset;
    place.before += cut->before;
    place.glyphs += cut->before;
    place.skip = word->width - cut->after - cut->before;
    place.hyphen = cut->hyphen;
    place.penalty = penalty;
    DgLen size = word->setting->voice.size;
    uint32_t last = g_utf8_get_char(g_utf8_prev_char(word->text + cut->offset));
    place.protrude_end = dg_protrude_end(cut->hyphen ? '-' : last, size);
    place.protrude_start = dg_protrude_start(g_utf8_get_char(word->text + cut->offset), size);
    add_break(tokenizer, place);
}

/* Breaks between letters of a long stretch, kept apart. */
static void
add_extra(Tokenizer *tokenizer, const DgShapedWord *word, size_t from, size_t to)
{
    DgLen x = 0;
    for (size_t i = 0; i < word->n_glyphs; i++) {
        size_t at = word->glyphs[i].cluster;
        bool inside = i > 0 && at == word->glyphs[i - 1].cluster;
        if (at > from && at < to && !inside) {
            DgBreak place = tokenizer->sum;
            place.token = (uint32_t)tokenizer->n_tokens;
            place.cut = (unsigned)at;
            place.before += x;
            place.glyphs += x;
            place.penalty = PENALTY_INSIDE;
            place.leader = tokenizer->leader;
            DG_APPEND(tokenizer->shaper->scratch, tokenizer->extra, tokenizer->n_extra, place);
        }
        x += word->glyphs[i].advance;
    }
}

static void
add_extras(Tokenizer *tokenizer, const DgShapedWord *word, size_t first_break)
{
    DgLen limit = LONG_STRETCH * tokenizer->par->style->font.size, start = tokenizer->sum.before;
    size_t from = 0;
    if (word->width <= limit)
        return;
    for (size_t i = first_break; i < tokenizer->n_breaks; i++) {
        const DgBreak *place = &tokenizer->breaks[i];
        if (place->before - start > limit)
            add_extra(tokenizer, word, from, place->cut);
        start = place->before + place->skip;
        from = place->cut;
    }
    if (tokenizer->sum.before + word->width - start > limit)
        add_extra(tokenizer, word, from, word->length);
}

/* Divisions and explicit breaks inside a word, in text order. `at`: where it stands in the text. */
static void
add_word_breaks(Tokenizer *tokenizer, DgShapedWord *word, size_t at, bool divide)
{
    const uint8_t *kinds = tokenizer->kinds + at;
    size_t next_cut = 0, n_cuts = divide ? word->n_cuts : 0;
    bool compound = false;
    for (size_t i = 1; i < word->length; i++)
        compound = compound || kinds[i] == DG_BREAK_ALLOWED;
    int penalty = compound ? PENALTY_COMPOUND : PENALTY_DIVISION;
    for (size_t i = 1; i < word->length; i++) {
        bool division = next_cut < n_cuts && word->cuts[next_cut].offset == i;
        if (kinds[i] == DG_BREAK_ALLOWED)
            add_cut_break(tokenizer, word, dg_word_cut(tokenizer->shaper, word, i),
                          PENALTY_EXPLICIT);
        else if (division)
            add_cut_break(tokenizer, word, &word->cuts[next_cut], penalty);
        next_cut += division;
    }
}

static void
add_word(Tokenizer *tokenizer, const DgSpan *span, DgShapedWord *word, size_t at, bool divide)
{
    bool may_break = tokenizer->kinds[at] == DG_BREAK_ALLOWED;
    const DgToken *before = token_back(tokenizer, 1);
    if (before && before->kind == DG_TOKEN_SPACE) {
        settle_space(tokenizer, word, may_break && !before->no_break);
        tokenizer->word_start = tokenizer->n_breaks;
    } else if (may_break && is_word(before)) {
        DgBreak place = tokenizer->sum;
        place.token = (uint32_t)tokenizer->n_tokens;
        place.penalty = PENALTY_EXPLICIT;
        place.protrude_end = end_protrusion(before->as.word);
        place.protrude_start = start_protrusion(word);
        add_break(tokenizer, place);
    }
    size_t first_break = tokenizer->n_breaks;
    if (divide && !word->divided)
        dg_word_divide(tokenizer->shaper, word);
    add_word_breaks(tokenizer, word, at, divide);
    add_extras(tokenizer, word, first_break);
    DgToken *token = add_token(tokenizer, DG_TOKEN_WORD, span);
    token->as.word = word;
    token->width = word->width;
    tokenizer->sum.before += word->width;
    tokenizer->sum.glyphs += word->width;
}

/* The soft hyphens of the source inside a piece; a piece that has some leaves the cache. */
static DgShapedWord *
with_soft_hyphens(Tokenizer *tokenizer, DgShapedWord *word, size_t at)
{
    const DgCollected *collected = tokenizer->collected;
    uint16_t offsets[DG_MAX_WORD];
    size_t n = 0;
    for (; tokenizer->next_soft < collected->n_soft &&
           collected->soft[tokenizer->next_soft] < at + word->length;
         tokenizer->next_soft++)
        if (collected->soft[tokenizer->next_soft] > at && n < DG_MAX_WORD)
            offsets[n++] = (uint16_t)(collected->soft[tokenizer->next_soft] - at);
    if (n == 0)
        return word;
    DgShapedWord *own = dg_word_make(tokenizer->shaper, word->setting, word->text, word->length);
    dg_word_divide_at(tokenizer->shaper, own, offsets, n);
    return own;
}

static void
add_words(Tokenizer *tokenizer, const DgSpan *span, size_t start, size_t end)
{
    DgShapedWord **words = NULL;
    bool divide = tokenizer->par->style->hyphens && !span->manner->verbatim && !span->generated;
    size_t n = dg_pieces(tokenizer->shaper, span->manner, span->node,
                         tokenizer->collected->text + start, end - start, &words);
    for (size_t i = 0; i < n; i++) {
        size_t length = words[i]->length;
        DgShapedWord *word = with_soft_hyphens(tokenizer, words[i], start);
        add_word(tokenizer, span, word, start, word == words[i] ? divide : true);
        start += length;
    }
}

/* ---- spans ---- */

static size_t
word_end(const char *text, size_t start, size_t end)
{
    while (start < end && text[start] != ' ' && memcmp(text + start, "\xC2\xA0", 2) != 0)
        start++;
    return start;
}

static void
add_text_span(Tokenizer *tokenizer, const DgSpan *span)
{
    const char *text = tokenizer->collected->text;
    for (size_t i = span->start; i < span->end;) {
        size_t end = i;
        while (end < span->end && text[end] == ' ')
            end++;
        if (end > i) {
            add_space(tokenizer, span, i, end - i, span->lead);
        } else if (text[i] == '\xC2' && text[i + 1] == '\xA0') {
            end = i + 2;
            add_space(tokenizer, span, i, 1, true);
        } else {
            end = word_end(text, i, span->end);
            add_words(tokenizer, span, i, end);
        }
        i = end;
    }
}

static void
add_forced_break(Tokenizer *tokenizer, const DgSpan *span)
{
    settle_space(tokenizer, NULL, false);
    DgBreak place = tokenizer->sum;
    const DgToken *before = token_back(tokenizer, 1);
    place.token = (uint32_t)tokenizer->n_tokens;
    place.forced = true;
    place.penalty = DG_PENALTY_FORCED;
    place.protrude_end = is_word(before) ? end_protrusion(before->as.word) : 0;
    add_token(tokenizer, DG_TOKEN_BREAK, span);
    add_break(tokenizer, place);
}

/* A leader is as wide as three dots at least; a page number as the sample. */
static void
add_object(Tokenizer *tokenizer, const DgSpan *span, DgTokenKind kind)
{
    DgSetting *setting = setting_of(tokenizer, span->manner);
    settle_space(tokenizer, NULL, tokenizer->kinds[span->start] == DG_BREAK_ALLOWED);
    if (!setting)
        return;
    const char *sample = kind == DG_TOKEN_LEADER ? " . . ." : tokenizer->shaper->folio_sample;
    int64_t units = dg_shape_width(tokenizer->shaper, setting, sample, strlen(sample));
    DgToken *token = add_token(tokenizer, kind, span);
    token->as.setting = setting;
    token->width = dg_units(setting, units);
    tokenizer->sum.before += token->width;
    tokenizer->leader = tokenizer->leader || kind == DG_TOKEN_LEADER;
}

static void
add_note(Tokenizer *tokenizer, const DgNode *mark)
{
    DgPar *par = tokenizer->par;
    DgArena *arena = tokenizer->shaper->arena;
    if (mark->as.note_mark.repeated || !mark->as.note_mark.note)
        return;
    par->note_tokens =
        dg_arena_grow(arena, par->note_tokens, par->n_notes, sizeof *par->note_tokens);
    par->note_tokens[par->n_notes] = (uint32_t)tokenizer->n_tokens;
    DG_APPEND(arena, par->notes, par->n_notes, mark->as.note_mark.note);
}

static void
add_span(Tokenizer *tokenizer, const DgSpan *span)
{
    switch (span->kind) {
    case DG_SPAN_TEXT:
        add_text_span(tokenizer, span);
        break;
    case DG_SPAN_MARK:
        add_note(tokenizer, span->node);
        add_text_span(tokenizer, span);
        break;
    case DG_SPAN_BREAK:
        add_forced_break(tokenizer, span);
        break;
    case DG_SPAN_LEADER:
        add_object(tokenizer, span, DG_TOKEN_LEADER);
        break;
    case DG_SPAN_PAGE_NUMBER:
        add_object(tokenizer, span, DG_TOKEN_PAGE_NUMBER);
        break;
    }
}

/* ---- the paragraph ---- */

static void
add_start(Tokenizer *tokenizer)
{
    add_break(tokenizer, (DgBreak){0});
}

/* The end; the divisions of the last word become dear, the first line may hang a sign into the margin. */
static void
add_end(Tokenizer *tokenizer)
{
    settle_space(tokenizer, NULL, false);
    DgBreak place = tokenizer->sum;
    const DgToken *last = token_back(tokenizer, 1);
    place.token = (uint32_t)tokenizer->n_tokens;
    place.forced = true;
    place.penalty = DG_PENALTY_FORCED;
    place.protrude_end = is_word(last) ? end_protrusion(last->as.word) : 0;
    for (size_t i = tokenizer->word_start; i < tokenizer->n_breaks; i++)
        if (tokenizer->breaks[i].hyphen)
            tokenizer->breaks[i].penalty =
                MIN(tokenizer->breaks[i].penalty + PENALTY_LAST_WORD, 9999);
    add_break(tokenizer, place);
    const DgPar *par = tokenizer->par;
    if (par->protrusion && par->style->indent == 0 && tokenizer->n_tokens &&
        is_word(tokenizer->tokens))
        tokenizer->breaks[0].protrude_start = start_protrusion(tokenizer->tokens[0].as.word);
}

static void
find_note_breaks(Tokenizer *tokenizer)
{
    DgPar *par = tokenizer->par;
    par->note_breaks = DG_NEW_ARRAY(tokenizer->shaper->arena, size_t, par->n_notes);
    for (size_t i = 0, at = 0; i < par->n_notes; i++) {
        while (at + 1 < tokenizer->n_breaks && tokenizer->breaks[at].token <= par->note_tokens[i])
            at++;
        par->note_breaks[i] = at;
    }
}

static void
keep(Tokenizer *tokenizer)
{
    DgPar *par = tokenizer->par;
    DgArena *arena = tokenizer->shaper->arena;
    size_t n = tokenizer->n_breaks, n_extra = tokenizer->n_extra;
    par->breaks = DG_NEW_ARRAY(arena, DgBreak, n + n_extra);
    memcpy(par->breaks, tokenizer->breaks, n * sizeof(DgBreak));
    if (n_extra)
        memcpy(par->breaks + n, tokenizer->extra, n_extra * sizeof(DgBreak));
    par->n_breaks = n;
    par->n_extra = n_extra;
    par->n_tokens = tokenizer->n_tokens;
    par->tokens = dg_arena_copy(arena, tokenizer->tokens, tokenizer->n_tokens * sizeof(DgToken));
    par->natural = tokenizer->sum.before;
}

void
dg_tokenize(DgShaper *shaper, DgPar *par, const DgCollected *collected, const uint8_t *kinds)
{
    Tokenizer tokenizer = {.shaper = shaper, .par = par, .collected = collected, .kinds = kinds};
    tokenizer.heading = par->block->kind == DG_HEADING;
    DgVoice voice = dg_voice(&par->style->font);
    const DgSetting *setting =
        dg_setting(shaper, &voice, dg_tongue(shaper, par->language, HB_SCRIPT_COMMON), NULL);
    par->space = setting ? setting->space : par->style->font.size / 4;
    add_start(&tokenizer);
    for (size_t i = 0; i < collected->n_spans; i++)
        add_span(&tokenizer, &collected->spans[i]);
    add_end(&tokenizer);
    keep(&tokenizer);
    find_note_breaks(&tokenizer);
}
