/* citation-text.c - how to cite a text of the volume: GOST R 7.0.5 in Russian, authors, title, volume and pages elsewhere. */
#include "diglot/lang.h"
#include "language-internal.h"

#include <glib.h>
#include <string.h>

/* GOST R 7.0.5: more authors than these stand behind the title, the first for all. */
enum { MOST_IN_HEADING = 3 };

/* A point is not doubled. */
static void
append_area(GString *text, const char *mark, const char *part)
{
    if (!part || !*part)
        return;
    bool ended = text->len && strchr(".?!", text->str[text->len - 1]);
    g_string_append_printf(text, "%s%s", ended && *mark == '.' ? mark + 1 : mark, part);
}

/* "Храмов О. В., Мирошников Б. Н." */
static char *
authors_text(DgArena *arena, const DgCitation *citation, size_t n, bool surname_first)
{
    g_autoptr(GString) text = g_string_new(NULL);
    for (size_t i = 0; i < n; i++) {
        const DgAuthor *author = &citation->authors[i];
        const DgName name = {.surname = author->family, .given = author->given};
        const char *words =
            author->literal ? author->literal : dg_name_short(arena, &name, surname_first);
        g_string_append_printf(text, "%s%s", text->len ? ", " : "", words ? words : "");
    }
    return dg_arena_strdup(arena, text->str);
}

static void
append_title(GString *text, DgArena *arena, const DgCitation *citation, bool russian)
{
    if (!russian || citation->n_authors <= MOST_IN_HEADING) {
        append_area(text, "", authors_text(arena, citation, citation->n_authors, true));
        append_area(text, text->len ? ". " : "", citation->title);
        return;
    }
    g_string_append_printf(text, "%s / %s [и\u00A0др.]", citation->title,
                           authors_text(arena, citation, 1, false));
}

const char *
dg_pages_term(bool several, const char *language)
{
    if (language_of(language) == LANGUAGE_RUSSIAN)
        return "С.\u00A0";
    return several && language_of(language) == LANGUAGE_ENGLISH ? "pp.\u00A0" : "p.\u00A0";
}

static void
append_publication(GString *text, const DgCitation *citation, const char *pages)
{
    const char *place = citation->publisher_place, *publisher = citation->publisher;
    Language language = language_of(citation->language);
    bool russian = language == LANGUAGE_RUSSIAN;
    append_area(text, ". ", place);
    append_area(text, !place ? ". " : russian ? " : " : ": ", publisher);
    append_area(text, place || publisher ? ", " : ". ", citation->year);
    append_area(text, russian ? ". " : ", ", pages);
}

char *
dg_citation_text(DgArena *arena, const DgCitation *citation, const char *pages)
{
    bool russian = language_of(citation->language) == LANGUAGE_RUSSIAN;
    g_autoptr(GString) text = g_string_new(NULL);
    append_title(text, arena, citation, russian);
    append_area(text, russian ? " // " : ". In: ", citation->container);
    append_publication(text, citation, pages);
    if (citation->doi)
        append_area(text, ". ",
                    dg_arena_printf(arena, russian ? "DOI: %s" : "doi:%s", citation->doi));
    if (!g_str_has_suffix(text->str, "."))
        g_string_append_c(text, '.');
    return dg_arena_strdup(arena, text->str);
}
