/* test-check-imprint.c - src/check: thirty imprints and what is said of them, in both languages where it matters. */
#include "diglot/check.h"

#include <glib.h>
#include <string.h>

typedef struct {
    const char *name;
    DgImprint imprint;
    const char *missing;  /* elements that the manifest does not have at all */
    const char *twice;    /* one that it has two of */
    const char *expected; /* "NAME LINE MESSAGE" of each finding, by lines; NULL: none */
} Fixture;

static const Fixture fixtures[] = {
    {.name = "empty on purpose"},
    {.name = "all right",
     .imprint = {.isbn = "978-5-17-118366-0",
                 .udc = "001(063)",
                 .bbk = "72я43",
                 .author_mark = "Ф79",
                 .year = "2026",
                 .signed_date = "2026-04-12",
                 .sheet_format = "70×100/16",
                 .print_run = "500",
                 .age_mark = "12+",
                 .doi = "10.1234/forum.2026",
                 .copyright = "© Авторы, 2026",
                 .number = "2"}},
    {.name = "nothing of an index",
     .missing = "udc bbk",
     .expected = "imprint.missing 1 the imprint does not give <udc>, <bbk>\n"},
    {.name = "nothing at all",
     .missing =
         "publisher place year isbn udc bbk author-mark copyright signed sheet-format print-run",
     .expected =
         "imprint.missing 1 the imprint does not give <publisher>, <place>, <year>, <isbn>, "
         "<udc>, <bbk>, <author-mark>, <copyright>, <signed>, <sheet-format>, <print-run>\n"},
    {.name = "check digit",
     .imprint = {.isbn = "978-5-17-118366-3"},
     .expected = "imprint.isbn 5 the check digit of ISBN 978-5-17-118366-3 should be 0\n"},
    {.name = "check digit with a word before",
     .imprint = {.isbn = "ISBN 978-5-02-040123-1"},
     .expected = "imprint.isbn 5 the check digit of ISBN 978-5-02-040123-1 should be 5\n"},
    {.name = "ten digits",
     .imprint = {.isbn = "5-17-118366-X"},
     .expected =
         "imprint.isbn 5 \"5-17-118366-X\" is no ISBN: it has 13 digits, 978 or 979 before\n"},
    {.name = "foreign prefix",
     .imprint = {.isbn = "977-5-17-118366-1"},
     .expected =
         "imprint.isbn 5 \"977-5-17-118366-1\" is no ISBN: it has 13 digits, 978 or 979 before\n"},
    {.name = "no hyphens",
     .imprint = {.isbn = "9785171183660"},
     .expected = "imprint.isbn 5 ISBN 9785171183660 is not parted by hyphens into five groups\n"},
    {.name = "long UDC", .imprint = {.udc = "327.7:004.056.5(470+571)(063)\"2024\""}},
    {.name = "UDC of four digits",
     .imprint = {.udc = "0040.056"},
     .expected = "imprint.value 6 \"0040.056\" is not right for <udc>\n"},
    {.name = "UDC with a bracket open",
     .imprint = {.udc = "001(063"},
     .expected = "imprint.value 6 \"001(063\" is not right for <udc>\n"},
    {.name = "BBK with Latin letters",
     .imprint = {.bbk = "72q43"},
     .expected = "imprint.value 7 \"72q43\" is not right for <bbk>\n"},
    {.name = "BBK with a place", .imprint = {.bbk = "66.4(2Рос),30я43"}},
    {.name = "author mark without figures",
     .imprint = {.author_mark = "Ф"},
     .expected = "imprint.value 8 \"Ф\" is not right for <author-mark>\n"},
    {.name = "author mark of another word",
     .imprint = {.author_mark = "С56"},
     .expected = "imprint.differs 8 <author-mark> says С56, but <title> Форум\n"},
    {.name = "year in words",
     .imprint = {.year = "2026 г."},
     .expected = "imprint.value 4 \"2026 г.\" is not right for <year>\n"},
    {.name = "year before the event",
     .imprint = {.year = "2023"},
     .expected = "imprint.year 4 the year of publication 2023 lies before the event (2024)\n"},
    {.name = "signed in another year",
     .imprint = {.year = "2026", .signed_date = "2024-11-30"},
     .expected = "imprint.differs 10 <signed> says 2024-11-30, but <year> 2026\n"},
    {.name = "signed a year before", .imprint = {.year = "2026", .signed_date = "2025-12-30"}},
    {.name = "signed with points",
     .imprint = {.signed_date = "12.04.2026"},
     .expected = "imprint.value 10 \"12.04.2026\" is not right for <signed>\n"},
    {.name = "copyright of another year",
     .imprint = {.year = "2026", .copyright = "© Авторы, 2024"},
     .expected = "imprint.differs 9 <copyright> says © Авторы, 2024, but <year> 2026\n"},
    {.name = "copyright of two years",
     .imprint = {.year = "2026", .copyright = "© Авторы, 2024, 2026"}},
    {.name = "print run in words",
     .imprint = {.print_run = "пятьсот"},
     .expected = "imprint.value 12 \"пятьсот\" is not right for <print-run>\n"},
    {.name = "print run of none",
     .imprint = {.print_run = "0"},
     .expected = "imprint.value 12 \"0\" is not right for <print-run>\n"},
    {.name = "large print run", .imprint = {.print_run = "10 000"}},
    {.name = "no sheet format",
     .imprint = {.sheet_format = "A4"},
     .expected = "imprint.value 11 \"A4\" is not right for <sheet-format>\n"},
    {.name = "unusual sheet format",
     .imprint = {.sheet_format = "62x94/16"},
     .expected =
         "imprint.format 11 62x94/16 is not a usual sheet format; its coefficient is taken as 1.08\n"},
    {.name = "unusual format with its coefficient",
     .imprint = {.sheet_format = "62×94 1/16", .coefficient = "1.08", .decimals = "2"}},
    {.name = "five decimals",
     .imprint = {.sheet_format = "60×90/16", .decimals = "5"},
     .expected = "imprint.value 11 \"5\" is not right for <sheet-format>\n"},
    {.name = "age mark",
     .imprint = {.age_mark = "14+"},
     .expected = "imprint.value 13 \"14+\" is not right for <age-mark>\n"},
    {.name = "DOI as an address",
     .imprint = {.doi = "https://doi.org/10.1234/x"},
     .expected = "imprint.value 14 \"https://doi.org/10.1234/x\" is not right for <doi>\n"},
    {.name = "volume number",
     .imprint = {.number = "second"},
     .expected = "imprint.value 15 \"second\" is not right for <volume-number>\n"},
    {.name = "Roman volume number", .imprint = {.number = "XVIII"}},
    {.name = "publisher in one language",
     .imprint = {.publisher = "Издательство", .publisher_by = {"Издательство", NULL}},
     .expected = "imprint.language 2 <publisher> is not given in en\n"},
    {.name = "two years",
     .imprint = {.year = "2026"},
     .twice = "year",
     .expected = "imprint.twice 16 <year> is given twice; the first holds\n"},
};

/* In the order of the lines, from 2 on. */
static const char *const elements[] = {
    "publisher", "place",  "year",         "isbn",      "udc",      "bbk", "author-mark",
    "copyright", "signed", "sheet-format", "print-run", "age-mark", "doi", "volume-number"};

static bool
names(const char *list, const char *name)
{
    g_auto(GStrv) words = g_strsplit(list ? list : "", " ", -1);
    return g_strv_contains((const char *const *)words, name);
}

static DgVolume
volume_of(DgArena *arena, const Fixture *fixture)
{
    DgVolume volume = {.languages = {"ru", "en"},
                       .n_languages = 2,
                       .title = {"Форум", "Proceedings"},
                       .event = {.from = "2024-09-16", .to = "2024-09-18"},
                       .imprint = fixture->imprint};
    DgImprint *imprint = &volume.imprint;
    imprint->pos = (DgPos){"volume.xml", 1, 1};
    for (size_t i = 0; i < G_N_ELEMENTS(elements); i++) {
        DgImprintPlace place = {elements[i], {"volume.xml", (int)i + 2, 1}, false};
        if (!names(fixture->missing, elements[i]))
            DG_APPEND(arena, imprint->places, imprint->n_places, place);
    }
    DgImprintPlace again = {fixture->twice, {"volume.xml", G_N_ELEMENTS(elements) + 2, 1}, false};
    if (fixture->twice)
        DG_APPEND(arena, imprint->places, imprint->n_places, again);
    return volume;
}

static void
test_fixture(const void *data)
{
    const Fixture *fixture = data;
    DgArena *arena = dg_arena_new();
    DgDiags *diags = dg_diags_new(arena);
    DgVolume volume = volume_of(arena, fixture);
    dg_check_imprint(arena, diags, &volume);
    const DgDiag *list;
    size_t n = dg_diags_sorted(arena, diags, &list);
    g_autoptr(GString) found = g_string_new(NULL);
    for (size_t i = 0; i < n; i++)
        g_string_append_printf(found, "%s %d %s\n", dg_code_name(list[i].code), list[i].pos.line,
                               dg_diag_message(arena, &list[i], "en"));
    g_assert_cmpstr(found->str, ==, fixture->expected ? fixture->expected : "");
    dg_arena_free(arena);
}

static void
test_messages_are_in_russian_too(void)
{
    const Fixture fixture = {.imprint = {.isbn = "978-5-17-118366-3"}, .missing = "udc"};
    DgArena *arena = dg_arena_new();
    DgDiags *diags = dg_diags_new(arena);
    DgVolume volume = volume_of(arena, &fixture);
    dg_check_imprint(arena, diags, &volume);
    const DgDiag *list;
    g_assert_cmpuint(dg_diags_sorted(arena, diags, &list), ==, 2);
    g_assert_cmpstr(dg_diag_message(arena, &list[0], "ru"), ==, "в выходных сведениях нет <udc>");
    g_assert_cmpstr(dg_diag_hint(arena, &list[0], "ru"), ==,
                    "если у издания этого нет, напишите пустой элемент, например <udc/>");
    g_assert_cmpstr(dg_diag_message(arena, &list[1], "ru"), ==,
                    "контрольная цифра ISBN 978-5-17-118366-3 должна быть 0");
    dg_arena_free(arena);
}

static void
test_a_draft_without_an_imprint_is_left_alone(void)
{
    DgArena *arena = dg_arena_new();
    DgDiags *diags = dg_diags_new(arena);
    const DgVolume volume = {.languages = {"ru", "en"}, .n_languages = 2, .title = {"Форум", NULL}};
    const DgDiag *list;
    dg_check_imprint(arena, diags, &volume);
    g_assert_cmpuint(dg_diags_sorted(arena, diags, &list), ==, 0);
    dg_arena_free(arena);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(fixtures); i++) {
        g_autofree char *path = g_strdup_printf("/check/imprint/%s", fixtures[i].name);
        g_test_add_data_func(path, &fixtures[i], test_fixture);
    }
    g_test_add_func("/check/imprint-in-russian", test_messages_are_in_russian_too);
    g_test_add_func("/check/imprint-absent", test_a_draft_without_an_imprint_is_left_alone);
    return g_test_run();
}
