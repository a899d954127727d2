/* test-align-anchors.c - src/align/align-sounds.c, align-anchors.c, align-matches.c */
#include "align-internal.h"
#include "build-item.h"

static void
test_words_that_sound_alike(void)
{
    static const struct {
        const char *russian, *english, *sounds;
    } cases[] = {
        {"очумелов", "otchumyelov", "kmlv"},   {"храмов", "khramov", "hrmv"},
        {"женева", "zheneva", "snv"},          {"чехов", "chekhov", "khv"},
        {"вашингтон", "washington", "vsngtn"}, {"александр", "aleksandr", "lksndr"},
        {"александр", "alexander", "lksndr"},  {"юнеско", "unesco", "nsk"},
        {"филипп", "philipp", "flp"},          {"царицын", "tsaritsyn", "srsn"},
        {"щербаков", "shcherbakov", "srbkv"},  {"аоуэ", "aou", ""},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        char sounds[16];
        g_test_message("%s %s", cases[i].russian, cases[i].english);
        sounds[dg_word_sounds(cases[i].russian, sounds, 15)] = '\0';
        g_assert_cmpstr(sounds, ==, cases[i].sounds);
        sounds[dg_word_sounds(cases[i].english, sounds, 15)] = '\0';
        g_assert_cmpstr(sounds, ==, cases[i].sounds);
    }
    char cut[2];
    g_assert_cmpuint(dg_word_sounds("xxxxxx", cut, 2), ==, 2);
}

/* Anchors that two texts share. */
static size_t
shared(const char *left, const char *right, DgAnchorWay way)
{
    DgUnit unit[] = {{.text = left}, {.text = right}};
    DgArena *arena = dg_arena_new();
    size_t count = 0;
    unit[0].node = unit[1].node = dg_node_new(arena, DG_PARAGRAPH, DG_NOWHERE);
    g_autoptr(GArray) first = dg_anchors_read(&unit[0], 1);
    g_autoptr(GArray) second = dg_anchors_read(&unit[1], 1);
    const GArray *anchors[] = {first, second};
    for (guint i = 0; i < anchors[0]->len; i++)
        for (guint j = 0; j < anchors[1]->len; j++) {
            DgAnchor a = g_array_index(anchors[0], DgAnchor, i),
                     b = g_array_index(anchors[1], DgAnchor, j);
            count += a.key == b.key && a.way == way;
        }
    dg_arena_free(arena);
    return count;
}

static void
test_what_two_texts_share(void)
{
    static const struct {
        const char *left, *right;
        DgAnchorWay way;
        size_t shared;
    } cases[] = {
        {"1 234 567 рублей", "1,234,567 roubles", DG_ANCHOR_NUMBER, 1},
        {"1\u00A0234,5", "1,234.5", DG_ANCHOR_NUMBER, 2},
        {"в 1990, 200 человек", "in 1990, 200 people", DG_ANCHOR_NUMBER, 2},
        {"2015 200", "2015200", DG_ANCHOR_NUMBER, 0},
        {"XX век", "the 20th century", DG_ANCHOR_NUMBER, 1},
        {"MCMXC", "1990", DG_ANCHOR_NUMBER, 1},
        {"I", "1", DG_ANCHOR_NUMBER, 0}, /* one letter may be a word */
        {"сказал Храмов", "said Khramov", DG_ANCHOR_NAME, 1},
        {"Храмов. Вчера", "Khramov. Yesterday", DG_ANCHOR_NAME,
         0}, /* every sentence starts with a capital */
        {"блок НАТО", "the NATO bloc", DG_ANCHOR_NAME, 1},
        {"система Debian", "the Debian system", DG_ANCHOR_WORD, 1},
        {"população e saúde", "população y salud", DG_ANCHOR_WORD, 1},
        {"президент", "president", DG_ANCHOR_SOUND, 1},
        {"Что?", "What?", DG_ANCHOR_MARK, 1},
        {"— Что!", "“What!", DG_ANCHOR_MARK, 2},
        {"а именно:", "namely:", DG_ANCHOR_MARK, 1},
        {"a = b", "a = b", DG_ANCHOR_WHOLE, 1},
        {"", "", DG_ANCHOR_WHOLE, 0},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_test_message("%s | %s", cases[i].left, cases[i].right);
        g_assert_cmpuint(shared(cases[i].left, cases[i].right, cases[i].way), ==, cases[i].shared);
    }
}

static void
test_labels_and_pictures_are_anchors(void)
{
    DgArena *arena = dg_arena_new();
    DgNode *left = dg_node_new(arena, DG_FIGURE, DG_NOWHERE),
           *right = dg_node_new(arena, DG_FIGURE, DG_NOWHERE);
    DgNode *pictures[] = {dg_node_new(arena, DG_GRAPHIC, DG_NOWHERE),
                          dg_node_new(arena, DG_GRAPHIC, DG_NOWHERE)};
    left->label = "Рис. 2.1.";
    right->label = "Fig. 2.1";
    pictures[0]->href = pictures[1]->href = "figures/map.png";
    dg_node_append(left, pictures[0]);
    dg_node_append(right, pictures[1]);
    DgNode **const blocks[DG_SIDES] = {&left, &right};
    const size_t n[DG_SIDES] = {1, 1};
    DgProblem *problem = dg_problem_new(arena, blocks, n);
    dg_problem_match(arena, problem);
    g_assert_cmpfloat_with_epsilon(dg_match_weight(problem, 0, 0), (3 + 6) / (1 + 0.6931), 0.01);
    dg_arena_free(arena);
}

/* What stands everywhere says nothing, and must not cost time or memory. */
static void
test_words_in_every_paragraph_are_left_out(void)
{
    DgArena *arena = dg_arena_new();
    const size_t n[DG_SIDES] = {2000, 2000};
    DgNode **blocks[DG_SIDES];
    for (int side = 0; side < DG_SIDES; side++) {
        blocks[side] = DG_NEW_ARRAY(arena, DgNode *, n[side]);
        for (size_t i = 0; i < n[side]; i++)
            blocks[side][i] =
                build_block(arena, dg_arena_printf(arena, "p everywhere %zu", i), DG_NOWHERE);
    }
    DgNode **const both[DG_SIDES] = {blocks[0], blocks[1]};
    DgProblem *problem = dg_problem_new(arena, both, n);
    dg_problem_match(arena, problem);
    g_assert_cmpuint(problem->match_start[n[DG_LEFT]], <, 10 * n[DG_LEFT]);
    g_assert_cmpfloat(dg_match_weight(problem, 7, 7), >, 0);
    g_assert_cmpfloat(dg_match_weight(problem, 7, 8), ==, 0);
    dg_arena_free(arena);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/align-sounds/words", test_words_that_sound_alike);
    g_test_add_func("/align-anchors/shared", test_what_two_texts_share);
    g_test_add_func("/align-anchors/labels", test_labels_and_pictures_are_anchors);
    g_test_add_func("/align-matches/everywhere", test_words_in_every_paragraph_are_left_out);
    return g_test_run();
}
