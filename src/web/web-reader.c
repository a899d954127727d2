/* web-reader.c - what the reader's scripts work with: these themselves, the menu of settings, and everything they show,
 * in the languages of the page. What nobody sees before it is asked for is no part of the page: a script of its own
 * brings it. Without scripts none of it is seen. */
#include "web-internal.h"

#include "diglot/json.h"

#include <glib.h>
#include <string.h>

static void
put_button(Sheet *sheet, const char *action, DgWord word)
{
    dg_html_markup(sheet->html, "<button type=\"button\" data-do=\"%s\">", action);
    put_words(sheet, word);
    dg_html_markup(sheet->html, "</button>\n");
}

/* ---- the menu of settings ---- */

static void
open_choices(Sheet *sheet, DgWord word)
{
    dg_html_markup(sheet->html, "<fieldset>\n<legend>");
    put_words(sheet, word);
    dg_html_markup(sheet->html, "</legend>\n");
}

static void
open_choice(Sheet *sheet, const char *name, const char *value, bool usual)
{
    dg_html_markup(sheet->html, "<label><input type=\"radio\" name=\"%s\" value=\"%s\"%s> ", name,
                   value, usual ? " checked" : "");
}

static void
put_themes(Sheet *sheet)
{
    static const struct {
        const char *name;
        DgWord word;
    } themes[] = {{"auto", DG_WORD_THEME_AUTO},
                  {"light", DG_WORD_THEME_LIGHT},
                  {"sepia", DG_WORD_THEME_SEPIA},
                  {"dark", DG_WORD_THEME_DARK}};
    open_choices(sheet, DG_WORD_THEME);
    for (size_t i = 0; i < G_N_ELEMENTS(themes); i++) {
        open_choice(sheet, "theme", themes[i].name, i == 0);
        put_words(sheet, themes[i].word);
        dg_html_markup(sheet->html, "</label>\n");
    }
    dg_html_markup(sheet->html, "</fieldset>\n");
}

static void
put_sizes(Sheet *sheet)
{
    static const int percents[] = {90, 100, 115, 130, 150};
    open_choices(sheet, DG_WORD_TEXT_SIZE);
    for (size_t i = 0; i < G_N_ELEMENTS(percents); i++) {
        open_choice(sheet, "size", dg_arena_printf(sheet->arena, "%d", percents[i]),
                    percents[i] == 100);
        dg_html_markup(sheet->html, "%d%%</label>\n", percents[i]);
    }
    dg_html_markup(sheet->html, "</fieldset>\n");
}

static void
put_menu(Sheet *sheet)
{
    DgHtml *html = sheet->html;
    dg_html_markup(html, "<div class=\"menu\">\n");
    put_themes(sheet);
    put_sizes(sheet);
    dg_html_markup(html, "<p><label><input type=\"checkbox\" name=\"keys\" checked> ");
    put_words(sheet, DG_WORD_SHORTCUTS);
    dg_html_markup(html, "</label></p>\n");
    put_button(sheet, "help", DG_WORD_SHORTCUTS_LIST);
    dg_html_markup(html, "</div>\n");
}

void
put_settings(Sheet *sheet)
{
    dg_html_markup(sheet->html,
                   "<details class=\"settings\">\n<summary><span aria-hidden=\"true\">Aa</span>"
                   " <span class=\"unseen\">");
    put_words(sheet, DG_WORD_SETTINGS);
    dg_html_markup(sheet->html, "</span></summary>\n</details>\n");
}

/* ---- what shows when it is asked for ---- */

/* A citation is copied in its own language. */
static void
put_tools(Sheet *sheet)
{
    DgHtml *html = sheet->html;
    const DgVolume *volume = sheet->site->volume;
    dg_html_markup(html, "<div class=\"tools\" role=\"group\"");
    dg_html_attribute(html, "aria-label", sheet_word(sheet, DG_WORD_THIS_PARAGRAPH));
    dg_html_markup(html, ">\n");
    put_button(sheet, "link", DG_WORD_COPY_LINK);
    for (int side = 0; side < volume->n_languages; side++) {
        if (!view_shows(sheet->site, sheet->view, (DgSide)side))
            continue;
        dg_html_markup(html, "<button type=\"button\" data-do=\"cite\"");
        if (sheet->view == BOTH)
            dg_html_markup(html, " class=\"%s\"", side == DG_LEFT ? "left" : "right");
        dg_html_attribute(html, "lang", volume->languages[side]);
        dg_html_markup(html, ">");
        dg_html_text(html, dg_word(DG_WORD_COPY_CITATION, volume->languages[side]));
        dg_html_markup(html, "</button>\n");
    }
    dg_html_markup(html, "<p class=\"by-hand\" tabindex=\"-1\" hidden></p>\n</div>\n");
}

/* Parts the columns. */
static void
put_split(Sheet *sheet)
{
    if (sheet->view != BOTH || !has_two_languages(sheet->site))
        return;
    dg_html_markup(sheet->html,
                   "<div class=\"split\" role=\"separator\" tabindex=\"0\" "
                   "aria-orientation=\"vertical\" aria-valuemin=\"30\" aria-valuemax=\"70\" "
                   "aria-valuenow=\"50\"");
    dg_html_attribute(sheet->html, "aria-label", sheet_word(sheet, DG_WORD_COLUMN_WIDTHS));
    dg_html_markup(sheet->html, "></div>\n");
}

static void
put_note_box(Sheet *sheet)
{
    dg_html_markup(
        sheet->html,
        "<dialog class=\"note-box\">\n<div class=\"content\" "
        "tabindex=\"-1\"></div>\n<p class=\"foot\"><a data-do=\"go\" href=\"#dg-main\">");
    put_words(sheet, DG_WORD_TO_NOTE);
    dg_html_markup(sheet->html, "</a>\n");
    put_button(sheet, "close", DG_WORD_CLOSE);
    dg_html_markup(sheet->html, "</p>\n</dialog>\n");
}

static void
put_picture_box(Sheet *sheet)
{
    dg_html_markup(sheet->html, "<button type=\"button\" class=\"enlarge\"");
    dg_html_attribute(sheet->html, "aria-label", sheet_word(sheet, DG_WORD_ENLARGE));
    dg_html_markup(sheet->html, "></button>\n<dialog class=\"picture-box\">\n");
    put_button(sheet, "close", DG_WORD_CLOSE);
    dg_html_markup(sheet->html,
                   "<div class=\"view\" tabindex=\"0\" role=\"group\"></div>\n</dialog>\n");
}

static void
put_meaning(Sheet *sheet, DgWord word, const char *language)
{
    dg_html_markup(sheet->html, "<dd>");
    if (language)
        dg_html_text(sheet->html, dg_word(word, language));
    else
        put_words(sheet, word);
    dg_html_markup(sheet->html, "</dd>\n");
}

static void
put_key(Sheet *sheet, const char *keys, DgWord word, const char *language)
{
    g_auto(GStrv) names = g_strsplit(keys, " ", -1);
    dg_html_markup(sheet->html, "<dt>");
    for (char **name = names; *name; name++)
        dg_html_markup(sheet->html, "%s<kbd>%s</kbd>", name == names ? "" : " ", *name);
    dg_html_markup(sheet->html, "</dt>\n");
    put_meaning(sheet, word, language);
}

static void
put_language_keys(Sheet *sheet)
{
    const char *const *languages = sheet->site->volume->languages;
    if (!has_two_languages(sheet->site))
        return;
    put_key(sheet, "1", DG_WORD_LANGUAGE_NAME, languages[DG_LEFT]);
    put_key(sheet, "2", DG_WORD_LANGUAGE_NAME, languages[DG_RIGHT]);
    put_key(sheet, "3", DG_WORD_BOTH_LANGUAGES, NULL);
}

static void
put_help(Sheet *sheet)
{
    dg_html_markup(sheet->html, "<dialog class=\"keys-box\" aria-labelledby=\"dg-keys\">\n"
                                "<h2 id=\"dg-keys\">");
    put_words(sheet, DG_WORD_SHORTCUTS);
    dg_html_markup(sheet->html, "</h2>\n<dl>\n");
    put_language_keys(sheet);
    if (sheet->item) {
        put_key(sheet, "J K", DG_WORD_NEXT_PARAGRAPH, NULL);
        put_key(sheet, "P Enter", DG_WORD_PARAGRAPH_ACTIONS, NULL);
        if (has_two_languages(sheet->site) && sheet->view == BOTH)
            put_meaning(sheet, DG_WORD_OTHER_LANGUAGE, NULL);
        put_key(sheet, "C", DG_WORD_COPY_LINK, NULL);
    }
    put_key(sheet, "/", DG_WORD_SEARCH, NULL);
    put_key(sheet, "T", DG_WORD_THEME, NULL);
    put_key(sheet, "S", DG_WORD_SETTINGS, NULL);
    put_key(sheet, "?", DG_WORD_SHORTCUTS, NULL);
    dg_html_markup(sheet->html, "</dl>\n");
    put_button(sheet, "close", DG_WORD_CLOSE);
    dg_html_markup(sheet->html, "</dialog>\n");
}

static void
put_message(Sheet *sheet, const char *name, DgWord word)
{
    dg_html_markup(sheet->html, "<span data-say=\"%s\">", name);
    put_words(sheet, word);
    dg_html_markup(sheet->html, "</span>\n");
}

static void
put_parts(Sheet *sheet)
{
    put_menu(sheet);
    if (sheet->item) {
        put_tools(sheet);
        put_note_box(sheet);
        put_picture_box(sheet);
    }
    put_help(sheet);
    put_message(sheet, "link", DG_WORD_LINK_COPIED);
    put_message(sheet, "cite", DG_WORD_CITATION_COPIED);
    put_message(sheet, "by-hand", DG_WORD_COPY_SELECTED);
}

/* The script fills the template of the page. */
static bool
parts_write(Site *site, View view, const DgItem *item)
{
    Sheet sheet = {.site = site, .arena = site->arena, .view = view, .item = item};
    sheet.html = sheet_html(&sheet);
    put_parts(&sheet);
    Parts *parts = &site->parts[item != NULL][view];
    parts->html = dg_arena_strdup(site->arena, dg_html_string(sheet.html));
    const char *script = dg_arena_printf(site->arena,
                                         "document.getElementById(\"dg-reader\").content.append("
                                         "document.createRange().createContextualFragment(%s));\n",
                                         dg_json_string(site->arena, parts->html));
    parts->address =
        asset_write(site, "parts", "js", (DgBytes){(const uint8_t *)script, strlen(script)});
    return parts->address != NULL;
}

const Parts *
reader_parts(const Sheet *sheet)
{
    return &sheet->site->parts[sheet->item != NULL][sheet->view];
}

/* What shows at once, and the template. */
void
put_reader(Sheet *sheet)
{
    dg_html_markup(sheet->html, "<p class=\"said\" role=\"status\"></p>\n"
                                "<template id=\"dg-reader\">");
    if (sheet->item)
        put_split(sheet);
    dg_html_markup(sheet->html, "</template>\n");
}

bool
reader_write(Site *site)
{
    static const char *const at_once[] = {"reader",      "reader-split", "reader-marks",
                                          "reader-keys", "reader-wake",  NULL},
                             *const later[] = {"reader-settings", "reader-pairs", "reader-boxes",
                                               NULL};
    site->reader_scripts[0] = own_script_write(site, "reader", at_once);
    site->reader_scripts[1] = own_script_write(site, "tools", later);
    bool written = site->reader_scripts[0] && site->reader_scripts[1];
    for (View view = DG_LEFT; written && view <= (has_two_languages(site) ? BOTH : DG_LEFT); view++)
        written = parts_write(site, view, NULL) &&
                  (!site->n_items || parts_write(site, view, site->items[0]));
    return written;
}
