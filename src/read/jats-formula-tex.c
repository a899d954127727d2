/* jats-formula-tex.c - formulas in TeX to MathML: what papers use of it. What is not understood is named and left out
 * of no formula: its name is set. Bad TeX is read as far as it goes; nothing else is lost.
 * Source: D. Knuth, The TeXbook, 1984, chapters 16-18; AMS, User's Guide for the amsmath Package. */
#include "jats-formula-internal.h"

#include <string.h>

/* Groups within groups; what lies deeper is left out. */
enum { DEEPEST = 60 };

#define THIN_SPACE "\u2009"
#define MINUS "\u2212"
#define PRIME "\u2032"

static DgXml *row(Tex *tex);
static DgXml *atom(Tex *tex);

/* ---- the tree ---- */

DgXml *
tex_element(const Tex *tex, const char *name)
{
    DgXml *element = DG_NEW(tex->arena, DgXml);
    element->name = name;
    element->pos = tex->pos;
    return element;
}

DgXml *
tex_adopt(DgXml *parent, DgXml *child)
{
    if (!child)
        return parent;
    child->parent = parent;
    child->previous = parent->last;
    if (parent->last)
        parent->last->next = child;
    else
        parent->first = child;
    parent->last = child;
    return parent;
}

DgXml *
tex_token(const Tex *tex, const char *name, const char *text, size_t length)
{
    DgXml *characters = tex_element(tex, NULL);
    characters->text = dg_arena_strndup(tex->arena, text, length);
    return tex_adopt(tex_element(tex, name), characters);
}

static DgXml *
tex_words(const Tex *tex, const char *text)
{
    return tex_token(tex, "mml:mtext", text, strlen(text));
}

DgXml *
tex_with_attribute(const Tex *tex, DgXml *element, const char *name, const char *value)
{
    DgXmlAttribute attribute = {.name = name, .value = value};
    element->attributes = dg_arena_copy(tex->arena, &attribute, sizeof attribute);
    element->n_attributes = 1;
    return element;
}

/* An element of two parts. */
DgXml *
tex_pair(const Tex *tex, const char *name, DgXml *first, DgXml *second)
{
    return tex_adopt(tex_adopt(tex_element(tex, name), first), second);
}

DgXml *
tex_fenced(const Tex *tex, const char *open, DgXml *inner, const char *close)
{
    DgXml *all = tex_element(tex, "mml:mrow");
    tex_adopt(all, *open ? tex_words(tex, open) : NULL);
    tex_adopt(all, inner);
    return tex_adopt(all, *close ? tex_words(tex, close) : NULL);
}

/* ---- characters ---- */

/* Spaces and comments say nothing. */
void
tex_skip_spaces(Tex *tex)
{
    for (;;) {
        while (g_ascii_isspace(*tex->at))
            tex->at++;
        if (*tex->at != '%')
            return;
        tex->at += strcspn(tex->at, "\n");
    }
}

bool
tex_is_command(const char *at, const char *name)
{
    size_t length = strlen(name);
    bool word = g_ascii_isalpha(*name);
    return *at == '\\' && strncmp(at + 1, name, length) == 0 &&
           !(word && g_ascii_isalpha(at[1 + length]));
}

const char *
tex_read_name(Tex *tex)
{
    const char *start = tex->at;
    while (g_ascii_isalpha(*tex->at))
        tex->at++;
    if (tex->at == start && *start)
        tex->at = g_utf8_next_char(start);
    return dg_arena_strndup(tex->arena, start, (size_t)(tex->at - start));
}

char *
tex_read_braced(Tex *tex)
{
    tex->at += *tex->at == '*'; /* a form of the command that differs in nothing that counts here */
    tex_skip_spaces(tex);
    if (*tex->at != '{')
        return dg_arena_strdup(tex->arena, "");
    const char *start = ++tex->at;
    for (int depth = 1; *tex->at; tex->at++) {
        if (*tex->at == '\\' && tex->at[1])
            tex->at++;
        else if (*tex->at == '{')
            depth++;
        else if (*tex->at == '}' && --depth == 0)
            break;
    }
    char *braced = dg_arena_strndup(tex->arena, start, (size_t)(tex->at - start));
    tex->at += *tex->at == '}';
    return braced;
}

/* ---- rows ---- */

static bool
is_over(Tex *tex)
{
    tex_skip_spaces(tex);
    return !*tex->at || *tex->at == '}' || tex_is_command(tex->at, "right") ||
           tex_is_command(tex->at, "end") || (tex->in_brackets && *tex->at == ']') ||
           (tex->in_table &&
            (*tex->at == '&' || tex_is_command(tex->at, "\\") || tex_is_command(tex->at, "cr")));
}

static DgXml *
scripted(Tex *tex)
{
    bool bare = *tex->at == '^' || *tex->at == '_';
    DgXml *base = bare ? tex_element(tex, "mml:mrow") : atom(tex), *below = NULL, *above = NULL;
    for (tex_skip_spaces(tex); base; tex_skip_spaces(tex)) {
        if (*tex->at == '\'' && !below && !above) {
            base = tex_pair(tex, "mml:mrow", base, tex_words(tex, PRIME));
            tex->at++;
        } else if (*tex->at == '_' && !below) {
            tex->at++;
            below = tex_argument(tex);
        } else if (*tex->at == '^' && !above) {
            tex->at++;
            above = tex_argument(tex);
        } else if (tex_is_command(tex->at, "limits") || tex_is_command(tex->at, "nolimits")) {
            tex->at++;
            tex_read_name(tex);
        } else {
            break;
        }
    }
    if (below && above)
        return tex_adopt(tex_pair(tex, "mml:msubsup", base, below), above);
    return below   ? tex_pair(tex, "mml:msub", base, below)
           : above ? tex_pair(tex, "mml:msup", base, above)
                   : base;
}

/* Up to what ends the group, cell or formula. */
static DgXml *
row(Tex *tex)
{
    DgXml *all = tex_element(tex, "mml:mrow");
    if (++tex->depth > DEEPEST)
        tex->at += strlen(tex->at);
    while (!is_over(tex))
        tex_adopt(all, scripted(tex));
    tex->depth--;
    return all;
}

DgXml *
tex_inner_row(Tex *tex, bool in_table, bool in_brackets)
{
    Tex outer = *tex;
    tex->in_table = in_table;
    tex->in_brackets = in_brackets;
    DgXml *inner = row(tex);
    tex->in_table = outer.in_table;
    tex->in_brackets = outer.in_brackets;
    tex->variant = outer.variant;
    return inner;
}

static DgXml *
group(Tex *tex)
{
    tex->at++;
    DgXml *inner = tex_inner_row(tex, false, false);
    if (tex_is_command(tex->at, "right") || tex_is_command(tex->at, "end"))
        return inner; /* its brace is missing */
    tex->at += *tex->at == '}';
    return inner;
}

DgXml *
tex_argument(Tex *tex)
{
    if (is_over(tex) || *tex->at == '^' || *tex->at == '_')
        return tex_element(tex, "mml:mrow");
    if (g_ascii_isdigit(*tex->at))
        return tex_token(tex, "mml:mn", tex->at++, 1);
    DgXml *given = atom(tex);
    return given ? given : tex_element(tex, "mml:mrow");
}

/* ---- signs ---- */

/* Letters of blackboards that have had a place among Unicode's first ones; the others are bold. */
static const char *
double_struck(const char *letter)
{
    static const char plain[] = "CHNPQRZ";
    static const char *const struck[] = {"ℂ", "ℍ", "ℕ", "ℙ", "ℚ", "ℝ", "ℤ"};
    const char *found = strchr(plain, *letter);
    return found && *letter ? struck[found - plain] : NULL;
}

/* A letter of the variant at hand, or the whole word where that is upright. */
static DgXml *
letters(Tex *tex)
{
    const char *start = tex->at, *variant = tex->variant;
    bool upright = g_strcmp0(variant, "normal") == 0;
    do
        tex->at = g_utf8_next_char(tex->at);
    while (upright && g_unichar_isalpha(g_utf8_get_char(tex->at)));
    size_t length = (size_t)(tex->at - start);
    if (upright)
        return tex_token(tex, "mml:mtext", start, length);
    bool blackboard = g_strcmp0(variant, "double-struck") == 0;
    if (blackboard && double_struck(start))
        return tex_words(tex, double_struck(start));
    DgXml *letter = tex_token(tex, "mml:mi", start, length);
    return variant ? tex_with_attribute(tex, letter, "mathvariant", blackboard ? "bold" : variant)
                   : letter;
}

/* "3.14", and "3{,}14" as authors write a decimal comma. */
static DgXml *
number(Tex *tex)
{
    g_autoptr(GString) digits = g_string_new(NULL);
    for (;;) {
        if (g_ascii_isdigit(*tex->at)) {
            g_string_append_c(digits, *tex->at++);
        } else if (*tex->at == '.' && g_ascii_isdigit(tex->at[1])) {
            g_string_append_c(digits, *tex->at++);
        } else if (strncmp(tex->at, "{,}", 3) == 0 && g_ascii_isdigit(tex->at[3])) {
            g_string_append_c(digits, ',');
            tex->at += 3;
        } else {
            return tex_token(tex, "mml:mn", digits->str, digits->len);
        }
    }
}

/* A sign over one letter joins it; over more it is told apart by MathML's reader. */
static DgXml *
accented(Tex *tex, const char *accent)
{
    DgXml *base = tex_argument(tex);
    DgXml *over =
        tex_pair(tex, "mml:mover", base, tex_token(tex, "mml:mo", accent, strlen(accent)));
    return tex_with_attribute(tex, over, "accent", "true");
}

/* Of the argument where there is one in braces, else of what is left of the group. */
static DgXml *
in_variant(Tex *tex, const char *variant)
{
    const char *outer = tex->variant;
    tex_skip_spaces(tex);
    tex->variant = strcmp(variant, "italic") == 0 ? NULL : variant;
    if (*tex->at != '{')
        return NULL;
    DgXml *inner = tex_argument(tex);
    tex->variant = outer;
    return inner;
}

static DgXml *
unknown(Tex *tex, const char *name)
{
    g_autofree char *shown = g_strconcat("\\", name, NULL);
    g_auto(GStrv) known = g_strsplit(tex->unknown->str, " ", -1);
    if (!g_strv_contains((const char *const *)known, shown))
        g_string_append_printf(tex->unknown, "%s%s", tex->unknown->len ? " " : "", shown);
    return tex_words(tex, dg_arena_printf(tex->arena, " %s ", name));
}

static DgXml *
command(Tex *tex)
{
    tex->at++;
    if (g_ascii_isspace(*tex->at)) {
        tex->at++;
        return tex_words(tex, " ");
    }
    const char *name = tex_read_name(tex), *sign = "";
    if (!*name)
        return NULL; /* the formula ends in a backslash */
    DgXml *structure = tex_structure(tex, name);
    if (structure)
        return structure;
    switch (tex_sign(tex->arena, name, &sign)) {
    case TEX_LETTER:
        return tex_token(tex, "mml:mi", sign, strlen(sign));
    case TEX_UPRIGHT:
        return tex_words(tex, sign);
    case TEX_OPERATOR:
        return tex_token(tex, "mml:mo", sign, strlen(sign));
    case TEX_NAME:
        return tex_with_attribute(tex, tex_token(tex, "mml:mi", sign, strlen(sign)), "mathvariant",
                                  "normal");
    case TEX_ACCENT:
        return accented(tex, sign);
    case TEX_VARIANT:
        return in_variant(tex, sign);
    case TEX_SPACE:
        return tex_words(tex, strcmp(sign, "thin") == 0 ? THIN_SPACE : " ");
    case TEX_NOTHING_OF:
        tex_read_braced(tex);
        return NULL;
    case TEX_NOTHING:
        return NULL;
    case TEX_UNKNOWN:
        break;
    }
    return unknown(tex, name);
}

/* What a character or command stands for; NULL: nothing. It moves on in any case. */
static DgXml *
atom(Tex *tex)
{
    const char *start = tex->at;
    if (*start == '{')
        return group(tex);
    if (*start == '\\')
        return command(tex);
    if (g_ascii_isdigit(*start))
        return number(tex);
    if (g_unichar_isalpha(g_utf8_get_char(start)))
        return letters(tex);
    tex->at = g_utf8_next_char(start);
    if (*start == '$' || *start == '&')
        return NULL;
    if (*start == '~')
        return tex_words(tex, " ");
    if (*start == '-')
        return tex_token(tex, "mml:mo", MINUS, strlen(MINUS));
    if (*start == '\'')
        return tex_words(tex, PRIME);
    return tex_token(tex, "mml:mo", start, (size_t)(tex->at - start));
}

/* What closes nothing. */
static void
pass_over(Tex *tex)
{
    if (*tex->at != '\\') {
        tex->at += *tex->at != '\0';
        return;
    }
    tex->at++;
    if (strcmp(tex_read_name(tex), "end") == 0)
        tex_read_braced(tex);
    else
        tex_delimiter(tex);
}

const DgXml *
tex_read(DgArena *arena, const char *source, DgPos pos, const char **unknown_names)
{
    g_autoptr(GString) names = g_string_new(NULL);
    Tex tex = {.arena = arena, .pos = pos, .at = source, .unknown = names};
    DgXml *all = tex_element(&tex, "mml:math");
    while (*tex.at) {
        DgXml *part = row(&tex);
        while (part->first) {
            DgXml *child = part->first;
            part->first = child->next;
            child->next = NULL;
            tex_adopt(all, child);
        }
        pass_over(&tex);
    }
    *unknown_names = names->len ? dg_arena_strdup(arena, names->str) : NULL;
    return all;
}
