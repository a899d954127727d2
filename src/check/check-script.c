/* check-script.c - rule N9, where the languages are written in different scripts: a Cyrillic word on the Latin
 * side, a Latin sentence on the Cyrillic one. What is marked as foreign, or quoted, may stay. */
#include "check-internal.h"

#include <glib.h>
#include <string.h>

/* A sentence has so many words in succession, most of them without a capital: names of firms and programs, and
 * the letters of a formula, are none. */
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
    size_t start, end;
    size_t words, small; /* small: those that begin with a small letter */
    bool quoted;
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

/* Whether the run is long enough with this word; `before` is the character before the word. */
static bool
extend_run(Run *run, const DgCheckText *text, const char *word, const char *end, gunichar before,
           size_t least)
{
    if (least > 1 && g_utf8_next_char(word) == end)
        return false;
    if (run->words == 0) {
        run->start = (size_t)(word - text->text);
        run->quoted = opens_quotation(before);
        run->small = 0;
    }
    run->words++;
    run->small += g_unichar_islower(g_utf8_get_char(word));
    run->end = (size_t)(end - text->text);
    return run->words >= least && run->small >= least * 2 / 3 && !run->quoted;
}

/* The first run of `least` words of the wrong script, outside quotations and foreign stretches. */
static bool
find_run(const DgCheckText *text, Script wrong, size_t least, Run *run)
{
    gunichar before = '\n';
    const char *end = text->text + text->length;
    for (const char *s = text->text; s < end;) {
        gunichar c = g_utf8_get_char(s);
        const char *word = s;
        if (!g_unichar_isalpha(c)) {
            run->words = ends_run(c) ? 0 : run->words;
            before = c;
            s = g_utf8_next_char(s);
            continue;
        }
        while (s < end && g_unichar_isalpha(g_utf8_get_char(s)))
            s = g_utf8_next_char(s);
        if (script_of_letter(c) != wrong ||
            dg_check_spot(text, (size_t)(word - text->text))->foreign)
            run->words = 0;
        else if (extend_run(run, text, word, s, before, least))
            return true;
    }
    return false;
}

static void
check_side(const DgChecking *checking, int side, Script wrong, size_t least)
{
    const DgCheckText *text = &checking->text[side];
    Run run = {0};
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
