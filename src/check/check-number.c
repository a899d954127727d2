/* check-number.c - digits with separators to the values they may mean (typography.md 3, N1). */
#include "check-internal.h"

#include <glib.h>
#include <string.h>

void
dg_value_add(DgValue *value, const char *key)
{
    for (size_t i = 0; i < value->n_keys; i++)
        if (strcmp(value->keys[i], key) == 0)
            return;
    if (value->n_keys < DG_VALUE_KEYS)
        value->keys[value->n_keys++] = key;
}

char *
dg_number_key(DgArena *arena, const char *whole, const char *fraction, int power)
{
    g_autoptr(GString) digits = g_string_new(whole);
    g_string_append(digits, fraction);
    size_t point = strlen(whole) + (size_t)power;
    while (digits->len < point)
        g_string_append_c(digits, '0');
    while (digits->len > point && digits->str[digits->len - 1] == '0')
        g_string_truncate(digits, digits->len - 1);
    if (digits->len > point)
        g_string_insert_c(digits, (gssize)point, '.');
    size_t zeros = strspn(digits->str, "0");
    if (zeros && (digits->str[zeros] == '\0' || digits->str[zeros] == '.'))
        zeros--;
    return dg_arena_strdup(arena, digits->str + zeros);
}

/* The pieces between separators, and the separators; spaces between groups are dropped before. */
typedef struct {
    char **pieces;
    size_t n;
    const char *separators; /* n - 1 of them */
} Parts;

static bool
is_grouped(const Parts *parts, size_t n)
{
    for (size_t i = 1; i < n; i++)
        if (strlen(parts->pieces[i]) != 3 || parts->separators[i - 1] != parts->separators[0])
            return false;
    return n > 1 && strlen(parts->pieces[0]) <= 3 && parts->pieces[0][0] != '0';
}

static char *
join_pieces(DgArena *arena, const Parts *parts, size_t n)
{
    g_autoptr(GString) whole = g_string_new(NULL);
    for (size_t i = 0; i < n; i++)
        g_string_append(whole, parts->pieces[i]);
    return dg_arena_strdup(arena, whole->str);
}

static void
add_time(DgArena *arena, DgValue *value, const char *hours, const char *minutes)
{
    int hour = (int)g_ascii_strtoll(hours, NULL, 10),
        minute = (int)g_ascii_strtoll(minutes, NULL, 10);
    if (strlen(hours) <= 2 && strlen(minutes) == 2 && hour <= 24 && minute < 60)
        dg_value_add(value, dg_arena_printf(arena, "T%d", hour * 60 + minute));
}

/* One separator: decimal, group or, with a full stop, a time of day. English divides groups by commas and
 * decimals by stops; the others the other way round, but a stop in them is often a decimal one too. */
static void
read_two(DgArena *arena, DgValue *value, const Parts *parts, bool english)
{
    const char *whole = parts->pieces[0], *fraction = parts->pieces[1];
    bool comma = parts->separators[0] == ',';
    bool group = is_grouped(parts, 2);
    if (group && comma == english)
        dg_value_add(value, dg_number_key(arena, join_pieces(arena, parts, 2), "", 0));
    if (!(group && comma && english))
        dg_value_add(value, dg_number_key(arena, whole, fraction, 0));
    if (!comma)
        add_time(arena, value, whole, fraction);
}

static void
read_parts(DgArena *arena, DgValue *value, const Parts *parts, bool english)
{
    size_t n = parts->n;
    if (n == 1)
        dg_value_add(value, dg_number_key(arena, parts->pieces[0], "", 0));
    else if (n == 2)
        read_two(arena, value, parts, english);
    else if (is_grouped(parts, n))
        dg_value_add(value, dg_number_key(arena, join_pieces(arena, parts, n), "", 0));
    else if (is_grouped(parts, n - 1) && parts->separators[n - 2] != parts->separators[0])
        dg_value_add(
            value, dg_number_key(arena, join_pieces(arena, parts, n - 1), parts->pieces[n - 1], 0));
}

void
dg_number_read(DgArena *arena, DgValue *value, const char *digits, const char *language)
{
    g_autoptr(GString) text = g_string_new(NULL), separators = g_string_new(NULL);
    for (const char *s = digits; *s; s = g_utf8_next_char(s)) {
        if (g_ascii_isdigit(*s) || *s == '.' || *s == ',')
            g_string_append_c(text, *s);
        if (*s == '.' || *s == ',')
            g_string_append_c(separators, *s);
    }
    g_auto(GStrv) pieces = g_strsplit_set(text->str, ".,", -1);
    Parts parts = {pieces, g_strv_length(pieces), separators->str};
    read_parts(arena, value, &parts, strncmp(language, "en", 2) == 0);
    if (value->n_keys == 0) /* a section, a version: as it stands */
        dg_value_add(value, dg_arena_strdup(arena, text->str));
}

/* Writes the numeral of 1-3999. */
static void
write_roman(int value, GString *numeral)
{
    static const char *const letters[] = {"M",  "CM", "D",  "CD", "C",  "XC", "L",
                                          "XL", "X",  "IX", "V",  "IV", "I"};
    static const int values[] = {1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};
    for (size_t i = 0; i < G_N_ELEMENTS(values); i++)
        for (; value >= values[i]; value -= values[i])
            g_string_append(numeral, letters[i]);
}

bool
dg_roman_read(const char *word, int *value)
{
    static const char letters[] = "IVXLCDM";
    static const int values[] = {1, 5, 10, 50, 100, 500, 1000};
    g_autoptr(GString) latin = g_string_new(NULL), numeral = g_string_new(NULL);
    for (const char *s = word; *s; s = g_utf8_next_char(s)) /* Х is often typed for X */
        g_string_append_unichar(latin, g_utf8_get_char(s) == 0x425 ? 'X' : g_utf8_get_char(s));
    if (latin->len == 0 || latin->len > 12 || strspn(latin->str, letters) != latin->len)
        return false;
    *value = 0;
    for (size_t i = 0; i < latin->len; i++) {
        int here = values[strchr(letters, latin->str[i]) - letters];
        const char *next = latin->str + i + 1;
        *value += *next && values[strchr(letters, *next) - letters] > here ? -here : here;
    }
    if (*value < 1 || *value > 3999)
        return false;
    write_roman(*value, numeral);
    return g_string_equal(numeral, latin);
}
