/* test-table-strips.c - src/page/table-strips.c, table-place.c: heights, strips, heads, notes */
#include "table-maker.h"

static DgNode *
add_note(Typeset *t, DgNode *paragraph, const char *label)
{
    DgNode *note = dg_node_new(t->arena, DG_NOTE, DG_NOWHERE);
    DgNode *mark = dg_node_new(t->arena, DG_NOTE_MARK, DG_NOWHERE);
    note->label = label;
    note->as.note.mark = mark;
    mark->as.note_mark.note = note;
    dg_node_append(paragraph, mark);
    return note;
}

static void
test_strips(void)
{
    Typeset t = typeset_new(CELLS);
    DgTable *table = fitted(&t, "h|i/a|b/[1x2]c|d/e/f|g", 1, 10 * EM);
    const DgStrip *const *strips = NULL;
    DgLen row = LINE + 2 * PADDING, outer = DG_PT(0.8), head = outer + row + DG_PT(0.5),
          thin = DG_PT(0.25);
    g_assert_cmpuint(dg_table_strips(table, &strips), ==, 4);
    g_assert_cmpint(dg_strip_height(strips[0]), ==, head + row + thin);
    g_assert_cmpint(dg_strip_height(strips[1]), ==, row + thin);
    g_assert_cmpint(dg_strip_height(strips[2]), ==, row + thin);
    g_assert_cmpint(dg_strip_height(strips[3]), ==, row + outer);
    g_assert_cmpint(strips[0]->repeat, ==, 0);
    for (int i = 1; i < 4; i++)
        g_assert_cmpint(strips[i]->repeat, ==, head);
    /* Between the rows that c spans the rule stands below the second column only. */
    g_assert_cmpuint(strips[1]->n_rules, ==, 1);
    g_assert_cmpint(strips[1]->rules[0].x, ==, EM + GAP);
    g_assert_cmpint(strips[1]->rules[0].y, ==, row);
    g_assert_cmpint(strips[2]->rules[0].x, ==, 0);
    typeset_free(&t);
}

/* Rows that a cell joins are parted where it has room on both sides; it comes again beside the second part. */
static void
test_joined_rows_are_parted(void)
{
    static const struct {
        const char *rows;
        int gaps;
        size_t n_strips, n_joined;
    } cases[] = {
        {"[1x3]a|b/c/d", 1, 3, 2},
        {"[1x3]aa aa|b/c c c/d d", 1, 2, 1},       /* it ends only beside the second row ... */
        {"[1x3]aa aa|b b b b/c c c c/d", 1, 2, 1}, /* ... has no room beside the third */
        {"[1x6]aa aa|b/c/d/e/f/g", 1, 3, 2},       /* each part has room for it */
        {"[1x2]aa aa aa aa|b/c", 1, 1, 0},
        {"[1x2]a|[1x3]b|c/d/[1x2]e|f/g", 2, 4, 3}, /* two that overlap */
        {"[2x1]t/[1x2]a|b/c", 1, 2, 1},            /* a title stays with the first row */
    };
    Typeset t = typeset_new(CELLS);
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        DgTable *table = fitted(&t, cases[i].rows, 0, cases[i].gaps * GAP + 3 * EM);
        size_t n_joined = 0;
        for (size_t j = 0; j < table->n_strips; j++)
            n_joined += table->strips[j]->spans != NULL;
        g_assert_cmpuint(table->n_strips, ==, cases[i].n_strips);
        g_assert_cmpuint(n_joined, ==, cases[i].n_joined);
        assert_sound(table, cases[i].gaps * GAP + 3 * EM);
    }
    typeset_free(&t);
}

static void
test_joining_cells_come_again(void)
{
    Typeset t = typeset_new(CELLS);
    DgTable *table = fitted(&t, "h|i/[1x2]a|b/c", 1, 3 * EM + GAP);
    const DgStrip *strip = table->strips[1];
    g_assert_cmpuint(table->n_strips, ==, 2);
    g_assert_cmpuint(strip->head->n_lines, ==, 3);
    g_autofree char *text = line_text(&t, &strip->head->lines[2]);
    g_assert_cmpstr(text, ==, "a");
    g_assert_true(strip->head->lines[2].again);
    g_assert_cmpint(strip->head->lines[2].y, ==, strip->repeat + PADDING);
    g_assert_cmpint(strip->head->lines[2].x, ==, 0);
    typeset_free(&t);
}

/* A note is marked once. */
static void
test_cells_with_notes_do_not_come_again(void)
{
    Typeset t = typeset_new(CELLS);
    DgNode *node = table_node(&t, "[1x2]a|b/c", 0);
    add_note(&t, node->first->first->first, "1");
    DgTable *table = make(&t, node);
    dg_table_fit(table, 20 * EM, TALL);
    g_assert_cmpuint(table->n_strips, ==, 1);
    typeset_free(&t);
}

/* A head over two columns has a rule over both, unless rows are parted by rules anyway, and stands amid them. */
static void
test_heads_of_several_columns(void)
{
    static const struct {
        const char *rules, *rows;
        int head;
        size_t n_rules; /* above, below the head; those of spanners */
    } cases[] = {
        {"0", "[1x2]h|[2x1]s|[2x1]t/a|b|c|d/e|f|g|h|i", 2, 4},
        {"0", "[1x2]h|[2x1]s|t/a|b|c/e|f|g|h", 2, 3},
        {"0", "[3x1]s/a|b|c/d|e|f", 2, 2}, /* over all: a title */
        {"0", "h|[2x1]s/a|b|c/d|e|f", 1, 2},
        {"0.25pt", "h|[2x1]s/a|b|c/d|e|f", 2, 3},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *css =
            g_strconcat(CELLS "cell { border-bottom-width: ", cases[i].rules, "}", NULL);
        Typeset t = typeset_new(css);
        DgTable *table = fitted(&t, cases[i].rows, cases[i].head, 30 * EM);
        g_assert_cmpuint(table->head->n_rules, ==, cases[i].n_rules);
        for (size_t j = 0; j < table->n_cells; j++) {
            const DgTableCell *cell = &table->cells[j];
            if (dg_cell_is_spanner(table, cell))
                g_assert_cmpint(cell->texts[0].style->align, ==, DG_ALIGN_CENTER);
        }
        typeset_free(&t);
    }
}

static void
test_titles_stay_with_what_they_are_about(void)
{
    static const struct {
        const char *rows;
        size_t n_strips;
    } cases[] = {{"a|b/c|d/e|f", 3},   {"[2x1]t/a|b/c|d", 2}, {"t|/a|b/c|d", 2},
                 {"t|/u|/a|b/c|d", 2}, {"t|/u|/v|/a|b", 2},   {"a|b/t|", 2},
                 {"|t/a|b", 2},        {"t/u/v/w", 4},        {"[2x1]t/[1x2]a|b/c/d|e", 3}};
    Typeset t = typeset_new(CELLS);
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++)
        g_assert_cmpuint(fitted(&t, cases[i].rows, 0, 20 * EM)->n_strips, ==, cases[i].n_strips);
    typeset_free(&t);
}

static void
test_rows_without_text_take_no_space(void)
{
    static const struct {
        const char *rows;
        int head;
        size_t n_strips, n_rules; /* of all strips */
    } cases[] = {{"a|b/|/c|d", 0, 2, 3},     {"|/a|b", 0, 1, 2},         {"a|b/|", 0, 1, 2},
                 {"h|i/|/a|b", 2, 1, 3},     {"h|i/|/a|b", 1, 1, 3},     {"|/|", 0, 0, 0},
                 {"a|b/|/|/|/c|d", 0, 2, 3}, {"[1x2]a|b/[1x1]", 0, 1, 2}};
    Typeset t = typeset_new(CELLS);
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        DgTable *table = fitted(&t, cases[i].rows, cases[i].head, 20 * EM);
        size_t n_rules = 0;
        DgLen height = 0;
        for (size_t j = 0; j < table->n_strips; j++) {
            n_rules += table->strips[j]->n_rules;
            height += table->strips[j]->height;
        }
        g_autofree char *text = letters(&t, table);
        DgLen rows = (DgLen)strlen(text) / 2 * (LINE + 2 * PADDING);
        g_assert_cmpuint(table->n_strips, ==, cases[i].n_strips);
        g_assert_cmpuint(n_rules, ==, cases[i].n_rules);
        g_assert_cmpint(height, <=, rows + DG_PT(0.8 * 2 + 0.5));
    }
    typeset_free(&t);
}

static void
test_a_tall_cell_heightens_its_rows(void)
{
    Typeset t = typeset_new(CELLS);
    DgTable *table = fitted(&t, "[1x2]aa aa aa aa|b/c", 0, 3 * EM + GAP);
    g_assert_cmpuint(table->n_strips, ==, 1);
    g_assert_cmpint(table->strips[0]->height, ==, DG_PT(0.8) + 4 * LINE + 2 * PADDING + DG_PT(0.8));
    typeset_free(&t);
}

static void
test_what_is_taller_than_half_a_page_is_divided(void)
{
    static const char rows[] =
        "h|i/[1x2]aa aa aa aa aa aa aa aa aa aa aa|b b b b b b/c c c c c c c c c";
    Typeset t = typeset_new(CELLS);
    DgTable *table = make(&t, table_node(&t, rows, 1));
    dg_table_fit(table, 2 * EM + GAP + EM, 6 * LINE);
    g_assert_cmpuint(table->n_strips, >, 2);
    for (size_t i = 0; i < table->n_strips; i++)
        g_assert_cmpint(table->strips[i]->height, <=, 7 * LINE);
    assert_sound(table, 2 * EM + GAP + EM);
    g_autofree char *found = sorted(letters(&t, table));
    g_assert_cmpstr(found, ==, "aaaaaaaaaaaaaaaaaaaaaabbbbbbccccccccchi");
    typeset_free(&t);
}

static void
test_notes_belong_to_their_strips(void)
{
    Typeset t = typeset_new(CELLS);
    DgNode *node = table_node(&t, "h|i/a|b/c|d", 1);
    DgNode *first = add_note(&t, node->first->first->first, "1");
    DgNode *second = add_note(&t, node->first->next->last->first, "2");
    DgNode *third = add_note(&t, node->last->first->first, "3");
    DgTable *table = make(&t, node);
    dg_table_fit(table, 20 * EM, TALL);
    size_t n = 0;
    const DgNode *const *notes = dg_strip_notes(table->strips[0], &n);
    g_assert_cmpuint(n, ==, 2);
    g_assert_true(notes[0] == first && notes[1] == second);
    notes = dg_strip_notes(table->strips[1], &n);
    g_assert_cmpuint(n, ==, 1);
    g_assert_true(notes[0] == third);
    typeset_free(&t);
}

static void
test_the_head_comes_again_as_an_artifact(void)
{
    Typeset t = typeset_new(CELLS);
    DgTable *table = fitted(&t, "h|i/a|b/c|d", 1, 20 * EM);
    DgVolume volume = {.languages = {"en"}, .n_languages = 1};
    DgBook book = {0};
    DgPage page = {0};
    DgCanvas canvas = {.arena = t.arena, .page = &page};
    canvas.targets = dg_targets_make(t.arena, &volume, &book, NULL);
    dg_table_place_strip(&canvas, table->strips[0], DG_PT(50), DG_PT(100));
    size_t n = page.n_marks;
    g_assert_cmpuint(page.n_lines, ==, 4);
    g_assert_cmpint(page.marks[page.lines[0].first_mark].x, ==, DG_PT(50));
    g_assert_cmpint(page.lines[0].y, ==, DG_PT(100) + DG_PT(0.8) + PADDING + DG_PT(9.5));
    dg_table_place_head(&canvas, table->strips[1], DG_PT(50), DG_PT(20));
    g_assert_cmpuint(page.n_lines, ==, 4);
    g_assert_cmpuint(page.n_marks, >, n);
    for (size_t i = n; i < page.n_marks; i++)
        g_assert_null(page.marks[i].node);
    typeset_free(&t);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/page/table-strips/strips", test_strips);
    g_test_add_func("/page/table-strips/joined", test_joined_rows_are_parted);
    g_test_add_func("/page/table-strips/joining", test_joining_cells_come_again);
    g_test_add_func("/page/table-strips/joining-notes", test_cells_with_notes_do_not_come_again);
    g_test_add_func("/page/table-strips/spanners", test_heads_of_several_columns);
    g_test_add_func("/page/table-strips/titles", test_titles_stay_with_what_they_are_about);
    g_test_add_func("/page/table-strips/empty-rows", test_rows_without_text_take_no_space);
    g_test_add_func("/page/table-strips/tall-cell", test_a_tall_cell_heightens_its_rows);
    g_test_add_func("/page/table-strips/divided", test_what_is_taller_than_half_a_page_is_divided);
    g_test_add_func("/page/table-strips/notes", test_notes_belong_to_their_strips);
    g_test_add_func("/page/table-strips/head-again", test_the_head_comes_again_as_an_artifact);
    return g_test_run();
}
