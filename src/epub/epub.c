/* epub.c - the books of a volume: in both languages, and in each alone. */
#include "epub-internal.h"

#include <string.h>

static const char container[] =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    "<container version=\"1.0\" xmlns=\"urn:oasis:names:tc:opendocument:xmlns:container\">\n"
    "<rootfiles><rootfile full-path=\"EPUB/package.opf\" "
    "media-type=\"application/oebps-package+xml\"/></rootfiles>\n</container>\n";

/* Side by side where there is room; without it, or without this sheet, one below the other. */
static const char style[] =
    "body { line-height: 1.4; }\n"
    "h1, h2, h3, h4, h5, h6 { line-height: 1.2; text-align: left; hyphens: none; }\n"
    "h1 { font-size: 1.5em; }\n"
    "h2 { font-size: 1.25em; }\n"
    "h3, h4, h5, h6 { font-size: 1.1em; }\n"
    "h1, .pair-h1, .pair-h2, .pair-h3 { break-inside: avoid; break-after: avoid; }\n"
    "p { margin: 0 0 0.5em; }\n"
    "ul, ol { margin: 0; padding-left: 2em; }\n"
    "li.labelled, li.continued, nav li { list-style: none; }\n"
    "ul.dashes { list-style-type: \"\\2014  \"; }\n"
    "ul.plain { padding-left: 0; list-style: none; }\n"
    ".left, .right { display: block; }\n"
    "nav .left, nav .right, li > .left, li > .right { display: inline; }\n"
    "nav .left + .right::before, li > .left + .right::before { content: \"/ \"; }\n"
    ".pair { margin: 0 0 0.9em; break-inside: auto; }\n"
    ".pair > .left + .right { margin-top: 0.2em; }\n"
    ".pair :is(h1, h2, h3, h4, h5, h6) { margin: 0.6em 0 0; }\n"
    ".pair > .left + .right :is(h1, h2, h3, h4, h5, h6), h1 > .left + .right { margin-top: 0; "
    "font-weight: normal; }\n"
    ".pair > div > :last-child { margin-bottom: 0; }\n"
    ".titlepage, .titlepage h1 { text-align: center; }\n"
    ".titlepage .annotation { text-align: left; margin-top: 2em; }\n"
    ".item-portrait img { width: auto; max-height: 9em; }\n"
    ".item-person, .part-title { font-weight: bold; }\n"
    ".item-role, .item-affiliation, .part-topic { font-style: italic; }\n"
    "blockquote { margin: 0.5em 0 0.5em 1.5em; }\n"
    "table { border-collapse: collapse; margin: 0.8em 0; font-size: 0.85em; }\n"
    "th, td { border-top: 1px solid; border-bottom: 1px solid; padding: 0.2em 0.4em; "
    "text-align: left; vertical-align: top; }\n"
    "img { max-width: 100%; height: auto; }\n"
    "img.inline { width: auto; max-height: 1.3em; vertical-align: middle; }\n"
    "pre { white-space: pre-wrap; font-size: 0.8em; }\n"
    "sup { line-height: 0; }\n"
    ".range { white-space: nowrap; }\n"
    ".notes { border-top: 1px solid; margin-top: 2em; font-size: 0.85em; }\n"
    "@media (min-width: 46em) {\n"
    "  .pair { display: flex; gap: 2em; }\n"
    "  .pair > .left, .pair > .right { flex: 1 1 0; min-width: 0; }\n"
    "  .pair > .left + .right { margin-top: 0; }\n"
    "  .pair > .left + .right :is(h1, h2, h3, h4, h5, h6), h1.pair > .left + .right { "
    "font-weight: bold; }\n"
    "}\n";

/* The parts with a title have a page of their own. */
static void
add_entries(Book *book, const DgPart *part, int depth)
{
    for (size_t i = 0; i < part->n_entries; i++) {
        const DgEntry *entry = &part->entries[i];
        if (entry->kind == DG_ENTRY_ITEM && dg_item_is_listed(entry->item, book->options.only))
            item_add(book, entry->item, depth);
        if (entry->kind != DG_ENTRY_PART)
            continue;
        bool titled = entry->part->title[DG_LEFT] || entry->part->title[DG_RIGHT];
        if (titled && !book->options.only)
            part_add(book, entry->part, depth);
        add_entries(book, entry->part, titled && !book->options.only ? depth + 1 : depth);
    }
}

static void
add_text(Book *book, const char *name, const char *text)
{
    epub_zip_add(book->zip, book->arena, name, (DgBytes){(const uint8_t *)text, strlen(text)});
}

static bool
book_write(DgDiags *diags, const DgVolume *volume, const char *path, View view,
           DgEpubOptions options)
{
    Book book = {.arena = dg_arena_new(),
                 .diags = diags,
                 .volume = volume,
                 .options = options,
                 .view = view,
                 .zip = epub_zip_new()};
    book.pictures = dg_html_pictures_new(book.arena, volume->folder, "figures");
    add_text(&book, "META-INF/container.xml", container);
    add_text(&book, "EPUB/style.css", style);
    title_add(&book);
    add_entries(&book, &volume->root, 0);
    nav_add(&book);
    package_add(&book);
    DgBytes bytes = epub_zip_finish(book.zip, book.arena);
    bool written = bytes.data && dg_file_write(diags, path, bytes.data, bytes.size);
    if (!bytes.data)
        dg_diag(diags, DG_FILE_WRITE, DG_NOWHERE, path, "libzip", NULL);
    dg_html_pictures_free(book.pictures);
    dg_arena_free(book.arena);
    return written;
}

bool
dg_epub_write(DgArena *arena, DgDiags *diags, const DgVolume *volume, const char *folder,
              DgEpubOptions options)
{
    const char *name = dg_arena_printf(arena, "%s.epub", volume->id);
    bool two = volume->n_languages > 1;
    bool written =
        book_write(diags, volume, dg_path_join(arena, folder, name), two ? BOTH : DG_LEFT, options);
    for (View view = DG_LEFT; written && two && view <= DG_RIGHT; view++) {
        name = dg_arena_printf(arena, "%s.%s.epub", volume->id, volume->languages[view]);
        written = book_write(diags, volume, dg_path_join(arena, folder, name), view, options);
    }
    return written;
}
