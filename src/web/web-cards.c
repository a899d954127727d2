/* web-cards.c - the pictures that messengers show beside links: their files, and which of them a page has. */
#include "web-internal.h"

bool
cards_write(Site *site)
{
    const DgWebOptions *options = &site->options;
    if (options->n_cards == 0)
        return true;
    site->cards = DG_NEW_ARRAY(site->arena, const char *, options->n_cards);
    for (size_t i = 0; i < options->n_cards; i++) {
        const DgPart *part = options->cards[i].part;
        const char *stem = !part      ? "volume"
                           : part->id ? safe_name(site->arena, part->id)
                                      : dg_arena_printf(site->arena, "part-%zu", i);
        site->cards[i] = hashed_write(site, "cards", stem, "png", options->cards[i].png);
        if (!site->cards[i])
            return false;
    }
    return true;
}

static const char *
card_of(const Site *site, const DgPart *part)
{
    for (size_t i = 0; i < site->options.n_cards; i++)
        if (site->options.cards[i].part == part)
            return site->cards[i];
    return NULL;
}

Picture
page_card(const Sheet *sheet)
{
    const DgPart *part = sheet->item ? sheet->item->part : NULL;
    while (part && !card_of(sheet->site, part))
        part = part->parent;
    return (Picture){card_of(sheet->site, part), part ? part->title : sheet->site->volume->title};
}
