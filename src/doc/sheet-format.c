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

/* A sheet is folded across its longer side, again and again. */
static void
fold(const DgSheetFormat *format, int *shorter, int *longer)
{
    *longer = MAX(format->width, format->height);
    *shorter = MIN(format->width, format->height);
    for (int parts = format->fraction; parts > 1; parts /= 2) {
        int half = *longer / 2;
        *longer = MAX(half, *shorter);
        *shorter = MIN(half, *shorter);
    }
}

bool
dg_sheet_format_fits(const DgSheetFormat *format, int width, int height)
{
    enum { SHORT_OF = 1, TRIMMED = 13 }; /* mm; what is cut off at most */
    int shorter, longer, page_shorter = MIN(width, height), page_longer = MAX(width, height);
    if (format->fraction & (format->fraction - 1)) /* folded in an unusual way */
        return true;
    fold(format, &shorter, &longer);
    return page_shorter <= shorter + SHORT_OF && page_shorter >= shorter - TRIMMED &&
           page_longer <= longer + SHORT_OF && page_longer >= longer - TRIMMED;
}

const char *
dg_sheet_format_for(DgArena *arena, int width, int height)
{
    static const int fractions[] = {8, 16, 32};
    const char *best = NULL;
    int least = 0;
    for (size_t i = 0; i < G_N_ELEMENTS(usual); i++)
        for (size_t j = 0; j < G_N_ELEMENTS(fractions); j++) {
            const DgSheetFormat format = {.width = usual[i].width * MILLIMETRES,
                                          .height = usual[i].height * MILLIMETRES,
                                          .fraction = fractions[j]};
            int shorter, longer;
            fold(&format, &shorter, &longer);
            int waste = shorter + longer - width - height;
            if (!dg_sheet_format_fits(&format, width, height) || (best && waste >= least))
                continue;
            least = waste;
            best =
                dg_arena_printf(arena, "%d×%d/%d", usual[i].width, usual[i].height, fractions[j]);
        }
    return best;
}

const DgImprintPlace *
dg_imprint_place(const DgImprint *imprint, const char *name)
{
    for (size_t i = 0; i < imprint->n_places; i++)
        if (strcmp(imprint->places[i].name, name) == 0)
            return &imprint->places[i];
    return NULL;
}
