/* export.h - what reference managers and archives take of each item.
 *   ANCHOR.bib   BibTeX in the fields of biblatex      ANCHOR.ris  RIS
 *   ANCHOR.json  CSL-JSON                              ANCHOR.LANGUAGE.xml, ANCHOR.xml  the JATS source as it is
 * A record in each language of the item, for a text is cited in the language in which it is read.
 * Errors: file.write, file.read. */
#ifndef DIGLOT_EXPORT_H
#define DIGLOT_EXPORT_H

#include "diglot/doc-book.h"

/* Into `folder`, for the items that `only` lists (NULL: all). `folios` NULL: records without pages. */
bool dg_export_write(DgArena *arena, DgDiags *diags, const DgVolume *volume, const DgFolios *folios,
                     const char *folder, const char *only);
/* The calendars of the event and of its parts: dg_calendar_name. */
bool dg_calendar_write(DgArena *arena, DgDiags *diags, const DgVolume *volume, const char *folder);

#endif
