/* epub-nav.c - the navigation document: contents, landmarks, pages of the print edition (EPUB 3.3, section 7). */
#include "epub-internal.h"

static void
put_contents(const Book *book, DgHtml *html)
{
    int depth = -1;
    for (size_t i = 0; i < book->n_entries; i++) {
        const Entry *entry = &book->entries[i];
        if (entry->depth > depth)
            dg_html_markup(html, "<ol>\n");
        for (; depth > entry->depth; depth--)
            dg_html_markup(html, "</li>\n</ol>\n");
        if (i > 0 && entry->depth <= book->entries[i - 1].depth)
            dg_html_markup(html, "</li>\n");
        depth = entry->depth;
        dg_html_markup(html, "<li><a");
        dg_html_link(html, entry->file, NULL);
        dg_html_markup(html, ">");
        book_spans(book, html, entry->titles);
        dg_html_markup(html, "</a>");
    }
    for (; depth >= 0; depth--)
        dg_html_markup(html, "</li>\n</ol>\n");
}

static void
open_nav(const Book *book, DgHtml *html, const char *type, const char *role, DgWord word,
         bool hidden)
{
    const char *titles[DG_SIDES];
    for (int side = 0; side < DG_SIDES; side++)
        titles[side] = dg_word(word, book->volume->languages[side]);
    dg_html_markup(html, "<nav epub:type=\"%s\"", type);
    dg_html_attribute(html, "role", role);
    dg_html_attribute(html, "aria-label", titles[book_side(book)]);
    dg_html_markup(html, "%s>\n<h1>", hidden ? " hidden=\"hidden\"" : "");
    book_spans(book, html, titles);
    dg_html_markup(html, "</h1>\n");
}

static void
put_landmark(DgHtml *html, const char *type, const char *file, const char *text)
{
    dg_html_markup(html, "<li><a epub:type=\"%s\"", type);
    dg_html_link(html, file, NULL);
    dg_html_markup(html, ">");
    dg_html_text(html, text);
    dg_html_markup(html, "</a></li>\n");
}

static void
put_landmarks(const Book *book, DgHtml *html)
{
    const char *language = book_language(book);
    open_nav(book, html, "landmarks", NULL, DG_WORD_LANDMARKS, true);
    dg_html_markup(html, "<ol>\n");
    put_landmark(html, "titlepage", "title.xhtml", dg_word(DG_WORD_ABOUT_EDITION, language));
    put_landmark(html, "toc", "nav.xhtml", dg_word(DG_WORD_CONTENTS, language));
    if (book->n_entries)
        put_landmark(html, "bodymatter", book->entries[0].file,
                     dg_word(DG_WORD_START_OF_TEXT, language));
    dg_html_markup(html, "</ol>\n</nav>\n");
}

static void
put_pages(const Book *book, DgHtml *html)
{
    if (!book->n_marks)
        return;
    open_nav(book, html, "page-list", "doc-pagelist", DG_WORD_PAGES, true);
    dg_html_markup(html, "<ol>\n");
    for (size_t i = 0; i < book->n_marks; i++) {
        dg_html_markup(html, "<li><a");
        dg_html_link(html, book->marks[i].file, book->marks[i].id);
        dg_html_markup(html, ">");
        dg_html_text(html, book->marks[i].folio);
        dg_html_markup(html, "</a></li>\n");
    }
    dg_html_markup(html, "</ol>\n</nav>\n");
}

void
nav_add(Book *book)
{
    DgHtml *html =
        document_begin(book, dg_word(DG_WORD_CONTENTS, book_language(book)), "frontmatter");
    open_nav(book, html, "toc", "doc-toc", DG_WORD_CONTENTS, false);
    put_contents(book, html);
    dg_html_markup(html, "</nav>\n");
    put_landmarks(book, html);
    put_pages(book, html);
    document_end(book, html, "nav.xhtml", false);
}
