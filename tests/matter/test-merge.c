/* test-merge.c - equal figures in two languages; which tables are set as one, and what then stands where */
#include "merge-internal.h"

#include <glib.h>

static void
test_figures_are_equal_however_they_are_written(void)
{
    static const struct {
        const char *russian, *english;
        bool equal;
    } cases[] = {
        {"1,5", "1.5", true},
        {"1\u00A0000", "1,000", true},
        {"1\u00A0234\u00A0567,80", "1,234,567.8", true},
        {"\u22127,0", "-7", true},
        {"12,5\u00A0%", "12.5%", true},
        {"5,1 \u00B1 0,3", "5.1\u00A0\u00B1\u00A00.3", true},
        {"2019\u20132021", "2019-2021", true},
        {"0,5 (0,1; 0,9)", "0.5 (0.1; 0.9)", true},
        {"ISO", "iso", true},
        {"", "", true},
        {"1,500", "1.500", true},
        {"1,500", "1,500", false},
        {"12", "13", false},
        {"12", "", false},
        {"12.03.2024", "12,032,024", false},
        {"нет", "no", false},
        {"5 %", "5", false},
    };
    DgArena *arena = dg_arena_new();
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        Figures a = figures_read(arena, cases[i].russian, "ru"),
                b = figures_read(arena, cases[i].english, "en");
        g_test_message("%s %s", cases[i].russian, cases[i].english);
        g_assert_cmpint(g_str_equal(a.form, b.form), ==, cases[i].equal);
    }
    dg_arena_free(arena);
}

/* ---- tables ---- */

/* A cell's text; behind "^" that of a note. */
static DgNode *
cell_new(DgArena *arena, const char *text)
{
    DgNode *cell = dg_node_new(arena, DG_CELL, DG_NOWHERE);
    g_auto(GStrv) parts = g_strsplit(text, "^", 2);
    DgNode *p = dg_block_new(arena, DG_PARAGRAPH, DG_ROLE_NONE, parts[0], DG_NOWHERE);
    dg_node_append(cell, p);
    if (!parts[0] || !parts[1])
        return cell;
    DgNode *mark = dg_node_new(arena, DG_NOTE_MARK, DG_NOWHERE),
           *note = dg_node_new(arena, DG_NOTE, DG_NOWHERE);
    dg_node_append(note, dg_block_new(arena, DG_PARAGRAPH, DG_ROLE_NONE, parts[1], DG_NOWHERE));
    mark->as.note_mark.note = note;
    note->as.note.mark = mark;
    dg_node_append(p, mark);
    return cell;
}

/* Rows are parted by "/", cells by "|"; the first row is the head. */
static DgNode *
table_new(DgArena *arena, const char *spec, const char *caption, const char *label)
{
    DgNode *table = dg_node_new(arena, DG_TABLE, DG_NOWHERE);
    g_auto(GStrv) rows = g_strsplit(spec, "/", -1);
    table->label = label;
    table->as.table.header_rows = 1;
    if (caption) {
        DgNode *node = dg_node_new(arena, DG_CAPTION, DG_NOWHERE);
        dg_node_append(node, dg_block_new(arena, DG_PARAGRAPH, DG_ROLE_NONE, caption, DG_NOWHERE));
        dg_node_append(table, node);
    }
    for (char **row = rows; *row; row++) {
        g_auto(GStrv) cells = g_strsplit(*row, "|", -1);
        DgNode *node = dg_node_new(arena, DG_ROW, DG_NOWHERE);
        for (char **cell = cells; *cell; cell++)
            dg_node_append(node, cell_new(arena, *cell));
        dg_node_append(table, node);
    }
    return table;
}

typedef struct {
    DgVolume volume;
    DgItem item;
    DgBook book;
    DgFlow flow;
    DgPair pair;
    DgNode *tables[DG_SIDES];
} Fixture;

static void
merge(DgArena *arena, Fixture *fixture, DgNode *left, DgNode *right)
{
    *fixture =
        (Fixture){.volume = {.languages = {"ru", "en"}, .n_languages = 2}, .tables = {left, right}};
    for (int side = 0; side < DG_SIDES; side++) {
        dg_node_append(dg_node_new(arena, DG_BODY, DG_NOWHERE), fixture->tables[side]);
        fixture->pair.blocks[side] = &fixture->tables[side];
        fixture->pair.n[side] = 1;
    }
    fixture->pair.anchor = "t1";
    fixture->flow = (DgFlow){.item = &fixture->item, .pairs = &fixture->pair, .n_pairs = 1};
    fixture->book = (DgBook){.flows = &fixture->flow, .n_flows = 1};
    dg_tables_merge(arena, &fixture->volume, &fixture->book, DG_LAYOUT_COLUMNS);
}

static void
test_tables_with_the_same_figures_become_one(void)
{
    static const struct {
        const char *russian, *english, *merged; /* NULL: both stay */
    } cases[] = {
        {"Год|Доля/Все|1,5", "Year|Share/All|1.5", "Год Year Доля Share Все All 1,5"},
        {"Год|Доля/Все|1,5", "Year|Share/All|1.6", NULL},
        {"Год|Доля/Все|1,5", "Year|Share/All|1.5/Some|2", NULL},
        {"Год|Доля/Все|1,5", "Year|Share/All", NULL},
        {"Год|Доля/Все|да", "Year|Share/All|yes", NULL}, /* nothing is the same */
        {"Год/12", "Year/12", "Год Year 12"},
        {"Год|Доля/5 млн|7", "Year|Share/5 million|7", "Год Year Доля Share 5 млн 5 million 7"},
    };
    DgArena *arena = dg_arena_new();
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        Fixture fixture;
        g_test_message("%s", cases[i].english);
        merge(arena, &fixture, table_new(arena, cases[i].russian, NULL, NULL),
              table_new(arena, cases[i].english, NULL, NULL));
        g_assert_cmpuint(fixture.flow.n_pairs, ==, 1);
        g_assert_cmpint(fixture.flow.pairs[0].full, ==, cases[i].merged != NULL);
        if (cases[i].merged)
            g_assert_cmpstr(dg_node_text(arena, fixture.flow.pairs[0].blocks[DG_LEFT][0]), ==,
                            cases[i].merged);
        else
            g_assert_null(fixture.tables[DG_LEFT]->as.table.merged);
    }
    dg_arena_free(arena);
}

static void
test_captions_stand_in_their_columns(void)
{
    DgArena *arena = dg_arena_new();
    Fixture fixture;
    merge(arena, &fixture, table_new(arena, "a/1", "Доли", "Таблица 1"),
          table_new(arena, "b/1", "Shares", "Table 1."));
    const DgPair *pairs = fixture.flow.pairs;
    g_assert_cmpuint(fixture.flow.n_pairs, ==, 2);
    g_assert_true(pairs[0].joined && !pairs[0].full && pairs[1].full && !pairs[1].joined);
    g_assert_cmpstr(pairs[0].anchor, ==, "t1");
    g_assert_null(pairs[1].anchor);
    g_assert_cmpstr(pairs[0].blocks[DG_LEFT][0]->label, ==, "Таблица 1.");
    g_assert_cmpstr(pairs[0].blocks[DG_RIGHT][0]->label, ==, "Table 1.");
    g_assert_cmpint(dg_node_role(pairs[0].blocks[DG_RIGHT][0]), ==, DG_ROLE_CAPTION);
    g_assert_cmpstr(pairs[0].blocks[DG_RIGHT][0]->lang, ==, "en");
    dg_arena_free(arena);
}

/* The note of the n-th mark in a table. */
static const DgNode *
note_in(const DgNode *table, int n)
{
    for (DgWalk walk = dg_walk((DgNode *)table); dg_walk_next(&walk);)
        if (walk.entering && walk.node->kind == DG_NOTE_MARK && n-- == 0)
            return walk.node->as.note_mark.note;
    return NULL;
}

static void
test_no_note_is_lost(void)
{
    DgArena *arena = dg_arena_new();
    Fixture fixture;
    merge(arena, &fixture, table_new(arena, "Год^первая/1^вторая/2", NULL, NULL),
          table_new(arena, "Year^one/1^two/2^three", NULL, NULL));
    const DgNode *table = fixture.flow.pairs[0].blocks[DG_LEFT][0];
    static const char *const notes[] = {"первая", "one", "вторая two", "three"};
    for (int i = 0; i < (int)G_N_ELEMENTS(notes); i++)
        g_assert_cmpstr(dg_node_text(arena, note_in(table, i)), ==, notes[i]);
    g_assert_null(note_in(table, 4));
    g_assert_cmpstr(dg_node_text(arena, note_in(fixture.tables[DG_LEFT], 1)), ==, "вторая");
    dg_arena_free(arena);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/matter/figures", test_figures_are_equal_however_they_are_written);
    g_test_add_func("/matter/merge", test_tables_with_the_same_figures_become_one);
    g_test_add_func("/matter/merge/captions", test_captions_stand_in_their_columns);
    g_test_add_func("/matter/merge/notes", test_no_note_is_lost);
    return g_test_run();
}
