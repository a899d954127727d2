/* fuzz-image.c - any bytes as a picture: told, measured, decoded. */
#include "diglot/files.h"
#include "diglot/image.h"

#include <glib.h>
#include <glib/gstdio.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    DgArena *arena = dg_arena_new();
    DgDiags *diags = dg_diags_new(arena);
    g_autofree char *folder = g_dir_make_tmp("diglot-fuzz-XXXXXX", NULL);
    char *path = dg_path_join(arena, folder, "picture");
    dg_file_write(diags, path, data, size);
    DgImages *images = dg_images_new(arena, folder);
    const DgImage *image = dg_image_load(images, diags, "picture", DG_NOWHERE);
    DgRaster raster = {0};
    if (image && (int64_t)image->width * image->height < 1 << 20)
        dg_image_decode(arena, diags, image, 64, &raster);
    dg_images_free(images);
    dg_arena_free(arena);
    g_remove(path);
    g_rmdir(folder);
    return 0;
}
