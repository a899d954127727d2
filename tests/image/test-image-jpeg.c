/* test-image-jpeg.c - src/image/image-jpeg.c: headers, orientation, CMYK, damage. */
#include "image-fixture.h"

#include <stdlib.h>
#include <string.h>

static const DgImage *
load_jpeg(Fixture *fixture, const JpegKind *kind)
{
    g_autoptr(GByteArray) bytes = make_jpeg(kind);
    static int number;
    char *name = dg_arena_printf(fixture->arena, "%d.jpg", number++);
    fixture_write(fixture, name, bytes->data, bytes->len);
    return fixture_load(fixture, name);
}

static void
test_the_header_tells_size_colours_and_resolution(Fixture *fixture, const void *data)
{
    (void)data;
    static const struct {
        JpegKind kind;
        bool inverted;
        DgLen width, height;
    } cases[] = {
        {{.width = 300, .height = 150, .components = 3},
         false,
         DG_PT(144),
         DG_PT(72)}, /* 150 dpi */
        {{.width = 300, .height = 150, .components = 1, .dpi = 300}, false, DG_PT(72), DG_PT(36)},
        {{.width = 300, .height = 150, .components = 3, .dpi = 300, .progressive = true},
         false,
         DG_PT(72),
         DG_PT(36)},
        {{.width = 300, .height = 150, .components = 3, .dpi = 1},
         false,
         DG_PT(144),
         DG_PT(72)}, /* absurd */
        {{.width = 300, .height = 150, .components = 4}, false, DG_PT(144), DG_PT(72)},
        {{.width = 300, .height = 150, .components = 4, .adobe = true},
         true,
         DG_PT(144),
         DG_PT(72)},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        const DgImage *image = load_jpeg(fixture, &cases[i].kind);
        g_assert_nonnull(image);
        g_assert_cmpint(image->format, ==, DG_IMAGE_JPEG);
        g_assert_cmpint(image->width, ==, 300);
        g_assert_cmpint(image->height, ==, 150);
        g_assert_cmpint(image->components, ==, cases[i].kind.components);
        g_assert_cmpint(image->inverted, ==, cases[i].inverted);
        g_assert_cmpint(image->orientation, ==, 1);
        g_assert_cmpint(image->natural_width, ==, cases[i].width);
        g_assert_cmpint(image->natural_height, ==, cases[i].height);
    }
}

/* Where the dark half of the coded picture (its left) ends up: Exif 2.3, Orientation. */
static void
test_pictures_are_turned_upright(Fixture *fixture, const void *data)
{
    (void)data;
    static const char dark_side[9] = "-LRRLTTBB"; /* left, right, top, bottom */
    for (int orientation = 1; orientation <= 8; orientation++) {
        JpegKind kind = {.width = 64, .height = 32, .components = 1, .orientation = orientation};
        const DgImage *image = load_jpeg(fixture, &kind);
        DgRaster raster;
        g_assert_nonnull(image);
        g_assert_cmpint(image->orientation, ==, orientation);
        g_assert_cmpint(image->width, ==, 64);
        g_assert_true((image->natural_width > image->natural_height) == (orientation < 5));
        g_assert_true(dg_image_decode(fixture->arena, fixture->diags, image, 0, &raster));
        g_assert_cmpint(raster.width, ==, orientation < 5 ? 64 : 32);
        g_assert_cmpint(raster.height, ==, orientation < 5 ? 32 : 64);
        size_t width = (size_t)raster.width, height = (size_t)raster.height;
        bool first_dark = raster.pixels[0] < 128,
             last_dark = raster.pixels[width * height - 1] < 128;
        bool corner_dark = raster.pixels[width - 1] < 128; /* upper right */
        char side = first_dark ? (corner_dark ? 'T' : 'L') : (corner_dark ? 'R' : 'B');
        g_assert_true(first_dark != last_dark);
        g_assert_cmpint(side, ==, dark_side[orientation]);
    }
}

static void
test_inks_become_light(Fixture *fixture, const void *data)
{
    (void)data;
    for (int adobe = 0; adobe < 2; adobe++) {
        JpegKind kind = {.width = 64, .height = 8, .components = 4, .adobe = adobe == 1};
        DgRaster raster;
        const DgImage *image = load_jpeg(fixture, &kind);
        g_assert_true(dg_image_decode(fixture->arena, fixture->diags, image, 0, &raster));
        g_assert_cmpint(raster.components, ==, 3);
        bool left_is_light = raster.pixels[0] > 128, right_is_light = raster.pixels[3 * 63] > 128;
        g_assert_true(left_is_light == !adobe && right_is_light == (adobe == 1));
    }
}

static void
test_damage_is_reported_where_the_figure_stands(Fixture *fixture, const void *data)
{
    (void)data;
    JpegKind kind = {.width = 64, .height = 64, .components = 3};
    g_autoptr(GByteArray) good = make_jpeg(&kind);
    for (guint length = 3; length < good->len; length += 7) {
        char *name = dg_arena_printf(fixture->arena, "cut-%u.jpg", length);
        fixture_write(fixture, name, good->data, length);
        g_assert_null(fixture_load(fixture, name));
    }
    const DgDiag *list;
    g_assert_cmpuint(dg_diags_sorted(fixture->arena, fixture->diags, &list), ==,
                     dg_diags_count(fixture->diags, DG_FIGURE_BROKEN));
    g_assert_cmpstr(list[0].pos.file, ==, "item.xml");
    g_assert_cmpint(list[0].pos.line, ==, 3);
}

/* Every byte changed in turn: a picture or a message, never a fault of memory. */
static void
test_no_byte_does_harm(Fixture *fixture, const void *data)
{
    (void)data;
    JpegKind kind = {
        .width = 16, .height = 16, .components = 3, .orientation = 6, .progressive = true};
    g_autoptr(GByteArray) bytes = make_jpeg(&kind);
    int loaded = 0;
    for (guint i = 0; i < bytes->len; i += 3) {
        uint8_t kept = bytes->data[i];
        bytes->data[i] = (uint8_t)~kept;
        fixture_write(fixture, "harm.jpg", bytes->data, bytes->len);
        DgImages *images = dg_images_new(fixture->arena, fixture->folder);
        const DgImage *image = dg_image_load(images, fixture->diags, "harm.jpg", DG_NOWHERE);
        DgRaster raster;
        if (image && (int64_t)image->width * image->height < 1000000)
            loaded += dg_image_decode(fixture->arena, fixture->diags, image, 0, &raster);
        dg_images_free(images);
        bytes->data[i] = kept;
    }
    g_assert_cmpint(loaded, >, 10);
}

static void
test_a_small_file_may_not_claim_a_huge_picture(Fixture *fixture, const void *data)
{
    (void)data;
    JpegKind kind = {.width = 16, .height = 16, .components = 1};
    g_autoptr(GByteArray) bytes = make_jpeg(&kind);
    for (guint i = 0; i + 9 < bytes->len; i++)
        if (bytes->data[i] == 0xFF && bytes->data[i + 1] == 0xC0) {
            memset(bytes->data + i + 5, 0xF0, 4); /* height and width */
            break;
        }
    fixture_write(fixture, "huge.jpg", bytes->data, bytes->len);
    g_assert_null(fixture_load(fixture, "huge.jpg"));
    g_assert_cmpuint(dg_diags_count(fixture->diags, DG_FIGURE_BROKEN), ==, 1);
}

#define ADD(path, function) g_test_add(path, Fixture, NULL, fixture_open, function, fixture_close)

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    ADD("/image-jpeg/header", test_the_header_tells_size_colours_and_resolution);
    ADD("/image-jpeg/turn", test_pictures_are_turned_upright);
    ADD("/image-jpeg/inks", test_inks_become_light);
    ADD("/image-jpeg/damage", test_damage_is_reported_where_the_figure_stands);
    ADD("/image-jpeg/any-byte", test_no_byte_does_harm);
    ADD("/image-jpeg/huge", test_a_small_file_may_not_claim_a_huge_picture);
    return g_test_run();
}
