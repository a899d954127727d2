/* test-web-links.c - src/web/web-links.c, web-register.c: names lead to persons and organisations, and stand in the
 * order of the register. */
#include "diglot/doc-index.h"

#include "site-internal.h"

#include <glib.h>
#include <string.h>

typedef struct {
    Site site;
    DgWebOptions options;
} Fixture;

static void
open_site(Fixture *f, const void *data)
{
    site_open(&f->site, data);
}

static void
close_site(Fixture *f, const void *data)
{
    site_close(&f->site, data);
}

static void
write_site(Fixture *f)
{
    g_assert_true(site_write(&f->site, f->options));
    site_check(f->site.site);
}

static void
assert_holds(Fixture *f, const char *page, const char *markup)
{
    g_autofree char *text = site_read(f->site.site, page);
    if (!strstr(text, markup))
        g_error("%s does not hold %s", page, markup);
}

/* ---- the order of persons ---- */

/* The register's key counts where it gives one, else the surname; ё stands with е. */
static void
test_persons_stand_in_the_order_of_the_register(Fixture *f, const void *data)
{
    DgPerson people[] = {
        {.id = "a", .name = {{.surname = "Яковлев", .given = "А."}}},
        {.id = "b", .name = {{.surname = "фон Бок", .given = "Б.", .sort = "Бок"}}},
        {.id = "c", .name = {{.surname = "Ёлкин", .given = "В."}}},
        {.id = "d", .name = {{.surname = "Жуков", .given = "Г."}}},
    };
    static const char *const order[] = {"person-b", "person-c", "person-d", "person-a"};
    (void)data;
    f->site.volume.people = people;
    f->site.volume.n_people = G_N_ELEMENTS(people);
    write_site(f);
    g_autofree char *page = site_read(f->site.site, "persons.ru.html");
    const char *at = page;
    for (size_t i = 0; i < G_N_ELEMENTS(order); i++) {
        at = strstr(at, order[i]);
        g_assert_nonnull(at);
    }
    g_assert_nonnull(strstr(page, "<h2 class=\"letter\">Б</h2>"));
    g_assert_nonnull(strstr(page, "фон Бок"));
}

/* ---- names as links ---- */

static void
open_with(Fixture *f, DgItem *item, DgNode *block)
{
    static const char *const anchors[] = {"o1", "o2", "o3"};
    DgPair pair = {.anchor = anchors[item->n_opening_pairs], .n = {1, 0}};
    pair.blocks[DG_LEFT] = dg_arena_copy(f->site.arena, &block, sizeof block);
    dg_node_append(item->opening[DG_LEFT], block);
    DG_APPEND(f->site.arena, item->opening_pairs, item->n_opening_pairs, pair);
}

/* An item whose opening names its author and where that works. */
static void
add_signed_item(Fixture *f, DgContributor *who, const char *affiliation)
{
    DgItem *item = DG_NEW(f->site.arena, DgItem);
    DgNode *title = dg_block_new(f->site.arena, DG_HEADING, DG_ROLE_ITEM_TITLE, "Речь", DG_NOWHERE);
    item->href = item->anchor = "talk";
    item->part = &f->site.volume.root;
    item->from = "2024-09-16T10:00";
    item->opening[DG_LEFT] = dg_node_new(f->site.arena, DG_BODY, DG_NOWHERE);
    item->text[DG_LEFT].meta = (DgMeta){.title = title, .contributors = who, .n_contributors = 1};
    open_with(f, item, title);
    open_with(f, item,
              dg_block_new(f->site.arena, DG_PARAGRAPH, DG_ROLE_ITEM_PERSON,
                           dg_contributor_name(who), who->pos));
    open_with(
        f, item,
        dg_block_new(f->site.arena, DG_PARAGRAPH, DG_ROLE_ITEM_AFFILIATION, affiliation, who->pos));
    DG_APPEND(f->site.arena, f->site.volume.items, f->site.volume.n_items, item);
    DgEntry entry = {.kind = DG_ENTRY_ITEM, .item = item};
    DG_APPEND(f->site.arena, f->site.volume.root.entries, f->site.volume.root.n_entries, entry);
}

static void
list_organisations(Fixture *f, const DgOrg *orgs, size_t n)
{
    DgIndex *index = DG_NEW(f->site.arena, DgIndex);
    index->name = "organizations";
    for (size_t i = 0; i < n; i++) {
        DgIndexEntry entry = {
            .path = {orgs[i].name[DG_LEFT]}, .depth = 1, .letter = "О", .org = &orgs[i]};
        DG_APPEND(f->site.arena, index->entries[DG_LEFT], index->n[DG_LEFT], entry);
    }
    f->options.indexes = index;
    f->options.n_indexes = 1;
}

static void
test_an_opening_leads_to_its_persons_and_organisations(Fixture *f, const void *data)
{
    DgPerson person = {.id = "ivanov", .name = {{.surname = "Иванов", .given = "И."}}};
    DgContributor who = {.name = {.whole = "И. Иванов", .surname = "Иванов", .given = "И."},
                         .person = &person};
    DgOrg orgs[] = {{.id = "mid", .name = {"МИД"}}, {.id = "da", .name = {"Академия МИД"}}};
    (void)data;
    f->site.volume.people = &person;
    f->site.volume.n_people = 1;
    f->site.volume.orgs = orgs;
    f->site.volume.n_orgs = G_N_ELEMENTS(orgs);
    list_organisations(f, orgs, G_N_ELEMENTS(orgs));
    add_signed_item(f, &who, "Кафедра, Академия МИД; МИД; МИДовец");
    write_site(f);
    assert_holds(f, "talk.ru.html",
                 "<p class=\"item-person\"><a href=\"persons.ru.html#person-ivanov\">И. Иванов"
                 "</a></p>");
    assert_holds(f, "talk.ru.html",
                 "Кафедра, <a href=\"organisations.ru.html#org-da-ru\">Академия МИД</a>; "
                 "<a href=\"organisations.ru.html#org-mid-ru\">МИД</a>; МИДовец</p>");
    assert_holds(f, "programme.html",
                 "<span class=\"who\"><a href=\"persons.html#person-ivanov\">И.\u00A0Иванов</a>");
    assert_holds(f, "programme.html", "<a class=\"title\" href=\"talk.html\">Речь</a>");
    assert_holds(f, "index.html", "<a class=\"pair\" href=\"talk.html\">");
}

/* A name in a list is a link, the office behind it none; who is in no register has none either. */
static void
test_chairs_and_committees_lead_to_their_persons(Fixture *f, const void *data)
{
    DgPerson person = {.id = "petrov",
                       .name = {{.whole = "П. Петров", .surname = "Петров", .given = "П."}},
                       .role = {"ректор", NULL}};
    DgMention named[] = {{.person = &person}, {.text = {"Н. Никто"}, .role = {"гость"}}};
    DgPart part = {.id = "p",
                   .from = "2024-09-16",
                   .title = {"Заседание"},
                   .chairs = named,
                   .n_chairs = 2,
                   .parent = &f->site.volume.root};
    DgEntry entry = {.kind = DG_ENTRY_PART, .part = &part};
    static const char link[] = "<a href=\"persons.ru.html#person-petrov\">П. Петров</a>, ректор";
    (void)data;
    f->site.volume.people = &person;
    f->site.volume.n_people = 1;
    f->site.volume.root.entries = &entry;
    f->site.volume.root.n_entries = 1;
    f->site.volume.event.members = named;
    f->site.volume.event.n_members = 2;
    write_site(f);
    g_autofree char *chairs = g_strdup_printf(": %s; Н. Никто, гость</p>", link);
    assert_holds(f, "programme.ru.html", chairs);
    assert_holds(f, "about.ru.html", link);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add("/web/links/order", Fixture, NULL, open_site,
               test_persons_stand_in_the_order_of_the_register, close_site);
    g_test_add("/web/links/opening", Fixture, NULL, open_site,
               test_an_opening_leads_to_its_persons_and_organisations, close_site);
    g_test_add("/web/links/chairs", Fixture, NULL, open_site,
               test_chairs_and_committees_lead_to_their_persons, close_site);
    return g_test_run();
}
