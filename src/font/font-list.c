/* font-list.c - which Debian package holds a family: fonts/fonts.list, columns parted by tabs. */
#include "font-internal.h"

#include <glib.h>
#include <string.h>

char *
dg_font_package(DgArena *arena, const char *data_folder, const char *family)
{
    g_autofree char *path =
        g_build_filename(data_folder ? data_folder : ".", "fonts", "fonts.list", NULL);
    g_autofree char *text = NULL;
    if (!g_file_get_contents(path, &text, NULL, NULL))
        return NULL;
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    for (char **line = lines; *line; line++) {
        g_auto(GStrv) columns = g_strsplit(*line, "\t", -1);
        if (g_strv_length(columns) == 4 && g_ascii_strcasecmp(columns[0], family) == 0)
            return dg_arena_strdup(arena, g_strstrip(columns[3]));
    }
    return NULL;
}
