/* units.c - parse, print and scale lengths. */
#include "diglot/units.h"

#include <glib.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

double
dg_len_points(DgLen length)
{
    return (double)length / (double)DG_LEN_UNIT;
}

/* Units per length of one: what CSS 2.1 section 4.3.2 gives, 1 px = 0.75 pt. */
static bool
unit_size(const char *unit, DgLen em, double *size)
{
    static const struct {
        const char *name;
        double points;
    } units[] = {{"pt", 1},  {"mm", 72 / 25.4}, {"cm", 72 / 2.54}, {"in", 72},
                 {"pc", 12}, {"px", 0.75},      {"Q", 72 / 101.6}};
    if (strcmp(unit, "em") == 0) {
        *size = (double)em;
        return true;
    }
    for (size_t i = 0; i < G_N_ELEMENTS(units); i++)
        if (strcmp(unit, units[i].name) == 0) {
            *size = units[i].points * (double)DG_LEN_UNIT;
            return true;
        }
    return false;
}

bool
dg_len_parse(const char *text, DgLen em, DgLen *length)
{
    char *end = NULL;
    double number = g_ascii_strtod(text, &end), size = 0;
    if (end == text || !isfinite(number))
        return false;
    if (*end == '\0' && number != 0)
        return false;
    if (*end != '\0' && !unit_size(end, em, &size))
        return false;
    double product = number * size;
    if (fabs(product) > (double)DG_LEN_MAX)
        return false;
    *length = (DgLen)llround(product);
    return true;
}

char *
dg_len_format(DgArena *arena, DgLen length)
{
    DgLen thousandths = dg_len_scale(length, 1000, DG_LEN_UNIT);
    DgLen size = thousandths < 0 ? -thousandths : thousandths;
    char *text = dg_arena_printf(arena, "%s%" G_GINT64_FORMAT ".%03d", thousandths < 0 ? "-" : "",
                                 size / 1000, (int)(size % 1000));
    size_t n = strlen(text);
    while (text[n - 1] == '0')
        text[--n] = '\0';
    if (text[n - 1] == '.')
        text[--n] = '\0';
    return text;
}

DgLen
dg_len_scale(DgLen a, DgLen b, DgLen c)
{
    DgLen product = a * b, half = c / 2;
    return product >= 0 ? (product + half) / c : -((-product + half) / c);
}
