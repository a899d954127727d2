/* web.c - the web edition: all pages first, then what they share, then everything to its folder. */
#include "web-internal.h"

#include "diglot/doc-citation.h"

#include <glib.h>
#include <string.h>

static void
choose_items(Site *site)
{
    for (size_t i = 0; i < site->volume->n_items; i++) {
        const DgItem *item = site->volume->items[i];
        if (dg_item_is_listed(item, site->options.only))
            DG_APPEND(site->arena, site->items, site->n_items, item);
    }
}

/* In each language and in both; in a volume of one language just that. */
static void
page_write(Site *site, const PageKind *kind)
{
    if (!has_two_languages(site)) {
        sheet_write(site, kind, DG_LEFT);
        return;
    }
    for (View view = DG_LEFT; view <= BOTH; view++)
        sheet_write(site, kind, view);
}

static void
items_make(Site *site)
{
    for (size_t i = 0; i < site->n_items; i++) {
        PageKind kind = {.stem = item_stem(site->arena, site->items[i]),
                         .class = "item",
                         .item = site->items[i],
                         .name = DG_N_WORDS,
                         .write_main = item_main};
        page_write(site, &kind);
    }
}

static void
pages_make(Site *site)
{
    page_write(
        site, &(PageKind){
                  .stem = "index", .class = "front", .name = DG_N_WORDS, .write_main = front_main});
    items_make(site);
    size_t next = 0;
    for (const PageKind *kind; (kind = own_page(site, &next)) != NULL;)
        page_write(site, kind);
    page_write(site, &(PageKind){.stem = "search",
                                 .class = "search",
                                 .name = DG_WORD_SEARCH,
                                 .write_main = search_main,
                                 .scripts = site->search_scripts,
                                 .unlisted = true});
    missing_write(site);
}

static void
append_styles(GString *text, const Site *site, const Page *page)
{
    const Look *look = &site->looks[page->look];
    g_autofree char *before = g_markup_escape_text(page->root ? page->root : "", -1);
    for (size_t i = 0; i < look->n_styles; i++)
        g_string_append_printf(text, "<link rel=\"stylesheet\" href=\"%s%s\">\n", before,
                               look->styles[i]);
}

/* The script names what it fetches when the reader stirs. */
static void
append_reader(GString *text, const Site *site, const Page *page)
{
    const char *tools = site->looks[page->look].tools;
    if (page->parts)
        g_string_append_printf(text, "<script src=\"%s\" data-tools=\"%s %s%s%s\"></script>\n",
                               site->reader_scripts[0], site->reader_scripts[1],
                               page->parts->address, tools ? " " : "", tools ? tools : "");
}

static bool
pages_write(Site *site)
{
    g_autoptr(GString) text = g_string_new(NULL);
    for (size_t i = 0; i < site->n_pages; i++) {
        const Page *page = &site->pages[i];
        g_string_assign(text, page->start);
        append_styles(text, site, page);
        append_reader(text, site, page);
        g_string_append(text, page->rest);
        char *path = dg_path_join(site->arena, site->folder, page->file);
        if (!dg_file_write(site->diags, path, text->str, text->len))
            return false;
    }
    return true;
}

/* For search engines; only a volume that knows its address has one (sitemaps.org, protocol 0.9). */
static bool
sitemap_write(Site *site)
{
    if (!site->volume->web_url)
        return true;
    g_autoptr(GString) text =
        g_string_new("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                     "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
    for (size_t i = 0; i < site->n_pages; i++) {
        if (site->pages[i].unlisted)
            continue;
        g_autofree char *address = g_markup_escape_text(
            dg_volume_address(site->arena, site->volume, site->pages[i].file), -1);
        g_string_append_printf(text, "<url><loc>%s</loc></url>\n", address);
    }
    g_string_append(text, "</urlset>\n");
    return dg_file_write(site->diags, dg_path_join(site->arena, site->folder, "sitemap.xml"),
                         text->str, text->len);
}

bool
dg_web_write(DgArena *arena, DgDiags *diags, DgFonts *fonts, const DgVolume *volume,
             const char *folder, DgWebOptions options)
{
    Site site = {.arena = arena,
                 .diags = diags,
                 .fonts = fonts,
                 .volume = volume,
                 .folder = folder,
                 .options = options,
                 .pictures = dg_html_pictures_new(arena, volume->folder, "figures")};
    choose_items(&site);
    register_make(&site);
    bool written = reader_write(&site) && icon_write(&site) && pdf_copy(&site) &&
                   cards_write(&site) && search_write(&site);
    if (written) {
        pages_make(&site);
        written = assets_write(&site) && pages_write(&site) && sitemap_write(&site) &&
                  house_files_copy(&site);
    }
    dg_html_pictures_free(site.pictures);
    return written;
}
