/* web-cite.c - how to cite the volume as a whole, and where to get it. */
#include "web-internal.h"

#include "diglot/doc-citation.h"

static const char *
volume_citation(Sheet *sheet, DgSide side)
{
    DgCitation citation = dg_volume_citation(sheet->arena, sheet->site->volume, side);
    return citation.title ? dg_citation_text(sheet->arena, &citation, NULL) : NULL;
}

void
put_volume_download(Sheet *sheet)
{
    if (!sheet->site->pdf)
        return;
    dg_html_markup(sheet->html, "<p class=\"download\"><a");
    dg_html_attribute(sheet->html, "href", sheet->site->pdf);
    dg_html_markup(sheet->html, " type=\"application/pdf\">");
    put_words(sheet, DG_WORD_DOWNLOAD_PDF);
    dg_html_markup(sheet->html, "</a></p>\n");
}

void
cite_main(Sheet *sheet)
{
    dg_html_markup(sheet->html, "<main id=\"dg-main\">\n");
    put_word_row(sheet, "h1", "page-title", DG_WORD_HOW_TO_CITE);
    put_row_of(sheet, "p", "citation", volume_citation);
    put_word_row(sheet, "p", "hint", DG_WORD_HOW_TO_CITE_TEXT);
    put_volume_download(sheet);
    dg_html_markup(sheet->html, "</main>\n");
}
