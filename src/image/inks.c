/* inks.c - a printing condition by Little CMS: colours to black alone, or to four inks.
 * Gray is what black ink alone prints: the tone curve of the condition's black is measured from its profile, and
 * the lightest and darkest tones meet (black point compensation), so that a photograph keeps its contrast.
 * Source: ICC.1:2010; PDF/X-4: where the condition is CMYK, gray is black ink. */
#include "image-internal.h"

#include <glib.h>
#include <lcms2.h>
#include <string.h>

struct DgInks {
    DgArena *arena;
    const char *identifier, *information;
    DgBytes file;
    bool black, registered;
    cmsHPROFILE press, gray, screen, screen_gray;
    cmsHTRANSFORM color; /* sRGB to gray or to inks */
    cmsHTRANSFORM tone;  /* sRGB to gray, also in four inks: text and rules are black */
};

enum { LEVELS = 256 };

/* ---- the list: name, identifier, file, package, information; columns parted by tabs ---- */

enum { NAME, IDENTIFIER, PATH, PACKAGE, INFORMATION, N_COLUMNS };

static char **
find_row(const char *data_folder, const char *condition)
{
    g_autofree char *path =
        g_build_filename(data_folder ? data_folder : ".", "styles", "conditions.list", NULL);
    g_autofree char *text = NULL;
    if (!g_file_get_contents(path, &text, NULL, NULL))
        return NULL;
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    for (char **line = lines; *line; line++) {
        g_auto(GStrv) columns = g_strsplit(*line, "\t", -1);
        if (g_strv_length(columns) == N_COLUMNS &&
            g_ascii_strcasecmp(columns[NAME], condition) == 0)
            return g_steal_pointer(&columns);
    }
    return NULL;
}

/* ---- the profile ---- */

/* How light black ink of each strength is, 1 the paper: a tone curve over gray from 0, full ink, to 1. */
static cmsToneCurve *
measure_black(cmsHPROFILE press)
{
    cmsHPROFILE xyz = cmsCreateXYZProfile();
    cmsHTRANSFORM measure = cmsCreateTransform(press, TYPE_CMYK_8, xyz, TYPE_XYZ_DBL,
                                               INTENT_RELATIVE_COLORIMETRIC, cmsFLAGS_NOCACHE);
    cmsUInt16Number table[LEVELS];
    double least = 0;
    cmsCloseProfile(xyz);
    if (!measure)
        return NULL;
    for (int gray = 0; gray < LEVELS; gray++) {
        uint8_t inks[4] = {0, 0, 0, (uint8_t)(255 - gray)};
        cmsCIEXYZ seen = {0};
        cmsDoTransform(measure, inks, &seen, 1);
        least = CLAMP(seen.Y, least, 1);
        table[gray] = (cmsUInt16Number)(least * 65535 + 0.5);
    }
    cmsDeleteTransform(measure);
    return cmsBuildTabulatedToneCurve16(NULL, LEVELS, table);
}

static cmsHPROFILE
gray_of(cmsHPROFILE press)
{
    cmsToneCurve *curve = measure_black(press);
    cmsHPROFILE gray = curve ? cmsCreateGrayProfile(cmsD50_xyY(), curve) : NULL;
    cmsFreeToneCurve(curve);
    return gray;
}

static cmsUInt32Number
format_of(int components)
{
    return components == 1 ? TYPE_GRAY_8 : components == 3 ? TYPE_RGB_8 : TYPE_CMYK_8;
}

static cmsHTRANSFORM
transform(const DgInks *inks, cmsHPROFILE source, int components, bool black)
{
    return cmsCreateTransform(source, format_of(components), black ? inks->gray : inks->press,
                              black ? TYPE_GRAY_8 : TYPE_CMYK_8, INTENT_RELATIVE_COLORIMETRIC,
                              cmsFLAGS_BLACKPOINTCOMPENSATION | cmsFLAGS_NOCACHE);
}

/* A gray that lights as sRGB does: its own curve, on the same white. */
static cmsHPROFILE
screen_gray_new(void)
{
    static const double parameters[] = {2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045};
    cmsToneCurve *curve = cmsBuildParametricToneCurve(NULL, 4, parameters);
    cmsHPROFILE profile = cmsCreateGrayProfile(cmsD50_xyY(), curve);
    cmsFreeToneCurve(curve);
    return profile;
}

static bool
open_profiles(DgInks *inks)
{
    inks->press = cmsOpenProfileFromMem(inks->file.data, (cmsUInt32Number)inks->file.size);
    if (!inks->press || cmsGetColorSpace(inks->press) != cmsSigCmykData ||
        cmsGetDeviceClass(inks->press) != cmsSigOutputClass)
        return false;
    inks->gray = gray_of(inks->press);
    inks->screen = cmsCreate_sRGBProfile();
    inks->screen_gray = screen_gray_new();
    if (!inks->gray)
        return false;
    inks->tone = transform(inks, inks->screen, 3, true);
    inks->color = transform(inks, inks->screen, 3, inks->black);
    return inks->tone && inks->color;
}

DgInks *
dg_inks_new(DgArena *arena, DgDiags *diags, const char *data_folder, const char *condition,
            bool black)
{
    g_auto(GStrv) row = find_row(data_folder, condition);
    g_autofree char *data = NULL;
    gsize size = 0;
    if (!row) {
        dg_diag(diags, DG_PRINT_CONDITION, DG_NOWHERE, condition, NULL);
        return NULL;
    }
    DgInks *inks = DG_NEW(arena, DgInks);
    inks->arena = arena;
    inks->black = black;
    if (g_file_get_contents(row[PATH], &data, &size, NULL))
        inks->file = (DgBytes){(uint8_t *)dg_arena_strndup(arena, data, size), size};
    if (!inks->file.data || !open_profiles(inks)) {
        dg_diag(diags, DG_PRINT_PROFILE, DG_NOWHERE, condition, row[PATH], row[PACKAGE], NULL);
        dg_inks_free(inks);
        return NULL;
    }
    inks->registered = strcmp(row[IDENTIFIER], "Custom") != 0;
    inks->identifier = dg_arena_strdup(arena, row[IDENTIFIER]);
    inks->information = dg_arena_strdup(arena, row[INFORMATION]);
    return inks;
}

void
dg_inks_free(DgInks *inks)
{
    if (!inks)
        return;
    if (inks->color)
        cmsDeleteTransform(inks->color);
    if (inks->tone)
        cmsDeleteTransform(inks->tone);
    const cmsHPROFILE profiles[] = {inks->press, inks->gray, inks->screen, inks->screen_gray};
    for (size_t i = 0; i < G_N_ELEMENTS(profiles); i++)
        if (profiles[i])
            cmsCloseProfile(profiles[i]);
}

DgBytes
dg_inks_profile(const DgInks *inks)
{
    return inks->file;
}

const char *
dg_inks_identifier(const DgInks *inks)
{
    return inks->identifier;
}

bool
dg_inks_registered(const DgInks *inks)
{
    return inks->registered;
}

const char *
dg_inks_information(const DgInks *inks)
{
    return inks->information;
}

bool
dg_inks_black(const DgInks *inks)
{
    return inks->black;
}

/* ---- colours ---- */

uint8_t
dg_inks_gray(const DgInks *inks, uint32_t color)
{
    const uint8_t lights[3] = {(uint8_t)(color >> 16), (uint8_t)(color >> 8), (uint8_t)color};
    uint8_t gray = 0;
    if ((color & 0xFFFFFF) == 0) /* black is all of the ink, whatever its curve */
        return 0;
    cmsDoTransform(inks->tone, lights, &gray, 1);
    return gray;
}

void
dg_inks_split(const DgInks *inks, uint32_t color, uint8_t split[4])
{
    const uint8_t lights[3] = {(uint8_t)(color >> 16), (uint8_t)(color >> 8), (uint8_t)color};
    memset(split, 0, 4);
    if (inks->black || (lights[0] == lights[1] && lights[1] == lights[2]))
        split[3] = (uint8_t)(255 - dg_inks_gray(inks, color));
    else
        cmsDoTransform(inks->color, lights, split, 1);
}

/* ---- pictures ---- */

static void
lay_on_paper(DgRaster *raster)
{
    size_t n = (size_t)raster->width * (size_t)raster->height, size = (size_t)raster->components;
    if (!raster->alpha)
        return;
    for (size_t i = 0; i < n; i++)
        for (size_t j = 0; j < size; j++) {
            uint8_t *light = &raster->pixels[i * size + j];
            *light =
                (uint8_t)((*light * raster->alpha[i] + 255 * (255 - raster->alpha[i]) + 127) / 255);
        }
    raster->alpha = NULL;
}

/* The profile that the picture brings, else the usual one of its colour space; `own` is to be closed. */
static cmsHPROFILE
source_of(const DgInks *inks, const DgImage *image, int components, cmsHPROFILE *own)
{
    *own = image->profile.data && components == image->components
               ? cmsOpenProfileFromMem(image->profile.data, (cmsUInt32Number)image->profile.size)
               : NULL;
    if (*own)
        return *own;
    return components == 4 ? inks->press : components == 3 ? inks->screen : inks->screen_gray;
}

static bool
convert(DgArena *arena, const DgInks *inks, const DgImage *image, DgRaster *raster)
{
    cmsHPROFILE own, source = source_of(inks, image, raster->components, &own);
    bool black = inks->black || raster->components == 1; /* a gray picture stays on black ink */
    size_t n = (size_t)raster->width * (size_t)raster->height;
    cmsHTRANSFORM change = NULL;
    if (source != inks->press || black)
        change = transform(inks, source, raster->components, black);
    bool done = change || (source == inks->press && !black);
    if (change) {
        uint8_t *pixels = dg_arena_alloc(arena, n * (black ? 1 : 4));
        cmsDoTransform(change, raster->pixels, pixels, (cmsUInt32Number)n);
        cmsDeleteTransform(change);
        raster->pixels = pixels;
        raster->components = black ? 1 : 4;
    }
    if (own)
        cmsCloseProfile(own);
    return done;
}

bool
dg_image_ink(DgArena *arena, DgDiags *diags, const DgImage *image, const DgInks *inks, int width,
             DgRaster *raster)
{
    if (!decode_upright(arena, diags, image, width, raster))
        return false;
    lay_on_paper(raster);
    DgImage bare = *image;
    bare.profile = (DgBytes){NULL, 0};
    /* A profile may look sound and not be. */
    if (convert(arena, inks, image, raster) || convert(arena, inks, &bare, raster))
        return true;
    dg_diag(diags, DG_FIGURE_BROKEN, (DgPos){.file = image->file}, image->file,
            "its colours cannot be converted", NULL);
    return false;
}
