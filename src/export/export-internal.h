/* export-internal.h - one citation in each format. */
#ifndef DIGLOT_EXPORT_INTERNAL_H
#define DIGLOT_EXPORT_INTERNAL_H

#include "diglot/doc-citation.h"
#include "diglot/export.h"

#include <glib.h>

void bibtex_append(GString *out, DgArena *arena, const DgCitation *citation);
void ris_append(GString *out, DgArena *arena, const DgCitation *citation);
void csl_append(GString *out, DgArena *arena,
                const DgCitation *citation); /* one object of a list */

#endif
