/* names.c - how times are named in the book. */
#include "matter-internal.h"

const char *
time_range(DgArena *arena, const char *from, const char *to)
{
    const char *start = from ? dg_time_text(arena, from) : NULL,
               *end = to ? dg_time_text(arena, to) : NULL;
    if (start && end)
        return dg_arena_printf(arena, "%s–%s", start, end);
    return start ? start : end;
}
