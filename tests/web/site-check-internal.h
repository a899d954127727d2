/* site-check-internal.h - what holds for every page of every site. */
#ifndef DIGLOT_SITE_CHECK_INTERNAL_H
#define DIGLOT_SITE_CHECK_INTERNAL_H

/* Asserts that all links of all pages lead somewhere, ids are unique, there is one first heading and no
 * level is skipped, and nothing is inline that the policy forbids. The number of pages. */
int site_check(const char *folder);
/* The content of a file below the folder; fails the test when there is none. */
char *site_read(const char *folder, const char *name);
/* All files below the folder with their content, as one text. */
char *site_sum(const char *folder);
void site_remove(const char *folder);
unsigned text_count(const char *text, const char *part);

#endif
