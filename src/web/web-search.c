/* web-search.c - the search page, and the field on every page that leads to it. */
#include "search-internal.h"

bool
search_write(Site *site)
{
    static const char *const parts[] = {"search", "search-results", NULL};
    Words *words = search_words_collect(site);
    site->search_scripts[0] = own_script_write(site, "search", parts);
    site->search_scripts[1] = search_shards_write(site, words);
    search_words_free(words);
    return site->search_scripts[0] && site->search_scripts[1];
}

static void
put_input(Sheet *sheet)
{
    dg_html_markup(sheet->html, "<input type=\"search\" name=\"q\" autocomplete=\"off\"");
    dg_html_attribute(sheet->html, "aria-label", sheet_word(sheet, DG_WORD_SEARCH_FOR));
    dg_html_attribute(sheet->html, "placeholder", sheet_word(sheet, DG_WORD_SEARCH));
    dg_html_markup(sheet->html, ">\n");
}

static void
open_form(Sheet *sheet)
{
    dg_html_markup(sheet->html, "<form class=\"find\" role=\"search\"");
    dg_html_attribute(sheet->html, "action",
                      page_address(sheet->site, sheet->arena, "search", sheet->view));
    dg_html_markup(sheet->html, ">\n");
}

/* The search page has its own. */
void
put_search_field(Sheet *sheet)
{
    if (sheet->kind->write_main == search_main)
        return;
    open_form(sheet);
    put_input(sheet);
    dg_html_markup(sheet->html, "<button type=\"submit\" class=\"lens\"");
    dg_html_attribute(sheet->html, "aria-label", sheet_word(sheet, DG_WORD_SEARCH));
    dg_html_markup(sheet->html, "></button>\n</form>\n");
}

/* What the results end with: ".html", ".ru.html". */
static const char *
suffix(const Sheet *sheet)
{
    return page_address(sheet->site, sheet->arena, "", sheet->view);
}

static void
put_results(Sheet *sheet)
{
    DgHtml *html = sheet->html;
    dg_html_markup(html, "<p id=\"dg-status\" role=\"status\"");
    dg_html_attribute(html, "data-found", sheet_word(sheet, DG_WORD_SEARCH_FOUND));
    dg_html_attribute(html, "data-none", sheet_word(sheet, DG_WORD_SEARCH_NONE));
    dg_html_attribute(html, "data-common", sheet_word(sheet, DG_WORD_SEARCH_COMMON));
    dg_html_attribute(html, "data-failed", sheet_word(sheet, DG_WORD_SEARCH_FAILED));
    dg_html_markup(html, "></p>\n<div id=\"dg-results\"");
    dg_html_attribute(html, "data-suffix", suffix(sheet));
    dg_html_markup(html, "></div>\n<button type=\"button\" id=\"dg-more\" hidden>");
    dg_html_text(html, sheet_word(sheet, DG_WORD_SEARCH_MORE));
    dg_html_markup(html, "</button>\n<noscript><p class=\"notice\">");
    dg_html_text(html, sheet_word(sheet, DG_WORD_NEEDS_SCRIPTS));
    dg_html_markup(html, "</p></noscript>\n");
}

void
search_main(Sheet *sheet)
{
    DgHtml *html = sheet->html;
    dg_html_markup(html, "<main id=\"dg-main\">\n");
    put_word_row(sheet, "h1", "page-title", DG_WORD_SEARCH);
    open_form(sheet);
    put_input(sheet);
    dg_html_markup(html, "<button type=\"submit\">");
    dg_html_text(html, sheet_word(sheet, DG_WORD_SEARCH));
    dg_html_markup(html, "</button>\n</form>\n<p class=\"hint\">");
    dg_html_text(html, sheet_word(sheet, DG_WORD_SEARCH_HINT));
    dg_html_markup(html, "</p>\n");
    put_results(sheet);
    dg_html_markup(html, "</main>\n");
}
