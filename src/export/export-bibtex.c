/* export-bibtex.c - BibTeX with the fields of biblatex (Lehman and others, The biblatex Package, 2.2). */
#include "export-internal.h"

#include <string.h>

/* What TeX takes for itself. */
static void
append_escaped(GString *out, const char *text)
{
    for (; *text; text++) {
        if (strchr("{}%&$#_", *text))
            g_string_append_printf(out, "\\%c", *text);
        else if (*text == '\\')
            g_string_append(out, "\\textbackslash{}");
        else if (*text == '~')
            g_string_append(out, "\\textasciitilde{}");
        else if (*text == '^')
            g_string_append(out, "\\textasciicircum{}");
        else
            g_string_append_c(out, *text == '\n' ? ' ' : *text);
    }
}

static void
field(GString *out, const char *name, const char *value)
{
    if (!value || !*value)
        return;
    g_string_append_printf(out, ",\n  %s = {", name);
    append_escaped(out, value);
    g_string_append_c(out, '}');
}

/* Addresses and numbers stand as they are; only a brace would end them. */
static void
plain_field(GString *out, const char *name, const char *value)
{
    if (value && *value && !strpbrk(value, "{}"))
        g_string_append_printf(out, ",\n  %s = {%s}", name, value);
}

/* A name in braces is not taken apart. */
static void
append_author(GString *out, const Author *author)
{
    if (author->literal) {
        g_string_append_c(out, '{');
        append_escaped(out, author->literal);
        g_string_append_c(out, '}');
        return;
    }
    append_escaped(out, author->family);
    if (author->given) {
        g_string_append(out, ", ");
        append_escaped(out, author->given);
    }
}

static void
append_authors(GString *out, const Record *record)
{
    for (size_t i = 0; i < record->n_authors; i++) {
        g_string_append(out, i ? " and " : ",\n  author = {");
        append_author(out, &record->authors[i]);
    }
    if (record->n_authors)
        g_string_append_c(out, '}');
}

static void
append_range(GString *out, const char *name, const char *from, const char *to, const char *dash)
{
    if (!from || !*from)
        return;
    g_string_append_printf(out, ",\n  %s = {%s", name, from);
    if (to && strcmp(from, to) != 0)
        g_string_append_printf(out, "%s%s", dash, to);
    g_string_append_c(out, '}');
}

static const char *
language_name(const char *language)
{
    if (g_str_has_prefix(language, "ru"))
        return "russian";
    return g_str_has_prefix(language, "en") ? "english" : NULL;
}

void
bibtex_append(GString *out, DgArena *arena, const Record *record)
{
    g_string_append_printf(out, "@inproceedings{%s", record->key);
    append_authors(out, record);
    field(out, "title", record->title);
    field(out, "booktitle", record->container);
    field(out, "eventtitle", record->event);
    append_range(out, "eventdate", record->from, record->to, "/");
    field(out, "venue", record->place);
    field(out, "series", record->series);
    field(out, "number", record->number);
    field(out, "publisher", record->publisher);
    field(out, "location", record->publisher_place);
    field(out, "date", record->year);
    append_range(out, "pages", record->first_page, record->last_page, "--");
    plain_field(out, "isbn", record->isbn);
    plain_field(out, "doi", record->doi);
    plain_field(out, "url", record->url);
    plain_field(out, "langid", language_name(record->language));
    if (record->n_keywords) {
        char **words = DG_NEW_ARRAY(arena, char *, record->n_keywords + 1);
        memcpy(words, record->keywords, record->n_keywords * sizeof *words);
        g_autofree char *list = g_strjoinv(", ", words);
        field(out, "keywords", list);
    }
    field(out, "abstract", record->abstract);
    g_string_append(out, "\n}\n");
}
