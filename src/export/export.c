/* export.c - the files of each item, beside each other in one folder. */
#include "export-internal.h"

#include "diglot/files.h"

static bool
source_copy(DgArena *arena, DgDiags *diags, const DgVolume *volume, const DgItem *item, DgSide side,
            const char *folder)
{
    const char *name = dg_source_name(arena, item, side);
    if (!name)
        return true;
    const char *file = item->text[side].file;
    DgBytes bytes = dg_file_read(arena, diags, dg_path_join(arena, volume->folder, file), file);
    return bytes.data &&
           dg_file_write(diags, dg_path_join(arena, folder, name), bytes.data, bytes.size);
}

static bool
text_write(DgArena *arena, DgDiags *diags, const DgItem *item, const char *folder,
           const char *ending, const GString *text)
{
    const char *name = dg_arena_printf(arena, "%s.%s", item->anchor, ending);
    return dg_file_write(diags, dg_path_join(arena, folder, name), text->str, text->len);
}

static bool
records_write(DgArena *arena, DgDiags *diags, const DgVolume *volume, const DgFolios *folios,
              const DgItem *item, const char *folder)
{
    g_autoptr(GString) bibtex = g_string_new(NULL), ris = g_string_new(NULL),
                       csl = g_string_new("[\n");
    for (int side = 0; side < volume->n_languages; side++) {
        if (!item->text[side].meta.title && !item->text[side].body)
            continue;
        DgCitation citation = dg_citation_make(arena, volume, folios, item, (DgSide)side);
        if (bibtex->len) {
            g_string_append_c(bibtex, '\n');
            g_string_append(csl, ",\n");
        }
        bibtex_append(bibtex, arena, &citation);
        ris_append(ris, arena, &citation);
        csl_append(csl, arena, &citation);
    }
    g_string_append(csl, "\n]\n");
    return text_write(arena, diags, item, folder, "bib", bibtex) &&
           text_write(arena, diags, item, folder, "ris", ris) &&
           text_write(arena, diags, item, folder, "json", csl);
}

bool
dg_export_write(DgArena *arena, DgDiags *diags, const DgVolume *volume, const DgFolios *folios,
                const char *folder, const char *only)
{
    bool written = true;
    for (size_t i = 0; written && i < volume->n_items; i++) {
        const DgItem *item = volume->items[i];
        if (!dg_item_is_listed(item, only))
            continue;
        written = records_write(arena, diags, volume, folios, item, folder);
        for (int side = 0; written && side < volume->n_languages; side++)
            written = source_copy(arena, diags, volume, item, (DgSide)side, folder);
    }
    return written;
}
