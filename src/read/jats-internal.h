/* jats-internal.h - one text of a JATS file on its way into the model.
 * A Flow takes running text and blocks as they come: text opens a block when there is none, a block ends
 * it, and styling that is open around a block goes on behind it. */
#ifndef DIGLOT_JATS_INTERNAL_H
#define DIGLOT_JATS_INTERNAL_H

#include "diglot/read.h"
#include "diglot/xml.h"

#include <glib.h>

/* What the elements of one text share. */
typedef struct {
    DgArena *arena;
    DgDiags *diags;
    const DgVolume *volume;
    GHashTable *unknown;  /* names of elements already reported in the volume */
    const char *file;     /* relative to the volume */
    const char *language; /* of the text */
    bool split; /* the file's blocks carry their languages: others than `language` are left out */
    const DgXml *root;    /* article, sub-article, book ... */
    const DgXml *article; /* the article that a sub-article belongs to, else `root` */
    bool foreign;         /* the front matter is in another language than the text wanted */
    GHashTable *elements; /* id to DgXml in the file, those of `root` first */
    GHashTable *nodes;    /* id to DgNode in the text */
    GHashTable *notes;    /* DgXml of a footnote to its DG_NOTE, or to its paragraph */
    GHashTable *reported; /* ids that are missing or there twice, pictures: each is told of once */
    GPtrArray *links;     /* DgNode of references still to be resolved */
    GPtrArray *floats;    /* DgNode of blocks gathered at the end of the file */
    GPtrArray *late;      /* groups of footnotes, read last: LateGroup */
    int level;            /* of the sections around */
    bool given_first;     /* persons of a reference who stand behind its title */
    bool plain;           /* only the characters are wanted: no notes, links, ids */
} Jats;

/* Styling, spans and links open in a flow, innermost first; each lies on the stack of its reader. */
typedef struct Wrap {
    DgNode prototype;
    DgNode *made; /* in the open block, NULL until text needs it */
    struct Wrap *outer;
} Wrap;

typedef struct {
    Jats *jats;
    DgNode *container; /* takes blocks; NULL: inline only, everything goes into `block` */
    DgNode *block;     /* the open block of running text or NULL */
    DgKind kind;       /* of the blocks that text opens */
    DgRole role;
    const DgXml *source; /* whose text it is: its first block takes place and id; or NULL */
    bool begun;          /* the source has had a block */
    bool space;          /* nothing or a space was written last */
    bool verbatim;       /* spaces and line ends hold */
    const char *label;   /* goes before the next text, or into the next heading */
    DgPos label_pos;
    Wrap *wrap;
} Flow;

/* ---- languages.c ---- */
bool volume_has_file(const DgVolume *volume,
                     const char *path); /* a file, not by a link out of the volume */

/* ---- jats-flow.c ---- */
Flow flow_into(Jats *jats, DgNode *container, const DgXml *source);
Flow flow_inline(Jats *jats, DgNode *block);
void flow_text(Flow *flow, const char *text, DgPos pos);
void flow_space(Flow *flow);                             /* a word boundary, if there is none */
void flow_join(Flow *flow, const char *mark, DgPos pos); /* punctuation: no space before it */
void flow_node(Flow *flow, DgNode *node);                /* an inline */
void flow_break(Flow *flow, DgPos pos);
void flow_open(Flow *flow, Wrap *wrap, DgKind kind, const DgXml *element);
void flow_close(Flow *flow);
/* An inline set outside of superscripts: note marks raise themselves. */
void flow_mark(Flow *flow, DgNode *mark);
void flow_end(Flow *flow); /* closes the block; a label left over becomes a paragraph */
DgNode *flow_block(Flow *flow, DgKind kind,
                   const DgXml *element); /* ends, appends a block or container */

/* ---- jats-elements.c ---- */
typedef void JatsHandler(Flow *flow, const DgXml *element, int value);
void jats_read(Flow *flow, const DgXml *element);
void jats_children(Flow *flow, const DgXml *element);
/* The children whose names are not in the list "a b c". */
void jats_children_but(Flow *flow, const DgXml *element, const char *names);
bool list_has(const char *names, const char *name); /* "a b c" */
bool jats_named(const DgXml *element, const char *names);
void jats_identify(Jats *jats, DgNode *node, const DgXml *element);
/* The element's content as one block of running text, appended to `parent`; NULL if it is empty. */
DgNode *jats_block(Jats *jats, DgNode *parent, DgKind kind, const DgXml *element);
const char *jats_label(Jats *jats, const DgXml *element); /* text of its <label> or NULL */
char *jats_text(
    Jats *jats,
    const DgXml *element); /* plain text as the model would have it, notes left out; NULL: none */

/* ---- jats-block.c ---- */
JatsHandler jats_paragraph, jats_section, jats_title, jats_label_text, jats_container, jats_code,
    jats_attribution, jats_signature, jats_keywords, jats_permissions, jats_group, jats_pass,
    jats_floats, jats_statement, jats_correspondence, jats_reference_list, jats_skip, jats_line,
    jats_alternatives, jats_sub_article, jats_quoted_code;
/* Of the same thing in several forms, the one that is set. */
const DgXml *jats_best_form(Jats *jats, const DgXml *alternatives);
void jats_heading(Flow *flow, const DgXml *title, int level);

/* ---- jats-list.c ---- */
JatsHandler jats_list, jats_definitions;

/* ---- jats-inline.c, jats-index.c ---- */
JatsHandler jats_styled, jats_span, jats_data, jats_break, jats_inline_code, jats_link, jats_email,
    jats_reference, jats_inline_graphic, jats_abbreviation, jats_related, jats_include,
    jats_index_term, jats_index_range_end;

/* ---- jats-note.c ---- */
JatsHandler jats_footnote, jats_footnote_group;
bool jats_mark(Flow *flow, const DgXml *xref, const DgXml *footnote);
void jats_late_groups(Jats *jats);
void jats_report_lost_notes(Jats *jats); /* when all else has been read */

/* ---- jats-figure.c ---- */
JatsHandler jats_figure, jats_figure_group, jats_lone_graphic, jats_media, jats_supplement;
void jats_caption(Jats *jats, DgNode *parent, const DgXml *caption);
DgNode *jats_graphic(Jats *jats, DgKind kind, const DgXml *element);
const DgXml *jats_best_graphic(Jats *jats, const DgXml *alternatives);
bool jats_graphic_is_there(Jats *jats, const DgXml *graphic);

/* ---- jats-table.c ---- */
JatsHandler jats_table_wrap, jats_table;

/* ---- jats-formula.c ---- */
JatsHandler jats_display_formula, jats_inline_formula, jats_math, jats_tex;
char *jats_tex_source(Jats *jats,
                      const DgXml *element); /* of a document of LaTeX, what stands in it */
bool jats_tex_is_clear(Jats *jats, const DgXml *element); /* nothing in it is unknown */

/* ---- jats-cite.c, jats-cite-format.c ---- */
JatsHandler jats_reference_item, jats_mixed_citation, jats_element_citation, jats_person,
    jats_person_group, jats_and_others;

/* ---- jats-links.c ---- */
void jats_index(Jats *jats, const DgXml *document);
void jats_resolve(Jats *jats);

/* ---- jats-language.c ---- */
char *jats_language_tag(DgArena *arena, const char *tag); /* "EN" gives "en"; NULL stays */
bool jats_leaves_out(const Jats *jats, const DgXml *element);
bool jats_is_split(const DgXml *article);

bool jats_same_language(const char *a, const char *b); /* primary subtags; NULL is like nothing */
/* Whether a part of the front matter is for this text: in its language, or in none and so in the file's. */
bool jats_is_for_text(const Jats *jats, const DgXml *element);

/* ---- jats-front.c, jats-contrib.c, jats-affiliation.c, jats-fields.c ---- */
void jats_front(Jats *jats, DgMeta *meta);
const DgXml *jats_meta_of(const DgXml *root); /* article-meta, front-stub, book-meta ... or NULL */
void jats_contributors(Jats *jats, const DgXml *front, DgMeta *meta);
void jats_affiliations(Jats *jats, const DgXml *contrib, DgContributor *who);
void jats_fields(Jats *jats, const DgXml *front, DgMeta *meta);
/* The name of a contributor in the text's language, its parts in `name`; or that of the group; or NULL. */
const char *jats_contributor(Jats *jats, const DgXml *contrib, DgName *name);
/* "A. Author, Reviewer, University; B. Author" as a paragraph. */
JatsHandler jats_contributor_line;
/* `name`: in whatever language the source gives it, or NULL. */
void jats_match_person(Jats *jats, const DgXml *contrib, const char *name, DgContributor *who);

/* ---- jats-bearers.c ---- */
/* "A. Author, B. Author": some but not all of the persons refer to the note, and it does not name them; else NULL. */
const char *jats_bearers(Jats *jats, const DgXml *note);
/* Puts the words in bold, and a point, before what a block says; NULL puts nothing. */
void jats_lead(Jats *jats, DgNode *block, const char *words);
/* Gives the notes and lives of the front matter their role, when all has been read. */
void jats_settle_notes(Jats *jats, DgMeta *meta);

/* ---- jats.c ---- */
typedef struct {
    const DgXml *document, *root,
        *article; /* the file, the text's element, the article it belongs to */
    const char *file, *language;
    bool split;   /* blocks carry their languages */
    bool foreign; /* front matter in another language: only what it says in this one counts */
} JatsSource;
/* Front matter, body, back matter. */
void jats_read_text(DgArena *arena, DgDiags *diags, const DgVolume *volume, GHashTable *unknown,
                    JatsSource source, DgText *text);
/* Front matter alone: what the text of one language says in the other. */
void jats_read_meta(DgArena *arena, DgDiags *diags, const DgVolume *volume, GHashTable *unknown,
                    JatsSource source, DgText *text);

/* ---- jats-floats.c ---- */
/* Moves what jats->floats holds behind the first mention. */
void jats_place_floats(Jats *jats, DgNode *body);

#endif
