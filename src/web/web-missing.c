/* web-missing.c - 404.html: what a server shows for any address that is not there, however deep. So its links begin at
 * the root of the server where the volume knows its own address; it needs no script. */
#include "web-internal.h"

#include <string.h>

/* "/2024/" of "https://host/2024"; "" where the volume has no address. */
static const char *
root_path(const Site *site, DgArena *arena)
{
    const char *url = site->volume->web_url, *host = url ? strstr(url, "://") : NULL;
    if (!host)
        return "";
    host += strlen("://");
    const char *path = host + strcspn(host, "/?#");
    size_t length = strcspn(path, "?#");
    bool closed = length && path[length - 1] == '/';
    return dg_arena_printf(arena, "%.*s%s", (int)length, path, closed ? "" : "/");
}

static void
put_start(Sheet *sheet)
{
    dg_html_markup(sheet->html, "<!DOCTYPE html>\n<html");
    dg_html_attribute(sheet->html, "lang", view_language(sheet->site, sheet->view));
    dg_html_markup(sheet->html, " class=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n",
                   sheet->view == BOTH ? "both" : "one");
    dg_html_markup(sheet->html, SITE_POLICY
                   "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                   "<meta name=\"robots\" content=\"noindex\">\n<title>");
    dg_html_text(sheet->html, sheet_word(sheet, sheet->kind->name));
    dg_html_markup(sheet->html, "</title>\n");
}

static void
put_rest(Sheet *sheet, const char *root)
{
    const char *front = page_address(sheet->site, sheet->arena, "index", sheet->view);
    dg_html_markup(sheet->html, "</head>\n<body class=\"about\">\n<main id=\"dg-main\">\n");
    put_word_row(sheet, "h1", "page-title", sheet->kind->name);
    put_word_row(sheet, "p", "hint", DG_WORD_NOT_FOUND_HINT);
    dg_html_markup(sheet->html, "<p class=\"download\"><a");
    dg_html_link(sheet->html, dg_arena_printf(sheet->arena, "%s%s", root, front), NULL);
    dg_html_markup(sheet->html, ">");
    put_words(sheet, DG_WORD_CONTENTS);
    dg_html_markup(sheet->html, "</a></p>\n");
    put_site_pages(sheet, root);
    dg_html_markup(sheet->html, "</main>\n</body>\n</html>\n");
}

void
missing_write(Site *site)
{
    const PageKind kind = {
        .stem = "404", .class = "missing", .name = DG_WORD_NOT_FOUND, .unlisted = true};
    Sheet sheet = {.site = site,
                   .arena = dg_arena_new(),
                   .view = has_two_languages(site) ? BOTH : DG_LEFT,
                   .kind = &kind};
    Page page = {.file = "404.html",
                 .root = root_path(site, site->arena),
                 .class = kind.class,
                 .both = sheet.view == BOTH,
                 .unlisted = true};
    sheet.html = dg_html_new(sheet.arena, (DgHtmlOptions){0});
    put_start(&sheet);
    page.start = dg_arena_strdup(site->arena, dg_html_string(sheet.html));
    sheet.html = dg_html_new(sheet.arena, (DgHtmlOptions){0});
    put_rest(&sheet, page.root);
    page.rest = dg_arena_strdup(site->arena, dg_html_string(sheet.html));
    dg_arena_free(sheet.arena);
    DG_APPEND(site->arena, site->pages, site->n_pages, page);
}
