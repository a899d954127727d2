/* font-pango.c - Pango's view of the set: which of our faces shows a character that another one lacks.
 * Its font map stands on a Fontconfig set of the files found and of nothing else. Pango only chooses: HarfBuzz shapes
 * with the face itself, so that size, resolution and hinting do not count here.
 * Main thread only (DESIGN.md, decision 3). */
#include "font-internal.h"

#include <fontconfig/fontconfig.h>
#include <glib.h>
#include <pango/pangofc-font.h>
#include <pango/pangoft2.h>

/* Fontconfig adds the languages of the environment to what is asked for, where they outrank slant and weight. */
static void
forget_languages(FcPattern *pattern, gpointer data)
{
    (void)data;
    FcPatternDel(pattern, FC_LANG);
}

PangoContext *
dg_font_context_new(const DgFontFile *files, size_t n)
{
    FcConfig *config = dg_font_config_new(files, n);
    PangoFontMap *map = pango_ft2_font_map_new();
    pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(map), config);
    pango_fc_font_map_set_default_substitute(PANGO_FC_FONT_MAP(map), forget_languages, NULL, NULL);
    FcConfigDestroy(config);
    PangoContext *context = pango_font_map_create_context(map);
    /* Of no script: else Pango would look for a language of each script in the environment. */
    pango_context_set_language(context, pango_language_from_string("und"));
    g_object_unref(map);
    return context;
}

typedef struct {
    GMutex mutex;
    GCond alone;
    bool is_alone;
} Farewell;

static void
note_alone(gpointer data, GObject *map, gboolean last)
{
    Farewell *farewell = data;
    (void)map;
    g_mutex_lock(&farewell->mutex);
    farewell->is_alone = last;
    g_cond_signal(&farewell->alone);
    g_mutex_unlock(&farewell->mutex);
}

/* Pango sorts fonts in threads that keep the map; what they hold is to be free before the program ends. */
static void
wait_for_threads(Farewell *farewell)
{
    gint64 limit = g_get_monotonic_time() + G_TIME_SPAN_SECOND;
    bool waiting = true;
    g_mutex_lock(&farewell->mutex);
    while (!farewell->is_alone && waiting)
        waiting = g_cond_wait_until(&farewell->alone, &farewell->mutex, limit);
    g_mutex_unlock(&farewell->mutex);
}

void
dg_font_context_free(PangoContext *context)
{
    Farewell farewell = {.is_alone = false};
    if (!context)
        return;
    PangoFcFontMap *map = PANGO_FC_FONT_MAP(pango_context_get_font_map(context));
    g_object_add_toggle_ref(G_OBJECT(map), note_alone, &farewell);
    g_object_unref(context);
    wait_for_threads(&farewell);
    pango_fc_font_map_shutdown(map);
    pango_fc_font_map_set_config(map, NULL); /* Pango 1.50 does not let go of it itself */
    g_object_remove_toggle_ref(G_OBJECT(map), note_alone, &farewell);
}

PangoFontDescription *
dg_font_describe(const char *first, const char *const *families, int weight, bool italic)
{
    PangoFontDescription *description = pango_font_description_new();
    g_autofree char *others = g_strjoinv(",", (char **)families);
    g_autofree char *list = g_strconcat(first, ",", others, NULL);
    pango_font_description_set_family(description, list);
    pango_font_description_set_weight(description, (PangoWeight)weight);
    pango_font_description_set_style(description, italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);
    pango_font_description_set_absolute_size(description, 10 * PANGO_SCALE);
    return description;
}

DgFontFile *
dg_font_chosen(DgFontFile *files, size_t n, PangoFont *font)
{
    FcPattern *pattern = font ? pango_fc_font_get_pattern(PANGO_FC_FONT(font)) : NULL;
    FcChar8 *file = NULL;
    int index = 0;
    if (!pattern || FcPatternGetString(pattern, FC_FILE, 0, &file) != FcResultMatch ||
        FcPatternGetInteger(pattern, FC_INDEX, 0, &index) != FcResultMatch)
        return NULL;
    for (size_t i = 0; i < n; i++)
        if (files[i].index == index && g_strcmp0(files[i].file, (const char *)file) == 0)
            return &files[i];
    return NULL;
}

PangoFont *
dg_font_for_character(PangoContext *context, const PangoFontDescription *description,
                      uint32_t character)
{
    PangoFontset *set =
        pango_context_load_fontset(context, description, pango_context_get_language(context));
    PangoFont *font = pango_fontset_get_font(set, character);
    g_object_unref(set);
    return font;
}
