/* test-unplaced.c - marks of notes that stand nowhere are reported, once each. */
#include "rows-internal.h"

#include <glib.h>

typedef struct {
    DgArena *arena;
    DgNode *mark, *text; /* a mark in running text, the text of its note */
} Note;

static Note
note_make(DgArena *arena, const char *words)
{
    Note note = {.arena = arena, .mark = dg_node_new(arena, DG_NOTE_MARK, DG_NOWHERE)};
    DgNode *node = dg_node_new(arena, DG_NOTE, DG_NOWHERE),
           *block = dg_node_new(arena, DG_PARAGRAPH, DG_NOWHERE);
    note.text = dg_node_new(arena, DG_TEXT, DG_NOWHERE);
    note.text->text = dg_arena_strdup(arena, words);
    dg_node_append(block, note.text);
    dg_node_append(node, block);
    node->label = "1";
    note.mark->as.note_mark.note = node;
    return note;
}

static size_t
reported(const DgNode *const *nodes, size_t n)
{
    DgArena *arena = dg_arena_new();
    DgDiags *diags = dg_diags_new(arena);
    DgPage page = {.marks = DG_NEW_ARRAY(arena, DgMark, n), .n_marks = n};
    for (size_t i = 0; i < n; i++)
        page.marks[i] = (DgMark){.kind = DG_MARK_GLYPHS, .node = nodes[i]};
    DgPages pages = {.pages = &page, .n_pages = 1};
    dg_report_unplaced(diags, &pages);
    size_t found = dg_diags_count(diags, DG_NOTE_LOST);
    dg_arena_free(arena);
    return found;
}

static void
test_unplaced(void)
{
    DgArena *arena = dg_arena_new();
    Note a = note_make(arena, "first"), b = note_make(arena, "second"),
         empty = note_make(arena, "");
    const DgNode *both[] = {a.mark, b.mark, a.text, b.text},
                 *one[] = {a.mark, b.mark, a.mark, b.text}, *none[] = {empty.mark, NULL};
    g_assert_cmpuint(reported(both, 4), ==, 0);
    g_assert_cmpuint(reported(one, 4), ==, 1);
    g_assert_cmpuint(reported(none, 2), ==, 0);
    dg_arena_free(arena);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/unplaced", test_unplaced);
    return g_test_run();
}
