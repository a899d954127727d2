/* gap.c - spaces and hyphens as the neighbouring letters kern with them, and what else depends on two characters.
 * Faces kern against the space: a gap is what "a b" is wider than "a" and "b" (layout.md 2, lesson 1). */
#include "shape-internal.h"

/* What is asked for in place of the gap; stands beside the next character in the table. */
typedef enum { GAP, HYPHEN, KERN, START, END } Kind;
enum { KIND_SHIFT = 24, FIRST_SIZE = 64 };

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

/* How much wider "a", the middle (0: none) and "b" together are than "a" and "b" alone, in font units. */
static int64_t
measure(DgShaper *shaper, const DgSetting *setting, uint32_t a, uint32_t middle, uint32_t b)
{
    char text[24];
    int n = g_unichar_to_utf8(a, text);
    int64_t alone = dg_shape_width(shaper, setting, text, (size_t)n);
    if (middle)
        n += g_unichar_to_utf8(middle, text + n);
    if (b) {
        char next[8];
        alone += dg_shape_width(shaper, setting, next, (size_t)g_unichar_to_utf8(b, next));
        n += g_unichar_to_utf8(b, text + n);
    }
    return dg_shape_width(shaper, setting, text, (size_t)n) - alone;
}

static int64_t
work_out(DgShaper *shaper, const DgSetting *setting, Kind kind, uint32_t last, uint32_t next)
{
    switch (kind) {
    case GAP:
        return measure(shaper, setting, last, ' ', next);
    case HYPHEN:
        return measure(shaper, setting, last, setting->hyphen, 0);
    case KERN:
        return measure(shaper, setting, last, 0, next);
    case START:
        return dg_protrusion(setting->face, next, false);
    case END:
        return dg_protrusion(setting->face, last, true);
    }
    return 0;
}

static int32_t
look_up(DgShaper *shaper, DgSetting *setting, Kind kind, uint32_t last, uint32_t next)
{
    DgGapTable *table = &setting->gaps;
    if (2 * table->n >= table->size)
        grow(shaper->arena, table);
    uint64_t key = ((uint64_t)last << 32 | (uint64_t)kind << KIND_SHIFT | next) + 1;
    size_t slot = slot_of(table, key);
    if (table->keys[slot])
        return table->widths[slot];
    table->keys[slot] = key;
    table->widths[slot] = dg_units(setting, work_out(shaper, setting, kind, last, next));
    if (kind == GAP)
        table->widths[slot] += (int32_t)(2 * setting->voice.letter_spacing);
    table->n++;
    return table->widths[slot];
}

int32_t
dg_gap(DgShaper *shaper, DgSetting *setting, uint32_t last, uint32_t next)
{
    return look_up(shaper, setting, GAP, last, next);
}

int32_t
dg_hyphen_width(DgShaper *shaper, DgSetting *setting, uint32_t last)
{
    return look_up(shaper, setting, HYPHEN, last, 0);
}

int32_t
dg_kern(DgShaper *shaper, DgSetting *setting, uint32_t last, uint32_t next)
{
    return look_up(shaper, setting, KERN, last, next);
}

/* Letters do not hang: asked for most often, and answered at once. */
static int16_t
protrusion(DgShaper *shaper, DgSetting *setting, Kind kind, uint32_t last, uint32_t next)
{
    if (g_unichar_isalpha(last | next))
        return 0;
    return (int16_t)CLAMP(look_up(shaper, setting, kind, last, next), 0, INT16_MAX);
}

int16_t
dg_protrude_start(DgShaper *shaper, DgSetting *setting, uint32_t character)
{
    return protrusion(shaper, setting, START, 0, character);
}

int16_t
dg_protrude_end(DgShaper *shaper, DgSetting *setting, uint32_t character)
{
    return protrusion(shaper, setting, END, character, 0);
}
