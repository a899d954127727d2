/* site-internal.h - a volume made in memory, and the folder that its site is written to: the fixture of the tests of
 * src/web. */
#ifndef DIGLOT_SITE_INTERNAL_H
#define DIGLOT_SITE_INTERNAL_H

#include "diglot/web.h"

#include "site-check-internal.h"

typedef struct {
    DgArena *arena;
    DgDiags *diags;
    DgFonts *fonts;              /* NULL; of a test that sets it, freed by site_close */
    DgVolume volume;             /* Russian and English, empty */
    char *source, *style, *site; /* folders: of the volume, of a style, of the site */
} Site;

/* Pages besides the front page and the items: the search and how to cite, in each language and in both; and one for
 * what is not there. */
enum {
    SITE_SEARCH = 3,
    SITE_CITE = 3,
    SITE_MISSING = 1,
    SITE_OWN_PAGES = SITE_SEARCH + SITE_CITE + SITE_MISSING
};

/* For g_test_add. */
void site_open(Site *site, const void *data);
void site_close(Site *site, const void *data);
/* With the data folder filled in. */
bool site_write(Site *site, DgWebOptions options);

/* At the end of `parent`. */
DgNode *site_block(Site *site, DgNode *parent, DgKind kind, DgRole role, const char *text);
DgNode *site_body(Site *site, const char *language);
/* At the end of an item's pairs; a side may be NULL. */
void site_pair(Site *site, DgPair **pairs, size_t *n, DgNode *left, DgNode *right,
               const char *anchor);
/* At the end of the volume, without any text. */
DgItem *site_item(Site *site, const char *href, const char *anchor);
/* An opening with a title on each side, where one is given. */
void site_titles(Site *site, DgItem *item, const char *left, const char *right);
/* A heading, a paragraph with a note, a list whose items are pairs, a paragraph on one side only. */
DgItem *site_full_item(Site *site, const char *anchor);

#endif
