/* cards.c - draws the pictures that messengers show beside links to the web edition: one of the volume, one of each
 * part that has a title. */
#include "cmd-internal.h"

#include "diglot/files.h"
#include "diglot/matter.h"
#include "diglot/raster.h"

#include <glib.h>

enum { CARD_DPI = 144 };

typedef struct {
    Pipeline *pipeline;
    const char *only; /* hrefs of the items that the edition has; NULL: all */
    const DgImage *logo;
    Cards cards;
} Drawing;

/* The house's own, of the files that go into the web edition as they are; NULL: none. */
static const DgImage *
find_logo(Pipeline *p)
{
    static const char *const names[] = {"web/logo.svg", "web/logo.png", "web/logo.jpg"};
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++)
        if (dg_file_exists(dg_path_join(p->arena, p->volume->folder, names[i])))
            return dg_image_load(p->images, p->diags, names[i], DG_NOWHERE);
    return NULL;
}

static void
draw(Drawing *drawing, const DgPart *part)
{
    Pipeline *p = drawing->pipeline;
    DgArena *scratch = dg_arena_new();
    DgCard card = dg_card_make(scratch, p->volume, part);
    const DgPages *page =
        dg_card_set(scratch, p->shaper, p->volume, p->style, &card, drawing->logo);
    DgWebCard drawn = {.part = part};
    if (dg_page_png(p->arena, p->diags, page, 0, CARD_DPI, &drawn.png))
        DG_APPEND(p->arena, drawing->cards.cards, drawing->cards.n, drawn);
    dg_arena_free(scratch);
}

/* Without any item that is wanted no page shows its card. */
static bool
is_wanted(const Drawing *drawing, const DgPart *part)
{
    for (size_t i = 0; drawing->only && i < part->n_entries; i++) {
        const DgEntry *entry = &part->entries[i];
        if ((entry->kind == DG_ENTRY_ITEM && dg_item_is_listed(entry->item, drawing->only)) ||
            (entry->kind == DG_ENTRY_PART && is_wanted(drawing, entry->part)))
            return true;
    }
    return !drawing->only;
}

static void
draw_parts(Drawing *drawing, const DgPart *part)
{
    for (size_t i = 0; i < part->n_entries; i++) {
        const DgPart *inner = part->entries[i].part;
        if (part->entries[i].kind != DG_ENTRY_PART || !is_wanted(drawing, inner))
            continue;
        if (inner->title[DG_LEFT] || inner->title[DG_RIGHT])
            draw(drawing, inner);
        draw_parts(drawing, inner);
    }
}

Cards
cards_draw(Pipeline *pipeline, const char *only)
{
    Drawing drawing = {.pipeline = pipeline, .only = only, .logo = find_logo(pipeline)};
    draw(&drawing, NULL);
    draw_parts(&drawing, &pipeline->volume->root);
    return drawing.cards;
}
