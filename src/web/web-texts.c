/* web-texts.c - texts of both languages side by side, each with its language. */
#include "web-internal.h"

#include <glib.h>

void
open_side(Sheet *sheet, const char *tag, DgSide side)
{
    dg_html_turn(sheet->html, side);
    dg_html_markup(sheet->html, "<%s class=\"%s\"", tag, side == DG_LEFT ? "left" : "right");
    if (sheet->view != (View)side)
        dg_html_attribute(sheet->html, "lang", sheet->site->volume->languages[side]);
    dg_html_markup(sheet->html, ">");
}

static bool
put_both(Sheet *sheet, const bool has[DG_SIDES], PutSide put, const void *what)
{
    bool any = false;
    for (int side = 0; side < sheet->site->volume->n_languages; side++) {
        if (!has[side])
            continue;
        if (any)
            dg_html_markup(sheet->html, " ");
        open_side(sheet, "span", (DgSide)side);
        put(sheet, what, (DgSide)side);
        dg_html_markup(sheet->html, "</span>");
        any = true;
    }
    return any;
}

bool
put_sides(Sheet *sheet, const bool has[DG_SIDES], PutSide put, const void *what)
{
    if (sheet->view == BOTH)
        return put_both(sheet, has, put, what);
    DgSide side = view_side(sheet->view), other = side == DG_LEFT ? DG_RIGHT : DG_LEFT;
    if (has[side]) {
        put(sheet, what, side);
        return true;
    }
    if (!has_two_languages(sheet->site) || !has[other])
        return false;
    dg_html_markup(sheet->html, "<span");
    dg_html_attribute(sheet->html, "lang", sheet->site->volume->languages[other]);
    dg_html_markup(sheet->html, ">");
    put(sheet, what, other);
    dg_html_markup(sheet->html, "</span>");
    return true;
}

static bool
is_text(const char *text)
{
    return text && *text;
}

static void
put_text(Sheet *sheet, const void *what, DgSide side)
{
    const char *const *texts = what;
    dg_html_prose(sheet->html, texts[side]);
}

bool
put_texts(Sheet *sheet, const char *const texts[DG_SIDES])
{
    const bool has[DG_SIDES] = {is_text(texts[DG_LEFT]), is_text(texts[DG_RIGHT])};
    return put_sides(sheet, has, put_text, texts);
}

static void
words_of(const Sheet *sheet, DgWord word, const char *words[DG_SIDES])
{
    for (int side = 0; side < DG_SIDES; side++)
        words[side] = dg_word(word, sheet->site->volume->languages[side]);
}

/* A language whose words are not known borrows the English ones: these stand there once. */
void
put_words(Sheet *sheet, DgWord word)
{
    const char *words[DG_SIDES];
    words_of(sheet, word, words);
    if (g_strcmp0(words[DG_LEFT], words[DG_RIGHT]) == 0)
        dg_html_text(sheet->html, words[DG_LEFT]);
    else
        put_texts(sheet, words);
}

void
put_sides_row(Sheet *sheet, const char *tag, const char *class, const bool has[DG_SIDES],
              PutSide put, const void *what)
{
    if (!has[DG_LEFT] && !(has_two_languages(sheet->site) && has[DG_RIGHT]))
        return;
    dg_html_markup(sheet->html, "<%s class=\"pair %s\">", tag, class);
    put_sides(sheet, has, put, what);
    dg_html_markup(sheet->html, "</%s>\n", tag);
}

void
put_row(Sheet *sheet, const char *tag, const char *class, const char *const texts[DG_SIDES])
{
    const bool has[DG_SIDES] = {is_text(texts[DG_LEFT]), is_text(texts[DG_RIGHT])};
    put_sides_row(sheet, tag, class, has, put_text, texts);
}

void
put_word_row(Sheet *sheet, const char *tag, const char *class, DgWord word)
{
    const char *words[DG_SIDES];
    words_of(sheet, word, words);
    put_row(sheet, tag, class, words);
}

void
put_row_of(Sheet *sheet, const char *tag, const char *class, TextOf text_of)
{
    const char *texts[DG_SIDES] = {NULL, NULL};
    for (int side = 0; side < sheet->site->volume->n_languages; side++)
        texts[side] = text_of(sheet, (DgSide)side);
    put_row(sheet, tag, class, texts);
}

/* A title stands under its own language; an item without any is called by its name. */
void
item_titles(const Sheet *sheet, const DgItem *item, const char *titles[DG_SIDES])
{
    bool any = item->text[DG_LEFT].meta.title || item->text[DG_RIGHT].meta.title;
    for (int side = 0; side < DG_SIDES; side++)
        titles[side] = item->text[side].meta.title || (!any && side == DG_LEFT)
                           ? dg_item_title(sheet->arena, item, (DgSide)side)
                           : NULL;
}

void
put_streams(Sheet *sheet, const char *const *streams, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        const char *address = dg_html_address(sheet->arena, streams[i]);
        if (!address)
            continue;
        dg_html_markup(sheet->html, "<p class=\"stream\"><a");
        dg_html_attribute(sheet->html, "href", address);
        dg_html_markup(sheet->html, " rel=\"noopener noreferrer\">");
        dg_html_text(sheet->html, streams[i]);
        dg_html_markup(sheet->html, "</a></p>\n");
    }
}
