/* epub.h - e-books (EPUB 3.3): ID.epub in both languages, pair by pair, and one for each language alone.
 * A pair is two blocks one after the other, each in its language; where the reading system has room and keeps the
 * style sheet they stand side by side, so that the text holds without it. Anchors are those of web edition and PDF,
 * the page list names the folios of the printed volume.
 * Errors: file.write. */
#ifndef DIGLOT_EPUB_H
#define DIGLOT_EPUB_H

#include "diglot/doc-book.h"

typedef struct {
    const char *date;       /* ISO 8601 with Z: from SOURCE_DATE_EPOCH or the source */
    const DgFolios *folios; /* NULL: no page list */
    const char *only;       /* hrefs with commas between, or NULL for all */
} DgEpubOptions;

/* Call after dg_openings_make. */
bool dg_epub_write(DgArena *arena, DgDiags *diags, const DgVolume *volume, const char *folder,
                   DgEpubOptions options);

#endif
