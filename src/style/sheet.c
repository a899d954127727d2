/* sheet.c - style sheets as files: the built-in one, those of a style, those that they import. */
#include "style-internal.h"

#include "diglot/files.h"

#include <glib.h>
#include <string.h>

/* What was decided once for every style; each rule may be overruled by a sheet. */
const char sheet_initial[] =
    "@page :left { @top-left { content: string(person, first) } @bottom-left { content: counter(page) } }\n"
    "@page :right { @top-right { content: string(title, second) } @bottom-right { content: counter(page) } }\n"
    "table { border-top-width: 0.8pt; border-bottom-width: 0.8pt }\n"
    "header-cell { border-bottom-width: 0.5pt }\n"
    "cell { border-bottom-width: 0.25pt; border-color: #999999 }\n"
    "caption { -dg-label-separator: \".\" }\n"
    "speaker { -dg-label-separator: \".\" }\n"
    "list-item { -dg-label-distance: 0.5em }\n"
    "reference { -dg-label-distance: 0.3333em }\n"
    "figure { max-height: 67% }\n"
    "item-portrait { max-height: 16%; margin-top: 6pt; margin-bottom: 4pt; break-after: avoid }\n"
    "card { padding: 30pt; border-top-width: 8pt; border-left-width: 0.75pt }\n"
    "card-event { font-size: 12pt; line-height: 15pt; text-align: left; hyphens: none; margin-bottom: 10pt }\n"
    "card-title { font-size: 32pt; line-height: 37pt; font-weight: bold; text-align: left; hyphens: none; margin-bottom: 8pt }\n"
    "card-below { font-size: 13pt; line-height: 16.5pt; font-style: italic; text-align: left; hyphens: none; margin-bottom: 8pt }\n"
    "card-place { font-size: 12pt; line-height: 15pt; text-align: left; hyphens: none }\n"
    "card-publisher { font-size: 12pt; line-height: 15pt; text-align: left; hyphens: none }\n";

void
sheet_read_initial(DgArena *arena, DgDiags *diags, Declarations *declarations)
{
    Sheet sheet = {NULL, "styles/README.md", NULL};
    css_parse(arena, diags, sheet_initial, &sheet, declarations);
    declarations->n_initial = declarations->n;
}

static bool
read_one(DgArena *arena, DgDiags *diags, const Sheet *sheet, Declarations *declarations)
{
    DgBytes bytes = dg_file_read(arena, diags, sheet->path, sheet->shown);
    if (!bytes.data)
        return false;
    if (!g_utf8_validate((const char *)bytes.data, (gssize)bytes.size, NULL)) {
        dg_diag(diags, DG_FILE_ENCODING, (DgPos){sheet->shown, 1, 1}, NULL);
        return false;
    }
    css_parse(arena, diags, (const char *)bytes.data, sheet, declarations);
    return true;
}

bool
sheet_read(DgArena *arena, DgDiags *diags, const char *path, const char *shown,
           Declarations *declarations)
{
    Sheet sheet = {path, shown, NULL};
    return read_one(arena, diags, &sheet, declarations);
}

/* Beside the sheet or beside its folder, and nowhere else: so nothing is read outside styles/ and the volume. */
static bool
is_near(const char *reference)
{
    if (g_str_has_prefix(reference, "../"))
        reference += strlen("../");
    return *reference && !g_path_is_absolute(reference) && !strstr(reference, "..");
}

/* `reference` as seen from the sheet at `path`. */
static char *
resolve(DgArena *arena, const char *path, const char *reference)
{
    g_autofree char *folder = g_path_get_dirname(path);
    if (g_str_has_prefix(reference, "../")) {
        g_autofree char *above = g_path_get_dirname(folder);
        return dg_path_join(arena, above, reference + strlen("../"));
    }
    return dg_path_join(arena, folder, reference);
}

static bool
is_open(const Sheet *sheet, const char *path)
{
    for (; sheet; sheet = sheet->from)
        if (strcmp(sheet->path, path) == 0)
            return true;
    return false;
}

bool
sheet_import(DgArena *arena, DgDiags *diags, const char *quoted, const Sheet *from,
             Declarations *declarations)
{
    const char *reference = string_next(arena, &quoted);
    if (!reference || *quoted || !from->path || !is_near(reference))
        return false;
    Sheet sheet = {resolve(arena, from->path, reference), resolve(arena, from->shown, reference),
                   from};
    return dg_file_exists(sheet.path) && !is_open(from, sheet.path) &&
           read_one(arena, diags, &sheet, declarations);
}
