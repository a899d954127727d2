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
is_chosen(const DgPage *page, char *const *hrefs)
{
    if (!hrefs)
        return true;
    const DgItem *item = page->flow ? page->flow->item : NULL;
    return item && item->href && g_strv_contains((const char *const *)hrefs, item->href);
}

static void
choose_pages(Writer *writer)
{
    PdfDocument *document = &writer->document;
    const DgPages *pages = document->pages;
    g_auto(GStrv) hrefs =
        document->options->only ? g_strsplit(document->options->only, ",", -1) : NULL;
    writer->index = DG_NEW_ARRAY(writer->scratch, int, pages->n_pages + 1);
    writer->objects = DG_NEW_ARRAY(writer->scratch, int, pages->n_pages + 1);
    for (size_t i = 0; i < pages->n_pages; i++) {
        writer->index[i] = -1;
        if (is_chosen(&pages->pages[i], hrefs)) {
            writer->index[i] = document->n_pages;
            writer->objects[document->n_pages++] = pdf_object_new(document->file);
        }
    }
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

static void
put_page(Writer *writer, size_t i, int parent, GString *content, GString *body)
{
    PdfDocument *document = &writer->document;
    const DgPage *page = &document->pages->pages[i];
    PdfDrawing drawing = {writer->fonts, writer->tree, writer->images,
                          pdf_milli(document->pages->height)};
    g_string_truncate(content, 0);
    pdf_page_draw(&drawing, page, document->index[i], content);
    int stream = pdf_object_new(document->file);
    pdf_stream_put(document->file, stream, "", content->str, content->len);
    g_autoptr(GString) annotations = g_string_new(NULL);
    pdf_links_put(document, writer->tree, i, annotations);
    g_string_printf(body, "<</Type/Page/Parent %d 0 R/Contents %d 0 R/StructParents %d/Tabs/S",
                    parent, stream, document->index[i]);
    if (annotations->len)
        g_string_append_printf(body, "/Annots[%s]", annotations->str);
    g_string_append(body, ">>");
    pdf_object_put(document->file, document->objects[document->index[i]], body);
}

/* Pages in groups, so that a reader finds any of ten thousand quickly. */
static int
put_pages(Writer *writer)
{
    PdfDocument *document = &writer->document;
    g_autoptr(GString) content = g_string_new(NULL), body = g_string_new(NULL),
                       kids = g_string_new(NULL);
    g_autoptr(GString) groups = g_string_new(NULL);
    int group = 0, in_group = 0;
    for (size_t i = 0; i <= document->pages->n_pages; i++) {
        bool last = i == document->pages->n_pages;
        if (in_group && (last || in_group == PAGES_A_NODE)) {
            g_string_printf(body, "<</Type/Pages/Parent %d 0 R/Count %d/Kids[%s]>>",
                            writer->page_list, in_group, kids->str);
            pdf_object_put(document->file, group, body);
            g_string_append_printf(groups, "%d 0 R ", group);
            g_string_truncate(kids, 0);
            in_group = 0;
        }
        if (last || document->index[i] < 0)
            continue;
        if (in_group++ == 0)
            group = pdf_object_new(document->file);
        put_page(writer, i, group, content, body);
        g_string_append_printf(kids, "%d 0 R ", document->objects[document->index[i]]);
    }
    g_string_printf(body, "<</Type/Pages/Count %d/Kids[%s]/Resources %d 0 R/MediaBox[0 0 ",
                    document->n_pages, groups->str, writer->resources);
    pdf_put_milli(body, pdf_milli(document->pages->width));
    g_string_append_c(body, ' ');
    pdf_put_milli(body, pdf_milli(document->pages->height));
    g_string_append(body, "]>>");
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
    bool conforming = document->n_pages > 0 && language && pdf_fonts_conform(writer->fonts) &&
                      pdf_images_conform(writer->images);
    int tree = pdf_tree_write(writer->tree, document->file, document->objects, document->n_pages);
    g_autoptr(GString) body = g_string_new("<</Type/Catalog/MarkInfo<</Marked true>>"
                                           "/ViewerPreferences<</DisplayDocTitle true>>");
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
    g_string_append_printf(body, "/OutputIntents[%d 0 R]>>", pdf_intent_put(document->file));
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
    writer->tree = pdf_tree_new(writer->scratch, document->pages, document->volume);
    writer->images = pdf_images_new(writer->scratch, diags, document->file);
}

DgBytes
dg_pdf_write(DgArena *arena, DgDiags *diags, const DgPages *pages, DgPdfOptions options)
{
    Writer writer = {.scratch = dg_arena_new()};
    writer.document = (PdfDocument){
        .file = pdf_file_new(), .pages = pages, .volume = options.volume, .options = &options};
    open_writer(&writer, diags);
    put_pages(&writer);
    put_resources(&writer);
    int catalog = put_catalog(&writer), info = pdf_info_put(&writer.document);
    const GString *file = pdf_file_finish(writer.document.file, catalog, info);
    DgBytes bytes = {(const uint8_t *)dg_arena_strndup(arena, file->str, file->len), file->len};
    pdf_file_free(writer.document.file);
    g_hash_table_destroy(writer.document.destinations);
    pdf_tree_free(writer.tree);
    dg_arena_free(writer.scratch);
    return bytes;
}
