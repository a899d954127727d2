/* test-align-write.c - src/align/align-write.c and align-ids.c */
#include "build-item.h"

#include <glib/gstdio.h>

static const char source[] =
    "<?xml version=\"1.0\"?>\r\n"
    "<article><body>\r\n"
    "<sec><title>Ввод</title>\r\n"
    "\t<p content-type='a>b'>Раз <italic>два</italic></p><p id=\"own\">три</p>\r\n"
    "<p xml:id='x'\n  >четыре</p><unknown>пять</unknown>\r\n"
    "<p\n>шесть</p><p/></sec></body></article>\r\n";
static const char named[] =
    "<?xml version=\"1.0\"?>\r\n"
    "<article><body>\r\n"
    "<sec><title id=\"baaaaaa\">Ввод</title>\r\n"
    "\t<p id=\"baaaaab\" content-type='a>b'>Раз <italic>два</italic></p><p id=\"own\">три</p>\r\n"
    "<p id=\"baaaaad\" xml:id='x'\n  >четыре</p><unknown>пять</unknown>\r\n"
    "<p id=\"baaaaaf\"\n>шесть</p><p id=\"baaaaag\"/></sec></body></article>\r\n";

/* Where blocks would lie, right and wrong ones, and their names. */
static const struct {
    int line, column;
    const char *name;
} places[] = {
    {3, 6, "baaaaaa"},  {4, 2, "baaaaab"},  {4, 29, "binline"},  {4, 53, "baaaaac"},
    {5, 1, "baaaaad"},  {6, 20, "baaaaae"}, {7, 1, "baaaaaf"},   {8, 11, "baaaaag"},
    {8, 11, "bbbbbbb"}, {99, 1, "bcccccc"}, {7, 500, "bdddddd"}, {2, 1, "beeeeee"},
    {0, 0, "bffffff"},
};

typedef struct {
    DgArena *arena;
    DgDiags *diags;
    DgVolume *volume;
    char *folder;
} Fixture;

static char *
path_of(const Fixture *fixture, const char *name)
{
    return g_build_filename(fixture->folder, name, NULL);
}

static char *
contents(const Fixture *fixture, const char *name)
{
    g_autofree char *path = path_of(fixture, name);
    char *text = NULL;
    g_file_get_contents(path, &text, NULL, NULL);
    return text;
}

static Fixture
build(void)
{
    Fixture fixture = {.arena = dg_arena_new(), .folder = g_dir_make_tmp("align-XXXXXX", NULL)};
    fixture.diags = dg_diags_new(fixture.arena);
    fixture.volume =
        build_volume(fixture.arena, LINES("p#own три"), LINES("p#one One", "p#two Two"));
    fixture.volume->folder = fixture.folder;
    g_autofree char *left = path_of(&fixture, "a.ru.xml"), *right = path_of(&fixture, "a.en.xml");
    g_assert_true(g_file_set_contents(left, source, -1, NULL));
    g_assert_true(g_file_set_contents(right, "<p id='one'/>", -1, NULL));
    DgNode *body = fixture.volume->items[0]->text[DG_LEFT].body;
    for (size_t i = 0; i < G_N_ELEMENTS(places); i++) {
        DgNode *block = build_block(fixture.arena, "p x",
                                    (DgPos){"a.ru.xml", places[i].line, places[i].column});
        block->id = places[i].name;
        dg_node_append(body, block);
    }
    dg_align(fixture.arena, fixture.diags, fixture.volume);
    return fixture;
}

static void
tear_down(Fixture *fixture)
{
    static const char *const names[] = {"a.ru.xml", "a.en.xml", "a.pairs"};
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
        g_autofree char *path = path_of(fixture, names[i]);
        g_unlink(path);
    }
    g_rmdir(fixture->folder);
    g_free(fixture->folder);
    dg_arena_free(fixture->arena);
}

static void
test_names_go_into_the_sources_and_nothing_else_changes(void)
{
    Fixture fixture = build();
    g_assert_true(dg_align_write(fixture.arena, fixture.diags, fixture.volume, NULL, 0, true));
    g_autofree char *left = contents(&fixture, "a.ru.xml"), *right = contents(&fixture, "a.en.xml");
    g_assert_cmpstr(left, ==, named);
    g_assert_cmpstr(right, ==, "<p id='one'/>");
    tear_down(&fixture);
}

static void
test_sources_stay_without_ids(void)
{
    Fixture fixture = build();
    const char *const hrefs[] = {"other"};
    g_assert_true(dg_align_write(fixture.arena, fixture.diags, fixture.volume, hrefs, 1, true));
    g_assert_null(contents(&fixture, "a.pairs"));
    g_assert_true(dg_align_write(fixture.arena, fixture.diags, fixture.volume, NULL, 0, false));
    g_autofree char *left = contents(&fixture, "a.ru.xml"), *pairs = contents(&fixture, "a.pairs");
    g_assert_cmpstr(left, ==, source);
    g_assert_true(g_str_has_prefix(pairs, "#diglot-pairs 1\tru\ten\n"));
    tear_down(&fixture);
}

/* What is written is read again as it was, with all that a proofreader said. */
static void
test_the_pairs_file_comes_back(void)
{
    static const char before[] =
        "#diglot-pairs 1\tru\ten\n"
        "own\tone\tedited\t1.00\tapproved=01234567/89abcdef\tok=N1:so\tok=N3:that\n"
        "baaaaaa\t-\tlength\t0.75\n"
        "-\ttwo\tedited\t1.00\n";
    Fixture fixture = build();
    DgItem *item = fixture.volume->items[0];
    for (DgNode *block = item->text[DG_LEFT].body->first->next->next; block;) {
        DgNode *next = block->next;
        dg_node_remove(block);
        block = next;
    }
    g_autofree char *path = path_of(&fixture, "a.pairs");
    g_assert_true(g_file_set_contents(path, before, -1, NULL));
    dg_align(fixture.arena, fixture.diags, fixture.volume);
    g_assert_true(dg_align_write(fixture.arena, fixture.diags, fixture.volume, NULL, 0, false));
    g_autofree char *after = contents(&fixture, "a.pairs");
    g_assert_cmpstr(after, ==, before);
    tear_down(&fixture);
}

static void
test_a_source_that_is_gone_is_reported(void)
{
    Fixture fixture = build();
    g_autofree char *path = path_of(&fixture, "a.ru.xml");
    g_unlink(path);
    g_assert_false(dg_align_write(fixture.arena, fixture.diags, fixture.volume, NULL, 0, true));
    g_assert_cmpuint(dg_diags_count(fixture.diags, DG_FILE_READ), ==, 1);
    g_assert_true(g_file_set_contents(path, "<p>\xff</p>", -1, NULL));
    g_assert_false(dg_align_write(fixture.arena, fixture.diags, fixture.volume, NULL, 0, true));
    g_assert_cmpuint(dg_diags_count(fixture.diags, DG_FILE_ENCODING), ==, 1);
    tear_down(&fixture);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/align-write/ids", test_names_go_into_the_sources_and_nothing_else_changes);
    g_test_add_func("/align-write/no-ids", test_sources_stay_without_ids);
    g_test_add_func("/align-write/round-trip", test_the_pairs_file_comes_back);
    g_test_add_func("/align-write/gone", test_a_source_that_is_gone_is_reported);
    return g_test_run();
}
