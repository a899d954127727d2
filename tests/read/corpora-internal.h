/* corpora-internal.h - the corpora that tests read where they are at hand. */
#ifndef DIGLOT_TEST_CORPORA_INTERNAL_H
#define DIGLOT_TEST_CORPORA_INTERNAL_H

#include <glib.h>
#include <string.h>

static inline int
compare_paths(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* The files of a folder of the corpora, sorted; NULL where they are missing, and the test is skipped aloud. */
static inline GPtrArray *
corpus_files(const char *name)
{
    const char *shared = g_getenv("DIGLOT_SHARED");
    g_autofree char *folder =
        shared ? g_build_filename(shared, "corpora", name, NULL)
               : g_build_filename(g_getenv("DIGLOT_DATA"), "..", "shared", "corpora", name, NULL);
    g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
    if (!dir) {
        g_test_skip("the corpora are not here; DIGLOT_SHARED names their folder");
        return NULL;
    }
    GPtrArray *files = g_ptr_array_new_with_free_func(g_free);
    for (const char *file; (file = g_dir_read_name(dir));)
        g_ptr_array_add(files, g_build_filename(folder, file, NULL));
    g_ptr_array_sort(files, compare_paths);
    return files;
}

#endif
