/* test-canvas.c - src/page/canvas.c, targets.c, picture.c, page-dump.c: what stands on a page */
#include "../shape/typeset.h"
#include "picture-internal.h"

#define RAGGED                                                                                     \
    SQUARE "text-align: left; hyphens: none } p { text-indent: 0 } "                               \
           "caption { hyphens: none }"

/* A volume of one item with one paragraph, which a contents flow precedes. */
typedef struct {
    Typeset t;
    DgVolume volume;
    DgBook book;
    DgFlow flows[3];
    DgItem item;
    DgPart part;
    DgPair pair;
    DgNode *body, *block;
    DgPage page;
    DgCanvas canvas;
} Sheet;

static void
sheet_root(Sheet *sheet, DgFlow *flow, DgSide side, DgNode *root)
{
    flow->roots[side] = dg_arena_copy(sheet->t.arena, &root, sizeof root);
    flow->n_roots[side] = 1;
}

static void
sheet_open(Sheet *sheet, const char *text)
{
    *sheet = (Sheet){.t = typeset_new(RAGGED)};
    sheet->volume = (DgVolume){.languages = {"en", "ru"}, .n_languages = 2};
    sheet->item = (DgItem){.href = "papers/one"};
    sheet->part = (DgPart){.id = "plenary"};
    sheet->body = dg_node_new(sheet->t.arena, DG_BODY, DG_NOWHERE);
    sheet->block = typeset_block(&sheet->t, text);
    dg_node_append(sheet->body, sheet->block);
    sheet->pair = (DgPair){.anchor = "p1"};
    sheet->block->pair = &sheet->pair;
    sheet->flows[0] = (DgFlow){.kind = "contents"};
    sheet->flows[1] = (DgFlow){.kind = "part", .part = &sheet->part};
    sheet->flows[2] = (DgFlow){.kind = "item", .item = &sheet->item};
    sheet_root(sheet, &sheet->flows[2], DG_LEFT, sheet->body);
    sheet->book = (DgBook){.flows = sheet->flows, .n_flows = 3};
    sheet->page = (DgPage){.folio = "7", .flow = &sheet->flows[2]};
    sheet->canvas = (DgCanvas){.arena = sheet->t.arena, .page = &sheet->page};
    sheet->canvas.flow = &sheet->flows[2];
    sheet->canvas.targets = dg_targets_make(sheet->t.arena, &sheet->volume, &sheet->book, NULL);
}

/* Sets the paragraph from 100 pt, 200 pt downwards. */
static void
sheet_set(Sheet *sheet, DgLen measure)
{
    DgPar *par = typeset_par(&sheet->t, sheet->block, "en");
    DgLines *lines = dg_lines_break(sheet->t.arena, sheet->t.diags, par, measure);
    const DgBroken *broken = &lines->variants[lines->best];
    for (int i = 0; i < broken->n_lines; i++)
        dg_canvas_line(&sheet->canvas, lines, &broken->lines[i], DG_PT(100),
                       DG_PT(200) + i * DG_PT(12));
}

static char *
sheet_dump(const Sheet *sheet, void (*dump)(FILE *, const DgPages *))
{
    char *text = NULL;
    size_t size = 0;
    DgPages pages = {.width = DG_PT(400), .height = DG_PT(500), .pages = (DgPage *)&sheet->page};
    pages.n_pages = 1;
    FILE *out = open_memstream(&text, &size);
    dump(out, &pages);
    fclose(out);
    return text;
}

static void
test_a_link_has_one_rectangle_a_line(void)
{
    Sheet sheet;
    sheet_open(&sheet, "aa ");
    DgNode *link = typeset_inline(&sheet.t, sheet.block, DG_LINK, "bb ");
    link->href = "https://example.org/";
    typeset_styled(&sheet.t, link, DG_UNDERLINE, "cc");
    dg_node_append(link, dg_text_new(sheet.t.arena, " dd", DG_NOWHERE));
    dg_node_append(sheet.block, dg_text_new(sheet.t.arena, " ee", DG_NOWHERE));
    sheet_set(&sheet, 9 * EM);
    g_assert_cmpuint(sheet.page.n_lines, ==, 2);
    g_assert_cmpuint(sheet.page.n_links, ==, 2);
    const DgPageLink *first = &sheet.page.links[0], *second = &sheet.page.links[1];
    g_assert_true(first->node == link && second->node == link);
    g_assert_cmpstr(first->uri, ==, "https://example.org/");
    g_assert_cmpint(first->x, ==, DG_PT(100) + 3 * EM);
    g_assert_cmpint(first->width, ==, 6 * EM); /* "bb cc" and the space at the line's end */
    g_assert_cmpint(second->x, ==, DG_PT(100));
    g_assert_cmpint(second->width, ==, 2 * EM);
    g_assert_cmpint(first->y, <, DG_PT(200));
    g_assert_cmpint(first->y + first->height, >, DG_PT(200));
    typeset_free(&sheet.t);
}

static void
test_two_links_that_touch_are_two(void)
{
    Sheet sheet;
    sheet_open(&sheet, "");
    typeset_inline(&sheet.t, sheet.block, DG_LINK, "aa")->href = "https://example.org/a";
    typeset_inline(&sheet.t, sheet.block, DG_LINK, "bb")->href = "https://example.org/b";
    typeset_inline(&sheet.t, sheet.block, DG_LINK, "cc"); /* leads nowhere */
    typeset_inline(&sheet.t, sheet.block, DG_REFERENCE_LINK, "dd");
    sheet_set(&sheet, 40 * EM);
    g_assert_cmpuint(sheet.page.n_links, ==, 2);
    g_assert_cmpstr(sheet.page.links[0].uri, ==, "https://example.org/a");
    g_assert_cmpstr(sheet.page.links[1].uri, ==, "https://example.org/b");
    g_assert_cmpint(sheet.page.links[1].width, ==, 2 * EM);
    typeset_free(&sheet.t);
}

static DgNode *
add_note(Sheet *sheet, DgNode *parent, const char *label)
{
    DgNode *note = dg_node_new(sheet->t.arena, DG_NOTE, DG_NOWHERE);
    DgNode *mark = dg_node_new(sheet->t.arena, DG_NOTE_MARK, DG_NOWHERE);
    note->label = label;
    note->as.note.mark = mark;
    mark->as.note_mark.note = note;
    dg_node_append(note, dg_block_new(sheet->t.arena, DG_PARAGRAPH, DG_ROLE_NONE, "n", DG_NOWHERE));
    dg_node_append(parent, mark);
    return note;
}

static void
test_links_inside_the_volume_name_their_targets(void)
{
    Sheet sheet;
    sheet_open(&sheet, "aa");
    DgNode *reference = typeset_inline(&sheet.t, sheet.block, DG_REFERENCE_LINK, "bb");
    reference->as.reference.target = sheet.block->first;
    add_note(&sheet, sheet.block, "1");
    DgNode *folio = typeset_inline(&sheet.t, sheet.block, DG_PAGE_NUMBER, NULL);
    folio->as.reference.target = sheet.body;
    sheet_set(&sheet, 40 * EM);
    g_assert_cmpuint(sheet.page.n_links, ==, 3);
    g_assert_cmpstr(sheet.page.links[0].target, ==, "papers/one/p1");
    g_assert_cmpstr(sheet.page.links[1].target, ==, "papers/one/fn-1-en");
    g_assert_cmpstr(sheet.page.links[2].target, ==, "papers/one/p1");
    typeset_free(&sheet.t);
}

static void
test_names_of_targets(void)
{
    Sheet sheet;
    sheet_open(&sheet, "aa");
    DgArena *arena = sheet.t.arena;
    const DgTargets *targets = sheet.canvas.targets;
    g_assert_cmpstr(dg_targets_flow(targets, &sheet.flows[0]), ==, "contents");
    g_assert_cmpstr(dg_targets_flow(targets, &sheet.flows[1]), ==, "part/plenary");
    g_assert_cmpstr(dg_targets_flow(targets, &sheet.flows[2]), ==, "papers/one");
    g_assert_null(dg_targets_flow(targets, NULL));
    DgNode *note = add_note(&sheet, sheet.block, "*");
    g_assert_cmpstr(dg_targets_name(arena, targets, note), ==, "papers/one/fn-*-en-p1");
    DgNode *inner = add_note(&sheet, note->first, "2"); /* a note's note */
    g_assert_cmpstr(dg_targets_name(arena, targets, inner->first), ==, "papers/one/fn-2-en");
    DgNode *stray = typeset_block(&sheet.t, "elsewhere");
    g_assert_null(dg_targets_name(arena, targets, stray));
    g_assert_null(dg_targets_name(arena, targets, NULL));
    typeset_free(&sheet.t);
}

/* A note that only marks itself stands in no tree. */
static void
test_a_note_in_itself_ends(void)
{
    Sheet sheet;
    sheet_open(&sheet, "aa");
    DgNode *note = add_note(&sheet, sheet.block, "1");
    DgNode *mark = note->as.note.mark;
    dg_node_remove(mark);
    dg_node_append(note->first, mark);
    g_assert_null(dg_targets_name(sheet.t.arena, sheet.canvas.targets, note));
    typeset_free(&sheet.t);
}

static void
test_destinations(void)
{
    Sheet sheet;
    sheet_open(&sheet, "aa");
    DgNode *note = add_note(&sheet, sheet.block, "3");
    dg_canvas_anchor(&sheet.canvas, "p1", DG_PT(10), DG_PT(20));
    dg_canvas_note(&sheet.canvas, note, DG_PT(30), DG_PT(40));
    dg_canvas_anchor(&sheet.canvas, NULL, 0, 0);
    sheet.canvas.flow = NULL;
    dg_canvas_anchor(&sheet.canvas, "p2", 0, 0);
    g_assert_cmpuint(sheet.page.n_destinations, ==, 2);
    g_assert_cmpstr(sheet.page.destinations[0].name, ==, "papers/one/p1");
    g_assert_cmpint(sheet.page.destinations[0].y, ==, DG_PT(20));
    g_assert_cmpstr(sheet.page.destinations[1].name, ==, "papers/one/fn-3-en");
    typeset_free(&sheet.t);
}

static void
test_shapes_without_area_are_left_out(void)
{
    Sheet sheet;
    sheet_open(&sheet, "aa");
    dg_canvas_rule(&sheet.canvas, 0, 0, DG_PT(10), 0, 0);
    dg_canvas_fill(&sheet.canvas, 0, 0, -1, DG_PT(10), 0);
    dg_canvas_fill(&sheet.canvas, 1, 2, 3, 4, 0xF0F0F0);
    g_assert_cmpuint(sheet.page.n_marks, ==, 1);
    g_assert_cmpint(sheet.page.marks[0].kind, ==, DG_MARK_FILL);
    g_assert_null(sheet.page.marks[0].node);
    typeset_free(&sheet.t);
}

static void
test_dumps(void)
{
    Sheet sheet;
    sheet_open(&sheet, "aa bbb ");
    sheet.block->id = "p1";
    typeset_inline(&sheet.t, sheet.block, DG_LINK, "c\"c")->href = "https://example.org/";
    sheet.canvas.column = DG_COLUMN_RIGHT;
    sheet_set(&sheet, 6 * EM);
    dg_canvas_rule(&sheet.canvas, DG_PT(1.5), DG_PT(2), DG_PT(30), DG_PT(0.5), 0x102030);
    dg_canvas_anchor(&sheet.canvas, "p1", DG_PT(100), DG_PT(190));
    char *pages = sheet_dump(&sheet, dg_pages_dump), *lines = sheet_dump(&sheet, dg_lines_dump);
    g_assert_cmpstr(pages, ==,
                    "pages 1 size 400x500\n"
                    "page 1 folio 7 flow papers/one\n"
                    "glyphs 100,200 70 text DiglotSquare-Regular 10 \"aa bbb \"\n"
                    "glyphs 100,212 30 text DiglotSquare-Regular 10 \"c\\\"c\"\n"
                    "rule 1.5,2 30x0.5 artifact #102030\n"
                    "link 100,204.5 30x10 link https://example.org/\n"
                    "destination 100,190 papers/one/p1\n");
    g_assert_cmpstr(lines, ==,
                    "1 right 100,200 60 1000 - aa bbb \n"
                    "1 right 100,212 30 1000 - c\"c\n");
    free(pages);
    free(lines);
    typeset_free(&sheet.t);
}

/* ---- pictures ---- */

static void
test_pictures_fit_and_are_never_enlarged(void)
{
    static const struct {
        DgImage image;
        DgLen measure, most, width, height;
    } cases[] = {
        /* larger than the measure; as it is; too high; 100 pixels are 48 pt at 150 dpi */
        {{.width = 1000, .height = 500, .natural_width = DG_PT(480), .natural_height = DG_PT(240)},
         DG_PT(200),
         DG_PT(300),
         DG_PT(200),
         DG_PT(100)},
        {{.width = 250, .height = 500, .natural_width = DG_PT(120), .natural_height = DG_PT(240)},
         DG_PT(200),
         DG_PT(300),
         DG_PT(120),
         DG_PT(240)},
        {{.width = 500, .height = 1000, .natural_width = DG_PT(240), .natural_height = DG_PT(480)},
         DG_PT(200),
         DG_PT(300),
         DG_PT(150),
         DG_PT(300)},
        {{.width = 100, .height = 50, .natural_width = DG_PT(100), .natural_height = DG_PT(50)},
         DG_PT(200),
         DG_PT(300),
         DG_PT(48),
         DG_PT(24)},
        {{.width = 50,
          .height = 100,
          .natural_width = DG_PT(100),
          .natural_height = DG_PT(50),
          .orientation = 6},
         DG_PT(200),
         DG_PT(300),
         DG_PT(48),
         DG_PT(24)},
        /* drawings: nearly as wide as the measure; much narrower */
        {{.format = DG_IMAGE_SVG, .natural_width = DG_PT(160), .natural_height = DG_PT(80)},
         DG_PT(200),
         DG_PT(300),
         DG_PT(200),
         DG_PT(100)},
        {{.format = DG_IMAGE_SVG, .natural_width = DG_PT(150), .natural_height = DG_PT(75)},
         DG_PT(200),
         DG_PT(300),
         DG_PT(150),
         DG_PT(75)},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        DgLen width = 0, height = 0;
        dg_picture_size(&cases[i].image, cases[i].measure, cases[i].most, &width, &height);
        g_assert_cmpint(width, ==, cases[i].width);
        g_assert_cmpint(height, ==, cases[i].height);
    }
}

static void
test_a_missing_picture_is_a_box_with_its_name(void)
{
    Sheet sheet;
    sheet_open(&sheet, "aa");
    DgImages *images = dg_images_new(sheet.t.arena, sheet.t.folder);
    DgNode *graphic = dg_node_new(sheet.t.arena, DG_GRAPHIC, DG_NOWHERE);
    graphic->alt = "a map";
    graphic->as.graphic.missing = true;
    DgPicture *picture = dg_picture_make(sheet.t.arena, sheet.t.diags, sheet.t.shaper, images,
                                         sheet.t.style, graphic, "en");
    dg_picture_fit(picture, DG_PT(120), DG_PT(500), DG_PT(300));
    g_assert_cmpint(dg_picture_height(picture), ==, DG_PT(100));
    dg_picture_place(&sheet.canvas, picture, DG_PT(10), DG_PT(20));
    size_t n_rules = 0, n_runs = 0;
    for (size_t i = 0; i < sheet.page.n_marks; i++) {
        const DgMark *mark = &sheet.page.marks[i];
        bool rule = mark->kind == DG_MARK_RULE;
        g_assert_true(mark->node == (rule ? graphic : NULL));
        n_rules += rule;
        n_runs += !rule;
        g_assert_cmpint(mark->x, >=, DG_PT(10));
        g_assert_cmpint(mark->x + mark->width, <=, DG_PT(130));
    }
    g_assert_cmpuint(n_rules, ==, 4);
    g_assert_cmpuint(n_runs, ==, 1);
    g_assert_cmpuint(sheet.page.n_lines, ==, 0);
    dg_images_free(images);
    typeset_free(&sheet.t);
}

static bool
lend_tall(const void *image, const DgNode *graphic, DgInlinePicture *picture)
{
    *picture = (DgInlinePicture){image, DG_PT(60), DG_PT(30)};
    return graphic->kind == DG_INLINE_GRAPHIC;
}

/* 12 pt high, as the leading; the link is as large as the picture. */
static void
test_a_picture_stands_in_the_line(void)
{
    Sheet sheet;
    DgImage image = {.file = "a.svg"};
    sheet_open(&sheet, "aa ");
    dg_shaper_lend_pictures(sheet.t.shaper, lend_tall, &image);
    DgNode *link = typeset_inline(&sheet.t, sheet.block, DG_LINK, NULL);
    DgNode *graphic = typeset_inline(&sheet.t, link, DG_INLINE_GRAPHIC, NULL);
    link->href = "https://example.org/";
    sheet_set(&sheet, 9 * EM);
    g_assert_cmpuint(sheet.page.n_marks, ==, 2);
    const DgMark *mark = &sheet.page.marks[1];
    g_assert_true(mark->kind == DG_MARK_IMAGE && mark->image == &image && mark->node == graphic);
    g_assert_null(mark->run);
    g_assert_cmpint(mark->x, ==, DG_PT(100) + 3 * EM);
    g_assert_cmpint(mark->width, ==, DG_PT(24));
    g_assert_cmpint(mark->height, ==, DG_PT(12));
    g_assert_cmpint(mark->y, <, DG_PT(200) - DG_PT(7)); /* above the capitals and below the line */
    g_assert_cmpint(mark->y + mark->height, >, DG_PT(200));
    g_assert_cmpuint(sheet.page.n_links, ==, 1);
    g_assert_cmpint(sheet.page.links[0].y, ==, mark->y);
    g_assert_cmpint(sheet.page.links[0].height, ==, DG_PT(12));
    g_assert_cmpint(sheet.page.links[0].width, ==, DG_PT(24));
    g_autofree char *lines = sheet_dump(&sheet, dg_lines_dump);
    g_assert_nonnull(strstr(lines, "aa [a.svg]\n"));
    typeset_free(&sheet.t);
}

/* A line narrower than the picture makes it smaller. */
static void
test_a_picture_is_no_wider_than_the_measure(void)
{
    Sheet sheet;
    DgImage image = {.file = "a.svg"};
    sheet_open(&sheet, "");
    dg_shaper_lend_pictures(sheet.t.shaper, lend_tall, &image);
    typeset_inline(&sheet.t, sheet.block, DG_INLINE_GRAPHIC, NULL);
    sheet_set(&sheet, EM);
    g_assert_cmpuint(sheet.page.n_marks, ==, 1);
    g_assert_cmpint(sheet.page.marks[0].width, ==, EM);
    g_assert_cmpint(sheet.page.marks[0].height, ==, EM / 2);
    g_assert_false(sheet.page.lines[0].overfull);
    typeset_free(&sheet.t);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/page/canvas/link", test_a_link_has_one_rectangle_a_line);
    g_test_add_func("/page/canvas/inline-picture", test_a_picture_stands_in_the_line);
    g_test_add_func("/page/canvas/narrow-picture", test_a_picture_is_no_wider_than_the_measure);
    g_test_add_func("/page/canvas/two-links", test_two_links_that_touch_are_two);
    g_test_add_func("/page/canvas/inside", test_links_inside_the_volume_name_their_targets);
    g_test_add_func("/page/canvas/names", test_names_of_targets);
    g_test_add_func("/page/canvas/note-in-itself", test_a_note_in_itself_ends);
    g_test_add_func("/page/canvas/destinations", test_destinations);
    g_test_add_func("/page/canvas/shapes", test_shapes_without_area_are_left_out);
    g_test_add_func("/page/canvas/dumps", test_dumps);
    g_test_add_func("/page/picture/size", test_pictures_fit_and_are_never_enlarged);
    g_test_add_func("/page/picture/missing", test_a_missing_picture_is_a_box_with_its_name);
    return g_test_run();
}
