/* language-internal.h - the languages that have rules of their own. */
#ifndef DIGLOT_LANGUAGE_INTERNAL_H
#define DIGLOT_LANGUAGE_INTERNAL_H

#include "diglot/lang.h"

#include <stdbool.h>

typedef enum { LANGUAGE_OTHER, LANGUAGE_RUSSIAN, LANGUAGE_ENGLISH } Language;

/* By the primary subtag; NULL is another language. */
Language language_of(const char *tag);
bool language_is_british(const char *tag);

/* ---- words-other.c ---- */
/* NULL where that language has no word of its own here. */
const char *word_in_other(DgWord word, const char *language);

#endif
