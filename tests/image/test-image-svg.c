/* test-image-svg.c - src/image/image-svg.c: sizes, pixels, PDF; nothing outside the file is read. */
#include "image-fixture.h"

#include <string.h>

#define SVG "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' "

static const DgImage *
load_text(Fixture *fixture, const char *text)
{
    static int number;
    char *name = dg_arena_printf(fixture->arena, "%d.svg", number++);
    fixture_write(fixture, name, text, strlen(text));
    return fixture_load(fixture, name);
}

static void
test_units_and_view_box_give_the_size(Fixture *fixture, const void *data)
{
    (void)data;
    static const struct {
        const char *text;
        DgLen width, height;
    } cases[] = {{SVG "width='96' height='48'/>", DG_PT(72), DG_PT(36)},
                 {SVG "width='72pt' height='36pt'/>", DG_PT(72), DG_PT(36)},
                 {SVG "width='1in' height='0.5in'/>", DG_PT(72), DG_PT(36)},
                 {SVG "width='25.4mm' height='12.7mm'/>", DG_PT(72), DG_PT(36)},
                 {SVG "viewBox='0 0 96 48'/>", DG_PT(72), DG_PT(36)},
                 {SVG "width='100%' height='100%' viewBox='0 0 96 48'/>", DG_PT(72), DG_PT(36)},
                 {"<?xml version='1.0'?>\n<!-- drawn by hand -->\n" SVG "width='96' height='48'/>",
                  DG_PT(72), DG_PT(36)},
                 {SVG "width='0' height='48'/>", 0, 0},
                 {SVG "width='1e9' height='1e9'/>", 0, 0},
                 {SVG "width='96' height='48'><g>", 0, 0}};
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        const DgImage *image = load_text(fixture, cases[i].text);
        g_assert_cmpint(image ? image->natural_width : 0, ==, cases[i].width);
        g_assert_cmpint(image ? image->natural_height : 0, ==, cases[i].height);
    }
    g_assert_cmpuint(dg_diags_count(fixture->diags, DG_FIGURE_BROKEN), ==, 3);
}

static void
test_pixels_have_colour_and_opacity(Fixture *fixture, const void *data)
{
    (void)data;
    const DgImage *image =
        load_text(fixture, SVG "width='96' height='96'>"
                               "<rect width='48' height='96' fill='#ff8000'/></svg>");
    DgRaster raster;
    g_assert_true(dg_image_decode(fixture->arena, fixture->diags, image, 40, &raster));
    g_assert_cmpint(raster.width, ==, 40);
    g_assert_cmpint(raster.height, ==, 40);
    static const uint8_t orange[3] = {0xFF, 0x80, 0};
    g_assert_cmpmem(raster.pixels, 3, orange, 3);
    g_assert_cmpint(raster.alpha[0], ==, 255);
    g_assert_cmpint(raster.alpha[39], ==, 0);
    g_assert_true(dg_image_decode(fixture->arena, fixture->diags, image, 0, &raster));
    g_assert_cmpint(raster.width, ==, 300); /* one inch at 300 dpi */
}

static void
test_the_pdf_is_the_same_every_time(Fixture *fixture, const void *data)
{
    (void)data;
    const DgImage *image = load_text(fixture, SVG "width='96' height='48'>"
                                                  "<text x='5' y='20'>Рисунок</text></svg>");
    DgBytes first, second;
    g_assert_true(dg_image_svg_pdf(fixture->arena, fixture->diags, image, &first));
    g_usleep(1100 * 1000); /* another second on the clock */
    g_assert_true(dg_image_svg_pdf(fixture->arena, fixture->diags, image, &second));
    g_assert_cmpmem(first.data, first.size, second.data, second.size);
    g_assert_cmpmem(first.data, 5, "%PDF-", 5);
}

/* A picture beside the drawing, named in every way: it must not appear in it. */
static void
test_nothing_outside_is_read(Fixture *fixture, const void *data)
{
    (void)data;
    uint8_t black[3] = {0, 0, 0};
    DgRaster pixel = {1, 1, 3, black, NULL};
    DgBytes png;
    g_assert_true(dg_png_encode(fixture->arena, &pixel, &png));
    fixture_write(fixture, "black.png", png.data, png.size);
    const char *inside = SVG "width='9' height='9'><rect width='9' height='9' fill='black'/></svg>";
    fixture_write(fixture, "black.svg", inside, strlen(inside));
    char *path = dg_path_join(fixture->arena, fixture->folder, "black.png");
    g_autofree char *encoded = g_base64_encode(png.data, png.size);
    const struct {
        const char *text;
        bool shown;
    } cases[] = {
        {dg_arena_printf(fixture->arena,
                         "<image width='9' height='9' xlink:href='data:image/png;base64,%s'/>",
                         encoded),
         true},
        {"<image width='9' height='9' xlink:href='black.png'/>", false},
        {dg_arena_printf(fixture->arena, "<image width='9' height='9' xlink:href='file://%s'/>",
                         path),
         false},
        {dg_arena_printf(fixture->arena, "<image width='9' height='9' xlink:href='%s'/>", path),
         false},
        {"<image width='9' height='9' xlink:href='http://127.0.0.1:9/black.png'/>", false},
        {"<use xlink:href='black.svg#x'/>", false},
        {"<xi:include xmlns:xi='http://www.w3.org/2001/XInclude' href='black.svg'/>", false},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        const DgImage *image =
            load_text(fixture, dg_arena_printf(fixture->arena, SVG "width='9' height='9'>%s</svg>",
                                               cases[i].text));
        DgRaster raster = {0};
        bool drawn = image && dg_image_decode(fixture->arena, fixture->diags, image, 9, &raster) &&
                     raster.alpha[4 * 9 + 4] > 0;
        g_assert_cmpint(drawn, ==, cases[i].shown);
    }
    const DgImage *entity =
        load_text(fixture, dg_arena_printf(fixture->arena,
                                           "<!DOCTYPE svg [<!ENTITY e SYSTEM 'file://%s'>]>" SVG
                                           "width='9' height='9'><text y='9'>&e;</text></svg>",
                                           "/etc/hostname"));
    DgRaster raster = {0};
    if (entity && dg_image_decode(fixture->arena, fixture->diags, entity, 9, &raster))
        for (int i = 0; i < 81; i++)
            g_assert_cmpint(raster.alpha[i], ==, 0);
}

#define ADD(path, function) g_test_add(path, Fixture, NULL, fixture_open, function, fixture_close)

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    ADD("/image-svg/size", test_units_and_view_box_give_the_size);
    ADD("/image-svg/pixels", test_pixels_have_colour_and_opacity);
    ADD("/image-svg/pdf", test_the_pdf_is_the_same_every_time);
    ADD("/image-svg/outside", test_nothing_outside_is_read);
    return g_test_run();
}
