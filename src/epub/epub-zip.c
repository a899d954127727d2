/* epub-zip.c - the container: a ZIP file whose first entry is its media type, neither packed nor described further, so
 * that the kind of the file can be told from its first bytes. Times are a constant. */
#include "epub-internal.h"

#include <glib.h>
#include <string.h>
#include <zip.h>

enum { DOS_DATE = (2000 - 1980) << 9 | 1 << 5 | 1, DOS_TIME = 0 };

struct EpubZip {
    zip_t *zip;
    zip_source_t *source;
    bool failed;
};

static void
add(EpubZip *self, const char *name, const void *data, size_t size, bool packed)
{
    zip_source_t *source = self->zip ? zip_source_buffer(self->zip, data, size, 0) : NULL;
    zip_int64_t index =
        source ? zip_file_add(self->zip, name, source, ZIP_FL_ENC_UTF_8 | ZIP_FL_OVERWRITE) : -1;
    if (index < 0) {
        zip_source_free(source);
        self->failed = true;
        return;
    }
    zip_set_file_compression(self->zip, (zip_uint64_t)index, packed ? ZIP_CM_DEFLATE : ZIP_CM_STORE,
                             0);
    zip_file_set_dostime(self->zip, (zip_uint64_t)index, DOS_TIME, DOS_DATE, 0);
}

EpubZip *
epub_zip_new(void)
{
    static const char type[] = "application/epub+zip";
    EpubZip *self = g_new0(EpubZip, 1);
    zip_error_t error;
    zip_error_init(&error);
    self->source = zip_source_buffer_create(NULL, 0, 0, &error);
    if (self->source) {
        zip_source_keep(self->source);
        self->zip = zip_open_from_source(self->source, ZIP_TRUNCATE, &error);
    }
    self->failed = !self->zip;
    zip_error_fini(&error);
    add(self, "mimetype", type, strlen(type), false);
    return self;
}

/* The library reads the bytes at the end only, so they are kept in the arena. */
void
epub_zip_add(EpubZip *self, DgArena *arena, const char *name, DgBytes bytes)
{
    add(self, name, dg_arena_copy(arena, bytes.data, bytes.size), bytes.size, true);
}

static DgBytes
read_all(zip_source_t *source, DgArena *arena)
{
    zip_stat_t status;
    if (zip_source_stat(source, &status) != 0 || zip_source_open(source) != 0)
        return (DgBytes){0};
    uint8_t *data = dg_arena_alloc(arena, status.size + 1);
    zip_int64_t n = zip_source_read(source, data, status.size);
    zip_source_close(source);
    return n == (zip_int64_t)status.size ? (DgBytes){data, status.size} : (DgBytes){0};
}

DgBytes
epub_zip_finish(EpubZip *self, DgArena *arena)
{
    DgBytes bytes = {0};
    if (self->zip && (self->failed || zip_close(self->zip) != 0)) {
        zip_discard(self->zip);
        self->failed = true;
    }
    if (!self->failed)
        bytes = read_all(self->source, arena);
    if (self->source)
        zip_source_free(self->source);
    g_free(self);
    return bytes;
}
