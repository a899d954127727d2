/* web-sheet.c - what every page has around its text: head, bar with the language switch, foot. */
#include "web-internal.h"

#include <glib.h>
#include <string.h>

const char *
sheet_word(const Sheet *sheet, DgWord word)
{
    return dg_word(word, view_language(sheet->site, sheet->view));
}

static const char *
address(const Sheet *sheet, View view)
{
    return page_address(sheet->site, sheet->arena, sheet->kind->stem, view);
}

static bool
is_front(const Sheet *sheet)
{
    return !sheet->item && sheet->kind->name == DG_N_WORDS;
}

static const char *
own_title(const Sheet *sheet, DgSide side)
{
    if (sheet->item)
        return dg_item_title(sheet->arena, sheet->item, side);
    const DgVolume *volume = sheet->site->volume;
    return is_front(sheet) ? volume->title[side]
                           : dg_word(sheet->kind->name, volume->languages[side]);
}

/* Both titles where the page holds both texts. */
static const char *
text_title(const Sheet *sheet)
{
    const DgVolume *volume = sheet->site->volume;
    const char *titles[DG_SIDES] = {NULL, NULL};
    for (int side = 0; side < volume->n_languages; side++)
        if (view_shows(sheet->site, sheet->view, (DgSide)side))
            titles[side] = own_title(sheet, (DgSide)side);
    const char *left = titles[DG_LEFT], *right = titles[DG_RIGHT];
    if (left && right && strcmp(left, right) != 0)
        return dg_arena_printf(sheet->arena, "%s / %s", left, right);
    return left ? left : right ? right : volume->title[DG_LEFT];
}

static void
put_title(Sheet *sheet)
{
    const DgVolume *volume = sheet->site->volume;
    const char *of_volume = volume->event.name[view_side(sheet->view)];
    const char *title = text_title(sheet);
    dg_html_markup(sheet->html, "<title>");
    dg_html_text(sheet->html, title ? title : volume->id);
    if (of_volume && !is_front(sheet)) {
        dg_html_markup(sheet->html, " — ");
        dg_html_text(sheet->html, of_volume);
    }
    dg_html_markup(sheet->html, "</title>\n");
}

static const DgNode *
first_paragraph(const DgNode *section)
{
    for (DgWalk walk = dg_walk((DgNode *)section); dg_walk_next(&walk);)
        if (walk.entering && walk.node->kind == DG_PARAGRAPH)
            return walk.node;
    return NULL;
}

/* The start of a text, at most so many characters, up to a word's end. */
static const char *
start_of(const Sheet *sheet, const char *text)
{
    enum { CHARACTERS = 250 };
    g_autofree char *start = g_utf8_substring(text, 0, MIN(g_utf8_strlen(text, -1), CHARACTERS));
    if (strcmp(start, text) == 0)
        return text;
    char *space = strrchr(start, ' ');
    if (space)
        *space = '\0';
    return dg_arena_printf(sheet->arena, "%s…", start);
}

/* What a search engine shows below the title: the start of the abstract or of the text, else what the volume says
 * of itself, else its title; or NULL. */
static const char *
description_of(const Sheet *sheet)
{
    const DgVolume *volume = sheet->site->volume;
    DgSide side = view_side(sheet->view);
    const char *text = NULL;
    if (sheet->item) {
        const DgText *own = &sheet->item->text[side];
        const DgNode *paragraph =
            first_paragraph(own->meta.abstract ? own->meta.abstract : own->body);
        text = paragraph ? dg_node_text(sheet->arena, paragraph) : NULL;
    }
    if (!text || !*text)
        text = volume->imprint.annotation[side];
    if (!text || !*text)
        text = volume->title[side];
    return text && *text ? start_of(sheet, text) : NULL;
}

static void
put_description(Sheet *sheet)
{
    const char *description = description_of(sheet);
    if (description) {
        dg_html_markup(sheet->html, "<meta name=\"description\"");
        dg_html_attribute(sheet->html, "content", description);
        dg_html_markup(sheet->html, ">\n");
    }
    put_metadata(sheet, text_title(sheet), description);
}

static void
put_relation(Sheet *sheet, const char *relation, const char *language, const char *href)
{
    dg_html_markup(sheet->html, "<link rel=\"%s\"", relation);
    dg_html_attribute(sheet->html, "hreflang", language);
    dg_html_attribute(sheet->html, "href", href);
    dg_html_markup(sheet->html, ">\n");
}

static const char *
full_address(const Sheet *sheet, View view)
{
    return dg_volume_address(sheet->arena, sheet->site->volume, address(sheet, view));
}

/* Search engines take only full addresses here; readers have the switch. */
static void
put_relations(Sheet *sheet)
{
    const DgVolume *volume = sheet->site->volume;
    if (!volume->web_url)
        return;
    put_relation(sheet, "canonical", NULL, full_address(sheet, sheet->view));
    if (!has_two_languages(sheet->site))
        return;
    for (int side = 0; side < DG_SIDES; side++)
        put_relation(sheet, "alternate", volume->languages[side], full_address(sheet, side));
    put_relation(sheet, "alternate", "x-default", full_address(sheet, BOTH));
}

/* The style sheets follow at its end: see Page. */
static void
put_head_start(Sheet *sheet)
{
    DgHtml *html = sheet->html;
    dg_html_markup(html, "<!DOCTYPE html>\n<html lang=\"");
    dg_html_text(html, view_language(sheet->site, sheet->view));
    dg_html_markup(html, "\" class=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n",
                   sheet->view == BOTH ? "both" : "one");
    dg_html_markup(html, SITE_POLICY
                   "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                   "<meta name=\"color-scheme\" content=\"light dark\">\n"
                   "<meta name=\"referrer\" content=\"no-referrer-when-downgrade\">\n");
    put_relation(sheet, "icon", NULL, sheet->site->icon);
    put_title(sheet);
    put_description(sheet);
    put_relations(sheet);
}

static void
put_view_link(Sheet *sheet, View view)
{
    static const char *const names[] = {"left", "right", "both"};
    DgHtml *html = sheet->html;
    const char *language = view == BOTH ? NULL : sheet->site->volume->languages[view];
    dg_html_markup(html, "<li><a data-view=\"%s\"", names[view]);
    dg_html_link(html, address(sheet, view), NULL);
    if (view != sheet->view)
        dg_html_attribute(html, "lang", language);
    dg_html_attribute(html, "hreflang", language);
    if (view == sheet->view)
        dg_html_attribute(html, "aria-current", "page");
    dg_html_markup(html, ">");
    if (language)
        dg_html_text(html, dg_word(DG_WORD_LANGUAGE_NAME, language));
    else
        dg_html_text(html, sheet_word(sheet, DG_WORD_BOTH_LANGUAGES));
    dg_html_markup(html, "</a></li>\n");
}

static void
put_switch(Sheet *sheet)
{
    if (!has_two_languages(sheet->site))
        return;
    dg_html_markup(sheet->html, "<nav class=\"views\"");
    dg_html_attribute(sheet->html, "aria-label", sheet_word(sheet, DG_WORD_LANGUAGE));
    dg_html_markup(sheet->html, ">\n<ul>\n");
    for (View view = DG_LEFT; view <= BOTH; view++)
        put_view_link(sheet, view);
    dg_html_markup(sheet->html, "</ul>\n</nav>\n");
}

static void
put_bar(Sheet *sheet)
{
    const DgVolume *volume = sheet->site->volume;
    DgHtml *html = sheet->html;
    bool named = volume->event.name[DG_LEFT] || volume->event.name[DG_RIGHT];
    dg_html_markup(html, "<a class=\"skip\" href=\"#dg-main\">");
    dg_html_text(html, sheet_word(sheet, DG_WORD_SKIP_TO_TEXT));
    dg_html_markup(html, "</a>\n<header class=\"bar\">\n<a class=\"home\"");
    dg_html_link(html, page_address(sheet->site, sheet->arena, "index", sheet->view), NULL);
    if (is_front(sheet))
        dg_html_attribute(html, "aria-current", "page");
    dg_html_markup(html, "><span class=\"name\">");
    if (!put_texts(sheet, named ? volume->event.name : volume->title))
        dg_html_text(html, volume->id);
    dg_html_markup(html, "</span> <span class=\"word\">");
    put_words(sheet, DG_WORD_CONTENTS);
    dg_html_markup(html, "</span></a>\n");
    put_search_field(sheet);
    put_switch(sheet);
    put_settings(sheet);
    dg_html_markup(html, "</header>\n");
}

static void
put_foot(Sheet *sheet)
{
    const DgImprint *imprint = &sheet->site->volume->imprint;
    dg_html_markup(sheet->html, "<footer>\n");
    if (!is_front(sheet)) /* it has them above its contents */
        put_site_pages(sheet, "");
    put_row(sheet, "p", "volume", sheet->site->volume->title);
    if (imprint->copyright) {
        dg_html_markup(sheet->html, "<p class=\"copyright\">");
        if (!g_str_has_prefix(imprint->copyright, "©"))
            dg_html_text(sheet->html, "© ");
        dg_html_text(sheet->html, imprint->copyright);
        dg_html_markup(sheet->html, "</p>\n");
    }
    put_row(sheet, "p", "rights", imprint->rights);
    dg_html_markup(sheet->html, "</footer>\n");
}

static void
put_body(Sheet *sheet)
{
    DgHtml *html = sheet->html;
    for (const char *const *script = sheet->kind->scripts; script && *script; script++) {
        dg_html_markup(html, "<script");
        dg_html_attribute(html, "src", *script);
        dg_html_markup(html, "></script>\n");
    }
    dg_html_markup(html, "</head>\n<body class=\"%s\">\n", sheet->kind->class);
    put_bar(sheet);
    sheet->kind->write_main(sheet);
    put_foot(sheet);
    put_reader(sheet);
    dg_html_markup(html, "</body>\n</html>\n");
}

DgHtml *
sheet_html(const Sheet *sheet)
{
    const Site *site = sheet->site;
    DgHtmlOptions options = {.heading_base = 2,
                             .both = sheet->view == BOTH,
                             .ids = sheet->view != BOTH,
                             .pictures = site->pictures,
                             .folios = site->options.folios};
    for (int side = 0; side < DG_SIDES; side++)
        options.languages[side] = site->volume->languages[side];
    DgHtml *html = dg_html_new(sheet->arena, options);
    dg_html_turn(html, view_side(sheet->view));
    return html;
}

void
sheet_write(Site *site, const PageKind *kind, View view)
{
    Sheet sheet = {
        .site = site, .arena = dg_arena_new(), .view = view, .kind = kind, .item = kind->item};
    Page page = {.file = page_address(site, site->arena, kind->stem, view),
                 .class = kind->class,
                 .scripts = kind->scripts,
                 .parts = reader_parts(&sheet),
                 .both = view == BOTH,
                 .unlisted = kind->unlisted};
    sheet.html = sheet_html(&sheet);
    put_head_start(&sheet);
    page.start = dg_arena_strdup(site->arena, dg_html_string(sheet.html));
    sheet.html = sheet_html(&sheet);
    put_body(&sheet);
    page.rest = dg_arena_strdup(site->arena, dg_html_string(sheet.html));
    dg_arena_free(sheet.arena);
    DG_APPEND(site->arena, site->pages, site->n_pages, page);
}
