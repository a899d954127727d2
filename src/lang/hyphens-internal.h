/* hyphens-internal.h - one loaded dictionary. */
#ifndef DIGLOT_HYPHENS_INTERNAL_H
#define DIGLOT_HYPHENS_INTERNAL_H

#include "diglot/lang.h"
#include "language-internal.h"

#include <hyphen.h>

typedef struct {
    char tag[8];      /* "ru", "en-GB": as asked for, reduced to language and region */
    HyphenDict *dict; /* NULL: none is installed */
    Language language;
    int left, right; /* letters at least on either side of a division */
} Dictionary;

/* The text of a dictionary file in UTF-8, its patterns completed where need be; g_free it. NULL when
 * its encoding is not known. */
char *patterns_prepare(const char *text, size_t length);

/* The dictionary of a language, loaded at the first call; dict is NULL when there is none. */
const Dictionary *hyphens_dictionary(DgHyphens *hyphens, const char *language);

#endif
