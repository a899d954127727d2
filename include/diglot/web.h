/* web.h - the static web edition. Works from any folder of any server and from a disk; relative links only.
 *   index.html           front page: what the volume is, contents by part
 *   programme.html persons.html organisations.html terms.html about.html cite.html   where there is something
 *   404.html             for servers; its links begin at the root of <web url>
 *   ANCHOR.html          an item in both languages, pair by pair; #ID is the place HREF/ID of the PDF
 *   *.ru.html *.en.html  the same pages in one language (a volume of one language has no such pages)
 *   assets/ figures/     styles, script, fonts and pictures under names that change with their content
 *   cards/               the pictures that messengers show beside links, named likewise
 *   ID.pdf               a copy of the screen PDF; and what lies in the volume's folder web/, as it is
 * Errors: file.write, file.read; web.font where a font could not be made. */
#ifndef DIGLOT_WEB_H
#define DIGLOT_WEB_H

#include "diglot/doc-book.h"
#include "diglot/font.h"

/* The picture that messengers show beside links. */
typedef struct {
    const DgPart *part; /* NULL: of the volume, and of what stands in no part that has one */
    DgBytes png;        /* 1200 × 630 pixels */
} DgWebCard;

typedef struct {
    const char *style_folder; /* holds web.css; without it the forum's is taken */
    const char *data_folder;
    const char *pdf;        /* where the screen PDF lies, seen from the web folder; NULL: none */
    const char *only;       /* hrefs with commas between, or NULL for all */
    const DgFolios *folios; /* NULL: the metadata name no pages */
    bool item_files;        /* ANCHOR.pdf, .bib, .ris, .json and the sources lie beside the pages */
    const DgIndex *indexes; /* of the book: organisations, terms, where persons are named */
    size_t n_indexes;
    const DgWebCard *cards;
    size_t n_cards;
} DgWebOptions;

/* Call after dg_openings_make. `fonts` NULL: no fonts are served. */
bool dg_web_write(DgArena *arena, DgDiags *diags, DgFonts *fonts, const DgVolume *volume,
                  const char *folder, DgWebOptions options);

#endif
