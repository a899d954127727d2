/* doc.h - the document: volume > part > item > text of one language > nodes; pairs; flows.
 * Readers make it, passes refine it, writers only read it. Everything lives in one arena; strings are
 * UTF-8, NULL when absent. Arrays indexed by DgSide follow `languages` of the volume: DG_LEFT is the
 * first language, DG_RIGHT the second (absent in a volume of one language). */
#ifndef DIGLOT_DOC_H
#define DIGLOT_DOC_H

#include "diglot/arena.h"
#include "diglot/diag.h"

#include <stdbool.h>
#include <stdio.h>

typedef enum { DG_LEFT, DG_RIGHT, DG_SIDES } DgSide;

/* Kinds. A *block* is what pairs are made of: a heading, the smallest element that holds running
 * text, or a figure, table or formula as a whole. Cells, captions and notes hold paragraphs that are
 * not blocks (dg_node_block leads to theirs). Blocks that hold running text have inline children only. */
typedef enum {
    /* containers of blocks */
    DG_BODY,    /* root of a text; `type` may say "opening", "contents", ... for matter */
    DG_SECTION, /* type: "sec", "ack", "app", "ref-list", "notes", "glossary", "bio", "abstract" */
    DG_LIST,    /* as.list */
    DG_LIST_ITEM,       /* label: as printed, set by dg_number (matter) or the source */
    DG_DEFINITION_LIST, /* terms and definitions in turn */
    DG_DEFINITION,
    DG_QUOTE,
    DG_VERSE,
    DG_SPEECH,
    DG_BOX,
    DG_STATEMENT,
    DG_FIGURE_GROUP,
    /* blocks with running text */
    DG_HEADING, /* as.heading; label: section number of the source, not part of the text */
    DG_PARAGRAPH,
    DG_TERM,
    DG_VERSE_LINE,
    DG_CODE, /* line ends and spaces hold */
    DG_FORMULA,
    DG_ATTRIBUTION,
    DG_SPEAKER,
    DG_SIGNATURE,
    DG_REFERENCE, /* label: its number in the list, if any */
    /* blocks as a whole */
    DG_FIGURE, /* children: captions and graphics; label: "Fig. 1" */
    DG_TABLE,  /* children: captions, rows (header rows first), notes of the table as paragraphs */
    /* parts of figures and tables */
    DG_CAPTION, /* paragraphs; a caption title is a heading */
    DG_GRAPHIC, /* href: file relative to the volume, NULL when missing; alt; as.graphic */
    DG_ROW,
    DG_CELL, /* as.cell; children: blocks */
    /* a note lies outside the tree; its mark points to it */
    DG_NOTE, /* children: paragraphs and other blocks; label: "1", "*" set by dg_number (matter) or the source */
    /* inlines */
    DG_TEXT,           /* text */
    DG_STYLED,         /* as.styled */
    DG_SPAN,           /* no visible change; carries lang, type */
    DG_LINK,           /* href: http, https, mailto */
    DG_REFERENCE_LINK, /* as.reference: to a node of the same text */
    DG_NOTE_MARK,      /* as.note_mark */
    DG_PAGE_NUMBER, /* as.reference: the folio where the target stands, or "5–9" from there to where
                          `last` ends, behind `label` ("p. ") or, of several pages, `alt` ("pp. ");
                          filled in by page */
    DG_BREAK,       /* forced line end */
    DG_LEADER,      /* dots up to what follows, at the end of the line */
    DG_INLINE_CODE,
    DG_INLINE_FORMULA,
    DG_INLINE_GRAPHIC, /* as DG_GRAPHIC */
    DG_N_KINDS
} DgKind;

#define DG_ROLE(identifier, name) identifier,
typedef enum {
#include "diglot/doc-roles.h"
    DG_N_ROLES
} DgRole;
#undef DG_ROLE

typedef enum {
    DG_ITALIC,
    DG_BOLD,
    DG_ROMAN,
    DG_SANS,
    DG_MONOSPACE,
    DG_SMALL_CAPS,
    DG_UNDERLINE,
    DG_OVERLINE,
    DG_STRIKE,
    DG_SUBSCRIPT,
    DG_SUPERSCRIPT
} DgStyling;

typedef enum {
    DG_LIST_PLAIN,
    DG_LIST_BULLET,
    DG_LIST_DECIMAL,
    DG_LIST_ALPHA_LOWER,
    DG_LIST_ALPHA_UPPER,
    DG_LIST_ROMAN_LOWER,
    DG_LIST_ROMAN_UPPER
} DgListKind;

typedef enum {
    DG_ALIGN_START,
    DG_ALIGN_CENTER,
    DG_ALIGN_END,
    DG_ALIGN_JUSTIFY,
    DG_ALIGN_DECIMAL
} DgAlign;

/* What a revision did to a stretch of text; diff says it. */
typedef enum { DG_UNCHANGED, DG_INSERTED, DG_DELETED } DgChange;

/* How the languages stand to each other on paper: side by side, first language verso and second recto, one after
 * the other. INHERIT: as the part around it, else the style. */
typedef enum {
    DG_LAYOUT_INHERIT,
    DG_LAYOUT_COLUMNS,
    DG_LAYOUT_FACING,
    DG_LAYOUT_SEQUENCE
} DgLayout;

/* Whether pairs begin level, or each side runs on by itself and only pages end in step. INHERIT: in columns
 * strict, on facing pages free. */
typedef enum { DG_SYNC_INHERIT, DG_SYNC_STRICT, DG_SYNC_FREE } DgSync;

typedef struct DgNode DgNode;
typedef struct DgPair DgPair;
typedef struct DgItem DgItem;
typedef struct DgPart DgPart;

struct DgNode {
    DgKind kind;
    DgRole role; /* DG_ROLE_NONE: by kind and ancestors, see dg_node_role */
    DgPos pos;
    const char *id;   /* name within its item; every block has one after dg_align */
    const char *lang; /* BCP 47; NULL inherits */
    const char *type; /* the source's list-type, sec-type, fn-type, content-type, ref-type ... */
    const char *label;
    const char *text; /* DG_TEXT only */
    const char *href; /* DG_LINK, DG_GRAPHIC, DG_INLINE_GRAPHIC */
    const char *alt;
    DgNode *parent, *first, *last, *previous, *next;
    const DgPair *pair; /* the pair a block stands in, after dg_align */
    const char *group;  /* lang-group of the source: equal ones correspond */
    union {
        struct {
            int level; /* 1-6 */
        } heading;
        struct {
            DgListKind kind;
            int start; /* number of the first item, usually 1 */
        } list;
        struct {
            int columns, rows; /* spans, at least 1 */
            bool header;
            DgAlign align;
        } cell;
        struct {
            DgStyling styling;
        } styled;
        struct {
            DgNode *note;  /* DG_NOTE without a parent; its as.note.mark is the first mark */
            bool repeated; /* a further mark of the same note: the note is not set again */
        } note_mark;
        struct {
            DgNode *mark;
            const char *printed; /* its label on paper where that is another one; set by page */
        } note;
        struct {
            const char *rid; /* as written */
            DgNode *target;  /* NULL when not found */
            DgNode *last;    /* DG_PAGE_NUMBER alone: the block that ends a range, else NULL */
        } reference;
        struct
        { /* DG_SPAN of type "index-term" and "index-term-range-end": empty anchors; around a name "person",
             "organization"; "abbrev" */
            const char **terms; /* the main one, the one below it ...; or the id in people.xml; or
                                   the short form and what it stands for */
            size_t n_terms;
            const char *see, *see_also; /* instead of a folio; besides it */
            const char *range;          /* its id, which the end of its range names; or NULL */
        } index;
        struct {
            bool missing; /* no such file: a marked box is set */
        } graphic;
        struct {
            bool wide; /* the source wants it over the full measure */
        } figure;
        struct {
            int header_rows;       /* rows repeated when the table goes on over the page */
            const char *continued; /* stands above them then: "Table 2, continued"; NULL: nothing */
            DgNode *merged; /* the table of both languages that the book sets instead, or NULL */
            bool rows_only; /* its captions and notes are blocks of other pairs */
            bool landscape; /* the source wants it turned */
        } table;
        struct {
            const char
                *written; /* as in the source, white space and all, for places in it; or NULL */
        } text;
        struct {
            bool continued; /* goes on after a list or figure in a source paragraph: no indent */
        } paragraph;
    } as;
};

/* ---- metadata ---- */
typedef struct {
    const char *surname, *prefix, *suffix;
    const char *given; /* patronymics and initials as written */
    const char *whole; /* as a title page gives it: "Oleg V. Khramov" */
    const char *sort;  /* key, where the source gives one */
} DgName;

typedef struct {
    const char *id, *orcid;
    DgName name[DG_SIDES];
    const char **aliases;
    size_t n_aliases;
    const char *role[DG_SIDES];
    const char *org; /* id of an organisation */
    const char *affiliation[DG_SIDES];
    const char *portrait;
    DgPos pos;
} DgPerson;

typedef struct {
    const char *id;
    const char *name[DG_SIDES], *abbreviation[DG_SIDES];
    DgPos pos;
} DgOrg;

/* A contributor of one text, in that text's language. */
typedef struct {
    const char *type; /* "author", "editor", "translator", ... */
    DgName name;
    const char *collab; /* an organisation that signs instead of a person */
    const char **roles, **affiliations;
    size_t n_roles, n_affiliations;
    const char *orcid, *email;
    const DgPerson *person; /* of the register, when it is found by ORCID or name */
    DgNode *bio;            /* DG_BODY or NULL */
    DgPos pos;
} DgContributor;

typedef struct {
    const char *name, *value;
} DgField;

typedef struct {
    DgNode *title;             /* DG_HEADING, role DG_ROLE_ITEM_TITLE; NULL when there is none */
    DgNode *subtitle;          /* DG_PARAGRAPH */
    const char *running_title; /* alt-title[@alt-title-type='running-head'], else NULL */
    DgContributor *contributors;
    size_t n_contributors;
    DgNode *abstract; /* DG_SECTION of type "abstract"; further ones follow as `next` */
    const char **keywords;
    size_t n_keywords;
    DgField *fields; /* doi, udc, date, received, accepted, volume, issue, category, conference,
                        conference-date, conference-place, copyright, license, funding, journal, ... */
    size_t n_fields;
    DgNode *notes; /* DG_BODY: author notes and correspondence, or NULL */
} DgMeta;

typedef struct {
    const char *language; /* "ru" */
    const char *file;     /* where the text comes from, relative to the volume; NULL: no text */
    DgMeta meta;  /* may be filled from trans-title etc. of the other side when file is NULL */
    DgNode *body; /* DG_BODY with body and back matter in reading order; NULL: none */
} DgText;

/* ---- pairs ---- */
typedef enum { DG_BY_ID, DG_BY_GROUP, DG_BY_LENGTH, DG_BY_HAND, DG_BY_MATTER } DgMethod;

struct DgPair {
    DgNode **blocks[DG_SIDES]; /* 0..n blocks that say the same, in order */
    size_t n[DG_SIDES];
    double confidence; /* 0-1 */
    DgMethod method;
    const char *anchor;   /* unique in its item: the name of its first block, left before right */
    const char *approved; /* "HASH/HASH" of the .pairs file, or NULL */
    const char *silenced; /* "RULE:reason" items joined by tabs, or NULL */
    bool full; /* one text over the full measure: blocks[DG_RIGHT] is empty, the left array holds
                  blocks of `full_side`'s language */
    DgSide full_side;
    DgPos pos; /* of its line in the .pairs file, else DG_NOWHERE */
    bool
        joined; /* the next pair of the flow belongs to it: captions, rows and notes of one table */
};

struct DgItem {
    const char *href;   /* as in the manifest: path without extension */
    const char *anchor; /* safe as a file name, unique: "plenary-opening" */
    const char *type;   /* article-type */
    DgText text[DG_SIDES];
    DgSide original;
    bool due;              /* translation="due" */
    const char *from, *to; /* ISO 8601, from the manifest */
    const DgPart *part;
    DgPair *pairs;
    size_t n_pairs;
    const char **other_languages; /* found and not set */
    size_t n_other_languages;
    DgPos pos;                 /* in the manifest */
    DgNode *opening[DG_SIDES]; /* DG_BODY of type "opening": titles, persons, abstract; NULL before
                                  dg_openings_make and where a side has none of these */
    DgPair *opening_pairs;
    size_t n_opening_pairs;
    DgLayout layout;
    DgSync sync;
};

/* ---- volume ---- */
typedef struct {
    const char *ref, *text[DG_SIDES], *role[DG_SIDES]; /* text[0] only where one text serves both */
    const DgPerson *person;
    DgPos pos;
} DgMention;

typedef struct {
    const char *from, *to;
    const char *title[DG_SIDES];
    DgMention *speakers;
    size_t n_speakers;
    DgPos pos;
} DgSlot;

typedef enum { DG_ENTRY_PART, DG_ENTRY_ITEM, DG_ENTRY_SLOT } DgEntryKind;

typedef struct {
    DgEntryKind kind;
    DgPart *part;
    DgItem *item;
    DgSlot *slot;
} DgEntry;

struct DgPart {
    const char *id, *from, *to;
    const char *title[DG_SIDES], *topic[DG_SIDES];
    DgMention *chairs;
    const char **streams;
    DgEntry *entries;
    size_t n_chairs, n_streams, n_entries;
    const DgPart *parent; /* NULL at the top */
    DgPos pos;
    DgLayout layout; /* of all that is in it and says no other */
    DgSync sync;
};

typedef struct {
    const char *from, *to, *timezone;
    const char *name[DG_SIDES], *place[DG_SIDES], *theme[DG_SIDES];
    const char **organizers[DG_SIDES];
    size_t n_organizers[DG_SIDES];
    const char *committee_title[DG_SIDES];
    DgMention *members;
    const char **streams;
    size_t n_members, n_streams;
} DgEvent;

/* Where an element of the imprint stands; `empty`: the edition has none, and that is meant. */
typedef struct {
    const char *name;
    DgPos pos;
    bool empty;
} DgImprintPlace;

typedef struct {
    const char *series, *number, *publisher, *publisher_address, *place, *year, *isbn, *udc, *bbk,
        *author_mark, *doi, *copyright, *age_mark, *signed_date, *sheet_format, *paper, *print_run,
        *order, *printer, *printer_address;
    /* where xml:lang is given */
    const char *publisher_by[DG_SIDES], *place_by[DG_SIDES], *series_by[DG_SIDES];
    const char *annotation[DG_SIDES], *rights[DG_SIDES], *funding[DG_SIDES];
    DgMention *editors, *reviewers;
    size_t n_editors, n_reviewers;
    DgPos pos;
    const char *kind[DG_SIDES];         /* "Научное издание" */
    const char *coefficient, *decimals; /* of the sheet format, as written; NULL: the usual ones */
    DgImprintPlace *places;             /* its elements in order */
    size_t n_places;
} DgImprint;

/* A sheet format such as 70×100/16. */
typedef struct {
    int width, height; /* of the paper, in mm */
    int fraction;      /* pages on one side of it */
    int coefficient;   /* conventional sheets to a sheet, in hundredths */
    bool usual;        /* one that typography.md 5 lists */
} DgSheetFormat;

typedef struct {
    const char *id, *folder; /* folder: path of the volume on disk */
    const char *file;        /* the manifest's name, "volume.xml", or the JATS file built alone */
    const char *style;
    const char *languages[DG_SIDES];
    int n_languages; /* 1 or 2 */
    const char *title[DG_SIDES], *subtitle[DG_SIDES];
    DgEvent event;
    DgImprint imprint;
    const char *web_url;
    DgPart root;    /* its entries are the volume's; no title */
    DgItem **items; /* in reading order */
    size_t n_items;
    DgPerson *people;
    DgOrg *orgs;
    size_t n_people, n_orgs;
    bool single; /* made from one JATS file: no title pages, no contents */
    const char
        *matter; /* which lists the volume wants, "contents persons terms"; NULL: what there is */
    DgLayout layout; /* of the command line: over what parts and items say */
} DgVolume;

/* ---- making ---- */
DgNode *dg_node_new(DgArena *arena, DgKind kind, DgPos pos);
void dg_node_append(DgNode *parent, DgNode *child);
void dg_node_insert_before(DgNode *next, DgNode *node);
void dg_node_remove(DgNode *node); /* from its parent; its children stay with it */
DgNode *dg_text_new(DgArena *arena, const char *text, DgPos pos);
/* A block of that kind and role that holds one text. */
DgNode *dg_block_new(DgArena *arena, DgKind kind, DgRole role, const char *text, DgPos pos);

/* ---- asking ---- */
bool dg_kind_is_block(DgKind kind);
bool dg_kind_is_inline(DgKind kind);
const char *dg_kind_name(DgKind kind); /* "paragraph": as dumps print it */
DgRole dg_node_role(const DgNode *node);
DgRole dg_quote_role(const DgNode *quote); /* of its paragraphs: quote or epigraph */
const char *dg_role_name(DgRole role);
bool dg_role_parse(const char *name, DgRole *role);
const char *dg_node_lang(const DgNode *node, const char *fallback); /* nearest lang upwards */
const DgNode *
dg_node_block(const DgNode *node); /* the block it lies in, itself included; or NULL */
/* The pair nearest to a node (of a section: its heading's; of a cell: its table's), and its anchor; or NULL. */
const DgPair *dg_node_pair(const DgNode *node);
const char *dg_node_anchor(const DgNode *node);
const char *dg_note_label(const DgNode *note); /* as it is printed; or NULL */
/* Text below, inlines joined, breaks as spaces, white space folded and trimmed; notes left out.
 * Cells, captions and paragraphs are joined by single spaces. */
char *dg_node_text(DgArena *arena, const DgNode *node);
const char *dg_field(const DgMeta *meta, const char *name); /* NULL when absent */
const char *
dg_contributor_name(const DgContributor *contributor); /* whole name or collab; never NULL */

/* ---- naming ---- */
/* Who an item is by, for contents and running heads: "О. В. Храмов, Б. Н. Мирошников"; NULL if nobody. */
const char *dg_item_persons(DgArena *arena, const DgItem *item, DgSide side);
/* The title in that language, else in the other one, else the href. Plain text; never NULL. */
const char *dg_item_title(DgArena *arena, const DgItem *item, DgSide side);
/* Whether the list of hrefs, parted by commas, names the item; NULL names all. */
bool dg_item_is_listed(const DgItem *item, const char *hrefs);
/* "О. В. Храмов", or "Храмов О. В." as an index has it; the whole name where the parts are not known. NULL: none. */
const char *dg_name_short(DgArena *arena, const DgName *name, bool surname_first);
/* "Храмов О. В.", "Khramov, Oleg V.": the surname first, as a list in that language has it. NULL: none. */
const char *dg_name_listed(DgArena *arena, const DgName *name, const char *language);
/* The same person among the contributors of the other text: by the register, else at the same place of as many;
 * or NULL. */
const DgContributor *dg_contributor_counterpart(const DgMeta *own, size_t place,
                                                const DgMeta *other);
/* What lists are sorted by: the register's own key, else surname and given name; NULL: none. */
const char *dg_name_key(DgArena *arena, const DgName *name);
/* "О. В. Храмов" of who signs as an author or speaker; NULL for anybody else. */
const char *dg_signer_name(DgArena *arena, const DgContributor *who);
/* "Name, role" of a chair or speaker; NULL when nothing names them. */
const char *dg_mention_text(DgArena *arena, const DgMention *mention, DgSide side);

/* ---- imprint ---- */
/* False: no sheet format. "×", "x" and the Cyrillic "х" part the sides. */
bool dg_sheet_format_parse(const char *text, DgSheetFormat *format);
/* Whether it gives pages of that size, in mm, with what is trimmed; the usual one that does with the least waste, NULL:
 * none. */
bool dg_sheet_format_fits(const DgSheetFormat *format, int width, int height);
const char *dg_sheet_format_for(DgArena *arena, int width, int height);
/* Where that element of the imprint stands first; NULL: nowhere. */
const DgImprintPlace *dg_imprint_place(const DgImprint *imprint, const char *name);

/* ---- layouts ---- */
bool dg_layout_parse(const char *name, DgLayout *layout); /* "columns", "facing", "sequence" */
bool dg_sync_parse(const char *name, DgSync *sync);       /* "strict", "free" */
/* ---- walking: ENTER and EXIT for nodes with children, ENTER alone for leaves ----
 * Use: for (DgWalk walk = dg_walk(root); dg_walk_next(&walk);) if (walk.entering) ...walk.node...
 * Notes are not entered. The tree may be changed below or before the node after its EXIT only. */
typedef struct {
    DgNode *root, *node;
    bool entering, skip; /* set skip while entering to leave the children out */
} DgWalk;
DgWalk dg_walk(DgNode *root);
bool dg_walk_next(DgWalk *walk);
/* The blocks below a root, in order; `*n` of them. */
DgNode **dg_blocks(DgArena *arena, DgNode *root, size_t *n);

/* A stable text form of the document; golden tests compare it. */
void dg_doc_dump(FILE *out, const DgVolume *volume);

#endif
