/* style-internal.h - a style sheet as declarations, and the table of properties. */
#ifndef DIGLOT_STYLE_INTERNAL_H
#define DIGLOT_STYLE_INTERNAL_H

#include "diglot/diag.h"
#include "diglot/style.h"

/* Where a rule's declarations go. */
typedef enum {
    TARGET_ROOT,
    TARGET_ROLE,
    TARGET_PAGE,
    TARGET_PAGE_LEFT,
    TARGET_PAGE_RIGHT
} TargetKind;

typedef struct {
    TargetKind kind;
    DgRole role;
    const char *lang; /* primary subtag, or NULL */
    bool top_box;     /* inside a margin box at the head of the page */
} Target;

typedef struct {
    Target target;
    const char *property, *value; /* value: white space folded, lower case except quoted strings */
    DgPos pos;
} Declaration;

typedef struct {
    Declaration *list;
    size_t n;
} Declarations;

/* css.c: appends what `bytes` declares; reports and leaves out what it does not understand. */
void css_parse(DgArena *arena, DgDiags *diags, const char *text, const char *shown,
               Declarations *declarations);

/* What a property's value may be; how it is stored at `offset` of its struct. */
typedef enum {
    VALUE_LENGTH,      /* DgLen */
    VALUE_FONT_SIZE,   /* DgLen; em and % of the root's size */
    VALUE_LINE_HEIGHT, /* DgLen; a number multiplies the font size */
    VALUE_PAGE_SIZE,   /* two DgLen */
    VALUE_MARGINS,     /* top [outer [bottom [inner]]], as CSS margin */
    VALUE_RATIO,       /* double; words are DG_RATIO_... */
    VALUE_PER_MILLE,   /* int; a percentage */
    VALUE_COUNT,       /* int */
    VALUE_WEIGHT,      /* int */
    VALUE_COLOR,       /* uint32_t */
    VALUE_FAMILY,      /* const char * */
    VALUE_KEYWORD,     /* int-sized enum, by position in `words` */
    VALUE_SWITCH,      /* bool, by position in `words` (0 or 1) */
    VALUE_HEAD         /* DgRunningHead: string(person, first) */
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
extern const Property head_properties[];
extern const size_t n_block_properties, n_page_properties, n_head_properties;

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

/* cascade.c */
DgPageStyle *cascade_page(DgArena *arena, DgDiags *diags, const Declarations *declarations);
DgBlockStyle *cascade_block(DgArena *arena, DgDiags *diags, const Declarations *declarations,
                            DgRole role, const char *lang);

#endif
