/* times.c - places, times, chairs and speakers as programmes word them, on paper and in the web edition. */
#include "diglot/lang.h"

#include <glib.h>

const char *
dg_time_range_text(DgArena *arena, const char *from, const char *to)
{
    const char *start = from ? dg_time_text(arena, from) : NULL,
               *end = to ? dg_time_text(arena, to) : NULL;
    if (start && end)
        return dg_arena_printf(arena, "%s–%s", start, end);
    return start ? start : end;
}

const char *
dg_part_time_text(DgArena *arena, const DgPart *part, const char *language)
{
    if (!part->from)
        return NULL;
    const char *date = dg_date_text(arena, part->from, part->to, language);
    const char *time = dg_time_range_text(arena, part->from, part->to);
    return time ? dg_arena_printf(arena, "%s, %s", date, time) : date;
}

const char *
dg_event_place_text(DgArena *arena, const DgEvent *event, DgSide side, const char *language)
{
    const char *place = event->place[side],
               *date = event->from ? dg_date_text(arena, event->from, event->to, language) : NULL;
    return place && date ? dg_arena_printf(arena, "%s, %s", place, date) : place ? place : date;
}

const char *
dg_mentions_text(DgArena *arena, const DgMention *who, size_t n, DgSide side)
{
    g_autoptr(GString) text = g_string_new(NULL);
    for (size_t i = 0; i < n; i++) {
        const char *one = dg_mention_text(arena, &who[i], side);
        if (one)
            g_string_append_printf(text, "%s%s", text->len ? "; " : "", one);
    }
    return text->len ? dg_arena_strdup(arena, text->str) : NULL;
}

const char *
dg_chairs_text(DgArena *arena, const DgPart *part, DgSide side, const char *language)
{
    const char *names = dg_mentions_text(arena, part->chairs, part->n_chairs, side);
    return names ? dg_arena_printf(arena, "%s: %s", dg_word(DG_WORD_CHAIR, language), names) : NULL;
}
