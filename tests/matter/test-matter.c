/* test-matter.c - src/matter: numbers, openings, the order of the book */
#include "diglot/lang.h"
#include "diglot/matter.h"

#include <glib.h>
#include <string.h>

static DgNode *
paragraph_with_notes(DgArena *arena, int n)
{
    DgNode *p = dg_block_new(arena, DG_PARAGRAPH, DG_ROLE_NONE, "text", DG_NOWHERE);
    for (int i = 0; i < n; i++) {
        DgNode *mark = dg_node_new(arena, DG_NOTE_MARK, DG_NOWHERE),
               *note = dg_node_new(arena, DG_NOTE, DG_NOWHERE);
        dg_node_append(note, dg_block_new(arena, DG_PARAGRAPH, DG_ROLE_NONE, "note", DG_NOWHERE));
        mark->as.note_mark.note = note;
        note->as.note.mark = mark;
        dg_node_append(p, mark);
    }
    return p;
}

static const char *
label(const DgNode *paragraph, int which)
{
    const DgNode *mark = paragraph->first->next;
    while (which-- > 0)
        mark = mark->next;
    return mark->as.note_mark.note->label;
}

/* A volume of one item in one part; its pairs hold paragraphs with so many notes left and right. */
static DgVolume *
volume_with(DgArena *arena, const int (*notes)[DG_SIDES], size_t n)
{
    DgVolume *volume = DG_NEW(arena, DgVolume);
    DgItem *item = DG_NEW(arena, DgItem);
    DgPart *part = DG_NEW(arena, DgPart);
    *volume = (DgVolume){.id = "v",
                         .folder = ".",
                         .languages = {"ru", "en"},
                         .n_languages = 2,
                         .title = {"Сборник", "Volume"}};
    item->href = item->anchor = "talk";
    item->part = part;
    item->n_pairs = n;
    item->pairs = DG_NEW_ARRAY(arena, DgPair, n);
    for (int side = 0; side < DG_SIDES; side++) {
        DgText *text = &item->text[side];
        text->language = volume->languages[side];
        text->file = "talk.xml";
        text->body = dg_node_new(arena, DG_BODY, DG_NOWHERE);
        text->meta.title =
            dg_block_new(arena, DG_HEADING, DG_ROLE_NONE, side ? "Talk" : "Доклад", DG_NOWHERE);
    }
    for (size_t i = 0; i < n; i++)
        for (int side = 0; side < DG_SIDES; side++) {
            DgNode *block = paragraph_with_notes(arena, notes[i][side]);
            dg_node_append(item->text[side].body, block);
            item->pairs[i].blocks[side] = dg_arena_copy(arena, &block, sizeof block);
            item->pairs[i].n[side] = 1;
            item->pairs[i].anchor = "p";
            block->pair = &item->pairs[i];
        }
    part->id = "one";
    part->title[DG_LEFT] = "Часть";
    part->title[DG_RIGHT] = "Part";
    part->entries = DG_NEW(arena, DgEntry);
    part->entries[0] = (DgEntry){.kind = DG_ENTRY_ITEM, .item = item};
    part->n_entries = 1;
    volume->root.entries = DG_NEW(arena, DgEntry);
    volume->root.entries[0] = (DgEntry){.kind = DG_ENTRY_PART, .part = part};
    volume->root.n_entries = 1;
    volume->items = dg_arena_copy(arena, &item, sizeof item);
    volume->n_items = 1;
    return volume;
}

static void
test_paired_notes_share_their_number(void)
{
    static const int notes[][DG_SIDES] = {{1, 1}, {2, 1}, {1, 1}};
    DgArena *arena = dg_arena_new();
    DgVolume *volume = volume_with(arena, notes, 3);
    dg_number(arena, volume);
    const DgPair *pairs = volume->items[0]->pairs;
    g_assert_cmpstr(label(pairs[0].blocks[DG_LEFT][0], 0), ==, "1");
    g_assert_cmpstr(label(pairs[0].blocks[DG_RIGHT][0], 0), ==, "1");
    g_assert_cmpstr(label(pairs[1].blocks[DG_LEFT][0], 1), ==, "3");
    g_assert_cmpstr(label(pairs[1].blocks[DG_RIGHT][0], 0), ==, "2");
    g_assert_cmpstr(label(pairs[2].blocks[DG_LEFT][0], 0), ==, "4");
    g_assert_cmpstr(label(pairs[2].blocks[DG_RIGHT][0], 0), ==, "4");
    dg_arena_free(arena);
}

static void
test_list_items_are_labelled_by_language(void)
{
    DgArena *arena = dg_arena_new();
    DgVolume *volume = volume_with(arena, NULL, 0);
    for (int side = 0; side < DG_SIDES; side++) {
        DgNode *list = dg_node_new(arena, DG_LIST, DG_NOWHERE);
        list->as.list.kind = DG_LIST_ALPHA_LOWER;
        dg_node_append(list, dg_node_new(arena, DG_LIST_ITEM, DG_NOWHERE));
        dg_node_append(list, dg_node_new(arena, DG_LIST_ITEM, DG_NOWHERE));
        list->first->label = "own";
        dg_node_append(volume->items[0]->text[side].body, list);
    }
    dg_number(arena, volume);
    const DgNode *left = volume->items[0]->text[DG_LEFT].body->first,
                 *right = volume->items[0]->text[DG_RIGHT].body->first;
    g_assert_cmpstr(left->first->label, ==, "own");
    g_assert_cmpstr(left->last->label, ==, dg_list_label(arena, DG_LIST_ALPHA_LOWER, 1, "ru"));
    g_assert_cmpstr(right->last->label, ==, dg_list_label(arena, DG_LIST_ALPHA_LOWER, 1, "en"));
    dg_arena_free(arena);
}

static void
test_openings_stand_level_by_role(void)
{
    DgArena *arena = dg_arena_new();
    DgVolume *volume = volume_with(arena, NULL, 0);
    DgItem *item = volume->items[0];
    item->text[DG_LEFT].meta.subtitle =
        dg_block_new(arena, DG_PARAGRAPH, DG_ROLE_NONE, "Опыт", DG_NOWHERE);
    for (int side = 0; side < DG_SIDES; side++) {
        DgContributor *who = DG_NEW(arena, DgContributor);
        who->name = (DgName){.surname = side ? "Petrov" : "Петров",
                             .given = side ? "Ivan" : "Иван",
                             .whole = side ? "Ivan Petrov" : "Иван Петров"};
        item->text[side].meta.contributors = who;
        item->text[side].meta.n_contributors = 1;
    }
    dg_openings_make(arena, volume);
    g_assert_cmpuint(item->n_opening_pairs, ==, 3);
    g_assert_cmpuint(item->opening_pairs[1].n[DG_LEFT], ==, 1);
    g_assert_cmpuint(item->opening_pairs[1].n[DG_RIGHT], ==, 0);
    g_assert_cmpstr(dg_node_text(arena, item->opening_pairs[2].blocks[DG_RIGHT][0]), ==,
                    "Ivan Petrov");
    g_assert_cmpstr(dg_item_persons(arena, item, DG_LEFT), ==, "И.\u00A0Петров");
    g_assert_true(item->opening_pairs[0].blocks[DG_LEFT][0]->pair == &item->opening_pairs[0]);
    dg_arena_free(arena);
}

static void
test_many_authors_run_on(void)
{
    static const struct {
        const char *name;
        const char *affiliations[2];
        const char *role;
    } authors[] = {{"A. Adams", {"Academy, Inc."}, NULL},
                   {"B. Brown", {"Bureau", "Academy, Inc."}, NULL},
                   {"C. Clark", {NULL}, "chair"},
                   {"D. Davis", {"Bureau", "College"}, NULL},
                   {"E. Evans", {NULL}, NULL}};
    for (size_t n = 4; n <= 5; n++) {
        DgArena *arena = dg_arena_new();
        DgVolume *volume = volume_with(arena, NULL, 0);
        DgMeta *meta = &volume->items[0]->text[DG_RIGHT].meta;
        meta->contributors = DG_NEW_ARRAY(arena, DgContributor, n);
        meta->n_contributors = n;
        for (size_t i = 0; i < n; i++) {
            DgContributor *who = &meta->contributors[i];
            who->name.whole = authors[i].name;
            who->affiliations = (const char **)authors[i].affiliations;
            while (who->n_affiliations < 2 && authors[i].affiliations[who->n_affiliations])
                who->n_affiliations++;
            who->roles = (const char **)&authors[i].role;
            who->n_roles = authors[i].role != NULL;
        }
        dg_openings_make(arena, volume);
        const DgNode *line = volume->items[0]->opening[DG_RIGHT]->first->next;
        if (n == 4) {
            g_assert_cmpint(dg_node_role(line), ==, DG_ROLE_ITEM_PERSON);
        } else {
            g_assert_cmpint(dg_node_role(line), ==, DG_ROLE_ITEM_PERSONS);
            g_assert_cmpstr(dg_node_text(arena, line), ==,
                            "A. Adams1, B. Brown2,1, C. Clark (chair), D. Davis2,3, E. Evans");
            g_assert_cmpint(dg_node_role(line->next), ==, DG_ROLE_ITEM_AFFILIATIONS);
            g_assert_cmpstr(dg_node_text(arena, line->next), ==,
                            "1Academy, Inc. 2Bureau; 3College");
        }
        dg_arena_free(arena);
    }
}

static void
test_abstracts_have_headings_of_their_own(void)
{
    DgArena *arena = dg_arena_new();
    DgVolume *volume = volume_with(arena, NULL, 0);
    DgMeta *meta = &volume->items[0]->text[DG_RIGHT].meta;
    meta->abstract = dg_node_new(arena, DG_SECTION, DG_NOWHERE);
    meta->abstract->type = "abstract";
    DgNode *part = dg_node_new(arena, DG_SECTION, DG_NOWHERE);
    dg_node_append(meta->abstract, part);
    dg_node_append(part, dg_block_new(arena, DG_HEADING, DG_ROLE_NONE, "Methods", DG_NOWHERE));
    dg_node_append(part, dg_block_new(arena, DG_PARAGRAPH, DG_ROLE_NONE, "Text.", DG_NOWHERE));
    dg_openings_make(arena, volume);
    g_assert_cmpint(dg_node_role(part->first), ==, DG_ROLE_ABSTRACT_TITLE);
    g_assert_cmpint(dg_node_role(part->first->next), ==, DG_ROLE_ABSTRACT);
    g_assert_cmpint(dg_node_role(meta->abstract->first), ==, DG_ROLE_ABSTRACT_TITLE);
    g_assert_cmpstr(dg_node_text(arena, meta->abstract->first), ==, "Abstract");
    dg_arena_free(arena);
}

static void
test_the_book_has_its_order(void)
{
    static const struct {
        const char *kind;
        DgStart start;
    } wanted[] = {{"half-title", DG_START_RECTO}, {"title", DG_START_VERSO},
                  {"title", DG_START_RECTO},      {"contents", DG_START_RECTO},
                  {"part", DG_START_RECTO},       {"item", DG_START_PAGE}};
    static const int notes[][DG_SIDES] = {{0, 0}};
    DgArena *arena = dg_arena_new();
    DgVolume *volume = volume_with(arena, notes, 1);
    dg_openings_make(arena, volume);
    const DgBook *book = dg_book_make(arena, volume);
    g_assert_cmpuint(book->n_flows, ==, G_N_ELEMENTS(wanted));
    for (size_t i = 0; i < book->n_flows; i++) {
        g_assert_cmpstr(book->flows[i].kind, ==, wanted[i].kind);
        g_assert_cmpint(book->flows[i].start, ==, wanted[i].start);
    }
    /* the second language has its title page on the left, the first on the right: never both on one page */
    g_assert_cmpint(book->flows[1].pairs[0].full_side, ==, DG_RIGHT);
    g_assert_cmpint(book->flows[2].pairs[0].full_side, ==, DG_LEFT);
    dg_arena_free(arena);
}

static void
test_contents_point_to_what_they_name(void)
{
    static const int notes[][DG_SIDES] = {{0, 0}};
    DgArena *arena = dg_arena_new();
    DgVolume *volume = volume_with(arena, notes, 1);
    dg_openings_make(arena, volume);
    const DgBook *book = dg_book_make(arena, volume);
    const DgFlow *contents = &book->flows[3];
    const DgNode *entry = contents->pairs[contents->n_pairs - 1].blocks[DG_RIGHT][0];
    g_assert_cmpstr(dg_node_text(arena, entry), ==, "Talk");
    g_assert_cmpint(entry->last->kind, ==, DG_PAGE_NUMBER);
    g_assert_true(entry->last->as.reference.target == volume->items[0]->text[DG_RIGHT].meta.title);
    dg_arena_free(arena);
}

/* ---- the index, with pages told by a table ---- */

typedef struct {
    const DgNode *places[8];
    size_t pages[8];
} Told;

static size_t
told_page(const void *data, const DgNode *node, bool end)
{
    const Told *told = data;
    (void)end;
    for (size_t i = 0; i < G_N_ELEMENTS(told->places); i++)
        if (told->places[i] == node)
            return told->pages[i];
    return 0;
}

static const char *
told_folio(const void *data, size_t page)
{
    static const char *const folios[] = {"", "1", "2", "3", "4", "5", "6", "7", "8", "9"};
    (void)data;
    return folios[page];
}

static const DgNode *
add_term(DgArena *arena, DgVolume *volume, const char *term)
{
    DgNode *anchor = dg_node_new(arena, DG_SPAN, DG_NOWHERE);
    anchor->type = "index-term";
    anchor->as.index.terms = dg_arena_copy(arena, &term, sizeof term);
    anchor->as.index.n_terms = 1;
    dg_node_append(volume->items[0]->text[DG_RIGHT].body->first, anchor);
    return anchor;
}

static void
test_an_index_collapses_pages(void)
{
    static const int notes[][DG_SIDES] = {{0, 0}};
    static const size_t pages[] = {7, 2, 2, 3, 4, 9, 0, 5};
    DgArena *arena = dg_arena_new();
    DgVolume *volume = volume_with(arena, notes, 1);
    Told told = {0};
    for (size_t i = 0; i < G_N_ELEMENTS(pages); i++) {
        told.places[i] = add_term(arena, volume, i < 7 ? "zebra" : "Apple");
        told.pages[i] = pages[i];
    }
    dg_openings_make(arena, volume);
    DgBook *book = dg_book_make(arena, volume);
    DgFlow *index = &book->flows[book->n_flows - 1];
    g_assert_cmpstr(index->kind, ==, "terms");
    g_assert_nonnull(index->complete);
    const DgFolios folios = {&told, told_page, told_folio, 9};
    index->complete(arena, index, &folios);
    const DgPair *list = &index->pairs[index->n_pairs - 1];
    g_assert_cmpuint(list->n[DG_LEFT], ==, 0);
    g_assert_cmpuint(list->n[DG_RIGHT], ==, 4);
    g_assert_cmpstr(dg_node_text(arena, list->blocks[DG_RIGHT][0]), ==, "A");
    g_assert_cmpstr(dg_node_text(arena, list->blocks[DG_RIGHT][1]), ==, "Apple\u20025");
    g_assert_cmpstr(dg_node_text(arena, list->blocks[DG_RIGHT][3]), ==, "zebra\u20022–4, 7, 9");
    g_assert_true(list->blocks[DG_RIGHT][3]->pair == list);
    dg_arena_free(arena);
}

static void
test_a_volume_has_the_lists_it_wants(void)
{
    static const int notes[][DG_SIDES] = {{0, 0}};
    DgArena *arena = dg_arena_new();
    DgVolume *volume = volume_with(arena, notes, 1);
    add_term(arena, volume, "zebra");
    volume->matter = "contents  persons";
    dg_openings_make(arena, volume);
    const DgBook *book = dg_book_make(arena, volume);
    g_assert_cmpstr(book->flows[book->n_flows - 1].kind, ==, "item");
    g_assert_cmpstr(book->flows[3].kind, ==, "contents");
    volume->matter = "none";
    const DgBook *bare = dg_book_make(arena, volume);
    g_assert_cmpuint(bare->n_flows, ==, book->n_flows - 1);
    dg_arena_free(arena);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/matter/notes", test_paired_notes_share_their_number);
    g_test_add_func("/matter/lists", test_list_items_are_labelled_by_language);
    g_test_add_func("/matter/openings", test_openings_stand_level_by_role);
    g_test_add_func("/matter/openings/abstract", test_abstracts_have_headings_of_their_own);
    g_test_add_func("/matter/openings/many", test_many_authors_run_on);
    g_test_add_func("/matter/book", test_the_book_has_its_order);
    g_test_add_func("/matter/contents", test_contents_point_to_what_they_name);
    g_test_add_func("/matter/index", test_an_index_collapses_pages);
    g_test_add_func("/matter/lists-wanted", test_a_volume_has_the_lists_it_wants);
    return g_test_run();
}
