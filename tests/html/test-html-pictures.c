/* test-html-pictures.c - src/html: pictures of an edition, found once, named by content, or missing. */
#include "diglot/html.h"

#include <glib.h>
#include <glib/gstdio.h>
#include <string.h>

static const char svg[] = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"40\" height=\"30\"/>";

typedef struct {
    char *folder;
    DgArena *arena;
    DgHtmlPictures *pictures;
} Volume;

static void
put_file(const Volume *volume, const char *name, const char *content)
{
    g_autofree char *path = g_build_filename(volume->folder, name, NULL);
    g_assert_true(g_file_set_contents(path, content, -1, NULL));
}

static void
open_volume(Volume *volume, const void *data)
{
    (void)data;
    volume->folder = g_dir_make_tmp("diglot-pictures-XXXXXX", NULL);
    volume->arena = dg_arena_new();
    put_file(volume, "Карта 1.svg", svg);
    put_file(volume, "b.png", "no picture at all");
    volume->pictures = dg_html_pictures_new(volume->arena, volume->folder, "figures");
}

static void
close_volume(Volume *volume, const void *data)
{
    (void)data;
    dg_html_pictures_free(volume->pictures);
    dg_html_pictures_free(NULL);
    for (const char **name = dg_folder_list(volume->arena, volume->folder); *name; name++) {
        g_autofree char *path = g_build_filename(volume->folder, *name, NULL);
        g_unlink(path);
    }
    g_rmdir(volume->folder);
    g_free(volume->folder);
    dg_arena_free(volume->arena);
}

static void
test_a_picture_is_told_by_its_content(Volume *volume, const void *data)
{
    (void)data;
    const DgHtmlPicture *picture = dg_html_picture(volume->pictures, "Карта 1.svg");
    g_assert_nonnull(picture);
    g_assert_cmpstr(picture->media_type, ==, "image/svg+xml");
    g_assert_true(g_str_has_prefix(picture->address, "figures/1-"));
    g_assert_true(g_str_has_suffix(picture->address, ".svg"));
    g_assert_cmpint(picture->width, ==, 40);
    g_assert_cmpint(picture->height, ==, 30);
    g_assert_cmpuint(picture->bytes.size, ==, strlen(svg));
    g_assert_true(dg_html_picture(volume->pictures, "Карта 1.svg") == picture);
}

static void
test_what_cannot_be_shown_is_missing(Volume *volume, const void *data)
{
    (void)data;
    static const char *const hrefs[] = {"b.png", "none.png", "../b.png", "/etc/passwd", ""};
    const DgHtmlPicture **used;
    for (size_t i = 0; i < G_N_ELEMENTS(hrefs); i++)
        for (int again = 0; again < 2; again++)
            g_assert_null(dg_html_picture(volume->pictures, hrefs[i]));
    dg_html_picture(volume->pictures, "Карта 1.svg");
    g_assert_cmpuint(dg_html_pictures_used(volume->pictures, volume->arena, &used), ==, 1);
    g_assert_cmpstr(used[0]->media_type, ==, "image/svg+xml");
}

static const char *
figure_html(Volume *volume, const char *href, const char *alt, const char *label)
{
    DgHtmlOptions options = {.languages = {"ru", "en"}, .pictures = volume->pictures};
    DgNode *figure = dg_node_new(volume->arena, DG_FIGURE, DG_NOWHERE);
    DgNode *graphic = dg_node_new(volume->arena, DG_GRAPHIC, DG_NOWHERE);
    DgNode *caption = dg_node_new(volume->arena, DG_CAPTION, DG_NOWHERE);
    dg_node_append(caption,
                   dg_block_new(volume->arena, DG_PARAGRAPH, DG_ROLE_NONE, "Подпись", DG_NOWHERE));
    dg_node_append(figure, graphic);
    dg_node_append(figure, caption);
    graphic->href = href;
    graphic->alt = alt;
    figure->label = label;
    DgHtml *html = dg_html_new(volume->arena, options);
    dg_html_node(html, figure);
    return dg_html_string(html);
}

static void
test_figures_have_words_for_who_cannot_see_them(Volume *volume, const void *data)
{
    (void)data;
    const char *html = figure_html(volume, "Карта 1.svg", "Карта \"дорог\"", "Рис. 1");
    g_assert_nonnull(strstr(html, "alt=\"Карта &quot;дорог&quot;\" width=\"40\" height=\"30\""));
    g_assert_nonnull(strstr(html, "<figcaption><span class=\"label\">Рис. 1</span> "
                                  "<span class=\"caption-text\">Подпись</span> </figcaption>"));
    html = figure_html(volume, "Карта 1.svg", NULL, "Рис. 1");
    g_assert_nonnull(strstr(html, "alt=\"Рис. 1\""));
    html = figure_html(volume, "none.png", "a", NULL);
    g_assert_null(strstr(html, "<img"));
    g_assert_nonnull(strstr(html, ": a</span>"));
    html = figure_html(volume, "none.png", NULL, NULL);
    g_assert_nonnull(strstr(html, ": none.png</span>"));
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
#define ADD(path, function) g_test_add(path, Volume, NULL, open_volume, function, close_volume)
    ADD("/html-pictures/content", test_a_picture_is_told_by_its_content);
    ADD("/html-pictures/missing", test_what_cannot_be_shown_is_missing);
    ADD("/html-pictures/words", test_figures_have_words_for_who_cannot_see_them);
    return g_test_run();
}
