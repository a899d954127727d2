/* test-html.c - src/html: every kind of node, ids and languages, levels of headings, notes, sides of pairs. */
#include "diglot/html.h"

#include <glib.h>
#include <string.h>

static const DgHtmlOptions russian = {.languages = {"ru", "en"}, .heading_base = 2};

static DgNode *
block(DgArena *arena, DgKind kind, const char *text)
{
    return dg_block_new(arena, kind, DG_ROLE_NONE, text, DG_NOWHERE);
}

static DgNode *
inside(DgArena *arena, DgKind kind, DgNode *child)
{
    DgNode *node = dg_node_new(arena, kind, DG_NOWHERE);
    dg_node_append(node, child);
    return node;
}

static const char *
html_of(DgArena *arena, DgHtmlOptions options, const DgNode *node)
{
    DgHtml *html = dg_html_new(arena, options);
    dg_html_node(html, node);
    return dg_html_string(html);
}

static void
test_text_is_escaped_and_cleaned(void)
{
    DgArena *arena = dg_arena_new();
    DgHtml *html = dg_html_new(arena, russian);
    dg_html_text(html, "a<b> & \"c\" \x01\xC2\x85\x7F\xEF\xBF\xBE\xEF\xB7\x90№\xC2\xA0x");
    dg_html_text(html, NULL);
    dg_html_text(html, "\xD0");
    g_assert_cmpstr(dg_html_string(html), ==, "a&lt;b&gt; &amp; &quot;c&quot; №\xC2\xA0x\uFFFD");
    dg_arena_free(arena);
}

static void
test_ranges_of_numbers_are_held_together(void)
{
    static const struct {
        const char *given, *expected;
    } cases[] = {
        {"16–18 сентября", "<span class=\"range\">16–18</span> сентября"},
        {"13:45–18:00, 1,5–2.", "<span class=\"range\">13:45–18:00</span>, "
                                "<span class=\"range\">1,5–2</span>."},
        {".5–6:", ".<span class=\"range\">5–6</span>:"},
        {"P. <9–21>, 2–3–4", "P. &lt;<span class=\"range\">9–21</span>&gt;, "
                             "<span class=\"range\">2–3–4</span>"},
        {"С. 1–2,13–14,5–6,5", "С. <span class=\"range\">1–2</span>,"
                               "<wbr><span class=\"range\">13–14</span>,"
                               "<wbr><span class=\"range\">5–6,5</span>"},
        {"1 – 2, a–2, 1–b, –3, 4–", "1 – 2, a–2, 1–b, –3, 4–"},
        {NULL, ""},
    };
    DgArena *arena = dg_arena_new();
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        DgHtml *html = dg_html_new(arena, russian);
        dg_html_prose(html, cases[i].given);
        g_assert_cmpstr(dg_html_string(html), ==, cases[i].expected);
    }
    g_assert_nonnull(strstr(html_of(arena, russian, block(arena, DG_PARAGRAPH, "16–18")),
                            "<span class=\"range\">16–18</span>"));
    dg_arena_free(arena);
}

static void
test_addresses_are_encoded_or_refused(void)
{
    static const struct {
        const char *given, *expected;
    } cases[] = {
        {"https://a.ru/x y?q=<1>#z z", "https://a.ru/x%20y?q=%3C1%3E#z%20z"},
        {" http://пример.рф/ёж ", "http://пример.рф/ёж"},
        {"https://a.ru/100%25/50%", "https://a.ru/100%25/50%25"},
        {"https://a.ru:8080", "https://a.ru:8080"},
        {"mailto:a b@c.ru", "mailto:a%20b@c.ru"},
        {"https://a.ru/#1#2", "https://a.ru/#1%232"},
        {"https://", NULL},
        {"http:// a.ru", NULL},
        {"http://a.ru:x/", NULL},
        {"javascript:alert(1)", NULL},
        {"data:text/html,x", NULL},
        {"//a.ru", NULL},
        {"mailto:", NULL},
        {"", NULL},
        {NULL, NULL},
    };
    DgArena *arena = dg_arena_new();
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++)
        g_assert_cmpstr(dg_html_address(arena, cases[i].given), ==, cases[i].expected);
    dg_arena_free(arena);
}

static void
test_ids_and_links_agree(void)
{
    DgArena *arena = dg_arena_new();
    DgHtml *html = dg_html_new(arena, russian);
    dg_html_id(html, "b 1%\"ё");
    dg_html_link(html, "a.html", "b 1%\"ё");
    dg_html_id(html, NULL);
    dg_html_link(html, "", NULL);
    g_assert_cmpstr(dg_html_string(html), ==,
                    " id=\"b_1%&quot;ё\" href=\"a.html#b_1%25%22ё\" href=\"\"");
    dg_arena_free(arena);
}

/* Every kind as a root of its own: nothing crashes, and the text is there. */
static void
test_every_kind_is_written(void)
{
    static const DgKind silent[] = {DG_PAGE_NUMBER,    DG_LEADER,    DG_BREAK, DG_GRAPHIC,
                                    DG_INLINE_GRAPHIC, DG_NOTE_MARK, DG_TEXT};
    DgArena *arena = dg_arena_new();
    for (int kind = 0; kind < DG_N_KINDS; kind++) {
        DgNode *node = dg_node_new(arena, (DgKind)kind, DG_NOWHERE);
        g_assert_nonnull(html_of(arena, russian, node));
        bool quiet = false;
        for (size_t i = 0; i < G_N_ELEMENTS(silent); i++)
            quiet = quiet || (int)silent[i] == kind;
        if (quiet)
            continue;
        DgNode *child = dg_kind_is_block((DgKind)kind) || dg_kind_is_inline((DgKind)kind)
                            ? dg_text_new(arena, "слово", DG_NOWHERE)
                            : block(arena, DG_PARAGRAPH, "слово");
        dg_node_append(node, child);
        g_assert_nonnull(strstr(html_of(arena, russian, node), "слово"));
    }
    dg_arena_free(arena);
}

static void
test_languages_are_told_where_they_change(void)
{
    DgArena *arena = dg_arena_new();
    DgNode *paragraph = block(arena, DG_PARAGRAPH, "a ");
    DgNode *english = inside(arena, DG_SPAN, dg_text_new(arena, "b ", DG_NOWHERE));
    DgNode *russian_again = inside(arena, DG_SPAN, dg_text_new(arena, "c", DG_NOWHERE));
    english->lang = "en";
    russian_again->lang = "ru";
    dg_node_append(english, russian_again);
    dg_node_append(paragraph, english);
    paragraph->lang = "ru";
    g_assert_cmpstr(html_of(arena, russian, paragraph), ==,
                    "<p>a <span lang=\"en\">b <span lang=\"ru\">c</span></span></p>\n");
    paragraph->lang = "not a tag\"";
    english->lang = NULL;
    russian_again->lang = NULL;
    g_assert_cmpstr(html_of(arena, russian, paragraph), ==, "<p>a b c</p>\n");
    dg_arena_free(arena);
}

static void
test_levels_never_skip(void)
{
    static const int wanted[] = {3, 3, 1, 4, 4, 2, 6, 1};
    DgArena *arena = dg_arena_new();
    DgHtml *html = dg_html_new(arena, russian);
    GString *levels = g_string_new(NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(wanted); i++) {
        DgNode *heading = block(arena, DG_HEADING, "x");
        heading->as.heading.level = wanted[i];
        size_t before = strlen(dg_html_string(html));
        dg_html_node(html, heading);
        g_string_append_c(levels, dg_html_string(html)[before + 2]);
    }
    /* 3 3 first stand at the top; below 1 come 4 4, then 2 at the same depth, 6 below it, 1 again */
    g_assert_cmpstr(levels->str, ==, "22233342");
    for (size_t i = 1; i < levels->len; i++)
        g_assert_cmpint(levels->str[i] - levels->str[i - 1], <=, 1);
    g_string_free(levels, TRUE);
    dg_arena_free(arena);
}

static void
test_links_do_not_nest(void)
{
    DgArena *arena = dg_arena_new();
    DgNode *inner = inside(arena, DG_LINK, dg_text_new(arena, "in", DG_NOWHERE));
    DgNode *outer = inside(arena, DG_LINK, dg_text_new(arena, "out ", DG_NOWHERE));
    DgNode *bad = inside(arena, DG_LINK, dg_text_new(arena, "bad", DG_NOWHERE));
    inner->href = "https://in.ru/";
    outer->href = "https://out.ru/";
    bad->href = "javascript:alert(1)";
    dg_node_append(outer, inner);
    DgNode *paragraph = inside(arena, DG_PARAGRAPH, outer);
    dg_node_append(paragraph, bad);
    g_assert_cmpstr(
        html_of(arena, russian, paragraph), ==,
        "<p>out <a href=\"https://in.ru/\" rel=\"noopener noreferrer\">in</a>bad</p>\n");
    dg_arena_free(arena);
}

static DgNode *
list(DgArena *arena, DgListKind kind, const char *const *labels, size_t n)
{
    DgNode *node = dg_node_new(arena, DG_LIST, DG_NOWHERE);
    node->as.list.kind = kind;
    for (size_t i = 0; i < n; i++) {
        DgNode *item = inside(arena, DG_LIST_ITEM, block(arena, DG_PARAGRAPH, "x"));
        item->label = labels[i];
        dg_node_append(node, item);
    }
    return node;
}

static void
test_lists_are_numbered_by_the_browser_where_it_can(void)
{
    static const char *const numbers[] = {"1.", "2.", "5."}, *const letters[] = {"а)", "б)", "в)"},
                             *const dashes[] = {"—", "—", "—"}, *const none[] = {"", "", ""};
    DgArena *arena = dg_arena_new();
    g_assert_cmpstr(html_of(arena, russian, list(arena, DG_LIST_DECIMAL, numbers, 3)), ==,
                    "<ol>\n<li><p>x</p>\n</li>\n<li><p>x</p>\n</li>\n<li value=\"5\"><p>x</p>\n"
                    "</li>\n</ol>\n");
    g_assert_cmpstr(html_of(arena, russian, list(arena, DG_LIST_ALPHA_LOWER, letters, 1)), ==,
                    "<ol>\n<li class=\"labelled\"><p><span class=\"label\">а)</span> x</p>\n</li>\n"
                    "</ol>\n");
    g_assert_cmpstr(html_of(arena, russian, list(arena, DG_LIST_BULLET, dashes, 1)), ==,
                    "<ul class=\"dashes\">\n<li><p>x</p>\n</li>\n</ul>\n");
    g_assert_cmpstr(html_of(arena, russian, list(arena, DG_LIST_PLAIN, none, 1)), ==,
                    "<ul class=\"plain\">\n<li><p>x</p>\n</li>\n</ul>\n");
    DgNode *stray = list(arena, DG_LIST_BULLET, dashes, 0);
    dg_node_append(stray, block(arena, DG_PARAGRAPH, "y"));
    g_assert_cmpstr(html_of(arena, russian, stray), ==,
                    "<ul class=\"plain\">\n<li class=\"continued\"><p>y</p>\n</li>\n</ul>\n");
    dg_arena_free(arena);
}

static void
test_definitions_take_turns_or_are_no_list(void)
{
    DgArena *arena = dg_arena_new();
    DgNode *terms = inside(arena, DG_DEFINITION_LIST, block(arena, DG_TERM, "t"));
    g_assert_nonnull(strstr(html_of(arena, russian, terms), "<p class=\"term\">t</p>"));
    dg_node_append(terms, inside(arena, DG_DEFINITION, block(arena, DG_PARAGRAPH, "d")));
    g_assert_cmpstr(html_of(arena, russian, terms), ==,
                    "<dl>\n<dt>t</dt>\n<dd><p>d</p>\n</dd>\n</dl>\n");
    dg_arena_free(arena);
}

/* Two blocks of a list and one outside, as the side of a pair. */
static void
test_a_side_opens_the_containers_it_needs(void)
{
    static const char *const labels[] = {"1.", "2."};
    DgArena *arena = dg_arena_new();
    DgNode *body = inside(arena, DG_BODY, list(arena, DG_LIST_DECIMAL, labels, 2));
    DgNode *second = body->first->last;
    dg_node_append(second, block(arena, DG_PARAGRAPH, "more"));
    dg_node_append(body, block(arena, DG_PARAGRAPH, "after"));
    DgNode *blocks[] = {second->first, second->last, body->last};

    DgHtml *html = dg_html_new(arena, russian);
    dg_html_blocks(html, blocks, 3);
    g_assert_cmpstr(dg_html_string(html), ==,
                    "<ol>\n<li value=\"2\" aria-posinset=\"2\" aria-setsize=\"2\"><p>x</p>\n"
                    "<p>more</p>\n</li>\n</ol>\n<p>after</p>\n");

    html = dg_html_new(arena, russian);
    dg_html_blocks(html, blocks + 1, 1);
    g_assert_cmpstr(dg_html_string(html), ==,
                    "<ol>\n<li class=\"continued\" aria-posinset=\"2\" aria-setsize=\"2\">"
                    "<p>more</p>\n</li>\n</ol>\n");
    html = dg_html_new(arena, russian);
    dg_html_blocks(html, NULL, 0);
    g_assert_cmpstr(dg_html_string(html), ==, "");
    dg_arena_free(arena);
}

static void
test_a_section_in_another_language_says_so_in_a_side(void)
{
    DgArena *arena = dg_arena_new();
    DgNode *section = inside(arena, DG_SECTION, block(arena, DG_PARAGRAPH, "Zitat"));
    DgNode *body = inside(arena, DG_BODY, section);
    body->lang = "ru";
    section->lang = "de";
    DgHtml *html = dg_html_new(arena, russian);
    dg_html_blocks(html, &section->first, 1);
    g_assert_cmpstr(dg_html_string(html), ==,
                    "<div class=\"section\" lang=\"de\">\n<p>Zitat</p>\n</div>\n");
    section->lang = "ru";
    html = dg_html_new(arena, russian);
    dg_html_blocks(html, &section->first, 1);
    g_assert_cmpstr(dg_html_string(html), ==, "<p>Zitat</p>\n");
    dg_arena_free(arena);
}

static DgNode *
marked(DgArena *arena, const char *text, DgNode *note, bool repeated)
{
    DgNode *paragraph = block(arena, DG_PARAGRAPH, text);
    DgNode *mark = dg_node_new(arena, DG_NOTE_MARK, DG_NOWHERE);
    mark->as.note_mark.note = note;
    mark->as.note_mark.repeated = repeated;
    dg_node_append(paragraph, mark);
    return paragraph;
}

static DgNode *
note_new(DgArena *arena, const char *text, const char *label)
{
    DgNode *note = inside(arena, DG_NOTE, block(arena, DG_PARAGRAPH, text));
    note->label = label;
    return note;
}

static size_t
count(const char *text, const char *part)
{
    size_t n = 0;
    for (const char *s = text; (s = strstr(s, part)); s++)
        n++;
    return n;
}

static void
test_notes_are_linked_both_ways_and_printed_once(void)
{
    DgArena *arena = dg_arena_new();
    DgHtmlOptions options = russian;
    options.both = true;
    DgHtml *html = dg_html_new(arena, options);
    DgNode *inner = note_new(arena, "inner", "2");
    DgNode *note = note_new(arena, "outer", "1");
    dg_node_append(note, marked(arena, "more", inner, false));
    dg_html_node(html, marked(arena, "a", note, false));
    dg_html_node(html, marked(arena, "b", note, true));
    dg_html_turn(html, DG_RIGHT);
    dg_html_node(html, marked(arena, "c", note_new(arena, "english", NULL), false));
    dg_html_notes(html);
    dg_html_notes(html);
    dg_html_turn(html, DG_LEFT);
    dg_html_notes(html);
    const char *text = dg_html_string(html);
    g_assert_cmpuint(count(text, "id=\"fnref.1.ru\""), ==, 1);
    g_assert_cmpuint(count(text, "href=\"#fn.1.ru\""), ==, 2);
    g_assert_cmpuint(count(text, "id=\"fn.1.ru\""), ==, 1);
    g_assert_cmpuint(count(text, "id=\"fn.2.ru\""), ==, 1);
    g_assert_cmpuint(count(text, "id=\"fn.1.en\""), ==, 1);
    g_assert_cmpuint(count(text, "english</p>"), ==, 1);
    g_assert_cmpuint(count(text, "<section"), ==, 2);
    g_assert_true(strstr(text, "english</p>") < strstr(text, "outer</p>"));
    g_assert_nonnull(strstr(text, ">*</a>"));
    dg_arena_free(arena);
}

static void
test_blocks_carry_the_anchors_of_their_pairs(void)
{
    DgArena *arena = dg_arena_new();
    DgHtmlOptions options = russian;
    DgNode *first = block(arena, DG_PARAGRAPH, "1"), *second = block(arena, DG_PARAGRAPH, "2");
    DgNode *blocks[] = {first, second};
    DgPair pair = {.blocks = {blocks, NULL}, .n = {2, 0}, .anchor = "p1"};
    first->pair = second->pair = &pair;
    g_assert_cmpstr(html_of(arena, options, first), ==, "<p>1</p>\n");
    options.ids = true;
    g_assert_cmpstr(html_of(arena, options, first), ==, "<p id=\"p1\">1</p>\n");
    g_assert_cmpstr(html_of(arena, options, second), ==, "<p>2</p>\n");

    DgNode *reference = inside(arena, DG_REFERENCE_LINK, dg_text_new(arena, "см.", DG_NOWHERE));
    reference->as.reference.target = second;
    g_assert_cmpstr(html_of(arena, options, reference), ==, "<a href=\"#p1\">см.</a>");
    reference->as.reference.target = NULL;
    g_assert_cmpstr(html_of(arena, options, reference), ==, "см.");
    dg_arena_free(arena);
}

static void
test_xhtml_closes_what_is_empty(void)
{
    DgArena *arena = dg_arena_new();
    DgHtmlOptions options = russian;
    DgNode *paragraph = inside(arena, DG_PARAGRAPH, dg_node_new(arena, DG_BREAK, DG_NOWHERE));
    g_assert_cmpstr(html_of(arena, options, paragraph), ==, "<p><br></p>\n");
    options.xhtml = true;
    paragraph->lang = "de";
    g_assert_cmpstr(html_of(arena, options, paragraph), ==,
                    "<p lang=\"de\" xml:lang=\"de\"><br/></p>\n");
    dg_arena_free(arena);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/html/text", test_text_is_escaped_and_cleaned);
    g_test_add_func("/html/ranges", test_ranges_of_numbers_are_held_together);
    g_test_add_func("/html/addresses", test_addresses_are_encoded_or_refused);
    g_test_add_func("/html/ids", test_ids_and_links_agree);
    g_test_add_func("/html/kinds", test_every_kind_is_written);
    g_test_add_func("/html/languages", test_languages_are_told_where_they_change);
    g_test_add_func("/html/levels", test_levels_never_skip);
    g_test_add_func("/html/links", test_links_do_not_nest);
    g_test_add_func("/html/lists", test_lists_are_numbered_by_the_browser_where_it_can);
    g_test_add_func("/html/definitions", test_definitions_take_turns_or_are_no_list);
    g_test_add_func("/html/side", test_a_side_opens_the_containers_it_needs);
    g_test_add_func("/html/side-language", test_a_section_in_another_language_says_so_in_a_side);
    g_test_add_func("/html/notes", test_notes_are_linked_both_ways_and_printed_once);
    g_test_add_func("/html/anchors", test_blocks_carry_the_anchors_of_their_pairs);
    g_test_add_func("/html/xhtml", test_xhtml_closes_what_is_empty);
    return g_test_run();
}
