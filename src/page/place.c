/* place.c - a sheet to marks: lines, labels, strips, pictures, boxes, notes. No decisions are taken here. */
#include "rows-internal.h"

#include <string.h>

static int
column_of(const DgRow *row, int side)
{
    return row->full ? DG_COLUMN_FULL : side;
}

static void
place_label(DgPlacer *placer, const DgPiece *piece, DgLen x, DgLen baseline)
{
    for (const DgLabel *label = piece->label; label; label = label->next)
        dg_canvas_run(&placer->canvas, label->run, x + label->x, baseline);
}

/* Flush left or right or centred, as the style says; a figure across both columns never left. */
static void
place_picture(DgPlacer *placer, const DgPiece *piece, DgLen x, DgLen y)
{
    DgLen measure = placer->measure[placer->canvas.column];
    if (piece->share == DG_SHARE_ROOM)
        return;
    if (piece->share == DG_SHARE_ACROSS) {
        measure = placer->measure[DG_COLUMN_FULL];
        x = placer->x[DG_COLUMN_FULL];
    }
    DgLen free =
        measure - piece->style->left - piece->style->right - dg_picture_width(piece->picture);
    DgAlign align = piece->style->align;
    bool centred =
        align == DG_ALIGN_CENTER || (piece->share == DG_SHARE_ACROSS && !dg_is_portrait(piece));
    DgLen shift = align == DG_ALIGN_END ? free : centred ? free / 2 : 0;
    dg_picture_place(&placer->canvas, piece->picture,
                     x + piece->style->left + (shift > 0 ? shift : 0),
                     y + dg_picture_room(piece) - dg_picture_height(piece->picture));
}

static bool
begins_piece(const DgStack *stack, uint32_t index)
{
    return index == 0 || stack->slices[index - 1].piece != stack->slices[index].piece;
}

static void place_panels(DgPlacer *placer, const DgPanelRow *row, DgLen x, DgLen y);

static void
place_slice(DgPlacer *placer, const DgSlice *slice, bool first, DgLen x, DgLen y)
{
    const DgPiece *piece = slice->piece;
    switch (slice->kind) {
    case DG_SLICE_LINE: {
        const DgLine *line = slice->content;
        DgLen baseline = y + dg_grid_baseline(placer->setting, piece);
        if (first)
            place_label(placer, piece, x, baseline);
        dg_code_place_turn(&placer->canvas, piece, line, x, baseline);
        dg_canvas_line(&placer->canvas, piece->lines, line, x, baseline);
        break;
    }
    case DG_SLICE_STRIP:
        dg_table_place_strip(&placer->canvas, slice->content, x, y);
        break;
    case DG_SLICE_PICTURE:
        place_picture(placer, piece, x, y);
        break;
    case DG_SLICE_PANELS:
        place_panels(placer, slice->content, x, y);
        break;
    }
}

/* Each panel is a column of its own. */
static void
place_panels(DgPlacer *placer, const DgPanelRow *row, DgLen x, DgLen y)
{
    DgLen left, down, *measure = &placer->measure[placer->canvas.column], whole = *measure;
    const DgStack *stack;
    for (size_t i = 0; (stack = dg_panel_stack(row, i, &left, &down, measure)) != NULL; i++)
        for (uint32_t j = 0; j < stack->n; j++)
            place_slice(placer, &stack->slices[j], begins_piece(stack, j), x + left,
                        y + down + stack->slices[j].top);
    *measure = whole;
}

/* ---- boxes ---- */

/* Where a box of a fragment goes on: from the fragment above it on the page; down to `floor`, 0: it ends. The frames
 * of a pair end level. */
typedef struct {
    bool above;
    DgLen floor, level;
} Joints;

static const DgBox *
outermost(const DgBox *box)
{
    while (box && box->outer)
        box = box->outer;
    return box;
}

static void
fill_box(DgPlacer *placer, const DgBox *box, DgLen x, DgLen measure, DgLen top, DgLen bottom,
         Joints joints)
{
    const DgBlockStyle *style = box->style;
    DgLen left = x + box->left, width = measure - box->left - box->right;
    uint32_t color = style->border_color != 0xFFFFFFFF ? style->border_color : style->font.color;
    if (style->background != 0xFFFFFFFF)
        dg_canvas_fill(&placer->canvas, left, top, width, bottom - top, style->background);
    if (style->border_top && !joints.above)
        dg_canvas_rule(&placer->canvas, left, top, width, style->border_top, color);
    if (style->border_bottom && joints.floor <= 0)
        dg_canvas_rule(&placer->canvas, left, bottom - style->border_bottom, width,
                       style->border_bottom, color);
    if (style->border_left)
        dg_canvas_rule(&placer->canvas, left, top, style->border_left, bottom - top, color);
}

/* The box that a side of a row begins or ends in. */
static const DgBox *
box_of(const DgRow *row, int side, bool at_end)
{
    size_t n = row->n_pieces[side];
    return n ? outermost(row->pieces[side][at_end ? n - 1 : 0].box) : NULL;
}

static bool
is_one_box(const DgRow *above, const DgRow *below, int side)
{
    const DgBox *box = box_of(above, side, true), *next = box_of(below, side, false);
    return box && next && box->owner == next->owner;
}

/* Where the frame ends that the fragment ends in; 0: it ends in none. */
static DgLen
frame_bottom(const DgPlacer *placer, const DgFragment *fragment, DgSide side)
{
    const DgStack *stack = dg_fragment_stack(placer->chain, fragment, side);
    uint32_t from = fragment->from[side], to = fragment->to[side];
    const DgBox *box = to > from ? outermost(stack->slices[to - 1].piece->box) : NULL;
    return box ? placer->setting->page->top + fragment->top[side] +
                     dg_slice_top(stack, from, to - 1) + stack->slices[to - 1].height +
                     box->style->padding + box->style->border_bottom
               : 0;
}

static void
level_frames(const DgPlacer *placer, const DgFragment *fragment, Joints joints[DG_SIDES])
{
    DgLen left = frame_bottom(placer, fragment, DG_LEFT),
          right = frame_bottom(placer, fragment, DG_RIGHT);
    if (placer->chain->free || left == 0 || right == 0)
        return;
    joints[DG_LEFT].level = joints[DG_RIGHT].level = left > right ? left : right;
}

/* A box that goes on in the next row of the page reaches down to it, also beside a taller other side. */
static void
find_joints(const DgPlacer *placer, const DgSheet *sheet, size_t i, Joints joints[DG_SIDES])
{
    const DgRow *rows = placer->chain->rows, *row = &rows[sheet->fragments[i].row];
    for (int side = 0; side < DG_SIDES; side++) {
        joints[side] = (Joints){0};
        if (i > 0)
            joints[side].above = is_one_box(&rows[sheet->fragments[i - 1].row], row, side);
        if (i + 1 < sheet->n && is_one_box(row, &rows[sheet->fragments[i + 1].row], side))
            joints[side].floor = placer->setting->page->top + sheet->fragments[i + 1].top[side];
    }
    if (!row->full)
        level_frames(placer, &sheet->fragments[i], joints);
}

/* Background and rules of the slices [from, to) that stand in a box, one rectangle for each run of the same box. */
static void
place_boxes(DgPlacer *placer, const DgStack *stack, uint32_t from, uint32_t to, DgLen x,
            DgLen measure, DgLen top, Joints joints)
{
    for (uint32_t i = from; i < to;) {
        const DgBox *box = outermost(stack->slices[i].piece->box);
        uint32_t end = i + 1;
        while (end < to && box && outermost(stack->slices[end].piece->box) &&
               outermost(stack->slices[end].piece->box)->owner == box->owner)
            end++;
        if (box) {
            DgLen above = box->style->padding + box->style->border_top,
                  below = box->style->padding + box->style->border_bottom;
            DgLen bottom =
                top + dg_slice_top(stack, from, end - 1) + stack->slices[end - 1].height + below;
            Joints here = {.above = joints.above && i == from};
            if (end == to) {
                here.floor = joints.floor;
                bottom = here.floor > bottom ? here.floor : bottom;
                bottom = joints.level > bottom ? joints.level : bottom;
            }
            fill_box(placer, box, x, measure, top + dg_slice_top(stack, from, i) - above, bottom,
                     here);
        }
        i = end;
    }
}

/* ---- stacks ---- */

static bool
ends_piece(const DgStack *stack, uint32_t index)
{
    return index + 1 == stack->n || stack->slices[index + 1].piece != stack->slices[index].piece;
}

/* A single line of a paragraph at the head or foot of a page, where the stack is parted. */
static void
count_singles(DgPlacer *placer, const DgStack *stack, uint32_t from, uint32_t to)
{
    if (from > 0 && !begins_piece(stack, from) && ends_piece(stack, from) &&
        stack->slices[from].kind == DG_SLICE_LINE)
        placer->widows++;
    if (to < stack->n && !ends_piece(stack, to - 1) && begins_piece(stack, to - 1) &&
        stack->slices[to - 1].kind == DG_SLICE_LINE)
        placer->orphans++;
}

static void
place_stack(DgPlacer *placer, const DgStack *stack, uint32_t from, uint32_t to, int column,
            DgLen top, Joints joints)
{
    if (to <= from)
        return;
    DgLen x = placer->x[column];
    placer->canvas.column = column;
    placer->canvas.page = placer->page[column];
    place_boxes(placer, stack, from, to, x, placer->measure[column], top, joints);
    if (from > 0 && stack->slices[from].repeat)
        dg_table_place_head(&placer->canvas, stack->slices[from].content, x, top);
    for (uint32_t i = from; i < to; i++)
        place_slice(placer, &stack->slices[i], begins_piece(stack, i), x,
                    top + dg_slice_top(stack, from, i));
    count_singles(placer, stack, from, to);
}

static void
note_ink(DgPlacer *placer, int side, const DgStack *stack, uint32_t from, uint32_t to, DgLen top)
{
    for (uint32_t i = from; i < to; i++) {
        DgLen y = top + dg_slice_top(stack, from, i);
        DgInterval inked = {y, y + stack->slices[i].height};
        DG_APPEND(placer->setting->arena, placer->inked[side], placer->n_inked[side], inked);
    }
}

/* One for the pair; one for each side where they stand on pages of their own. */
static void
place_anchors(DgPlacer *placer, const DgRow *row, const DgPair *pair, DgLen y)
{
    bool apart = placer->page[DG_COLUMN_LEFT] != placer->page[DG_COLUMN_RIGHT];
    if (!apart || row->full) {
        placer->canvas.page = placer->page[DG_COLUMN_FULL];
        dg_canvas_anchor(&placer->canvas, pair->anchor, placer->x[DG_COLUMN_FULL], y);
        return;
    }
    for (int side = 0; side < DG_SIDES; side++) {
        placer->canvas.page = placer->page[side];
        if (pair->n[side])
            dg_canvas_anchor(
                &placer->canvas,
                dg_side_anchor(placer->setting->arena, placer->setting->volume, pair, (DgSide)side),
                placer->x[side], y);
    }
}

static void
place_fragment(DgPlacer *placer, const DgFragment *fragment, const Joints joints[DG_SIDES])
{
    const DgRow *row = &placer->chain->rows[fragment->row];
    DgLen above = placer->setting->page->top;
    DgLen first = fragment->top[DG_LEFT] < fragment->top[DG_RIGHT] ? fragment->top[DG_LEFT]
                                                                   : fragment->top[DG_RIGHT];
    placer->canvas.flow = row->flow;
    if (fragment->from[DG_LEFT] == 0 && fragment->from[DG_RIGHT] == 0) {
        for (size_t i = 0; i < row->n_run_in; i++)
            place_anchors(placer, row, &row->run_in[i], above + first);
        place_anchors(placer, row, row->pair, above + first);
    }
    for (int side = 0; side < (row->full ? 1 : DG_SIDES); side++) {
        const DgStack *stack = dg_fragment_stack(placer->chain, fragment, (DgSide)side);
        DgLen top = above + fragment->top[side];
        place_stack(placer, stack, fragment->from[side], fragment->to[side], column_of(row, side),
                    top, joints[side]);
        if (!row->full)
            note_ink(placer, side, stack, fragment->from[side], fragment->to[side], top);
    }
}

/* ---- notes ---- */

static DgLen
part_height(const DgPlacer *placer, int column, const DgNotePart *part)
{
    const DgFootnote *note = &placer->chain->notes[column][part->note];
    return note->before + dg_stack_height(&note->stack, part->from, part->to);
}

static uint32_t
note_rule_color(const DgPlacer *placer)
{
    uint32_t color = placer->setting->page->note_rule_color;
    return color != 0xFFFFFFFF
               ? color
               : dg_style_block(placer->setting->style, DG_ROLE_NOTE, NULL)->font.color;
}

/* What the notes of a column take above the foot of the page. */
static DgLen
parts_height(const DgPlacer *placer, const DgSheet *sheet, int column)
{
    DgLen height = 0;
    size_t n = sheet->n_parts[column];
    for (size_t i = 0; i < n; i++)
        height += part_height(placer, column, &sheet->parts[column][i]);
    size_t last = n ? sheet->parts[column][n - 1].note : 0;
    return n ? height +
                   dg_grid_note_lift(placer->setting, &placer->chain->notes[column][last].stack)
             : 0;
}

/* The notes of `column`, set in column `at`, end at `bottom`; returns where they begin. */
static DgLen
place_parts(DgPlacer *placer, const DgSheet *sheet, int column, int at, DgLen bottom)
{
    if (sheet->n_parts[column] == 0)
        return bottom;
    placer->canvas.page = placer->page[at];
    DgLen y = bottom - parts_height(placer, sheet, column), top = y;
    for (size_t i = 0; i < sheet->n_parts[column]; i++) {
        const DgNotePart *part = &sheet->parts[column][i];
        const DgFootnote *note = &placer->chain->notes[column][part->note];
        y += note->before;
        if (part->from == 0)
            dg_canvas_note(&placer->canvas, note->node, placer->x[at], y);
        place_stack(placer, &note->stack, part->from, part->to, at, y, (Joints){0});
        y += dg_stack_height(&note->stack, part->from, part->to);
    }
    return top;
}

static void
place_note_rule(DgPlacer *placer, int column, DgLen top)
{
    const DgPageStyle *page = placer->setting->page;
    placer->canvas.page = placer->page[column];
    dg_canvas_rule(&placer->canvas, placer->x[column], top - page->note_space / 2,
                   page->note_rule_width, page->note_rule_thickness, note_rule_color(placer));
}

static void
place_notes(DgPlacer *placer, const DgSheet *sheet, int column, DgLen bottom)
{
    if (sheet->n_parts[column])
        place_note_rule(placer, column, place_parts(placer, sheet, column, column, bottom));
}

/* Notes of both columns begin level where the text leaves room for it, as what they belong to does. */
static void
place_column_notes(DgPlacer *placer, const DgSheet *sheet, DgLen bottom)
{
    const DgLen *trim = placer->chain->note_trim;
    bool lowest = sheet->area[DG_COLUMN_FULL] == 0;
    bottom -= lowest ? 0 : sheet->area[DG_COLUMN_FULL] - trim[DG_COLUMN_FULL];
    DgLen height[] = {parts_height(placer, sheet, DG_LEFT), parts_height(placer, sheet, DG_RIGHT)};
    DgLen top = bottom, text = placer->setting->page->top + placer->setting->page->note_space;
    for (int side = 0; side < DG_SIDES; side++) {
        height[side] -= lowest && height[side] > 0 ? trim[side] : 0;
        top = bottom - height[side] < top ? bottom - height[side] : top;
    }
    for (int side = 0; side < DG_SIDES; side++) {
        bool level = height[!side] > 0 && text + sheet->bottom[side] <= top;
        place_notes(placer, sheet, side,
                    (level ? top + height[side] : bottom) + (lowest ? trim[side] : 0));
    }
}

/* From the foot upwards: full-measure rows, the right column, the left one. */
static void
place_shared_notes(DgPlacer *placer, const DgSheet *sheet, DgLen bottom)
{
    bottom += dg_notes_trim(placer->chain, sheet->area);
    DgLen top = bottom;
    for (int column = DG_N_COLUMNS; column-- > 0;) {
        static const int order[] = {DG_COLUMN_LEFT, DG_COLUMN_RIGHT, DG_COLUMN_FULL};
        top = place_parts(placer, sheet, order[column], DG_COLUMN_FULL, top);
    }
    if (top < bottom)
        place_note_rule(placer, DG_COLUMN_FULL, top);
}

void
dg_sheet_place(DgPlacer *placer, const DgSheet *sheet)
{
    const DgPageStyle *page = placer->setting->page;
    DgLen bottom = page->top + placer->chain->height;
    placer->n_inked[DG_LEFT] = placer->n_inked[DG_RIGHT] = 0;
    for (size_t i = 0; i < sheet->n; i++) {
        Joints joints[DG_SIDES];
        find_joints(placer, sheet, i, joints);
        place_fragment(placer, &sheet->fragments[i], joints);
    }
    if (placer->chain->notes_shared) {
        place_shared_notes(placer, sheet, bottom);
        return;
    }
    place_notes(placer, sheet, DG_COLUMN_FULL, bottom + placer->chain->note_trim[DG_COLUMN_FULL]);
    place_column_notes(placer, sheet, bottom);
}
