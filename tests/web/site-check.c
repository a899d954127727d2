/* site-check.c - reads a site back and judges it. */
#include "site-check-internal.h"

#include <glib.h>
#include <glib/gstdio.h>
#include <stdbool.h>
#include <string.h>

unsigned
text_count(const char *text, const char *part)
{
    unsigned n = 0;
    for (const char *s = text; (s = strstr(s, part)); s++)
        n++;
    return n;
}

char *
site_read(const char *folder, const char *name)
{
    g_autofree char *path = g_build_filename(folder, name, NULL);
    char *text = NULL;
    if (!g_file_get_contents(path, &text, NULL, NULL))
        g_error("no file %s", path);
    return text;
}

/* Names of the files below a folder, sorted. */
static GPtrArray *
files_below(const char *folder, const char *prefix, GPtrArray *names)
{
    g_autofree char *path = g_build_filename(folder, prefix, NULL);
    g_autoptr(GDir) dir = g_dir_open(path, 0, NULL);
    for (const char *name; dir && (name = g_dir_read_name(dir));) {
        g_autofree char *inner = g_build_filename(prefix, name, NULL);
        g_autofree char *full = g_build_filename(folder, inner, NULL);
        if (g_file_test(full, G_FILE_TEST_IS_DIR))
            files_below(folder, inner, names);
        else
            g_ptr_array_add(names, g_strdup(inner));
    }
    return names;
}

static int
compare(gconstpointer a, gconstpointer b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static GPtrArray *
all_files(const char *folder)
{
    GPtrArray *names = files_below(folder, "", g_ptr_array_new_with_free_func(g_free));
    g_ptr_array_sort(names, compare);
    return names;
}

char *
site_sum(const char *folder)
{
    g_autoptr(GPtrArray) names = all_files(folder);
    GString *sum = g_string_new(NULL);
    for (guint i = 0; i < names->len; i++) {
        g_autofree char *path = g_build_filename(folder, names->pdata[i], NULL), *bytes = NULL;
        gsize size = 0;
        g_assert_true(g_file_get_contents(path, &bytes, &size, NULL));
        g_autofree char *hash =
            g_compute_checksum_for_data(G_CHECKSUM_SHA256, (const guchar *)bytes, size);
        g_string_append_printf(sum, "%s %s\n", (char *)names->pdata[i], hash);
    }
    return g_string_free(sum, FALSE);
}

void
site_remove(const char *folder)
{
    g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
    for (const char *name; dir && (name = g_dir_read_name(dir));) {
        g_autofree char *path = g_build_filename(folder, name, NULL);
        if (g_file_test(path, G_FILE_TEST_IS_DIR) && !g_file_test(path, G_FILE_TEST_IS_SYMLINK))
            site_remove(path);
        g_remove(path);
    }
    g_remove(folder);
}

/* `id="..."` and the like; the values are escaped, so that a quotation mark ends them. */
static char *
attribute(const char *tag, const char *name)
{
    g_autofree char *start = g_strdup_printf(" %s=\"", name);
    const char *value = strstr(tag, start);
    if (!value)
        return NULL;
    value += strlen(start);
    g_autofree char *escaped = g_strndup(value, strcspn(value, "\""));
    g_auto(GStrv) parts = g_strsplit(escaped, "&amp;", -1);
    return g_strjoinv("&", parts);
}

static void
judge_link(const char *folder, const char *page, const char *link)
{
    if (g_str_has_prefix(link, "http://") || g_str_has_prefix(link, "https://") ||
        g_str_has_prefix(link, "mailto:"))
        return;
    g_assert_cmpint(link[0], !=, '/');
    g_auto(GStrv) parts = g_strsplit(link, "#", 2);
    const char *file = *parts[0] ? parts[0] : page;
    g_autofree char *path = g_build_filename(folder, file, NULL);
    if (!g_file_test(path, G_FILE_TEST_IS_REGULAR))
        g_error("%s: the link %s leads nowhere", page, link);
    if (!parts[1])
        return;
    g_autofree char *text = site_read(folder, file), *id = g_uri_unescape_string(parts[1], NULL),
                    *wanted = g_strdup_printf(" id=\"%s\"", id);
    if (!strstr(text, wanted))
        g_error("%s: nothing in %s is called %s", page, file, id);
}

typedef struct {
    const char *folder, *page;
    GHashTable *ids;
    int level, first_headings;
} Judge;

static void
judge_tag(Judge *judge, const char *tag)
{
    g_autofree char *id = attribute(tag, "id"), *href = attribute(tag, "href"),
                    *src = attribute(tag, "src");
    if (id && !g_hash_table_add(judge->ids, g_strdup(id)))
        g_error("%s: the id %s stands twice", judge->page, id);
    if (href)
        judge_link(judge->folder, judge->page, href);
    if (src)
        judge_link(judge->folder, judge->page, src);
    if (tag[1] == 'h' && tag[2] >= '1' && tag[2] <= '6') {
        int level = tag[2] - '0';
        g_assert_cmpint(level, <=, judge->level + 1);
        judge->level = level;
        judge->first_headings += level == 1;
    }
    g_assert_null(strstr(tag, " style="));
    g_assert_null(strstr(tag, " onclick"));
    g_assert_false(g_str_has_prefix(tag, "<style"));
    /* what a browser would run comes from a file; data may stand in the page */
    g_assert_true(!g_str_has_prefix(tag, "<script") || src ||
                  strcmp(tag, "<script type=\"application/ld+json\"") == 0);
}

static void
judge_page(const char *folder, const char *page)
{
    g_autofree char *text = site_read(folder, page);
    g_autoptr(GHashTable) ids = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    Judge judge = {.folder = folder, .page = page, .ids = ids};
    g_assert_true(g_utf8_validate(text, -1, NULL));
    g_assert_true(g_str_has_prefix(text, "<!DOCTYPE html>\n<html lang=\""));
    g_assert_nonnull(strstr(text, "Content-Security-Policy"));
    g_assert_cmpuint(text_count(text, "<main "), ==, 1);
    for (const char *s = text; (s = strchr(s, '<')); s++) {
        g_autofree char *tag = g_strndup(s, strcspn(s, ">"));
        judge_tag(&judge, tag);
    }
    g_assert_cmpint(judge.first_headings, ==, 1);
}

int
site_check(const char *folder)
{
    g_autoptr(GPtrArray) names = all_files(folder);
    int pages = 0;
    for (guint i = 0; i < names->len; i++)
        if (g_str_has_suffix(names->pdata[i], ".html")) {
            judge_page(folder, names->pdata[i]);
            pages++;
        }
    return pages;
}
