/* check-numbers.c - rules N1-N4: what numbers one side of a pair names and the other does not. */
#include "check-internal.h"

#include <glib.h>
#include <string.h>

static bool
means_the_same(const DgValue *a, const DgValue *b)
{
    for (size_t i = 0; i < a->n_keys; i++)
        for (size_t k = 0; k < b->n_keys; k++)
            if (strcmp(a->keys[i], b->keys[k]) == 0)
                return true;
    return false;
}

static bool
has_month(const DgValues *values)
{
    for (size_t i = 0; i < values->n; i++)
        if (values->values[i].month)
            return true;
    return false;
}

static bool
has_counterpart(const DgValue *value, const DgValues *others, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (means_the_same(value, &others->values[i]))
            return true;
    return false;
}

/* The values of a side that the other lacks, each once; compared as sets, for a translator may repeat a number
 * or leave a repetition out. A month must be there only where the other side names months. */
static DgValues
find_missing(DgArena *arena, const DgValues *values, const DgValues *others)
{
    DgValues missing = {0};
    bool months = has_month(others);
    for (size_t i = 0; i < values->n; i++) {
        const DgValue *value = &values->values[i];
        if (value->required && (months || !value->month) &&
            !has_counterpart(value, others, others->n) &&
            !has_counterpart(value, &missing, missing.n))
            DG_APPEND(arena, missing.values, missing.n, *value);
    }
    return missing;
}

static char *
list_shown(DgArena *arena, const DgValues *values)
{
    g_autoptr(GString) list = g_string_new(NULL);
    for (size_t i = 0; i < values->n; i++)
        g_string_append_printf(list, "%s%s", i ? "; " : "", values->values[i].shown);
    return list->len ? dg_arena_strdup(arena, list->str) : NULL;
}

static void
report(const DgChecking *checking, int side, const DgValue *value, const DgValues *others,
       size_t at)
{
    const DgCheckText *text = &checking->text[side], *other = &checking->text[1 - side];
    size_t offset = others->n ? others->values[MIN(at, others->n - 1)].offset : 0;
    if (!dg_check_is_silenced(checking, value->rule))
        dg_diag_also(checking->diags, DG_CHECK_NUMBER, dg_check_place(text, value->offset),
                     dg_check_place(other, offset), value->shown, other->language, value->rule,
                     list_shown(checking->arena, others), NULL);
}

static bool
is_guess(const DgChecking *checking)
{
    return !dg_lexicon_counts(checking->lexicons[DG_LEFT]) ||
           !dg_lexicon_counts(checking->lexicons[DG_RIGHT]);
}

static void
find_values(const DgChecking *checking, DgValues values[DG_SIDES])
{
    for (int side = 0; side < DG_SIDES; side++)
        values[side] = dg_values_find(checking->arena, &checking->text[side],
                                      checking->lexicons[side], is_guess(checking));
}

void
dg_check_percent(const DgChecking *checking)
{
    DgValues values[DG_SIDES];
    find_values(checking, values);
    int side = values[DG_LEFT].percent ? DG_LEFT : DG_RIGHT;
    if (is_guess(checking) || values[DG_LEFT].percent == values[DG_RIGHT].percent ||
        values[DG_LEFT].n == 0 || values[DG_RIGHT].n == 0 || dg_check_is_silenced(checking, "N4"))
        return;
    dg_diag_also(checking->diags, DG_CHECK_PERCENT, dg_check_place(&checking->text[side], 0),
                 dg_check_place(&checking->text[1 - side], 0), checking->text[1 - side].language,
                 NULL);
}

void
dg_check_numbers(const DgChecking *checking)
{
    DgValues values[DG_SIDES], missing[DG_SIDES];
    find_values(checking, values);
    for (int side = 0; side < DG_SIDES; side++)
        missing[side] = find_missing(checking->arena, &values[side], &values[1 - side]);
    /* One finding for each two that lack a counterpart: mostly the same number, mistyped. */
    for (size_t i = 0; i < missing[DG_LEFT].n; i++)
        report(checking, DG_LEFT, &missing[DG_LEFT].values[i], &missing[DG_RIGHT], i);
    for (size_t i = missing[DG_LEFT].n; i < missing[DG_RIGHT].n; i++)
        report(checking, DG_RIGHT, &missing[DG_RIGHT].values[i], &missing[DG_LEFT], i);
}
