/* epub-page.c - what every document of a book has around its text. */
#include "epub-internal.h"

#include <string.h>

bool
book_shows(const Book *book, DgSide side)
{
    return (int)side < book->volume->n_languages &&
           (book->view == BOTH || book->view == (View)side);
}

DgSide
book_side(const Book *book)
{
    return book->view == DG_RIGHT ? DG_RIGHT : DG_LEFT;
}

const char *
book_language(const Book *book)
{
    const char *language = book->volume->languages[book_side(book)];
    return language ? language : "und";
}

DgHtml *
document_begin(Book *book, const char *title, const char *type)
{
    DgHtmlOptions options = {.heading_base = 2,
                             .both = book->view == BOTH,
                             .ids = book->view != BOTH,
                             .xhtml = true,
                             .pictures = book->pictures,
                             .folios = book->options.folios};
    memcpy(options.languages, book->volume->languages, sizeof options.languages);
    DgHtml *html = dg_html_new(book->arena, options);
    dg_html_turn(html, book_side(book));
    dg_html_markup(html, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE html>\n"
                         "<html xmlns=\"http://www.w3.org/1999/xhtml\" "
                         "xmlns:epub=\"http://www.idpf.org/2007/ops\"");
    dg_html_attribute(html, "lang", book_language(book));
    dg_html_attribute(html, "xml:lang", book_language(book));
    dg_html_markup(html, ">\n<head>\n<title>");
    dg_html_text(html, title);
    dg_html_markup(html,
                   "</title>\n<link rel=\"stylesheet\" type=\"text/css\" href=\"style.css\"/>\n"
                   "</head>\n<body epub:type=\"%s\">\n",
                   type);
    return html;
}

void
document_end(Book *book, DgHtml *html, const char *name, bool listed)
{
    dg_html_markup(html, "</body>\n</html>\n");
    const char *text = dg_html_string(html);
    epub_zip_add(book->zip, book->arena, dg_arena_printf(book->arena, "EPUB/%s", name),
                 (DgBytes){(const uint8_t *)text, strlen(text)});
    if (listed)
        DG_APPEND(book->arena, book->documents, book->n_documents, name);
}

/* Where the book's one language has no text, the other's stands in. */
static bool
is_put(const Book *book, const char *const texts[DG_SIDES], int side)
{
    if (!texts[side] || !*texts[side])
        return false;
    bool alone = !texts[!side] || !*texts[!side];
    return book_shows(book, (DgSide)side) || (alone && side < book->volume->n_languages);
}

void
book_spans(const Book *book, DgHtml *html, const char *const texts[DG_SIDES])
{
    bool any = false;
    for (int side = 0; side < DG_SIDES; side++) {
        if (!is_put(book, texts, side))
            continue;
        dg_html_markup(html, "%s<span", any ? " " : "");
        dg_html_attribute(html, "class", side == DG_LEFT ? "left" : "right");
        dg_html_attribute(html, "lang", book->volume->languages[side]);
        dg_html_markup(html, ">");
        dg_html_text(html, texts[side]);
        dg_html_markup(html, "</span>");
        any = true;
    }
}

void
book_texts(const Book *book, DgHtml *html, const char *tag, const char *class,
           const char *const texts[DG_SIDES])
{
    if (!is_put(book, texts, DG_LEFT) && !is_put(book, texts, DG_RIGHT))
        return;
    dg_html_markup(html, "<%s class=\"pair %s\">", tag, class);
    book_spans(book, html, texts);
    dg_html_markup(html, "</%s>\n", tag);
}
