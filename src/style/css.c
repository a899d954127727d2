/* css.c - CSS syntax to declarations: the subset of styles/README.md (CSS Syntax Level 3, sections 4-5,
 * without escapes, nesting other than margin boxes, and !important). */
#include "style-internal.h"

#include <glib.h>
#include <string.h>

typedef struct {
    DgArena *arena;
    DgDiags *diags;
    const char *s; /* what is left */
    DgPos pos;
    Declarations *out;
    bool unclosed; /* reported that the sheet ends too early */
} Css;

/* Once: what holds the open block is open, too. */
static void
report_unclosed(Css *css, DgPos pos)
{
    if (!css->unclosed)
        dg_diag(css->diags, DG_STYLE_UNCLOSED, pos, NULL);
    css->unclosed = true;
}

static void
advance(Css *css)
{
    if (*css->s == '\n') {
        css->pos.line++;
        css->pos.column = 1;
    } else if ((*css->s & 0xC0) != 0x80) {
        css->pos.column++;
    }
    css->s++;
}

static void
skip_space(Css *css)
{
    for (;;) {
        if (g_ascii_isspace(*css->s)) {
            advance(css);
        } else if (strncmp(css->s, "/*", 2) == 0) {
            DgPos start = css->pos;
            while (*css->s && strncmp(css->s, "*/", 2) != 0)
                advance(css);
            if (!*css->s)
                report_unclosed(css, start);
            for (int i = 0; i < 2 && *css->s; i++)
                advance(css);
        } else {
            return;
        }
    }
}

/* Up to one of `ends` outside quotes and parentheses; comments dropped, white space folded and trimmed,
 * lower case outside quotes, which end with their line. The end itself is not taken. */
static char *
take_until(Css *css, const char *ends)
{
    g_autoptr(GString) taken = g_string_new(NULL);
    char quote = '\0';
    int depth = 0;
    while (*css->s && (quote || depth > 0 || !strchr(ends, *css->s))) {
        if (!quote && (g_ascii_isspace(*css->s) || strncmp(css->s, "/*", 2) == 0)) {
            skip_space(css);
            if (taken->len)
                g_string_append_c(taken, ' ');
            continue;
        }
        if (quote && *css->s == '\n') {
            quote = '\0';
            continue;
        }
        if (quote ? *css->s == quote : *css->s == '"' || *css->s == '\'')
            quote = quote ? '\0' : *css->s;
        else if (!quote)
            depth += *css->s == '(' ? 1 : *css->s == ')' ? -1 : 0;
        g_string_append_c(taken, quote ? *css->s : g_ascii_tolower(*css->s));
        advance(css);
    }
    g_strchomp(taken->str);
    return dg_arena_strdup(css->arena, taken->str);
}

static void
complain(Css *css, DgPos pos, const char *what)
{
    dg_diag(css->diags, DG_STYLE_SYNTAX, pos, what, NULL);
}

static void
take_declaration(Css *css, const Target *targets, size_t n)
{
    DgPos pos = css->pos;
    char *property = take_until(css, ":;{}");
    if (*css->s != ':') {
        complain(css, pos, property);
        return;
    }
    advance(css);
    skip_space(css);
    char *value = take_until(css, ";}");
    if (!*property || !*value) {
        complain(css, pos, *property ? property : ":");
        return;
    }
    for (size_t i = 0; i < n; i++) {
        Declaration declaration = {targets[i], property, value, pos};
        DG_APPEND(css->arena, css->out->list, css->out->n, declaration);
    }
}

/* { ... } that means nothing here, with all that it holds; the reader stands at its brace. */
static void
skip_block(Css *css)
{
    DgPos start = css->pos;
    int depth = 0;
    do {
        depth += *css->s == '{' ? 1 : -1;
        advance(css);
        if (depth > 0)
            take_until(css, "{}");
    } while (*css->s && depth > 0);
    if (depth > 0)
        report_unclosed(css, start);
}

static void take_block(Css *css, const Target *targets, size_t n);

/* @top-left { ... } inside @page: the one nested thing. */
static void
take_margin_box(Css *css, const Target *targets, size_t n)
{
    DgPos pos = css->pos;
    char *name = take_until(css, "{;}");
    bool page = n == 1 && targets[0].kind >= TARGET_PAGE && !targets[0].top_box;
    bool top = g_str_has_prefix(name, "@top-");
    if (!page || !top)
        dg_diag(css->diags, DG_STYLE_SELECTOR, pos, name, page ? "@top-left" : NULL, NULL);
    if (*css->s != '{')
        return;
    if (!page || !top) {
        skip_block(css);
        return;
    }
    Target box = targets[0];
    box.top_box = true;
    take_block(css, &box, 1);
}

/* { ... } with the reader at its brace. */
static void
take_block(Css *css, const Target *targets, size_t n)
{
    DgPos start = css->pos;
    advance(css);
    for (skip_space(css); *css->s && *css->s != '}'; skip_space(css)) {
        if (*css->s == '@')
            take_margin_box(css, targets, n);
        else if (*css->s == '{') /* a nested rule: left out whole */
            skip_block(css);
        else if (*css->s != ';')
            take_declaration(css, targets, n);
        if (*css->s == ';')
            advance(css);
    }
    if (*css->s)
        advance(css);
    else
        report_unclosed(css, start);
}

static const char *
near_role(const char *name)
{
    const char *best = NULL;
    size_t least = 3;
    for (int role = DG_ROLE_NONE + 1; role < DG_N_ROLES; role++) {
        size_t distance = name_distance(name, dg_role_name((DgRole)role));
        if (distance < least) {
            least = distance;
            best = dg_role_name((DgRole)role);
        }
    }
    return best;
}

/* "h1", ":root", "quote:lang(ru)" */
static bool
parse_selector(Css *css, DgPos pos, char *selector, Target *target)
{
    g_autofree char *whole = g_strdup(selector);
    *target = (Target){.kind = TARGET_ROLE};
    char *lang = strstr(selector, ":lang(");
    if (lang && g_str_has_suffix(lang, ")")) {
        *lang = '\0';
        lang += strlen(":lang(");
        lang[strlen(lang) - 1] = '\0';
        target->lang = dg_arena_strdup(css->arena, lang);
    }
    if (!*whole) {
        complain(css, pos, ",");
        return false;
    }
    if (strcmp(selector, ":root") == 0 || (*selector == '\0' && target->lang))
        target->kind = TARGET_ROOT;
    else if (!dg_role_parse(selector, &target->role)) {
        dg_diag(css->diags, DG_STYLE_SELECTOR, pos, whole, near_role(selector), NULL);
        return false;
    }
    return true;
}

typedef struct {
    char *text;
    DgPos pos;
} Selector;

static void
take_rule(Css *css)
{
    Selector *selectors = NULL;
    size_t n_selectors = 0, n = 0;
    do {
        if (*css->s == ',')
            advance(css);
        skip_space(css);
        DgPos pos = css->pos;
        Selector selector = {take_until(css, ",{};"), pos};
        DG_APPEND(css->arena, selectors, n_selectors, selector);
    } while (*css->s == ',');
    if (*css->s != '{') {
        complain(css, selectors[0].pos, selectors[0].text);
        if (*css->s)
            advance(css);
        return;
    }
    Target *targets = DG_NEW_ARRAY(css->arena, Target, n_selectors);
    for (size_t i = 0; i < n_selectors; i++)
        n += parse_selector(css, selectors[i].pos, selectors[i].text, &targets[n]);
    take_block(css, targets, n);
}

static void
take_at_rule(Css *css)
{
    DgPos pos = css->pos;
    char *name = take_until(css, "{;");
    static const struct {
        const char *name;
        TargetKind kind;
    } pages[] = {{"@page", TARGET_PAGE},
                 {"@page :left", TARGET_PAGE_LEFT},
                 {"@page :right", TARGET_PAGE_RIGHT}};
    Target target = {0};
    bool known = false;
    for (size_t i = 0; i < G_N_ELEMENTS(pages); i++)
        if (strcmp(name, pages[i].name) == 0) {
            target.kind = pages[i].kind;
            known = true;
        }
    if (!known)
        dg_diag(css->diags, DG_STYLE_SELECTOR, pos, name,
                g_str_has_prefix(name, "@page") ? "@page :left" : NULL, NULL);
    if (*css->s == '{' && known)
        take_block(css, &target, 1);
    else if (*css->s == '{')
        skip_block(css);
    else if (*css->s)
        advance(css);
}

void
css_parse(DgArena *arena, DgDiags *diags, const char *text, const char *shown,
          Declarations *declarations)
{
    Css css = {arena, diags, text, {shown, 1, 1}, declarations, false};
    for (skip_space(&css); *css.s; skip_space(&css)) {
        if (*css.s == '@')
            take_at_rule(&css);
        else if (*css.s == '}') {
            complain(&css, css.pos, "}");
            advance(&css);
        } else
            take_rule(&css);
    }
}
