/* hyphens.c - finds and loads the hyphenation dictionaries that the system's packages install. */
#include "hyphens-internal.h"

#include "diglot/files.h"

#include <glib.h>
#include <string.h>

struct DgHyphens {
    GPtrArray *dictionaries; /* of Dictionary */
};

static void
dictionary_free(gpointer data)
{
    Dictionary *dictionary = data;
    if (dictionary->dict)
        hnj_hyphen_free(dictionary->dict);
    g_free(dictionary);
}

DgHyphens *
dg_hyphens_new(void)
{
    DgHyphens *hyphens = g_new0(DgHyphens, 1);
    hyphens->dictionaries = g_ptr_array_new_with_free_func(dictionary_free);
    return hyphens;
}

void
dg_hyphens_free(DgHyphens *hyphens)
{
    if (!hyphens)
        return;
    g_ptr_array_unref(hyphens->dictionaries);
    g_free(hyphens);
}

/* "pt-BR" and "pt_br" give "pt-BR", "ru" gives "ru", "zh-Hant" gives "zh"; false for what is no tag.
 * Nothing of the text can so get into a file name but letters. */
static bool
reduce_tag(const char *language, char *tag)
{
    size_t n = 0;
    while (language && n < 3 && g_ascii_isalpha(language[n])) {
        tag[n] = g_ascii_tolower(language[n]);
        n++;
    }
    tag[n] = '\0';
    if (n < 2 || g_ascii_isalnum(language[n]))
        return false;
    const char *region = language + n;
    if ((*region == '-' || *region == '_') && g_ascii_isalpha(region[1]) &&
        g_ascii_isalpha(region[2]) && !g_ascii_isalnum(region[3])) {
        tag[n] = '-';
        tag[n + 1] = g_ascii_toupper(region[1]);
        tag[n + 2] = g_ascii_toupper(region[2]);
        tag[n + 3] = '\0';
    }
    return true;
}

static char *
existing(const char *folder, const char *language, const char *region)
{
    g_autofree char *name =
        g_strconcat("hyph_", language, *region ? "_" : "", region, ".dic", NULL);
    char *path = g_build_filename(folder, "hyphen", name, NULL);
    if (g_file_test(path, G_FILE_TEST_IS_REGULAR))
        return path;
    g_free(path);
    return NULL;
}

/* The first in the order of names of the dictionaries of that language for any region. */
static char *
any_region(const char *folder, const char *language)
{
    g_autofree char *path = g_build_filename(folder, "hyphen", NULL);
    g_autofree char *prefix = g_strdup_printf("hyph_%s_", language);
    DgArena *arena = dg_arena_new();
    char *found = NULL;
    for (const char **name = dg_folder_list(arena, path); *name && !found; name++)
        if (g_str_has_prefix(*name, prefix) && g_str_has_suffix(*name, ".dic"))
            found = g_build_filename(path, *name, NULL);
    dg_arena_free(arena);
    return found;
}

/* The dictionary of the region asked for, of the language's own, of its usual region, of any. */
static char *
find_file(const char *tag)
{
    g_auto(GStrv) parts = g_strsplit(tag, "-", 2);
    const char *language = parts[0];
    g_autofree char *usual = g_ascii_strup(strcmp(language, "en") == 0 ? "us" : language, -1);
    const char *regions[] = {parts[1] ? parts[1] : usual, "", usual};
    const char *const *folders = g_get_system_data_dirs();
    char *path = NULL;
    for (; *folders && !path; folders++) {
        for (size_t i = 0; i < G_N_ELEMENTS(regions) && !path; i++)
            path = existing(*folders, language, regions[i]);
        if (!path)
            path = any_region(*folders, language);
    }
    return path;
}

static HyphenDict *
load_file(const char *path)
{
    g_autofree char *text = NULL, *prepared = NULL;
    size_t length = 0;
    if (g_file_get_contents(path, &text, &length, NULL))
        prepared = patterns_prepare(text, length);
    FILE *file = prepared ? fmemopen(prepared, strlen(prepared), "r") : NULL;
    HyphenDict *dict = file ? hnj_hyphen_load_file(file) : NULL;
    if (file)
        fclose(file);
    return dict;
}

static Dictionary *
load(const char *tag)
{
    Dictionary *dictionary = g_new0(Dictionary, 1);
    g_strlcpy(dictionary->tag, tag, sizeof dictionary->tag);
    dictionary->language = language_of(tag);
    g_autofree char *path = find_file(tag);
    dictionary->dict = path ? load_file(path) : NULL;
    if (!dictionary->dict)
        return dictionary;
    /* Russian 2 and 2, English 2 and 3 (E15), others as their dictionary says, 2 and 3 if it does not. */
    int left = dictionary->dict->lhmin, right = dictionary->dict->rhmin;
    bool russian = dictionary->language == LANGUAGE_RUSSIAN;
    dictionary->left = MAX(left, 2);
    dictionary->right = MAX(right, dictionary->language == LANGUAGE_ENGLISH || right == 0 ? 3 : 2);
    if (russian)
        dictionary->left = dictionary->right = 2;
    return dictionary;
}

const Dictionary *
hyphens_dictionary(DgHyphens *hyphens, const char *language)
{
    static const Dictionary none = {0};
    char tag[8];
    if (!reduce_tag(language, tag))
        return &none;
    for (guint i = 0; i < hyphens->dictionaries->len; i++) {
        const Dictionary *dictionary = hyphens->dictionaries->pdata[i];
        if (strcmp(dictionary->tag, tag) == 0)
            return dictionary;
    }
    Dictionary *dictionary = load(tag);
    g_ptr_array_add(hyphens->dictionaries, dictionary);
    return dictionary;
}

bool
dg_hyphens_has(DgHyphens *hyphens, const char *language)
{
    return hyphens_dictionary(hyphens, language)->dict != NULL;
}
