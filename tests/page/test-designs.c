/* test-designs.c - src/page: what style sheets ask of parts, lists, titles, captions and contents. */
#include "../shape/typeset.h"
#include "diglot/page.h"

#define SHEET                                                                                      \
    SQUARE "text-align: left; hyphens: none }"                                                     \
           "@page { size: 340pt 160pt; margin: 20pt }"                                             \
           "@page { @bottom-center { content: counter(page) } }"                                   \
           "part-title, contents-title { margin-bottom: 6pt }"

enum { LEFT = 20, MEASURE = 300 };

typedef struct {
    Typeset t;
    DgVolume volume;
    DgItem item;
    DgPart part;
    DgFlow flows[4];
    DgBook book;
    DgPages *pages;
} Printed;

static Printed *
printed_new(const char *css)
{
    Printed *printed = g_new0(Printed, 1);
    printed->t = typeset_new(css);
    printed->volume = (DgVolume){.languages = {"en"}, .n_languages = 1};
    printed->book.flows = printed->flows;
    return printed;
}

static DgFlow *
add_flow(Printed *printed, const char *kind)
{
    DgFlow *flow = &printed->flows[printed->book.n_flows++];
    *flow = (DgFlow){.start = DG_START_PAGE, .kind = kind};
    return flow;
}

static void
add_block(Printed *printed, DgFlow *flow, DgNode *block)
{
    DgArena *arena = printed->t.arena;
    DgNode *root = block;
    while (root->parent)
        root = root->parent;
    if (root == block) {
        root = dg_node_new(arena, DG_BODY, DG_NOWHERE);
        dg_node_append(root, block);
    }
    DgPair pair = {.full = true, .n = {1, 0}};
    pair.blocks[DG_LEFT] = dg_arena_copy(arena, &block, sizeof block);
    DG_APPEND(arena, flow->pairs, flow->n_pairs, pair);
    DG_APPEND(arena, flow->roots[DG_LEFT], flow->n_roots[DG_LEFT], root);
}

static DgNode *
block_new(Printed *printed, DgRole role, const char *text)
{
    return dg_block_new(printed->t.arena, DG_PARAGRAPH, role, text, DG_NOWHERE);
}

static DgFlow *
add_text(Printed *printed, const char *kind, DgRole role, int lines)
{
    DgFlow *flow = add_flow(printed, kind);
    for (int i = 0; i < lines; i++)
        add_block(printed, flow, block_new(printed, role, "some words"));
    return flow;
}

static void
print(Printed *printed)
{
    DgImages *images = dg_images_new(printed->t.arena, printed->t.folder);
    for (size_t i = 0; i < printed->book.n_flows; i++)
        for (size_t j = 0; j < printed->flows[i].n_pairs; j++)
            printed->flows[i].pairs[j].blocks[DG_LEFT][0]->pair = &printed->flows[i].pairs[j];
    printed->pages = dg_pages_make(printed->t.arena, printed->t.diags, printed->t.shaper, images,
                                   &printed->volume, &printed->book, printed->t.style);
    dg_images_free(images);
}

static void
printed_free(Printed *printed)
{
    typeset_free(&printed->t);
    g_free(printed);
}

static bool
has_folio(const Printed *printed, size_t page)
{
    for (size_t i = 0; i < printed->pages->pages[page].n_marks; i++)
        if (printed->pages->pages[page].marks[i].foot)
            return true;
    return false;
}

static size_t
count_marks(const Printed *printed, DgMarkKind kind)
{
    size_t n = 0;
    for (size_t i = 0; i < printed->pages->n_pages; i++)
        for (size_t j = 0; j < printed->pages->pages[i].n_marks; j++)
            n += printed->pages->pages[i].marks[j].kind == kind;
    return n;
}

/* ---- parts ---- */

static void
test_a_part_is_bare_only_where_it_has_a_page_for_itself(void)
{
    static const struct {
        const char *css;
        int lines;
        size_t pages;
        bool folios[3];
    } cases[] = {
        {"", 3, 2, {false, true}},
        {"", 14, 3, {true, true, true}},
        {"@page { -dg-item-begin: here }", 3, 1, {true}},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *css = g_strconcat(SHEET, cases[i].css, NULL);
        Printed *printed = printed_new(css);
        DgFlow *part = add_text(printed, "part", DG_ROLE_PART_TIME, cases[i].lines);
        part->part = &printed->part;
        part->bare = true;
        add_text(printed, "item", DG_ROLE_P, 2)->item = &printed->item;
        print(printed);
        g_assert_cmpuint(printed->pages->n_pages, ==, cases[i].pages);
        for (size_t j = 0; j < cases[i].pages; j++)
            g_assert_cmpint(has_folio(printed, j), ==, cases[i].folios[j]);
        printed_free(printed);
    }
}

static void
test_other_bare_flows_have_no_folios_at_all(void)
{
    Printed *printed = printed_new(SHEET);
    add_text(printed, "title", DG_ROLE_VOLUME_EVENT, 14)->bare = true;
    print(printed);
    g_assert_cmpuint(printed->pages->n_pages, ==, 2);
    g_assert_false(has_folio(printed, 0) || has_folio(printed, 1));
    printed_free(printed);
}

/* ---- lists ---- */

static void
test_lists_go_on_below_each_other_but_not_below_a_text(void)
{
    static const struct {
        const char *css;
        size_t pages;
    } cases[] = {{"", 3}, {"@page { -dg-list-begin: here }", 2}};
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *css = g_strconcat(SHEET, cases[i].css, NULL);
        Printed *printed = printed_new(css);
        add_text(printed, "item", DG_ROLE_P, 2)->item = &printed->item;
        add_text(printed, "persons", DG_ROLE_INDEX_ENTRY, 2);
        add_text(printed, "terms", DG_ROLE_INDEX_ENTRY, 2);
        print(printed);
        g_assert_cmpuint(printed->pages->n_pages, ==, cases[i].pages);
        printed_free(printed);
    }
}

/* ---- blocks ---- */

static void
test_rules_and_tint_of_a_block(void)
{
    static const struct {
        const char *css;
        size_t marks; /* besides the text */
        DgLen x;
    } cases[] = {
        {"", 0, LEFT},
        {"part-title { border-top-width: 2pt; padding: 8pt }", 1, LEFT},
        {"part-title { background-color: #eeeeee; padding: 8pt }", 1, LEFT + 8},
        {"part-title { border-left-width: 2pt; border-bottom-width: 1pt; padding: 8pt }", 2,
         LEFT + 10},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *css = g_strconcat(SHEET, cases[i].css, NULL);
        Printed *printed = printed_new(css);
        add_text(printed, "title", DG_ROLE_PART_TITLE, 1)->bare = true;
        print(printed);
        const DgPage *page = &printed->pages->pages[0];
        g_assert_cmpuint(page->n_marks - count_marks(printed, DG_MARK_GLYPHS), ==, cases[i].marks);
        g_assert_cmpint(page->lines[0].x, ==, DG_PT(cases[i].x));
        printed_free(printed);
    }
}

/* Its heading and its text are pairs of their own. */
static void
test_a_box_has_one_rule_at_its_head_and_one_at_its_foot(void)
{
    Printed *printed =
        printed_new(SHEET "box { border-top-width: 1pt; border-bottom-width: 1pt; padding: 4pt }");
    DgFlow *flow = add_flow(printed, "item");
    DgNode *box = dg_node_new(printed->t.arena, DG_BOX, DG_NOWHERE);
    for (int i = 0; i < 3; i++) {
        DgNode *block = block_new(printed, DG_ROLE_NONE, "some words");
        add_block(printed, flow, block);
        dg_node_remove(block);
        dg_node_append(box, block);
    }
    dg_node_append(flow->roots[DG_LEFT][0], box);
    print(printed);
    const DgPage *page = &printed->pages->pages[0];
    DgLen rules[3] = {0};
    size_t n = 0;
    for (size_t i = 0; i < page->n_marks; i++)
        if (page->marks[i].kind == DG_MARK_RULE && n < G_N_ELEMENTS(rules))
            rules[n++] = page->marks[i].y;
    g_assert_cmpuint(n, ==, 2);
    g_assert_cmpint(rules[0], <, page->lines[0].y);
    g_assert_cmpint(rules[1], >, page->lines[2].y);
    printed_free(printed);
}

static void
test_a_long_centred_text_begins_at_the_left(void)
{
    static const struct {
        const char *text;
        bool centred;
    } cases[] = {
        {"a short one", true},
        {"words in two lines of the page that these make up", true},
        {"words in more lines of the page than anybody reads with ease when they are centred",
         false},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        Printed *printed = printed_new(SHEET "caption { text-align: center; -dg-center-limit: 2 }");
        add_block(printed, add_flow(printed, "item"),
                  block_new(printed, DG_ROLE_CAPTION, cases[i].text));
        print(printed);
        const DgPage *page = &printed->pages->pages[0];
        bool centred = false;
        for (size_t j = 0; j < page->n_lines; j++)
            centred |= page->lines[j].x > DG_PT(LEFT);
        g_assert_cmpint(centred, ==, cases[i].centred);
        printed_free(printed);
    }
}

static void
test_titles_keep_clear_of_the_page_numbers(void)
{
    Printed *printed = printed_new(SHEET "contents-entry { -dg-folio-room: 60pt }");
    DgFlow *flow = add_flow(printed, "contents");
    DgNode *entry = block_new(printed, DG_ROLE_CONTENTS_ENTRY,
                              "a title of many words which takes three lines or four of this page");
    dg_node_append(entry, dg_node_new(printed->t.arena, DG_LEADER, DG_NOWHERE));
    DgNode *folio = dg_node_new(printed->t.arena, DG_PAGE_NUMBER, DG_NOWHERE);
    folio->as.reference.target = entry;
    dg_node_append(entry, folio);
    add_block(printed, flow, entry);
    print(printed);
    const DgPage *page = &printed->pages->pages[0];
    g_assert_cmpuint(page->n_lines, >=, 3);
    for (size_t i = 0; i + 1 < page->n_lines; i++)
        g_assert_cmpint(page->lines[i].width, <=, DG_PT(MEASURE - 60));
    g_assert_cmpint(page->lines[page->n_lines - 1].width, >, DG_PT(MEASURE - 15));
    printed_free(printed);
}

typedef struct {
    DgLen first, second; /* where the cells begin */
} Cells;

static Cells
print_cells(const char *css)
{
    Printed *printed = printed_new(css);
    DgArena *arena = printed->t.arena;
    DgNode *table = dg_node_new(arena, DG_TABLE, DG_NOWHERE);
    DgNode *row = dg_node_new(arena, DG_ROW, DG_NOWHERE);
    dg_node_append(table, row);
    for (int i = 0; i < 2; i++) {
        DgNode *cell = dg_node_new(arena, DG_CELL, DG_NOWHERE);
        cell->as.cell.rows = cell->as.cell.columns = 1;
        dg_node_append(cell, block_new(printed, DG_ROLE_NONE, i ? "second" : "first"));
        dg_node_append(row, cell);
    }
    add_block(printed, add_flow(printed, "item"), table);
    print(printed);
    const DgSetLine *lines = printed->pages->pages[0].lines;
    Cells cells = {lines[0].x, lines[1].x};
    printed_free(printed);
    return cells;
}

/* The first character of the run that is generated and stands first in its line; 0: none. */
static gunichar
sign_of(const Printed *printed, size_t nth)
{
    const DgPage *page = &printed->pages->pages[0];
    for (size_t i = 0; i < page->n_marks; i++)
        if (page->marks[i].kind == DG_MARK_GLYPHS && page->marks[i].run->generated && nth-- == 0)
            return g_utf8_get_char(page->marks[i].run->text);
    return 0;
}

static DgNode *
item_new(Printed *printed, DgNode *above, DgListKind kind, const char *label)
{
    DgNode *list = dg_node_new(printed->t.arena, DG_LIST, DG_NOWHERE);
    DgNode *item = dg_node_new(printed->t.arena, DG_LIST_ITEM, DG_NOWHERE);
    list->as.list.kind = kind;
    item->label = label;
    dg_node_append(list, item);
    dg_node_append(item, block_new(printed, DG_ROLE_NONE, "an item"));
    if (above)
        dg_node_append(above, list);
    return item;
}

static void
test_signs_of_lists_are_those_of_the_style(void)
{
    static const struct {
        const char *css;
        gunichar outer, inner, numbered;
    } cases[] = {{"", '*', '-', '1'},
                 {"list-item { -dg-bullets: \"> +\" }", '>', '+', '1'},
                 {"list-item { -dg-bullets: \"x\" }", 'x', 'x', '1'}};
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *css = g_strconcat(SHEET, cases[i].css, NULL);
        Printed *printed = printed_new(css);
        DgFlow *flow = add_flow(printed, "item");
        DgNode *outer = item_new(printed, NULL, DG_LIST_BULLET, "*"),
               *inner = item_new(printed, outer, DG_LIST_BULLET, "-"),
               *numbered = item_new(printed, NULL, DG_LIST_DECIMAL, "1.");
        add_block(printed, flow, outer->first);
        add_block(printed, flow, inner->first);
        add_block(printed, flow, numbered->first);
        print(printed);
        g_assert_cmphex(sign_of(printed, 0), ==, cases[i].outer);
        g_assert_cmphex(sign_of(printed, 1), ==, cases[i].inner);
        g_assert_cmphex(sign_of(printed, 2), ==, cases[i].numbered);
        printed_free(printed);
    }
}

static void
test_what_leads_to_a_page_number(void)
{
    static const struct {
        const char *css;
        gunichar sign;
    } cases[] = {{"", '.'},
                 {"contents-entry { -dg-leader: \"-\" }", '-'},
                 {"contents-entry { -dg-leader: none }", 0}};
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *css = g_strconcat(SHEET, cases[i].css, NULL);
        Printed *printed = printed_new(css);
        DgNode *entry = block_new(printed, DG_ROLE_CONTENTS_ENTRY, "a title");
        dg_node_append(entry, dg_node_new(printed->t.arena, DG_LEADER, DG_NOWHERE));
        DgFlow *flow = add_flow(printed, "title");
        flow->bare = true;
        add_block(printed, flow, entry);
        print(printed);
        g_assert_cmphex(sign_of(printed, 0), ==, cases[i].sign);
        printed_free(printed);
    }
}

static void
test_links_have_a_colour(void)
{
    Printed *printed = printed_new(SHEET "p { color: #101010; -dg-link-color: #a03020 }");
    DgNode *block = block_new(printed, DG_ROLE_P, "see ");
    DgNode *link = dg_node_new(printed->t.arena, DG_LINK, DG_NOWHERE);
    link->href = "https://example.org/";
    dg_node_append(link, dg_text_new(printed->t.arena, "there", DG_NOWHERE));
    dg_node_append(block, link);
    add_block(printed, add_flow(printed, "title"), block);
    print(printed);
    const DgMark *marks = printed->pages->pages[0].marks;
    g_assert_cmphex(marks[0].color, ==, 0x101010);
    g_assert_cmphex(marks[1].color, ==, 0xA03020);
    printed_free(printed);
}

/* Of words of three to nine letters with places to divide them. */
static int
hyphenated_lines(const char *css)
{
    g_autofree char *sheet = g_strconcat(SHEET "p { text-align: justify }", css, NULL);
    g_autoptr(GRand) random = g_rand_new_with_seed(7);
    g_autoptr(GString) text = g_string_new(NULL);
    for (int i = 0; i < 400; i++)
        for (int letters = g_rand_int_range(random, 3, 10), j = 0; j <= letters; j++)
            g_string_append(text, j == letters ? " " : j > 1 && j % 3 == 2 ? "\u00ADa" : "a");
    Printed *printed = printed_new(sheet);
    add_block(printed, add_flow(printed, "item"), block_new(printed, DG_ROLE_P, text->str));
    print(printed);
    int lines = 0;
    for (size_t i = 0; i < printed->pages->n_pages; i++)
        for (size_t j = 0; j < printed->pages->pages[i].n_marks; j++) {
            const DgMark *mark = &printed->pages->pages[i].marks[j];
            lines += mark->kind == DG_MARK_GLYPHS && mark->run->division;
        }
    printed_free(printed);
    return lines;
}

static void
test_divisions_weigh_what_the_style_says(void)
{
    g_assert_cmpint(hyphenated_lines("p { -dg-hyphen-weight: 1% }"), >,
                    hyphenated_lines("p { -dg-hyphen-weight: 900% }"));
}

static DgLen
second_cell(const char *css)
{
    Cells cells = print_cells(css);
    return cells.second - cells.first;
}

static void
test_cells_have_room_of_their_own_at_the_sides(void)
{
    DgLen narrow = second_cell(SHEET "cell { padding: 2pt; padding-inline: 3pt }");
    g_assert_cmpint(second_cell(SHEET "cell { padding: 2pt; padding-inline: 13pt }"), ==,
                    narrow + DG_PT(20));
    g_assert_cmpint(second_cell(SHEET "cell { padding: 13pt }"), ==, narrow + DG_PT(20));
}

/* "first" and "second", 6 pt apart. */
static void
test_a_narrow_table_stands_where_tables_are_aligned(void)
{
#define NARROW SHEET "cell { padding-inline: 3pt } table { text-align: "
    DgLen width = DG_PT(5 * 10 + 6 + 6 * 10);
    g_assert_cmpint(print_cells(NARROW "left }").first, ==, DG_PT(LEFT));
    g_assert_cmpint(print_cells(NARROW "center }").first, ==,
                    DG_PT(LEFT) + (DG_PT(MEASURE) - width) / 2);
    g_assert_cmpint(print_cells(NARROW "right }").first, ==, DG_PT(LEFT + MEASURE) - width);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/designs/part", test_a_part_is_bare_only_where_it_has_a_page_for_itself);
    g_test_add_func("/designs/bare", test_other_bare_flows_have_no_folios_at_all);
    g_test_add_func("/designs/lists", test_lists_go_on_below_each_other_but_not_below_a_text);
    g_test_add_func("/designs/rules", test_rules_and_tint_of_a_block);
    g_test_add_func("/designs/box", test_a_box_has_one_rule_at_its_head_and_one_at_its_foot);
    g_test_add_func("/designs/centre", test_a_long_centred_text_begins_at_the_left);
    g_test_add_func("/designs/folio-room", test_titles_keep_clear_of_the_page_numbers);
    g_test_add_func("/designs/bullets", test_signs_of_lists_are_those_of_the_style);
    g_test_add_func("/designs/leader", test_what_leads_to_a_page_number);
    g_test_add_func("/designs/links", test_links_have_a_colour);
    g_test_add_func("/designs/hyphens", test_divisions_weigh_what_the_style_says);
    g_test_add_func("/designs/cells", test_cells_have_room_of_their_own_at_the_sides);
    g_test_add_func("/designs/table", test_a_narrow_table_stands_where_tables_are_aligned);
    return g_test_run();
}
