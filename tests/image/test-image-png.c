/* test-image-png.c - src/image/image-png.c and image-png-write.c: every colour type, damage, there and back. */
#include "image-fixture.h"

#include <png.h>
#include <string.h>

static const DgImage *
load_bytes(Fixture *fixture, const void *bytes, size_t size)
{
    static int number;
    char *name = dg_arena_printf(fixture->arena, "%d.png", number++);
    fixture_write(fixture, name, bytes, size);
    return fixture_load(fixture, name);
}

static void
test_all_colour_types_decode(Fixture *fixture, const void *data)
{
    (void)data;
    static const struct {
        int type, depth;
        bool transparent;
        int components;
        bool alpha;
        int left, right; /* first component of the first and the last pixel */
    } cases[] = {
        {PNG_COLOR_TYPE_GRAY, 1, false, 1, false, 0, 255},
        {PNG_COLOR_TYPE_GRAY, 2, false, 1, false, 0, 255},
        {PNG_COLOR_TYPE_GRAY, 4, false, 1, false, 0, 255},
        {PNG_COLOR_TYPE_GRAY, 8, false, 1, false, 0, 255},
        {PNG_COLOR_TYPE_GRAY, 16, false, 1, false, 0, 255},
        {PNG_COLOR_TYPE_GRAY, 8, true, 1, true, 0, 255},
        {PNG_COLOR_TYPE_GRAY_ALPHA, 8, false, 1, true, 0, 255},
        {PNG_COLOR_TYPE_GRAY_ALPHA, 16, false, 1, true, 0, 255},
        {PNG_COLOR_TYPE_PALETTE, 1, false, 3, false, 200, 30},
        {PNG_COLOR_TYPE_PALETTE, 8, false, 3, false, 200, 30},
        {PNG_COLOR_TYPE_PALETTE, 4, true, 3, true, 200, 30},
        {PNG_COLOR_TYPE_RGB, 8, false, 3, false, 0, 255},
        {PNG_COLOR_TYPE_RGB, 16, false, 3, false, 0, 255},
        {PNG_COLOR_TYPE_RGB, 8, true, 3, true, 0, 255},
        {PNG_COLOR_TYPE_RGB_ALPHA, 8, false, 3, true, 0, 255},
        {PNG_COLOR_TYPE_RGB_ALPHA, 16, false, 3, true, 0, 255},
    };
    for (size_t i = 0; i < 2 * G_N_ELEMENTS(cases); i++) {
        size_t k = i / 2;
        PngKind kind = {21, 11, cases[k].type, cases[k].depth, i % 2 == 1, cases[k].transparent, 0};
        g_autoptr(GByteArray) bytes = make_png(&kind);
        const DgImage *image = load_bytes(fixture, bytes->data, bytes->len);
        DgRaster raster;
        g_assert_nonnull(image);
        g_assert_cmpint(image->components, ==, cases[k].components);
        g_assert_cmpint(image->alpha, ==, cases[k].alpha);
        g_assert_true(dg_image_decode(fixture->arena, fixture->diags, image, 0, &raster));
        g_assert_cmpint(raster.width, ==, 21);
        g_assert_cmpint(raster.height, ==, 11);
        g_assert_true((raster.alpha != NULL) == cases[k].alpha);
        size_t last = 21 * 11 - 1, size = (size_t)raster.components;
        g_assert_cmpint(raster.pixels[0], ==, cases[k].left);
        g_assert_cmpint(raster.pixels[last * size], ==, cases[k].right);
        if (raster.alpha) {
            g_assert_cmpint(raster.alpha[0], ==, 0);
            g_assert_cmpint(raster.alpha[last], ==, 255);
        }
    }
}

static void
test_the_resolution_gives_the_natural_size(Fixture *fixture, const void *data)
{
    (void)data;
    PngKind kind = {300, 150, PNG_COLOR_TYPE_GRAY, 8, false, false, 300};
    g_autoptr(GByteArray) bytes = make_png(&kind);
    const DgImage *image = load_bytes(fixture, bytes->data, bytes->len);
    /* Dots per metre are whole: 300 dpi comes back as 299.999. */
    g_assert_cmpint(image->natural_width, >=, DG_PT(72));
    g_assert_cmpint(image->natural_width, <=, DG_PT(72) + 2);
}

static void
test_what_is_written_reads_back(Fixture *fixture, const void *data)
{
    (void)data;
    uint8_t pixels[2 * 3 * 3], alpha[2 * 3] = {0, 50, 100, 150, 200, 250};
    for (size_t i = 0; i < sizeof pixels; i++)
        pixels[i] = (uint8_t)(i * 13);
    for (int components = 1; components <= 3; components += 2)
        for (int transparent = 0; transparent < 2; transparent++) {
            DgRaster raster = {3, 2, components, pixels, transparent ? alpha : NULL}, back;
            DgBytes first, second;
            g_assert_true(dg_png_encode(fixture->arena, &raster, &first));
            g_assert_true(dg_png_encode(fixture->arena, &raster, &second));
            g_assert_cmpmem(first.data, first.size, second.data, second.size);
            const DgImage *image = load_bytes(fixture, first.data, first.size);
            g_assert_true(dg_image_decode(fixture->arena, fixture->diags, image, 0, &back));
            g_assert_cmpmem(back.pixels, (size_t)components * 6, pixels, (size_t)components * 6);
            g_assert_true((back.alpha != NULL) == (transparent == 1));
            if (transparent)
                g_assert_cmpmem(back.alpha, 6, alpha, 6);
        }
}

static void
test_damage_never_passes(Fixture *fixture, const void *data)
{
    (void)data;
    PngKind kind = {40, 30, PNG_COLOR_TYPE_RGB, 8, false, false, 0};
    g_autoptr(GByteArray) good = make_png(&kind);
    for (guint length = 8; length < good->len; length += 5)
        g_assert_null(load_bytes(fixture, good->data, length));
    for (guint i = 12; i < good->len - 12; i += 3) {
        g_autofree uint8_t *bad = g_memdup2(good->data, good->len);
        bad[i] ^= 0x55;
        const DgImage *image = load_bytes(fixture, bad, good->len);
        DgRaster raster;
        if (image) /* a change in a chunk that nobody needs */
            g_assert_true(dg_image_decode(fixture->arena, fixture->diags, image, 0, &raster));
    }
    g_assert_cmpuint(dg_diags_count(fixture->diags, DG_FIGURE_BROKEN), >, 20);
}

static void
test_a_small_file_may_not_claim_a_huge_picture(Fixture *fixture, const void *data)
{
    (void)data;
    PngKind kind = {16000, 2, PNG_COLOR_TYPE_GRAY, 1, false, false, 0};
    g_autoptr(GByteArray) bytes = make_png(&kind);
    /* 16000 x 8000 is more than 100 megapixels; the header's checksum is made right again. */
    bytes->data[22] = 0x1F;
    bytes->data[23] = 0x40;
    static const uint32_t polynomial = 0xEDB88320;
    uint32_t crc = 0xFFFFFFFF;
    for (int i = 12; i < 29; i++) {
        crc ^= bytes->data[i];
        for (int bit = 0; bit < 8; bit++)
            crc = crc >> 1 ^ (crc & 1 ? polynomial : 0);
    }
    for (int i = 0; i < 4; i++)
        bytes->data[29 + i] = (uint8_t)(~crc >> (24 - 8 * i));
    g_assert_null(load_bytes(fixture, bytes->data, bytes->len));
    const DgDiag *list;
    g_assert_cmpuint(dg_diags_sorted(fixture->arena, fixture->diags, &list), ==, 1);
    g_assert_cmpstr(list[0].argument[1], ==, "it is larger than 100 megapixels");
}

#define ADD(path, function) g_test_add(path, Fixture, NULL, fixture_open, function, fixture_close)

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    ADD("/image-png/types", test_all_colour_types_decode);
    ADD("/image-png/resolution", test_the_resolution_gives_the_natural_size);
    ADD("/image-png/there-and-back", test_what_is_written_reads_back);
    ADD("/image-png/damage", test_damage_never_passes);
    ADD("/image-png/huge", test_a_small_file_may_not_claim_a_huge_picture);
    return g_test_run();
}
