/* pdf-tree-internal.h - the elements of the structure tree (ISO 32000-1, 14.7-14.8). */
#ifndef DIGLOT_PDF_TREE_INTERNAL_H
#define DIGLOT_PDF_TREE_INTERNAL_H

#include "pdf-internal.h"

typedef enum {
    TAG_DOCUMENT,
    TAG_PART,
    TAG_ART,
    TAG_SECT,
    TAG_DIV,
    TAG_BLOCK_QUOTE,
    TAG_CAPTION,
    TAG_TOC,
    TAG_TOCI,
    TAG_P,
    TAG_H, /* H1-H6 by `level` */
    TAG_L,
    TAG_LI,
    TAG_LBL,
    TAG_LBODY,
    TAG_TABLE,
    TAG_THEAD,
    TAG_TBODY,
    TAG_TR,
    TAG_TH,
    TAG_TD,
    TAG_SPAN,
    TAG_LINK,
    TAG_REFERENCE,
    TAG_NOTE,
    TAG_CODE,
    TAG_FORMULA,
    TAG_FIGURE
} PdfTag;

typedef struct PdfKid PdfKid;

struct PdfElement {
    PdfTag tag;
    int level;     /* of a heading, from 1; as wanted until the tree is written */
    bool attached; /* stands among its parent's kids; inlines come there with their first content */
    bool kept;     /* a cell or row: written without content, too */
    bool repeated; /* in header rows, which come again on further pages as artifacts */
    bool has_content; /* itself or below: known when the tree is written */
    int first_page;   /* of its content; -1: none */
    int object;
    int filled;           /* of a cell that the source left out: the columns it stands for */
    const DgNode *node;   /* that it was made for, or NULL */
    const DgItem *item;   /* of an Art: its address is the element\'s name */
    const char *language; /* NULL: as its parent */
    PdfElement *parent;
    PdfElement *block;          /* itself or the nearest above that is no inline */
    PdfElement *section;        /* the Sect of one language that it stands in, or NULL */
    PdfElement *follower;       /* of a Reference: the Note that stands behind it */
    const char *name;           /* of a header cell that others point to, or NULL */
    const PdfElement **headers; /* of a cell: those that stand for it, where scope does not tell */
    size_t n_headers;
    PdfKid *first, *last;
    int box_page;
    int64_t box[4];
};

typedef enum { KID_ELEMENT, KID_CONTENT, KID_ANNOTATION } PdfKidKind;

struct PdfKid {
    PdfKidKind kind;
    PdfElement *element; /* KID_ELEMENT */
    int page;            /* written page of content or annotation */
    int number;          /* MCID, or the annotation's object */
    PdfKid *next;
};

struct PdfTree {
    DgArena *arena;
    const DgVolume *volume;
    DgReadingOrder order; /* of the texts of an item */
    PdfElement *document;
    GHashTable *elements;  /* node to the element of its own content */
    GHashTable *holders;   /* part, item, or flow to the element that holds it */
    GHashTable *linked;    /* nodes that have annotations */
    PdfElement **contents; /* of all marked contents, by page and MCID */
    int *content_pages;
    size_t n_contents;
    PdfElement **annotations;
    size_t n_annotations;
    int n_header_cells; /* that have names */
};

/* pdf-tree.c */
PdfElement *tree_element_new(PdfTree *tree, PdfElement *parent, PdfTag tag, const DgNode *node);
void tree_stand(PdfTree *tree, PdfElement *element);
void tree_map(PdfTree *tree, const DgNode *node, PdfElement *element);

/* What goes down the tree of nodes. */
typedef struct {
    PdfTree *tree;
    PdfElement *parent;
    const char *language; /* that holds in `parent` */
    int depth;            /* headings that stand above the text's own */
    const char *untold;   /* language that the next element must tell, or NULL */
} PdfPlace;

/* pdf-tree-build.c: elements for a node and all below it */
void tree_build(PdfPlace at, const DgNode *node);
void tree_build_inside(PdfPlace at, const DgNode *node); /* only what is below it */
void tree_map_label(PdfPlace at, const DgNode *node);
/* pdf-tree-table.c */
void tree_build_table(PdfPlace at, const DgNode *table, PdfTag tag);

/* pdf-tree-headers.c: the headers of each cell, where the table needs them */
void tree_name_headers(PdfTree *tree, const PdfElement *table);

/* pdf-tree-flows.c: the element for text of a language in a flow, made when it is asked for first */
PdfElement *tree_section(PdfTree *tree, const DgFlow *flow, const char *language);
int tree_depth(const PdfTree *tree,
               const DgFlow *flow); /* of headings that stand above the flow's own */
void tree_build_flow(PdfTree *tree, const DgFlow *flow);
/* pdf-tree-pairs.c: the same, pair by pair */
void tree_build_pairs(PdfPlace at, const DgFlow *flow, const char *const languages[DG_SIDES]);

#endif
