/* test-check-numbers.c - src/check/check-values.c, check-numbers.c: what is found in one side and not in the other */
#include "check-internal.h"

#include <glib.h>
#include <string.h>

/* The findings for a pair of one paragraph a side, as "RULE shown[?there]" joined by spaces. */
static char *
find(DgArena *arena, const char *left, const char *right, const char *languages[DG_SIDES])
{
    DgDiags *diags = dg_diags_new(arena);
    DgNode *blocks[] = {
        dg_block_new(arena, DG_PARAGRAPH, DG_ROLE_NONE, left, (DgPos){"a.ru.xml", 1, 1}),
        dg_block_new(arena, DG_PARAGRAPH, DG_ROLE_NONE, right, (DgPos){"a.en.xml", 1, 1})};
    DgPair pair = {.blocks = {&blocks[0], &blocks[1]}, .n = {1, 1}};
    DgItem item = {.text = {{.language = languages[0]}, {.language = languages[1]}},
                   .pairs = &pair,
                   .n_pairs = 1};
    DgItem *items[] = {&item};
    DgVolume volume = {
        .languages = {languages[0], languages[1]}, .n_languages = 2, .items = items, .n_items = 1};
    dg_check(arena, diags, &volume);
    const DgDiag *sorted;
    size_t n = dg_diags_sorted(arena, diags, &sorted);
    g_autoptr(GString) text = g_string_new(NULL);
    for (size_t i = 0; i < n; i++) {
        const char *const *argument = sorted[i].argument;
        if (sorted[i].code == DG_CHECK_NUMBER)
            g_string_append_printf(text, "%s%s %s%s%s", text->len ? " | " : "", argument[2],
                                   argument[0], argument[3] ? " ? " : "",
                                   argument[3] ? argument[3] : "");
        if (sorted[i].code == DG_CHECK_PERCENT)
            g_string_append_printf(text, "%sN4 %s", text->len ? " | " : "", sorted[i].pos.file);
    }
    return dg_arena_strdup(arena, text->str);
}

typedef struct {
    const char *left, *right, *found;
} Case;

static void
expect(const Case *cases, size_t n, const char *left, const char *right)
{
    const char *languages[] = {left, right};
    for (size_t i = 0; i < n; i++) {
        DgArena *arena = dg_arena_new();
        g_test_message("%s | %s", cases[i].left, cases[i].right);
        g_assert_cmpstr(find(arena, cases[i].left, cases[i].right, languages), ==, cases[i].found);
        dg_arena_free(arena);
    }
}

static void
test_numbers(void)
{
    static const Case cases[] = {
        {"1 234 567,89 руб.", "1,234,567.89 roubles", ""},
        {"1\u00A0234\u202F567", "1,234,567", ""},
        {"12\n   345 человек", "12,345 people", ""},
        {"3,5 млн жителей", "3.5 million inhabitants", ""},
        {"3,5 млн жителей", "3,500,000 inhabitants", ""},
        {"2 млрд и 7 трлн", "two billion and 7,000,000 million", ""},
        {"250 тыс. человек", "250,000 people", ""},
        {"3,5 млн жителей", "3.5 billion inhabitants", "N1 3,5 млн ? 3.5 billion"},
        {"1,234 м", "1,234 m",
         "N1 1,234 ? 1,234"}, /* a decimal in Russian, a thousand in English */
        {"0,05", "0.05", ""},
        {"0,50", "0.5", ""},
        {"пять лет и 12 дней", "5 years and twelve days", ""},
        {"двадцать пять стран", "25 countries", ""},
        {"двести пять тысяч", "205,000", ""},
        {"в два раза больше", "twice as many", ""},
        {"5-летний план, 25-я сессия", "a five-year plan, the 25th session", ""},
        {"резолюция A/RES/53/70", "resolution A/RES/53/70", ""},
        {"INFOFORUM-2022", "INFOFORUM-2022", ""},
        {"в 2021 году", "in 2012", "N1 2021 ? 2012"},
        {"10 и 20", "10", "N1 20"},
        {"10", "10, 20 and 30", "N1 20 | N1 30"},
        {"7, 8 и 7", "7 and 8", ""}, /* repetition is no difference */
        {"п. 2.1.3", "clause 2.1.3", ""},
        {"I18n", "интернационализация", ""},
        {"см. https://example.org/ru/2024", "see https://example.org/en/2025", ""},
        {"doi:10.1000/182", "", ""},
        {"десять", "", ""}, /* words need no counterpart */
        {"", "", ""},
    };
    expect(cases, G_N_ELEMENTS(cases), "ru", "en");
}

static void
test_dates_and_times(void)
{
    static const Case cases[] = {
        {"12 мая 2026 г.", "12 May 2026", ""},
        {"12 мая 2026 г.", "May 12, 2026", ""},
        {"12 мая 2026 г.", "12 June 2026", "N2 мая ? June"},
        {"12 мая 2026 г.", "the 12th of May, 2026", ""},
        {"12.05.2026", "12 May 2026", ""},
        {"12.05.26", "05/12/2026", ""},
        {"16–18 сентября 2024 года", "16–18 September 2024", ""},
        {"12 мая", "on the 12th day of that month", ""},
        {"3 вопроса", "You may ask 3 questions", ""},
        {"в 15:30", "at 3:30 p.m.", ""},
        {"в 15.30", "at 3.30 pm", ""},
        {"в 9 часов", "at 9 a.m.", ""},
        {"в 15 часов", "at 3 p.m.", ""},
        {"в 15:30", "at 3:30 a.m.", "N2 15:30 ? 3:30"},
        {"в 24:00", "at 12 a.m.", "N2 24:00 ? 12"},
        {"10:00–13:00", "10:00–13:30", "N2 13:00 ? 13:30"},
    };
    expect(cases, G_N_ELEMENTS(cases), "ru", "en");
}

static void
test_centuries_and_decades(void)
{
    static const Case cases[] = {
        {"XXI век", "the 21st century", ""},
        {"ХХI век", "the twenty-first century", ""}, /* Cyrillic Х */
        {"XXI век", "the 20th century", "N3 XXI ? 20"},
        {"1990-е годы", "the 1990s", ""},
        {"90-е годы", "the 1990s", ""},
        {"90-х", "the 90’s", ""},
        {"девяностые годы", "the 1990s", ""},
        {"1980-е годы", "the 1990s", "N3 1980 ? 1990"},
        {"Часть II", "Part 2", ""},
        {"Вторая мировая война", "World War II", ""},
        {"Пётр I", "Peter the First", ""},
        {"I think", "Я думаю", ""},
    };
    expect(cases, G_N_ELEMENTS(cases), "ru", "en");
}

static void
test_per_cents(void)
{
    static const Case cases[] = {
        {"от 10 до 20 %", "from 10% to 20 per cent", ""},
        {"10 процентов", "10 percent", ""},
        {"10 %", "10 roubles", "N4 a.ru.xml"},
        {"10", "10 percentage points", "N4 a.en.xml"},
    };
    expect(cases, G_N_ELEMENTS(cases), "ru", "en");
}

/* Of a language whose number words are not known, small numbers may be in words. */
static void
test_other_languages(void)
{
    static const Case cases[] = {
        {"três dias, 3,5 milhões", "3 days, 3.5 million", ""},
        {"12.345 pessoas", "12,345 people", ""},
        {"652 mil pessoas", "652,000 people", ""},
        {"1.5 vezes", "1.5 times", ""},
        {"em 2012", "in 2021", "N1 2012 ? 2021"},
        {"45 pessoas", "54 people", "N1 45 ? 54"},
        {"5 por cento", "5 %", ""},
    };
    expect(cases, G_N_ELEMENTS(cases), "pt", "en");
}

static void
test_numerals(void)
{
    static const struct {
        const char *word;
        int value;
    } cases[] = {{"I", 1},    {"IV", 4}, {"XLII", 42}, {"MCMXC", 1990}, {"ХХ", 20},
                 {"IIII", 0}, {"VX", 0}, {"ABC", 0},   {"", 0},         {"MMMMMMMMMMMMM", 0}};
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        int value = 0;
        g_test_message("%s", cases[i].word);
        bool read = dg_roman_read(cases[i].word, &value);
        g_assert_true(read == (cases[i].value > 0));
        if (read)
            g_assert_cmpint(value, ==, cases[i].value);
    }
}

static void
test_keys(void)
{
    static const struct {
        const char *whole, *fraction;
        int power;
        const char *key;
    } cases[] = {{"5", "", 0, "5"},     {"005", "", 0, "5"},      {"0", "", 0, "0"},
                 {"0", "50", 0, "0.5"}, {"3", "5", 6, "3500000"}, {"3", "25", 1, "32.5"},
                 {"1", "000", 0, "1"},  {"000", "", 3, "0"}};
    DgArena *arena = dg_arena_new();
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++)
        g_assert_cmpstr(dg_number_key(arena, cases[i].whole, cases[i].fraction, cases[i].power), ==,
                        cases[i].key);
    dg_arena_free(arena);
}

static void
test_hostile_text(void)
{
    static const char *const texts[] = {"99999999999999999999999999999999,9",
                                        "1.1.1.1.1.1.1.1.1",
                                        "тысяч тысяч тысяч миллионов триллионов трлн трлн",
                                        ":::",
                                        "1:",
                                        "1:99",
                                        "9:9:9",
                                        "0.0.0",
                                        "٣٤",
                                        "1 1 1 111 111",
                                        "%",
                                        "XXXXXXXXXXXXX",
                                        "a.m.",
                                        "5 p",
                                        "31.12.999999"};
    const char *languages[] = {"ru", "en"};
    for (size_t i = 0; i < G_N_ELEMENTS(texts); i++) {
        DgArena *arena = dg_arena_new();
        const char *found = find(arena, texts[i], texts[i], languages);
        g_test_message("%s: %s", texts[i], found);
        g_assert_null(
            strstr(found, "N2")); /* the same on both sides is at most a decimal read as a group */
        dg_arena_free(arena);
    }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/check-numbers/numbers", test_numbers);
    g_test_add_func("/check-numbers/dates", test_dates_and_times);
    g_test_add_func("/check-numbers/centuries", test_centuries_and_decades);
    g_test_add_func("/check-numbers/per-cent", test_per_cents);
    g_test_add_func("/check-numbers/languages", test_other_languages);
    g_test_add_func("/check-numbers/numerals", test_numerals);
    g_test_add_func("/check-numbers/keys", test_keys);
    g_test_add_func("/check-numbers/hostile", test_hostile_text);
    return g_test_run();
}
