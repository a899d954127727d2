/* lexicon-internal.h - the closed word lists behind the rules: units, months, abbreviations, particles. */
#ifndef DIGLOT_LEXICON_INTERNAL_H
#define DIGLOT_LEXICON_INTERNAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* What a word is; a word may be several things. Abbreviations are listed without their point. */
typedef enum {
    UNIT = 1 << 0,          /* stands behind a number: "кг", "kg", "млн", "million" */
    UNIT_TYPED_ON = 1 << 1, /* ... and is surely one when typed on to the digits: "5кг" */
    MONTH = 1 << 2,         /* as it follows a day: "мая", "May" */
    YEAR = 1 << 3,          /* "года", "века", "г" */
    BEFORE_NAME = 1 << 4,   /* abbreviation before a name: "г", "акад", "Prof" */
    BEFORE_NUMBER = 1 << 5, /* abbreviation before a number: "рис", "с", "pp" */
    TITLE = 1 << 6,         /* before a name, without a point: "Dr" */
    SHORT_WORD = 1 << 7, /* preposition, conjunction, «не» and «ни» of 1-2 letters (R13a) */
    SHORT_WORD_3 = 1 << 8, /* of 3 letters */
    PARTICLE = 1 << 9,     /* belongs to the word before: "бы" (R13b) */
    PRONOUN = 1 << 10,     /* takes "-то" */
    MANNER = 1 << 11,      /* takes "по-": "моему" */
    CODE_NAME = 1 << 12,   /* the digits behind it are no quantity: "ИНН", "код" */
    PHONE = 1 << 13,       /* the digits behind it are a telephone number */
    STANDARD = 1 << 14,    /* begins the number of a standard: "ГОСТ", "ISO" */
    INITIALISM = 1 << 15,  /* looks like initials and is none: "U.S" without points */
} WordFlag;

/* Whether the word has one of the flags. Case counts, but an abbreviation, short word, pronoun or code
 * name may begin with a capital letter. */
bool lexicon_is(const uint16_t *word, size_t n, unsigned flags);

#endif
