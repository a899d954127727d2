/* test-web.c - src/web: pages and their names, conservation of the text, copies, volumes with something missing. */
#include "site-internal.h"

#include <glib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

static void
test_every_page_stands_in_three_views(Site *site, const void *data)
{
    (void)data;
    site_full_item(site, "a");
    site_full_item(site, "b");
    g_assert_true(site_write(site, (DgWebOptions){0}));
    g_assert_cmpint(site_check(site->site), ==, 9 + SITE_OWN_PAGES);
    g_autofree char *both = site_read(site->site, "a.html"),
                    *ru = site_read(site->site, "a.ru.html"),
                    *en = site_read(site->site, "a.en.html");
    g_assert_nonnull(strstr(both, "<html lang=\"ru\" class=\"both\">"));
    g_assert_nonnull(strstr(en, "<html lang=\"en\" class=\"one\">"));
    g_assert_nonnull(strstr(en, "<a data-view=\"left\" href=\"a.ru.html\" lang=\"ru\""));
    g_assert_null(strstr(en, "rel=\"alternate\"")); /* the site knows no address */
    g_assert_nonnull(strstr(both, "<h1 class=\"pair item-title\" id=\"opening-1\">"
                                  "<span class=\"left\" lang=\"ru\">Заглавие</span> "
                                  "<span class=\"right\" lang=\"en\">Title</span></h1>"));
    g_assert_cmpuint(text_count(both, "class=\"here\""), ==, 1); /* of the heading */
    g_assert_nonnull(strstr(ru, "<h2 id=\"p_1\">раздел1"));
    g_assert_null(strstr(ru, "section1"));
    g_assert_nonnull(strstr(ru, "rel=\"next\" href=\"b.ru.html\""));
    g_assert_cmpuint(dg_diags_count_severity(site->diags, DG_ERROR), ==, 0);
}

/* The words of the reader's tools are in the languages of the page, in a file that its script knows. */
static void
test_tools_speak_the_language_of_the_page(Site *site, const void *data)
{
    static const struct {
        const char *page;
        bool russian, english;
    } pages[] = {{"a.html", true, true}, {"a.ru.html", true, false}, {"a.en.html", false, true}};
    static const char named[] = " data-tools=\"";
    (void)data;
    site_full_item(site, "a");
    g_assert_true(site_write(site, (DgWebOptions){0}));
    for (size_t i = 0; i < G_N_ELEMENTS(pages); i++) {
        g_autofree char *page = site_read(site->site, pages[i].page);
        const char *start = strstr(page, named);
        g_assert_nonnull(start);
        start += strlen(named);
        g_autofree char *list = g_strndup(start, strcspn(start, "\""));
        g_auto(GStrv) names = g_strsplit(list, " ", -1);
        g_assert_cmpuint(g_strv_length(names), ==, 3);
        g_autofree char *code = site_read(site->site, names[0]),
                        *parts = site_read(site->site, names[1]),
                        *style = site_read(site->site, names[2]);
        g_assert_nonnull(strstr(code, "diglot-awake"));
        g_assert_nonnull(strstr(style, ".note-box"));
        g_assert_cmpint(strstr(parts, "Закрыть") != NULL, ==, pages[i].russian);
        g_assert_cmpint(strstr(parts, "Close") != NULL, ==, pages[i].english);
        g_assert_null(strstr(page, "note-box"));
    }
}

/* In the text of the parallel page every text stands once, and those of a language in order. */
static void
test_the_text_is_kept(Site *site, const void *data)
{
    (void)data;
    static const char *const texts[DG_SIDES][8] = {
        {"Заглавие", "раздел1", "абзац2", "пункт3", "пункт4", "лишний5", "конец6", "сноска"},
        {"Title", "section1", "paragraph2", "entry3", "entry4", "end6", "footnote", NULL}};
    site_full_item(site, "a");
    g_assert_true(site_write(site, (DgWebOptions){0}));
    g_autofree char *page = site_read(site->site, "a.html");
    char *start = strstr(page, "<article>"), *end = strstr(page, "</article>");
    g_assert_true(start && end);
    *end = '\0';
    for (int side = 0; side < DG_SIDES; side++) {
        const char *at = start;
        for (int i = 0; i < 8 && texts[side][i]; i++) {
            g_assert_cmpuint(text_count(start, texts[side][i]), ==, 1);
            at = strstr(at, texts[side][i]);
            g_assert_nonnull(at);
        }
    }
}

static void
test_one_language_needs_no_switch(Site *site, const void *data)
{
    (void)data;
    site_full_item(site, "a");
    site->volume.n_languages = 1;
    g_assert_true(site_write(site, (DgWebOptions){0}));
    g_assert_cmpint(site_check(site->site), ==, 5);
    g_autofree char *page = site_read(site->site, "a.html");
    g_assert_null(strstr(page, "data-view"));
    g_assert_null(strstr(page, "role=\"separator\""));
    g_assert_null(strstr(page, "alternate"));
    g_assert_nonnull(strstr(page, "лишний5"));
}

static void
test_only_what_is_wanted_is_written(Site *site, const void *data)
{
    (void)data;
    site_full_item(site, "a");
    site_full_item(site, "b");
    site_full_item(site, "c");
    g_assert_true(site_write(site, (DgWebOptions){.only = "a,c"}));
    g_assert_cmpint(site_check(site->site), ==, 9 + SITE_OWN_PAGES);
    g_autofree char *front = site_read(site->site, "index.html"),
                    *page = site_read(site->site, "a.html");
    g_assert_null(strstr(front, "b.html"));
    g_assert_nonnull(strstr(page, "href=\"c.html\""));
}

static void
test_what_is_missing_leaves_pages_whole(Site *site, const void *data)
{
    (void)data;
    site_titles(site, site_item(site, "only/ru", "only-ru"), "Лишь русский", NULL);
    site->volume.items[0]->text[DG_LEFT].body = site_body(site, "ru");
    site_item(site, "no/title", "no-title");
    site_item(site, "index", "index");
    site_item(site, "../../etc/x", "../../etc/x");
    site_item(site, "empty", NULL);
    site->volume.title[DG_LEFT] = site->volume.title[DG_RIGHT] = NULL;
    site_titles(site, site_item(site, "due", "due"), "Ждёт перевода", NULL);
    site->volume.items[5]->text[DG_LEFT].body = site_body(site, "ru");
    site->volume.items[5]->due = true;
    g_assert_true(site_write(site, (DgWebOptions){0}));
    g_assert_cmpint(site_check(site->site), ==, 21 + SITE_SEARCH + SITE_MISSING);
    g_autofree char *untitled = site_read(site->site, "no-title.en.html"),
                    *untranslated = site_read(site->site, "only-ru.en.html"),
                    *parallel = site_read(site->site, "only-ru.html");
    g_assert_nonnull(strstr(untitled, ">no/title</h1>"));
    g_assert_nonnull(strstr(untranslated, "<h1 class=\"item-title borrowed\" lang=\"ru\">"));
    g_assert_nonnull(strstr(untranslated, "<p class=\"elsewhere\"><a href=\"only-ru.ru.html\""));
    g_assert_cmpuint(text_count(parallel, "Лишь русский</span></h1>"), ==, 1);
    g_autofree char *other = site_read(site->site, "index-text.html"),
                    *due = site_read(site->site, "due.html");
    g_assert_nonnull(strstr(due, "<p class=\"pair notice\"><span class=\"right\" lang=\"en\">"));
    g_assert_nonnull(strstr(other, ">index</h1>"));
}

static void
test_an_empty_volume_has_a_front_page(Site *site, const void *data)
{
    (void)data;
    g_assert_true(site_write(site, (DgWebOptions){0}));
    g_assert_cmpint(site_check(site->site), ==, 3 + SITE_OWN_PAGES);
}

static void
put_file(const char *folder, const char *name, const char *content)
{
    g_autofree char *path = g_build_filename(folder, name, NULL),
                    *parent = g_path_get_dirname(path);
    g_assert_cmpint(g_mkdir_with_parents(parent, 0755), ==, 0);
    g_assert_true(g_file_set_contents(path, content, -1, NULL));
}

static void
test_the_house_adds_files_and_styles(Site *site, const void *data)
{
    (void)data;
    site_full_item(site, "a");
    put_file(site->source, "web/CNAME", "forum.example");
    put_file(site->source, "web/.well-known/x/y.txt", "deep");
    put_file(site->source, "style/web.css", "p { color: red }");
    put_file(site->source, "secret", "s");
    put_file(site->site, "../diglot-test.pdf", "%PDF-1.7");
    g_autofree char *target = g_build_filename(site->source, "secret", NULL),
                    *link = g_build_filename(site->source, "web", "link", NULL),
                    *pdf = g_build_filename(site->site, "..", "diglot-test.pdf", NULL);
    g_assert_cmpint(symlink(target, link), ==, 0);
    g_assert_true(site_write(site, (DgWebOptions){.pdf = "../diglot-test.pdf"}));
    g_remove(pdf);
    site_check(site->site);
    g_autofree char *name = site_read(site->site, "CNAME"),
                    *deep = site_read(site->site, ".well-known/x/y.txt"),
                    *copy = site_read(site->site, "v.pdf"),
                    *front = site_read(site->site, "index.html");
    g_assert_cmpstr(name, ==, "forum.example");
    g_assert_cmpstr(deep, ==, "deep");
    g_assert_cmpstr(copy, ==, "%PDF-1.7");
    g_assert_nonnull(strstr(front, "href=\"v.pdf\""));
    g_assert_true(strstr(front, "assets/web.") < strstr(front, "assets/house."));
    g_autofree char *copied_link = g_build_filename(site->site, "link", NULL);
    g_assert_false(g_file_test(copied_link, G_FILE_TEST_EXISTS));
}

static void
test_the_same_volume_gives_the_same_bytes(Site *site, const void *data)
{
    (void)data;
    site_full_item(site, "a");
    g_assert_true(site_write(site, (DgWebOptions){0}));
    g_autofree char *first = site_sum(site->site);
    site_remove(site->site);
    g_assert_true(site_write(site, (DgWebOptions){0}));
    g_autofree char *second = site_sum(site->site);
    g_assert_cmpstr(first, ==, second);
}

static void
test_what_cannot_be_written_is_reported(Site *site, const void *data)
{
    (void)data;
    put_file(site->site, "assets", "a file where a folder must be");
    g_assert_false(site_write(site, (DgWebOptions){0}));
    g_assert_cmpuint(dg_diags_count(site->diags, DG_FILE_WRITE), >, 0);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
#define ADD(path, function) g_test_add(path, Site, NULL, site_open, function, site_close)
    ADD("/web/views", test_every_page_stands_in_three_views);
    ADD("/web/tools", test_tools_speak_the_language_of_the_page);
    ADD("/web/conservation", test_the_text_is_kept);
    ADD("/web/one-language", test_one_language_needs_no_switch);
    ADD("/web/only", test_only_what_is_wanted_is_written);
    ADD("/web/missing", test_what_is_missing_leaves_pages_whole);
    ADD("/web/empty", test_an_empty_volume_has_a_front_page);
    ADD("/web/house", test_the_house_adds_files_and_styles);
    ADD("/web/same-bytes", test_the_same_volume_gives_the_same_bytes);
    ADD("/web/unwritable", test_what_cannot_be_written_is_reported);
    return g_test_run();
}
