/* title-pages.c - half-title, and the title spread: the second language on the left, the first on the right
 * (typography.md 5: one title page in two languages is wrong for a book), then the verso of the title. */
#include "matter-internal.h"

#include <string.h>

static void
half_title(Maker *maker)
{
    Pairing page = pairing_new(maker, "half-title", "half-title");
    for (int side = 0; side < maker->volume->n_languages; side++)
        pairing_add_full(&page,
                         paragraph_new(maker->arena,
                                       side ? DG_ROLE_HALF_TITLE_SECOND : DG_ROLE_HALF_TITLE,
                                       maker->volume->title[side], DG_NOWHERE),
                         (DgSide)side);
    if (page.n)
        flow_add(maker, &page, "half-title", DG_START_RECTO)->bare = true;
}

static const char *
place_and_time(Maker *maker, DgSide side)
{
    const DgVolume *volume = maker->volume;
    return dg_event_place_text(maker->arena, &volume->event, side, volume->languages[side]);
}

/* "diglot sample edition, no. 3", or "Volume 2" where there is no series. */
static const char *
series_line(Maker *maker, DgSide side)
{
    const DgImprint *imprint = &maker->volume->imprint;
    const char *series = imprint->series_by[side] ? imprint->series_by[side] : imprint->series,
               *language = maker->volume->languages[side];
    if (!imprint->number)
        return series;
    DgWord word = series ? DG_WORD_SERIES_NUMBER : DG_WORD_VOLUME_NUMBER;
    const char *number =
        dg_arena_printf(maker->arena, "%s\u00A0%s", dg_word(word, language), imprint->number);
    return series ? dg_arena_printf(maker->arena, "%s, %s", series, number) : number;
}

/* "Moscow\nPublisher\n2024": the foot of the title page. */
static DgNode *
publisher_block(Maker *maker, DgSide side)
{
    const DgImprint *imprint = &maker->volume->imprint;
    const char *lines[] = {imprint->place_by[side] ? imprint->place_by[side] : imprint->place,
                           imprint->publisher_by[side] ? imprint->publisher_by[side]
                                                       : imprint->publisher,
                           imprint->year};
    DgNode *block = NULL;
    for (size_t i = 0; i < 3; i++) {
        if (!lines[i] || !*lines[i])
            continue;
        if (!block)
            block = dg_block_new(maker->arena, DG_PARAGRAPH, DG_ROLE_VOLUME_PUBLISHER, NULL,
                                 imprint->pos);
        else
            dg_node_append(block, dg_node_new(maker->arena, DG_BREAK, imprint->pos));
        dg_node_append(block, dg_text_new(maker->arena, lines[i], imprint->pos));
    }
    return block;
}

/* Whether the title or what stands below it says already what the event is called. */
static bool
names_event(const DgVolume *volume, DgSide side)
{
    const char *name = volume->event.name[side];
    return (volume->title[side] && strstr(volume->title[side], name)) ||
           (volume->subtitle[side] && strstr(volume->subtitle[side], name));
}

static void
title_page(Maker *maker, DgSide side, DgStart start)
{
    const DgVolume *volume = maker->volume;
    const DgEvent *event = &volume->event;
    Pairing page = pairing_new(maker, "title-page", side == DG_LEFT ? "title" : "parallel-title");
    for (size_t i = 0; i < event->n_organizers[side]; i++)
        pairing_add_full(&page,
                         paragraph_new(maker->arena, DG_ROLE_VOLUME_ORGANIZER,
                                       event->organizers[side][i], DG_NOWHERE),
                         side);
    bool in_series = volume->imprint.series || volume->imprint.series_by[side];
    if (in_series)
        pairing_add_full(&page,
                         paragraph_new(maker->arena, DG_ROLE_VOLUME_ORGANIZER,
                                       series_line(maker, side), DG_NOWHERE),
                         side);
    const char *title = volume->title[side] ? volume->title[side] : volume->title[DG_LEFT];
    DgNode *heading = dg_block_new(maker->arena, DG_HEADING, DG_ROLE_VOLUME_TITLE,
                                   title ? title : volume->id, DG_NOWHERE);
    pairing_add_full(&page, heading, side);
    pairing_add_full(
        &page,
        paragraph_new(maker->arena, DG_ROLE_VOLUME_SUBTITLE, volume->subtitle[side], DG_NOWHERE),
        side);
    if (event->name[side] && !names_event(volume, side))
        pairing_add_full(
            &page, paragraph_new(maker->arena, DG_ROLE_VOLUME_EVENT, event->name[side], DG_NOWHERE),
            side);
    const char *theme = event->theme[side];
    if (theme && (!title || strcmp(theme, title) != 0))
        pairing_add_full(
            &page, paragraph_new(maker->arena, DG_ROLE_VOLUME_EVENT, theme, DG_NOWHERE), side);
    pairing_add_full(
        &page,
        paragraph_new(maker->arena, DG_ROLE_VOLUME_EVENT, place_and_time(maker, side), DG_NOWHERE),
        side);
    if (!in_series)
        pairing_add_full(
            &page,
            paragraph_new(maker->arena, DG_ROLE_VOLUME_EVENT, series_line(maker, side), DG_NOWHERE),
            side);
    pairing_add_full(&page, publisher_block(maker, side), side);
    flow_add(maker, &page, "title", start)->bare = true;
}

void
title_pages_make(Maker *maker)
{
    half_title(maker);
    if (maker->volume->n_languages > 1)
        title_page(maker, DG_RIGHT, DG_START_VERSO);
    title_page(maker, DG_LEFT, DG_START_RECTO);
    imprint_verso_make(maker);
}
