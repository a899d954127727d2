/* json.c - strings for JSON. */
#include "diglot/json.h"

#include <glib.h>
#include <stdbool.h>

char *
dg_json_string(DgArena *arena, const char *text)
{
    if (!text)
        return dg_arena_strdup(arena, "null");
    g_autoptr(GString) json = g_string_new("\"");
    const char *start = text, *s = text;
    for (; *s; s++) {
        bool quoted = *s == '"' || *s == '\\';
        if (!quoted && (unsigned char)*s >= 0x20)
            continue;
        g_string_append_len(json, start, s - start);
        g_string_append_printf(json, quoted ? "\\%c" : "\\u%04x", (unsigned char)*s);
        start = s + 1;
    }
    g_string_append_len(json, start, s - start);
    g_string_append_c(json, '"');
    return dg_arena_strdup(arena, json->str);
}
