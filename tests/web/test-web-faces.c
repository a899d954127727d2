/* test-web-faces.c - src/web: the fonts that a style sheet asks for, cut down to the characters of the site. */
#include "site-internal.h"

#include <glib.h>
#include <string.h>

static void
open_site(Site *site, const void *data)
{
    static const char *const families[] = {"PT Serif", "PT Mono", NULL};
    site_open(site, data);
    site->fonts = dg_fonts_new(site->diags, site->source, g_getenv("DIGLOT_DATA"), families, NULL);
    site->volume.title[DG_LEFT] = "Сборник →";
}

static bool
write_with(Site *site, const char *sheet)
{
    g_autofree char *path = g_build_filename(site->style, "web.css", NULL);
    g_assert_true(g_file_set_contents(path, sheet, -1, NULL));
    return site_write(site, (DgWebOptions){.style_folder = site->style});
}

/* The generated sheet, or NULL when the pages name none. */
static char *
faces_of(Site *site, const char *sheet)
{
    g_assert_true(write_with(site, sheet));
    g_autofree char *front = site_read(site->site, "index.html");
    const char *start = strstr(front, "assets/fonts.");
    if (!start)
        return NULL;
    g_autofree char *name = g_strndup(start, strcspn(start, "\""));
    return site_read(site->site, name);
}

static void
test_a_face_is_cut_and_its_gaps_filled(Site *site, const void *data)
{
    (void)data;
    g_autofree char *css =
        faces_of(site, ":root { --dg-faces: \"PT Serif\" 400,\n \"PT Serif\" 700; }");
    g_assert_nonnull(css);
    g_assert_cmpuint(text_count(css, "font-family:\"PT Serif\";"), ==, 4);
    g_assert_cmpuint(text_count(css, "font-weight:700;"), ==, 2);
    g_assert_cmpuint(text_count(css, "unicode-range:U+2192}"), ==, 2);
    g_auto(GStrv) sources = g_strsplit(css, "url(\"", -1);
    for (char **source = sources + 1; *source; source++) {
        g_autofree char *file = g_strndup(*source, strcspn(*source, "\"")),
                        *name = g_build_filename("assets", file, NULL),
                        *font = site_read(site->site, name);
        g_assert_true(g_str_has_prefix(font, "wOF2"));
    }
}

static void
test_a_face_for_code_waits_for_code(Site *site, const void *data)
{
    (void)data;
    g_autofree char *css = faces_of(site, "* { --dg-faces: \"PT Mono\" 400; }");
    g_assert_null(css);
}

/* The faces of a sheet together, in bytes. */
static size_t
weight_of(Site *site, const char *sheet)
{
    g_autofree char *css = faces_of(site, sheet);
    g_auto(GStrv) sources = g_strsplit(css, "url(\"", -1);
    size_t weight = 0;
    for (char **source = sources + 1; *source; source++) {
        g_autofree char *file = g_strndup(*source, strcspn(*source, "\"")),
                        *path = g_build_filename(site->site, "assets", file, NULL), *font = NULL;
        gsize size = 0;
        g_assert_true(g_file_get_contents(path, &font, &size, NULL));
        weight += size;
    }
    return weight;
}

/* The characters of markup and of rules are none that readers see; fractions come when a sheet asks for them. */
static void
test_only_what_shows_is_in_a_face(Site *site, const void *data)
{
    (void)data;
    static const char faces[] = ":root { --dg-faces: \"PT Serif\" 400; }";
    size_t plain = weight_of(site, faces);
    g_autofree char *quoted = g_strconcat(faces, " a::before { content: \"{#$&%}№±\"; }", NULL),
                    *commented = g_strconcat(faces, " /* \"№\" it's ± */ a { top: 0 } #x {}", NULL),
                    *fractions =
                        g_strconcat(faces, " a { font-variant-numeric: diagonal-fractions }", NULL);
    g_assert_cmpuint(weight_of(site, quoted), >, plain);
    g_assert_cmpuint(weight_of(site, commented), ==, plain);
    g_assert_cmpuint(weight_of(site, fractions), >, plain);
}

/* What readers type, capitals that a sheet makes, and what scripts leave out by. */
static void
test_what_may_yet_show_is_in_a_face(Site *site, const void *data)
{
    static const char *const sheets[][2] = {
        {"", "фъэёФЪЭЁжЖ…"},
        {"ÿ", "ÿŸ"},
    };
    (void)data;
    for (size_t i = 0; i < G_N_ELEMENTS(sheets); i++) {
        size_t weight[2];
        for (size_t k = 0; k < 2; k++) {
            g_autofree char *sheet = g_strdup_printf(
                ":root { --dg-faces: \"PT Serif\" 400; } a { content: \"%s\"; }", sheets[i][k]);
            weight[k] = weight_of(site, sheet);
        }
        g_assert_cmpuint(weight[0], ==, weight[1]);
    }
}

static void
test_what_is_not_understood_is_passed_over(Site *site, const void *data)
{
    (void)data;
    static const char *const sheets[] = {"",
                                         "--dg-faces:",
                                         "--dg-faces: PT Serif 400;",
                                         "--dg-faces: \"PT Serif",
                                         "--dg-faces: \"PT Serif\" x;",
                                         "--dg-faces: \"PT Serif\" 99999999999;"};
    for (size_t i = 0; i < G_N_ELEMENTS(sheets); i++)
        g_assert_null(faces_of(site, sheets[i]));
    g_assert_cmpuint(dg_diags_count(site->diags, DG_FONT_MISSING), ==, 0);
}

static void
test_a_family_that_is_not_there_is_reported(Site *site, const void *data)
{
    (void)data;
    const DgDiag *sorted = NULL;
    g_assert_false(write_with(site, "* {\n  --dg-faces: \"No Such Family\" 400; }"));
    g_assert_cmpuint(dg_diags_sorted(site->arena, site->diags, &sorted), ==, 1);
    g_assert_cmpint(sorted->code, ==, DG_FONT_MISSING);
    g_assert_cmpint(sorted->pos.line, ==, 2);
    g_assert_cmpint(sorted->pos.column, ==, 3);
}

static void
test_a_family_that_only_the_web_edition_uses(Site *site, const void *data)
{
    (void)data;
    g_autofree char *css = faces_of(site, ":root { --dg-faces: \"PT Sans\" 700; }");
    g_assert_cmpuint(text_count(css, "font-family:\"PT Sans\";"), >=, 1);
    g_assert_cmpint(dg_diags_worst(site->diags), ==, DG_INFO);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
#define ADD(path, function) g_test_add(path, Site, NULL, open_site, function, site_close)
    ADD("/web-faces/cut", test_a_face_is_cut_and_its_gaps_filled);
    ADD("/web-faces/shown", test_only_what_shows_is_in_a_face);
    ADD("/web-faces/may-show", test_what_may_yet_show_is_in_a_face);
    ADD("/web-faces/code", test_a_face_for_code_waits_for_code);
    ADD("/web-faces/not-understood", test_what_is_not_understood_is_passed_over);
    ADD("/web-faces/own", test_a_family_that_only_the_web_edition_uses);
    ADD("/web-faces/absent", test_a_family_that_is_not_there_is_reported);
    return g_test_run();
}
