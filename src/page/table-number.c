/* table-number.c - columns of numbers: what a number is, and where its decimal sign stands. */
#include "table-internal.h"

#include <glib.h>
#include <string.h>

/* Digits between signs that part thousands. */
enum { GROUP = 3 };

/* ---- what a number is ---- */

/* Where the digits and the signs among them end, from `text` on. */
static const char *
digits_end(const char *text)
{
    const char *end = text;
    while (g_ascii_isdigit(*end)) {
        while (g_ascii_isdigit(*end))
            end++;
        const char *next = end;
        gunichar sign = g_utf8_get_char(next);
        if (sign == '.' || sign == ',' || sign == '\'' || g_unichar_isspace(sign))
            next = g_utf8_next_char(next);
        if (g_ascii_isdigit(*next))
            end = next;
    }
    return end;
}

static const char *
skip_signs(const char *text, const char *signs)
{
    while (*text && (g_unichar_isspace(g_utf8_get_char(text)) ||
                     g_utf8_strchr(signs, -1, g_utf8_get_char(text))))
        text = g_utf8_next_char(text);
    return text;
}

static size_t
count(const char *start, const char *end, char sign)
{
    size_t n = 0;
    for (; start < end; start++)
        n += *start == sign;
    return n;
}

/* A sign that comes twice, or before three digits where the language writes thousands so, parts groups. */
static bool
is_decimal(const char *sign, const char *start, const char *end, const char *language)
{
    char usual = language && g_ascii_strncasecmp(language, "en", 2) == 0 ? '.' : ',';
    return count(start, end, *sign) == 1 && (*sign == usual || end - sign != GROUP + 1);
}

static bool
has_full_groups(const char *start, const char *end, char sign)
{
    for (const char *s = start; s < end; s++)
        if (*s == sign &&
            (end - s < GROUP + 1 || (end - s > GROUP + 1 && g_ascii_isdigit(s[GROUP + 1]))))
            return false;
    return true;
}

/* A date such as 12.03.2024 has the signs of a number and is none. */
static const char *
whole_end(const char *start, const char *end, const char *language)
{
    const char *sign = end;
    while (sign > start && g_ascii_isdigit(sign[-1]))
        sign--;
    bool has_sign = sign > start && (sign[-1] == '.' || sign[-1] == ',');
    if (has_sign && is_decimal(sign - 1, start, end, language))
        end = sign - 1;
    return has_full_groups(start, end, '.') && has_full_groups(start, end, ',') ? end : NULL;
}

#define UNIT_SIGNS "%\u2030\u00B0*\u2020\u2021$\u20AC\u00A3\u20BD)"

/* An error, or an interval in brackets. Ranges are no numbers: years look like them. */
static bool
is_interval(const char *text)
{
    return g_utf8_strchr("(\u00B1[", -1, g_utf8_get_char(text)) &&
           !*skip_signs(text, "0123456789.,;()[]+\u00B1\u2013\u2212" UNIT_SIGNS);
}

DgNumber
dg_number_parse(DgArena *arena, const char *text, const char *language)
{
    DgNumber number = {0};
    const char *start =
        skip_signs(text, "+-\u2212\u2013\u2014\u00B1<>\u2264\u2265\u2248~$\u20AC\u00A3\u20BD(");
    number.is_empty = !*start;
    const char *end = digits_end(start);
    const char *behind = skip_signs(end, UNIT_SIGNS);
    if (end == start || (*behind && !is_interval(behind)))
        return number;
    const char *whole = whole_end(start, end, language);
    number.is_number = whole != NULL;
    number.alone = !*behind;
    if (whole)
        number.whole = dg_arena_strndup(arena, text, (size_t)(whole - text));
    return number;
}

/* ---- columns of numbers ---- */

/* Whether a cell may be aligned by its column: centred numbers cannot be compared. */
static bool
is_free(const DgTableCell *cell)
{
    return cell->columns == 1 && cell->align != DG_ALIGN_END && cell->align != DG_ALIGN_JUSTIFY;
}

void
dg_numbers_find(DgTable *table)
{
    g_autofree int *numbers = g_new0(int, table->grid_columns + 1);
    g_autofree bool *others = g_new0(bool, table->grid_columns + 1);
    for (size_t i = 0; i < table->n_cells; i++) {
        const DgTableCell *cell = &table->grid[i];
        if (cell->columns != 1 || cell->header || cell->row < table->grid_head)
            continue;
        numbers[cell->column] += cell->number.is_number;
        if (!cell->number.is_number && !cell->number.is_empty)
            others[cell->column] = true;
    }
    for (size_t i = 0; i < table->n_cells; i++) {
        DgTableCell *cell = &table->grid[i];
        if (!is_free(cell) || numbers[cell->column] == 0 || others[cell->column])
            continue;
        bool body = !cell->header && cell->row >= table->grid_head;
        cell->align = body ? DG_ALIGN_DECIMAL : DG_ALIGN_END;
    }
}

static bool
is_aligned(const DgTableCell *cell)
{
    return cell->align == DG_ALIGN_DECIMAL && cell->columns == 1 && cell->n_texts == 1;
}

/* Width of what stands from the decimal sign on: marks of notes and units, too. */
static DgLen
tail_of(const DgTable *table, DgArena *scratch, const DgTableCell *cell)
{
    const DgCellText *text = &cell->texts[0];
    if (!cell->number.is_number)
        return 0;
    const DgRun *run = dg_run_make(table->shaper, scratch, cell->number.whole, &text->style->font,
                                   text->language, NULL);
    return MAX(text->par->natural - run->width, 0);
}

void
dg_numbers_align(DgTable *table)
{
    DgArena *scratch = dg_arena_new();
    g_autofree DgLen *longest = g_new0(DgLen, table->n_columns + 1);
    for (size_t i = 0; i < table->n_cells; i++) {
        DgTableCell *cell = &table->cells[i];
        cell->tail = is_aligned(cell) ? tail_of(table, scratch, cell) : 0;
        longest[cell->column] = MAX(longest[cell->column], cell->tail);
    }
    for (size_t i = 0; i < table->n_cells; i++) {
        DgTableCell *cell = &table->cells[i];
        cell->tail = is_aligned(cell) ? longest[cell->column] - cell->tail : 0;
        cell->least += cell->tail;
        cell->natural += cell->tail;
    }
    dg_arena_free(scratch);
}
