/* test-export.c - src/export: the records of one item in three formats, and what breaks such files. */
#include "export-internal.h"

#include <glib/gstdio.h>
#include <string.h>

static DgContributor authors[] = {
    {.type = "author", .name = {.surname = "Храмов", .given = "О. В.", .whole = "О. В. Храмов"}},
    {.type = "editor", .name = {.surname = "Никто", .given = "Н."}},
    {.type = "author", .collab = "Группа {A} & B"},
};
static const char *keywords[] = {"тест", "50 %"};

static DgVolume volume = {
    .id = "v",
    .languages = {"ru", "en"},
    .n_languages = 2,
    .title = {"Сборник", "Proceedings"},
    .subtitle = {"Материалы", NULL},
    .event = {.from = "2024-09-16T10:00",
              .to = "2024-09-18",
              .name = {"Форум", "Forum"},
              .place = {"Москва", "Moscow"}},
    .imprint = {.publisher = "Изд_во", .year = "2024", .isbn = "978-5-00000-000-0"},
    .web_url = "https://host/path",
};

static size_t
page(const void *data, const DgNode *node, bool end)
{
    (void)data;
    (void)node;
    return end ? 9 : 5;
}

static const char *
folio(const void *data, size_t number)
{
    (void)data;
    return number == 5 ? "5" : "9";
}

static DgCitation
make(DgArena *arena, bool counted)
{
    static DgNode *block[1], title = {.kind = DG_HEADING}, text = {.kind = DG_TEXT};
    static DgPair pair;
    static DgItem item;
    text.text = "Доклад\n№ 1";
    title.first = title.last = &text;
    text.parent = &title;
    block[0] = &title;
    pair = (DgPair){.blocks = {block, block}, .n = {1, 1}};
    item = (DgItem){.href = "a/b", .anchor = "a-b", .pairs = &pair, .n_pairs = 1};
    item.text[DG_LEFT].meta = (DgMeta){.title = &title,
                                       .contributors = authors,
                                       .n_contributors = G_N_ELEMENTS(authors),
                                       .keywords = keywords,
                                       .n_keywords = G_N_ELEMENTS(keywords)};
    static const DgFolios folios = {.page = page, .folio = folio};
    return dg_citation_make(arena, &volume, counted ? &folios : NULL, &item, DG_LEFT);
}

static void
assert_has(const char *text, const char *part)
{
    if (!strstr(text, part))
        g_error("no “%s” in:\n%s", part, text);
}

static void
test_bibtex(void)
{
    DgArena *arena = dg_arena_new();
    g_autoptr(GString) out = g_string_new(NULL);
    DgCitation citation = make(arena, true);
    bibtex_append(out, arena, &citation);
    assert_has(out->str, "@inproceedings{a-b-ru,\n");
    assert_has(out->str, "author = {Храмов, О. В. and {Группа \\{A\\} \\& B}}");
    assert_has(out->str, "title = {Доклад № 1}");
    assert_has(out->str, "booktitle = {Сборник: Материалы}");
    assert_has(out->str, "eventdate = {2024-09-16/2024-09-18}");
    assert_has(out->str, "pages = {5--9}");
    assert_has(out->str, "publisher = {Изд\\_во}");
    assert_has(out->str, "keywords = {тест, 50 \\%}");
    assert_has(out->str, "url = {https://host/path/a-b.html}");
    g_assert_true(g_str_has_suffix(out->str, "\n}\n"));
    dg_arena_free(arena);
}

static void
test_ris(void)
{
    DgArena *arena = dg_arena_new();
    g_autoptr(GString) out = g_string_new(NULL);
    DgCitation citation = make(arena, true);
    ris_append(out, arena, &citation);
    g_auto(GStrv) lines = g_strsplit(out->str, "\r\n", -1);
    for (guint i = 0; lines[i] && *lines[i]; i++) {
        g_assert_true(g_ascii_isupper(lines[i][0]));
        g_assert_cmpmem(lines[i] + 2, 4, "  - ", 4);
        g_assert_null(strchr(lines[i], '\n'));
    }
    assert_has(out->str, "AU  - Храмов, О. В.\r\nAU  - Группа {A} & B\r\n");
    assert_has(out->str, "DA  - 2024/09/16/\r\n");
    assert_has(out->str, "SP  - 5\r\nEP  - 9\r\n");
    g_assert_true(g_str_has_suffix(out->str, "ER  - \r\n"));
    dg_arena_free(arena);
}

static void
test_csl(void)
{
    DgArena *arena = dg_arena_new();
    g_autoptr(GString) out = g_string_new(NULL);
    DgCitation citation = make(arena, true);
    csl_append(out, arena, &citation);
    assert_has(out->str, "\"author\": [{\"family\": \"Храмов\", \"given\": \"О. В.\"}, "
                         "{\"literal\": \"Группа {A} & B\"}]");
    assert_has(out->str, "\"event-date\": {\"date-parts\": [[2024, 9, 16], [2024, 9, 18]]}");
    assert_has(out->str, "\"issued\": {\"date-parts\": [[2024]]}");
    assert_has(out->str, "\"page\": \"5-9\"");
    dg_arena_free(arena);
}

/* Nothing is said of what is not known. */
static void
test_unknown(void)
{
    DgArena *arena = dg_arena_new();
    g_autoptr(GString) out = g_string_new(NULL);
    DgItem item = {.href = "x", .anchor = "x"};
    DgVolume bare = {.id = "v", .languages = {"ru"}, .n_languages = 1};
    DgCitation citation = dg_citation_make(arena, &bare, NULL, &item, DG_LEFT);
    g_assert_cmpstr(citation.key, ==, "x");
    bibtex_append(out, arena, &citation);
    ris_append(out, arena, &citation);
    csl_append(out, arena, &citation);
    g_assert_null(strstr(out->str, "(null)"));
    citation = make(arena, false);
    g_assert_null(citation.first_page);
    dg_arena_free(arena);
}

static void
test_source_names(void)
{
    DgArena *arena = dg_arena_new();
    DgItem item = {
        .anchor = "a-b",
        .text = {{.language = "ru", .file = "a/b.xml"}, {.language = "en", .file = "a/b.xml"}}};
    g_assert_cmpstr(dg_source_name(arena, &item, DG_LEFT), ==, "a-b.xml");
    item.text[DG_RIGHT].file = "a/b.en.xml";
    g_assert_cmpstr(dg_source_name(arena, &item, DG_RIGHT), ==, "a-b.en.xml");
    item.text[DG_RIGHT].file = NULL;
    g_assert_null(dg_source_name(arena, &item, DG_RIGHT));
    dg_arena_free(arena);
}

static char *
read_file(const char *folder, const char *name)
{
    g_autofree char *path = g_build_filename(folder, name, NULL);
    char *text = NULL;
    g_assert_true(g_file_get_contents(path, &text, NULL, NULL));
    g_unlink(path);
    return text;
}

static void
test_calendar(void)
{
    DgArena *arena = dg_arena_new();
    g_autofree char *folder = g_dir_make_tmp("diglot-calendar-XXXXXX", NULL);
    DgPart timed = {.id = "one",
                    .from = "2024-09-16T10:00",
                    .to = "2024-09-16T13:30",
                    .title = {"Открытие, приветствия; начало", "Opening"}},
           dateless = {.id = "two", .title = {"Без времени", NULL}};
    DgEntry entries[] = {{.kind = DG_ENTRY_PART, .part = &timed},
                         {.kind = DG_ENTRY_PART, .part = &dateless}};
    DgVolume with = volume;
    with.event.from = "2024-09-16";
    with.event.timezone = "Europe/Moscow";
    with.root = (DgPart){.entries = entries, .n_entries = G_N_ELEMENTS(entries)};
    g_assert_true(dg_calendar_write(arena, dg_diags_new(arena), &with, folder));
    g_autofree char *event = read_file(folder, "event.ics"),
                    *part = read_file(folder, "part-one.ics");
    assert_has(event, "DTSTART;VALUE=DATE:20240916\r\nDTEND;VALUE=DATE:20240919\r\n");
    assert_has(part, "DTSTART:20240916T070000Z\r\nDTEND:20240916T103000Z\r\n");
    assert_has(part, "SUMMARY:Открытие\\, приветствия\\; ");
    g_assert_nonnull(strstr(event, "UID:v-one@diglot"));
    g_assert_null(strstr(event, "two"));
    g_auto(GStrv) lines = g_strsplit(part, "\r\n", -1);
    for (guint i = 0; lines[i]; i++) {
        g_assert_cmpuint(strlen(lines[i]), <=, 75);
        g_assert_true(g_utf8_validate(lines[i], -1, NULL));
    }
    g_assert_cmpint(g_rmdir(folder), ==, 0);
    dg_arena_free(arena);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/export/bibtex", test_bibtex);
    g_test_add_func("/export/ris", test_ris);
    g_test_add_func("/export/csl", test_csl);
    g_test_add_func("/export/unknown", test_unknown);
    g_test_add_func("/export/calendar", test_calendar);
    g_test_add_func("/export/source-names", test_source_names);
    return g_test_run();
}
