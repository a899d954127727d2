/* paper.c - display lists made by hand, for tests of the PDF writer. */
#include "paper.h"

#include <glib/gstdio.h>
#include <string.h>

/* Fontconfig, which librsvg asks for the faces of text, keeps what it has read until the process ends. */
const char *__lsan_default_suppressions(void);

const char *
__lsan_default_suppressions(void)
{
    return "leak:libfontconfig";
}

void
paper_open(Paper *paper, const void *data)
{
    (void)data;
    static const char *const families[] = {"PT Serif", "PT Sans", "PT Mono", NULL};
    memset(paper, 0, sizeof *paper);
    paper->arena = dg_arena_new();
    paper->diags = dg_diags_new(paper->arena);
    paper->folder = g_dir_make_tmp("diglot-pdf-XXXXXX", NULL);
    paper->fonts = dg_fonts_new(paper->diags, paper->folder, DIGLOT_SOURCE, families, NULL);
    paper->shaper = dg_shaper_new(paper->arena, paper->diags, paper->fonts, NULL, "000");
    paper->images = dg_images_new(paper->arena, paper->folder);
    paper->volume = (DgVolume){.id = "paper", .languages = {"ru", "en"}, .n_languages = 2};
    paper->volume.title[DG_LEFT] = "Труды форума";
    paper->volume.title[DG_RIGHT] = "Proceedings & papers";
    paper->item = (DgItem){.href = "plenary/opening", .type = "oration"};
    paper->pages = (DgPages){.width = DG_PT(480), .height = DG_PT(680), .book = &paper->book};
    paper->style =
        (DgFontStyle){.family = "PT Serif", .weight = 400, .size = DG_PT(10), .leading = DG_PT(12)};
}

void
paper_close(Paper *paper, const void *data)
{
    (void)data;
    const char **names = dg_folder_list(paper->arena, paper->folder);
    for (; *names; names++)
        g_remove(dg_path_join(paper->arena, paper->folder, *names));
    g_rmdir(paper->folder);
    g_free(paper->folder);
    dg_images_free(paper->images);
    dg_shaper_free(paper->shaper);
    dg_fonts_free(paper->fonts);
    dg_arena_free(paper->arena);
}

DgFlow *
paper_flow(Paper *paper, const char *kind, DgNode *left, DgNode *right)
{
    DgFlow flow = {.kind = kind, .item = strcmp(kind, "item") == 0 ? &paper->item : NULL};
    DgNode *const roots[DG_SIDES] = {left, right};
    for (int side = 0; side < DG_SIDES; side++)
        if (roots[side]) {
            flow.roots[side] = dg_arena_copy(paper->arena, &roots[side], sizeof roots[side]);
            flow.n_roots[side] = 1;
        }
    if (!paper->book.flows)
        paper->book.flows = DG_NEW_ARRAY(paper->arena, DgFlow, 64);
    g_assert_cmpuint(paper->book.n_flows, <, 64);
    paper->book.flows[paper->book.n_flows] = flow;
    return &paper->book.flows[paper->book.n_flows++];
}

DgPage *
paper_page(Paper *paper, const char *folio)
{
    DgPage page = {.folio = folio};
    if (paper->book.n_flows)
        page.flow = &paper->book.flows[paper->book.n_flows - 1];
    DG_APPEND(paper->arena, paper->pages.pages, paper->pages.n_pages, page);
    paper->y = DG_PT(40);
    return &paper->pages.pages[paper->pages.n_pages - 1];
}

static DgPage *
last_page(Paper *paper)
{
    return paper->pages.n_pages ? &paper->pages.pages[paper->pages.n_pages - 1]
                                : paper_page(paper, "1");
}

DgMark *
paper_mark(Paper *paper, DgMark mark)
{
    DgPage *page = last_page(paper);
    DG_APPEND(paper->arena, page->marks, page->n_marks, mark);
    return &page->marks[page->n_marks - 1];
}

DgMark *
paper_text(Paper *paper, const DgNode *node, DgLen x, DgLen y, const char *text)
{
    DgRun *run = dg_run_make(paper->shaper, paper->arena, text, &paper->style, "ru", node);
    return paper_mark(paper,
                      (DgMark){.kind = DG_MARK_GLYPHS, .x = x, .y = y, .node = node, .run = run});
}

DgMark *
paper_divided(Paper *paper, const DgNode *node, DgLen x, DgLen y, const char *text)
{
    DgMark *mark = paper_text(paper, node, x, y, dg_arena_printf(paper->arena, "%s-", text));
    DgRun *run = dg_arena_copy(paper->arena, mark->run, sizeof *run);
    run->length--;
    run->division = true;
    mark->run = run;
    return mark;
}

static void
set_line(Paper *paper, const DgNode *node, const char *text)
{
    paper->y += DG_PT(11);
    paper_text(paper, node, DG_PT(40), paper->y, text);
}

static void
set_picture(Paper *paper, const DgNode *node)
{
    const DgImage *image =
        node->href ? dg_image_load(paper->images, paper->diags, node->href, DG_NOWHERE) : NULL;
    DgMark mark = {.kind = image ? DG_MARK_IMAGE : DG_MARK_FILL,
                   .x = DG_PT(40),
                   .y = paper->y + DG_PT(4),
                   .width = DG_PT(60),
                   .height = DG_PT(30),
                   .color = 0xDDDDDD,
                   .node = node,
                   .image = image};
    paper_mark(paper, mark);
    paper->y += DG_PT(36);
}

static void
set_node(Paper *paper, const DgNode *node, GPtrArray *notes)
{
    if (node->kind == DG_NOTE_MARK && node->as.note_mark.note) {
        const DgNode *note = node->as.note_mark.note;
        set_line(paper, node, note->label ? note->label : "*");
        if (!node->as.note_mark.repeated)
            g_ptr_array_add(notes, (gpointer)note);
    }
    if (node->label)
        set_line(paper, node, node->label);
    if (node->kind == DG_TEXT && node->text)
        set_line(paper, node, node->text);
    if (node->kind == DG_GRAPHIC || node->kind == DG_INLINE_GRAPHIC)
        set_picture(paper, node);
    if (node->kind == DG_PAGE_NUMBER)
        set_line(paper, node, "17");
    if (node->kind == DG_LEADER)
        set_line(paper, node, ". . . .");
    for (const DgNode *child = node->first; child; child = child->next)
        set_node(paper, child, notes);
}

void
paper_set(Paper *paper, const DgNode *root)
{
    g_autoptr(GPtrArray) notes = g_ptr_array_new();
    last_page(paper);
    set_node(paper, root, notes);
    for (guint i = 0; i < notes->len; i++)
        set_node(paper, notes->pdata[i], notes);
}

void
paper_link(Paper *paper, DgPageLink link)
{
    DgPage *page = last_page(paper);
    DG_APPEND(paper->arena, page->links, page->n_links, link);
}

void
paper_destination(Paper *paper, const char *name, DgLen y)
{
    DgPage *page = last_page(paper);
    DgDestination destination = {name, DG_PT(40), y};
    DG_APPEND(paper->arena, page->destinations, page->n_destinations, destination);
}

DgNode *
paper_add(Paper *paper, DgNode *parent, DgKind kind)
{
    DgNode *node = dg_node_new(paper->arena, kind, DG_NOWHERE);
    if (parent)
        dg_node_append(parent, node);
    return node;
}

DgNode *
paper_words(Paper *paper, DgNode *parent, DgKind kind, const char *text)
{
    DgNode *node = paper_add(paper, parent, kind);
    dg_node_append(node, dg_text_new(paper->arena, text, DG_NOWHERE));
    return node;
}

DgBytes
paper_write(Paper *paper, const char *only)
{
    DgPdfOptions options = {.volume = &paper->volume,
                            .date = "2024-09-16T10:00:00Z",
                            .producer = "diglot test",
                            .only = only,
                            .order = paper->order};
    DgBytes bytes = dg_pdf_write(paper->arena, paper->diags, &paper->pages, options);
    g_assert_nonnull(bytes.data);
    return bytes;
}

char *
paper_run(Paper *paper, DgBytes bytes, const char *command)
{
    g_auto(GStrv) arguments = g_strsplit(command, " ", -1);
    g_autofree char *path = g_build_filename(paper->folder, "out.pdf", NULL), *out = NULL,
                    *errors = NULL;
    int status = 0;
    g_assert_true(g_file_set_contents(path, (const char *)bytes.data, (gssize)bytes.size, NULL));
    for (char **argument = arguments; *argument; argument++)
        if (strcmp(*argument, "@") == 0) {
            g_free(*argument);
            *argument = g_strdup(path);
        }
    g_assert_true(g_spawn_sync(NULL, arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &out,
                               &errors, &status, NULL));
    if (status != 0)
        g_test_message("%s: %s%s", command, out, errors);
    g_assert_cmpint(status, ==, 0);
    return dg_arena_strdup(paper->arena, out);
}

char *
paper_plain(Paper *paper, DgBytes bytes)
{
    g_autofree char *path = g_build_filename(paper->folder, "plain.pdf", NULL), *plain = NULL;
    g_autofree char *command =
        g_strdup_printf("qpdf --qdf --object-streams=disable --no-original-object-ids @ %s", path);
    gsize size = 0;
    paper_run(paper, bytes, command);
    g_assert_true(g_file_get_contents(path, &plain, &size, NULL));
    for (gsize i = 0; i < size; i++)
        if (!plain[i])
            plain[i] = '?'; /* so that the text can be searched to its end */
    return dg_arena_strdup(paper->arena, plain);
}

DgNode *
paper_cell(Paper *paper, DgNode *row, const char *text, bool header)
{
    DgNode *cell = paper_add(paper, row, DG_CELL);
    cell->as.cell.columns = cell->as.cell.rows = 1;
    cell->as.cell.header = header;
    if (text)
        paper_words(paper, cell, DG_PARAGRAPH, text);
    return cell;
}

size_t
paper_count(const char *text, const char *what)
{
    size_t n = 0;
    for (const char *at = text; (at = strstr(at, what)); at += strlen(what))
        n++;
    return n;
}
