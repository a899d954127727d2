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
append_authors(GString *out, DgArena *arena, const Record *record)
{
    for (size_t i = 0; i < record->n_authors; i++) {
        const Author *author = &record->authors[i];
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
    if (record->n_authors)
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
csl_append(GString *out, DgArena *arena, const Record *record)
{
    g_string_append_printf(out, "  {\n    \"id\": %s,\n    \"type\": \"paper-conference\"",
                           dg_json_string(arena, record->key));
    member(out, arena, "title", record->title);
    append_authors(out, arena, record);
    member(out, arena, "container-title", record->container);
    member(out, arena, "event-title", record->event);
    append_dates(out, "event-date", record->from, record->to);
    member(out, arena, "event-place", record->place);
    member(out, arena, "collection-title", record->series);
    member(out, arena, "collection-number", record->number);
    member(out, arena, "publisher", record->publisher);
    member(out, arena, "publisher-place", record->publisher_place);
    append_dates(out, "issued", record->year, NULL);
    if (record->first_page && record->last_page)
        member(out, arena, "page",
               g_str_equal(record->first_page, record->last_page)
                   ? record->first_page
                   : dg_arena_printf(arena, "%s-%s", record->first_page, record->last_page));
    member(out, arena, "ISBN", record->isbn);
    member(out, arena, "DOI", record->doi);
    member(out, arena, "URL", record->url);
    member(out, arena, "language", record->language);
    member(out, arena, "abstract", record->abstract);
    g_string_append(out, "\n  }");
}
