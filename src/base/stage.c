/* stage.c - a folder written beside its destination and swapped in whole. */
#include "diglot/files.h"

#include <errno.h>
#include <glib.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#define STAMP ".diglot"

struct DgStage {
    DgArena *arena;
    char *destination, *folder, *old;
    const char **kept;
    size_t n_kept;
    bool done;
};

/* Symbolic links are removed, never followed. */
static void
remove_tree(const char *path)
{
    if (!g_file_test(path, G_FILE_TEST_IS_SYMLINK) && dg_folder_exists(path)) {
        g_autoptr(GDir) dir = g_dir_open(path, 0, NULL);
        for (const char *name; dir && (name = g_dir_read_name(dir));) {
            g_autofree char *child = g_build_filename(path, name, NULL);
            remove_tree(child);
        }
    }
    g_remove(path);
}

static bool
is_ours(const char *folder)
{
    g_autofree char *stamp = g_build_filename(folder, STAMP, NULL);
    if (dg_file_exists(stamp))
        return true;
    g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
    return dir && !g_dir_read_name(dir);
}

static bool
write_stamp(DgArena *arena, DgDiags *diags, const char *folder)
{
    static const char text[] =
        "Made by diglot. The next build replaces the editions that it makes and drops all else but other editions.\n";
    return dg_file_write(diags, dg_path_join(arena, folder, STAMP), text, sizeof text - 1);
}

/* Of the name of a stage, or of an edition on its way out, that a build made which is no more at work. */
static bool
is_left_behind(const char *name, const char *base, const char *mark)
{
    g_autofree char *start = g_strconcat(base, mark, NULL);
    gint64 process = 0;
    return g_str_has_prefix(name, start) &&
           g_ascii_string_to_signed(name + strlen(start), 10, 1, G_MAXINT32, &process, NULL) &&
           kill((pid_t)process, 0) != 0 && errno == ESRCH;
}

/* An edition that a killed build had moved away comes back, as far as nothing newer stands there. */
static void
bring_back(const char *old, const char *destination)
{
    if (g_rename(old, destination) == 0)
        return;
    g_autoptr(GDir) dir = g_dir_open(old, 0, NULL);
    for (const char *name; dir && (name = g_dir_read_name(dir));) {
        g_autofree char *from = g_build_filename(old, name, NULL);
        g_autofree char *to = g_build_filename(destination, name, NULL);
        if (!g_file_test(to, G_FILE_TEST_EXISTS))
            g_rename(from, to);
    }
    remove_tree(old);
}

/* What killed builds left beside the destination. */
static void
clear_remains(const char *destination)
{
    g_autofree char *folder = g_path_get_dirname(destination);
    g_autofree char *base = g_path_get_basename(destination);
    g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
    for (const char *name; dir && (name = g_dir_read_name(dir));) {
        g_autofree char *path = g_build_filename(folder, name, NULL);
        bool stage = is_left_behind(name, base, ".new-"), old = is_left_behind(name, base, ".old-");
        if ((!stage && !old) || !is_ours(path))
            continue;
        if (old)
            bring_back(path, destination);
        else
            remove_tree(path);
    }
}

DgStage *
dg_stage_new(DgArena *arena, DgDiags *diags, const char *destination)
{
    if (g_file_test(destination, G_FILE_TEST_EXISTS) && !is_ours(destination)) {
        bool folder = dg_folder_exists(destination);
        dg_diag(diags, folder ? DG_FILE_FOREIGN : DG_FILE_NO_FOLDER, DG_NOWHERE, destination, NULL);
        return NULL;
    }
    DgStage *stage = DG_NEW(arena, DgStage);
    stage->arena = arena;
    g_autofree char *absolute = g_canonicalize_filename(destination, NULL);
    stage->destination = dg_arena_strdup(arena, absolute);
    stage->folder = dg_arena_printf(arena, "%s.new-%ld", absolute, (long)getpid());
    stage->old = dg_arena_printf(arena, "%s.old-%ld", absolute, (long)getpid());
    clear_remains(absolute);
    remove_tree(stage->folder);
    if (g_mkdir_with_parents(stage->folder, 0755) != 0) {
        dg_diag(diags, DG_FILE_WRITE, DG_NOWHERE, destination, g_strerror(errno), NULL);
        return NULL;
    }
    if (!write_stamp(arena, diags, stage->folder)) {
        dg_stage_abandon(stage);
        return NULL;
    }
    return stage;
}

const char *
dg_stage_folder(const DgStage *stage)
{
    return stage->folder;
}

void
dg_stage_keep(DgStage *stage, const char *name)
{
    DG_APPEND(stage->arena, stage->kept, stage->n_kept, dg_arena_strdup(stage->arena, name));
}

static void
bring_kept(const DgStage *stage)
{
    for (size_t i = 0; i < stage->n_kept; i++) {
        const char *from = dg_path_join(stage->arena, stage->old, stage->kept[i]);
        const char *to = dg_path_join(stage->arena, stage->destination, stage->kept[i]);
        if (g_file_test(from, G_FILE_TEST_EXISTS) && !g_file_test(to, G_FILE_TEST_EXISTS))
            g_rename(from, to);
    }
}

bool
dg_stage_commit(DgStage *stage, DgDiags *diags)
{
    bool replaced = g_rename(stage->destination, stage->old) == 0;
    if (g_rename(stage->folder, stage->destination) != 0) {
        int error = errno;
        if (replaced)
            g_rename(stage->old, stage->destination);
        dg_diag(diags, DG_FILE_WRITE, DG_NOWHERE, stage->destination, g_strerror(error), NULL);
        return false;
    }
    stage->done = true;
    bring_kept(stage);
    remove_tree(stage->old);
    return true;
}

void
dg_stage_abandon(DgStage *stage)
{
    if (stage && !stage->done)
        remove_tree(stage->folder);
}
