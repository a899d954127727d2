/* stacks.c - the pieces of one side, one above the other, as slices that no page break parts. */
#include "rows-internal.h"

typedef struct {
    DgSetting *setting;
    DgStack stack;
    DgLen y;
    const uint32_t *note_end; /* after each mark of the pieces */
    size_t marks;             /* seen so far */
    uint32_t run;             /* grid: the first slice since the last running text */
    DgLen spaces;             /* in and above what stands since then */
    uint32_t notes;           /* of the column, up to here */
} Stacker;

static void
take_marks(Stacker *stacker, size_t n)
{
    for (size_t i = 0; i < n; i++)
        stacker->notes = stacker->note_end[stacker->marks++];
}

static void
add_slice(Stacker *stacker, DgSlice slice)
{
    slice.top = stacker->y;
    slice.note_end = stacker->notes;
    DG_APPEND(stacker->setting->arena, stacker->stack.slices, stacker->stack.n, slice);
    stacker->y += slice.height;
    stacker->stack.height = stacker->y;
}

/* What a page break above line k of n costs. */
static int32_t
line_cut(const DgSetting *setting, const DgPiece *piece, int k, int n)
{
    if (piece->heading || piece->caption_above)
        return DG_COST_TORN;
    if (piece->keep_together)
        return DG_COST_TOGETHER;
    if (k < setting->page->orphans || n - k < setting->page->widows)
        return DG_COST_SINGLE;
    return 0;
}

/* Lines in boxes keep their whole height; so do all lines on a grid. */
static bool
trims(const DgSetting *setting, const DgPiece *piece, DgTrim edge)
{
    return (setting->page->text_trim & edge) && !piece->box && setting->page->grid == 0;
}

static void
add_lines(Stacker *stacker, const DgPiece *piece, int variant, int32_t cut)
{
    const DgBroken *broken = &piece->lines->variants[variant];
    DgLen leading = piece->style->font.leading, below = leading - dg_baseline(&piece->style->font);
    below = below > 0 ? below : 0; /* as much stands above the capitals */
    stacker->stack.cost += broken->demerits - piece->lines->variants[piece->lines->best].demerits;
    for (int k = 0; k < broken->n_lines; k++) {
        const DgLine *line = &broken->lines[k];
        take_marks(stacker, line->n_notes);
        add_slice(
            stacker,
            (DgSlice){.height = leading,
                      .trim_start =
                          trims(stacker->setting, piece, DG_TRIM_START) ? (int32_t)below : 0,
                      .trim_end = trims(stacker->setting, piece, DG_TRIM_END) ? (int32_t)below : 0,
                      .piece = piece,
                      .content = line,
                      .cut = k ? line_cut(stacker->setting, piece, k, broken->n_lines) : cut,
                      .kind = DG_SLICE_LINE,
                      .hyphenated = line->hyphenated});
    }
}

/* A table that takes less than half a page is not parted; of a longer one no single row stands alone, and rows that a
 * cell joins are parted only to fill a page. */
static int32_t
strip_cut(const DgSetting *setting, const DgStrip *const *strips, size_t i, size_t n)
{
    DgLen height = 0, page = setting->page->height - setting->page->top - setting->page->bottom;
    for (size_t j = 0; j < n; j++)
        height += dg_strip_height(strips[j]);
    if (2 * height < page)
        return DG_COST_TOGETHER;
    return (i == 1 || i + 1 == n ? DG_COST_ROWS : 0) + (strips[i]->spans ? DG_COST_SPAN : 0);
}

static void
add_strips(Stacker *stacker, const DgPiece *piece, int32_t cut)
{
    const DgStrip *const *strips = NULL;
    size_t n = dg_table_strips(piece->table, &strips);
    for (size_t i = 0; i < n; i++) {
        size_t n_notes = 0;
        dg_strip_notes(strips[i], &n_notes);
        take_marks(stacker, n_notes);
        add_slice(stacker, (DgSlice){.height = dg_strip_height(strips[i]),
                                     .repeat = strips[i]->repeat,
                                     .piece = piece,
                                     .content = strips[i],
                                     .cut = i ? strip_cut(stacker->setting, strips, i, n) : cut,
                                     .kind = DG_SLICE_STRIP,
                                     .strip = (uint32_t)i,
                                     .n_strips = (uint32_t)n});
    }
}

static void
add_panels(Stacker *stacker, const DgPiece *piece, int32_t cut)
{
    const DgPanelRow *row;
    size_t n_notes = 0;
    for (size_t i = 0; (row = dg_panel_row(piece->panels, i)) != NULL; i++) {
        DgLen height = dg_panel_row_height(row, &n_notes);
        take_marks(stacker, n_notes);
        stacker->y += i ? piece->style->space_before : 0;
        add_slice(stacker, (DgSlice){.height = height,
                                     .piece = piece,
                                     .content = row,
                                     .cut = i ? 0 : cut,
                                     .kind = DG_SLICE_PANELS});
    }
}

/* What parting two pieces of one side costs. */
static int32_t
cut_between(const DgPiece *above)
{
    if (!above)
        return 0;
    if (above->heading || above->caption_above)
        return DG_COST_HEADING;
    return above->keep_with_next ? DG_COST_TOGETHER : 0;
}

/* Where the piece begins below `above`: running text on a grid line, and after running text whole lines below it. */
static void
leave_space(Stacker *stacker, const DgPiece *above, const DgPiece *piece)
{
    DgLen grid = stacker->setting->page->grid, space = above ? dg_space_between(above, piece) : 0;
    DgLen insets = piece->inset_top + (above ? above->inset_bottom : 0);
    space += piece->inset_top;
    stacker->spaces += space;
    if (!piece->on_grid) {
        if (above && above->on_grid) {
            stacker->run = stacker->stack.n;
            stacker->spaces = space;
        }
        stacker->y += space;
    } else if (above && above->on_grid) {
        DgLen extra = insets ? grid - 1 : grid / 2;
        stacker->y += (space + above->inset_bottom + extra) / grid * grid - above->inset_bottom;
    } else {
        stacker->y =
            dg_grid_return(&stacker->stack, stacker->run, stacker->y, space, stacker->spaces, grid);
    }
}

DgStack
dg_stack_make(DgSetting *setting, const DgPiece *pieces, size_t n, const int *variant,
              const uint32_t *note_end, uint32_t note_start)
{
    Stacker stacker = {.setting = setting, .note_end = note_end, .notes = note_start};
    for (size_t i = 0; i < n; i++) {
        const DgPiece *above = i ? &pieces[i - 1] : NULL, *piece = &pieces[i];
        leave_space(&stacker, above, piece);
        switch (piece->kind) {
        case DG_PIECE_TEXT:
            add_lines(&stacker, piece, variant[i], cut_between(above));
            break;
        case DG_PIECE_TABLE:
            add_strips(&stacker, piece, cut_between(above));
            break;
        case DG_PIECE_PANELS:
            add_panels(&stacker, piece, cut_between(above));
            break;
        case DG_PIECE_PICTURE:
            add_slice(&stacker, (DgSlice){.height = dg_picture_room(piece),
                                          .piece = piece,
                                          .cut = cut_between(above),
                                          .kind = DG_SLICE_PICTURE});
            break;
        }
        stacker.y += piece->inset_bottom;
        if (stacker.stack.n)
            stacker.stack.height = stacker.y;
    }
    return stacker.stack;
}

size_t
dg_pieces_notes(DgArena *arena, const DgPiece *pieces, size_t n, const DgNode ***notes)
{
    size_t count = 0;
    *notes = NULL;
    for (size_t i = 0; i < n; i++) {
        if (pieces[i].kind == DG_PIECE_TEXT)
            for (size_t j = 0; j < pieces[i].par->n_notes; j++)
                DG_APPEND(arena, *notes, count, pieces[i].par->notes[j]);
        if (pieces[i].kind == DG_PIECE_PANELS) {
            const DgNode **own = NULL;
            size_t n_own = dg_panels_notes(arena, pieces[i].panels, &own);
            for (size_t j = 0; j < n_own; j++)
                DG_APPEND(arena, *notes, count, own[j]);
        }
        if (pieces[i].kind != DG_PIECE_TABLE)
            continue;
        const DgStrip *const *strips = NULL;
        size_t n_strips = dg_table_strips(pieces[i].table, &strips);
        for (size_t j = 0; j < n_strips; j++)
            for (size_t k = 0; k < strips[j]->n_notes; k++)
                DG_APPEND(arena, *notes, count, strips[j]->notes[k]);
    }
    return count;
}
