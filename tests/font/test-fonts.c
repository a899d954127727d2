/* test-fonts.c - src/font: which face stands for a family, what is known of it, what is cut from it */
#include "diglot/font.h"

#include <glib.h>
#include <glib/gstdio.h>
#include <hb-ot.h>
#include <string.h>

typedef struct {
    DgArena *arena;
    DgDiags *diags;
    DgFonts *fonts;
    char *folder; /* of a volume with the square font */
} Fixture;

static const char *const both[] = {"PT Serif", "Diglot Square", NULL};

static void
copy(const char *from, const char *folder, const char *name)
{
    g_autofree char *bytes = NULL, *to = g_build_filename(folder, "fonts", name, NULL);
    gsize size = 0;
    g_assert_true(g_file_get_contents(from, &bytes, &size, NULL));
    g_assert_true(g_file_set_contents(to, bytes, (gssize)size, NULL));
}

static Fixture
open_fonts(const char *const *families)
{
    Fixture f = {.arena = dg_arena_new(), .folder = g_dir_make_tmp("diglot-fonts-XXXXXX", NULL)};
    g_autofree char *fonts = g_build_filename(f.folder, "fonts", NULL);
    g_autofree char *square = g_test_build_filename(G_TEST_BUILT, "fonts", "square.ttf", NULL);
    g_assert_cmpint(g_mkdir(fonts, 0700), ==, 0);
    copy(square, f.folder, "square.ttf");
    f.diags = dg_diags_new(f.arena);
    f.fonts = dg_fonts_new(f.diags, f.folder, g_getenv("DIGLOT_DATA"), families, NULL);
    return f;
}

static void
close_fonts(Fixture *f)
{
    g_autofree char *fonts = g_build_filename(f->folder, "fonts", NULL);
    g_autoptr(GDir) names = g_dir_open(fonts, 0, NULL);
    for (const char *name; (name = g_dir_read_name(names));) {
        g_autofree char *path = g_build_filename(fonts, name, NULL);
        g_remove(path);
    }
    g_rmdir(fonts);
    g_rmdir(f->folder);
    g_free(f->folder);
    dg_fonts_free(f->fonts);
    dg_arena_free(f->arena);
}

static const DgDiag *
first_diag(Fixture *f)
{
    const DgDiag *list = NULL;
    return dg_diags_sorted(f->arena, f->diags, &list) ? list : NULL;
}

static void
test_faces_by_weight_and_slant(void)
{
    static const struct {
        int weight;
        bool italic;
        const char *postscript_name;
    } cases[] = {{400, false, "PTSerif-Regular"},
                 {400, true, "PTSerif-Italic"},
                 {700, false, "PTSerif-Bold"},
                 {700, true, "PTSerif-BoldItalic"}};
    Fixture f = open_fonts(both);
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        const DgFace *face =
            dg_fonts_face(f.fonts, f.diags, "pt serif", cases[i].weight, cases[i].italic);
        g_assert_nonnull(face);
        g_assert_cmpint(face->weight, ==, cases[i].weight);
        g_assert_cmpint(face->italic, ==, cases[i].italic);
        g_assert_cmpstr(face->family, ==, "PT Serif");
        g_assert_cmpint(face->number, ==, (int)i);
        g_assert_cmpstr(face->postscript_name, ==, cases[i].postscript_name);
    }
    g_assert_null(first_diag(&f));
    close_fonts(&f);
}

static void
test_a_style_that_is_not_there_is_reported(void)
{
    Fixture f = open_fonts(both);
    const DgFace *face = dg_fonts_face(f.fonts, f.diags, "Diglot Square", 700, true);
    g_assert_nonnull(face);
    g_assert_cmpint(face->weight, ==, 400);
    dg_fonts_face(f.fonts, f.diags, "Diglot Square", 700, true);
    g_assert_cmpuint(dg_diags_count(f.diags, DG_FONT_STYLE), ==, 1);
    g_assert_cmpstr(first_diag(&f)->argument[1], ==, "700 italic");
    g_assert_cmpstr(first_diag(&f)->argument[2], ==, "400 normal");
    close_fonts(&f);
}

static void
test_a_missing_family_names_its_package(void)
{
    static const char *const families[] = {"Diglot Square", "Nobody Has This", NULL};
    const DgPos places[] = {{"print.css", 3, 5}, {"print.css", 8, 9}};
    Fixture f = open_fonts(both);
    dg_fonts_free(f.fonts);
    f.fonts = dg_fonts_new(f.diags, f.folder, g_getenv("DIGLOT_DATA"), families, places);
    g_assert_cmpuint(dg_diags_count(f.diags, DG_FONT_MISSING), ==, 1);
    g_assert_cmpstr(first_diag(&f)->argument[0], ==, "Nobody Has This");
    g_assert_cmpint(first_diag(&f)->pos.line, ==, 8);
    g_assert_null(first_diag(&f)->argument[1]);
    g_assert_nonnull(strstr(dg_diag_hint(f.arena, first_diag(&f), "en"), "another family"));
    g_assert_null(dg_fonts_face(f.fonts, f.diags, "Nobody Has This", 400, false));
    g_assert_null(
        dg_fonts_face(f.fonts, f.diags, "DejaVu Sans", 400, false)); /* not named: not there */
    g_assert_cmpuint(dg_diags_count(f.diags, DG_FONT_MISSING), ==, 2);
    close_fonts(&f);
}

/* With another data folder than the source tree, where fonts.list says which package has a family. */
static void
test_the_hint_of_a_listed_family(void)
{
    static const char *const families[] = {"Made Up Serif", NULL};
    Fixture f = {.arena = dg_arena_new(), .folder = g_dir_make_tmp("diglot-fonts-XXXXXX", NULL)};
    g_autofree char *fonts = g_build_filename(f.folder, "fonts", NULL);
    g_autofree char *list = g_build_filename(fonts, "fonts.list", NULL);
    g_assert_cmpint(g_mkdir(fonts, 0700), ==, 0);
    g_assert_true(g_file_set_contents(
        list, "# a comment\nMade Up Serif\t400 normal\tMadeUp.ttf\tfonts-made-up\n", -1, NULL));
    f.diags = dg_diags_new(f.arena);
    f.fonts = dg_fonts_new(f.diags, NULL, f.folder, families, NULL);
    g_assert_cmpuint(dg_diags_count(f.diags, DG_FONT_MISSING), ==, 1);
    g_assert_nonnull(strstr(dg_diag_hint(f.arena, first_diag(&f), "en"), "fonts-made-up"));
    close_fonts(&f);
}

static void
test_metrics(void)
{
    Fixture f = open_fonts(both);
    const DgFace *square = dg_fonts_face(f.fonts, f.diags, "Diglot Square", 400, false);
    g_assert_cmpint(square->upem, ==, 1024);
    g_assert_cmpint(square->cap_height, ==, 768);
    g_assert_cmpint(square->x_height, ==, 512);
    g_assert_cmpint(square->ascent, ==, 768);
    g_assert_cmpint(square->descent, ==, -256);
    g_assert_cmpint(square->bbox[0], ==, 64);
    g_assert_cmpint(square->bbox[2], ==, 960);
    g_assert_true(square->monospaced);
    g_assert_false(square->cff);
    g_assert_cmpstr(square->postscript_name, ==, "DiglotSquare-Regular");
    const DgFace *italic = dg_fonts_face(f.fonts, f.diags, "PT Serif", 400, true);
    g_assert_cmpint(italic->italic_angle, <, 0);
    g_assert_false(italic->monospaced);
    g_assert_cmpint(italic->cap_height, ==, 700);
    const DgFace *bold = dg_fonts_face(f.fonts, f.diags, "PT Serif", 700, false);
    g_assert_cmpint(bold->stem_v, >, italic->stem_v);
    close_fonts(&f);
}

static void
test_the_volume_comes_first(void)
{
    Fixture f = open_fonts(both);
    const DgFace *system = dg_fonts_face(f.fonts, f.diags, "PT Serif", 400, false);
    g_autofree char *path = g_strdup(system->file);
    dg_fonts_free(f.fonts);
    copy(path, f.folder, "mine.ttf");
    f.fonts = dg_fonts_new(f.diags, f.folder, g_getenv("DIGLOT_DATA"), both, NULL);
    const DgFace *own = dg_fonts_face(f.fonts, f.diags, "PT Serif", 400, false);
    g_assert_true(g_str_has_prefix(own->file, f.folder));
    const DgFace *bold = dg_fonts_face(f.fonts, f.diags, "PT Serif", 700, false);
    g_assert_false(g_str_has_prefix(bold->file, f.folder));
    close_fonts(&f);
}

static void
test_fallback_stays_within_the_set(void)
{
    Fixture f = open_fonts(both);
    const DgFace *square = dg_fonts_face(f.fonts, f.diags, "Diglot Square", 400, false);
    g_assert_true(dg_face_covers(square, 0x416));
    g_assert_false(dg_face_covers(square, 0x3B1));
    const DgFace *found = dg_fonts_fallback(f.fonts, square, 0x104); /* Ą */
    g_assert_nonnull(found);
    g_assert_cmpstr(found->family, ==, "PT Serif");
    g_assert_cmpint(found->weight, ==, 400);
    g_assert_null(dg_fonts_fallback(f.fonts, square, 0x6F22)); /* no family named has Chinese */
    close_fonts(&f);
}

/* Sets bits of OS/2.fsType in a copy of the square font. */
static void
forbid_embedding(const char *folder)
{
    g_autofree char *path = g_build_filename(folder, "fonts", "square.ttf", NULL), *bytes = NULL;
    gsize size = 0;
    g_assert_true(g_file_get_contents(path, &bytes, &size, NULL));
    for (gsize entry = 12; entry + 16 <= size; entry += 16)
        if (memcmp(bytes + entry, "OS/2", 4) == 0) {
            const uint8_t *at = (const uint8_t *)bytes + entry + 8;
            gsize offset = (gsize)at[0] << 24 | (gsize)at[1] << 16 | (gsize)at[2] << 8 | at[3];
            bytes[offset + 9] = 0x02;
            break;
        }
    g_assert_true(g_file_set_contents(path, bytes, (gssize)size, NULL));
}

/* Outlines that vary as PostScript's do cannot be fixed by this HarfBuzz: said, and not set as anything else. */
static void
test_a_face_that_cannot_be_fixed(void)
{
    static const char *const families[] = {"Diglot Square", NULL};
    Fixture f = open_fonts(families);
    dg_fonts_free(f.fonts);
    g_autofree char *path = g_build_filename(f.folder, "fonts", "square.ttf", NULL), *bytes = NULL;
    gsize size = 0;
    g_assert_true(g_file_get_contents(path, &bytes, &size, NULL));
    char *tag = memmem(bytes, 300, "post", 4); /* of the directory of tables */
    g_assert_nonnull(tag);
    memcpy(tag, "CFF2", 4);
    g_assert_true(g_file_set_contents(path, bytes, (gssize)size, NULL));
    f.fonts = dg_fonts_new(f.diags, f.folder, NULL, families, NULL);
    g_assert_null(dg_fonts_face(f.fonts, f.diags, "Diglot Square", 400, false));
    g_assert_cmpuint(dg_diags_count(f.diags, DG_FONT_VARIABLE), ==, 1);
    close_fonts(&f);
}

static void
test_a_face_that_may_not_be_embedded(void)
{
    static const char *const families[] = {"Diglot Square", NULL};
    Fixture f = open_fonts(families);
    dg_fonts_free(f.fonts);
    forbid_embedding(f.folder);
    f.fonts = dg_fonts_new(f.diags, f.folder, NULL, families, NULL);
    g_assert_null(dg_fonts_face(f.fonts, f.diags, "Diglot Square", 400, false));
    g_assert_cmpuint(dg_diags_count(f.diags, DG_FONT_RIGHTS), ==, 1);
    close_fonts(&f);
}

static void
test_fallback_keeps_weight_and_slant(void)
{
    static const char *const families[] = {"Diglot Square", "PT Sans", "PT Serif", NULL};
    Fixture f = open_fonts(families);
    const DgFace *bold = dg_fonts_face(f.fonts, f.diags, "PT Serif", 700, false);
    const DgFace *italic = dg_fonts_face(f.fonts, f.diags, "PT Serif", 400, true);
    const DgFace *found = dg_fonts_fallback(f.fonts, bold, 0x25A0); /* a square */
    g_assert_nonnull(found);
    g_assert_cmpstr(found->family, ==, "Diglot Square");
    const DgFace *square = dg_fonts_face(f.fonts, f.diags, "Diglot Square", 400, false);
    g_assert_cmpstr(dg_fonts_fallback(f.fonts, square, 0x104)->postscript_name, ==,
                    "PTSans-Regular");                                  /* named before PT Serif */
    g_assert_true(dg_fonts_fallback(f.fonts, italic, 0x104) == italic); /* its own, were it asked */
    close_fonts(&f);
}

static void
test_fallback_leaves_out_what_may_not_be_embedded(void)
{
    Fixture f = open_fonts(both);
    dg_fonts_free(f.fonts);
    forbid_embedding(f.folder);
    f.fonts = dg_fonts_new(f.diags, f.folder, NULL, both, NULL);
    const DgFace *serif = dg_fonts_face(f.fonts, f.diags, "PT Serif", 400, false);
    g_assert_null(dg_fonts_fallback(f.fonts, serif, 0x25A0));
    g_assert_cmpuint(dg_diags_count(f.diags, DG_FONT_RIGHTS), ==, 1);
    close_fonts(&f);
}

static void
test_damaged_files_are_passed_over(void)
{
    Fixture f = open_fonts(both);
    g_autofree char *junk = g_build_filename(f.folder, "fonts", "junk.ttf", NULL);
    g_autofree char *empty = g_build_filename(f.folder, "fonts", "empty.otf", NULL);
    g_autofree char *cut = g_build_filename(f.folder, "fonts", "cut.ttf", NULL);
    g_autofree char *square = g_build_filename(f.folder, "fonts", "square.ttf", NULL),
                    *bytes = NULL;
    gsize size = 0;
    g_assert_true(g_file_get_contents(square, &bytes, &size, NULL));
    g_assert_true(g_file_set_contents(junk, "\0\1\0\0this is no font", 19, NULL));
    g_assert_true(g_file_set_contents(empty, "", 0, NULL));
    g_assert_true(g_file_set_contents(cut, bytes, (gssize)size / 2, NULL));
    dg_fonts_free(f.fonts);
    f.fonts = dg_fonts_new(f.diags, f.folder, NULL, both, NULL);
    const DgFace *face = dg_fonts_face(f.fonts, f.diags, "Diglot Square", 400, false);
    if (face) { /* whichever file won, it can be asked */
        dg_face_covers(face, 'a');
        g_assert_cmpint(face->upem, >, 0);
    }
    close_fonts(&f);
}

static void
test_subset_keeps_glyph_numbers(void)
{
    Fixture f = open_fonts(both);
    const DgFace *face = dg_fonts_face(f.fonts, f.diags, "PT Serif", 400, false);
    const uint32_t glyphs[] = {0, 5, 40};
    DgBytes bytes = dg_face_subset(f.arena, f.diags, face, glyphs, G_N_ELEMENTS(glyphs));
    DgBytes again = dg_face_subset(f.arena, f.diags, face, glyphs, G_N_ELEMENTS(glyphs));
    g_assert_cmpuint(bytes.size, >, 500);
    g_assert_cmpuint(bytes.size, <, 50000);
    g_assert_cmpmem(bytes.data, bytes.size, again.data, again.size);
    for (size_t at = 12; at < 12 + 16 * (size_t)bytes.data[5]; at += 16) {
        g_assert_true(memcmp(bytes.data + at, "GPOS", 4) != 0);
        g_assert_true(memcmp(bytes.data + at, "GSUB", 4) != 0);
        if (memcmp(bytes.data + at, "maxp", 4) == 0) {
            size_t offset = (size_t)bytes.data[at + 10] << 8 | bytes.data[at + 11];
            g_assert_cmpint(bytes.data[offset + 4] << 8 | bytes.data[offset + 5], ==, 41);
        }
    }
    close_fonts(&f);
}

/* Height of a letter in a font that is cut from a face; nothing of its axes is left. */
static int
letter_height(Fixture *f, const DgFace *face)
{
    hb_codepoint_t glyph = 0;
    g_assert_true(hb_font_get_nominal_glyph(face->hb, 'A', &glyph));
    const uint32_t glyphs[] = {0, glyph};
    DgBytes bytes = dg_face_subset(f->arena, f->diags, face, glyphs, G_N_ELEMENTS(glyphs));
    hb_blob_t *blob = hb_blob_create((const char *)bytes.data, (unsigned)bytes.size,
                                     HB_MEMORY_MODE_READONLY, NULL, NULL);
    hb_face_t *cut = hb_face_create(blob, 0);
    hb_font_t *font = hb_font_create(cut);
    hb_glyph_extents_t extents = {0};
    hb_font_get_glyph_extents(font, glyph, &extents);
    g_assert_false(hb_ot_var_has_data(cut));
    hb_font_destroy(font);
    hb_face_destroy(cut);
    hb_blob_destroy(blob);
    return extents.y_bearing;
}

static void
test_instances_of_a_variable_font(void)
{
    static const char *const families[] = {"Diglot Variable", NULL};
    Fixture f = open_fonts((const char *const[]){NULL});
    g_autofree char *variable = g_test_build_filename(G_TEST_BUILT, "fonts", "variable.ttf", NULL);
    copy(variable, f.folder, "variable.ttf");
    DgFonts *fonts = dg_fonts_new(f.diags, f.folder, g_getenv("DIGLOT_DATA"), families, NULL);
    const DgFace *light = dg_fonts_face(fonts, f.diags, "Diglot Variable", 400, false),
                 *bold = dg_fonts_face(fonts, f.diags, "Diglot Variable", 700, false);
    g_assert_nonnull(light);
    g_assert_nonnull(bold);
    g_assert_true(light != bold);
    g_assert_cmpint(bold->weight, ==, 700);
    g_assert_cmpint(letter_height(&f, light), ==, 768);
    g_assert_cmpint(letter_height(&f, bold), ==, 768 + 128);
    g_assert_null(first_diag(&f));
    dg_fonts_free(fonts);
    close_fonts(&f);
}

static void
test_woff2(void)
{
    Fixture f = open_fonts(both);
    const DgFace *face = dg_fonts_face(f.fonts, f.diags, "PT Serif", 400, false);
    const uint32_t characters[] = {' ', 'A', 'V', 0x416};
    DgBytes bytes =
        dg_face_woff2(f.arena, f.diags, face, characters, G_N_ELEMENTS(characters), false);
    g_assert_cmpuint(bytes.size, >, 300);
    g_assert_cmpuint(bytes.size, <, 20000);
    g_assert_cmpmem(bytes.data, 4, "wOF2", 4);
    g_assert_null(first_diag(&f));
    close_fonts(&f);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/fonts/weight-and-slant", test_faces_by_weight_and_slant);
    g_test_add_func("/fonts/style-not-there", test_a_style_that_is_not_there_is_reported);
    g_test_add_func("/fonts/missing", test_a_missing_family_names_its_package);
    g_test_add_func("/fonts/hint", test_the_hint_of_a_listed_family);
    g_test_add_func("/fonts/metrics", test_metrics);
    g_test_add_func("/fonts/volume-first", test_the_volume_comes_first);
    g_test_add_func("/fonts/fallback", test_fallback_stays_within_the_set);
    g_test_add_func("/fonts/fallback-style", test_fallback_keeps_weight_and_slant);
    g_test_add_func("/fonts/variable", test_instances_of_a_variable_font);
    g_test_add_func("/fonts/fallback-rights", test_fallback_leaves_out_what_may_not_be_embedded);
    g_test_add_func("/fonts/rights", test_a_face_that_may_not_be_embedded);
    g_test_add_func("/fonts/cff2", test_a_face_that_cannot_be_fixed);
    g_test_add_func("/fonts/damaged", test_damaged_files_are_passed_over);
    g_test_add_func("/fonts/subset", test_subset_keeps_glyph_numbers);
    g_test_add_func("/fonts/woff2", test_woff2);
    return g_test_run();
}
