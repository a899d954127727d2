/* web-pages.c - the pages that the site has beside its front and its items: which of them this volume wants, and the
 * links to them. */
#include "web-internal.h"

#include <string.h>

const DgIndex *
site_index(const Site *site, const char *name)
{
    for (size_t i = 0; i < site->options.n_indexes; i++)
        if (strcmp(site->options.indexes[i].name, name) == 0)
            return &site->options.indexes[i];
    return NULL;
}

bool
site_has_item(const Site *site, const DgItem *item)
{
    for (size_t i = 0; i < site->n_items; i++)
        if (site->items[i] == item)
            return true;
    return false;
}

static bool
is_part_timed(const DgPart *part)
{
    for (size_t i = 0; i < part->n_entries; i++) {
        const DgEntry *entry = &part->entries[i];
        if ((entry->kind == DG_ENTRY_SLOT && entry->slot->from) ||
            (entry->kind == DG_ENTRY_ITEM && entry->item->from) ||
            (entry->kind == DG_ENTRY_PART && (entry->part->from || is_part_timed(entry->part))))
            return true;
    }
    return false;
}

bool
site_has_programme(const Site *site)
{
    return is_part_timed(&site->volume->root);
}

static bool
has_people(const Site *site)
{
    return site->n_people > 0;
}

static bool
has_organisations(const Site *site)
{
    return site_index(site, "organizations") != NULL;
}

static bool
has_terms(const Site *site)
{
    return site_index(site, "terms") != NULL;
}

static bool
has_citation(const Site *site)
{
    return site->volume->title[DG_LEFT] || site->volume->title[DG_RIGHT];
}

static const struct {
    PageKind kind;
    bool (*wanted)(const Site *);
} own_pages[] = {
    {{.stem = "programme",
      .class = "programme-page",
      .name = DG_WORD_PROGRAMME,
      .write_main = programme_main},
     site_has_programme},
    {{.stem = "persons", .class = "register", .name = DG_WORD_PERSONS, .write_main = persons_main},
     has_people},
    {{.stem = "organisations",
      .class = "register",
      .name = DG_WORD_ORGANIZATIONS,
      .write_main = organisations_main},
     has_organisations},
    {{.stem = "terms", .class = "register", .name = DG_WORD_TERMS, .write_main = terms_main},
     has_terms},
    {{.stem = "about", .class = "about", .name = DG_WORD_ABOUT_EDITION, .write_main = about_main},
     site_has_about},
    {{.stem = "cite", .class = "about", .name = DG_WORD_HOW_TO_CITE, .write_main = cite_main},
     has_citation},
};
enum { N_OWN_PAGES = sizeof own_pages / sizeof *own_pages };

const PageKind *
own_page(const Site *site, size_t *next)
{
    while (*next < N_OWN_PAGES) {
        size_t at = (*next)++;
        if (own_pages[at].wanted(site))
            return &own_pages[at].kind;
    }
    return NULL;
}

void
put_site_pages(Sheet *sheet, const char *before)
{
    size_t next = 0;
    const PageKind *kind = own_page(sheet->site, &next);
    if (!kind)
        return;
    dg_html_markup(sheet->html, "<nav class=\"site-pages\"");
    dg_html_attribute(sheet->html, "aria-label", sheet_word(sheet, DG_WORD_SITE_PAGES));
    dg_html_markup(sheet->html, ">\n<ul>\n");
    for (; kind; kind = own_page(sheet->site, &next)) {
        const char *address = page_address(sheet->site, sheet->arena, kind->stem, sheet->view);
        dg_html_markup(sheet->html, "<li><a");
        dg_html_link(sheet->html, dg_arena_printf(sheet->arena, "%s%s", before, address), NULL);
        if (strcmp(kind->stem, sheet->kind->stem) == 0)
            dg_html_attribute(sheet->html, "aria-current", "page");
        dg_html_markup(sheet->html, ">");
        put_words(sheet, kind->name);
        dg_html_markup(sheet->html, "</a></li>\n");
    }
    dg_html_markup(sheet->html, "</ul>\n</nav>\n");
}
