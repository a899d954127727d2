/* test-check.c - src/check/check.c, check-text.c, check-parts.c, check-counts.c, check-script.c */
#include "check-internal.h"

#include <glib.h>
#include <string.h>

typedef struct {
    DgArena *arena;
    DgDiags *diags;
    DgVolume *volume;
    DgItem *item;
} Fixture;

static Fixture
build(void)
{
    Fixture fixture = {.arena = dg_arena_new()};
    fixture.diags = dg_diags_new(fixture.arena);
    fixture.volume = DG_NEW(fixture.arena, DgVolume);
    fixture.item = DG_NEW(fixture.arena, DgItem);
    fixture.volume->n_languages = DG_SIDES;
    DG_APPEND(fixture.arena, fixture.volume->items, fixture.volume->n_items, fixture.item);
    static const char *const languages[] = {"ru", "en"};
    for (int side = 0; side < DG_SIDES; side++) {
        fixture.volume->languages[side] = fixture.item->text[side].language = languages[side];
        fixture.item->text[side].body = dg_node_new(fixture.arena, DG_BODY, DG_NOWHERE);
    }
    return fixture;
}

static DgNode *
paragraph(Fixture *fixture, int side, DgNode *parent, const char *text)
{
    DgPos pos = {side ? "a.en.xml" : "a.ru.xml", (int)fixture->item->n_pairs + 1, 5};
    DgNode *block = dg_block_new(fixture->arena, DG_PARAGRAPH, DG_ROLE_NONE, text, pos);
    dg_node_append(parent ? parent : fixture->item->text[side].body, block);
    return block;
}

static DgPair *
pair(Fixture *fixture, DgNode *left, DgNode *right)
{
    DgPair *made = DG_NEW(fixture->arena, DgPair);
    DgNode *blocks[] = {left, right};
    for (int side = 0; side < DG_SIDES; side++)
        if (blocks[side]) {
            DG_APPEND(fixture->arena, made->blocks[side], made->n[side], blocks[side]);
            blocks[side]->pair = made;
        }
    DG_APPEND(fixture->arena, fixture->item->pairs, fixture->item->n_pairs, *made);
    return &fixture->item->pairs[fixture->item->n_pairs - 1];
}

static DgPair *
pair_of(Fixture *fixture, const char *left, const char *right)
{
    return pair(fixture, paragraph(fixture, DG_LEFT, NULL, left),
                paragraph(fixture, DG_RIGHT, NULL, right));
}

static size_t
count(Fixture *fixture, DgCode code)
{
    dg_check(fixture->arena, fixture->diags, fixture->volume);
    return dg_diags_count(fixture->diags, code);
}

static const DgDiag *
first(Fixture *fixture, DgCode code)
{
    const DgDiag *sorted;
    size_t n = dg_diags_sorted(fixture->arena, fixture->diags, &sorted);
    for (size_t i = 0; i < n; i++)
        if (sorted[i].code == code)
            return &sorted[i];
    g_assert_not_reached();
}

static void
test_both_places_are_told(void)
{
    Fixture fixture = build();
    pair_of(&fixture, "в 2021 году", "in 2012");
    g_assert_cmpuint(count(&fixture, DG_CHECK_NUMBER), ==, 1);
    const DgDiag *diag = first(&fixture, DG_CHECK_NUMBER);
    g_assert_cmpstr(diag->pos.file, ==, "a.ru.xml");
    g_assert_cmpint(diag->pos.column, ==, 5);
    g_assert_cmpstr(diag->also.file, ==, "a.en.xml");
    g_assert_cmpstr(dg_diag_message(fixture.arena, diag, "en"), ==,
                    "2021 has no counterpart in en (N1)");
    g_assert_cmpstr(dg_diag_hint(fixture.arena, diag, "en"), ==, "found there: 2012");
    dg_arena_free(fixture.arena);
}

static void
test_a_silenced_rule_is_counted(void)
{
    Fixture fixture = build();
    pair_of(&fixture, "в 2021 году, 10 %", "in 2012, 10 roubles")->silenced =
        "N4:roubles it is\tN1:so in the original";
    pair_of(&fixture, "в 2021 году", "in 2012")->silenced = "N11:another rule";
    g_assert_cmpuint(count(&fixture, DG_CHECK_NUMBER), ==, 1);
    g_assert_cmpuint(dg_diags_count(fixture.diags, DG_CHECK_PERCENT), ==, 0);
    g_assert_cmpuint(dg_diags_count(fixture.diags, DG_CHECK_SILENCED), ==, 1);
    g_assert_cmpstr(first(&fixture, DG_CHECK_SILENCED)->argument[0], ==, "2");
    dg_arena_free(fixture.arena);
}

static void
test_what_has_no_partner_is_not_compared(void)
{
    Fixture fixture = build();
    pair(&fixture, paragraph(&fixture, DG_LEFT, NULL, "в 2021 году"), NULL);
    DgPair *full = pair(&fixture, paragraph(&fixture, DG_LEFT, NULL, "в 2021 году"), NULL);
    full->full = true;
    g_assert_cmpuint(count(&fixture, DG_CHECK_NUMBER), ==, 0);
    fixture.volume->n_languages = 1;
    g_assert_cmpuint(count(&fixture, DG_CHECK_NUMBER), ==, 0);
    dg_arena_free(fixture.arena);
}

static void
append_styled(DgArena *arena, DgNode *block, DgKind kind, DgStyling styling, const char *text)
{
    DgNode *node = dg_node_new(arena, kind, DG_NOWHERE);
    node->as.styled.styling = styling;
    dg_node_append(node, dg_text_new(arena, text, DG_NOWHERE));
    dg_node_append(block, node);
}

static void
test_what_is_left_out_and_kept_apart(void)
{
    Fixture fixture = build();
    DgNode *left = paragraph(&fixture, DG_LEFT, NULL, "Сессия 10"),
           *right = paragraph(&fixture, DG_RIGHT, NULL, "The 5");
    append_styled(fixture.arena, left, DG_STYLED, DG_SUPERSCRIPT, "9");
    append_styled(fixture.arena, left, DG_INLINE_CODE, 0, "x = 77");
    append_styled(fixture.arena, left, DG_REFERENCE_LINK, 0, "[12]");
    append_styled(fixture.arena, right, DG_STYLED, DG_SUPERSCRIPT, "th");
    DgCheckText text = dg_check_text(fixture.arena, &left, 1, "ru");
    g_assert_cmpstr(text.text, ==,
                    "Сессия 10\x1f"
                    "9\x1f[12]\x1f\n");
    text = dg_check_text(fixture.arena, &right, 1, "en");
    g_assert_cmpstr(text.text, ==, "The 5th\n");
    dg_arena_free(fixture.arena);
}

/* A table of one row on each side. */
static void
add_tables(Fixture *fixture, const char *const cells[DG_SIDES][2], DgNode *tables[DG_SIDES])
{
    for (int side = 0; side < DG_SIDES; side++) {
        tables[side] = dg_node_new(fixture->arena, DG_TABLE, DG_NOWHERE);
        DgNode *row = dg_node_new(fixture->arena, DG_ROW, DG_NOWHERE);
        dg_node_append(fixture->item->text[side].body, tables[side]);
        dg_node_append(tables[side], row);
        for (int i = 0; i < 2 && cells[side][i]; i++) {
            DgNode *cell = dg_node_new(fixture->arena, DG_CELL, DG_NOWHERE);
            cell->as.cell.columns = cell->as.cell.rows = 1;
            dg_node_append(row, cell);
            paragraph(fixture, side, cell, cells[side][i]);
        }
    }
}

static void
test_cells_do_not_run_together(void)
{
    Fixture fixture = build();
    DgNode *tables[DG_SIDES];
    static const char *const cells[DG_SIDES][2] = {{"12", "345"}, {"12", "345"}};
    add_tables(&fixture, cells, tables);
    DgCheckText text = dg_check_text(fixture.arena, &tables[DG_LEFT], 1, "ru");
    DgLexicon *lexicon = dg_lexicon_new(fixture.arena, "ru");
    g_assert_cmpuint(dg_values_find(fixture.arena, &text, lexicon, false).n, ==, 2);
    dg_lexicon_free(lexicon);
    dg_arena_free(fixture.arena);
}

static void
test_cells_are_compared_one_by_one(void)
{
    static const struct {
        const char *cells[DG_SIDES][2];
        size_t findings;
    } cases[] = {
        {{{"12", "345"}, {"12", "345"}}, 0},
        {{{"12 %", "3,5 млн"}, {"12", "3.5 million, %"}},
         0}, /* a per cent sign may stand in the head */
        {{{"12", "345"}, {"345", "12"}}, 2},
        {{{"12", "12"}, {"12", "21"}}, 1},
        {{{"12", "345"}, {"345, 12", NULL}}, 0}, /* of another shape: as a whole */
        {{{"12", "345"}, {"345, 13", NULL}}, 1},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        Fixture fixture = build();
        DgNode *tables[DG_SIDES];
        add_tables(&fixture, cases[i].cells, tables);
        pair(&fixture, tables[DG_LEFT], tables[DG_RIGHT]);
        g_assert_cmpuint(count(&fixture, DG_CHECK_NUMBER), ==, cases[i].findings);
        dg_arena_free(fixture.arena);
    }
}

static void
add_note(DgArena *arena, DgNode *block, bool repeated)
{
    DgNode *mark = dg_node_new(arena, DG_NOTE_MARK, DG_NOWHERE);
    mark->as.note_mark.note = dg_node_new(arena, DG_NOTE, DG_NOWHERE);
    mark->as.note_mark.repeated = repeated;
    dg_node_append(block, mark);
}

static void
test_notes_are_counted(void)
{
    Fixture fixture = build();
    pair_of(&fixture, "Раз", "One");
    pair_of(&fixture, "Два", "Two");
    DgPair *even = &fixture.item->pairs[0], *odd = &fixture.item->pairs[1];
    add_note(fixture.arena, even->blocks[DG_LEFT][0], false);
    add_note(fixture.arena, even->blocks[DG_RIGHT][0], false);
    add_note(fixture.arena, even->blocks[DG_RIGHT][0], true);
    add_note(fixture.arena, odd->blocks[DG_RIGHT][0], false);
    g_assert_cmpuint(count(&fixture, DG_CHECK_NOTES), ==, 1);
    const DgDiag *diag = first(&fixture, DG_CHECK_NOTES);
    g_assert_cmpint(diag->pos.line, ==, 2);
    g_assert_cmpstr(diag->argument[0], ==, "0");
    g_assert_cmpstr(diag->argument[1], ==, "1");
    dg_arena_free(fixture.arena);
}

static void
test_notes_are_compared(void)
{
    Fixture fixture = build();
    pair_of(&fixture, "Раз", "One");
    static const char *const words[DG_SIDES][2] = {{"12 мая 2021 г.", "10 %"},
                                                   {"May 12, 2012", "10 roubles"}};
    DgPair *only = &fixture.item->pairs[0];
    for (int side = 0; side < DG_SIDES; side++)
        for (int i = 0; i < 2; i++) {
            DgNode *block = only->blocks[side][0];
            add_note(fixture.arena, block, false);
            paragraph(&fixture, side, block->last->as.note_mark.note, words[side][i]);
        }
    g_assert_cmpuint(count(&fixture, DG_CHECK_NUMBER), ==, 1);
    g_assert_cmpstr(first(&fixture, DG_CHECK_NUMBER)->argument[0], ==, "2021");
    g_assert_cmpuint(dg_diags_count(fixture.diags, DG_CHECK_PERCENT), ==, 1);
    g_assert_cmpuint(dg_diags_count(fixture.diags, DG_CHECK_NOTES), ==, 0);
    dg_arena_free(fixture.arena);
}

/* Lists of `left` and `right` items of which the first `paired` are pairs. */
static Fixture
build_lists(size_t left, size_t right, size_t paired)
{
    Fixture fixture = build();
    DgNode *blocks[DG_SIDES][8], *lists[DG_SIDES];
    size_t n[] = {left, right};
    for (int side = 0; side < DG_SIDES; side++) {
        lists[side] =
            dg_node_new(fixture.arena, DG_LIST, (DgPos){side ? "a.en.xml" : "a.ru.xml", 3, 1});
        dg_node_append(fixture.item->text[side].body, lists[side]);
        for (size_t i = 0; i < n[side]; i++) {
            DgNode *item = dg_node_new(fixture.arena, DG_LIST_ITEM, DG_NOWHERE);
            dg_node_append(lists[side], item);
            blocks[side][i] = paragraph(&fixture, side, item, "пункт item");
        }
    }
    for (size_t i = 0; i < paired; i++)
        pair(&fixture, blocks[DG_LEFT][i], blocks[DG_RIGHT][i]);
    return fixture;
}

static void
test_lists_are_as_long(void)
{
    Fixture fixture = build_lists(3, 3, 3);
    g_assert_cmpuint(count(&fixture, DG_CHECK_LIST), ==, 0);
    dg_arena_free(fixture.arena);
    fixture = build_lists(3, 2, 2);
    g_assert_cmpuint(count(&fixture, DG_CHECK_LIST), ==, 1);
    g_assert_cmpint(dg_diags_count(fixture.diags, DG_CHECK_LIST), ==, 1);
    dg_arena_free(fixture.arena);
    fixture = build_lists(3, 2, 0); /* lists that have nothing to do with one another */
    g_assert_cmpuint(count(&fixture, DG_CHECK_LIST), ==, 0);
    dg_arena_free(fixture.arena);
}

static void
test_untranslated_rests(void)
{
    static const struct {
        const char *left, *right, *shown;
    } cases[] = {
        {"Просто текст", "Just a text", NULL},
        {"Текст", "A text о нём", "о"},
        {"Текст", "The (Правда) newspaper", NULL}, /* quoted */
        {"Система Debian GNU Linux", "Debian", NULL},
        {"This paragraph has not been translated yet.",
         "This paragraph has not been translated yet.", "This paragraph has not been translated"},
        {"Доклад «This paragraph has not been translated yet»", "A paper", NULL},
        {"См. org/process/emeritus to log in https://nm.example.org/process", "See", NULL},
        {"Благодарим HarfBuzz, Pango, ICU, Hyphen, Cairo, Meson", "x", NULL},
        {"max(q, r) + max(a − q, b − r) = max(a, b)", "x", NULL},
        {"One two three. Four five six. Seven eight.", "x", NULL}, /* no six words in a sentence */
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        Fixture fixture = build();
        pair_of(&fixture, cases[i].left, cases[i].right);
        g_test_message("%s | %s", cases[i].left, cases[i].right);
        g_assert_cmpuint(count(&fixture, DG_CHECK_LANGUAGE), ==, cases[i].shown ? 1 : 0);
        if (cases[i].shown)
            g_assert_true(
                g_str_has_prefix(first(&fixture, DG_CHECK_LANGUAGE)->argument[0], cases[i].shown));
        dg_arena_free(fixture.arena);
    }
}

static void
test_marked_foreign_words_may_stay(void)
{
    Fixture fixture = build();
    DgNode *left = paragraph(&fixture, DG_LEFT, NULL, "Газета"),
           *right = paragraph(&fixture, DG_RIGHT, NULL, "The paper ");
    DgNode *span = dg_node_new(fixture.arena, DG_SPAN, DG_NOWHERE);
    span->lang = "ru-RU";
    dg_node_append(span, dg_text_new(fixture.arena, "Правда", DG_NOWHERE));
    dg_node_append(right, span);
    pair(&fixture, left, right);
    g_assert_cmpuint(count(&fixture, DG_CHECK_LANGUAGE), ==, 0);
    span->lang = NULL;
    g_assert_cmpuint(count(&fixture, DG_CHECK_LANGUAGE), ==, 1);
    dg_arena_free(fixture.arena);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/check/places", test_both_places_are_told);
    g_test_add_func("/check/silenced", test_a_silenced_rule_is_counted);
    g_test_add_func("/check/alone", test_what_has_no_partner_is_not_compared);
    g_test_add_func("/check-text/left-out", test_what_is_left_out_and_kept_apart);
    g_test_add_func("/check-text/cells", test_cells_do_not_run_together);
    g_test_add_func("/check-parts/cells", test_cells_are_compared_one_by_one);
    g_test_add_func("/check-parts/notes-counted", test_notes_are_counted);
    g_test_add_func("/check-parts/notes", test_notes_are_compared);
    g_test_add_func("/check-counts/lists", test_lists_are_as_long);
    g_test_add_func("/check-script/rests", test_untranslated_rests);
    g_test_add_func("/check-script/foreign", test_marked_foreign_words_may_stay);
    return g_test_run();
}
