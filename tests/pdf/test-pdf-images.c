/* test-pdf-images.c - src/pdf/pdf-images.c and pdf-drawing.c: pictures in the file, as readers find them. */
#include "paper.h"
#include "pdf-internal.h"

#include <string.h>

static const char drawing[] =
    "<svg xmlns='http://www.w3.org/2000/svg' width='200' height='100'>"
    "<defs><linearGradient id='g'><stop stop-color='#123'/><stop offset='1' stop-color='#9cf'/></linearGradient></defs>"
    "<rect width='200' height='100' fill='url(#g)' opacity='.5'/>"
    "<path d='M10 10 L190 90' stroke='black'/><text x='20' y='60' font-size='20'>Схема Office</text></svg>";

/* Gray 8 by 8 pixels of one scan: the smallest baseline file. */
static DgBytes
tiny_jpeg(void)
{
    static const char coded[] =
        "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAFA3PEY8MlBGQUZaVVBfeMiCeG5uePWvuZHI////////////"
        "////////////////////////////////////////wAALCAAIAAgBAREA/8QAFAABAAAAAAAAAAAAAAAA"
        "AAAAAv/EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AD//Z";
    gsize size = 0;
    guchar *data = g_base64_decode(coded, &size);
    return (DgBytes){data, size};
}

static const DgImage *
put_file(Paper *paper, const char *name, const void *data, size_t size)
{
    g_autofree char *path = g_build_filename(paper->folder, name, NULL);
    g_assert_true(g_file_set_contents(path, data, (gssize)size, NULL));
    return dg_image_load(paper->images, paper->diags, name, DG_NOWHERE);
}

static const DgImage *
put_png(Paper *paper, const char *name, int components, bool transparent)
{
    uint8_t pixels[20 * 10 * 3], alpha[20 * 10];
    for (size_t i = 0; i < sizeof pixels; i++)
        pixels[i] = (uint8_t)(i * 7);
    for (size_t i = 0; i < sizeof alpha; i++)
        alpha[i] = (uint8_t)i;
    DgRaster raster = {20, 10, components, pixels, transparent ? alpha : NULL};
    DgBytes png;
    g_assert_true(dg_png_encode(paper->arena, &raster, &png));
    return put_file(paper, name, png.data, png.size);
}

static DgNode *
put_figure(Paper *paper, DgNode *body, const DgImage *image)
{
    DgNode *graphic = paper_add(paper, body, DG_GRAPHIC);
    g_assert_nonnull(image);
    graphic->href = image->file;
    paper->y += DG_PT(60);
    paper_mark(paper, (DgMark){.kind = DG_MARK_IMAGE,
                               .x = DG_PT(40),
                               .y = paper->y,
                               .width = DG_PT(100),
                               .height = DG_PT(50),
                               .node = graphic,
                               .image = image});
    return graphic;
}

static void
test_each_kind_is_embedded_in_its_way(Paper *paper, const void *data)
{
    (void)data;
    DgNode *body = dg_node_new(paper->arena, DG_BODY, DG_NOWHERE);
    paper_flow(paper, "item", body, NULL);
    paper_page(paper, "1");
    DgBytes jpeg = tiny_jpeg();
    const DgImage *photo = put_file(paper, "photo.jpg", jpeg.data, jpeg.size);
    put_figure(paper, body, photo);
    put_figure(paper, body, photo); /* stands in the file once */
    put_figure(paper, body, put_png(paper, "gray.png", 1, false));
    put_figure(paper, body, put_png(paper, "color.png", 3, true));
    put_figure(paper, body, put_file(paper, "drawing.svg", drawing, strlen(drawing)));
    DgBytes bytes = paper_write(paper, NULL);
    paper_run(paper, bytes, "qpdf --check @");
    char *list = paper_run(paper, bytes, "pdfimages -list @");
    g_auto(GStrv) lines = g_strsplit(list, "\n", -1);
    g_assert_cmpuint(g_strv_length(lines), ==,
                     2 + 5 + 1); /* heading; photo twice, gray, color and its mask */
    g_assert_nonnull(strstr(list, "image       8     8  gray    1   8  jpeg"));
    g_assert_nonnull(strstr(list, "image      20    10  gray    1   8  image"));
    g_assert_nonnull(strstr(list, "image      20    10  rgb     3   8  image"));
    g_assert_nonnull(strstr(list, "smask      20    10  gray    1   8  image"));
    /* The drawing's words are still words, in fonts that are embedded. */
    g_assert_nonnull(strstr(paper_run(paper, bytes, "pdftotext @ -"), "Схема Office"));
    g_assert_null(strstr(paper_run(paper, bytes, "pdffonts @"), " no "));
    char *plain = paper_plain(paper, bytes);
    g_assert_null(strstr(plain, "/Interpolate"));
    g_assert_nonnull(strstr(paper_run(paper, bytes, "pdfinfo -meta @"), "pdfuaid"));
    /* The bytes of a JPEG are its own. */
    bool found = false;
    for (size_t i = 0; i + jpeg.size <= bytes.size && !found; i++)
        found = memcmp(bytes.data + i, jpeg.data, jpeg.size) == 0;
    g_assert_true(found);
    g_free((void *)jpeg.data);
}

static void
test_the_same_picture_gives_the_same_bytes(Paper *paper, const void *data)
{
    (void)data;
    DgNode *body = dg_node_new(paper->arena, DG_BODY, DG_NOWHERE);
    paper_flow(paper, "item", body, NULL);
    paper_page(paper, "1");
    put_figure(paper, body, put_file(paper, "drawing.svg", drawing, strlen(drawing)));
    DgBytes first = paper_write(paper, NULL);
    g_usleep(1100 * 1000); /* another second on the clock */
    DgBytes second = paper_write(paper, NULL);
    g_assert_cmpmem(first.data, first.size, second.data, second.size);
}

/* The pixels of the file's page, whose left half is the picture's. */
static void
test_pixels_come_back(Paper *paper, const void *data)
{
    (void)data;
    DgNode *body = dg_node_new(paper->arena, DG_BODY, DG_NOWHERE);
    paper_flow(paper, "item", body, NULL);
    paper_page(paper, "1");
    put_figure(paper, body, put_png(paper, "color.png", 3, false));
    g_autofree char *root = g_build_filename(paper->folder, "taken", NULL);
    g_autofree char *command = g_strdup_printf("pdfimages -png @ %s", root);
    paper_run(paper, paper_write(paper, NULL), command);
    const DgImage *back = dg_image_load(paper->images, paper->diags, "taken-000.png", DG_NOWHERE);
    DgRaster raster;
    g_assert_nonnull(back);
    g_assert_true(dg_image_decode(paper->arena, paper->diags, back, 0, &raster));
    for (size_t i = 0; i < 20 * 10 * 3; i++)
        g_assert_cmpint(raster.pixels[i], ==, (uint8_t)(i * 7));
}

/* Corners of the coded picture, turned as Exif asks, fill the box: the first one lands where TIFF says. */
static void
test_orientation_is_a_matrix(void)
{
    static const struct {
        int64_t x, y; /* of the coded upper left corner, in a box 200 by 100 at 10, 20; y upwards */
        int64_t right_x, right_y; /* of the coded upper right corner */
    } corners[9] = {{0, 0, 0, 0},        {10, 120, 210, 120}, {210, 120, 10, 120},
                    {210, 20, 10, 20},   {10, 20, 210, 20},   {10, 120, 10, 20},
                    {210, 120, 210, 20}, {210, 20, 210, 120}, {10, 20, 10, 120}};
    static const int64_t box[4] = {10, 20, 200, 100};
    for (int orientation = 1; orientation <= 8; orientation++) {
        int64_t m[6];
        pdf_image_matrix(orientation, box, m);
        /* The coded corners are (0, 1) and (1, 1) of the unit square. */
        g_assert_cmpint(m[2] + m[4], ==, corners[orientation].x);
        g_assert_cmpint(m[3] + m[5], ==, corners[orientation].y);
        g_assert_cmpint(m[0] + m[2] + m[4], ==, corners[orientation].right_x);
        g_assert_cmpint(m[1] + m[3] + m[5], ==, corners[orientation].right_y);
    }
}

/* Inks that no profile explains are decoded to lights (this file cannot be), so that the file stays what it
 * claims to be. */
static void
test_bare_inks_are_not_passed_through(Paper *paper, const void *data)
{
    (void)data;
    DgNode *body = dg_node_new(paper->arena, DG_BODY, DG_NOWHERE);
    paper_flow(paper, "item", body, NULL);
    paper_page(paper, "1");
    DgBytes jpeg = tiny_jpeg();
    DgImage *inks = dg_arena_copy(paper->arena, put_file(paper, "inks.jpg", jpeg.data, jpeg.size),
                                  sizeof *inks);
    inks->components = 4;
    inks->inverted = true;
    put_figure(paper, body, inks);
    DgBytes bytes = paper_write(paper, NULL);
    char *plain = paper_plain(paper, bytes);
    g_assert_null(strstr(plain, "DeviceCMYK"));
    g_assert_cmpuint(dg_diags_count(paper->diags, DG_FIGURE_BROKEN), ==, 1);
    g_assert_nonnull(strstr(paper_run(paper, bytes, "pdfinfo -meta @"), "pdfuaid"));
    g_free((void *)jpeg.data);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    PAPER_TEST("/pdf-images/kinds", test_each_kind_is_embedded_in_its_way);
    PAPER_TEST("/pdf-images/same-bytes", test_the_same_picture_gives_the_same_bytes);
    PAPER_TEST("/pdf-images/pixels", test_pixels_come_back);
    g_test_add_func("/pdf-images/orientation", test_orientation_is_a_matrix);
    PAPER_TEST("/pdf-images/inks", test_bare_inks_are_not_passed_through);
    return g_test_run();
}
