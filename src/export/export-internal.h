/* export-internal.h - a record: what all formats say of one text of an item. */
#ifndef DIGLOT_EXPORT_INTERNAL_H
#define DIGLOT_EXPORT_INTERNAL_H

#include "diglot/export.h"

#include <glib.h>

/* Of a person both parts, or `literal` where they are not known, and for organisations. */
typedef struct {
    const char *family, *given, *literal;
} Author;

/* All of it in one language; NULL where it is not known. */
typedef struct {
    const char *key, *language, *title, *container, *event, *place, *publisher, *publisher_place;
    const char *series, *number, *year, *from, *to; /* from, to: ISO dates of the event */
    const char *isbn, *doi, *url, *abstract;
    const char *first_page, *last_page;
    Author *authors;
    size_t n_authors;
    const char **keywords;
    size_t n_keywords;
} Record;

/* ---- export-record.c ---- */
Record record_make(DgArena *arena, const DgVolume *volume, const DgFolios *folios,
                   const DgItem *item, DgSide side);

/* ---- export-bibtex.c, export-ris.c, export-csl.c ---- */
void bibtex_append(GString *out, DgArena *arena, const Record *record);
void ris_append(GString *out, DgArena *arena, const Record *record);
void csl_append(GString *out, DgArena *arena, const Record *record); /* one object of a list */

#endif
