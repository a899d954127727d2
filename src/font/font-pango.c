/* font-pango.c - Pango's view of the private set, for itemising text that is not plain.
 * Pango stays on the main thread: it is not deterministic under threads (DESIGN.md, decision 3). */
#include "font-internal.h"

#include <fontconfig/fontconfig.h>
#include <pango/pangofc-fontmap.h>
#include <pango/pangoft2.h>

PangoFontMap *
dg_font_map_new(const DgFontFile *files, size_t n)
{
    FcConfig *config = FcConfigCreate();
    for (size_t i = 0; i < n; i++)
        FcConfigAppFontAddFile(config, (const FcChar8 *)files[i].file);
    PangoFontMap *map = pango_ft2_font_map_new();
    pango_ft2_font_map_set_resolution(PANGO_FT2_FONT_MAP(map), 72, 72);
    pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(map), config);
    FcConfigDestroy(config);
    return map;
}

void
dg_font_map_free(PangoFontMap *map)
{
    if (map)
        g_object_unref(map);
}
