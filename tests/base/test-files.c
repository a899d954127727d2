/* test-files.c - src/base/files.c and stage.c */
#include "diglot/files.h"

#include <glib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static void
test_paths_inside(void)
{
    static const char *const inside[] = {"a.svg", "figures/a.svg", "./a", "a..b/c"};
    static const char *const outside[] = {"",           "/etc/passwd", "../a", "a/../../b",
                                          "http://x/y", "..",          "a\\b"};
    for (size_t i = 0; i < G_N_ELEMENTS(inside); i++)
        g_assert_true(dg_path_is_inside(inside[i]));
    for (size_t i = 0; i < G_N_ELEMENTS(outside); i++)
        g_assert_false(dg_path_is_inside(outside[i]));
}

static void
test_read_and_write(void)
{
    DgArena *arena = dg_arena_new();
    DgDiags *diags = dg_diags_new(arena);
    g_autofree char *folder = g_dir_make_tmp("diglot-XXXXXX", NULL);
    char *path = dg_path_join(arena, folder, "deep/er/file.txt");
    g_assert_true(dg_file_write(diags, path, "abc", 3));
    DgBytes bytes = dg_file_read(arena, diags, path, "file.txt");
    g_assert_cmpmem(bytes.data, bytes.size + 1, "abc", 4);
    g_assert_null(dg_file_read(arena, diags, folder, "folder").data);
    g_assert_null(dg_file_read(arena, diags, "/nowhere/at/all", "all").data);
    g_assert_cmpuint(dg_diags_count(diags, DG_FILE_READ), ==, 2);
    g_assert_false(dg_file_write(diags, dg_path_join(arena, path, "below-a-file"), "", 0));
    g_assert_cmpuint(dg_diags_count(diags, DG_FILE_WRITE), ==, 1);
    dg_arena_free(arena);
}

static void
test_a_stage_replaces_only_our_own_folders(void)
{
    DgArena *arena = dg_arena_new();
    DgDiags *diags = dg_diags_new(arena);
    g_autofree char *folder = g_dir_make_tmp("diglot-XXXXXX", NULL);
    char *edition = dg_path_join(arena, folder, "edition");

    for (int round = 0; round < 2; round++) {
        DgStage *stage = dg_stage_new(arena, diags, edition);
        g_assert_nonnull(stage);
        char *file = dg_path_join(arena, dg_stage_folder(stage), round ? "second" : "first");
        g_assert_true(dg_file_write(diags, file, "x", 1));
        g_assert_true(dg_stage_commit(stage, diags));
    }
    g_assert_false(dg_file_exists(dg_path_join(arena, edition, "first")));
    g_assert_true(dg_file_exists(dg_path_join(arena, edition, "second")));

    DgStage *abandoned = dg_stage_new(arena, diags, edition);
    dg_stage_abandon(abandoned);
    g_assert_true(dg_file_exists(dg_path_join(arena, edition, "second")));

    DgStage *kept = dg_stage_new(arena, diags, edition);
    dg_stage_keep(kept, "second");
    g_assert_true(dg_stage_commit(kept, diags));
    g_assert_true(dg_file_exists(dg_path_join(arena, edition, "second")));

    char *foreign = dg_path_join(arena, folder, "foreign");
    g_assert_true(dg_file_write(diags, dg_path_join(arena, foreign, "thesis.doc"), "x", 1));
    g_assert_null(dg_stage_new(arena, diags, foreign));
    g_assert_cmpuint(dg_diags_count(diags, DG_FILE_FOREIGN), ==, 1);
    g_assert_true(dg_file_exists(dg_path_join(arena, foreign, "thesis.doc")));
    dg_arena_free(arena);
}

/* A process that is no more. */
static long
dead_process(void)
{
    pid_t child = fork();
    if (child == 0)
        _exit(0);
    waitpid(child, NULL, 0);
    return (long)child;
}

static void
put(const char *folder, const char *name)
{
    DgArena *arena = dg_arena_new();
    DgDiags *diags = dg_diags_new(arena);
    g_assert_true(dg_file_write(diags, dg_path_join(arena, folder, name), name, strlen(name)));
    dg_arena_free(arena);
}

static bool
holds(const char *folder, const char *name)
{
    g_autofree char *path = g_build_filename(folder, name, NULL);
    return g_file_test(path, G_FILE_TEST_EXISTS);
}

static void
test_the_remains_of_killed_builds(void)
{
    DgArena *arena = dg_arena_new();
    DgDiags *diags = dg_diags_new(arena);
    g_autofree char *folder = g_dir_make_tmp("diglot-XXXXXX", NULL);
    char *edition = dg_path_join(arena, folder, "edition");
    char *stage = dg_arena_printf(arena, "%s.new-%ld", edition, dead_process());
    char *old = dg_arena_printf(arena, "%s.old-%ld", edition, dead_process());
    char *working = dg_arena_printf(arena, "%s.new-%ld", edition, (long)getppid());
    char *foreign = dg_arena_printf(arena, "%s.new-%ld", edition, dead_process());
    char *named = dg_arena_printf(arena, "%s.new-chapter", edition);
    char *const stamped[] = {stage, old, working, named};
    for (size_t i = 0; i < G_N_ELEMENTS(stamped); i++)
        put(stamped[i], ".diglot");
    put(old, "kept");
    put(foreign, "thesis.txt");

    dg_stage_abandon(dg_stage_new(arena, diags, edition));

    g_assert_false(g_file_test(stage, G_FILE_TEST_EXISTS));
    g_assert_false(g_file_test(old, G_FILE_TEST_EXISTS));
    g_assert_true(holds(edition, "kept")); /* nothing stood there: the edition is back */
    g_assert_true(holds(working, ".diglot") && holds(foreign, "thesis.txt") &&
                  holds(named, ".diglot"));

    put(old, ".diglot");
    put(old, "kept");
    put(old, "print");
    put(edition, "newer");
    dg_stage_abandon(dg_stage_new(arena, diags, edition));
    g_assert_false(g_file_test(old, G_FILE_TEST_EXISTS));
    g_assert_true(holds(edition, "newer") && holds(edition, "print"));
    dg_arena_free(arena);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/files/inside", test_paths_inside);
    g_test_add_func("/files/read-write", test_read_and_write);
    g_test_add_func("/files/remains", test_the_remains_of_killed_builds);
    g_test_add_func("/files/stage", test_a_stage_replaces_only_our_own_folders);
    return g_test_run();
}
