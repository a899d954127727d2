/* check-names-internal.h - names of persons in a text, for rule N6. */
#ifndef DIGLOT_CHECK_NAMES_INTERNAL_H
#define DIGLOT_CHECK_NAMES_INTERNAL_H

#include "check-internal.h"

/* A person whose surname is known in both languages: of the register, or one who signs the item. */
struct DgKnownName {
    const char *surname[DG_SIDES]; /* its first word that is no particle, as written */
    const char *plain[DG_SIDES];   /* in small letters without diacritics */
    const char **given[DG_SIDES];  /* its words, plain */
    size_t n_given[DG_SIDES];
    const char **aliases; /* the words of all, plain */
    size_t n_aliases;
};

enum { DG_NAME_SOUNDS = 24 };

/* A stretch of letters, with the hyphens and apostrophes between them. */
typedef struct {
    size_t start, end; /* in the text */
    const char *plain; /* in small letters without diacritics */
    size_t letters;
    char sounds[DG_NAME_SOUNDS]; /* its skeleton, see dg_word_sounds */
    size_t n_sounds;
    bool capital, capitals; /* its first letter is one; all of them are, of two at least */
    bool initial;           /* stands for a name: a letter or two and a point */
    bool joined;            /* only spaces, or the point of an initial, part it from the next */
    bool opens;             /* the first of its sentence */
} DgNameWord;

typedef struct {
    size_t word;              /* the surname, or what stands for it */
    const DgKnownName *known; /* NULL: not of the register */
} DgNameFound;

typedef struct {
    DgNameWord *words;
    size_t n_words;
    DgNameFound *found;
    size_t n;
} DgNames;

/* ---- check-name-words.c ---- */
void dg_name_words_read(DgArena *arena, const DgCheckText *text, DgNames *names);
char *dg_name_plain(DgArena *arena, const char *text, size_t length);
/* Whether the word is that surname, declined or not; both plain. */
bool dg_name_is_declined(const char *word, const char *surname);
/* Whether two words, in whatever letters, may be one name: their consonants are almost the same. */
bool dg_names_sound_alike(const DgNameWord *a, const DgNameWord *b);

/* ---- check-name-find.c ---- */
DgNames dg_names_find(const DgChecking *checking, int side);

#endif
