/* test-typo-corpora.c - the typographic rules on paragraphs that nobody here wrote: no letter or digit
 * changes, a second pass finds nothing to do. How often each rule acted is printed. */
#include "diglot/lang.h"

#include <glib.h>
#include <string.h>

enum { WANTED = 200 }; /* paragraphs of each language, at least */

static char *
corpora_folder(void)
{
    const char *shared = g_getenv("DIGLOT_SHARED");
    return shared ? g_build_filename(shared, "corpora", "parallel-ru-en", NULL)
                  : g_build_filename(g_getenv("DIGLOT_DATA"), "..", "shared", "corpora",
                                     "parallel-ru-en", NULL);
}

static bool
is_text_of(const char *name, const char *language)
{
    g_autofree char *lines = g_strdup_printf("_%s.txt", language);
    g_autofree char *markdown = g_strdup_printf("osguide--%s--", language);
    return g_str_has_suffix(name, lines) || g_str_has_prefix(name, markdown);
}

/* A paragraph block for each line of some length, markup of the source included: it is only text here. */
static void
add_paragraphs(DgArena *arena, DgNode *body, const char *path, const char *name)
{
    g_autofree char *text = NULL;
    g_assert_true(g_file_get_contents(path, &text, NULL, NULL));
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    for (int i = 0; lines[i]; i++) {
        if (g_utf8_strlen(g_strstrip(lines[i]), -1) < 40)
            continue;
        DgPos pos = {dg_arena_strdup(arena, name), i + 1, 1};
        dg_node_append(body, dg_block_new(arena, DG_PARAGRAPH, DG_ROLE_P,
                                          dg_arena_strdup(arena, lines[i]), pos));
    }
}

static DgVolume *
volume_of(DgArena *arena, const char *language)
{
    g_autofree char *folder = corpora_folder();
    g_autoptr(GDir) directory = g_dir_open(folder, 0, NULL);
    if (!directory)
        return NULL;
    DgVolume *volume = DG_NEW(arena, DgVolume);
    DgItem *item = DG_NEW(arena, DgItem);
    volume->languages[DG_LEFT] = item->text[DG_LEFT].language = language;
    volume->n_items = 1;
    volume->items = DG_NEW_ARRAY(arena, DgItem *, 1);
    volume->items[0] = item;
    item->text[DG_LEFT].body = dg_node_new(arena, DG_BODY, DG_NOWHERE);
    g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
    for (const char *name; (name = g_dir_read_name(directory));)
        if (is_text_of(name, language))
            g_ptr_array_add(names, g_strdup(name));
    for (guint i = 0; i < names->len; i++) {
        g_autofree char *path = g_build_filename(folder, names->pdata[i], NULL);
        add_paragraphs(arena, item->text[DG_LEFT].body, path, names->pdata[i]);
    }
    return volume;
}

static char *
letters_and_digits(const char *text)
{
    GString *out = g_string_new(NULL);
    for (const char *s = text; *s; s = g_utf8_next_char(s))
        if (g_unichar_isalnum(g_utf8_get_char(s)))
            g_string_append_len(out, s, g_utf8_next_char(s) - s);
    return g_string_free(out, FALSE);
}

static GPtrArray *
words_of(DgVolume *volume)
{
    GPtrArray *words = g_ptr_array_new_with_free_func(g_free);
    for (DgNode *p = volume->items[0]->text[DG_LEFT].body->first; p; p = p->next)
        g_ptr_array_add(words, letters_and_digits(p->first->text));
    return words;
}

static void
print_counts(const DgTypoLog *log)
{
    g_autoptr(GPtrArray) rules = g_ptr_array_new();
    for (size_t i = 0; i < log->n; i++)
        g_ptr_array_add(rules, (gpointer)log->changes[i].rule);
    while (rules->len > 0) {
        const char *rule = rules->pdata[0];
        int count = 0;
        for (guint i = rules->len; i-- > 0;)
            if (strcmp(rules->pdata[i], rule) == 0) {
                g_ptr_array_remove_index_fast(rules, i);
                count++;
            }
        g_test_message("%s: %d changes", rule, count);
    }
}

static void
test_rules_on_real_text(gconstpointer data)
{
    const char *language = data;
    DgArena *arena = dg_arena_new();
    DgDiags *diags = dg_diags_new(arena);
    DgVolume *volume = volume_of(arena, language);
    if (!volume) {
        g_test_skip("the corpora are not here; DIGLOT_SHARED names their folder");
        dg_arena_free(arena);
        return;
    }
    g_autoptr(GPtrArray) before = words_of(volume);
    g_assert_cmpuint(before->len, >=, WANTED);
    DgTypoLog log = {0}, again = {0};
    dg_typography(arena, diags, volume, &log);
    g_autoptr(GPtrArray) after = words_of(volume);
    for (guint i = 0; i < before->len; i++)
        g_assert_cmpstr(before->pdata[i], ==, after->pdata[i]);
    g_assert_cmpuint(log.n, >, before->len / 4);
    g_test_message("%u paragraphs, %zu reports", before->len,
                   dg_diags_count_severity(diags, DG_WARNING));
    print_counts(&log);
    dg_typography(arena, diags, volume, &again);
    for (size_t i = 0; i < again.n; i++)
        g_test_message("%s again: %s -> %s", again.changes[i].rule, again.changes[i].before,
                       again.changes[i].after);
    g_assert_cmpuint(again.n, ==, 0);
    dg_arena_free(arena);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_data_func("/typo-corpora/ru", "ru", test_rules_on_real_text);
    g_test_add_data_func("/typo-corpora/en", "en", test_rules_on_real_text);
    return g_test_run();
}
