/* test-web-pages.c - src/web: what stands on pages beside the texts: programme, persons, indexes, imprint, addresses. */
#include "diglot/doc-index.h"

#include "site-internal.h"

#include <glib.h>
#include <string.h>

static void
test_the_programme_shows_parts_times_and_people(Site *site, const void *data)
{
    (void)data;
    DgVolume *volume = &site->volume;
    DgMention speaker = {.text = {"И. Иванов", "I. Ivanov"}, .role = {"директор", "Director"}};
    DgSlot slot = {.from = "2024-09-16T10:00",
                   .to = "2024-09-16T10:20",
                   .title = {"Открытие", "Opening"},
                   .speakers = &speaker,
                   .n_speakers = 1};
    DgEntry entries[] = {{.kind = DG_ENTRY_SLOT, .slot = &slot}};
    const char *streams[] = {"https://a.ru/live", "javascript:alert(1)"};
    DgPart part = {.id = "p1",
                   .from = "2024-09-16T10:00",
                   .title = {"Заседание", "Session"},
                   .chairs = &speaker,
                   .n_chairs = 1,
                   .streams = streams,
                   .n_streams = 2,
                   .entries = entries,
                   .n_entries = 1,
                   .parent = &volume->root};
    volume->root.entries = dg_arena_copy(
        site->arena, &(DgEntry){.kind = DG_ENTRY_PART, .part = &part}, sizeof(DgEntry));
    volume->root.n_entries = 1;
    volume->event.from = "2024-09-16";
    g_assert_true(site_write(site, (DgWebOptions){0}));
    g_autofree char *front = site_read(site->site, "programme.en.html"),
                    *contents = site_read(site->site, "index.en.html");
    g_assert_null(strstr(contents, "Opening"));
    g_assert_nonnull(strstr(front, "<section class=\"part\" id=\"part-p1\">"));
    g_assert_nonnull(strstr(front, "<span class=\"time\">10:00–10:20</span>"));
    g_assert_nonnull(strstr(front, "<span class=\"title\">Opening</span>"));
    g_assert_nonnull(strstr(front, "<span class=\"who\">I. Ivanov, Director</span>"));
    g_assert_nonnull(strstr(front, "<a href=\"https://a.ru/live\""));
    g_assert_null(strstr(front, "javascript"));
    g_assert_cmpint(site_check(site->site), ==, 6 + SITE_OWN_PAGES);
}

/* A person of the register who wrote one text, speaks once, and is named in the other text. */
static void
test_persons_have_their_works_and_mentions(Site *site, const void *data)
{
    (void)data;
    DgVolume *volume = &site->volume;
    DgPerson person = {
        .id = "ivanov",
        .name = {{.surname = "Иванов", .given = "И. И."}, {.surname = "Ivanov", .given = "Ivan"}},
        .role = {"директор", "Director"}};
    DgContributor signs = {.name = {.whole = "Ivan Ivanov"}, .person = &person};
    DgMention speaker = {.text = {"И. Иванов", "I. Ivanov"}, .person = &person};
    DgSlot slot = {.title = {"Открытие", "Opening"}, .speakers = &speaker, .n_speakers = 1};
    DgItem *own = site_full_item(site, "a"), *other = site_full_item(site, "b");
    DgEntry entry = {.kind = DG_ENTRY_SLOT, .slot = &slot};
    own->text[DG_RIGHT].meta.contributors = &signs;
    own->text[DG_RIGHT].meta.n_contributors = 1;
    DG_APPEND(site->arena, volume->root.entries, volume->root.n_entries, entry);
    volume->people = &person;
    volume->n_people = 1;
    DgIndexPlace place = {.node = other->pairs[1].blocks[DG_LEFT][0], .item = other};
    DgIndexEntry named = {.path = {"Иванов И. И."},
                          .depth = 1,
                          .letter = "И",
                          .person = &person,
                          .places = &place,
                          .n_places = 1};
    DgIndex index = {.name = "persons", .entries = {&named, NULL}, .n = {1, 0}};
    g_assert_true(site_write(site, (DgWebOptions){.indexes = &index, .n_indexes = 1}));
    site_check(site->site);
    g_autofree char *page = site_read(site->site, "persons.html"),
                    *ru = site_read(site->site, "persons.ru.html"),
                    *front = site_read(site->site, "index.html");
    g_assert_nonnull(strstr(page, "<section class=\"someone\" id=\"person-ivanov\">"));
    g_assert_nonnull(strstr(page, "<span class=\"right\" lang=\"en\">Ivanov, Ivan</span>"));
    g_assert_nonnull(strstr(page, "<a class=\"pair\" href=\"a.html\">"));
    g_assert_nonnull(strstr(page, "<a href=\"b.html#p_2\">"));
    g_assert_nonnull(strstr(ru, "<p class=\"other-name\" lang=\"en\">Ivanov, Ivan</p>"));
    g_assert_nonnull(strstr(ru, "<a href=\"b.ru.html#p_2\">"));
    g_assert_nonnull(strstr(front, "href=\"persons.html#person-ivanov\""));
}

static void
test_an_index_keeps_each_language_in_its_own_column(Site *site, const void *data)
{
    (void)data;
    DgItem *item = site_full_item(site, "a");
    DgIndexPlace left = {.node = item->pairs[1].blocks[DG_LEFT][0], .item = item},
                 only = {.node = item->pairs[4].blocks[DG_LEFT][0], .item = item};
    DgIndexEntry russian[] = {
        {.path = {"атом"}, .depth = 1, .letter = "А", .places = &left, .n_places = 1},
        {.path = {"ядро"}, .depth = 1, .letter = "Я", .see = "атом"}};
    DgIndexEntry english[] = {
        {.path = {"atom"}, .depth = 1, .letter = "A", .places = &only, .n_places = 1}};
    DgIndex index = {.name = "terms", .entries = {russian, english}, .n = {2, 1}};
    g_assert_true(site_write(site, (DgWebOptions){.indexes = &index, .n_indexes = 1}));
    site_check(site->site);
    g_autofree char *both = site_read(site->site, "terms.html"),
                    *en = site_read(site->site, "terms.en.html");
    g_assert_nonnull(strstr(both, "<h2 class=\"letter\">Я</h2>"));
    g_assert_nonnull(strstr(both, "<p>ядро, <i>см.</i> атом</p>"));
    g_assert_nonnull(strstr(both, "<a href=\"a.html#p_5\">"));
    g_assert_nonnull(strstr(en, "<a href=\"a.en.html\">"));
    g_assert_null(strstr(en, "атом"));
}

static void
test_the_page_for_lost_readers_works_at_any_depth(Site *site, const void *data)
{
    (void)data;
    site_full_item(site, "a");
    site->volume.web_url = "https://forum.example/20\"24";
    g_assert_true(site_write(site, (DgWebOptions){0}));
    g_autofree char *page = site_read(site->site, "404.html");
    g_assert_nonnull(strstr(page, "href=\"/20&quot;24/cite.html\""));
    g_assert_nonnull(strstr(page, "<link rel=\"stylesheet\" href=\"/20&quot;24/assets/web."));
    g_assert_null(strstr(page, "<script"));
}

static void
test_the_edition_is_told_and_cited(Site *site, const void *data)
{
    (void)data;
    DgImprint *imprint = &site->volume.imprint;
    imprint->place = "М.";
    imprint->publisher = "Наука";
    imprint->year = "2024";
    imprint->rights[DG_RIGHT] = "All rights <reserved>";
    g_assert_true(site_write(site, (DgWebOptions){0}));
    site_check(site->site);
    g_autofree char *about = site_read(site->site, "about.en.html"),
                    *cite = site_read(site->site, "cite.ru.html");
    g_assert_nonnull(strstr(about, "All rights &lt;reserved&gt;"));
    g_assert_nonnull(strstr(cite, "Сборник. М. : Наука, 2024."));
}

static void
test_addresses_are_told_where_they_are_known(Site *site, const void *data)
{
    (void)data;
    site_full_item(site, "a");
    site->volume.web_url = "https://forum.example/2024";
    g_assert_true(site_write(site, (DgWebOptions){0}));
    g_autofree char *page = site_read(site->site, "a.en.html");
    g_assert_nonnull(
        strstr(page, "<link rel=\"canonical\" href=\"https://forum.example/2024/a.en.html\">"));
    g_assert_nonnull(strstr(page, "<link rel=\"alternate\" hreflang=\"ru\" "
                                  "href=\"https://forum.example/2024/a.ru.html\">"));
    g_assert_nonnull(strstr(page, "<link rel=\"alternate\" hreflang=\"x-default\" "
                                  "href=\"https://forum.example/2024/a.html\">"));
}

static void
test_a_description_is_the_start_of_the_annotation(Site *site, const void *data)
{
    (void)data;
    g_autofree char *words = g_strnfill(249, 'a');
    const char *texts[DG_SIDES] = {"Кратко & ясно", dg_arena_printf(site->arena, "%s b", words)};
    for (int side = 0; side < DG_SIDES; side++)
        site->volume.imprint.annotation[side] = texts[side];
    g_assert_true(site_write(site, (DgWebOptions){0}));
    g_autofree char *ru = site_read(site->site, "index.ru.html"),
                    *en = site_read(site->site, "index.en.html"),
                    *cut = g_strdup_printf("content=\"%s…\">", words);
    g_assert_nonnull(strstr(ru, "<meta name=\"description\" content=\"Кратко &amp; ясно\">"));
    g_assert_nonnull(strstr(en, cut));
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
#define ADD(path, function) g_test_add(path, Site, NULL, site_open, function, site_close)
    ADD("/web/pages/programme", test_the_programme_shows_parts_times_and_people);
    ADD("/web/pages/persons", test_persons_have_their_works_and_mentions);
    ADD("/web/pages/index", test_an_index_keeps_each_language_in_its_own_column);
    ADD("/web/pages/missing-page", test_the_page_for_lost_readers_works_at_any_depth);
    ADD("/web/pages/about", test_the_edition_is_told_and_cited);
    ADD("/web/pages/canonical", test_addresses_are_told_where_they_are_known);
    ADD("/web/pages/description", test_a_description_is_the_start_of_the_annotation);
    return g_test_run();
}
