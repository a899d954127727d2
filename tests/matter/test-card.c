/* test-card.c - src/matter/card.c: what a card says of the volume and of its parts */
#include "diglot/matter.h"

#include <glib.h>

static DgVolume
forum(void)
{
    return (DgVolume){
        .id = "v",
        .languages = {"ru", "en"},
        .n_languages = 2,
        .title = {"Сборник", "Volume"},
        .subtitle = {"Форум: материалы", "Papers"},
        .event = {.from = "2024-09-16",
                  .to = "2024-09-18",
                  .name = {"Форум", "Forum"},
                  .place = {"Москва", "Moscow"}},
        .imprint = {.publisher_by = {"Издатель", NULL}, .publisher = "Firm", .year = "2024"}};
}

/* What the event is called stands once, whether by itself or in the subtitle. */
static void
test_the_volume_names_its_event_once(void)
{
    DgArena *arena = dg_arena_new();
    const DgVolume volume = forum();
    DgCard card = dg_card_make(arena, &volume, NULL);
    g_assert_cmpstr(card.event[DG_LEFT], ==, "Форум: материалы");
    g_assert_cmpstr(card.event[DG_RIGHT], ==, "Forum");
    g_assert_cmpstr(card.title[DG_LEFT], ==, "Сборник");
    g_assert_cmpstr(card.below[DG_LEFT], ==, NULL);
    g_assert_cmpstr(card.below[DG_RIGHT], ==, "Papers");
    g_assert_cmpstr(card.place[DG_RIGHT], ==, "Moscow, 16–18\u00A0September 2024");
    g_assert_cmpstr(card.publisher[DG_LEFT], ==, "Издатель, 2024");
    g_assert_cmpstr(card.publisher[DG_RIGHT], ==, "Firm, 2024");
    dg_arena_free(arena);
}

/* A part has its own time, or that of what it lies in, or of the event; what was on other days was perhaps in another
 * place. */
static void
test_a_part_has_its_time(void)
{
    static const struct {
        const char *outer, *inner, *place;
    } cases[] = {
        {NULL, NULL, "Moscow, 16–18\u00A0September 2024"},
        {NULL, "2024-09-17T10:00", "Moscow, 17\u00A0September 2024, 10:00"},
        {"2024-09-18", NULL, "Moscow, 18\u00A0September 2024"},
        {"2024-09-18", "2024-09-19", "19\u00A0September 2024"},
        {"2022-12-02T13:45", NULL, "2\u00A0December 2022, 13:45"},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        DgArena *arena = dg_arena_new();
        DgVolume volume = forum();
        DgPart outer = {.from = cases[i].outer, .parent = &volume.root},
               inner = {.from = cases[i].inner, .title = {"Часть", NULL}, .parent = &outer};
        DgCard card = dg_card_make(arena, &volume, &inner);
        g_assert_cmpstr(card.place[DG_RIGHT], ==, cases[i].place);
        g_assert_cmpstr(card.title[DG_LEFT], ==, "Часть");
        g_assert_cmpstr(card.title[DG_RIGHT], ==, NULL);
        g_assert_cmpstr(card.below[DG_RIGHT], ==, "Volume");
        g_assert_cmpstr(card.event[DG_LEFT], ==, "Форум");
        dg_arena_free(arena);
    }
}

static void
test_a_volume_without_words_is_called_by_its_name(void)
{
    DgArena *arena = dg_arena_new();
    const DgVolume volume = {.id = "v", .languages = {"en"}, .n_languages = 1};
    DgCard card = dg_card_make(arena, &volume, NULL);
    g_assert_cmpstr(card.title[DG_LEFT], ==, "v");
    g_assert_cmpstr(card.place[DG_LEFT], ==, NULL);
    g_assert_cmpstr(card.publisher[DG_LEFT], ==, NULL);
    dg_arena_free(arena);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/matter/card/event", test_the_volume_names_its_event_once);
    g_test_add_func("/matter/card/time", test_a_part_has_its_time);
    g_test_add_func("/matter/card/nothing", test_a_volume_without_words_is_called_by_its_name);
    return g_test_run();
}
