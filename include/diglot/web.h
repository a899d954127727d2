/* web.h - the static web edition: front page, programme, one parallel page and one page per language
 * for each item; styles, scripts, fonts, pictures. Relative links only. */
#ifndef DIGLOT_WEB_H
#define DIGLOT_WEB_H

#include "diglot/doc.h"
#include "diglot/font.h"

typedef struct {
    const char *style_folder; /* holds web.css */
    const char *data_folder;
    const char *pdf;          /* relative address of the screen PDF from the web folder, or NULL */
    const char *only;
} DgWebOptions;

bool dg_web_write(DgArena *arena, DgDiags *diags, DgFonts *fonts, const DgVolume *volume, const char *folder,
                  DgWebOptions options);

#endif
