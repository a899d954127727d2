/* test-table.c - src/page/table*.c: grid, numbers, widths, panels, hostile tables */
#include "table-maker.h"

static void
test_cells_find_their_places(void)
{
    static const struct {
        const char *rows;
        int head;
        const char *places; /* row,column,rows,columns of each cell */
    } cases[] = {
        {"a|b/c|d", 1, "0,0,1,1 0,1,1,1 1,0,1,1 1,1,1,1"},
        {"[1x2]a|b/c", 0, "0,0,2,1 0,1,1,1 1,1,1,1"},
        {"[2x1]a|b/c|d|e", 0, "0,0,1,2 0,2,1,1 1,0,1,1 1,1,1,1 1,2,1,1"},
        {"a|b|c/d", 0, "0,0,1,1 0,1,1,1 0,2,1,1 1,0,1,1"},
        {"[9x9]a/b", 0, "0,0,2,1 1,1,1,1"}, /* columns without a cell are left out */
        {"[1x9]a|b/c|d", 1, "0,0,2,1 0,1,1,1 1,1,1,1 1,2,1,1"}, /* all rows belong to the head */
        {"[1x2]a|b/[2x1]c/d|e|f", 0, "0,0,2,1 0,1,1,1 1,1,1,2 2,0,1,1 2,1,1,1 2,2,1,1"},
        {"a|[1x2]b/[2x1]c", 0, "0,0,1,1 0,1,2,1 1,0,1,1"}, /* a span stops at what is taken */
    };
    Typeset t = typeset_new(CELLS);
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        DgTable *table = make(&t, table_node(&t, cases[i].rows, cases[i].head));
        g_autoptr(GString) places = g_string_new(NULL);
        for (size_t j = 0; j < table->n_cells; j++) {
            const DgTableCell *cell = &table->grid[j];
            g_string_append_printf(places, "%s%d,%d,%d,%d", j ? " " : "", cell->row, cell->column,
                                   cell->rows, cell->columns);
        }
        g_assert_cmpstr(places->str, ==, cases[i].places);
    }
    typeset_free(&t);
}

static void
test_numbers(void)
{
    static const struct {
        const char *text, *language, *whole; /* NULL: no number */
    } cases[] = {
        {"12", "ru", "12"},
        {"12,5", "ru", "12"},
        {"1\u00A0234,5", "ru", "1\u00A0234"},
        {"12.5", "ru", "12"},
        {"1.234", "ru", "1.234"},
        {"1,234", "en", "1,234"},
        {"1,234.56", "en", "1,234"},
        {"12.345", "en", "12"},
        {"\u22125,1 %", "ru", "\u22125"},
        {"$12.50", "en", "$12"},
        {"1,234,567", "en", "1,234,567"},
        {"12.03.2024", "ru", NULL},
        {"2019\u20132021", "ru", NULL},
        {"7,2 (6,3\u20138,2)", "ru", "7"},
        {"5.1 \u00B1 0.3", "en", "5"},
        {"5.1 (few)", "en", NULL},
        {"12 kg", "en", NULL},
        {"abc", "en", NULL},
        {"", "en", NULL},
        {"\u2014", "ru", NULL},
        {"5a", "en", NULL},
        {"1.2.3", "en", NULL},
        {"1,", "en", NULL},
    };
    DgArena *arena = dg_arena_new();
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        DgNumber number = dg_number_parse(arena, cases[i].text, cases[i].language);
        g_assert_cmpstr(number.whole, ==, cases[i].whole);
        g_assert_cmpint(number.is_number, ==, cases[i].whole != NULL);
    }
    g_assert_true(dg_number_parse(arena, "\u2013", "ru").is_empty);
    g_assert_true(dg_number_parse(arena, "", "ru").is_empty);
    g_assert_false(dg_number_parse(arena, "a", "ru").is_empty);
    dg_arena_free(arena);
}

static void
test_widths(void)
{
    static const struct {
        const char *rows;
        DgLen measure, widths[3]; /* 0: no such column */
        int scale;
    } cases[] = {
        {"aaa|bb/c|dddd", 20 * EM, {3 * EM, 4 * EM}, 100}, /* small tables stay small */
        {"aaa|bbb", 8 * EM + GAP, {4 * EM, 4 * EM}, 100},  /* others fill the measure */
        /* 4 ems are free: the wishes are 0 and 8 ems */
        {"aaaa|bbb bbbb bbb", 4 * EM + GAP + 8 * EM, {4 * EM, 8 * EM}, 100},
        {"[2x1]aaaaaaaaaa/b|c", 40 * EM, {(10 * EM - GAP) / 2, (10 * EM - GAP) / 2}, 100},
        /* the words are too wide by 1 em: smaller type */
        {"aaaaaaaaaa|bbbbbbbbbb", 19 * EM + GAP, {-1, -1}, 90},
    };
    Typeset t = typeset_new(CELLS);
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        DgTable *table = fitted(&t, cases[i].rows, 0, cases[i].measure);
        g_assert_cmpint(table->density.scale, ==, cases[i].scale);
        for (int c = 0; c < 3 && cases[i].widths[c]; c++)
            if (cases[i].widths[c] > 0)
                g_assert_cmpint(table->widths[c], ==, cases[i].widths[c]);
        assert_sound(table, cases[i].measure);
    }
    typeset_free(&t);
}

/* Whatever the measure, all text is there, once, within the measure. */
static void
test_no_measure_loses_text(void)
{
    static const char rows[] =
        "country|share|remarks/Kazakhstan|12.5|a long remark on internationalization "
        "of procedures/Russia|7|[1x2]shared by two rows/Uzbekistan|103.25";
    Typeset t = typeset_new(CELLS);
    DgTable *wide = fitted(&t, rows, 1, 200 * EM);
    g_autofree char *expected = sorted(letters(&t, wide));
    bool stacked = false, divided = false;
    for (DgLen measure = 5 * EM; measure < 60 * EM; measure += EM) {
        DgTable *table = fitted(&t, rows, 1, measure);
        g_autofree char *found = sorted(letters(&t, table));
        g_assert_cmpstr(found, ==, expected);
        assert_sound(table, measure);
        stacked = stacked || table->stacked;
        divided = divided || (!table->stacked && table->density.divide);
    }
    g_assert_true(stacked && divided);
    g_assert_cmpuint(dg_diags_count(t.diags, DG_LINE_OVERFULL), ==, 0);
    typeset_free(&t);
}

/* Each panel begins with the first column again; heads over several columns are not parted. */
static void
test_panels(void)
{
    static const char rows[] = "[1x2]stub|[2x1]first pair|[2x1]second pair/aaaaa|bbbbb|ccccc|ddddd/"
                               "x|11111|22222|33333|44444/y|55555|66666|77777|88888";
    Typeset t = typeset_new(CELLS);
    DgTable *table = fitted(&t, rows, 2, 20 * EM);
    g_assert_cmpuint(table->n_strips, ==, 4);
    static const char *const expected[] = {"stubfirst pairaaaaabbbbbx1111122222", "y5555566666",
                                           "(stub)second paircccccddddd(x)3333344444",
                                           "(y)7777788888"};
    for (size_t i = 0; i < table->n_strips; i++) {
        g_autoptr(GString) text = g_string_new(NULL);
        for (size_t j = 0; j < table->strips[i]->n_lines; j++) {
            g_autofree char *line = line_text(&t, &table->strips[i]->lines[j]);
            bool again = table->strips[i]->lines[j].again;
            g_string_append_printf(text, again ? "(%s)" : "%s", g_strchomp(line));
        }
        g_assert_cmpstr(text->str, ==, expected[i]);
    }
    g_assert_true(table->strips[1]->head != table->strips[3]->head);
    g_assert_cmpint(table->strips[2]->height, >, table->strips[0]->height);
    assert_sound(table, 20 * EM);
    typeset_free(&t);
}

/* A table that is fitted twice is as if it had been fitted once. */
static void
test_fitting_again(void)
{
    static const char rows[] = "head|numbers/aaaaaaaaaaaaaaa|1.5/bbb bb|12.25";
    Typeset t = typeset_new(CELLS);
    DgTable *again = make(&t, table_node(&t, rows, 1));
    dg_table_fit(again, 5 * EM, TALL);
    dg_table_fit(again, 40 * EM, TALL);
    DgTable *once = fitted(&t, rows, 1, 40 * EM);
    g_assert_cmpuint(again->n_strips, ==, once->n_strips);
    for (size_t i = 0; i < once->n_strips; i++) {
        g_assert_cmpint(again->strips[i]->height, ==, once->strips[i]->height);
        for (size_t j = 0; j < once->strips[i]->n_lines; j++)
            g_assert_cmpint(again->strips[i]->lines[j].line->x, ==,
                            once->strips[i]->lines[j].line->x);
    }
    typeset_free(&t);
}

static void
test_numbers_stand_under_each_other(void)
{
    Typeset t = typeset_new(CELLS);
    DgTable *table = fitted(&t, "name|value/aaaaaaaa|1.5/b|103.25/c|7/d|\u2014", 1, 14 * EM + GAP);
    /* The column is 6 ems wide; its decimal signs are 3 ems from its right edge. */
    static const DgLen starts[] = {1, 2, 0, 2, 2};
    g_assert_cmpint(table->widths[1], ==, 6 * EM);
    for (size_t i = 0; i < table->n_strips; i++) {
        size_t second = i == 0 ? 3 : 1;
        g_assert_cmpint(table->strips[i]->lines[second].line->x, ==, starts[i + 1] * EM);
    }
    g_assert_cmpint(table->strips[0]->lines[1].line->x, ==, starts[0] * EM);
    typeset_free(&t);
}

static void
test_lists_tables_and_pictures_in_cells_are_text(void)
{
    Typeset t = typeset_new(CELLS);
    DgNode *node = table_node(&t, "x", 0), *cell = node->first->first;
    DgNode *list = typeset_inline(&t, cell, DG_LIST, NULL);
    DgNode *item = typeset_inline(&t, list, DG_LIST_ITEM, NULL);
    item->label = "1.";
    typeset_inline(&t, item, DG_PARAGRAPH, "one");
    DgNode *inner = table_node(&t, "p|q", 0);
    dg_node_append(cell, inner);
    DgNode *picture = typeset_inline(&t, cell, DG_GRAPHIC, NULL);
    picture->alt = "map";
    DgTable *table = make(&t, node);
    dg_table_fit(table, 40 * EM, TALL);
    g_autofree char *found = letters(&t, table);
    g_assert_cmpstr(found, ==, "x1.onepq[map]");
    typeset_free(&t);
}

static void
test_text_directly_in_cells_and_rows(void)
{
    Typeset t = typeset_new(CELLS);
    DgNode *node = table_node(&t, "a", 0);
    dg_node_append(node->first->first, dg_text_new(t.arena, " tail", DG_NOWHERE));
    dg_node_append(node->first, dg_text_new(t.arena, "loose", DG_NOWHERE));
    DgTable *table = make(&t, node);
    dg_table_fit(table, 40 * EM, TALL);
    g_autofree char *found = letters(&t, table);
    g_assert_cmpstr(found, ==, "atailloose");
    typeset_free(&t);
}

static DgNode *
wide_node(Typeset *t, int columns)
{
    DgNode *table = dg_node_new(t->arena, DG_TABLE, DG_NOWHERE);
    DgNode *row = dg_node_new(t->arena, DG_ROW, DG_NOWHERE);
    for (int i = 0; i < columns; i++)
        add_cell(t, row, "w", false);
    dg_node_append(table, row);
    return table;
}

/* A title of rows keeps to its columns where a cell of a row above stands between them and the last. */
static void
test_titles_beside_tall_cells(void)
{
    Typeset t = typeset_new(CELLS);
    const DgTable *beside = fitted(&t, "a|[1x2]b|c/t|", 0, 30 * EM),
                  *alone = fitted(&t, "a|b|c/t||", 0, 30 * EM);
    g_assert_cmpint(beside->cells[3].columns, ==, 1);
    g_assert_cmpint(alone->cells[3].columns, ==, 3);
    typeset_free(&t);
}

/* Neither a tall head nor tall rows stand out of a turned page. */
static void
test_turned_tables_keep_to_their_pages(void)
{
    Typeset t = typeset_new(CELLS);
    const char *tall = "a b c d e f g h i j k l m n o p q r s t u v w x y z";
    for (int letters = 1; letters < 52; letters += 5) {
        g_autofree char *words = g_strndup(tall, (gsize)letters),
                        *rows = g_strdup_printf("%s|h/%s|a/b|%s", words, words, words);
        DgTable *table = make(&t, table_node(&t, rows, 1));
        DgFrame frame = {.height = 12 * EM};
        table->frame = &frame;
        dg_table_turn(table, 8 * LINE);
        for (size_t i = 0; i < table->n_strips; i++)
            for (size_t j = 0; j < table->strips[i]->n_lines; j++)
                g_assert_cmpint(table->strips[i]->lines[j].y + table->strips[i]->lines[j].height,
                                <=, 8 * LINE);
    }
    typeset_free(&t);
}

static void
test_hostile_tables(void)
{
    Typeset t = typeset_new(CELLS);
    static const struct {
        const char *rows;
        int head;
    } cases[] = {{"", 0},
                 {"", 9},
                 {"/|/", 1},
                 {"[0x0]a", 0},
                 {"[-5x-5]a|b", -3},
                 {"a/b", 99},
                 {"[1000x1000]a/b|c/[1000x1000]d", 1},
                 {"[1x3]a/[1x3]b/c", 2}};
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++)
        for (int measure = -1; measure < 3; measure++) {
            DgTable *table = make(&t, table_node(&t, cases[i].rows, cases[i].head));
            dg_table_fit(table, measure * 20 * EM, measure * LINE);
        }
    DgTable *empty = make(&t, dg_node_new(t.arena, DG_TABLE, DG_NOWHERE));
    const DgStrip *const *strips = NULL;
    dg_table_fit(empty, EM, EM);
    g_assert_cmpuint(dg_table_strips(empty, &strips), ==, 0);
    for (int columns = 999; columns < 1003; columns++) {
        DgTable *table = make(&t, wide_node(&t, columns));
        dg_table_fit(table, 20 * EM, TALL);
        g_assert_true(table->stacked);
        g_autofree char *found = letters(&t, table);
        g_assert_cmpuint(strlen(found), ==, columns);
        assert_sound(table, 20 * EM);
    }
    typeset_free(&t);
}

/* A generator of our own (Knuth, MMIX), so that each run makes the same tables. */
static unsigned
random_below(uint64_t *state, unsigned limit)
{
    *state = *state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (unsigned)(*state >> 33) % limit;
}

static char *
random_rows(uint64_t *state)
{
    static const char *const texts[] = {"",
                                        "a",
                                        "12.5",
                                        "bb cc",
                                        "international",
                                        "1,000",
                                        "—",
                                        "d e f g",
                                        "hhhhhhhhhhhhhhhhhhhhhhhhh",
                                        "7"};
    GString *rows = g_string_new(NULL);
    unsigned n_rows = 1 + random_below(state, 7);
    for (unsigned row = 0; row < n_rows; row++) {
        unsigned n_cells = 1 + random_below(state, 8);
        g_string_append(rows, row ? "/" : "");
        for (unsigned cell = 0; cell < n_cells; cell++) {
            g_string_append(rows, cell ? "|" : "");
            if (random_below(state, 4) == 0)
                g_string_append_printf(rows, "[%ux%u]", 1 + random_below(state, 4),
                                       1 + random_below(state, 3));
            g_string_append(rows, texts[random_below(state, G_N_ELEMENTS(texts))]);
        }
    }
    return g_string_free(rows, FALSE);
}

static void
test_any_table_keeps_its_text_and_its_measure(void)
{
    Typeset t = typeset_new(CELLS);
    uint64_t state = 1;
    for (int i = 0; i < 150; i++) {
        g_autofree char *rows = random_rows(&state);
        DgTable *table = make(&t, table_node(&t, rows, (int)random_below(&state, 3)));
        dg_table_fit(table, 500 * EM, TALL);
        g_autofree char *expected = sorted(letters(&t, table));
        DgLen measure = (5 + random_below(&state, 60)) * EM;
        dg_table_fit(table, measure, (1 + random_below(&state, 20)) * LINE);
        g_autofree char *found = sorted(letters(&t, table));
        g_assert_cmpstr(found, ==, expected);
        assert_sound(table, measure);
    }
    g_assert_cmpuint(dg_diags_count(t.diags, DG_LINE_OVERFULL), ==, 0);
    typeset_free(&t);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/page/table/grid", test_cells_find_their_places);
    g_test_add_func("/page/table/numbers", test_numbers);
    g_test_add_func("/page/table/widths", test_widths);
    g_test_add_func("/page/table/every-measure", test_no_measure_loses_text);
    g_test_add_func("/page/table/panels", test_panels);
    g_test_add_func("/page/table/fit-again", test_fitting_again);
    g_test_add_func("/page/table/decimal", test_numbers_stand_under_each_other);
    g_test_add_func("/page/table/content", test_lists_tables_and_pictures_in_cells_are_text);
    g_test_add_func("/page/table/loose", test_text_directly_in_cells_and_rows);
    g_test_add_func("/page/table/titles", test_titles_beside_tall_cells);
    g_test_add_func("/page/table/turned", test_turned_tables_keep_to_their_pages);
    g_test_add_func("/page/table/hostile", test_hostile_tables);
    g_test_add_func("/page/table/random", test_any_table_keeps_its_text_and_its_measure);
    return g_test_run();
}
