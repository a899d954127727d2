/* marks.c - stress marks and other signs above a letter, where the face does not say where they stand.
 * PT Serif has no anchors: its acute falls a twelfth of an em right of the middle of its letter (layout.md 5). */
#include "shape-internal.h"

/* Classes of Unicode's canonical combining: signs above and below. */
static bool
is_mark(uint32_t character)
{
    hb_unicode_combining_class_t kind =
        hb_unicode_combining_class(hb_unicode_funcs_get_default(), character);
    return kind == HB_UNICODE_COMBINING_CLASS_ABOVE || kind == HB_UNICODE_COMBINING_CLASS_BELOW;
}

/* Room between a letter and the sign above it, as a share of the em, where they would touch. */
enum { CLEARANCE = 20 };

static void
centre(const DgFace *face, hb_codepoint_t letter, hb_codepoint_t sign, hb_position_t advance,
       hb_glyph_position_t *position)
{
    hb_glyph_extents_t below, above;
    if (!hb_font_get_glyph_extents(face->hb, letter, &below) ||
        !hb_font_get_glyph_extents(face->hb, sign, &above) || below.width == 0 || above.width == 0)
        return;
    hb_position_t middle = below.x_bearing + below.width / 2 - advance;
    position->x_offset = middle - above.x_bearing - above.width / 2;
    position->x_advance = 0;
    hb_position_t foot = above.y_bearing + above.height; /* heights are negative */
    hb_position_t needed = below.y_bearing + face->upem / CLEARANCE;
    if (foot > 0 && foot < needed)
        position->y_offset = needed - foot;
}

void
dg_marks_centre(hb_buffer_t *buffer, const DgFace *face, const char *text)
{
    unsigned n = 0;
    hb_glyph_info_t *infos = hb_buffer_get_glyph_infos(buffer, &n);
    hb_glyph_position_t *positions = hb_buffer_get_glyph_positions(buffer, NULL);
    for (unsigned i = 1, letter = 0; i < n; i++) {
        if (!is_mark(g_utf8_get_char(text + infos[i].cluster))) {
            letter = i;
            continue;
        }
        bool placed = positions[i].x_offset != 0 || positions[i].y_offset != 0;
        if (!placed && letter + 1 == i)
            centre(face, infos[letter].codepoint, infos[i].codepoint, positions[letter].x_advance,
                   &positions[i]);
        infos[i].cluster = infos[letter].cluster;
    }
}
