/* itemize.c - which face shows what a text's own faces lack: Pango's choice.
 * Pango is asked only when a word comes out with a glyph missing, then for the whole paragraph at once: to
 * itemise every paragraph would cost 50 ns a character (layout.md 1). Main thread only (DESIGN.md, decision 3).
 * The attributes say nothing of the language: families count in the order of the style, and a language would make
 * Pango prefer an upright face that has all letters of it to the slanted one asked for. */
#include "shape-internal.h"

#include <pango/pango.h>

/* The family and those that the style lists behind it, parted by commas. */
static char *
list_families(const DgShaper *shaper, const char *family, const char *language)
{
    GString *list = g_string_new(family);
    for (int role = 0; shaper->style && role < DG_N_ROLES; role++) {
        const DgBlockStyle *style = dg_style_block(shaper->style, (DgRole)role, language);
        if (!style->fallbacks || g_strcmp0(style->font.family, family) != 0)
            continue;
        g_string_append_c(list, ',');
        for (const char *s = style->fallbacks; *s; s++)
            if (*s != '"' && *s != '\'' && (*s != ' ' || list->str[list->len - 1] != ','))
                g_string_append_c(list, *s);
        break;
    }
    return g_string_free(list, FALSE);
}

static PangoAttrList *
list_attributes(const DgShaper *shaper, const DgCollected *collected)
{
    PangoAttrList *list = pango_attr_list_new();
    for (size_t i = 0; i < collected->n_spans; i++) {
        const DgSpan *span = &collected->spans[i];
        const DgVoice *voice = &span->manner->voice;
        g_autofree char *families = list_families(shaper, voice->family, span->manner->language);
        PangoFontDescription *wanted =
            dg_fonts_describe(shaper->fonts, families, voice->weight, voice->italic);
        PangoAttribute *attribute = pango_attr_font_desc_new(wanted);
        attribute->start_index = (guint)span->start;
        attribute->end_index = (guint)span->end;
        pango_attr_list_insert(list, attribute);
        pango_font_description_free(wanted);
    }
    return list;
}

static void
itemize(DgShaper *shaper, DgCollected *collected)
{
    PangoAttrList *attributes = list_attributes(shaper, collected);
    GList *items = pango_itemize(dg_fonts_pango(shaper->fonts), collected->text, 0,
                                 (int)collected->length, attributes, NULL);
    for (GList *link = items; link; link = link->next) {
        PangoItem *item = link->data;
        DgStretch stretch = {.end = (size_t)(item->offset + item->length),
                             .face = dg_fonts_chosen(shaper->fonts, item->analysis.font)};
        DG_APPEND(shaper->scratch, collected->stretches, collected->n_stretches, stretch);
        pango_item_free(item);
    }
    g_list_free(items);
    pango_attr_list_unref(attributes);
}

const DgFace *
dg_chosen_face(DgShaper *shaper, DgCollected *collected, size_t at)
{
    if (!collected->stretches)
        itemize(shaper, collected);
    size_t low = 0, high = collected->n_stretches;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (collected->stretches[middle].end <= at)
            low = middle + 1;
        else
            high = middle;
    }
    return low < collected->n_stretches ? collected->stretches[low].face : NULL;
}
