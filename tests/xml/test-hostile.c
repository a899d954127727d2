/* test-hostile.c - src/xml against files made to break parsers: the corpus, the W3C suite, a fuzzer's finds.
 * Each is read, or refused with at least one located error; valid documents of the suite are read. */
#include "diglot/xml.h"

#include <glib.h>
#include <glib/gstdio.h>

static char *
corpus(void)
{
    const char *shared = g_getenv("DIGLOT_SHARED");
    return shared ? g_build_filename(shared, "corpora", "xml-hostile", NULL)
                  : g_build_filename(g_getenv("DIGLOT_DATA"), "..", "shared", "corpora",
                                     "xml-hostile", NULL);
}

/* Skips aloud where the corpus is not at hand. */
static char *
corpus_or_skip(void)
{
    char *folder = corpus();
    if (g_file_test(folder, G_FILE_TEST_IS_DIR))
        return folder;
    g_test_skip("the corpora are not here; DIGLOT_SHARED names their folder");
    g_free(folder);
    return NULL;
}

/* All files below a folder, sorted. */
static void
list_files(const char *folder, GPtrArray *files)
{
    g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
    for (const char *name; dir && (name = g_dir_read_name(dir));) {
        char *path = g_build_filename(folder, name, NULL);
        if (g_file_test(path, G_FILE_TEST_IS_DIR)) {
            list_files(path, files);
            g_free(path);
        } else {
            g_ptr_array_add(files, path);
        }
    }
}

static int
compare_paths(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static GPtrArray *
files_below(const char *folder)
{
    GPtrArray *files = g_ptr_array_new_with_free_func(g_free);
    list_files(folder, files);
    g_ptr_array_sort(files, compare_paths);
    return files;
}

/* Whether it was read without an error. Refused files must say why and where. */
static bool
reads(const char *path)
{
    DgArena *arena = dg_arena_new();
    DgDiags *diags = dg_diags_new(arena);
    DgXml *root = dg_xml_parse(arena, diags, path, "x.xml");
    const DgDiag *list = NULL;
    size_t n = dg_diags_sorted(arena, diags, &list);
    if (!root && (n == 0 || list[0].pos.line == 0))
        g_error("%s: refused without a located error", path);
    bool read = root && dg_diags_worst(diags) < DG_ERROR;
    if (g_test_verbose() && n)
        g_test_message("%s:%d:%d: %s", path, list[0].pos.line, list[0].pos.column,
                       dg_diag_message(arena, &list[0], "en"));
    dg_arena_free(arena);
    return read;
}

static void
test_corpus(void)
{
    static const struct {
        const char *file;
        bool reads;
    } known[] = {
        {"defusedxml/xmlbomb.xml", true},
        {"libxml2-recurse/lol_classic.xml", false},
        {"libxml2-recurse/good.xml", true},
        {"libxml2-recurse/good_attr.xml", true},
        {"libxml2-errors/attr5.xml", false},
        {"libxml2-errors/rec_att_default.xml", false},
        {"libxml2-errors/unclosed-element.xml", false},
        {"libxml2-errors/trailing-null-1.xml", false},
        {"libxml2-test/utf16bom.xml", true},
        {"libxml2-test/isolat2.xml", true},
        {"libxml2-test/text-4-byte-UTF-16-BE.xml", true},
        {"defusedxml/external.xml", false},
        {"defusedxml/simple-ns.xml", true},
    };
    g_autofree char *folder = corpus_or_skip();
    if (!folder)
        return;
    g_autoptr(GPtrArray) files = files_below(folder);
    for (guint i = 0; i < files->len; i++)
        if (g_str_has_suffix(files->pdata[i], ".xml"))
            reads(files->pdata[i]);
    for (size_t i = 0; i < G_N_ELEMENTS(known); i++) {
        g_autofree char *path = g_build_filename(folder, known[i].file, NULL);
        g_test_message("%s", known[i].file);
        g_assert_cmpint(reads(path), ==, known[i].reads);
    }
}

static char *
unpack(const char *archive)
{
    char *folder = g_dir_make_tmp("diglot-XXXXXX", NULL);
    char *arguments[] = {(char *)"tar", (char *)"-xzf", (char *)archive,
                         (char *)"-C",  folder,         NULL};
    int status = -1;
    g_assert_true(g_spawn_sync(NULL, arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL,
                               &status, NULL));
    g_assert_cmpint(status, ==, 0);
    return folder;
}

static void
remove_folder(const char *folder)
{
    char *arguments[] = {(char *)"rm", (char *)"-r", (char *)folder, NULL};
    g_spawn_sync(NULL, arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, NULL);
}

/* External entities are refused; the fifth edition of XML allows the names of 140 and 141. */
static bool
is_excepted(const char *path)
{
    static const char *const excepted[] = {"/sun/valid/ext01.xml",    "/sun/valid/ext02.xml",
                                           "/sun/valid/not-sa03.xml", "/sun/valid/pe00.xml",
                                           "/not-wf/sa/140.xml",      "/not-wf/sa/141.xml"};
    for (size_t i = 0; i < G_N_ELEMENTS(excepted); i++)
        if (g_str_has_suffix(path, excepted[i]))
            return true;
    return false;
}

static void
test_w3c(void)
{
    g_autofree char *folder = corpus_or_skip();
    if (!folder)
        return;
    g_autofree char *archive = g_build_filename(folder, "w3c-xmlconf.tar.gz", NULL);
    g_autofree char *unpacked = unpack(archive);
    g_autoptr(GPtrArray) files = files_below(unpacked);
    guint n = 0, wrong = 0;
    for (guint i = 0; i < files->len; i++) {
        const char *path = files->pdata[i];
        if (!g_str_has_suffix(path, ".xml"))
            continue;
        n++;
        bool read = reads(path);
        bool valid = strstr(path, "/xmltest/valid/sa/") || strstr(path, "/sun/valid/");
        bool malformed = strstr(path, "/xmltest/not-wf/sa/") != NULL;
        if (!is_excepted(path) && ((valid && !read) || (malformed && read))) {
            g_test_message("%s: %s", path, read ? "read" : "refused");
            wrong++;
        }
    }
    g_test_message("%u files", n);
    remove_folder(unpacked);
    g_assert_cmpuint(n, >, 1000);
    g_assert_cmpuint(wrong, ==, 0);
}

static void
test_fuzz(void)
{
    g_autofree char *folder = corpus_or_skip();
    if (!folder)
        return;
    g_autofree char *archive = g_build_filename(folder, "go-fuzz-xml-open.tar.gz", NULL);
    g_autofree char *unpacked = unpack(archive);
    g_autoptr(GPtrArray) files = files_below(unpacked);
    for (guint i = 0; i < files->len; i++)
        reads(files->pdata[i]);
    remove_folder(unpacked);
    g_assert_cmpuint(files->len, >, 100);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/xml/hostile/corpus", test_corpus);
    g_test_add_func("/xml/hostile/w3c", test_w3c);
    g_test_add_func("/xml/hostile/fuzz", test_fuzz);
    return g_test_run();
}
