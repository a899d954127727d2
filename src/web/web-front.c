/* web-front.c - the front page: what the volume is, and what is in it. */
#include "web-internal.h"

#include <glib.h>
#include <string.h>

const char *
event_time(Sheet *sheet, DgSide side)
{
    const DgVolume *volume = sheet->site->volume;
    return dg_event_place_text(sheet->arena, &volume->event, side, volume->languages[side]);
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
put_cover(Sheet *sheet)
{
    const DgVolume *volume = sheet->site->volume;
    dg_html_markup(sheet->html, "<header class=\"cover\">\n");
    put_row(sheet, "p", "event", volume->event.name);
    put_row_of(sheet, "h1", "volume-title", title);
    put_row(sheet, "p", "volume-subtitle", volume->subtitle);
    put_row_of(sheet, "p", "theme", theme);
    put_row_of(sheet, "p", "when", event_time);
    put_row_of(sheet, "p", "organizers", organizers);
    put_streams(sheet, volume->event.streams, volume->event.n_streams);
    put_row(sheet, "p", "annotation", volume->imprint.annotation);
    put_volume_download(sheet);
    dg_html_markup(sheet->html, "</header>\n");
}

void
front_main(Sheet *sheet)
{
    const DgVolume *volume = sheet->site->volume;
    dg_html_markup(sheet->html, "<main id=\"dg-main\">\n");
    put_cover(sheet);
    put_site_pages(sheet, "");
    dg_html_markup(sheet->html, "<nav class=\"programme\"");
    dg_html_attribute(sheet->html, "aria-label", sheet_word(sheet, DG_WORD_CONTENTS));
    dg_html_markup(sheet->html, ">\n");
    put_part_entries(sheet, &volume->root, 2);
    dg_html_markup(sheet->html, "</nav>\n");
    dg_html_markup(sheet->html, "</main>\n");
}
