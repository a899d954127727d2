/* web-metadata.c - what search engines, catalogues and messengers read of a page: Highwire and Dublin Core tags,
 * Open Graph, JSON-LD (schema.org). Facts come from the volume alone; what is not known is left out. */
#include "web-internal.h"

#include "diglot/doc-citation.h"
#include "diglot/json.h"

#include <glib.h>
#include <string.h>

static void
meta(Sheet *sheet, const char *key, const char *name, const char *content)
{
    if (!content || !*content)
        return;
    dg_html_markup(sheet->html, "<meta %s=\"%s\"", key, name);
    dg_html_attribute(sheet->html, "content", content);
    dg_html_markup(sheet->html, ">\n");
}

static DgCitation
citation_of(Sheet *sheet, DgSide side)
{
    return dg_citation_make(sheet->arena, sheet->site->volume, sheet->site->options.folios,
                            sheet->item, side);
}

static const char *
author_name(DgArena *arena, const DgAuthor *author)
{
    if (author->literal || !author->given)
        return author->literal ? author->literal : author->family;
    return dg_arena_printf(arena, "%s, %s", author->family, author->given);
}

/* ---- Highwire Press, as Google Scholar asks for them; Dublin Core ---- */

static void
put_authors(Sheet *sheet, const DgCitation *citation)
{
    for (size_t i = 0; i < citation->n_authors; i++) {
        const DgAuthor *author = &citation->authors[i];
        meta(sheet, "name", "citation_author", author_name(sheet->arena, author));
        for (size_t j = 0; j < author->contributor->n_affiliations; j++)
            meta(sheet, "name", "citation_author_institution",
                 author->contributor->affiliations[j]);
        meta(sheet, "name", "citation_author_orcid", author->contributor->orcid);
        meta(sheet, "name", "DC.creator", author_name(sheet->arena, author));
    }
}

static void
put_scholar(Sheet *sheet, const DgCitation *citation)
{
    const DgVolume *volume = sheet->site->volume;
    const char *stem = item_stem(sheet->arena, sheet->item);
    meta(sheet, "name", "citation_title", citation->title);
    put_authors(sheet, citation);
    meta(sheet, "name", "citation_inbook_title", citation->container);
    meta(sheet, "name", "citation_conference_title", citation->event);
    meta(sheet, "name", "citation_publication_date", citation->year);
    meta(sheet, "name", "citation_publisher", citation->publisher);
    meta(sheet, "name", "citation_isbn", citation->isbn);
    meta(sheet, "name", "citation_doi", citation->doi);
    meta(sheet, "name", "citation_firstpage", citation->first_page);
    meta(sheet, "name", "citation_lastpage", citation->last_page);
    meta(sheet, "name", "citation_language", citation->language);
    for (size_t i = 0; i < citation->n_keywords; i++)
        meta(sheet, "name", "citation_keywords", citation->keywords[i]);
    meta(sheet, "name", "citation_abstract_html_url", citation->url);
    if (sheet->site->options.item_files)
        meta(
            sheet, "name", "citation_pdf_url",
            dg_volume_address(sheet->arena, volume, dg_arena_printf(sheet->arena, "%s.pdf", stem)));
    meta(sheet, "name", "DC.title", citation->title);
    meta(sheet, "name", "DC.language", citation->language);
    meta(sheet, "name", "DC.date", citation->year);
    meta(sheet, "name", "DC.publisher", citation->publisher);
    meta(sheet, "name", "DC.identifier", citation->doi ? citation->doi : citation->url);
    meta(sheet, "name", "DC.relation.isPartOf", citation->container);
    meta(sheet, "name", "DC.type", "Text");
}

/* ---- Open Graph ---- */

static const char *
locale_of(const char *language)
{
    if (g_str_has_prefix(language, "ru"))
        return "ru_RU";
    return g_str_has_prefix(language, "en") ? "en_GB" : NULL;
}

/* "First title / Second title", or the one that the page's language has. */
static const char *
card_text(Sheet *sheet, const Picture *card)
{
    const char *own = card->title[view_side(sheet->view)];
    const char *left = card->title[DG_LEFT], *right = card->title[DG_RIGHT];
    if (sheet->view == BOTH && left && right)
        return dg_arena_printf(sheet->arena, "%s / %s", left, right);
    return own ? own : left ? left : right;
}

/* Whoever fetches the picture knows the page by its address alone, so a relative one would lead nowhere. */
static void
put_card(Sheet *sheet)
{
    Picture card = page_card(sheet);
    const char *address =
        card.address ? dg_volume_address(sheet->arena, sheet->site->volume, card.address) : NULL;
    if (!address)
        return;
    meta(sheet, "property", "og:image", address);
    meta(sheet, "property", "og:image:type", "image/png");
    meta(sheet, "property", "og:image:width", "1200");
    meta(sheet, "property", "og:image:height", "630");
    meta(sheet, "property", "og:image:alt", card_text(sheet, &card));
    meta(sheet, "name", "twitter:card", "summary_large_image");
}

static void
put_graph(Sheet *sheet, const char *title, const char *description)
{
    const DgVolume *volume = sheet->site->volume;
    DgSide side = view_side(sheet->view);
    meta(sheet, "property", "og:type", sheet->item ? "article" : "website");
    meta(sheet, "property", "og:title", title);
    meta(sheet, "property", "og:description", description);
    meta(sheet, "property", "og:site_name",
         volume->event.name[side] ? volume->event.name[side] : volume->title[side]);
    meta(sheet, "property", "og:locale", locale_of(view_language(sheet->site, sheet->view)));
    meta(
        sheet, "property", "og:url",
        dg_volume_address(sheet->arena, volume,
                          page_address(sheet->site, sheet->arena, sheet->kind->stem, sheet->view)));
    put_card(sheet);
}

/* ---- JSON-LD ---- */

static void
member(Sheet *sheet, GString *out, const char *name, const char *value)
{
    if (value && *value)
        g_string_append_printf(out, ",\"%s\":%s", name, dg_json_string(sheet->arena, value));
}

static void
append_place(Sheet *sheet, GString *out, DgSide side)
{
    const char *place = sheet->site->volume->event.place[side];
    if (place)
        g_string_append_printf(out, ",\"location\":{\"@type\":\"Place\",\"name\":%s}",
                               dg_json_string(sheet->arena, place));
}

static void
append_event(Sheet *sheet, GString *out, DgSide side)
{
    const DgEvent *event = &sheet->site->volume->event;
    if (!event->name[side] || !event->from)
        return;
    g_string_append(out, ",\"about\":{\"@type\":\"Event\"");
    member(sheet, out, "name", event->name[side]);
    member(sheet, out, "startDate", event->from);
    member(sheet, out, "endDate", event->to);
    append_place(sheet, out, side);
    for (size_t i = 0; i < event->n_organizers[side] && i < 1; i++)
        g_string_append_printf(out, ",\"organizer\":{\"@type\":\"Organization\",\"name\":%s}",
                               dg_json_string(sheet->arena, event->organizers[side][i]));
    g_string_append_c(out, '}');
}

static void
append_volume(Sheet *sheet, GString *out, DgSide side)
{
    const DgVolume *volume = sheet->site->volume;
    const DgImprint *imprint = &volume->imprint;
    const char *publisher =
        imprint->publisher_by[side] ? imprint->publisher_by[side] : imprint->publisher;
    g_string_append(out, "\"@type\":[\"Book\",\"PublicationVolume\"]");
    member(sheet, out, "name", volume->title[side] ? volume->title[side] : volume->id);
    member(sheet, out, "alternateName", volume->n_languages > 1 ? volume->title[!side] : NULL);
    member(sheet, out, "isbn", imprint->isbn);
    member(sheet, out, "datePublished", imprint->year);
    member(sheet, out, "url", dg_volume_address(sheet->arena, volume, ""));
    if (publisher)
        g_string_append_printf(out, ",\"publisher\":{\"@type\":\"Organization\",\"name\":%s}",
                               dg_json_string(sheet->arena, publisher));
    append_event(sheet, out, side);
}

static void
append_author(Sheet *sheet, GString *out, const DgAuthor *author)
{
    const DgContributor *contributor = author->contributor;
    g_string_append_printf(out, "{\"@type\":\"%s\"",
                           contributor->collab ? "Organization" : "Person");
    member(sheet, out, "name", dg_contributor_name(contributor));
    member(sheet, out, "familyName", author->family);
    member(sheet, out, "givenName", author->given);
    member(sheet, out, "identifier", contributor->orcid);
    if (contributor->n_affiliations)
        g_string_append_printf(out, ",\"affiliation\":{\"@type\":\"Organization\",\"name\":%s}",
                               dg_json_string(sheet->arena, contributor->affiliations[0]));
    g_string_append_c(out, '}');
}

static void
append_article(Sheet *sheet, GString *out, const DgCitation *citation, DgSide side)
{
    bool scholarly = !g_strcmp0(sheet->item->type, "research-article");
    g_string_append_printf(out, "\"@type\":\"%s\"", scholarly ? "ScholarlyArticle" : "Article");
    member(sheet, out, "headline", citation->title);
    member(sheet, out, "inLanguage", citation->language);
    member(sheet, out, "datePublished", citation->year);
    member(sheet, out, "pageStart", citation->first_page);
    member(sheet, out, "pageEnd", citation->last_page);
    member(sheet, out, "url", citation->url);
    member(sheet, out, "abstract", citation->abstract);
    if (citation->doi)
        member(sheet, out, "sameAs",
               dg_arena_printf(sheet->arena, "https://doi.org/%s", citation->doi));
    for (size_t i = 0; i < citation->n_authors; i++) {
        g_string_append(out, i ? "," : ",\"author\":[");
        append_author(sheet, out, &citation->authors[i]);
    }
    if (citation->n_authors)
        g_string_append_c(out, ']');
    g_string_append(out, ",\"isPartOf\":{");
    append_volume(sheet, out, side);
    g_string_append_c(out, '}');
}

/* Its address may be relative: it is taken as seen from the page. */
static void
append_image(Sheet *sheet, GString *out)
{
    const char *card = page_card(sheet).address,
               *address = card ? dg_volume_address(sheet->arena, sheet->site->volume, card) : NULL;
    member(sheet, out, "image", address ? address : card);
}

/* A data block: no script, so the policy lets it stand. "<" could end it. */
static void
put_linked_data(Sheet *sheet, const DgCitation *citation, DgSide side)
{
    g_autoptr(GString) out = g_string_new("{\"@context\":\"https://schema.org\",");
    if (citation)
        append_article(sheet, out, citation, side);
    else
        append_volume(sheet, out, side);
    append_image(sheet, out);
    g_string_append_c(out, '}');
    g_string_replace(out, "<", "\\u003c", 0);
    dg_html_markup(sheet->html, "<script type=\"application/ld+json\">%s</script>\n", out->str);
}

/* A page of both languages speaks as the item's original does. */
static DgSide
cited_side(const Sheet *sheet)
{
    return sheet->view == BOTH && sheet->item && has_two_languages(sheet->site)
               ? sheet->item->original
               : view_side(sheet->view);
}

void
put_metadata(Sheet *sheet, const char *title, const char *description)
{
    DgSide side = cited_side(sheet);
    if (sheet->kind->unlisted)
        return;
    put_graph(sheet, title, description);
    if (!sheet->item) {
        if (sheet->kind->name == DG_N_WORDS)
            put_linked_data(sheet, NULL, side);
        return;
    }
    DgCitation citation = citation_of(sheet, side);
    put_scholar(sheet, &citation);
    put_linked_data(sheet, &citation, side);
}
