/* nesting.c - what the containers of a block add to its style: indents, labels in the hang, boxes. */
#include "rows-internal.h"

#include <glib.h>

static const DgFontStyle *
label_font(DgSetting *setting, DgRole role, DgSide side)
{
    return &dg_style_block(setting->style, role, setting->volume->languages[side])->font;
}

static const DgRun *
label_run(DgSetting *setting, const DgNode *owner, DgRole role, DgSide side)
{
    const DgFontStyle *font = label_font(setting, role, side);
    return dg_run_make(setting->shaper, setting->arena, owner->label, font,
                       setting->volume->languages[side], owner);
}

/* Room for the widest label of the list and the distance behind it, at least what the style gives. */
static DgLen
measure_hang(DgSetting *setting, const DgNode *list, DgSide side)
{
    const DgBlockStyle *style =
        dg_style_block(setting->style, DG_ROLE_LIST_ITEM, setting->volume->languages[side]);
    DgLen hang = style->left;
    for (const DgNode *item = list->first; item; item = item->next) {
        if (item->kind != DG_LIST_ITEM || !item->label)
            continue;
        DgLen width =
            label_run(setting, item, DG_ROLE_LIST_ITEM, side)->width + style->label_distance;
        hang = width > hang ? width : hang;
    }
    return hang;
}

static DgLen
hang_of(DgSetting *setting, const DgNode *list, int depth, DgSide side)
{
    ListHang *known = &setting->hangs[depth < MAX_DEPTH ? depth : MAX_DEPTH - 1];
    if (known->list != list)
        *known = (ListHang){list, measure_hang(setting, list, side)};
    return known->hang;
}

bool
dg_begins(const DgNode *container, const DgNode *block)
{
    const DgNode *first = container;
    while (first && first != block)
        first = first->first;
    return first == block;
}

static bool
ends(const DgNode *container, const DgNode *block)
{
    const DgNode *last = container;
    while (last && last != block)
        last = last->last;
    return last == block;
}

static int
depth_of(const DgNode *list)
{
    int depth = 0;
    for (const DgNode *above = list->parent; above; above = above->parent)
        depth += above->kind == DG_LIST;
    return depth;
}

typedef struct {
    DgSetting *setting;
    const DgNode *block;
    DgSide side;
    DgNesting nesting;
    DgBlockStyle style;
} Nester;

/* Lists indent by their hang; the innermost replaces the indent that the role has of itself. */
static void
enter_item(Nester *nester, const DgNode *item)
{
    const DgNode *list = item->parent;
    if (!list || list->kind != DG_LIST)
        return;
    DgLen hang = hang_of(nester->setting, list, depth_of(list), nester->side);
    DgLen start = nester->style.left;
    nester->style.left += hang;
    if (!item->label || !dg_begins(item, nester->block))
        return;
    DgLabel *label = DG_NEW(nester->setting->arena, DgLabel);
    label->run = label_run(nester->setting, item, DG_ROLE_LIST_ITEM, nester->side);
    label->x = start;
    label->next = nester->nesting.label;
    nester->nesting.label = label;
}

static void
enter_box(Nester *nester, const DgNode *container, DgRole role)
{
    const DgBlockStyle *style = dg_style_block(nester->setting->style, role,
                                               nester->setting->volume->languages[nester->side]);
    bool visible = style->background != 0xFFFFFFFF || style->border_top || style->border_bottom ||
                   style->border_left;
    if (!visible)
        return;
    DgBox *box = DG_NEW(nester->setting->arena, DgBox);
    *box = (DgBox){.owner = container,
                   .style = style,
                   .left = nester->style.left,
                   .right = nester->style.right,
                   .outer = nester->nesting.box};
    nester->nesting.box = box;
    nester->style.left += style->padding + style->border_left;
    nester->style.right += style->padding;
    if (dg_begins(container, nester->block)) {
        nester->nesting.inset_top += style->padding + style->border_top;
        nester->style.space_before = MAX(nester->style.space_before, style->space_before);
    }
    if (ends(container, nester->block)) {
        nester->nesting.inset_bottom += style->padding + style->border_bottom;
        nester->style.space_after = MAX(nester->style.space_after, style->space_after);
    }
}

static void
enter(Nester *nester, const DgNode *container)
{
    if (container->kind == DG_LIST_ITEM)
        enter_item(nester, container);
    else if (container->kind == DG_BOX)
        enter_box(nester, container, DG_ROLE_BOX);
    else if (container->kind == DG_QUOTE && dg_node_role(nester->block) != DG_ROLE_QUOTE)
        nester->style.left += dg_style_block(nester->setting->style, DG_ROLE_QUOTE,
                                             nester->setting->volume->languages[nester->side])
                                  ->left;
}

/* From the outermost container inwards. */
static void
enter_all(Nester *nester, const DgNode *container, int depth)
{
    if (!container || depth > 100)
        return;
    enter_all(nester, container->parent, depth + 1);
    enter(nester, container);
}

/* A label in the hang of the block's own margin: references. A wide one pushes the first line. */
static void
hang_own_label(Nester *nester)
{
    const DgNode *block = nester->block;
    if (block->kind != DG_REFERENCE || !block->label)
        return;
    DgLabel *label = DG_NEW(nester->setting->arena, DgLabel);
    label->run = label_run(nester->setting, block, DG_ROLE_REFERENCE, nester->side);
    label->x =
        nester->style.left - dg_style_block(nester->setting->style, DG_ROLE_REFERENCE, NULL)->left;
    DgLen wanted = label->x + label->run->width + nester->style.label_distance;
    nester->style.indent = wanted > nester->style.left ? wanted - nester->style.left : 0;
    nester->nesting.label = label;
}

DgNesting
dg_nesting_of(DgSetting *setting, const DgNode *block, DgRole role, DgSide side)
{
    const DgBlockStyle *own =
        dg_style_block(setting->style, role, setting->volume->languages[side]);
    Nester nester = {.setting = setting, .block = block, .side = side, .style = *own};
    if (role == DG_ROLE_LIST_ITEM)
        nester.style.left = 0;
    enter_all(&nester, block->parent, 0);
    hang_own_label(&nester);
    nester.nesting.style = dg_arena_copy(setting->arena, &nester.style, sizeof nester.style);
    return nester.nesting;
}
