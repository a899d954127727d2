/* web-takeaway.c - the end of an item: how to cite it, and its files for print, archives and reference managers. */
#include "web-internal.h"

#include "diglot/doc-citation.h"

#include <string.h>

static bool
is_cited(const Sheet *sheet, DgSide side)
{
    const DgText *text = &sheet->item->text[side];
    return view_shows(sheet->site, sheet->view, side) && (text->meta.title || text->body);
}

/* "pp. 5–9", or NULL. */
static const char *
pages_of(const Sheet *sheet, const DgCitation *citation)
{
    const char *first = citation->first_page, *last = citation->last_page;
    if (!first)
        return NULL;
    bool several = last && strcmp(first, last) != 0;
    const char *term = dg_pages_term(several, citation->language);
    return several ? dg_arena_printf(sheet->arena, "%s%s–%s", term, first, last)
                   : dg_arena_printf(sheet->arena, "%s%s", term, first);
}

static const char *
citation_text(const Sheet *sheet, DgSide side)
{
    DgCitation citation = dg_citation_make(sheet->arena, sheet->site->volume,
                                           sheet->site->options.folios, sheet->item, side);
    return dg_citation_text(sheet->arena, &citation, pages_of(sheet, &citation));
}

/* The button works with scripts only, and shows only then. */
static void
put_copy_button(Sheet *sheet, DgSide side)
{
    dg_html_markup(sheet->html, "<button type=\"button\" class=\"quiet\" data-do=\"cite\">");
    dg_html_text(sheet->html, dg_word(DG_WORD_COPY_CITATION, sheet->site->volume->languages[side]));
    dg_html_markup(sheet->html, "</button>\n");
}

static void
put_citations(Sheet *sheet)
{
    put_word_row(sheet, "h2", "takeaway-title", DG_WORD_CITE_AS);
    dg_html_markup(sheet->html, "<div class=\"pair\">\n");
    for (int side = 0; side < sheet->site->volume->n_languages; side++) {
        if (!is_cited(sheet, (DgSide)side))
            continue;
        open_side(sheet, "div", (DgSide)side);
        dg_html_markup(sheet->html, "\n<p class=\"citation\">");
        dg_html_text(sheet->html, citation_text(sheet, (DgSide)side));
        dg_html_markup(sheet->html, "</p>\n");
        put_copy_button(sheet, (DgSide)side);
        dg_html_markup(sheet->html, "</div>\n");
    }
    dg_html_markup(sheet->html, "</div>\n");
}

static void
put_file(Sheet *sheet, const char *file, const char *format, const char *language)
{
    dg_html_markup(sheet->html, "<li><a");
    dg_html_link(sheet->html, file, NULL);
    dg_html_attribute(sheet->html, "hreflang", language);
    dg_html_markup(sheet->html, " download>");
    dg_html_text(sheet->html, format);
    if (language) {
        dg_html_markup(sheet->html, " <span class=\"of\"");
        dg_html_attribute(sheet->html, "lang", language);
        dg_html_markup(sheet->html, ">");
        dg_html_text(sheet->html, dg_word(DG_WORD_LANGUAGE_NAME, language));
        dg_html_markup(sheet->html, "</span>");
    }
    dg_html_markup(sheet->html, "</a></li>\n");
}

/* A page of one language offers the source of that language. */
static void
put_sources(Sheet *sheet)
{
    for (int side = 0; side < sheet->site->volume->n_languages; side++) {
        const char *name = view_shows(sheet->site, sheet->view, (DgSide)side)
                               ? dg_source_name(sheet->arena, sheet->item, (DgSide)side)
                               : NULL;
        if (name)
            put_file(sheet, name, "JATS XML", sheet->site->volume->languages[side]);
    }
}

static void
put_files(Sheet *sheet)
{
    static const struct {
        const char *ending, *format;
    } records[] = {{"bib", "BibTeX"}, {"ris", "RIS"}, {"json", "CSL-JSON"}};
    const char *anchor = sheet->item->anchor;
    if (!sheet->site->options.item_files || !anchor)
        return;
    put_word_row(sheet, "h2", "takeaway-title", DG_WORD_DOWNLOADS);
    dg_html_markup(sheet->html, "<ul class=\"files\">\n");
    put_file(sheet, dg_arena_printf(sheet->arena, "%s.pdf", anchor), "PDF", NULL);
    put_sources(sheet);
    for (size_t i = 0; i < sizeof records / sizeof *records; i++)
        put_file(sheet, dg_arena_printf(sheet->arena, "%s.%s", anchor, records[i].ending),
                 records[i].format, NULL);
    dg_html_markup(sheet->html, "</ul>\n");
}

void
item_takeaway(Sheet *sheet)
{
    bool cited = false;
    for (int side = 0; side < sheet->site->volume->n_languages; side++)
        cited = cited || is_cited(sheet, (DgSide)side);
    if (!cited && !sheet->site->options.item_files)
        return;
    dg_html_markup(sheet->html, "<section class=\"takeaway\"");
    dg_html_attribute(sheet->html, "aria-label", sheet_word(sheet, DG_WORD_CITE_AS));
    dg_html_markup(sheet->html, ">\n");
    if (cited)
        put_citations(sheet);
    put_files(sheet);
    dg_html_markup(sheet->html, "</section>\n");
}
