/* test-pdf-structure.c - src/pdf/pdf-tree*.c: the structure tree of a document with every kind of node, and what
 * readers of the file find in it. */
#include "paper.h"

#include <string.h>

/* A label that the source or the numbering gives. */
static DgNode *
labelled(DgNode *node, const char *label)
{
    node->label = label;
    return node;
}

static void
add_lists(Paper *paper, DgNode *body)
{
    DgNode *list = paper_add(paper, body, DG_LIST);
    list->as.list.kind = DG_LIST_DECIMAL;
    DgNode *first = labelled(paper_add(paper, list, DG_LIST_ITEM), "1.");
    paper_words(paper, first, DG_PARAGRAPH, "Первый пункт");
    DgNode *inner = paper_add(paper, first, DG_LIST);
    inner->as.list.kind = DG_LIST_BULLET;
    paper_words(paper, labelled(paper_add(paper, inner, DG_LIST_ITEM), "–"), DG_PARAGRAPH,
                "внутренний");
    paper_words(paper, list, DG_PARAGRAPH, "не пункт");
    DgNode *definitions = paper_add(paper, body, DG_DEFINITION_LIST);
    paper_words(paper, definitions, DG_TERM, "термин");
    paper_words(paper, definitions, DG_TERM, "его синоним");
    paper_words(paper, paper_add(paper, definitions, DG_DEFINITION), DG_PARAGRAPH, "толкование");
    paper_words(paper, definitions, DG_TERM, "второй");
    paper_words(paper, paper_add(paper, definitions, DG_DEFINITION), DG_PARAGRAPH,
                "второе толкование");
}

static void
add_groups(Paper *paper, DgNode *body)
{
    DgNode *quote = paper_add(paper, body, DG_QUOTE);
    paper_words(paper, quote, DG_PARAGRAPH, "Цитата");
    paper_words(paper, quote, DG_ATTRIBUTION, "Её автор");
    DgNode *verse = paper_add(paper, body, DG_VERSE);
    paper_words(paper, verse, DG_VERSE_LINE, "строка стиха");
    DgNode *speech = paper_add(paper, body, DG_SPEECH);
    paper_words(paper, speech, DG_SPEAKER, "Ведущий");
    paper_words(paper, speech, DG_PARAGRAPH, "говорит");
    paper_words(paper, paper_add(paper, body, DG_BOX), DG_PARAGRAPH, "в рамке");
    paper_words(paper, paper_add(paper, body, DG_STATEMENT), DG_PARAGRAPH, "Теорема");
    paper_words(paper, body, DG_CODE, "return 0;");
    paper_words(paper, body, DG_FORMULA, "E = mc²");
    paper_add(paper, paper_add(paper, body, DG_FORMULA), DG_INLINE_GRAPHIC)->alt = "интеграл";
    paper_words(paper, body, DG_SIGNATURE, "Подпись");
    DgNode *list = paper_add(paper, body, DG_SECTION);
    list->type = "ref-list";
    DgNode *title = paper_words(paper, list, DG_HEADING, "Литература");
    title->as.heading.level = 1;
    paper_words(paper, labelled(paper_add(paper, list, DG_REFERENCE), "[1]"), DG_SPAN, "Книга.");
}

static void
add_figures(Paper *paper, DgNode *body)
{
    DgNode *group = paper_add(paper, body, DG_FIGURE_GROUP);
    DgNode *figure = labelled(paper_add(paper, group, DG_FIGURE), "Рис. 1.");
    DgNode *graphic = paper_add(paper, figure, DG_GRAPHIC);
    graphic->alt = "Карта региона";
    DgNode *caption = paper_add(paper, figure, DG_CAPTION);
    paper_words(paper, caption, DG_HEADING, "Карта");
    paper_words(paper, caption, DG_PARAGRAPH, "по данным 2024 года");
    DgNode *bare = paper_add(paper, body, DG_GRAPHIC); /* neither caption nor description */
    bare->href = "figures/emblem.png";
}

static void
add_table(Paper *paper, DgNode *body)
{
    DgNode *table = labelled(paper_add(paper, body, DG_TABLE), "Таблица 1");
    table->as.table.header_rows = 1;
    paper_words(paper, paper_add(paper, table, DG_CAPTION), DG_PARAGRAPH, "Участники");
    DgNode *head = paper_add(paper, table, DG_ROW), *row = paper_add(paper, table, DG_ROW);
    DgNode *end = paper_add(paper, table, DG_ROW); /* lacks a cell */
    paper_cell(paper, head, NULL, true);
    paper_cell(paper, head, "2023", true)->as.cell.columns = 2;
    paper_cell(paper, row, "Россия", true);
    paper_cell(paper, row, "12", false);
    paper_cell(paper, row, "15", false)->as.cell.rows = 2;
    paper_cell(paper, end, "Китай", false);
    paper_words(paper, table, DG_PARAGRAPH, "Примечание к таблице");
}

static DgNode *
add_inlines(Paper *paper, DgNode *body)
{
    DgNode *text = paper_words(paper, body, DG_PARAGRAPH, "Слова,");
    paper_words(paper, text, DG_STYLED, "курсив,")->as.styled.styling = DG_ITALIC;
    paper_words(paper, text, DG_SPAN, "English words,")->lang = "en";
    DgNode *link = paper_words(paper, text, DG_LINK, "ссылка,");
    link->href = "https://example.org/";
    DgNode *reference = paper_words(paper, text, DG_REFERENCE_LINK, "раздел 1,");
    paper_add(paper, text, DG_LEADER);
    DgNode *number = paper_add(paper, text, DG_PAGE_NUMBER);
    paper_add(paper, text, DG_BREAK);
    paper_words(paper, text, DG_INLINE_CODE, "code,");
    paper_words(paper, text, DG_INLINE_FORMULA, "x²,");
    paper_add(paper, text, DG_INLINE_GRAPHIC)->alt = "знак";
    DgNode *mark = paper_add(paper, text, DG_NOTE_MARK);
    DgNode *note = labelled(dg_node_new(paper->arena, DG_NOTE, DG_NOWHERE), "1");
    mark->as.note_mark.note = note;
    note->as.note.mark = mark;
    paper_words(paper, note, DG_PARAGRAPH, "Текст сноски.");
    dg_node_append(text, dg_text_new(paper->arena, "после сноски,", DG_NOWHERE));
    DgNode *again = paper_add(paper, text, DG_NOTE_MARK);
    again->as.note_mark.note = note;
    again->as.note_mark.repeated = true;
    paper_link(paper,
               (DgPageLink){DG_PT(40), DG_PT(60), DG_PT(50), DG_PT(10), link, link->href, NULL});
    paper_link(paper, (DgPageLink){DG_PT(40), DG_PT(70), DG_PT(50), DG_PT(10), reference, NULL,
                                   "plenary/opening/s1"});
    paper_link(paper, (DgPageLink){DG_PT(40), DG_PT(70), DG_PT(9), DG_PT(10), number, NULL,
                                   "plenary/opening/s1"});
    paper_link(paper, (DgPageLink){DG_PT(40), DG_PT(80), DG_PT(5), DG_PT(10), mark, NULL,
                                   "plenary/opening/n1"});
    paper_link(paper, (DgPageLink){DG_PT(40), DG_PT(90), DG_PT(5), DG_PT(10), note, NULL,
                                   "plenary/opening/s1"});
    return text;
}

static DgNode *
every_kind(Paper *paper)
{
    DgNode *body = dg_node_new(paper->arena, DG_BODY, DG_NOWHERE);
    DgNode *title = paper_words(paper, body, DG_HEADING, "Название доклада");
    title->role = DG_ROLE_ITEM_TITLE;
    DgNode *section = paper_add(paper, body, DG_SECTION);
    DgNode *heading = paper_words(paper, section, DG_HEADING, "Сразу третий уровень");
    heading->as.heading.level = 3;
    add_inlines(paper, section);
    add_lists(paper, section);
    add_groups(paper, body);
    add_figures(paper, body);
    add_table(paper, body);
    return body;
}

static DgNode *
contents(Paper *paper)
{
    static const struct {
        DgRole role;
        const char *text;
    } lines[] = {{DG_ROLE_CONTENTS_PART, "Пленарное заседание"},
                 {DG_ROLE_CONTENTS_PERSON, "О. В. Храмов"},
                 {DG_ROLE_CONTENTS_ENTRY, "Название доклада"},
                 {DG_ROLE_CONTENTS_ENTRY, "Без автора"}};
    DgNode *body = dg_node_new(paper->arena, DG_BODY, DG_NOWHERE);
    paper_words(paper, body, DG_HEADING, "Содержание")->role = DG_ROLE_CONTENTS_TITLE;
    for (size_t i = 0; i < G_N_ELEMENTS(lines); i++)
        paper_words(paper, body, DG_PARAGRAPH, lines[i].text)->role = lines[i].role;
    return body;
}

static void
make_book(Paper *paper)
{
    paper->pages.height = DG_PT(1200); /* room for all of it on one page */
    DgNode *list = contents(paper), *english = dg_node_new(paper->arena, DG_BODY, DG_NOWHERE);
    paper_flow(paper, "contents", list, NULL);
    paper_page(paper, "5");
    paper_link(paper, (DgPageLink){DG_PT(40), DG_PT(60), DG_PT(90), DG_PT(10), list->last, NULL,
                                   "plenary/opening/s1"});
    paper_set(paper, list);
    paper_page(paper, "6");
    paper_destination(paper, "plenary/opening/s1", DG_PT(40));
    paper_destination(paper, "plenary/opening/n1", DG_PT(90));
    DgNode *russian = every_kind(paper);
    paper_words(paper, english, DG_PARAGRAPH, "The English text");
    paper->pages.pages[1].flow = paper_flow(paper, "item", russian, english);
    paper_set(paper, english); /* drawn before the Russian text, and read after it */
    paper_set(paper, russian);
}

static void
test_every_kind_has_its_element(Paper *paper, const void *data)
{
    (void)data;
    make_book(paper);
    g_autoptr(GRegex) numbers =
        g_regex_new("Object [0-9]+ 0", G_REGEX_DEFAULT, G_REGEX_MATCH_DEFAULT, NULL);
    g_autofree char *dump = g_regex_replace_literal(
        numbers, paper_run(paper, paper_write(paper, NULL), "pdfinfo -struct-text @"), -1, 0,
        "Object", G_REGEX_MATCH_DEFAULT, NULL);
    g_autofree char *path = g_test_build_filename(G_TEST_DIST, "structure.golden", NULL),
                    *golden = NULL;
    if (g_getenv("DIGLOT_UPDATE"))
        g_assert_true(g_file_set_contents(path, dump, -1, NULL));
    g_assert_true(g_file_get_contents(path, &golden, NULL, NULL));
    g_auto(GStrv) lines = g_strsplit(dump, "\n", -1);
    g_auto(GStrv) expected = g_strsplit(golden, "\n", -1);
    for (guint i = 0; lines[i] && expected[i]; i++)
        g_assert_cmpstr(lines[i], ==, expected[i]);
    g_assert_cmpuint(g_strv_length(lines), ==, g_strv_length(expected));
}

/* A paragraph of two pages with a note between, in the order of reading and not of drawing. */
static void
test_a_paragraph_goes_on_over_the_page(Paper *paper, const void *data)
{
    (void)data;
    DgNode *body = dg_node_new(paper->arena, DG_BODY, DG_NOWHERE);
    DgNode *text = paper_words(paper, body, DG_PARAGRAPH, "Начало абзаца");
    DgNode *mark = paper_add(paper, text, DG_NOTE_MARK),
           *note = dg_node_new(paper->arena, DG_NOTE, DG_NOWHERE);
    mark->as.note_mark.note = note;
    DgNode *words = paper_words(paper, note, DG_PARAGRAPH, "Сноска.");
    DgNode *rest = dg_text_new(paper->arena, "и его конец.", DG_NOWHERE);
    dg_node_append(text, rest);
    DgNode *next = paper_words(paper, body, DG_PARAGRAPH, "Следующий абзац");
    paper_flow(paper, "item", body, NULL);
    paper_page(paper, "1");
    paper_text(paper, text->first, 0, DG_PT(50), "Начало абзаца");
    paper_text(paper, mark, DG_PT(90), DG_PT(50), "1");
    paper_text(paper, NULL, DG_PT(90), DG_PT(30), "Колонтитул")->head = true;
    paper_text(paper, words->first, 0, DG_PT(500), "Сноска.");
    paper_page(paper, "2");
    paper_text(paper, next->first, 0, DG_PT(80), "Следующий абзац");
    paper_text(paper, rest, 0, DG_PT(50), "и его конец.");
    char *dump = paper_run(paper, paper_write(paper, NULL), "pdfinfo -struct-text @");
    g_assert_cmpstr(
        dump, ==,
        "Document\n  Art <item-plenary/opening>\n    Sect\n      P (block)\n        \"Начало абзаца\"\n"
        "        Reference (inline)\n          \"1\"\n        Note <note-1> (inline)\n"
        "          P (block)\n            \"Сноска.\"\n        \"и его конец.\"\n"
        "      P (block)\n        \"Следующий абзац\"\n");
}

/* Text that stands in none of the book's trees is read all the same. */
static void
test_no_text_is_lost(Paper *paper, const void *data)
{
    (void)data;
    DgNode *alone = dg_text_new(paper->arena, "одинокий текст", DG_NOWHERE);
    DgNode *stray = dg_block_new(paper->arena, DG_PARAGRAPH, DG_ROLE_P, "stray block", DG_NOWHERE);
    stray->lang = "en";
    paper_flow(paper, "title", NULL, NULL);
    paper_page(paper, "1");
    paper_text(paper, alone, 0, DG_PT(50), "одинокий текст");
    paper_text(paper, stray->first, 0, DG_PT(60), "stray block");
    DgPage *page = &paper->pages.pages[0];
    page->flow = NULL;
    char *dump = paper_run(paper, paper_write(paper, NULL), "pdfinfo -struct-text @");
    g_assert_nonnull(strstr(dump, "\"одинокий текст\""));
    g_assert_nonnull(strstr(dump, "\"stray block\""));
}

static void
test_attributes_that_readers_need(Paper *paper, const void *data)
{
    (void)data;
    make_book(paper);
    char *plain = paper_plain(paper, paper_write(paper, NULL));
    g_assert_cmpuint(paper_count(plain, "/ListNumbering /Decimal"), ==, 1);
    g_assert_cmpuint(paper_count(plain, "/ListNumbering /Disc"), ==, 1);
    g_assert_cmpuint(paper_count(plain, "/Scope /Column"), ==, 2);
    g_assert_cmpuint(paper_count(plain, "/Scope /Row"), ==, 1);
    g_assert_cmpuint(paper_count(plain, "/ColSpan 2"), ==, 1);
    g_assert_cmpuint(paper_count(plain, "/RowSpan 2"), ==, 1);
    g_assert_cmpuint(paper_count(plain, "/S /Figure"), ==, 4);
    g_assert_cmpuint(paper_count(plain, "/BBox ["), ==, 4);
    g_assert_cmpuint(paper_count(plain, "/Alt "), ==, 7); /* and three formulas */
    g_assert_cmpuint(paper_count(plain, "/Alt (emblem)"), ==, 1);
    g_assert_cmpuint(paper_count(plain, "/ID (note-1)"), ==, 1);
    g_assert_cmpuint(paper_count(plain, "/IDTree"), ==, 1);
    g_assert_cmpuint(paper_count(plain, "/Subtype /Link"), ==, 6);
    g_assert_cmpuint(paper_count(plain, "/Type /OBJR"), ==, 6);
    g_assert_cmpuint(paper_count(plain, "/S /Link"), ==, 6);
    g_assert_cmpuint(paper_count(plain, "/Tabs /S"), ==, 2);
    g_assert_cmpuint(paper_count(plain, "/Lang (en)"), ==, 2);
    g_assert_cmpuint(paper_count(plain, "/Lang (ru)"), ==,
                     3); /* both Russian sections and the catalog */
}

/* What has an empty description is decoration: drawn, but not read. */
static void
test_decoration_is_an_artifact(Paper *paper, const void *data)
{
    (void)data;
    static const char *const descriptions[] = {NULL, "знак", ""};
    DgNode *body = dg_node_new(paper->arena, DG_BODY, DG_NOWHERE);
    for (size_t i = 0; i < G_N_ELEMENTS(descriptions); i++) {
        DgNode *figure = paper_add(paper, body, DG_FIGURE);
        paper_words(paper, paper_add(paper, figure, DG_CAPTION), DG_PARAGRAPH, "Подпись");
        DgNode *graphic = paper_add(paper, figure, DG_GRAPHIC);
        graphic->href = "figures/emblem.png";
        graphic->alt = descriptions[i];
    }
    paper_flow(paper, "item", body, NULL);
    paper_page(paper, "1");
    paper_set(paper, body);
    char *plain = paper_plain(paper, paper_write(paper, NULL));
    g_assert_cmpuint(paper_count(plain, "/S /Figure"), ==, 2);
    g_assert_cmpuint(paper_count(plain, "/Alt "), ==, 2);
    g_assert_cmpuint(paper_count(plain, "/Artifact BMC"), ==, 1);
}

/* (m - c)^2 / l_1 */
static void
test_scripts_of_a_formula_are_told(Paper *paper, const void *data)
{
    (void)data;
    DgNode *body = dg_node_new(paper->arena, DG_BODY, DG_NOWHERE);
    DgNode *formula = paper_words(paper, body, DG_FORMULA, "(m − c)");
    paper_words(paper, formula, DG_STYLED, "2")->as.styled.styling = DG_SUPERSCRIPT;
    paper_words(paper, formula, DG_STYLED, " / l")->as.styled.styling = DG_ITALIC;
    paper_words(paper, formula, DG_STYLED, "10")->as.styled.styling = DG_SUBSCRIPT;
    paper_flow(paper, "item", body, NULL);
    paper_page(paper, "1");
    paper_set(paper, body);
    char *plain = paper_plain(paper, paper_write(paper, NULL));
    g_assert_nonnull(strstr(
        plain,
        "/Alt <feff0028006d00202212002000630029005e00320020002f0020006c005f0028003100300029>"));
}

/* A section with a heading and paragraphs, of which the last stands in no pair. */
static void
add_paired_section(Paper *paper, DgNode *body, const char *heading, const char *const *words)
{
    DgNode *section = paper_add(paper, body, DG_SECTION);
    paper_words(paper, section, DG_HEADING, heading)->as.heading.level = 1;
    for (size_t i = 0; words[i]; i++)
        paper_words(paper, section, DG_PARAGRAPH, words[i]);
}

static DgPair
pair_of(Paper *paper, DgNode *left, DgNode *right)
{
    DgPair pair = {0};
    DgNode *blocks[DG_SIDES] = {left, right};
    for (int side = 0; side < DG_SIDES; side++)
        if (blocks[side])
            DG_APPEND(paper->arena, pair.blocks[side], pair.n[side], blocks[side]);
    return pair;
}

/* What corresponds follows each other, in joint sections; what stands alone follows what it follows in its text. */
static void
test_reading_pair_by_pair(Paper *paper, const void *data)
{
    (void)data;
    DgNode *left = dg_node_new(paper->arena, DG_BODY, DG_NOWHERE);
    DgNode *right = dg_node_new(paper->arena, DG_BODY, DG_NOWHERE);
    add_paired_section(paper, left, "Глава",
                       (const char *const[]){"первый", "только здесь", "второй", NULL});
    add_paired_section(paper, right, "Chapter",
                       (const char *const[]){"first", "second", "alone", NULL});
    DgFlow *flow = paper_flow(paper, "item", left, right);
    const DgNode *a = left->first->first, *b = right->first->first;
    DgPair pairs[] = {pair_of(paper, (DgNode *)a, (DgNode *)b), pair_of(paper, a->next, b->next),
                      pair_of(paper, a->next->next, NULL),
                      pair_of(paper, a->next->next->next, b->next->next)};
    flow->pairs = pairs;
    flow->n_pairs = G_N_ELEMENTS(pairs);
    paper_page(paper, "1");
    paper_set(paper, left);
    paper_set(paper, right);
    paper->order = DG_ORDER_PAIRS;
    char *tree = paper_run(paper, paper_write(paper, NULL), "pdfinfo -struct-text @");
    static const char *const wanted[] = {"Глава",        "Chapter", "первый", "first",
                                         "только здесь", "второй",  "second", "alone"};
    for (size_t i = 0; i < G_N_ELEMENTS(wanted); i++) {
        tree = strstr(tree, wanted[i]);
        g_assert_nonnull(tree);
    }
    char *plain = paper_plain(paper, paper_write(paper, NULL));
    g_assert_cmpuint(paper_count(plain, "/S /Sect"), ==, 1);
    g_assert_cmpuint(paper_count(plain, "/Lang (ru)"), ==, 5); /* four blocks and the catalog */
    g_assert_cmpuint(paper_count(plain, "/Lang (en)"), ==, 4);
}

/* The rules of check_tagged.py, which reads the file by itself, and each of which is shown to find its fault. */
static void
test_the_rules_of_tagged_pdf_hold(Paper *paper, const void *data)
{
    (void)data;
    make_book(paper);
    g_autofree char *script = g_test_build_filename(G_TEST_DIST, "check_tagged.py", NULL);
    g_autofree char *command = g_strdup_printf("python3 -B %s --can-fail @", script);
    char *results = paper_run(paper, paper_write(paper, NULL), command);
    if (strstr(results, "not ok"))
        g_test_message("%s", results);
    g_assert_null(strstr(results, "not ok"));
    g_assert_cmpuint(paper_count(results, "can fail"), >=, 17);
}

/* What is no tag of a language is left out; a right one stays. */
static void
test_odd_languages_are_left_out(Paper *paper, const void *data)
{
    (void)data;
    static const char *const languages[] = {"de",    "zh-Hant-TW", "in English",
                                            "ru_RU", "",           "germanlanguage"};
    DgNode *body = dg_node_new(paper->arena, DG_BODY, DG_NOWHERE);
    for (size_t i = 0; i < G_N_ELEMENTS(languages); i++)
        paper_words(paper, body, DG_PARAGRAPH, "слово")->lang = languages[i];
    paper_flow(paper, "item", body, NULL);
    paper_page(paper, "1");
    paper_set(paper, body);
    char *plain = paper_plain(paper, paper_write(paper, NULL));
    g_assert_nonnull(strstr(plain, "/Lang (de)"));
    g_assert_nonnull(strstr(plain, "/Lang (zh-Hant-TW)"));
    for (size_t i = 2; i < G_N_ELEMENTS(languages); i++) {
        g_autofree char *wrong = g_strdup_printf("/Lang (%s)", languages[i]);
        g_assert_null(strstr(plain, wrong));
    }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    PAPER_TEST("/pdf-structure/every-kind", test_every_kind_has_its_element);
    PAPER_TEST("/pdf-structure/over-the-page", test_a_paragraph_goes_on_over_the_page);
    PAPER_TEST("/pdf-structure/strays", test_no_text_is_lost);
    PAPER_TEST("/pdf-structure/attributes", test_attributes_that_readers_need);
    PAPER_TEST("/pdf-structure/languages", test_odd_languages_are_left_out);
    PAPER_TEST("/pdf-structure/decoration", test_decoration_is_an_artifact);
    PAPER_TEST("/pdf-structure/formula", test_scripts_of_a_formula_are_told);
    PAPER_TEST("/pdf-structure/pairs", test_reading_pair_by_pair);
    PAPER_TEST("/pdf-structure/rules", test_the_rules_of_tagged_pdf_hold);
    return g_test_run();
}
