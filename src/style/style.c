/* style.c - reads the style sheets of a volume and answers for every role and language. */
#include "style-internal.h"

#include "diglot/files.h"

#include <glib.h>
#include <string.h>

struct DgStyle {
    const char *folder;
    DgPageStyle *page;
    MarginRules *margins;
    const char **languages; /* primary subtags named in :lang(); styles of others are at index n */
    size_t n_languages;
    DgBlockStyle **blocks; /* [role * (n_languages + 1) + language] */
    const char **families;
    DgPos *family_places; /* one for each, and one for the end */
};

static void
note_string(DgArena *arena, const char ***list, size_t *n, const char *string)
{
    for (size_t i = 0; i < *n; i++)
        if (strcmp((*list)[i], string) == 0)
            return;
    DG_APPEND(arena, *list, *n, string);
}

/* Nowhere for a family that no sheet names. */
static DgPos
first_mention(DgArena *arena, const Declarations *declarations, const char *family)
{
    for (size_t i = 0; i < declarations->n; i++) {
        const char *rest = declarations->list[i].value;
        if (strcmp(declarations->list[i].property, "font-family") != 0)
            continue;
        for (const char *name; (name = family_next(arena, &rest));)
            if (strcmp(name, family) == 0)
                return declarations->list[i].pos;
    }
    return DG_NOWHERE;
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
    style->family_places = DG_NEW_ARRAY(arena, DgPos, n_families);
    for (size_t i = 0; i + 1 < n_families; i++)
        style->family_places[i] = first_mention(arena, declarations, style->families[i]);
    style->page = cascade_page(arena, diags, declarations);
    style->margins = margin_rules_make(arena, diags, declarations);
}

static int
compare_names(gconstpointer a, gconstpointer b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

/* "forum, plain"; NULL when there are none. */
static char *
list_styles(DgArena *arena, const char *styles)
{
    g_autoptr(GDir) dir = g_dir_open(styles, 0, NULL);
    g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
    for (const char *name; dir && (name = g_dir_read_name(dir));) {
        g_autofree char *sheet = g_build_filename(styles, name, "print.css", NULL);
        if (dg_file_exists(sheet))
            g_ptr_array_add(names, g_strdup(name));
    }
    if (names->len == 0)
        return NULL;
    g_ptr_array_sort(names, compare_names);
    g_ptr_array_add(names, NULL);
    g_autofree char *list = g_strjoinv(", ", (char **)names->pdata);
    return dg_arena_strdup(arena, list);
}

DgStyle *
dg_style_read(DgArena *arena, DgDiags *diags, const char *data_folder, const char *name, DgPos pos,
              const char *volume_folder)
{
    DgStyle *style = DG_NEW(arena, DgStyle);
    Declarations declarations = {0};
    bool is_path = strchr(name, '/') != NULL;
    char *styles = dg_path_join(arena, data_folder, "styles");
    style->folder = is_path ? dg_arena_strdup(arena, name) : dg_path_join(arena, styles, name);
    char *sheet = dg_path_join(arena, style->folder, "print.css");
    char *shown =
        dg_path_join(arena, is_path ? name : dg_path_join(arena, "styles", name), "print.css");
    if (!dg_file_exists(sheet)) {
        dg_diag(diags, DG_STYLE_MISSING, pos, name, shown,
                is_path ? NULL : list_styles(arena, styles), NULL);
        return NULL;
    }
    sheet_read_initial(arena, diags, &declarations);
    if (!sheet_read(arena, diags, sheet, shown, &declarations))
        return NULL;
    char *own = dg_path_join(arena, volume_folder, "style/print.css");
    if (dg_file_exists(own))
        sheet_read(arena, diags, own, "style/print.css", &declarations);
    compute(arena, diags, &declarations, style);
    return style;
}

const DgPageStyle *
dg_style_page(const DgStyle *style)
{
    return style->page;
}

const DgMarginBox *
dg_style_margin_box(const DgStyle *style, const char *kind, bool first, bool verso,
                    DgBoxPlace place)
{
    return margin_rules_find(style->margins, kind, first, verso, place);
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

const DgPos *
dg_style_family_places(const DgStyle *style)
{
    return style->family_places;
}
