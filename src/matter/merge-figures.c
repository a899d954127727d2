/* merge-figures.c - what a cell says in a form in which equal figures are equal, however the languages write them:
 * 1 234,50 and 1,234.5; − and -. */
#include "matter-internal.h"

#include <glib.h>
#include <string.h>

enum { GROUP = 3 };

/* The digits from `text` on with the signs and spaces between them. */
static const char *
digits_end(const char *text)
{
    const char *end = text;
    while (g_ascii_isdigit(*end)) {
        while (g_ascii_isdigit(*end))
            end++;
        gunichar sign = g_utf8_get_char(end);
        const char *next = g_utf8_next_char(end);
        bool space = g_unichar_isspace(sign), parts = sign == '.' || sign == ',' || sign == '\'';
        size_t behind = space || parts ? strspn(next, "0123456789") : 0;
        if (behind == 0 || (space && behind != GROUP))
            break;
        end = next;
    }
    return end;
}

/* The last point or comma of digits if it is a decimal sign: it stands once, and not before three digits unless the
 * language has it for that. */
static const char *
decimal_sign(const char *digits, const char *language)
{
    char usual = language && g_ascii_strncasecmp(language, "en", 2) == 0 ? '.' : ',';
    const char *sign = strpbrk(digits, ".,");
    for (const char *next = sign; next; next = strpbrk(next + 1, ".,"))
        sign = next;
    if (!sign || strchr(digits, *sign) != sign)
        return NULL;
    return *sign == usual || strlen(sign + 1) != GROUP ? sign : NULL;
}

/* Signs between groups stand before three digits each; else it is a date or the number of a chapter. */
static bool
is_grouped(const char *digits, const char *end)
{
    for (const char *sign = digits + strcspn(digits, ".,"); sign < end;
         sign += 1 + strcspn(sign + 1, ".,"))
        if (strspn(sign + 1, "0123456789") != GROUP)
            return false;
    return true;
}

static void
append_number(GString *out, const char *start, const char *end, const char *language)
{
    g_autofree char *digits = g_strndup(start, (gsize)(end - start));
    const char *sign = decimal_sign(digits, language);
    const char *whole_end = sign ? sign : digits + strlen(digits);
    if (!is_grouped(digits, whole_end)) {
        g_string_append(out, digits);
        return;
    }
    for (const char *c = digits; c < whole_end; c++)
        if (g_ascii_isdigit(*c))
            g_string_append_c(out, *c);
    if (!sign)
        return;
    g_string_append(out, sign);
    out->str[out->len - strlen(sign)] = '.';
    while (out->str[out->len - 1] == '0')
        g_string_truncate(out, out->len - 1);
    if (out->str[out->len - 1] == '.')
        g_string_truncate(out, out->len - 1);
}

static void
append_sign(GString *out, gunichar sign)
{
    if (g_unichar_type(sign) == G_UNICODE_DASH_PUNCTUATION || sign == 0x2212)
        g_string_append_c(out, '-');
    else if (!g_unichar_isspace(sign) && sign != 0xAD)
        g_string_append_unichar(out, g_unichar_tolower(sign));
}

Figures
figures_read(DgArena *arena, const char *text, const char *language)
{
    g_autoptr(GString) form = g_string_new(NULL);
    g_autoptr(GString) numbers = g_string_new(NULL);
    Figures figures = {0};
    for (const char *c = text; *c;) {
        if (g_ascii_isdigit(*c)) {
            size_t before = form->len;
            const char *end = digits_end(c);
            append_number(form, c, end, language);
            g_string_append(numbers, form->str + before);
            g_string_append_c(numbers, ' ');
            c = end;
            continue;
        }
        gunichar sign = g_utf8_get_char(c);
        figures.words = figures.words || g_unichar_isalpha(sign);
        append_sign(form, sign);
        c = g_utf8_next_char(c);
    }
    while (form->len && form->str[form->len - 1] == '.')
        g_string_truncate(form, form->len - 1);
    figures.form = dg_arena_strdup(arena, form->str);
    figures.numbers = dg_arena_strdup(arena, numbers->str);
    return figures;
}
