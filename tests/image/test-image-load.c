/* test-image-load.c - src/image/image-load.c: where pictures may lie, what they may be, read once. */
#include "image-fixture.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

static void
test_each_failure_has_its_code(Fixture *fixture, const void *data)
{
    (void)data;
    fixture_write(fixture, "text.png", "just text", 9);
    fixture_write(fixture, "empty.png", "", 0);
    fixture_write(fixture, "page.html", "<html><body/></html>", 20);
    fixture_write(fixture, "gif.gif", "GIF89a\1\0\1\0", 10);
    char *link = dg_path_join(fixture->arena, fixture->folder, "link.png");
    g_assert_cmpint(symlink("/etc/hostname", link), ==, 0);
    static const struct {
        const char *href;
        DgCode code;
    } cases[] = {
        {"nowhere.png", DG_FIGURE_MISSING},    {".", DG_FIGURE_MISSING},
        {"../secret.png", DG_FIGURE_OUTSIDE},  {"/etc/passwd", DG_FIGURE_OUTSIDE},
        {"http://a/b.png", DG_FIGURE_OUTSIDE}, {"", DG_FIGURE_OUTSIDE},
        {"link.png", DG_FIGURE_OUTSIDE},       {"text.png", DG_FIGURE_UNSUPPORTED},
        {"empty.png", DG_FIGURE_UNSUPPORTED},  {"page.html", DG_FIGURE_UNSUPPORTED},
        {"gif.gif", DG_FIGURE_UNSUPPORTED},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        size_t before = dg_diags_count(fixture->diags, cases[i].code);
        g_assert_null(dg_image_load(fixture->images, fixture->diags, cases[i].href,
                                    (DgPos){"a.xml", (int)i + 1, 1}));
        g_assert_cmpuint(dg_diags_count(fixture->diags, cases[i].code), ==, before + 1);
    }
    g_assert_null(dg_image_load(fixture->images, fixture->diags, NULL, DG_NOWHERE));
}

static void
test_a_file_is_read_once_and_a_failure_reported_at_each_place(Fixture *fixture, const void *data)
{
    (void)data;
    JpegKind kind = {.width = 8, .height = 8, .components = 1};
    g_autoptr(GByteArray) bytes = make_jpeg(&kind);
    fixture_write(fixture, "a.jpg", bytes->data, bytes->len);
    const DgImage *first = fixture_load(fixture, "a.jpg");
    g_assert_nonnull(first);
    g_remove(dg_path_join(fixture->arena, fixture->folder, "a.jpg"));
    g_assert_true(fixture_load(fixture, "a.jpg") == first);
    for (int line = 1; line <= 3; line++)
        dg_image_load(fixture->images, fixture->diags, "absent.jpg", (DgPos){"a.xml", line, 1});
    g_assert_cmpuint(dg_diags_count(fixture->diags, DG_FIGURE_MISSING), ==, 3);
}

static void
test_the_name_does_not_tell_the_format(Fixture *fixture, const void *data)
{
    (void)data;
    JpegKind kind = {.width = 8, .height = 8, .components = 1};
    g_autoptr(GByteArray) bytes = make_jpeg(&kind);
    fixture_write(fixture, "photo.png", bytes->data, bytes->len);
    g_assert_cmpint(fixture_load(fixture, "photo.png")->format, ==, DG_IMAGE_JPEG);
}

static void
count_call(void *data)
{
    ++*(int *)data;
}

static void
test_drawings_are_prepared_for_once(Fixture *fixture, const void *data)
{
    (void)data;
    static const char drawing[] = "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>";
    JpegKind kind = {.width = 8, .height = 8, .components = 1};
    g_autoptr(GByteArray) bytes = make_jpeg(&kind);
    int calls = 0;
    dg_images_on_drawing(fixture->images, count_call, &calls);
    fixture_write(fixture, "a.jpg", bytes->data, bytes->len);
    g_assert_nonnull(fixture_load(fixture, "a.jpg"));
    g_assert_cmpint(calls, ==, 0);
    for (int i = 0; i < 2; i++) {
        char *name = dg_arena_printf(fixture->arena, "%d.svg", i);
        fixture_write(fixture, name, drawing, strlen(drawing));
        g_assert_nonnull(fixture_load(fixture, name));
        g_assert_cmpint(calls, ==, 1);
    }
}

#define ADD(path, function) g_test_add(path, Fixture, NULL, fixture_open, function, fixture_close)

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    ADD("/image-load/codes", test_each_failure_has_its_code);
    ADD("/image-load/once", test_a_file_is_read_once_and_a_failure_reported_at_each_place);
    ADD("/image-load/content", test_the_name_does_not_tell_the_format);
    ADD("/image-load/prepare", test_drawings_are_prepared_for_once);
    return g_test_run();
}
