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
    va_list arguments;
    va_start(arguments, format);
    g_autofree char *markup = g_strdup_vprintf(format, arguments);
    va_end(arguments);
    html_put(html, markup);
}

void
dg_html_text(DgHtml *html, const char *text)
{
    html_put(html, dg_xml_escape(html->arena, text));
}

void
html_attribute(DgHtml *html, const char *name, const char *value)
{
    if (!value)
        return;
    dg_html_markup(html, " %s=\"", name);
    dg_html_text(html, value);
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

void
html_open(DgHtml *html, const char *tag, const char *class, const DgNode *node)
{
    dg_html_markup(html, "<%s", tag);
    html_attribute(html, "class", class);
    if (html->options.ids && begins_side(node))
        html_attribute(html, "id", node->pair->anchor);
    if (node->lang && g_strcmp0(node->lang, html->options.language) != 0) {
        html_attribute(html, "lang", node->lang);
        if (html->options.xhtml)
            html_attribute(html, "xml:lang", node->lang);
    }
    html_put(html, ">");
}

void
html_close(DgHtml *html, const char *tag)
{
    dg_html_markup(html, "</%s>", tag);
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
