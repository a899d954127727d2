/* table-text.c - the paragraphs of cells: lists with their labels run in, nested tables as text. */
#include "table-internal.h"

#include <glib.h>

enum { BOLD = 700 };

/* ---- which nodes are set as paragraphs ---- */

static bool
has_inlines(const DgNode *node)
{
    for (const DgNode *child = node->first; child; child = child->next)
        if (dg_kind_is_inline(child->kind))
            return true;
    return false;
}

static bool
is_paragraph(const DgNode *node)
{
    bool whole = node->kind == DG_FIGURE || node->kind == DG_TABLE;
    return node->kind == DG_GRAPHIC || (dg_kind_is_block(node->kind) && !whole) ||
           dg_kind_is_inline(node->kind) || has_inlines(node);
}

static int
list_depth(const DgNode *node, const DgNode *cell)
{
    int depth = 0;
    for (; node && node != cell; node = node->parent)
        depth += node->kind == DG_LIST;
    return depth;
}

/* "1. a)" when an item begins with another list's item. */
static void
add_label(DgArena *arena, DgCellText *text, const DgNode *node)
{
    if (!node->label || !*node->label)
        return;
    text->lead =
        text->lead ? dg_arena_printf(arena, "%s %s", text->lead, node->label) : node->label;
    text->lead_node = node;
}

/* `pending` holds the labels of what the paragraph begins. */
static void
add_paragraph(DgTable *table, DgTableCell *cell, const DgNode *node, DgCellText *pending)
{
    DgCellText text = *pending;
    text.block = node;
    text.language = dg_node_lang(node, table->language);
    text.depth = list_depth(node, cell->node);
    add_label(table->arena, &text, node);
    DG_APPEND(table->arena, cell->texts, cell->n_texts, text);
    *pending = (DgCellText){0};
}

static void
collect(DgTable *table, DgTableCell *cell)
{
    DgCellText pending = {0};
    for (DgWalk walk = dg_walk((DgNode *)cell->node); dg_walk_next(&walk);) {
        if (!walk.entering) {
            pending = (DgCellText){0};
            continue;
        }
        walk.skip = is_paragraph(walk.node);
        if (walk.skip)
            add_paragraph(table, cell, walk.node, &pending);
        else
            add_label(table->arena, &pending, walk.node);
    }
}

void
dg_table_collect(DgTable *table)
{
    DgArena *scratch = dg_arena_new();
    for (size_t i = 0; i < table->n_cells; i++) {
        DgTableCell *cell = &table->grid[i];
        collect(table, cell);
        bool single =
            cell->n_texts == 1 && !cell->texts[0].lead && !dg_is_cell_picture(&cell->texts[0]);
        const char *text = single ? dg_node_text(scratch, cell->texts[0].block) : NULL;
        if (text || cell->n_texts == 0)
            cell->number = dg_number_parse(table->arena, text ? text : "", table->language);
    }
    dg_arena_free(scratch);
}

/* ---- how they are set ---- */

static DgRole
role_of(const DgTableCell *cell)
{
    return cell->header ? DG_ROLE_HEADER_CELL : DG_ROLE_CELL;
}

bool
dg_table_divides(const DgTable *table, const DgTableCell *cell)
{
    return table->density.divide && (table->density.heads || !cell->header);
}

static DgBlockStyle *
text_style(const DgTable *table, const DgTableCell *cell, const DgCellText *text)
{
    DgRole role = dg_text_is_second(text) ? text->block->role : role_of(cell);
    const DgBlockStyle *base = dg_style_block(table->style, role, text->language);
    DgBlockStyle *style = dg_arena_copy(table->arena, base, sizeof *style);
    style->font.size = dg_len_scale(style->font.size, table->density.scale, 100);
    style->font.leading = dg_len_scale(style->font.leading, table->density.scale, 100);
    style->indent = 0;
    style->left = MAX(text->depth - 1, 0) * style->font.size;
    style->hyphens = style->hyphens || dg_table_divides(table, cell);
    if (text->block->kind == DG_HEADING || text->block->kind == DG_TERM)
        style->font.weight = MAX(style->font.weight, BOLD);
    if (text->block->kind == DG_CODE) {
        style->font.family =
            dg_style_block(table->style, DG_ROLE_CODE, text->language)->font.family;
        style->hyphens = false;
    }
    return style;
}

static void
shape(DgTable *table, DgTableCell *cell)
{
    size_t n = 0;
    for (size_t i = 0; i < cell->n_texts; i++) {
        DgCellText *text = &cell->texts[i];
        text->style = text_style(table, cell, text);
        if (dg_is_cell_picture(text))
            dg_cell_picture_shape(table, text);
        else
            text->par = dg_par_make(table->shaper, text->block, text->style, text->language,
                                    text->lead, text->lead_node);
        if (text->par->n_tokens > 0)
            cell->texts[n++] = *text;
    }
    cell->n_texts = n;
    for (cell->n_first = 0; cell->n_first < n; cell->n_first++)
        if (dg_text_is_second(&cell->texts[cell->n_first]))
            break;
}

void
dg_table_shape(DgTable *table)
{
    bool same = table->shaped.scale == table->density.scale &&
                table->shaped.divide == table->density.divide &&
                table->shaped.heads == table->density.heads;
    for (size_t i = 0; i < table->n_cells && !same; i++)
        shape(table, &table->grid[i]);
    table->shaped = table->density;
}

/* Narrow columns are set ragged, whatever the source says. A head over several columns stands amid them: those below it
 * may be aligned in many ways. */
static DgAlign
alignment(const DgTable *table, const DgTableCell *cell, const DgCellText *text)
{
    if (dg_cell_is_spanner(table, cell))
        return DG_ALIGN_CENTER;
    if (cell->align == DG_ALIGN_START || cell->align == DG_ALIGN_JUSTIFY)
        return dg_style_block(table->style, role_of(cell), text->language)->align;
    return cell->align == DG_ALIGN_DECIMAL ? DG_ALIGN_END : cell->align;
}

void
dg_table_align(DgTable *table)
{
    for (size_t i = 0; i < table->n_cells; i++) {
        DgTableCell *cell = &table->cells[i];
        for (size_t j = 0; j < cell->n_texts; j++) {
            DgCellText *text = &cell->texts[j];
            text->style->align = alignment(table, cell, text);
            text->style->right = cell->tail;
            if (text->style->align == DG_ALIGN_JUSTIFY)
                text->style->last_align = DG_ALIGN_START;
        }
    }
}

DgSide
dg_table_note_side(const DgFlow *flow, const DgNode *note, DgSide usual)
{
    const DgNode *root = note->as.note.mark;
    while (root && root->parent)
        root = root->parent;
    for (size_t i = 0; root && i < flow->n_roots[!usual]; i++)
        if (flow->roots[!usual][i] == root)
            return !usual;
    return usual;
}
