/* files.c - read, write atomically, list, join paths. */
#include "diglot/files.h"

#include <errno.h>
#include <glib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

bool
dg_file_exists(const char *path)
{
    return g_file_test(path, G_FILE_TEST_IS_REGULAR);
}

bool
dg_folder_exists(const char *path)
{
    return g_file_test(path, G_FILE_TEST_IS_DIR);
}

/* Of "Failed to read from file “…”: Input/output error", the last part: the file is named already. */
static const char *
reason_of(const GError *error)
{
    const char *last = error->message;
    for (const char *colon = last; (colon = strstr(colon, ": "));)
        last = colon += strlen(": ");
    return last;
}

DgBytes
dg_file_read(DgArena *arena, DgDiags *diags, const char *path, const char *shown)
{
    DgPos pos = {.file = shown};
    if (!dg_file_exists(path)) {
        dg_diag(diags, DG_FILE_READ, pos, shown,
                g_strerror(g_file_test(path, G_FILE_TEST_EXISTS) ? EISDIR : ENOENT), NULL);
        return (DgBytes){0};
    }
    g_autofree char *data = NULL;
    g_autoptr(GError) error = NULL;
    gsize size = 0;
    if (!g_file_get_contents(path, &data, &size, &error)) {
        dg_diag(diags, DG_FILE_READ, pos, shown, reason_of(error), NULL);
        return (DgBytes){0};
    }
    return (DgBytes){(const uint8_t *)dg_arena_strndup(arena, data, size), size};
}

static void
report_write(DgDiags *diags, const char *path, int error)
{
    dg_diag(diags, DG_FILE_WRITE, DG_NOWHERE, path, g_strerror(error), NULL);
}

static bool
folder_make(DgDiags *diags, const char *path)
{
    if (g_mkdir_with_parents(path, 0755) == 0)
        return true;
    report_write(diags, path, errno);
    return false;
}

/* Beside the file that is there, and then put over it; a new one in its place, for a site has 1,400 of them, and taken away
 * again if that fails. */
bool
dg_file_write(DgDiags *diags, const char *path, const void *data, size_t size)
{
    g_autofree char *folder = g_path_get_dirname(path);
    g_autoptr(GError) error = NULL;
    if (!folder_make(diags, folder))
        return false;
    bool is_new = !g_file_test(path, G_FILE_TEST_EXISTS);
    GFileSetContentsFlags flags =
        is_new ? G_FILE_SET_CONTENTS_NONE
               : G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_ONLY_EXISTING;
    if (g_file_set_contents_full(path, size ? data : "", (gssize)size, flags, 0644, &error))
        return true;
    dg_diag(diags, DG_FILE_WRITE, DG_NOWHERE, path, reason_of(error), NULL);
    if (is_new)
        g_unlink(path);
    return false;
}

static int
compare_names(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

const char **
dg_folder_list(DgArena *arena, const char *folder)
{
    const char **names = NULL;
    size_t n = 0;
    g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
    for (const char *name; dir && (name = g_dir_read_name(dir));) {
        g_autofree char *path = g_build_filename(folder, name, NULL);
        if (dg_file_exists(path))
            DG_APPEND(arena, names, n, dg_arena_strdup(arena, name));
    }
    if (n)
        qsort(names, n, sizeof *names, compare_names);
    DG_APPEND(arena, names, n, NULL);
    return names;
}

char *
dg_path_join(DgArena *arena, const char *folder, const char *name)
{
    g_autofree char *path = g_build_filename(folder, name, NULL);
    return dg_arena_strdup(arena, path);
}

char *
dg_path_stem(DgArena *arena, const char *path)
{
    g_autofree char *name = g_path_get_basename(path);
    char *dot = strrchr(name, '.');
    if (dot && dot != name)
        *dot = '\0';
    return dg_arena_strdup(arena, name);
}

char *
dg_path_folder(DgArena *arena, const char *path)
{
    g_autofree char *folder = g_path_get_dirname(path);
    return dg_arena_strdup(arena, folder);
}

bool
dg_path_is_inside(const char *path)
{
    if (!*path || *path == '/' || strchr(path, '\\') || strstr(path, "://"))
        return false;
    g_auto(GStrv) parts = g_strsplit(path, "/", -1);
    return !g_strv_contains((const char *const *)parts, "..");
}
