/* font-internal.h - shared by the files of src/font. */
#ifndef DIGLOT_FONT_INTERNAL_H
#define DIGLOT_FONT_INTERNAL_H

#include "diglot/font.h"

typedef struct _FcConfig FcConfig;

/* A face found on disk; opened when it is first asked for. */
typedef struct {
    const char *family; /* as the style writes it */
    const char *file;
    int index;
    int weight, width; /* OpenType: 400; per cent of normal: 100 */
    bool italic;
    bool refused; /* may not be embedded, or damaged: reported, not tried again */
    DgFace *face;
} DgFontFile;

/* The faces of `families` below the folders `roots` (both NULL-terminated), nearest root first. Of two
 * faces alike in family, weight, width and slant the first is kept. */
DgFontFile *dg_font_files_find(DgArena *arena, const char *const *roots,
                               const char *const *families, size_t *n);

/* Opens a face; NULL, reported at `pos`, where its family is named, when it is damaged or may not be embedded. */
DgFace *dg_face_open(DgArena *arena, DgDiags *diags, const DgFontFile *file, DgPos pos);
void dg_face_close(DgFace *face);

/* The Debian package that fonts.list of the data folder names for a family, or NULL. */
char *dg_font_package(DgArena *arena, const char *data_folder, const char *family);

/* font-pango.c. Over the files not refused. */
PangoContext *dg_font_context_new(const DgFontFile *files, size_t n);
void dg_font_context_free(PangoContext *context); /* NULL is allowed */
/* `first`, then `families` (NULL-terminated). */
PangoFontDescription *dg_font_describe(const char *first, const char *const *families, int weight,
                                       bool italic);
/* The file behind Pango's choice; NULL when it is none of these. */
DgFontFile *dg_font_chosen(DgFontFile *files, size_t n, PangoFont *font);
/* The first of the described fonts that has the character, else any; g_object_unref. */
PangoFont *dg_font_for_character(PangoContext *context, const PangoFontDescription *description,
                                 uint32_t character);

/* font-lend.c. A Fontconfig set of the files not refused and of nothing else; FcConfigDestroy. */
FcConfig *dg_font_config_new(const DgFontFile *files, size_t n);
/* The same, for whoever asks Fontconfig in this process. */
void dg_font_files_lend(const DgFontFile *files, size_t n);
void dg_font_files_take_back(void);

/* woff2.cc. The bytes are g_malloc'ed; NULL when the font cannot be packed. */
#ifdef __cplusplus
extern "C"
#endif
    uint8_t *
    dg_woff2_encode(const uint8_t *font, size_t size, size_t *packed_size);

#endif
