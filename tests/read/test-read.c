/* test-read.c - src/read: what dumps do not show: choice of languages, targets, notes, groups, places. */
#include "diglot/read.h"

#include <glib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

typedef struct {
    DgArena *arena;
    DgDiags *diags;
} Fixture;

static void
set_up(Fixture *fixture, gconstpointer data)
{
    (void)data;
    fixture->arena = dg_arena_new();
    fixture->diags = dg_diags_new(fixture->arena);
}

static void
tear_down(Fixture *fixture, gconstpointer data)
{
    (void)data;
    dg_arena_free(fixture->arena);
}

static DgVolume *
read_golden(Fixture *fixture, const char *name, const char *languages)
{
    g_autofree char *path = g_build_filename(g_getenv("G_TEST_SRCDIR"), "golden", name, NULL);
    return dg_volume_read(fixture->arena, fixture->diags, path, languages);
}

static DgVolume *
read_text(Fixture *fixture, const char *xml)
{
    g_autofree char *folder = g_dir_make_tmp("diglot-XXXXXX", NULL);
    g_autofree char *path = g_build_filename(folder, "x.xml", NULL);
    g_assert_true(g_file_set_contents(path, xml, -1, NULL));
    DgVolume *volume = dg_volume_read(fixture->arena, fixture->diags, path, NULL);
    g_unlink(path);
    g_rmdir(folder);
    return volume;
}

static DgNode *
find(DgNode *root, DgKind kind)
{
    for (DgWalk walk = dg_walk(root); dg_walk_next(&walk);)
        if (walk.entering && walk.node->kind == kind)
            return walk.node;
    return NULL;
}

static void
test_languages(Fixture *fixture, gconstpointer data)
{
    static const struct {
        const char *asked, *languages[DG_SIDES];
        size_t others;
    } cases[] = {
        {NULL, {"ru", "en"}, 1}, {"en,fr", {"en", "fr"}, 1},    {"fr", {"fr", NULL}, 2},
        {"de", {"ru", "en"}, 1}, {"fr,ru,en", {"fr", "ru"}, 1},
    };
    (void)data;
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        DgVolume *volume = read_golden(fixture, "translations.xml", cases[i].asked);
        g_assert_nonnull(volume);
        g_assert_true(volume->single);
        for (int side = 0; side < volume->n_languages; side++)
            g_assert_cmpstr(volume->languages[side], ==, cases[i].languages[side]);
        g_assert_cmpint(volume->n_languages, ==, cases[i].languages[1] ? 2 : 1);
        g_assert_cmpuint(volume->items[0]->n_other_languages, ==, cases[i].others);
    }
}

static void
test_languages_of_a_volume(Fixture *fixture, gconstpointer data)
{
    (void)data;
    DgVolume *volume = read_golden(fixture, "volume", "en");
    g_assert_cmpint(volume->n_languages, ==, 1);
    g_assert_cmpstr(volume->title[DG_LEFT], ==, "Volume");
    g_assert_cmpstr(volume->items[0]->text[DG_LEFT].file, ==, "plenary/opening.en.xml");
    g_assert_cmpstr(volume->event.organizers[DG_LEFT][0], ==, "Association");
    g_assert_cmpuint(dg_diags_count(fixture->diags, DG_LANGUAGE_UNKNOWN), ==, 0);
    read_golden(fixture, "volume", "en,klingon");
    g_assert_cmpuint(dg_diags_count(fixture->diags, DG_LANGUAGE_UNKNOWN), ==, 1);
}

static void
test_the_head_of_a_volume(Fixture *fixture, gconstpointer data)
{
    (void)data;
    DgVolume *volume = read_golden(fixture, "volume/volume.xml", NULL);
    g_assert_cmpstr(volume->id, ==, "small");
    g_assert_cmpstr(volume->style, ==, "forum");
    g_assert_cmpstr(volume->file, ==, "volume.xml");
    g_assert_cmpstr(volume->web_url, ==, "https://example.org/forum/");
    g_assert_cmpuint(volume->event.n_members, ==, 2);
    g_assert_cmpstr(volume->event.members[0].role[DG_RIGHT], ==, "chairman");
    g_assert_cmpstr(volume->event.members[0].person->name[DG_RIGHT].whole, ==, "Oleg V. Khramov");
    g_assert_cmpstr(volume->event.members[1].text[DG_LEFT], ==, "Пётр Петров");
    g_assert_cmpstr(volume->event.members[1].text[DG_RIGHT], ==, "Petr Petrov");
    g_assert_cmpstr(volume->event.committee_title[DG_RIGHT], ==, "Committee");
    g_assert_cmpstr(volume->imprint.publisher, ==, "Изд-во");
    g_assert_cmpstr(volume->imprint.isbn, ==, "978-5-00000-000-0");
    g_assert_cmpuint(volume->imprint.n_editors, ==, 1);
    const DgPart *part = volume->root.entries[0].part;
    g_assert_cmpstr(part->chairs[0].person->id, ==, "khramov");
    g_assert_cmpstr(part->entries[0].slot->speakers[0].text[DG_LEFT], ==, "Некто");
    g_assert_true(volume->items[0]->part == part);
    g_assert_cmpstr(volume->items[0]->from, ==, "2024-09-16T10:00");
    g_assert_cmpstr(volume->items[0]->anchor, ==, "plenary-opening");
    g_assert_cmpint(volume->items[0]->pos.line, ==, 14);
    g_assert_cmpstr(volume->people[0].affiliation[DG_RIGHT], ==, "Security Council");
    g_assert_cmpstr(volume->orgs[0].abbreviation[DG_LEFT], ==, "СБ");
    g_assert_true(volume->items[0]->text[DG_LEFT].meta.contributors[0].person ==
                  &volume->people[0]);
}

static void
test_absent(Fixture *fixture, gconstpointer data)
{
    (void)data;
    g_assert_null(dg_volume_read(fixture->arena, fixture->diags, "/nowhere/at/all", NULL));
    g_assert_null(dg_volume_read(fixture->arena, fixture->diags, g_get_tmp_dir(), NULL));
    g_assert_cmpuint(dg_diags_count(fixture->diags, DG_VOLUME_ABSENT), ==, 1);
    g_assert_cmpuint(dg_diags_count(fixture->diags, DG_VOLUME_FOLDER), ==, 1);
    g_assert_cmpint(dg_diags_worst(fixture->diags), ==, DG_FATAL);
}

static void
test_notes(Fixture *fixture, gconstpointer data)
{
    (void)data;
    DgVolume *volume =
        read_text(fixture, "<article xml:lang='en'><body><p>a<xref ref-type='fn' rid='n'>1</xref> "
                           "b<xref ref-type='fn' rid='n'>1</xref></p></body>"
                           "<back><fn-group><fn id='n'><p>N</p></fn></fn-group></back></article>");
    DgNode *body = volume->items[0]->text[DG_LEFT].body;
    DgNode *first = find(body, DG_NOTE_MARK), *second = body->first->last;
    g_assert_cmpint(second->kind, ==, DG_NOTE_MARK);
    g_assert_false(first->as.note_mark.repeated);
    g_assert_true(second->as.note_mark.repeated);
    DgNode *note = first->as.note_mark.note;
    g_assert_true(note == second->as.note_mark.note);
    g_assert_null(note->parent);
    g_assert_true(note->as.note.mark == first);
    g_assert_null(note->label);
    g_assert_true(body->last == body->first);
}

static void
test_targets(Fixture *fixture, gconstpointer data)
{
    (void)data;
    DgVolume *volume = read_text(
        fixture, "<article xml:lang='en'><body><p>See <xref rid='t'>Table 1</xref>, "
                 "<xref rid='later'>later</xref>.</p><table-wrap id='t'><table><tr><td>x</td>"
                 "</tr></table></table-wrap></body>"
                 "<back><ref-list><ref id='later'><mixed-citation>L</mixed-citation></ref>"
                 "</ref-list></back></article>");
    DgNode *body = volume->items[0]->text[DG_LEFT].body;
    DgNode *link = find(body, DG_REFERENCE_LINK);
    g_assert_true(link->as.reference.target == find(body, DG_TABLE));
    link = body->first->last->previous;
    g_assert_cmpint(link->kind, ==, DG_REFERENCE_LINK);
    g_assert_true(link->as.reference.target == find(body, DG_REFERENCE));
    g_assert_cmpuint(dg_diags_count(fixture->diags, DG_JATS_REFERENCE), ==, 0);
}

static void
test_groups(Fixture *fixture, gconstpointer data)
{
    (void)data;
    DgVolume *volume = read_golden(fixture, "groups.xml", NULL);
    for (int side = 0; side < DG_SIDES; side++) {
        DgNode *section = find(volume->items[0]->text[side].body, DG_SECTION);
        g_assert_cmpstr(section->group, ==, "s1");
        g_assert_cmpstr(section->first->next->group, ==, "p1");
        g_assert_cmpstr(section->next->group, ==, "p3");
    }
}

static void
test_cells(Fixture *fixture, gconstpointer data)
{
    static const DgAlign expected[] = {DG_ALIGN_START, DG_ALIGN_END, DG_ALIGN_CENTER,
                                       DG_ALIGN_DECIMAL, DG_ALIGN_JUSTIFY};
    (void)data;
    DgVolume *volume =
        read_text(fixture, "<article xml:lang='en'><body><table-wrap><table><tbody align='right'>"
                           "<tr align='left'><td>1</td></tr><tr><td>2</td><td align='center'>3</td>"
                           "<td align='char'>4</td><td align='justify'>5</td></tr></tbody></table>"
                           "</table-wrap></body></article>");
    size_t n = 0;
    for (DgWalk walk = dg_walk(volume->items[0]->text[DG_LEFT].body); dg_walk_next(&walk);)
        if (walk.entering && walk.node->kind == DG_CELL)
            g_assert_cmpint(walk.node->as.cell.align, ==, expected[n++]);
    g_assert_cmpuint(n, ==, G_N_ELEMENTS(expected));
}

/* What writes ids back needs the place of each block's own element. */
static void
test_places(Fixture *fixture, gconstpointer data)
{
    (void)data;
    DgVolume *volume =
        read_text(fixture, "<article xml:lang='en'>\n<body><sec>\n <title>T</title>\n <p>a<list>\n"
                           "<list-item><p>b</p></list-item></list> c</p></sec></body></article>");
    static const struct {
        int line, column;
    } places[] = {{3, 2}, {4, 2}, {5, 12}, {5, 39}};
    size_t n;
    DgNode **blocks = dg_blocks(fixture->arena, volume->items[0]->text[DG_LEFT].body, &n);
    g_assert_cmpuint(n, ==, G_N_ELEMENTS(places));
    for (size_t i = 0; i < n; i++) {
        g_assert_cmpstr(blocks[i]->pos.file, ==, "x.xml");
        g_assert_cmpint(blocks[i]->pos.line, ==, places[i].line);
        g_assert_cmpint(blocks[i]->pos.column, ==, places[i].column);
    }
    g_assert_true(blocks[3]->as.paragraph.continued);
}

/* A link of the file system is no way out of the volume. */
static void
test_links_lead_nowhere(Fixture *fixture, gconstpointer data)
{
    (void)data;
    g_autofree char *folder = g_dir_make_tmp("diglot-XXXXXX", NULL);
    g_autofree char *outside = g_build_filename(g_get_tmp_dir(), "diglot-outside.png", NULL);
    g_autofree char *link = g_build_filename(folder, "a.png", NULL);
    g_autofree char *path = g_build_filename(folder, "x.xml", NULL);
    g_assert_true(g_file_set_contents(outside, "x", -1, NULL));
    g_assert_true(g_file_set_contents(
        path,
        "<article xml:lang='en' xmlns:l='http://www.w3.org/1999/xlink'><body><fig>"
        "<graphic l:href='a.png'/></fig></body></article>",
        -1, NULL));
    g_assert_cmpint(symlink(outside, link), ==, 0);
    DgVolume *volume = dg_volume_read(fixture->arena, fixture->diags, path, NULL);
    g_assert_null(find(volume->items[0]->text[DG_LEFT].body, DG_GRAPHIC)->href);
    g_assert_cmpuint(dg_diags_count(fixture->diags, DG_FIGURE_MISSING), ==, 1);
    g_unlink(link);
    g_unlink(path);
    g_unlink(outside);
    g_rmdir(folder);
}

static void
test_unknown_names_are_reported_once(Fixture *fixture, gconstpointer data)
{
    (void)data;
    read_text(
        fixture,
        "<article xml:lang='en'><body><p><z>a</z></p><p><z>b</z><y>c</y></p></body></article>");
    g_assert_cmpuint(dg_diags_count(fixture->diags, DG_JATS_UNKNOWN), ==, 2);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
#define ADD(name, function) g_test_add("/read/" name, Fixture, NULL, set_up, function, tear_down)
    ADD("languages", test_languages);
    ADD("languages-volume", test_languages_of_a_volume);
    ADD("head", test_the_head_of_a_volume);
    ADD("absent", test_absent);
    ADD("notes", test_notes);
    ADD("targets", test_targets);
    ADD("groups", test_groups);
    ADD("cells", test_cells);
    ADD("places", test_places);
    ADD("links", test_links_lead_nowhere);
    ADD("unknown", test_unknown_names_are_reported_once);
    return g_test_run();
}
