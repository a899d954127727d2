/* export-ris.c - RIS, the tagged format of reference managers: two letters, two spaces, a hyphen, a space; lines
 * end with CR LF (Reference Manager's specification of 2011). */
#include "export-internal.h"

#include <string.h>

static void
line(GString *out, const char *tag, const char *value)
{
    if (!value || !*value)
        return;
    g_autofree char *flat = g_strdelimit(g_strdup(value), "\r\n", ' ');
    g_string_append_printf(out, "%s  - %s\r\n", tag, flat);
}

static const char *
author_text(DgArena *arena, const DgAuthor *author)
{
    if (author->literal)
        return author->literal;
    return author->given ? dg_arena_printf(arena, "%s, %s", author->family, author->given)
                         : author->family;
}

/* "2024-09-16" gives "2024/09/16/". */
static const char *
date_text(DgArena *arena, const char *iso)
{
    return iso ? dg_arena_printf(arena, "%s/", g_strdelimit(dg_arena_strdup(arena, iso), "-", '/'))
               : NULL;
}

void
ris_append(GString *out, DgArena *arena, const DgCitation *citation)
{
    line(out, "TY", "CPAPER");
    for (size_t i = 0; i < citation->n_authors; i++)
        line(out, "AU", author_text(arena, &citation->authors[i]));
    line(out, "TI", citation->title);
    line(out, "T2", citation->container);
    line(out, "C3", citation->event);
    line(out, "DA", date_text(arena, citation->from));
    line(out, "C1", citation->place);
    line(out, "T3", citation->series);
    line(out, "VL", citation->number);
    line(out, "PB", citation->publisher);
    line(out, "CY", citation->publisher_place);
    line(out, "PY", citation->year);
    line(out, "SP", citation->first_page);
    line(out, "EP", citation->last_page);
    line(out, "SN", citation->isbn);
    line(out, "DO", citation->doi);
    line(out, "UR", citation->url);
    line(out, "LA", citation->language);
    for (size_t i = 0; i < citation->n_keywords; i++)
        line(out, "KW", citation->keywords[i]);
    line(out, "AB", citation->abstract);
    line(out, "ID", citation->key);
    g_string_append(out, "ER  - \r\n");
}
