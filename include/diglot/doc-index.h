/* doc-index.h - the indexes of a volume, gathered by matter for paper and screen alike: persons, organisations, terms;
 * each language has its own entries in its own order. */
#ifndef DIGLOT_DOC_INDEX_H
#define DIGLOT_DOC_INDEX_H

#include "diglot/doc.h"

enum { DG_INDEX_DEPTH = 3 };

typedef struct {
    const DgNode *node;
    const DgItem *item; /* the item it lies in; NULL: the programme, or a list */
    const DgPart *part; /* the part that it opens, or NULL */
    const DgNode *last; /* where the range ends that begins there; NULL: none does */
} DgIndexPlace;

/* A line of an index: a term and those it stands below. */
typedef struct {
    const char *path[DG_INDEX_DEPTH], *key[DG_INDEX_DEPTH]; /* as shown; to sort by */
    size_t depth;
    const char *meaning;        /* of an abbreviation */
    const char *see, *see_also; /* instead of places; besides them */
    const DgPerson *person;     /* of the register, in an index of persons; or NULL */
    DgIndexPlace *places;       /* in reading order as far as their kind goes */
    size_t n_places;
    const char *letter; /* that it stands under; "#" for figures and signs */
    const DgOrg *org;   /* of the register, in an index of organisations; or NULL */
} DgIndexEntry;

struct DgIndex {
    const char *name;                /* "persons", "organizations", "terms" */
    DgIndexEntry *entries[DG_SIDES]; /* in the order of that language */
    size_t n[DG_SIDES];
};

#endif
