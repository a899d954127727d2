/* test-index-find.c - src/matter/index-find.c: names of the register in running text, declined or not */
#include "index-internal.h"

static const struct {
    const char *language, *name, *text;
    int found;
} cases[] = {
    {"ru", "Олег Храмов", "Это Олег Храмов.", 1},
    {"ru", "Олег Храмов", "Олегом Храмовым и с Олегом Храмовым", 2},
    {"ru", "Олег Храмов", "об Олеге Храмове", 1},
    {"ru", "О. В. Храмов", "слова О. В. Храмова", 1},
    {"ru", "Шавкат Мирзиёев", "Шавкатом Мирзиеевым", 1},
    {"ru", "Мария Достоевская", "Марии Достоевской", 1},
    {"ru", "Олег Храмов", "Олег и Храмов", 0},
    {"ru", "Олег Храмов", "олег храмов", 0},
    {"ru", "Олег Храмов", "Олег Храмченко", 0},
    {"ru", "ООН", "в ООН", 1},
    {"ru", "ООН", "Оон", 0},
    {"en", "Oleg Khramov", "Oleg Khramov's speech", 1},
    {"en", "Oleg Khramov", "Oleg Petrov", 0},
};

static void
count(void *data, size_t which)
{
    g_assert_cmpuint(which, ==, 7);
    ++*(int *)data;
}

static void
test_names_in_text(void)
{
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        int found = 0;
        NameFinder *finder = name_finder_new(cases[i].language);
        name_finder_add(finder, cases[i].name, 7);
        name_finder_run(finder, cases[i].text, count, &found);
        name_finder_free(finder);
        g_test_message("%s: %s", cases[i].name, cases[i].text);
        g_assert_cmpint(found, ==, cases[i].found);
    }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/index-find/names", test_names_in_text);
    return g_test_run();
}
