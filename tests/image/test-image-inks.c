/* test-image-inks.c - colours and pictures in a printing condition; profiles that pictures bring. */
#include "image-fixture.h"

#include <glib.h>
#include <lcms2.h>
#include <png.h>

static DgInks *
inks_new(Fixture *fixture, bool black)
{
    DgInks *inks =
        dg_inks_new(fixture->arena, fixture->diags, g_getenv("DIGLOT_DATA"), "swop", black);
    g_assert_nonnull(inks);
    return inks;
}

static void
test_black_and_paper(Fixture *fixture, const void *data)
{
    (void)data;
    uint8_t split[4];
    DgInks *inks = inks_new(fixture, false);
    g_assert_cmpuint(dg_inks_gray(inks, 0x000000), ==, 0);
    g_assert_cmpuint(dg_inks_gray(inks, 0xFFFFFF), ==, 255);
    /* Lighter colours are lighter grays. */
    int before = -1;
    for (uint32_t light = 0; light < 256; light += 15) {
        int gray = dg_inks_gray(inks, light << 16 | light << 8 | light);
        g_assert_cmpint(gray, >=, before);
        before = gray;
    }
    g_assert_cmpint(dg_inks_gray(inks, 0xFFFF00), >, dg_inks_gray(inks, 0x0000FF));
    /* A gray is black ink; red is magenta and yellow. */
    dg_inks_split(inks, 0x808080, split);
    g_assert_true(split[0] == 0 && split[1] == 0 && split[2] == 0 && split[3] > 60);
    dg_inks_split(inks, 0xE00000, split);
    g_assert_true(split[1] > 180 && split[2] > 180 && split[0] < 60);
    dg_inks_free(inks);
}

static void
test_one_colour_has_no_other_ink(Fixture *fixture, const void *data)
{
    (void)data;
    uint8_t split[4];
    DgInks *inks = inks_new(fixture, true);
    dg_inks_split(inks, 0xE00000, split);
    g_assert_true(split[0] == 0 && split[1] == 0 && split[2] == 0 && split[3] > 0);
    dg_inks_free(inks);
}

static DgRaster
inked(Fixture *fixture, const DgImage *image, bool black)
{
    DgRaster raster;
    DgInks *inks = inks_new(fixture, black);
    g_assert_true(dg_image_ink(fixture->arena, fixture->diags, image, inks, 0, &raster));
    dg_inks_free(inks);
    g_assert_null(raster.alpha);
    return raster;
}

static const DgImage *
jpeg(Fixture *fixture, const JpegKind *kind)
{
    g_autoptr(GByteArray) bytes = make_jpeg(kind);
    fixture_write(fixture, "a.jpg", bytes->data, bytes->len);
    return fixture_load(fixture, "a.jpg");
}

/* The dark half stays dark, whatever the file's components; black ink has one, the press four. */
static void
test_pictures(Fixture *fixture, const void *data)
{
    const JpegKind *kind = data;
    const DgImage *image = jpeg(fixture, kind);
    DgRaster gray = inked(fixture, image, true), inks = inked(fixture, image, false);
    g_assert_cmpint(gray.components, ==, 1);
    g_assert_cmpint(gray.pixels[1], <, gray.pixels[gray.width - 2]);
    g_assert_cmpint(inks.components, ==, kind->components == 1 ? 1 : 4);
    g_assert_cmpint(inks.width * inks.height, ==, kind->width * kind->height);
}

/* What is transparent is paper. */
static void
test_transparent_is_paper(Fixture *fixture, const void *data)
{
    (void)data;
    const PngKind kind = {
        .width = 8, .height = 2, .type = PNG_COLOR_TYPE_GRAY, .depth = 16, .transparent = true};
    g_autoptr(GByteArray) bytes = make_png(&kind);
    fixture_write(fixture, "a.png", bytes->data, bytes->len);
    DgRaster raster = inked(fixture, fixture_load(fixture, "a.png"), true);
    g_assert_cmpint(raster.pixels[0], ==, 255);
    g_assert_cmpint(raster.pixels[1], <, 255);
}

/* APP2 behind the first two bytes: one chunk. */
static void
add_profile(GByteArray *jpeg_bytes, cmsHPROFILE profile)
{
    cmsUInt32Number size = 0;
    cmsSaveProfileToMem(profile, NULL, &size);
    g_autofree uint8_t *data = g_malloc(size);
    cmsSaveProfileToMem(profile, data, &size);
    cmsCloseProfile(profile);
    GByteArray *out = g_byte_array_new();
    guint length = size + 16;
    const uint8_t head[] = {0xFF, 0xE2, (uint8_t)(length >> 8), (uint8_t)length};
    g_byte_array_append(out, jpeg_bytes->data, 2);
    g_byte_array_append(out, head, sizeof head);
    g_byte_array_append(out, (const uint8_t *)"ICC_PROFILE\0\1\1", 14);
    g_byte_array_append(out, data, size);
    g_byte_array_append(out, jpeg_bytes->data + 2, jpeg_bytes->len - 2);
    g_byte_array_set_size(jpeg_bytes, 0);
    g_byte_array_append(jpeg_bytes, out->data, out->len);
    g_byte_array_free(out, TRUE);
}

static void
test_profiles_are_kept_when_they_fit(Fixture *fixture, const void *data)
{
    (void)data;
    for (int components = 1; components <= 3; components += 2) {
        const JpegKind kind = {.width = 16, .height = 8, .components = components};
        g_autoptr(GByteArray) bytes = make_jpeg(&kind);
        add_profile(bytes, cmsCreate_sRGBProfile());
        const char *name = components == 1 ? "gray.jpg" : "color.jpg";
        fixture_write(fixture, name, bytes->data, bytes->len);
        const DgImage *image = fixture_load(fixture, name);
        g_assert_nonnull(image);
        g_assert_true((image->profile.data != NULL) == (components == 3));
    }
}

static void
test_unknown_conditions_are_told(Fixture *fixture, const void *data)
{
    (void)data;
    g_assert_null(
        dg_inks_new(fixture->arena, fixture->diags, g_getenv("DIGLOT_DATA"), "moon", true));
    g_assert_null(dg_inks_new(fixture->arena, fixture->diags, "/nowhere", "SWOP", true));
    g_assert_cmpuint(dg_diags_count(fixture->diags, DG_PRINT_CONDITION), ==, 2);
    fixture_write(fixture, "styles/conditions.list", "bad\tx\t/dev/null\tpack\tinfo\n", 26);
    g_assert_null(dg_inks_new(fixture->arena, fixture->diags, fixture->folder, "bad", true));
    g_assert_cmpuint(dg_diags_count(fixture->diags, DG_PRINT_PROFILE), ==, 1);
}

#define INK_TEST(path, data, function)                                                             \
    g_test_add("/image-inks/" path, Fixture, data, fixture_open, function, fixture_close)

int
main(int argc, char **argv)
{
    static const JpegKind kinds[] = {{.width = 32, .height = 16, .components = 1},
                                     {.width = 32, .height = 16, .components = 3},
                                     {.width = 32, .height = 16, .components = 4, .adobe = true}};
    g_test_init(&argc, &argv, NULL);
    INK_TEST("black", NULL, test_black_and_paper);
    INK_TEST("one-colour", NULL, test_one_colour_has_no_other_ink);
    INK_TEST("gray", &kinds[0], test_pictures);
    INK_TEST("color", &kinds[1], test_pictures);
    INK_TEST("inks", &kinds[2], test_pictures);
    INK_TEST("transparent", NULL, test_transparent_is_paper);
    INK_TEST("profiles", NULL, test_profiles_are_kept_when_they_fit);
    INK_TEST("unknown", NULL, test_unknown_conditions_are_told);
    return g_test_run();
}
