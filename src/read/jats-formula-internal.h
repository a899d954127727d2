/* jats-formula-internal.h - formulas in TeX on their way to MathML, and that on its way to text. */
#ifndef DIGLOT_JATS_FORMULA_INTERNAL_H
#define DIGLOT_JATS_FORMULA_INTERNAL_H

#include "jats-internal.h"

/* ---- jats-mathml.c ---- */
/* What stands in an element, as text. */
void jats_math_row(Flow *flow, const DgXml *element);

typedef enum {
    TEX_UNKNOWN,
    TEX_LETTER,    /* a variable, in italics */
    TEX_UPRIGHT,   /* a sign that stands by itself */
    TEX_OPERATOR,  /* between what it joins */
    TEX_NAME,      /* of a function */
    TEX_ACCENT,    /* a combining character; an argument follows */
    TEX_VARIANT,   /* as mathvariant of MathML; of the argument, or of the rest of the group */
    TEX_SPACE,     /* thin, word */
    TEX_NOTHING,   /* what concerns places and sizes only */
    TEX_NOTHING_OF /* the same with an argument */
} TexSignKind;

/* ---- jats-formula-signs.c ---- */
/* What "alpha" stands for. */
TexSignKind tex_sign(DgArena *arena, const char *name, const char **sign);

/* A formula as it is read. */
typedef struct {
    DgArena *arena;
    DgPos pos;
    const char *at;
    const char *variant; /* of letters: "normal", "bold", "double-struck"; NULL: italic */
    bool in_table, in_brackets;
    int depth;
    GString *unknown; /* commands, parted by spaces */
} Tex;

/* ---- jats-formula-tex.c ---- */
/* A formula as a tree of MathML, each element at `pos`. `*unknown`: the commands, parted by spaces, that are not
 * understood and stand in it by their names; NULL: none. */
const DgXml *tex_read(DgArena *arena, const char *source, DgPos pos, const char **unknown);

DgXml *tex_element(const Tex *tex, const char *name);
DgXml *tex_adopt(DgXml *parent, DgXml *child); /* the parent; the child may be NULL */
DgXml *tex_token(const Tex *tex, const char *name, const char *text, size_t length);
DgXml *tex_with_attribute(const Tex *tex, DgXml *element, const char *name, const char *value);
DgXml *tex_pair(const Tex *tex, const char *name, DgXml *first, DgXml *second);
DgXml *tex_fenced(const Tex *tex, const char *open, DgXml *inner, const char *close);

void tex_skip_spaces(Tex *tex);
bool tex_is_command(const char *at, const char *name);
/* Behind a backslash: letters, or one other character. */
const char *tex_read_name(Tex *tex);
/* The characters of an argument as they are, without the braces. */
char *tex_read_braced(Tex *tex);
/* "(" of "\left(", "\{" or "\langle"; nothing for a point. */
const char *tex_delimiter(Tex *tex);
/* A row of its own, in which the ends of the outer one mean nothing. */
DgXml *tex_inner_row(Tex *tex, bool in_table, bool in_brackets);
/* A group, or one sign. */
DgXml *tex_argument(Tex *tex);

/* ---- jats-formula-commands.c ---- */
/* What such a command and its arguments make; NULL: it is none. */
DgXml *tex_structure(Tex *tex, const char *name);

#endif
