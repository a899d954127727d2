/* web-css.c - the text of style sheets (CSS Syntax Level 3): its parts, and packing, which takes out what browsers pass
 * over. */
#include "web-internal.h"

#include <glib.h>
#include <string.h>

static const char *
string_end(const char *text)
{
    const char *s = text + 1;
    for (; *s && *s != *text; s++)
        if (*s == '\\' && s[1])
            s++;
    return *s ? s + 1 : s;
}

const char *
css_part_end(const char *css)
{
    if (*css == '"' || *css == '\'')
        return string_end(css);
    if (css[0] == '\\' && css[1])
        return css + 2; /* what stands behind it means itself */
    const char *end = css[0] == '/' && css[1] == '*' ? strstr(css + 2, "*/") : NULL;
    return end ? end + strlen("*/") : css + (*css != '\0');
}

/* The zero of "0.5": behind what may stand before a number in the value of a property, but in no address. */
static bool
is_idle_zero(const GString *out, const char *s)
{
    return s[0] == '0' && s[1] == '.' && g_ascii_isdigit(s[2]) && out->len &&
           strchr(" :,", out->str[out->len - 1]);
}

/* `last` is what the part before begins with: a sign that was escaped is none. */
static void
append_part(GString *out, char last, const char *s, const char *end)
{
    if (*s == '}' && last == ';')
        g_string_truncate(out, out->len - 1);
    if (!is_idle_zero(out, s))
        g_string_append_len(out, s, end - s);
}

/* Of a comment without white space an empty one is left: it parts words, and is no space between selectors. */
const char *
css_packed(DgArena *arena, const char *css)
{
    g_autoptr(GString) out = g_string_new(NULL);
    const char *gap = "";
    char last = '\0';
    for (const char *s = css, *end; *s; s = end) {
        end = css_part_end(s);
        bool space = strchr(" \t\r\n", *s), comment = *s == '/' && end > s + 1;
        if (space || comment) {
            gap = space || *gap == ' ' ? " " : "/**/";
            continue;
        }
        if (last && !strchr("{};,:", last) && !strchr("{};", *s))
            g_string_append(out, gap);
        gap = "";
        append_part(out, last, s, end);
        last = *s;
    }
    return dg_arena_strndup(arena, out->str, out->len);
}
