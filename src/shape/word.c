/* word.c - words shaped once: the cache by setting and text. */
#include "shape-internal.h"

#include <string.h>

enum { FIRST_SIZE = 4096 };

/* Many faces have no hyphen but the ASCII one. */
static bool
has_absent_hyphen(const DgSetting *setting, const char *text, size_t length)
{
    if (setting->hyphen != '-')
        return false;
    for (size_t i = 0; i + 2 < length; i++)
        if (memcmp(text + i, "\xE2\x80\x90", 3) == 0 || memcmp(text + i, "\xE2\x80\x91", 3) == 0)
            return true;
    return false;
}

static void
add_text(hb_buffer_t *buffer, const DgSetting *setting, const char *text, size_t length)
{
    if (!has_absent_hyphen(setting, text, length)) {
        hb_buffer_add_utf8(buffer, text, (int)length, 0, (int)length);
        return;
    }
    hb_buffer_set_content_type(buffer, HB_BUFFER_CONTENT_TYPE_UNICODE);
    for (const char *s = text; s < text + length; s = g_utf8_next_char(s)) {
        uint32_t character = g_utf8_get_char(s);
        bool hyphen = character == 0x2010 || character == 0x2011;
        hb_buffer_add(buffer, hyphen ? '-' : character, (unsigned)(s - text));
    }
}

/* U+0300 to U+036F */
static bool
holds_marks(const char *text, size_t length)
{
    for (size_t i = 0; i < length; i++)
        if (text[i] == '\xCC' || text[i] == '\xCD')
            return true;
    return false;
}

static void
shape(DgShaper *shaper, const DgSetting *setting, const char *text, size_t length,
      const hb_feature_t *features, unsigned n)
{
    hb_buffer_t *buffer = shaper->buffer;
    hb_buffer_clear_contents(buffer);
    add_text(buffer, setting, text, length);
    hb_buffer_set_direction(buffer, HB_DIRECTION_LTR);
    hb_buffer_set_script(buffer, setting->tongue->script);
    hb_buffer_set_language(buffer, setting->tongue->hb_language);
    bool marks = holds_marks(text, length);
    hb_buffer_set_cluster_level(buffer, marks ? HB_BUFFER_CLUSTER_LEVEL_MONOTONE_CHARACTERS
                                              : HB_BUFFER_CLUSTER_LEVEL_DEFAULT);
    hb_shape(setting->face->hb, buffer, features, n);
    if (marks)
        dg_marks_centre(buffer, setting->face, text);
}

void
dg_shape_text(DgShaper *shaper, const DgSetting *setting, const char *text, size_t length)
{
    shape(shaper, setting, text, length, setting->features, setting->n_features);
}

int64_t
dg_shape_width(DgShaper *shaper, const DgSetting *setting, const char *text, size_t length)
{
    dg_shape_text(shaper, setting, text, length);
    unsigned n = 0;
    const hb_glyph_position_t *positions = hb_buffer_get_glyph_positions(shaper->buffer, &n);
    int64_t width = 0;
    for (unsigned i = 0; i < n; i++)
        width += positions[i].x_advance;
    return width;
}

/* Right-to-left text is set, without order; what stands in reverse is one cluster. */
static void
repair_clusters(DgShapedGlyph *glyphs, size_t n)
{
    bool ascending = true;
    for (size_t i = 1; i < n; i++)
        ascending = ascending && glyphs[i - 1].cluster <= glyphs[i].cluster;
    for (size_t i = 0; i < n && !ascending; i++) {
        glyphs[i].cluster = 0;
        glyphs[i].unsafe = true;
    }
}

size_t
dg_take_glyphs(DgShaper *shaper, const DgSetting *setting, DgArena *arena, DgShapedGlyph **glyphs)
{
    unsigned n = 0;
    const hb_glyph_info_t *infos = hb_buffer_get_glyph_infos(shaper->buffer, &n);
    const hb_glyph_position_t *positions = hb_buffer_get_glyph_positions(shaper->buffer, NULL);
    DgShapedGlyph *list = DG_NEW_ARRAY(arena, DgShapedGlyph, n);
    for (unsigned i = 0; i < n; i++) {
        list[i].glyph = infos[i].codepoint;
        list[i].cluster = (uint16_t)infos[i].cluster;
        list[i].unsafe =
            (hb_glyph_info_get_glyph_flags(&infos[i]) & HB_GLYPH_FLAG_UNSAFE_TO_BREAK) ||
            (i > 0 && infos[i].cluster == infos[i - 1].cluster);
        list[i].advance = dg_units(setting, positions[i].x_advance);
        list[i].dx = dg_units(setting, positions[i].x_offset);
        list[i].dy = dg_units(setting, positions[i].y_offset);
    }
    repair_clusters(list, n);
    for (unsigned i = 0; i + 1 < n; i++)
        if (list[i].cluster != list[i + 1].cluster)
            list[i].advance += (int32_t)setting->voice.letter_spacing;
    *glyphs = list;
    return n;
}

/* Small capitals are for small letters; superiors and inferiors for letters, digits and the signs of formulas, which
 * would be too large beside them; but not for points and commas. */
static bool
is_meant(uint32_t character, unsigned features)
{
    GUnicodeType type = g_unichar_type(character);
    if (features & DG_SMCP)
        return g_unichar_islower(character);
    return g_unichar_isalnum(character) || type == G_UNICODE_MATH_SYMBOL ||
           type == G_UNICODE_OPEN_PUNCTUATION || type == G_UNICODE_CLOSE_PUNCTUATION;
}

/* Whether the features gave every character that they are for a glyph of its own. */
static bool
is_featured(DgShaper *shaper, const DgShapedWord *word)
{
    unsigned n = 0;
    const DgSetting *setting = word->setting;
    shape(shaper, setting, word->text, word->length, setting->features + setting->n_special,
          setting->n_features - setting->n_special);
    const hb_glyph_info_t *plain = hb_buffer_get_glyph_infos(shaper->buffer, &n);
    if (n != word->n_glyphs)
        return false;
    for (unsigned i = 0; i < n; i++) {
        uint32_t character = g_utf8_get_char(word->text + word->glyphs[i].cluster);
        bool meant = is_meant(character, setting->voice.features);
        if (meant && plain[i].codepoint == word->glyphs[i].glyph)
            return false;
    }
    return true;
}

DgShapedWord *
dg_word_make(DgShaper *shaper, DgSetting *setting, const char *text, size_t length)
{
    DgShapedWord *word = DG_NEW(shaper->arena, DgShapedWord);
    word->setting = setting;
    word->text = dg_arena_strndup(shaper->arena, text, length);
    word->length = (uint16_t)length;
    word->first = g_utf8_get_char(text);
    word->last = g_utf8_get_char(g_utf8_prev_char(text + length));
    word->protrude_start = dg_protrude_start(shaper, setting, word->first);
    word->protrude_end = dg_protrude_end(shaper, setting, word->last);
    dg_shape_text(shaper, setting, text, length);
    word->n_glyphs = (uint16_t)dg_take_glyphs(shaper, setting, shaper->arena, &word->glyphs);
    for (size_t i = 0; i < word->n_glyphs; i++) {
        word->width += word->glyphs[i].advance;
        word->missing = word->missing || word->glyphs[i].glyph == 0;
    }
    if (setting->n_special > 0)
        word->featured = is_featured(shaper, word);
    return word;
}

static uint64_t
hash_text(const char *text, size_t length, uint64_t seed)
{
    uint64_t hash = (seed + 1) * UINT64_C(0x9E3779B97F4A7C15) ^ length;
    for (size_t i = 0; i < length; i += 8) {
        uint64_t part = 0;
        memcpy(&part, text + i, MIN(length - i, 8));
        hash = (hash ^ part) * UINT64_C(0xD6E8FEB86659FD93);
        hash ^= hash >> 32;
    }
    return hash;
}

static DgWordSlot *
find_slot(const DgWordTable *table, uint64_t hash, const DgSetting *setting, const char *text,
          size_t length)
{
    size_t mask = table->size - 1;
    for (size_t i = hash & mask;; i = (i + 1) & mask) {
        DgWordSlot *slot = &table->slots[i];
        if (!slot->word ||
            (slot->hash == hash && slot->word->setting == setting && slot->word->length == length &&
             memcmp(slot->word->text, text, length) == 0))
            return slot;
    }
}

static void
grow(DgWordTable *table)
{
    DgWordTable larger = {.size = table->size ? 2 * table->size : FIRST_SIZE, .n = table->n};
    larger.slots = g_new0(DgWordSlot, larger.size);
    for (size_t i = 0; i < table->size; i++) {
        size_t to = table->slots[i].hash & (larger.size - 1);
        if (!table->slots[i].word)
            continue;
        while (larger.slots[to].word)
            to = (to + 1) & (larger.size - 1);
        larger.slots[to] = table->slots[i];
    }
    g_free(table->slots);
    *table = larger;
}

DgShapedWord *
dg_word_get(DgShaper *shaper, DgSetting *setting, const char *text, size_t length)
{
    DgWordTable *table = &shaper->words;
    if (2 * table->n >= table->size)
        grow(table);
    uint64_t hash = hash_text(text, length, setting->number);
    DgWordSlot *slot = find_slot(table, hash, setting, text, length);
    if (!slot->word) {
        slot->hash = hash;
        slot->word = dg_word_make(shaper, setting, text, length);
        table->n++;
    }
    return slot->word;
}
