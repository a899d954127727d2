/* gap.c - spaces and hyphens as the neighbouring letters kern with them.
 * Faces kern against the space: a gap is what "a b" is wider than "a" and "b" (layout.md 2, lesson 1). */
#include "shape-internal.h"

/* Stands for the hyphen in the table of gaps; no character. */
enum { HYPHEN = 0x110000, FIRST_SIZE = 64 };

static size_t
slot_of(const DgGapTable *table, uint64_t key)
{
    size_t slot = (size_t)((key * UINT64_C(0x9E3779B97F4A7C15)) >> 32) & (table->size - 1);
    while (table->keys[slot] && table->keys[slot] != key)
        slot = (slot + 1) & (table->size - 1);
    return slot;
}

static void
grow(DgArena *arena, DgGapTable *table)
{
    DgGapTable larger = {.size = table->size ? 2 * table->size : FIRST_SIZE, .n = table->n};
    larger.keys = DG_NEW_ARRAY(arena, uint64_t, larger.size);
    larger.widths = DG_NEW_ARRAY(arena, int32_t, larger.size);
    for (size_t i = 0; i < table->size; i++)
        if (table->keys[i]) {
            size_t slot = slot_of(&larger, table->keys[i]);
            larger.keys[slot] = table->keys[i];
            larger.widths[slot] = table->widths[i];
        }
    *table = larger;
}

/* How much wider "a", the middle and "b" together are than "a" and "b" alone, in font units. */
static int64_t
measure(DgShaper *shaper, const DgSetting *setting, uint32_t a, uint32_t middle, uint32_t b)
{
    char text[24];
    int n = g_unichar_to_utf8(a, text);
    int64_t alone = dg_shape_width(shaper, setting, text, (size_t)n);
    n += g_unichar_to_utf8(middle, text + n);
    if (b) {
        char next[8];
        alone += dg_shape_width(shaper, setting, next, (size_t)g_unichar_to_utf8(b, next));
        n += g_unichar_to_utf8(b, text + n);
    }
    return dg_shape_width(shaper, setting, text, (size_t)n) - alone;
}

static int32_t
look_up(DgShaper *shaper, DgSetting *setting, uint32_t last, uint32_t next)
{
    DgGapTable *table = &setting->gaps;
    if (2 * table->n >= table->size)
        grow(shaper->arena, table);
    uint64_t key = ((uint64_t)last << 32 | next) + 1;
    size_t slot = slot_of(table, key);
    if (table->keys[slot])
        return table->widths[slot];
    DgLen spacing = setting->voice.letter_spacing;
    int64_t units = next == HYPHEN ? measure(shaper, setting, last, setting->hyphen, 0)
                                   : measure(shaper, setting, last, ' ', next);
    table->keys[slot] = key;
    table->widths[slot] = dg_units(setting, units) + (int32_t)(next == HYPHEN ? 0 : 2 * spacing);
    table->n++;
    return table->widths[slot];
}

int32_t
dg_gap(DgShaper *shaper, DgSetting *setting, uint32_t last, uint32_t next)
{
    return look_up(shaper, setting, last, next);
}

int32_t
dg_hyphen_width(DgShaper *shaper, DgSetting *setting, uint32_t last)
{
    return look_up(shaper, setting, last, HYPHEN);
}
