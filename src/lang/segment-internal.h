/* segment-internal.h - the text as UTF-16 with the way back to bytes. */
#ifndef DIGLOT_SEGMENT_INTERNAL_H
#define DIGLOT_SEGMENT_INTERNAL_H

#include "diglot/lang.h"

#include <unicode/ubrk.h>

/* What loading a text notices, so that rare work is done only where it may be needed. */
typedef enum {
    HOLDS_ADDRESS_MARK = 1, /* "/", "@" or "www" */
    HOLDS_NO_BREAK_SPACE = 2
} Holds;

struct DgSegmenter {
    UBreakIterator *line, *sentence, *word; /* NULL without ICU's data */
    uint16_t *units;                        /* the loaded text, with a 0 behind it */
    uint32_t *offsets;                      /* the byte each unit begins at; one more for the end */
    size_t n, capacity;
    unsigned holds;
};

/* Bytes that are no UTF-8 become U+FFFD. Text behind 2^30 bytes is left out. */
void segmenter_load(DgSegmenter *segmenter, const char *text, size_t length);

#endif
