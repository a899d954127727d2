/* web-index.c - indexes of organisations and of terms, each language in its own order, and the places of an entry. */
#include "web-internal.h"

#include <string.h>

void
put_letter(Sheet *sheet, const char *letter)
{
    dg_html_markup(sheet->html, "<h2 class=\"letter\">");
    dg_html_text(sheet->html, letter);
    dg_html_markup(sheet->html, "</h2>\n");
}

/* ---- places ---- */

bool
has_shown_places(const Sheet *sheet, const DgIndexPlace *places, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (places[i].item && site_has_item(sheet->site, places[i].item))
            return true;
    return false;
}

/* NULL where a page of one language does not show that pair. */
static const char *
place_anchor(const Sheet *sheet, const DgIndexPlace *place)
{
    const DgPair *pair = dg_node_pair(place->node);
    DgSide side = view_side(sheet->view);
    if (!pair)
        return NULL;
    bool shown = pair->full ? pair->full_side == side : pair->n[side] > 0;
    return shown || sheet->view == BOTH ? pair->anchor : NULL;
}

static void
put_place(Sheet *sheet, const DgIndexPlace *place, const char *name)
{
    const DgItem *item = place->item;
    const char *address =
        page_address(sheet->site, sheet->arena, item_stem(sheet->arena, item), sheet->view);
    dg_html_markup(sheet->html, "<a");
    dg_html_link(sheet->html, address, place_anchor(sheet, place));
    dg_html_markup(sheet->html, ">");
    dg_html_text(sheet->html, name);
    dg_html_markup(sheet->html, "</a>");
}

/* The title of the text for its first place, numbers for the others. */
static size_t
put_item_places(Sheet *sheet, const DgIndexPlace *places, size_t n, DgSide side)
{
    const DgItem *item = places[0].item;
    size_t at = 0, number = 0;
    const char *last = NULL;
    dg_html_markup(sheet->html, "<li>");
    for (; at < n && places[at].item == item; at++) {
        const char *anchor = dg_node_anchor(places[at].node);
        if (last && anchor && strcmp(last, anchor) == 0)
            continue;
        last = anchor;
        number++;
        if (number > 1)
            dg_html_markup(sheet->html, " ");
        put_place(sheet, &places[at],
                  number == 1 ? dg_item_title(sheet->arena, item, side)
                              : dg_arena_printf(sheet->arena, "%zu", number));
    }
    dg_html_markup(sheet->html, "</li>\n");
    return at;
}

void
put_places(Sheet *sheet, const DgIndexPlace *places, size_t n, DgSide side)
{
    if (!has_shown_places(sheet, places, n))
        return;
    dg_html_markup(sheet->html, "<ul class=\"places\">\n");
    for (size_t i = 0; i < n;)
        if (places[i].item && site_has_item(sheet->site, places[i].item))
            i += put_item_places(sheet, places + i, n - i, side);
        else
            i++;
    dg_html_markup(sheet->html, "</ul>\n");
}

/* ---- entries ---- */

static void
put_see(Sheet *sheet, DgWord word, const char *term, const char *language)
{
    if (!term)
        return;
    dg_html_markup(sheet->html, ", <i>");
    dg_html_text(sheet->html, dg_word(word, language));
    dg_html_markup(sheet->html, "</i> ");
    dg_html_text(sheet->html, term);
}

static void
put_entry(Sheet *sheet, const DgIndexEntry *entry, DgSide side)
{
    const char *language = sheet->site->volume->languages[side];
    dg_html_markup(sheet->html, "<li class=\"depth-%zu\"", entry->depth);
    if (entry->org && entry->org->id)
        dg_html_id(sheet->html, org_anchor(sheet->arena, entry->org, language));
    dg_html_markup(sheet->html, "><p>");
    dg_html_text(sheet->html, entry->path[entry->depth - 1]);
    put_see(sheet, DG_WORD_SEE, entry->see, language);
    put_see(sheet, DG_WORD_SEE_ALSO, entry->see_also, language);
    dg_html_markup(sheet->html, "</p>\n");
    put_places(sheet, entry->places, entry->n_places, side);
    dg_html_markup(sheet->html, "</li>\n");
}

static void
put_list(Sheet *sheet, const DgIndex *index, DgSide side)
{
    const char *last = NULL;
    for (size_t i = 0; i < index->n[side]; i++) {
        const DgIndexEntry *entry = &index->entries[side][i];
        if (!last || strcmp(entry->letter, last) != 0) {
            if (last)
                dg_html_markup(sheet->html, "</ul>\n");
            put_letter(sheet, entry->letter);
            dg_html_markup(sheet->html, "<ul class=\"entries-of\">\n");
        }
        last = entry->letter;
        put_entry(sheet, entry, side);
    }
    if (last)
        dg_html_markup(sheet->html, "</ul>\n");
}

static void
index_main(Sheet *sheet, const char *name)
{
    const DgIndex *index = site_index(sheet->site, name);
    dg_html_markup(sheet->html, "<main id=\"dg-main\">\n");
    put_word_row(sheet, "h1", "page-title", sheet->kind->name);
    dg_html_markup(sheet->html, "<div class=\"pair\">\n");
    for (int side = 0; side < sheet->site->volume->n_languages; side++) {
        if (!view_shows(sheet->site, sheet->view, (DgSide)side))
            continue;
        open_side(sheet, "div", (DgSide)side);
        dg_html_markup(sheet->html, "\n");
        put_list(sheet, index, (DgSide)side);
        dg_html_markup(sheet->html, "</div>\n");
    }
    dg_html_markup(sheet->html, "</div>\n</main>\n");
}

void
organisations_main(Sheet *sheet)
{
    index_main(sheet, "organizations");
}

void
terms_main(Sheet *sheet)
{
    index_main(sheet, "terms");
}
