/* test-web.c - src/web: pages and their names, conservation of the text, copies, volumes with something missing. */
#include "diglot/doc-index.h"
#include "diglot/web.h"

#include "site-check-internal.h"

#include <glib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

typedef struct {
    DgArena *arena;
    DgDiags *diags;
    DgVolume *volume;
    char *source, *site;
} Site;

static void
open_site(Site *site, const void *data)
{
    (void)data;
    site->arena = dg_arena_new();
    site->diags = dg_diags_new(site->arena);
    site->source = g_dir_make_tmp("diglot-volume-XXXXXX", NULL);
    site->site = g_dir_make_tmp("diglot-site-XXXXXX", NULL);
    site->volume = DG_NEW(site->arena, DgVolume);
    *site->volume = (DgVolume){.id = "v",
                               .folder = site->source,
                               .languages = {"ru", "en"},
                               .n_languages = 2,
                               .title = {"Сборник", "Volume"}};
}

static void
close_site(Site *site, const void *data)
{
    (void)data;
    site_remove(site->site);
    site_remove(site->source);
    g_free(site->site);
    g_free(site->source);
    dg_arena_free(site->arena);
}

static bool
write_with(Site *site, DgWebOptions options)
{
    options.data_folder = g_getenv("DIGLOT_DATA");
    return dg_web_write(site->arena, site->diags, NULL, site->volume, site->site, options);
}

static bool
write_site(Site *site)
{
    return write_with(site, (DgWebOptions){0});
}

/* ---- making volumes ---- */

static DgNode *
block(Site *site, DgNode *body, DgKind kind, DgRole role, const char *text)
{
    DgNode *node = dg_block_new(site->arena, kind, role, text, DG_NOWHERE);
    dg_node_append(body, node);
    return node;
}

static DgNode *
body(Site *site, const char *language)
{
    DgNode *node = dg_node_new(site->arena, DG_BODY, DG_NOWHERE);
    node->lang = language;
    return node;
}

static void
pair_up(Site *site, DgPair **pairs, size_t *n, DgNode *left, DgNode *right, const char *anchor)
{
    DgPair pair = {.anchor = anchor};
    DgNode *sides[DG_SIDES] = {left, right};
    for (int side = 0; side < DG_SIDES; side++)
        if (sides[side]) {
            pair.blocks[side] = dg_arena_copy(site->arena, &sides[side], sizeof(DgNode *));
            pair.n[side] = 1;
        }
    DG_APPEND(site->arena, *pairs, *n, pair);
}

static void
point_back(DgPair *pairs, size_t n)
{
    for (size_t i = 0; i < n; i++)
        for (int side = 0; side < DG_SIDES; side++)
            for (size_t j = 0; j < pairs[i].n[side]; j++)
                pairs[i].blocks[side][j]->pair = &pairs[i];
}

static DgItem *
item_new(Site *site, const char *href, const char *anchor)
{
    DgItem *item = DG_NEW(site->arena, DgItem);
    DgVolume *volume = site->volume;
    *item = (DgItem){.href = href, .anchor = anchor, .part = &volume->root};
    for (int side = 0; side < volume->n_languages; side++)
        item->text[side].language = volume->languages[side];
    DG_APPEND(site->arena, volume->items, volume->n_items, item);
    DgEntry entry = {.kind = DG_ENTRY_ITEM, .item = item};
    DG_APPEND(site->arena, volume->root.entries, volume->root.n_entries, entry);
    return item;
}

/* An opening with a title on each side, where one is given. */
static void
give_titles(Site *site, DgItem *item, const char *left, const char *right)
{
    const char *titles[DG_SIDES] = {left, right};
    for (int side = 0; side < DG_SIDES; side++) {
        if (!titles[side])
            continue;
        item->opening[side] = body(site, site->volume->languages[side]);
        item->text[side].meta.title =
            block(site, item->opening[side], DG_HEADING, DG_ROLE_ITEM_TITLE, titles[side]);
    }
    pair_up(site, &item->opening_pairs, &item->n_opening_pairs, item->text[DG_LEFT].meta.title,
            item->text[DG_RIGHT].meta.title, "opening-1");
    point_back(item->opening_pairs, item->n_opening_pairs);
}

static DgNode *
paragraph_with_note(Site *site, DgNode *parent, const char *text, const char *note_text)
{
    DgNode *paragraph = block(site, parent, DG_PARAGRAPH, DG_ROLE_NONE, text);
    DgNode *mark = dg_node_new(site->arena, DG_NOTE_MARK, DG_NOWHERE);
    DgNode *note = dg_node_new(site->arena, DG_NOTE, DG_NOWHERE);
    block(site, note, DG_PARAGRAPH, DG_ROLE_NONE, note_text);
    note->label = "1";
    mark->as.note_mark.note = note;
    note->as.note.mark = mark;
    dg_node_append(paragraph, mark);
    return paragraph;
}

/* A heading, a paragraph with a note, a list whose items are pairs, a paragraph on one side only. */
static DgItem *
add_full_item(Site *site, const char *anchor)
{
    DgItem *item = item_new(site, anchor, anchor);
    DgNode *bodies[DG_SIDES], *blocks[DG_SIDES][6] = {{NULL}};
    static const char *const texts[DG_SIDES][6] = {
        {"раздел1", "абзац2", "пункт3", "пункт4", "лишний5", "конец6"},
        {"section1", "paragraph2", "entry3", "entry4", NULL, "end6"}};
    give_titles(site, item, "Заглавие", "Title");
    for (int side = 0; side < DG_SIDES; side++) {
        bodies[side] = body(site, site->volume->languages[side]);
        item->text[side].body = bodies[side];
        item->text[side].file = "x";
        blocks[side][0] = block(site, bodies[side], DG_HEADING, DG_ROLE_NONE, texts[side][0]);
        blocks[side][0]->as.heading.level = 3;
        blocks[side][1] =
            paragraph_with_note(site, bodies[side], texts[side][1], side ? "footnote" : "сноска");
        DgNode *list = dg_node_new(site->arena, DG_LIST, DG_NOWHERE);
        list->as.list.kind = DG_LIST_DECIMAL;
        dg_node_append(bodies[side], list);
        for (int i = 2; i < 4; i++) {
            DgNode *entry = dg_node_new(site->arena, DG_LIST_ITEM, DG_NOWHERE);
            entry->label = i == 2 ? "1." : "2.";
            dg_node_append(list, entry);
            blocks[side][i] = block(site, entry, DG_PARAGRAPH, DG_ROLE_NONE, texts[side][i]);
        }
        for (int i = 4; i < 6; i++)
            if (texts[side][i])
                blocks[side][i] =
                    block(site, bodies[side], DG_PARAGRAPH, DG_ROLE_NONE, texts[side][i]);
    }
    for (int i = 0; i < 6; i++)
        pair_up(site, &item->pairs, &item->n_pairs, blocks[DG_LEFT][i], blocks[DG_RIGHT][i],
                dg_arena_printf(site->arena, "p %d", i + 1));
    point_back(item->pairs, item->n_pairs);
    return item;
}

/* ---- tests ---- */

/* Besides the front page and the items: the search and how to cite, in each language and in both; and one for what is
 * not there. */
enum { SEARCH = 3, CITE = 3, MISSING = 1, OWN_PAGES = SEARCH + CITE + MISSING };

static void
test_every_page_stands_in_three_views(Site *site, const void *data)
{
    (void)data;
    add_full_item(site, "a");
    add_full_item(site, "b");
    g_assert_true(write_site(site));
    g_assert_cmpint(site_check(site->site), ==, 9 + OWN_PAGES);
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
    add_full_item(site, "a");
    g_assert_true(write_site(site));
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
    add_full_item(site, "a");
    g_assert_true(write_site(site));
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
    add_full_item(site, "a");
    site->volume->n_languages = 1;
    g_assert_true(write_site(site));
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
    add_full_item(site, "a");
    add_full_item(site, "b");
    add_full_item(site, "c");
    g_assert_true(write_with(site, (DgWebOptions){.only = "a,c"}));
    g_assert_cmpint(site_check(site->site), ==, 9 + OWN_PAGES);
    g_autofree char *front = site_read(site->site, "index.html"),
                    *page = site_read(site->site, "a.html");
    g_assert_null(strstr(front, "b.html"));
    g_assert_nonnull(strstr(page, "href=\"c.html\""));
}

static void
test_what_is_missing_leaves_pages_whole(Site *site, const void *data)
{
    (void)data;
    give_titles(site, item_new(site, "only/ru", "only-ru"), "Лишь русский", NULL);
    site->volume->items[0]->text[DG_LEFT].body = body(site, "ru");
    item_new(site, "no/title", "no-title");
    item_new(site, "index", "index");
    item_new(site, "../../etc/x", "../../etc/x");
    item_new(site, "empty", NULL);
    site->volume->title[DG_LEFT] = site->volume->title[DG_RIGHT] = NULL;
    give_titles(site, item_new(site, "due", "due"), "Ждёт перевода", NULL);
    site->volume->items[5]->text[DG_LEFT].body = body(site, "ru");
    site->volume->items[5]->due = true;
    g_assert_true(write_site(site));
    g_assert_cmpint(site_check(site->site), ==, 21 + SEARCH + MISSING);
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
    g_assert_true(write_site(site));
    g_assert_cmpint(site_check(site->site), ==, 3 + OWN_PAGES);
}

static void
test_the_programme_shows_parts_times_and_people(Site *site, const void *data)
{
    (void)data;
    DgVolume *volume = site->volume;
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
    g_assert_true(write_site(site));
    g_autofree char *front = site_read(site->site, "programme.en.html"),
                    *contents = site_read(site->site, "index.en.html");
    g_assert_null(strstr(contents, "Opening"));
    g_assert_nonnull(strstr(front, "<section class=\"part\" id=\"part-p1\">"));
    g_assert_nonnull(strstr(front, "<span class=\"time\">10:00–10:20</span>"));
    g_assert_nonnull(strstr(front, "<span class=\"title\">Opening</span>"));
    g_assert_nonnull(strstr(front, "<span class=\"who\">I. Ivanov, Director</span>"));
    g_assert_nonnull(strstr(front, "<a href=\"https://a.ru/live\""));
    g_assert_null(strstr(front, "javascript"));
    g_assert_cmpint(site_check(site->site), ==, 6 + OWN_PAGES);
}

/* A person of the register who wrote one text, speaks once, and is named in the other text. */
static void
test_persons_have_their_works_and_mentions(Site *site, const void *data)
{
    (void)data;
    DgVolume *volume = site->volume;
    DgPerson person = {
        .id = "ivanov",
        .name = {{.surname = "Иванов", .given = "И. И."}, {.surname = "Ivanov", .given = "Ivan"}},
        .role = {"директор", "Director"}};
    DgContributor signs = {.name = {.whole = "Ivan Ivanov"}, .person = &person};
    DgMention speaker = {.text = {"И. Иванов", "I. Ivanov"}, .person = &person};
    DgSlot slot = {.title = {"Открытие", "Opening"}, .speakers = &speaker, .n_speakers = 1};
    DgItem *own = add_full_item(site, "a"), *other = add_full_item(site, "b");
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
    g_assert_true(write_with(site, (DgWebOptions){.indexes = &index, .n_indexes = 1}));
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
    DgItem *item = add_full_item(site, "a");
    DgIndexPlace left = {.node = item->pairs[1].blocks[DG_LEFT][0], .item = item},
                 only = {.node = item->pairs[4].blocks[DG_LEFT][0], .item = item};
    DgIndexEntry russian[] = {
        {.path = {"атом"}, .depth = 1, .letter = "А", .places = &left, .n_places = 1},
        {.path = {"ядро"}, .depth = 1, .letter = "Я", .see = "атом"}};
    DgIndexEntry english[] = {
        {.path = {"atom"}, .depth = 1, .letter = "A", .places = &only, .n_places = 1}};
    DgIndex index = {.name = "terms", .entries = {russian, english}, .n = {2, 1}};
    g_assert_true(write_with(site, (DgWebOptions){.indexes = &index, .n_indexes = 1}));
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
    add_full_item(site, "a");
    site->volume->web_url = "https://forum.example/20\"24";
    g_assert_true(write_site(site));
    g_autofree char *page = site_read(site->site, "404.html");
    g_assert_nonnull(strstr(page, "href=\"/20&quot;24/cite.html\""));
    g_assert_nonnull(strstr(page, "<link rel=\"stylesheet\" href=\"/20&quot;24/assets/web."));
    g_assert_null(strstr(page, "<script"));
}

static void
test_the_edition_is_told_and_cited(Site *site, const void *data)
{
    (void)data;
    DgImprint *imprint = &site->volume->imprint;
    imprint->place = "М.";
    imprint->publisher = "Наука";
    imprint->year = "2024";
    imprint->rights[DG_RIGHT] = "All rights <reserved>";
    g_assert_true(write_site(site));
    site_check(site->site);
    g_autofree char *about = site_read(site->site, "about.en.html"),
                    *cite = site_read(site->site, "cite.ru.html");
    g_assert_nonnull(strstr(about, "All rights &lt;reserved&gt;"));
    g_assert_nonnull(strstr(cite, "Сборник. М. : Наука, 2024."));
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
    add_full_item(site, "a");
    put_file(site->source, "web/CNAME", "forum.example");
    put_file(site->source, "web/.well-known/x/y.txt", "deep");
    put_file(site->source, "style/web.css", "p { color: red }");
    put_file(site->source, "secret", "s");
    put_file(site->site, "../diglot-test.pdf", "%PDF-1.7");
    g_autofree char *target = g_build_filename(site->source, "secret", NULL),
                    *link = g_build_filename(site->source, "web", "link", NULL),
                    *pdf = g_build_filename(site->site, "..", "diglot-test.pdf", NULL);
    g_assert_cmpint(symlink(target, link), ==, 0);
    g_assert_true(write_with(site, (DgWebOptions){.pdf = "../diglot-test.pdf"}));
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
    add_full_item(site, "a");
    g_assert_true(write_site(site));
    g_autofree char *first = site_sum(site->site);
    site_remove(site->site);
    g_assert_true(write_site(site));
    g_autofree char *second = site_sum(site->site);
    g_assert_cmpstr(first, ==, second);
}

static void
test_addresses_are_told_where_they_are_known(Site *site, const void *data)
{
    (void)data;
    add_full_item(site, "a");
    site->volume->web_url = "https://forum.example/2024";
    g_assert_true(write_site(site));
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
        site->volume->imprint.annotation[side] = texts[side];
    g_assert_true(write_site(site));
    g_autofree char *ru = site_read(site->site, "index.ru.html"),
                    *en = site_read(site->site, "index.en.html"),
                    *cut = g_strdup_printf("content=\"%s…\">", words);
    g_assert_nonnull(strstr(ru, "<meta name=\"description\" content=\"Кратко &amp; ясно\">"));
    g_assert_nonnull(strstr(en, cut));
}

static void
test_what_cannot_be_written_is_reported(Site *site, const void *data)
{
    (void)data;
    put_file(site->site, "assets", "a file where a folder must be");
    g_assert_false(write_site(site));
    g_assert_cmpuint(dg_diags_count(site->diags, DG_FILE_WRITE), >, 0);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
#define ADD(path, function) g_test_add(path, Site, NULL, open_site, function, close_site)
    ADD("/web/views", test_every_page_stands_in_three_views);
    ADD("/web/tools", test_tools_speak_the_language_of_the_page);
    ADD("/web/conservation", test_the_text_is_kept);
    ADD("/web/one-language", test_one_language_needs_no_switch);
    ADD("/web/only", test_only_what_is_wanted_is_written);
    ADD("/web/missing", test_what_is_missing_leaves_pages_whole);
    ADD("/web/empty", test_an_empty_volume_has_a_front_page);
    ADD("/web/programme", test_the_programme_shows_parts_times_and_people);
    ADD("/web/persons", test_persons_have_their_works_and_mentions);
    ADD("/web/index", test_an_index_keeps_each_language_in_its_own_column);
    ADD("/web/missing-page", test_the_page_for_lost_readers_works_at_any_depth);
    ADD("/web/about", test_the_edition_is_told_and_cited);
    ADD("/web/house", test_the_house_adds_files_and_styles);
    ADD("/web/same-bytes", test_the_same_volume_gives_the_same_bytes);
    ADD("/web/canonical", test_addresses_are_told_where_they_are_known);
    ADD("/web/description", test_a_description_is_the_start_of_the_annotation);
    ADD("/web/unwritable", test_what_cannot_be_written_is_reported);
    return g_test_run();
}
