/* report.c - report.json (DESIGN.md 3). */
#include "cmd-internal.h"

#include "diglot/json.h"

#include <glib.h>

static void
put_number(GString *json, const char *name, double value)
{
    char text[G_ASCII_DTOSTR_BUF_SIZE];
    g_string_append_printf(json, "\"%s\": %s", name,
                           g_ascii_formatd(text, sizeof text, "%.4f", value));
}

static void
put_count(GString *json, const char *name, gint64 value)
{
    g_string_append_printf(json, "\"%s\": %" G_GINT64_FORMAT ", ", name, value);
}

/* {"ru": 1, "en": 2} */
static void
put_by_language(DgArena *arena, GString *json, const char *name, const DgVolume *volume,
                const gint64 *values)
{
    g_string_append_printf(json, "  \"%s\": {", name);
    for (int side = 0; side < volume->n_languages; side++)
        g_string_append_printf(json, "%s%s: %" G_GINT64_FORMAT, side ? ", " : "",
                               dg_json_string(arena, volume->languages[side]), values[side]);
    g_string_append(json, "},\n");
}

static void
put_layout(GString *json, const DgLayoutReport *layout)
{
    g_string_append(json, "  \"layout\": {");
    put_count(json, "lines", layout->lines);
    put_count(json, "hyphenated", layout->hyphenated);
    put_count(json, "loose", layout->loose);
    put_count(json, "overfull", layout->overfull);
    put_count(json, "widows", layout->widows);
    put_count(json, "orphans", layout->orphans);
    put_count(json, "notes", layout->notes);
    put_count(json, "notes_displaced", layout->notes_displaced);
    char left[G_ASCII_DTOSTR_BUF_SIZE], right[G_ASCII_DTOSTR_BUF_SIZE];
    g_string_append_printf(
        json, "\"column_ratio\": [%s, %s], ",
        g_ascii_formatd(left, sizeof left, "%.4f", layout->column_ratio[DG_LEFT]),
        g_ascii_formatd(right, sizeof right, "%.4f", layout->column_ratio[DG_RIGHT]));
    put_number(json, "padding", layout->padding);
    g_string_append(json, ", ");
    put_number(json, "short_feet", layout->short_feet);
    g_string_append(json, "}\n");
}

typedef struct {
    size_t pairs;
    gint64 unpaired[DG_SIDES];
} PairCounts;

static PairCounts
count_pairs(const DgVolume *volume)
{
    PairCounts counts = {0};
    for (size_t i = 0; i < volume->n_items; i++)
        for (size_t j = 0; j < volume->items[i]->n_pairs; j++) {
            const DgPair *pair = &volume->items[i]->pairs[j];
            counts.pairs++;
            if (pair->full)
                continue;
            for (int side = 0; side < DG_SIDES; side++)
                if (pair->n[!side] == 0)
                    counts.unpaired[side] += (gint64)pair->n[side];
        }
    return counts;
}

char *
report_json(Pipeline *pipeline, const BuiltEdition *editions, size_t n)
{
    DgArena *arena = pipeline->arena;
    const DgVolume *volume = pipeline->volume;
    PairCounts counts = count_pairs(volume);
    g_autoptr(GString) json = g_string_new("{\n  \"format\": 1,\n");
    g_string_append_printf(json, "  \"diglot\": \"%s\",\n  \"volume\": %s,\n  \"languages\": [",
                           DIGLOT_VERSION, dg_json_string(arena, volume->id));
    for (int side = 0; side < volume->n_languages; side++)
        g_string_append_printf(json, "%s%s", side ? ", " : "",
                               dg_json_string(arena, volume->languages[side]));
    g_string_append_printf(json, "],\n  \"items\": %zu,\n  \"pairs\": %zu,\n", volume->n_items,
                           counts.pairs);
    put_by_language(arena, json, "unpaired", volume, counts.unpaired);
    put_by_language(arena, json, "characters", volume, pipeline->pages->report.characters);
    g_string_append(json, "  \"pages\": {");
    for (size_t i = 0, counted = 0; i < n; i++)
        if (editions[i].pages)
            g_string_append_printf(json, "%s\"%s\": %zu", counted++ ? ", " : "", editions[i].name,
                                   editions[i].pages);
    g_string_append_printf(
        json, "},\n  \"diagnostics\": {\"error\": %zu, \"warning\": %zu, \"info\": %zu},\n",
        dg_diags_count_severity(pipeline->diags, DG_ERROR) +
            dg_diags_count_severity(pipeline->diags, DG_FATAL),
        dg_diags_count_severity(pipeline->diags, DG_WARNING),
        dg_diags_count_severity(pipeline->diags, DG_INFO));
    put_layout(json, &pipeline->pages->report);
    g_string_append(json, "}\n");
    return dg_arena_strdup(arena, json->str);
}
