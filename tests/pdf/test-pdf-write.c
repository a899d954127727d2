/* test-pdf-write.c - src/pdf/pdf-write.c and what belongs to the whole file: text, labels, outline, links,
 * metadata, choice of items, same bytes, odd input. */
#include "paper.h"

#include <glib/gstdio.h>
#include <string.h>

static DgNode *
plain_body(Paper *paper, const char *text)
{
    DgNode *body = dg_node_new(paper->arena, DG_BODY, DG_NOWHERE);
    paper_words(paper, body, DG_PARAGRAPH, text);
    return body;
}

static void
check_file(Paper *paper, DgBytes bytes)
{
    paper_run(paper, bytes, "qpdf --check @");
}

/* The words of a file, divided ones joined at their soft hyphens, with single spaces. */
static char *
joined_text(Paper *paper, DgBytes bytes)
{
    char *text = paper_run(paper, bytes, "pdftotext -raw @ -");
    g_auto(GStrv) parts = g_strsplit(text, "\u00AD\n", -1);
    g_autofree char *joined = g_strjoinv("", parts);
    g_auto(GStrv) words = g_strsplit_set(joined, " \n\f", -1);
    g_autoptr(GString) folded = g_string_new(NULL);
    for (char **word = words; *word; word++)
        if (**word)
            g_string_append_printf(folded, "%s%s", folded->len ? " " : "", *word);
    return dg_arena_strdup(paper->arena, folded->str);
}

static void
test_text_comes_out_as_it_was(Paper *paper, const void *data)
{
    (void)data;
    DgNode *body = plain_body(paper, "");
    const DgNode *text = body->first->first;
    paper_flow(paper, "item", body, NULL);
    paper_page(paper, "1");
    paper_text(paper, text, DG_PT(40), DG_PT(50), "Ещё ёлка, № 5, «кавычки» и тире — всё долж");
    paper_page(paper, "2");
    paper_divided(paper, text, DG_PT(40), DG_PT(50), "но копиро");
    paper_text(paper, text, DG_PT(40), DG_PT(62),
               "ваться: office, affluent, fjord, well-known (a\\b)");
    DgBytes bytes = paper_write(paper, NULL);
    check_file(paper, bytes);
    g_assert_cmpstr(joined_text(paper, bytes), ==,
                    "Ещё ёлка, № 5, «кавычки» и тире — всё долж "
                    "но копироваться: office, affluent, fjord, well-known (a\\b)");
    char *fonts = paper_run(paper, bytes, "pdffonts @");
    g_assert_nonnull(strstr(fonts, "+PTSerif-Regular"));
    g_assert_nonnull(strstr(fonts, "CID TrueType      Custom           yes yes yes"));
}

/* More characters than codes of one byte: what others read is the same. */
static void
test_a_font_of_many_characters(Paper *paper, const void *data)
{
    (void)data;
    static const gunichar ranges[][2] = {{'!', '~'}, {0xA1, 0xAC}, {0xAE, 0x17E}, {0x410, 0x45F}};
    DgNode *body = plain_body(paper, "x");
    paper_flow(paper, "item", body, NULL);
    paper_page(paper, "1");
    g_autoptr(GString) whole = g_string_new(NULL), line = g_string_new(NULL);
    DgLen y = DG_PT(40);
    for (size_t i = 0; i < G_N_ELEMENTS(ranges); i++)
        for (gunichar c = ranges[i][0]; c <= ranges[i][1]; c++) {
            g_string_append_unichar(line, c);
            if (line->len < 50 && c < ranges[i][1])
                continue;
            paper_text(paper, body->first->first, DG_PT(40), y += DG_PT(12), line->str);
            g_string_append_printf(whole, "%s%s", whole->len ? "\n" : "", line->str);
            g_string_truncate(line, 0);
        }
    DgBytes bytes = paper_write(paper, NULL);
    check_file(paper, bytes);
    char *poppler = paper_run(paper, bytes, "pdftotext -raw @ -");
    g_assert_true(g_str_has_prefix(poppler, whole->str));
    g_autofree char *mupdf = g_find_program_in_path("mutool");
    if (mupdf)
        g_assert_true(
            g_str_has_prefix(paper_run(paper, bytes, "mutool draw -q -F txt @"), whole->str));
}

/* A forced break parts words; a line that ends after a hyphen does not. */
static void
test_words_are_parted_at_forced_breaks(Paper *paper, const void *data)
{
    (void)data;
    DgNode *body = dg_node_new(paper->arena, DG_BODY, DG_NOWHERE);
    DgNode *text = paper_words(paper, body, DG_PARAGRAPH, "первая");
    DgNode *styled = paper_words(paper, text, DG_STYLED, "строка");
    paper_add(paper, text, DG_BREAK);
    DgNode *last = paper_words(paper, text, DG_STYLED, "русско-"),
           *rest = paper_words(paper, text, DG_SPAN, "английская");
    paper_flow(paper, "item", body, NULL);
    paper_page(paper, "1");
    paper_text(paper, NULL, 0, DG_PT(30), "a b")->head = true; /* shows a space */
    paper_text(paper, text->first, DG_PT(40), DG_PT(50), "первая");
    paper_text(paper, styled->first, DG_PT(40), DG_PT(62), "строка"); /* no break before it */
    paper_text(paper, last->first, DG_PT(40), DG_PT(74), "русско-");
    paper_text(paper, rest->first, DG_PT(40), DG_PT(86), "английская");
    char *dump = paper_run(paper, paper_write(paper, NULL), "pdfinfo -struct-text @");
    g_assert_nonnull(strstr(dump, "\"перваястрока русско-английская\""));
}

/* The same font in several sizes and weights, and an OpenType font with PostScript outlines if there is one. */
static void
test_each_face_is_embedded_once(Paper *paper, const void *data)
{
    (void)data;
    DgNode *body = plain_body(paper, "x");
    paper_flow(paper, "item", body, NULL);
    paper_page(paper, "1");
    for (int i = 0; i < 4; i++) {
        paper->style.size = DG_PT(8 + i);
        paper->style.weight = i % 2 ? 700 : 400;
        paper_text(paper, body->first->first, DG_PT(40), DG_PT(50 + 12 * i), "Труды");
    }
    DgBytes bytes = paper_write(paper, NULL);
    check_file(paper, bytes);
    char *fonts = paper_run(paper, bytes, "pdffonts @");
    g_auto(GStrv) lines = g_strsplit(fonts, "\n", -1);
    g_assert_cmpuint(g_strv_length(lines), ==, 2 + 2 + 1); /* two lines of heading, the end */
}

/* PostScript outlines: codes are glyphs, and a second text of a glyph is told beside it. */
static void
test_fonts_with_postscript_outlines(Paper *paper, const void *data)
{
    (void)data;
    static const char file[] = "/usr/share/fonts/opentype/urw-base35/NimbusRoman-Regular.otf";
    static const char *const families[] = {"Nimbus Roman", NULL};
    if (!g_file_test(file, G_FILE_TEST_EXISTS)) {
        g_test_skip("no OpenType font with PostScript outlines is installed (fonts-urw-base35)");
        return;
    }
    DgBytes font = dg_file_read(paper->arena, paper->diags, file, file);
    char *folder = dg_path_join(paper->arena, paper->folder, "fonts");
    char *copy = dg_path_join(paper->arena, folder, "roman.otf"); /* a house's own face */
    g_assert_true(dg_file_write(paper->diags, copy, font.data, font.size));
    DgFonts *fonts = dg_fonts_new(paper->diags, paper->folder, DIGLOT_SOURCE, families, NULL);
    DgShaper *own = paper->shaper,
             *shaper = dg_shaper_new(paper->arena, paper->diags, fonts, NULL, "000");
    DgNode *body = plain_body(paper, "x");
    paper->style.family = families[0];
    paper->shaper = shaper;
    paper_flow(paper, "item", body, NULL);
    paper_page(paper, "1");
    paper_text(paper, body->first->first, DG_PT(40), DG_PT(50), "well-known Привет");
    paper_divided(paper, body->first->first, DG_PT(40), DG_PT(62), "кон");
    paper_text(paper, body->first->first, DG_PT(40), DG_PT(74), "ференции");
    DgBytes bytes = paper_write(paper, NULL);
    check_file(paper, bytes);
    g_assert_nonnull(strstr(paper_run(paper, bytes, "pdffonts @"),
                            "CID Type 0C       Identity-H       yes yes yes"));
    g_assert_cmpstr(joined_text(paper, bytes), ==, "well-known Привет конференции");
    paper->shaper = own;
    dg_shaper_free(shaper);
    dg_fonts_free(fonts);
    g_remove(copy);
    g_rmdir(folder);
}

static void
test_labels_follow_the_folios(Paper *paper, const void *data)
{
    (void)data;
    static const char *const folios[] = {NULL, "",  "ii", "iii", "5", "6",
                                         "7",  "9", "10", "А-1", "04"};
    paper_flow(paper, "item", plain_body(paper, "x"), NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(folios); i++)
        paper_page(paper, folios[i]);
    char *json = paper_run(paper, paper_write(paper, NULL), "qpdf --json --json-key=pagelabels @");
    g_auto(GStrv) words = g_strsplit_set(strstr(json, "\"pagelabels\""), " \n", -1);
    g_autofree char *joined = g_strjoinv("", words);
    static const char expected[] =
        "\"pagelabels\":[{\"index\":0,\"label\":{\"/St\":1}},{\"index\":1,\"label\":{\"/St\":1}},"
        "{\"index\":2,\"label\":{\"/P\":\"u:ii\",\"/St\":1}},{\"index\":3,\"label\":{\"/P\":\"u:iii\",\"/St\":1}},"
        "{\"index\":4,\"label\":{\"/S\":\"/D\",\"/St\":5}},{\"index\":7,\"label\":{\"/S\":\"/D\",\"/St\":9}},"
        "{\"index\":9,\"label\":{\"/P\":\"u:А-1\",\"/St\":1}},{\"index\":10,\"label\":{\"/P\":\"u:04\",\"/St\":1}}]}";
    g_assert_cmpstr(joined, ==, expected);
}

static void
test_the_outline_nests_and_has_both_titles(Paper *paper, const void *data)
{
    (void)data;
    paper_flow(paper, "item", plain_body(paper, "x"), NULL);
    paper_page(paper, "1");
    paper_page(paper, "2");
    DgOutlineEntry outline[] = {
        {0, {"Заседание", "Session"}, 0, DG_PT(40), NULL},
        {1, {"Доклад", "Доклад"}, 0, DG_PT(80), NULL},
        {3, {NULL, "Only English"}, 1, DG_PT(40), NULL},
        {1, {"Второй", NULL}, 1, DG_PT(90), NULL},
        {0, {"Конец", ""}, 1, DG_PT(100), NULL},
        {0, {"Нигде", NULL}, 99, DG_PT(100), NULL},
    };
    paper->pages.outline = outline;
    paper->pages.n_outline = G_N_ELEMENTS(outline);
    char *json = paper_run(paper, paper_write(paper, NULL), "qpdf --json --json-key=outlines @");
    g_assert_nonnull(strstr(json, "\"Заседание — Session\""));
    g_assert_nonnull(strstr(json, "\"Доклад\""));
    g_assert_nonnull(strstr(json, "\"Only English\""));
    g_assert_nonnull(strstr(json, "\"Конец\""));
    g_assert_null(strstr(json, "Нигде"));
    const char *report = strstr(json, "\"Доклад\""), *inner = strstr(json, "\"Only English\"");
    g_assert_true(inner < report); /* the title of an entry is printed behind its kids */
}

static void
test_links_lead_where_they_should(Paper *paper, const void *data)
{
    (void)data;
    DgNode *body = dg_node_new(paper->arena, DG_BODY, DG_NOWHERE);
    DgNode *text = paper_add(paper, body, DG_PARAGRAPH);
    DgNode *link = paper_words(paper, text, DG_LINK, "ссылка");
    paper_flow(paper, "item", body, NULL);
    paper_page(paper, "1");
    paper_set(paper, body);
    paper_destination(paper, "a/б", DG_PT(100));
    paper_destination(paper, "a/б", DG_PT(200)); /* the first holds */
    paper_destination(paper, "a/a", DG_PT(300));
    DgPageLink links[] = {
        {DG_PT(40), DG_PT(50), DG_PT(30), DG_PT(10), link, "https://example.org/a(b)?q=ё", NULL},
        {DG_PT(40), DG_PT(60), DG_PT(30), DG_PT(10), link, NULL, "a/б"},
        {DG_PT(40), DG_PT(70), DG_PT(30), DG_PT(10), link, NULL, "nowhere"},
        {DG_PT(40), DG_PT(80), DG_PT(30), DG_PT(10), NULL, "mailto:a@b.org", NULL},
        {DG_PT(40), DG_PT(80), DG_PT(30), DG_PT(10), link, NULL, NULL},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(links); i++)
        paper_link(paper, links[i]);
    DgBytes bytes = paper_write(paper, NULL);
    check_file(paper, bytes);
    char *plain = paper_plain(paper, bytes);
    g_assert_nonnull(strstr(plain, "/URI (https://example.org/a\\(b\\)?q=%D1%91)"));
    g_assert_nonnull(strstr(plain, "/Contents (mailto:a@b.org)"));
    g_assert_nonnull(strstr(plain, "/Contents <feff04410441044b043b043a0430>"));
    g_assert_null(strstr(plain, "nowhere"));
    char *names = paper_run(paper, bytes, "pdfinfo -dests @");
    g_assert_nonnull(strstr(names, "[ XYZ   40  580 "));
    g_assert_null(strstr(names, " 480 "));
}

/* A page number in a line of the contents is announced with the words of the line. */
static void
test_links_say_what_they_are(Paper *paper, const void *data)
{
    (void)data;
    DgNode *body = dg_node_new(paper->arena, DG_BODY, DG_NOWHERE);
    DgNode *line = paper_words(paper, body, DG_PARAGRAPH, "Chapter"),
           *number = paper_add(paper, line, DG_PAGE_NUMBER);
    DgNode *mark = paper_add(paper, line, DG_NOTE_MARK);
    mark->as.note_mark.note = dg_node_new(paper->arena, DG_NOTE, DG_NOWHERE);
    mark->as.note_mark.note->label = "7)";
    paper_flow(paper, "contents", body, NULL);
    paper_page(paper, "1");
    paper_set(paper, body);
    paper_destination(paper, "a/b", DG_PT(100));
    paper_link(paper, (DgPageLink){0, 0, DG_PT(9), DG_PT(9), number, NULL, "a/b"});
    paper_link(paper, (DgPageLink){0, 0, DG_PT(9), DG_PT(9), mark, NULL, "a/b"});
    char *plain = paper_plain(paper, paper_write(paper, NULL));
    g_assert_nonnull(strstr(plain, "/Contents (Chapter)"));
    g_assert_nonnull(strstr(plain, "/Contents (7\\))"));
}

static void
test_the_file_tells_what_it_is(Paper *paper, const void *data)
{
    (void)data;
    DgNode *body = plain_body(paper, "x");
    paper_flow(paper, "item", body, NULL);
    paper_set(paper, body);
    DgBytes bytes = paper_write(paper, NULL);
    char *info = paper_run(paper, bytes, "pdfinfo -isodates @");
    g_assert_nonnull(strstr(info, "Title:           Труды форума\n"));
    g_assert_nonnull(strstr(info, "CreationDate:    2024-09-16T10:00:00Z\n"));
    g_assert_nonnull(strstr(info, "Tagged:          yes\n"));
    g_assert_nonnull(strstr(info, "PDF version:     1.7\n"));
    char *xmp = paper_run(paper, bytes, "pdfinfo -meta @");
    g_assert_nonnull(strstr(xmp, "<rdf:li xml:lang=\"en\">Proceedings &amp; papers</rdf:li>"));
    g_assert_nonnull(strstr(xmp, "<xmp:ModifyDate>2024-09-16T10:00:00Z</xmp:ModifyDate>"));
    g_assert_nonnull(strstr(xmp, "<pdfuaid:part>1</pdfuaid:part>"));
    /* A glyph for a missing character is shown: the file no longer claims to conform. */
    DgMark *mark = paper_text(paper, body->first->first, 0, DG_PT(90), "x");
    mark->run->glyphs[0].glyph = 0;
    g_assert_null(strstr(paper_run(paper, paper_write(paper, NULL), "pdfinfo -meta @"), "pdfuaid"));
}

static void
test_only_some_items_are_written(Paper *paper, const void *data)
{
    (void)data;
    static DgItem items[3] = {{.href = "a"}, {.href = "b"}, {.href = "c"}};
    DgOutlineEntry outline[3] = {
        {0, {"A", NULL}, 0, 0, NULL}, {0, {"B", NULL}, 1, 0, NULL}, {0, {"C", NULL}, 2, 0, NULL}};
    for (int i = 0; i < 3; i++) {
        DgNode *body = plain_body(paper, items[i].href);
        paper_flow(paper, "item", body, NULL)->item = &items[i];
        paper_page(paper, dg_arena_printf(paper->arena, "%d", 11 + i));
        paper_set(paper, body);
        paper_destination(paper, dg_arena_printf(paper->arena, "%s/x", items[i].href), DG_PT(50));
        paper_link(paper, (DgPageLink){0, 0, DG_PT(9), DG_PT(9), body->first, NULL, "b/x"});
        paper_link(paper, (DgPageLink){0, 0, DG_PT(9), DG_PT(9), body->first, NULL, "a/x"});
    }
    paper->pages.outline = outline;
    paper->pages.n_outline = 3;
    DgBytes bytes = paper_write(paper, "c,b");
    check_file(paper, bytes);
    g_assert_cmpstr(joined_text(paper, bytes), ==, "b c");
    char *plain = paper_plain(paper, bytes);
    g_assert_nonnull(strstr(plain, "/St 12"));
    g_assert_null(strstr(plain, "a/x"));
    g_assert_null(strstr(plain, "/Title (A)"));
    g_assert_nonnull(strstr(plain, "/Title (B)"));
    g_assert_nonnull(strstr(plain, "/Dest (b/x)"));
    g_assert_null(strstr(paper_run(paper, bytes, "pdfinfo -struct-text @"), "\"a\""));
    check_file(paper, paper_write(paper, "no such item"));
}

static void
test_the_same_input_gives_the_same_bytes(Paper *paper, const void *data)
{
    (void)data;
    DgNode *body = plain_body(paper, "Один и тот же текст");
    paper_flow(paper, "item", body, NULL);
    paper_set(paper, body);
    paper_destination(paper, "a/b", 0);
    DgBytes first = paper_write(paper, NULL), second = paper_write(paper, NULL);
    g_assert_cmpmem(first.data, first.size, second.data, second.size);
    Paper other;
    paper_open(&other, NULL);
    DgNode *copy = plain_body(&other, "Один и тот же текст");
    paper_flow(&other, "item", copy, NULL);
    paper_set(&other, copy);
    paper_destination(&other, "a/b", 0);
    DgBytes third = paper_write(&other, NULL);
    g_assert_cmpmem(first.data, first.size, third.data, third.size);
    paper_close(&other, NULL);
}

static void
test_odd_input_makes_a_sound_file(Paper *paper, const void *data)
{
    (void)data;
    check_file(paper, paper_write(paper, NULL)); /* no flows, no pages */
    paper_page(paper, NULL);                     /* a page without marks and flow */
    check_file(paper, paper_write(paper, NULL));
    DgNode *body = dg_node_new(paper->arena, DG_BODY, DG_NOWHERE);
    paper_flow(paper, "item", body, body); /* no marks; the same root twice */
    check_file(paper, paper_write(paper, NULL));
    DgRun empty = {0};
    paper_mark(paper, (DgMark){.kind = DG_MARK_GLYPHS, .run = &empty, .node = body});
    paper_mark(paper, (DgMark){.kind = DG_MARK_GLYPHS, .node = body});
    paper_mark(
        paper,
        (DgMark){.kind = DG_MARK_IMAGE, .width = DG_PT(9), .height = DG_PT(9), .node = body});
    paper_mark(paper,
               (DgMark){.kind = DG_MARK_RULE, .x = INT64_MIN / 4096, .width = -5, .height = 3});
    paper_mark(paper, (DgMark){.kind = DG_MARK_FILL,
                               .width = DG_LEN_MAX,
                               .height = DG_LEN_MAX,
                               .color = 0x123456});
    paper_text(paper, body, DG_LEN_MAX, -DG_LEN_MAX, "далеко");
    paper->volume.title[DG_LEFT] = "\xFF\xFE & <b>";
    paper->volume.languages[DG_RIGHT] = NULL;
    paper_destination(paper, NULL, 0);
    paper_destination(paper, "", 0);
    check_file(paper, paper_write(paper, NULL));
    DgPdfOptions nothing = {0};
    check_file(paper, dg_pdf_write(paper->arena, paper->diags, &paper->pages, nothing));
    paper->pages.book = NULL;
    check_file(paper, dg_pdf_write(paper->arena, paper->diags, &paper->pages, nothing));
}

static void
test_deep_trees_and_many_links(Paper *paper, const void *data)
{
    (void)data;
    enum { DEPTH = 250, LINKS = 10000 };
    DgNode *body = dg_node_new(paper->arena, DG_BODY, DG_NOWHERE), *inner = body;
    for (int i = 0; i < DEPTH; i++)
        inner = paper_add(paper, inner, i % 2 ? DG_SECTION : DG_QUOTE);
    DgNode *text = paper_words(paper, inner, DG_PARAGRAPH, "глубоко");
    paper_flow(paper, "item", body, NULL);
    paper_page(paper, "1");
    paper_set(paper, body);
    DgPage *page = &paper->pages.pages[0];
    page->links = DG_NEW_ARRAY(paper->arena, DgPageLink, LINKS);
    page->destinations = DG_NEW_ARRAY(paper->arena, DgDestination, LINKS);
    for (int i = 0; i < LINKS; i++) {
        char *name = dg_arena_printf(paper->arena, "item/%d", i * 7919 % LINKS);
        page->links[i] =
            (DgPageLink){DG_PT(i % 400), DG_PT(i % 600), DG_PT(5), DG_PT(5), text, NULL, name};
        page->destinations[i] = (DgDestination){name, 0, DG_PT(i % 600)};
    }
    page->n_links = page->n_destinations = LINKS;
    DgBytes bytes = paper_write(paper, NULL);
    check_file(paper, bytes);
    char *names = paper_run(paper, bytes, "pdfinfo -dests @");
    g_auto(GStrv) lines = g_strsplit(names, "\n", -1);
    g_assert_cmpuint(g_strv_length(lines), ==, LINKS + 2);
    g_assert_cmpuint(bytes.size, <, 600000);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    PAPER_TEST("/pdf-write/many-characters", test_a_font_of_many_characters);
    PAPER_TEST("/pdf-write/text", test_text_comes_out_as_it_was);
    PAPER_TEST("/pdf-write/breaks", test_words_are_parted_at_forced_breaks);
    PAPER_TEST("/pdf-write/faces", test_each_face_is_embedded_once);
    PAPER_TEST("/pdf-write/postscript", test_fonts_with_postscript_outlines);
    PAPER_TEST("/pdf-write/labels", test_labels_follow_the_folios);
    PAPER_TEST("/pdf-write/outline", test_the_outline_nests_and_has_both_titles);
    PAPER_TEST("/pdf-write/links", test_links_lead_where_they_should);
    PAPER_TEST("/pdf-write/contents", test_links_say_what_they_are);
    PAPER_TEST("/pdf-write/metadata", test_the_file_tells_what_it_is);
    PAPER_TEST("/pdf-write/only", test_only_some_items_are_written);
    PAPER_TEST("/pdf-write/same-bytes", test_the_same_input_gives_the_same_bytes);
    PAPER_TEST("/pdf-write/odd", test_odd_input_makes_a_sound_file);
    PAPER_TEST("/pdf-write/many", test_deep_trees_and_many_links);
    return g_test_run();
}
