/* token.c - a collected text to words, spaces and objects. */
#include "token-internal.h"

/* The gap between two words set alike, else the plain space. */
static int32_t
space_width(DgTokenizer *tokenizer, const DgToken *space, const DgToken *before,
            const DgShapedWord *next)
{
    DgSetting *setting = space->as.setting;
    if (space->fixed || !next || !dg_token_is_word(before))
        return setting->space;
    DgSetting *alike = next->setting;
    if (before->as.word->setting != alike || alike->face != setting->face ||
        alike->voice.size != setting->voice.size)
        return setting->space;
    return dg_gap(tokenizer->shaper, alike, before->as.word->last, next->first);
}

/* The last space's width is known once the word behind it (NULL: none) is; so is whether a line may end there. */
static void
settle_space(DgTokenizer *tokenizer, const DgShapedWord *next, uint8_t kind)
{
    DgToken *space = dg_token_back(tokenizer, 1);
    if (!space || space->kind != DG_TOKEN_SPACE)
        return;
    space->width = space_width(tokenizer, space, dg_token_back(tokenizer, 2), next);
    bool plain = kind == DG_BREAK_ALLOWED && (!next || !space->no_break);
    if (plain || kind >= DG_BREAK_BEHIND_1)
        dg_break_at_space(tokenizer, space, next, kind);
    tokenizer->sum.before += (uint32_t)space->width;
    tokenizer->sum.spaces += !space->fixed;
    tokenizer->natural += space->width;
}

static DgToken *
add_token(DgTokenizer *tokenizer, DgTokenKind kind)
{
    DgToken token = {.kind = kind, .owner = (unsigned)tokenizer->owner};
    DG_PUSH(tokenizer->work, tokens, token);
    return dg_token_back(tokenizer, 1);
}

/* How many letters the word before `end` has; 0 when it is longer than three or holds a sign. */
static size_t
short_word_letters(const DgTokenizer *tokenizer, size_t end)
{
    const char *text = tokenizer->collected->text;
    size_t letters = 0;
    if (end > tokenizer->word_at + 6)
        return 0;
    for (const char *s = text + tokenizer->word_at; s < text + end;
         s = g_utf8_next_char(s), letters++)
        if (!g_unichar_isalpha(g_utf8_get_char(s)))
            return 0;
    return letters <= 3 ? letters : 0;
}

static bool
last_word_leads(const DgTokenizer *tokenizer, size_t end)
{
    const char *text = tokenizer->collected->text;
    size_t start = tokenizer->word_at;
    if (tokenizer->par->style->align == DG_ALIGN_JUSTIFY || end <= start)
        return false;
    bool opens = start < 2 || strchr(".:?!", text[start - 2]) != NULL;
    return dg_word_leads(text + start, end - start, opens);
}

/* The space behind the dash that opens speech does not stretch (typography.md, R6). */
static bool
follows_opening_dash(const DgTokenizer *tokenizer)
{
    const DgToken *before = dg_token_back(tokenizer, 1);
    return tokenizer->work->n_tokens == 1 && dg_token_is_word(before) &&
           before->as.word->length == 3 &&
           (before->as.word->first == 0x2014 || before->as.word->first == 0x2013);
}

static void
add_space(DgTokenizer *tokenizer, const DgSpan *span, size_t at, bool no_break)
{
    settle_space(tokenizer, NULL, DG_BREAK_NONE);
    tokenizer->letters = short_word_letters(tokenizer, at);
    tokenizer->leads = last_word_leads(tokenizer, at);
    tokenizer->word_at = at + (no_break && !span->lead ? 2 : 1);
    DgSetting *setting = dg_manner_setting(tokenizer->shaper, span->manner, HB_SCRIPT_COMMON);
    if (!setting)
        return;
    bool fixed = span->lead || tokenizer->collected->verbatim ||
                 (no_break && follows_opening_dash(tokenizer));
    DgToken *token = add_token(tokenizer, DG_TOKEN_SPACE);
    token->as.setting = setting;
    token->no_break = no_break && !span->lead;
    token->fixed = fixed;
}

/* ---- words ---- */

/* A slanted letter would touch an upright bracket behind it: share of the size (layout.md 2). */
enum { ITALIC_CORRECTION = 30 };

static bool
leans_on(const DgShapedWord *slanted, const DgShapedWord *next)
{
    bool closing = next->first < 0x80
                       ? strchr(")]}!?\"'", (int)next->first) != NULL
                       : next->first == 0xBB || next->first == 0x201D || next->first == 0x2019;
    return closing && slanted->setting->face->italic && !next->setting->face->italic;
}

/* Letters of one setting that touch kern also where one of them belongs to a link or another language. */
static void
add_kern(DgTokenizer *tokenizer, const DgShapedWord *before, const DgShapedWord *next)
{
    int32_t width = 0;
    if (leans_on(before, next))
        width = (int32_t)(before->setting->voice.size / ITALIC_CORRECTION);
    else if (before->setting == next->setting)
        width = dg_kern(tokenizer->shaper, next->setting, before->last, next->first);
    if (width == 0)
        return;
    DgToken *token = add_token(tokenizer, DG_TOKEN_KERN);
    token->as.setting = before->setting;
    token->width = width;
    tokenizer->sum.before += (uint32_t)token->width;
    tokenizer->natural += token->width;
}

static void
add_word(DgTokenizer *tokenizer, DgShapedWord *word, size_t at, bool divide)
{
    bool may_break = tokenizer->kinds[at] == DG_BREAK_ALLOWED;
    const DgToken *before = dg_token_back(tokenizer, 1);
    if (before && before->kind == DG_TOKEN_SPACE) {
        settle_space(tokenizer, word, tokenizer->kinds[at]);
        tokenizer->word_break = tokenizer->work->n_breaks;
    } else if (dg_token_is_solid(before) && (may_break || dg_break_is_overdue(tokenizer))) {
        dg_break_between(tokenizer, before, word);
    } else if (dg_token_is_word(before)) {
        add_kern(tokenizer, before->as.word, word);
    }
    if (divide && !word->divided)
        dg_word_divide(tokenizer->shaper, word);
    dg_break_inside(tokenizer, word, at, divide);
    DgToken *token = add_token(tokenizer, DG_TOKEN_WORD);
    token->as.word = word;
    token->width = word->width;
    tokenizer->sum.before += (uint32_t)word->width;
    tokenizer->sum.glyphs += (uint32_t)word->width;
    tokenizer->natural += word->width;
}

/* The soft hyphens of the source inside a piece override the patterns; such a piece leaves the cache. */
static DgShapedWord *
with_soft_hyphens(DgTokenizer *tokenizer, DgShapedWord *word, size_t at)
{
    const DgCollected *collected = tokenizer->collected;
    uint16_t offsets[DG_MAX_WORD];
    size_t n = 0, *next = &tokenizer->next_soft;
    for (; *next < collected->n_soft && collected->soft[*next] < at + word->length; (*next)++)
        if (collected->soft[*next] > at && n < DG_MAX_WORD)
            offsets[n++] = (uint16_t)(collected->soft[*next] - at);
    if (n == 0)
        return word;
    DgShapedWord *own = dg_word_make(tokenizer->shaper, word->setting, word->text, word->length);
    dg_word_divide_at(tokenizer->shaper, own, offsets, n);
    return own;
}

static void
add_words(DgTokenizer *tokenizer, const DgSpan *span, size_t start, size_t end)
{
    DgWorkspace *work = tokenizer->work;
    bool divide = tokenizer->par->style->hyphens && !span->manner->verbatim && !span->generated;
    dg_pieces(tokenizer->shaper, tokenizer->collected, span, start, end);
    for (size_t i = 0; i < work->n_pieces; i++) {
        DgShapedWord *word = work->pieces[i];
        if (tokenizer->next_soft < tokenizer->collected->n_soft)
            word = with_soft_hyphens(tokenizer, word, start);
        add_word(tokenizer, word, start, divide || word != work->pieces[i]);
        start += word->length;
    }
}

/* ---- spans ---- */

static size_t
word_end(const char *text, size_t start, size_t end)
{
    while (start < end && text[start] != ' ' &&
           (text[start] != '\xC2' || text[start + 1] != '\xA0'))
        start++;
    return start;
}

static void
add_text(DgTokenizer *tokenizer, const DgSpan *span)
{
    const char *text = tokenizer->collected->text;
    for (size_t i = span->start, end; i < span->end; i = end) {
        bool space = text[i] == ' ', no_break = text[i] == '\xC2' && text[i + 1] == '\xA0';
        end = space ? i + 1 : no_break ? i + 2 : word_end(text, i, span->end);
        if (space || no_break)
            add_space(tokenizer, span, i, no_break || span->lead);
        else
            add_words(tokenizer, span, i, end);
    }
}

static void
add_break(DgTokenizer *tokenizer)
{
    settle_space(tokenizer, NULL, DG_BREAK_NONE);
    dg_break_forced(tokenizer);
    add_token(tokenizer, DG_TOKEN_BREAK);
}

/* A page number is as wide as the sample, a range of them as two with a dash and the term before. */
static const char *
folio_sample(const DgTokenizer *tokenizer, const DgNode *number)
{
    const char *sample = tokenizer->shaper->folio_sample;
    if (!number || !number->as.reference.last)
        return sample;
    return dg_arena_printf(tokenizer->shaper->scratch, "%s%s–%s", number->alt ? number->alt : "",
                           sample, sample);
}

/* A leader is as wide as three dots at least. */
static void
add_object(DgTokenizer *tokenizer, const DgSpan *span, DgTokenKind kind)
{
    DgSetting *setting = dg_manner_setting(tokenizer->shaper, span->manner, HB_SCRIPT_COMMON);
    settle_space(tokenizer, NULL, tokenizer->kinds[span->start]);
    if (!setting)
        return;
    const char *sample = kind == DG_TOKEN_LEADER ? " . . ." : folio_sample(tokenizer, span->node);
    int64_t units = dg_shape_width(tokenizer->shaper, setting, sample, strlen(sample));
    DgToken *token = add_token(tokenizer, kind);
    token->as.setting = setting;
    token->width = dg_units(setting, units);
    tokenizer->sum.before += (uint32_t)token->width;
    tokenizer->natural += token->width;
    tokenizer->leader = tokenizer->leader || kind == DG_TOKEN_LEADER;
}

static void
add_picture(DgTokenizer *tokenizer, const DgSpan *span)
{
    const DgSetting *setting = dg_manner_setting(tokenizer->shaper, span->manner, HB_SCRIPT_COMMON);
    uint8_t kind = tokenizer->kinds[span->start];
    settle_space(tokenizer, NULL, kind);
    if (!setting)
        return;
    const DgToken *before = dg_token_back(tokenizer, 1);
    bool may_break = kind == DG_BREAK_ALLOWED || dg_break_is_overdue(tokenizer);
    if (dg_token_is_solid(before) && may_break)
        dg_break_between(tokenizer, before, NULL);
    DgToken *token = add_token(tokenizer, DG_TOKEN_PICTURE);
    token->as.picture =
        dg_picture_shape(tokenizer->shaper, span->picture, tokenizer->par->style, setting);
    token->width = (int32_t)token->as.picture->shown.width;
    tokenizer->sum.before += (uint32_t)token->width;
    tokenizer->natural += token->width;
    tokenizer->par->widest_picture = MAX(tokenizer->par->widest_picture, token->width);
}

static void
add_note(DgTokenizer *tokenizer, const DgNode *mark)
{
    DgPar *par = tokenizer->par;
    DgArena *arena = tokenizer->shaper->arena;
    if (mark->as.note_mark.repeated || !mark->as.note_mark.note)
        return;
    par->note_tokens =
        dg_arena_grow(arena, par->note_tokens, par->n_notes, sizeof *par->note_tokens);
    par->note_tokens[par->n_notes] = (uint32_t)tokenizer->work->n_tokens;
    DG_APPEND(arena, par->notes, par->n_notes, mark->as.note_mark.note);
}

static void
add_span(DgTokenizer *tokenizer, const DgSpan *span)
{
    switch (span->kind) {
    case DG_SPAN_MARK:
        add_note(tokenizer, span->node);
        add_text(tokenizer, span);
        break;
    case DG_SPAN_TEXT:
        add_text(tokenizer, span);
        break;
    case DG_SPAN_BREAK:
        add_break(tokenizer);
        break;
    case DG_SPAN_LEADER:
        add_object(tokenizer, span, DG_TOKEN_LEADER);
        break;
    case DG_SPAN_PAGE_NUMBER:
        add_object(tokenizer, span, DG_TOKEN_PAGE_NUMBER);
        break;
    case DG_SPAN_PICTURE:
        add_picture(tokenizer, span);
        break;
    }
}

/* ---- the paragraph ---- */

static void
find_note_breaks(const DgTokenizer *tokenizer)
{
    DgPar *par = tokenizer->par;
    par->note_breaks = DG_NEW_ARRAY(tokenizer->shaper->arena, size_t, par->n_notes);
    for (size_t i = 0, at = 0; i < par->n_notes; i++) {
        while (at + 1 < par->n_breaks && par->breaks[at].token <= par->note_tokens[i])
            at++;
        par->note_breaks[i] = at;
    }
}

/* From the workspace to where paragraphs live. */
static void
keep(const DgTokenizer *tokenizer)
{
    DgPar *par = tokenizer->par;
    const DgWorkspace *work = tokenizer->work;
    DgArena *arena = tokenizer->shaper->arena;
    par->n_breaks = work->n_breaks;
    par->n_extra = work->n_extra;
    par->breaks = DG_NEW_ARRAY(arena, DgBreak, work->n_breaks + work->n_extra);
    memcpy(par->breaks, work->breaks, work->n_breaks * sizeof(DgBreak));
    if (work->n_extra)
        memcpy(par->breaks + work->n_breaks, work->extra, work->n_extra * sizeof(DgBreak));
    par->n_tokens = work->n_tokens;
    par->tokens = dg_arena_copy(arena, work->tokens, work->n_tokens * sizeof(DgToken));
    par->natural = tokenizer->natural;
}

static DgOwner
owner_of(const DgSpan *span)
{
    const DgManner *manner = span->manner;
    return (DgOwner){span->node, span->generated, manner->underline, manner->strike,
                     manner->overline};
}

static DgLen
word_space(DgShaper *shaper, const DgPar *par)
{
    DgVoice voice = dg_voice(&par->style->font);
    const DgTongue *tongue = dg_tongue(shaper, par->language, HB_SCRIPT_COMMON);
    const DgSetting *setting = dg_setting(shaper, &voice, tongue, NULL);
    return setting ? setting->space : par->style->font.size / 4;
}

void
dg_tokenize(DgShaper *shaper, DgPar *par, DgCollected *collected, const uint8_t *kinds)
{
    DgTokenizer tokenizer = {.shaper = shaper, .work = &shaper->work, .par = par};
    tokenizer.collected = collected;
    tokenizer.kinds = kinds;
    shaper->work.n_tokens = shaper->work.n_breaks = shaper->work.n_extra = 0;
    par->space = word_space(shaper, par);
    par->owners = DG_NEW_ARRAY(shaper->arena, DgOwner, collected->n_spans);
    dg_break_at_start(&tokenizer);
    for (size_t i = 0; i < collected->n_spans; i++) {
        tokenizer.owner = i;
        par->owners[i] = owner_of(&collected->spans[i]);
        add_span(&tokenizer, &collected->spans[i]);
    }
    settle_space(&tokenizer, NULL, DG_BREAK_NONE);
    dg_break_at_end(&tokenizer);
    keep(&tokenizer);
    find_note_breaks(&tokenizer);
}
