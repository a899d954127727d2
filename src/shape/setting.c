/* setting.c - ways of setting words, interned. */
#include "shape-internal.h"

#include <string.h>

DgVoice
dg_voice(const DgFontStyle *font)
{
    return (DgVoice){
        .family = font->family ? font->family : "",
        .weight = font->weight,
        .italic = font->italic,
        .size = font->size,
        .letter_spacing = font->letter_spacing,
        .features = font->uppercase ? DG_CASE : 0,
        .numerals = font->numerals,
        .more = font->features,
    };
}

static bool
same_voice(const DgVoice *a, const DgVoice *b)
{
    return a->size == b->size && a->weight == b->weight && a->italic == b->italic &&
           a->rise == b->rise && a->letter_spacing == b->letter_spacing &&
           a->features == b->features && a->numerals == b->numerals &&
           g_strcmp0(a->more, b->more) == 0 && strcmp(a->family, b->family) == 0;
}

/* The voice's face, else that of the first family of the style that has one: reported already. */
static const DgFace *
voice_face(DgShaper *shaper, const DgVoice *voice)
{
    const DgFace *face =
        dg_fonts_face(shaper->fonts, shaper->diags, voice->family, voice->weight, voice->italic);
    const char *const *families = shaper->style ? dg_style_families(shaper->style) : NULL;
    for (; !face && families && *families; families++)
        face = dg_fonts_face(shaper->fonts, shaper->diags, *families, voice->weight, voice->italic);
    return face;
}

static uint32_t
glyph_of(const DgFace *face, uint32_t character)
{
    hb_codepoint_t glyph = 0;
    return hb_font_get_nominal_glyph(face->hb, character, &glyph) ? glyph : 0;
}

static DgSetting *
make_setting(DgShaper *shaper, const DgVoice *voice, const DgTongue *tongue, const DgFace *face,
             bool fallback)
{
    DgSetting *setting = DG_NEW(shaper->arena, DgSetting);
    setting->voice = *voice;
    setting->voice.family = dg_arena_strdup(shaper->arena, voice->family);
    setting->tongue = tongue;
    setting->face = face;
    setting->fallback = fallback;
    setting->number = (uint32_t)shaper->n_settings;
    setting->hyphen = dg_face_covers(face, 0x2010) ? 0x2010 : '-';
    setting->hyphen_glyph = glyph_of(face, setting->hyphen);
    setting->space_glyph = glyph_of(face, ' ');
    hb_position_t advance = hb_font_get_glyph_h_advance(face->hb, setting->space_glyph);
    setting->space = dg_units(setting, advance) + (int32_t)(2 * voice->letter_spacing);
    dg_features_set(shaper, setting);
    DG_APPEND(shaper->arena, shaper->settings, shaper->n_settings, setting);
    return setting;
}

DgSetting *
dg_setting(DgShaper *shaper, const DgVoice *voice, const DgTongue *tongue, const DgFace *face)
{
    for (size_t i = 0; i < shaper->n_settings; i++) {
        DgSetting *setting = shaper->settings[i];
        bool same_face = face ? setting->face == face : !setting->fallback;
        if (setting->tongue == tongue && same_face && same_voice(&setting->voice, voice))
            return setting;
    }
    const DgFace *chosen = face ? face : voice_face(shaper, voice);
    if (!chosen)
        return NULL;
    return make_setting(shaper, voice, tongue, chosen, face != NULL);
}
