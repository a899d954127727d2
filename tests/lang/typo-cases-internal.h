/* typo-cases-internal.h - cases of the typographic rules, as tables.
 * In what is expected "·" stands for U+00A0, "⍽" for U+202F, "‑" is U+2011 itself. */
#ifndef DIGLOT_TYPO_CASES_INTERNAL_H
#define DIGLOT_TYPO_CASES_INTERNAL_H

#include "diglot/lang.h"

#include <glib.h>
#include <stdio.h>
#include <string.h>

typedef struct {
    const char *before, *after; /* after NULL: the text stays */
} TypoCase;

static inline char *
spelled_out(const char *text)
{
    g_auto(GStrv) spaces = g_strsplit(text, "·", -1);
    g_autofree char *with_spaces = g_strjoinv("\u00A0", spaces);
    g_auto(GStrv) narrow = g_strsplit(with_spaces, "⍽", -1);
    return g_strjoinv("\u202F", narrow);
}

/* What becomes of a text in the imprint of a volume. */
static inline const char *
typo_string(DgArena *arena, const char *text, const char *language)
{
    DgVolume volume = {.languages = {language}, .n_languages = 1};
    volume.imprint.annotation[DG_LEFT] = text;
    dg_typography(arena, dg_diags_new(arena), &volume, NULL);
    return volume.imprint.annotation[DG_LEFT];
}

/* What a text becomes, and that it stays so when the rules are applied again. */
static inline void
check_typo(const char *language, const TypoCase *cases, size_t n)
{
    DgArena *arena = dg_arena_new();
    for (size_t i = 0; i < n; i++) {
        g_autofree char *expected = spelled_out(cases[i].after ? cases[i].after : cases[i].before);
        const char *once = typo_string(arena, cases[i].before, language);
        if (strcmp(once, expected) != 0) {
            printf("# %s\n#   expected %s\n#   found    %s\n", cases[i].before, expected, once);
            g_test_fail();
        }
        g_assert_cmpstr(typo_string(arena, once, language), ==, once);
    }
    dg_arena_free(arena);
}

#endif
