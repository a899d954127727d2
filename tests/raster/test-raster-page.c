/* test-raster-page.c - src/raster: what a page looks like in pixels, and that the PDF writer's page looks alike
 * when another program draws it. Two ways from the same display list to pixels: what one gets wrong, the other
 * shows. */
#include "../pdf/paper.h"

#include "diglot/raster.h"

#include <string.h>

static DgRaster
drawn(Paper *paper, int dpi)
{
    DgBytes png;
    DgRaster raster;
    g_assert_true(dg_page_png(paper->arena, paper->diags, &paper->pages, 0, dpi, &png));
    static int number;
    g_autofree char *name = g_strdup_printf("page-%d.png", number++);
    g_autofree char *path = g_build_filename(paper->folder, name, NULL);
    g_assert_true(g_file_set_contents(path, (const char *)png.data, (gssize)png.size, NULL));
    const DgImage *image = dg_image_load(paper->images, paper->diags, name, DG_NOWHERE);
    g_assert_nonnull(image);
    g_assert_true(dg_image_decode(paper->arena, paper->diags, image, 0, &raster));
    return raster;
}

static int
light(const DgRaster *raster, int x, int y, int component)
{
    return raster
        ->pixels[((size_t)y * (size_t)raster->width + (size_t)x) * (size_t)raster->components +
                 (size_t)(raster->components == 3 ? component : 0)];
}

static void
test_rectangles_stand_on_their_pixels(Paper *paper, const void *data)
{
    (void)data;
    paper->pages.width = DG_PT(72);
    paper->pages.height = DG_PT(36);
    paper_page(paper, "1");
    paper_mark(paper, (DgMark){.kind = DG_MARK_FILL,
                               .x = DG_PT(10),
                               .y = DG_PT(5),
                               .width = DG_PT(20),
                               .height = DG_PT(10),
                               .color = 0xFF8000});
    DgRaster raster = drawn(paper, 72);
    g_assert_cmpint(raster.width, ==, 72);
    g_assert_cmpint(raster.height, ==, 36);
    static const struct {
        int x, y, red, green, blue;
    } points[] = {{9, 5, 255, 255, 255},   {10, 5, 255, 128, 0},    {29, 14, 255, 128, 0},
                  {30, 14, 255, 255, 255}, {29, 15, 255, 255, 255}, {10, 4, 255, 255, 255}};
    for (size_t i = 0; i < G_N_ELEMENTS(points); i++) {
        g_assert_cmpint(light(&raster, points[i].x, points[i].y, 0), ==, points[i].red);
        g_assert_cmpint(light(&raster, points[i].x, points[i].y, 1), ==, points[i].green);
        g_assert_cmpint(light(&raster, points[i].x, points[i].y, 2), ==, points[i].blue);
    }
}

static void
test_pages_without_colour_are_gray(Paper *paper, const void *data)
{
    (void)data;
    paper_page(paper, "1");
    DgMark *mark = paper_mark(
        paper,
        (DgMark){.kind = DG_MARK_FILL, .width = DG_PT(20), .height = DG_PT(10), .color = 0x808080});
    DgRaster gray = drawn(paper, 72);
    g_assert_cmpint(gray.components, ==, 1);
    g_assert_cmpint(light(&gray, 5, 5, 0), ==, 128);
    g_assert_cmpint(light(&gray, 50, 50, 0), ==, 255);
    mark->color = 0x808081;
    g_assert_cmpint(drawn(paper, 72).components, ==, 3);
}

static void
test_odd_pages_are_refused_or_drawn(Paper *paper, const void *data)
{
    (void)data;
    DgBytes png;
    g_assert_false(dg_page_png(paper->arena, paper->diags, &paper->pages, 0, 72, &png));
    paper_page(paper, "1");
    g_assert_false(dg_page_png(paper->arena, paper->diags, &paper->pages, 1, 72, &png));
    g_assert_false(dg_page_png(paper->arena, paper->diags, &paper->pages, 0, 0, &png));
    DgRun empty = {0};
    paper_mark(paper, (DgMark){.kind = DG_MARK_GLYPHS});
    paper_mark(paper, (DgMark){.kind = DG_MARK_GLYPHS, .run = &empty});
    paper_mark(paper, (DgMark){.kind = DG_MARK_IMAGE});
    g_assert_true(dg_page_png(paper->arena, paper->diags, &paper->pages, 0, 72, &png));
    paper->pages.width = paper->pages.height = -5;
    g_assert_true(dg_page_png(paper->arena, paper->diags, &paper->pages, 0, 72, &png));
}

static const char drawing[] = "<svg xmlns='http://www.w3.org/2000/svg' width='200' height='100'>"
                              "<rect x='10' y='10' width='80' height='80' fill='#369'/>"
                              "<circle cx='150' cy='50' r='40' fill='#c33' opacity='.5'/></svg>";

static void
add_pictures(Paper *paper)
{
    enum { WIDTH = 64, HEIGHT = 32 };
    uint8_t pixels[WIDTH * HEIGHT], alpha[WIDTH * HEIGHT];
    for (int i = 0; i < WIDTH * HEIGHT; i++) {
        pixels[i] = (uint8_t)(i % WIDTH * 4);
        alpha[i] = (uint8_t)(i / WIDTH * 8);
    }
    DgRaster raster = {WIDTH, HEIGHT, 1, pixels, alpha};
    DgBytes png;
    g_assert_true(dg_png_encode(paper->arena, &raster, &png));
    g_autofree char *first = g_build_filename(paper->folder, "a.png", NULL);
    g_autofree char *second = g_build_filename(paper->folder, "b.svg", NULL);
    g_assert_true(g_file_set_contents(first, (const char *)png.data, (gssize)png.size, NULL));
    g_assert_true(g_file_set_contents(second, drawing, -1, NULL));
    static const char *const names[] = {"a.png", "b.svg"};
    for (int i = 0; i < 2; i++) {
        DgNode *graphic = dg_node_new(paper->arena, DG_GRAPHIC, DG_NOWHERE);
        const DgImage *image = dg_image_load(paper->images, paper->diags, names[i], DG_NOWHERE);
        paper_mark(paper, (DgMark){.kind = DG_MARK_IMAGE,
                                   .x = DG_PT(40 + 150 * i),
                                   .y = DG_PT(300),
                                   .width = DG_PT(128),
                                   .height = DG_PT(64),
                                   .node = graphic,
                                   .image = image});
    }
}

static void
set_page(Paper *paper)
{
    static const char text[] =
        "Съешь ещё этих мягких французских булок, да выпей чаю: affluent office №";
    DgNode *body = dg_node_new(paper->arena, DG_BODY, DG_NOWHERE);
    DgNode *block = paper_words(paper, body, DG_PARAGRAPH, text);
    paper->pages.height = DG_PT(380);
    paper_flow(paper, "item", body, NULL);
    paper_page(paper, "1");
    for (int i = 0; i < 16; i++) {
        static const char *const families[] = {"PT Serif", "PT Sans", "PT Mono"};
        paper->style.family = families[i % 3];
        paper->style.weight = i % 4 == 3 ? 700 : 400;
        paper->style.italic = i % 5 == 4;
        paper->style.size = DG_PT(7) + i * 300;
        paper->style.color = i % 6 == 5 ? 0x2244AA : 0;
        DgMark *mark =
            paper_text(paper, block->first, DG_PT(30) + i * 77, DG_PT(40) + i * DG_PT(15.3), text);
        DgRun *run = (DgRun *)mark->run;
        run->rise = i == 7 ? DG_PT(3) : 0;
        run->underline = i == 2;
        run->strike = i == 9;
        if (i % 3 == 1) { /* stretched as the line breaker does it: in the advances, too */
            run->expansion = i * 2 - 10;
            for (size_t j = 0; j < run->n_glyphs; j++)
                run->glyphs[j].advance =
                    (int32_t)dg_len_scale(run->glyphs[j].advance, 1000 + run->expansion, 1000) +
                    (j % 5 == 0 ? 300 : 0);
        }
    }
    paper_mark(paper, (DgMark){.kind = DG_MARK_RULE,
                               .x = DG_PT(40),
                               .y = DG_PT(290),
                               .width = DG_PT(300),
                               .height = DG_PT(0.5),
                               .color = 0});
    add_pictures(paper);
}

/* Sums of the light above and left of each pixel, so that the light of any square is four look-ups. */
static int64_t *
summed(Paper *paper, const DgRaster *raster)
{
    size_t width = (size_t)raster->width + 1;
    int64_t *sums = DG_NEW_ARRAY(paper->arena, int64_t, width * ((size_t)raster->height + 1));
    for (int y = 0; y < raster->height; y++) {
        int64_t row = 0;
        for (int x = 0; x < raster->width; x++) {
            size_t at = ((size_t)y + 1) * width + (size_t)x + 1;
            row += light(raster, x, y, 0) + 2 * light(raster, x, y, 1) + light(raster, x, y, 2);
            sums[at] = sums[at - width] + row;
        }
    }
    return sums;
}

typedef struct {
    double mean; /* of the differences, per mille of full light */
    int worst;   /* difference of light in a square, of 255 */
    int x, y;    /* where it is */
} Difference;

/* Squares, because both programs place edges a fraction of a pixel apart. */
static Difference
compare(Paper *paper, const DgRaster *a, const DgRaster *b)
{
    enum { SIDE = 7, LIGHTS = SIDE * SIDE * 4 };
    g_assert_cmpint(a->width, ==, b->width);
    g_assert_cmpint(a->height, ==, b->height);
    const int64_t *first = summed(paper, a), *second = summed(paper, b);
    size_t width = (size_t)a->width + 1;
    int64_t sum = 0, worst = 0;
    Difference difference = {0};
    for (int y = 0; y + SIDE <= a->height; y++)
        for (int x = 0; x + SIDE <= a->width; x++) {
            size_t top = (size_t)y * width + (size_t)x, bottom = top + SIDE * width;
            int64_t off =
                first[bottom + SIDE] - first[bottom] - first[top + SIDE] + first[top] -
                (second[bottom + SIDE] - second[bottom] - second[top + SIDE] + second[top]);
            sum += ABS(off);
            if (ABS(off) > worst) {
                worst = ABS(off);
                difference = (Difference){0, (int)(worst / LIGHTS), x, y};
            }
        }
    difference.mean = (double)sum * 1000 / 255 / LIGHTS / a->width / a->height;
    return difference;
}

static DgRaster
drawn_by_poppler(Paper *paper, int dpi)
{
    g_autofree char *root = g_build_filename(paper->folder, "poppler", NULL);
    g_autofree char *command = g_strdup_printf("pdftocairo -r %d -singlefile -png @ %s", dpi, root);
    paper_run(paper, paper_write(paper, NULL), command);
    DgImages *images = dg_images_new(paper->arena, paper->folder);
    const DgImage *image = dg_image_load(images, paper->diags, "poppler.png", DG_NOWHERE);
    DgRaster raster;
    g_assert_nonnull(image);
    g_assert_true(dg_image_decode(paper->arena, paper->diags, image, 0, &raster));
    dg_images_free(images);
    return raster;
}

/* Tolerance: 5 per mille of the light of the page, a fifth of it in any square of 1.7 pt. Poppler sets glyphs on
 * whole pixels, this Cairo where they belong: at 300 dpi that is up to 0.12 pt. */
enum { DPI = 300, WORST = 51 };

static void
test_the_pdf_looks_like_the_display_list(Paper *paper, const void *data)
{
    (void)data;
    set_page(paper);
    DgRaster own = drawn(paper, DPI), other = drawn_by_poppler(paper, DPI);
    Difference difference = compare(paper, &own, &other);
    g_test_message("mean %.3f per mille, worst %d at %d, %d", difference.mean, difference.worst,
                   difference.x, difference.y);
    g_assert_cmpfloat(difference.mean, <, 5);
    g_assert_cmpint(difference.worst, <, WORST);
}

/* One line that is half a point off is found: the comparison can fail. */
static void
test_a_shifted_line_is_noticed(Paper *paper, const void *data)
{
    (void)data;
    set_page(paper);
    DgRaster other = drawn_by_poppler(paper, DPI);
    paper->pages.pages[0].marks[3].x += DG_PT(0.5);
    DgRaster own = drawn(paper, DPI);
    Difference difference = compare(paper, &own, &other);
    g_test_message("mean %.3f per mille, worst %d at %d, %d", difference.mean, difference.worst,
                   difference.x, difference.y);
    g_assert_cmpint(difference.worst, >, WORST);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    PAPER_TEST("/raster-page/rectangles", test_rectangles_stand_on_their_pixels);
    PAPER_TEST("/raster-page/gray", test_pages_without_colour_are_gray);
    PAPER_TEST("/raster-page/odd", test_odd_pages_are_refused_or_drawn);
    PAPER_TEST("/raster-page/differential", test_the_pdf_looks_like_the_display_list);
    PAPER_TEST("/raster-page/noticed", test_a_shifted_line_is_noticed);
    return g_test_run();
}
