/* fonts.c - the service: which face stands for a family, weight and slant, or for a character. */
#include "font-internal.h"

#include <glib.h>
#include <pango/pango.h>
#include <stdlib.h>
#include <string.h>

/* A lighter or darker face than asked for is a change of style from here on. */
enum { WEIGHT_TOLERANCE = 150 };

struct DgFonts {
    DgArena *arena;
    DgDiags *diags; /* where faces are reported that Pango may not choose */
    const char **families;
    DgPos *places; /* where each family is named */
    const char **roots, *data_folder;
    size_t n_families;
    DgFontFile *files;
    size_t n_files;
    size_t n_used;
    PangoContext *pango;
    bool lent;
};

static size_t
count_strings(const char *const *strings)
{
    size_t n = 0;
    while (strings && strings[n])
        n++;
    return n;
}

/* Volume, data folder, then the folders where packages install fonts. */
static const char **
font_roots(DgArena *arena, const char *volume_folder, const char *data_folder)
{
    const char *const *data = g_get_system_data_dirs();
    const char **roots = DG_NEW_ARRAY(arena, const char *, count_strings(data) + 4);
    size_t n = 0;
    if (volume_folder)
        roots[n++] = dg_path_join(arena, volume_folder, "fonts");
    if (data_folder)
        roots[n++] = dg_path_join(arena, data_folder, "fonts");
    for (size_t i = 0; data[i]; i++)
        if (g_path_is_absolute(data[i]))
            roots[n++] = dg_path_join(arena, data[i], "fonts");
    roots[n++] = "/usr/share/fonts";
    return roots;
}

static bool
has_family(const DgFonts *fonts, const char *family)
{
    for (size_t i = 0; i < fonts->n_files; i++)
        if (g_ascii_strcasecmp(fonts->files[i].family, family) == 0)
            return true;
    return false;
}

static bool
is_listed(const DgFonts *fonts, const char *family)
{
    for (size_t i = 0; i < fonts->n_families; i++)
        if (g_ascii_strcasecmp(fonts->families[i], family) == 0)
            return true;
    return false;
}

/* The list stays NULL-terminated. Returns the index of the first new one. */
static size_t
list_families(DgFonts *fonts, const char *const *families, const DgPos *places)
{
    size_t first = fonts->n_families, n = first + count_strings(families);
    const char **names = DG_NEW_ARRAY(fonts->arena, const char *, n + 1);
    DgPos *named = DG_NEW_ARRAY(fonts->arena, DgPos, n + 1);
    for (size_t i = 0; i < first; i++) {
        names[i] = fonts->families[i];
        named[i] = fonts->places[i];
    }
    fonts->families = names;
    fonts->places = named;
    for (size_t i = 0; families && families[i]; i++) {
        if (is_listed(fonts, families[i]))
            continue;
        DgPos *place = &named[fonts->n_families];
        *place = places ? places[i] : DG_NOWHERE;
        place->file = dg_arena_strdup(fonts->arena, place->file);
        names[fonts->n_families++] = dg_arena_strdup(fonts->arena, families[i]);
    }
    return first;
}

bool
dg_fonts_add(DgFonts *fonts, DgDiags *diags, const char *const *families, const DgPos *places)
{
    size_t first = list_families(fonts, families, places), n = 0;
    bool complete = true;
    if (first == fonts->n_families)
        return true;
    DgFontFile *found = dg_font_files_find(fonts->arena, fonts->roots, fonts->families + first, &n);
    for (size_t i = 0; i < n; i++)
        DG_APPEND(fonts->arena, fonts->files, fonts->n_files, found[i]);
    for (size_t i = first; i < fonts->n_families; i++) {
        if (has_family(fonts, fonts->families[i]))
            continue;
        complete = false;
        dg_diag(diags, DG_FONT_MISSING, fonts->places[i], fonts->families[i],
                dg_font_package(fonts->arena, fonts->data_folder, fonts->families[i]), NULL);
    }
    dg_font_context_free(fonts->pango); /* made anew when asked for */
    fonts->pango = NULL;
    return complete;
}

DgFonts *
dg_fonts_new(DgDiags *diags, const char *volume_folder, const char *data_folder,
             const char *const *families, const DgPos *places)
{
    DgArena *arena = dg_arena_new();
    DgFonts *fonts = DG_NEW(arena, DgFonts);
    fonts->arena = arena;
    fonts->diags = diags;
    fonts->data_folder = dg_arena_strdup(arena, data_folder);
    fonts->roots = font_roots(arena, volume_folder, data_folder);
    dg_fonts_add(fonts, diags, families, places);
    return fonts;
}

void
dg_fonts_lend(DgFonts *fonts)
{
    fonts->lent = true;
    dg_font_files_lend(fonts->files, fonts->n_files);
}

void
dg_fonts_free(DgFonts *fonts)
{
    if (!fonts)
        return;
    for (size_t i = 0; i < fonts->n_files; i++)
        if (fonts->files[i].face)
            dg_face_close(fonts->files[i].face);
    dg_font_context_free(fonts->pango);
    if (fonts->lent)
        dg_font_files_take_back();
    dg_arena_free(fonts->arena);
}

static DgPos
place_of(const DgFonts *fonts, const char *family)
{
    for (size_t i = 0; i < fonts->n_families; i++)
        if (g_ascii_strcasecmp(fonts->families[i], family) == 0)
            return fonts->places[i];
    return DG_NOWHERE;
}

static DgFace *
open_file(DgFonts *fonts, DgDiags *diags, DgFontFile *file)
{
    if (!file->face && !file->refused) {
        file->face = dg_face_open(fonts->arena, diags, file, place_of(fonts, file->family));
        file->refused = !file->face;
    }
    return file->face;
}

static const DgFace *
use_face(DgFonts *fonts, DgFace *face)
{
    if (face->number < 0)
        face->number = (int)fonts->n_used++;
    return face;
}

/* Slant weighs more than width, width more than weight. */
static int
distance(const DgFontFile *file, int weight, bool italic)
{
    return (file->italic != italic) * 10000000 + abs(file->width - 100) * 10000 +
           abs(file->weight - weight);
}

/* The nearest face of a family that is not refused. */
static const DgFace *
nearest_face(DgFonts *fonts, DgDiags *diags, const char *family, int weight, bool italic)
{
    for (;;) {
        DgFontFile *best = NULL;
        for (size_t i = 0; i < fonts->n_files; i++) {
            DgFontFile *file = &fonts->files[i];
            if (file->refused || g_ascii_strcasecmp(file->family, family) != 0)
                continue;
            if (!best || distance(file, weight, italic) < distance(best, weight, italic))
                best = file;
        }
        if (!best)
            return NULL;
        DgFace *face = open_file(fonts, diags, best);
        if (face)
            return use_face(fonts, face);
    }
}

static void
report_other_style(const DgFonts *fonts, DgDiags *diags, const DgFace *face, int weight,
                   bool italic)
{
    if (face->italic == italic && abs(face->weight - weight) < WEIGHT_TOLERANCE)
        return;
    dg_diag(
        diags, DG_FONT_STYLE, place_of(fonts, face->family), face->family,
        dg_arena_printf(fonts->arena, "%d %s", weight, italic ? "italic" : "normal"),
        dg_arena_printf(fonts->arena, "%d %s", face->weight, face->italic ? "italic" : "normal"),
        NULL);
}

const DgFace *
dg_fonts_face(DgFonts *fonts, DgDiags *diags, const char *family, int weight, bool italic)
{
    const DgFace *face = nearest_face(fonts, diags, family, weight, italic);
    if (face)
        report_other_style(fonts, diags, face, weight, italic);
    else if (!is_listed(fonts, family)) /* the listed ones were reported at the start */
        dg_diag(diags, DG_FONT_MISSING, DG_NOWHERE, family, NULL);
    return face;
}

/* ---- what another face shows ---- */

PangoContext *
dg_fonts_pango(DgFonts *fonts)
{
    if (!fonts->pango) {
        for (size_t i = 0; i < fonts->n_files; i++) /* Pango would choose a face that is refused */
            open_file(fonts, fonts->diags, &fonts->files[i]);
        fonts->pango = dg_font_context_new(fonts->files, fonts->n_files);
    }
    return fonts->pango;
}

PangoFontDescription *
dg_fonts_describe(const DgFonts *fonts, const char *families, int weight, bool italic)
{
    return dg_font_describe(families, fonts->families, weight, italic);
}

const DgFace *
dg_fonts_chosen(DgFonts *fonts, PangoFont *font)
{
    DgFontFile *file = dg_font_chosen(fonts->files, fonts->n_files, font);
    return file && file->face ? use_face(fonts, file->face) : NULL;
}

const DgFace *
dg_fonts_fallback(DgFonts *fonts, const DgFace *face, uint32_t character)
{
    PangoFontDescription *description =
        dg_fonts_describe(fonts, face->family, face->weight, face->italic);
    PangoFont *font = dg_font_for_character(dg_fonts_pango(fonts), description, character);
    const DgFace *chosen = dg_fonts_chosen(fonts, font);
    pango_font_description_free(description);
    g_clear_object(&font);
    return chosen && dg_face_covers(chosen, character) ? chosen : NULL;
}
