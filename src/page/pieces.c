/* pieces.c - a block to the pieces that are set: a paragraph is one, a table or figure has captions besides. */
#include "rows-internal.h"

#include <glib.h>
#include <string.h>

static const char *
language_of(const DgSetting *setting, DgSide side)
{
    return setting->volume->languages[side];
}

static DgPiece *
append(DgSetting *setting, DgPieces *pieces, DgPiece piece)
{
    DG_APPEND(setting->arena, pieces->list, pieces->n, piece);
    return &pieces->list[pieces->n - 1];
}

/* The speaker who begins the first paragraph of the speech; NULL for any other block. */
static const DgNode *
runs_in(const DgSetting *setting, const DgNode *block, DgSide side)
{
    const DgNode *speaker = block ? block->previous : NULL;
    if (!speaker || speaker->kind != DG_SPEAKER || block->kind != DG_PARAGRAPH || block->label)
        return NULL;
    const DgBlockStyle *style =
        dg_style_block(setting->style, DG_ROLE_SPEAKER, language_of(setting, side));
    return style->run_in ? speaker : NULL;
}

/* What stands above the speaker stands above the paragraph. */
static void
run_in(DgSetting *setting, DgPiece *piece, const DgNode *speaker, DgSide side)
{
    const DgBlockStyle *style =
        dg_style_block(setting->style, DG_ROLE_SPEAKER, language_of(setting, side));
    piece->par =
        dg_par_make_behind(setting->shaper, piece->block, piece->style,
                           dg_node_lang(piece->block, language_of(setting, side)), speaker, style);
    piece->before = MAX(piece->before, style->space_before);
}

static DgPiece
text_piece(DgSetting *setting, const DgNode *block, DgRole role, DgSide side, bool flush,
           const char *lead, const DgNode *lead_node)
{
    DgNesting nesting = dg_nesting_of(setting, block, role, side);
    DgBlockStyle *style = (DgBlockStyle *)nesting.style;
    if (flush && style->indent > 0 && !style->follows_indent && block->kind == DG_PARAGRAPH)
        style->indent = 0;
    DgPiece piece = {.kind = DG_PIECE_TEXT,
                     .block = block,
                     .style = style,
                     .label = nesting.label,
                     .box = nesting.box,
                     .before = style->space_before,
                     .after = style->space_after,
                     .inset_top = nesting.inset_top,
                     .inset_bottom = nesting.inset_bottom,
                     .heading = dg_is_heading(block),
                     .keep_with_next = style->keep_with_next,
                     .keep_together = style->keep_together,
                     .on_grid = dg_grid_holds(setting, block, role, side)};
    const DgNode *speaker = role == DG_ROLE_NOTE ? NULL : runs_in(setting, block, side);
    if (speaker)
        run_in(setting, &piece, speaker, side);
    else
        piece.par = dg_par_make(setting->shaper, block, style,
                                dg_node_lang(block, language_of(setting, side)), lead, lead_node);
    setting->characters[side] += (int64_t)piece.par->characters;
    return piece;
}

/* "Рис. 1" before a caption gets the separator of the style, unless it ends with a sign of its own. */
static const char *
caption_lead(DgSetting *setting, const DgNode *whole, DgSide side)
{
    const char *separator =
        dg_style_block(setting->style, DG_ROLE_CAPTION, language_of(setting, side))
            ->label_separator;
    size_t n = whole->label ? strlen(whole->label) : 0;
    if (n == 0)
        return NULL;
    bool panel = whole->parent && whole->parent->kind == DG_FIGURE_GROUP;
    if (panel && n <= 2)
        return dg_arena_printf(setting->arena, "(%s)", whole->label);
    return strchr(".:)", whole->label[n - 1])
               ? whole->label
               : dg_arena_printf(setting->arena, "%s%s", whole->label, separator);
}

/* "Приложение А" before a title gets a full stop; a number does not. */
static const char *
heading_lead(DgSetting *setting, const DgNode *heading)
{
    const char *label = heading->label;
    if (!label || !strchr(label, ' ') || strchr(".:", label[strlen(label) - 1]))
        return label;
    return dg_arena_printf(setting->arena, "%s.", label);
}

static void
add_caption(DgSetting *setting, DgPieces *pieces, const DgNode *whole, DgSide side, bool above)
{
    const char *lead = caption_lead(setting, whole, side);
    for (const DgNode *caption = whole->first; caption; caption = caption->next) {
        if (caption->kind != DG_CAPTION)
            continue;
        for (const DgNode *part = caption->first; part; part = part->next) {
            if (!dg_kind_is_block(part->kind))
                continue;
            DgPiece *piece =
                append(setting, pieces,
                       text_piece(setting, part, DG_ROLE_CAPTION, side, false, lead, whole));
            piece->heading = false;
            piece->caption_above = above;
            lead = NULL;
        }
    }
    if (!lead)
        return;
    DgNode *empty = dg_node_new(setting->arena, DG_PARAGRAPH, whole->pos);
    append(setting, pieces, text_piece(setting, empty, DG_ROLE_CAPTION, side, false, lead, whole))
        ->caption_above = above;
}

static void
add_picture(DgSetting *setting, DgPieces *pieces, const DgNode *graphic, DgSide side)
{
    const DgBlockStyle *style =
        dg_style_block(setting->style, dg_node_role(graphic->parent), language_of(setting, side));
    DgPiece piece = {.kind = DG_PIECE_PICTURE,
                     .block = graphic,
                     .style = style,
                     .before = style->space_before,
                     .after = style->space_after};
    piece.picture =
        dg_picture_make(setting->arena, setting->diags, setting->shaper, setting->images,
                        setting->style, graphic, language_of(setting, side));
    append(setting, pieces, piece);
}

static void
add_table_rows(DgSetting *setting, DgPieces *pieces, const DgNode *table, DgSide side)
{
    const DgBlockStyle *style =
        dg_style_block(setting->style, DG_ROLE_TABLE, language_of(setting, side));
    DgPiece piece = {.kind = DG_PIECE_TABLE,
                     .block = table,
                     .style = style,
                     .before = style->space_before,
                     .after = style->space_after};
    piece.table = dg_table_make(setting->arena, setting->diags, setting->shaper, setting->style,
                                table, language_of(setting, side));
    setting->characters[side] += dg_table_characters(piece.table);
    append(setting, pieces, piece);
}

/* What stands in a figure or table beside captions, rows and pictures: notes, sources, further text. */
static void
add_rest(DgSetting *setting, DgPieces *pieces, const DgNode *node, DgSide side, int depth)
{
    for (const DgNode *child = node->first; child && depth < MAX_DEPTH; child = child->next) {
        if (child->kind == DG_CAPTION || child->kind == DG_ROW || child->kind == DG_GRAPHIC)
            continue;
        if (child->kind == DG_SPEAKER && runs_in(setting, child->next, side))
            continue;
        if (child->kind == DG_FIGURE || child->kind == DG_TABLE)
            dg_pieces_add(setting, pieces, child, false, side);
        else if (dg_kind_is_block(child->kind))
            append(
                setting, pieces,
                text_piece(setting, child, dg_node_role(child), side, false, child->label, child));
        else
            add_rest(setting, pieces, child, side, depth + 1);
    }
}

static void
add_pictures(DgSetting *setting, DgPieces *pieces, const DgNode *figure, DgSide side)
{
    for (const DgNode *child = figure->first; child; child = child->next)
        if (child->kind == DG_GRAPHIC)
            add_picture(setting, pieces, child, side);
}

/* The margins of the whole stand outside, those of its captions and notes between them. A figure is not parted, a
 * table only between its rows. */
static void
join_parts(DgPieces *pieces, size_t first, const DgBlockStyle *style)
{
    if (pieces->n == first)
        return;
    for (size_t i = first; i + 1 < pieces->n; i++) {
        DgPiece *piece = &pieces->list[i];
        piece->keep_with_next = true;
        if (piece[1].kind == DG_PIECE_TEXT && piece->kind != DG_PIECE_TEXT)
            piece->after = 0;
        if (piece->kind == DG_PIECE_TEXT && piece[1].kind != DG_PIECE_TEXT)
            piece[1].before = 0;
    }
    pieces->list[first].before = style->space_before;
    pieces->list[pieces->n - 1].after = style->space_after;
    pieces->list[pieces->n - 1].keep_with_next |= style->keep_with_next;
}

/* The table whose rows both sides share, around a block of its caption or notes; else NULL. */
static const DgNode *
merged_table(const DgNode *block)
{
    for (const DgNode *node = block->parent; node; node = node->parent)
        if (node->kind == DG_TABLE)
            return node->as.table.rows_only ? node : NULL;
    return NULL;
}

static bool
is_of_side(const DgNode *node, const DgNode *block)
{
    return node && node->kind != DG_ROW && g_strcmp0(node->lang, block->lang) == 0;
}

/* Captions and notes of a merged table are pairs of their own: the first and the last keep its margins, and captions
 * are not parted. */
static void
keep_with_table(DgSetting *setting, DgPiece *piece, DgSide side)
{
    const DgNode *block = piece->block;
    if (!merged_table(block))
        return;
    const DgBlockStyle *style =
        dg_style_block(setting->style, DG_ROLE_TABLE, language_of(setting, side));
    piece->caption_above = block->parent->kind == DG_CAPTION;
    if (block->parent->kind == DG_CAPTION && !is_of_side(block->previous, block))
        piece->before = style->space_before;
    if (block->parent->kind != DG_CAPTION && !is_of_side(block->next, block))
        piece->after = style->space_after;
}

/* The rows of a merged table, between its caption and its notes. */
static void
add_merged_rows(DgSetting *setting, DgPieces *pieces, const DgNode *table, DgSide side)
{
    add_table_rows(setting, pieces, table, side);
    DgPiece *piece = &pieces->list[pieces->n - 1];
    if (table->first && table->first->kind == DG_CAPTION)
        piece->before = 0;
    if (table->last && table->last->kind != DG_CAPTION && table->last->kind != DG_ROW)
        piece->after = 0;
}

static void
add_whole(DgSetting *setting, DgPieces *pieces, const DgNode *block, DgSide side)
{
    size_t first = pieces->n;
    bool table = block->kind == DG_TABLE;
    const DgBlockStyle *style =
        dg_style_block(setting->style, dg_node_role(block), language_of(setting, side));
    if (table && block->as.table.rows_only) {
        add_merged_rows(setting, pieces, block, side);
        return;
    }
    if (table)
        add_caption(setting, pieces, block, side, true);
    add_pictures(setting, pieces, block, side);
    if (table)
        add_table_rows(setting, pieces, block, side);
    else
        add_caption(setting, pieces, block, side, false);
    add_rest(setting, pieces, block, side, 0);
    join_parts(pieces, first, style);
}

void
dg_pieces_add(DgSetting *setting, DgPieces *pieces, const DgNode *block, bool flush, DgSide side)
{
    if (block->kind == DG_FIGURE || block->kind == DG_TABLE) {
        add_whole(setting, pieces, block, side);
        return;
    }
    if (block->kind == DG_SPEAKER && runs_in(setting, block->next, side))
        return;
    const char *lead = block->kind == DG_REFERENCE ? NULL
                       : dg_is_heading(block)      ? heading_lead(setting, block)
                                                   : block->label;
    DgPiece *piece = append(
        setting, pieces, text_piece(setting, block, dg_node_role(block), side, flush, lead, block));
    keep_with_table(setting, piece, side);
}

/* The label leads the first line of the note. */
void
dg_pieces_add_note(DgSetting *setting, DgPieces *pieces, const DgNode *note, DgSide side)
{
    const char *lead = dg_note_label(note);
    size_t n = 0;
    DgNode **blocks = dg_blocks(setting->arena, (DgNode *)note, &n);
    for (size_t i = 0; i < n; i++) {
        if (blocks[i]->kind == DG_FIGURE || blocks[i]->kind == DG_TABLE) {
            add_whole(setting, pieces, blocks[i], side);
            continue;
        }
        DgPiece piece = text_piece(setting, blocks[i], DG_ROLE_NOTE, side, false,
                                   lead ? lead : blocks[i]->label, lead ? note : blocks[i]);
        piece.heading = piece.keep_with_next = piece.on_grid = false;
        append(setting, pieces, piece);
        lead = NULL;
    }
}
