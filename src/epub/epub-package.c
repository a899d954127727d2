/* epub-package.c - the package document: what the book is, what it is made of, in which order (EPUB 3.3, section 5;
 * EPUB Accessibility 1.1). */
#include "epub-internal.h"

#include <glib.h>
#include <string.h>

static void
put_element(DgHtml *html, const char *element, const char *attributes, const char *lang,
            const char *text)
{
    if (!text || !*text)
        return;
    dg_html_markup(html, "<%s%s", element, attributes);
    dg_html_attribute(html, "xml:lang", lang);
    dg_html_markup(html, ">");
    dg_html_text(html, text);
    dg_html_markup(html, "</%.*s>\n", (int)strcspn(element, " "), element);
}

/* ISBN and DOI name the printed volume and the work; this names the file. */
static const char *
identifier(const Book *book)
{
    g_autofree char *key = g_strdup_printf("diglot %s %d", book->volume->id, book->view);
    g_autofree char *hash = g_compute_checksum_for_string(G_CHECKSUM_SHA256, key, -1);
    return dg_arena_printf(book->arena, "urn:uuid:%.8s-%.4s-8%.3s-8%.3s-%.12s", hash, hash + 8,
                           hash + 12, hash + 15, hash + 18);
}

static void
put_titles(const Book *book, DgHtml *html)
{
    bool any = false;
    for (int i = 0; i < DG_SIDES; i++) {
        DgSide side = i ? !book_side(book) : book_side(book);
        if (!book_shows(book, side) || !book->volume->title[side])
            continue;
        put_element(html, "dc:title", "", book->volume->languages[side], book->volume->title[side]);
        any = true;
    }
    if (!any)
        put_element(html, "dc:title", "", NULL, book->volume->id);
}

static void
put_source(const Book *book, DgHtml *html)
{
    const char *isbn = book->volume->imprint.isbn;
    if (!book->n_marks)
        return;
    put_element(html, "dc:source", "", NULL,
                isbn ? dg_arena_printf(book->arena, "urn:isbn:%s", isbn) : book->volume->id);
    put_element(html, "meta", " property=\"pageBreakSource\"", NULL,
                isbn ? dg_arena_printf(book->arena, "urn:isbn:%s", isbn) : book->volume->id);
}

static void
put_accessibility(const Book *book, DgHtml *html, bool pictures)
{
    static const char *const features[] = {"tableOfContents", "structuralNavigation",
                                           "readingOrder", "alternativeText"};
    put_element(html, "meta", " property=\"schema:accessMode\"", NULL, "textual");
    if (pictures)
        put_element(html, "meta", " property=\"schema:accessMode\"", NULL, "visual");
    put_element(html, "meta", " property=\"schema:accessModeSufficient\"", NULL,
                pictures ? "textual,visual" : "textual");
    for (size_t i = 0; i < G_N_ELEMENTS(features) - !pictures; i++)
        put_element(html, "meta", " property=\"schema:accessibilityFeature\"", NULL, features[i]);
    if (book->n_marks) {
        put_element(html, "meta", " property=\"schema:accessibilityFeature\"", NULL,
                    "pageBreakMarkers");
        put_element(html, "meta", " property=\"schema:accessibilityFeature\"", NULL,
                    "pageNavigation");
    }
    put_element(html, "meta", " property=\"schema:accessibilityHazard\"", NULL, "none");
    put_element(html, "meta", " property=\"schema:accessibilitySummary\"", book_language(book),
                dg_word(DG_WORD_ACCESSIBILITY, book_language(book)));
}

static void
put_metadata(const Book *book, DgHtml *html, bool pictures)
{
    const DgImprint *imprint = &book->volume->imprint;
    DgSide side = book_side(book);
    dg_html_markup(html, "<metadata xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\n");
    put_element(html, "dc:identifier", " id=\"uid\"", NULL, identifier(book));
    put_titles(book, html);
    for (int i = 0; i < book->volume->n_languages; i++)
        if (book_shows(book, (DgSide)i))
            put_element(html, "dc:language", "", NULL, book->volume->languages[i]);
    put_element(html, "dc:publisher", "", NULL,
                imprint->publisher_by[side] ? imprint->publisher_by[side] : imprint->publisher);
    put_element(html, "dc:date", "", NULL, imprint->year);
    put_element(html, "dc:description", "", book->volume->languages[side],
                imprint->annotation[side]);
    put_element(html, "dc:rights", "", book->volume->languages[side], imprint->rights[side]);
    put_source(book, html);
    put_element(html, "meta", " property=\"dcterms:modified\"", NULL, book->options.date);
    put_accessibility(book, html, pictures);
    dg_html_markup(html, "</metadata>\n");
}

static void
put_item(DgHtml *html, const char *id, const char *href, const char *type, const char *properties)
{
    dg_html_markup(html, "<item id=\"%s\" href=\"%s\" media-type=\"%s\"", id, href, type);
    dg_html_attribute(html, "properties", properties);
    dg_html_markup(html, "/>\n");
}

static void
put_manifest(const Book *book, DgHtml *html, const DgHtmlPicture **pictures, size_t n)
{
    dg_html_markup(html, "<manifest>\n");
    put_item(html, "nav", "nav.xhtml", "application/xhtml+xml", "nav");
    put_item(html, "style", "style.css", "text/css", NULL);
    for (size_t i = 0; i < book->n_documents; i++)
        put_item(html, dg_arena_printf(book->arena, "d%zu", i), book->documents[i],
                 "application/xhtml+xml", NULL);
    for (size_t i = 0; i < n; i++)
        put_item(html, dg_arena_printf(book->arena, "p%zu", i), pictures[i]->address,
                 pictures[i]->media_type, NULL);
    dg_html_markup(html, "</manifest>\n<spine>\n");
    for (size_t i = 0; i < book->n_documents; i++) {
        dg_html_markup(html, "<itemref idref=\"d%zu\"/>\n", i);
        if (i == 0)
            dg_html_markup(html, "<itemref idref=\"nav\"/>\n");
    }
    dg_html_markup(html, "</spine>\n");
}

void
package_add(Book *book)
{
    const DgHtmlPicture **pictures = NULL;
    size_t n = dg_html_pictures_used(book->pictures, book->arena, &pictures);
    DgHtml *html = dg_html_new(book->arena, (DgHtmlOptions){.xhtml = true});
    dg_html_markup(html,
                   "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                   "<package xmlns=\"http://www.idpf.org/2007/opf\" version=\"3.0\" "
                   "unique-identifier=\"uid\" xml:lang=\"%s\">\n",
                   book_language(book));
    put_metadata(book, html, n > 0);
    put_manifest(book, html, pictures, n);
    dg_html_markup(html, "</package>\n");
    const char *text = dg_html_string(html);
    epub_zip_add(book->zip, book->arena, "EPUB/package.opf",
                 (DgBytes){(const uint8_t *)text, strlen(text)});
    for (size_t i = 0; i < n; i++)
        epub_zip_add(book->zip, book->arena,
                     dg_arena_printf(book->arena, "EPUB/%s", pictures[i]->address),
                     pictures[i]->bytes);
}
