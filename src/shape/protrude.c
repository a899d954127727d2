/* protrude.c - how far a sign may hang into the margin, so that the edge looks straight.
 * Shares of the em, as in the measured prototype (layout.md 2). */
#include "shape-internal.h"

typedef struct {
    uint32_t character;
    int16_t start, end; /* per mille of the size */
} Protrusion;

static const Protrusion table[] = {
    {'-', 0, 180},      {0x2010, 0, 180},   {0x2011, 0, 180},   {',', 0, 160},
    {'.', 0, 160},      {':', 0, 100},      {';', 0, 100},      {'!', 0, 60},
    {'?', 0, 60},       {'(', 50, 0},       {')', 0, 50},       {'[', 50, 0},
    {']', 0, 50},       {'"', 200, 200},    {'\'', 120, 120},   {0x00AB, 120, 0},
    {0x00BB, 0, 120},   {0x2018, 160, 160}, {0x2019, 160, 160}, {0x201A, 160, 0},
    {0x201C, 200, 200}, {0x201D, 200, 200}, {0x201E, 200, 0},   {0x2013, 80, 100},
    {0x2014, 100, 120}, {0x2026, 0, 60},
};

static const Protrusion *
find(uint32_t character)
{
    if (g_unichar_isalnum(character))
        return NULL;
    for (size_t i = 0; i < G_N_ELEMENTS(table); i++)
        if (table[i].character == character)
            return &table[i];
    return NULL;
}

static int16_t
share(DgLen size, int per_mille)
{
    return (int16_t)MIN(dg_len_scale(size, per_mille, 1000), INT16_MAX);
}

int16_t
dg_protrude_start(uint32_t character, DgLen size)
{
    const Protrusion *found = find(character);
    return found ? share(size, found->start) : 0;
}

int16_t
dg_protrude_end(uint32_t character, DgLen size)
{
    const Protrusion *found = find(character);
    return found ? share(size, found->end) : 0;
}
