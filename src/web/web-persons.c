/* web-persons.c - the page of persons: each with both spellings, offices, what they wrote, chaired and said, and where
 * the texts name them. */
#include "web-internal.h"

#include <string.h>

const char *
persons_address(const Sheet *sheet)
{
    return page_address(sheet->site, sheet->arena, "persons", sheet->view);
}

/* ---- who ---- */

/* On a page of one language the other spelling stands behind. */
static void
put_name(Sheet *sheet, const Someone *who)
{
    DgSide side = view_side(sheet->view), other = side == DG_LEFT ? DG_RIGHT : DG_LEFT;
    put_row(sheet, "h3", "someone-name", who->name);
    if (sheet->view == BOTH || !has_two_languages(sheet->site) ||
        strcmp(who->name[side], who->name[other]) == 0)
        return;
    dg_html_markup(sheet->html, "<p class=\"other-name\"");
    dg_html_attribute(sheet->html, "lang", sheet->site->volume->languages[other]);
    dg_html_markup(sheet->html, ">");
    dg_html_text(sheet->html, who->name[other]);
    dg_html_markup(sheet->html, "</p>\n");
}

static const char *
joined(Sheet *sheet, const char *const *texts, size_t n)
{
    const char *all = NULL;
    for (size_t i = 0; i < n; i++)
        all = all ? dg_arena_printf(sheet->arena, "%s; %s", all, texts[i]) : texts[i];
    return all;
}

static const char *
office(Sheet *sheet, const Someone *who, DgSide side)
{
    if (who->person && who->person->role[side])
        return who->person->role[side];
    const DgContributor *signs = who->signs[side];
    return signs ? joined(sheet, signs->roles, signs->n_roles) : NULL;
}

static const char *
organisation(Sheet *sheet, const Someone *who, DgSide side)
{
    const DgVolume *volume = sheet->site->volume;
    const DgContributor *signs = who->signs[side];
    if (who->person && who->person->affiliation[side])
        return who->person->affiliation[side];
    for (size_t i = 0; who->person && who->person->org && i < volume->n_orgs; i++)
        if (volume->orgs[i].id && strcmp(volume->orgs[i].id, who->person->org) == 0)
            return volume->orgs[i].name[side];
    return signs ? joined(sheet, signs->affiliations, signs->n_affiliations) : NULL;
}

static void
put_organisation(Sheet *sheet, const void *what, DgSide side)
{
    const char *const *organisations = what;
    put_affiliation(sheet, organisations[side], side);
}

static void
put_offices(Sheet *sheet, const Someone *who)
{
    const char *offices[DG_SIDES] = {NULL, NULL}, *organisations[DG_SIDES] = {NULL, NULL};
    for (int side = 0; side < sheet->site->volume->n_languages; side++) {
        offices[side] = office(sheet, who, (DgSide)side);
        organisations[side] = organisation(sheet, who, (DgSide)side);
    }
    put_row(sheet, "p", "office", offices);
    const bool has[DG_SIDES] = {organisations[DG_LEFT] != NULL, organisations[DG_RIGHT] != NULL};
    put_sides_row(sheet, "p", "office", has, put_organisation, organisations);
}

static void
put_orcid(Sheet *sheet, const Someone *who)
{
    const char *orcid = who->person ? who->person->orcid : NULL;
    for (int side = 0; !orcid && side < DG_SIDES; side++)
        orcid = who->signs[side] ? who->signs[side]->orcid : NULL;
    if (!orcid)
        return;
    dg_html_markup(sheet->html, "<p class=\"office\">ORCID <a");
    dg_html_attribute(
        sheet->html, "href",
        dg_html_address(sheet->arena,
                        dg_arena_printf(sheet->arena, "https://orcid.org/%s", orcid)));
    dg_html_markup(sheet->html, " rel=\"noopener noreferrer\">");
    dg_html_text(sheet->html, orcid);
    dg_html_markup(sheet->html, "</a></p>\n");
}

/* ---- what they did ---- */

static void
put_entry(Sheet *sheet, const char *page, const char *anchor, const char *const what[DG_SIDES])
{
    dg_html_markup(sheet->html, "<li><a class=\"pair\"");
    dg_html_link(sheet->html, page, anchor);
    dg_html_markup(sheet->html, ">");
    if (!put_texts(sheet, what))
        put_words(sheet, DG_WORD_PROGRAMME);
    dg_html_markup(sheet->html, "</a></li>\n");
}

static void
put_talk(Sheet *sheet, const Talk *talk)
{
    const DgVolume *volume = sheet->site->volume;
    const DgPart *part = talk->part;
    const char *what[DG_SIDES] = {NULL, NULL};
    for (int side = 0; side < volume->n_languages; side++) {
        const char *title = talk->slot ? talk->slot->title[side] : part->title[side];
        const char *chair = dg_word(DG_WORD_CHAIR, volume->languages[side]);
        what[side] =
            title && !talk->slot ? dg_arena_printf(sheet->arena, "%s: %s", chair, title) : title;
    }
    while (part && !part->id)
        part = part->parent;
    put_entry(sheet, programme_address(sheet), part ? part_anchor(sheet->arena, part) : NULL, what);
}

static bool
has_written(const Someone *who, const DgItem *item)
{
    for (size_t i = 0; i < who->n_items; i++)
        if (who->items[i] == item)
            return true;
    return false;
}

static void
put_named(Sheet *sheet, const Someone *who)
{
    const DgIndexEntry *entry = who->named[view_side(sheet->view)];
    DgIndexPlace *others = NULL;
    size_t n = 0;
    for (size_t i = 0; entry && i < entry->n_places; i++)
        if (entry->places[i].item && !has_written(who, entry->places[i].item))
            DG_APPEND(sheet->arena, others, n, entry->places[i]);
    if (!has_shown_places(sheet, others, n))
        return;
    dg_html_markup(sheet->html, "<p class=\"mentioned\">");
    dg_html_text(sheet->html, sheet_word(sheet, DG_WORD_MENTIONED));
    dg_html_markup(sheet->html, "</p>\n");
    put_places(sheet, others, n, view_side(sheet->view));
}

static void
put_works(Sheet *sheet, const Someone *who)
{
    if (who->n_items + who->n_talks == 0)
        return;
    dg_html_markup(sheet->html, "<ul class=\"works\">\n");
    for (size_t i = 0; i < who->n_items; i++) {
        const char *titles[DG_SIDES];
        item_titles(sheet, who->items[i], titles);
        put_entry(sheet,
                  page_address(sheet->site, sheet->arena, item_stem(sheet->arena, who->items[i]),
                               sheet->view),
                  NULL, titles);
    }
    for (size_t i = 0; i < who->n_talks; i++)
        put_talk(sheet, &who->talks[i]);
    dg_html_markup(sheet->html, "</ul>\n");
}

void
persons_main(Sheet *sheet)
{
    const Site *site = sheet->site;
    const Someone *const *people = site->sorted_people[view_side(sheet->view)];
    const char *last = "";
    dg_html_markup(sheet->html, "<main id=\"dg-main\">\n");
    put_word_row(sheet, "h1", "page-title", DG_WORD_PERSONS);
    for (size_t i = 0; i < site->n_people; i++) {
        const char *letter = dg_index_letter(sheet->arena, people[i]->key[view_side(sheet->view)]);
        if (strcmp(letter, last) != 0)
            put_letter(sheet, letter);
        last = letter;
        dg_html_markup(sheet->html, "<section class=\"someone\"");
        dg_html_id(sheet->html, people[i]->anchor);
        dg_html_markup(sheet->html, ">\n");
        put_name(sheet, people[i]);
        put_offices(sheet, people[i]);
        put_orcid(sheet, people[i]);
        put_works(sheet, people[i]);
        put_named(sheet, people[i]);
        dg_html_markup(sheet->html, "</section>\n");
    }
    dg_html_markup(sheet->html, "</main>\n");
}
