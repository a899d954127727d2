/* diff-internal.h - what the files of this folder share. */
#ifndef DIGLOT_DIFF_INTERNAL_H
#define DIGLOT_DIFF_INTERNAL_H

#include "diglot/diff.h"

#include <stdint.h>

/* ---- diff-script.c: a shortest edit script of two sequences of symbols ---- */
typedef struct {
    DgChange change; /* unchanged, deleted, inserted */
    size_t first[2]; /* where it starts in the old and the new sequence */
    size_t n;
} DgEdit;
size_t dg_script_make(DgArena *arena, const uint32_t *old_symbols, size_t n_old,
                      const uint32_t *new_symbols, size_t n_new, DgEdit **edits);

/* ---- diff-words.c ---- */
/* Between the blocks of one side of a row. */
#define DG_PARAGRAPH_MARK " ¶ "
/* What is unchanged and inserted makes the new text, what is unchanged and deleted the old one. */
size_t dg_words_compare(DgArena *arena, const char *old_text, const char *new_text,
                        DgDiffPiece **pieces);

/* ---- diff-text.c ---- */
/* A block of one side, as it is compared. */
typedef struct {
    DgNode *node;
    const char *key;  /* id, or the name of a part of the front matter; NULL for none */
    const char *text; /* with the notes in their places */
    uint32_t *words;  /* hashes of its folded words, sorted */
    size_t n_words;
    size_t pair; /* index into the pairs of the revision */
} DgDiffBlock;
typedef struct {
    DgDiffBlock *blocks;
    size_t n;
} DgDiffText;
DgDiffBlock dg_diff_block(DgArena *arena, DgNode *node, const char *key, size_t pair);
/* Words that both hold, each as often as both hold it. */
size_t dg_words_common(const uint32_t *a, size_t n_a, const uint32_t *b, size_t n_b);
double dg_blocks_likeness(const DgDiffBlock *a, const DgDiffBlock *b); /* 0-1 */
bool dg_blocks_are_same(const DgDiffBlock *a, const DgDiffBlock *b);   /* in text, kind and level */

/* ---- diff-match.c, diff-like.c, diff-parts.c ---- */
#define DG_NO_BLOCK SIZE_MAX
/* Which blocks of the old and the new revision are one another's. */
typedef struct {
    DgArena *arena;
    const DgDiffText *text[2];
    size_t *partner[2]; /* of each block: the other revision's, or DG_NO_BLOCK */
    size_t *host[2];    /* of a part of what was divided: the part beside it that has the partner */
} DgMatching;
DgMatching dg_blocks_match(DgArena *arena, const DgDiffText *old_text, const DgDiffText *new_text);
const DgDiffBlock *dg_match_block(const DgMatching *matching, int revision, size_t i);
bool dg_match_is_free(const DgMatching *matching, int revision, size_t i);
void dg_match_join(DgMatching *matching, size_t i, size_t j);
void dg_match_alike(DgMatching *matching);
void dg_match_parts(DgMatching *matching);

/* ---- diff-groups.c ---- */
/* Ranges of blocks that became one another; one of them may be empty. */
typedef struct {
    size_t first[2], n[2]; /* old, new */
    DgDiffKind kind;
} DgDiffGroup;
typedef struct {
    DgDiffGroup *
        groups; /* in the order of the new revision; those without new blocks behind, in the old order */
    size_t n;
    size_t *of[2]; /* the group of each block */
} DgDiffGroups;
DgDiffGroups dg_groups_find(DgArena *arena, const DgDiffText *old_text, const DgDiffText *new_text);

/* ---- diff-revision.c ---- */
/* An item of one revision: its front matter, then its blocks, in rows as its pairs stand. */
typedef struct {
    const DgPair **pairs; /* NULL for rows of front matter */
    size_t n_pairs;
    DgDiffText text[DG_SIDES];
} DgRevision;
/* Sides follow `languages`. An item that is NULL has no rows. */
DgRevision dg_revision_of(DgArena *arena, const DgItem *item,
                          const char *const languages[DG_SIDES]);

/* ---- diff-rows.c ---- */
size_t dg_rows_make(DgArena *arena, const DgRevision *old_revision, const DgRevision *new_revision,
                    DgDiffRow **rows);

#endif
