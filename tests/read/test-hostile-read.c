/* test-hostile-read.c - src/read against broken bytes, mutated documents and great depth: a volume or a
 * message, never a crash. Mutations are drawn from a fixed seed. */
#include "diglot/read.h"

#include <glib.h>
#include <glib/gstdio.h>
#include <string.h>

enum { ROUNDS = 12 };

static char *folder;

/* Reads these bytes as a file of that name. A text without a volume has an error. */
static void
read_bytes(const char *name, const char *bytes, gsize size)
{
    g_autofree char *path = g_build_filename(folder, name, NULL);
    g_assert_true(g_file_set_contents(path, bytes, (gssize)size, NULL));
    DgArena *arena = dg_arena_new();
    DgDiags *diags = dg_diags_new(arena);
    const DgVolume *volume = dg_volume_read(arena, diags, path, NULL);
    g_assert_true(volume || dg_diags_worst(diags) >= DG_ERROR);
    for (size_t i = 0; volume && i < volume->n_items; i++)
        for (int side = 0; side < volume->n_languages; side++)
            if (volume->items[i]->text[side].body)
                g_assert_nonnull(dg_node_text(arena, volume->items[i]->text[side].body));
    dg_arena_free(arena);
}

/* Cuts, doubles or overwrites a stretch. */
static GString *
mutate(GRand *rand, const char *text, gsize size)
{
    static const char *const pieces[] = {
        "<p>",    "</p>", "<fn>", "<xref rid='x'/>", "<sec>",   "<list>",   "<table>",
        "&nbsp;", "\xFF", "]]>",  " xml:lang='zz'",  " id='x'", "<title/>", "",
        "<"};
    GString *mutated = g_string_new_len(text, (gssize)size);
    for (int i = g_rand_int_range(rand, 1, 4); i > 0 && mutated->len > 10; i--) {
        gsize at = (gsize)g_rand_int_range(rand, 0, (gint32)mutated->len);
        gsize drawn = (gsize)g_rand_int_range(rand, 0, 60), length = MIN(drawn, mutated->len - at);
        const char *piece = pieces[g_rand_int_range(rand, 0, G_N_ELEMENTS(pieces))];
        if (g_rand_boolean(rand))
            g_string_erase(mutated, (gssize)at, (gssize)length);
        g_string_insert(mutated, (gssize)at, piece);
    }
    return mutated;
}

/* Whole elements change their places: stays well-formed, makes no sense. */
static GString *
rename_elements(GRand *rand, const char *text)
{
    static const char *const names[] = {
        "sec",         "p",       "fn",          "list",           "list-item",
        "table-wrap",  "td",      "tr",          "title",          "xref",
        "fig",         "caption", "ref",         "mixed-citation", "disp-formula",
        "label",       "italic",  "def-item",    "alternatives",   "fn-group",
        "sub-article", "body",    "contrib",     "name",           "aff",
        "mml:mfrac",   "graphic", "verse-group", "permissions"};
    g_auto(GStrv) parts =
        g_strsplit(text, names[g_rand_int_range(rand, 0, G_N_ELEMENTS(names))], -1);
    char *joined = g_strjoinv(names[g_rand_int_range(rand, 0, G_N_ELEMENTS(names))], parts);
    GString *renamed = g_string_new(joined);
    g_free(joined);
    return renamed;
}

static void
test_mutations(void)
{
    g_autofree char *golden = g_build_filename(g_getenv("G_TEST_SRCDIR"), "golden", NULL);
    static const char *const files[] = {
        "inline.xml",  "notes.xml",        "lists.xml", "blocks.xml",       "tables.xml",
        "figures.xml", "formulas.xml",     "front.xml", "references.xml",   "unknown.xml",
        "groups.xml",  "translations.xml", "book.xml",  "volume/volume.xml"};
    g_autoptr(GRand) rand = g_rand_new_with_seed(20241122);
    for (size_t i = 0; i < G_N_ELEMENTS(files); i++) {
        g_autofree char *path = g_build_filename(golden, files[i], NULL);
        g_autofree char *text = NULL;
        gsize size;
        g_assert_true(g_file_get_contents(path, &text, &size, NULL));
        for (int round = 0; round < ROUNDS; round++) {
            GString *mutated = round % 3 ? rename_elements(rand, text) : mutate(rand, text, size);
            read_bytes("mutated.xml", mutated->str, mutated->len);
            g_string_free(mutated, TRUE);
        }
    }
}

static void
test_bytes(void)
{
    static const char *const texts[] = {
        "",
        "\n",
        "<",
        "<a",
        "\xEF\xBB\xBF",
        "PK\x03\x04",
        "<article>",
        "\xFF\xFE",
        "<article xml:lang=''/>",
        "<article><body/></article>",
        "<!DOCTYPE a>",
        "<sub-article article-type='translation'/>",
        "<volume/>",
        "<people/>",
        "<article><sub-article article-type='translation' xml:lang=''/></article>"};
    for (size_t i = 0; i < G_N_ELEMENTS(texts); i++) {
        read_bytes("bytes.xml", texts[i], strlen(texts[i]));
        read_bytes("volume.xml", texts[i], strlen(texts[i]));
    }
}

/* Every element nested in itself, as deep as XML is read. */
static void
test_depth(void)
{
    static const char *const names[] = {"sec",
                                        "p",
                                        "list",
                                        "list-item",
                                        "disp-quote",
                                        "fn",
                                        "italic",
                                        "table-wrap",
                                        "table",
                                        "td",
                                        "fig",
                                        "caption",
                                        "alternatives",
                                        "sub-article",
                                        "title",
                                        "mml:mrow",
                                        "mixed-citation",
                                        "ref-list",
                                        "def",
                                        "unknown",
                                        "boxed-text",
                                        "verse-group",
                                        "xref",
                                        "label",
                                        "contrib-group",
                                        "collab",
                                        "book-part"};
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
        g_autoptr(GString) xml = g_string_new("<article xml:lang='en'><body>");
        for (int depth = 0; depth < 250; depth++)
            g_string_append_printf(xml, "<%s>", names[i]);
        g_string_append(xml, "text");
        for (int depth = 0; depth < 250; depth++)
            g_string_append_printf(xml, "</%s>", names[i]);
        g_string_append(xml, "</body></article>");
        read_bytes("deep.xml", xml->str, xml->len);
    }
}

/* Notes that refer to each other, and thousands of references to one. */
static void
test_cycles(void)
{
    g_autoptr(GString) xml = g_string_new("<article xml:lang='en'><body><p>");
    for (int i = 0; i < 3000; i++)
        g_string_append(xml, "a<xref ref-type='fn' rid='f1'>1</xref> ");
    g_string_append(
        xml,
        "</p></body><back><fn-group>"
        "<fn id='f1'><p>1<xref ref-type='fn' rid='f2'>2</xref></p></fn>"
        "<fn id='f2'><p>2<xref ref-type='fn' rid='f1'>1</xref><xref ref-type='fn' rid='f3'>3</xref></p></fn>"
        "<fn id='f3'><p>3<xref ref-type='fn' rid='f3'>3</xref></p></fn>"
        "<fn id='f4'><p>4<xref ref-type='fn' rid='f5'>5</xref></p></fn>"
        "<fn id='f5'><p>5<xref ref-type='fn' rid='f4'>4</xref></p></fn>"
        "</fn-group></back></article>");
    read_bytes("cycle.xml", xml->str, xml->len);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    folder = g_dir_make_tmp("diglot-XXXXXX", NULL);
    g_test_add_func("/read/hostile/bytes", test_bytes);
    g_test_add_func("/read/hostile/depth", test_depth);
    g_test_add_func("/read/hostile/cycles", test_cycles);
    g_test_add_func("/read/hostile/mutations", test_mutations);
    int status = g_test_run();
    char *arguments[] = {(char *)"rm", (char *)"-r", folder, NULL};
    g_spawn_sync(NULL, arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, NULL);
    g_free(folder);
    return status;
}
