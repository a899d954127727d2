/* text.c - the plain text of a node. */
#include "diglot/doc.h"

#include <glib.h>
#include <string.h>

static void
end_word(GString *text)
{
    if (text->len && text->str[text->len - 1] != ' ')
        g_string_append_c(text, ' ');
}

/* Folds runs of XML white space, also across the borders of nodes. */
static void
append_folded(GString *text, const char *piece)
{
    for (const char *s = piece; *s; s++) {
        if (*s == ' ' || *s == '\t' || *s == '\n' || *s == '\r')
            end_word(text);
        else
            g_string_append_c(text, *s);
    }
}

char *
dg_node_text(DgArena *arena, const DgNode *node)
{
    g_autoptr(GString) text = g_string_new(NULL);
    for (DgWalk walk = dg_walk((DgNode *)node); dg_walk_next(&walk);) {
        const DgNode *here = walk.node;
        if (here->kind == DG_PAGE_NUMBER) /* the source leaves the number to the pages */
            walk.skip = true;
        else if (!dg_kind_is_inline(here->kind) || here->kind == DG_BREAK)
            end_word(text);
        else if (walk.entering && here->text)
            append_folded(text, here->text);
    }
    g_strchomp(text->str);
    return dg_arena_strdup(arena, text->str);
}
