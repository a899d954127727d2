/* web-front.c - the front page: what the volume is, what is in it, who made it. */
#include "web-internal.h"

#include <glib.h>
#include <string.h>

typedef const char *(*TextOf)(Sheet *, DgSide);

static void
put_row_of(Sheet *sheet, const char *tag, const char *class, TextOf text_of)
{
    const char *texts[DG_SIDES] = {NULL, NULL};
    for (int side = 0; side < sheet->site->volume->n_languages; side++)
        texts[side] = text_of(sheet, (DgSide)side);
    put_row(sheet, tag, class, texts);
}

static const char *
place_and_time(Sheet *sheet, DgSide side)
{
    const DgEvent *event = &sheet->site->volume->event;
    const char *date = event->from ? dg_date_text(sheet->arena, event->from, event->to,
                                                  sheet->site->volume->languages[side])
                                   : NULL;
    if (event->place[side] && date)
        return dg_arena_printf(sheet->arena, "%s, %s", event->place[side], date);
    return event->place[side] ? event->place[side] : date;
}

/* Often the title says it already. */
static const char *
theme(Sheet *sheet, DgSide side)
{
    const DgVolume *volume = sheet->site->volume;
    const char *text = volume->event.theme[side];
    return text && g_strcmp0(text, volume->title[side]) != 0 ? text : NULL;
}

static const char *
organizers(Sheet *sheet, DgSide side)
{
    const DgEvent *event = &sheet->site->volume->event;
    g_autoptr(GString) text = g_string_new(NULL);
    for (size_t i = 0; i < event->n_organizers[side]; i++)
        g_string_append_printf(text, "%s%s", i ? "; " : "", event->organizers[side][i]);
    return text->len ? dg_arena_strdup(sheet->arena, text->str) : NULL;
}

static const char *
title(Sheet *sheet, DgSide side)
{
    const DgVolume *volume = sheet->site->volume;
    const char *text = volume->title[side];
    return !text && side == DG_LEFT && !volume->title[DG_RIGHT] ? volume->id : text;
}

static void
put_download(Sheet *sheet)
{
    if (!sheet->site->pdf)
        return;
    dg_html_markup(sheet->html, "<p class=\"download\"><a");
    dg_html_attribute(sheet->html, "href", sheet->site->pdf);
    dg_html_markup(sheet->html, " type=\"application/pdf\">");
    put_words(sheet, DG_WORD_DOWNLOAD_PDF);
    dg_html_markup(sheet->html, "</a></p>\n");
}

static void
put_cover(Sheet *sheet)
{
    const DgVolume *volume = sheet->site->volume;
    dg_html_markup(sheet->html, "<header class=\"cover\">\n");
    put_row(sheet, "p", "event", volume->event.name);
    put_row_of(sheet, "h1", "volume-title", title);
    put_row(sheet, "p", "volume-subtitle", volume->subtitle);
    put_row_of(sheet, "p", "theme", theme);
    put_row_of(sheet, "p", "when", place_and_time);
    put_row_of(sheet, "p", "organizers", organizers);
    put_streams(sheet, volume->event.streams, volume->event.n_streams);
    put_row(sheet, "p", "annotation", volume->imprint.annotation);
    put_download(sheet);
    dg_html_markup(sheet->html, "</header>\n");
}

static void
put_mentions(Sheet *sheet, const DgMention *mentions, size_t n)
{
    dg_html_markup(sheet->html, "<ul class=\"plain\">\n");
    for (size_t i = 0; i < n; i++) {
        const char *texts[DG_SIDES] = {NULL, NULL};
        for (int side = 0; side < sheet->site->volume->n_languages; side++)
            texts[side] = dg_mention_text(sheet->arena, &mentions[i], (DgSide)side);
        put_row(sheet, "li", "person", texts);
    }
    dg_html_markup(sheet->html, "</ul>\n");
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
    put_mentions(sheet, event->members, event->n_members);
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
put_edition(Sheet *sheet)
{
    const DgImprint *imprint = &sheet->site->volume->imprint;
    dg_html_markup(sheet->html, "<section class=\"edition\">\n");
    put_word_row(sheet, "h2", "part-title", DG_WORD_ABOUT_EDITION);
    put_row_of(sheet, "p", "series", series);
    put_row_of(sheet, "p", "publisher", publisher);
    put_row(sheet, "p", "funding", imprint->funding);
    put_field(sheet, "ISBN ", imprint->isbn);
    put_field(sheet, "DOI ", imprint->doi);
    dg_html_markup(sheet->html, "</section>\n");
}

static bool
has_edition(const DgImprint *imprint)
{
    return imprint->series || imprint->series_by[DG_LEFT] || imprint->publisher ||
           imprint->publisher_by[DG_LEFT] || imprint->year || imprint->place || imprint->isbn ||
           imprint->doi || imprint->funding[DG_LEFT];
}

void
front_main(Sheet *sheet)
{
    const DgVolume *volume = sheet->site->volume;
    dg_html_markup(sheet->html, "<main id=\"dg-main\">\n");
    put_cover(sheet);
    dg_html_markup(sheet->html, "<nav class=\"programme\"");
    dg_html_attribute(sheet->html, "aria-label", sheet_word(sheet, DG_WORD_CONTENTS));
    dg_html_markup(sheet->html, ">\n");
    put_part_entries(sheet, &volume->root, 2);
    dg_html_markup(sheet->html, "</nav>\n");
    put_committee(sheet);
    if (has_edition(&volume->imprint))
        put_edition(sheet);
    dg_html_markup(sheet->html, "</main>\n");
}
