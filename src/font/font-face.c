/* font-face.c - open a face and read what layout and the PDF writer must know of it.
 * Source: OpenType 1.9, chapters head, hhea, OS/2, post, name. */
#include "font-internal.h"

#include <glib.h>
#include <hb-ot.h>
#include <hb.h>
#include <string.h>

/* Bits of OS/2.fsType that forbid what a PDF or web edition does: embed an outline subset. */
enum {
    RESTRICTED = 0x0002,
    PREVIEW = 0x0004,
    EDITABLE = 0x0008,
    NO_SUBSET = 0x0100,
    BITMAP_ONLY = 0x0200
};

/* A big-endian number of `bytes` bytes at an offset of a table; 0 behind the table's end. */
static uint32_t
table_number(hb_face_t *face, hb_tag_t tag, unsigned offset, unsigned bytes)
{
    unsigned size = 0;
    uint32_t number = 0;
    hb_blob_t *table = hb_face_reference_table(face, tag);
    const uint8_t *data = (const uint8_t *)hb_blob_get_data(table, &size);
    if (offset + bytes <= size)
        for (unsigned i = 0; i < bytes; i++)
            number = number << 8 | data[offset + i];
    hb_blob_destroy(table);
    return number;
}

static bool
may_be_embedded(hb_face_t *face)
{
    uint32_t type = table_number(face, HB_TAG('O', 'S', '/', '2'), 8, 2);
    bool restricted =
        (type & RESTRICTED) && !(type & (PREVIEW | EDITABLE)); /* the mildest bit counts */
    return !restricted && !(type & (NO_SUBSET | BITMAP_ONLY));
}

/* The metric that the font states, else the height of a letter, else a usual share of the em. */
static int
letter_height(hb_font_t *font, hb_ot_metrics_tag_t tag, uint32_t letter, int otherwise)
{
    hb_position_t stated = 0;
    hb_codepoint_t glyph = 0;
    hb_glyph_extents_t extents;
    if (hb_ot_metrics_get_position(font, tag, &stated) && stated > 0)
        return stated;
    if (hb_font_get_nominal_glyph(font, letter, &glyph) &&
        hb_font_get_glyph_extents(font, glyph, &extents) && extents.y_bearing > 0)
        return extents.y_bearing;
    return otherwise;
}

static void
read_metrics(DgFace *face, hb_face_t *source)
{
    hb_font_extents_t extents = {0};
    hb_font_get_h_extents(face->hb, &extents);
    face->upem = (int)hb_face_get_upem(source);
    face->ascent = extents.ascender;
    face->descent = extents.descender;
    face->cap_height =
        letter_height(face->hb, HB_OT_METRICS_TAG_CAP_HEIGHT, 'H', face->upem * 7 / 10);
    face->x_height = letter_height(face->hb, HB_OT_METRICS_TAG_X_HEIGHT, 'x', face->upem / 2);
    face->italic_angle = (int16_t)table_number(source, HB_TAG('p', 'o', 's', 't'), 4, 2);
    face->monospaced = table_number(source, HB_TAG('p', 'o', 's', 't'), 12, 4) != 0;
    for (unsigned i = 0; i < 4; i++)
        face->bbox[i] = (int16_t)table_number(source, HB_TAG('h', 'e', 'a', 'd'), 36 + 2 * i, 2);
    face->n_glyphs = hb_face_get_glyph_count(source);
    /* No table states the stem; this estimate from the weight is what PDF producers use. */
    face->stem_v = 50 + face->weight * face->weight / (65 * 65);
}

static char *
postscript_name(DgArena *arena, hb_face_t *face, const char *family)
{
    char name[128] = "";
    unsigned size = sizeof name;
    hb_ot_name_get_utf8(face, HB_OT_NAME_ID_POSTSCRIPT_NAME, HB_LANGUAGE_INVALID, &size, name);
    g_autofree char *chosen = g_strdup(*name ? name : family);
    char *end = chosen;
    for (const char *s = chosen; *s; s++) /* printable ASCII without PDF's delimiters */
        if (*s > ' ' && *s < 127 && !strchr("[](){}<>/%#", *s))
            *end++ = *s;
    *end = '\0';
    return dg_arena_strdup(arena, *chosen ? chosen : "Font");
}

static bool
has_table(hb_face_t *face, hb_tag_t tag)
{
    hb_blob_t *table = hb_face_reference_table(face, tag);
    bool present = hb_blob_get_length(table) > 0;
    hb_blob_destroy(table);
    return present;
}

static DgFace *
make_face(DgArena *arena, const DgFontFile *file, hb_face_t *source)
{
    DgFace *face = DG_NEW(arena, DgFace);
    face->family = file->family;
    face->file = file->file;
    face->index = file->index;
    face->number = -1; /* not in use yet */
    face->weight = file->weight;
    face->italic = file->italic;
    face->cff = has_table(source, HB_TAG('C', 'F', 'F', ' '));
    face->postscript_name = postscript_name(arena, source, file->family);
    face->hb = hb_font_create(source); /* its scale is upem */
    if (file->index >> 16)             /* a named instance of a variable font, counted from 1 */
        hb_font_set_var_named_instance(face->hb, (unsigned)(file->index >> 16) - 1);
    read_metrics(face, source);
    hb_font_make_immutable(face->hb);
    return face;
}

DgFace *
dg_face_open(DgArena *arena, DgDiags *diags, const DgFontFile *file, DgPos pos)
{
    hb_blob_t *blob = hb_blob_create_from_file_or_fail(file->file);
    hb_face_t *source = hb_face_create(blob, (unsigned)file->index & 0xFFFF);
    DgFace *face = NULL;
    g_autofree char *name = g_path_get_basename(file->file);
    if (hb_face_get_glyph_count(source) == 0)
        dg_diag(diags, DG_FONT_BROKEN, pos, name, NULL);
    else if (!may_be_embedded(source))
        dg_diag(diags, DG_FONT_RIGHTS, pos, name, NULL);
    else if (has_table(source, HB_TAG('C', 'F', 'F', '2'))) /* HarfBuzz 6 fixes no CFF2 outlines */
        dg_diag(diags, DG_FONT_VARIABLE, pos, name, NULL);
    else
        face = make_face(arena, file, source);
    hb_face_make_immutable(source);
    hb_face_destroy(source);
    hb_blob_destroy(blob);
    return face;
}

void
dg_face_close(DgFace *face)
{
    hb_font_destroy(face->hb);
}

bool
dg_face_covers(const DgFace *face, uint32_t character)
{
    hb_codepoint_t glyph = 0;
    return hb_font_get_nominal_glyph(face->hb, character, &glyph) && glyph != 0;
}
