/* test-web-cards.c - src/web/web-cards.c: which picture a page shows where its address is shared. */
#include "site-internal.h"

#include <glib.h>
#include <string.h>

enum { N_ITEMS = 3 };

typedef struct {
    Site site;
    DgPart outer, inner;
    DgItem items[N_ITEMS];
    DgItem *listed[N_ITEMS];
    DgEntry entries[N_ITEMS + 1];
} Fixture;

/* One item in no part, one in a part, one in a part of that, which has no title and hence no card. */
static void
open_site(Fixture *f, const void *data)
{
    static const char *const names[] = {"alone", "first", "second"};
    site_open(&f->site, data);
    f->outer = (DgPart){.id = "one", .title = {"Часть", "Part"}, .parent = &f->site.volume.root};
    f->inner = (DgPart){.parent = &f->outer};
    const DgPart *const parts[] = {&f->site.volume.root, &f->outer, &f->inner};
    for (int i = 0; i < N_ITEMS; i++) {
        f->items[i] = (DgItem){.href = names[i], .anchor = names[i], .part = parts[i]};
        f->listed[i] = &f->items[i];
        f->entries[i] = (DgEntry){.kind = DG_ENTRY_ITEM, .item = &f->items[i]};
    }
    f->entries[N_ITEMS] = (DgEntry){.kind = DG_ENTRY_PART, .part = &f->outer};
    f->site.volume.items = f->listed;
    f->site.volume.n_items = N_ITEMS;
    f->site.volume.root.entries = f->entries;
    f->site.volume.root.n_entries = N_ITEMS + 1;
}

static void
close_site(Fixture *f, const void *data)
{
    site_close(&f->site, data);
}

static void
write_site(Fixture *f)
{
    DgWebCard cards[] = {{NULL, {(const uint8_t *)"of the volume", 13}},
                         {&f->outer, {(const uint8_t *)"of the part", 11}}};
    g_assert_true(
        site_write(&f->site, (DgWebOptions){.cards = cards, .n_cards = G_N_ELEMENTS(cards)}));
}

/* What stands between the quotes behind `start`; NULL: nothing. To be freed. */
static char *
value_behind(Fixture *f, const char *page, const char *start)
{
    g_autofree char *text = site_read(f->site.site, page);
    const char *found = strstr(text, start);
    found = found ? found + strlen(start) : NULL;
    return found ? g_strndup(found, strcspn(found, "\"")) : NULL;
}

static void
test_the_nearest_part_gives_its_card(Fixture *f, const void *data)
{
    static const struct {
        const char *page, *card, *alt;
    } cases[] = {
        {"index.html", "cards/volume.", "Сборник / Volume"},
        {"alone.html", "cards/volume.", "Сборник / Volume"},
        {"first.html", "cards/one.", "Часть / Part"},
        {"second.en.html", "cards/one.", "Part"},
        {"second.ru.html", "cards/one.", "Часть"},
    };
    (void)data;
    f->site.volume.web_url = "https://example.org/2024";
    write_site(f);
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *image = value_behind(
            f, cases[i].page, "property=\"og:image\" content=\"https://example.org/2024/");
        g_autofree char *alt = value_behind(f, cases[i].page, "\"og:image:alt\" content=\"");
        g_assert_nonnull(image);
        g_assert_true(g_str_has_prefix(image, cases[i].card));
        g_assert_true(g_str_has_suffix(image, ".png"));
        g_autofree char *bytes = site_read(f->site.site, image);
        g_assert_true(g_str_has_prefix(bytes, "of the "));
        g_assert_cmpstr(alt, ==, cases[i].alt);
    }
}

/* Messengers ask for pictures by whole addresses; what reads JSON-LD knows where the page lies. */
static void
test_without_an_address_only_linked_data_name_it(Fixture *f, const void *data)
{
    (void)data;
    write_site(f);
    g_autofree char *page = site_read(f->site.site, "first.html");
    g_assert_null(strstr(page, "og:image"));
    g_autofree char *image = value_behind(f, "first.html", "\"image\":\"");
    g_assert_nonnull(image);
    g_autofree char *bytes = site_read(f->site.site, image);
    g_assert_cmpstr(bytes, ==, "of the part");
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add("/web/cards/nearest", Fixture, NULL, open_site, test_the_nearest_part_gives_its_card,
               close_site);
    g_test_add("/web/cards/no-address", Fixture, NULL, open_site,
               test_without_an_address_only_linked_data_name_it, close_site);
    return g_test_run();
}
