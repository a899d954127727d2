/* web-names.c - file names and addresses: stable, relative, fit for any server. */
#include "web-internal.h"

#include <glib.h>
#include <string.h>

bool
has_two_languages(const Site *site)
{
    return site->volume->n_languages > 1;
}

const char *
safe_name(DgArena *arena, const char *text)
{
    char *name = dg_arena_strdup(arena, text && *text ? text : "text");
    for (char *s = name; *s; s++)
        if (!g_ascii_isalnum(*s) && *s != '-' && *s != '_')
            *s = '-';
    return name;
}

/* Names that the site has for itself, now or later. */
static bool
is_reserved(const char *name)
{
    static const char *const reserved[] = {"index", "404",    "about", "programme",    "persons",
                                           "terms", "search", "cite",  "organisations"};
    for (size_t i = 0; i < G_N_ELEMENTS(reserved); i++)
        if (g_ascii_strcasecmp(name, reserved[i]) == 0)
            return true;
    return false;
}

const char *
item_stem(DgArena *arena, const DgItem *item)
{
    const char *name = safe_name(arena, item->anchor);
    return is_reserved(name) ? dg_arena_printf(arena, "%s-text", name) : name;
}

const char *
page_address(const Site *site, DgArena *arena, const char *stem, View view)
{
    if (!has_two_languages(site) || view == BOTH)
        return dg_arena_printf(arena, "%s.html", stem);
    return dg_arena_printf(arena, "%s.%s.html", stem,
                           safe_name(arena, site->volume->languages[view]));
}

DgSide
view_side(View view)
{
    return view == DG_RIGHT ? DG_RIGHT : DG_LEFT;
}

const char *
view_language(const Site *site, View view)
{
    const char *language = site->volume->languages[view_side(view)];
    return language ? language : "und";
}

bool
view_shows(const Site *site, View view, DgSide side)
{
    return (int)side < site->volume->n_languages && (view == BOTH || view == (View)side);
}

const char *
part_anchor(DgArena *arena, const DgPart *part)
{
    return part->id ? dg_arena_printf(arena, "part-%s", part->id) : NULL;
}
