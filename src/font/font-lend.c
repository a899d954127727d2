/* font-lend.c - lends the set to libraries that look for faces themselves: Pango; librsvg, for the text of drawings. */
#include "font-internal.h"

#include <fontconfig/fontconfig.h>
#include <pango/pangocairo.h>

FcConfig *
dg_font_config_new(const DgFontFile *files, size_t n)
{
    FcConfig *config = FcConfigCreate();
    for (size_t i = 0; i < n; i++)
        if (!files[i].refused)
            FcConfigAppFontAddFile(config, (const FcChar8 *)files[i].file);
    return config;
}

/* Process-wide, as Fontconfig wants it: whoever asks it after this sees these files and nothing of the machine. */
void
dg_font_files_lend(const DgFontFile *files, size_t n)
{
    FcConfig *config = dg_font_config_new(files, n);
    FcConfigSetCurrent(config);
    FcConfigDestroy(config);
}

void
dg_font_files_take_back(void)
{
    pango_cairo_font_map_set_default(NULL); /* librsvg's, which keeps what it was lent */
    FcConfigSetCurrent(NULL);
}
