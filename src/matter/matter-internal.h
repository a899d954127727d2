/* matter-internal.h - what the makers of matter share. */
#ifndef DIGLOT_MATTER_INTERNAL_H
#define DIGLOT_MATTER_INTERNAL_H

#include "diglot/lang.h"
#include "diglot/matter.h"

typedef struct {
    DgArena *arena;
    const DgVolume *volume;
    DgBook *book;
    DgNode *last_page; /* a block on the last page of the book; NULL while there is none */
} Maker;

/* Pairs grown one by one; the trees their blocks belong to. */
typedef struct {
    DgArena *arena;
    DgPair *pairs;
    size_t n;
    DgNode *root[DG_SIDES]; /* made when the first block of that side comes */
    const char *type;       /* of the roots */
    const char *name;       /* anchors are NAME-1, NAME-2 ... */
    const char *const *languages;
} Pairing;

Pairing pairing_new(Maker *maker, const char *type, const char *name);
/* Blocks (NULL: none on that side) joined to the roots and paired. */
void pairing_add(Pairing *pairing, DgNode *left, DgNode *right);
/* A block over the full measure. */
void pairing_add_full(Pairing *pairing, DgNode *block, DgSide side);
/* The flow that holds them, appended to the book. */
DgFlow *flow_add(Maker *maker, const Pairing *pairing, const char *kind, DgStart start);

/* NULL for an empty or absent text. */
DgNode *paragraph_new(DgArena *arena, DgRole role, const char *text, DgPos pos);

/* Text in which each U+FFFC is the folio of `target`, or the range of folios from it to the end of `last`. */
void append_with_folio(DgArena *arena, DgNode *block, const char *text, DgNode *target,
                       DgNode *last);
void append_styled(DgArena *arena, DgNode *block, DgStyling styling, const char *text);
/* All blocks of both sides as one pair: each column runs on by itself. */
void pairing_add_columns(Pairing *pairing, DgNode *const *left, size_t n_left, DgNode *const *right,
                         size_t n_right);
/* The flow of a list that opens with a heading in both languages; contents point to it. */
DgFlow *list_flow(Maker *maker, Pairing *pairing, const char *kind, DgWord word);
DgFlow *titled_flow(Maker *maker, Pairing *pairing, const char *kind,
                    const char *const title[DG_SIDES]);
/* Whether the volume wants that list: by its `matter`, else `otherwise`. */
bool is_wanted(const DgVolume *volume, const char *list, bool otherwise);
/* The flow's pairs are those of the pairing, which has grown. */
void flow_update(DgFlow *flow, const Pairing *pairing);

/* ---- title-pages.c, imprint-verso.c, imprint-record.c, imprint-last.c ---- */
/* The language that the imprint is in: Russian where the volume has it. */
DgSide imprint_side(const DgVolume *volume);
void imprint_verso_make(Maker *maker);
/* The bibliographic record (GOST R 7.0.100). */
DgNode *imprint_record(Maker *maker, DgSide side);
/* "И. И. Иванов (председатель)" of a member of a board; NULL: nobody. */
const char *board_member(DgArena *arena, const DgMention *who, DgSide side);
/* A proofreader, designer or technical editor: named in the final imprint and not with the board. */
bool makes_the_book(const DgMention *who, DgSide side);
/* The final imprint, on the last page. Sets maker->last_page. */
void imprint_last_make(Maker *maker);
/* Persons, organisations, terms. */
void indexes_make(Maker *maker);
/* Who wrote, with what is known of them; what the texts abbreviate. */
void contributors_make(Maker *maker);
void abbreviations_make(Maker *maker);
/* Of the event. */
void committee_make(Maker *maker);
/* By day, session and time. */
void programme_make(Maker *maker);
void title_pages_make(Maker *maker);
/* `first` and `rest`: what follows the contents in the book. */
void contents_make(Maker *maker, const DgBook *first, const DgBook *rest);
/* How to cite the item, as a pair of its own; false: it is not to be cited. */
bool citation_make(Maker *maker, const DgItem *item, Pairing *pairing);
void part_opening_make(Maker *maker, const DgPart *part);

/* "14:15–15:15  Title. Speakers" */
DgNode *slot_block(Maker *maker, DgRole role, const DgSlot *slot, const char *speakers,
                   DgSide side);
/* ---- merge-figures.c ---- */
typedef struct {
    const char *form;    /* equal for cells that say the same in figures, signs and letters */
    const char *numbers; /* the numbers in it, each with a space behind */
    bool words;          /* it has letters */
} Figures;
Figures figures_read(DgArena *arena, const char *text, const char *language);

/* The node that stands for a part in a language: its title on the opening page. */
DgNode *part_title_of(const DgBook *book, const DgPart *part, DgSide side);

#endif
