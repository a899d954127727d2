/* align-units.c - blocks as the aligner sees them: class, length, id, and what is fixed among them. */
#include "align-internal.h"

#include <glib.h>
#include <string.h>

bool
dg_class_is_hard(DgUnitClass class)
{
    return class >= DG_UNIT_HEADING;
}

/* Text takes the class of the container that shapes it: a paragraph of a list item is an item. */
static DgUnitClass
class_of_text(const DgNode *block)
{
    for (const DgNode *node = block->parent; node; node = node->parent) {
        if (node->kind == DG_LIST_ITEM || node->kind == DG_DEFINITION)
            return DG_UNIT_ITEM;
        if (node->kind == DG_SECTION || node->kind == DG_BODY)
            break;
    }
    return DG_UNIT_TEXT;
}

static DgUnitClass
class_of(const DgNode *block)
{
    static const DgUnitClass classes[DG_N_KINDS] = {
        [DG_HEADING] = DG_UNIT_HEADING,   [DG_TABLE] = DG_UNIT_TABLE,
        [DG_FIGURE] = DG_UNIT_FIGURE,     [DG_FORMULA] = DG_UNIT_FORMULA,
        [DG_CODE] = DG_UNIT_CODE,         [DG_REFERENCE] = DG_UNIT_REFERENCE,
        [DG_ATTRIBUTION] = DG_UNIT_SMALL, [DG_SPEAKER] = DG_UNIT_SMALL,
        [DG_SIGNATURE] = DG_UNIT_SMALL,   [DG_TERM] = DG_UNIT_ITEM,
    };
    DgUnitClass class = classes[block->kind];
    return class == DG_UNIT_TEXT ? class_of_text(block) : class;
}

/* An editor often gives the id to what the block opens: <sec id="…"><title>. A list is left out, since its
 * first item may have been added. NULL when there is nothing to open. */
static const DgNode *
opened_by(const DgNode *node)
{
    const DgNode *parent = node->parent;
    bool opens = parent && parent->first == node && parent->kind != DG_BODY &&
                 parent->kind != DG_LIST && parent->kind != DG_DEFINITION_LIST;
    return opens ? parent : NULL;
}

static const char *
key_of(const DgNode *block)
{
    while (block && !block->id)
        block = opened_by(block);
    return block ? block->id : NULL;
}

static const char *
group_of(const DgNode *block)
{
    while (block && !block->group)
        block = opened_by(block);
    return block ? block->group : NULL;
}

static double
length_of(const char *text)
{
    return MAX(1, (double)g_utf8_strlen(text, -1));
}

static bool
is_in_references(const DgNode *block)
{
    for (; block; block = block->parent)
        if (block->kind == DG_SECTION && g_strcmp0(block->type, "ref-list") == 0)
            return true;
    return false;
}

/* A translation seldom repeats the list of references: it stands once, for both. */
static void
find_shared(DgProblem *problem)
{
    bool some[DG_SIDES] = {false};
    for (int side = 0; side < DG_SIDES; side++)
        for (size_t i = 0; i < problem->n[side]; i++) {
            DgUnit *unit = &problem->units[side][i];
            unit->shared = is_in_references(unit->node);
            some[side] = some[side] || unit->shared || unit->class == DG_UNIT_REFERENCE;
        }
    for (int side = 0; some[DG_LEFT] && some[DG_RIGHT] && side < DG_SIDES; side++)
        for (size_t i = 0; i < problem->n[side]; i++)
            problem->units[side][i].shared = false;
}

DgProblem *
dg_problem_new(DgArena *arena, DgNode **const blocks[DG_SIDES], const size_t n[DG_SIDES])
{
    DgProblem *problem = DG_NEW(arena, DgProblem);
    for (int side = 0; side < DG_SIDES; side++) {
        DgUnit *units = problem->units[side] = DG_NEW_ARRAY(arena, DgUnit, n[side] + 1);
        double *before = problem->before[side] = DG_NEW_ARRAY(arena, double, n[side] + 1);
        problem->n[side] = n[side];
        for (size_t i = 0; i < n[side]; i++) {
            DgNode *block = blocks[side][i];
            units[i] = (DgUnit){.node = block, .class = class_of(block)};
            units[i].key = key_of(block);
            units[i].group = group_of(block);
            units[i].text = dg_node_text(arena, block);
            units[i].length = length_of(units[i].text);
            units[i].level = block->kind == DG_HEADING ? block->as.heading.level : 0;
            before[i + 1] = before[i] + units[i].length;
        }
    }
    find_shared(problem);
    return problem;
}

static void
mark_fixed(DgProblem *problem, const DgFixed *fixed, int side)
{
    bool two_sided = fixed->end[0] > fixed->first[0] && fixed->end[1] > fixed->first[1];
    for (size_t i = fixed->first[side] + 1; i < fixed->end[side]; i++)
        problem->inside[side][i] = true;
    if (two_sided)
        problem->passed[side][fixed->end[side]]++;
    if (!fixed->exact || fixed->end[side] == fixed->first[side])
        return;
    problem->ending[side][fixed->end[side]] = fixed;
    for (size_t i = fixed->first[side]; i < fixed->end[side]; i++)
        problem->units[side][i].locked = true;
}

void
dg_problem_fix(DgArena *arena, DgProblem *problem, DgFixed *fixed, size_t n)
{
    problem->fixed = fixed;
    problem->n_fixed = n;
    for (int side = 0; side < DG_SIDES; side++) {
        size_t units = problem->n[side];
        problem->passed[side] = DG_NEW_ARRAY(arena, size_t, units + 1);
        problem->inside[side] = DG_NEW_ARRAY(arena, bool, units + 1);
        problem->ending[side] = DG_NEW_ARRAY(arena, const DgFixed *, units + 1);
        problem->soft[side] = DG_NEW_ARRAY(arena, size_t, units + 1);
        for (size_t i = 0; i < units; i++)
            problem->units[side][i].locked = false;
        for (size_t i = 0; i < n; i++)
            mark_fixed(problem, &fixed[i], side);
        for (size_t i = 0; i < units; i++) {
            const DgUnit *unit = &problem->units[side][i];
            bool joins = unit->class < DG_UNIT_REFERENCE && !unit->locked;
            problem->soft[side][i + 1] = joins ? problem->soft[side][i] + 1 : 0;
            problem->passed[side][i + 1] += problem->passed[side][i];
        }
    }
}
