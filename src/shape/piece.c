/* piece.c - cut a stretch of text into words of one script and face. */
#include "shape-internal.h"

#include <string.h>

/* A superior or inferior figure that the face lacks is a small one, raised or lowered: shares of the em in per mille
 * (layout.md 2; TeX lowers by about the same). */
enum { SCRIPT_SIZE = 650, SUPERSCRIPT_RISE = 350, SUBSCRIPT_RISE = -150 };

typedef struct {
    DgShaper *shaper;
    DgCollected *collected;
    const DgSpan *span;
    DgManner *manner; /* of the span */
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

/* ---- where the face must change ---- */

static bool
shows(Pieces *pieces, const DgSetting *setting, size_t start, size_t end)
{
    unsigned n = 0;
    dg_shape_text(pieces->shaper, setting, pieces->collected->text + start, end - start);
    const hb_glyph_info_t *infos = hb_buffer_get_glyph_infos(pieces->shaper->buffer, &n);
    for (unsigned i = 0; i < n; i++)
        if (infos[i].codepoint == 0)
            return false;
    return true;
}

/* The first character that the setting's face has no glyph for. */
static size_t
first_lacked(const Pieces *pieces, const DgSetting *setting, size_t start, size_t end)
{
    const char *text = pieces->collected->text;
    for (const char *s = text + start; s < text + end; s = g_utf8_next_char(s))
        if (!dg_face_covers(setting->face, g_utf8_get_char(s)))
            return (size_t)(s - text);
    return start;
}

/* The setting that shows all of a stretch: the given one, else that of the face which Pango chose for the first
 * character lacked; NULL for neither. */
static DgSetting *
showing(Pieces *pieces, DgSetting *setting, size_t start, size_t end)
{
    if (shows(pieces, setting, start, end))
        return setting;
    size_t lacked = first_lacked(pieces, setting, start, end);
    const DgFace *face = dg_chosen_face(pieces->shaper, pieces->collected, lacked);
    if (!face || face == setting->face)
        return NULL;
    DgSetting *other = dg_setting(pieces->shaper, &setting->voice, setting->tongue, face);
    return shows(pieces, other, start, end) ? other : NULL;
}

/* The end of the letters at a place, with their marks. */
static size_t
letters_end(const char *text, size_t start, size_t end)
{
    while (start < end && g_unichar_isalpha(g_utf8_get_char(text + start)))
        start += cluster_length(text + start, end - start);
    return start;
}

static void
add_shown(Pieces *pieces, DgSetting *setting, size_t start, size_t end)
{
    const char *text = pieces->collected->text + start;
    if (end > start)
        add_word(pieces, dg_word_get(pieces->shaper, setting, text, end - start));
}

/* Pango chooses by the character. The letters of a word are kept in one face where one has them all: PT Serif has the
 * letters mu and pi, as signs of formulas, and would mix them into Greek words; and a letter never parts from its mark. */
static void
add_by_face(Pieces *pieces, DgSetting *own, size_t start, size_t end)
{
    const char *text = pieces->collected->text;
    DgSetting *setting = own;
    for (size_t at = start, single = start, next; at < end; at = next) {
        DgSetting *other = NULL;
        next = letters_end(text, at, end);
        if (next > at && at >= single)
            other = showing(pieces, own, at, next);
        if (!other) {
            single = next;
            next = at + cluster_length(text + at, end - at);
            other = showing(pieces, own, at, next);
        }
        if (!other) {
            size_t lacked = first_lacked(pieces, own, at, next);
            dg_report_missing(pieces->shaper, pieces->span->node, g_utf8_get_char(text + lacked));
            other = own;
        }
        if (other != setting) {
            add_shown(pieces, setting, start, at);
            start = at;
        }
        setting = other;
    }
    add_shown(pieces, setting, start, end);
}

/* ---- by manner ---- */

static DgShapedWord *
word_in(Pieces *pieces, const DgVoice *voice, hb_script_t script, const char *text, size_t length)
{
    DgShaper *shaper = pieces->shaper;
    DgSetting *setting =
        dg_setting(shaper, voice, dg_tongue(shaper, pieces->manner->language, script), NULL);
    return setting ? dg_word_get(shaper, setting, text, length) : NULL;
}

/* A face that has some superior or inferior figures and not all, such as PT Serif with ¹²³, gives none: beside small
 * ones made of the others they would look heavier, and stand at another height. */
static bool
has_all_figures(Pieces *pieces, const DgVoice *voice)
{
    const DgShapedWord *figures = word_in(pieces, voice, HB_SCRIPT_COMMON, "0123456789", 10);
    return figures && figures->featured && !figures->missing;
}

static DgShapedWord *
superior_word(Pieces *pieces, hb_script_t script, const char *text, size_t length)
{
    DgVoice voice = pieces->manner->voice;
    bool above = pieces->manner->script > 0;
    voice.features |= above ? DG_SUPS : DG_SUBS;
    DgShapedWord *word = word_in(pieces, &voice, script, text, length);
    if (word && word->featured && !word->missing && has_all_figures(pieces, &voice))
        return word;
    voice = pieces->manner->voice;
    voice.rise += dg_len_scale(voice.size, above ? SUPERSCRIPT_RISE : SUBSCRIPT_RISE, 1000);
    voice.size = dg_len_scale(voice.size, SCRIPT_SIZE, 1000);
    return word_in(pieces, &voice, script, text, length);
}

static void
report_small_caps(DgShaper *shaper, const DgNode *node, const char *family)
{
    if (g_hash_table_add(shaper->no_features, dg_arena_strdup(shaper->arena, family)))
        dg_diag(shaper->diags, DG_FONT_SMALL_CAPS, node ? node->pos : DG_NOWHERE, family, NULL);
}

static DgShapedWord *
plain_word(Pieces *pieces, hb_script_t script, const char *text, size_t length)
{
    DgSetting *setting = dg_manner_setting(pieces->shaper, pieces->manner, script);
    return setting ? dg_word_get(pieces->shaper, setting, text, length) : NULL;
}

/* Small capitals are never faked: a face without them sets the letters as they are. */
static DgShapedWord *
small_caps_word(Pieces *pieces, hb_script_t script, const char *text, size_t length)
{
    DgVoice voice = pieces->manner->voice;
    voice.features |= DG_SMCP;
    DgShapedWord *word = word_in(pieces, &voice, script, text, length);
    if (!word || (word->featured && !word->missing))
        return word;
    report_small_caps(pieces->shaper, pieces->span->node, word->setting->face->family);
    return plain_word(pieces, script, text, length);
}

static void
add_by_manner(Pieces *pieces, hb_script_t script, size_t start, size_t end)
{
    const DgManner *manner = pieces->manner;
    const char *text = pieces->collected->text + start;
    size_t length = end - start;
    DgShapedWord *word = manner->script       ? superior_word(pieces, script, text, length)
                         : manner->small_caps ? small_caps_word(pieces, script, text, length)
                                              : plain_word(pieces, script, text, length);
    if (!word)
        return; /* no face at all: reported when the fonts were looked for */
    if (word->missing)
        add_by_face(pieces, word->setting, start, end);
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
dg_pieces(DgShaper *shaper, DgCollected *collected, const DgSpan *span, size_t start, size_t end)
{
    Pieces pieces = {
        .shaper = shaper, .collected = collected, .span = span, .manner = span->manner};
    shaper->work.n_pieces = 0;
    while (start < end) {
        hb_script_t script;
        const char *text = collected->text + start;
        size_t n = dg_script_run(text, longest_word(text, end - start), &script);
        add_by_manner(&pieces, script, start, start + n);
        start += n;
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
