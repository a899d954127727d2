/* revision.h - revisions of one text in two languages as tables, for tests of the comparison. */
#ifndef DIGLOT_TESTS_REVISION_H
#define DIGLOT_TESTS_REVISION_H

#include "diff-internal.h"

#include <glib.h>

enum { PAIRS = 12, BLOCKS = 4 };

/* A revision as a table: what stands in each pair. A text that starts with "#" is a heading, with "*" a list item;
 * "word^[note]" has a note. */
typedef struct {
    const char *text[DG_SIDES][BLOCKS];
    const char *id[DG_SIDES][BLOCKS];
} Row;
typedef struct {
    Row rows[PAIRS + 2];
    size_t n;
} Table;

/* What stands in the pairs of the text that the tests edit; so many as table_of_base has. */
extern const char *const revision_base[][DG_SIDES];

Table table_of_base(void); /* with the ids x0, x1, ... */
/* A volume of one item; without `ids` blocks are named by their words. */
DgVolume *revision_build(DgArena *arena, const Table *table, bool ids);
/* "changed/same added/added": what became of both sides of each row of the comparison. */
char *rows_text(DgArena *arena, const DgDiff *diff);

#endif
