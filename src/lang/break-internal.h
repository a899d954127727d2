/* break-internal.h - the tailorings of line breaking, over UTF-16 units. */
#ifndef DIGLOT_BREAK_INTERNAL_H
#define DIGLOT_BREAK_INTERNAL_H

#include "diglot/lang.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Whether the words around a space may part: `at` is the first unit behind the space. */
bool break_at_space(const uint16_t *text, size_t n, size_t at);

/* DG_BREAK_BEHIND_1 and its kin when the word before the single space at `at` - 1 is a short Russian one, or a number,
 * that belongs to the next word, else DG_BREAK_NONE. */
DgBreakKind break_behind_short_word(const uint16_t *text, size_t n, size_t at);

/* Whether a sign stands at `at` that joins what is around it, a space on either side: n + 1, 52 : 48. */
bool break_is_before_sign(const uint16_t *text, size_t n, size_t at);

/* The same as break_behind_short_word behind such a sign, or behind a number before the name of what it counts. */
DgBreakKind break_in_formula(const uint16_t *text, size_t n, size_t at);

/* Sets places[i] for the breaks before unit i inside the address [start, end), clears the others. */
void break_address(const uint16_t *text, size_t start, size_t end, bool *places);

#endif
