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

/* What stands on each written page; NULL on blank ones, which have no number. */
static const char **
folios_of(const PdfDocument *document, DgArena *scratch)
{
    const char **folios = DG_NEW_ARRAY(scratch, const char *, document->n_pages);
    for (size_t i = 0; i < document->pages->n_pages; i++)
        if (document->index[i] >= 0)
            folios[document->index[i]] = document->pages->pages[i].folio;
    return folios;
}

int
pdf_labels_put(const PdfDocument *document)
{
    DgArena *scratch = dg_arena_new();
    const char **folios = folios_of(document, scratch);
    PdfLeaf *leaves = NULL;
    size_t n = 0;
    for (int page = 0; page < document->n_pages; page++) {
        bool goes_on = page > 0 && (counts_on(folios[page - 1], folios[page]) ||
                                    (!folios[page] && !folios[page - 1]));
        if (goes_on)
            continue;
        int range = put_range(document->file, folios[page]);
        PdfLeaf leaf = {.number = page, .value = dg_arena_printf(scratch, "%d 0 R", range)};
        DG_APPEND(scratch, leaves, n, leaf);
    }
    int object = pdf_put_numbers(document->file, leaves, n);
    dg_arena_free(scratch);
    return object;
}
