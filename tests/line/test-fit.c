/* test-fit.c - src/line/fit.c, cost.c: optimum fit against brute force, passes, hyphens in succession */
#include "../shape/typeset.h"
#include "line-internal.h"

enum { MAX_LINES = 40 };

/* ---- the oracle: every sequence of breaks ---- */

typedef struct {
    const DgPar *par;
    const DgGlue *glue;
    int tolerance;
    int64_t least[MAX_LINES]; /* by number of lines; -1: no way */
} Oracle;

static void
try_all(Oracle *oracle, size_t from, int lines, int fitness, int hyphens, int64_t demerits)
{
    const DgPar *par = oracle->par;
    if (from == par->n_breaks - 1) {
        int64_t *least = &oracle->least[lines];
        *least = *least < 0 || demerits < *least ? demerits : *least;
        return;
    }
    for (size_t to = from + 1; to < par->n_breaks; to++) {
        const DgBreak *a = &par->breaks[from], *b = &par->breaks[to];
        DgFit fit = dg_line_fit(oracle->glue, par, a, b, oracle->tolerance);
        int in_succession = b->hyphen ? hyphens + 1 : 0, limit = oracle->glue->hyphen_limit;
        if (!fit.too_long && !fit.too_short && (limit == 0 || in_succession <= limit)) {
            int64_t sum = demerits + dg_line_demerits(oracle->glue, par, a, b, &fit);
            sum += lines > 0 ? dg_line_contrast(fitness, fit.fitness) : 0;
            try_all(oracle, to, lines + 1, fit.fitness, in_succession, sum);
        }
        if (b->forced)
            return;
    }
}

static void
compare_with_oracle(Typeset *t, const DgPar *par, DgLen measure, int tolerance)
{
    DgGlue glue = dg_glue(par, measure);
    Oracle oracle = {.par = par, .glue = &glue, .tolerance = tolerance};
    memset(oracle.least, -1, sizeof oracle.least);
    try_all(&oracle, 0, 0, 1, 0, 0);
    DgChoices choices = dg_fit(t->arena, par, &glue, (DgPass){.tolerance = tolerance});
    int next = 0;
    int64_t best = -1;
    for (int lines = 0; lines < MAX_LINES; lines++) {
        if (oracle.least[lines] < 0)
            continue;
        g_assert_cmpint(next, <, choices.n);
        g_assert_cmpint(choices.choices[next].n_lines, ==, lines);
        g_assert_cmpint(choices.choices[next].demerits, ==, oracle.least[lines]);
        best = best < 0 || oracle.least[lines] < best ? oracle.least[lines] : best;
        next++;
    }
    g_assert_cmpint(choices.n, ==, next);
    if (next > 0)
        g_assert_cmpint(choices.choices[choices.best].demerits, ==, best);
}

/* Words of one to seven letters, some with places for a hyphen. */
static char *
random_text(GRand *random, int words)
{
    GString *text = g_string_new(NULL);
    for (int i = 0; i < words; i++) {
        int letters = g_rand_int_range(random, 1, 8);
        for (int j = 0; j < letters; j++) {
            if (j > 1 && j + 1 < letters && g_rand_int_range(random, 0, 4) == 0)
                g_string_append(text, "\xC2\xAD");
            g_string_append_c(text, "abc,"[g_rand_int_range(random, 0, 4)]);
        }
        g_string_append_c(text, ' ');
    }
    return g_string_free(text, FALSE);
}

static void
run_oracle(const char *css, int tolerance)
{
    Typeset t = typeset_new(css);
    g_autoptr(GRand) random = g_rand_new_with_seed(1981);
    int found = 0;
    for (int i = 0; i < 150; i++) {
        g_autofree char *text = random_text(random, g_rand_int_range(random, 1, 10));
        DgPar *par = typeset_par(&t, typeset_block(&t, text), "en");
        DgLen measure = g_rand_int_range(random, 7, 20) * EM + g_rand_int_range(random, 0, 500);
        compare_with_oracle(&t, par, measure, tolerance);
        DgGlue glue = dg_glue(par, measure);
        found += dg_fit(t.arena, par, &glue, (DgPass){.tolerance = tolerance}).n;
    }
    g_assert_cmpint(found, >, 50); /* the comparison was about something */
    typeset_free(&t);
}

static void
test_justified_against_brute_force(void)
{
    run_oracle(SQUARE "} p { text-indent: 1em }", 3 * DG_RATIO);
}

static void
test_expansion_and_protrusion_against_brute_force(void)
{
    run_oracle(SQUARE "} @page { -dg-expansion: 2%; -dg-protrusion: auto }", 3 * DG_RATIO);
}

static void
test_one_hyphen_in_succession_against_brute_force(void)
{
    run_oracle(SQUARE "} @page { -dg-hyphen-limit: 1 } p { text-indent: -2em }", 4 * DG_RATIO);
}

static void
test_ragged_against_brute_force(void)
{
    run_oracle(SQUARE "text-align: left }", 2 * DG_RATIO);
}

static void
test_balanced_against_brute_force(void)
{
    run_oracle(SQUARE "text-align: center }", 2 * DG_RATIO);
}

static void
test_filled_last_line_against_brute_force(void)
{
    run_oracle(SQUARE "text-align-last: justify }", 12 * DG_RATIO);
}

/* Lines that end inside an address may be short. */
static void
test_addresses_against_brute_force(void)
{
    Typeset t = typeset_new(SQUARE "}");
    DgPar *par = typeset_par(
        &t, typeset_block(&t, "aa bb https://aaaa.example.org/bbbb/cccc?d=eeee cc dd"), "en");
    for (DgLen measure = 12 * EM; measure < 40 * EM; measure += EM * 7 / 10)
        compare_with_oracle(&t, par, measure, 6 * DG_RATIO);
    typeset_free(&t);
}

/* Two words, between which the space may grow to 0.7 em. */
static void
test_a_loose_line_costs_more_than_all_else(void)
{
    Typeset t = typeset_new(":root { font-family: \"PT Serif\"; font-size: 10pt; line-height: 12pt;"
                            "text-align: justify; hyphens: none } p { text-indent: 0 }"
                            "@page { -dg-expansion: 0%; -dg-protrusion: none }");
    DgPar *par = typeset_par(&t, typeset_block(&t, "word word word word"), "en");
    const DgBreak *a = &par->breaks[0], *b = &par->breaks[2];
    int64_t demerits[2];
    for (int more = 0; more < 2; more++) {
        DgGlue glue = dg_glue(par, dg_stretch_width(a, b) + DG_PT(7) - par->space + more);
        DgFit fit = dg_line_fit(&glue, par, a, b, DG_RATIO_MAX);
        g_assert_cmpint(dg_line_is_loose(&glue, a, b, &fit), ==, more);
        demerits[more] = dg_line_demerits(&glue, par, a, b, &fit);
    }
    g_assert_cmpint(demerits[1] - demerits[0], >, 25000000);
    typeset_free(&t);
}

/* What it adds to the price of a line that it ends in a hyphen; the weight in per cent. */
static int64_t
price_of_division(int weight, int *penalty)
{
    g_autofree char *rule = g_strdup_printf("-dg-hyphen-weight: %d%% }", weight),
                    *css = g_strconcat(SQUARE "} p { text-indent: 0; ", rule, NULL);
    Typeset t = typeset_new(css);
    DgPar *par = typeset_par(&t, typeset_block(&t, "aaaa aaaa aa\u00ADaa aaaa"), "en");
    DgGlue glue = dg_glue(par, 13 * EM);
    size_t divided = 0;
    while (divided < par->n_breaks && !par->breaks[divided].hyphen)
        divided++;
    g_assert_cmpuint(divided, <, par->n_breaks - 1);
    DgBreak plain = par->breaks[divided];
    *penalty = plain.penalty;
    plain.hyphen = plain.penalty = 0;
    DgFit fit = dg_line_fit(&glue, par, par->breaks, &par->breaks[divided], DG_RATIO_MAX);
    int64_t price = dg_line_demerits(&glue, par, par->breaks, &par->breaks[divided], &fit) -
                    dg_line_demerits(&glue, par, par->breaks, &plain, &fit);
    typeset_free(&t);
    return price;
}

/* The penalty of the place and what every division costs on top of it: the weight weighs both. */
static void
test_the_weight_weighs_all_that_a_division_costs(void)
{
    int penalty;
    int64_t whole = price_of_division(100, &penalty);
    g_assert_cmpint(penalty, >, 0);
    g_assert_cmpint(whole, >, (int64_t)penalty * penalty);
    g_assert_cmpint(price_of_division(900, &penalty), ==, 9 * whole);
    g_assert_cmpint(price_of_division(1, &penalty), ==, whole / 100);
}

/* ---- passes ---- */

static void
test_badness_is_that_of_tex(void)
{
    Typeset t = typeset_new(SQUARE "} p { text-indent: 0 }");
    DgPar *par = typeset_par(&t, typeset_block(&t, "aaaa aaaa aaaa"), "en");
    DgGlue glue = dg_glue(par, 10 * EM);
    const DgBreak *a = &par->breaks[0], *b = &par->breaks[2];
    g_assert_cmpint(dg_line_fit(&glue, par, a, b, DG_RATIO_MAX).badness, ==,
                    800); /* 1 em for half an em: 100 * 2^3 */
    glue = dg_glue(par, 9 * EM + EM / 4);
    g_assert_cmpint(dg_line_fit(&glue, par, a, b, DG_RATIO_MAX).badness, ==,
                    12); /* r = 1/2: tex.web gives 12 */
    g_assert_cmpint(dg_line_fit(&glue, par, a, b, DG_RATIO_MAX).fitness, ==, 1);
    glue = dg_glue(par, 9 * EM - EM / 3);
    g_assert_cmpint(dg_line_fit(&glue, par, a, b, DG_RATIO_MAX).fitness, ==, 0);
    glue = dg_glue(par, 8 * EM + EM / 2);
    g_assert_true(dg_line_fit(&glue, par, a, b, DG_RATIO_MAX).too_long);
    typeset_free(&t);
}

static void
test_no_way_within_the_tolerance(void)
{
    Typeset t = typeset_new(SQUARE "} p { text-indent: 0 }");
    DgPar *par = typeset_par(&t, typeset_block(&t, "aaaa aaaaaaaaaaaa a"), "en");
    DgGlue glue = dg_glue(par, 12 * EM);
    g_assert_cmpint(dg_fit(t.arena, par, &glue, (DgPass){.tolerance = 2 * DG_RATIO}).n, ==, 0);
    g_assert_cmpint(dg_fit(t.arena, par, &glue, (DgPass){.tolerance = DG_RATIO_MAX}).n, >, 0);
    glue = dg_glue(par, 10 * EM);
    g_assert_cmpint(dg_fit(t.arena, par, &glue, (DgPass){.tolerance = DG_RATIO_MAX}).n, ==, 0);
    DgPass last = {.tolerance = DG_RATIO_MAX, .overfull = true};
    g_assert_cmpint(dg_fit(t.arena, par, &glue, last).n, >, 0);
    typeset_free(&t);
}

/* A thousand lines: time and the number of ways stay in bounds. */
static void
test_a_long_paragraph(void)
{
    Typeset t = typeset_new(SQUARE "}");
    g_autoptr(GRand) random = g_rand_new_with_seed(5);
    g_autofree char *text = random_text(random, 6000);
    DgPar *par = typeset_par(&t, typeset_block(&t, text), "en");
    DgGlue glue = dg_glue(par, 30 * EM);
    g_test_timer_start();
    DgChoices choices = dg_fit(t.arena, par, &glue, (DgPass){.tolerance = DG_RATIO_MAX});
    g_assert_cmpfloat(g_test_timer_elapsed(), <, 20);
    g_assert_cmpint(choices.n, >, 0);
    g_assert_cmpint(choices.n, <, 20);
    g_assert_cmpint(choices.choices[choices.best].n_lines, >, 800);
    typeset_free(&t);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/fit/oracle/justified", test_justified_against_brute_force);
    g_test_add_func("/fit/oracle/expansion", test_expansion_and_protrusion_against_brute_force);
    g_test_add_func("/fit/oracle/hyphens", test_one_hyphen_in_succession_against_brute_force);
    g_test_add_func("/fit/oracle/ragged", test_ragged_against_brute_force);
    g_test_add_func("/fit/oracle/balanced", test_balanced_against_brute_force);
    g_test_add_func("/fit/oracle/filled", test_filled_last_line_against_brute_force);
    g_test_add_func("/fit/oracle/addresses", test_addresses_against_brute_force);
    g_test_add_func("/fit/loose", test_a_loose_line_costs_more_than_all_else);
    g_test_add_func("/fit/hyphen-weight", test_the_weight_weighs_all_that_a_division_costs);
    g_test_add_func("/fit/badness", test_badness_is_that_of_tex);
    g_test_add_func("/fit/no-way", test_no_way_within_the_tolerance);
    g_test_add_func("/fit/long", test_a_long_paragraph);
    return g_test_run();
}
