/* test-golden-read.c - src/read: documents and volumes in, the model and the messages out.
 * Every file and folder of golden/ is read and compared with NAME.out; DIGLOT_UPDATE=1 writes them. */
#include "diglot/read.h"

#include <glib.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char *
run(const char *path)
{
    DgArena *arena = dg_arena_new();
    DgDiags *diags = dg_diags_new(arena);
    char *text = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&text, &size);
    const DgVolume *volume = dg_volume_read(arena, diags, path, NULL);
    if (volume)
        dg_doc_dump(out, volume);
    const DgDiag *list;
    size_t n = dg_diags_sorted(arena, diags, &list);
    for (size_t i = 0; i < n; i++) {
        const char *hint = dg_diag_hint(arena, &list[i], "en");
        fprintf(out, "%s:%d:%d: %s: %s%s%s\n", list[i].pos.file ? list[i].pos.file : "-",
                list[i].pos.line, list[i].pos.column, dg_code_name(list[i].code),
                dg_diag_message(arena, &list[i], "en"), hint ? "; " : "", hint ? hint : "");
    }
    fclose(out);
    dg_arena_free(arena);
    return text;
}

static void
report_difference(const char *name, const char *expected, const char *found)
{
    g_auto(GStrv) a = g_strsplit(expected, "\n", -1);
    g_auto(GStrv) b = g_strsplit(found, "\n", -1);
    for (int line = 0; a[line] || b[line]; line++) {
        if (a[line] && b[line] && strcmp(a[line], b[line]) == 0)
            continue;
        g_test_message("%s, line %d\n  expected %s\n  found    %s", name, line + 1,
                       a[line] ? a[line] : "the end", b[line] ? b[line] : "the end");
        return;
    }
}

static void
test_one(gconstpointer data)
{
    const char *path = data;
    char *found = run(path);
    g_autofree char *stem =
        g_strndup(path, strlen(path) - (g_str_has_suffix(path, ".xml") ? 4 : 0));
    g_autofree char *golden = g_strconcat(stem, ".out", NULL);
    if (g_getenv("DIGLOT_UPDATE"))
        g_assert_true(g_file_set_contents(golden, found, -1, NULL));
    g_autofree char *expected = NULL;
    g_assert_true(g_file_get_contents(golden, &expected, NULL, NULL));
    bool same = strcmp(expected, found) == 0;
    if (!same)
        report_difference(golden, expected, found);
    free(found);
    g_assert_true(same);
}

static void
add_case(const char *folder, const char *name)
{
    char *path = g_build_filename(folder, name, NULL);
    g_autofree char *manifest = g_build_filename(path, "volume.xml", NULL);
    if (!g_str_has_suffix(name, ".xml") && !g_file_test(manifest, G_FILE_TEST_IS_REGULAR)) {
        g_free(path);
        return;
    }
    g_autofree char *test = g_strconcat("/read/golden/", name, NULL);
    g_test_add_data_func_full(test, path, test_one, g_free);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_autofree char *folder = g_build_filename(g_getenv("G_TEST_SRCDIR"), "golden", NULL);
    g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
    g_assert_nonnull(dir);
    for (const char *name; (name = g_dir_read_name(dir));)
        add_case(folder, name);
    return g_test_run();
}
