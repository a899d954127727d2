/* preflight-internal.h - what the parts of the checker share: the file, and what was found.
 * Handles of qpdf pile up: each part lets those go that it took. */
#ifndef DIGLOT_PREFLIGHT_INTERNAL_H
#define DIGLOT_PREFLIGHT_INTERNAL_H

#include "diglot/preflight.h"

#include <glib.h>
#include <qpdf/qpdf-c.h>

#define RULE(id, name, a, ua, x, english, russian) RULE_##id,
typedef enum {
#include "preflight-rules-internal.h"
    N_RULES
} Rule;
#undef RULE

typedef struct {
    int page, object; /* of the first; 0: not told */
    int count;
} Finding;

typedef enum { USES_GRAY, USES_RGB, USES_CMYK, N_USES } Use;

typedef struct {
    DgArena *arena;
    qpdf_data qpdf;
    DgBytes pdf;
    const char *xmp; /* "" when there is none */
    int claims;
    int page; /* that is being read, from 1; 0: none */
    Finding found[N_RULES];
    Finding uses[N_USES]; /* of device colours */
    GHashTable *owners;   /* of marked contents: "PAGE-OBJECT MCID" to the tag */
    GHashTable *links;    /* objects of annotations that stand in Link elements, to the element */
    GHashTable *fonts;    /* object of a Type0 font to its Codes */
} Check;

/* Notes that a rule is broken by an object (0: the file as a whole). */
void broken(Check *check, Rule rule, int object);
void uses_color(Check *check, Use use, int object);

/* ---- preflight-values.c: qpdf's values, safely ---- */
qpdf_oh key_of(Check *check, qpdf_oh dictionary,
               const char *key); /* null when it is no dictionary */
bool has_key(Check *check, qpdf_oh dictionary, const char *key);
/* "" when it is no name; holds until the next call. */
const char *name_of(Check *check, qpdf_oh value);
bool is_named(Check *check, qpdf_oh dictionary, const char *key, const char *name);
double number_of(Check *check, qpdf_oh value, double otherwise);
/* Of an array, or of a single value that stands for one. */
int count_of(Check *check, qpdf_oh value);
qpdf_oh item_of(Check *check, qpdf_oh value, int index);
char *string_of(Check *check, qpdf_oh value); /* UTF-8, to be freed; "" when it is no string */
int object_of(Check *check, qpdf_oh value);   /* number, 0: direct */
bool is_dictionary(Check *check, qpdf_oh value);
GPtrArray *keys_of(Check *check, qpdf_oh dictionary); /* to be freed with its strings */

/* ---- preflight-scan.c: the tokens of a content stream ---- */
typedef enum {
    TOKEN_END,
    TOKEN_NUMBER,
    TOKEN_NAME, /* with its slash */
    TOKEN_STRING,
    TOKEN_OPEN, /* [ and << */
    TOKEN_CLOSE,
    TOKEN_OPERATOR
} TokenKind;
typedef struct {
    TokenKind kind;
    const char *start; /* in the content */
    size_t length;
} Token;
typedef struct {
    const char *at, *end;
} Scan;
Token scan_next(Scan *scan);
void scan_skip_picture(Scan *scan); /* behind EI */
bool token_is(Token token, const char *text);
/* The bytes that a string stands for, appended. */
void token_bytes(Token token, GString *bytes);

/* ---- preflight-codes.c: what the codes of a composite font stand for ---- */
typedef struct Codes Codes;
void codes_free(void *codes);
/* Of a Type0 font; NULL: of another one. */
const Codes *codes_of(Check *check, qpdf_oh font);
typedef struct {
    size_t size;      /* bytes of the code */
    bool missing;     /* it shows the glyph for missing characters */
    bool private_use; /* its Unicode is of the private use area */
} Code;
/* The code that begins with these bytes. */
Code codes_next(const Codes *codes, const char *bytes, size_t size);
/* What is to be said of the font itself. */
void codes_check(Check *check, const Codes *codes, qpdf_oh font, int object);

/* ---- the parts, in their order ---- */
void check_file(Check *check);    /* preflight-file.c: header, trailer, catalog */
void check_said(Check *check);    /* preflight-said.c: Info and XMP */
void check_objects(Check *check); /* preflight-objects.c: fonts, pictures, annotations, actions */
void check_tree(Check *check);    /* preflight-tree.c: structure */
void check_pages(Check *check);   /* preflight-pages.c: boxes and contents */
void check_colors(Check *check);  /* preflight-colors.c: what was used against the intents */
/* preflight-content.c: a content stream of a page or form. */
void check_content(Check *check, qpdf_oh page, qpdf_oh resources, const char *content, size_t size);
/* A value of an XMP property, as element or attribute; NULL when it is not there. To be freed. */
char *xmp_value(const Check *check, const char *name);

#endif
