/* names.c - how persons are named in the book; text with page numbers; which lists are wanted. */
#include "matter-internal.h"

#include <glib.h>
#include <string.h>

#define FOLIO "\uFFFC"

static DgNode *
folio_new(DgArena *arena, DgNode *target, DgNode *last, DgPos pos)
{
    DgNode *folio = dg_node_new(arena, DG_PAGE_NUMBER, pos);
    folio->as.reference.target = target;
    folio->as.reference.last = last;
    return folio;
}

void
append_with_folio(DgArena *arena, DgNode *block, const char *text, DgNode *target, DgNode *last)
{
    for (const char *at = text; *at;) {
        const char *mark = strstr(at, FOLIO);
        size_t length = mark ? (size_t)(mark - at) : strlen(at);
        if (length)
            dg_node_append(block,
                           dg_text_new(arena, dg_arena_strndup(arena, at, length), block->pos));
        if (mark)
            dg_node_append(block, folio_new(arena, target, last, block->pos));
        at += length + (mark ? strlen(FOLIO) : 0);
    }
}

void
append_styled(DgArena *arena, DgNode *block, DgStyling styling, const char *text)
{
    DgNode *styled = dg_node_new(arena, DG_STYLED, block->pos);
    styled->as.styled.styling = styling;
    dg_node_append(styled, dg_text_new(arena, text, block->pos));
    dg_node_append(block, styled);
}

const char *
board_member(DgArena *arena, const DgMention *who, DgSide side)
{
    const char *name = who->text[side] ? who->text[side] : who->text[DG_LEFT];
    for (int turn = 0; who->person && turn < DG_SIDES; turn++) {
        const DgName *own = &who->person->name[turn ? DG_SIDES - 1 - side : side];
        if (own->whole) {
            name = dg_name_short(arena, own, false);
            break;
        }
    }
    if (!name)
        return NULL;
    return who->role[side] ? dg_arena_printf(arena, "%s (%s)", name, who->role[side]) : name;
}

bool
makes_the_book(const DgMention *who, DgSide side)
{
    static const char *const crafts[] = {"техническ", "корректор", "верст",  "вёрст",
                                         "худож",     "дизайн",    "techni", "proofread",
                                         "layout",    "typeset",   "design", "artist"};
    g_autofree char *role = who->role[side] ? g_utf8_strdown(who->role[side], -1) : NULL;
    for (size_t i = 0; role && i < G_N_ELEMENTS(crafts); i++)
        if (strstr(role, crafts[i]))
            return true;
    return false;
}

bool
is_wanted(const DgVolume *volume, const char *list, bool otherwise)
{
    if (!volume->matter)
        return otherwise;
    g_auto(GStrv) names = g_strsplit_set(volume->matter, " \t\r\n", -1);
    return g_strv_contains((const char *const *)names, list);
}
