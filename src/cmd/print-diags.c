/* print-diags.c - messages for people on stderr, for programs on stdout. */
#include "cmd-internal.h"

#include "diglot/files.h"
#include "diglot/json.h"

#include <glib.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* The source line with a caret below the column; tabs count as one. */
static void
print_source(DgArena *arena, const char *folder, DgPos pos)
{
    g_autofree char *path = g_build_filename(folder, pos.file, NULL), *text = NULL;
    if (pos.line < 1 || !g_file_get_contents(path, &text, NULL, NULL) ||
        !g_utf8_validate(text, -1, NULL))
        return;
    const char *line = text;
    for (int i = 1; i < pos.line && line; i++) {
        line = strchr(line, '\n');
        line = line ? line + 1 : NULL;
    }
    if (!line)
        return;
    char *whole = dg_arena_strndup(arena, line, strcspn(line, "\r\n"));
    g_strdelimit(whole, "\t", ' ');
    glong length = g_utf8_strlen(whole, -1), column = CLAMP(pos.column - 1, 0, length);
    glong from = column > 60 ? column - 60 : 0, to = MIN(length, from + 100);
    g_autofree char *shown = g_utf8_substring(whole, from, to);
    fprintf(stderr, "    %s\n    %*s^\n", shown, (int)(column - from), "");
}

static void
print_text(DgArena *arena, const DgDiag *diag, const Options *options, const char *folder,
           bool terminal)
{
    const char *hint = dg_diag_hint(arena, diag, options->tongue);
    if (diag->pos.file)
        fprintf(stderr, "%s:", diag->pos.file);
    if (diag->pos.file && diag->pos.line)
        fprintf(stderr, "%d:%d:", diag->pos.line, diag->pos.column);
    fprintf(stderr, "%s%s: %s", diag->pos.file ? " " : "",
            dg_severity_name(dg_code_severity(diag->code)),
            dg_diag_message(arena, diag, options->tongue));
    if (diag->also.file)
        fprintf(stderr, " (%s:%d:%d)", diag->also.file, diag->also.line, diag->also.column);
    if (hint)
        fprintf(stderr, "; %s", hint);
    fprintf(stderr, " [%s]\n", dg_code_name(diag->code));
    if (terminal && diag->pos.file)
        print_source(arena, folder, diag->pos);
}

static char *
place_json(DgArena *arena, DgPos pos)
{
    return dg_arena_printf(arena, "\"file\":%s,\"line\":%d,\"column\":%d",
                           dg_json_string(arena, pos.file), pos.line, pos.column);
}

static void
print_json(DgArena *arena, const DgDiag *diag, const char *tongue)
{
    printf("{\"code\":%s,\"severity\":\"%s\",%s,\"message\":%s,\"hint\":%s,\"also\":",
           dg_json_string(arena, dg_code_name(diag->code)),
           dg_severity_name(dg_code_severity(diag->code)), place_json(arena, diag->pos),
           dg_json_string(arena, dg_diag_message(arena, diag, tongue)),
           dg_json_string(arena, dg_diag_hint(arena, diag, tongue)));
    if (diag->also.file)
        printf("{%s}}\n", place_json(arena, diag->also));
    else
        printf("null}\n");
}

void
print_diags(DgArena *arena, const DgDiags *diags, const Options *options, const char *volume_folder)
{
    const DgDiag *sorted = NULL;
    size_t n = dg_diags_sorted(arena, diags, &sorted);
    bool terminal = isatty(STDERR_FILENO);
    for (size_t i = 0; i < n; i++) {
        DgSeverity severity = dg_code_severity(sorted[i].code);
        if (options->diagnostics_json)
            print_json(arena, &sorted[i], options->tongue);
        else if (severity >= DG_ERROR || (severity == DG_WARNING && !options->quiet) ||
                 options->verbose)
            print_text(arena, &sorted[i], options, volume_folder, terminal);
    }
}
