/* image-load.c - the service: find a picture, read it once, tell its format by its first bytes. */
#include "image-internal.h"

#include <glib.h>
#include <stdlib.h>
#include <string.h>

/* A file may be larger than any picture needs to be. */
enum { MAX_BYTES = 256 * 1024 * 1024 };

/* What became of one href; a failure is kept too, to be reported at each place that asks for it. */
typedef struct {
    DgImage image;
    bool failed;
    DgCode code;
    const char *fault;
} Entry;

struct DgImages {
    DgArena *arena;
    const char *folder;
    GHashTable *entries;         /* href to Entry */
    void (*prepare)(void *data); /* NULL: nobody asked, or done */
    void *prepare_data;
};

DgImages *
dg_images_new(DgArena *arena, const char *volume_folder)
{
    DgImages *images = DG_NEW(arena, DgImages);
    images->arena = arena;
    images->folder = dg_arena_strdup(arena, volume_folder ? volume_folder : ".");
    images->entries = g_hash_table_new(g_str_hash, g_str_equal);
    return images;
}

void
dg_images_free(DgImages *images)
{
    if (images)
        g_clear_pointer(&images->entries, g_hash_table_destroy);
}

void
dg_images_on_drawing(DgImages *images, void (*prepare)(void *data), void *data)
{
    images->prepare = prepare;
    images->prepare_data = data;
}

static void
fail(Entry *entry, DgCode code, const char *fault)
{
    entry->failed = true;
    entry->code = code;
    entry->fault = fault;
}

/* A link in the volume may lead out of it. */
static bool
stays_inside(const char *folder, const char *path)
{
    g_autofree char *real_folder = NULL, *real_path = NULL;
    char *resolved = realpath(folder, NULL);
    real_folder = g_strdup(resolved);
    free(resolved);
    resolved = realpath(path, NULL);
    real_path = g_strdup(resolved);
    free(resolved);
    if (!real_folder || !real_path || !g_str_has_prefix(real_path, real_folder))
        return false;
    size_t length = strlen(real_folder);
    return real_path[length] == '/' || (length && real_folder[length - 1] == '/');
}

static void
read_bytes(DgImages *images, Entry *entry)
{
    const char *href = entry->image.file;
    if (!dg_path_is_inside(href)) {
        fail(entry, DG_FIGURE_OUTSIDE, NULL);
        return;
    }
    char *path = dg_path_join(images->arena, images->folder, href);
    if (!dg_file_exists(path)) {
        fail(entry, DG_FIGURE_MISSING, NULL);
        return;
    }
    if (!stays_inside(images->folder, path)) {
        fail(entry, DG_FIGURE_OUTSIDE, NULL);
        return;
    }
    g_autofree char *data = NULL;
    gsize size = 0;
    if (!g_file_get_contents(path, &data, &size, NULL))
        fail(entry, DG_FIGURE_MISSING, NULL);
    else if (size > MAX_BYTES)
        fail(entry, DG_FIGURE_BROKEN, "it is larger than 256 MB");
    else
        entry->image.bytes =
            (DgBytes){(uint8_t *)dg_arena_strndup(images->arena, data, size), size};
}

/* An SVG is XML whose first element is svg; what stands before it is short. */
static bool
looks_like_svg(DgBytes bytes)
{
    enum { SEARCHED = 8192 };
    const char *text = (const char *)bytes.data;
    size_t length = MIN(bytes.size, SEARCHED);
    size_t start = length >= 3 && memcmp(text, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
    while (start < length && g_ascii_isspace(text[start]))
        start++;
    if (start == length || text[start] != '<')
        return false;
    return g_strstr_len(text, (gssize)length, "<svg") || g_strstr_len(text, (gssize)length, ":svg");
}

static bool
tell_format(DgImage *image)
{
    DgBytes bytes = image->bytes;
    if (bytes.size >= 3 && memcmp(bytes.data, "\xFF\xD8\xFF", 3) == 0)
        image->format = DG_IMAGE_JPEG;
    else if (bytes.size >= 8 && memcmp(bytes.data, "\x89PNG\r\n\x1A\n", 8) == 0)
        image->format = DG_IMAGE_PNG;
    else if (looks_like_svg(bytes))
        image->format = DG_IMAGE_SVG;
    else
        return false;
    return true;
}

static void
inspect(DgImages *images, Entry *entry)
{
    static bool (*const inspectors[])(DgArena *, DgImage *, const char **) = {
        [DG_IMAGE_JPEG] = jpeg_inspect, [DG_IMAGE_PNG] = png_inspect, [DG_IMAGE_SVG] = svg_inspect};
    if (!tell_format(&entry->image)) {
        fail(entry, DG_FIGURE_UNSUPPORTED, NULL);
        return;
    }
    if (entry->image.format == DG_IMAGE_SVG && images->prepare) {
        images->prepare(images->prepare_data);
        images->prepare = NULL;
    }
    const char *fault = NULL;
    if (!inspectors[entry->image.format](images->arena, &entry->image, &fault))
        fail(entry, DG_FIGURE_BROKEN, fault);
}

static Entry *
entry_new(DgImages *images, const char *href)
{
    Entry *entry = DG_NEW(images->arena, Entry);
    entry->image.file = dg_arena_strdup(images->arena, href);
    entry->image.orientation = 1;
    read_bytes(images, entry);
    if (!entry->failed)
        inspect(images, entry);
    g_hash_table_insert(images->entries, (gpointer)entry->image.file, entry);
    return entry;
}

const DgImage *
dg_image_load(DgImages *images, DgDiags *diags, const char *href, DgPos pos)
{
    if (!href) {
        dg_diag(diags, DG_FIGURE_MISSING, pos, "", NULL);
        return NULL;
    }
    Entry *entry = g_hash_table_lookup(images->entries, href);
    if (!entry)
        entry = entry_new(images, href);
    if (!entry->failed)
        return &entry->image;
    dg_diag(diags, entry->code, pos, href, entry->fault, NULL);
    return NULL;
}
