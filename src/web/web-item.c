/* web-item.c - an item: both texts pair by pair, or one of them as it runs. */
#include "web-internal.h"

static bool
is_title(const DgNode *node)
{
    return node->role == DG_ROLE_ITEM_TITLE;
}

/* Of a heading, for whoever goes by the keyboard: a stop at every paragraph would make the page a desert to cross. That of
 * a title, whose name it would lengthen, leads where the page does. Scripts put one to all other pairs, for pointers. */
static void
put_link_here(Sheet *sheet, const DgPair *pair, const DgNode *first)
{
    if (!pair->anchor || first->kind != DG_HEADING)
        return;
    dg_html_markup(sheet->html, "<a class=\"here\"");
    dg_html_link(sheet->html, "", pair->anchor);
    dg_html_attribute(sheet->html, "aria-label", sheet_word(sheet, DG_WORD_LINK_HERE));
    dg_html_markup(sheet->html, "></a>");
}

/* ---- both languages ---- */

static DgSide
language_side(const DgPair *pair, DgSide slot)
{
    return pair->full ? pair->full_side : slot;
}

/* One heading holds the titles in both languages: a page has one first heading. */
static void
put_title_pair(Sheet *sheet, const DgPair *pair)
{
    dg_html_markup(sheet->html, "<h1 class=\"pair item-title\"");
    dg_html_id(sheet->html, pair->anchor);
    dg_html_markup(sheet->html, ">");
    for (int slot = 0; slot < DG_SIDES; slot++) {
        if (!pair->n[slot])
            continue;
        if (slot == DG_RIGHT && pair->n[DG_LEFT])
            dg_html_markup(sheet->html, " ");
        open_side(sheet, "span", language_side(pair, (DgSide)slot));
        dg_html_inlines(sheet->html, pair->blocks[slot][0]);
        dg_html_markup(sheet->html, "</span>");
    }
    dg_html_markup(sheet->html, "</h1>\n");
}

static const char *
only_class(const DgPair *pair)
{
    if (pair->full)
        return " full";
    if (!pair->n[DG_RIGHT])
        return " left-only";
    return pair->n[DG_LEFT] ? "" : " right-only";
}

static void
put_blocks(Sheet *sheet, const DgPair *pair, DgSide slot)
{
    DgNode *const *blocks = pair->blocks[slot];
    size_t n = pair->n[slot];
    if (n != 1 || !put_opening_line(sheet, blocks[0], language_side(pair, slot)))
        dg_html_blocks(sheet->html, blocks, n);
}

static void
put_pair(Sheet *sheet, const DgPair *pair)
{
    if (!pair->n[DG_LEFT] && !pair->n[DG_RIGHT])
        return;
    const DgNode *first = pair->blocks[pair->n[DG_LEFT] ? DG_LEFT : DG_RIGHT][0];
    if (is_title(first)) {
        put_title_pair(sheet, pair);
        return;
    }
    dg_html_markup(sheet->html, "<div class=\"pair pair-%s%s\"", dg_role_name(dg_node_role(first)),
                   only_class(pair));
    dg_html_id(sheet->html, pair->anchor);
    dg_html_markup(sheet->html, ">\n");
    for (int slot = 0; slot < DG_SIDES; slot++) {
        if (!pair->n[slot])
            continue;
        open_side(sheet, "div", language_side(pair, (DgSide)slot));
        dg_html_markup(sheet->html, "\n");
        put_blocks(sheet, pair, (DgSide)slot);
        dg_html_markup(sheet->html, "</div>\n");
    }
    put_link_here(sheet, pair, first);
    dg_html_markup(sheet->html, "</div>\n");
}

static void
put_notes_of_both(Sheet *sheet)
{
    dg_html_markup(sheet->html, "<div class=\"pair all-notes\">\n");
    for (int side = 0; side < sheet->site->volume->n_languages; side++) {
        open_side(sheet, "div", (DgSide)side);
        dg_html_notes(sheet->html);
        dg_html_markup(sheet->html, "</div>\n");
    }
    dg_html_markup(sheet->html, "</div>\n");
}

/* ---- one language ---- */

static void
put_block(Sheet *sheet, const DgNode *node)
{
    if (put_opening_line(sheet, node, view_side(sheet->view)))
        return;
    if (!is_title(node)) {
        dg_html_node(sheet->html, node);
        return;
    }
    dg_html_markup(sheet->html, "<h1 class=\"item-title\"");
    dg_html_id(sheet->html, node->pair ? node->pair->anchor : NULL);
    dg_html_markup(sheet->html, ">");
    dg_html_inlines(sheet->html, node);
    dg_html_markup(sheet->html, "</h1>\n");
}

/* A text without a body leads to where the body is. */
static void
put_elsewhere(Sheet *sheet)
{
    DgSide side = view_side(sheet->view), other = side == DG_LEFT ? DG_RIGHT : DG_LEFT;
    if (!has_two_languages(sheet->site) || !sheet->item->text[other].body)
        return;
    dg_html_markup(sheet->html, "<p class=\"elsewhere\"><a");
    dg_html_link(sheet->html, page_address(sheet->site, sheet->arena, sheet->kind->stem, other),
                 NULL);
    dg_html_attribute(sheet->html, "hreflang", sheet->site->volume->languages[other]);
    dg_html_markup(sheet->html, ">");
    dg_html_text(sheet->html,
                 sheet_word(sheet, sheet->item->due ? DG_WORD_UNTRANSLATED : DG_WORD_OTHER_ONLY));
    dg_html_markup(sheet->html, "</a></p>\n");
}

/* ---- the page ---- */

static bool
has_title(const Sheet *sheet)
{
    const DgItem *item = sheet->item;
    for (int side = 0; side < sheet->site->volume->n_languages; side++) {
        if (!view_shows(sheet->site, sheet->view, (DgSide)side) || !item->opening[side])
            continue;
        for (const DgNode *node = item->opening[side]->first; node; node = node->next)
            if (is_title(node))
                return true;
    }
    return false;
}

/* A text without a title is called as in the contents. */
static void
put_borrowed_title(Sheet *sheet)
{
    DgSide side = view_side(sheet->view), other = side == DG_LEFT ? DG_RIGHT : DG_LEFT;
    bool others = sheet->view != BOTH && has_two_languages(sheet->site) &&
                  sheet->item->text[other].meta.title;
    dg_html_markup(sheet->html, "<h1 class=\"item-title borrowed\"");
    if (others)
        dg_html_attribute(sheet->html, "lang", sheet->site->volume->languages[other]);
    dg_html_markup(sheet->html, ">");
    dg_html_text(sheet->html, dg_item_title(sheet->arena, sheet->item, side));
    dg_html_markup(sheet->html, "</h1>\n");
}

/* A column that waits for its translation says so. */
static void
put_due(Sheet *sheet)
{
    const DgItem *item = sheet->item;
    for (int side = 0; side < sheet->site->volume->n_languages; side++) {
        if (!item->due || item->text[side].body)
            continue;
        dg_html_markup(sheet->html, "<p class=\"pair notice\">");
        open_side(sheet, "span", (DgSide)side);
        dg_html_text(sheet->html,
                     dg_word(DG_WORD_UNTRANSLATED, sheet->site->volume->languages[side]));
        dg_html_markup(sheet->html, "</span></p>\n");
    }
}

static void
put_both(Sheet *sheet)
{
    const DgItem *item = sheet->item;
    dg_html_markup(sheet->html, "<header class=\"opening\">\n");
    if (!has_title(sheet))
        put_borrowed_title(sheet);
    for (size_t i = 0; i < item->n_opening_pairs; i++)
        put_pair(sheet, &item->opening_pairs[i]);
    put_due(sheet);
    dg_html_markup(sheet->html, "</header>\n");
    for (size_t i = 0; i < item->n_pairs; i++)
        put_pair(sheet, &item->pairs[i]);
    put_notes_of_both(sheet);
}

static void
put_one(Sheet *sheet)
{
    const DgItem *item = sheet->item;
    DgSide side = view_side(sheet->view);
    dg_html_markup(sheet->html, "<header class=\"opening\">\n");
    if (!has_title(sheet))
        put_borrowed_title(sheet);
    for (const DgNode *node = item->opening[side] ? item->opening[side]->first : NULL; node;
         node = node->next)
        put_block(sheet, node);
    dg_html_markup(sheet->html, "</header>\n");
    if (item->text[side].body)
        dg_html_node(sheet->html, item->text[side].body);
    else
        put_elsewhere(sheet);
    dg_html_notes(sheet->html);
}

/* The parts it belongs to, outermost first. */
static void
put_trail(Sheet *sheet, const DgPart *part)
{
    if (!part || part == &sheet->site->volume->root)
        return;
    put_trail(sheet, part->parent);
    dg_html_markup(sheet->html, "<a");
    dg_html_link(sheet->html, page_address(sheet->site, sheet->arena, "index", sheet->view),
                 part_anchor(sheet->arena, part));
    dg_html_markup(sheet->html, ">");
    if (!put_texts(sheet, part->title))
        put_words(sheet, DG_WORD_CONTENTS);
    dg_html_markup(sheet->html, "</a>\n");
}

static void
put_way_up(Sheet *sheet)
{
    const DgPart *part = sheet->item->part;
    if (!part || part == &sheet->site->volume->root)
        return;
    dg_html_markup(sheet->html, "<nav class=\"trail\"");
    dg_html_attribute(sheet->html, "aria-label", sheet_word(sheet, DG_WORD_CONTENTS));
    dg_html_markup(sheet->html, ">\n");
    put_trail(sheet, part);
    dg_html_markup(sheet->html, "</nav>\n");
}

static void
put_neighbour(Sheet *sheet, const DgItem *item, const char *relation, DgWord word)
{
    const char *titles[DG_SIDES];
    item_titles(sheet, item, titles);
    dg_html_markup(sheet->html, "<a class=\"%s\" rel=\"%s\"", relation, relation);
    dg_html_link(
        sheet->html,
        page_address(sheet->site, sheet->arena, item_stem(sheet->arena, item), sheet->view), NULL);
    dg_html_markup(sheet->html, "><span class=\"way\">");
    put_words(sheet, word);
    dg_html_markup(sheet->html, "</span> <span class=\"pair\">");
    put_texts(sheet, titles);
    dg_html_markup(sheet->html, "</span></a>\n");
}

static void
put_neighbours(Sheet *sheet)
{
    const Site *site = sheet->site;
    size_t at = 0;
    while (at < site->n_items && site->items[at] != sheet->item)
        at++;
    if (site->n_items < 2)
        return;
    dg_html_markup(sheet->html, "<nav class=\"neighbours\"");
    dg_html_attribute(sheet->html, "aria-label", sheet_word(sheet, DG_WORD_OTHER_TEXTS));
    dg_html_markup(sheet->html, ">\n");
    if (at > 0)
        put_neighbour(sheet, site->items[at - 1], "prev", DG_WORD_PREVIOUS);
    if (at + 1 < site->n_items)
        put_neighbour(sheet, site->items[at + 1], "next", DG_WORD_NEXT);
    dg_html_markup(sheet->html, "</nav>\n");
}

void
item_main(Sheet *sheet)
{
    put_way_up(sheet);
    item_contents(sheet);
    dg_html_markup(sheet->html, "<main id=\"dg-main\">\n<article>\n");
    if (sheet->view == BOTH)
        put_both(sheet);
    else
        put_one(sheet);
    dg_html_markup(sheet->html, "</article>\n");
    item_takeaway(sheet);
    dg_html_markup(sheet->html, "</main>\n");
    put_neighbours(sheet);
}
