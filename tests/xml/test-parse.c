/* test-parse.c - src/xml/parse.c, encoding.c, entity.c, error.c, position.c */
#include "diglot/xml.h"

#include <glib.h>
#include <glib/gstdio.h>

typedef struct {
    DgArena *arena;
    DgDiags *diags;
} Fixture;

static void
set_up(Fixture *fixture, gconstpointer data)
{
    (void)data;
    fixture->arena = dg_arena_new();
    fixture->diags = dg_diags_new(fixture->arena);
}

static void
tear_down(Fixture *fixture, gconstpointer data)
{
    (void)data;
    dg_arena_free(fixture->arena);
}

static DgXml *
parse_n(Fixture *fixture, const char *xml, size_t size)
{
    /* A copy of the exact size, so that reading behind the end shows. */
    uint8_t *copy = g_malloc(size + 1);
    memcpy(copy, xml, size);
    copy[size] = '\0';
    DgXml *root =
        dg_xml_parse_bytes(fixture->arena, fixture->diags, (DgBytes){copy, size}, "x.xml");
    g_free(copy);
    return root;
}

static DgXml *
parse(Fixture *fixture, const char *xml)
{
    return parse_n(fixture, xml, strlen(xml));
}

static const DgDiag *
only_message(Fixture *fixture)
{
    const DgDiag *list;
    g_assert_cmpuint(dg_diags_sorted(fixture->arena, fixture->diags, &list), ==, 1);
    return list;
}

static void
assert_at(const DgXml *node, int line, int column)
{
    g_assert_cmpint(node->pos.line, ==, line);
    g_assert_cmpint(node->pos.column, ==, column);
    g_assert_cmpstr(node->pos.file, ==, "x.xml");
}

static void
test_places(Fixture *fixture, gconstpointer data)
{
    (void)data;
    const char *xml = "<?xml version=\"1.0\"?>\n<!-- é -->\n<a>\n  <я б = 'в>г'\n d=\"\"/>тек<b/>ст"
                      "<!-- c -->я<c ></c>\n</a>\n";
    DgXml *root = parse(fixture, xml);
    g_assert_nonnull(root);
    assert_at(root, 3, 1);
    g_assert_cmpuint(root->name_end, ==, (size_t)(strstr(xml, "<a>") - xml) + 2);
    assert_at(root->first, 3, 4);
    DgXml *ya = root->first->next;
    assert_at(ya, 4, 3);
    g_assert_cmpuint(ya->name_end, ==, (size_t)(strstr(xml, "<я") - xml) + 3);
    g_assert_cmpstr(ya->attributes[0].value, ==, "в>г");
    g_assert_cmpuint(ya->attributes[0].value_start, ==, (size_t)(strstr(xml, "в>г") - xml));
    g_assert_cmpuint(ya->attributes[0].value_end, ==, (size_t)(strstr(xml, "'\n d") - xml));
    g_assert_cmpuint(ya->attributes[1].value_start, ==, ya->attributes[1].value_end);
    g_assert_cmpuint(ya->attributes[1].value_start, ==, (size_t)(strstr(xml, "d=\"") - xml) + 3);
    assert_at(ya->next, 5, 8);
    assert_at(ya->next->next, 5, 11);
    assert_at(ya->next->next->next, 5, 15);
    g_assert_cmpstr(ya->next->next->next->text, ==, "стя");
    DgXml *c = dg_xml_child(root, "c");
    assert_at(c, 5, 28);
    g_assert_cmpuint(c->name_end, ==, (size_t)(strstr(xml, "<c >") - xml) + 2);
    assert_at(c->next, 5, 36);
}

/* Attributes written at name_end give the same file with one attribute more. */
static void
test_attributes_can_be_written(Fixture *fixture, gconstpointer data)
{
    (void)data;
    const char *xml =
        "\xEF\xBB\xBF<?xml version='1.0' encoding='UTF-8'?>\r\n<doc>\r\n<p\n class='x'>&eacute;"
        "</p><ns:p xmlns:ns='u'/><p/></doc>";
    DgXml *root = parse(fixture, xml);
    g_autoptr(GString) changed = g_string_new(xml);
    size_t ends[3], n = 0;
    for (DgXml *child = root->first; child; child = child->next)
        if (child->name)
            ends[n++] = child->name_end;
    g_assert_cmpuint(n, ==, 3);
    while (n-- > 0)
        g_string_insert(changed, (gssize)ends[n], " id='q'");
    root = parse(fixture, changed->str);
    g_assert_nonnull(root);
    for (DgXml *child = root->first; child; child = child->next)
        g_assert_true(!child->name || g_strcmp0(dg_xml_attribute(child, "id"), "q") == 0);
}

static void
test_names(Fixture *fixture, gconstpointer data)
{
    (void)data;
    DgXml *root = parse(
        fixture, "<j:article xmlns:j='urn:j' xmlns:m='http://www.w3.org/1998/Math/MathML'>"
                 "<m:math/><math xmlns='http://www.w3.org/1998/Math/MathML'/><v xmlns='urn:v'/>"
                 "<tp:x/><g xlink:href='h' xml:lang='en'/></j:article>");
    static const char *const names[] = {"mml:math", "mml:math", "v", "tp:x", "g"};
    g_assert_cmpstr(root->name, ==, "j:article");
    size_t i = 0;
    for (DgXml *child = root->first; child; child = child->next)
        g_assert_cmpstr(child->name, ==, names[i++]);
    g_assert_cmpstr(dg_xml_child(root, "v")->name_space, ==, "urn:v");
    g_assert_cmpstr(dg_xml_attribute(root->last, "xlink:href"), ==, "h");
    g_assert_cmpint(dg_diags_worst(fixture->diags), ==, DG_INFO);
}

static void
test_entities(Fixture *fixture, gconstpointer data)
{
    (void)data;
    DgXml *root = parse(
        fixture,
        "<!DOCTYPE a PUBLIC 'JATS' 'JATS-archivearticle1.dtd' [<!ENTITY own 'Форум'>]>"
        "<a t='&own;&nbsp;&mdash;&amp;&lt;'>&own;: &nbsp;&mdash;&Dcy;&NotEqualTilde;&#x44F;&lt;"
        "<![CDATA[&nbsp;<b>]]></a>");
    g_assert_nonnull(root);
    g_assert_cmpstr(root->first->text, ==, "Форум: \xC2\xA0—Д≂̸я<&nbsp;<b>");
    g_assert_null(root->first->next);
    g_assert_cmpstr(dg_xml_attribute(root, "t"), ==, "Форум\xC2\xA0—&<");
    g_assert_cmpint(dg_diags_worst(fixture->diags), ==, DG_INFO);
}

/* Letters that were typed as two characters; what has no character of its own stays, and values are names. */
static void
test_letters_are_one_character(Fixture *fixture, gconstpointer data)
{
    (void)data;
    static const struct {
        const char *text, *expected;
    } cases[] = {
        {"\xD0\xB8\xCC\x86", "й"},
        {"Moscow — \xD0\x95\xCC\x88ж…", "Moscow — Ёж…"},
        {"a&#x301;&#x323;", "\xE1\xBA\xA1\xCC\x81"},
        {"за\xCC\x81мок", "за\xCC\x81мок"},
        {"\xE2\x84\xAB", "\xC3\x85"},
        {"«Ё» – “й” ₽ № x…", "«Ё» – “й” ₽ № x…"},
        {"…", "…"},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *xml = g_strdup_printf("<a t='\xD0\xB8\xCC\x86'>%s</a>", cases[i].text);
        DgXml *root = parse(fixture, xml);
        g_assert_nonnull(root);
        g_assert_cmpstr(root->first->text, ==, cases[i].expected);
        g_assert_cmpstr(dg_xml_attribute(root, "t"), ==, "\xD0\xB8\xCC\x86");
    }
}

static void
test_entities_with_markup(Fixture *fixture, gconstpointer data)
{
    (void)data;
    DgXml *root = parse(
        fixture,
        "<!DOCTYPE a [<!ENTITY b '<i t=\"&mdash;\">&nbsp;&foo;</i>'>]>\n<a>&b;<c/>&b;&mdash;</a>");
    g_assert_nonnull(root);
    g_assert_cmpstr(dg_xml_text(fixture->arena, root), ==, "\xC2\xA0&foo;\xC2\xA0&foo;—");
    g_assert_cmpstr(dg_xml_attribute(root->last->previous, "t"), ==, "—");
    g_assert_cmpuint(root->first->name_end, ==, 0);
    g_assert_cmpuint(dg_diags_count(fixture->diags, DG_XML_ENTITY), ==, 2);
}

static void
test_an_unknown_entity_stays(Fixture *fixture, gconstpointer data)
{
    (void)data;
    DgXml *root = parse(fixture, "<a>\n x &fobar; <b t='&fobar;'/></a>");
    g_assert_nonnull(root);
    g_assert_cmpstr(root->first->text, ==, "\n x &fobar; ");
    g_assert_cmpstr(dg_xml_attribute(root->last, "t"), ==, "&fobar;");
    const DgDiag *list;
    g_assert_cmpuint(dg_diags_sorted(fixture->arena, fixture->diags, &list), ==, 2);
    g_assert_cmpint(list[0].code, ==, DG_XML_ENTITY);
    g_assert_cmpstr(list[0].argument[0], ==, "fobar");
    g_assert_cmpint(list[0].pos.line, ==, 2);
}

/* Not even a file that is there. */
static void
test_nothing_outside_is_read(Fixture *fixture, gconstpointer data)
{
    (void)data;
    g_autofree char *path = g_build_filename(g_get_tmp_dir(), "diglot-secret.txt", NULL);
    g_assert_true(g_file_set_contents(path, "secret", -1, NULL));
    g_autofree char *xml = g_strdup_printf(
        "<!DOCTYPE a SYSTEM 'file://%s' [<!ENTITY x SYSTEM '%s'><!ENTITY %% p SYSTEM '%s'>"
        "%%p;]><a>&x;</a>",
        path, path, path);
    DgXml *root = parse(fixture, xml);
    g_assert_nonnull(root);
    g_assert_cmpstr(dg_xml_text(fixture->arena, root), ==, "&x;");
    g_assert_cmpuint(dg_diags_count(fixture->diags, DG_XML_ENTITY), ==, 1);
    g_unlink(path);
}

typedef struct {
    const char *xml;
    size_t size; /* 0: up to the NUL byte */
    DgCode code;
    int line, column;
    const char *argument;
} ErrorCase;

static const ErrorCase errors[] = {
    {"<a>\n <b>\n </c>\n</a>", 0, DG_XML_MISMATCH, 3, 2, "b"},
    {"<a>\n <b>x</b>\n", 0, DG_XML_UNCLOSED, 3, 1, "a"},
    {"<a>R&D</a>", 0, DG_XML_AMPERSAND, 1, 5, NULL},
    {"<a>R & D</a>", 0, DG_XML_AMPERSAND, 1, 6, NULL},
    {"<a b='1' b='2'/>", 0, DG_XML_TWICE, 1, 15, "b"},
    {"<a b=\"<\"/>", 0, DG_XML_LESS_THAN, 1, 7, NULL},
    {"", 0, DG_XML_EMPTY, 1, 1, NULL},
    {"plain text", 0, DG_XML_EMPTY, 1, 1, NULL},
    {"<a/><b/>", 0, DG_XML_BEHIND, 1, 5, NULL},
    {"<a>\x01</a>", 0, DG_XML_MALFORMED, 1, 4, NULL},
    {"<a>x\0y</a>", 10, DG_XML_ENCODING, 1, 5, "0x00"},
    {"<a b=c/>", 0, DG_XML_MALFORMED, 1, 6, NULL},
    {"<a><b</a>", 0, DG_XML_MALFORMED, 1, 6, NULL},
    {"<a>\n  \xEF\xF0\xE8</a>", 0, DG_XML_ENCODING, 2, 3, "0xEF"},
    {"<?xml version='1.0' encoding='klingon'?><a/>", 0, DG_XML_CHARSET, 1, 1, "klingon"},
    {"\xFF\xFE<\0a\0>\0\0\xD8x\0<\0/\0a\0>\0", 20, DG_XML_ENCODING, 1, 4, "0x00"},
};

static void
test_errors(Fixture *fixture, gconstpointer data)
{
    const ErrorCase *test = data;
    g_assert_null(parse_n(fixture, test->xml, test->size ? test->size : strlen(test->xml)));
    const DgDiag *diag = only_message(fixture);
    g_test_message("%s", dg_diag_message(fixture->arena, diag, "en"));
    g_assert_cmpint(diag->code, ==, test->code);
    g_assert_cmpint(diag->pos.line, ==, test->line);
    g_assert_cmpint(diag->pos.column, ==, test->column);
    if (test->argument)
        g_assert_cmpstr(diag->argument[0], ==, test->argument);
    for (int i = 0; i < 2; i++) {
        const char *message = dg_diag_message(fixture->arena, diag, i ? "ru" : "en");
        g_assert_null(strchr(message, '\n'));
        g_assert_null(strchr(message, '{'));
    }
}

static void
test_encodings(Fixture *fixture, gconstpointer data)
{
    static const struct {
        const char *encoding, *declared, *mark;
        size_t mark_size;
    } cases[] = {
        {"windows-1251", "windows-1251", "", 0},
        {"koi8-r", "KOI8-R", "", 0},
        {"UTF-16LE", "UTF-16", "\xFF\xFE", 2},
        {"UTF-16BE", "UTF-16", "\xFE\xFF", 2},
        {"UTF-16LE", "UTF-16", "", 0},
        {"UTF-8", "UTF-8", "\xEF\xBB\xBF", 3},
        {"UTF-8", "windows-1251", "\xEF\xBB\xBF", 3},
    };
    (void)data;
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *xml = g_strdup_printf(
            "<?xml version=\"1.0\" encoding=\"%s\"?>\n<a б='в'>Ёж\n<c/></a>", cases[i].declared);
        gsize size;
        g_autofree char *bytes = g_convert(xml, -1, cases[i].encoding, "UTF-8", NULL, &size, NULL);
        g_autoptr(GByteArray) file = g_byte_array_new();
        g_byte_array_append(file, (const guint8 *)cases[i].mark, (guint)cases[i].mark_size);
        g_byte_array_append(file, (const guint8 *)bytes, (guint)size);
        DgXml *root = parse_n(fixture, (const char *)file->data, file->len);
        g_assert_nonnull(root);
        g_assert_cmpstr(root->first->text, ==, "Ёж\n");
        g_assert_cmpstr(dg_xml_attribute(root, "б"), ==, "в");
        assert_at(root->last, 3, 1);
        bool exact = strcmp(cases[i].encoding, "UTF-8") == 0;
        g_assert_cmpint(root->name_end > 0, ==, exact);
        if (exact)
            g_assert_cmpmem(file->data + root->name_end, 3, " б", 3);
    }
}

static void
test_depth(Fixture *fixture, gconstpointer data)
{
    (void)data;
    for (int depth = 256; depth <= 100000; depth = depth == 256 ? 257 : depth * 100) {
        g_autoptr(GString) xml = g_string_new(NULL);
        for (int i = 0; i < depth; i++)
            g_string_append(xml, "<a>");
        for (int i = 0; i < depth; i++)
            g_string_append(xml, "</a>");
        g_assert_cmpint(parse(fixture, xml->str) != NULL, ==, depth == 256);
    }
    const DgDiag *diag = only_message(fixture);
    g_assert_cmpint(diag->code, ==, DG_XML_LIMIT);
    g_assert_cmpint(diag->pos.column, ==, 256 * 3 + 1);
}

static void
test_growth(Fixture *fixture, gconstpointer data)
{
    (void)data;
    g_autoptr(GString) xml = g_string_new("<!DOCTYPE a [<!ENTITY e0 'lol'>");
    for (int i = 1; i < 20; i++) {
        g_string_append_printf(xml, "<!ENTITY e%d '", i);
        for (int k = 0; k < 10; k++)
            g_string_append_printf(xml, "&e%d;", i - 1);
        g_string_append(xml, "'>");
    }
    g_string_append(xml, "]><a>&e19;</a>");
    g_assert_null(parse(fixture, xml->str));
    g_assert_cmpint(only_message(fixture)->code, ==, DG_XML_GROWTH);
}

/* One long entity used many times: no nesting, growth by the square. */
static void
test_growth_by_use(Fixture *fixture, gconstpointer data)
{
    (void)data;
    g_autofree char *filler = g_strnfill(200000, 'x');
    g_autoptr(GString) xml = g_string_new(NULL);
    g_string_append_printf(xml, "<!DOCTYPE a [<!ENTITY e '%s'>]><a>", filler);
    for (int i = 0; i < 20000; i++)
        g_string_append(xml, "&e;");
    g_string_append(xml, "</a>");
    g_assert_null(parse(fixture, xml->str));
    g_assert_cmpint(only_message(fixture)->code, ==, DG_XML_GROWTH);
}

static void
test_size(Fixture *fixture, gconstpointer data)
{
    (void)data;
    g_assert_null(dg_xml_parse_bytes(fixture->arena, fixture->diags,
                                     (DgBytes){(const uint8_t *)"<a/>", ((size_t)64 << 20) + 1},
                                     "x.xml"));
    g_assert_cmpint(only_message(fixture)->code, ==, DG_XML_LARGE);
    size_t length = (size_t)12 << 20; /* libxml2 has limits at ten million */
    g_autofree char *xml = g_strnfill(length, 'x');
    memcpy(xml, "<a>", 3);
    memcpy(xml + length - 4, "</a>", 4);
    DgXml *root = parse(fixture, xml);
    g_assert_nonnull(root);
    g_assert_cmpuint(strlen(root->first->text), ==, length - 7);
}

/* A tag with very many attributes, a text with very many elements. */
static void
test_numbers(Fixture *fixture, gconstpointer data)
{
    (void)data;
    g_autoptr(GString) xml = g_string_new("<a");
    for (int i = 0; i < 3000; i++)
        g_string_append_printf(xml, " a%d='%d'", i, i);
    g_string_append(xml, "/>");
    DgXml *root = parse(fixture, xml->str);
    g_assert_cmpuint(root->n_attributes, ==, 3000);
    const DgXmlAttribute *last = &root->attributes[2999];
    g_assert_cmpmem(xml->str + last->value_start, last->value_end - last->value_start, "2999", 4);
    g_string_assign(xml, "<a>");
    for (int i = 0; i < 2000000; i++)
        g_string_append(xml, "<b/>");
    g_string_append(xml, "</a>");
    g_assert_null(parse(fixture, xml->str));
    g_assert_cmpint(only_message(fixture)->code, ==, DG_XML_MANY);
}

static void
test_many_lines(Fixture *fixture, gconstpointer data)
{
    (void)data;
    g_autofree char *lines = g_strnfill(70000, '\n');
    g_autofree char *xml = g_strconcat("<a>", lines, "<b/></c>", NULL);
    g_assert_null(parse(fixture, xml));
    g_assert_cmpint(only_message(fixture)->pos.line, ==, 70001);
    g_assert_cmpint(only_message(fixture)->pos.column, ==, 5);
}

/* A long line with many elements must not take the square of time. */
static void
test_a_long_line(Fixture *fixture, gconstpointer data)
{
    (void)data;
    g_autoptr(GString) xml = g_string_new("<a>");
    for (int i = 0; i < 100000; i++)
        g_string_append(xml, "<b>x</b>");
    g_string_append(xml, "</a>");
    gint64 start = g_get_monotonic_time();
    DgXml *root = parse(fixture, xml->str);
    g_assert_cmpint(g_get_monotonic_time() - start, <, 5 * G_USEC_PER_SEC);
    assert_at(root->last, 1, 3 + 99999 * 8 + 1);
}

static void
test_absent_file(Fixture *fixture, gconstpointer data)
{
    (void)data;
    g_assert_null(dg_xml_parse(fixture->arena, fixture->diags, "/nowhere/x.xml", "x.xml"));
    g_assert_cmpint(only_message(fixture)->code, ==, DG_FILE_READ);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
#define ADD(name, function)                                                                        \
    g_test_add("/xml/parse/" name, Fixture, NULL, set_up, function, tear_down)
    ADD("places", test_places);
    ADD("write-attributes", test_attributes_can_be_written);
    ADD("names", test_names);
    ADD("entities", test_entities);
    ADD("composed", test_letters_are_one_character);
    ADD("entities-markup", test_entities_with_markup);
    ADD("entities-unknown", test_an_unknown_entity_stays);
    ADD("outside", test_nothing_outside_is_read);
    ADD("encodings", test_encodings);
    ADD("depth", test_depth);
    ADD("growth", test_growth);
    ADD("growth-by-use", test_growth_by_use);
    ADD("size", test_size);
    ADD("numbers", test_numbers);
    ADD("many-lines", test_many_lines);
    ADD("long-line", test_a_long_line);
    ADD("absent", test_absent_file);
    for (size_t i = 0; i < G_N_ELEMENTS(errors); i++) {
        g_autofree char *name = g_strdup_printf("/xml/parse/error-%zu", i);
        g_test_add(name, Fixture, &errors[i], set_up, test_errors, tear_down);
    }
    return g_test_run();
}
