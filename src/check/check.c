/* check.c - runs the rules over every pair of every item. */
#include "check-internal.h"

#include <glib.h>
#include <string.h>

/* The pairs file says ok=RULE:reason; several are joined by tabs. */
bool
dg_check_is_silenced(const DgChecking *checking, const char *rule)
{
    const char *list = checking->pair && checking->pair->silenced ? checking->pair->silenced : "";
    g_auto(GStrv) entries = g_strsplit(list, "\t", -1);
    for (char **entry = entries; *entry; entry++)
        if (g_str_has_prefix(*entry, rule) && (*entry)[strlen(rule)] == ':') {
            ++*checking->silenced;
            return true;
        }
    return false;
}

static bool
is_compared(const DgPair *pair)
{
    return !pair->full && pair->n[DG_LEFT] && pair->n[DG_RIGHT];
}

static void
check_pair(const DgChecking *checking, const DgPair *pair)
{
    DgChecking here = *checking;
    here.pair = pair;
    for (int side = 0; side < DG_SIDES; side++)
        here.text[side] = dg_check_text(here.arena, pair->blocks[side], pair->n[side],
                                        checking->item->text[side].language);
    if (!dg_check_cells(&here))
        dg_check_numbers(&here);
    dg_check_percent(&here);
    dg_check_names(&here);
    dg_check_notes(&here);
    dg_check_script(&here);
}

/* Strings live no longer than their item is looked at. */
static void
check_item(const DgChecking *checking, const DgVolume *volume)
{
    DgChecking here = *checking;
    const DgItem *item = checking->item;
    here.arena = dg_arena_new();
    dg_check_names_know(&here, volume);
    for (size_t i = 0; i < item->n_pairs; i++)
        if (is_compared(&item->pairs[i]))
            check_pair(&here, &item->pairs[i]);
    if (item->text[DG_LEFT].body && item->text[DG_RIGHT].body)
        dg_check_lists(&here);
    dg_arena_free(here.arena);
}

void
dg_check(DgArena *arena, DgDiags *diags, const DgVolume *volume)
{
    size_t silenced = 0;
    DgLexicon *lexicons[DG_SIDES];
    DgChecking checking = {.arena = arena, .diags = diags, .silenced = &silenced};
    dg_check_imprint(arena, diags, volume);
    if (volume->n_languages < DG_SIDES)
        return;
    for (int side = 0; side < DG_SIDES; side++)
        checking.lexicons[side] = lexicons[side] = dg_lexicon_new(arena, volume->languages[side]);
    for (size_t i = 0; i < volume->n_items; i++) {
        checking.item = volume->items[i];
        check_item(&checking, volume);
    }
    for (int side = 0; side < DG_SIDES; side++)
        dg_lexicon_free(lexicons[side]);
    if (silenced)
        dg_diag(diags, DG_CHECK_SILENCED, DG_NOWHERE, dg_arena_printf(arena, "%zu", silenced),
                NULL);
}
