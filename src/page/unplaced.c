/* unplaced.c - a mark whose note stands on no page is an error: no text may be lost silently. */
#include "rows-internal.h"

#include <glib.h>

static const DgNode *
note_above(const DgNode *node)
{
    while (node && node->kind != DG_NOTE)
        node = node->parent;
    return node;
}

/* What stands on the pages, with the notes around it. */
static void
find_placed(GHashTable *placed, const DgPages *pages)
{
    for (size_t i = 0; i < pages->n_pages; i++)
        for (size_t j = 0; j < pages->pages[i].n_marks; j++) {
            const DgNode *note = note_above(pages->pages[i].marks[j].node);
            for (; note; note = note_above(note->parent))
                g_hash_table_add(placed, (gpointer)note);
        }
}

static bool
has_text(const DgNode *note)
{
    for (DgWalk walk = dg_walk((DgNode *)note); dg_walk_next(&walk);)
        if (walk.entering && walk.node->kind == DG_TEXT && walk.node->text && *walk.node->text)
            return true;
    return false;
}

void
dg_report_unplaced(DgDiags *diags, const DgPages *pages)
{
    g_autoptr(GHashTable) placed = g_hash_table_new(NULL, NULL);
    find_placed(placed, pages);
    for (size_t i = 0; i < pages->n_pages; i++)
        for (size_t j = 0; j < pages->pages[i].n_marks; j++) {
            const DgNode *mark = pages->pages[i].marks[j].node;
            const DgNode *note =
                mark && mark->kind == DG_NOTE_MARK ? mark->as.note_mark.note : NULL;
            if (note && has_text(note) && g_hash_table_add(placed, (gpointer)note))
                dg_diag(diags, DG_NOTE_LOST, mark->pos, note->label, NULL);
        }
}
