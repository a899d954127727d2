/* table-picture.c - a picture that stands in a cell by itself: larger than one among words, and the line is as high as it
 * is once the column has its width. */
#include "table-internal.h"

#include <glib.h>

/* Lines of the cell that it takes at most; the narrowest column, in ems, that it is set for. */
enum { MOST_LINES = 6, LEAST_EMS = 5, PER_CENT = 100 };

bool
dg_is_cell_picture(const DgCellText *text)
{
    return text->block->kind == DG_GRAPHIC;
}

void
dg_cell_picture_shape(DgTable *table, DgCellText *text)
{
    DgLen leading = text->style->font.leading, size = MAX(text->style->font.size, 1);
    text->style->font.leading = MOST_LINES * leading;
    text->style->inline_height = (int)(PER_CENT * MOST_LINES * leading / size);
    text->par = dg_par_make(table->shaper, text->block, text->style, text->language, text->lead,
                            text->lead_node);
    text->picture_leading = leading;
    if (text->par->widest_picture == 0) /* words stand for it */
        text->style->font.leading = leading;
}

DgLen
dg_cell_picture_least(const DgCellText *text, DgLen least)
{
    return text->par->widest_picture > 0 ? MIN(least, LEAST_EMS * text->style->font.size) : least;
}

void
dg_cell_picture_fit(DgTable *table, DgCellText *text)
{
    const DgBroken *broken = &text->lines->variants[text->lines->best];
    DgLen most = 0;
    for (int i = 0; i < broken->n_lines; i++) {
        DgPlacedRun *runs = NULL;
        size_t n = dg_line_runs(table->arena, text->lines, &broken->lines[i], NULL, NULL, &runs);
        for (size_t j = 0; j < n; j++)
            if (runs[j].run->picture)
                most = MAX(most, runs[j].run->picture->height);
    }
    DgLen between = MAX(text->picture_leading - text->style->font.size, 0);
    if (most > 0)
        text->style->font.leading = MAX(text->picture_leading, most + between);
}
