/* test-lines.c - src/line/lines.c, justify.c: lines as they are set */
#include "line-maker.h"

static const char russian[] =
    "Государства исходят из того, что нормы международного права применимы к использованию информационных "
    "технологий, однако порядок их применения нуждается в уточнении; рабочая группа открытого состава доказала, что "
    "согласие возможно даже в сложной обстановке, и предложила перечень мер, которые следует принять до конца года.";

static void
test_justified_lines_end_at_the_margin(void)
{
    Typeset t = typeset_new(
        ":root { font-family: \"PT Serif\"; font-size: 10pt; line-height: 12pt; text-align: justify;"
        "hyphens: auto } p { text-indent: 12pt } @page { -dg-expansion: 2%; -dg-protrusion: none; -dg-hyphen-limit: 3 }");
    for (DgLen measure = DG_MM(45); measure < DG_MM(90); measure += DG_MM(3)) {
        DgLines *lines = lines_of(&t, russian, "ru", measure);
        for (int v = 0; v < lines->n_variants; v++) {
            const DgBroken *broken = &lines->variants[v];
            g_assert_cmpint(broken->lines[0].x, ==, DG_PT(12));
            for (int i = 0; i < broken->n_lines; i++) {
                const DgLine *line = &broken->lines[i];
                g_assert_false(line->overfull);
                g_assert_cmpint(line->justified, ==, i + 1 < broken->n_lines);
                g_assert_cmpint(line->ratio, >=, 660);
                g_assert_cmpint(ABS(line->expansion), <=, 20);
                if (line->justified) /* expansion rounds parts of a word that are shaped apart */
                    g_assert_cmpint(ABS(line_end(&t, lines, line) - measure), <=, 3);
            }
        }
    }
    typeset_free(&t);
}

static void
test_variants_ascend(void)
{
    Typeset t = typeset_new(JUSTIFIED);
    DgLines *lines = lines_of(&t, "aaa bb aaa bb aaa bb aaa bb aaa bb aaa bb aaa bb aaa bb aaa bb",
                              "en", 20 * EM);
    g_assert_cmpint(lines->n_variants, >=, 1);
    for (int v = 0; v < lines->n_variants; v++) {
        g_assert_cmpint(lines->variants[v].demerits, >=, best_of(lines)->demerits);
        if (v > 0)
            g_assert_cmpint(lines->variants[v].n_lines, ==, lines->variants[v - 1].n_lines + 1);
    }
    typeset_free(&t);
}

static void
test_protrusion_moves_signs_into_the_margins(void)
{
    Typeset t = typeset_new(SQUARE "} p { text-indent: 0 } @page { -dg-protrusion: auto }");
    DgLines *lines = lines_of(&t, "«aa bb, «ccc dd", "en", 7 * EM);
    const DgLine *first = &best_of(lines)->lines[0];
    DgLen quote = dg_len_scale(EM * 7 / 8, 330, 1000), comma = dg_len_scale(EM, 400, 1000);
    g_assert_cmpint(ABS(first->x + quote), <, EM / 500); /* a third of its ink */
    g_assert_cmpint(ABS(line_end(&t, lines, first) - 7 * EM - comma), <, EM / 500); /* the most */
    g_assert_cmpint(best_of(lines)->lines[1].x, ==, first->x);
    typeset_free(&t);
}

/* Where the words stand too far apart a hyphen stays in the measure: it hangs only in lines that can spare the room. */
static void
test_in_loose_lines_nothing_hangs(void)
{
    Typeset t = typeset_new(
        ":root { font-family: \"PT Serif\"; font-size: 10pt; line-height: 12pt; text-align: justify;"
        "hyphens: auto } @page { -dg-expansion: 2%; -dg-protrusion: auto; -dg-hyphen-limit: 3 }");
    int hanging = 0, held = 0, between = 0;
    for (DgLen measure = DG_MM(30); measure < DG_MM(70); measure += DG_MM(1)) {
        DgLines *lines = lines_of(&t, russian, "ru", measure);
        for (int i = 0; i < best_of(lines)->n_lines; i++) {
            const DgLine *line = &best_of(lines)->lines[i];
            DgLen out = line_end(&t, lines, line) - measure;
            if (!line->justified || !line->hyphenated || line->overfull)
                continue;
            g_assert_cmpint(out, >=, -DG_LEN_UNIT / 20);
            g_assert_false(line->loose && out > DG_LEN_UNIT / 20);
            held += line->loose;
            hanging += out > DG_LEN_UNIT;
            between += !line->loose && out < DG_LEN_UNIT;
        }
    }
    g_assert_cmpint(hanging, >, 0);
    g_assert_cmpint(held, >, 0);
    g_assert_cmpint(between, >, 0);
    typeset_free(&t);
}

/* A line that ends inside an address leaves a short edge rather than a hole between its words. */
static void
test_addresses_leave_no_holes(void)
{
    Typeset t = typeset_new(JUSTIFIED);
    DgLines *lines =
        lines_of(&t, "aa bb https://aaaa.example.org/bbbbbbb/ccccccc cc dd", "en", 19 * EM);
    const DgLine *first = &best_of(lines)->lines[0];
    g_assert_cmpstr(line_text(&t, lines, 0), ==, "aa bb https://");
    g_assert_true(first->justified);
    g_assert_false(first->overfull || first->hyphenated);
    g_assert_cmpint(first->ratio, >, 1000);
    g_assert_cmpint(first->ratio, <, 2500);
    g_assert_cmpint(line_end(&t, lines, first), <, 19 * EM);
    typeset_free(&t);
}

static void
test_last_lines(void)
{
    Typeset t = typeset_new(SQUARE "} p { text-indent: 2em }");
    /* natural breaks would leave "b" alone; a looser line before avoids it */
    DgLines *lines = lines_of(&t, "aaaa aaaa aaaa aaaa aaaa aaaa aaaa aa b", "en", 18 * EM);
    const DgBroken *best = best_of(lines);
    g_assert_cmpint(best->lines[best->n_lines - 1].width, >, 2 * EM);
    typeset_free(&t);
}

static bool
ends_in_rest_of_word(const DgLines *lines, const DgBroken *broken)
{
    const DgLine *last = &broken->lines[broken->n_lines - 1];
    return broken->n_lines > 1 && last[-1].hyphenated &&
           dg_par_spaces(lines->par, last->first, last->last) == 0;
}

/* No page gains enough by a height whose last line is the end of a word to take it. */
static void
test_the_rest_of_a_word_is_no_last_line(void)
{
    Typeset t = typeset_new(
        ":root { font-family: \"PT Serif\"; font-size: 10pt; line-height: 12pt; text-align: justify;"
        "hyphens: auto } @page { -dg-expansion: 2%; -dg-protrusion: auto; -dg-hyphen-limit: 3 }");
    int dear = 0;
    for (DgLen measure = DG_MM(45); measure < DG_MM(110); measure += DG_MM(1)) {
        DgLines *lines = lines_of(&t, russian, "ru", measure);
        const DgBroken *best = best_of(lines);
        g_assert_false(ends_in_rest_of_word(lines, best));
        for (int v = 0; v < lines->n_variants; v++)
            if (ends_in_rest_of_word(lines, &lines->variants[v])) {
                g_assert_cmpint(lines->variants[v].demerits - best->demerits, >, 500000000);
                dear++;
            }
    }
    g_assert_cmpint(dear, >, 0);
    typeset_free(&t);
}

static void
test_hyphens_in_succession_are_limited(void)
{
    for (int limit = 1; limit <= 3; limit++) {
        g_autofree char *css = g_strdup_printf(
            ":root { font-family: \"PT Serif\"; font-size: 10pt; line-height: 12pt; text-align: justify; hyphens: auto }"
            "@page { -dg-hyphen-limit: %d }",
            limit);
        Typeset t = typeset_new(css);
        for (DgLen measure = DG_MM(30); measure < DG_MM(50); measure += DG_MM(2)) {
            const DgBroken *best = best_of(lines_of(&t, russian, "ru", measure));
            int hyphens = 0;
            for (int i = 0; i < best->n_lines; i++) {
                hyphens = best->lines[i].hyphenated ? hyphens + 1 : 0;
                g_assert_cmpint(hyphens, <=, limit);
            }
        }
        typeset_free(&t);
    }
}

static void
test_a_monster_is_cut_and_reported(void)
{
    Typeset t = typeset_new(JUSTIFIED);
    g_autofree char *monster = g_strnfill(300, 'x');
    g_autofree char *text = g_strdup_printf("a word %s and more", monster);
    const DgBroken *best = best_of(lines_of(&t, text, "en", 30 * EM));
    for (int i = 0; i < best->n_lines; i++)
        g_assert_false(best->lines[i].overfull);
    g_assert_cmpuint(dg_diags_count(t.diags, DG_LINE_OVERFULL), ==, 0);
    g_assert_cmpuint(dg_diags_count(t.diags, DG_LINE_CUT), ==, 1);
    typeset_free(&t);
}

/* "abcdefghijkl" in a column of three letters needs five hyphens; three are allowed in succession. */
static void
test_hyphens_rather_than_a_line_too_long(void)
{
    Typeset t = typeset_new(JUSTIFIED);
    const char *word = "ab\xC2\xAD"
                       "cd\xC2\xAD"
                       "ef\xC2\xAD"
                       "gh\xC2\xAD"
                       "ij\xC2\xAD"
                       "kl";
    const DgBroken *best = best_of(lines_of(&t, word, "en", 3 * EM));
    g_assert_cmpint(best->n_lines, ==, 6);
    for (int i = 0; i < 5; i++)
        g_assert_true(best->lines[i].hyphenated && !best->lines[i].overfull);
    g_assert_cmpint(dg_diags_worst(t.diags), ==, DG_INFO);
    best = best_of(lines_of(&t, word, "en", 2 * EM)); /* not even a hyphen has room */
    g_assert_true(best->lines[0].overfull);
    typeset_free(&t);
}

static void
test_overfull_as_the_last_resort(void)
{
    Typeset t = typeset_new(JUSTIFIED);
    const DgBroken *best = best_of(lines_of(&t, "aa bbbb cc", "en", 3 * EM));
    g_assert_cmpint(best->n_lines, ==, 3);
    g_assert_true(best->lines[1].overfull);
    g_assert_false(best->lines[0].overfull || best->lines[2].overfull);
    const DgDiag *diags = NULL;
    g_assert_cmpuint(dg_diags_count(t.diags, DG_LINE_OVERFULL), ==, 1);
    g_assert_cmpuint(dg_diags_sorted(t.arena, t.diags, &diags), ==, 1);
    g_assert_cmpstr(diags[0].argument[0], ==, "10");
    g_assert_cmpstr(diags[0].argument[1], ==, "bbbb");
    typeset_free(&t);
}

/* A part of a per mille too wide: still narrower glyphs, not a line too long. */
static void
test_hardly_too_wide(void)
{
    Typeset t = typeset_new(JUSTIFIED "@page { -dg-expansion: 2%; }");
    const DgBroken *best =
        best_of(lines_of(&t, "abcdefghijabcdefghijabcdefghij bb", "en", 30 * EM - DG_LEN_UNIT / 5));
    g_assert_cmpint(best->n_lines, ==, 2);
    g_assert_cmpint(best->lines[0].expansion, <, 0);
    g_assert_false(best->lines[0].overfull);
    best = best_of(lines_of(&t, "abcdefghijabcdefghijabcdefghij bb", "en", 30 * EM + DG_PT(4)));
    g_assert_cmpint(best->lines[0].expansion, ==,
                    10); /* of 13 wanted; the next step would be too much */
    g_assert_false(best->lines[0].overfull);
    g_assert_cmpuint(dg_diags_count(t.diags, DG_LINE_OVERFULL), ==, 0);
    typeset_free(&t);
}

static void
test_degenerate_measures(void)
{
    static const DgLen measures[] = {-DG_PT(5), 0, 1, DG_PT(1), DG_LEN_MAX};
    static const char *const texts[] = {"",
                                        " ",
                                        "a",
                                        "word and word",
                                        "\xC2\xA0",
                                        "a\xC2\xAD"
                                        "b"};
    Typeset t = typeset_new(JUSTIFIED);
    for (size_t i = 0; i < G_N_ELEMENTS(measures); i++)
        for (size_t j = 0; j < G_N_ELEMENTS(texts); j++) {
            DgLines *lines = lines_of(&t, texts[j], "en", measures[i]);
            g_assert_cmpint(best_of(lines)->n_lines, >=, 1);
            g_assert_cmpint(dg_lines_count(t.arena, lines->par, measures[i]).lines, >=, 1);
            const DgBroken *best = best_of(lines);
            g_assert_cmpuint(best->lines[best->n_lines - 1].last, ==, lines->par->n_breaks - 1);
        }
    typeset_free(&t);
}

/* Letters without a break for two and a half million points: sums of widths wrap around on the way. */
static void
test_an_endless_word(void)
{
    Typeset t = typeset_new(JUSTIFIED "p { font-size: 100pt }");
    g_autofree char *word = g_strnfill(25000, 'x');
    DgLines *lines = lines_of(&t, word, "en", 200 * EM);
    g_assert_cmpint(best_of(lines)->n_lines, ==, 1250);
    for (int i = 0; i < best_of(lines)->n_lines; i++)
        g_assert_false(best_of(lines)->lines[i].overfull);
    g_assert_cmpint(lines->par->natural, ==, 250000 * EM);
    g_assert_cmpint(dg_lines_count(t.arena, lines->par, 200 * EM).lines, ==, 1250);
    typeset_free(&t);
}

static void
test_forced_breaks(void)
{
    Typeset t = typeset_new(JUSTIFIED);
    DgNode *block = typeset_block(&t, "aa bb");
    typeset_inline(&t, block, DG_BREAK, NULL);
    typeset_inline(&t, block, DG_BREAK, NULL);
    dg_node_append(block, dg_text_new(t.arena, "cc", DG_NOWHERE));
    DgLines *lines = dg_lines_break(t.arena, t.diags, typeset_par(&t, block, "en"), 30 * EM);
    g_assert_cmpint(best_of(lines)->n_lines, ==, 3);
    g_assert_false(best_of(lines)->lines[0].justified);
    g_assert_cmpint(best_of(lines)->lines[1].width, ==, 0);
    g_assert_cmpint(dg_lines_count(t.arena, lines->par, 30 * EM).lines, ==, 3);
    typeset_free(&t);
}

static void
test_notes_stand_with_their_lines(void)
{
    Typeset t = typeset_new(JUSTIFIED);
    DgNode *block = typeset_block(&t, "aaaa bbbb");
    typeset_inline(&t, block, DG_NOTE_MARK, NULL)->as.note_mark.note =
        dg_node_new(t.arena, DG_NOTE, DG_NOWHERE);
    dg_node_append(block, dg_text_new(t.arena, " cccc dddd", DG_NOWHERE));
    typeset_inline(&t, block, DG_NOTE_MARK, NULL)->as.note_mark.note =
        dg_node_new(t.arena, DG_NOTE, DG_NOWHERE);
    DgLines *lines = dg_lines_break(t.arena, t.diags, typeset_par(&t, block, "en"), 5 * EM);
    const DgLine *line = best_of(lines)->lines;
    g_assert_cmpint(best_of(lines)->n_lines, ==, 4);
    g_assert_cmpuint(line[0].n_notes, ==, 0);
    g_assert_cmpuint(line[1].n_notes, ==, 1);
    g_assert_cmpuint(line[1].first_note, ==, 0);
    g_assert_cmpuint(line[2].n_notes, ==, 0);
    g_assert_cmpuint(line[3].n_notes, ==, 1);
    g_assert_cmpuint(line[3].first_note, ==, 1);
    typeset_free(&t);
}

/* What the column ratio is judged by is what is set. */
static void
test_counted_are_the_lines_that_are_set(void)
{
    Typeset t = typeset_new(
        ":root { font-family: \"PT Serif\"; font-size: 10pt; line-height: 12pt; text-align: justify;"
        "hyphens: auto } @page { -dg-expansion: 2% }");
    int faults = 0;
    for (DgLen measure = DG_MM(15); measure < DG_MM(60); measure += DG_MM(4)) {
        DgLines *lines = lines_of(&t, russian, "ru", measure);
        DgLineCount count = dg_lines_count(t.arena, lines->par, measure);
        int bad = 0;
        for (int i = 0; i < best_of(lines)->n_lines; i++)
            bad += best_of(lines)->lines[i].loose || best_of(lines)->lines[i].overfull;
        g_assert_cmpint(count.lines, ==, best_of(lines)->n_lines);
        g_assert_cmpint(count.faults, ==, bad);
        faults += bad;
    }
    g_assert_cmpint(faults, >, 0);
    typeset_free(&t);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/lines/justified", test_justified_lines_end_at_the_margin);
    g_test_add_func("/lines/variants", test_variants_ascend);
    g_test_add_func("/lines/protrusion", test_protrusion_moves_signs_into_the_margins);
    g_test_add_func("/lines/loose-hang", test_in_loose_lines_nothing_hangs);
    g_test_add_func("/lines/addresses", test_addresses_leave_no_holes);
    g_test_add_func("/lines/last", test_last_lines);
    g_test_add_func("/lines/rest-of-word", test_the_rest_of_a_word_is_no_last_line);
    g_test_add_func("/lines/hyphens", test_hyphens_in_succession_are_limited);
    g_test_add_func("/lines/monster", test_a_monster_is_cut_and_reported);
    g_test_add_func("/lines/many-hyphens", test_hyphens_rather_than_a_line_too_long);
    g_test_add_func("/lines/overfull", test_overfull_as_the_last_resort);
    g_test_add_func("/lines/hardly-too-wide", test_hardly_too_wide);
    g_test_add_func("/lines/degenerate", test_degenerate_measures);
    g_test_add_func("/lines/endless", test_an_endless_word);
    g_test_add_func("/lines/forced", test_forced_breaks);
    g_test_add_func("/lines/notes", test_notes_stand_with_their_lines);
    g_test_add_func("/lines/count", test_counted_are_the_lines_that_are_set);
    return g_test_run();
}
