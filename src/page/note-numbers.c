/* note-numbers.c - numbers of notes that begin again on each page or in each part. Those of the item are there already:
 * paired notes share them, so what has one number in an item has one number here. Labels that are no numbers stay. */
#include "rows-internal.h"

#include <glib.h>
#include <stdlib.h>
#include <string.h>

enum { DEPTH = 4 }; /* of notes in notes: a note may mark itself */

/* 0: the label is no number. */
static long
number_of(const DgNode *note)
{
    const char *label = note->label;
    if (!label || !*label || label[strspn(label, "0123456789")] || strlen(label) > 9)
        return 0;
    return strtol(label, NULL, 10);
}

/* ---- by part ---- */

/* Adds `offset` to the numbers of the notes marked below a node; the greatest of them as it was. */
static long
shift_notes(DgArena *arena, DgNode *root, long offset, int depth)
{
    long greatest = 0;
    for (DgWalk walk = dg_walk(root); dg_walk_next(&walk);) {
        DgNode *note = walk.node->kind == DG_NOTE_MARK ? walk.node->as.note_mark.note : NULL;
        if (!walk.entering || !note || walk.node->as.note_mark.repeated || depth > DEPTH)
            continue;
        long number = number_of(note), inner = shift_notes(arena, note, offset, depth + 1);
        if (number > 0)
            note->as.note.printed = dg_arena_printf(arena, "%ld", number + offset);
        greatest = MAX(greatest, MAX(number, inner));
    }
    return greatest;
}

static long
shift_flow(DgArena *arena, const DgFlow *flow, long offset)
{
    long greatest = 0;
    for (size_t i = 0; i < flow->n_pairs; i++)
        for (int side = 0; side < DG_SIDES; side++)
            for (size_t j = 0; j < flow->pairs[i].n[side]; j++) {
                long number = shift_notes(arena, flow->pairs[i].blocks[side][j], offset, 0);
                greatest = MAX(greatest, number);
            }
    return offset + greatest;
}

void
dg_notes_number_parts(DgArena *arena, const DgBook *book)
{
    long offset = 0;
    for (size_t i = 0; i < book->n_flows; i++)
        offset = book->flows[i].item ? shift_flow(arena, &book->flows[i], offset) : 0;
}

/* ---- by page ---- */

typedef struct {
    DgNode *note;
    const DgFlow *flow;
    long number;
} Begun;

static int
compare_begun(const void *a, const void *b)
{
    const Begun *x = a, *y = b;
    if (x->flow != y->flow) /* all flows of a book stand in one array */
        return x->flow < y->flow ? -1 : 1;
    return x->number < y->number ? -1 : x->number > y->number;
}

/* The flow whose rows mark a note. */
static const DgFlow *
flow_of(const DgChain *chain, int column, uint32_t note)
{
    size_t low = 0, high = chain->n_rows - 1;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (chain->rows[middle].note_end[column] > note)
            high = middle;
        else
            low = middle + 1;
    }
    return chain->rows[low].flow;
}

static size_t
notes_of(DgArena *scratch, const DgChain *chain, const DgSheet *sheet, Begun **begun)
{
    size_t n = 0;
    for (int column = 0; column < DG_N_COLUMNS; column++)
        for (size_t i = 0; i < sheet->n_parts[column]; i++) {
            const DgNotePart *part = &sheet->parts[column][i];
            Begun one = {.note = (DgNode *)chain->notes[column][part->note].node};
            one.flow = flow_of(chain, column, part->note);
            one.number = number_of(one.note);
            if (part->from == 0 && one.number > 0)
                DG_APPEND(scratch, *begun, n, one);
        }
    if (n)
        qsort(*begun, n, sizeof **begun, compare_begun);
    return n;
}

bool
dg_notes_number_pages(DgArena *arena, const DgSection *section)
{
    bool changed = false;
    DgArena *scratch = dg_arena_new();
    for (size_t i = 0; i < section->sheets.n; i++) {
        Begun *begun = NULL;
        size_t n = notes_of(scratch, section->chain, &section->sheets.sheets[i], &begun);
        long number = 0;
        for (size_t j = 0; j < n; j++) {
            DgNode *note = begun[j].note;
            number += j == 0 || compare_begun(&begun[j - 1], &begun[j]) != 0;
            const char *printed = dg_arena_printf(scratch, "%ld", number);
            if (strcmp(dg_note_label(note), printed) == 0)
                continue;
            note->as.note.printed = dg_arena_strdup(arena, printed);
            changed = true;
        }
    }
    dg_arena_free(scratch);
    return changed;
}

void
dg_notes_number_again(const DgSection *section)
{
    for (int column = 0; column < DG_N_COLUMNS; column++)
        for (size_t i = 0; i < section->chain->n_notes[column]; i++)
            ((DgNode *)section->chain->notes[column][i].node)->as.note.printed = NULL;
}
