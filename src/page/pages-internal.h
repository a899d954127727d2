/* pages-internal.h - the pass while it runs: what pagination.c decides and pages.c places. */
#ifndef DIGLOT_PAGES_INTERNAL_H
#define DIGLOT_PAGES_INTERNAL_H

#include "rows-internal.h"

#include <glib.h>

typedef struct {
    DgSetting setting;
    DgBook *book;
    DgTargets *targets;
    DgStretch **stretches; /* by flow */
    size_t *n_stretches;
    DgSection *sections;
    size_t n_sections;
    DgFolios folios;             /* of the pages counted so far */
    DgLen measure[DG_N_COLUMNS]; /* of the volume */
    DgPages *pages;
    GHashTable *first_page_of, *last_page_of; /* block to page number from 1; only looked up */
} Maker;

static inline bool
page_is_verso(size_t page)
{
    return page % 2 == 1; /* page 0 is recto */
}

/* Sections with their sheets and pages; pages->n_pages. */
void maker_paginate(Maker *maker);
/* DgFolioOf: of a page number or a range. */
const char *maker_folio_of(const void *maker, const DgNode *number);
/* Whether it is the second text of a flow that is set in sequence; of the stretches behind the first. */
bool stretch_begins_language(const DgStretch *stretch);

#endif
