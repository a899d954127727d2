/* random-volume.c - volumes made up from a number: whatever JATS can nest, in all amounts, in many scripts. */
#include "random-volume.h"

#include <glib.h>
#include <glib/gstdio.h>
#include <stdbool.h>

typedef enum { LATIN, CYRILLIC, GREEK, HAN, HEBREW, COMBINING, N_SCRIPTS } Script;

typedef struct {
    GString *text;
    uint64_t state;
    Script script;
    int depth, notes;    /* notes: further ones that the item may have */
    bool in_note, heavy; /* heavy: a dozen notes a page, of sixty lines */
} Maker;

typedef void (*Block)(Maker *maker);

/* xorshift64. */
static uint64_t
below(Maker *maker, uint64_t limit)
{
    maker->state ^= maker->state << 13;
    maker->state ^= maker->state >> 7;
    maker->state ^= maker->state << 17;
    return maker->state % limit;
}

static bool
one_in(Maker *maker, uint64_t n)
{
    return below(maker, n) == 0;
}

static void
put(Maker *maker, const char *text)
{
    g_string_append(maker->text, text);
}

/* Small numbers mostly, now and then up to the limit. */
static uint64_t
amount(Maker *maker, uint64_t limit)
{
    return one_in(maker, 8) ? below(maker, limit) : below(maker, limit / 6 + 2);
}

/* ---- running text ---- */

static void
letter(Maker *maker, Script script)
{
    static const gunichar first[N_SCRIPTS] = {'a', 0x430, 0x3B1, 0x4E00, 0x5D0, 'a'};
    static const unsigned extent[N_SCRIPTS] = {26, 32, 17, 900, 27, 26};
    g_string_append_unichar(maker->text, first[script] + (gunichar)below(maker, extent[script]));
    if (script == COMBINING)
        g_string_append_unichar(maker->text, 0x300 + (gunichar)below(maker, 20));
}

static void
word(Maker *maker)
{
    static const char *const odd[] = {"\u00a0",     "\u2014",
                                      "12\u00a0%",  "-",
                                      "\u00ad",     "\u200b",
                                      "3,5",        "\u2060",
                                      "(",          "\u00bb",
                                      "XX",         "1990-2000",
                                      "\u202f",     "https://example.org/a/b-c?d=e",
                                      "\U0001F600", "10.1000/182"};
    Script script = one_in(maker, 40) ? (Script)below(maker, N_SCRIPTS) : maker->script;
    uint64_t letters = one_in(maker, 400) ? 40 + below(maker, 400) : 1 + below(maker, 12);
    if (one_in(maker, 30))
        put(maker, odd[below(maker, G_N_ELEMENTS(odd))]);
    for (; letters; letters--)
        letter(maker, script);
    if (one_in(maker, 12))
        put(maker, one_in(maker, 2) ? "." : ",");
}

static void
words(Maker *maker, uint64_t n)
{
    for (; n; n--) {
        word(maker);
        put(maker, one_in(maker, 25) ? "\u00a0" : " ");
    }
}

static void
note(Maker *maker)
{
    maker->notes--;
    maker->in_note = true;
    put(maker, "<fn>");
    for (uint64_t n = 1 + amount(maker, 4); n; n--) {
        put(maker, "<p>");
        words(maker,
              one_in(maker, maker->heavy ? 3 : 12) ? below(maker, 400) : 1 + below(maker, 30));
        put(maker, "</p>");
    }
    put(maker, "</fn>");
    maker->in_note = false;
}

static void
running(Maker *maker, uint64_t length)
{
    static const char *const styles[] = {"italic", "bold",      "sup",      "sub",
                                         "sc",     "monospace", "underline"};
    bool notes = !maker->in_note && one_in(maker, maker->heavy ? 1 : 3);
    for (uint64_t n = 0; n < length; n++) {
        const char *style = one_in(maker, 20) ? styles[below(maker, G_N_ELEMENTS(styles))] : NULL;
        if (style)
            g_string_append_printf(maker->text, "<%s>", style);
        word(maker);
        if (style)
            g_string_append_printf(maker->text, "</%s>", style);
        if (notes && maker->notes > 0 && one_in(maker, 9))
            note(maker);
        if (one_in(maker, 150))
            put(maker, "<break/>");
        put(maker, one_in(maker, 30) ? "\u00a0" : " ");
    }
}

static void
element(Maker *maker, const char *name, uint64_t length)
{
    g_string_append_printf(maker->text, "<%s>", name);
    running(maker, length);
    g_string_append_printf(maker->text, "</%s>", name);
}

/* ---- blocks ---- */

static void blocks(Maker *maker, uint64_t n);

static void
paragraph(Maker *maker)
{
    element(maker, "p", one_in(maker, 15) ? 0 : one_in(maker, 40) ? 900 : 1 + amount(maker, 120));
}

static void
list(Maker *maker)
{
    static const char *const kinds[] = {"bullet", "order", "alpha-lower", "roman-upper", "simple"};
    g_string_append_printf(maker->text, "<list list-type=\"%s\">",
                           kinds[below(maker, G_N_ELEMENTS(kinds))]);
    for (uint64_t n = 1 + amount(maker, 12); n; n--) {
        put(maker, "<list-item>");
        blocks(maker, 1 + amount(maker, 3));
        put(maker, "</list-item>");
    }
    put(maker, "</list>");
}

static void
definitions(Maker *maker)
{
    put(maker, "<def-list>");
    for (uint64_t n = 1 + amount(maker, 6); n; n--) {
        put(maker, "<def-item>");
        element(maker, "term", amount(maker, 4));
        put(maker, "<def>");
        blocks(maker, 1 + amount(maker, 2));
        put(maker, "</def></def-item>");
    }
    put(maker, "</def-list>");
}

static void
quote(Maker *maker)
{
    put(maker, "<disp-quote>");
    blocks(maker, 1 + amount(maker, 3));
    put(maker, "</disp-quote>");
}

static void
box(Maker *maker)
{
    put(maker, "<boxed-text>");
    blocks(maker, 1 + amount(maker, 4));
    put(maker, "</boxed-text>");
}

static void
verse(Maker *maker)
{
    put(maker, "<verse-group>");
    for (uint64_t n = 1 + amount(maker, 20); n; n--)
        element(maker, "verse-line", amount(maker, 12));
    put(maker, "</verse-group>");
}

static void
code(Maker *maker)
{
    put(maker, "<code>");
    for (uint64_t n = amount(maker, 80); n; n--) {
        words(maker, below(maker, 12));
        put(maker, "\n");
    }
    put(maker, "</code>");
}

static void
figure(Maker *maker)
{
    put(maker, "<fig><label>1</label><caption>");
    element(maker, "p", amount(maker, 60));
    put(maker, one_in(maker, 3) ? "</caption><graphic xlink:href=\"none.png\"/></fig>"
                                : "</caption><graphic xlink:href=\"square.svg\"/></fig>");
}

static void
cell(Maker *maker, const char *name)
{
    g_string_append_printf(maker->text, "<%s", name);
    if (one_in(maker, 8))
        g_string_append_printf(maker->text, " colspan=\"%d\"", (int)below(maker, 5));
    if (one_in(maker, 8))
        g_string_append_printf(maker->text, " rowspan=\"%d\"", (int)below(maker, 6));
    put(maker, ">");
    if (one_in(maker, 10))
        blocks(maker, 1 + amount(maker, 2));
    else
        running(maker, amount(maker, 25));
    g_string_append_printf(maker->text, "</%s>", name);
}

static void
rows(Maker *maker, const char *group, const char *name, uint64_t n, uint64_t columns)
{
    g_string_append_printf(maker->text, "<%s>", group);
    for (; n; n--) {
        put(maker, "<tr>");
        for (uint64_t i = one_in(maker, 10) ? below(maker, columns + 2) : columns; i; i--)
            cell(maker, name);
        put(maker, "</tr>");
    }
    g_string_append_printf(maker->text, "</%s>", group);
}

static void
table(Maker *maker)
{
    uint64_t columns = 1 + amount(maker, 12);
    put(maker, "<table-wrap><caption>");
    element(maker, "p", amount(maker, 30));
    put(maker, "</caption><table>");
    if (one_in(maker, 2))
        rows(maker, "thead", "th", 1 + amount(maker, 4), columns);
    rows(maker, "tbody", "td", amount(maker, 60), columns);
    put(maker, "</table>");
    if (one_in(maker, 4))
        put(maker, "<table-wrap-foot><fn><p>*</p></fn></table-wrap-foot>");
    put(maker, "</table-wrap>");
}

static void
blocks(Maker *maker, uint64_t n)
{
    static const Block nested[] = {list, definitions, quote, box, verse, code, figure, table};
    maker->depth++;
    for (; n; n--) {
        bool plain = maker->in_note || maker->depth > 5 || !one_in(maker, 6);
        Block block = plain ? paragraph : nested[below(maker, G_N_ELEMENTS(nested))];
        block(maker);
    }
    maker->depth--;
}

/* ---- texts ---- */

static void
sections(Maker *maker, int level)
{
    blocks(maker, amount(maker, 12));
    for (uint64_t n = level > 3 ? 0 : amount(maker, 4); n; n--) {
        put(maker, "<sec>");
        if (!one_in(maker, 10))
            element(maker, "title", amount(maker, 14));
        sections(maker, level + 1);
        put(maker, "</sec>");
    }
}

static void
front(Maker *maker, const char *name)
{
    g_string_append_printf(maker->text, "<%s><title-group>", name);
    element(maker, "article-title", amount(maker, 30));
    put(maker, "</title-group><contrib-group><contrib contrib-type=\"author\"><collab>");
    words(maker, amount(maker, 6));
    put(maker, "</collab></contrib></contrib-group>");
    if (one_in(maker, 2)) {
        put(maker, "<abstract>");
        paragraph(maker);
        put(maker, "</abstract>");
    }
    g_string_append_printf(maker->text, "</%s>", name);
}

static void
text(Maker *maker, Script script, const char *front_name)
{
    maker->script = one_in(maker, 20) ? (Script)below(maker, N_SCRIPTS) : script;
    maker->notes = one_in(maker, 3) ? 0 : (int)below(maker, maker->heavy ? 160 : 40);
    front(maker, front_name);
    put(maker, front_name[0] == 'a' ? "</front><body>" : "<body>");
    sections(maker, 1);
    put(maker, "</body>");
}

static void
item(Maker *maker, const char *folder, int number)
{
    uint64_t state;
    g_autofree char *name = g_strdup_printf("i%d.xml", number),
                    *path = g_build_filename(folder, name, NULL);
    g_string_assign(maker->text, "<?xml version=\"1.0\"?>\n<article xmlns:xlink="
                                 "\"http://www.w3.org/1999/xlink\" xml:lang=\"ru\"><front>");
    state = maker->state;
    text(maker, CYRILLIC, "article-meta");
    if (!one_in(maker, 8)) {
        put(maker, "\n<sub-article article-type=\"translation\" xml:lang=\"en\">");
        if (!one_in(maker, 3))
            maker->state = state; /* the same blocks in other letters */
        text(maker, LATIN, "front-stub");
        put(maker, "</sub-article>");
    }
    put(maker, "</article>\n");
    g_file_set_contents(path, maker->text->str, (gssize)maker->text->len, NULL);
}

static void
sheet(Maker *maker, const char *folder)
{
    g_autofree char *style = g_build_filename(folder, "style", NULL),
                    *path = g_build_filename(style, "print.css", NULL);
    static const char *const layouts[] = {"columns", "columns", "facing", "sequence"},
                             *const syncs[] = {"auto", "strict", "free"},
                             *const floats[] = {"auto", "here", "top", "bottom", "top"};
    int width = 110 + (int)below(maker, 120);
    g_string_printf(maker->text,
                    "@page { size: %dmm %dmm; -dg-column-ratio: %s; -dg-pair-space: %dpt; ", width,
                    width * 13 / 10, one_in(maker, 2) ? "auto" : "0.6", (int)below(maker, 8));
    g_string_append_printf(
        maker->text, "-dg-layout: %s; -dg-sync: %s; -dg-notes: %s; -dg-grid: %s }\n",
        layouts[below(maker, G_N_ELEMENTS(layouts))], syncs[below(maker, G_N_ELEMENTS(syncs))],
        one_in(maker, 2) ? "full" : "column", one_in(maker, 2) ? "0" : "12pt");
    g_string_append_printf(maker->text, "figure { -dg-float: %s } table { -dg-float: %s }\n",
                           floats[below(maker, G_N_ELEMENTS(floats))],
                           floats[below(maker, G_N_ELEMENTS(floats))]);
    g_mkdir(style, 0777);
    g_file_set_contents(path, maker->text->str, (gssize)maker->text->len, NULL);
}

void
random_volume_write(const char *folder, uint64_t number)
{
    Maker maker = {.text = g_string_new(NULL),
                   .heavy = number % 5 == 3,
                   .state = 0x9E3779B97F4A7C15u ^ (number + 1) * 0xD1B54A32D192ED03u};
    g_autoptr(GString) manifest = g_string_new(
        "<volume xmlns=\"urn:diglot:volume:1\" languages=\"ru en\" style=\"forum\" id=\"v\">"
        "<title xml:lang=\"ru\">\u0422\u043e\u043c</title><title xml:lang=\"en\">Volume</title>\n");
    g_autofree char *path = g_build_filename(folder, "volume.xml", NULL),
                    *square = g_build_filename(folder, "square.svg", NULL);
    below(&maker, 2);
    for (int n = 1 + (int)below(&maker, 3); n; n--) {
        item(&maker, folder, n);
        g_string_append_printf(manifest, "<item href=\"i%d\"/>\n", n);
    }
    g_string_append(manifest, "</volume>\n");
    g_file_set_contents(path, manifest->str, (gssize)manifest->len, NULL);
    g_file_set_contents(square,
                        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"300\" height=\"200\"/>",
                        -1, NULL);
    if (one_in(&maker, 2))
        sheet(&maker, folder);
    g_string_free(maker.text, TRUE);
}
