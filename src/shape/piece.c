/* piece.c - cut a stretch of text into words of one script and face. */
#include "shape-internal.h"

#include <string.h>

/* A superior or inferior figure that the face lacks is a small one, raised or lowered: shares of the em in per mille
 * (layout.md 2; TeX lowers by about the same). */
enum { SCRIPT_SIZE = 650, SUPERSCRIPT_RISE = 350, SUBSCRIPT_RISE = -150 };
/* Letters that stand for small capitals are spaced a little. */
enum { INSTEAD_OF_SMALL_CAPS = 50 };

typedef struct {
    DgShaper *shaper;
    DgManner *manner;
    const DgNode *node;
} Pieces;

static void
add_word(Pieces *pieces, DgShapedWord *word)
{
    DG_PUSH(&pieces->shaper->work, pieces, word);
}

/* A character with the marks and joiners that belong to it. */
static size_t
cluster_length(const char *text, size_t length)
{
    const char *s = g_utf8_next_char(text);
    while (s < text + length) {
        uint32_t character = g_utf8_get_char(s);
        bool joiner = character == 0x200C || character == 0x200D ||
                      (character >= 0xFE00 && character <= 0xFE0F);
        if (!joiner && !g_unichar_ismark(character))
            break;
        s = g_utf8_next_char(s);
    }
    return MIN((size_t)(s - text), length);
}

/* The face that shows a cluster: the setting's own when it can, else one of the set; NULL for none. */
static const DgFace *
cluster_face(Pieces *pieces, DgSetting *setting, const char *text, size_t length)
{
    bool missing = false;
    unsigned n = 0;
    dg_shape_text(pieces->shaper, setting, text, length);
    const hb_glyph_info_t *infos = hb_buffer_get_glyph_infos(pieces->shaper->buffer, &n);
    for (unsigned i = 0; i < n; i++)
        missing = missing || infos[i].codepoint == 0;
    if (!missing)
        return setting->face;
    uint32_t lacked = g_utf8_get_char(text);
    for (const char *s = text; s < text + length; s = g_utf8_next_char(s))
        if (!dg_face_covers(setting->face, g_utf8_get_char(s))) {
            lacked = g_utf8_get_char(s);
            break;
        }
    const DgFace *face = dg_fonts_fallback(pieces->shaper->fonts, setting->face, lacked);
    if (!face)
        dg_report_missing(pieces->shaper, pieces->node, lacked);
    return face;
}

/* Splits where the face must change. */
static void
add_by_face(Pieces *pieces, DgSetting *setting, const char *text, size_t length)
{
    DgShaper *shaper = pieces->shaper;
    for (size_t start = 0, end = 0; start < length; start = end) {
        const DgFace *face = NULL;
        while (end < length) {
            size_t n = cluster_length(text + end, length - end);
            const DgFace *next = cluster_face(pieces, setting, text + end, n);
            if (!next)
                next = setting->face;
            if (end > start && next != face)
                break;
            face = next;
            end += n;
        }
        DgSetting *own = face == setting->face
                             ? setting
                             : dg_setting(shaper, &setting->voice, setting->tongue, face);
        add_word(pieces, dg_word_get(shaper, own, text + start, end - start));
    }
}

static DgShapedWord *
word_in(Pieces *pieces, const DgVoice *voice, hb_script_t script, const char *text, size_t length)
{
    DgShaper *shaper = pieces->shaper;
    DgSetting *setting =
        dg_setting(shaper, voice, dg_tongue(shaper, pieces->manner->language, script), NULL);
    return setting ? dg_word_get(shaper, setting, text, length) : NULL;
}

static DgShapedWord *
superior_word(Pieces *pieces, hb_script_t script, const char *text, size_t length)
{
    DgVoice voice = pieces->manner->voice;
    bool above = pieces->manner->script > 0;
    voice.features |= above ? DG_SUPS : DG_SUBS;
    DgShapedWord *word = word_in(pieces, &voice, script, text, length);
    if (word && word->featured && !word->missing)
        return word;
    voice = pieces->manner->voice;
    voice.rise += dg_len_scale(voice.size, above ? SUPERSCRIPT_RISE : SUBSCRIPT_RISE, 1000);
    voice.size = dg_len_scale(voice.size, SCRIPT_SIZE, 1000);
    return word_in(pieces, &voice, script, text, length);
}

static void
report_small_caps(DgShaper *shaper, const char *family)
{
    if (!g_hash_table_add(shaper->no_features, dg_arena_strdup(shaper->arena, family)))
        return;
    dg_diag(shaper->diags, DG_FONT_STYLE, DG_NOWHERE, family, "smcp", "letter-spacing", NULL);
}

/* Small capitals are never faked: a face without them sets the letters as they are, spaced a little. */
static DgShapedWord *
small_caps_word(Pieces *pieces, hb_script_t script, const char *text, size_t length)
{
    DgVoice voice = pieces->manner->voice;
    voice.features |= DG_SMCP;
    DgShapedWord *word = word_in(pieces, &voice, script, text, length);
    if (!word || (word->featured && !word->missing))
        return word;
    report_small_caps(pieces->shaper, word->setting->face->family);
    voice = pieces->manner->voice;
    voice.letter_spacing += dg_len_scale(voice.size, INSTEAD_OF_SMALL_CAPS, 1000);
    return word_in(pieces, &voice, script, text, length);
}

static DgShapedWord *
plain_word(Pieces *pieces, hb_script_t script, const char *text, size_t length)
{
    DgSetting *setting = dg_manner_setting(pieces->shaper, pieces->manner, script);
    return setting ? dg_word_get(pieces->shaper, setting, text, length) : NULL;
}

static void
add_by_manner(Pieces *pieces, hb_script_t script, const char *text, size_t length)
{
    const DgManner *manner = pieces->manner;
    DgShapedWord *word = manner->script       ? superior_word(pieces, script, text, length)
                         : manner->small_caps ? small_caps_word(pieces, script, text, length)
                                              : plain_word(pieces, script, text, length);
    if (!word)
        return; /* no face at all: reported when the fonts were looked for */
    if (word->missing)
        add_by_face(pieces, word->setting, text, length);
    else
        add_word(pieces, word);
}

/* As much of a text as one word may hold, up to the end of a character. */
static size_t
longest_word(const char *text, size_t length)
{
    if (length <= DG_MAX_WORD)
        return length;
    return (size_t)(g_utf8_find_prev_char(text, text + DG_MAX_WORD + 1) - text);
}

void
dg_pieces(DgShaper *shaper, DgManner *manner, const DgNode *node, const char *text, size_t length)
{
    Pieces pieces = {.shaper = shaper, .manner = manner, .node = node};
    shaper->work.n_pieces = 0;
    while (length > 0) {
        hb_script_t script;
        size_t n = dg_script_run(text, longest_word(text, length), &script);
        add_by_manner(&pieces, script, text, n);
        text += n;
        length -= n;
    }
}

DgSetting *
dg_manner_setting(DgShaper *shaper, DgManner *manner, hb_script_t script)
{
    size_t i = 0;
    while (i < G_N_ELEMENTS(manner->settings) && manner->settings[i] &&
           manner->scripts[i] != script)
        i++;
    if (i < G_N_ELEMENTS(manner->settings) && manner->settings[i])
        return manner->settings[i];
    DgSetting *setting =
        dg_setting(shaper, &manner->voice, dg_tongue(shaper, manner->language, script), NULL);
    if (i < G_N_ELEMENTS(manner->settings)) {
        manner->scripts[i] = script;
        manner->settings[i] = setting;
    }
    return setting;
}
