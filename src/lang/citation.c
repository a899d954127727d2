/* citation.c - how to cite a text of the volume: GOST R 7.0.5 in Russian, authors, title, volume and pages elsewhere. */
#include "diglot/lang.h"
#include "language-internal.h"

#include <glib.h>
#include <string.h>

/* GOST R 7.0.5: more authors than these stand behind the title, the first for all. */
enum { MOST_IN_HEADING = 3 };

typedef struct {
    DgArena *arena;
    const DgVolume *volume;
    const DgItem *item;
    DgSide side;
    bool russian;
} Citation;

/* A point is not doubled. */
static void
append_area(GString *text, const char *mark, const char *part)
{
    if (!part || !*part)
        return;
    bool ended = text->len && strchr(".?!", text->str[text->len - 1]);
    g_string_append_printf(text, "%s%s", ended && *mark == '.' ? mark + 1 : mark, part);
}

static const char *
in_language(const Citation *citation, const char *const by[DG_SIDES], const char *otherwise)
{
    return by[citation->side] ? by[citation->side] : otherwise;
}

static void
append_title(GString *text, const Citation *citation)
{
    const char *title = dg_item_title(citation->arena, citation->item, citation->side);
    size_t n = 0;
    const char *authors = dg_item_authors(citation->arena, citation->item, citation->side, &n);
    if (!citation->russian || n <= MOST_IN_HEADING) {
        append_area(text, "", authors);
        append_area(text, citation->russian ? " " : ". ", title);
        return;
    }
    g_autofree char *persons =
        g_strdup(dg_item_persons(citation->arena, citation->item, citation->side));
    persons[strcspn(persons, ",")] = '\0';
    g_string_append_printf(text, "%s / %s [и\u00A0др.]", title, persons);
}

static void
append_volume(GString *text, const Citation *citation)
{
    const DgVolume *volume = citation->volume;
    const char *title =
        volume->title[citation->side] ? volume->title[citation->side] : volume->title[DG_LEFT];
    append_area(text, citation->russian ? " // " : ". In: ", title);
    append_area(text, citation->russian ? " : " : ": ", volume->subtitle[citation->side]);
}

static void
append_publication(GString *text, const Citation *citation, const char *pages)
{
    const DgImprint *imprint = &citation->volume->imprint;
    const char *place = in_language(citation, imprint->place_by, imprint->place),
               *publisher = in_language(citation, imprint->publisher_by, imprint->publisher),
               *language = citation->volume->languages[citation->side];
    append_area(text, ". ", place);
    append_area(text, !place ? ". " : citation->russian ? " : " : ": ", publisher);
    append_area(text, place || publisher ? ", " : ". ", imprint->year);
    if (pages && citation->russian)
        append_area(text, ". ", dg_arena_printf(citation->arena, "С.\u00A0%s", pages));
    else if (pages)
        append_area(text, ", ",
                    dg_arena_printf(citation->arena, "%s\u00A0%s",
                                    language_of(language) == LANGUAGE_ENGLISH ? "pp." : "p.",
                                    pages));
}

char *
dg_citation_text(DgArena *arena, const DgVolume *volume, const DgItem *item, DgSide side,
                 const char *pages)
{
    Citation citation = {arena, volume, item, side,
                         language_of(volume->languages[side]) == LANGUAGE_RUSSIAN};
    const char *doi = dg_field(&item->text[side].meta, "doi");
    g_autoptr(GString) text = g_string_new(NULL);
    append_title(text, &citation);
    append_volume(text, &citation);
    append_publication(text, &citation, pages);
    if (doi)
        append_area(text, ". ",
                    dg_arena_printf(arena, citation.russian ? "DOI: %s" : "doi:%s", doi));
    append_area(text, ".", " ");
    return dg_arena_strndup(arena, text->str, text->len - 1);
}
