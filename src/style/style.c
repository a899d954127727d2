/* style.c - reads the style sheets of a volume and answers for every role and language. */
#include "style-internal.h"

#include "diglot/files.h"

#include <glib.h>
#include <string.h>

struct DgStyle {
    const char *folder;
    DgPageStyle *page;
    const char **languages; /* primary subtags named in :lang(); styles of others are at index n */
    size_t n_languages;
    DgBlockStyle **blocks; /* [role * (n_languages + 1) + language] */
    const char **families;
};

static void
note_string(DgArena *arena, const char ***list, size_t *n, const char *string)
{
    for (size_t i = 0; i < *n; i++)
        if (strcmp((*list)[i], string) == 0)
            return;
    DG_APPEND(arena, *list, *n, string);
}

static void
compute(DgArena *arena, DgDiags *diags, const Declarations *declarations, DgStyle *style)
{
    for (size_t i = 0; i < declarations->n; i++)
        if (declarations->list[i].target.lang)
            note_string(arena, &style->languages, &style->n_languages,
                        declarations->list[i].target.lang);
    size_t width = style->n_languages + 1, n_families = 0;
    style->blocks = DG_NEW_ARRAY(arena, DgBlockStyle *, DG_N_ROLES * width);
    for (size_t i = 0; i < DG_N_ROLES * width; i++) {
        const char *lang = i % width < style->n_languages ? style->languages[i % width] : NULL;
        style->blocks[i] = cascade_block(arena, diags, declarations, (DgRole)(i / width), lang);
        note_string(arena, &style->families, &n_families, style->blocks[i]->font.family);
        const char *rest = style->blocks[i]->fallbacks;
        for (const char *name; (name = family_next(arena, &rest));)
            note_string(arena, &style->families, &n_families, name);
    }
    DG_APPEND(arena, style->families, n_families, NULL);
    style->page = cascade_page(arena, diags, declarations);
}

static bool
read_sheet(DgArena *arena, DgDiags *diags, const char *path, const char *shown,
           Declarations *declarations)
{
    DgBytes bytes = dg_file_read(arena, diags, path, shown);
    if (!bytes.data)
        return false;
    if (!g_utf8_validate((const char *)bytes.data, (gssize)bytes.size, NULL)) {
        dg_diag(diags, DG_STYLE_SYNTAX, (DgPos){shown, 1, 1}, "UTF-8", NULL);
        return false;
    }
    css_parse(arena, diags, (const char *)bytes.data, shown, declarations);
    return true;
}

DgStyle *
dg_style_read(DgArena *arena, DgDiags *diags, const char *data_folder, const char *name,
              const char *volume_folder)
{
    DgStyle *style = DG_NEW(arena, DgStyle);
    Declarations declarations = {0};
    style->folder = strchr(name, '/')
                        ? dg_arena_strdup(arena, name)
                        : dg_path_join(arena, dg_path_join(arena, data_folder, "styles"), name);
    char *sheet = dg_path_join(arena, style->folder, "print.css");
    if (!dg_file_exists(sheet)) {
        dg_diag(diags, DG_STYLE_MISSING, DG_NOWHERE, name, NULL);
        return NULL;
    }
    char *shown = dg_arena_printf(arena, "styles/%s/print.css",
                                  strchr(name, '/') ? strrchr(name, '/') + 1 : name);
    if (!read_sheet(arena, diags, sheet, shown, &declarations))
        return NULL;
    char *own = dg_path_join(arena, volume_folder, "style/print.css");
    if (dg_file_exists(own))
        read_sheet(arena, diags, own, "style/print.css", &declarations);
    compute(arena, diags, &declarations, style);
    return style;
}

const DgPageStyle *
dg_style_page(const DgStyle *style)
{
    return style->page;
}

const DgBlockStyle *
dg_style_block(const DgStyle *style, DgRole role, const char *language)
{
    size_t which = style->n_languages, length = language ? strcspn(language, "-_") : 0;
    for (size_t i = 0; language && i < style->n_languages; i++)
        if (strlen(style->languages[i]) == length &&
            g_ascii_strncasecmp(style->languages[i], language, length) == 0)
            which = i;
    return style->blocks[(size_t)role * (style->n_languages + 1) + which];
}

const char *
dg_style_folder(const DgStyle *style)
{
    return style->folder;
}

const char *const *
dg_style_families(const DgStyle *style)
{
    return style->families;
}
