/* pdf-labels.c - page labels: the folios of the book, as ranges that count on. */
#include "pdf-internal.h"

#include <stdlib.h>
#include <string.h>

/* The number that a folio of plain digits shows; 0: it is none. */
static int
decimal(const char *folio)
{
    size_t length = folio ? strlen(folio) : 0;
    if (length == 0 || length > 8 || strspn(folio, "0123456789") != length || *folio == '0')
        return 0;
    return atoi(folio);
}

static bool
counts_on(const char *before, const char *folio)
{
    return decimal(before) && decimal(folio) == decimal(before) + 1;
}

/* The object of a range that starts with this folio. */
static int
put_range(PdfFile *file, const char *folio)
{
    g_autoptr(GString) body = g_string_new("<<");
    if (decimal(folio)) {
        g_string_append_printf(body, "/S/D/St %d", decimal(folio));
    } else if (folio && *folio) {
        g_string_append(body, "/P");
        pdf_put_string(body, folio);
    }
    g_string_append(body, ">>");
    int object = pdf_object_new(file);
    pdf_object_put(file, object, body);
    return object;
}

int
pdf_labels_put(const PdfDocument *document)
{
    DgArena *scratch = dg_arena_new();
    PdfLeaf *leaves = NULL;
    size_t n = 0;
    const char *before = NULL;
    for (size_t i = 0; i < document->pages->n_pages; i++) {
        if (document->index[i] < 0)
            continue;
        const char *folio = document->pages->pages[i].folio;
        if (n == 0 || !counts_on(before, folio)) {
            int range = put_range(document->file, folio);
            PdfLeaf leaf = {.number = document->index[i],
                            .value = dg_arena_printf(scratch, "%d 0 R", range)};
            DG_APPEND(scratch, leaves, n, leaf);
        }
        before = folio;
    }
    int object = pdf_put_numbers(document->file, leaves, n);
    dg_arena_free(scratch);
    return object;
}
