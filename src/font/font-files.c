/* font-files.c - find the files of the families that a style names.
 * Fontconfig reads the names inside font files, and keeps them for whole folders in the system's cache.
 * That cache is read where it is valid; nothing is ever written, no configuration of the machine
 * counts, and no family stands in for another. */
#include "font-internal.h"

#include <fontconfig/fontconfig.h>
#include <glib.h>
#include <string.h>

enum { MAX_DEPTH = 12 }; /* of folders: symbolic links may form circles */

typedef struct {
    DgArena *arena;
    FcConfig *config;
    const char *const *families;
    DgFontFile *files;
    size_t n;
} Search;

/* The family of the style's list that a face belongs to, or NULL. */
static const char *
wanted_family(const Search *search, FcPattern *pattern)
{
    FcChar8 *name = NULL;
    for (int i = 0; FcPatternGetString(pattern, FC_FAMILY, i, &name) == FcResultMatch; i++)
        for (const char *const *family = search->families; *family; family++)
            if (FcStrCmpIgnoreCase(name, (const FcChar8 *)*family) == 0)
                return *family;
    return NULL;
}

static bool
is_known(const Search *search, const DgFontFile *file)
{
    for (size_t i = 0; i < search->n; i++) {
        const DgFontFile *other = &search->files[i];
        if (other->family == file->family && other->weight == file->weight &&
            other->width == file->width && other->italic == file->italic)
            return true;
    }
    return false;
}

static int
number_of(FcPattern *pattern, const char *object, int otherwise)
{
    double number = 0; /* an integer is given as a double, too */
    return FcPatternGetDouble(pattern, object, 0, &number) == FcResultMatch ? (int)(number + 0.5)
                                                                            : otherwise;
}

/* Of a variable font the instances that it names are faces like others; what lies between them has no name. */
static bool
is_plain(FcPattern *pattern)
{
    FcBool variable = FcFalse;
    FcPatternGetBool(pattern, FC_VARIABLE, 0, &variable);
    return !variable;
}

static void
add_pattern(Search *search, FcPattern *pattern)
{
    FcChar8 *path = NULL;
    const char *family = wanted_family(search, pattern);
    if (!family || !is_plain(pattern) ||
        FcPatternGetString(pattern, FC_FILE, 0, &path) != FcResultMatch)
        return;
    DgFontFile file = {
        .family = family,
        .index = number_of(pattern, FC_INDEX, 0),
        .weight = FcWeightToOpenType(number_of(pattern, FC_WEIGHT, FC_WEIGHT_REGULAR)),
        .width = number_of(pattern, FC_WIDTH, FC_WIDTH_NORMAL),
        .italic = number_of(pattern, FC_SLANT, FC_SLANT_ROMAN) != FC_SLANT_ROMAN,
    };
    if (is_known(search, &file))
        return;
    FcChar8 *name = FcStrCopyFilename(path); /* as Fontconfig and Pango will call it */
    file.file = dg_arena_strdup(search->arena, (const char *)name);
    FcStrFree(name);
    DG_APPEND(search->arena, search->files, search->n, file);
}

static int
compare_patterns(const void *a, const void *b)
{
    FcPattern *const *x = a, *const *y = b;
    FcChar8 *file_x = NULL, *file_y = NULL;
    FcPatternGetString(*x, FC_FILE, 0, &file_x);
    FcPatternGetString(*y, FC_FILE, 0, &file_y);
    int order = g_strcmp0((const char *)file_x, (const char *)file_y);
    return order ? order : number_of(*x, FC_INDEX, 0) - number_of(*y, FC_INDEX, 0);
}

/* A folder's patterns come in the order of the file system; ours is that of the names. */
static void
add_patterns(Search *search, FcFontSet *patterns)
{
    if (patterns->nfont > 1)
        qsort(patterns->fonts, (size_t)patterns->nfont, sizeof(FcPattern *), compare_patterns);
    for (int i = 0; i < patterns->nfont; i++)
        add_pattern(search, patterns->fonts[i]);
}

static bool
is_font_name(const char *name)
{
    static const char *const endings[] = {".ttf", ".otf", ".ttc", ".otc"};
    for (size_t i = 0; i < G_N_ELEMENTS(endings); i++) {
        size_t n = strlen(name), m = strlen(endings[i]);
        if (n > m && g_ascii_strcasecmp(name + n - m, endings[i]) == 0)
            return true;
    }
    return false;
}

static int
compare_names(const void *a, const void *b)
{
    const char *const *x = a, *const *y = b;
    return strcmp(*x, *y);
}

static void search_folder(Search *search, const char *folder, int depth);

/* Reads the fonts one by one where no valid cache describes the folder. */
static void
search_uncached(Search *search, const char *folder, int depth)
{
    g_autoptr(GDir) entries = g_dir_open(folder, 0, NULL);
    g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
    for (const char *name; entries && (name = g_dir_read_name(entries));)
        g_ptr_array_add(names, g_build_filename(folder, name, NULL));
    g_ptr_array_sort(names, compare_names);
    FcFontSet *patterns = FcFontSetCreate();
    for (guint i = 0; i < names->len; i++) {
        int count = 0;
        const char *path = names->pdata[i];
        if (is_font_name(path) && g_file_test(path, G_FILE_TEST_IS_REGULAR))
            FcFreeTypeQueryAll((const FcChar8 *)path, (unsigned)-1, NULL, &count, patterns);
    }
    add_patterns(search, patterns);
    FcFontSetDestroy(patterns);
    for (guint i = 0; i < names->len; i++)
        if (g_file_test(names->pdata[i], G_FILE_TEST_IS_DIR))
            search_folder(search, names->pdata[i], depth + 1);
}

static void
search_cached(Search *search, FcCache *cache, int depth)
{
    FcFontSet *patterns = FcCacheCopySet(cache);
    add_patterns(search, patterns);
    FcFontSetDestroy(patterns);
    for (int i = 0; i < FcCacheNumSubdir(cache); i++)
        search_folder(search, (const char *)FcCacheSubdir(cache, i), depth + 1);
}

static void
search_folder(Search *search, const char *folder, int depth)
{
    if (depth > MAX_DEPTH || !g_file_test(folder, G_FILE_TEST_IS_DIR))
        return;
    FcCache *cache = FcDirCacheLoad((const FcChar8 *)folder, search->config, NULL);
    if (!cache) {
        search_uncached(search, folder, depth);
        return;
    }
    search_cached(search, cache, depth);
    FcDirCacheUnload(cache);
}

/* Where Debian's fontconfig keeps its caches; read only. */
static FcConfig *
cache_configuration(void)
{
    static const char text[] =
        "<fontconfig><cachedir>/var/cache/fontconfig</cachedir></fontconfig>";
    FcConfig *config = FcConfigCreate();
    FcConfigParseAndLoadFromMemory(config, (const FcChar8 *)text, FcFalse);
    return config;
}

DgFontFile *
dg_font_files_find(DgArena *arena, const char *const *roots, const char *const *families, size_t *n)
{
    Search search = {.arena = arena, .config = cache_configuration(), .families = families};
    for (const char *const *root = roots; *root; root++)
        search_folder(&search, *root, 0);
    FcConfigDestroy(search.config);
    *n = search.n;
    return search.files;
}
