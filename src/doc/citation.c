/* citation.c - an item as it is cited in one of its languages. */
#include "diglot/doc-citation.h"

#include <glib.h>
#include <string.h>

static DgAuthor
author_make(DgArena *arena, const DgContributor *contributor)
{
    const DgName *name = &contributor->name;
    if (contributor->collab || !name->surname)
        return (DgAuthor){.literal = dg_contributor_name(contributor), .contributor = contributor};
    DgAuthor author = {.family = name->surname, .given = name->given, .contributor = contributor};
    if (name->prefix)
        author.family = dg_arena_printf(arena, "%s %s", name->prefix, name->surname);
    if (name->suffix && name->given)
        author.given = dg_arena_printf(arena, "%s, %s", name->given, name->suffix);
    return author;
}

static void
add_authors(DgArena *arena, DgCitation *citation, const DgMeta *meta)
{
    for (size_t i = 0; i < meta->n_contributors; i++) {
        const DgContributor *contributor = &meta->contributors[i];
        bool author = !contributor->type || g_str_equal(contributor->type, "author") ||
                      g_str_equal(contributor->type, "speaker");
        if (author && *dg_contributor_name(contributor))
            DG_APPEND(arena, citation->authors, citation->n_authors,
                      author_make(arena, contributor));
    }
}

/* "2024-09-16T10:00" gives "2024-09-16". */
static const char *
day_of(DgArena *arena, const char *iso)
{
    return iso ? dg_arena_strndup(arena, iso, strcspn(iso, "T")) : NULL;
}

static const char *
container_of(DgArena *arena, const DgVolume *volume, DgSide side)
{
    const char *title = volume->title[side] ? volume->title[side] : volume->title[!side];
    const char *subtitle = volume->title[side] ? volume->subtitle[side] : NULL;
    return title && subtitle ? dg_arena_printf(arena, "%s: %s", title, subtitle) : title;
}

const char *
dg_volume_address(DgArena *arena, const DgVolume *volume, const char *name)
{
    if (!volume->web_url)
        return NULL;
    const char *slash = g_str_has_suffix(volume->web_url, "/") ? "" : "/";
    return dg_arena_printf(arena, "%s%s%s", volume->web_url, slash, name);
}

/* The last block of either text, whichever ends later. */
static size_t
last_page_of(const DgFolios *folios, const DgItem *item)
{
    size_t last = 0;
    for (size_t i = 0; i < item->n_pairs; i++)
        for (int side = 0; side < DG_SIDES; side++)
            for (size_t j = 0; j < item->pairs[i].n[side]; j++)
                last = MAX(last, folios->page(folios->data, item->pairs[i].blocks[side][j], true));
    return last;
}

static void
add_pages(DgCitation *citation, const DgFolios *folios, const DgItem *item)
{
    size_t first = 0;
    const DgPair *opening = item->n_opening_pairs ? item->opening_pairs : item->pairs;
    if (!opening)
        return;
    for (int side = 0; side < DG_SIDES && !first; side++)
        if (opening->n[side])
            first = folios->page(folios->data, opening->blocks[side][0], false);
    if (!first)
        return;
    citation->first_page = folios->folio(folios->data, first);
    citation->last_page = folios->folio(folios->data, MAX(first, last_page_of(folios, item)));
}

static void
add_imprint(DgCitation *citation, const DgImprint *imprint, DgSide side)
{
    citation->publisher =
        imprint->publisher_by[side] ? imprint->publisher_by[side] : imprint->publisher;
    citation->publisher_place = imprint->place_by[side] ? imprint->place_by[side] : imprint->place;
    citation->series = imprint->series_by[side] ? imprint->series_by[side] : imprint->series;
    citation->number = imprint->number;
    citation->year = imprint->year;
    citation->isbn = imprint->isbn;
}

/* Its paragraphs without the word "Abstract" above them. */
static const char *
abstract_of(DgArena *arena, const DgMeta *meta)
{
    g_autoptr(GString) text = g_string_new(NULL);
    size_t n = 0;
    DgNode **blocks = meta->abstract ? dg_blocks(arena, meta->abstract, &n) : NULL;
    for (size_t i = 0; i < n; i++)
        if (blocks[i]->kind != DG_HEADING)
            g_string_append_printf(text, "%s%s", text->len ? " " : "",
                                   dg_node_text(arena, blocks[i]));
    return text->len ? dg_arena_strdup(arena, text->str) : NULL;
}

DgCitation
dg_citation_make(DgArena *arena, const DgVolume *volume, const DgFolios *folios, const DgItem *item,
                 DgSide side)
{
    const DgMeta *meta = &item->text[side].meta;
    const char *date = dg_field(meta, "date");
    DgCitation citation = {
        .language = volume->languages[side],
        .title = dg_item_title(arena, item, side),
        .container = container_of(arena, volume, side),
        .event = volume->event.name[side],
        .place = volume->event.place[side],
        .from = day_of(arena, volume->event.from),
        .to = day_of(arena, volume->event.to),
        .doi = dg_field(meta, "doi"),
        .url = dg_volume_address(arena, volume, dg_arena_printf(arena, "%s.html", item->anchor)),
        .keywords = meta->keywords,
        .n_keywords = meta->n_keywords};
    citation.key = volume->n_languages > 1
                       ? dg_arena_printf(arena, "%s-%s", item->anchor, citation.language)
                       : item->anchor;
    add_imprint(&citation, &volume->imprint, side);
    if (!citation.year && date)
        citation.year = dg_arena_strndup(arena, date, strcspn(date, "-"));
    citation.abstract = abstract_of(arena, meta);
    add_authors(arena, &citation, meta);
    if (folios)
        add_pages(&citation, folios, item);
    return citation;
}

DgCitation
dg_volume_citation(DgArena *arena, const DgVolume *volume, DgSide side)
{
    DgCitation citation = {.key = volume->id,
                           .language = volume->languages[side],
                           .title = container_of(arena, volume, side),
                           .event = volume->event.name[side],
                           .place = volume->event.place[side],
                           .from = day_of(arena, volume->event.from),
                           .to = day_of(arena, volume->event.to),
                           .doi = volume->imprint.doi,
                           .url = dg_volume_address(arena, volume, "")};
    add_imprint(&citation, &volume->imprint, side);
    return citation;
}
