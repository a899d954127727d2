/* explain.c - `dump pages`: what each page cost and what the next-best break would have cost. */
#include "rows-internal.h"

#include <glib.h>

static const char *const term_names[DG_N_TERMS] = {
    [DG_TERM_LINES] = "lines", [DG_TERM_BLANK] = "blank", [DG_TERM_FOOT] = "foot",
    [DG_TERM_STEP] = "step",   [DG_TERM_BREAK] = "break", [DG_TERM_NOTES] = "notes",
    [DG_TERM_PAGE] = "page",
};

static const char *
anchor_of(const DgChain *chain, uint32_t row)
{
    return row < chain->n_rows && chain->rows[row].pair->anchor ? chain->rows[row].pair->anchor
                                                                : "-";
}

static void
explain_sheet(GString *text, const DgChain *chain, const DgSheet *sheet, size_t page)
{
    g_string_append_printf(text, "page %zu:", page + 1);
    for (int term = 0; term < DG_N_TERMS; term++)
        if (sheet->terms[term])
            g_string_append_printf(text, " %s %" G_GINT64_FORMAT, term_names[term],
                                   sheet->terms[term]);
    if (sheet->n) {
        const DgFragment *first = &sheet->fragments[0];
        g_string_append_printf(text, "; begins with %s", anchor_of(chain, first->row));
        if (first->from[DG_LEFT] || first->from[DG_RIGHT])
            g_string_append_printf(text, " after %u and %u lines", first->from[DG_LEFT],
                                   first->from[DG_RIGHT]);
    }
    if (sheet->has_rival)
        g_string_append_printf(
            text, "; next best ends in %s after %u and %u lines, %" G_GINT64_FORMAT " dearer",
            anchor_of(chain, sheet->rival_row), sheet->rival_at[DG_LEFT], sheet->rival_at[DG_RIGHT],
            sheet->rival_cost);
    g_string_append_c(text, '\n');
}

char *
dg_explain(DgArena *arena, const DgSection *sections, size_t n)
{
    g_autoptr(GString) text = g_string_new(NULL);
    for (size_t i = 0; i < n; i++) {
        const DgChain *chain = sections[i].chain;
        const DgSheets *sheets = &sections[i].sheets;
        size_t wide = sheets->n ? sections[i].n_pages / sheets->n : 1; /* pages a sheet */
        const DgFlow *flow = chain->n_rows ? chain->rows[0].flow : NULL;
        const char *name = flow && flow->item   ? flow->item->href
                           : flow && flow->kind ? flow->kind
                                                : "-";
        g_string_append_printf(text, "%s: cost %" G_GINT64_FORMAT "\n", name, sheets->cost);
        for (size_t j = 0; j < sheets->n; j++)
            explain_sheet(text, chain, &sheets->sheets[j], sections[i].first_page + wide * j);
    }
    return dg_arena_strdup(arena, text->str);
}
