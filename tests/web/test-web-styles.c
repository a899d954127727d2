/* test-web-styles.c - src/web/web-styles.c: sheets that are divided into files, and what they may import. */
#include "site-internal.h"

#include <glib.h>
#include <string.h>

static void
put(Site *site, const char *name, const char *text)
{
    g_autofree char *path = g_build_filename(site->style, name, NULL);
    g_assert_true(g_file_set_contents(path, text, -1, NULL));
}

/* The sheet "assets/STEM.HASH.css" as the front page names it; NULL: it names none. */
static char *
written(Site *site, const char *stem)
{
    g_assert_true(site_write(site, (DgWebOptions){.style_folder = site->style}));
    g_autofree char *front = site_read(site->site, "index.html");
    g_autofree char *start = g_strdup_printf("assets/%s.", stem);
    const char *found = strstr(front, start);
    g_autofree char *name = found ? g_strndup(found, strcspn(found, "\"")) : NULL;
    return name ? site_read(site->site, name) : NULL;
}

/* Parts stand in the order of their imports, before the sheet's own rules; a part may be divided, too. */
static void
test_parts_are_joined_in_order(Site *site, const void *data)
{
    static const char *const order[] = {".bar", ".home", ".name", ".word"};
    (void)data;
    put(site, "web.css",
        "/* ours */\n@import \"a-1.css\";\n/* and */\n@import \"b.css\";\n.word { top: 0 }\n");
    put(site, "a-1.css", ".bar { top: 0 }\n");
    put(site, "b.css", "@import \"c.css\";\n.name { top: 0 }\n");
    put(site, "c.css", ".home { top: 0 }\n");
    g_autofree char *sheet = written(site, "web");
    const char *at = sheet;
    for (size_t i = 0; i < G_N_ELEMENTS(order); i++) {
        at = strstr(at, order[i]);
        g_assert_nonnull(at);
    }
    g_assert_null(strstr(sheet, "@import"));
}

/* Only files beside the sheet, and the sheets of other styles; a file that imports itself ends somewhere. */
static void
test_what_may_not_be_imported_is_left(Site *site, const void *data)
{
    static const char *const addresses[] = {"../../x.css", "/etc/x.css", "https://a.ru/x.css",
                                            "sub/x.css", "../../forum/web.css"};
    (void)data;
    for (size_t i = 0; i < G_N_ELEMENTS(addresses); i++) {
        g_autofree char *text = g_strdup_printf("@import \"%s\";", addresses[i]);
        put(site, "web.css", text);
        g_autofree char *sheet = written(site, "web");
        g_assert_cmpstr(sheet, ==, text);
    }
    put(site, "web.css", "@import \"web.css\";\n.home { top: 0 }\n");
    g_autofree char *sheet = written(site, "web");
    g_assert_cmpuint(text_count(sheet, ".home"), >=, 1);
    g_assert_cmpuint(text_count(sheet, ".home"), <=, 5);
}

static void
test_another_style_is_a_sheet_before(Site *site, const void *data)
{
    (void)data;
    put(site, "web.css", "@import \"../forum/web.css\";\n.home { top: 7px }\n");
    g_autofree char *base = written(site, "base"), *own = written(site, "web");
    g_assert_nonnull(base);
    g_assert_nonnull(strstr(base, "@media print"));
    g_assert_null(strstr(own, "@media print"));
    g_assert_nonnull(strstr(own, ".home{top:7px}"));
}

/* What browsers do not need goes; strings, and the spaces that mean something, stay. */
static void
test_sheets_are_packed(Site *site, const void *data)
{
    (void)data;
    put(site, "web.css",
        "/* a: b */ .bar > .home :is(a, p)::before  {\n  content: \"a  /* \\\" ; } b\";/**/\n  width: "
        "calc(10px +\n 0.5px);\n}\n@media (min-width: 3em) and (hover) { a/**/a { top: 0.50em; } }\n");
    g_autofree char *sheet = written(site, "web");
    g_assert_cmpstr(sheet, ==,
                    ".bar>.home :is(a,p)::before{content:\"a  /* \\\" ; } b\";width:calc(10px + "
                    ".5px)}@media (min-width:3em) and (hover){a/**/a{top:.50em}}");
}

/* A rule that no page can use is not sent; one that some page, or a script, may use is. */
static void
test_what_no_page_has_goes(Site *site, const void *data)
{
    static const struct {
        const char *rule, *left;
    } rules[] = {
        {".home { top: 0 }", ".home{top:0}"},
        {".nowhere { top: 0 }", ""},
        {"marquee a { top: 0 }", ""},
        {".nowhere, .home, marquee { top: 0 }", ".home{top:0}"},
        {".home :is(.nowhere, .name) { top: 0 }", ".home :is(.nowhere,.name){top:0}"},
        {".home :is(.nowhere, marquee) { top: 0 }", ""},
        {".home:has(> .nowhere) { top: 0 }", ""},
        {".home:not(.nowhere, :is(marquee)) { top: 0 }", ".home:not(.nowhere,:is(marquee)){top:0}"},
        {".opened { top: 0 }", ".opened{top:0}"}, /* by a script */
        {"textarea { top: 0 }", "textarea{top:0}"},
        {"[data-theme=\"a,b\"], #x { top: 0 }", "[data-theme=\"a,b\"],#x{top:0}"},
        {".a\\:b { top: 0 }", ".a\\:b{top:0}"},
        {".home\\,x { top: 1px }", ".home\\,x{top:1px}"},
        {".home\\;x\\{ a, .nowhere { top: 0 }", ".home\\;x\\{ a{top:0}"},
        {".a\\: a { top: 0 }", ".a\\: a{top:0}"},
        {".a\\> a { top: 0; x: \\;}", ".a\\> a{top:0;x:\\;}"},
        {".bar/* one */.home { top: 0 }", ".bar/**/.home{top:0}"},
        {".bar/* two */ .home/**/{ top: 0/**/; }", ".bar .home{top:0}"},
        {"@media print { .nowhere { top: 0 } }", ""},
        {"@media print { .nowhere { top: 0 } a { top: 0 } }", "@media print{a{top:0}}"},
        {"@keyframes k { from { top: 0 } }", "@keyframes k{from{top:0}}"},
        {"a { --dg-faces: \"PT Serif\" 400; top: 0 }", "a{top:0}"},
    };
    g_autoptr(GString) sheet = g_string_new(NULL), left = g_string_new(NULL);
    (void)data;
    for (size_t i = 0; i < G_N_ELEMENTS(rules); i++) {
        g_string_append_printf(sheet, "%s\n", rules[i].rule);
        g_string_append(left, rules[i].left);
    }
    put(site, "web.css", sheet->str);
    g_autofree char *sent = written(site, "web");
    g_assert_cmpstr(sent, ==, left->str);
}

/* What is broken stays as it is: how far it reaches is for the browser to say. */
static void
test_what_is_broken_stays(Site *site, const void *data)
{
    static const char *const sheets[][2] = {
        {"a { top: 0", "a{top:0"},          {"@media print { a { top: 0 ", "@media print{a{top:0"},
        {".nowhere { \"", ".nowhere{\"\n"}, {":is(", ":is("},
        {"}} a { top: 0 }", "}}a{top:0}"},
    };
    (void)data;
    for (size_t i = 0; i < G_N_ELEMENTS(sheets); i++) {
        put(site, "web.css", sheets[i][0]);
        g_autofree char *sheet = written(site, "web");
        g_assert_cmpstr(sheet, ==, sheets[i][1]);
    }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add("/web/styles/packed", Site, NULL, site_open, test_sheets_are_packed, site_close);
    g_test_add("/web/styles/used", Site, NULL, site_open, test_what_no_page_has_goes, site_close);
    g_test_add("/web/styles/broken", Site, NULL, site_open, test_what_is_broken_stays, site_close);
    g_test_add("/web/styles/parts", Site, NULL, site_open, test_parts_are_joined_in_order,
               site_close);
    g_test_add("/web/styles/left", Site, NULL, site_open, test_what_may_not_be_imported_is_left,
               site_close);
    g_test_add("/web/styles/base", Site, NULL, site_open, test_another_style_is_a_sheet_before,
               site_close);
    return g_test_run();
}
