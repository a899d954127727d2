/* check-imprint.c - the imprint: what is missing, what is malformed, what contradicts (typography.md 5). */
#include "check-internal.h"

#include "diglot/lang.h"

#include <glib.h>
#include <string.h>

typedef struct {
    DgArena *arena;
    DgDiags *diags;
    const DgVolume *volume;
    const DgImprint *imprint;
} Inspector;

static DgPos
place_of(const Inspector *inspector, const char *name)
{
    const DgImprintPlace *place = dg_imprint_place(inspector->imprint, name);
    return place ? place->pos : inspector->imprint->pos;
}

static void
report_value(const Inspector *inspector, const char *name, const char *value, const char *example)
{
    dg_diag(inspector->diags, DG_IMPRINT_VALUE, place_of(inspector, name), value, name, example,
            NULL);
}

/* ---- what is there ---- */

static void
check_missing(const Inspector *inspector)
{
    static const char *const wanted[] = {"publisher", "place",        "year",        "isbn",
                                         "udc",       "bbk",          "author-mark", "copyright",
                                         "signed",    "sheet-format", "print-run"};
    g_autoptr(GString) missing = g_string_new(NULL);
    const char *first = NULL;
    for (size_t i = 0; i < G_N_ELEMENTS(wanted); i++) {
        if (dg_imprint_place(inspector->imprint, wanted[i]))
            continue;
        g_string_append_printf(missing, "%s<%s>", missing->len ? ", " : "", wanted[i]);
        first = first ? first : wanted[i];
    }
    if (first)
        dg_diag(inspector->diags, DG_IMPRINT_MISSING, inspector->imprint->pos, missing->str, first,
                NULL);
}

static void
check_twice(const Inspector *inspector)
{
    static const char *const single[] = {"year",     "isbn",         "author-mark",  "doi",
                                         "age-mark", "signed",       "sheet-format", "print-run",
                                         "order",    "volume-number"};
    const DgImprint *imprint = inspector->imprint;
    for (size_t i = 0; i < imprint->n_places; i++)
        for (size_t j = 0; j < G_N_ELEMENTS(single); j++)
            if (strcmp(imprint->places[i].name, single[j]) == 0 &&
                dg_imprint_place(imprint, single[j]) != &imprint->places[i])
                dg_diag_also(inspector->diags, DG_IMPRINT_TWICE, imprint->places[i].pos,
                             place_of(inspector, single[j]), single[j], NULL);
}

/* A text given in words of one language only, where the volume has two title pages. */
static void
check_languages(const Inspector *inspector)
{
    const struct {
        const char *name, *const *by;
    } texts[] = {{"publisher", inspector->imprint->publisher_by},
                 {"place", inspector->imprint->place_by},
                 {"series", inspector->imprint->series_by},
                 {"annotation", inspector->imprint->annotation}};
    if (inspector->volume->n_languages < 2)
        return;
    for (size_t i = 0; i < G_N_ELEMENTS(texts); i++)
        for (int side = 0; side < DG_SIDES; side++)
            if (texts[i].by[!side] && !texts[i].by[side])
                dg_diag(inspector->diags, DG_IMPRINT_LANGUAGE, place_of(inspector, texts[i].name),
                        texts[i].name, inspector->volume->languages[side], NULL);
}

/* ---- ISBN ---- */

static int
check_digit(const char *digits)
{
    int sum = 0;
    for (int i = 0; i < 12; i++)
        sum += (digits[i] - '0') * (i % 2 ? 3 : 1);
    return (10 - sum % 10) % 10;
}

static void
check_isbn(const Inspector *inspector)
{
    const char *isbn = inspector->imprint->isbn;
    if (!isbn)
        return;
    const char *at = g_ascii_strncasecmp(isbn, "ISBN", 4) == 0 ? isbn + 4 : isbn;
    at += strspn(at, ": ");
    g_autoptr(GString) digits = g_string_new(NULL);
    int hyphens = 0;
    bool foreign = false;
    for (const char *mark = at; *mark; mark++) {
        if (g_ascii_isdigit(*mark))
            g_string_append_c(digits, *mark);
        hyphens += *mark == '-';
        foreign |= !g_ascii_isdigit(*mark) && *mark != '-' && *mark != ' ';
    }
    bool book = g_str_has_prefix(digits->str, "978") || g_str_has_prefix(digits->str, "979");
    DgPos pos = place_of(inspector, "isbn");
    if (digits->len != 13 || foreign || !book) {
        dg_diag(inspector->diags, DG_IMPRINT_ISBN, pos, isbn, NULL);
        return;
    }
    int right = check_digit(digits->str);
    if (digits->str[12] - '0' != right)
        dg_diag(inspector->diags, DG_IMPRINT_CHECK_DIGIT, pos, at,
                dg_arena_printf(inspector->arena, "%d", right), NULL);
    else if (hyphens != 4)
        dg_diag(inspector->diags, DG_IMPRINT_ISBN_GROUPS, pos, at, NULL);
}

/* ---- the form of single fields ---- */

static void
check_pattern(const Inspector *inspector, const char *name, const char *value, const char *pattern,
              const char *example)
{
    if (value && !g_regex_match_simple(pattern, value, G_REGEX_DOLLAR_ENDONLY, 0))
        report_value(inspector, name, value, example);
}

/* UDC: main numbers parted in threes, auxiliaries in brackets and quotation marks, joined by + / : = */
static const char udc_pattern[] =
    "^(\\d{1,3}(?!\\d)(\\.\\d{1,3}(?!\\d))*|\\([^()]+\\)|\"[^\"]+\"|=\\d[\\d.]*|[-*'\\[\\]+/: ]|[A-Za-z])+$";
static const char bbk_pattern[] = "^\\d{1,3}(\\.\\d+)*[\\d()=.,+:\\-\\s\\p{Cyrillic}]*$";
static const char roman_pattern[] = "^(\\d+|[IVXLCDM]+)$";

static void
check_forms(const Inspector *inspector)
{
    const DgImprint *imprint = inspector->imprint;
    check_pattern(inspector, "udc", imprint->udc, udc_pattern, "327:004(063)");
    check_pattern(inspector, "bbk", imprint->bbk, bbk_pattern, "66.4я43");
    check_pattern(inspector, "author-mark", imprint->author_mark, "^\\p{Lu} ?\\d{1,3}$", "Ф79");
    check_pattern(inspector, "year", imprint->year, "^[12]\\d{3}$", "2026");
    check_pattern(inspector, "volume-number", imprint->number, roman_pattern, "2");
    check_pattern(inspector, "print-run", imprint->print_run, "^[1-9]\\d{0,2}([ \u00A0]?\\d{3})*$",
                  "500");
    check_pattern(inspector, "age-mark", imprint->age_mark, "^(0|6|12|16|18)\\+$", "12+");
    check_pattern(inspector, "doi", imprint->doi, "^10\\.\\d{4,9}/\\S+$", "10.1234/forum.2026");
    check_pattern(inspector, "signed", imprint->signed_date,
                  "^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$", "2026-04-12");
    check_pattern(inspector, "sheet-format", imprint->decimals, "^[0-3]$", "decimals=\"2\"");
    check_pattern(inspector, "sheet-format", imprint->coefficient, "^[0-9]\\.\\d{1,3}$",
                  "coefficient=\"1.30\"");
}

static void
check_format(const Inspector *inspector)
{
    const char *text = inspector->imprint->sheet_format;
    DgSheetFormat format;
    if (!text)
        return;
    if (!dg_sheet_format_parse(text, &format)) {
        report_value(inspector, "sheet-format", text, "70×100/16");
        return;
    }
    if (!format.usual && !inspector->imprint->coefficient)
        dg_diag(inspector->diags, DG_IMPRINT_FORMAT, place_of(inspector, "sheet-format"), text,
                dg_arena_printf(inspector->arena, "%d.%02d", format.coefficient / 100,
                                format.coefficient % 100),
                NULL);
}

/* ---- what contradicts ---- */

static int
year_in(const char *text)
{
    return text && strspn(text, "0123456789") >= 4 ? (int)g_ascii_strtoll(text, NULL, 10) : 0;
}

static int
year_of_date(const char *text)
{
    g_autofree char *year = text ? g_strndup(text, 4) : NULL;
    return year_in(year);
}

static void
report_difference(const Inspector *inspector, const char *name, const char *value,
                  const char *other, const char *other_value)
{
    dg_diag(inspector->diags, DG_IMPRINT_DIFFERS, place_of(inspector, name), name, value, other,
            other_value, NULL);
}

/* Years within a text, such as "© Authors, 2025–2026". */
static bool
names_year(const char *text, int year, bool *any)
{
    *any = false;
    for (const char *at = text; *at;) {
        size_t digits = strspn(at, "0123456789");
        int number = digits == 4 ? (int)g_ascii_strtoll(at, NULL, 10) : 0;
        if (number >= 1900 && number < 2200)
            *any = true;
        if (*any && number == year)
            return true;
        at += digits ? digits : 1;
    }
    return false;
}

static void
check_years(const Inspector *inspector)
{
    const DgImprint *imprint = inspector->imprint;
    int year = year_in(imprint->year), held = year_of_date(inspector->volume->event.from),
        signed_year = year_of_date(imprint->signed_date);
    bool any;
    if (!year)
        return;
    if (held && year < held)
        dg_diag(inspector->diags, DG_IMPRINT_YEAR, place_of(inspector, "year"), imprint->year,
                dg_arena_printf(inspector->arena, "%d", held), NULL);
    if (signed_year && ABS(signed_year - year) > 1)
        report_difference(inspector, "signed", imprint->signed_date, "year", imprint->year);
    if (imprint->copyright && !names_year(imprint->copyright, year, &any) && any)
        report_difference(inspector, "copyright", imprint->copyright, "year", imprint->year);
}

/* The letter of a collection's mark is that of its title's first word. */
static void
check_author_mark(const Inspector *inspector)
{
    const char *mark = inspector->imprint->author_mark;
    if (!mark || !g_utf8_validate(mark, -1, NULL))
        return;
    gunichar letter = g_unichar_toupper(g_utf8_get_char(mark));
    const char *title = NULL;
    for (int side = 0; side < DG_SIDES; side++) {
        title = inspector->volume->title[side];
        while (title && *title && !g_unichar_isalnum(g_utf8_get_char(title)))
            title = g_utf8_next_char(title);
        if (title && g_unichar_toupper(g_utf8_get_char(title)) == letter)
            return;
    }
    title = inspector->volume->title[DG_LEFT];
    if (title)
        report_difference(inspector, "author-mark", mark, "title", title);
}

void
dg_check_imprint(DgArena *arena, DgDiags *diags, const DgVolume *volume)
{
    const Inspector inspector = {arena, diags, volume, &volume->imprint};
    if (!volume->imprint.pos.file) /* a draft without an imprint */
        return;
    check_missing(&inspector);
    check_twice(&inspector);
    check_languages(&inspector);
    check_isbn(&inspector);
    check_forms(&inspector);
    check_format(&inspector);
    check_years(&inspector);
    check_author_mark(&inspector);
}
