/* note-figures.c - counts notes by their lines and pages, and those that are displaced or lost. */
#include "note-figures.h"

#include <glib.h>
#include <stdio.h>

static const int length_ends[NOTE_LENGTHS] = {1, 2, 5, 10, 20, 40, 60, G_MAXINT};
static const int run_ends[NOTE_RUNS] = {1, 2, 3, 4, G_MAXINT};
static const int crowd_ends[NOTE_CROWDS] = {1, 3, 6, 12, 24, G_MAXINT};

typedef struct {
    size_t marked, begins, last; /* pages, from 1 */
    int lines, pages;
} Seen;

static Seen *
seen_of(GHashTable *table, GPtrArray *order, const DgNode *note)
{
    Seen *seen = g_hash_table_lookup(table, note);
    if (!seen) {
        seen = g_new0(Seen, 1);
        g_hash_table_insert(table, (gpointer)note, seen);
        g_ptr_array_add(order, (gpointer)note);
    }
    return seen;
}

static const DgNode *
note_above(const DgNode *node)
{
    while (node && node->kind != DG_NOTE)
        node = node->parent;
    return node;
}

static void
take_marks(GHashTable *table, GPtrArray *order, const DgPage *page, size_t number)
{
    for (size_t i = 0; i < page->n_marks; i++) {
        const DgNode *node = page->marks[i].node;
        if (node && node->kind == DG_NOTE_MARK && !node->as.note_mark.repeated &&
            node->as.note_mark.note) {
            Seen *seen = seen_of(table, order, node->as.note_mark.note);
            if (!seen->marked)
                seen->marked = number;
        }
    }
}

static void
take_lines(GHashTable *table, GPtrArray *order, const DgPage *page, size_t number)
{
    for (size_t i = 0; i < page->n_lines; i++) {
        const DgSetLine *line = &page->lines[i];
        const DgNode *note = line->n_marks ? note_above(page->marks[line->first_mark].node) : NULL;
        if (!note)
            continue;
        Seen *seen = seen_of(table, order, note);
        seen->begins = seen->begins ? seen->begins : number;
        seen->pages += seen->last != number;
        seen->last = number;
        seen->lines++;
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

static void
count(int64_t *histogram, const int *ends, int value)
{
    while (value > *ends)
        histogram++, ends++;
    (*histogram)++;
}

static void
take_note(NoteFigures *figures, const DgNode *note, const Seen *seen, int *begun)
{
    if (!has_text(note))
        return;
    figures->notes++;
    if (seen->lines == 0) {
        figures->lost++;
        return;
    }
    figures->displaced += seen->marked && seen->marked != seen->begins;
    count(figures->lengths, length_ends, seen->lines);
    count(figures->runs, run_ends, seen->pages);
    begun[seen->begins]++;
}

void
note_figures_take(NoteFigures *figures, const DgPages *pages)
{
    g_autoptr(GHashTable) table = g_hash_table_new_full(NULL, NULL, NULL, g_free);
    g_autoptr(GPtrArray) order = g_ptr_array_new();
    g_autofree int *begun = g_new0(int, pages->n_pages + 1);
    for (size_t i = 0; i < pages->n_pages; i++) {
        take_marks(table, order, &pages->pages[i], i + 1);
        take_lines(table, order, &pages->pages[i], i + 1);
    }
    for (guint i = 0; i < order->len; i++)
        take_note(figures, order->pdata[i], g_hash_table_lookup(table, order->pdata[i]), begun);
    for (size_t i = 1; i <= pages->n_pages; i++)
        if (begun[i])
            count(figures->crowds, crowd_ends, begun[i]);
    figures->documents++;
}

static void
print(const char *title, const int64_t *histogram, const int *ends, int n)
{
    printf("# %s", title);
    for (int i = 0; i < n; i++) {
        int from = i ? ends[i - 1] + 1 : 1;
        if (ends[i] == G_MAXINT)
            printf("  %d+: ", from);
        else if (from == ends[i])
            printf("  %d: ", from);
        else
            printf("  %d-%d: ", from, ends[i]);
        printf("%" G_GINT64_FORMAT, histogram[i]);
    }
    putchar('\n');
}

void
note_figures_print(const NoteFigures *figures)
{
    printf("# %" G_GINT64_FORMAT " documents, %" G_GINT64_FORMAT " notes: %" G_GINT64_FORMAT
           " displaced, %" G_GINT64_FORMAT " lost\n",
           figures->documents, figures->notes, figures->displaced, figures->lost);
    print("notes by lines: ", figures->lengths, length_ends, NOTE_LENGTHS);
    print("notes by pages: ", figures->runs, run_ends, NOTE_RUNS);
    print("pages by notes: ", figures->crowds, crowd_ends, NOTE_CROWDS);
}
