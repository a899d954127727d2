/* check-script.c - rule N9, where the languages are written in different scripts: a Cyrillic word on the Latin
 * side, a Latin sentence on the Cyrillic one. What is marked as foreign, or quoted, may stay. */
#include "check-internal.h"

#include <glib.h>
#include <string.h>

/* Names of firms and programs are no sentences. */
#define LATIN_WORDS 6
#define SHOWN_MOST 40 /* characters */

typedef enum { NEITHER, LATIN, CYRILLIC } Script;

static Script
script_of_language(const char *language)
{
    static const char *const cyrillic[] = {"ru", "uk", "be", "bg", "sr",
                                           "mk", "kk", "ky", "tg", "mn"};
    for (size_t i = 0; i < G_N_ELEMENTS(cyrillic); i++)
        if (strncmp(language, cyrillic[i], 2) == 0)
            return CYRILLIC;
    static const char *const latin[] = {"en", "de", "fr", "es", "pt", "it", "pl", "cs", "tr", "nl"};
    for (size_t i = 0; i < G_N_ELEMENTS(latin); i++)
        if (strncmp(language, latin[i], 2) == 0)
            return LATIN;
    return NEITHER;
}

static Script
script_of_letter(gunichar c)
{
    if (!g_unichar_isalpha(c))
        return NEITHER;
    GUnicodeScript script = g_unichar_get_script(c);
    return script == G_UNICODE_SCRIPT_CYRILLIC ? CYRILLIC
           : script == G_UNICODE_SCRIPT_LATIN  ? LATIN
                                               : NEITHER;
}

/* Words of a script one after the other, with only spaces, commas and the like between them: part of one
 * sentence, and not of an address. */
typedef struct {
    size_t start, end, words;
} Run;

static bool
ends_run(gunichar c)
{
    return c == '.' || c == '?' || c == '!' || c == '\n' || c == DG_CHECK_GAP || c == '/' ||
           c == '@';
}

static bool
opens_quotation(gunichar c)
{
    return c == 0xAB || c == 0x201C || c == 0x201E || c == 0x2018 || c == '"' || c == '(' ||
           c == '[';
}

/* The first run of `least` words of the wrong script, outside quotations and foreign stretches. */
static bool
find_run(const DgCheckText *text, Script wrong, size_t least, Run *found)
{
    Run run = {0};
    gunichar before = '\n'; /* the character before the run */
    bool quoted = false;
    const char *end = text->text + text->length;
    for (const char *s = text->text; s < end;) {
        gunichar c = g_utf8_get_char(s);
        Script script = script_of_letter(c);
        const char *word = s;
        while (s < end && g_unichar_isalpha(g_utf8_get_char(s)))
            s = g_utf8_next_char(s);
        size_t offset = (size_t)(word - text->text);
        if (word == s) {
            s = g_utf8_next_char(s);
            run.words = ends_run(c) ? 0 : run.words;
            before = c;
            continue;
        }
        if (script != wrong || dg_check_is_foreign(text, offset)) {
            run.words = 0;
            continue;
        }
        if (run.words++ == 0) {
            run.start = offset;
            quoted = opens_quotation(before);
        }
        run.end = (size_t)(s - text->text);
        if (run.words >= least && !quoted && s - word > 1) {
            *found = run;
            return true;
        }
    }
    return false;
}

static void
check_side(const DgChecking *checking, int side, Script wrong, size_t least)
{
    const DgCheckText *text = &checking->text[side];
    Run run;
    if (!find_run(text, wrong, least, &run) || dg_check_is_silenced(checking, "N9"))
        return;
    const char *start = text->text + run.start, *end = start;
    for (int i = 0; i < SHOWN_MOST && end < text->text + run.end; i++)
        end = g_utf8_next_char(end);
    const char *shown = dg_arena_strndup(checking->arena, start, (size_t)(end - start));
    dg_diag_also(checking->diags, DG_CHECK_LANGUAGE, dg_check_place(text, run.start),
                 dg_check_place(&checking->text[1 - side], 0), shown, text->language, NULL);
}

void
dg_check_script(const DgChecking *checking)
{
    Script scripts[DG_SIDES];
    for (int side = 0; side < DG_SIDES; side++)
        scripts[side] = script_of_language(checking->text[side].language);
    if (scripts[DG_LEFT] == NEITHER || scripts[DG_RIGHT] == NEITHER ||
        scripts[DG_LEFT] == scripts[DG_RIGHT])
        return;
    for (int side = 0; side < DG_SIDES; side++)
        check_side(checking, side, scripts[1 - side], scripts[side] == LATIN ? 1 : LATIN_WORDS);
}
