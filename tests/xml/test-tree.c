/* test-tree.c - src/xml/tree.c */
#include "diglot/xml.h"

#include <glib.h>

static void
test_asking(void)
{
    static const char xml[] =
        "<article xml:lang='ru' xmlns:l='http://www.w3.org/1999/xlink' l:href='x'>"
        "<front> <article-meta><title-group><article-title> О \n <italic>связи</italic>"
        "\tмежду\xC2\xA0  ними </article-title></title-group></article-meta></front>"
        "<body/><sub-article/><body id='2'/></article>";
    DgArena *arena = dg_arena_new();
    DgDiags *diags = dg_diags_new(arena);
    DgXml *root =
        dg_xml_parse_bytes(arena, diags, (DgBytes){(const uint8_t *)xml, strlen(xml)}, "x.xml");
    g_assert_true(dg_xml_is(root, "article"));
    g_assert_cmpstr(dg_xml_attribute(root, "xml:lang"), ==, "ru");
    g_assert_cmpstr(dg_xml_attribute(root, "xlink:href"), ==, "x");
    g_assert_null(dg_xml_attribute(root, "l:href"));
    DgXml *title = dg_xml_find(root, "front/article-meta/title-group/article-title");
    g_assert_cmpstr(dg_xml_text(arena, title), ==, "О связи между\xC2\xA0 ними");
    g_assert_null(dg_xml_find(root, "front/nothing/title-group"));
    DgXml *body = dg_xml_child(root, "body");
    g_assert_null(dg_xml_attribute(body, "id"));
    g_assert_cmpstr(dg_xml_attribute(dg_xml_sibling(body, "body"), "id"), ==, "2");
    g_assert_null(dg_xml_sibling(dg_xml_sibling(body, "body"), "body"));
    g_assert_false(dg_xml_is(title->first, "article-title"));
    dg_arena_free(arena);
}

static void
test_nothing_is_asked_safely(void)
{
    DgArena *arena = dg_arena_new();
    g_assert_null(dg_xml_attribute(NULL, "a"));
    g_assert_null(dg_xml_child(NULL, "a"));
    g_assert_null(dg_xml_sibling(NULL, "a"));
    g_assert_null(dg_xml_find(NULL, "a/b"));
    g_assert_false(dg_xml_is(NULL, "a"));
    g_assert_cmpstr(dg_xml_text(arena, NULL), ==, "");
    dg_arena_free(arena);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/xml/tree", test_asking);
    g_test_add_func("/xml/tree-null", test_nothing_is_asked_safely);
    return g_test_run();
}
