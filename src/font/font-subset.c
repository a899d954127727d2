/* font-subset.c - the parts of a face that an edition uses, by hb-subset. */
#include "font-internal.h"

#include <glib.h>
#include <hb-ot.h>
#include <hb-subset.h>
#include <hb.h>
#include <string.h>

/* Tables that only shaping needs; a PDF holds glyphs that are placed already. */
static const hb_tag_t layout_tables[] = {
    HB_TAG('G', 'S', 'U', 'B'), HB_TAG('G', 'P', 'O', 'S'), HB_TAG('G', 'D', 'E', 'F'),
    HB_TAG('k', 'e', 'r', 'n'), HB_TAG('B', 'A', 'S', 'E'), HB_TAG('J', 'S', 'T', 'F'),
    HB_TAG('m', 'o', 'r', 'x'), HB_TAG('m', 'o', 'r', 't'), HB_TAG('k', 'e', 'r', 'x'),
};

static const hb_tag_t fraction_features[] = {
    HB_TAG('f', 'r', 'a', 'c'),
    HB_TAG('n', 'u', 'm', 'r'),
    HB_TAG('d', 'n', 'o', 'm'),
};

static DgBytes
run_subset(DgArena *arena, DgDiags *diags, const DgFace *face, const hb_subset_input_t *input)
{
    DgBytes bytes = {NULL, 0};
    hb_face_t *subset = hb_subset_or_fail(hb_font_get_face(face->hb), input);
    if (subset) {
        unsigned size = 0;
        hb_blob_t *blob = hb_face_reference_blob(subset);
        const char *data = hb_blob_get_data(blob, &size);
        uint8_t *copy = dg_arena_alloc(arena, (size_t)size + 1);
        if (size)
            memcpy(copy, data, size);
        bytes = (DgBytes){copy, size};
        hb_blob_destroy(blob);
        hb_face_destroy(subset);
    }
    if (bytes.size == 0) {
        dg_diag(diags, DG_FONT_SUBSET, DG_NOWHERE, face->postscript_name, NULL);
        return (DgBytes){NULL, 0};
    }
    return bytes;
}

/* A variable font becomes the face that it stands for: PDF knows no axes, and an edition uses no others. */
static void
pin_axes(const DgFace *face, hb_subset_input_t *input)
{
    unsigned n = 0;
    hb_face_t *source = hb_font_get_face(face->hb);
    const float *places = hb_font_get_var_coords_design(face->hb, &n);
    for (unsigned i = 0; i < hb_ot_var_get_axis_count(source); i++) {
        hb_ot_var_axis_info_t axis;
        unsigned one = 1;
        if (!hb_ot_var_get_axis_infos(source, i, &one, &axis) || !one)
            continue;
        if (places && i < n)
            hb_subset_input_pin_axis_location(input, source, axis.tag, places[i]);
        else
            hb_subset_input_pin_axis_to_default(input, source, axis.tag);
    }
}

DgBytes
dg_face_subset(DgArena *arena, DgDiags *diags, const DgFace *face, const uint32_t *glyphs, size_t n)
{
    hb_subset_input_t *input = hb_subset_input_create_or_fail();
    if (!input)
        return (DgBytes){NULL, 0};
    hb_set_t *kept = hb_subset_input_glyph_set(input);
    for (size_t i = 0; i < n; i++)
        hb_set_add(kept, glyphs[i]);
    pin_axes(face, input);
    hb_set_t *dropped = hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG);
    for (size_t i = 0; i < G_N_ELEMENTS(layout_tables); i++)
        hb_set_add(dropped, layout_tables[i]);
    hb_subset_input_set_flags(input, HB_SUBSET_FLAGS_RETAIN_GIDS | HB_SUBSET_FLAGS_NO_HINTING |
                                         HB_SUBSET_FLAGS_NOTDEF_OUTLINE);
    DgBytes bytes = run_subset(arena, diags, face, input);
    hb_subset_input_destroy(input);
    return bytes;
}

DgBytes
dg_face_woff2(DgArena *arena, DgDiags *diags, const DgFace *face, const uint32_t *characters,
              size_t n, bool fractions)
{
    hb_subset_input_t *input = hb_subset_input_create_or_fail();
    if (!input)
        return (DgBytes){NULL, 0};
    hb_set_t *kept = hb_subset_input_unicode_set(input);
    for (size_t i = 0; i < n; i++)
        hb_set_add(kept, characters[i]);
    pin_axes(face, input);
    hb_set_t *features = hb_subset_input_set(input, HB_SUBSET_SETS_LAYOUT_FEATURE_TAG);
    for (size_t i = 0; !fractions && i < G_N_ELEMENTS(fraction_features); i++)
        hb_set_del(features, fraction_features[i]);
    /* Hints are half of the bytes, and screens that need them are gone. */
    hb_subset_input_set_flags(input, HB_SUBSET_FLAGS_NOTDEF_OUTLINE | HB_SUBSET_FLAGS_NO_HINTING);
    DgBytes subset = run_subset(arena, diags, face, input);
    hb_subset_input_destroy(input);
    if (!subset.data)
        return subset;
    size_t size = 0;
    g_autofree uint8_t *packed = dg_woff2_encode(subset.data, subset.size, &size);
    if (!packed) {
        dg_diag(diags, DG_FONT_SUBSET, DG_NOWHERE, face->postscript_name, NULL);
        return (DgBytes){NULL, 0};
    }
    uint8_t *copy = dg_arena_alloc(arena, size + 1);
    memcpy(copy, packed, size);
    return (DgBytes){copy, size};
}
