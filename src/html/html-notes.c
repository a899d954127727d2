/* html-notes.c - marks of notes, and the notes themselves with the way back. */
#include "html-internal.h"

#include "diglot/lang.h"

static Notes *
notes_of(DgHtml *html)
{
    return &html->notes[html->side];
}

/* A dot keeps these ids apart from the names that sources give ("fn1"). */
static void
put_name(DgHtml *html, const char *what, size_t number)
{
    dg_html_markup(html, "%s.%zu", what, number);
    if (html->options.both) {
        html_put(html, ".");
        dg_html_text(html, html_language(html));
    }
}

/* The vocabulary of e-books besides the roles: reading systems show such notes as popovers. */
static const char *
book_type(const DgHtml *html, const char *attribute)
{
    return html->options.xhtml ? attribute : "";
}

static const char *
label_of(const DgNode *note)
{
    return note->label && *note->label ? note->label : "*";
}

/* 1 for the first note; a new one is added to the list. */
static size_t
number_of(DgHtml *html, const DgNode *note, bool *added)
{
    Notes *notes = notes_of(html);
    *added = false;
    for (size_t i = notes->n; i > 0; i--)
        if (notes->notes[i - 1] == note)
            return i;
    DG_APPEND(html->arena, notes->notes, notes->n, note);
    *added = true;
    return notes->n;
}

void
html_note_mark(DgHtml *html, const DgNode *node)
{
    const DgNode *note = node->as.note_mark.note;
    if (!note)
        return;
    bool added;
    size_t number = number_of(html, note, &added);
    html_put(html, "<sup class=\"note-mark\"><a href=\"#");
    put_name(html, "fn", number);
    html_put(html, "\"");
    if (added) {
        html_put(html, " id=\"");
        put_name(html, "fnref", number);
        html_put(html, "\"");
    }
    html_put(html, book_type(html, " epub:type=\"noteref\""));
    html_put(html, " role=\"doc-noteref\" aria-label=\"");
    dg_html_text(html, dg_word(DG_WORD_FOOTNOTE, html_language(html)));
    html_put(html, " ");
    dg_html_text(html, label_of(note));
    html_put(html, "\">");
    dg_html_text(html, label_of(note));
    html_put(html, "</a></sup>");
}

static void
put_way_back(DgHtml *html, const DgNode *note, size_t number)
{
    html_put(html, "<a class=\"label\" role=\"doc-backlink\" href=\"#");
    put_name(html, "fnref", number);
    html_put(html, "\" aria-label=\"");
    dg_html_text(html, dg_word(DG_WORD_BACK_TO_TEXT, html_language(html)));
    html_put(html, ": ");
    dg_html_text(html, label_of(note));
    html_put(html, "\">");
    dg_html_text(html, label_of(note));
    html_put(html, "</a> ");
}

/* The label stands in the first paragraph, where it is right without a style too. */
static void
put_note(DgHtml *html, const DgNode *note, size_t number)
{
    const DgNode *child = note->first;
    html_put(html, "<div class=\"note\"");
    html_put(html, book_type(html, " epub:type=\"footnote\" role=\"doc-footnote\""));
    html_put(html, " id=\"");
    put_name(html, "fn", number);
    html_put(html, "\">\n");
    if (child && child->kind == DG_PARAGRAPH) {
        html_open(html, "p", NULL, child);
        put_way_back(html, note, number);
        html_children(html, child);
        html_end_block(html, "p");
        child = child->next;
    } else {
        put_way_back(html, note, number);
    }
    for (; child; child = child->next)
        html_node(html, child);
    html_end_block(html, "div");
}

/* A note may mark further notes: these follow in their turn. */
void
dg_html_notes(DgHtml *html)
{
    Notes *notes = notes_of(html);
    if (notes->printed == notes->n)
        return;
    html_put(html, "<section class=\"notes\" role=\"doc-endnotes\"");
    dg_html_attribute(html, "lang", html_language(html));
    dg_html_attribute(html, "aria-label", dg_word(DG_WORD_NOTES, html_language(html)));
    html_put(html, ">\n");
    for (; notes->printed < notes->n; notes->printed++)
        put_note(html, notes->notes[notes->printed], notes->printed + 1);
    html_end_block(html, "section");
}
