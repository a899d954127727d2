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

static char *
label_value(const char *folio)
{
    if (decimal(folio))
        return g_strdup_printf("<</S/D/St %d>>", decimal(folio));
    g_autoptr(GString) value = g_string_new("<<");
    if (folio && *folio) {
        g_string_append(value, "/P");
        pdf_put_string(value, folio);
    }
    g_string_append(value, ">>");
    return g_strdup(value->str);
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
            g_autofree char *value = label_value(folio);
            PdfLeaf leaf = {.number = document->index[i], .value = dg_arena_strdup(scratch, value)};
            DG_APPEND(scratch, leaves, n, leaf);
        }
        before = folio;
    }
    int object = n ? pdf_put_tree(document->file, leaves, n, false) : 0;
    dg_arena_free(scratch);
    return object;
}
