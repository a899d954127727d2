/* escape.c - text for output as XML or HTML. */
#include "diglot/xml.h"

#include <glib.h>

/* Control characters besides tab and line ends are not XML, not even as references. */
static bool
is_forbidden(unsigned char byte)
{
    return byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r';
}

static const char *
reference_for(char byte)
{
    switch (byte) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return "&quot;";
    default:
        return NULL;
    }
}

/* Most of a text is copied in long runs. */
char *
dg_xml_escape(DgArena *arena, const char *text)
{
    if (!text)
        return NULL;
    g_autoptr(GString) out = NULL;
    const char *start = text, *at = text;
    for (; *at; at++) {
        const char *reference = reference_for(*at);
        if (!reference && !is_forbidden((unsigned char)*at))
            continue;
        if (!out)
            out = g_string_new(NULL);
        g_string_append_len(out, start, at - start);
        if (reference)
            g_string_append(out, reference);
        start = at + 1;
    }
    if (!out)
        return dg_arena_strndup(arena, text, (size_t)(at - text));
    g_string_append_len(out, start, at - start);
    return dg_arena_strndup(arena, out->str, out->len);
}
