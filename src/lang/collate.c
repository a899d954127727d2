/* collate.c - the order of names and terms in an index. */
#include "diglot/lang.h"

#include <glib.h>
#include <string.h>
#include <unicode/ucol.h>

/* ICU keeps its rules once they are loaded: opening a collator again costs less than a comparison. The
 * Russian order puts Cyrillic before Latin; ё differs from е only where all letters are equal. */
int
dg_collate(const char *a, const char *b, const char *language)
{
    UErrorCode status = U_ZERO_ERROR;
    UCollator *collator = ucol_open(language ? language : "", &status);
    int order = 0;
    if (U_SUCCESS(status))
        order = ucol_strcollUTF8(collator, a ? a : "", -1, b ? b : "", -1, &status);
    ucol_close(collator);
    /* Equal keys must not depend on where they came from. */
    return order != 0 && U_SUCCESS(status) ? order : strcmp(a ? a : "", b ? b : "");
}

const char *
dg_index_letter(DgArena *arena, const char *text)
{
    for (const char *at = text; *at; at = g_utf8_next_char(at)) {
        gunichar letter = g_unichar_toupper(g_utf8_get_char(at)), base, mark;
        if (g_unichar_isdigit(letter))
            break;
        if (!g_unichar_isalpha(letter))
            continue;
        bool composed = g_unichar_decompose(letter, &base, &mark) && letter != 0x0419; /* Й stays */
        char name[8] = {0};
        g_unichar_to_utf8(composed ? base : letter, name);
        return dg_arena_strdup(arena, name);
    }
    return "#";
}
