/* test-break.c - src/lang/break.c, break-short.c, break-space.c, break-address.c, address.c */
#include "diglot/lang.h"

#include <glib.h>
#include <string.h>

static const char *const signs[] = {
    [DG_BREAK_NONE] = "",          [DG_BREAK_ALLOWED] = "|",  [DG_BREAK_FORCED] = "¶",
    [DG_BREAK_BEHIND_1] = "¹",     [DG_BREAK_BEHIND_2] = "²", [DG_BREAK_BEHIND_3] = "³",
    [DG_BREAK_BEHIND_NUMBER] = "ⁿ"};

/* The text with the sign of each place where a line may end, the end left out. */
static char *
marked(DgArena *arena, DgSegmenter *segmenter, const char *text)
{
    size_t length = strlen(text);
    uint8_t *kinds = dg_line_breaks(arena, segmenter, text, length, "ru");
    g_assert_cmpint(kinds[length], ==, DG_BREAK_FORCED);
    g_autoptr(GString) out = g_string_new(NULL);
    for (size_t i = 0; i < length; i++) {
        g_string_append(out, signs[kinds[i]]);
        g_string_append_c(out, text[i]);
    }
    return dg_arena_strdup(arena, out->str);
}

static char *
without_marks(const char *marked_text)
{
    GString *text = g_string_new(marked_text);
    for (size_t i = 1; i < G_N_ELEMENTS(signs); i++)
        g_string_replace(text, signs[i], "", 0);
    return g_string_free(text, FALSE);
}

static void
check(const char *const *cases, size_t n)
{
    DgArena *arena = dg_arena_new();
    DgSegmenter *segmenter = dg_segmenter_new();
    for (size_t i = 0; i < n; i++) {
        g_autofree char *text = without_marks(cases[i]);
        const char *found = marked(arena, segmenter, text);
        if (strcmp(found, cases[i]) != 0)
            g_test_fail_printf("expected \"%s\", found \"%s\"", cases[i], found);
    }
    dg_segmenter_free(segmenter);
    dg_arena_free(arena);
}

static void
test_spaces(void)
{
    static const char *const cases[] = {
        "",
        "слово",
        "два |слова",
        "два  |пробела ",
        " в ¹начале",
        "нет\u00A0рвения |здесь",
        "не\u202Fрвётся",
        "строка\n¶строка",
        "конец. |Начало |(скобка) |«слово» |дальше",
        "a |b |c",
        "漢|字",
    };
    check(cases, G_N_ELEMENTS(cases));
}

/* R13: graded behind prepositions, conjunctions, «не» and «ни», whatever space stands there. */
static void
test_short_words(void)
{
    static const char *const cases[] = {
        "в\u00A0¹доме |и ¹на\u00A0²крыше |для ³всех",
        "но ²не\u00A0²в\u00A0¹«Доме»",
        "(а\u00A0¹потом — |и)",
        "Не\u00A0²все |к\u00A0¹2030\u00A0ⁿгоду",
        "что\u00A0ли, |не\u00A0же |мы", /* particles stay with the word before */
        "школа |А\u00A0рядом |его\u00A0дом |мы |там",
        "и\u00A0— |нет",
        "в\u00A0¹2024\u00A0ⁿгоду |в\u00A0¹2024\u00A0г. |5\u00A0кг |12\u00A0мая |2024\u00A0ⁿгода",
    };
    check(cases, G_N_ELEMENTS(cases));
}

static void
test_dashes_and_hyphens(void)
{
    static const char *const cases[] = {
        "Москва — |столица",
        "Москва - |столица",
        "— Да, — |сказал |он",
        "Да,— |сказал",
        "a – |b",
        "word—|word",
        "август—|сентябрь",
        "Москва–|Казань",
        "10–15 ²раз",
        "1941—1945 ²раз",
        "XVIII–XIX века,",
        "температура |-5 ²днём",
        "научно-|технический",
        "кто-то |из-за |по-русски |5-й |20-го |1990-е",
        "COVID-19 |Т-34 |30-летний |2-3 ²дня",
        "e-mail |well-|known |co-op",
        "Ростов-на-Дону",
        "и/или |км/ч |Москва/|Казань |12/05/2026",
        "мяг\u00ADкий |пере\u00ADнос",
        "вот…|так |…и ¹вот… |так",
    };
    check(cases, G_N_ELEMENTS(cases));
}

static void
test_words_that_stay_together(void)
{
    static const char *const cases[] = {
        "у ¹А. С. Пушкина |был",
        "Пушкин А. С., |Гоголь |Н. В. Гоголь |был",
        "J. R. Smith |and |Dr Smith |and |Dr |said",
        "в ¹2024 г. |в ¹XXI в. |и ¹в ¹XX веке |было",
        "5 кг |и ¹5 % |и ¹20 °C |и ¹3 млн |руб. |и ¹5 |в ¹Москве",
        "12 мая |2024 года |до ²12 May |and |May 12, |2026",
        "№ 5 |и ¹§ 2 |и ¹рис. 1 |и ¹с. 15 |и ¹гл. |пятая",
        "г. Казань |и ¹в ¹2024 г. |Казань |акад. Павлов",
        "и ¹т. д. |и ¹т. е. |как ³н. э. |слово",
        "Fig. 2 |and |pp. 5–7 |and |Prof. Jones |was |e. g. |this",
        "и ¹витамин |Это",
    };
    check(cases, G_N_ELEMENTS(cases));
}

static void
test_formulas(void)
{
    static const char *const cases[] = {
        "n + ¹1 |и ¹n − ¹1.",
        "доля |52 : ¹48, |выигрыш",
        "x = ²a · ¹b |и ¹max(a − ¹q, |b − ¹r) = |max(a, |b)",
        "(l + ¹m) / ¹2 |or |l / ¹m |or |x = ²−5",
        "x ∪ ¹y |и ¹x ∝ ²y |и ¹x ∉ ²y |и ¹x ∗ ¹y",
        "знаки |∞ |или |∀ |или |√ |или |∑ |или |⋯ |и ¹∅ |тоже", /* operands join nothing */
        "чтение + |письмо |и ¹A → |B", /* words: only the sign keeps its place */
        "Москва : |Наука |и ¹Название / |А. Иванов",
        "5 ²круглых |столов |и ¹5 ²round |tables |до ²10–15 ²раз |и ¹2-3 ²дня",
        "в ¹2024 |вышло |и ¹5 |для ³всех, |5 |in |all, |COVID-19 |выявлен |№ 5 |А",
    };
    check(cases, G_N_ELEMENTS(cases));
}

static void
test_addresses(void)
{
    static const char *const cases[] = {
        "см. |https://|www|.example|.org|/path|/to|/page|?id|=12|&name=x |и",
        "см. |http://a.ru/b |и",
        "на ²www.site|.example|.org, |где",
        "DOI |10.1000|/xyz|.abc|.2024",
        "https://|doi|.org|/10.1038|/s41586-020-2649-2.",
        "https://|example|.org|/state|-of|-the|-art|-of-it |так",
        "https://|example|.org|/the-art |так",
        "(see |https://|example|.org|/a_(b)) |and",
        "name|.surname|@example|.org |и",
        "and/or |А/Б",
        "doi:10.1093|/acprof|:oso|/9780199541447|.001.0001 |end",
        "https://|e.org|/aaa|a|a|a|a|a|a|a|a|a|a|a|a|a|a|a|a|aaaa",
    };
    check(cases, G_N_ELEMENTS(cases));
}

static void
test_hostile_bytes(void)
{
    DgArena *arena = dg_arena_new();
    DgSegmenter *segmenter = dg_segmenter_new();
    GRand *random = g_rand_new_with_seed(7);
    static const char alphabet[] = "a. -/:@w1\xD0\x90\xE2\x80\x94\xF0\x9F\xFF%)(\n";
    for (int round = 0; round < 3000; round++) {
        char text[48];
        size_t length = (size_t)g_rand_int_range(random, 0, sizeof text);
        for (size_t i = 0; i < length; i++)
            text[i] = alphabet[g_rand_int_range(random, 0, sizeof alphabet - 1)];
        uint8_t *kinds = dg_line_breaks(arena, segmenter, text, length, NULL);
        g_assert_cmpint(kinds[length], ==, DG_BREAK_FORCED);
        if (length > 0)
            g_assert_cmpint(kinds[0], ==, DG_BREAK_NONE);
    }
    g_rand_free(random);
    dg_segmenter_free(segmenter);
    dg_arena_free(arena);
}

/* Long runs of signs that begin addresses must not make the search go over them again and again. */
static void
test_long_runs_take_linear_time(void)
{
    static const char *const seeds[] = {"http://)", "www.", "a@",  "10.1000/",
                                        "a.b/",     "((((", "А. ", "- "};
    DgArena *arena = dg_arena_new();
    DgSegmenter *segmenter = dg_segmenter_new();
    for (size_t i = 0; i < G_N_ELEMENTS(seeds); i++) {
        g_autoptr(GString) text = g_string_new(NULL);
        while (text->len < 200000)
            g_string_append(text, seeds[i]);
        dg_line_breaks(arena, segmenter, text->str, text->len, "ru");
    }
    dg_segmenter_free(segmenter);
    dg_arena_free(arena);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/break/spaces", test_spaces);
    g_test_add_func("/break/short-words", test_short_words);
    g_test_add_func("/break/dashes", test_dashes_and_hyphens);
    g_test_add_func("/break/together", test_words_that_stay_together);
    g_test_add_func("/break/formulas", test_formulas);
    g_test_add_func("/break/addresses", test_addresses);
    g_test_add_func("/break/hostile", test_hostile_bytes);
    g_test_add_func("/break/linear", test_long_runs_take_linear_time);
    return g_test_run();
}
