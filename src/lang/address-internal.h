/* address-internal.h - URLs, DOIs and mail addresses inside running text. */
#ifndef DIGLOT_ADDRESS_INTERNAL_H
#define DIGLOT_ADDRESS_INTERNAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The next address that begins at or behind `from`; punctuation of the sentence behind it is left out. */
bool address_next(const uint16_t *text, size_t n, size_t from, size_t *start, size_t *end);

#endif
