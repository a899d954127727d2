/* matter.h - what the volume adds to its items: numbers, title pages, contents, openings. Made from
 * the model as ordinary nodes with page references, so that every writer can set them. */
#ifndef DIGLOT_MATTER_H
#define DIGLOT_MATTER_H

#include "diglot/doc-book.h"

/* Labels that the source leaves out: list items by kind and language; notes (one sequence per text;
 * paired notes get the same label); figures and tables ("Рис. 1", "Table 2"). */
void dg_number(DgArena *arena, DgVolume *volume);

/* The flows of the printed book in order: title spread, contents, part openings, items. Call after
 * dg_openings_make. */
DgBook *dg_book_make(DgArena *arena, const DgVolume *volume);

/* Sets tables that hold the same figures in both languages as one, over the full measure, where the languages stand
 * side by side: changes the pairs of `book`, and points from both tables to the merged one. `usual` is the layout of
 * the style. */
void dg_tables_merge(DgArena *arena, const DgVolume *volume, DgBook *book, DgLayout usual);

/* `part` NULL: of the volume. */
DgCard dg_card_make(DgArena *arena, const DgVolume *volume, const DgPart *part);

/* Draws the record on the verso of the title together as a catalogue card. */
void dg_record_as_card(DgArena *arena, const DgVolume *volume, DgBook *book);

/* Gives every item its opening: kind, title, subtitle, persons, roles, affiliations, date and place,
 * abstract, keywords, author notes, each language its own tree, and the pairs of both. The nodes of the metadata
 * move into it. Call after dg_number and typography, before dg_book_make and the writers. */
void dg_openings_make(DgArena *arena, DgVolume *volume);

#endif
