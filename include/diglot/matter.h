/* matter.h - what the volume adds to its items: numbers, title pages, contents, openings. Made from
 * the model as ordinary nodes with page references, so that every writer can set them. */
#ifndef DIGLOT_MATTER_H
#define DIGLOT_MATTER_H

#include "diglot/doc.h"

/* Labels that the source leaves out: list items by kind and language; notes (one sequence per text;
 * paired notes get the same label); figures and tables ("Рис. 1", "Table 2"). */
void dg_number(DgArena *arena, DgVolume *volume);

/* The flows of the printed book in order: title spread, contents, part openings, items. Call last. */
DgBook *dg_book_make(DgArena *arena, const DgVolume *volume);

/* The opening of an item in one language: kind, title, subtitle, persons, roles, affiliations, date and
 * place, abstract, keywords; a DG_BODY of type "opening". NULL when the text has none of these. */
DgNode *dg_opening_make(DgArena *arena, const DgVolume *volume, const DgItem *item, DgSide side);

/* Who an item is by, for contents and running heads: "О. В. Храмов, Б. Н. Мирошников"; NULL if nobody. */
const char *dg_item_persons(DgArena *arena, const DgItem *item, DgSide side);
/* The title in that language, else in the other one, else the href. Plain text; never NULL. */
const char *dg_item_title(DgArena *arena, const DgItem *item, DgSide side);

#endif
