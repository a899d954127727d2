/* test-doc-tree.c - src/doc: nodes, walker, text, roles, anchors */
#include "diglot/doc.h"

#include <glib.h>

static DgNode *
styled(DgArena *arena, DgStyling styling, const char *text)
{
    DgNode *node = dg_node_new(arena, DG_STYLED, DG_NOWHERE);
    node->as.styled.styling = styling;
    dg_node_append(node, dg_text_new(arena, text, DG_NOWHERE));
    return node;
}

/* body > heading, list > item > paragraph, table > row > cell > paragraph */
static DgNode *
small_body(DgArena *arena)
{
    DgNode *body = dg_node_new(arena, DG_BODY, DG_NOWHERE);
    DgNode *list = dg_node_new(arena, DG_LIST, DG_NOWHERE);
    DgNode *item = dg_node_new(arena, DG_LIST_ITEM, DG_NOWHERE);
    DgNode *table = dg_node_new(arena, DG_TABLE, DG_NOWHERE);
    DgNode *row = dg_node_new(arena, DG_ROW, DG_NOWHERE);
    DgNode *cell = dg_node_new(arena, DG_CELL, DG_NOWHERE);
    dg_node_append(body, dg_block_new(arena, DG_HEADING, DG_ROLE_NONE, "Итоги", DG_NOWHERE));
    dg_node_append(item, dg_block_new(arena, DG_PARAGRAPH, DG_ROLE_NONE, "one", DG_NOWHERE));
    dg_node_append(list, item);
    dg_node_append(body, list);
    dg_node_append(cell, dg_block_new(arena, DG_PARAGRAPH, DG_ROLE_NONE, "7", DG_NOWHERE));
    dg_node_append(row, cell);
    dg_node_append(table, row);
    dg_node_append(body, table);
    return body;
}

static void
test_blocks_are_the_smallest_holders_of_text(void)
{
    DgArena *arena = dg_arena_new();
    DgNode *body = small_body(arena);
    size_t n = 0;
    DgNode **blocks = dg_blocks(arena, body, &n);
    g_assert_cmpuint(n, ==, 3);
    g_assert_cmpstr(dg_kind_name(blocks[0]->kind), ==, "heading");
    g_assert_cmpstr(dg_kind_name(blocks[1]->kind), ==, "paragraph");
    g_assert_cmpstr(dg_kind_name(blocks[2]->kind), ==, "table");
    DgNode *in_cell = blocks[2]->first->first->first;
    g_assert_true(dg_node_block(blocks[1]) == blocks[1]);
    g_assert_true(dg_node_block(in_cell) == blocks[2]);
    g_assert_cmpstr(dg_role_name(dg_node_role(in_cell)), ==, "cell");
    g_assert_cmpstr(dg_role_name(dg_node_role(blocks[1])), ==, "list-item");
    g_assert_cmpstr(dg_role_name(dg_node_role(blocks[0])), ==, "h1");
    dg_arena_free(arena);
}

static void
test_the_walker_enters_and_leaves(void)
{
    DgArena *arena = dg_arena_new();
    DgNode *body = small_body(arena);
    int entered = 0, left = 0;
    for (DgWalk walk = dg_walk(body); dg_walk_next(&walk);)
        walk.entering ? entered++ : left++;
    g_assert_cmpint(entered, ==, 12);
    g_assert_cmpint(left, ==, 9);
    for (DgWalk walk = dg_walk(NULL); dg_walk_next(&walk);)
        g_assert_not_reached();
    dg_arena_free(arena);
}

static void
test_text_is_folded_across_nodes(void)
{
    DgArena *arena = dg_arena_new();
    DgNode *p = dg_block_new(arena, DG_PARAGRAPH, DG_ROLE_NONE, "  a \n b", DG_NOWHERE);
    dg_node_append(p, styled(arena, DG_ITALIC, "c "));
    dg_node_append(p, dg_text_new(arena, " d", DG_NOWHERE));
    dg_node_append(p, dg_node_new(arena, DG_BREAK, DG_NOWHERE));
    dg_node_append(p, dg_text_new(arena, "e ", DG_NOWHERE));
    g_assert_cmpstr(dg_node_text(arena, p), ==, "a bc d e");
    g_assert_cmpstr(dg_node_text(arena, small_body(arena)), ==, "Итоги one 7");
    dg_arena_free(arena);
}

static void
test_notes_are_left_out(void)
{
    DgArena *arena = dg_arena_new();
    DgNode *p = dg_block_new(arena, DG_PARAGRAPH, DG_ROLE_NONE, "word", DG_NOWHERE);
    DgNode *mark = dg_node_new(arena, DG_NOTE_MARK, DG_NOWHERE);
    DgNode *note = dg_node_new(arena, DG_NOTE, DG_NOWHERE);
    DgNode *inside = dg_block_new(arena, DG_PARAGRAPH, DG_ROLE_NONE, "note", DG_NOWHERE);
    dg_node_append(note, inside);
    mark->as.note_mark.note = note;
    note->as.note.mark = mark;
    dg_node_append(p, mark);
    DgPair pair = {.anchor = "p1"};
    p->pair = &pair;
    g_assert_cmpstr(dg_node_text(arena, p), ==, "word");
    g_assert_cmpstr(dg_node_anchor(inside), ==, "p1");
    g_assert_cmpstr(dg_role_name(dg_node_role(inside)), ==, "note");
    dg_arena_free(arena);
}

static void
test_nodes_are_inserted_and_removed(void)
{
    DgArena *arena = dg_arena_new();
    DgNode *body = small_body(arena);
    DgNode *list = body->first->next;
    dg_node_insert_before(body->first,
                          dg_block_new(arena, DG_PARAGRAPH, DG_ROLE_NONE, "0", DG_NOWHERE));
    dg_node_insert_before(list, dg_block_new(arena, DG_PARAGRAPH, DG_ROLE_NONE, "1", DG_NOWHERE));
    dg_node_remove(list);
    g_assert_cmpstr(dg_node_text(arena, body), ==, "0 Итоги 1 7");
    dg_node_remove(body->first);
    dg_node_remove(body->last);
    g_assert_cmpstr(dg_node_text(arena, body), ==, "Итоги 1");
    dg_arena_free(arena);
}

static void
test_every_role_has_a_name_of_its_own(void)
{
    for (int i = DG_ROLE_NONE + 1; i < DG_N_ROLES; i++) {
        DgRole found = DG_ROLE_NONE;
        g_assert_true(dg_role_parse(dg_role_name((DgRole)i), &found));
        g_assert_cmpint(found, ==, i);
    }
    for (int i = 0; i < DG_N_KINDS; i++)
        g_assert_nonnull(dg_kind_name((DgKind)i));
}

static void
test_sheet_formats_have_their_coefficients(void)
{
    static const struct {
        const char *text;
        int width, fraction, coefficient;
        bool usual;
    } formats[] = {{"70×100/16", 700, 16, 129, true},   {"60x84 1/16", 600, 16, 93, true},
                   {"84х108 1/32", 840, 32, 168, true}, {"60 × 90/8", 600, 8, 100, true},
                   {"62×94/16", 620, 16, 108, false},   {"60,5×84/16", 605, 16, 94, false}};
    static const char *const wrong[] = {"A4", "",       "70×100",      "70×100/0",  "70/16",
                                        "×/", "1×1/16", "99999×84/16", "70×100/16x"};
    DgSheetFormat format;
    for (size_t i = 0; i < G_N_ELEMENTS(formats); i++) {
        g_assert_true(dg_sheet_format_parse(formats[i].text, &format));
        g_assert_cmpint(format.width, ==, formats[i].width);
        g_assert_cmpint(format.fraction, ==, formats[i].fraction);
        g_assert_cmpint(format.coefficient, ==, formats[i].coefficient);
        g_assert_cmpint(format.usual, ==, formats[i].usual);
    }
    for (size_t i = 0; i < G_N_ELEMENTS(wrong); i++)
        g_assert_false(dg_sheet_format_parse(wrong[i], &format));
    g_assert_false(dg_sheet_format_parse(NULL, &format));
}

/* A sheet is folded across its longer side; the edges are trimmed. */
static void
test_sheets_give_pages(void)
{
    static const struct {
        const char *sheet;
        int width, height;
        bool fits;
    } pages[] = {
        {"70×100/16", 170, 240, true},
        {"70×100/16", 210, 297, false},
        {"60×84/8", 210, 297, true},
        {"60×84/16", 148, 210, true},
        {"84×108/32", 130, 205, true},
        {"84×108/32", 140, 210, false},
        {"60×90/16", 145, 215, true},
        {"60×90/12", 999, 999, true}, /* who knows how it is folded */
    };
    static const struct {
        int width, height;
        const char *sheet;
    } found[] = {{210, 297, "60×84/8"},  {170, 240, "70×100/16"}, {145, 215, "60×90/16"},
                 {148, 210, "60×84/16"}, {130, 205, "84×108/32"}, {500, 700, NULL}};
    DgArena *arena = dg_arena_new();
    for (size_t i = 0; i < G_N_ELEMENTS(pages); i++) {
        DgSheetFormat format;
        g_assert_true(dg_sheet_format_parse(pages[i].sheet, &format));
        g_assert_cmpint(dg_sheet_format_fits(&format, pages[i].width, pages[i].height), ==,
                        pages[i].fits);
    }
    for (size_t i = 0; i < G_N_ELEMENTS(found); i++)
        g_assert_cmpstr(dg_sheet_format_for(arena, found[i].width, found[i].height), ==,
                        found[i].sheet);
    dg_arena_free(arena);
}

static void
test_names_are_shortened_in_both_orders(void)
{
    static const struct {
        DgName name;
        const char *first, *last;
    } names[] = {
        {{.surname = "Храмов", .given = "О.\u202FВ."},
         "О.\u00A0В.\u00A0Храмов",
         "Храмов\u00A0О.\u00A0В."},
        {{.surname = "Bach", .given = "Johann S."}, "J.\u00A0S.\u00A0Bach", "Bach\u00A0J.\u00A0S."},
        {{.surname = "Beethoven", .prefix = "van", .given = "Ludwig"},
         "L.\u00A0van Beethoven",
         "van Beethoven\u00A0L."},
        {{.whole = "Ho"}, "Ho", "Ho"}};
    DgArena *arena = dg_arena_new();
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
        g_assert_cmpstr(dg_name_short(arena, &names[i].name, false), ==, names[i].first);
        g_assert_cmpstr(dg_name_short(arena, &names[i].name, true), ==, names[i].last);
    }
    g_assert_null(dg_name_short(arena, &(DgName){0}, false));
    dg_arena_free(arena);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/doc/blocks", test_blocks_are_the_smallest_holders_of_text);
    g_test_add_func("/doc/walk", test_the_walker_enters_and_leaves);
    g_test_add_func("/doc/text", test_text_is_folded_across_nodes);
    g_test_add_func("/doc/notes", test_notes_are_left_out);
    g_test_add_func("/doc/edit", test_nodes_are_inserted_and_removed);
    g_test_add_func("/doc/roles", test_every_role_has_a_name_of_its_own);
    g_test_add_func("/doc/sheet-formats", test_sheet_formats_have_their_coefficients);
    g_test_add_func("/doc/sheets-give-pages", test_sheets_give_pages);
    g_test_add_func("/doc/short-names", test_names_are_shortened_in_both_orders);
    return g_test_run();
}
