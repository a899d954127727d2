/* merge-tree.c - the tree of a table in both languages, made of copies: the two tables stay as they are. */
#include "merge-internal.h"

#include <string.h>

typedef struct {
    DgArena *arena;
    const char *const *languages;
    Joined joined;
} Joiner;

static DgNode *
copy_tree(DgArena *arena, const DgNode *node)
{
    DgNode *copy = dg_arena_copy(arena, node, sizeof *node);
    copy->parent = copy->first = copy->last = copy->previous = copy->next = NULL;
    copy->pair = NULL;
    for (const DgNode *child = node->first; child; child = child->next)
        dg_node_append(copy, copy_tree(arena, child));
    return copy;
}

/* Words of the second language say so: nothing around them does. */
static DgNode *
copy_of_side(const Joiner *joiner, const DgNode *node, DgSide side)
{
    DgNode *copy = copy_tree(joiner->arena, node);
    if (side == DG_RIGHT && !copy->lang)
        copy->lang = joiner->languages[DG_RIGHT];
    return copy;
}

/* ---- captions, notes ---- */

static void
add_blocks(const Joiner *joiner, Blocks *blocks, DgSide side, DgNode *node)
{
    size_t n = 0;
    DgNode **list = &node;
    if (dg_kind_is_block(node->kind))
        n = 1;
    else
        list = dg_blocks(joiner->arena, node, &n);
    for (size_t i = 0; i < n; i++)
        DG_APPEND(joiner->arena, blocks->list[side], blocks->n[side], list[i]);
}

/* "Таблица 1." leads the first words of the caption, or stands alone. */
static void
label_caption(const Joiner *joiner, DgNode *caption, DgSide side, const DgNode *table)
{
    const char *label = table->label;
    const Blocks *blocks = &joiner->joined.captions;
    if (!label || !*label)
        return;
    if (blocks->n[side] == 0) {
        DgNode *empty = dg_node_new(joiner->arena, DG_PARAGRAPH, table->pos);
        empty->lang = joiner->languages[side];
        dg_node_append(caption, empty);
        add_blocks(joiner, (Blocks *)blocks, side, empty);
    }
    bool ends = strchr(".:", label[strlen(label) - 1]);
    blocks->list[side][0]->label = ends ? label : dg_arena_printf(joiner->arena, "%s.", label);
}

static void
join_captions(Joiner *joiner, const DgNode *const tables[DG_SIDES])
{
    DgNode *caption = dg_node_new(joiner->arena, DG_CAPTION, tables[DG_LEFT]->pos);
    for (int side = 0; side < DG_SIDES; side++) {
        for (const DgNode *child = tables[side]->first; child; child = child->next)
            for (const DgNode *part = child->kind == DG_CAPTION ? child->first : NULL; part;
                 part = part->next) {
                DgNode *copy = copy_of_side(joiner, part, (DgSide)side);
                dg_node_append(caption, copy);
                add_blocks(joiner, &joiner->joined.captions, (DgSide)side, copy);
            }
        label_caption(joiner, caption, (DgSide)side, tables[side]);
    }
    if (caption->first)
        dg_node_append(joiner->joined.table, caption);
}

static void
join_notes(Joiner *joiner, const DgNode *const tables[DG_SIDES])
{
    for (int side = 0; side < DG_SIDES; side++)
        for (const DgNode *child = tables[side]->first; child; child = child->next) {
            if (child->kind == DG_CAPTION || child->kind == DG_ROW)
                continue;
            DgNode *copy = copy_of_side(joiner, child, (DgSide)side);
            dg_node_append(joiner->joined.table, copy);
            add_blocks(joiner, &joiner->joined.notes, (DgSide)side, copy);
        }
}

/* ---- cells ---- */

static DgNode *
next_mark(DgNode *cell, const DgNode *after)
{
    bool passed = !after;
    for (DgWalk walk = dg_walk(cell); dg_walk_next(&walk);) {
        if (!walk.entering || walk.node->kind != DG_NOTE_MARK || !walk.node->as.note_mark.note)
            continue;
        if (passed)
            return walk.node;
        passed = walk.node == after;
    }
    return NULL;
}

/* One number, one note of both languages. */
static void
join_note(const Joiner *joiner, DgNode *mark, const DgNode *other)
{
    DgNode *note = copy_tree(joiner->arena, mark->as.note_mark.note);
    const DgNode *second = other->as.note_mark.note;
    for (const DgNode *child = second->first; child; child = child->next)
        dg_node_append(note, copy_of_side(joiner, child, DG_RIGHT));
    note->as.note.mark = mark;
    mark->as.note_mark.note = note;
}

/* The notes of the second cell hang on the marks of the first, or behind it where there are none. */
static void
join_marks(const Joiner *joiner, DgNode *cell, const DgNode *second)
{
    DgNode *own = NULL, *other = NULL;
    while ((other = next_mark((DgNode *)second, other))) {
        own = cell->last ? next_mark(cell, own) : NULL;
        if (other->as.note_mark.repeated)
            continue;
        if (own && !own->as.note_mark.repeated)
            join_note(joiner, own, other);
        else
            dg_node_append(cell->last ? cell->last : cell, copy_tree(joiner->arena, other));
    }
}

static void
mark_second(DgNode *node, bool header)
{
    for (DgWalk walk = dg_walk(node); dg_walk_next(&walk);)
        if (walk.entering && walk.node->kind == DG_PARAGRAPH)
            walk.node->role = header ? DG_ROLE_HEADER_CELL_SECOND : DG_ROLE_CELL_SECOND;
}

static DgNode *
join_cell(const Joiner *joiner, const DgNode *first, const DgNode *second, bool same, bool header)
{
    DgNode *cell = copy_tree(joiner->arena, first);
    if (same) {
        join_marks(joiner, cell, second);
        return cell;
    }
    for (const DgNode *child = second->first; child; child = child->next) {
        DgNode *copy = copy_of_side(joiner, child, DG_RIGHT);
        mark_second(copy, header || cell->as.cell.header);
        dg_node_append(cell, copy);
    }
    return cell;
}

const DgNode *
table_row(const DgNode *node)
{
    while (node && node->kind != DG_ROW)
        node = node->next;
    return node;
}

static void
join_rows(Joiner *joiner, const DgNode *const tables[DG_SIDES], const bool *same)
{
    const DgNode *left = table_row(tables[DG_LEFT]->first),
                 *right = table_row(tables[DG_RIGHT]->first);
    int header = tables[DG_LEFT]->as.table.header_rows;
    for (int number = 0; left && right; number++) {
        DgNode *row = dg_node_new(joiner->arena, DG_ROW, left->pos);
        dg_node_append(joiner->joined.table, row);
        const DgNode *second = right->first;
        for (const DgNode *first = left->first; first && second;
             first = first->next, second = second->next)
            dg_node_append(row, join_cell(joiner, first, second, *same++, number < header));
        left = table_row(left->next);
        right = table_row(right->next);
    }
}

/* "Продолжение табл. 1 / Table 1, continued" */
static const char *
join_continued(const Joiner *joiner, const DgNode *const tables[DG_SIDES])
{
    const char *first = tables[DG_LEFT]->as.table.continued,
               *second = tables[DG_RIGHT]->as.table.continued;
    if (first && second)
        return dg_arena_printf(joiner->arena, "%s / %s", first, second);
    return first ? first : second;
}

Joined
tables_join(DgArena *arena, const char *const *languages, const DgNode *const tables[DG_SIDES],
            const bool *same)
{
    const DgNode *left = tables[DG_LEFT];
    Joiner joiner = {.arena = arena, .languages = languages};
    DgNode *table = joiner.joined.table = dg_node_new(arena, DG_TABLE, left->pos);
    table->type = left->type;
    table->parent = left->parent; /* not among its children: it stands in the place of `left` */
    table->pair = left->pair;
    table->as.table = left->as.table;
    table->as.table.rows_only = true;
    table->as.table.continued = join_continued(&joiner, tables);
    join_captions(&joiner, tables);
    join_rows(&joiner, tables, same);
    join_notes(&joiner, tables);
    return joiner.joined;
}
