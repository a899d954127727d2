/* test-furniture.c - src/page/furniture.c, outline.c: running heads, folios, bookmarks */
#include "../shape/typeset.h"
#include "furniture-internal.h"

/* A page of 400 x 500 pt; the text block is 300 pt wide: 30 characters of the square font. */
#define PAGE                                                                                       \
    SQUARE "} @page { size: 400pt 500pt; margin: 50pt 60pt 70pt 40pt; -dg-head-distance: 15pt; "   \
           "-dg-foot-distance: 26pt } "                                                            \
           "@page :left { @top-left { content: string(person, first) } } "                         \
           "@page :right { @top-right { content: string(title, second) } }"

typedef struct {
    Typeset t;
    DgVolume volume;
    DgFlow flow;
    DgPage page;
    DgFurniture furniture;
    DgCanvas canvas;
} Sheet;

static void
sheet_open_styled(Sheet *sheet, const char *css)
{
    *sheet = (Sheet){.t = typeset_new(css)};
    sheet->volume = (DgVolume){.languages = {"ru", "en"}, .n_languages = 2};
    sheet->volume.title[DG_LEFT] = "volume";
    sheet->flow = (DgFlow){.kind = "item"};
    sheet->flow.person[DG_LEFT] = "person";
    sheet->flow.title[DG_RIGHT] = "title";
    sheet->page = (DgPage){.folio = "12", .flow = &sheet->flow};
    sheet->furniture = (DgFurniture){.shaper = sheet->t.shaper,
                                     .style = sheet->t.style,
                                     .volume = &sheet->volume,
                                     .side = DG_SIDES};
    sheet->canvas = (DgCanvas){.arena = sheet->t.arena, .page = &sheet->page};
}

static void
sheet_open(Sheet *sheet)
{
    sheet_open_styled(sheet, PAGE);
}

static char *
mark_text(const DgMark *mark)
{
    return g_strndup(mark->run->text, mark->run->length);
}

/* The head of the other pages of a flow with that title, on a recto page. */
static char *
recto_head(const char *title)
{
    Sheet sheet;
    sheet_open(&sheet);
    sheet.flow.title[DG_RIGHT] = title;
    dg_furniture_place(&sheet.furniture, &sheet.canvas, false, false);
    const DgMark *mark = &sheet.page.marks[0];
    char *text = mark->head ? mark_text(mark) : g_strdup("-");
    g_assert_cmpint(mark->width, <=, DG_PT(300));
    typeset_free(&sheet.t);
    return text;
}

static void
test_heads_and_folios_stand_outside(void)
{
    Sheet sheet;
    sheet_open(&sheet);
    dg_furniture_place(&sheet.furniture, &sheet.canvas, true, false);
    dg_furniture_place(&sheet.furniture, &sheet.canvas, false, false);
    g_assert_cmpuint(sheet.page.n_marks, ==, 4);
    static const struct {
        const char *text;
        DgLen x, y;
        bool head;
    } expected[] = {{"person", DG_PT(60), DG_PT(35), true},
                    {"12", DG_PT(60), DG_PT(456), false},
                    {"title", DG_PT(290), DG_PT(35), true},
                    {"12", DG_PT(320), DG_PT(456), false}};
    for (size_t i = 0; i < G_N_ELEMENTS(expected); i++) {
        const DgMark *mark = &sheet.page.marks[i];
        g_autofree char *text = mark_text(mark);
        g_assert_cmpstr(text, ==, expected[i].text);
        g_assert_cmpint(mark->x, ==, expected[i].x);
        g_assert_cmpint(mark->y, ==, expected[i].y);
        g_assert_cmpint(mark->head, ==, expected[i].head);
        g_assert_cmpint(mark->foot, ==, !expected[i].head);
        g_assert_null(mark->node);
    }
    typeset_free(&sheet.t);
}

static void
test_openings_have_a_folio_only_and_pages_without_a_flow_nothing(void)
{
    Sheet sheet;
    sheet_open(&sheet);
    dg_furniture_place(&sheet.furniture, &sheet.canvas, false, true);
    g_assert_cmpuint(sheet.page.n_marks, ==, 1);
    g_assert_true(sheet.page.marks[0].foot);
    sheet.page.flow = NULL;
    dg_furniture_place(&sheet.furniture, &sheet.canvas, false, false);
    g_assert_cmpuint(sheet.page.n_marks, ==, 1);
    typeset_free(&sheet.t);
}

static void
test_long_heads_are_shortened_at_a_word(void)
{
    static const struct {
        const char *title, *head;
    } cases[] = {
        {"123456789 123456789 1234567890", "123456789 123456789 1234567890"}, /* it fits */
        {"123456789 123456789 123456789 1", "123456789 123456789 123456789…"},
        {"one two, three four five six - seven eight", "one two, three four five six…"},
        {"one two three four five, six seven", "one two three four five, six…"},
        {"12345678901234567890123456789012345", "12345678901234567890123456789…"},
        {"", "-"},
        {",,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,", ",,,,,,,,,,,,,,,,,,,,,,,,,,,,,…"},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *head = recto_head(cases[i].title);
        g_assert_cmpstr(head, ==, cases[i].head);
    }
}

static void
test_heads_fall_back_to_the_other_language(void)
{
    Sheet sheet;
    sheet_open(&sheet);
    sheet.flow.title[DG_RIGHT] = NULL;
    sheet.flow.title[DG_LEFT] = "another";
    dg_furniture_place(&sheet.furniture, &sheet.canvas, false, false);
    g_autofree char *text = mark_text(&sheet.page.marks[0]);
    g_assert_cmpstr(text, ==, "another");
    typeset_free(&sheet.t);
}

static void
test_pages_of_one_language_speak_it(void)
{
    Sheet sheet;
    sheet_open(&sheet);
    sheet.flow.title[DG_LEFT] = "название";
    for (int side = 0; side < DG_SIDES; side++) {
        sheet.page.n_marks = 0;
        sheet.furniture.side = (DgSide)side;
        dg_furniture_place(&sheet.furniture, &sheet.canvas, false, false);
        g_autofree char *head = mark_text(&sheet.page.marks[0]);
        g_assert_cmpstr(head, ==, side == DG_LEFT ? "название" : "title");
    }
    typeset_free(&sheet.t);
}

/* Three boxes of a band, on the 300 pt from 40 pt on: text 10 pt a character. */
static void
test_boxes_of_a_band(void)
{
    Sheet sheet;
    sheet_open_styled(
        &sheet,
        PAGE " @page { @bottom-left { content: \"a\" } @bottom-center { content: counter(page) "
             "\"/\" counter(pages) } @bottom-right { content: string(title, second) } }"
             " folio { border-top-width: 1pt; padding: 2pt }");
    sheet.flow.title[DG_RIGHT] = "1234567890 1234567890 1234567890";
    sheet.furniture.n_pages = 345;
    dg_furniture_place(&sheet.furniture, &sheet.canvas, false, true);
    static const struct {
        const char *text;
        DgLen x;
    } expected[] = {
        {"a", DG_PT(40)},
        {"12/345", DG_PT(160)},
        {"1234567890…", DG_PT(230)}}; /* they share what the folio leaves, an em apart */
    g_assert_cmpuint(sheet.page.n_marks, ==, 4);
    for (size_t i = 0; i < G_N_ELEMENTS(expected); i++) {
        g_autofree char *text = mark_text(&sheet.page.marks[i]);
        g_assert_cmpstr(text, ==, expected[i].text);
        g_assert_cmpint(sheet.page.marks[i].x, ==, expected[i].x);
        g_assert_true(sheet.page.marks[i].foot);
    }
    const DgMark *rule = &sheet.page.marks[3];
    g_assert_cmpint(rule->x, ==, DG_PT(40));
    g_assert_cmpint(rule->width, ==, DG_PT(300));
    g_assert_cmpint(rule->y, ==, DG_PT(456 - 2 - 10 - 1));
    typeset_free(&sheet.t);
}

/* A box that is for a folio or title says nothing without it, whatever else it holds. */
static void
test_boxes_without_their_content(void)
{
    Sheet sheet;
    sheet_open_styled(&sheet,
                      PAGE " @page { @bottom-center { content: \"p. \" counter(page) } }"
                           " @page :first { @top-left { content: \"x \" string(part, first) } }");
    sheet.page.folio = NULL;
    sheet.volume.title[DG_LEFT] = NULL;
    dg_furniture_place(&sheet.furniture, &sheet.canvas, false, true);
    g_assert_cmpuint(sheet.page.n_marks, ==, 0);
    sheet.page.folio = "12";
    dg_furniture_place(&sheet.furniture, &sheet.canvas, false, true);
    g_autofree char *text = mark_text(&sheet.page.marks[0]);
    g_assert_cmpstr(text, ==, "p. 12");
    typeset_free(&sheet.t);
}

static void
test_column_rule(void)
{
    Sheet sheet;
    sheet_open(&sheet);
    dg_furniture_column_rule(&sheet.furniture, &sheet.canvas, DG_PT(200), DG_PT(50), DG_PT(430));
    g_assert_cmpuint(sheet.page.n_marks, ==, 0); /* the style has none */
    typeset_free(&sheet.t);
    sheet_open_styled(&sheet, PAGE "@page { column-rule-width: 1pt }");
    dg_furniture_column_rule(&sheet.furniture, &sheet.canvas, DG_PT(200), DG_PT(50), DG_PT(430));
    const DgMark *rule = &sheet.page.marks[0];
    g_assert_cmpuint(sheet.page.n_marks, ==, 1);
    g_assert_cmpint(rule->x, ==, DG_PT(199.5));
    g_assert_cmpint(rule->width, ==, DG_PT(1));
    g_assert_cmpint(rule->y + rule->height, ==, DG_PT(430));
    typeset_free(&sheet.t);
}

/* ---- bookmarks ---- */

typedef struct {
    Sheet sheet;
    DgBook book;
    DgFlow flows[4];
    DgPart part;
    DgItem item;
    DgPage pages[3];
    DgPages whole;
    bool split[4]; /* flows in which one language stands behind the other */
} Book;

static DgPair *
add_pair(Book *book, DgFlow *flow, const char *anchor, const char *left, const char *right,
         int level)
{
    DgArena *arena = book->sheet.t.arena;
    const char *texts[] = {left, right};
    DgPair pair = {.anchor = anchor};
    for (int side = 0; side < DG_SIDES; side++) {
        if (!texts[side])
            continue;
        DgNode *block = dg_block_new(arena, level ? DG_HEADING : DG_PARAGRAPH, DG_ROLE_NONE,
                                     texts[side], DG_NOWHERE);
        if (level)
            block->as.heading.level = level;
        pair.blocks[side] = dg_arena_copy(arena, &block, sizeof block);
        pair.n[side] = 1;
    }
    DG_APPEND(arena, flow->pairs, flow->n_pairs, pair);
    return &flow->pairs[flow->n_pairs - 1];
}

static void
book_open(Book *book)
{
    *book = (Book){0};
    sheet_open(&book->sheet);
    book->part =
        (DgPart){.id = "one", .title = {"Часть", "Part"}, .parent = &book->sheet.volume.root};
    book->item = (DgItem){.href = "paper", .part = &book->part};
    book->flows[0] = (DgFlow){.kind = "title", .bare = true};
    book->flows[1] = (DgFlow){.kind = "contents", .title = {"Содержание", "Contents"}};
    book->flows[2] = (DgFlow){.kind = "part", .part = &book->part, .bare = true};
    book->flows[3] = (DgFlow){.kind = "item", .item = &book->item};
    add_pair(book, &book->flows[0], "t", "Название", "Title", 0);
    add_pair(book, &book->flows[1], "c", "Содержание", "Contents", 1);
    add_pair(book, &book->flows[2], "p", "Часть", "Part", 1);
    book->book = (DgBook){.flows = book->flows, .n_flows = 4};
    book->whole = (DgPages){.pages = book->pages, .n_pages = 3, .book = &book->book};
}

static void
put(Book *book, size_t page, const char *name, DgLen y)
{
    DgPage *at = &book->pages[page];
    DgDestination destination = {name, 0, y};
    DG_APPEND(book->sheet.t.arena, at->destinations, at->n_destinations, destination);
}

static char *
bookmarks(Book *book)
{
    DgArena *arena = book->sheet.t.arena;
    GString *text = g_string_new(NULL);
    dg_outline_make(arena, &book->whole, &book->sheet.volume,
                    dg_targets_make(arena, &book->sheet.volume, &book->book, book->split),
                    book->split);
    for (size_t i = 0; i < book->whole.n_outline; i++) {
        const DgOutlineEntry *entry = &book->whole.outline[i];
        g_string_append_printf(text, "%d %s|%s %zu %d\n", entry->level,
                               entry->title[DG_LEFT] ? entry->title[DG_LEFT] : "-",
                               entry->title[DG_RIGHT] ? entry->title[DG_RIGHT] : "-", entry->page,
                               (int)(entry->y / DG_LEN_UNIT));
    }
    return g_string_free(text, FALSE);
}

static void
test_bookmarks(void)
{
    Book book;
    book_open(&book);
    DgFlow *item = &book.flows[3];
    add_pair(&book, item, "b", "Текст", "Text", 0);
    add_pair(&book, item, "h1", "Глава", "Chapter", 1);
    add_pair(&book, item, "h2", "Параграф", NULL, 2);
    add_pair(&book, item, "h4", "Мелочь", "Detail", 4);
    DgPair *full = add_pair(&book, item, "h5", "Only one", NULL, 3);
    full->full = true;
    full->full_side = DG_RIGHT;
    full->blocks[DG_LEFT][0]->label = "1.2";
    add_pair(&book, item, "h6", "Нигде", "Nowhere", 1);
    put(&book, 0, "title/t", DG_PT(50));
    put(&book, 0, "contents/c", DG_PT(100));
    put(&book, 1, "part/one/p", DG_PT(60));
    put(&book, 1, "paper/b", DG_PT(70));
    put(&book, 2, "paper/h1", DG_PT(80));
    put(&book, 2, "paper/h1", DG_PT(999)); /* of two places the first */
    put(&book, 2, "paper/h2", DG_PT(90));
    put(&book, 2, "paper/h4", DG_PT(91));
    put(&book, 2, "paper/h5", DG_PT(92));
    g_autofree char *found = bookmarks(&book);
    g_assert_cmpstr(found, ==,
                    "0 Содержание|Contents 0 100\n"
                    "0 Часть|Part 1 60\n"
                    "1 paper|paper 1 70\n"
                    "2 Глава|Chapter 2 80\n"
                    "3 Параграф|- 2 90\n"
                    "4 -|1.2 Only one 2 92\n");
    typeset_free(&book.sheet.t);
}

static void
test_each_language_has_its_own_bookmarks(void)
{
    Book book;
    book_open(&book);
    DgFlow *item = &book.flows[3];
    book.split[3] = true;
    add_pair(&book, item, "b", "Текст", "Text", 0);
    add_pair(&book, item, "h1", "Глава", "Chapter", 1);
    add_pair(&book, item, "h2", NULL, "Only here", 1);
    put(&book, 0, "paper/b", DG_PT(10));
    put(&book, 1, "paper/h1", DG_PT(20));
    put(&book, 1, "paper/b:en", DG_PT(30));
    put(&book, 2, "paper/h1:en", DG_PT(40));
    put(&book, 2, "paper/h2", DG_PT(50));
    g_autofree char *found = bookmarks(&book);
    g_assert_cmpstr(found, ==,
                    "1 paper|- 0 10\n"
                    "2 Глава|- 1 20\n"
                    "1 -|paper 1 30\n"
                    "2 -|Chapter 2 40\n"
                    "2 -|Only here 2 50\n");
    typeset_free(&book.sheet.t);
}

static void
test_no_places_no_bookmarks(void)
{
    Book book;
    book_open(&book);
    g_autofree char *found = bookmarks(&book);
    g_assert_cmpstr(found, ==, "");
    typeset_free(&book.sheet.t);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/page/furniture/outside", test_heads_and_folios_stand_outside);
    g_test_add_func("/page/furniture/openings",
                    test_openings_have_a_folio_only_and_pages_without_a_flow_nothing);
    g_test_add_func("/page/furniture/long", test_long_heads_are_shortened_at_a_word);
    g_test_add_func("/page/furniture/other-language", test_heads_fall_back_to_the_other_language);
    g_test_add_func("/page/furniture/one-language", test_pages_of_one_language_speak_it);
    g_test_add_func("/page/furniture/band", test_boxes_of_a_band);
    g_test_add_func("/page/furniture/empty-boxes", test_boxes_without_their_content);
    g_test_add_func("/page/furniture/column-rule", test_column_rule);
    g_test_add_func("/page/outline/entries", test_bookmarks);
    g_test_add_func("/page/outline/split", test_each_language_has_its_own_bookmarks);
    g_test_add_func("/page/outline/none", test_no_places_no_bookmarks);
    return g_test_run();
}
