/* sheet-format.c - what the imprint says: sheet formats, places. */
#include "diglot/doc.h"

#include <glib.h>
#include <string.h>

/* Conventional sheets are of 60 by 90 cm: 5400 square centimetres. */
enum { MILLIMETRES = 10, CONVENTIONAL = 5400, LARGEST = 2000, LEAST = 100 };

/* The formats of typography.md 5, in cm; 70 by 100 is 1.2963 and by custom 1.29. */
static const struct {
    int width, height, coefficient;
} usual[] = {{60, 84, 93},   {60, 90, 100},  {70, 90, 117}, {75, 90, 125},
             {70, 100, 129}, {70, 108, 140}, {84, 108, 168}};

/* "84" or "84,5" cm as mm; moves on behind it; 0 for anything else. */
static int
take_length(const char **at)
{
    int length = 0, digits = 0;
    for (; g_ascii_isdigit(**at) && digits < 4; (*at)++, digits++)
        length = 10 * length + (**at - '0');
    length *= MILLIMETRES;
    if ((**at == ',' || **at == '.') && g_ascii_isdigit((*at)[1])) {
        length += (*at)[1] - '0';
        *at += 2;
    }
    return digits ? length : 0;
}

static bool
take_any(const char **at, const char *const *marks)
{
    while (**at == ' ')
        (*at)++;
    for (; *marks; marks++)
        if (g_str_has_prefix(*at, *marks)) {
            *at += strlen(*marks);
            *at += strspn(*at, " ");
            return true;
        }
    return false;
}

static void
reckon(DgSheetFormat *format)
{
    int64_t area = (int64_t)format->width * format->height;
    format->coefficient = (int)((area + CONVENTIONAL / 2) / CONVENTIONAL);
    for (size_t i = 0; i < G_N_ELEMENTS(usual); i++)
        if (format->width == usual[i].width * MILLIMETRES &&
            format->height == usual[i].height * MILLIMETRES) {
            format->coefficient = usual[i].coefficient;
            format->usual = true;
        }
}

bool
dg_sheet_format_parse(const char *text, DgSheetFormat *format)
{
    static const char *const times[] = {"×", "x", "X", "х", "Х", "*", NULL},
                             *const parts[] = {"/", ":", NULL}, *const one[] = {"1/", NULL};
    const char *at = text ? text : "";
    *format = (DgSheetFormat){0};
    at += strspn(at, " ");
    format->width = take_length(&at);
    if (!take_any(&at, times))
        return false;
    format->height = take_length(&at);
    if (!take_any(&at, one) && !take_any(&at, parts)) /* "70×100 1/16" too */
        return false;
    char *end;
    gint64 fraction = g_ascii_strtoll(at, &end, 10);
    if (end == at || end[strspn(end, " .")] || fraction < 1 || fraction > 256)
        return false;
    format->fraction = (int)fraction;
    if (format->width < LEAST || format->height < LEAST || format->width > LARGEST ||
        format->height > LARGEST)
        return false;
    reckon(format);
    return true;
}

const DgImprintPlace *
dg_imprint_place(const DgImprint *imprint, const char *name)
{
    for (size_t i = 0; i < imprint->n_places; i++)
        if (strcmp(imprint->places[i].name, name) == 0)
            return &imprint->places[i];
    return NULL;
}
