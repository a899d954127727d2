/* jats-cite-internal.h - a reference being composed from its elements. */
#ifndef DIGLOT_JATS_CITE_INTERNAL_H
#define DIGLOT_JATS_CITE_INTERNAL_H

#include "jats-internal.h"

/* The words that a reference adds, in its own language, and the marks between its parts. */
typedef struct {
    const char *volume, *issue, *page, *pages, *article, *size, *editor, *editors, *others, *series,
        *edition, *consulted, *consulted_end, *address;
    const char *host, *host_chapter, *event, *publisher, *parallel, *parallel_end;
} Terms;

/* A citation being composed. */
typedef struct {
    Flow *flow;
    const DgXml *citation;
    const Terms *terms;
    bool russian;
    GHashTable *used; /* children that are written */
} Composer;

/* ---- jats-cite-parts.c ---- */
/* A mark between two parts; a point is not set behind another mark. */
void cite_separate(Flow *flow, const char *mark, DgPos pos);
/* Whether a part brings no word of its own, is a number, is a range of numbers. */
bool cite_is_bare(const Composer *composer, const DgXml *child);
bool cite_is_number(const Composer *composer, const DgXml *child);
bool cite_is_range(const Composer *composer, const DgXml *child);
void cite_write_child(Composer *composer, const DgXml *child);
const DgXml *cite_first_unused(const Composer *composer, const char *names);
/* Writes the children of those names, each behind `before`; false if there are none. */
bool cite_write_named(Composer *composer, const char *names, const char *before);
/* The first child of those names with its term, unless it brings a word of its own. */
bool cite_write_numbered(Composer *composer, const char *names, const char *before,
                         const char *term);

/* ---- jats-cite-persons.c ---- */
size_t cite_count_authors(const Composer *composer, bool *others);
bool cite_write_authors(Composer *composer, const char *before);
void cite_write_editors(Composer *composer, const char *before);

#endif
