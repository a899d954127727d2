/* jats-formula-commands.c - commands of TeX's formulas that take arguments: fractions, roots, text, fences, tables. */
#include "jats-formula-internal.h"

#include <string.h>

static DgXml *
fraction(Tex *tex, const char *name)
{
    (void)name;
    DgXml *above = tex_argument(tex);
    return tex_pair(tex, "mml:mfrac", above, tex_argument(tex));
}

static DgXml *
table_row(const Tex *tex, DgXml *cell)
{
    return tex_adopt(tex_element(tex, "mml:mtr"), tex_adopt(tex_element(tex, "mml:mtd"), cell));
}

static DgXml *
binomial(Tex *tex, const char *name)
{
    (void)name;
    DgXml *table = tex_adopt(tex_element(tex, "mml:mtable"), table_row(tex, tex_argument(tex)));
    return tex_fenced(tex, "(", tex_adopt(table, table_row(tex, tex_argument(tex))), ")");
}

static DgXml *
root(Tex *tex, const char *name)
{
    (void)name;
    DgXml *degree = NULL;
    tex_skip_spaces(tex);
    if (*tex->at == '[') {
        tex->at++;
        degree = tex_inner_row(tex, false, true);
        tex->at += *tex->at == ']';
    }
    DgXml *inner = tex_argument(tex);
    return degree ? tex_pair(tex, "mml:mroot", inner, degree)
                  : tex_adopt(tex_element(tex, "mml:msqrt"), inner);
}

/* Running text: its commands count for nothing. */
static DgXml *
text(Tex *tex, const char *name)
{
    (void)name;
    g_autoptr(GString) plain = g_string_new(NULL);
    for (const char *s = tex_read_braced(tex); *s; s++) {
        if (*s == '~' || (*s == '\\' && g_ascii_isspace(s[1])))
            g_string_append_c(plain, ' ');
        else if (*s == '\\' && s[1] && strchr("%&#_${}", s[1]))
            g_string_append_c(plain, *++s);
        else if (*s == '\\')
            while (g_ascii_isalpha(s[1]))
                s++;
        else if (!strchr("{}$", *s))
            g_string_append_c(plain, *s);
    }
    return tex_token(tex, "mml:mtext", plain->str, plain->len);
}

static DgXml *
operator_name(Tex *tex, const char *name)
{
    DgXml *read = text(tex, name);
    read->name = "mml:mi";
    return tex_with_attribute(tex, read, "mathvariant", "normal");
}

static DgXml *
set_below(Tex *tex, const char *name)
{
    DgXml *set = tex_argument(tex), *base = tex_argument(tex);
    return tex_pair(tex, strcmp(name, "underset") == 0 ? "mml:munder" : "mml:mover", base, set);
}

static DgXml *
lined(Tex *tex, const char *name)
{
    DgXml *all = tex_adopt(tex_element(tex, "mml:menclose"), tex_argument(tex));
    return tex_with_attribute(tex, all, "notation",
                              strcmp(name, "overline") == 0 ? "top" : "bottom");
}

static DgXml *
negated(Tex *tex, const char *name)
{
    (void)name;
    DgXml *sign = tex_argument(tex);
    const char *plain = dg_xml_text(tex->arena, sign);
    const char *struck = dg_arena_printf(tex->arena, "%s\u0338", plain);
    g_autofree char *composed = g_utf8_normalize(struck, -1, G_NORMALIZE_DEFAULT_COMPOSE);
    const char *shown = composed ? composed : struck;
    return tex_token(tex, "mml:mo", shown, strlen(shown));
}

const char *
tex_delimiter(Tex *tex)
{
    const char *sign = "";
    tex_skip_spaces(tex);
    if (*tex->at == '\\') {
        tex->at++;
        TexSignKind kind = tex_sign(tex->arena, tex_read_name(tex), &sign);
        return kind == TEX_UPRIGHT || kind == TEX_OPERATOR ? sign : "";
    }
    const char *start = tex->at;
    if (!*start || *start == '}')
        return "";
    tex->at = g_utf8_next_char(start);
    return *start == '.'   ? ""
           : *start == '<' ? "⟨"
           : *start == '>' ? "⟩"
                           : dg_arena_strndup(tex->arena, start, (size_t)(tex->at - start));
}

static DgXml *
left_right(Tex *tex, const char *name)
{
    (void)name;
    const char *open = tex_delimiter(tex), *close = "";
    DgXml *inner = tex_inner_row(tex, false, false);
    if (tex_is_command(tex->at, "right")) {
        tex->at += strlen("\\right");
        close = tex_delimiter(tex);
    }
    return tex_fenced(tex, open, inner, close);
}

/* Cells of rows up to "\end". */
static DgXml *
table(Tex *tex)
{
    DgXml *all = tex_element(tex, "mml:mtable"), *line = tex_element(tex, "mml:mtr");
    for (;;) {
        tex_adopt(line, tex_adopt(tex_element(tex, "mml:mtd"), tex_inner_row(tex, true, false)));
        bool cell = *tex->at == '&',
             next = tex_is_command(tex->at, "\\") || tex_is_command(tex->at, "cr");
        if (!cell) {
            tex_adopt(all, line);
            line = tex_element(tex, "mml:mtr");
        }
        if (!cell && !next)
            return all;
        tex->at += cell ? 1 : tex->at[1] == '\\' ? 2 : 3;
        if (next && *tex->at == '[') { /* room below the row */
            tex->at += strcspn(tex->at, "]");
            tex->at += *tex->at == ']';
        }
    }
}

static DgXml *
environment(Tex *tex, const char *name)
{
    (void)name;
    static const char *const fences[][3] = {
        {"pmatrix", "(", ")"}, {"bmatrix", "[", "]"}, {"Bmatrix", "{", "}"}, {"vmatrix", "|", "|"},
        {"Vmatrix", "‖", "‖"}, {"cases", "{", ""},    {"rcases", "", "}"}};
    const char *kind = tex_read_braced(tex), *open = "", *close = "";
    bool plain = *kind && list_has("equation equation* displaymath math document", kind);
    for (size_t i = 0; i < G_N_ELEMENTS(fences); i++)
        if (strcmp(kind, fences[i][0]) == 0) {
            open = fences[i][1];
            close = fences[i][2];
        }
    if (strcmp(kind, "array") == 0)
        tex_read_braced(tex); /* how its columns stand */
    DgXml *inner = plain ? tex_inner_row(tex, false, false) : table(tex);
    if (tex_is_command(tex->at, "end")) {
        tex->at += strlen("\\end");
        tex_read_braced(tex);
    }
    return tex_fenced(tex, open, inner, close);
}

static const struct {
    const char *names;
    DgXml *(*read)(Tex *tex, const char *name);
} readers[] = {
    {"frac dfrac tfrac cfrac nicefrac sfrac", fraction},
    {"binom dbinom tbinom", binomial},
    {"sqrt", root},
    {"text mbox hbox textrm textit textbf textup textsf textnormal", text},
    {"operatorname", operator_name},
    {"underset overset stackrel", set_below},
    {"overline underline", lined},
    {"not", negated},
    {"left", left_right},
    {"begin", environment},
};

DgXml *
tex_structure(Tex *tex, const char *name)
{
    for (size_t i = 0; i < G_N_ELEMENTS(readers); i++)
        if (list_has(readers[i].names, name))
            return readers[i].read(tex, name);
    return NULL;
}
