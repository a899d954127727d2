/* test-escape.c - src/xml/escape.c */
#include "diglot/xml.h"

#include <glib.h>

static void
test_escape(void)
{
    static const struct {
        const char *text, *expected;
    } cases[] = {
        {"", ""},
        {"R&D <2 > 1> \"q\" 'a'", "R&amp;D &lt;2 &gt; 1&gt; &quot;q&quot; 'a'"},
        {"a\tb\nc\x01\x1F\x0C.", "a\tb\nc."},
        {"«ёж» — 日本 𝔸", "«ёж» — 日本 𝔸"},
    };
    DgArena *arena = dg_arena_new();
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++)
        g_assert_cmpstr(dg_xml_escape(arena, cases[i].text), ==, cases[i].expected);
    g_assert_null(dg_xml_escape(arena, NULL));
    dg_arena_free(arena);
}

static void
test_escaped_text_reads_as_itself(void)
{
    DgArena *arena = dg_arena_new();
    DgDiags *diags = dg_diags_new(arena);
    const char *text = "a < b && \"c\" > 'd' ]]> &amp; «я»";
    char *escaped = dg_xml_escape(arena, text);
    char *xml = dg_arena_printf(arena, "<a b=\"%s\">%s</a>", escaped, escaped);
    DgXml *root = dg_xml_parse_bytes(arena, diags, (DgBytes){(uint8_t *)xml, strlen(xml)}, "x.xml");
    g_assert_cmpstr(dg_xml_attribute(root, "b"), ==, text);
    g_assert_cmpstr(root->first->text, ==, text);
    dg_arena_free(arena);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/xml/escape", test_escape);
    g_test_add_func("/xml/escape-and-parse", test_escaped_text_reads_as_itself);
    return g_test_run();
}
