/* moments.c - local times of a place as moments of the world: ICU's calendar and time zones. */
#include "diglot/lang.h"

#include <stdio.h>
#include <string.h>
#include <unicode/ucal.h>
#include <unicode/ustring.h>

typedef struct {
    int year, month, day, hour, minute;
    int offset; /* minutes that the text itself is ahead of universal time */
    bool timed, has_offset;
} Moment;

/* "Z", "+03:00", perhaps behind seconds. */
static void
offset_parse(const char *text, Moment *moment)
{
    int hours = 0, minutes = 0;
    if (*text == ':')
        text += strspn(text, ":0123456789");
    if (*text == 'Z')
        moment->has_offset = true;
    else if ((*text == '+' || *text == '-') && sscanf(text + 1, "%2d:%2d", &hours, &minutes) == 2)
        moment->has_offset = true;
    moment->offset = (hours * 60 + minutes) * (*text == '-' ? -1 : 1);
}

static bool
moment_parse(const char *iso, Moment *moment)
{
    *moment = (Moment){0};
    int length = 0;
    int n = iso ? sscanf(iso, "%4d-%2d-%2dT%2d:%2d%n", &moment->year, &moment->month, &moment->day,
                         &moment->hour, &moment->minute, &length)
                : 0;
    moment->timed = n == 5;
    if (moment->timed)
        offset_parse(iso + length, moment);
    return n == 3 || n == 5;
}

static UCalendar *
calendar_open(const char *zone)
{
    UChar name[64];
    UErrorCode error = U_ZERO_ERROR;
    int32_t length = 0;
    u_strFromUTF8(name, 64, &length, zone, -1, &error);
    UCalendar *calendar = ucal_open(name, length, "", UCAL_GREGORIAN, &error);
    if (!U_FAILURE(error))
        return calendar;
    if (calendar)
        ucal_close(calendar);
    return NULL;
}

bool
dg_zone_is_known(const char *zone)
{
    UChar name[64], canonical[64];
    UErrorCode error = U_ZERO_ERROR;
    int32_t length = 0;
    u_strFromUTF8(name, 64, &length, zone, -1, &error);
    ucal_getCanonicalTimeZoneID(name, length, canonical, 64, NULL, &error);
    return U_SUCCESS(error);
}

/* The calendar's moment in universal time. */
static char *
universal_text(DgArena *arena, const UCalendar *calendar)
{
    UErrorCode error = U_ZERO_ERROR;
    UDate moment = ucal_getMillis(calendar, &error);
    UCalendar *universal = calendar_open("Etc/UTC");
    if (!universal)
        return NULL;
    ucal_setMillis(universal, moment, &error);
    char *text = dg_arena_printf(arena, "%04d%02d%02dT%02d%02d00Z",
                                 (int)ucal_get(universal, UCAL_YEAR, &error),
                                 (int)ucal_get(universal, UCAL_MONTH, &error) + 1,
                                 (int)ucal_get(universal, UCAL_DATE, &error),
                                 (int)ucal_get(universal, UCAL_HOUR_OF_DAY, &error),
                                 (int)ucal_get(universal, UCAL_MINUTE, &error));
    ucal_close(universal);
    return U_SUCCESS(error) ? text : NULL;
}

char *
dg_moment_text(DgArena *arena, const char *iso, const char *zone, int days)
{
    Moment moment;
    UErrorCode error = U_ZERO_ERROR;
    if (!moment_parse(iso, &moment))
        return NULL;
    UCalendar *calendar = calendar_open(zone && !moment.has_offset ? zone : "Etc/UTC");
    if (!calendar)
        return NULL;
    ucal_clear(calendar);
    ucal_setDateTime(calendar, moment.year, moment.month - 1, moment.day, moment.hour,
                     moment.minute, 0, &error);
    ucal_add(calendar, UCAL_DATE, days, &error);
    ucal_add(calendar, UCAL_MINUTE, -moment.offset, &error);
    char *text = NULL;
    if (moment.timed)
        text = universal_text(arena, calendar);
    else
        text = dg_arena_printf(arena, "%04d%02d%02d", (int)ucal_get(calendar, UCAL_YEAR, &error),
                               (int)ucal_get(calendar, UCAL_MONTH, &error) + 1,
                               (int)ucal_get(calendar, UCAL_DATE, &error));
    ucal_close(calendar);
    return U_SUCCESS(error) ? text : NULL;
}
