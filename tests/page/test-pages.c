/* test-pages.c - src/page as a whole: of random volumes every word stands once and in order, inside the text block and
 * clear of its neighbours, and every note begins on the page of its mark. */
#include "../shape/typeset.h"
#include "diglot/page.h"

#define SHEET                                                                                      \
    SQUARE                                                                                         \
    "text-align: left; hyphens: none }"                                                            \
    "@page { size: 940pt 340pt; margin: 20pt; -dg-column-gap: 20pt; -dg-note-space: 6pt; "         \
    "-dg-pair-space: 2pt }"                                                                        \
    "h1 { break-after: avoid; margin-top: 9pt } list-item { margin-left: 20pt }"                   \
    "note { font-size: 8pt; line-height: 10pt } box { padding: 4pt; background-color: #eeeeee }"

/* Each kind of block in a leading of its own. */
#define ON_GRID                                                                                    \
    SHEET                                                                                          \
    "@page { -dg-grid: 12pt }"                                                                     \
    "h1 { line-height: 15pt; margin-bottom: 4pt } box { line-height: 10pt; margin-top: 5pt }"      \
    "cell { line-height: 11pt } table { margin-top: 3pt; margin-bottom: 7pt }"

enum { TOP = 20, BOTTOM = 320, SIDE = 20, RIGHT_EDGE = 920 };

typedef struct {
    Typeset t;
    GRand *random;
    DgVolume volume;
    DgItem item;
    DgFlow flow;
    DgBook book;
    DgNode *body[DG_SIDES];
    int words[DG_SIDES]; /* "l0", "l1", ... and "r0", ... so far */
    int notes; /* the words of note 7 are "n7.0", "n7.1", ... its mark follows the word "m7" */
    int note_words[400], note_page[400], mark_page[400];
} Maker;

static int
draw(Maker *maker, int low, int high)
{
    return g_rand_int_range(maker->random, low, high + 1);
}

/* "leftBCD" for 123: digits would be numbers with units to the line breaker. */
static char *
name_word(const char *prefix, int number)
{
    g_autofree char *digits = g_strdup_printf("%d", number);
    for (char *digit = digits; *digit; digit++)
        *digit = (char)(*digit - '0' + 'A');
    return g_strconcat(prefix, digits, NULL);
}

static int
number_of(const char *letters)
{
    int number = 0;
    for (; *letters >= 'A' && *letters <= 'J'; letters++)
        number = number * 10 + (*letters - 'A');
    return number;
}

static void
append_text(Maker *maker, DgNode *block, char *text)
{
    dg_node_append(block, dg_text_new(maker->t.arena, text, DG_NOWHERE));
    g_free(text);
}

/* A word, the mark of a note behind it, and the note. */
static void
append_note(Maker *maker, DgNode *block)
{
    int number = maker->notes++, words = draw(maker, 1, draw(maker, 0, 5) ? 12 : 90);
    append_text(maker, block, name_word("mark", number));
    DgNode *note = dg_node_new(maker->t.arena, DG_NOTE, DG_NOWHERE);
    DgNode *mark = dg_node_new(maker->t.arena, DG_NOTE_MARK, DG_NOWHERE);
    note->label = "*";
    note->as.note.mark = mark;
    mark->as.note_mark.note = note;
    dg_node_append(block, mark);
    append_text(maker, block, g_strdup(" "));
    g_autoptr(GString) text = g_string_new(NULL);
    g_autofree char *name = name_word("note", number);
    for (int i = 0; i < words; i++) {
        g_autofree char *word = name_word("x", i);
        g_string_append_printf(text, "%s%s ", name, word);
    }
    dg_node_append(note,
                   dg_block_new(maker->t.arena, DG_PARAGRAPH, DG_ROLE_NONE, text->str, DG_NOWHERE));
    maker->note_words[number] = words;
}

static DgNode *
make_block(Maker *maker, DgSide side, DgKind kind, int words)
{
    DgNode *block = dg_block_new(maker->t.arena, kind, DG_ROLE_NONE, NULL, DG_NOWHERE);
    if (kind == DG_HEADING)
        block->as.heading.level = 1;
    for (int i = 0; i < words; i++) {
        append_text(maker, block,
                    name_word(side == DG_LEFT ? "left" : "right", maker->words[side]++));
        append_text(maker, block, g_strdup(" "));
        if (maker->notes < 390 && draw(maker, 0, 40) == 0)
            append_note(maker, block);
    }
    return block;
}

static DgNode *
make_table(Maker *maker, DgSide side)
{
    DgNode *table = dg_node_new(maker->t.arena, DG_TABLE, DG_NOWHERE);
    int rows = draw(maker, 1, 30), columns = draw(maker, 1, 2);
    for (int i = 0; i < rows; i++) {
        DgNode *row = dg_node_new(maker->t.arena, DG_ROW, DG_NOWHERE);
        dg_node_append(table, row);
        for (int j = 0; j < columns; j++) {
            DgNode *cell = dg_node_new(maker->t.arena, DG_CELL, DG_NOWHERE);
            cell->as.cell.rows = cell->as.cell.columns = 1;
            dg_node_append(row, cell);
            dg_node_append(cell, make_block(maker, side, DG_PARAGRAPH, draw(maker, 1, 3)));
        }
    }
    return table;
}

static DgNode *
make_side(Maker *maker, DgSide side, int kind)
{
    DgNode *whole, *block;
    if (kind == 0) {
        whole = block = make_table(maker, side);
    } else if (kind < 3) {
        whole = block = make_block(maker, side, DG_HEADING, draw(maker, 1, 8));
    } else {
        block = make_block(maker, side, DG_PARAGRAPH, draw(maker, 1, draw(maker, 0, 9) ? 50 : 400));
        whole = block;
    }
    if (kind == 3) {
        whole = dg_node_new(maker->t.arena, DG_BOX, DG_NOWHERE);
        dg_node_append(whole, block);
    }
    dg_node_append(maker->body[side], whole);
    return block;
}

static void
make_pairs(Maker *maker)
{
    int n = draw(maker, 1, 30);
    maker->flow.pairs = DG_NEW_ARRAY(maker->t.arena, DgPair, n);
    for (int i = 0; i < n; i++) {
        DgPair pair = {.anchor = dg_arena_printf(maker->t.arena, "p%d", i)};
        int kind = draw(maker, 0, 12), missing = draw(maker, 0, 9);
        for (int side = 0; side < DG_SIDES; side++)
            for (int j = missing == side ? 0 : draw(maker, 0, 9) ? 1 : 2; j > 0; j--) {
                DgNode *block = make_side(maker, (DgSide)side, kind);
                DG_APPEND(maker->t.arena, pair.blocks[side], pair.n[side], block);
            }
        maker->flow.pairs[maker->flow.n_pairs++] = pair;
    }
    for (int i = 0; i < n; i++)
        for (int side = 0; side < DG_SIDES; side++)
            for (size_t j = 0; j < maker->flow.pairs[i].n[side]; j++)
                maker->flow.pairs[i].blocks[side][j]->pair = &maker->flow.pairs[i];
}

static void
open_maker(Maker *maker, guint32 seed, const char *sheet)
{
    *maker = (Maker){.t = typeset_new(sheet), .random = g_rand_new_with_seed(seed)};
    maker->volume = (DgVolume){.languages = {"en", "ru"}, .n_languages = 2};
    maker->item = (DgItem){.href = "one"};
    maker->flow = (DgFlow){.kind = "item", .item = &maker->item};
    for (int side = 0; side < DG_SIDES; side++) {
        maker->body[side] = dg_node_new(maker->t.arena, DG_BODY, DG_NOWHERE);
        maker->flow.roots[side] = &maker->body[side];
        maker->flow.n_roots[side] = 1;
    }
    maker->book = (DgBook){.flows = &maker->flow, .n_flows = 1};
    make_pairs(maker);
}

static void
close_maker(Maker *maker)
{
    g_rand_free(maker->random);
    typeset_free(&maker->t);
}

/* ---- what stands on the pages ---- */

typedef struct {
    int next[DG_SIDES];
    int next_note_word[400];
} Reading;

static void
read_word(Maker *maker, Reading *reading, const char *word, int page)
{
    if (g_str_has_prefix(word, "left") || g_str_has_prefix(word, "right")) {
        DgSide side = *word == 'l' ? DG_LEFT : DG_RIGHT;
        g_assert_cmpint(number_of(strpbrk(word, "ABCDEFGHIJ")), ==, reading->next[side]);
        reading->next[side]++;
    } else if (g_str_has_prefix(word, "mark")) {
        g_assert_cmpint(maker->mark_page[number_of(word + 4)], ==, 0);
        maker->mark_page[number_of(word + 4)] = page + 1;
    } else if (g_str_has_prefix(word, "note")) {
        int number = number_of(word + 4), place = number_of(strchr(word, 'x') + 1);
        g_assert_cmpint(place, ==, reading->next_note_word[number]);
        reading->next_note_word[number]++;
        if (place == 0)
            maker->note_page[number] = page + 1;
    }
}

static void
read_pages(Maker *maker, const DgPages *pages)
{
    Reading reading = {0};
    for (size_t i = 0; i < pages->n_pages; i++)
        for (size_t j = 0; j < pages->pages[i].n_marks; j++) {
            const DgMark *mark = &pages->pages[i].marks[j];
            if (mark->kind != DG_MARK_GLYPHS || mark->head || mark->foot || mark->run->generated)
                continue;
            g_autofree char *text = g_strndup(mark->run->text, mark->run->length);
            g_auto(GStrv) words = g_strsplit(text, " ", -1);
            for (char **word = words; *word; word++)
                read_word(maker, &reading, *word, (int)i);
        }
    for (int side = 0; side < DG_SIDES; side++)
        g_assert_cmpint(reading.next[side], ==, maker->words[side]);
    for (int i = 0; i < maker->notes; i++) {
        g_assert_cmpint(reading.next_note_word[i], ==, maker->note_words[i]);
        g_assert_cmpint(maker->note_page[i], ==, maker->mark_page[i]);
    }
}

static int
compare_lines(const void *a, const void *b)
{
    const DgSetLine *x = a, *y = b;
    if (x->column != y->column)
        return x->column < y->column ? -1 : 1;
    return x->y < y->y ? -1 : x->y > y->y;
}

/* Lines of one column lie apart by their leading, at least that of the notes; cells of a row may share a baseline. */
static void
check_positions(const DgPages *pages)
{
    for (size_t i = 0; i < pages->n_pages; i++) {
        const DgPage *page = &pages->pages[i];
        g_autofree DgSetLine *lines = g_memdup2(page->lines, page->n_lines * sizeof *page->lines);
        qsort(lines, page->n_lines, sizeof *lines, compare_lines);
        for (size_t j = 0; j < page->n_lines; j++) {
            g_assert_cmpint(lines[j].y, >, DG_PT(TOP));
            g_assert_cmpint(lines[j].y, <, DG_PT(BOTTOM));
            g_assert_cmpint(lines[j].x, >=, DG_PT(SIDE));
            g_assert_cmpint(lines[j].x + lines[j].width, <=, DG_PT(RIGHT_EDGE));
            if (j == 0 || lines[j].column != lines[j - 1].column)
                continue;
            bool beside = lines[j].x > lines[j - 1].x + lines[j - 1].width ||
                          lines[j - 1].x > lines[j].x + lines[j].width;
            if (!beside)
                g_assert_cmpint(lines[j].y - lines[j - 1].y, >=, DG_PT(9));
        }
    }
}

/* Every line of running text stands on the grid that the first line of a page begins. */
static void
check_grid(const DgPages *pages, DgLen grid, DgLen baseline)
{
    for (size_t i = 0; i < pages->n_pages; i++)
        for (size_t j = 0; j < pages->pages[i].n_marks; j++) {
            const DgMark *mark = &pages->pages[i].marks[j];
            const DgNode *block = mark->node ? dg_node_block(mark->node) : NULL;
            if (mark->kind == DG_MARK_GLYPHS && block && mark->run->rise == 0 &&
                dg_node_role(block) == DG_ROLE_P)
                g_assert_cmpint((mark->y - DG_PT(TOP) - baseline) % grid, ==, 0);
        }
}

static void
check_volumes(const char *sheet, guint32 seed, int trials, DgLen grid)
{
    DgLayoutReport sum = {0};
    size_t pages_made = 0;
    for (int trial = 0; trial < trials; trial++) {
        Maker maker;
        open_maker(&maker, seed + (guint32)trial, sheet);
        DgImages *images = dg_images_new(maker.t.arena, maker.t.folder);
        DgPages *pages = dg_pages_make(maker.t.arena, maker.t.diags, maker.t.shaper, images,
                                       &maker.volume, &maker.book, maker.t.style);
        read_pages(&maker, pages);
        check_positions(pages);
        if (grid)
            check_grid(pages, grid, (grid + DG_PT(7)) / 2);
        g_assert_cmpint(pages->report.notes, ==, maker.notes);
        g_assert_cmpint(pages->report.notes_displaced, ==, 0);
        sum.lines += pages->report.lines;
        sum.notes += pages->report.notes;
        pages_made += pages->n_pages;
        dg_images_free(images);
        close_maker(&maker);
    }
    g_test_message("%d lines, %d notes on %d pages", (int)sum.lines, (int)sum.notes,
                   (int)pages_made);
}

static void
test_random_volumes(void)
{
    check_volumes(SHEET, 1, 25, 0);
}

static void
test_random_volumes_on_a_grid(void)
{
    check_volumes(ON_GRID, 100, 12, DG_PT(12));
    check_volumes(ON_GRID "@page { -dg-optimize: none }", 200, 4, DG_PT(12));
    check_volumes(ON_GRID "@page { size: 940pt 347pt }", 300, 8, DG_PT(12));
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/pages/random", test_random_volumes);
    g_test_add_func("/pages/random/grid", test_random_volumes_on_a_grid);
    return g_test_run();
}
