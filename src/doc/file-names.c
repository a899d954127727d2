/* file-names.c - the files that go with the pages of the web edition. */
#include "diglot/doc-citation.h"

#include <glib.h>
#include <string.h>

const char *
dg_source_name(DgArena *arena, const DgItem *item, DgSide side)
{
    const char *file = item->text[side].file, *other = item->text[!side].file;
    if (!file)
        return NULL;
    if (other && strcmp(file, other) == 0)
        return dg_arena_printf(arena, "%s.xml", item->anchor);
    return dg_arena_printf(arena, "%s.%s.xml", item->anchor, item->text[side].language);
}

const char *
dg_calendar_name(DgArena *arena, const DgPart *part)
{
    if (!part)
        return "event.ics";
    if (!part->id || !part->from)
        return NULL;
    char *name = dg_arena_printf(arena, "part-%s", part->id);
    return dg_arena_printf(arena, "%s.ics",
                           g_strcanon(name, G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS "-_", '-'));
}
