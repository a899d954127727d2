/* doc-citation.h - an item as it is cited in one of its languages: what export, the web edition's metadata and lists of
 * contributors say of it. NULL where something is not known. Everything lives in the caller's arena. */
#ifndef DIGLOT_DOC_CITATION_H
#define DIGLOT_DOC_CITATION_H

#include "diglot/doc-book.h"

/* Of a person both parts, or `literal` where they are not known, and for organisations. */
typedef struct {
    const char *family, *given, *literal;
    const DgContributor *contributor;
} DgAuthor;

typedef struct {
    const char *key; /* "plenary-opening-ru" */
    const char *language, *title;
    const char *container;                 /* title of the volume, with its subtitle */
    const char *event, *place, *from, *to; /* from, to: ISO dates of the event */
    const char *publisher, *publisher_place, *series, *number, *year, *isbn, *doi;
    const char *url; /* of its page; only where the volume has an address */
    const char *abstract;
    const char *first_page, *last_page;
    DgAuthor *authors;
    size_t n_authors;
    const char **keywords;
    size_t n_keywords;
} DgCitation;

/* `folios` NULL: without pages. */
DgCitation dg_citation_make(DgArena *arena, const DgVolume *volume, const DgFolios *folios,
                            const DgItem *item, DgSide side);
/* The volume as a whole; what it is called stands as the title, and there is no container. */
DgCitation dg_volume_citation(DgArena *arena, const DgVolume *volume, DgSide side);
/* "https://host/path/NAME", or NULL when the volume has no address. */
const char *dg_volume_address(DgArena *arena, const DgVolume *volume, const char *name);

/* ---- names of files that go with the pages of the web edition ---- */
/* The copy of a text's source; NULL: there is none. */
const char *dg_source_name(DgArena *arena, const DgItem *item, DgSide side);
/* The calendar of a part, NULL when it has no date or no id; of the whole event for a `part` of NULL. */
const char *dg_calendar_name(DgArena *arena, const DgPart *part);

#endif
