/* html-address.c - addresses as the URL standard wants them (url.spec.whatwg.org, "URL code points"). */
#include "html-internal.h"

#include <glib.h>
#include <string.h>

static bool
is_escape(const char *s)
{
    return s[0] == '%' && g_ascii_isxdigit(s[1]) && g_ascii_isxdigit(s[2]);
}

/* Encodes all but letters, digits, `allowed`, escapes and what is not ASCII. */
static void
append_encoded(GString *out, const char *text, const char *allowed)
{
    for (const char *s = text; *s; s++) {
        unsigned char byte = (unsigned char)*s;
        if (byte >= 0x80 || g_ascii_isalnum(*s) || strchr(allowed, *s) || is_escape(s))
            g_string_append_c(out, *s);
        else
            g_string_append_printf(out, "%%%02X", byte);
    }
}

char *
html_fragment(DgArena *arena, const char *anchor)
{
    g_autoptr(GString) out = g_string_new(NULL);
    g_autofree char *id = g_strdelimit(g_strdup(anchor), " \t\n\r\f", '_');
    /* A browser decodes the fragment before it looks for the id: a "%" of the id is encoded itself. */
    for (const char *s = id; *s; s++) {
        char one[] = {*s, '\0'};
        append_encoded(out, one, "-._~!$&'()*+,;=:@/?");
    }
    return dg_arena_strdup(arena, out->str);
}

/* A name, and a port perhaps. */
static bool
is_host(const char *host, size_t length)
{
    const char *colon = memchr(host, ':', length);
    size_t name = colon ? (size_t)(colon - host) : length;
    for (size_t i = 0; i < name; i++)
        if ((unsigned char)host[i] < 0x80 && !g_ascii_isalnum(host[i]) && !strchr("-._", host[i]))
            return false;
    for (size_t i = name + 1; i < length; i++)
        if (!g_ascii_isdigit(host[i]))
            return false;
    return name > 0;
}

static char *
web_address(DgArena *arena, const char *address, size_t scheme)
{
    const char *host = address + scheme;
    size_t length = strcspn(host, "/?#");
    if (!is_host(host, length))
        return NULL;
    g_autoptr(GString) out = g_string_new_len(address, (gssize)(scheme + length));
    const char *hash = strchr(host + length, '#');
    g_autofree char *path =
        hash ? g_strndup(host + length, (gsize)(hash - host) - length) : g_strdup(host + length);
    append_encoded(out, path, "-._~!$&'()*+,;=:@/?");
    if (hash) {
        g_string_append_c(out, '#');
        append_encoded(out, hash + 1, "-._~!$&'()*+,;=:@/?");
    }
    return dg_arena_strdup(arena, out->str);
}

/* Readers let nothing through but http, https and mailto; neither does this. */
char *
dg_html_address(DgArena *arena, const char *address)
{
    if (!address)
        return NULL;
    g_autofree char *trimmed = g_strstrip(g_strdup(address));
    if (g_ascii_strncasecmp(trimmed, "http://", 7) == 0)
        return web_address(arena, trimmed, 7);
    if (g_ascii_strncasecmp(trimmed, "https://", 8) == 0)
        return web_address(arena, trimmed, 8);
    if (g_ascii_strncasecmp(trimmed, "mailto:", 7) != 0 || !trimmed[7])
        return NULL;
    g_autoptr(GString) out = g_string_new("mailto:");
    append_encoded(out, trimmed + 7, "-._~!$&'()*+,;=:@/?");
    return dg_arena_strdup(arena, out->str);
}
