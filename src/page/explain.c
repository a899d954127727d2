/* explain.c - `dump pages`: what each page cost and why, and what the next-best end of it would have cost.
 * For engineers of layout. Costs are shown in millions of demerits; the constants are told in page-cost.c. */
#include "rows-internal.h"

#include "diglot/json.h"

#include <string.h>

enum { MILLION = 1000000 };

struct DgReasons {
    const DgSection *sections;
    size_t n;
};

static const struct {
    const char *name, *meaning;
} terms[DG_N_TERMS] = {
    [DG_TERM_LINES] = {"lines", "paragraphs set longer or shorter than is best for them"},
    [DG_TERM_BLANK] = {"blank", "beside the shorter sides of pairs"},
    [DG_TERM_FOOT] = {"foot", "free at the foot"},
    [DG_TERM_STEP] = {"step", "one side ahead of the other at the page break"},
    [DG_TERM_BREAK] = {"break", "what the page break parts"},
    [DG_TERM_NOTES] = {"notes", "notes that go on on the next page"},
    [DG_TERM_FLOATS] = {"floats", "that come on a later page than their place"},
    [DG_TERM_PAGE] = {"page", "a page"},
};

DgReasons *
dg_reasons_keep(DgArena *arena, const DgSection *sections, size_t n)
{
    DgReasons *reasons = DG_NEW(arena, DgReasons);
    *reasons = (DgReasons){sections, n};
    return reasons;
}

/* A sheet with what is told of it. */
typedef struct {
    FILE *out;
    DgArena *scratch;
    const DgChain *chain;
    const DgSheet *sheet;
    const char *name; /* of the item, or the kind of flow */
    size_t page, wide, which,
        n; /* page from 1; pages a sheet; the sheet among those of its chain */
    int64_t cost;
    bool
        has_rival; /* the best pages that do not end there: how much dearer, where this one ends then */
    int64_t more;
    uint32_t rival_row, rival_at[DG_SIDES];
} Telling;

static const char *
name_of(const DgChain *chain)
{
    const DgFlow *flow = chain->n_rows ? chain->rows[0].flow : NULL;
    return flow && flow->item ? flow->item->href : flow && flow->kind ? flow->kind : "-";
}

/* Where the pair of a row stands in the source; a side may be empty. */
static DgPos
place_of(const DgRow *row)
{
    for (int side = 0; side < DG_SIDES; side++)
        if (row->pair->n[side] && row->pair->blocks[side][0]->pos.file)
            return row->pair->blocks[side][0]->pos;
    return DG_NOWHERE;
}

static DgLen
free_below(const Telling *telling, DgSide side)
{
    const DgSheet *sheet = telling->sheet;
    return telling->chain->height - sheet->bottom[side] -
           dg_notes_below(telling->chain, sheet->area, side);
}

/* Lines, with one decimal. */
static double
lines_of(const Telling *telling, DgLen length)
{
    return (double)(length * 10 / telling->chain->leading) / 10;
}

/* The first fragment of the text; of a page of floats alone the first. */
static const DgFragment *
first_text(const DgSheet *sheet)
{
    return &sheet->fragments[sheet->n_text ? sheet->first_text : 0];
}

static bool
begins_float(const DgChain *chain, uint32_t row)
{
    for (size_t i = 0; i < chain->n_floats; i++)
        if (chain->floats[i].first == row)
            return true;
    return false;
}

/* Where fragment `i` begins a float on the page; NULL: it begins none. */
static const char *
float_at(const Telling *telling, size_t i)
{
    const DgSheet *sheet = telling->sheet;
    if (!begins_float(telling->chain, sheet->fragments[i].row))
        return NULL;
    if (i < sheet->first_text)
        return "head";
    return i < sheet->first_text + sheet->n_text ? "here" : "foot";
}

/* ---- text ---- */

static void
tell_row(const Telling *telling, const char *what, const DgRow *row)
{
    DgPos pos = place_of(row);
    fprintf(telling->out, "  %s ", what);
    if (pos.file)
        fprintf(telling->out, "%s:%d", pos.file, pos.line);
    else
        fputs(row->pair->anchor ? row->pair->anchor : "-", telling->out);
}

static void
tell_place(const Telling *telling, const char *what, uint32_t row_index,
           const uint32_t at[DG_SIDES])
{
    if (row_index >= telling->chain->n_rows) {
        fprintf(telling->out, "  %s the end", what);
        return;
    }
    tell_row(telling, what, &telling->chain->rows[row_index]);
    if (at[DG_LEFT] || at[DG_RIGHT])
        fprintf(telling->out, " after %u and %u lines", at[DG_LEFT], at[DG_RIGHT]);
}

static void
tell_term(const Telling *telling, int term)
{
    int64_t cost = telling->sheet->terms[term];
    if (cost == 0)
        return;
    fprintf(telling->out, "  %-6s %8.2f  %3d %%  %s", terms[term].name, (double)cost / MILLION,
            telling->cost > 0 ? (int)(cost * 100 / telling->cost) : 0, terms[term].meaning);
    if (term == DG_TERM_FOOT)
        fprintf(telling->out, ": %.1f and %.1f lines", lines_of(telling, free_below(telling, 0)),
                lines_of(telling, free_below(telling, 1)));
    fputc('\n', telling->out);
}

static void
tell_floats(const Telling *telling)
{
    const DgSheet *sheet = telling->sheet;
    for (size_t i = 0; i < sheet->n; i++) {
        const char *at = float_at(telling, i);
        if (!at)
            continue;
        tell_row(telling, at, &telling->chain->rows[sheet->fragments[i].row]);
        fputc('\n', telling->out);
    }
}

static void
tell_text(const Telling *telling)
{
    const DgSheet *sheet = telling->sheet;
    fprintf(telling->out, "page %zu", telling->page);
    if (telling->wide > 1)
        fprintf(telling->out, "-%zu", telling->page + telling->wide - 1);
    fprintf(telling->out, " (%s, %zu of %zu): cost %.2f\n", telling->name, telling->which + 1,
            telling->n, (double)telling->cost / MILLION);
    if (sheet->n)
        tell_place(telling, "begins with", first_text(sheet)->row, first_text(sheet)->from);
    else
        fputs("  holds notes only", telling->out);
    fputc('\n', telling->out);
    tell_floats(telling);
    for (int term = 0; term < DG_N_TERMS; term++)
        tell_term(telling, term);
    if (!telling->has_rival)
        return;
    tell_place(telling, "next best: to end before", telling->rival_row, telling->rival_at);
    fprintf(telling->out, ", %.2f more\n", (double)telling->more / MILLION);
}

/* ---- JSON ---- */

static void
put_place(const Telling *telling, const char *key, uint32_t row_index, const uint32_t at[DG_SIDES])
{
    bool inside = row_index < telling->chain->n_rows;
    DgPos pos = inside ? place_of(&telling->chain->rows[row_index]) : DG_NOWHERE;
    fprintf(telling->out, ",\"%s\":{\"file\":%s,\"line\":%d,\"after\":[%u,%u]", key,
            dg_json_string(telling->scratch, pos.file), pos.line, at[DG_LEFT], at[DG_RIGHT]);
}

static void
put_floats(const Telling *telling)
{
    const DgSheet *sheet = telling->sheet;
    fputs(",\"floats\":[", telling->out);
    for (size_t i = 0, n = 0; i < sheet->n; i++) {
        const char *at = float_at(telling, i);
        if (!at)
            continue;
        DgPos pos = place_of(&telling->chain->rows[sheet->fragments[i].row]);
        fprintf(telling->out, "%s{\"at\":\"%s\",\"file\":%s,\"line\":%d}", n++ ? "," : "", at,
                dg_json_string(telling->scratch, pos.file), pos.line);
    }
    fputc(']', telling->out);
}

static void
tell_json(const Telling *telling)
{
    const DgSheet *sheet = telling->sheet;
    fprintf(telling->out, "{\"page\":%zu,\"pages\":%zu,\"flow\":%s,\"cost\":%lld,\"terms\":{",
            telling->page, telling->wide, dg_json_string(telling->scratch, telling->name),
            (long long)telling->cost);
    for (int term = 0; term < DG_N_TERMS; term++)
        fprintf(telling->out, "%s\"%s\":%lld", term ? "," : "", terms[term].name,
                (long long)sheet->terms[term]);
    fprintf(telling->out, "},\"free\":[%.1f,%.1f],\"last\":%s",
            lines_of(telling, free_below(telling, 0)), lines_of(telling, free_below(telling, 1)),
            sheet->last ? "true" : "false");
    if (sheet->n) {
        put_place(telling, "begins", first_text(sheet)->row, first_text(sheet)->from);
        fputc('}', telling->out);
    }
    put_floats(telling);
    if (telling->has_rival) {
        put_place(telling, "rival", telling->rival_row, telling->rival_at);
        fprintf(telling->out, ",\"more\":%lld}", (long long)telling->more);
    }
    fputs("}\n", telling->out);
}

/* What it would cost, over all pages of the chain, to end this one elsewhere. */
static void
find_rival(Telling *telling, const DgSheets *sheets)
{
    telling->has_rival = false;
    if (telling->which + 1 >= telling->n)
        return;
    DgArena *arena = dg_arena_new();
    DgSheets other = dg_chain_break_otherwise(arena, telling->chain, telling->sheet);
    if (telling->which < other.n) {
        const DgSheet *sheet = &other.sheets[telling->which];
        telling->has_rival = true;
        telling->more = other.cost - sheets->cost;
        telling->rival_row = sheet->next_row;
        memcpy(telling->rival_at, sheet->next_at, sizeof telling->rival_at);
    }
    dg_arena_free(arena);
}

void
dg_pages_explain(FILE *out, const DgPages *pages, bool json)
{
    Telling telling = {.out = out, .scratch = dg_arena_new()};
    for (size_t i = 0; i < pages->reasons->n; i++) {
        const DgSection *section = &pages->reasons->sections[i];
        telling.chain = section->chain;
        telling.name = name_of(section->chain);
        telling.n = section->sheets.n;
        telling.wide = telling.n ? section->n_pages / telling.n : 1;
        for (telling.which = 0; telling.which < telling.n; telling.which++) {
            telling.sheet = &section->sheets.sheets[telling.which];
            telling.page = section->first_page + telling.wide * telling.which + 1;
            telling.cost = 0;
            for (int term = 0; term < DG_N_TERMS; term++)
                telling.cost += telling.sheet->terms[term];
            find_rival(&telling, &section->sheets);
            (json ? tell_json : tell_text)(&telling);
        }
    }
    dg_arena_free(telling.scratch);
}
