/* web-assets.c - what pages need beside their text: scripts, pictures, PDF, the house's own files. */
#include "web-internal.h"

#include <glib.h>
#include <glib/gstdio.h>
#include <string.h>

static char *
in_site(const Site *site, const char *name)
{
    return dg_path_join(site->arena, site->folder, name);
}

/* A name changes with the content, so that browsers may keep it for ever. */
const char *
hashed_write(Site *site, const char *folder, const char *stem, const char *ending, DgBytes bytes)
{
    g_autofree char *hash = g_compute_checksum_for_data(G_CHECKSUM_SHA256, bytes.data, bytes.size);
    const char *address = dg_arena_printf(site->arena, "%s/%s.%.8s.%s", folder, stem, hash, ending);
    return dg_file_write(site->diags, in_site(site, address), bytes.data, bytes.size) ? address
                                                                                      : NULL;
}

const char *
asset_write(Site *site, const char *stem, const char *ending, DgBytes bytes)
{
    return hashed_write(site, "assets", stem, ending, bytes);
}

static DgBytes
read_if_there(Site *site, const char *path)
{
    return dg_file_exists(path) ? dg_file_read(site->arena, site->diags, path, path) : (DgBytes){0};
}

static bool
pictures_write(Site *site)
{
    const DgHtmlPicture **used;
    size_t n = dg_html_pictures_used(site->pictures, site->arena, &used);
    for (size_t i = 0; i < n; i++)
        if (!dg_file_write(site->diags, in_site(site, used[i]->address), used[i]->bytes.data,
                           used[i]->bytes.size))
            return false;
    return true;
}

bool
assets_write(Site *site)
{
    return styles_write(site) && pictures_write(site);
}

/* Without indents and lines that are comments: these are for whoever reads the source. No script may have a line
 * inside a string that looks like one. */
static void
append_script(GByteArray *script, DgBytes part)
{
    const char *end = (const char *)part.data + part.size;
    for (const char *line = (const char *)part.data; line < end;) {
        while (line < end && *line == ' ')
            line++;
        const char *next = memchr(line, '\n', (size_t)(end - line));
        next = next ? next + 1 : end;
        if (end - line < 2 || memcmp(line, "//", 2) != 0)
            g_byte_array_append(script, (const uint8_t *)line, (guint)(next - line));
        line = next;
    }
}

const char *
own_script_write(Site *site, const char *stem, const char *const *parts)
{
    g_autoptr(GByteArray) script = g_byte_array_new();
    for (; *parts; parts++) {
        const char *name = dg_arena_printf(site->arena, "styles/%s.js", *parts);
        const char *path = dg_path_join(site->arena, site->options.data_folder, name);
        DgBytes part = dg_file_read(site->arena, site->diags, path, name);
        if (!part.data)
            return NULL;
        append_script(script, part);
    }
    const char *address = asset_write(site, stem, "js", (DgBytes){script->data, script->len}),
               *text = dg_arena_strndup(site->arena, (const char *)script->data, script->len);
    if (address)
        DG_APPEND(site->arena, site->scripts, site->n_scripts, ((Script){address, text}));
    return address;
}

bool
icon_write(Site *site)
{
    static const char name[] = "styles/icon.svg";
    const char *path = dg_path_join(site->arena, site->options.data_folder, name);
    DgBytes icon = dg_file_read(site->arena, site->diags, path, name);
    site->icon = icon.data ? asset_write(site, "icon", "svg", icon) : NULL;
    return site->icon != NULL;
}

/* A folder that is uploaded holds all it links to. */
bool
pdf_copy(Site *site)
{
    if (!site->options.pdf)
        return true;
    DgBytes pdf = read_if_there(site, in_site(site, site->options.pdf));
    if (!pdf.data)
        return true;
    site->pdf = dg_arena_printf(site->arena, "%s.pdf", safe_name(site->arena, site->volume->id));
    return dg_file_write(site->diags, in_site(site, site->pdf), pdf.data, pdf.size);
}

/* Links are not followed: they may lead out of the volume. */
static bool
folder_copy(Site *site, const char *from, const char *to, int depth)
{
    enum { DEEPEST = 32 };
    g_autoptr(GDir) dir = g_dir_open(from, 0, NULL);
    bool copied = true;
    for (const char *name; copied && dir && (name = g_dir_read_name(dir));) {
        GStatBuf status;
        const char *source = dg_path_join(site->arena, from, name),
                   *target = dg_path_join(site->arena, to, name);
        if (g_lstat(source, &status) != 0)
            continue;
        if (S_ISDIR(status.st_mode) && depth < DEEPEST)
            copied = folder_copy(site, source, target, depth + 1);
        if (!S_ISREG(status.st_mode))
            continue;
        DgBytes bytes = dg_file_read(site->arena, site->diags, source, source);
        copied = bytes.data && dg_file_write(site->diags, target, bytes.data, bytes.size);
    }
    return copied;
}

bool
house_files_copy(Site *site)
{
    return folder_copy(site, dg_path_join(site->arena, site->volume->folder, "web"), site->folder,
                       0);
}
