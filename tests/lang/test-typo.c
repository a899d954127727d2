/* test-typo.c - src/lang/typo.c and typo-flat.c: rules across nodes, what is left alone, the volume's strings */
#include "typo-cases-internal.h"

typedef struct {
    DgArena *arena;
    DgDiags *diags;
    DgVolume *volume;
    DgNode *body;
} Book;

static Book
book_new(const char *language)
{
    Book book = {.arena = dg_arena_new()};
    book.diags = dg_diags_new(book.arena);
    book.volume = DG_NEW(book.arena, DgVolume);
    DgItem *item = DG_NEW(book.arena, DgItem);
    book.volume->file = "volume.xml";
    book.volume->languages[DG_LEFT] = item->text[DG_LEFT].language = language;
    book.volume->items = DG_NEW_ARRAY(book.arena, DgItem *, 1);
    book.volume->items[0] = item;
    book.volume->n_items = 1;
    book.body = item->text[DG_LEFT].body = dg_node_new(book.arena, DG_BODY, DG_NOWHERE);
    return book;
}

static DgNode *
add(Book *book, DgNode *parent, DgKind kind)
{
    DgNode *node = dg_node_new(book->arena, kind, (DgPos){"a.xml", 1, 1});
    dg_node_append(parent, node);
    return node;
}

static DgNode *
add_text(Book *book, DgNode *parent, const char *text, int line)
{
    DgNode *node = dg_text_new(book->arena, text, (DgPos){"a.xml", line, 1});
    dg_node_append(parent, node);
    return node;
}

static void
expect(const DgNode *node, const char *text)
{
    g_autofree char *expected = spelled_out(text);
    g_assert_cmpstr(node->text, ==, expected);
}

/* «Он <em>сказал: "Да</em>"», the space that a rule changes standing in the next node. */
static void
test_rules_work_across_nodes(void)
{
    Book book = book_new("ru");
    DgNode *p = add(&book, book.body, DG_PARAGRAPH);
    DgNode *first = add_text(&book, p, "Он и", 1);
    DgNode *emphasis = add(&book, p, DG_STYLED);
    emphasis->as.styled.styling = DG_ITALIC;
    DgNode *second = add_text(&book, emphasis, " она - \"Да", 2);
    DgNode *third = add_text(&book, p, "\" в", 3);
    DgNode *last = add_text(&book, p, " доме", 4);
    dg_typography(book.arena, book.diags, book.volume, NULL);
    expect(first, "Он и");
    expect(second, "·она·— «Да");
    expect(third, "» в");
    expect(last, "·доме");
    dg_arena_free(book.arena);
}

static void
test_what_is_no_text_stays(void)
{
    Book book = book_new("ru");
    DgNode *p = add(&book, book.body, DG_PARAGRAPH);
    DgNode *before = add_text(&book, p, "Команда ", 1);
    DgNode *code = add_text(&book, add(&book, p, DG_INLINE_CODE), "a - \"b\"", 1);
    DgNode *middle = add_text(&book, p, " - \"слово\" ", 1);
    DgNode *link = add(&book, p, DG_LINK);
    link->href = "https://example.org/10-15";
    DgNode *address = add_text(&book, link, "example.org/10-15", 1);
    DgNode *power = add(&book, p, DG_STYLED);
    power->as.styled.styling = DG_SUPERSCRIPT;
    DgNode *raised = add_text(&book, power, "10-15", 1);
    DgNode *listing = add_text(&book, add(&book, book.body, DG_CODE), "x  = \"y\" - 10-15", 1);
    DgNode *line = add_text(&book, add(&book, book.body, DG_VERSE_LINE), "    в доме", 1);
    dg_typography(book.arena, book.diags, book.volume, NULL);
    expect(before, "Команда ");
    expect(code, "a - \"b\"");
    expect(middle, "·— «слово» ");
    expect(address, "example.org/10-15");
    expect(raised, "10-15");
    expect(listing, "x  = \"y\" - 10-15");
    expect(line, "    в·доме");
    dg_arena_free(book.arena);
}

static void
test_notes_captions_and_cells(void)
{
    Book book = book_new("ru");
    DgNode *p = add(&book, book.body, DG_PARAGRAPH);
    add_text(&book, p, "Слово", 1);
    DgNode *mark = add(&book, p, DG_NOTE_MARK);
    DgNode *note = mark->as.note_mark.note = dg_node_new(book.arena, DG_NOTE, DG_NOWHERE);
    DgNode *note_p = add(&book, note, DG_PARAGRAPH);
    DgNode *note_text = add_text(&book, note_p, "№5", 1);
    /* A note that marks itself must not be gone round for ever. */
    add(&book, note_p, DG_NOTE_MARK)->as.note_mark.note = note;
    DgNode *table = add(&book, book.body, DG_TABLE);
    DgNode *caption =
        add_text(&book, add(&book, add(&book, table, DG_CAPTION), DG_PARAGRAPH), "в доме", 1);
    DgNode *cell = add_text(&book, add(&book, add(&book, table, DG_ROW), DG_CELL), "-5", 1);
    dg_typography(book.arena, book.diags, book.volume, NULL);
    expect(note_text, "№⍽5");
    expect(caption, "в·доме");
    expect(cell, "−5");
    dg_arena_free(book.arena);
}

/* An English quotation opens with the sign that closes a Russian one within another. */
static void
test_a_quote_that_opens_elsewhere(void)
{
    Book book = book_new("ru");
    DgNode *p = add(&book, book.body, DG_PARAGRAPH);
    DgNode *before = add_text(&book, p, "слово или ", 1);
    DgNode *span = add(&book, p, DG_SPAN);
    span->lang = "en";
    DgNode *foreign = add_text(&book, span, "“million”", 1);
    DgNode *own = add_text(&book, add(&book, book.body, DG_PARAGRAPH), "«Газета „Труд “» вышла", 2);
    dg_typography(book.arena, book.diags, book.volume, NULL);
    expect(before, "слово или ");
    expect(foreign, "“million”");
    expect(own, "«Газета „Труд“» вышла");
    dg_arena_free(book.arena);
}

/* The rules of a language do not reach into what is marked as another's. */
static void
test_words_in_another_language(void)
{
    Book book = book_new("en");
    DgNode *p = add(&book, book.body, DG_PARAGRAPH);
    DgNode *before = add_text(&book, p, "numbers \"so\": ", 1);
    DgNode *span = add(&book, p, DG_SPAN);
    span->lang = "ru-RU";
    DgNode *foreign = add_text(&book, span, "1 302 569,5 - да", 1);
    DgNode *italic = add(&book, span, DG_STYLED);
    DgNode *deeper = add_text(&book, italic, "\"так\"", 1);
    DgNode *behind = add_text(&book, p, " and \"so\"", 1);
    dg_typography(book.arena, book.diags, book.volume, NULL);
    expect(before, "numbers “so”: ");
    expect(foreign, "1 302 569,5 - да");
    expect(deeper, "\"так\"");
    expect(behind, " and “so”");
    g_assert_cmpint(dg_diags_worst(book.diags), ==, DG_INFO);
    dg_arena_free(book.arena);
}

static void
test_languages_inside_a_text(void)
{
    Book book = book_new("ru");
    DgNode *english = add(&book, book.body, DG_PARAGRAPH),
           *untold = add(&book, book.body, DG_PARAGRAPH);
    english->lang = "en";
    DgNode *marked = add_text(&book, english, "the \"word\"", 1);
    DgNode *unmarked = add_text(&book, untold, "Le \"mot\"  juste", 1);
    dg_typography(book.arena, book.diags, book.volume, NULL);
    expect(marked, "the “word”");
    expect(unmarked, "Le \"mot\" juste");
    dg_arena_free(book.arena);
}

static void
test_strings_of_the_volume(void)
{
    Book book = book_new("ru");
    DgVolume *volume = book.volume;
    volume->languages[DG_RIGHT] = "en";
    volume->title[DG_LEFT] = "Форум \"Право\"";
    volume->title[DG_RIGHT] = "The \"Law\" forum";
    volume->imprint.publisher = "Изд-во \"Наука\"";
    volume->imprint.isbn = "978-5-02-012345-6";
    volume->people = DG_NEW(book.arena, DgPerson);
    volume->n_people = 1;
    volume->people->name[DG_LEFT].whole = "А.С. Пушкин-2";
    DgMeta *meta = &volume->items[0]->text[DG_LEFT].meta;
    const char *keywords[] = {"в доме"};
    meta->keywords = keywords;
    meta->n_keywords = 1;
    meta->fields = (DgField[]){{"date", "2024-09-16"}, {"conference", "Форум \"Право\""}};
    meta->n_fields = 2;
    dg_typography(book.arena, book.diags, volume, NULL);
    g_assert_cmpstr(volume->title[DG_LEFT], ==, "Форум «Право»");
    g_assert_cmpstr(volume->title[DG_RIGHT], ==, "The “Law” forum");
    g_assert_cmpstr(volume->imprint.publisher, ==, "Изд\u2011во «Наука»");
    g_assert_cmpstr(volume->imprint.isbn, ==, "978-5-02-012345-6");
    g_assert_cmpstr(volume->people->name[DG_LEFT].whole, ==, "А.\u202FС.\u00A0Пушкин-2");
    g_assert_cmpstr(keywords[0], ==, "в\u00A0доме");
    g_assert_cmpstr(meta->fields[0].value, ==, "2024-09-16");
    g_assert_cmpstr(meta->fields[1].value, ==, "Форум «Право»");
    dg_arena_free(book.arena);
}

static void
test_log(void)
{
    Book book = book_new("ru");
    DgNode *p = add(&book, book.body, DG_PARAGRAPH);
    add_text(&book, p, "Вот слово ", 7);
    add_text(&book, p, "\"мир\" здесь", 8);
    DgTypoLog log = {0};
    dg_typography(book.arena, book.diags, book.volume, &log);
    g_assert_cmpuint(log.n, ==, 2);
    g_assert_cmpstr(log.changes[0].rule, ==, "R1");
    g_assert_cmpint(log.changes[0].pos.line, ==, 8);
    g_assert_cmpstr(log.changes[0].before, ==, "Вот слово \"мир\" здесь");
    g_assert_cmpstr(log.changes[0].after, ==, "Вот слово «мир\" здесь");
    dg_arena_free(book.arena);
}

static const DgDiag *
only_message(Book *book, const char *text, const char *language)
{
    *book = book_new(language);
    add_text(book, add(book, book->body, strchr(text, '#') ? DG_HEADING : DG_PARAGRAPH),
             text + (*text == '#'), 3);
    dg_typography(book->arena, book->diags, book->volume, NULL);
    const DgDiag *sorted = NULL;
    g_assert_cmpuint(dg_diags_sorted(book->arena, book->diags, &sorted), ==, 1);
    g_assert_cmpint(sorted->pos.line, ==, 3);
    return sorted;
}

/* What an author must change himself: the code, the rule, and what the message says. */
static void
test_reports(void)
{
    static const struct {
        const char *language, *text;
        DgCode code;
        const char *rule, *argument;
    } cases[] = {
        {"ru", "ООО \"Газета \"Труд\" вышла", DG_TYPO_QUOTES, "R1", "ООО \"Газета \"Труд\""},
        {"ru", "№№ 5 и 6", DG_TYPO_DOUBLE_SIGN, "R17", "№№ 5 и 6"},
        {"ru", "Он сказал: «Приду.» И ушёл", DG_TYPO_STOP_INSIDE, "R4", "сказал: «Приду.» И ушёл"},
        {"ru", "рост на 3.5 % за год", DG_TYPO_DECIMAL_POINT, "R22", "рост на 3.5\u202F% за год"},
        {"ru", "на 20-ый день", DG_TYPO_ORDINAL, "R24", "20\u2011ый"},
        {"ru", "#Развитие науки.", DG_TYPO_HEADING_STOP, "R32", "Развитие науки."},
        {"ru", "ёлка и елка", DG_TYPO_YO, "R33", "ёлка"},
        {"en", "from 10-15 men", DG_TYPO_FROM, "E5", "from 10–15 men"},
        {"en", "about 1 302 569 men", DG_TYPO_THOUSANDS, "E6", "about 1 302 569 men"},
        {"en", "a \"word\", that is what we all call \"it\".", DG_TYPO_STOP_OUTSIDE, "E3",
         "a “word”, that is what"},
        {"en", "on 12 May and on May 14 we", DG_TYPO_DATE_FORMS, "E13", "1"},
        {"en",
         "cats, dogs, and mice; figs, plums, and nuts; reds, blues, and greens; a, b, c and d; e, f, g and h; i, j, k and l",
         DG_TYPO_SERIAL_COMMA, "E12", "3"},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        Book book;
        const DgDiag *diag = only_message(&book, cases[i].text, cases[i].language);
        g_assert_cmpstr(dg_code_name(diag->code), ==, dg_code_name(cases[i].code));
        g_assert_cmpint(diag->code, ==, cases[i].code);
        g_assert_cmpstr(diag->argument[0], ==, cases[i].rule);
        g_autofree char *found = g_strdup(diag->argument[1]);
        for (char *space; (space = strstr(found, "\u00A0"));) {
            *space = ' ';
            memmove(space + 1, space + 2, strlen(space + 2) + 1);
        }
        g_assert_cmpstr(found, ==, cases[i].argument);
        dg_arena_free(book.arena);
    }
}

/* The place is that of the word in the source, whose line ends the reader has folded and whose signs rules change. */
static void
test_reports_point_to_the_word(void)
{
    static const struct {
        const char *text, *written;
        int line, column;
    } cases[] = {
        {"cтол", NULL, 3, 1},
        {"дом,  у дороги - cтол", NULL, 3, 18},
        {"дом ... \"\"«» cтол", NULL, 3, 14},
        {"дом у дороги, cтол и дом", "дом у\n    дороги,\n  cтол и дом", 5, 3},
        {"\U0001F600 дом cтол", NULL, 3, 7},
        {"дом cтол", "\n", 3, 1}, /* a source that does not hold the word */
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        Book book = book_new("ru");
        DgNode *node = add_text(&book, add(&book, book.body, DG_PARAGRAPH), cases[i].text, 3);
        node->as.text.written = cases[i].written;
        dg_typography(book.arena, book.diags, book.volume, NULL);
        const DgDiag *sorted = NULL;
        g_test_message("%s", cases[i].text);
        g_assert_cmpuint(dg_diags_sorted(book.arena, book.diags, &sorted), >=, 1);
        while (sorted->code != DG_TYPO_MIXED_SCRIPT)
            sorted++;
        g_assert_cmpint(sorted->pos.line, ==, cases[i].line);
        g_assert_cmpint(sorted->pos.column, ==, cases[i].column);
        dg_arena_free(book.arena);
    }
}

/* "l’eau" begins with the sign of the litre; one stop behind a quotation mark may be meant so. */
static void
test_no_false_units_and_reports(void)
{
    DgArena *arena = dg_arena_new();
    g_assert_cmpstr(typo_string(arena, "in 1990 l'université", "en"), ==, "in 1990 l’université");
    g_assert_cmpstr(typo_string(arena, "in 5 l of it", "en"), ==, "in 5\u00A0l of it");
    dg_arena_free(arena);
    Book book = book_new("en");
    add_text(&book, add(&book, book.body, DG_PARAGRAPH), "a \"word\", that is", 1);
    dg_typography(book.arena, book.diags, book.volume, NULL);
    g_assert_cmpuint(dg_diags_count(book.diags, DG_TYPO_STOP_OUTSIDE), ==, 0);
    add_text(&book, add(&book, book.body, DG_PARAGRAPH), "the \"other.\" And", 2);
    dg_typography(book.arena, book.diags, book.volume, NULL);
    g_assert_cmpuint(dg_diags_count(book.diags, DG_TYPO_STOP_OUTSIDE), ==, 1);
    dg_arena_free(book.arena);
}

static void
test_mixed_scripts(void)
{
    Book book;
    const DgDiag *diag = only_message(&book, "дом, cтол", "ru");
    g_assert_cmpint(diag->code, ==, DG_TYPO_MIXED_SCRIPT);
    g_assert_cmpstr(diag->argument[0], ==, "cтол");
    g_assert_cmpstr(diag->argument[1], ==, "c U+0063");
    dg_arena_free(book.arena);
}

static void
test_heading_case_over_the_volume(void)
{
    Book book = book_new("en");
    static const char *const headings[] = {
        "Security of the Digital Space Today",        "How the forum was organised this year",
        "Legal Questions of Global Networks",         "What the participants agreed upon there",
        "Protection of Critical Information Systems", "Where the next meeting will take place"};
    for (size_t i = 0; i < G_N_ELEMENTS(headings); i++)
        add_text(&book, add(&book, book.body, DG_HEADING), headings[i], (int)i + 1);
    dg_typography(book.arena, book.diags, book.volume, NULL);
    const DgDiag *sorted = NULL;
    g_assert_cmpuint(dg_diags_sorted(book.arena, book.diags, &sorted), ==, 1);
    g_assert_cmpstr(sorted->argument[0], ==, "E14");
    g_assert_cmpint(sorted->pos.line, ==, 2);
    dg_arena_free(book.arena);
}

static void
test_empty_and_hostile(void)
{
    Book book = book_new("ru");
    book.volume->items[0]->text[DG_LEFT].body = NULL;
    dg_typography(book.arena, book.diags, book.volume, NULL);
    GRand *random = g_rand_new_with_seed(5);
    static const char alphabet[] =
        "аА.-\"'«» 15:/@w%\xC2\xA0\xE2\x80\x94\xE2\x84\x96\xC2\xB0\xF0\x9F\x98\xFF\n";
    for (int round = 0; round < 4000; round++) {
        char text[60] = "";
        int length = g_rand_int_range(random, 0, (int)sizeof text - 1);
        for (int i = 0; i < length; i++)
            text[i] = alphabet[g_rand_int_range(random, 0, sizeof alphabet - 1)];
        const char *language = round % 3 ? round % 3 == 1 ? "ru" : "en" : "en-GB";
        const char *once = typo_string(book.arena, text, language);
        if (g_utf8_validate(text, -1, NULL))
            g_assert_true(g_utf8_validate(once, -1, NULL));
    }
    g_assert_null(typo_string(book.arena, NULL, NULL));
    g_rand_free(random);
    dg_arena_free(book.arena);
}

static void
test_long_runs_take_linear_time(void)
{
    static const char *const seeds[] = {"\"",     "- ",      "А. ", "1-", "'a ", "т. ",
                                        "1 234 ", "a, and ", "№",   "((", "° "};
    DgArena *arena = dg_arena_new();
    for (size_t i = 0; i < G_N_ELEMENTS(seeds); i++) {
        g_autoptr(GString) text = g_string_new(NULL);
        while (text->len < 100000)
            g_string_append(text, seeds[i]);
        typo_string(arena, text->str, "ru");
        typo_string(arena, text->str, "en");
    }
    dg_arena_free(arena);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/typo/nodes", test_rules_work_across_nodes);
    g_test_add_func("/typo/no-text", test_what_is_no_text_stays);
    g_test_add_func("/typo/notes", test_notes_captions_and_cells);
    g_test_add_func("/typo/quote-elsewhere", test_a_quote_that_opens_elsewhere);
    g_test_add_func("/typo/foreign-words", test_words_in_another_language);
    g_test_add_func("/typo/languages", test_languages_inside_a_text);
    g_test_add_func("/typo/strings", test_strings_of_the_volume);
    g_test_add_func("/typo/log", test_log);
    g_test_add_func("/typo/reports", test_reports);
    g_test_add_func("/typo/places", test_reports_point_to_the_word);
    g_test_add_func("/typo/no-false", test_no_false_units_and_reports);
    g_test_add_func("/typo/mixed-script", test_mixed_scripts);
    g_test_add_func("/typo/heading-case", test_heading_case_over_the_volume);
    g_test_add_func("/typo/hostile", test_empty_and_hostile);
    g_test_add_func("/typo/linear", test_long_runs_take_linear_time);
    return g_test_run();
}
