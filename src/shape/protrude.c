/* protrude.c - how far a sign may hang into the margin, so that the edge looks straight.
 * The edge is where the stems of letters stand: a sign is moved out until its ink begins there, then by a share of its
 * ink, for light signs leave a hole in the edge. Both are measured from the glyph, so that each face has values of its
 * own; in PT Serif they come near to those of the measured prototype (layout.md 2). */
#include "shape-internal.h"

#include <glib.h>

typedef struct {
    uint32_t character;
    int16_t start, end; /* per mille of the ink's width */
} Share;

static const Share shares[] = {
    {'-', 0, 500},      {0x2010, 0, 500},   {0x2011, 0, 500},   {',', 0, 800},
    {'.', 0, 900},      {':', 0, 500},      {';', 0, 500},      {'!', 0, 200},
    {'?', 0, 150},      {'(', 100, 0},      {')', 0, 100},      {'[', 100, 0},
    {']', 0, 100},      {'"', 600, 600},    {'\'', 800, 800},   {0x00AB, 330, 330},
    {0x00BB, 330, 330}, {0x2018, 800, 800}, {0x2019, 800, 800}, {0x201A, 800, 800},
    {0x201C, 500, 500}, {0x201D, 500, 500}, {0x201E, 500, 500}, {0x2013, 120, 120},
    {0x2014, 100, 100}, {0x2026, 0, 40},
};

/* A glyph without ink, or with more room beside it than this, is no sign of running text: per mille of the em. */
enum { MOST = 400 };

static bool
extents_of(const DgFace *face, uint32_t character, hb_glyph_extents_t *extents, int64_t *advance)
{
    hb_codepoint_t glyph = 0;
    if (!hb_font_get_nominal_glyph(face->hb, character, &glyph) ||
        !hb_font_get_glyph_extents(face->hb, glyph, extents) || extents->width == 0)
        return false;
    *advance = hb_font_get_glyph_h_advance(face->hb, glyph);
    return true;
}

/* The room between a letter's stem and the edge of its advance. */
static int64_t
stem_bearing(const DgFace *face)
{
    hb_glyph_extents_t extents;
    int64_t advance;
    return extents_of(face, 'n', &extents, &advance) ? MAX(extents.x_bearing, 0) : 0;
}

int64_t
dg_protrusion(const DgFace *face, uint32_t character, bool end)
{
    hb_glyph_extents_t extents;
    int64_t advance, share = 0;
    if (!extents_of(face, character, &extents, &advance))
        return 0;
    int64_t bearing =
        end ? advance - extents.x_bearing - extents.width : (int64_t)extents.x_bearing;
    for (size_t i = 0; i < G_N_ELEMENTS(shares); i++)
        if (shares[i].character == character)
            share = end ? shares[i].end : shares[i].start;
    int64_t most = (int64_t)face->upem * MOST / 1000;
    return CLAMP(bearing - stem_bearing(face) + extents.width * share / 1000, 0, most);
}
