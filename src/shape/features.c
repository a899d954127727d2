/* features.c - what HarfBuzz is asked to do in a setting: small capitals, superiors, figures, the style's own features.
 * Kerning, marks and the usual ligatures are on by themselves; ligatures are off between spaced letters. */
#include "shape-internal.h"

#include <hb-ot.h>

static bool
table_has(hb_face_t *face, hb_tag_t table, hb_tag_t feature)
{
    hb_tag_t tags[64];
    unsigned start = 0, n;
    do {
        n = G_N_ELEMENTS(tags);
        hb_ot_layout_table_get_feature_tags(face, table, start, &n, tags);
        for (unsigned i = 0; i < n; i++)
            if (tags[i] == feature)
                return true;
        start += n;
    } while (n == G_N_ELEMENTS(tags));
    return false;
}

static bool
has_feature(const DgFace *face, hb_tag_t feature)
{
    hb_face_t *source = hb_font_get_face(face->hb);
    return table_has(source, HB_OT_TAG_GSUB, feature) || table_has(source, HB_OT_TAG_GPOS, feature);
}

/* Whether the figures are all of one width, as they stand without any feature. */
static bool
is_tabular(const DgFace *face)
{
    hb_position_t width = 0;
    for (uint32_t c = '0'; c <= '9'; c++) {
        hb_codepoint_t glyph = 0;
        hb_font_get_nominal_glyph(face->hb, c, &glyph);
        hb_position_t advance = hb_font_get_glyph_h_advance(face->hb, glyph);
        if (c > '0' && advance != width)
            return false;
        width = advance;
    }
    return true;
}

/* Once a family and feature, at the first block set so. */
static void
report(DgShaper *shaper, const DgSetting *setting, hb_tag_t tag, const char *property)
{
    char name[5] = "";
    hb_tag_to_string(tag, name);
    const char *family = setting->face->family;
    char *key = dg_arena_printf(shaper->arena, "%s/%s", family, name);
    if (!setting->fallback && g_hash_table_add(shaper->no_features, key))
        dg_diag(shaper->diags, DG_FONT_FEATURE, shaper->block ? shaper->block->pos : DG_NOWHERE,
                family, name, property, NULL);
}

static void
add(DgSetting *setting, hb_tag_t tag, uint32_t value)
{
    if (setting->n_features < DG_MAX_FEATURES)
        setting->features[setting->n_features++] =
            (hb_feature_t){tag, value, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END};
}

/* A face that has no feature for what its figures are anyhow lacks nothing. */
static void
add_numerals(DgShaper *shaper, DgSetting *setting)
{
    bool tabular = is_tabular(setting->face);
    const struct {
        int bit;
        hb_tag_t tag;
        bool by_itself;
    } kinds[] = {
        {DG_NUMERALS_OLDSTYLE, HB_TAG('o', 'n', 'u', 'm'), false},
        {DG_NUMERALS_LINING, HB_TAG('l', 'n', 'u', 'm'), true},
        {DG_NUMERALS_TABULAR, HB_TAG('t', 'n', 'u', 'm'), tabular},
        {DG_NUMERALS_PROPORTIONAL, HB_TAG('p', 'n', 'u', 'm'), !tabular},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(kinds); i++) {
        if (!(setting->voice.numerals & kinds[i].bit))
            continue;
        if (has_feature(setting->face, kinds[i].tag))
            add(setting, kinds[i].tag, 1);
        else if (!kinds[i].by_itself)
            report(shaper, setting, kinds[i].tag, "font-variant-numeric");
    }
}

static void
add_more(DgShaper *shaper, DgSetting *setting)
{
    g_auto(GStrv) list = g_strsplit(setting->voice.more, ",", -1);
    for (int i = 0; list[i]; i++) {
        hb_feature_t feature;
        if (!hb_feature_from_string(list[i], -1, &feature))
            continue;
        if (!has_feature(setting->face, feature.tag) && feature.value > 0)
            report(shaper, setting, feature.tag, "font-feature-settings");
        add(setting, feature.tag, feature.value);
    }
}

void
dg_features_set(DgShaper *shaper, DgSetting *setting)
{
    const DgVoice *voice = &setting->voice;
    setting->features = DG_NEW_ARRAY(shaper->arena, hb_feature_t, DG_MAX_FEATURES);
    if (voice->features & DG_SMCP)
        add(setting, HB_TAG('s', 'm', 'c', 'p'), 1);
    if (voice->features & DG_SUPS)
        add(setting, HB_TAG('s', 'u', 'p', 's'), 1);
    if (voice->features & DG_SUBS)
        add(setting, HB_TAG('s', 'u', 'b', 's'), 1);
    setting->n_special = setting->n_features;
    if (voice->features & DG_CASE) /* signs at the height of capitals */
        add(setting, HB_TAG('c', 'a', 's', 'e'), 1);
    if (voice->letter_spacing != 0) { /* spaced letters do not touch */
        add(setting, HB_TAG('l', 'i', 'g', 'a'), 0);
        add(setting, HB_TAG('c', 'l', 'i', 'g'), 0);
    }
    if (voice->numerals)
        add_numerals(shaper, setting);
    if (voice->more)
        add_more(shaper, setting);
}
