/* web-contents.c - the contents of one item: its headings of two levels, folded away at first. */
#include "web-internal.h"

#include <string.h>

enum { LEAST = 3, DEEPEST = 2 };

static const DgNode *
heading_of(const Sheet *sheet, const DgPair *pair, DgSide side)
{
    if (!view_shows(sheet->site, sheet->view, side))
        return NULL;
    for (int slot = 0; slot < DG_SIDES; slot++) {
        DgSide language = pair->full ? pair->full_side : (DgSide)slot;
        if (language != side || !pair->n[slot])
            continue;
        const DgNode *node = pair->blocks[slot][0];
        if (node->kind == DG_HEADING && node->as.heading.level <= DEEPEST)
            return node;
    }
    return NULL;
}

static bool
has_heading(const Sheet *sheet, const DgPair *pair)
{
    return heading_of(sheet, pair, DG_LEFT) || heading_of(sheet, pair, DG_RIGHT);
}

static const char *
heading_text(const Sheet *sheet, const DgNode *heading)
{
    if (!heading)
        return NULL;
    const char *text = dg_node_text(sheet->arena, heading);
    if (!heading->label || !*heading->label)
        return text;
    return dg_arena_printf(sheet->arena, "%s %s", heading->label, text);
}

static void
put_entry(Sheet *sheet, const DgPair *pair)
{
    const char *texts[DG_SIDES];
    int level = DEEPEST;
    for (int side = 0; side < DG_SIDES; side++) {
        const DgNode *heading = heading_of(sheet, pair, (DgSide)side);
        texts[side] = heading_text(sheet, heading);
        if (heading && heading->as.heading.level < level)
            level = heading->as.heading.level;
    }
    dg_html_markup(sheet->html, "<li class=\"level-%d\"><a class=\"pair\"", level);
    dg_html_link(sheet->html, "", pair->anchor);
    dg_html_markup(sheet->html, ">");
    put_texts(sheet, texts);
    dg_html_markup(sheet->html, "</a></li>\n");
}

void
item_contents(Sheet *sheet)
{
    const DgItem *item = sheet->item;
    size_t n = 0;
    for (size_t i = 0; i < item->n_pairs; i++)
        n += has_heading(sheet, &item->pairs[i]);
    if (n < LEAST)
        return;
    dg_html_markup(sheet->html, "<nav class=\"outline\"");
    dg_html_attribute(sheet->html, "aria-label", sheet_word(sheet, DG_WORD_IN_THIS_TEXT));
    dg_html_markup(sheet->html, ">\n<details>\n<summary>");
    put_words(sheet, DG_WORD_IN_THIS_TEXT);
    dg_html_markup(sheet->html, "</summary>\n<ol>\n");
    for (size_t i = 0; i < item->n_pairs; i++)
        if (has_heading(sheet, &item->pairs[i]))
            put_entry(sheet, &item->pairs[i]);
    dg_html_markup(sheet->html, "</ol>\n</details>\n</nav>\n");
}
