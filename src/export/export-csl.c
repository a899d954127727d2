/* export-csl.c - CSL-JSON, what citation processors read (Citation Style Language 1.0.2, csl-data.json). */
#include "export-internal.h"

#include "diglot/json.h"

#include <string.h>

static void
member(GString *out, DgArena *arena, const char *name, const char *value)
{
    if (value && *value)
        g_string_append_printf(out, ",\n    \"%s\": %s", name, dg_json_string(arena, value));
}

static void
append_authors(GString *out, DgArena *arena, const DgCitation *citation)
{
    for (size_t i = 0; i < citation->n_authors; i++) {
        const DgAuthor *author = &citation->authors[i];
        g_string_append(out, i ? ", " : ",\n    \"author\": [");
        if (author->literal)
            g_string_append_printf(out, "{\"literal\": %s}",
                                   dg_json_string(arena, author->literal));
        else
            g_string_append_printf(out, "{\"family\": %s%s%s}",
                                   dg_json_string(arena, author->family),
                                   author->given ? ", \"given\": " : "",
                                   author->given ? dg_json_string(arena, author->given) : "");
    }
    if (citation->n_authors)
        g_string_append_c(out, ']');
}

/* "2024-09-16" gives "[2024, 9, 16]"; nothing where there is no number. */
static bool
append_date(GString *out, const char *iso)
{
    int part[3], n = iso ? sscanf(iso, "%4d-%2d-%2d", &part[0], &part[1], &part[2]) : 0;
    for (int i = 0; i < n; i++)
        g_string_append_printf(out, "%s%d", i ? ", " : "[", part[i]);
    if (n > 0)
        g_string_append_c(out, ']');
    return n > 0;
}

static void
append_dates(GString *out, const char *name, const char *from, const char *to)
{
    g_autoptr(GString) parts = g_string_new(NULL);
    if (!append_date(parts, from))
        return;
    if (to && strcmp(from, to) != 0) {
        g_string_append(parts, ", ");
        if (!append_date(parts, to))
            g_string_truncate(parts, parts->len - 2);
    }
    g_string_append_printf(out, ",\n    \"%s\": {\"date-parts\": [%s]}", name, parts->str);
}

void
csl_append(GString *out, DgArena *arena, const DgCitation *citation)
{
    g_string_append_printf(out, "  {\n    \"id\": %s,\n    \"type\": \"paper-conference\"",
                           dg_json_string(arena, citation->key));
    member(out, arena, "title", citation->title);
    append_authors(out, arena, citation);
    member(out, arena, "container-title", citation->container);
    member(out, arena, "event-title", citation->event);
    append_dates(out, "event-date", citation->from, citation->to);
    member(out, arena, "event-place", citation->place);
    member(out, arena, "collection-title", citation->series);
    member(out, arena, "collection-number", citation->number);
    member(out, arena, "publisher", citation->publisher);
    member(out, arena, "publisher-place", citation->publisher_place);
    append_dates(out, "issued", citation->year, NULL);
    if (citation->first_page && citation->last_page)
        member(out, arena, "page",
               g_str_equal(citation->first_page, citation->last_page)
                   ? citation->first_page
                   : dg_arena_printf(arena, "%s-%s", citation->first_page, citation->last_page));
    member(out, arena, "ISBN", citation->isbn);
    member(out, arena, "DOI", citation->doi);
    member(out, arena, "URL", citation->url);
    member(out, arena, "language", citation->language);
    member(out, arena, "abstract", citation->abstract);
    g_string_append(out, "\n  }");
}
