/* test-check-names.c - src/check/check-names.c, check-name-find.c, check-name-words.c: which names lack a counterpart */
#include "check-names-internal.h"

#include "diglot/lang.h"

#include <glib.h>
#include <string.h>

/* The register: persons known in both languages, one of them by two names; one known in one language. */
static void
fill_register(DgArena *arena, DgVolume *volume)
{
    static const char *aliases[] = {"Chang Ming"};
    const DgPerson people[] = {
        {.id = "l", .name = {{.surname = "Люкманов"}, {.surname = "Lyukmanov"}}},
        {.id = "d", .name = {{.surname = "Достоевский"}, {.surname = "Dostoevsky"}}},
        {.id = "z",
         .name = {{.surname = "Чжан"}, {.surname = "Zhang"}},
         .aliases = aliases,
         .n_aliases = 1},
        {.id = "n", .name = {{.surname = "Неизвестный"}}},
        {.id = "g", .name = {{.surname = "де Голль"}, {.surname = "de Gaulle"}}},
        {.id = "b", .name = {{.surname = "бен Лахдар"}, {.surname = "Ben Lahdar"}}},
        {.id = "v", .name = {{.surname = "Ван"}, {.surname = "Wang"}}},
        {.id = "w",
         .name = {{.surname = "Уайт", .given = "Джон"}, {.surname = "White", .given = "John P."}}},
        {.id = "x", .name = {{.surname = "фон"}, {.surname = "von und zu"}}},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(people); i++)
        DG_APPEND(arena, volume->people, volume->n_people, people[i]);
}

/* The findings for a pair of one paragraph a side, as "NAME [hint]" parted by bars. */
static char *
find(DgArena *arena, const char *left, const char *right, const char *silenced)
{
    DgDiags *diags = dg_diags_new(arena);
    DgNode *blocks[] = {
        dg_block_new(arena, DG_PARAGRAPH, DG_ROLE_NONE, left, (DgPos){"a.ru.xml", 1, 1}),
        dg_block_new(arena, DG_PARAGRAPH, DG_ROLE_NONE, right, (DgPos){"a.en.xml", 1, 1})};
    DgPair pair = {.blocks = {&blocks[0], &blocks[1]}, .n = {1, 1}, .silenced = silenced};
    DgContributor authors[DG_SIDES] = {{.name = {.surname = "Гийом"}},
                                       {.name = {.surname = "Guillaume"}}};
    DgItem item = {
        .text = {{.language = "ru", .meta = {.contributors = &authors[0], .n_contributors = 1}},
                 {.language = "en", .meta = {.contributors = &authors[1], .n_contributors = 1}}},
        .pairs = &pair,
        .n_pairs = 1};
    DgItem *items[] = {&item};
    DgVolume volume = {.languages = {"ru", "en"}, .n_languages = 2, .items = items, .n_items = 1};
    fill_register(arena, &volume);
    dg_check(arena, diags, &volume);
    const DgDiag *sorted;
    size_t n = dg_diags_sorted(arena, diags, &sorted);
    g_autoptr(GString) text = g_string_new(NULL);
    for (size_t i = 0; i < n; i++) {
        if (sorted[i].code != DG_CHECK_NAME && sorted[i].code != DG_CHECK_NAME_KNOWN)
            continue;
        const char *const *argument = sorted[i].argument;
        g_string_append_printf(text, "%s%s", text->len ? " | " : "", argument[0]);
        if (argument[2])
            g_string_append_printf(text, " [%s]", argument[2]);
    }
    return dg_arena_strdup(arena, text->str);
}

static const struct {
    const char *left, *right, *found;
} cases[] = {
    /* initials, in either order, close or not */
    {"По мнению А. Б. Щукина, нет.", "According to A.B. Shchoukin, no.", ""},
    {"По мнению Щукина А. Б., нет.", "A. B. Petrov says no.", "Щукина [Petrov]"},
    {"Сказал А.Б. Кузнецов.", "Nobody said it.", "Кузнецов"},
    {"Сказал Ж.-Ж. Руссо.", "Jean-Jacques Rousseau said so.", ""},
    {"Сказал Дж. Р. Джонсон.", "As J. R. Johnson said.", ""},
    {"Никто.", "The U.S. Department and Washington D.C. keep silent.", ""},
    {"Никто.", "The N.Y. Times, the L.A. Times, U.S.A. Today, a Ph.D. Candidate.", ""},
    {"Никто.", "The U.S.S.R. Ministry keeps silent.", ""},
    {"П. С. Привет всем.", "Greetings to all.", ""},
    {"Об этом П. С. Привалов.", "Nobody on it.", "Привалов"},
    {"О Толкине.", "On J. R. R. Tolkien.", ""},
    {"Никто.", "On J. R. R. Tolkien and Johnson A. B. C.", "Tolkien | Johnson"},
    {"Часть А. Введение", "Part A. Introduction", ""},
    /* one initial is doubtful */
    {"Так писал А. Щукин.", "So A. Petrov wrote.", ""},
    /* courtesy titles, but no offices */
    {"Слово у г-на Гайса.", "A. B. Ivanov has the floor.", "Гайса [Ivanov]"},
    {"Слово имеет г-н Бурхан Гафур.", "Mr. Burhan Gafoor has the floor.", ""},
    {"Слово имеет г-жа Гафур.", "Mr. Robert Petrenko has the floor.", "Гафур [Petrenko]"},
    {"Благодарю, господин Председатель.", "Thank you, Mr Chairman.", ""},
    {"Благодарю вас.", "Thank you, Mr Secretary-General.", ""},
    {"Спасибо, господин Сопредседатель и г-жа Докладчик.", "Thank you.", ""},
    {"Слово г-ну Спецпредставителю и господину Координатору.", "No.", ""},
    {"Вот г-н Верховный представитель.", "Mr High Representative", ""},
    {"Вот г-н Постоянный представитель.", "Mr Special Representative", ""},
    {"Никто.", "Mr Co-Chair, Mr Rapporteur and Ms Facilitator", ""},
    {"Слово имеет г-н Достоевич сегодня.", "No.", "Достоевич"},
    {"Нет.", "A 5 ms Delay of MS Office", ""},
    {"Нет.", "Ms Delay spoke.", "Delay"},
    /* patronymics */
    {"Это дом Ивана Андреевича Крылова.", "This is Krylov's house.", ""},
    {"Это дом Ивана Андреевича Крылова.", "This is Pushkin's house.", "Крылова"},
    {"Писал Роман Абрамович давно.", "He wrote long ago.", ""},
    /* the register: declined, spelled exactly on the other side, by another of the names */
    {"Это сказано Люкмановым и Достоевскому.", "Lyukmanov and Dostoevsky's friend say so.", ""},
    {"Это сказано Люкмановым.", "Lukmanov says so.", "Люкмановым [Lyukmanov]"},
    {"Это сказал Люкмонов.", "Lyukmanov says so.", "Lyukmanov [Люкманов]"},
    {"Речь Чжан Мина", "The speech of Chang Ming", ""},
    {"Речь Чжан Мина", "The speech of Wang", "Чжан [Zhang]"},
    {"Люкмановка - село.", "It is a village.", ""},
    {"Автор, Гийом, прав.", "The author, Guillaume, is right.", ""},
    {"Автор, Гийом, прав.", "The author, Gillome, is right.", "Гийом [Guillaume]"},
    {"Это Неизвестный.", "This is somebody.", ""},
    /* particles are no surname, unless they are all of it */
    {"Это генерал де Голль.", "This is General De Gaulle.", ""},
    {"Это генерал де Голль.", "This is General De Gaul.", "Голль [Gaulle]"},
    {"Это гора.", "Ben Nevis is De Facto a mountain.", ""},
    {"Нет.", "Then came Lahdar.", "Lahdar [Лахдар]"},
    {"Это Ван И.", "It is Li Yi.", "Ван [Wang]"},
    /* a surname that is a word, too */
    {"Это Вашингтон.", "The White House is in Washington.", ""},
    {"Это он.", "So said John White Monday.", "White [Уайт]"},
    {"Это он.", "So said White.", "White [Уайт]"},
    {"Это он.", "White John said so.", "White [Уайт]"},
    /* each once */
    {"Люкманов о Люкманове", "He on himself", "Люкманов [Lyukmanov]"},
};

static void
test_names(void)
{
    DgArena *arena = dg_arena_new();
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++)
        g_assert_cmpstr(find(arena, cases[i].left, cases[i].right, NULL), ==, cases[i].found);
    dg_arena_free(arena);
}

static void
test_a_name_may_be_silenced(void)
{
    DgArena *arena = dg_arena_new();
    g_assert_cmpstr(find(arena, "Это Люкманов.", "It is he.", "N6:the pronoun does"), ==, "");
    g_assert_cmpstr(find(arena, "Это Люкманов.", "It is he.", "N1:a number"), ==,
                    "Люкманов [Lyukmanov]");
    dg_arena_free(arena);
}

static bool
sound_alike(const char *a, const char *b)
{
    DgNameWord words[] = {{.plain = a}, {.plain = b}};
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++)
        words[i].n_sounds = dg_word_sounds(words[i].plain, words[i].sounds, DG_NAME_SOUNDS);
    return dg_names_sound_alike(&words[0], &words[1]);
}

static void
test_sounds(void)
{
    static const char *const alike[][2] = {{"щукин", "shchoukin"},
                                           {"очумелов", "otchumyelov"},
                                           {"достоевского", "dostoevsky"},
                                           {"гутерриш", "guterres"},
                                           {"чжан", "zhang"},
                                           {"петров", "petrov"},
                                           {"ю", "yu"}};
    static const char *const apart[][2] = {
        {"иванов", "petrov"}, {"смирнов", "ivanov"}, {"храмов", "miroshnikov"}, {"ю", "b"}};
    for (size_t i = 0; i < G_N_ELEMENTS(alike); i++)
        g_assert_true(sound_alike(alike[i][0], alike[i][1]));
    for (size_t i = 0; i < G_N_ELEMENTS(apart); i++)
        g_assert_false(sound_alike(apart[i][0], apart[i][1]));
}

static void
test_declension(void)
{
    g_assert_true(dg_name_is_declined("храмовым", "храмов"));
    g_assert_true(dg_name_is_declined("мирнои", "мирная"));
    g_assert_true(dg_name_is_declined("стравинского", "стравинскии"));
    g_assert_false(dg_name_is_declined("петр", "петров"));
    g_assert_false(dg_name_is_declined("храмовик", "храмов"));
    g_assert_false(dg_name_is_declined("bella", "bell"));
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/check-names/cases", test_names);
    g_test_add_func("/check-names/silenced", test_a_name_may_be_silenced);
    g_test_add_func("/check-names/sounds", test_sounds);
    g_test_add_func("/check-names/declension", test_declension);
    return g_test_run();
}
