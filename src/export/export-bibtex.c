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
append_author(GString *out, const DgAuthor *author)
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
append_authors(GString *out, const DgCitation *citation)
{
    for (size_t i = 0; i < citation->n_authors; i++) {
        g_string_append(out, i ? " and " : ",\n  author = {");
        append_author(out, &citation->authors[i]);
    }
    if (citation->n_authors)
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
bibtex_append(GString *out, DgArena *arena, const DgCitation *citation)
{
    g_string_append_printf(out, "@inproceedings{%s", citation->key);
    append_authors(out, citation);
    field(out, "title", citation->title);
    field(out, "booktitle", citation->container);
    field(out, "eventtitle", citation->event);
    append_range(out, "eventdate", citation->from, citation->to, "/");
    field(out, "venue", citation->place);
    field(out, "series", citation->series);
    field(out, "number", citation->number);
    field(out, "publisher", citation->publisher);
    field(out, "location", citation->publisher_place);
    field(out, "date", citation->year);
    append_range(out, "pages", citation->first_page, citation->last_page, "--");
    plain_field(out, "isbn", citation->isbn);
    plain_field(out, "doi", citation->doi);
    plain_field(out, "url", citation->url);
    plain_field(out, "langid", language_name(citation->language));
    if (citation->n_keywords) {
        char **words = DG_NEW_ARRAY(arena, char *, citation->n_keywords + 1);
        memcpy(words, citation->keywords, citation->n_keywords * sizeof *words);
        g_autofree char *list = g_strjoinv(", ", words);
        field(out, "keywords", list);
    }
    field(out, "abstract", citation->abstract);
    g_string_append(out, "\n}\n");
}
