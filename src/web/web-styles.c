/* web-styles.c - the style sheets of the site: that of the style, of another style that it builds on, of the reader's
 * scripts, and the house's own. A sheet may be divided: `@import "NAME.css";` at its head stands for a file beside it,
 * `@import "../STYLE/web.css";` for the sheet of another style. Browsers get them joined, each kind of page the rules that
 * it can use. */
#include "web-internal.h"

#include <glib.h>
#include <string.h>

typedef enum { TOOLS, READER, BASE, OWN, HOUSE, N_LAYERS } Layer; /* in the order of the cascade */

typedef struct {
    Site *site;
    StyleSheet *sheets;
    Layer *layers; /* what each of them is joined to */
    size_t n;
} Cascade;

static const char faces_property[] = "--dg-faces:";

/* A path below the data folder is named from there. */
static const char *
shown_path(const Site *site, const char *path)
{
    size_t n = strlen(site->options.data_folder);
    bool below = g_str_has_prefix(path, site->options.data_folder) && path[n] == '/';
    return below ? path + n + 1 : path;
}

static void
add_sheet(Cascade *cascade, StyleSheet sheet, Layer layer)
{
    size_t n = cascade->n;
    DG_APPEND(cascade->site->arena, cascade->sheets, cascade->n, sheet);
    DG_APPEND(cascade->site->arena, cascade->layers, n, layer);
}

/* ---- imports ---- */

/* Behind white space and comments. */
static char *
skip_blank(char *text)
{
    for (;;) {
        text += strspn(text, " \t\r\n");
        char *end = g_str_has_prefix(text, "/*") ? strstr(text + 2, "*/") : NULL;
        if (!end)
            return text;
        text = end + strlen("*/");
    }
}

/* What the import at the head of `text` names, "web-base.css", and its length; NULL for none. */
static const char *
imported(DgArena *arena, const char *text, size_t *length)
{
    static const char before[] = "@import \"", after[] = "\";";
    if (!g_str_has_prefix(text, before))
        return NULL;
    const char *name = text + strlen(before), *end = strstr(name, after);
    if (!end)
        return NULL;
    *length = (size_t)(end - text) + strlen(after);
    return dg_arena_strndup(arena, name, (size_t)(end - name));
}

static bool
is_plain_name(const char *name)
{
    size_t n = strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789-");
    return n > 0 && strcmp(name + n, ".css") == 0;
}

/* The style of "../STYLE/web.css"; NULL: it is another address. */
static const char *
style_named(DgArena *arena, const char *address)
{
    static const char before[] = "../", after[] = "/web.css";
    size_t n = strlen(address), around = strlen(before) + strlen(after);
    if (n <= around || !g_str_has_prefix(address, before) || !g_str_has_suffix(address, after))
        return NULL;
    const char *style = dg_arena_strndup(arena, address + strlen(before), n - around);
    return strchr(style, '/') || strchr(style, '.') ? NULL : style;
}

static bool read_sheet(Cascade *cascade, const char *path, const char *shown, Layer layer,
                       int depth);

static void
read_style(Cascade *cascade, const char *style, int depth)
{
    DgArena *arena = cascade->site->arena;
    const char *shown = dg_arena_printf(arena, "styles/%s/web.css", style);
    read_sheet(cascade, dg_path_join(arena, cascade->site->options.data_folder, shown), shown, BASE,
               depth);
}

static void
read_beside(Cascade *cascade, const char *path, const char *shown, const char *name, Layer layer,
            int depth)
{
    DgArena *arena = cascade->site->arena;
    g_autofree char *folder = g_path_get_dirname(path), *shown_folder = g_path_get_dirname(shown);
    read_sheet(cascade, dg_path_join(arena, folder, name), dg_path_join(arena, shown_folder, name),
               layer, depth);
}

/* The imports at the head of `text` are read and blanked: its other lines keep their numbers. */
static void
take_imports(Cascade *cascade, char *text, const char *path, const char *shown, Layer layer,
             int depth)
{
    enum { DEEPEST = 4 };
    DgArena *arena = cascade->site->arena;
    size_t length = 0;
    for (char *at = skip_blank(text);; at = skip_blank(at)) {
        const char *name = depth < DEEPEST ? imported(arena, at, &length) : NULL,
                   *style = name && layer != HOUSE ? style_named(arena, name) : NULL;
        if (!name || !(style || is_plain_name(name)))
            return;
        memset(at, ' ', length);
        if (style)
            read_style(cascade, style, depth + 1);
        else
            read_beside(cascade, path, shown, name, layer, depth + 1);
    }
}

/* The files that it imports come before it. False when it is not there. */
static bool
read_sheet(Cascade *cascade, const char *path, const char *shown, Layer layer, int depth)
{
    Site *site = cascade->site;
    DgBytes bytes =
        dg_file_exists(path) ? dg_file_read(site->arena, site->diags, path, shown) : (DgBytes){0};
    if (!bytes.data)
        return false;
    char *text = dg_arena_strdup(site->arena, (const char *)bytes.data);
    take_imports(cascade, text, path, shown, layer, depth);
    add_sheet(cascade, (StyleSheet){{(const uint8_t *)text, strlen(text)}, shown}, layer);
    return true;
}

/* ---- the cascade ---- */

/* A style without a sheet for the web takes that of the forum. */
static bool
read_own(Cascade *cascade)
{
    static const char forum[] = "styles/forum/web.css";
    const Site *site = cascade->site;
    const char *folder = site->options.style_folder;
    const char *path = folder ? dg_path_join(site->arena, folder, "web.css") : NULL;
    if (path && dg_file_exists(path))
        return read_sheet(cascade, path, shown_path(site, path), OWN, 0);
    path = dg_path_join(site->arena, site->options.data_folder, forum);
    if (read_sheet(cascade, path, forum, OWN, 0))
        return true;
    dg_file_read(site->arena, site->diags, path, forum); /* says what is wrong */
    return false;
}

/* The property is ours alone, and browsers need not have it. */
static void
blank_faces(const StyleSheet *sheet)
{
    char *text = (char *)sheet->bytes.data; /* a copy, see read_sheet */
    while ((text = strstr(text, faces_property))) {
        size_t n = strcspn(text, ";}");
        memset(text, ' ', n + (text[n] == ';'));
    }
}

/* Of the faces of a style and of that which it builds on only its own are wanted. */
static void
drop_base_faces(const Cascade *cascade)
{
    bool named = false;
    for (size_t i = 0; i < cascade->n; i++)
        named = named || (cascade->layers[i] == OWN &&
                          strstr((const char *)cascade->sheets[i].bytes.data, faces_property));
    for (size_t i = 0; named && i < cascade->n; i++)
        if (cascade->layers[i] == BASE)
            blank_faces(&cascade->sheets[i]);
}

/* What the reader's scripts show looks the same in every style that does not say otherwise. */
static bool
read_reader_styles(Cascade *cascade)
{
    static const char *const names[] = {
        [TOOLS] = "styles/reader-tools.css", [READER] = "styles/reader.css"};
    Site *site = cascade->site;
    for (int layer = TOOLS; layer <= READER; layer++) {
        const char *path = dg_path_join(site->arena, site->options.data_folder, names[layer]);
        if (read_sheet(cascade, path, names[layer], (Layer)layer, 0))
            continue;
        dg_file_read(site->arena, site->diags, path, names[layer]); /* says what is wrong */
        return false;
    }
    return true;
}

static const char *
join_layer(const Cascade *cascade, Layer layer)
{
    g_autoptr(GString) text = g_string_new(NULL);
    for (size_t i = 0; i < cascade->n; i++)
        if (cascade->layers[i] == layer)
            g_string_append_printf(text, "%s\n", (const char *)cascade->sheets[i].bytes.data);
    return css_packed(cascade->site->arena, text->str);
}

/* ---- looks ---- */

static size_t
look_of(Site *site, const Page *page)
{
    size_t i = 0;
    while (i < site->n_looks &&
           (site->looks[i].both != page->both || strcmp(site->looks[i].class, page->class) != 0))
        i++;
    if (i == site->n_looks)
        DG_APPEND(site->arena, site->looks, site->n_looks,
                  ((Look){.class = page->class, .both = page->both}));
    return i;
}

static bool
is_among(const char *const *addresses, const char *address)
{
    while (addresses && *addresses && strcmp(*addresses, address) != 0)
        addresses++;
    return addresses && *addresses;
}

/* What all pages of a look share: scripts, and what they put there. */
static void
add_common(Names *names, const Site *site, const Page *page)
{
    if (page->parts)
        names_add_page(names, page->parts->html);
    for (size_t i = 0; i < site->n_scripts; i++)
        if (is_among(site->reader_scripts, site->scripts[i].address) ||
            is_among(page->scripts, site->scripts[i].address))
            names_add_script(names, site->scripts[i].text);
}

static Names *
names_in(const Site *site, size_t look)
{
    Names *names = names_new();
    bool common = false;
    for (size_t i = 0; i < site->n_pages; i++) {
        const Page *page = &site->pages[i];
        if (page->look != look)
            continue;
        names_add_page(names, page->start);
        names_add_page(names, page->rest);
        if (!common)
            add_common(names, site, page);
        common = true;
    }
    return names;
}

static bool
write_look(Site *site, size_t at, const char *const layers[N_LAYERS])
{
    static const char *const stems[N_LAYERS] = {"tools", "reader", "base", "web", "house"};
    Look *look = &site->looks[at];
    Names *names = names_in(site, at);
    bool written = true;
    for (int layer = 0; written && layer < N_LAYERS; layer++) {
        const char *css = css_used(site->arena, layers[layer], names);
        if (!*css)
            continue;
        const char *address =
            asset_write(site, stems[layer], "css", (DgBytes){(const uint8_t *)css, strlen(css)});
        written = address != NULL;
        if (layer == TOOLS)
            look->tools = address;
        else if (address)
            DG_APPEND(site->arena, look->styles, look->n_styles, address);
    }
    names_free(names);
    return written;
}

static bool
write_looks(Site *site, const Cascade *cascade, const char *faces)
{
    const char *layers[N_LAYERS];
    for (size_t i = 0; i < cascade->n; i++)
        blank_faces(&cascade->sheets[i]);
    for (int layer = 0; layer < N_LAYERS; layer++)
        layers[layer] = join_layer(cascade, (Layer)layer);
    for (size_t i = 0; i < site->n_pages; i++)
        site->pages[i].look = look_of(site, &site->pages[i]);
    bool written = true;
    for (size_t i = 0; written && i < site->n_looks; i++) {
        if (faces)
            DG_APPEND(site->arena, site->looks[i].styles, site->looks[i].n_styles, faces);
        written = write_look(site, i, layers);
    }
    return written;
}

bool
styles_write(Site *site)
{
    static const char house[] = "style/web.css";
    Cascade cascade = {.site = site};
    const char *faces = NULL;
    if (!read_reader_styles(&cascade) || !read_own(&cascade))
        return false;
    drop_base_faces(&cascade);
    read_sheet(&cascade, dg_path_join(site->arena, site->volume->folder, house), house, HOUSE, 0);
    return faces_write(site, cascade.sheets, cascade.n, &faces) &&
           write_looks(site, &cascade, faces);
}
