/* doc-book.h - the book: the flows that the pages are made of, in order, and the folios where things stand. Made by
 * matter from the volume; page sets it and hands the folios back to the editions. Lives in the volume's arena. */
#ifndef DIGLOT_DOC_BOOK_H
#define DIGLOT_DOC_BOOK_H

#include "diglot/doc.h"

typedef enum { DG_START_PAGE, DG_START_RECTO, DG_START_VERSO, DG_START_HERE } DgStart;

/* Where things stand, as far as pages are counted. */
typedef struct {
    const void *data;
    /* The page, from 1, where the block of a node begins or ends; 0: it stands nowhere yet. */
    size_t (*page)(const void *data, const DgNode *node, bool end);
    const char *(*folio)(const void *data, size_t page);
    size_t pages; /* counted so far, blank ones too */
} DgFolios;

typedef struct DgFlow DgFlow;

/* A stretch of pairs that starts on a page of its own (DG_START_HERE: goes on below the last). */
struct DgFlow {
    DgStart start;
    DgPair *pairs;
    size_t n_pairs;
    DgNode **roots[DG_SIDES]; /* the trees the blocks belong to, per language, in reading order */
    size_t n_roots[DG_SIDES];
    const DgItem *item; /* NULL for matter */
    const DgPart *part; /* the part that an opening opens */
    const char *kind;   /* "title", "contents", "part", "item": page styles select it */
    const char *person[DG_SIDES], *title[DG_SIDES]; /* running heads, plain text */
    bool bare;                                      /* neither running head nor folio */
    /* Adds what needs the folios of all flows before, such as an index; page calls it once, when these are
     * broken. Nothing else may point to the nodes it makes. NULL for most flows. */
    void (*complete)(DgArena *arena, DgFlow *flow, const DgFolios *folios);
    const void *data; /* of `complete` */
};

typedef struct DgIndex DgIndex; /* doc-index.h */

typedef struct {
    DgFlow *flows;
    size_t n_flows;
    DgIndex *indexes; /* those that have entries */
    size_t n_indexes;
} DgBook;

/* What the picture says that messengers show beside a link: of the volume, or of one part. NULL: left out. */
typedef struct {
    const char *event[DG_SIDES], *title[DG_SIDES];
    const char *below[DG_SIDES]; /* subtitle of the volume; the volume that a part is of */
    const char *place[DG_SIDES]; /* and time */
    const char *publisher[DG_SIDES];
} DgCard;

/* What the flow's item says, else the nearest part around it that says something, else INHERIT. */
DgLayout dg_flow_layout(const DgFlow *flow);
DgSync dg_flow_sync(const DgFlow *flow);

#endif
