/* labels.c - labels of list items. */
#include "diglot/lang.h"
#include "language-internal.h"

#include <glib.h>
#include <string.h>

/* Without ё з й о ч ъ ы ь, as GOST R 2.105 letters a list: they look like figures or cannot stand alone. */
static const char russian_letters[] = "абвгдежиклмнпрстуфхцшщэюя";
static const char english_letters[] = "abcdefghijklmnopqrstuvwxyz";

/* "а" … "я", "аа" …: the letter is repeated when the alphabet is used up. */
static char *
letters(const char *alphabet, int number, bool upper)
{
    int size = (int)g_utf8_strlen(alphabet, -1);
    gunichar letter = g_utf8_get_char(g_utf8_offset_to_pointer(alphabet, (number - 1) % size));
    GString *out = g_string_new(NULL);
    for (int i = 0; i <= (number - 1) / size; i++)
        g_string_append_unichar(out, upper ? g_unichar_toupper(letter) : letter);
    return g_string_free(out, FALSE);
}

static char *
roman(int number, bool upper)
{
    static const struct {
        int value;
        const char *digits;
    } steps[] = {{1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"},
                 {90, "xc"},  {50, "l"},   {40, "xl"}, {10, "x"},   {9, "ix"},
                 {5, "v"},    {4, "iv"},   {1, "i"}};
    GString *out = g_string_new(NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(steps); i++)
        for (; number >= steps[i].value; number -= steps[i].value)
            g_string_append(out, steps[i].digits);
    if (upper)
        g_string_ascii_up(out);
    return g_string_free(out, FALSE);
}

const char *
dg_bullet(int level, const char *language)
{
    if (level > 1)
        return "–";
    return language_of(language) == LANGUAGE_RUSSIAN ? "—" : "•";
}

char *
dg_list_label(DgArena *arena, DgListKind kind, int number, const char *language)
{
    bool countable = number >= 1 && number <= 3999;
    bool russian = language_of(language) == LANGUAGE_RUSSIAN;
    g_autofree char *label = NULL;
    if (kind == DG_LIST_PLAIN)
        return dg_arena_strdup(arena, "");
    if (kind == DG_LIST_BULLET)
        return dg_arena_strdup(arena, dg_bullet(1, language));
    if (!countable || kind == DG_LIST_DECIMAL)
        return dg_arena_printf(arena, "%d.", number);
    if (kind == DG_LIST_ROMAN_LOWER || kind == DG_LIST_ROMAN_UPPER) {
        label = roman(number, kind == DG_LIST_ROMAN_UPPER);
        return dg_arena_printf(arena, "%s.", label);
    }
    label =
        letters(russian ? russian_letters : english_letters, number, kind == DG_LIST_ALPHA_UPPER);
    return dg_arena_printf(arena, kind == DG_LIST_ALPHA_UPPER ? "%s." : "%s)", label);
}
