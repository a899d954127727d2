/* cut.c - words in two parts: divisions by the language, breaks at hyphens and dashes.
 * Where HarfBuzz does not flag a place as unsafe, both parts shape as in the whole and their widths
 * are sums; elsewhere each part is shaped as it will be set (layout.md 2, lesson 2). */
#include "shape-internal.h"

#include <string.h>

enum { MAX_CUTS = 64 };

/* The first glyph at or behind a byte; `*safe` tells whether a cut there changes no shape. */
static size_t
glyph_at(const DgShapedWord *word, size_t offset, bool *safe)
{
    size_t i = 0;
    while (i < word->n_glyphs && word->glyphs[i].cluster < offset)
        i++;
    *safe = i < word->n_glyphs && word->glyphs[i].cluster == offset && !word->glyphs[i].unsafe;
    return i;
}

static uint32_t
character_before(const DgShapedWord *word, size_t offset)
{
    return g_utf8_get_char(g_utf8_prev_char(word->text + offset));
}

/* `text` with the setting's hyphen behind; at most DG_MAX_WORD bytes of it. */
static size_t
with_hyphen(const DgShapedWord *word, size_t from, size_t to, char *buffer)
{
    size_t n = to - from;
    memcpy(buffer, word->text + from, n);
    return n + (size_t)g_unichar_to_utf8(word->setting->hyphen, buffer + n);
}

static int32_t
part_width(DgShaper *shaper, const DgShapedWord *word, size_t from, size_t to, bool hyphen)
{
    DgShapedGlyph *glyphs = NULL;
    int32_t width = 0;
    size_t n = dg_word_part(shaper, shaper->scratch, word, from, to, hyphen, &glyphs);
    for (size_t i = 0; i < n; i++)
        width += glyphs[i].advance;
    return width;
}

static DgCut
measure(DgShaper *shaper, const DgShapedWord *word, size_t offset, bool hyphen)
{
    DgCut cut = {.offset = (uint16_t)offset, .hyphen = hyphen};
    DgSetting *setting = word->setting;
    size_t end = glyph_at(word, offset, &cut.safe);
    uint32_t last = hyphen ? setting->hyphen : character_before(word, offset);
    cut.protrude_end = dg_protrude_end(shaper, setting, last);
    cut.protrude_start = dg_protrude_start(shaper, setting, g_utf8_get_char(word->text + offset));
    if (!cut.safe) {
        cut.before = part_width(shaper, word, 0, offset, hyphen);
        cut.after = part_width(shaper, word, offset, word->length, false);
        return cut;
    }
    for (size_t i = 0; i < end; i++)
        cut.before += word->glyphs[i].advance;
    cut.after = word->width - cut.before;
    if (hyphen)
        cut.before += dg_hyphen_width(shaper, word->setting, character_before(word, offset));
    return cut;
}

static bool
is_letter_at(const DgShapedWord *word, size_t at)
{
    return at < word->length && g_unichar_isalnum(g_utf8_get_char(word->text + at));
}

bool
dg_word_is_address(const DgShapedWord *word)
{
    for (size_t i = 0; i < word->length; i++) {
        bool inside = word->text[i] == '.' || word->text[i] == ':';
        if (strchr("/@_\\&=#~", word->text[i]) || (inside && i > 0 && is_letter_at(word, i + 1)))
            return true;
    }
    return false;
}

void
dg_word_divide_at(DgShaper *shaper, DgShapedWord *word, const uint16_t *offsets, size_t n)
{
    word->cuts = DG_NEW_ARRAY(shaper->arena, DgCut, n);
    for (size_t i = 0; i < n; i++)
        if (offsets[i] > 0 && offsets[i] < word->length)
            word->cuts[word->n_cuts++] = measure(shaper, word, offsets[i], true);
    word->divided = true;
}

void
dg_word_divide(DgShaper *shaper, DgShapedWord *word)
{
    uint16_t offsets[MAX_CUTS];
    size_t n = 0;
    if (!dg_word_is_address(word))
        n = dg_hyphenate(shaper->hyphens, word->text, word->length, word->setting->tongue->language,
                         offsets, MAX_CUTS);
    dg_word_divide_at(shaper, word, offsets, n);
}

const DgCut *
dg_word_cut(DgShaper *shaper, DgShapedWord *word, size_t offset)
{
    for (size_t i = 0; i < word->n_explicit; i++)
        if (word->explicit[i].offset == offset)
            return &word->explicit[i];
    DgCut cut = measure(shaper, word, offset, false);
    word->explicit = dg_arena_grow(shaper->arena, word->explicit, word->n_explicit, sizeof cut);
    word->explicit[word->n_explicit] = cut;
    return &word->explicit[word->n_explicit++];
}

/* Glyphs of the whole that a part takes over; the last one and the hyphen share what both measure. */
static size_t
slice(DgShaper *shaper, DgArena *arena, const DgShapedWord *word, size_t from, size_t to,
      bool hyphen, DgShapedGlyph **glyphs)
{
    bool safe;
    size_t first = glyph_at(word, from, &safe), end = glyph_at(word, to, &safe), n = end - first;
    DgShapedGlyph *list = DG_NEW_ARRAY(arena, DgShapedGlyph, n + 1);
    for (size_t i = 0; i < n; i++) {
        list[i] = word->glyphs[first + i];
        list[i].cluster = (uint16_t)(list[i].cluster - from);
    }
    *glyphs = list;
    if (!hyphen)
        return n;
    const DgSetting *setting = word->setting;
    int32_t room = dg_hyphen_width(shaper, word->setting, character_before(word, to));
    int32_t advance =
        dg_units(setting, hb_font_get_glyph_h_advance(setting->face->hb, setting->hyphen_glyph));
    if (n > 0)
        list[n - 1].advance += room - advance;
    list[n] = (DgShapedGlyph){
        .glyph = setting->hyphen_glyph, .cluster = (uint16_t)(to - from), .advance = advance};
    return n + 1;
}

size_t
dg_word_part(DgShaper *shaper, DgArena *arena, const DgShapedWord *word, size_t from, size_t to,
             bool hyphen, DgShapedGlyph **glyphs)
{
    bool safe_from = from == 0, safe_to = to == word->length;
    if (!safe_from)
        glyph_at(word, from, &safe_from);
    if (!safe_to)
        glyph_at(word, to, &safe_to);
    if (safe_from && safe_to)
        return slice(shaper, arena, word, from, to, hyphen, glyphs);
    char text[DG_MAX_WORD + 8];
    size_t n = to - from;
    if (hyphen)
        n = with_hyphen(word, from, to, text);
    else
        memcpy(text, word->text + from, n);
    dg_shape_text(shaper, word->setting, text, n);
    return dg_take_glyphs(shaper, word->setting, arena, glyphs);
}
