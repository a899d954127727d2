/* test-style.c - src/style: syntax, cascade, values, the style sheets that ship */
#include "style-internal.h"

#include <glib.h>
#include <glib/gstdio.h>
#include <string.h>

typedef struct {
    DgArena *arena;
    DgDiags *diags;
    Declarations sheet;
} Fixture;

static Fixture
parse(const char *css)
{
    Fixture f = {.arena = dg_arena_new()};
    f.diags = dg_diags_new(f.arena);
    css_parse(f.arena, f.diags, css, &(Sheet){NULL, "print.css", NULL}, &f.sheet);
    return f;
}

static DgBlockStyle *
block(Fixture *f, DgRole role, const char *lang)
{
    return cascade_block(f->arena, f->diags, &f->sheet, role, lang);
}

static void
test_roles_win_over_root_and_languages_over_all(void)
{
    Fixture f =
        parse("h1:lang(ru){font-size:14pt} h1{font-size:12pt} :root{font-size:9pt;line-height:1.25}"
              ":root:lang(en){color:#102030}");
    g_assert_cmpint(block(&f, DG_ROLE_H1, "ru")->font.size, ==, DG_PT(14));
    g_assert_cmpint(block(&f, DG_ROLE_H1, "en")->font.size, ==, DG_PT(12));
    g_assert_cmpint(block(&f, DG_ROLE_H1, "en")->font.leading, ==, DG_PT(15));
    g_assert_cmpint(block(&f, DG_ROLE_P, "ru")->font.size, ==, DG_PT(9));
    g_assert_cmphex(block(&f, DG_ROLE_P, "en")->font.color, ==, 0x102030);
    g_assert_cmphex(block(&f, DG_ROLE_P, "ru")->font.color, ==, 0);
    g_assert_cmpint(dg_diags_worst(f.diags), ==, DG_INFO);
    dg_arena_free(f.arena);
}

static void
test_em_refers_to_the_size_of_the_role(void)
{
    Fixture f = parse("note{text-indent:2em;font-size:80%;margin-top:1em} :root{font-size:10pt}");
    const DgBlockStyle *note = block(&f, DG_ROLE_NOTE, NULL);
    g_assert_cmpint(note->font.size, ==, DG_PT(8));
    g_assert_cmpint(note->indent, ==, DG_PT(16));
    g_assert_cmpint(note->space_before, ==, DG_PT(8));
    dg_arena_free(f.arena);
}

static void
test_some_roles_are_kinds_of_others(void)
{
    static const struct {
        DgRole role;
        int size;
        bool italic;
    } cases[] = {{DG_ROLE_CELL_SECOND, 8, true},        {DG_ROLE_ITEM_PERSONS, 11, false},
                 {DG_ROLE_ITEM_AFFILIATIONS, 9, true},  {DG_ROLE_HALF_TITLE_SECOND, 12, true},
                 {DG_ROLE_INNER_PART_TITLE, 16, false}, {DG_ROLE_PART_TITLE, 20, false}};
    Fixture f = parse("cell{font-size:8pt} item-person{font-size:11pt} half-title{font-size:12pt}"
                      "part-title{font-size:20pt} inner-part-title{font-size:16pt}"
                      "item-affiliation{font-size:9pt;font-style:italic}");
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        const DgBlockStyle *style = block(&f, cases[i].role, NULL);
        g_assert_cmpint(style->font.size, ==, DG_PT(cases[i].size));
        g_assert_cmpint(style->font.italic, ==, cases[i].italic);
    }
    dg_arena_free(f.arena);
}

static void
test_figures_and_features(void)
{
    static const struct {
        const char *css;
        int numerals;
        const char *features;
        int wrong;
    } cases[] = {
        {"p{font-variant-numeric:tabular-nums oldstyle-nums;font-feature-settings:\"ss01\" on, \"liga\" off}",
         DG_NUMERALS_TABULAR | DG_NUMERALS_OLDSTYLE, "ss01=1,liga=0", 0},
        {"p{font-variant-numeric:normal;font-feature-settings:\"cv02\" 3,\"frac\"}", 0,
         "cv02=3,frac=1", 0},
        {"p{font-feature-settings:\"ss01\"} p{font-feature-settings:normal}", 0, NULL, 0},
        {"p{font-variant-numeric:normal lining-nums}", 0, NULL, 1},
        {"p{font-variant-numeric:roman}", 0, NULL, 1},
        {"p{font-feature-settings:ss01}", 0, NULL, 1},
        {"p{font-feature-settings:\"ss01\" maybe}", 0, NULL, 1},
        {"p{font-feature-settings:\"ss01\",}", 0, NULL, 1},
        {"p{font-feature-settings:\"toolong\"}", 0, NULL, 1},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        Fixture f = parse(cases[i].css);
        const DgFontStyle *font = &block(&f, DG_ROLE_P, NULL)->font;
        g_test_message("%s", cases[i].css);
        g_assert_cmpint(font->numerals, ==, cases[i].numerals);
        g_assert_cmpstr(font->features, ==, cases[i].features);
        g_assert_cmpuint(dg_diags_count(f.diags, DG_STYLE_VALUE), ==, cases[i].wrong);
        dg_arena_free(f.arena);
    }
}

static void
test_the_page(void)
{
    Fixture f =
        parse("@page{size:A4;margin:10mm 20mm 30mm 40mm;-dg-expansion:1.5%;-dg-column-ratio:0.52}");
    const DgPageStyle *page = cascade_page(f.arena, f.diags, &f.sheet);
    g_assert_cmpint(page->width, ==, DG_MM(210));
    g_assert_cmpint(ABS(page->top - DG_MM(10)), <=, 1);
    g_assert_cmpint(ABS(page->outer - DG_MM(20)), <=, 1);
    g_assert_cmpint(ABS(page->bottom - DG_MM(30)), <=, 1);
    g_assert_cmpint(ABS(page->inner - DG_MM(40)), <=, 1);
    g_assert_cmpint(page->expansion, ==, 15);
    g_assert_cmpfloat(page->column_ratio, ==, 0.52);
    g_assert_cmpint(dg_diags_worst(f.diags), ==, DG_INFO);
    dg_arena_free(f.arena);
}

/* The content of the box as a sheet would say it, "-" for nothing. */
static char *
box_text(const MarginRules *rules, const char *kind, bool first, bool verso, DgBoxPlace place)
{
    static const char *const words[] = {"person", "title",  "part", "volume",
                                        "text",   "number", "count"};
    const DgMarginBox *box = margin_rules_find(rules, kind, first, verso, place);
    GString *text = g_string_new(box ? NULL : "-");
    for (size_t i = 0; box && i < box->n; i++)
        g_string_append_printf(text, "%s%s%s", i ? " " : "",
                               box->parts[i].content == DG_HEAD_TEXT ? box->parts[i].text
                                                                     : words[box->parts[i].content],
                               box->parts[i].side == DG_RIGHT ? "2" : "");
    return g_string_free(text, FALSE);
}

static const struct {
    const char *css, *kind;
    bool first, verso;
    DgBoxPlace place;
    const char *text;
} boxes[] = {
    /* the built-in sheet holds where the sheets are silent */
    {"", "item", false, true, DG_BOX_TOP_LEFT, "person"},
    {"", "item", false, false, DG_BOX_TOP_RIGHT, "title2"},
    {"", "item", false, false, DG_BOX_TOP_LEFT, "-"},
    {"", "item", true, false, DG_BOX_TOP_RIGHT, "-"},
    {"", "item", true, false, DG_BOX_BOTTOM_RIGHT, "number"},
    {"@page{@top-center{content:none}}", "item", false, true, DG_BOX_TOP_LEFT, "-"},
    {"@page{@top-center{content:none}}", "item", false, true, DG_BOX_BOTTOM_LEFT, "number"},
    {"@page{@bottom-center{content:\"— \" counter(page) \" / \"counter(pages)}}", "item", true,
     true, DG_BOX_BOTTOM_CENTER, "—  number  /  count"},
    {"@page{@bottom-center{content:counter(page)}}", "item", true, true, DG_BOX_BOTTOM_LEFT, "-"},
    /* a kind of pages over :first over sides over all; of equal rules the later */
    {"@page part{@top-left{content:\"P\"}}@page :left{@top-left{content:\"L\"}}", "part", false,
     true, DG_BOX_TOP_LEFT, "P"},
    {"@page part{@top-left{content:\"P\"}}@page :left{@top-left{content:\"L\"}}", "item", false,
     true, DG_BOX_TOP_LEFT, "L"},
    {"@page part, item:right{@top-left{content:\"X\"}}", "item", false, true, DG_BOX_TOP_LEFT, "-"},
    {"@page part, item:right{@top-left{content:\"X\"}}", "item", false, false, DG_BOX_TOP_LEFT,
     "X"},
    {"@page{@top-left{content:\"a\"}}@page{@top-left{content:\"b\"}}", NULL, false, true,
     DG_BOX_TOP_LEFT, "b"},
    /* what opens has a head only when a rule for :first says so */
    {"@page item{@top-left{content:\"a\"}}", "item", true, true, DG_BOX_TOP_LEFT, "-"},
    {"@page item:first{@top-left{content:\"a\"}}", "item", true, true, DG_BOX_TOP_LEFT, "a"},
    {"@page item:first{@top-left{content:\"a\"}}", "item", false, true, DG_BOX_TOP_LEFT, "-"},
    {"@page :first{@bottom-left{content:none}}@page{@bottom-left{content:counter(page)}}", "item",
     true, true, DG_BOX_BOTTOM_LEFT, "-"},
};

static void
test_margin_boxes(void)
{
    for (size_t i = 0; i < G_N_ELEMENTS(boxes); i++) {
        g_test_message("%zu: %s", i, boxes[i].css);
        Fixture f = {.arena = dg_arena_new()};
        f.diags = dg_diags_new(f.arena);
        sheet_read_initial(f.arena, f.diags, &f.sheet);
        css_parse(f.arena, f.diags, boxes[i].css, &(Sheet){NULL, "print.css", NULL}, &f.sheet);
        const MarginRules *rules = margin_rules_make(f.arena, f.diags, &f.sheet);
        g_autofree char *text =
            box_text(rules, boxes[i].kind, boxes[i].first, boxes[i].verso, boxes[i].place);
        g_assert_cmpstr(text, ==, boxes[i].text);
        g_assert_cmpint(dg_diags_worst(f.diags), ==, DG_INFO);
        dg_arena_free(f.arena);
    }
}

static void
test_further_families_lend_characters(void)
{
    Fixture f = parse(":root{font-family:\"PT Serif\", 'DejaVu Serif',\"X Y\"}");
    const DgBlockStyle *p = block(&f, DG_ROLE_P, NULL);
    g_assert_cmpstr(p->font.family, ==, "PT Serif");
    const char *rest = p->fallbacks;
    g_assert_cmpstr(family_next(f.arena, &rest), ==, "DejaVu Serif");
    g_assert_cmpstr(family_next(f.arena, &rest), ==, "X Y");
    g_assert_null(family_next(f.arena, &rest));
    g_assert_cmpint(dg_diags_worst(f.diags), ==, DG_INFO);
    dg_arena_free(f.arena);
}

static const struct {
    const char *css;
    DgCode code;
    int line, column;
} faults[] = {
    {"p { font-sise: 9pt }", DG_STYLE_PROPERTY, 1, 5},
    {"\n para { color: black }", DG_STYLE_SELECTOR, 2, 2},
    {"h1, h2 p { color: black }", DG_STYLE_SELECTOR, 1, 5},
    {"h1, { color: black }", DG_STYLE_SYNTAX, 1, 5},
    {"h1 { h2 { color: black } }", DG_STYLE_SYNTAX, 1, 6},
    {"p { color: black", DG_STYLE_UNCLOSED, 1, 3},
    {"p { color: black } /* p", DG_STYLE_UNCLOSED, 1, 20},
    {"@media print {", DG_STYLE_SELECTOR, 1, 1},
    {"p { font-family: \"PT Serif; }\n h1 { color: black }", DG_STYLE_VALUE, 1, 5},
    {"p { font-size: big }", DG_STYLE_VALUE, 1, 5},
    {"p { font-size: 0pt }", DG_STYLE_VALUE, 1, 5},
    {"p { font-family: Serif }", DG_STYLE_VALUE, 1, 5},
    {"p { font-family: \"PT Serif\" \"X\" }", DG_STYLE_VALUE, 1, 5},
    {"p { color: #12345 }", DG_STYLE_VALUE, 1, 5},
    {"@media print { p { color: black } }", DG_STYLE_SELECTOR, 1, 1},
    {"p { color }", DG_STYLE_SYNTAX, 1, 5},
    {"}", DG_STYLE_SYNTAX, 1, 1},
    {"@page { size: 1mm 1mm }", DG_STYLE_VALUE, 1, 9},
    {"@page { @bottom-middle { content: none } }", DG_STYLE_SELECTOR, 1, 9},
    {"@page { @top-left { content: title } }", DG_STYLE_VALUE, 1, 21},
    {"@page { @top-left { content: \"a\n} }", DG_STYLE_VALUE, 1, 21},
    {"@page { @top-left { @top-left { content: none } } }", DG_STYLE_SELECTOR, 1, 21},
    {"@page parts { @top-left { content: none } }", DG_STYLE_SELECTOR, 1, 1},
    {"@page :middle { @top-left { content: none } }", DG_STYLE_SELECTOR, 1, 1},
    {"@page :left { margin: 0 }", DG_STYLE_PROPERTY, 1, 15},
    {"@import \"other.css\";", DG_STYLE_IMPORT, 1, 1},
    {"@import other;", DG_STYLE_IMPORT, 1, 1},
};

static void
test_faults_have_a_place(void)
{
    for (size_t i = 0; i < G_N_ELEMENTS(faults); i++) {
        g_test_message("%s", faults[i].css);
        Fixture f = parse(faults[i].css);
        block(&f, DG_ROLE_P, NULL);
        cascade_page(f.arena, f.diags, &f.sheet);
        margin_rules_make(f.arena, f.diags, &f.sheet);
        const DgDiag *sorted = NULL;
        g_assert_cmpuint(dg_diags_sorted(f.arena, f.diags, &sorted), >=, 1);
        g_assert_cmpint(sorted->code, ==, faults[i].code);
        g_assert_cmpint(sorted->pos.line, ==, faults[i].line);
        g_assert_cmpint(sorted->pos.column, ==, faults[i].column);
        dg_arena_free(f.arena);
    }
}

static void
test_broken_sheets_end(void)
{
    static const char *const sheets[] = {
        "p {",     "p",   "@page",  "@page {",     "@page { @top-left {",
        "p { a:",  "/*",  "p{{{{",  "\"",          "p { x: \"",
        "@",       "(((", "p{}}}}", "@page{@@@{}", ":lang(",
        "p:lang()"};
    for (size_t i = 0; i < G_N_ELEMENTS(sheets); i++) {
        Fixture f = parse(sheets[i]);
        block(&f, DG_ROLE_P, "ru");
        dg_arena_free(f.arena);
    }
}

static void
test_a_near_miss_is_named(void)
{
    Fixture f = parse("p { font-sise: 9pt }");
    block(&f, DG_ROLE_P, NULL);
    const DgDiag *sorted = NULL;
    dg_diags_sorted(f.arena, f.diags, &sorted);
    g_assert_cmpstr(dg_diag_hint(f.arena, sorted, "en"), ==, "did you mean font-size?");
    dg_arena_free(f.arena);
}

/* What stands in a block without a meaning is no rule of the sheet. */
static void
test_unknown_blocks_are_left_out_whole(void)
{
    Fixture f = parse("@media print { p { color: #111111 } h1 { } } p { color: #222222 }"
                      "@page { @bottom { content: none } size: A5 } note { p { } color: #333333 }");
    g_assert_cmphex(block(&f, DG_ROLE_P, NULL)->font.color, ==, 0x222222);
    g_assert_cmphex(block(&f, DG_ROLE_NOTE, NULL)->font.color, ==, 0x333333);
    g_assert_cmpint(cascade_page(f.arena, f.diags, &f.sheet)->width, ==, DG_MM(148));
    g_assert_cmpuint(dg_diags_count(f.diags, DG_STYLE_SELECTOR), ==, 2);
    g_assert_cmpuint(dg_diags_count(f.diags, DG_STYLE_SYNTAX), ==, 1);
    dg_arena_free(f.arena);
}

static void
test_families_have_a_place(void)
{
    g_autofree char *folder = g_dir_make_tmp("diglot-style-XXXXXX", NULL);
    g_autofree char *sheet = g_build_filename(folder, "print.css", NULL);
    g_assert_true(g_file_set_contents(
        sheet, "p { font-family: \"A\", \"B\" }\n  h1 { font-family: \"B\" }\n", -1, NULL));
    DgArena *arena = dg_arena_new();
    DgDiags *diags = dg_diags_new(arena);
    DgStyle *style = dg_style_read(arena, diags, "/nowhere", folder, DG_NOWHERE, "/nowhere");
    g_assert_nonnull(style);
    const char *const *families = dg_style_families(style);
    const DgPos *places = dg_style_family_places(style);
    for (size_t i = 0; families[i]; i++) {
        bool named = families[i][1] == '\0';
        g_assert_cmpint(places[i].line, ==, named ? 1 : 0);
        g_assert_cmpint(places[i].column, ==, named ? 5 : 0);
        if (named) {
            g_autofree char *shown = g_build_filename(folder, "print.css", NULL);
            g_assert_cmpstr(places[i].file, ==, shown);
        }
    }
    g_assert_true(g_strv_contains(families, "B"));
    g_remove(sheet);
    g_rmdir(folder);
    dg_arena_free(arena);
}

static void
write_sheet(const char *folder, const char *name, const char *css)
{
    g_autofree char *inside = g_build_filename(folder, name, NULL);
    g_autofree char *path = g_build_filename(inside, "print.css", NULL);
    g_mkdir(inside, 0700);
    g_assert_true(g_file_set_contents(path, css, -1, NULL));
}

static void
remove_sheet(const char *folder, const char *name)
{
    g_autofree char *inside = g_build_filename(folder, name, NULL);
    g_autofree char *path = g_build_filename(inside, "print.css", NULL);
    g_remove(path);
    g_rmdir(inside);
}

/* A variant says what differs; a circle ends, and nothing is read far from the sheet. */
static void
test_imports(void)
{
    g_autofree char *folder = g_dir_make_tmp("diglot-style-XXXXXX", NULL);
    g_autofree char *variant = g_build_filename(folder, "variant", NULL);
    write_sheet(folder, "base",
                "p { font-size: 9pt; color: #111111 } @import \"../variant/print.css\";");
    write_sheet(folder, "variant",
                "@import url(\"../base/print.css\");\n@import \"../../base/print.css\";\n"
                "@import \"/etc/passwd\";\np { color: #222222 }");
    DgArena *arena = dg_arena_new();
    DgDiags *diags = dg_diags_new(arena);
    DgStyle *style = dg_style_read(arena, diags, "/nowhere", variant, DG_NOWHERE, "/nowhere");
    g_assert_cmpint(dg_style_block(style, DG_ROLE_P, NULL)->font.size, ==, DG_PT(9));
    g_assert_cmphex(dg_style_block(style, DG_ROLE_P, NULL)->font.color, ==, 0x222222);
    const DgDiag *sorted = NULL;
    g_assert_cmpuint(dg_diags_sorted(arena, diags, &sorted), ==, 3);
    g_assert_cmpuint(dg_diags_count(diags, DG_STYLE_IMPORT), ==, 3);
    g_autofree char *base = g_build_filename(folder, "base", "print.css", NULL);
    g_assert_cmpstr(sorted[0].pos.file, ==, base);
    remove_sheet(folder, "base");
    remove_sheet(folder, "variant");
    g_rmdir(folder);
    dg_arena_free(arena);
}

static void
test_a_style_that_is_not_there(void)
{
    DgArena *arena = dg_arena_new();
    DgDiags *diags = dg_diags_new(arena);
    DgPos pos = {"volume.xml", 2, 1};
    const DgDiag *sorted = NULL;
    g_assert_null(dg_style_read(arena, diags, g_getenv("DIGLOT_DATA"), "fourm", pos, "/nowhere"));
    g_assert_cmpuint(dg_diags_sorted(arena, diags, &sorted), ==, 1);
    g_assert_cmpint(sorted->code, ==, DG_STYLE_MISSING);
    g_assert_cmpint(sorted->pos.line, ==, 2);
    g_assert_nonnull(strstr(dg_diag_hint(arena, sorted, "en"), "forum"));
    dg_arena_free(arena);
}

static void
test_the_styles_that_ship_are_clean(void)
{
    static const char *const names[] = {"a4", "forum", "monograph"};
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
        DgArena *arena = dg_arena_new();
        DgDiags *diags = dg_diags_new(arena);
        DgStyle *style =
            dg_style_read(arena, diags, g_getenv("DIGLOT_DATA"), names[i], DG_NOWHERE, "/nowhere");
        g_assert_nonnull(style);
        g_assert_cmpint(dg_diags_worst(diags), ==, DG_INFO);
        g_assert_cmpint(dg_style_block(style, DG_ROLE_P, "ru-RU")->font.size, >=, DG_PT(9));
        g_assert_true(dg_style_margin_box(style, "item", true, true, DG_BOX_BOTTOM_LEFT) ||
                      dg_style_margin_box(style, "item", true, true, DG_BOX_BOTTOM_CENTER));
        dg_arena_free(arena);
    }
}

static void
test_the_readme_is_the_table(void)
{
    g_autofree char *made = NULL, *kept = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&made, &size);
    dg_style_describe(out);
    fclose(out);
    g_autofree char *path = g_build_filename(g_getenv("DIGLOT_DATA"), "styles/README.md", NULL);
    g_assert_true(g_file_get_contents(path, &kept, NULL, NULL));
    g_assert_cmpstr(made, ==, kept);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/style/cascade", test_roles_win_over_root_and_languages_over_all);
    g_test_add_func("/style/em", test_em_refers_to_the_size_of_the_role);
    g_test_add_func("/style/families", test_further_families_lend_characters);
    g_test_add_func("/style/kinds", test_some_roles_are_kinds_of_others);
    g_test_add_func("/style/figures", test_figures_and_features);
    g_test_add_func("/style/page", test_the_page);
    g_test_add_func("/style/boxes", test_margin_boxes);
    g_test_add_func("/style/imports", test_imports);
    g_test_add_func("/style/faults", test_faults_have_a_place);
    g_test_add_func("/style/broken", test_broken_sheets_end);
    g_test_add_func("/style/near", test_a_near_miss_is_named);
    g_test_add_func("/style/unknown-blocks", test_unknown_blocks_are_left_out_whole);
    g_test_add_func("/style/places", test_families_have_a_place);
    g_test_add_func("/style/absent", test_a_style_that_is_not_there);
    g_test_add_func("/style/shipped", test_the_styles_that_ship_are_clean);
    g_test_add_func("/style/readme", test_the_readme_is_the_table);
    return g_test_run();
}
