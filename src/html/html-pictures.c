/* html-pictures.c - the pictures of an edition: each file once, told by content, named by its hash. */
#include "html-internal.h"

#include "diglot/image.h"

#include <glib.h>
#include <string.h>

struct DgHtmlPictures {
    DgArena *arena;
    DgDiags *diags; /* page reports what is wrong with pictures; here nobody listens */
    DgImages *images;
    const char *folder;
    GHashTable *known; /* href to DgHtmlPicture, or to `none` */
    DgHtmlPicture none;
    const DgHtmlPicture **used;
    size_t n_used;
};

DgHtmlPictures *
dg_html_pictures_new(DgArena *arena, const char *volume_folder, const char *folder)
{
    DgHtmlPictures *pictures = DG_NEW(arena, DgHtmlPictures);
    pictures->arena = arena;
    pictures->diags = dg_diags_new(arena);
    pictures->images = dg_images_new(arena, volume_folder);
    pictures->folder = dg_arena_strdup(arena, folder);
    pictures->known = g_hash_table_new(g_str_hash, g_str_equal);
    return pictures;
}

void
dg_html_pictures_free(DgHtmlPictures *pictures)
{
    if (!pictures)
        return;
    dg_images_free(pictures->images);
    g_hash_table_destroy(pictures->known);
}

/* "figures/Карта 1.png" gives "figures/1-6c1f09ab.png": plain letters for any server, the hash for the rest. */
static const char *
address_of(DgHtmlPictures *pictures, const DgImage *image)
{
    static const char *const endings[] = {
        [DG_IMAGE_JPEG] = "jpg", [DG_IMAGE_PNG] = "png", [DG_IMAGE_SVG] = "svg"};
    g_autofree char *hash =
        g_compute_checksum_for_data(G_CHECKSUM_SHA256, image->bytes.data, image->bytes.size);
    g_autoptr(GString) name = g_string_new(NULL);
    for (const char *s = dg_path_stem(pictures->arena, image->file); *s; s++)
        if (g_ascii_isalnum(*s))
            g_string_append_c(name, *s);
        else if (name->len && name->str[name->len - 1] != '-')
            g_string_append_c(name, '-');
    const char *join = name->len && name->str[name->len - 1] != '-' ? "-" : "";
    return dg_arena_printf(pictures->arena, "%s/%s%s%.8s.%s", pictures->folder, name->str, join,
                           hash, endings[image->format]);
}

static const DgHtmlPicture *
load(DgHtmlPictures *pictures, const char *href)
{
    static const char *const types[] = {[DG_IMAGE_JPEG] = "image/jpeg",
                                        [DG_IMAGE_PNG] = "image/png",
                                        [DG_IMAGE_SVG] = "image/svg+xml"};
    const DgImage *image = dg_image_load(pictures->images, pictures->diags, href, DG_NOWHERE);
    if (!image)
        return &pictures->none;
    bool turned = image->orientation >= 5;
    DgHtmlPicture *picture = DG_NEW(pictures->arena, DgHtmlPicture);
    *picture = (DgHtmlPicture){.address = address_of(pictures, image),
                               .media_type = types[image->format],
                               .width = turned ? image->height : image->width,
                               .height = turned ? image->width : image->height,
                               .bytes = image->bytes};
    DG_APPEND(pictures->arena, pictures->used, pictures->n_used, picture);
    return picture;
}

const DgHtmlPicture *
dg_html_picture(DgHtmlPictures *pictures, const char *href)
{
    const DgHtmlPicture *picture = g_hash_table_lookup(pictures->known, href);
    if (!picture) {
        picture = load(pictures, href);
        g_hash_table_insert(pictures->known, dg_arena_strdup(pictures->arena, href),
                            (gpointer)picture);
    }
    return picture == &pictures->none ? NULL : picture;
}

size_t
dg_html_pictures_used(const DgHtmlPictures *pictures, DgArena *arena, const DgHtmlPicture ***used)
{
    *used = dg_arena_copy(arena, pictures->used, pictures->n_used * sizeof *pictures->used);
    return pictures->n_used;
}
