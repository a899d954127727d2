/* dates.c - ISO 8601 dates and times as a book words them. */
#include "diglot/lang.h"
#include "language-internal.h"

#include <glib.h>
#include <string.h>
#include <unicode/udat.h>
#include <unicode/udatpg.h>
#include <unicode/ustring.h>

#define FIXED "\u00A0" /* no-break space */

typedef struct {
    int year, month, day; /* month and day 0: not given */
} Date;

static const char *const russian_nominative[] = {"январь",   "февраль", "март",   "апрель",
                                                 "май",      "июнь",    "июль",   "август",
                                                 "сентябрь", "октябрь", "ноябрь", "декабрь"};
static const char *const russian_genitive[] = {"января",   "февраля", "марта",  "апреля",
                                               "мая",      "июня",    "июля",   "августа",
                                               "сентября", "октября", "ноября", "декабря"};
static const char *const english_months[] = {"January",   "February", "March",    "April",
                                             "May",       "June",     "July",     "August",
                                             "September", "October",  "November", "December"};

/* Exactly `digits` digits at *text, which moves behind them; -1 for anything else. */
static int
read_number(const char **text, int digits)
{
    int value = 0;
    for (int i = 0; i < digits; i++, (*text)++) {
        if (!g_ascii_isdigit(**text))
            return -1;
        value = 10 * value + (**text - '0');
    }
    return g_ascii_isdigit(**text) ? -1 : value;
}

/* "2024", "2024-09", "2024-09-16", the last with a time behind it if one is given. */
static bool
parse_date(const char *iso, Date *date)
{
    *date = (Date){0};
    if (!iso)
        return false;
    date->year = read_number(&iso, 4);
    if (date->year < 1)
        return false;
    if (*iso == '\0')
        return true;
    if (*iso++ != '-')
        return false;
    date->month = read_number(&iso, 2);
    if (date->month < 1 || date->month > 12)
        return false;
    if (*iso == '\0')
        return true;
    if (*iso++ != '-')
        return false;
    date->day = read_number(&iso, 2);
    return date->day >= 1 && (*iso == '\0' || *iso == 'T') &&
           g_date_valid_dmy((GDateDay)date->day, (GDateMonth)date->month, (GDateYear)date->year);
}

static char *
russian_date(Date date)
{
    if (date.day)
        return g_strdup_printf("%d" FIXED "%s %d" FIXED "г.", date.day,
                               russian_genitive[date.month - 1], date.year);
    if (date.month)
        return g_strdup_printf("%s %d" FIXED "г.", russian_nominative[date.month - 1], date.year);
    return g_strdup_printf("%d" FIXED "г.", date.year);
}

static char *
english_date(Date date)
{
    if (date.day)
        return g_strdup_printf("%d" FIXED "%s %d", date.day, english_months[date.month - 1],
                               date.year);
    if (date.month)
        return g_strdup_printf("%s %d", english_months[date.month - 1], date.year);
    return g_strdup_printf("%d", date.year);
}

/* As ICU words it in other languages; NULL if it cannot. */
static char *
foreign_date(Date date, const char *language)
{
    UErrorCode status = U_ZERO_ERROR;
    UChar skeleton[16], pattern[64], text[128];
    u_uastrcpy(skeleton, date.day ? "yMMMMd" : date.month ? "yMMMM" : "y");
    UDateTimePatternGenerator *generator = udatpg_open(language, &status);
    udatpg_getBestPattern(generator, skeleton, -1, pattern, G_N_ELEMENTS(pattern), &status);
    udatpg_close(generator);
    UChar zone[] = {'G', 'M', 'T', 0};
    UDateFormat *format =
        udat_open(UDAT_PATTERN, UDAT_PATTERN, language, zone, -1, pattern, -1, &status);
    GDate day;
    g_date_clear(&day, 1);
    g_date_set_dmy(&day, (GDateDay)MAX(date.day, 1), (GDateMonth)MAX(date.month, 1),
                   (GDateYear)date.year);
    static const double epoch = 719163,
                        milliseconds = 86400e3; /* Julian day of GLib for 1970-01-01 */
    if (U_SUCCESS(status))
        udat_format(format, (g_date_get_julian(&day) - epoch) * milliseconds, text,
                    G_N_ELEMENTS(text), NULL, &status);
    udat_close(format);
    return U_SUCCESS(status) ? g_utf16_to_utf8(text, -1, NULL, NULL, NULL) : NULL;
}

static char *
one_date(Date date, const char *language)
{
    Language known = language_of(language);
    char *foreign = known == LANGUAGE_OTHER && language ? foreign_date(date, language) : NULL;
    if (foreign)
        return foreign;
    return known == LANGUAGE_RUSSIAN ? russian_date(date) : english_date(date);
}

/* R11: days of one month and years are joined closely, dates of two months with spaces about the dash. */
static char *
russian_range(Date from, Date to)
{
    const char *month = to.month ? russian_genitive[to.month - 1] : "";
    if (from.year != to.year && (from.month || to.month))
        return NULL;
    if (!from.month)
        return g_strdup_printf("%d–%d" FIXED "гг.", from.year, to.year);
    if (!from.day)
        return g_strdup_printf("%s—%s %d" FIXED "г.", russian_nominative[from.month - 1],
                               russian_nominative[to.month - 1], to.year);
    if (from.month == to.month)
        return g_strdup_printf("%d–%d" FIXED "%s %d" FIXED "г.", from.day, to.day, month, to.year);
    return g_strdup_printf("%d" FIXED "%s" FIXED "— %d" FIXED "%s %d" FIXED "г.", from.day,
                           russian_genitive[from.month - 1], to.day, month, to.year);
}

static char *
english_range(Date from, Date to)
{
    const char *month = to.month ? english_months[to.month - 1] : "";
    if (from.year != to.year && (from.month || to.month))
        return NULL;
    if (!from.month)
        return g_strdup_printf("%d–%d", from.year, to.year);
    if (!from.day)
        return g_strdup_printf("%s–%s %d", english_months[from.month - 1], month, to.year);
    if (from.month == to.month)
        return g_strdup_printf("%d–%d" FIXED "%s %d", from.day, to.day, month, to.year);
    return g_strdup_printf("%d" FIXED "%s" FIXED "– %d" FIXED "%s %d", from.day,
                           english_months[from.month - 1], to.day, month, to.year);
}

/* NULL where the two dates are to be written out with a dash between. */
static char *
range(Date from, Date to, const char *language)
{
    bool alike = (from.month > 0) == (to.month > 0) && (from.day > 0) == (to.day > 0);
    if (!alike)
        return NULL;
    if (language_of(language) == LANGUAGE_RUSSIAN)
        return russian_range(from, to);
    return language_of(language) == LANGUAGE_ENGLISH ? english_range(from, to) : NULL;
}

char *
dg_date_text(DgArena *arena, const char *from, const char *to, const char *language)
{
    Date first, last;
    if (!parse_date(from, &first))
        return dg_arena_strdup(arena, from ? from : "");
    g_autofree char *start = one_date(first, language);
    if (!parse_date(to, &last) || memcmp(&first, &last, sizeof first) == 0)
        return dg_arena_strdup(arena, start);
    g_autofree char *joined = range(first, last, language);
    if (joined)
        return dg_arena_strdup(arena, joined);
    g_autofree char *end = one_date(last, language);
    const char *dash = language_of(language) == LANGUAGE_RUSSIAN ? "—" : "–";
    return dg_arena_printf(arena, "%s" FIXED "%s %s", start, dash, end);
}

char *
dg_time_text(DgArena *arena, const char *iso)
{
    Date date;
    const char *time = iso ? strchr(iso, 'T') : NULL;
    if (!time || !parse_date(iso, &date) || !date.day)
        return NULL;
    time++;
    int hour = read_number(&time, 2);
    if (hour < 0 || hour > 24 || *time++ != ':')
        return NULL;
    int minute = read_number(&time, 2);
    if (minute < 0 || minute > 59)
        return NULL;
    return dg_arena_printf(arena, "%02d:%02d", hour, minute);
}
