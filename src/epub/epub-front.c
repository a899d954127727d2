/* epub-front.c - the title page, and the openings of parts with what has no paper. */
#include "epub-internal.h"

static void
put_imprint(const Book *book, DgHtml *html)
{
    const DgImprint *imprint = &book->volume->imprint;
    const char *publisher[DG_SIDES], *line[DG_SIDES] = {NULL, NULL};
    for (int side = 0; side < DG_SIDES; side++)
        publisher[side] =
            imprint->publisher_by[side] ? imprint->publisher_by[side] : imprint->publisher;
    for (int side = 0; side < DG_SIDES; side++)
        if (publisher[side] && imprint->year)
            line[side] = dg_arena_printf(book->arena, "%s, %s", publisher[side], imprint->year);
    book_texts(book, html, "p", "annotation", imprint->annotation);
    book_texts(book, html, "p", "publisher", imprint->year ? line : publisher);
    book_texts(book, html, "p", "rights", imprint->rights);
}

void
title_add(Book *book)
{
    const DgVolume *volume = book->volume;
    const char *title = volume->title[book_side(book)];
    DgHtml *html = document_begin(book, title ? title : volume->id, "frontmatter");
    dg_html_markup(html, "<section epub:type=\"titlepage\" class=\"titlepage\">\n");
    book_texts(book, html, "p", "event", volume->event.name);
    if (volume->title[DG_LEFT] || volume->title[DG_RIGHT])
        book_texts(book, html, "h1", "volume-title", volume->title);
    book_texts(book, html, "p", "volume-subtitle", volume->subtitle);
    book_texts(book, html, "p", "place", volume->event.place);
    put_imprint(book, html);
    dg_html_markup(html, "</section>\n");
    document_end(book, html, "title.xhtml", true);
}

static void
put_slots(const Book *book, DgHtml *html, const DgPart *part)
{
    bool open = false;
    for (size_t i = 0; i < part->n_entries; i++) {
        if (part->entries[i].kind != DG_ENTRY_SLOT)
            continue;
        const char *time = dg_time_text(book->arena, part->entries[i].slot->from);
        dg_html_markup(html, "%s<li>", open ? "" : "<ul class=\"slots\">\n");
        if (time) {
            dg_html_text(html, time);
            dg_html_markup(html, " ");
        }
        book_spans(book, html, part->entries[i].slot->title);
        dg_html_markup(html, "</li>\n");
        open = true;
    }
    if (open)
        dg_html_markup(html, "</ul>\n");
}

static void
put_chairs(const Book *book, DgHtml *html, const DgPart *part)
{
    for (size_t i = 0; i < part->n_chairs; i++) {
        const char *texts[DG_SIDES] = {NULL, NULL};
        for (int side = 0; side < book->volume->n_languages; side++) {
            const char *name = dg_mention_text(book->arena, &part->chairs[i], (DgSide)side);
            const char *word = dg_word(DG_WORD_CHAIR, book->volume->languages[side]);
            texts[side] = name ? dg_arena_printf(book->arena, "%s: %s", word, name) : NULL;
        }
        book_texts(book, html, "p", "chair", texts);
    }
}

void
part_add(Book *book, const DgPart *part, int depth)
{
    Entry entry = {.depth = depth,
                   .file = dg_arena_printf(book->arena, "part-%zu.xhtml", book->n_documents),
                   .titles = {part->title[DG_LEFT], part->title[DG_RIGHT]}};
    const char *title = part->title[book_side(book)], *dates[DG_SIDES] = {NULL, NULL};
    for (int side = 0; side < book->volume->n_languages && part->from; side++)
        dates[side] =
            dg_date_text(book->arena, part->from, part->to, book->volume->languages[side]);
    DgHtml *html =
        document_begin(book, title ? title : part->title[!book_side(book)], "bodymatter");
    dg_html_markup(html, "<section epub:type=\"part\" role=\"doc-part\" class=\"part\">\n");
    book_texts(book, html, "h1", "part-title", part->title);
    book_texts(book, html, "p", "part-time", dates);
    book_texts(book, html, "p", "part-topic", part->topic);
    put_chairs(book, html, part);
    put_slots(book, html, part);
    dg_html_markup(html, "</section>\n");
    document_end(book, html, entry.file, true);
    DG_APPEND(book->arena, book->entries, book->n_entries, entry);
}
