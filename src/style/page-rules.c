/* page-rules.c - which pages a rule is for, and what their margin boxes hold. */
#include "style-internal.h"

#include <glib.h>
#include <string.h>

const char *const page_box_names[DG_N_BOXES] = {
    [DG_BOX_TOP_LEFT] = "@top-left",           [DG_BOX_TOP_CENTER] = "@top-center",
    [DG_BOX_TOP_RIGHT] = "@top-right",         [DG_BOX_BOTTOM_LEFT] = "@bottom-left",
    [DG_BOX_BOTTOM_CENTER] = "@bottom-center", [DG_BOX_BOTTOM_RIGHT] = "@bottom-right",
};

/* Those of flows (src/matter). */
const char page_kinds[] =
    "half-title title imprint contents programme part item contributors abbreviations "
    "persons organizations terms final-imprint";

static bool
parse_pseudo(const char *name, Target *target)
{
    if (strcmp(name, "first") == 0)
        target->first = true;
    else if (strcmp(name, "left") == 0)
        target->side = PAGES_LEFT;
    else if (strcmp(name, "right") == 0)
        target->side = PAGES_RIGHT;
    else
        return false;
    return true;
}

bool
page_selector_parse(DgArena *arena, const char *text, Target *target)
{
    g_auto(GStrv) kinds = g_strsplit(page_kinds, " ", -1);
    g_auto(GStrv) parts = g_strsplit(text, ":", -1);
    *target = (Target){.kind = TARGET_PAGE};
    if (*parts && **parts) {
        if (!g_strv_contains((const char *const *)kinds, *parts))
            return false;
        target->page = dg_arena_strdup(arena, *parts);
    }
    for (char **part = parts; *part && part[1]; part++)
        if (!parse_pseudo(part[1], target))
            return false;
    return true;
}

typedef struct {
    Target target;
    DgMarginBox box;
    bool initial; /* of the built-in sheet */
} MarginRule;

struct MarginRules {
    MarginRule *list;
    size_t n;
    bool own[2]; /* the sheets have boxes at the foot, at the head */
};

static bool
is_top(DgBoxPlace place)
{
    return place <= DG_BOX_TOP_RIGHT;
}

MarginRules *
margin_rules_make(DgArena *arena, DgDiags *diags, const Declarations *declarations)
{
    MarginRules *rules = DG_NEW(arena, MarginRules);
    for (size_t i = 0; i < declarations->n; i++) {
        const Declaration *declaration = &declarations->list[i];
        MarginRule rule = {declaration->target, {NULL, SIZE_MAX}, i < declarations->n_initial};
        if (declaration->target.kind != TARGET_BOX)
            continue;
        cascade_apply(arena, diags, declaration, box_properties, n_box_properties, (Measures){0},
                      &rule.box);
        if (rule.box.n == SIZE_MAX)
            continue;
        rules->own[is_top(rule.target.place)] |= !rule.initial;
        DG_APPEND(arena, rules->list, rules->n, rule);
    }
    return rules;
}

/* -1 when the rule is not for the page. A page that opens a flow has heads only from rules for :first. */
static int
specificity(const MarginRule *rule, const char *kind, bool first, bool verso)
{
    const Target *target = &rule->target;
    if (target->page && (!kind || strcmp(target->page, kind) != 0))
        return -1;
    if (target->side != PAGES_ALL && (target->side == PAGES_LEFT) != verso)
        return -1;
    if (target->first ? !first : first && is_top(target->place))
        return -1;
    return (target->page ? 4 : 0) + (target->first ? 2 : 0) + (target->side != PAGES_ALL);
}

const DgMarginBox *
margin_rules_find(const MarginRules *rules, const char *kind, bool first, bool verso,
                  DgBoxPlace place)
{
    const DgMarginBox *found = NULL;
    int best = 0;
    for (size_t i = 0; i < rules->n; i++) {
        const MarginRule *rule = &rules->list[i];
        if (rule->target.place != place || (rule->initial && rules->own[is_top(place)]))
            continue;
        int rank = specificity(rule, kind, first, verso);
        if (rank >= best) {
            best = rank;
            found = &rule->box;
        }
    }
    return found && found->n ? found : NULL;
}
