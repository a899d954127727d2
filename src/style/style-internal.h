/* style-internal.h - a style sheet as declarations, and the table of properties. */
#ifndef DIGLOT_STYLE_INTERNAL_H
#define DIGLOT_STYLE_INTERNAL_H

#include "diglot/diag.h"
#include "diglot/style.h"

/* Where a rule's declarations go. */
typedef enum { TARGET_ROOT, TARGET_ROLE, TARGET_PAGE, TARGET_BOX } TargetKind;

typedef enum { PAGES_ALL, PAGES_LEFT, PAGES_RIGHT } PageSide;

typedef struct {
    TargetKind kind;
    DgRole role;
    const char *lang; /* primary subtag, or NULL */
    /* of pages and their margin boxes */
    const char *page; /* kind of flow; NULL: any */
    bool first;       /* only pages that open a flow */
    PageSide side;
    DgBoxPlace place; /* of boxes */
} Target;

typedef struct {
    Target target;
    const char *property, *value; /* value: white space folded, lower case except quoted strings */
    DgPos pos;
} Declaration;

typedef struct {
    Declaration *list;
    size_t n;
    size_t n_initial; /* those of the built-in sheet, which come first */
} Declarations;

/* ---- sheet.c ---- */
/* Appends what the sheet at `path` declares, with the sheets that it imports; false when it cannot be read. */
bool sheet_read(DgArena *arena, DgDiags *diags, const char *path, const char *shown,
                Declarations *declarations);
/* What holds unless a sheet says otherwise, as CSS: it is printed in styles/README.md. */
extern const char sheet_initial[];
void sheet_read_initial(DgArena *arena, DgDiags *diags, Declarations *declarations);

/* ---- css.c ---- */
/* The sheet that is being read: of imported ones `from` imports them. */
typedef struct Sheet Sheet;
struct Sheet {
    const char *path, *shown;
    const Sheet *from;
};

/* Appends what `text` declares; reports and leaves out what it does not understand. */
void css_parse(DgArena *arena, DgDiags *diags, const char *text, const Sheet *sheet,
               Declarations *declarations);
/* "../forum/print.css", quoted: reads the sheet; false when that is no place of a sheet or there is none. */
bool sheet_import(DgArena *arena, DgDiags *diags, const char *quoted, const Sheet *from,
                  Declarations *declarations);

/* ---- page-rules.c ---- */
extern const char *const page_box_names[DG_N_BOXES];
/* "", ":left", "item:first"; false when there are no such pages. */
bool page_selector_parse(DgArena *arena, const char *text, Target *target);
/* The kinds of pages, separated by blanks. */
extern const char page_kinds[];
typedef struct MarginRules MarginRules;
MarginRules *margin_rules_make(DgArena *arena, DgDiags *diags, const Declarations *declarations);
const DgMarginBox *margin_rules_find(const MarginRules *rules, const char *kind, bool first,
                                     bool verso, DgBoxPlace place);

/* ---- properties.c ---- */
/* What a property's value may be; how it is stored at `offset` of its struct. */
typedef enum {
    VALUE_LENGTH,      /* DgLen */
    VALUE_FONT_SIZE,   /* DgLen; em and % of the root's size */
    VALUE_LINE_HEIGHT, /* DgLen; a number multiplies the font size */
    VALUE_PAGE_SIZE,   /* two DgLen */
    VALUE_MARGINS,     /* top [outer [bottom [inner]]], as CSS margin */
    VALUE_RATIO,       /* double; words are DG_RATIO_... */
    VALUE_PER_MILLE,   /* int; a percentage of up to 10 */
    VALUE_SHARE,       /* int, per cent; a percentage of up to 1000 */
    VALUE_COUNT,       /* int */
    VALUE_WEIGHT,      /* int */
    VALUE_COLOR,       /* uint32_t */
    VALUE_FAMILY,      /* const char * */
    VALUE_TEXT,        /* const char *, quoted; none is "" */
    VALUE_MARKS,       /* int of DG_MARKS_... */
    VALUE_NAME,        /* const char *, quoted */
    VALUE_WORDS,    /* int, a bit for each of `words` but the first, which stands alone for none */
    VALUE_FEATURES, /* const char *: as DgFontStyle.features */
    VALUE_KEYWORD,  /* int-sized enum, by position in `words` */
    VALUE_SWITCH,   /* bool, by position in `words` (0 or 1) */
    VALUE_CONTENT   /* DgMarginBox */
} ValueKind;

typedef struct {
    const char *name;
    ValueKind kind;
    size_t offset;
    const char *words; /* of keywords, separated by blanks */
    const char *meaning;
} Property;

extern const Property block_properties[];
extern const Property page_properties[];
extern const Property box_properties[];
extern const size_t n_block_properties, n_page_properties, n_box_properties;

const Property *property_find(const Property *table, size_t n, const char *name);
const char *property_near(const Property *table, size_t n,
                          const char *name); /* likely meant, or NULL */
size_t name_distance(const char *a, const char *b);
/* How its values are written: all its words, else some values; parted by commas. */
char *property_examples(DgArena *arena, const Property *property);

/* What relative lengths refer to. */
typedef struct {
    DgLen size, root_size;
} Measures;

/* Stores the value into `block` or page struct; false when it is no value of the property. */
bool property_set(DgArena *arena, const Property *property, const char *value, Measures measures,
                  void *target);

/* The next name of a list of quoted families; NULL at its end. */
const char *family_next(DgArena *arena, const char **list);

/* The text of a quoted string that the value begins with; `*value` then stands behind it. NULL when there is none. */
const char *string_next(DgArena *arena, const char **value);

/* ---- content.c ---- */
/* `none`, or quoted strings, string(title, first), counter(page), counter(pages) one after the other. */
bool content_read(DgArena *arena, const char *value, DgMarginBox *box);

/* ---- cascade.c ---- */
/* Reports a declaration of a property that is not there, or with a value that is none. */
void cascade_apply(DgArena *arena, DgDiags *diags, const Declaration *declaration,
                   const Property *table, size_t n, Measures measures, void *target);
DgPageStyle *cascade_page(DgArena *arena, DgDiags *diags, const Declarations *declarations);
DgBlockStyle *cascade_block(DgArena *arena, DgDiags *diags, const Declarations *declarations,
                            DgRole role, const char *lang);

#endif
