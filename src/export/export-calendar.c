/* export-calendar.c - the event and its sessions for calendars: iCalendar (RFC 5545). Times are given as moments, so
 * that no description of the time zone is needed; what has a date only lasts whole days. */
#include "export-internal.h"

#include "diglot/files.h"
#include "diglot/lang.h"

#include <string.h>

enum { LINE_BYTES = 73 }; /* RFC 5545, 3.1: longer lines go on behind CR LF and a space */

static void
append_folded(GString *out, const char *line)
{
    size_t room = LINE_BYTES;
    while (strlen(line) > room) {
        size_t n = room;
        while (n > 1 && ((unsigned char)line[n] & 0xC0) == 0x80)
            n--;
        g_string_append_len(out, line, (gssize)n);
        g_string_append(out, "\r\n ");
        line += n;
        room = LINE_BYTES - 1;
    }
    g_string_append(out, line);
    g_string_append(out, "\r\n");
}

static void
property(GString *out, const char *name, const char *value)
{
    if (!value || !*value)
        return;
    g_autoptr(GString) line = g_string_new(name);
    g_string_append_c(line, ':');
    for (; *value; value++) {
        if (strchr("\\;,", *value))
            g_string_append_c(line, '\\');
        g_string_append_c(line, *value == '\n' || *value == '\r' ? ' ' : *value);
    }
    append_folded(out, line->str);
}

static const char *
both_texts(DgArena *arena, const char *const texts[DG_SIDES])
{
    const char *left = texts[DG_LEFT], *right = texts[DG_RIGHT];
    if (left && right && strcmp(left, right) != 0)
        return dg_arena_printf(arena, "%s / %s", left, right);
    return left ? left : right;
}

/* A day's end is the day after. */
static bool
append_times(GString *out, DgArena *arena, const char *from, const char *to, const char *zone)
{
    bool timed = from && strchr(from, 'T');
    const char *end = to ? to : from;
    const char *start = dg_moment_text(arena, from, zone, 0),
               *last = dg_moment_text(arena, end, zone, timed ? 0 : 1);
    if (!start || !last)
        return false;
    property(out, timed ? "DTSTART" : "DTSTART;VALUE=DATE", start);
    if (timed == (strchr(end, 'T') != NULL) && strcmp(start, last) < 0)
        property(out, timed ? "DTEND" : "DTEND;VALUE=DATE", last);
    return true;
}

/* What stands in the calendar once: the event, or a part of it. */
typedef struct {
    const char *name, *from, *to, *summary, *description, *stream;
} Entry;

static void
append_entry(GString *out, DgArena *arena, const DgVolume *volume, const Entry *entry)
{
    g_autoptr(GString) times = g_string_new(NULL);
    if (!append_times(times, arena, entry->from, entry->to, volume->event.timezone))
        return;
    g_string_append(out, "BEGIN:VEVENT\r\n");
    property(out, "UID", dg_arena_printf(arena, "%s-%s@diglot", volume->id, entry->name));
    property(out, "DTSTAMP",
             dg_arena_printf(arena, "%.8sT000000Z", dg_moment_text(arena, entry->from, NULL, 0)));
    g_string_append(out, times->str);
    property(out, "SUMMARY", entry->summary);
    property(out, "DESCRIPTION", entry->description);
    property(out, "LOCATION", both_texts(arena, volume->event.place));
    property(out, "URL", entry->stream);
    g_string_append(out, "END:VEVENT\r\n");
}

static Entry
entry_of_event(DgArena *arena, const DgVolume *volume)
{
    const DgEvent *event = &volume->event;
    return (Entry){.name = "event",
                   .from = event->from,
                   .to = event->to,
                   .summary = both_texts(arena, event->name),
                   .description = both_texts(arena, event->theme),
                   .stream = event->n_streams ? event->streams[0] : volume->web_url};
}

static Entry
entry_of_part(DgArena *arena, const DgPart *part)
{
    return (Entry){.name = part->id,
                   .from = part->from,
                   .to = part->to,
                   .summary = both_texts(arena, part->title),
                   .description = both_texts(arena, part->topic),
                   .stream = part->n_streams ? part->streams[0] : NULL};
}

static void
append_parts(GString *out, DgArena *arena, const DgVolume *volume, const DgPart *part)
{
    for (size_t i = 0; i < part->n_entries; i++) {
        const DgPart *child = part->entries[i].part;
        if (part->entries[i].kind != DG_ENTRY_PART)
            continue;
        if (dg_calendar_name(arena, child)) {
            Entry entry = entry_of_part(arena, child);
            append_entry(out, arena, volume, &entry);
        }
        append_parts(out, arena, volume, child);
    }
}

static bool
calendar_write(DgArena *arena, DgDiags *diags, const char *folder, const char *name,
               const GString *entries)
{
    g_autoptr(GString) out = g_string_new("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"
                                          "PRODID:-//diglot//diglot " DIGLOT_VERSION "//EN\r\n");
    g_string_append(out, entries->str);
    g_string_append(out, "END:VCALENDAR\r\n");
    return dg_file_write(diags, dg_path_join(arena, folder, name), out->str, out->len);
}

static bool
parts_write(DgArena *arena, DgDiags *diags, const DgVolume *volume, const DgPart *part,
            const char *folder)
{
    bool written = true;
    for (size_t i = 0; written && i < part->n_entries; i++) {
        const DgPart *child = part->entries[i].part;
        if (part->entries[i].kind != DG_ENTRY_PART)
            continue;
        if (dg_calendar_name(arena, child)) {
            g_autoptr(GString) entries = g_string_new(NULL);
            Entry entry = entry_of_part(arena, child);
            append_entry(entries, arena, volume, &entry);
            written = calendar_write(arena, diags, folder, dg_calendar_name(arena, child), entries);
        }
        written = written && parts_write(arena, diags, volume, child, folder);
    }
    return written;
}

bool
dg_calendar_write(DgArena *arena, DgDiags *diags, const DgVolume *volume, const char *folder)
{
    if (!volume->event.from)
        return true;
    g_autoptr(GString) entries = g_string_new(NULL);
    Entry event = entry_of_event(arena, volume);
    append_entry(entries, arena, volume, &event);
    append_parts(entries, arena, volume, &volume->root);
    return calendar_write(arena, diags, folder, dg_calendar_name(arena, NULL), entries) &&
           parts_write(arena, diags, volume, &volume->root, folder);
}
