/* test-formula.c - src/read/jats-formula*.c, jats-mathml.c: formulas in TeX and MathML as running text.
 * The text of a formula: ‹italic›, «bold», ^{raised}, _{lowered}, |lined|, U+2009 as "'". */
#include "diglot/read.h"

#include "jats-formula-internal.h"

#include <glib/gstdio.h>
#include <unistd.h>

static const struct {
    const char *tex, *shown;
} formulas[] = {
    {"x", "‹x›"},
    {"E = mc^2", "‹E› = ‹mc›^{2}"},
    {"a+b-c", "‹a› + ‹b› − ‹c›"},
    {"-x", "−‹x›"},
    {"f(x)-1", "‹f›(‹x›) − 1"},
    {"(-1)^n", "(−1)^{‹n›}"},
    {"x_i^2", "‹x›_{‹i›}^{2}"},
    {"x^2_i", "‹x›_{‹i›}^{2}"},
    {"x_{ij}", "‹x›_{‹ij›}"},
    {"x'_1", "‹x›′_{1}"},
    {"^{14}\\mathrm{C}", "^{14}C"},
    {"\\frac{a}{b}", "‹a›/‹b›"},
    {"\\frac{a+b}{2}", "(‹a› + ‹b›)/2"},
    {"\\frac12", "1/2"},
    {"\\sqrt{2}", "√2"},
    {"\\sqrt[3]{x+1}", "√(‹x› + 1)^{3}"},
    {"\\alpha\\,\\Omega", "‹α›'Ω"},
    {"\\sum_{i=1}^{n} a_i", "∑_{‹i›=1}^{‹n›}‹a›_{‹i›}"},
    {"\\sin x", "sin ‹x›"},
    {"\\sin(x)", "sin(‹x›)"},
    {"\\lim_{x\\to 0} f", "lim_{‹x›→0} ‹f›"},
    {"\\hat{p}", "‹p\u0302›"},
    {"\\hat e", "‹ê›"},
    {"\\widehat{pq}", "(‹pq›)ˆ"},
    {"\\bar{x}+\\overline{ab}", "‹x̄› + |‹ab›|"},
    {"\\text{if }x>0", "if ‹x› > 0"},
    {"\\text{100\\% of \\emph{all}}", "100% of all"},
    {"\\mathrm{max}\\,\\mathbf{v}", "max'«v»"},
    {"{\\bf v}w", "«v»‹w›"},
    {"\\mathbb{R}^n", "ℝ^{‹n›}"},
    {"\\left( \\frac{1}{2} \\right]", "(1/2]"},
    {"\\left. x \\right|_{0}", "‹x›|_{0}"},
    {"\\lvert q\\rvert < 1", "|‹q›| < 1"},
    {"\\{1,2\\}", "{1, 2}"},
    {"3.14 + 2{,}5", "3.14 + 2,5"},
    {"\\binom{n}{k}", "(‹n›; ‹k›)"},
    {"\\begin{pmatrix} 1 & 0 \\\\ 0 & 1 \\end{pmatrix}", "(1 0; 0 1)"},
    {"\\begin{cases} a & b\\\\[2pt] c \\end{cases}", "{‹a› ‹b›; ‹c›"},
    {"\\begin{array}{cc} 1 & 2 \\end{array}", "1 2"},
    {"\\begin{equation} a \\end{equation}", "‹a›"},
    {"\\underset{w}{\\mathop{\\min }}\\,H", "min_{‹w›}'‹H›"},
    {"a \\not= b \\not\\in C", "‹a› ≠ ‹b› ∉ ‹C›"},
    {"\\operatorname{rank} A", "rank ‹A›"},
    {"\\( {{\\mathcal{L}}_{1}}\\left( f,g \\right)\\le 2~\\)", "‹L›_{1}(‹f›, ‹g›) ≤ 2"},
    {"$$a\\hspace{.5em}b\\label{eq}$$", "‹ab›"},
    {"\\ldots \\infty", "…∞"},
    {"% a remark\nx", "‹x›"},
    {"\\documentclass{a}\\usepackage{b}\\begin{document}$y$\\end{document}", "‹y›"},
    /* bad TeX: as far as it goes */
    {"{a", "‹a›"},
    {"a}b", "‹ab›"},
    {"\\frac{a", "‹a›/"},
    {"x^", "‹x›"},
    {"\\left( a", "(‹a›"},
    {"a \\right) b", "‹ab›"},
    {"a \\end{x} b", "‹ab›"},
    {"\\begin{matrix} a & b", "‹a› ‹b›"},
    {"\\", ""},
    {"\\sqrt[", "√"},
};

static void
put_node(GString *out, const DgNode *node)
{
    static const struct {
        const char *open, *close;
    } signs[] = {
        [DG_ITALIC] = {"‹", "›"},       [DG_BOLD] = {"«", "»"},     [DG_SUBSCRIPT] = {"_{", "}"},
        [DG_SUPERSCRIPT] = {"^{", "}"}, [DG_OVERLINE] = {"|", "|"}, [DG_UNDERLINE] = {"|", "|"},
    };
    for (const DgNode *child = node->first; child; child = child->next) {
        bool styled = child->kind == DG_STYLED;
        g_string_append(out, styled ? signs[child->as.styled.styling].open : "");
        g_string_append(out, child->kind == DG_TEXT ? child->text : "");
        put_node(out, child);
        g_string_append(out, styled ? signs[child->as.styled.styling].close : "");
    }
}

/* Letters side by side in italics are one word. */
static char *
shown(const DgNode *formula)
{
    GString *out = g_string_new(NULL);
    put_node(out, formula);
    g_string_replace(out, "\u2009", "'", 0);
    g_string_replace(out, "›‹", "", 0);
    return g_string_free(out, FALSE);
}

static DgVolume *
read_body(DgArena *arena, DgDiags *diags, const char *body)
{
    g_autofree char *folder = g_dir_make_tmp("diglot-XXXXXX", NULL);
    g_autofree char *path = g_build_filename(folder, "x.xml", NULL);
    g_autofree char *picture = g_build_filename(folder, "x.png", NULL);
    g_autofree char *xml = g_strdup_printf(
        "<article xml:lang=\"en\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" "
        "xmlns:mml=\"http://www.w3.org/1998/Math/MathML\"><body>%s</body></article>",
        body);
    g_assert_true(g_file_set_contents(path, xml, -1, NULL));
    g_assert_true(g_file_set_contents(picture, "", 0, NULL));
    DgVolume *volume = dg_volume_read(arena, diags, path, NULL);
    g_unlink(path);
    g_unlink(picture);
    g_rmdir(folder);
    g_assert_nonnull(volume);
    return volume;
}

static const DgNode *
find(const DgVolume *volume, DgKind kind)
{
    for (DgWalk walk = dg_walk(volume->items[0]->text[DG_LEFT].body); dg_walk_next(&walk);)
        if (walk.entering && walk.node->kind == kind)
            return walk.node;
    return NULL;
}

static void
test_tex(void)
{
    for (size_t i = 0; i < G_N_ELEMENTS(formulas); i++) {
        DgArena *arena = dg_arena_new();
        DgDiags *diags = dg_diags_new(arena);
        g_autofree char *body = g_strdup_printf(
            "<p>.<inline-formula><tex-math><![CDATA[%s]]></tex-math></inline-formula></p>",
            formulas[i].tex);
        const DgNode *formula = find(read_body(arena, diags, body), DG_INLINE_FORMULA);
        g_autofree char *text = formula ? shown(formula) : g_strdup("");
        if (strcmp(g_strstrip(text), formulas[i].shown) != 0) {
            g_test_message("%s: %s instead of %s", formulas[i].tex, text, formulas[i].shown);
            g_test_fail();
        }
        g_assert_cmpuint(dg_diags_count(diags, DG_JATS_TEX), ==, 0);
        g_assert_true(!formula || !formula->alt);
        dg_arena_free(arena);
    }
}

static void
test_what_is_unknown_is_named(void)
{
    DgArena *arena = dg_arena_new();
    const char *unknown = NULL;
    tex_read(arena, "\\foo{a} \\bar \\foo \\baz", DG_NOWHERE, &unknown);
    g_assert_cmpstr(unknown, ==, "\\foo \\baz");
    DgDiags *diags = dg_diags_new(arena);
    const DgNode *formula =
        find(read_body(arena, diags,
                       "<p>.<inline-formula><tex-math>\\foo{a}</tex-math></inline-formula></p>"),
             DG_INLINE_FORMULA);
    g_autofree char *text = shown(formula);
    g_assert_cmpstr(g_strstrip(text), ==, "foo ‹a›");
    g_assert_cmpstr(formula->alt, ==, "\\foo{a}");
    g_assert_cmpuint(dg_diags_count(diags, DG_JATS_TEX), ==, 1);
    dg_arena_free(arena);
}

/* Depth, length and bytes of any kind: it ends, and every character of a short sign moves on. */
static void
test_hostile_tex(void)
{
    DgArena *arena = dg_arena_new();
    static const char *const parts[] = {"{", "\\left(", "\\begin{matrix}", "\\frac", "_", "\\sqrt[",
                                        "&", "}"};
    for (size_t i = 0; i < G_N_ELEMENTS(parts); i++) {
        g_autoptr(GString) deep = g_string_new(NULL);
        for (int j = 0; j < 3000; j++)
            g_string_append(deep, parts[i]);
        const char *unknown = NULL;
        g_assert_nonnull(tex_read(arena, deep->str, DG_NOWHERE, &unknown));
    }
    g_autoptr(GRand) random = g_rand_new_with_seed(7);
    static const char signs[] = "\\{}[]^_&$~%'ab1+-. \n()lrendbgifxt";
    for (int i = 0; i < 3000; i++) {
        char tex[41] = "";
        for (int j = 0; j < 40; j++)
            tex[j] = signs[g_rand_int_range(random, 0, sizeof signs - 1)];
        const char *unknown = NULL;
        g_assert_nonnull(tex_read(arena, tex, DG_NOWHERE, &unknown));
    }
    dg_arena_free(arena);
}

static const struct {
    const char *mathml, *shown;
} mathml[] = {
    {"<mml:mi>x</mml:mi><mml:mo>=</mml:mo><mml:mi mathvariant=\"bold\">v</mml:mi>", "‹x› = «v»"},
    {"<mml:mo>)</mml:mo><mml:mo>-</mml:mo><mml:mn>1</mml:mn>", ") - 1"},
    {"<mml:mover accent=\"true\"><mml:mi>e</mml:mi><mml:mo>^</mml:mo></mml:mover>", "‹ê›"},
    {"<mml:mover accent=\"true\"><mml:mrow><mml:mi>a</mml:mi><mml:mi>b</mml:mi></mml:mrow>"
     "<mml:mo>¯</mml:mo></mml:mover>",
     "|‹ab›|"},
    {"<mml:mover accent=\"true\"><mml:mi>x</mml:mi><mml:mo>⏞</mml:mo></mml:mover>", "‹x›⏞"},
    {"<mml:menclose notation=\"top\"><mml:mi>x</mml:mi></mml:menclose>", "|‹x›|"},
    {"<mml:msub><mml:mi>lim</mml:mi><mml:mi>n</mml:mi></mml:msub><mml:mi>x</mml:mi>",
     "lim_{‹n›} ‹x›"},
    {"<mml:mi>sin</mml:mi><mml:mo>(</mml:mo><mml:mi>x</mml:mi><mml:mo>)</mml:mo>", "sin(‹x›)"},
};

static void
test_mathml(void)
{
    for (size_t i = 0; i < G_N_ELEMENTS(mathml); i++) {
        DgArena *arena = dg_arena_new();
        DgDiags *diags = dg_diags_new(arena);
        g_autofree char *body = g_strdup_printf(
            "<p>.<inline-formula><mml:math>%s</mml:math></inline-formula></p>", mathml[i].mathml);
        g_autofree char *text = shown(find(read_body(arena, diags, body), DG_INLINE_FORMULA));
        g_assert_cmpstr(g_strstrip(text), ==, mathml[i].shown);
        dg_arena_free(arena);
    }
}

static const struct {
    const char *tex, *href;
    DgKind kind;
} forms[] = {
    {"x", "x.png", DG_TEXT},               /* TeX that is understood */
    {"\\foo", "x.png", DG_INLINE_GRAPHIC}, /* else the picture */
    {"\\foo", "none.png", DG_TEXT},        /* if it is there */
};

static void
test_a_picture_stands_for_unknown_tex(void)
{
    for (size_t i = 0; i < G_N_ELEMENTS(forms); i++) {
        DgArena *arena = dg_arena_new();
        DgDiags *diags = dg_diags_new(arena);
        g_autofree char *body = g_strdup_printf(
            "<p>.<inline-formula><alternatives><tex-math>%s</tex-math><inline-graphic xlink:href=\"%s\"/>"
            "</alternatives></inline-formula></p>",
            forms[i].tex, forms[i].href);
        const DgNode *formula = find(read_body(arena, diags, body), DG_INLINE_FORMULA);
        const DgNode *first = formula->first;
        while (first->kind == DG_STYLED)
            first = first->first;
        g_assert_cmpint(first->kind, ==, forms[i].kind);
        if (first->kind == DG_INLINE_GRAPHIC)
            g_assert_cmpstr(first->alt, ==, forms[i].tex);
        g_assert_cmpuint(dg_diags_count(diags, DG_JATS_TEX), ==, i == 2);
        g_assert_cmpuint(dg_diags_count(diags, DG_FIGURE_MISSING), ==, 0);
        dg_arena_free(arena);
    }
}

/* By itself a picture is a figure of its own size, not one in a line; words of the author hold. */
static void
test_display(void)
{
    DgArena *arena = dg_arena_new();
    DgDiags *diags = dg_diags_new(arena);
    const DgVolume *volume =
        read_body(arena, diags,
                  "<p>.</p><disp-formula><label>(1)</label><alternatives><tex-math>\\foo</tex-math>"
                  "<graphic xlink:href=\"x.png\"/></alternatives></disp-formula>");
    const DgNode *figure = find(volume, DG_FIGURE);
    g_assert_nonnull(figure);
    g_assert_cmpstr(figure->label, ==, "(1)");
    g_assert_cmpstr(find(volume, DG_GRAPHIC)->alt, ==, "\\foo");
    volume = read_body(arena, diags,
                       "<p>.</p><disp-formula><alt-text>x squared</alt-text>"
                       "<tex-math>x^2</tex-math></disp-formula>");
    g_assert_cmpstr(find(volume, DG_FORMULA)->alt, ==, "x squared");
    g_autofree char *text = shown(find(volume, DG_FORMULA));
    g_assert_cmpstr(text, ==, "‹x›^{2}");
    dg_arena_free(arena);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/read/formula/tex", test_tex);
    g_test_add_func("/read/formula/unknown", test_what_is_unknown_is_named);
    g_test_add_func("/read/formula/hostile", test_hostile_tex);
    g_test_add_func("/read/formula/mathml", test_mathml);
    g_test_add_func("/read/formula/picture", test_a_picture_stands_for_unknown_tex);
    g_test_add_func("/read/formula/display", test_display);
    return g_test_run();
}
