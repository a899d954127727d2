/* epub-item.c - a text of the volume as a document: pair by pair, or one language as it runs. */
#include "epub-internal.h"

static bool
is_title(const DgNode *node)
{
    return node->role == DG_ROLE_ITEM_TITLE;
}

/* ---- pages of the print edition ---- */

static size_t
page_of(const Book *book, const DgPair *pair)
{
    const DgFolios *folios = book->options.folios;
    for (int side = 0; side < DG_SIDES; side++)
        if (folios && pair->n[side])
            return folios->page(folios->data, pair->blocks[side][0], false);
    return 0;
}

static void
put_mark(Book *book, DgHtml *html, const char *file, size_t page)
{
    const char *folio = book->options.folios->folio(book->options.folios->data, page);
    PageMark mark = {folio, file, dg_arena_printf(book->arena, "page-%zu", page)};
    if (!folio || !*folio)
        return;
    dg_html_markup(html, "<span epub:type=\"pagebreak\" role=\"doc-pagebreak\" id=\"%s\"", mark.id);
    dg_html_attribute(html, "aria-label", folio);
    dg_html_markup(html, "></span>\n");
    DG_APPEND(book->arena, book->marks, book->n_marks, mark);
}

/* Pages on which no pair begins are marked before the next that does. */
static void
put_marks(Book *book, DgHtml *html, const char *file, const DgPair *pair)
{
    size_t page = pair ? page_of(book, pair) : 0;
    while (book->page < page)
        put_mark(book, html, file, ++book->page);
}

/* ---- both languages ---- */

static DgSide
language_side(const DgPair *pair, int slot)
{
    return pair->full ? pair->full_side : (DgSide)slot;
}

static void
open_side(const Book *book, DgHtml *html, const char *tag, DgSide side)
{
    dg_html_turn(html, side);
    dg_html_markup(html, "<%s class=\"%s\"", tag, side == DG_LEFT ? "left" : "right");
    dg_html_attribute(html, "lang", book->volume->languages[side]);
    dg_html_markup(html, ">");
}

static void
put_title_pair(const Book *book, DgHtml *html, const DgPair *pair)
{
    dg_html_markup(html, "<h1 class=\"pair item-title\"");
    dg_html_id(html, pair->anchor);
    dg_html_markup(html, ">");
    for (int slot = 0; slot < DG_SIDES; slot++) {
        if (!pair->n[slot])
            continue;
        if (slot == DG_RIGHT && pair->n[DG_LEFT])
            dg_html_markup(html, " ");
        open_side(book, html, "span", language_side(pair, slot));
        dg_html_inlines(html, pair->blocks[slot][0]);
        dg_html_markup(html, "</span>");
    }
    dg_html_markup(html, "</h1>\n");
}

static void
put_pair(const Book *book, DgHtml *html, const DgPair *pair)
{
    if (!pair->n[DG_LEFT] && !pair->n[DG_RIGHT])
        return;
    const DgNode *first = pair->blocks[pair->n[DG_LEFT] ? DG_LEFT : DG_RIGHT][0];
    if (is_title(first)) {
        put_title_pair(book, html, pair);
        return;
    }
    dg_html_markup(html, "<div class=\"pair pair-%s%s\"", dg_role_name(dg_node_role(first)),
                   pair->full ? " full" : "");
    dg_html_id(html, pair->anchor);
    dg_html_markup(html, ">\n");
    for (int slot = 0; slot < DG_SIDES; slot++) {
        if (!pair->n[slot])
            continue;
        open_side(book, html, "div", language_side(pair, slot));
        dg_html_markup(html, "\n");
        dg_html_blocks(html, pair->blocks[slot], pair->n[slot]);
        dg_html_markup(html, "</div>\n");
    }
    dg_html_markup(html, "</div>\n");
}

static void
put_pairs(Book *book, DgHtml *html, const char *file, const DgPair *pairs, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        put_marks(book, html, file, &pairs[i]);
        put_pair(book, html, &pairs[i]);
    }
}

static void
put_both(Book *book, DgHtml *html, const char *file, const DgItem *item)
{
    put_pairs(book, html, file, item->opening_pairs, item->n_opening_pairs);
    put_pairs(book, html, file, item->pairs, item->n_pairs);
    for (int side = 0; side < book->volume->n_languages; side++) {
        dg_html_turn(html, (DgSide)side);
        dg_html_notes(html);
    }
}

/* ---- one language: the pages are marked between the outermost blocks ---- */

static const DgPair *
pair_within(const DgNode *node)
{
    for (const DgNode *at = node; at; at = at->first)
        if (at->pair)
            return at->pair;
    return NULL;
}

static void
put_roots(Book *book, DgHtml *html, const char *file, const DgNode *root)
{
    for (const DgNode *node = root ? root->first : NULL; node; node = node->next) {
        put_marks(book, html, file, pair_within(node));
        if (!is_title(node)) {
            dg_html_node(html, node);
            continue;
        }
        dg_html_markup(html, "<h1 class=\"item-title\"");
        dg_html_id(html, node->pair ? node->pair->anchor : NULL);
        dg_html_markup(html, ">");
        dg_html_inlines(html, node);
        dg_html_markup(html, "</h1>\n");
    }
}

static void
put_one(Book *book, DgHtml *html, const char *file, const DgItem *item)
{
    DgSide side = book_side(book);
    put_roots(book, html, file, item->opening[side]);
    put_roots(book, html, file, item->text[side].body);
    if (!item->text[side].body) {
        dg_html_markup(html, "<p class=\"notice\">");
        dg_html_text(html, dg_word(item->due ? DG_WORD_UNTRANSLATED : DG_WORD_OTHER_ONLY,
                                   book_language(book)));
        dg_html_markup(html, "</p>\n");
    }
    dg_html_notes(html);
}

static bool
has_title(const Book *book, const DgItem *item)
{
    for (int side = 0; side < DG_SIDES; side++) {
        const DgNode *root = book_shows(book, (DgSide)side) ? item->opening[side] : NULL;
        for (const DgNode *node = root ? root->first : NULL; node; node = node->next)
            if (is_title(node))
                return true;
    }
    return false;
}

void
item_add(Book *book, const DgItem *item, int depth)
{
    Entry entry = {.depth = depth, .file = dg_arena_printf(book->arena, "%s.xhtml", item->anchor)};
    for (int side = 0; side < book->volume->n_languages; side++)
        entry.titles[side] = dg_item_title(book->arena, item, (DgSide)side);
    const char *title = entry.titles[book_side(book)];
    DgHtml *html = document_begin(book, title, "bodymatter");
    dg_html_markup(html, "<section epub:type=\"chapter\" role=\"doc-chapter\"");
    dg_html_attribute(html, "aria-label", title);
    dg_html_markup(html, ">\n");
    if (!has_title(book, item))
        book_texts(book, html, "h1", "item-title", entry.titles);
    if (book->view == BOTH)
        put_both(book, html, entry.file, item);
    else
        put_one(book, html, entry.file, item);
    dg_html_markup(html, "</section>\n");
    document_end(book, html, entry.file, true);
    DG_APPEND(book->arena, book->entries, book->n_entries, entry);
}
