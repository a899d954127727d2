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
    const Sheet *sheet;
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

static int
box_place(const char *name)
{
    for (int place = 0; place < DG_N_BOXES; place++)
        if (strcmp(name, page_box_names[place]) == 0)
            return place;
    return -1;
}

/* @top-left { ... } inside @page: the one nested thing. */
static void
take_margin_box(Css *css, const Target *targets, size_t n)
{
    DgPos pos = css->pos;
    char *name = take_until(css, "{;}");
    bool page = n > 0 && targets[0].kind == TARGET_PAGE;
    int place = page ? box_place(name) : -1;
    if (place < 0)
        dg_diag(css->diags, DG_STYLE_SELECTOR, pos, name, page ? "@top-left" : NULL, NULL);
    if (*css->s != '{')
        return;
    if (place < 0) {
        skip_block(css);
        return;
    }
    Target *boxes = dg_arena_copy(css->arena, targets, n * sizeof *targets);
    for (size_t i = 0; i < n; i++) {
        boxes[i].kind = TARGET_BOX;
        boxes[i].place = (DgBoxPlace)place;
    }
    take_block(css, boxes, n);
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

/* One letter apart, or two where these are not half of the name. */
static const char *
near_role(const char *name)
{
    const char *best = NULL;
    size_t least = strlen(name) > 4 ? 3 : 2;
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

/* "@page title, part:left": the pages, each selector by itself. */
static void
take_page_rule(Css *css, DgPos pos, const char *selectors)
{
    g_auto(GStrv) list = g_strsplit(selectors, ",", -1);
    Target *targets = DG_NEW_ARRAY(css->arena, Target, g_strv_length(list) + 1);
    size_t n = 0;
    for (char **selector = list; *selector || selector == list; selector++) {
        g_autofree char *text = g_strstrip(g_strdup(*selector ? *selector : ""));
        g_auto(GStrv) parts = g_strsplit(text, " ", -1);
        g_autofree char *closed = g_strjoinv("", parts);
        if (page_selector_parse(css->arena, closed, &targets[n]))
            n++;
        else
            dg_diag(css->diags, DG_STYLE_SELECTOR, pos,
                    dg_arena_printf(css->arena, "@page %s", text), "@page :left", NULL);
        if (!*selector)
            break;
    }
    if (*css->s == '{' && n)
        take_block(css, targets, n);
    else if (*css->s == '{')
        skip_block(css);
}

static bool
import(Css *css, const char *reference)
{
    g_autofree char *text = g_strdup(reference + strspn(reference, " "));
    if (g_str_has_prefix(text, "url(") && g_str_has_suffix(text, ")")) {
        text[strlen(text) - 1] = '\0';
        return sheet_import(css->arena, css->diags, text + strlen("url("), css->sheet, css->out);
    }
    return sheet_import(css->arena, css->diags, text, css->sheet, css->out);
}

static void
take_at_rule(Css *css)
{
    DgPos pos = css->pos;
    char *name = take_until(css, "{;");
    if (g_str_has_prefix(name, "@page") && (!name[5] || strchr(" :", name[5]))) {
        take_page_rule(css, pos, name + strlen("@page"));
    } else if (g_str_has_prefix(name, "@import ") && *css->s != '{') {
        if (!import(css, name + strlen("@import ")))
            dg_diag(css->diags, DG_STYLE_IMPORT, pos, name + strlen("@import "), NULL);
    } else {
        dg_diag(css->diags, DG_STYLE_SELECTOR, pos, name, NULL);
        if (*css->s == '{')
            skip_block(css);
    }
    if (*css->s == ';')
        advance(css);
}

void
css_parse(DgArena *arena, DgDiags *diags, const char *text, const Sheet *sheet,
          Declarations *declarations)
{
    Css css = {arena, diags, text, {sheet->shown, 1, 1}, sheet, declarations, false};
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
