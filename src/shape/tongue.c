/* tongue.c - which language and script a stretch of text is shaped and divided in. */
#include "shape-internal.h"

#include <string.h>

hb_script_t
dg_language_script(const char *language)
{
    static const struct {
        const char *language;
        hb_script_t script;
    } scripts[] = {
        {"ru", HB_SCRIPT_CYRILLIC}, {"uk", HB_SCRIPT_CYRILLIC}, {"be", HB_SCRIPT_CYRILLIC},
        {"bg", HB_SCRIPT_CYRILLIC}, {"sr", HB_SCRIPT_CYRILLIC}, {"mk", HB_SCRIPT_CYRILLIC},
        {"kk", HB_SCRIPT_CYRILLIC}, {"ky", HB_SCRIPT_CYRILLIC}, {"tg", HB_SCRIPT_CYRILLIC},
        {"el", HB_SCRIPT_GREEK},    {"hy", HB_SCRIPT_ARMENIAN}, {"ka", HB_SCRIPT_GEORGIAN},
        {"he", HB_SCRIPT_HEBREW},   {"ar", HB_SCRIPT_ARABIC},   {"fa", HB_SCRIPT_ARABIC},
        {"zh", HB_SCRIPT_HAN},      {"ja", HB_SCRIPT_HAN},      {"ko", HB_SCRIPT_HANGUL},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(scripts); i++)
        if (strncmp(language, scripts[i].language, 2) == 0 && !g_ascii_isalpha(language[2]))
            return scripts[i].script;
    return HB_SCRIPT_LATIN;
}

/* The language to expect in a script that is not the text's own. */
static const char *
usual_language(hb_script_t script)
{
    if (script == HB_SCRIPT_LATIN)
        return "en";
    return script == HB_SCRIPT_CYRILLIC ? "ru" : "und";
}

const DgTongue *
dg_tongue(DgShaper *shaper, const char *language, hb_script_t script)
{
    hb_script_t own = dg_language_script(language);
    if (script == HB_SCRIPT_COMMON || script == HB_SCRIPT_INHERITED)
        script = own;
    if (script != own)
        language = usual_language(script);
    for (size_t i = 0; i < shaper->n_tongues; i++)
        if (shaper->tongues[i]->script == script &&
            strcmp(shaper->tongues[i]->language, language) == 0)
            return shaper->tongues[i];
    DgTongue *tongue = DG_NEW(shaper->arena, DgTongue);
    tongue->language = dg_arena_strdup(shaper->arena, language);
    tongue->hb_language = hb_language_from_string(language, -1);
    tongue->script = script;
    DG_APPEND(shaper->arena, shaper->tongues, shaper->n_tongues, tongue);
    return tongue;
}

static hb_script_t
character_script(uint32_t character)
{
    if (character < 0x80)
        return g_ascii_isalpha((char)character) ? HB_SCRIPT_LATIN : HB_SCRIPT_COMMON;
    hb_script_t script = hb_unicode_script(hb_unicode_funcs_get_default(), character);
    return script == HB_SCRIPT_INHERITED || script == HB_SCRIPT_UNKNOWN ? HB_SCRIPT_COMMON : script;
}

size_t
dg_script_run(const char *text, size_t length, hb_script_t *script)
{
    const char *s = text, *end = text + length;
    *script = HB_SCRIPT_COMMON;
    while (s < end) {
        bool cyrillic = *s == '\xD0' || *s == '\xD1'; /* most of what is not ASCII */
        hb_script_t next = cyrillic ? HB_SCRIPT_CYRILLIC : character_script(g_utf8_get_char(s));
        if (next != HB_SCRIPT_COMMON && next != *script) {
            if (*script != HB_SCRIPT_COMMON)
                break;
            *script = next;
        }
        s = g_utf8_next_char(s);
    }
    return (size_t)(s - text);
}
