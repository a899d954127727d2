/* card.c - what the card of the volume or of a part says: a few short lines in each language. */
#include "matter-internal.h"

#include <string.h>

static const char *
publisher_line(DgArena *arena, const DgImprint *imprint, DgSide side)
{
    const char *name =
        imprint->publisher_by[side] ? imprint->publisher_by[side] : imprint->publisher;
    return name && imprint->year ? dg_arena_printf(arena, "%s, %s", name, imprint->year)
           : name                ? name
                                 : imprint->year;
}

/* The part, or that around it, that says when it is; NULL: none does. */
static const DgPart *
dated(const DgPart *part)
{
    while (part && !part->from)
        part = part->parent;
    return part;
}

/* Whether it is a day of the event; what is told of other days may have been elsewhere. */
static bool
is_of_event(const DgPart *part, const DgEvent *event)
{
    enum { DAY = 10 }; /* characters of "2024-09-16" */
    const char *last = event->to ? event->to : event->from;
    return event->from && strncmp(part->from, event->from, DAY) >= 0 &&
           strncmp(part->from, last, DAY) <= 0;
}

static const char *
place_line(DgArena *arena, const DgVolume *volume, const DgPart *part, DgSide side)
{
    const char *language = volume->languages[side], *place = volume->event.place[side];
    const DgPart *when = dated(part);
    if (!when)
        return dg_event_place_text(arena, &volume->event, side, language);
    const char *time = dg_part_time_text(arena, when, language);
    return place && is_of_event(when, &volume->event)
               ? dg_arena_printf(arena, "%s, %s", place, time)
               : time;
}

static bool
says(const char *text, const char *name)
{
    return text && name && strstr(text, name) != NULL;
}

/* What the event is called is said once, whether by itself, in the title or in the subtitle. */
static void
name_event(DgCard *card, const DgVolume *volume, const DgPart *part, DgSide side)
{
    const char *event = volume->event.name[side], *title = volume->title[side];
    card->title[side] = part ? part->title[side] : title;
    card->below[side] = part ? title : volume->subtitle[side];
    card->event[side] = event;
    if (says(title, event)) {
        card->event[side] = NULL;
    } else if (says(card->below[side], event)) {
        card->event[side] = card->below[side];
        card->below[side] = NULL;
    }
}

DgCard
dg_card_make(DgArena *arena, const DgVolume *volume, const DgPart *part)
{
    DgCard card = {0};
    for (int side = 0; side < volume->n_languages; side++) {
        name_event(&card, volume, part, (DgSide)side);
        card.place[side] = place_line(arena, volume, part, (DgSide)side);
        card.publisher[side] = publisher_line(arena, &volume->imprint, (DgSide)side);
    }
    if (!card.title[DG_LEFT] && !card.title[DG_RIGHT])
        card.title[DG_LEFT] = volume->id;
    return card;
}
