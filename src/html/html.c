/* html.c - the growing text of a page. */
#include "html-internal.h"

#include "diglot/xml.h"

#include <glib.h>
#include <stdarg.h>
#include <string.h>

DgHtml *
dg_html_new(DgArena *arena, DgHtmlOptions options)
{
    DgHtml *html = DG_NEW(arena, DgHtml);
    html->arena = arena;
    html->options = options;
    html->capacity = 4096;
    html->text = dg_arena_alloc(arena, html->capacity);
    return html;
}

void
dg_html_turn(DgHtml *html, DgSide side)
{
    html->side = side;
}

const char *
html_language(const DgHtml *html)
{
    const char *language = html->options.languages[html->side];
    return language ? language : "und";
}

static void
put_bytes(DgHtml *html, const char *bytes, size_t n)
{
    if (html->length + n + 1 > html->capacity) {
        while (html->length + n + 1 > html->capacity)
            html->capacity *= 2;
        char *larger = dg_arena_alloc(html->arena, html->capacity);
        memcpy(larger, html->text, html->length);
        html->text = larger;
    }
    memcpy(html->text + html->length, bytes, n);
    html->length += n;
    html->text[html->length] = '\0';
}

void
html_put(DgHtml *html, const char *markup)
{
    put_bytes(html, markup, strlen(markup));
}

void
dg_html_markup(DgHtml *html, const char *format, ...)
{
    if (!strchr(format, '%')) {
        html_put(html, format);
        return;
    }
    va_list arguments;
    va_start(arguments, format);
    g_autofree char *markup = g_strdup_vprintf(format, arguments);
    va_end(arguments);
    html_put(html, markup);
}

/* What XML allows and HTML does not: C1 controls and noncharacters. */
static bool
is_forbidden(gunichar c)
{
    return (c >= 0x7F && c < 0xA0) || (c >= 0xFDD0 && c <= 0xFDEF) || (c & 0xFFFE) == 0xFFFE;
}

/* Most texts have none of them, and are put as they are. */
static void
put_allowed(DgHtml *html, const char *text)
{
    const char *start = text;
    for (const char *s = text; *s; s++) {
        unsigned char byte = (unsigned char)*s;
        if (byte != 0x7F && byte != 0xC2 && byte < 0xEF)
            continue;
        if (!is_forbidden(g_utf8_get_char(s)))
            continue;
        put_bytes(html, start, (size_t)(s - start));
        start = g_utf8_next_char(s);
        s = start - 1;
    }
    html_put(html, start);
}

void
dg_html_text(DgHtml *html, const char *text)
{
    if (!text)
        return;
    g_autofree char *valid = g_utf8_validate(text, -1, NULL) ? NULL : g_utf8_make_valid(text, -1);
    put_allowed(html, dg_xml_escape(html->arena, valid ? valid : text));
}

/* Whether a sign joins the digits beside it into one number or time: "2.5", "13:45". */
static bool
joins_digits(const char *sign)
{
    return *sign && strchr(".,:", *sign) && g_ascii_isdigit(sign[1]);
}

static const char dash[] = "\xE2\x80\x93";

/* Whether digits and a dash stand behind this comma: "1–2,3–4" are two ranges. */
static bool
parts_ranges(const char *comma)
{
    const char *s = comma + 1;
    while (g_ascii_isdigit(*s))
        s++;
    return *comma == ',' && g_str_has_prefix(s, dash) && g_ascii_isdigit(s[strlen(dash)]);
}

/* Behind the number that `s`, after a dash, begins with. */
static const char *
skip_number(const char *s)
{
    while (g_ascii_isdigit(*s) || (joins_digits(s) && !parts_ranges(s)))
        s++;
    return s;
}

/* Where the number that ends before `end` begins. */
static const char *
number_start(const char *text, const char *end)
{
    while (end > text && (g_ascii_isdigit(end[-1]) ||
                          (end - text > 1 && joins_digits(end - 1) && g_ascii_isdigit(end[-2]))))
        end--;
    return end;
}

/* The first "16–18" or "13:45–18:00", or NULL; `*end` is behind it. */
static const char *
next_range(const char *text, const char **end)
{
    const size_t n = strlen(dash);
    for (const char *s = text; (s = strstr(s, dash)); s += n) {
        if (s == text || !g_ascii_isdigit(s[-1]) || !g_ascii_isdigit(s[n]))
            continue;
        *end = skip_number(s + n);
        while (strncmp(*end, dash, n) == 0 && g_ascii_isdigit((*end)[n]))
            *end = skip_number(*end + n);
        return number_start(text, s);
    }
    return NULL;
}

void
dg_html_prose(DgHtml *html, const char *text)
{
    const char *range, *end;
    for (bool follows = false; text && (range = next_range(text, &end)); follows = true) {
        dg_html_text(html, dg_arena_strndup(html->arena, text, (size_t)(range - text)));
        if (follows && range == text + 1 && *text == ',') /* where no line would end by itself */
            dg_html_markup(html, "<wbr%s", html_void_end(html));
        html_put(html, "<span class=\"range\">");
        dg_html_text(html, dg_arena_strndup(html->arena, range, (size_t)(end - range)));
        html_put(html, "</span>");
        text = end;
    }
    dg_html_text(html, text);
}

void
dg_html_attribute(DgHtml *html, const char *name, const char *value)
{
    if (!value)
        return;
    dg_html_markup(html, " %s=\"", name);
    dg_html_text(html, value);
    html_put(html, "\"");
}

void
dg_html_id(DgHtml *html, const char *anchor)
{
    if (!anchor || !*anchor)
        return;
    g_autofree char *id = g_strdup(anchor);
    dg_html_attribute(html, "id", g_strdelimit(id, " \t\n\r\f", '_'));
}

void
dg_html_link(DgHtml *html, const char *file, const char *anchor)
{
    html_put(html, " href=\"");
    dg_html_text(html, file);
    if (anchor && *anchor) {
        html_put(html, "#");
        dg_html_text(html, html_fragment(html->arena, anchor));
    }
    html_put(html, "\"");
}

static bool
begins_side(const DgNode *node)
{
    const DgPair *pair = node->pair;
    for (int side = 0; pair && side < DG_SIDES; side++)
        if (pair->n[side] && pair->blocks[side][0] == node)
            return true;
    return false;
}

static bool
is_language_tag(const char *tag)
{
    size_t length = 0;
    for (const char *s = tag; *s; s++) {
        length = *s == '-' ? 0 : length + 1;
        if (!(*s == '-' ? s > tag && s[1] : g_ascii_isalnum(*s)) || length > 8)
            return false;
    }
    return *tag != '\0';
}

static void
put_lang(DgHtml *html, const DgNode *node)
{
    if (!node->lang || !is_language_tag(node->lang) ||
        g_ascii_strcasecmp(node->lang, dg_node_lang(node->parent, html_language(html))) == 0)
        return;
    dg_html_attribute(html, "lang", node->lang);
    if (html->options.xhtml)
        dg_html_attribute(html, "xml:lang", node->lang);
}

void
html_begin(DgHtml *html, const char *tag, const char *class, const DgNode *node)
{
    dg_html_markup(html, "<%s", tag);
    dg_html_attribute(html, "class", class);
    if (html->options.ids && begins_side(node))
        dg_html_id(html, node->pair->anchor);
    put_lang(html, node);
}

void
html_open(DgHtml *html, const char *tag, const char *class, const DgNode *node)
{
    html_begin(html, tag, class, node);
    html_put(html, ">");
}

void
html_close(DgHtml *html, const char *tag)
{
    dg_html_markup(html, "</%s>", tag);
}

void
html_end_block(DgHtml *html, const char *tag)
{
    dg_html_markup(html, "</%s>\n", tag);
}

const char *
html_void_end(const DgHtml *html)
{
    return html->options.xhtml ? "/>" : ">";
}

const char *
dg_html_string(const DgHtml *html)
{
    return html->text;
}
