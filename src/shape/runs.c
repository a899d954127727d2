/* runs.c - the glyphs of one line, as runs that a display list draws. */
#include "shape-internal.h"

#include <string.h>

/* What glyphs must share to stand in one run. */
typedef struct {
    const DgSetting *setting;
    DgOwner owner;
} Key;

typedef struct {
    DgArena *arena;
    const DgPar *par;
    const DgNode *label; /* node of generated text of a single run */
    DgLen x, start;      /* pen; where the open run began */
    DgLen natural, set;  /* glyphs so far, as shaped and as expanded: rounding never adds up */
    DgLen space_add;
    int space_extra, expansion;
    Key key;
    bool open, division;
    GString *text;
    GArray *glyphs;
    DgPlacedRun *runs;
    size_t n_runs;
} Builder;

static bool
same_key(const Key *a, const Key *b)
{
    const DgVoice *x = &a->setting->voice, *y = &b->setting->voice;
    const DgOwner *p = &a->owner, *q = &b->owner;
    return a->setting->face == b->setting->face && x->size == y->size && x->rise == y->rise &&
           p->node == q->node && p->generated == q->generated && p->underline == q->underline &&
           p->strike == q->strike && p->overline == q->overline;
}

static uint32_t
color_of(const DgBlockStyle *style, const DgNode *node)
{
    if (style->link_color != 0xFFFFFFFF)
        for (; node && !dg_kind_is_block(node->kind); node = node->parent)
            if (node->kind == DG_LINK || node->kind == DG_REFERENCE_LINK)
                return style->link_color;
    return style->font.color;
}

static void
close_run(Builder *builder)
{
    if (!builder->open)
        return;
    DgRun *run = DG_NEW(builder->arena, DgRun);
    run->face = builder->key.setting->face;
    run->size = builder->key.setting->voice.size;
    run->rise = builder->key.setting->voice.rise;
    run->color = color_of(builder->par->style, builder->key.owner.node);
    run->node = builder->key.owner.node;
    run->length = builder->text->len;
    run->text = dg_arena_strndup(builder->arena, builder->text->str, run->length);
    run->n_glyphs = builder->glyphs->len;
    run->glyphs =
        dg_arena_copy(builder->arena, builder->glyphs->data, run->n_glyphs * sizeof(DgGlyph));
    run->width = builder->x - builder->start;
    run->expansion = builder->expansion;
    run->division = builder->division;
    run->underline = builder->key.owner.underline;
    run->strike = builder->key.owner.strike;
    run->overline = builder->key.owner.overline;
    run->generated = builder->key.owner.generated;
    DgPlacedRun placed = {builder->start, run};
    DG_APPEND(builder->arena, builder->runs, builder->n_runs, placed);
    g_string_truncate(builder->text, 0);
    g_array_set_size(builder->glyphs, 0);
    builder->open = builder->division = false;
}

/* Clusters count up to 64 KB. */
enum { LONGEST_RUN = 60000 };

static void
use_key(Builder *builder, const Key *key)
{
    if (builder->open && same_key(&builder->key, key) && builder->text->len < LONGEST_RUN)
        return;
    close_run(builder);
    builder->key = *key;
    builder->start = builder->x;
    builder->open = true;
}

static void
put_glyph(Builder *builder, uint32_t glyph, size_t cluster, DgLen advance, int32_t dx, int32_t dy)
{
    DgGlyph placed = {(uint16_t)glyph, (uint16_t)cluster, (int32_t)advance, (int16_t)dx,
                      (int16_t)dy};
    g_array_append_val(builder->glyphs, placed);
    builder->x += advance;
}

/* Expanded width of what has been set with `advance` more, less what it was before. */
static DgLen
expand(Builder *builder, DgLen advance)
{
    builder->natural += advance;
    DgLen set = dg_len_scale(builder->natural, 1000 + builder->expansion, 1000);
    DgLen expanded = set - builder->set;
    builder->set = set;
    return expanded;
}

static void
put_glyphs(Builder *builder, const DgShapedGlyph *glyphs, size_t n, const char *text, size_t length)
{
    size_t at = builder->text->len;
    g_string_append_len(builder->text, text, (gssize)length);
    for (size_t i = 0; i < n; i++)
        put_glyph(
            builder, glyphs[i].glyph, at + glyphs[i].cluster, expand(builder, glyphs[i].advance),
            (int32_t)dg_len_scale(glyphs[i].dx, 1000 + builder->expansion, 1000), glyphs[i].dy);
}

static Key
token_key(const Builder *builder, const DgToken *token, const DgSetting *setting)
{
    return (Key){setting, builder->par->owners[token->owner]};
}

static void
put_word(Builder *builder, const DgToken *token, size_t from, size_t to, bool hyphen)
{
    const DgShapedWord *word = token->as.word;
    Key key = token_key(builder, token, word->setting);
    DgShapedGlyph *glyphs = word->glyphs;
    size_t n = word->n_glyphs;
    use_key(builder, &key);
    if (from > 0 || to < word->length)
        n = dg_word_part(builder->par->shaper, builder->par->shaper->scratch, word, from, to,
                         hyphen, &glyphs);
    put_glyphs(builder, glyphs, n, word->text + from, to - from);
    builder->division = hyphen;
}

/* Extra units go to the first spaces: which ones is invisible, that it is always the same is not. */
static void
put_space(Builder *builder, const DgToken *token, bool justified)
{
    Key key = token_key(builder, token, token->as.setting);
    DgLen width = token->width;
    if (justified && !token->fixed) {
        width += builder->space_add + (builder->space_extra > 0);
        builder->space_extra--;
    }
    use_key(builder, &key);
    size_t at = builder->text->len;
    g_string_append(builder->text, token->no_break ? "\xC2\xA0" : " ");
    put_glyph(builder, token->as.setting->space_glyph, at, width, 0, 0);
}

/* Dots on a grid that counts from the right margin, so that they stand one under the other. */
static void
put_leader(Builder *builder, const DgToken *token, DgLen width, DgLen to_the_right)
{
    const DgSetting *setting = token->as.setting;
    hb_codepoint_t glyph = 0;
    const char *sign = builder->par->style->leader;
    if (sign && *sign)
        hb_font_get_nominal_glyph(setting->face->hb, g_utf8_get_char(sign), &glyph);
    DgLen dot = dg_units(setting, hb_font_get_glyph_h_advance(setting->face->hb, glyph));
    DgLen pitch = MAX(dot + setting->space, 1), end = builder->x + width, rest = to_the_right;
    rest = (rest + pitch - 1) / pitch * pitch - to_the_right; /* to the next point of the grid */
    DgLen n = (width - rest - setting->space) / pitch;
    Key key = token_key(builder, token, setting);
    if (n <= 0 || glyph == 0) {
        close_run(builder);
        builder->x = end;
        return;
    }
    close_run(builder);
    builder->x = end - rest - n * pitch;
    use_key(builder, &key);
    for (DgLen i = 0; i < n; i++) {
        size_t at = builder->text->len;
        g_string_append_unichar(builder->text, g_utf8_get_char(sign));
        put_glyph(builder, glyph, at, pitch, 0, 0);
    }
    close_run(builder);
    builder->x = end;
}

static void
put_text(Builder *builder, const Key *key, const char *text)
{
    DgShaper *shaper = builder->par->shaper;
    DgShapedGlyph *glyphs = NULL;
    use_key(builder, key);
    dg_shape_text(shaper, key->setting, text, strlen(text));
    size_t n = dg_take_glyphs(shaper, key->setting, shaper->scratch, &glyphs);
    for (size_t i = 0; i < n; i++)
        if (glyphs[i].glyph == 0)
            dg_report_missing(shaper, key->owner.node, g_utf8_get_char(text + glyphs[i].cluster));
    put_glyphs(builder, glyphs, n, text, strlen(text));
}

/* It stands between runs, not in one: nothing of it is text. */
static void
put_picture(Builder *builder, const DgToken *token)
{
    const DgShapedPicture *picture = token->as.picture;
    const DgOwner *owner = &builder->par->owners[token->owner];
    close_run(builder);
    DgRun *run = DG_NEW(builder->arena, DgRun);
    *run = (DgRun){.face = picture->setting->face,
                   .size = picture->setting->voice.size,
                   .rise = picture->rise,
                   .node = owner->node,
                   .text = "",
                   .width = picture->shown.width,
                   .generated = owner->generated,
                   .picture = &picture->shown};
    DgPlacedRun placed = {builder->x, run};
    DG_APPEND(builder->arena, builder->runs, builder->n_runs, placed);
    builder->x += picture->shown.width;
}

static DgLen
number_width(DgShaper *shaper, const DgToken *token, const char *folio)
{
    const DgSetting *setting = token->as.setting;
    return dg_units(setting, dg_shape_width(shaper, setting, folio, strlen(folio)));
}

/* The folio in the room of the sample: flush right behind a leader; else the text closes up behind it. */
static void
put_page_number(Builder *builder, const DgToken *token, bool right, const char *folio)
{
    DgShaper *shaper = builder->par->shaper;
    const DgSetting *setting = token->as.setting;
    Key key = token_key(builder, token, setting);
    DgLen end = builder->x + token->width;
    close_run(builder);
    if (right)
        builder->x = end - number_width(shaper, token, folio);
    put_text(builder, &key, folio);
    close_run(builder);
    if (right)
        builder->x = end;
}

/* ---- lines ---- */

typedef struct {
    size_t token, cut;
} Place;

static Place
line_start(const DgPar *par, const DgBreak *place)
{
    if (place == par->breaks)
        return (Place){0, 0};
    if (place->cut == 0 && (place->gap || place->forced))
        return (Place){place->token + 1, 0};
    return (Place){place->token, place->cut};
}

static bool
leads_to_number(const DgPar *par, size_t token)
{
    return token > 0 && par->tokens[token - 1].kind == DG_TOKEN_LEADER;
}

static const char *
folio_text(const DgPar *par, const DgToken *token, DgFolioOf folio_of, const void *folios)
{
    const DgNode *node = par->owners[token->owner].node;
    const char *folio = folio_of ? folio_of(folios, node) : NULL;
    return folio && *folio ? folio : par->shaper->folio_sample;
}

static void
put_token(Builder *builder, size_t index, DgLen leader_width, DgLen to_the_right, const char *folio)
{
    const DgToken *token = &builder->par->tokens[index];
    switch ((DgTokenKind)token->kind) {
    case DG_TOKEN_WORD:
        put_word(builder, token, 0, token->as.word->length, false);
        break;
    case DG_TOKEN_SPACE:
        put_space(builder, token, true);
        break;
    case DG_TOKEN_LEADER:
        put_leader(builder, token, leader_width, to_the_right);
        break;
    case DG_TOKEN_PAGE_NUMBER:
        put_page_number(builder, token, leads_to_number(builder->par, index), folio);
        break;
    case DG_TOKEN_PICTURE:
        put_picture(builder, token);
        break;
    case DG_TOKEN_KERN:
        close_run(builder);
        builder->x += token->width;
        break;
    case DG_TOKEN_BREAK:
        break;
    }
}

/* What the first leader between two places takes; the others keep their least width. */
static DgLen
leader_width(const DgPar *par, const DgBreak *a, const DgBreak *b, size_t token, DgLen room)
{
    DgLen rest = room - dg_stretch_width(a, b);
    return par->tokens[token].width + MAX(rest, 0);
}

size_t
dg_par_runs(DgArena *arena, const DgPar *par, size_t first_break, size_t last_break,
            DgLen space_add, int space_extra, int expansion, DgLen room, DgFolioOf folio_of,
            const void *folios, DgPlacedRun **runs)
{
    g_autoptr(GString) text = g_string_sized_new(256);
    g_autoptr(GArray) glyphs = g_array_sized_new(FALSE, FALSE, sizeof(DgGlyph), 128);
    const DgBreak *a = &par->breaks[first_break], *b = &par->breaks[last_break];
    Place from = line_start(par, a);
    Builder builder = {.arena = arena, .par = par, .text = text, .glyphs = glyphs};
    builder.space_add = space_add;
    builder.space_extra = space_extra;
    builder.expansion = expansion;
    for (size_t i = from.token; i < b->token; i++) {
        const DgToken *token = &par->tokens[i];
        const char *folio =
            token->kind == DG_TOKEN_PAGE_NUMBER ? folio_text(par, token, folio_of, folios) : "";
        if (i == from.token && from.cut > 0) {
            put_word(&builder, token, from.cut, token->as.word->length, false);
        } else if (token->kind == DG_TOKEN_LEADER) {
            DgLen width = leader_width(par, a, b, i, room);
            put_token(&builder, i, width, room - builder.x - width, folio);
            room -= width - token->width; /* the next one finds nothing left */
        } else {
            put_token(&builder, i, 0, 0, folio);
        }
    }
    if (b->cut > 0)
        put_word(&builder, &par->tokens[b->token], b->token == from.token ? from.cut : 0, b->cut,
                 b->hyphen);
    else if (b->gap)
        put_space(&builder, &par->tokens[b->token], false);
    close_run(&builder);
    *runs = builder.runs;
    return builder.n_runs;
}

DgLen
dg_par_slack(const DgPar *par, size_t first_break, size_t last_break, DgFolioOf folio_of,
             const void *folios)
{
    DgLen slack = 0;
    for (size_t i = line_start(par, &par->breaks[first_break]).token;
         i < par->breaks[last_break].token; i++) {
        const DgToken *token = &par->tokens[i];
        if (token->kind == DG_TOKEN_PAGE_NUMBER && !leads_to_number(par, i))
            slack += token->width -
                     number_width(par->shaper, token, folio_text(par, token, folio_of, folios));
    }
    return slack;
}

int
dg_par_spaces(const DgPar *par, size_t first_break, size_t last_break)
{
    return dg_stretch_spaces(&par->breaks[first_break], &par->breaks[last_break]);
}

/* ---- single runs ---- */

/* A face that has all of a text: the setting's, else one that Pango chose for a character lacking. */
static DgSetting *
covering_setting(DgShaper *shaper, DgSetting *setting, const char *text, const char *language)
{
    DgManner manner = {.voice = setting->voice, .language = language};
    DgSpan span = {.end = strlen(text), .manner = &manner};
    DgCollected collected = {.text = text, .length = span.end, .spans = &span, .n_spans = 1};
    for (const char *s = text; *s; s = g_utf8_next_char(s)) {
        uint32_t character = g_utf8_get_char(s);
        if (g_unichar_isspace(character) || dg_face_covers(setting->face, character))
            continue;
        const DgFace *face = dg_chosen_face(shaper, &collected, (size_t)(s - text));
        for (const char *t = text; face && *t; t = g_utf8_next_char(t))
            if (!g_unichar_isspace(g_utf8_get_char(t)) && !dg_face_covers(face, g_utf8_get_char(t)))
                face = NULL;
        if (face)
            return dg_setting(shaper, &setting->voice, setting->tongue, face);
    }
    return setting;
}

bool
dg_run_is_shown(DgShaper *shaper, const char *text, const DgFontStyle *font, const char *language)
{
    DgVoice voice = dg_voice(font);
    hb_script_t script;
    dg_script_run(text, strlen(text), &script);
    DgSetting *setting = dg_setting(shaper, &voice, dg_tongue(shaper, language, script), NULL);
    if (setting)
        setting = covering_setting(shaper, setting, text, language);
    for (const char *s = text; setting && *s; s = g_utf8_next_char(s))
        if (!dg_face_covers(setting->face, g_utf8_get_char(s)))
            return false;
    return setting != NULL;
}

DgRun *
dg_run_make(DgShaper *shaper, DgArena *arena, const char *text, const DgFontStyle *font,
            const char *language, const DgNode *node)
{
    DgBlockStyle style = {.font = *font};
    DgPar par = {.style = &style, .shaper = shaper};
    DgVoice voice = dg_voice(font);
    hb_script_t script;
    if (!language)
        language = "und";
    g_autofree char *valid = g_utf8_make_valid(text ? text : "", -1);
    g_autofree char *shown = font->uppercase ? g_utf8_strup(valid, -1) : g_strdup(valid);
    dg_script_run(shown, strlen(shown), &script);
    DgSetting *setting = dg_setting(shaper, &voice, dg_tongue(shaper, language, script), NULL);
    g_autoptr(GString) gathered = g_string_new(NULL);
    g_autoptr(GArray) glyphs = g_array_new(FALSE, FALSE, sizeof(DgGlyph));
    Builder builder = {.arena = arena, .par = &par, .text = gathered, .glyphs = glyphs};
    if (setting && *shown) {
        Key key = {covering_setting(shaper, setting, shown, language),
                   {.node = node, .generated = true}};
        put_text(&builder, &key, shown);
        close_run(&builder);
    }
    return builder.n_runs ? builder.runs[0].run : DG_NEW(arena, DgRun);
}
