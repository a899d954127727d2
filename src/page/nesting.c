/* nesting.c - what the containers of a block add to its style: indents, labels in the hang, boxes. */
#include "rows-internal.h"

#include <glib.h>

static const DgBlockStyle *
style_of(const DgSetting *setting, DgRole role, DgSide side)
{
    return dg_style_block(setting->style, role, setting->volume->languages[side]);
}

/* In a list without numbers the sign of the style, where it has one. */
static const char *
label_text(DgSetting *setting, const DgNode *owner, DgSide side)
{
    const DgNode *list = owner->parent;
    const char *bullets = style_of(setting, DG_ROLE_LIST_ITEM, side)->bullets;
    if (!bullets || !*bullets || owner->kind != DG_LIST_ITEM || !list || list->kind != DG_LIST ||
        list->as.list.kind != DG_LIST_BULLET || g_unichar_isalnum(g_utf8_get_char(owner->label)))
        return owner->label;
    int level = 0;
    for (const DgNode *above = list; above; above = above->parent)
        level += above->kind == DG_LIST && above->as.list.kind == DG_LIST_BULLET;
    const char *sign = bullets;
    for (const char *next; level > 1 && (next = strchr(sign, ' ')); level--)
        sign = next + 1;
    return dg_arena_strndup(setting->arena, sign, strcspn(sign, " "));
}

static const DgRun *
label_run(DgSetting *setting, const DgNode *owner, const DgFontStyle *font, DgSide side)
{
    return dg_run_make(setting->shaper, setting->arena, label_text(setting, owner, side), font,
                       setting->volume->languages[side], owner);
}

/* Room for the widest label of the list and the distance behind it, at least what the style gives. */
static DgLen
measure_hang(DgSetting *setting, const DgNode *list, DgSide side)
{
    const DgBlockStyle *style = style_of(setting, DG_ROLE_LIST_ITEM, side);
    DgLen hang = style->left;
    for (const DgNode *item = list->first; item; item = item->next) {
        if (item->kind != DG_LIST_ITEM || !item->label)
            continue;
        DgLen width = label_run(setting, item, &style->font, side)->width + style->label_distance;
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

static bool
begins(const DgNode *container, const DgNode *block)
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
    DgRole role; /* of the block */
    DgNesting nesting;
    DgBlockStyle style;
    const DgFontStyle *body; /* of the text around it in a quote or box, or NULL */
} Nester;

/* The type of the text around, with what tells the block from it: weight and slant. */
static DgFontStyle
adapted(const DgFontStyle *own, const DgFontStyle *body)
{
    DgFontStyle font = *own;
    if (body) {
        font.family = body->family;
        font.size = body->size;
        font.leading = body->leading;
        font.color = body->color;
    }
    return font;
}

/* Lists and definitions in a quote or box are set like its paragraphs. */
static void
adapt(Nester *nester, const DgBlockStyle *container)
{
    bool adapts = nester->role == DG_ROLE_LIST_ITEM || nester->role == DG_ROLE_DEFINITION ||
                  nester->role == DG_ROLE_TERM;
    nester->body = &container->font;
    if (!adapts)
        return;
    nester->style.font = adapted(&nester->style.font, &container->font);
    nester->style.fallbacks = container->fallbacks;
}

/* The margins of a container stand around the whole. Between its paragraphs there is none where they have an
 * indent, which the first does without; else half of it. */
static void
enter_container(Nester *nester, const DgNode *container, DgRole role)
{
    const DgBlockStyle *style = style_of(nester->setting, role, nester->side);
    DgBlockStyle *own = &nester->style;
    bool first = begins(container, nester->block), last = ends(container, nester->block);
    if (nester->role == role) {
        bool parted = style->indent == 0 && role != DG_ROLE_VERSE;
        if (!first)
            own->space_before = parted ? style->space_before / 2 : 0;
        if (!last)
            own->space_after = parted ? style->space_after / 2 : 0;
        if (first && own->indent > 0 && !own->follows_indent)
            own->indent = 0;
    } else {
        adapt(nester, style);
    }
    if (first)
        own->space_before = MAX(own->space_before, style->space_before);
    if (last)
        own->space_after = MAX(own->space_after, style->space_after);
}

/* Stanzas stand half a line apart. */
static void
enter_verse(Nester *nester, const DgNode *verse)
{
    enter_container(nester, verse, DG_ROLE_VERSE);
    bool stanza = verse->parent && verse->parent->kind == DG_VERSE;
    if (stanza && verse->previous && begins(verse, nester->block))
        nester->style.space_before =
            MAX(nester->style.space_before, nester->style.font.leading / 2);
}

/* The nearest one is in the style of its paragraphs already. */
static void
enter_quote(Nester *nester, const DgNode *quote)
{
    DgRole role = dg_quote_role(quote);
    const DgNode *nearest = nester->block->parent;
    while (nearest && nearest->kind != DG_QUOTE)
        nearest = nearest->parent;
    if (nester->role != role || nearest != quote)
        nester->style.left += style_of(nester->setting, role, nester->side)->left;
    enter_container(nester, quote, role);
}

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
    if (!item->label || !begins(item, nester->block))
        return;
    DgLabel *label = DG_NEW(nester->setting->arena, DgLabel);
    DgFontStyle *font = DG_NEW(nester->setting->arena, DgFontStyle);
    *font =
        adapted(&style_of(nester->setting, DG_ROLE_LIST_ITEM, nester->side)->font, nester->body);
    label->run = label_run(nester->setting, item, font, nester->side);
    label->x = start;
    label->next = nester->nesting.label;
    nester->nesting.label = label;
}

static void
enter_box(Nester *nester, const DgNode *container)
{
    DgRole role = container->role != DG_ROLE_NONE ? container->role : DG_ROLE_BOX;
    const DgBlockStyle *style = style_of(nester->setting, role, nester->side);
    enter_container(nester, container, role);
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
    if (begins(container, nester->block))
        nester->nesting.inset_top += style->padding + style->border_top;
    if (ends(container, nester->block))
        nester->nesting.inset_bottom += style->padding + style->border_bottom;
}

/* Rules and tint of a block's own, with room only where one of them is; in a box nothing but the box is drawn. */
static void
enter_own_box(Nester *nester)
{
    const DgBlockStyle *style = style_of(nester->setting, nester->role, nester->side);
    bool tinted = style->background != 0xFFFFFFFF;
    bool visible = tinted || style->border_top || style->border_bottom || style->border_left;
    if (!visible || nester->nesting.box)
        return;
    DgBox *box = DG_NEW(nester->setting->arena, DgBox);
    *box = (DgBox){.owner = nester->block,
                   .style = style,
                   .left = nester->style.left,
                   .right = nester->style.right};
    nester->nesting.box = box;
    if (tinted || style->border_left)
        nester->style.left += style->padding + style->border_left;
    if (tinted)
        nester->style.right += style->padding;
    if (tinted || style->border_top)
        nester->nesting.inset_top += style->padding + style->border_top;
    if (tinted || style->border_bottom)
        nester->nesting.inset_bottom += style->padding + style->border_bottom;
}

static void
enter(Nester *nester, const DgNode *container)
{
    if (container->kind == DG_LIST_ITEM)
        enter_item(nester, container);
    else if (container->kind == DG_BOX)
        enter_box(nester, container);
    else if (container->kind == DG_QUOTE)
        enter_quote(nester, container);
    else if (container->kind == DG_VERSE)
        enter_verse(nester, container);
    else if (container->kind == DG_STATEMENT)
        enter_container(nester, container, DG_ROLE_STATEMENT);
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
    const DgBlockStyle *own = style_of(nester->setting, DG_ROLE_REFERENCE, nester->side);
    label->run = label_run(nester->setting, block, &own->font, nester->side);
    label->x = nester->style.left - own->left;
    DgLen wanted = label->x + label->run->width + nester->style.label_distance;
    nester->style.indent = wanted > nester->style.left ? wanted - nester->style.left : 0;
    nester->nesting.label = label;
}

DgNesting
dg_nesting_of(DgSetting *setting, const DgNode *block, DgRole role, DgSide side)
{
    Nester nester = {.setting = setting,
                     .block = block,
                     .side = side,
                     .role = role,
                     .style = *style_of(setting, role, side)};
    if (role == DG_ROLE_LIST_ITEM)
        nester.style.left = 0;
    enter_all(&nester, block->parent, 0);
    enter_own_box(&nester);
    hang_own_label(&nester);
    nester.nesting.style = dg_arena_copy(setting->arena, &nester.style, sizeof nester.style);
    return nester.nesting;
}
