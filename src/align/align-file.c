/* align-file.c - reads NAME.pairs (DESIGN.md 2.3). A wrong line is reported and left out. */
#include "align-internal.h"

#include "diglot/files.h"

#include <string.h>

static const char *const method_names[] = {
    [DG_BY_ID] = "id",       [DG_BY_GROUP] = "lang-group", [DG_BY_LENGTH] = "length",
    [DG_BY_HAND] = "edited", [DG_BY_MATTER] = "matter",
};

typedef struct {
    DgArena *arena;
    DgDiags *diags;
    DgPairsFile *file;
    const char *shown;
    int line;
    bool swapped; /* the file's columns are the other way round than the volume's languages */
} Reading;

const char *
dg_method_name(DgMethod method)
{
    return method_names[method];
}

static bool
parse_method(const char *name, DgMethod *method)
{
    for (size_t i = 0; i < DG_BY_MATTER; i++)
        if (strcmp(method_names[i], name) == 0) {
            *method = (DgMethod)i;
            return true;
        }
    return false;
}

char *
dg_pairs_path(DgArena *arena, const DgVolume *volume, const DgItem *item)
{
    return dg_path_join(arena, volume->folder, dg_arena_printf(arena, "%s.pairs", item->href));
}

static void
report(Reading *reading, int column, const char *what)
{
    dg_diag(reading->diags, DG_PAIR_FILE, (DgPos){reading->shown, reading->line, column}, what,
            NULL);
}

/* "a+b" to names; "-" to none. */
static bool
parse_names(Reading *reading, DgPairsLine *line, int side, const char *field)
{
    if (strcmp(field, "-") == 0)
        return true;
    g_auto(GStrv) names = g_strsplit(field, "+", -1);
    for (char **name = names; *name; name++) {
        if (!**name)
            return false;
        DG_APPEND(reading->arena, line->names[side], line->n[side],
                  dg_arena_strdup(reading->arena, *name));
    }
    return line->n[side] > 0;
}

static bool
parse_confidence(const char *field, double *confidence)
{
    char *end = NULL;
    *confidence = g_ascii_strtod(field, &end);
    return end != field && *end == '\0' && *confidence >= 0 && *confidence <= 1;
}

static bool
is_approval(const char *value)
{
    static const char hex[] = "0123456789abcdef";
    return strlen(value) == 17 && strspn(value, hex) == 8 && value[8] == '/' &&
           strspn(value + 9, hex) == 8;
}

/* approved=HASH/HASH or ok=RULE:reason */
static bool
parse_option(Reading *reading, DgPairsLine *line, const char *field)
{
    if (g_str_has_prefix(field, "approved=")) {
        const char *hashes = field + strlen("approved=");
        if (!is_approval(hashes))
            return false;
        line->approved = reading->swapped
                             ? dg_arena_printf(reading->arena, "%s/%.8s", hashes + 9, hashes)
                             : dg_arena_strdup(reading->arena, hashes);
        return true;
    }
    if (!g_str_has_prefix(field, "ok="))
        return false;
    const char *silenced = field + strlen("ok=");
    line->silenced = line->silenced
                         ? dg_arena_printf(reading->arena, "%s\t%s", line->silenced, silenced)
                         : dg_arena_strdup(reading->arena, silenced);
    const char *colon = strchr(silenced, ':');
    return colon && colon > silenced;
}

static int
column_of(char **fields, size_t i)
{
    int column = 1;
    for (size_t k = 0; k < i; k++)
        column += (int)g_utf8_strlen(fields[k], -1) + 1;
    return column;
}

static bool
parse_field(Reading *reading, DgPairsLine *line, size_t i, const char *field)
{
    if (i < 2)
        return parse_names(reading, line, reading->swapped ? 1 - (int)i : (int)i, field);
    if (i == 2)
        return parse_method(field, &line->method);
    return i == 3 ? parse_confidence(field, &line->confidence) : parse_option(reading, line, field);
}

static void
parse_line(Reading *reading, const char *text)
{
    g_auto(GStrv) fields = g_strsplit(text, "\t", -1);
    DgPairsLine line = {
        .method = DG_BY_HAND, .confidence = 1, .pos = {reading->shown, reading->line, 1}};
    for (size_t i = 0; fields[i]; i++)
        if (!parse_field(reading, &line, i, fields[i])) {
            report(reading, column_of(fields, i), fields[i]);
            return;
        }
    if (g_strv_length(fields) < 2 || line.n[DG_LEFT] + line.n[DG_RIGHT] == 0)
        report(reading, 1, text);
    else
        DG_APPEND(reading->arena, reading->file->lines, reading->file->n, line);
}

/* The first line names the format and the languages of the columns. */
static bool
parse_head(Reading *reading, const char *text, const DgVolume *volume)
{
    g_auto(GStrv) fields = g_strsplit(text, "\t", -1);
    if (g_strv_length(fields) == 3 && strcmp(fields[0], "#diglot-pairs 1") == 0) {
        reading->swapped = g_strcmp0(fields[1], volume->languages[DG_RIGHT]) == 0;
        if (g_strcmp0(fields[1 + reading->swapped], volume->languages[DG_LEFT]) == 0 &&
            g_strcmp0(fields[2 - reading->swapped], volume->languages[DG_RIGHT]) == 0)
            return true;
    }
    dg_diag(reading->diags, DG_PAIR_HEAD, (DgPos){reading->shown, 1, 1}, volume->languages[DG_LEFT],
            volume->languages[DG_RIGHT], NULL);
    return false;
}

static void
parse_text(Reading *reading, const char *text, const DgVolume *volume)
{
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    for (char **line = lines; *line; line++) {
        reading->line++;
        if (g_str_has_suffix(*line, "\r"))
            (*line)[strlen(*line) - 1] = '\0';
        if (reading->line == 1 && !parse_head(reading, *line, volume))
            return;
        if (**line && **line != '#')
            parse_line(reading, *line);
    }
}

DgPairsFile *
dg_pairs_file_read(DgArena *arena, DgDiags *diags, const DgVolume *volume, const DgItem *item)
{
    Reading reading = {.arena = arena, .diags = diags, .file = DG_NEW(arena, DgPairsFile)};
    const char *path = dg_pairs_path(arena, volume, item);
    reading.shown = dg_arena_printf(arena, "%s.pairs", item->href);
    if (!dg_file_exists(path))
        return reading.file;
    DgBytes bytes = dg_file_read(arena, diags, path, reading.shown);
    if (!bytes.data)
        return reading.file;
    const char *text = (const char *)bytes.data;
    if (strlen(text) != bytes.size || !g_utf8_validate(text, (gssize)bytes.size, NULL))
        dg_diag(diags, DG_FILE_ENCODING, (DgPos){reading.shown, 1, 1}, NULL);
    else
        parse_text(&reading, g_str_has_prefix(text, "\uFEFF") ? text + 3 : text, volume);
    return reading.file;
}
