/* test-align.c - src/align/align.c: whole items, what is given, what is reported. */
#include "build-item.h"

#include "diglot/files.h"

#include <glib/gstdio.h>

typedef struct {
    DgArena *arena;
    DgDiags *diags;
    DgVolume *volume;
    DgItem *item;
} Fixture;

static Fixture
build(const char *const *left, const char *const *right)
{
    Fixture fixture = {.arena = dg_arena_new()};
    fixture.diags = dg_diags_new(fixture.arena);
    fixture.volume = build_volume(fixture.arena, left, right);
    fixture.item = fixture.volume->items[0];
    return fixture;
}

static Fixture
aligned(const char *const *left, const char *const *right)
{
    Fixture fixture = build(left, right);
    dg_align(fixture.arena, fixture.diags, fixture.volume);
    return fixture;
}

static void
expect_pairs(Fixture *fixture, const char *pairs)
{
    g_assert_cmpstr(pairs_text(fixture->arena, fixture->item), ==, pairs);
}

static size_t
count(const Fixture *fixture, DgCode code)
{
    return dg_diags_count(fixture->diags, code);
}

static const DgDiag *
first_of(const Fixture *fixture, DgCode code)
{
    const DgDiag *sorted;
    size_t n = dg_diags_sorted(fixture->arena, fixture->diags, &sorted);
    for (size_t i = 0; i < n; i++)
        if (sorted[i].code == code)
            return &sorted[i];
    return NULL;
}

#define RU_1 "Конференция открылась в Женеве 12 мая 1990 года; участвовали 85 государств."
#define EN_1 "The conference opened in Geneva on 12 May 1990; 85 states took part in it."
#define RU_2 "Председатель Храмов напомнил о резолюции 53/70, принятой без голосования."
#define EN_2 "The chairman Khramov recalled resolution 53/70, which was adopted without a vote."
#define RU_3 "Что это значит для нас сегодня? Ответ, по его словам, зависит от всех сторон."
#define EN_3 "What does it mean for us today? The answer, he said, depends on all the parties."

static void
test_paragraphs_pair_in_order(void)
{
    Fixture fixture = aligned(LINES("h1 Открытие", "p " RU_1, "p " RU_2, "p " RU_3),
                              LINES("h1 Opening", "p " EN_1, "p " EN_2, "p " EN_3));
    expect_pairs(&fixture, "1-1 2-2 3-3 4-4");
    g_assert_cmpuint(dg_diags_count_severity(fixture.diags, DG_WARNING), ==, 0);
    for (size_t i = 0; i < 4; i++) {
        const DgPair *pair = &fixture.item->pairs[i];
        g_assert_true(pair->blocks[DG_RIGHT][0]->pair == pair);
        g_assert_cmpstr(pair->anchor, ==, pair->blocks[DG_LEFT][0]->id);
        g_assert_cmpint(pair->method, ==, DG_BY_LENGTH);
        g_assert_cmpfloat(pair->confidence, >, 0.9);
    }
    dg_arena_free(fixture.arena);
}

static void
test_divided_and_joined_paragraphs_become_one_pair(void)
{
    Fixture fixture =
        aligned(LINES("p " RU_1 " " RU_2, "p " RU_3), LINES("p " EN_1, "p " EN_2, "p " EN_3));
    expect_pairs(&fixture, "1-1+2 2-3");
    dg_arena_free(fixture.arena);
    fixture = aligned(LINES("p " RU_1, "p " RU_2, "p " RU_3, "p " RU_1),
                      LINES("p " EN_1 " " EN_2 " " EN_3, "p " EN_1));
    expect_pairs(&fixture, "1+2+3-1 4-2");
    dg_arena_free(fixture.arena);
}

static void
test_a_paragraph_left_out_stays_in_its_place(void)
{
    Fixture fixture =
        aligned(LINES("h1 Открытие", "p " RU_1, "p " RU_2, "p " RU_3, "h1 Итоги", "p " RU_2),
                LINES("h1 Opening", "p " EN_1, "p " EN_3, "h1 Results", "p " EN_2));
    expect_pairs(&fixture, "1-1 2-2 3- 4-3 5-4 6-5");
    const DgDiag *diag = first_of(&fixture, DG_PAIR_UNPAIRED);
    g_assert_nonnull(diag);
    g_assert_cmpstr(diag->pos.file, ==, "a.ru.xml");
    g_assert_cmpint(diag->pos.line, ==, 3);
    g_assert_cmpstr(diag->argument[0], ==, "en");
    dg_arena_free(fixture.arena);
}

static void
test_kinds_pair_with_their_own(void)
{
    Fixture fixture = aligned(LINES("p " RU_1, "t Таблица", "p " RU_2, "f a = b", "h2 Итоги"),
                              LINES("p " EN_1, "p " EN_2, "t Table", "f a = b", "h2 Results"));
    for (size_t k = 0; k < fixture.item->n_pairs; k++) {
        const DgPair *pair = &fixture.item->pairs[k];
        if (pair->n[DG_LEFT] && pair->n[DG_RIGHT])
            g_assert_cmpint(pair->blocks[DG_LEFT][0]->kind, ==, pair->blocks[DG_RIGHT][0]->kind);
    }
    dg_arena_free(fixture.arena);
}

static void
test_equal_ids_pair_and_take_unnamed_neighbours(void)
{
    Fixture fixture = aligned(LINES("p#x " RU_1 " " RU_2, "p#y " RU_3),
                              LINES("p#x " EN_1, "p " EN_2, "p#y " EN_3));
    expect_pairs(&fixture, "1-1+2 2-3");
    g_assert_cmpint(fixture.item->pairs[0].method, ==, DG_BY_ID);
    g_assert_cmpfloat(fixture.item->pairs[0].confidence, ==, 1);
    g_assert_cmpstr(fixture.item->pairs[0].anchor, ==, "x");
    dg_arena_free(fixture.arena);
}

static void
give_groups(DgNode *body, const char *const *groups)
{
    for (DgNode *block = body->first; block && *groups; block = block->next)
        block->group = *groups++;
}

static void
test_language_groups_pair(void)
{
    Fixture fixture =
        build(LINES("p " RU_1, "p " RU_2, "p " RU_3), LINES("p " EN_1, "p " EN_2, "p " EN_3));
    give_groups(fixture.item->text[DG_LEFT].body, LINES("a", "b", "b"));
    give_groups(fixture.item->text[DG_RIGHT].body, LINES("a", "c", "b"));
    dg_align(fixture.arena, fixture.diags, fixture.volume);
    expect_pairs(&fixture, "1-1 -2 2+3-3");
    g_assert_cmpint(fixture.item->pairs[0].method, ==, DG_BY_GROUP);
    g_assert_cmpint(fixture.item->pairs[2].method, ==, DG_BY_GROUP);
    dg_arena_free(fixture.arena);
    /* a group with a gap is no pair */
    fixture = build(LINES("p " RU_1, "p " RU_2, "p " RU_3), LINES("p " EN_1));
    give_groups(fixture.item->text[DG_LEFT].body, LINES("a", "b", "a"));
    give_groups(fixture.item->text[DG_RIGHT].body, LINES("a"));
    dg_align(fixture.arena, fixture.diags, fixture.volume);
    g_assert_cmpuint(count(&fixture, DG_PAIR_CROSSED), ==, 1);
    dg_arena_free(fixture.arena);
}

static void
test_made_ids_pair_nothing(void)
{
    Fixture fixture =
        aligned(LINES("p#baaaaaa " RU_1, "p " RU_2), LINES("p " EN_1, "p#baaaaaa " EN_2));
    expect_pairs(&fixture, "1-1 2-2");
    g_assert_cmpint(fixture.item->pairs[0].method, ==, DG_BY_LENGTH);
    dg_arena_free(fixture.arena);
}

/* Numbers given by a tool on each side: one divided paragraph shifts all that follow. */
static void
test_shifted_ids_are_reported_once(void)
{
    Fixture fixture = aligned(
        LINES("p#p1 " RU_1 " " RU_2, "p#p2 " RU_3, "p#p3 " RU_1, "p#p4 " RU_2, "p#p5 " RU_3),
        LINES("p#p1 " EN_1, "p#p2 " EN_2, "p#p3 " EN_3, "p#p4 " EN_1, "p#p5 " EN_2, "p#p6 " EN_3));
    expect_pairs(&fixture, "1-1 2-2 3-3 4-4 5-5 -6");
    g_assert_cmpuint(count(&fixture, DG_PAIR_SHIFTED), ==, 1);
    const DgDiag *diag = first_of(&fixture, DG_PAIR_SHIFTED);
    g_assert_cmpint(diag->pos.line, ==, 1);
    g_assert_cmpstr(diag->also.file, ==, "a.en.xml");
    g_assert_cmpint(diag->also.line, ==, 1);
    dg_arena_free(fixture.arena);
}

static void
test_crossing_ids_are_dropped_and_reported(void)
{
    Fixture fixture = aligned(LINES("p#a " RU_1, "p#b " RU_2, "p#c " RU_3),
                              LINES("p#b " EN_2, "p#c " EN_3, "p#a " EN_1));
    g_assert_cmpuint(count(&fixture, DG_PAIR_CROSSED), ==, 1);
    expect_pairs(&fixture, "1- 2-1 3-2 -3");
    g_assert_cmpstr(fixture.item->pairs[0].anchor, ==, "a");
    g_assert_cmpstr(fixture.item->pairs[3].anchor, ==, "a-2");
    dg_arena_free(fixture.arena);
}

static void
test_ids_on_unlike_kinds_hold_and_are_reported(void)
{
    Fixture fixture = aligned(LINES("p " RU_1, "h1#x Итоги"), LINES("p " EN_1, "p#x Results"));
    expect_pairs(&fixture, "1-1 2-2");
    g_assert_cmpuint(count(&fixture, DG_PAIR_UNLIKE), ==, 1);
    dg_arena_free(fixture.arena);
}

static void
test_an_id_of_a_section_is_that_of_its_heading(void)
{
    Fixture fixture = build(LINES("p " RU_1), LINES("p " EN_1));
    for (int side = 0; side < DG_SIDES; side++) {
        DgNode *section = dg_node_new(fixture.arena, DG_SECTION, DG_NOWHERE);
        section->id = "intro";
        dg_node_append(section,
                       build_block(fixture.arena, side ? "h1 Before we begin with it" : "h1 Ввод",
                                   DG_NOWHERE));
        dg_node_append(fixture.item->text[side].body, section);
    }
    dg_align(fixture.arena, fixture.diags, fixture.volume);
    g_assert_cmpint(fixture.item->pairs[1].method, ==, DG_BY_ID);
    dg_arena_free(fixture.arena);
}

static void
test_one_language_is_set_full_unless_due(void)
{
    Fixture fixture = aligned(NULL, LINES("p " EN_1, "p " EN_2));
    g_assert_cmpuint(fixture.item->n_pairs, ==, 2);
    const DgPair *pair = &fixture.item->pairs[1];
    g_assert_true(pair->full && pair->full_side == DG_RIGHT);
    g_assert_cmpuint(pair->n[DG_LEFT], ==, 1);
    g_assert_cmpuint(pair->n[DG_RIGHT], ==, 0);
    g_assert_nonnull(pair->anchor);
    g_assert_cmpuint(count(&fixture, DG_PAIR_UNPAIRED), ==, 0);
    dg_arena_free(fixture.arena);

    fixture = build(NULL, LINES("p " EN_1));
    fixture.item->due = true;
    dg_align(fixture.arena, fixture.diags, fixture.volume);
    g_assert_false(fixture.item->pairs[0].full);
    g_assert_cmpuint(fixture.item->pairs[0].n[DG_RIGHT], ==, 1);
    dg_arena_free(fixture.arena);

    fixture = aligned(NULL, NULL);
    g_assert_cmpuint(fixture.item->n_pairs, ==, 0);
    dg_arena_free(fixture.arena);
}

static void
test_texts_that_do_not_correspond_give_one_warning(void)
{
    const char *left[] = {"p Да.",     "p " RU_1,  "h1 Первая", "p " RU_2, "h1 Вторая",
                          "h1 Третья", "h1 Пятая", "p Нет.",    NULL};
    const char *right[] = {"t A", "t B", "t C", "t D", "t E", "t F", "p " EN_3 EN_2 EN_1 EN_2 EN_1,
                           NULL};
    Fixture fixture = aligned(left, right);
    g_assert_cmpuint(count(&fixture, DG_PAIR_EXCERPT), ==, 1);
    g_assert_cmpuint(dg_diags_count_severity(fixture.diags, DG_WARNING), ==, 1);
    dg_arena_free(fixture.arena);
}

static void
test_a_run_without_partners_gives_one_warning(void)
{
    Fixture fixture = aligned(LINES("p " RU_1, "r Иванов И. И. Право. 1999.",
                                    "r Петров П. П. Мир. 2001.", "r Сидоров. Связь. 1987."),
                              LINES("p " EN_1));
    expect_pairs(&fixture, "1-1 2- 3- 4-");
    g_assert_cmpuint(count(&fixture, DG_PAIR_UNPAIRED), ==, 0);
    g_assert_cmpuint(count(&fixture, DG_PAIR_UNPAIRED_RUN), ==, 1);
    g_assert_cmpstr(first_of(&fixture, DG_PAIR_UNPAIRED_RUN)->argument[1], ==, "3");
    dg_arena_free(fixture.arena);
}

/* Every third paragraph is left out, between headings that hold the rest together. */
static void
test_many_findings_are_counted(void)
{
    enum { SECTIONS = 90 };
    const char *left[4 * SECTIONS + 1], *right[3 * SECTIONS + 1];
    size_t n[DG_SIDES] = {0, 0};
    g_autoptr(GPtrArray) strings = g_ptr_array_new_with_free_func(g_free);
    for (int i = 0; i < SECTIONS; i++) {
        char *heading = g_strdup_printf("h1 %d", i + 100);
        g_ptr_array_add(strings, heading);
        left[n[0]++] = right[n[1]++] = heading;
        left[n[0]++] = "p " RU_1;
        left[n[0]++] = "p " RU_2 " " RU_3 " " RU_2 " " RU_3;
        left[n[0]++] = "p " RU_3;
        right[n[1]++] = "p " EN_1;
        right[n[1]++] = "p " EN_3;
    }
    left[n[0]] = right[n[1]] = NULL;
    Fixture fixture = aligned(left, right);
    g_assert_cmpuint(count(&fixture, DG_PAIR_UNPAIRED), ==, 60);
    g_assert_cmpuint(count(&fixture, DG_PAIR_MORE), ==, 1);
    g_assert_cmpstr(first_of(&fixture, DG_PAIR_MORE)->argument[0], ==, "30");
    dg_arena_free(fixture.arena);
}

/* ---- the pairs file ---- */
static Fixture
aligned_with_file(const char *text, const char *const *left, const char *const *right)
{
    Fixture fixture = build(left, right);
    g_autofree char *folder = g_dir_make_tmp("align-XXXXXX", NULL);
    fixture.volume->folder = dg_arena_strdup(fixture.arena, folder);
    g_autofree char *path = g_build_filename(folder, "a.pairs", NULL);
    g_assert_true(g_file_set_contents(path, text, -1, NULL));
    dg_align(fixture.arena, fixture.diags, fixture.volume);
    g_unlink(path);
    g_rmdir(folder);
    return fixture;
}

#define HEAD "#diglot-pairs 1\tru\ten\n"
#define APPROVED "approved=01234567/89abcdef"

static void
test_the_pairs_file_holds(void)
{
    Fixture fixture = aligned_with_file(HEAD "a+b\tx\tedited\t1.00\t" APPROVED
                                             "\tok=N1:as printed\tok=N5:note\n-\ty\tedited\t1.00\n",
                                        LINES("p#a " RU_1, "p#b " RU_2, "p#c " RU_3),
                                        LINES("p#x " EN_1, "p#y " EN_2, "p#z " EN_3));
    expect_pairs(&fixture, "1+2-1 -2 3-3");
    g_assert_cmpint(fixture.item->pairs[0].method, ==, DG_BY_HAND);
    g_assert_cmpstr(fixture.item->pairs[0].approved, ==, "01234567/89abcdef");
    g_assert_cmpstr(fixture.item->pairs[0].silenced, ==, "N1:as printed\tN5:note");
    g_assert_cmpstr(fixture.item->pairs[0].pos.file, ==, "a.pairs");
    g_assert_cmpint(fixture.item->pairs[0].pos.line, ==, 2);
    g_assert_cmpuint(count(&fixture, DG_PAIR_UNPAIRED), ==, 0); /* "-" was meant */
    dg_arena_free(fixture.arena);
}

static void
test_columns_follow_the_head(void)
{
    Fixture fixture =
        aligned_with_file("#diglot-pairs 1\ten\tru\r\nx\ta+b\tedited\t1.00\r\n",
                          LINES("p#a " RU_1, "p#b " RU_2), LINES("p#x " EN_1, "p#y " EN_2));
    expect_pairs(&fixture, "1+2-1 -2");
    dg_arena_free(fixture.arena);
}

static void
test_a_lost_name_is_reported_and_approval_kept(void)
{
    Fixture fixture = aligned_with_file(HEAD "a\tgone\tlength\t0.90\tok=N1:so\n",
                                        LINES("p#a " RU_1), LINES("p#x " EN_1));
    expect_pairs(&fixture, "1-1");
    const DgDiag *diag = first_of(&fixture, DG_PAIR_NAME);
    g_assert_nonnull(diag);
    g_assert_cmpstr(diag->argument[0], ==, "gone");
    g_assert_cmpstr(fixture.item->pairs[0].silenced, ==, "N1:so");
    dg_arena_free(fixture.arena);
}

static void
test_wrong_lines_are_reported_with_their_place(void)
{
    static const struct {
        const char *text, *what;
        int line, column;
    } cases[] = {
        {"pairs\n", "ru", 1, 1}, /* a wrong head names the languages that it should have */
        {"#diglot-pairs 1\tru\tde\n", "ru", 1, 1},
        {HEAD "a\n", "a", 2, 1},
        {HEAD "-\t-\tedited\t1\n", "-\t-\tedited\t1", 2, 1},
        {HEAD "a++b\tx\n", "a++b", 2, 1},
        {HEAD "a\tx\tguess\t1\n", "guess", 2, 5},
        {HEAD "a\tx\tid\t7\n", "7", 2, 8},
        {HEAD "a\tx\tid\tnan\n", "nan", 2, 8},
        {HEAD "a\tx\tid\t1\tok=:why\n", "ok=:why", 2, 10},
        {HEAD "a\tx\tid\t1\tapproved=12\n", "approved=12", 2, 10},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        Fixture fixture = aligned_with_file(cases[i].text, LINES("p#a " RU_1), LINES("p#x " EN_1));
        bool head = cases[i].line == 1;
        const DgDiag *diag = first_of(&fixture, head ? DG_PAIR_HEAD : DG_PAIR_FILE);
        g_test_message("%s", cases[i].text);
        g_assert_nonnull(diag);
        g_assert_cmpstr(diag->argument[0], ==, cases[i].what);
        g_assert_cmpint(diag->pos.line, ==, cases[i].line);
        g_assert_cmpint(diag->pos.column, ==, cases[i].column);
        expect_pairs(&fixture, "1-1");
        dg_arena_free(fixture.arena);
    }
}

static void
test_lines_that_contradict_are_dropped(void)
{
    Fixture fixture = aligned_with_file(
        HEAD "b\tx\tedited\t1\na\ty\tedited\t1\na+c\tz\tedited\t1\n",
        LINES("p#a " RU_1, "p#b " RU_2, "p#c " RU_3), LINES("p#x " EN_1, "p#y " EN_2, "p#z " EN_3));
    g_assert_cmpuint(count(&fixture, DG_PAIR_CROSSED), ==,
                     2); /* the gap in a+c, and one of the crossing two */
    g_assert_cmpuint(fixture.item->n_pairs, >, 0);
    dg_arena_free(fixture.arena);
    /* an id is stronger than a line that gives its block to another; a line that widens it holds */
    fixture = aligned_with_file(HEAD "k\tz\tedited\t1\nm\tm+n\tedited\t1\n",
                                LINES("p#k " RU_1, "p#m " RU_2 RU_3),
                                LINES("p#k " EN_1, "p#m " EN_2, "p#n " EN_3, "p#z " EN_1));
    expect_pairs(&fixture, "1-1 2-2+3 -4");
    g_assert_cmpint(fixture.item->pairs[1].method, ==, DG_BY_ID);
    dg_arena_free(fixture.arena);
}

static void
test_hostile_bytes_in_the_pairs_file(void)
{
    Fixture fixture = aligned_with_file("#diglot-pairs 1\tru\ten\n\xff\xfe\t\n", LINES("p#a " RU_1),
                                        LINES("p#x " EN_1));
    g_assert_cmpuint(count(&fixture, DG_FILE_ENCODING), ==, 1);
    expect_pairs(&fixture, "1-1");
    dg_arena_free(fixture.arena);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/align/in-order", test_paragraphs_pair_in_order);
    g_test_add_func("/align/beads", test_divided_and_joined_paragraphs_become_one_pair);
    g_test_add_func("/align/left-out", test_a_paragraph_left_out_stays_in_its_place);
    g_test_add_func("/align/kinds", test_kinds_pair_with_their_own);
    g_test_add_func("/align/ids", test_equal_ids_pair_and_take_unnamed_neighbours);
    g_test_add_func("/align/groups", test_language_groups_pair);
    g_test_add_func("/align/made-ids", test_made_ids_pair_nothing);
    g_test_add_func("/align/shifted", test_shifted_ids_are_reported_once);
    g_test_add_func("/align/crossing", test_crossing_ids_are_dropped_and_reported);
    g_test_add_func("/align/unlike", test_ids_on_unlike_kinds_hold_and_are_reported);
    g_test_add_func("/align/section-id", test_an_id_of_a_section_is_that_of_its_heading);
    g_test_add_func("/align/one-language", test_one_language_is_set_full_unless_due);
    g_test_add_func("/align/excerpt", test_texts_that_do_not_correspond_give_one_warning);
    g_test_add_func("/align/run", test_a_run_without_partners_gives_one_warning);
    g_test_add_func("/align/many", test_many_findings_are_counted);
    g_test_add_func("/align/file", test_the_pairs_file_holds);
    g_test_add_func("/align/file-columns", test_columns_follow_the_head);
    g_test_add_func("/align/file-lost-name", test_a_lost_name_is_reported_and_approval_kept);
    g_test_add_func("/align/file-wrong", test_wrong_lines_are_reported_with_their_place);
    g_test_add_func("/align/file-contradiction", test_lines_that_contradict_are_dropped);
    g_test_add_func("/align/file-bytes", test_hostile_bytes_in_the_pairs_file);
    return g_test_run();
}
