/* check.h - rules that compare the two sides of each pair (typography.md 3); one file per rule family. */
#ifndef DIGLOT_CHECK_H
#define DIGLOT_CHECK_H

#include "diglot/doc.h"

/* Call after align, before typography: the text is then as in the source. */
void dg_check(DgArena *arena, DgDiags *diags, const DgVolume *volume);

/* The imprint by itself; `build` wants it too. */
void dg_check_imprint(DgArena *arena, DgDiags *diags, const DgVolume *volume);

#endif
