/* web-about.c - what there is to know of the edition: annotation, committee, editors, imprint, rights. */
#include "web-internal.h"

#include <glib.h>
#include <string.h>

static void
put_member(Sheet *sheet, const void *what, DgSide side)
{
    put_mention(sheet, what, side);
}

static void
put_members(Sheet *sheet, const DgMention *members, size_t n)
{
    dg_html_markup(sheet->html, "<ul class=\"plain\">\n");
    for (size_t i = 0; i < n; i++) {
        bool has[DG_SIDES] = {false, false};
        for (int side = 0; side < sheet->site->volume->n_languages; side++)
            has[side] = dg_mention_text(sheet->arena, &members[i], (DgSide)side) != NULL;
        put_sides_row(sheet, "li", "person", has, put_member, &members[i]);
    }
    dg_html_markup(sheet->html, "</ul>\n");
}

static void
put_board(Sheet *sheet, DgWord title, const DgMention *mentions, size_t n)
{
    if (!n)
        return;
    dg_html_markup(sheet->html, "<section class=\"committee\">\n");
    put_word_row(sheet, "h2", "part-title", title);
    put_members(sheet, mentions, n);
    dg_html_markup(sheet->html, "</section>\n");
}

static const char *
committee_title(Sheet *sheet, DgSide side)
{
    const DgVolume *volume = sheet->site->volume;
    const char *text = volume->event.committee_title[side];
    return text ? text : dg_word(DG_WORD_COMMITTEE, volume->languages[side]);
}

static void
put_committee(Sheet *sheet)
{
    const DgEvent *event = &sheet->site->volume->event;
    if (!event->n_members)
        return;
    dg_html_markup(sheet->html, "<section class=\"committee\">\n");
    put_row_of(sheet, "h2", "part-title", committee_title);
    put_members(sheet, event->members, event->n_members);
    dg_html_markup(sheet->html, "</section>\n");
}

/* "Moscow, Publisher, 2024" */
static const char *
publisher(Sheet *sheet, DgSide side)
{
    const DgImprint *imprint = &sheet->site->volume->imprint;
    const char *parts[] = {imprint->place_by[side] ? imprint->place_by[side] : imprint->place,
                           imprint->publisher_by[side] ? imprint->publisher_by[side]
                                                       : imprint->publisher,
                           imprint->year};
    g_autoptr(GString) text = g_string_new(NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(parts); i++)
        if (parts[i] && *parts[i])
            g_string_append_printf(text, "%s%s", text->len ? ", " : "", parts[i]);
    return text->len ? dg_arena_strdup(sheet->arena, text->str) : NULL;
}

static const char *
series(Sheet *sheet, DgSide side)
{
    const DgImprint *imprint = &sheet->site->volume->imprint;
    const char *text = imprint->series_by[side] ? imprint->series_by[side] : imprint->series;
    return text && imprint->number ? dg_arena_printf(sheet->arena, "%s, %s", text, imprint->number)
                                   : text;
}

static void
put_field(Sheet *sheet, const char *name, const char *value)
{
    if (!value)
        return;
    dg_html_markup(sheet->html, "<p>");
    dg_html_text(sheet->html, name);
    dg_html_text(sheet->html, value);
    dg_html_markup(sheet->html, "</p>\n");
}

static void
put_coded(Sheet *sheet, DgWord word, const char *value)
{
    put_field(sheet, dg_arena_printf(sheet->arena, "%s ", sheet_word(sheet, word)), value);
}

static void
put_doi(Sheet *sheet, const char *doi)
{
    const char *address =
        doi ? dg_html_address(sheet->arena,
                              dg_arena_printf(sheet->arena, "https://doi.org/%s", doi))
            : NULL;
    if (!address)
        return;
    dg_html_markup(sheet->html, "<p>DOI <a");
    dg_html_attribute(sheet->html, "href", address);
    dg_html_markup(sheet->html, " rel=\"noopener noreferrer\">");
    dg_html_text(sheet->html, doi);
    dg_html_markup(sheet->html, "</a></p>\n");
}

static void
put_edition(Sheet *sheet)
{
    const DgImprint *imprint = &sheet->site->volume->imprint;
    dg_html_markup(sheet->html, "<div class=\"edition\">\n");
    put_row(sheet, "p", "kind", imprint->kind);
    put_row_of(sheet, "p", "series", series);
    put_row_of(sheet, "p", "publisher", publisher);
    put_row(sheet, "p", "funding", imprint->funding);
    put_field(sheet, "ISBN ", imprint->isbn);
    put_doi(sheet, imprint->doi);
    put_coded(sheet, DG_WORD_UDC, imprint->udc);
    put_coded(sheet, DG_WORD_BBK, imprint->bbk);
    dg_html_markup(sheet->html, "</div>\n");
}

static bool
has_edition(const DgImprint *imprint)
{
    return imprint->series || imprint->series_by[DG_LEFT] || imprint->publisher ||
           imprint->publisher_by[DG_LEFT] || imprint->year || imprint->place || imprint->isbn ||
           imprint->doi || imprint->funding[DG_LEFT];
}

/* A paragraph below a heading; nothing where neither language has one. */
static void
put_section(Sheet *sheet, DgWord title, const char *const texts[DG_SIDES])
{
    if (!texts[DG_LEFT] && !texts[DG_RIGHT])
        return;
    dg_html_markup(sheet->html, "<section>\n");
    put_word_row(sheet, "h2", "part-title", title);
    put_row(sheet, "p", "said-of-it", texts);
    dg_html_markup(sheet->html, "</section>\n");
}

bool
site_has_about(const Site *site)
{
    const DgImprint *imprint = &site->volume->imprint;
    return has_edition(imprint) || site->volume->event.n_members || imprint->n_editors ||
           imprint->n_reviewers || imprint->annotation[DG_LEFT] || imprint->annotation[DG_RIGHT] ||
           imprint->rights[DG_LEFT] || imprint->rights[DG_RIGHT];
}

void
about_main(Sheet *sheet)
{
    const DgVolume *volume = sheet->site->volume;
    const DgImprint *imprint = &volume->imprint;
    dg_html_markup(sheet->html, "<main id=\"dg-main\">\n");
    put_word_row(sheet, "h1", "page-title", DG_WORD_ABOUT_EDITION);
    put_row(sheet, "p", "about-title", volume->title);
    if (has_edition(imprint))
        put_edition(sheet);
    put_section(sheet, DG_WORD_ABSTRACT, imprint->annotation);
    put_committee(sheet);
    put_board(sheet, DG_WORD_EDITORIAL_BOARD, imprint->editors, imprint->n_editors);
    put_board(sheet, DG_WORD_REVIEWERS, imprint->reviewers, imprint->n_reviewers);
    put_section(sheet, DG_WORD_RIGHTS, imprint->rights);
    dg_html_markup(sheet->html, "</main>\n");
}
