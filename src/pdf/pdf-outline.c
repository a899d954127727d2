/* pdf-outline.c - the bookmarks, nested, in both languages. */
#include "pdf-internal.h"

#include <string.h>

typedef struct Bookmark Bookmark;
struct Bookmark {
    const DgOutlineEntry *entry; /* NULL: the root */
    int object, n_kids;
    Bookmark *parent, *first, *last, *previous, *next;
};

static Bookmark *
bookmark_new(const PdfDocument *document, DgArena *arena, Bookmark *parent,
             const DgOutlineEntry *entry)
{
    Bookmark *bookmark = DG_NEW(arena, Bookmark);
    bookmark->entry = entry;
    bookmark->object = pdf_object_new(document->file);
    bookmark->parent = parent;
    if (!parent)
        return bookmark;
    bookmark->previous = parent->last;
    if (parent->last)
        parent->last->next = bookmark;
    else
        parent->first = bookmark;
    parent->last = bookmark;
    parent->n_kids++;
    return bookmark;
}

/* An entry stands below the nearest one before it of a lower level. */
static Bookmark *
build(const PdfDocument *document, DgArena *arena)
{
    Bookmark *root = bookmark_new(document, arena, NULL, NULL), *last = root;
    for (size_t i = 0; i < document->pages->n_outline; i++) {
        const DgOutlineEntry *entry = &document->pages->outline[i];
        if (entry->page >= document->pages->n_pages || document->index[entry->page] < 0)
            continue;
        Bookmark *parent = last;
        while (parent->entry && parent->entry->level >= entry->level)
            parent = parent->parent;
        last = bookmark_new(document, arena, parent, entry);
    }
    return root;
}

static void
put_title(GString *body, const DgOutlineEntry *entry)
{
    const char *left = entry->title[DG_LEFT], *right = entry->title[DG_RIGHT];
    bool both = left && *left && right && *right && strcmp(left, right) != 0;
    g_autofree char *joined = both ? g_strconcat(left, " — ", right, NULL) : NULL;
    const char *single = left && *left ? left : right && *right ? right : "?";
    g_string_append(body, "/Title");
    pdf_put_string(body, joined ? joined : single);
}

static void
put_place(const PdfDocument *document, GString *body, const DgOutlineEntry *entry)
{
    g_string_append(body, "/Dest");
    pdf_put_place(document, body, entry->page, 0, entry->y);
}

static void
put_reference(GString *body, const char *key, const Bookmark *bookmark)
{
    if (bookmark)
        g_string_append_printf(body, "/%s %d 0 R", key, bookmark->object);
}

/* Only the top level is open at first: a negative count says so. */
static void
put_bookmark(const PdfDocument *document, const Bookmark *bookmark, GString *body)
{
    g_string_assign(body, "<<");
    if (bookmark->entry) {
        put_title(body, bookmark->entry);
        put_place(document, body, bookmark->entry);
        put_reference(body, "Parent", bookmark->parent);
    } else {
        g_string_append(body, "/Type/Outlines");
    }
    put_reference(body, "Prev", bookmark->previous);
    put_reference(body, "Next", bookmark->next);
    put_reference(body, "First", bookmark->first);
    put_reference(body, "Last", bookmark->last);
    if (bookmark->n_kids)
        g_string_append_printf(body, "/Count %d",
                               bookmark->entry ? -bookmark->n_kids : bookmark->n_kids);
    g_string_append(body, ">>");
    pdf_object_put(document->file, bookmark->object, body);
    for (const Bookmark *kid = bookmark->first; kid; kid = kid->next)
        put_bookmark(document, kid, body);
}

int
pdf_outline_put(const PdfDocument *document)
{
    DgArena *scratch = dg_arena_new();
    int object = 0;
    if (document->pages->n_outline) {
        g_autoptr(GString) body = g_string_new(NULL);
        Bookmark *root = build(document, scratch);
        put_bookmark(document, root, body);
        object = root->object;
    }
    dg_arena_free(scratch);
    return object;
}
