/* json.c - strings for JSON. */
#include "diglot/json.h"

#include <glib.h>

char *
dg_json_string(DgArena *arena, const char *text)
{
    if (!text)
        return dg_arena_strdup(arena, "null");
    g_autoptr(GString) json = g_string_new("\"");
    for (const char *s = text; *s; s++) {
        if (*s == '"' || *s == '\\')
            g_string_append_printf(json, "\\%c", *s);
        else if ((unsigned char)*s < 0x20)
            g_string_append_printf(json, "\\u%04x", (unsigned char)*s);
        else
            g_string_append_c(json, *s);
    }
    g_string_append_c(json, '"');
    return dg_arena_strdup(arena, json->str);
}
