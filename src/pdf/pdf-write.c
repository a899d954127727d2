/* pdf-write.c - the document: pages chosen, drawn and written one after another, then what belongs to all. */
#include "pdf-internal.h"

#include <string.h>

typedef struct {
    PdfDocument document;
    DgArena *scratch;
    PdfFonts *fonts;
    PdfTree *tree;
    PdfImages *images;
    int *objects, *index;
    int page_list, resources; /* objects */
} Writer;

static bool
is_chosen(const DgPage *page, const char *only)
{
    const DgItem *item = page->flow ? page->flow->item : NULL;
    return !only || (item && dg_item_is_listed(item, only));
}

size_t
dg_pdf_count(const DgPages *pages, DgPdfOptions options, size_t *blank)
{
    size_t n = 0, signature = options.press ? (size_t)MAX(options.press->signature, 1) : 1;
    for (size_t i = 0; i < pages->n_pages; i++)
        n += is_chosen(&pages->pages[i], options.only);
    /* Parts of a volume are bound as they come. */
    *blank = options.only || n == 0 ? 0 : (signature - n % signature) % signature;
    return n + *blank;
}

static bool
is_final_imprint(const DgPage *page)
{
    return page->flow && g_strcmp0(page->flow->kind, "final-imprint") == 0;
}

/* The page that blank ones stand before: the final imprint stays the last page of the book, on the same side of its
 * leaf; other books end with the blank ones. */
static size_t
page_behind_blank(const DgPages *pages, size_t blank)
{
    size_t page = pages->n_pages;
    while (page > 0 && is_final_imprint(&pages->pages[page - 1]))
        page--;
    return blank % 2 ? pages->n_pages : page;
}

static void
choose_pages(Writer *writer)
{
    PdfDocument *document = &writer->document;
    const DgPages *pages = document->pages;
    size_t blank = 0, n = dg_pdf_count(pages, *document->options, &blank),
           behind_blank = page_behind_blank(pages, blank);
    writer->index = DG_NEW_ARRAY(writer->scratch, int, pages->n_pages + 1);
    writer->objects = DG_NEW_ARRAY(writer->scratch, int, n + 1);
    for (size_t i = 0; i < pages->n_pages; i++) {
        if (i == behind_blank)
            document->n_pages += (int)blank;
        writer->index[i] =
            is_chosen(&pages->pages[i], document->options->only) ? document->n_pages++ : -1;
    }
    document->n_pages = (int)n;
    for (size_t i = 0; i < n; i++)
        writer->objects[i] = pdf_object_new(document->file);
    document->index = writer->index;
    document->objects = writer->objects;
}

static void
gather_fonts(Writer *writer, DgDiags *diags)
{
    const DgPages *pages = writer->document.pages;
    for (size_t i = 0; i < pages->n_pages; i++)
        for (size_t j = 0; writer->index[i] >= 0 && j < pages->pages[i].n_marks; j++)
            if (pages->pages[i].marks[j].kind == DG_MARK_GLYPHS)
                pdf_fonts_gather(writer->fonts, pages->pages[i].marks[j].run);
    pdf_fonts_settle(writer->fonts, diags);
}

enum { PAGES_A_NODE = 32 };

/* The page of the display list that a written page shows; NULL: it is blank. */
static const DgPage *
shown_page(const Writer *writer, int number, size_t *index)
{
    const PdfDocument *document = &writer->document;
    for (; *index < document->pages->n_pages && document->index[*index] <= number; ++*index)
        if (document->index[*index] == number)
            return &document->pages->pages[*index];
    return NULL;
}

/* A press sees the page on a larger sheet. */
static void
put_content(Writer *writer, const DgPage *page, int number, GString *content)
{
    const PdfDocument *document = &writer->document;
    const DgPdfPress *press = document->options->press;
    PdfDrawing drawing = {writer->fonts, writer->tree, writer->images, &document->colors,
                          document->sheet.height};
    g_string_truncate(content, 0);
    if (press && page) {
        g_string_append(content, "q 1 0 0 1 ");
        pdf_put_milli(content, document->sheet.edge);
        g_string_append_c(content, ' ');
        pdf_put_milli(content, document->sheet.edge);
        g_string_append(content, " cm\n");
    }
    if (page)
        pdf_page_draw(&drawing, page, number, content);
    if (press && page)
        g_string_append(content, "Q\n");
    if (press)
        pdf_sheet_put_marks(content, &document->sheet, press);
}

static void
put_page(Writer *writer, int number, size_t *index, int parent, GString *content, GString *body)
{
    PdfDocument *document = &writer->document;
    const DgPage *page = shown_page(writer, number, index);
    put_content(writer, page, number, content);
    int stream = pdf_object_new(document->file);
    pdf_stream_put(document->file, stream, "", content->str, content->len);
    g_autoptr(GString) annotations = g_string_new(NULL);
    if (page && writer->tree)
        pdf_links_put(document, writer->tree, *index, annotations);
    /* Each page names its resources itself: PDF/A wants them with the contents (ISO 19005-2, 6.2.2). */
    g_string_printf(body, "<</Type/Page/Parent %d 0 R/Contents %d 0 R/Resources %d 0 R", parent,
                    stream, writer->resources);
    if (writer->tree)
        g_string_append_printf(body, "/StructParents %d/Tabs/S", number);
    if (document->options->press)
        pdf_sheet_put_boxes(body, &document->sheet);
    if (annotations->len)
        g_string_append_printf(body, "/Annots[%s]", annotations->str);
    g_string_append(body, ">>");
    pdf_object_put(document->file, document->objects[number], body);
}

/* Pages in groups, so that a reader finds any of ten thousand quickly. */
static int
put_pages(Writer *writer)
{
    PdfDocument *document = &writer->document;
    g_autoptr(GString) content = g_string_new(NULL), body = g_string_new(NULL),
                       kids = g_string_new(NULL);
    g_autoptr(GString) groups = g_string_new(NULL);
    size_t index = 0;
    for (int first = 0; first < document->n_pages; first += PAGES_A_NODE) {
        int group = pdf_object_new(document->file),
            end = MIN(first + PAGES_A_NODE, document->n_pages);
        g_string_truncate(kids, 0);
        for (int page = first; page < end; page++) {
            put_page(writer, page, &index, group, content, body);
            g_string_append_printf(kids, "%d 0 R ", document->objects[page]);
        }
        g_string_printf(body, "<</Type/Pages/Parent %d 0 R/Count %d/Kids[%s]>>", writer->page_list,
                        end - first, kids->str);
        pdf_object_put(document->file, group, body);
        g_string_append_printf(groups, "%d 0 R ", group);
    }
    g_string_printf(body, "<</Type/Pages/Count %d/Kids[%s]", document->n_pages, groups->str);
    pdf_sheet_put_media(body, &document->sheet);
    g_string_append(body, ">>");
    pdf_object_put(document->file, writer->page_list, body);
    return writer->page_list;
}

static void
put_resources(Writer *writer)
{
    g_autoptr(GString) body = g_string_new("<<");
    pdf_fonts_write(writer->fonts, writer->document.file, body);
    pdf_images_resources(writer->images, body);
    g_string_append(body, ">>");
    pdf_object_put(writer->document.file, writer->resources, body);
}

static void
put_optional(GString *body, const char *format, int object)
{
    if (object)
        g_string_append_printf(body, "/%s %d 0 R", format, object);
}

static int
put_catalog(Writer *writer)
{
    PdfDocument *document = &writer->document;
    const char *language = document->volume ? document->volume->languages[DG_LEFT] : NULL;
    bool conforming = document->n_pages > 0 && language && pdf_fonts_conform(writer->fonts);
    int tree = writer->tree ? pdf_tree_write(writer->tree, document->file, document->objects,
                                             document->n_pages)
                            : 0;
    g_autoptr(GString) body =
        g_string_new("<</Type/Catalog/ViewerPreferences<</DisplayDocTitle true>>");
    g_string_append(body, tree ? "/MarkInfo<</Marked true>>" : "");
    if (language) {
        g_string_append(body, "/Lang");
        pdf_put_string(body, language);
    }
    put_optional(body, "Pages", writer->page_list);
    put_optional(body, "StructTreeRoot", tree);
    put_optional(body, "PageLabels", pdf_labels_put(document));
    put_optional(body, "Outlines", pdf_outline_put(document));
    put_optional(body, "Metadata", pdf_metadata_put(document, conforming));
    int names = pdf_destinations_put(document);
    if (names)
        g_string_append_printf(body, "/Names<</Dests %d 0 R>>", names);
    g_string_append_printf(body, "/OutputIntents[%d 0 R]>>", pdf_intent_put(document));
    int object = pdf_object_new(document->file);
    pdf_object_put(document->file, object, body);
    return object;
}

static void
open_writer(Writer *writer, DgDiags *diags)
{
    PdfDocument *document = &writer->document;
    choose_pages(writer);
    document->destinations = pdf_destinations_collect(document);
    writer->page_list = pdf_object_new(document->file);
    writer->resources = pdf_object_new(document->file);
    writer->fonts = pdf_fonts_new(writer->scratch);
    gather_fonts(writer, diags);
    if (!document->options->press)
        writer->tree = pdf_tree_new(writer->scratch, document->pages, document->options);
    writer->images = pdf_images_new(writer->scratch, diags, document->file, &document->colors);
}

DgBytes
dg_pdf_write(DgArena *arena, DgDiags *diags, const DgPages *pages, DgPdfOptions options)
{
    Writer writer = {.scratch = dg_arena_new()};
    writer.document = (PdfDocument){.file = pdf_file_new(options.press ? "1.6" : "1.7"),
                                    .pages = pages,
                                    .volume = options.volume,
                                    .options = &options,
                                    .sheet = pdf_sheet(pages, options.press),
                                    .colors = {options.press ? options.press->inks : NULL}};
    open_writer(&writer, diags);
    put_pages(&writer);
    put_resources(&writer);
    int catalog = put_catalog(&writer), info = pdf_info_put(&writer.document);
    const GString *file = pdf_file_finish(writer.document.file, catalog, info);
    DgBytes bytes = {(const uint8_t *)dg_arena_strndup(arena, file->str, file->len), file->len};
    pdf_file_free(writer.document.file);
    g_hash_table_destroy(writer.document.destinations);
    if (writer.tree)
        pdf_tree_free(writer.tree);
    dg_arena_free(writer.scratch);
    return bytes;
}
