/* test-web-search.c - src/web/search-*.c: what the shards of the search hold. */
#include "diglot/lang.h"

#include "site-internal.h"

#include <glib.h>
#include <string.h>

/* What the only shard of that kind hands over. To be freed. */
static char *
shard_of(Site *site, const char *kind)
{
    g_autofree char *all = site_sum(site->site);
    g_autofree char *stem = g_strdup_printf("assets/%s.", kind);
    g_autofree char *start = g_strdup_printf("diglotSearch.take(\"%s\",0,", kind);
    g_assert_cmpuint(text_count(all, stem), ==, 1);
    const char *found = strstr(all, stem);
    g_autofree char *name = g_strndup(found, strcspn(found, " "));
    g_autofree char *script = site_read(site->site, name);
    g_assert_true(g_str_has_prefix(script, start) && g_str_has_suffix(script, ");\n"));
    return g_strndup(script + strlen(start), strlen(script) - strlen(start) - strlen(");\n"));
}

static void
write_titles(Site *site, const char *left, const char *right)
{
    site_titles(site, site_item(site, "a", "a"), left, right);
    g_assert_true(site_write(site, (DgWebOptions){0}));
}

/* Forms of one stem share their postings; a form of both languages has a term of each. */
static void
test_words_lead_to_their_places(Site *site, const void *data)
{
    (void)data;
    write_titles(site, "ёлка и Ёлки 5", "5 fir and firs");
    g_autofree char *words = shard_of(site, "words");
    g_assert_cmpstr(words, ==,
                    "[\"5 0,1|and 2|fir 3|firs 3|елка 4|елки 4|и 5|\","
                    "[\"L0.3\",\"R0.0\",\"R0.2\",\"R0.1.2\",\"L0.0.2\",\"L0.1\"]]");
}

/* The page looks a form up by units of UTF-16, where U+FB50 is behind all letters beyond U+FFFF. */
static void
test_words_stand_as_scripts_compare(Site *site, const void *data)
{
    (void)data;
    write_titles(site, "ﭐﭐ 𐌰𐌱 я", "fir");
    g_autofree char *words = shard_of(site, "words");
    g_assert_true(g_str_has_prefix(words, "[\"fir 0|я 1|𐌰𐌱 2|ﭐﭐ 3|\","));
}

/* A name does not wait for a second shard: its postings stand beside it, and its forms that are no names, too. */
static void
test_names_lead_to_their_places(Site *site, const void *data)
{
    (void)data;
    write_titles(site, "Щукин, щукина", "Shchukin");
    g_autofree char *names = shard_of(site, "names");
    char left[16], right[16];
    left[dg_word_sounds("щукин", left, sizeof left - 1)] = '\0';
    right[dg_word_sounds("shchukin", right, sizeof right - 1)] = '\0';
    g_assert_cmpstr(left, ==, right);
    g_autofree char *expected =
        g_strdup_printf("[\"%s shchukin 0|%s щукин 1|\",[\"R0.0\",\"L0.0.1|щукина\"]]", left, left);
    g_assert_cmpstr(names, ==, expected);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
#define ADD(path, function) g_test_add(path, Site, NULL, site_open, function, site_close)
    ADD("/web/search/words", test_words_lead_to_their_places);
    ADD("/web/search/order", test_words_stand_as_scripts_compare);
    ADD("/web/search/names", test_names_lead_to_their_places);
    return g_test_run();
}
