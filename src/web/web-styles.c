/* web-styles.c - the style sheets of the site: that of the style, of another style that it builds on, of the reader's
 * scripts, and the house's own. A sheet may be divided: `@import "NAME.css";` at its head stands for a file beside it,
 * `@import "../STYLE/web.css";` for the sheet of another style. Browsers get them joined. */
#include "web-internal.h"

#include <glib.h>
#include <string.h>

typedef enum { BASE, OWN, HOUSE, N_LAYERS } Layer; /* in the order of the cascade */

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

/* ---- packing ---- */

/* Behind the string that begins at `text`. */
static const char *
string_end(const char *text)
{
    const char *s = text + 1;
    for (; *s && *s != *text; s++)
        if (*s == '\\' && s[1])
            s++;
    return *s ? s + 1 : s;
}

/* Without comments and the white space that says nothing: a quarter of a sheet. */
static void
append_packed(GString *out, const char *css)
{
    bool apart = false; /* there was white space or a comment */
    for (const char *s = css; *s;) {
        const char *comment_end = g_str_has_prefix(s, "/*") ? strstr(s + 2, "*/") : NULL;
        if (comment_end || strchr(" \t\r\n", *s)) {
            s = comment_end ? comment_end + strlen("*/") : s + 1;
            apart = true;
            continue;
        }
        if (apart && out->len && !strchr("{};,:", out->str[out->len - 1]) && !strchr("{}", *s))
            g_string_append_c(out, ' ');
        apart = false;
        const char *end = *s == '"' || *s == '\'' ? string_end(s) : s + 1;
        g_string_append_len(out, s, end - s);
        s = end;
    }
    g_string_append_c(out, '\n');
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

/* Of the faces of a style and of that which it builds on only its own are wanted. */
static void
drop_base_faces(Cascade *cascade)
{
    bool named = false;
    for (size_t i = 0; i < cascade->n; i++)
        named = named || (cascade->layers[i] == OWN &&
                          strstr((const char *)cascade->sheets[i].bytes.data, faces_property));
    for (size_t i = 0; named && i < cascade->n; i++) {
        char *text = (char *)cascade->sheets[i].bytes.data; /* a copy, see read_sheet */
        while (cascade->layers[i] == BASE && (text = strstr(text, faces_property)))
            text[strlen(faces_property) - 2] = 'd'; /* another name of the same length */
    }
}

static bool
add_style(Site *site, const char *stem, DgBytes sheet)
{
    const char *address = asset_write(site, stem, "css", sheet);
    if (address)
        DG_APPEND(site->arena, site->styles, site->n_styles, address);
    return address != NULL;
}

/* What the reader's scripts show looks the same in every style that does not say otherwise. */
static bool
add_reader_style(Site *site)
{
    static const char name[] = "styles/reader.css";
    DgBytes sheet = dg_file_read(site->arena, site->diags,
                                 dg_path_join(site->arena, site->options.data_folder, name), name);
    if (!sheet.data)
        return false;
    g_autoptr(GString) text = g_string_new(NULL);
    append_packed(text, (const char *)sheet.data);
    return add_style(site, "reader", (DgBytes){(const uint8_t *)text->str, text->len});
}

static bool
add_layer(const Cascade *cascade, Layer layer)
{
    static const char *const stems[N_LAYERS] = {"base", "web", "house"};
    g_autoptr(GString) text = g_string_new(NULL);
    for (size_t i = 0; i < cascade->n; i++)
        if (cascade->layers[i] == layer)
            append_packed(text, (const char *)cascade->sheets[i].bytes.data);
    return text->len == 0 ||
           add_style(cascade->site, stems[layer], (DgBytes){(const uint8_t *)text->str, text->len});
}

bool
styles_write(Site *site)
{
    static const char house[] = "style/web.css";
    Cascade cascade = {.site = site};
    if (!read_own(&cascade))
        return false;
    drop_base_faces(&cascade);
    read_sheet(&cascade, dg_path_join(site->arena, site->volume->folder, house), house, HOUSE, 0);
    if (!faces_write(site, cascade.sheets, cascade.n) || !add_reader_style(site))
        return false;
    for (int layer = 0; layer < N_LAYERS; layer++)
        if (!add_layer(&cascade, (Layer)layer))
            return false;
    return true;
}
