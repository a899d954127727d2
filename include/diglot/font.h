/* font.h - faces from the volume's fonts/, diglot's fonts/ and the packages, and nowhere else.
 * A private Fontconfig set; a missing family, a synthetic face or a face that may not be embedded is an
 * error, never a silent substitute. Faces are immutable and may be shared by threads. */
#ifndef DIGLOT_FONT_H
#define DIGLOT_FONT_H

#include "diglot/files.h"
#include "diglot/units.h"

#include <stdint.h>

typedef struct hb_font_t hb_font_t;
typedef struct _PangoContext PangoContext;
typedef struct _PangoFont PangoFont;
typedef struct _PangoFontDescription PangoFontDescription;

typedef struct {
    const char *family, *file, *postscript_name;
    int weight;
    bool italic, monospaced, cff;
    int index;  /* in its file */
    int number; /* 0, 1, ... in order of first use: stable within a run */
    int upem;
    int ascent, descent, cap_height, x_height, italic_angle,
        stem_v; /* font units; descent negative */
    int bbox[4];
    unsigned n_glyphs;
    hb_font_t *hb; /* scale = upem; immutable */
} DgFace;

typedef struct DgFonts DgFonts;

/* `families` (NULL-terminated) are those that must be there: font.missing otherwise, at the `places` where
 * they are named (one for each; NULL: nowhere). */
DgFonts *dg_fonts_new(DgDiags *diags, const char *volume_folder, const char *data_folder,
                      const char *const *families, const DgPos *places);
/* More families of the same folders, for what comes after; false when one of them is missing. */
bool dg_fonts_add(DgFonts *fonts, DgDiags *diags, const char *const *families, const DgPos *places);
/* Lets librsvg see the faces of the set, and no others, for the text of drawings; until the set is freed. */
void dg_fonts_lend(DgFonts *fonts);
void dg_fonts_free(DgFonts *fonts);
/* Nearest weight and slant of that family; NULL (reported once) when the family is absent. */
const DgFace *dg_fonts_face(DgFonts *fonts, DgDiags *diags, const char *family, int weight,
                            bool italic);
/* The face that Pango chooses from the set for a character that `face` lacks: of the same family if one has it, else of
 * the first family that has it; NULL for none. Main thread only, as the three below. */
const DgFace *dg_fonts_fallback(DgFonts *fonts, const DgFace *face, uint32_t character);
/* Pango's view of the set, for pango_itemize; made when first asked for, owned by `fonts`. */
PangoContext *dg_fonts_pango(DgFonts *fonts);
/* What to ask Pango for: `families`, parted by commas, then all others of the set in order.
 * pango_font_description_free. */
PangoFontDescription *dg_fonts_describe(const DgFonts *fonts, const char *families, int weight,
                                        bool italic);
/* The face that a font of Pango's stands for; NULL when it is none of the set. */
const DgFace *dg_fonts_chosen(DgFonts *fonts, PangoFont *font);
bool dg_face_covers(const DgFace *face, uint32_t character);

/* Subset for PDF: glyph ids kept, layout tables dropped. `glyphs` ascending. */
DgBytes dg_face_subset(DgArena *arena, DgDiags *diags, const DgFace *face, const uint32_t *glyphs,
                       size_t n);
/* Subset for the web: WOFF2 with the layout features of these characters. Their digits bring those of fractions along
 * only when these are wanted: a tenth of a small face. */
DgBytes dg_face_woff2(DgArena *arena, DgDiags *diags, const DgFace *face,
                      const uint32_t *characters, size_t n, bool fractions);

#endif
