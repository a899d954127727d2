/* escape.c - text for output as XML or HTML. */
#include "diglot/xml.h"

#include <glib.h>

/* Control characters besides tab and line ends are not XML, not even as references. */
static bool
is_forbidden(unsigned char byte)
{
    return byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r';
}

char *
dg_xml_escape(DgArena *arena, const char *text)
{
    if (!text)
        return NULL;
    g_autoptr(GString) out = g_string_new(NULL);
    for (const char *at = text; *at; at++) {
        switch (*at) {
        case '&':
            g_string_append(out, "&amp;");
            break;
        case '<':
            g_string_append(out, "&lt;");
            break;
        case '>':
            g_string_append(out, "&gt;");
            break;
        case '"':
            g_string_append(out, "&quot;");
            break;
        default:
            if (!is_forbidden((unsigned char)*at))
                g_string_append_c(out, *at);
        }
    }
    return dg_arena_strndup(arena, out->str, out->len);
}
