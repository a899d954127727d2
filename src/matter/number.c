/* number.c - labels that the source leaves out. */
#include "diglot/lang.h"
#include "diglot/matter.h"

#include <string.h>

static void
label_list(DgArena *arena, DgNode *list, const char *language)
{
    int number = list->as.list.start, level = 1;
    for (const DgNode *above = list->parent; above; above = above->parent)
        level += above->kind == DG_LIST && above->as.list.kind == DG_LIST_BULLET;
    for (DgNode *item = list->first; item; item = item->next)
        if (item->kind == DG_LIST_ITEM && !item->label)
            item->label = list->as.list.kind == DG_LIST_BULLET
                              ? dg_bullet(level, dg_node_lang(list, language))
                              : dg_list_label(arena, list->as.list.kind, number++,
                                              dg_node_lang(list, language));
}

static bool
has_caption(const DgNode *node)
{
    for (const DgNode *child = node->first; child; child = child->next)
        if (child->kind == DG_CAPTION)
            return true;
    return false;
}

/* A space or a no-break space ends before byte `end`. */
static bool
is_space_before(const char *text, size_t end)
{
    return text[end - 1] == ' ' || (end > 1 && text[end - 1] == '\xA0' && text[end - 2] == '\xC2');
}

/* "Продолжение табл. 2" of "Таблица 2."; NULL where the label has no number. */
static const char *
continued(DgArena *arena, const char *label, const char *language)
{
    size_t n = label ? strlen(label) : 0;
    while (n > 0 && strchr(".: ", label[n - 1]))
        n--;
    size_t start = n;
    while (start > 0 && !is_space_before(label, start))
        start--;
    const char *number = dg_arena_strndup(arena, label ? label + start : "", n - start);
    const char *pattern = dg_word(DG_WORD_TABLE_CONTINUED, language), *gap = strstr(pattern, "{1}");
    if (!strpbrk(number, "0123456789IVX") || !gap)
        return NULL;
    return dg_arena_printf(arena, "%.*s%s%s", (int)(gap - pattern), pattern, number,
                           gap + strlen("{1}"));
}

typedef struct {
    int figures, tables;
} Counts;

static void
label_figure(DgArena *arena, DgNode *node, const char *language, Counts *counts)
{
    if (node->label || !has_caption(node))
        return;
    bool figure = node->kind == DG_FIGURE;
    int number = figure ? ++counts->figures : ++counts->tables;
    node->label = dg_arena_printf(
        arena, "%s %d", dg_word(figure ? DG_WORD_FIGURE : DG_WORD_TABLE, language), number);
}

static void
label_tree(DgArena *arena, DgNode *root, const char *language, Counts *counts)
{
    for (DgWalk walk = dg_walk(root); dg_walk_next(&walk);) {
        if (!walk.entering)
            continue;
        if (walk.node->kind == DG_LIST)
            label_list(arena, walk.node, language);
        else if (walk.node->kind == DG_FIGURE || walk.node->kind == DG_TABLE)
            label_figure(arena, walk.node, language, counts);
        if (walk.node->kind == DG_TABLE)
            walk.node->as.table.continued =
                continued(arena, walk.node->label, dg_node_lang(walk.node, language));
        if (walk.node->kind == DG_NOTE_MARK && walk.node->as.note_mark.note &&
            !walk.node->as.note_mark.repeated)
            label_tree(arena, walk.node->as.note_mark.note, language, counts);
    }
}

/* Numbers the notes marked below a node from `first` on; how many there are. */
static int
number_notes(DgArena *arena, DgNode *root, int first)
{
    int n = 0;
    for (DgWalk walk = dg_walk(root); dg_walk_next(&walk);) {
        DgNode *node = walk.node;
        if (!walk.entering || node->kind != DG_NOTE_MARK || node->as.note_mark.repeated ||
            !node->as.note_mark.note)
            continue;
        DgNode *note = node->as.note_mark.note;
        if (!note->label)
            note->label = dg_arena_printf(arena, "%d", first + n++);
        n += number_notes(arena, note, first + n);
    }
    return n;
}

/* Both sides of a place go on from the same number, so that paired notes share theirs. */
static int
number_places(DgArena *arena, DgNode *const *left, size_t n_left, DgNode *const *right,
              size_t n_right, int first)
{
    int counts[DG_SIDES] = {0};
    for (size_t i = 0; i < n_left; i++)
        counts[DG_LEFT] += number_notes(arena, left[i], first + counts[DG_LEFT]);
    for (size_t i = 0; i < n_right; i++)
        counts[DG_RIGHT] += number_notes(arena, right[i], first + counts[DG_RIGHT]);
    return first + (counts[DG_LEFT] > counts[DG_RIGHT] ? counts[DG_LEFT] : counts[DG_RIGHT]);
}

static int
number_metadata(DgArena *arena, DgItem *item, int next)
{
    DgMeta *left = &item->text[DG_LEFT].meta, *right = &item->text[DG_RIGHT].meta;
    next = number_places(arena, &left->title, left->title != NULL, &right->title,
                         right->title != NULL, next);
    next = number_places(arena, &left->subtitle, left->subtitle != NULL, &right->subtitle,
                         right->subtitle != NULL, next);
    return number_places(arena, &left->abstract, left->abstract != NULL, &right->abstract,
                         right->abstract != NULL, next);
}

void
dg_number(DgArena *arena, DgVolume *volume)
{
    for (size_t i = 0; i < volume->n_items; i++) {
        DgItem *item = volume->items[i];
        for (int side = 0; side < volume->n_languages; side++) {
            Counts counts = {0};
            label_tree(arena, item->text[side].body, volume->languages[side], &counts);
        }
        int next = number_metadata(arena, item, 1);
        for (size_t j = 0; j < item->n_pairs; j++) {
            const DgPair *pair = &item->pairs[j];
            next = number_places(arena, pair->blocks[DG_LEFT], pair->n[DG_LEFT],
                                 pair->blocks[DG_RIGHT], pair->n[DG_RIGHT], next);
        }
    }
}
