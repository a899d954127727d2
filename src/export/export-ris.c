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
author_text(DgArena *arena, const Author *author)
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
ris_append(GString *out, DgArena *arena, const Record *record)
{
    line(out, "TY", "CPAPER");
    for (size_t i = 0; i < record->n_authors; i++)
        line(out, "AU", author_text(arena, &record->authors[i]));
    line(out, "TI", record->title);
    line(out, "T2", record->container);
    line(out, "C3", record->event);
    line(out, "DA", date_text(arena, record->from));
    line(out, "C1", record->place);
    line(out, "T3", record->series);
    line(out, "VL", record->number);
    line(out, "PB", record->publisher);
    line(out, "CY", record->publisher_place);
    line(out, "PY", record->year);
    line(out, "SP", record->first_page);
    line(out, "EP", record->last_page);
    line(out, "SN", record->isbn);
    line(out, "DO", record->doi);
    line(out, "UR", record->url);
    line(out, "LA", record->language);
    for (size_t i = 0; i < record->n_keywords; i++)
        line(out, "KW", record->keywords[i]);
    line(out, "AB", record->abstract);
    line(out, "ID", record->key);
    g_string_append(out, "ER  - \r\n");
}
