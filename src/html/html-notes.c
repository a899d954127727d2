/* html-notes.c - marks of notes, and the notes themselves with the way back. */
#include "html-internal.h"

#include "diglot/lang.h"

static int
note_number(const DgHtml *html, const DgNode *note)
{
    for (size_t i = 0; i < html->n_notes; i++)
        if (html->notes[i] == note)
            return html->notes_begun - (int)html->n_notes + (int)i + 1;
    return 0;
}

static int
begin_note(DgHtml *html, const DgNode *note)
{
    DG_APPEND(html->arena, html->notes, html->n_notes, note);
    return ++html->notes_begun;
}

static const char *
suffix(const DgHtml *html)
{
    return html->options.id_suffix ? html->options.id_suffix : "";
}

static const char *
label_of(const DgNode *note)
{
    return note->label ? note->label : "*";
}

void
html_note_mark(DgHtml *html, const DgNode *node)
{
    const DgNode *note = node->as.note_mark.note;
    if (!note)
        return;
    int number = note_number(html, note);
    bool repeated = number != 0;
    if (!repeated)
        number = begin_note(html, note);
    dg_html_markup(html, "<sup><a class=\"note-mark\" href=\"#fn%d%s\"", number, suffix(html));
    if (!repeated)
        dg_html_markup(html, " id=\"fnref%d%s\"", number, suffix(html));
    html_put(html, " role=\"doc-noteref\" aria-label=\"");
    dg_html_text(html, dg_word(DG_WORD_FOOTNOTE, html->options.language));
    html_put(html, " ");
    dg_html_text(html, label_of(note));
    html_put(html, "\">");
    dg_html_text(html, label_of(note));
    html_put(html, "</a></sup>");
}

static void
put_note(DgHtml *html, const DgNode *note, int number)
{
    dg_html_markup(html, "<li id=\"fn%d%s\">", number, suffix(html));
    html_put(html, "<a class=\"label\" role=\"doc-backlink\" href=\"#fnref");
    dg_html_markup(html, "%d%s\" aria-label=\"", number, suffix(html));
    dg_html_text(html, dg_word(DG_WORD_BACK_TO_TEXT, html->options.language));
    html_put(html, ": ");
    dg_html_text(html, label_of(note));
    html_put(html, "\">");
    dg_html_text(html, label_of(note));
    html_put(html, "</a> ");
    html_children(html, note);
    html_put(html, "</li>\n");
}

/* A note may mark further notes: these follow in their turn. */
void
dg_html_notes(DgHtml *html)
{
    if (html->n_notes == 0)
        return;
    html_put(html, "<section class=\"notes\" role=\"doc-endnotes\"");
    html_attribute(html, "aria-label", dg_word(DG_WORD_NOTES, html->options.language));
    html_attribute(html, "lang", html->options.language);
    html_put(html, ">\n<ol class=\"list\">\n");
    int first = html->notes_begun - (int)html->n_notes + 1;
    for (size_t i = 0; i < html->n_notes; i++)
        put_note(html, html->notes[i], first + (int)i);
    html_put(html, "</ol>\n</section>\n");
    html->n_notes = 0;
    html->notes = NULL;
}
