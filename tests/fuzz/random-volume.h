/* random-volume.h - volumes made up from a number: the same number, the same volume. */
#ifndef DIGLOT_TESTS_RANDOM_VOLUME_H
#define DIGLOT_TESTS_RANDOM_VOLUME_H

#include <stdint.h>

/* Writes volume.xml, the items and now and then a style sheet into an existing folder. */
void random_volume_write(const char *folder, uint64_t number);

#endif
