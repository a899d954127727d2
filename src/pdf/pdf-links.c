/* pdf-links.c - link annotations and named destinations. */
#include "pdf-internal.h"

#include <string.h>

/* The words of a node; those of the block that it stands in when it has none of its own, as a page number. */
static char *
words_of(const DgNode *node)
{
    enum { MOST = 300 }; /* characters that a reader can bear to hear */
    DgArena *scratch = dg_arena_new();
    const char *text = dg_node_text(scratch, node);
    const DgNode *block = dg_node_block(node);
    if (!*text && node->kind == DG_NOTE_MARK && node->as.note_mark.note &&
        node->as.note_mark.note->label)
        text = node->as.note_mark.note->label;
    if (!*text && block)
        text = dg_node_text(scratch, block);
    char *words = g_utf8_strlen(text, -1) > MOST ? g_utf8_substring(text, 0, MOST) : g_strdup(text);
    dg_arena_free(scratch);
    return words;
}

/* What a screen reader says of a link: its words, or where it leads. */
static char *
link_contents(const DgPageLink *link)
{
    g_autofree char *words = link->node ? words_of(link->node) : NULL;
    if (words && *words)
        return g_steal_pointer(&words);
    return g_strdup(link->uri ? link->uri : link->target);
}

static void
put_rectangle(const PdfDocument *document, const DgPageLink *link, GString *body)
{
    int64_t height = pdf_milli(document->pages->height);
    const int64_t sides[4] = {pdf_milli(link->x), height - pdf_milli(link->y + link->height),
                              pdf_milli(link->x + link->width), height - pdf_milli(link->y)};
    g_string_append(body, "/Rect[");
    for (int i = 0; i < 4; i++) {
        pdf_put_milli(body, sides[i]);
        g_string_append_c(body, i < 3 ? ' ' : ']');
    }
}

static void
put_action(const DgPageLink *link, GString *body)
{
    if (link->uri) {
        g_autofree char *uri = g_uri_escape_string(link->uri, "!#$%&'()*+,/:;=?@[]~", FALSE);
        g_string_append(body, "/A<</S/URI/URI");
        pdf_put_bytes(body, uri, strlen(uri));
        g_string_append(body, ">>");
        return;
    }
    g_string_append(body, "/Dest");
    pdf_put_bytes(body, link->target, strlen(link->target));
}

/* What a string cannot hold leads nowhere; of an address any byte may take three. */
static bool
leads_somewhere(const PdfDocument *document, const DgPageLink *link)
{
    if (link->uri)
        return strlen(link->uri) <= PDF_STRING_BYTES / 3;
    return link->target && g_hash_table_contains(document->destinations, link->target);
}

void
pdf_links_put(const PdfDocument *document, PdfTree *tree, size_t page, GString *annotations)
{
    const DgPage *shown = &document->pages->pages[page];
    g_autoptr(GString) body = g_string_new(NULL);
    for (size_t i = 0; i < shown->n_links; i++) {
        const DgPageLink *link = &shown->links[i];
        if (!leads_somewhere(document, link))
            continue;
        int object = pdf_object_new(document->file), number = document->index[page];
        int key = pdf_tree_add_annotation(tree, link, shown->flow, number, object);
        g_autofree char *contents = link_contents(link);
        g_string_assign(body, "<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]");
        g_string_append_printf(body, "/StructParent %d", document->n_pages + key);
        put_rectangle(document, link, body);
        put_action(link, body);
        g_string_append(body, "/Contents");
        pdf_put_string(body, contents);
        g_string_append(body, ">>");
        pdf_object_put(document->file, object, body);
        g_string_append_printf(annotations, "%d 0 R ", object);
    }
}

GHashTable *
pdf_destinations_collect(const PdfDocument *document)
{
    GHashTable *destinations = g_hash_table_new(g_str_hash, g_str_equal);
    for (size_t i = 0; i < document->pages->n_pages; i++) {
        const DgPage *page = &document->pages->pages[i];
        for (size_t j = 0; document->index[i] >= 0 && j < page->n_destinations; j++)
            if (page->destinations[j].name &&
                strlen(page->destinations[j].name) <= PDF_STRING_BYTES)
                g_hash_table_add(destinations, (gpointer)page->destinations[j].name);
    }
    return destinations;
}

void
pdf_put_place(const PdfDocument *document, GString *out, size_t page, DgLen x, DgLen y)
{
    int edge = (int)(document->sheet.edge / 1000);
    g_string_append_printf(out, "[%d 0 R/XYZ %d %d 0]", document->objects[document->index[page]],
                           pdf_whole_points(x) + edge,
                           pdf_whole_points(document->pages->height - y) + edge);
}

static char *
destination_value(const PdfDocument *document, DgArena *arena, size_t page, DgLen x, DgLen y)
{
    g_autoptr(GString) value = g_string_new(NULL);
    pdf_put_place(document, value, page, x, y);
    return dg_arena_strndup(arena, value->str, value->len);
}

int
pdf_destinations_put(const PdfDocument *document)
{
    DgArena *scratch = dg_arena_new();
    PdfLeaf *leaves = NULL;
    size_t n = 0;
    for (size_t i = 0; i < document->pages->n_pages; i++) {
        const DgPage *page = &document->pages->pages[i];
        for (size_t j = 0; document->index[i] >= 0 && j < page->n_destinations; j++) {
            const DgDestination *place = &page->destinations[j];
            /* Of places with the same name the first holds. */
            if (!place->name || !g_hash_table_remove(document->destinations, place->name))
                continue;
            PdfLeaf leaf = {.name = place->name,
                            .value = destination_value(document, scratch, i, place->x, place->y)};
            DG_APPEND(scratch, leaves, n, leaf);
        }
    }
    int object = pdf_put_names(document->file, leaves, n);
    dg_arena_free(scratch);
    return object;
}
