/* web-programme.c - the volume by part: as contents, its texts with their authors; as programme, with times, chairs,
 * talks, streams and calendars. Without any times the contents show all of it. */
#include "web-internal.h"

#include "diglot/doc-citation.h"

enum { LEVELS = 6 };

static bool
shows_all(const Sheet *sheet)
{
    return sheet->kind->write_main == programme_main || !site_has_programme(sheet->site);
}

const char *
programme_address(const Sheet *sheet)
{
    const char *stem = site_has_programme(sheet->site) ? "programme" : "index";
    return page_address(sheet->site, sheet->arena, stem, sheet->view);
}

/* `part` NULL: of the whole event. The files lie there where those of the items do. */
static void
put_calendar(Sheet *sheet, const DgPart *part)
{
    const Site *site = sheet->site;
    const char *name = dg_calendar_name(sheet->arena, part);
    if (!name || !site->options.item_files || !site->volume->event.from ||
        sheet->kind->write_main != programme_main)
        return;
    dg_html_markup(sheet->html, "<p class=\"stream\"><a");
    dg_html_link(sheet->html, name, NULL);
    dg_html_markup(sheet->html, " type=\"text/calendar\">");
    put_words(sheet, DG_WORD_TO_CALENDAR);
    dg_html_markup(sheet->html, "</a></p>\n");
}

static void
put_chairs(Sheet *sheet, const void *what, DgSide side)
{
    const DgPart *part = what;
    dg_html_text(sheet->html, dg_word(DG_WORD_CHAIR, sheet->site->volume->languages[side]));
    dg_html_markup(sheet->html, ": ");
    put_mentions(sheet, part->chairs, part->n_chairs, side);
}

static void
put_part_head(Sheet *sheet, const DgPart *part, int level)
{
    const char *times[DG_SIDES] = {NULL, NULL};
    bool chaired[DG_SIDES] = {false, false};
    char tag[] = "h0";
    tag[1] = (char)('0' + (level < LEVELS ? level : LEVELS));
    for (int side = 0; side < sheet->site->volume->n_languages; side++) {
        const char *language = sheet->site->volume->languages[side];
        times[side] = dg_part_time_text(sheet->arena, part, language);
        chaired[side] = dg_chairs_text(sheet->arena, part, (DgSide)side, language) != NULL;
    }
    put_row(sheet, tag, "part-title", part->title);
    put_row(sheet, "p", "part-time", times);
    put_row(sheet, "p", "part-topic", part->topic);
    if (!shows_all(sheet))
        return;
    put_sides_row(sheet, "p", "part-chair", chaired, put_chairs, part);
    put_streams(sheet, part->streams, part->n_streams);
    put_calendar(sheet, part);
}

static void
put_time(Sheet *sheet, const char *from, const char *to)
{
    const char *time = dg_time_range_text(sheet->arena, from, to);
    if (!time || !shows_all(sheet))
        return;
    dg_html_markup(sheet->html, "<span class=\"time\">");
    dg_html_text(sheet->html, time);
    dg_html_markup(sheet->html, "</span>\n");
}

/* A line of a list: a text or a talk. Contents lead to the text as a whole; a programme leads to the persons, too. */
typedef struct {
    const char *title[DG_SIDES];
    const DgItem *item;  /* or NULL */
    const DgSlot *slot;  /* or NULL */
    const char *address; /* of the text; NULL: what is around leads there, or there is none */
} Row;

static void
put_title(Sheet *sheet, const Row *row, DgSide side)
{
    const char *tag = row->address ? "a" : "span";
    if (!row->title[side])
        return;
    dg_html_markup(sheet->html, "<%s class=\"title\"", tag);
    if (row->address)
        dg_html_link(sheet->html, row->address, NULL);
    dg_html_markup(sheet->html, ">");
    dg_html_text(sheet->html, row->title[side]);
    dg_html_markup(sheet->html, "</%s>\n", tag);
}

static bool
has_who(Sheet *sheet, const Row *row, DgSide side)
{
    return row->slot ? dg_mentions_text(sheet->arena, row->slot->speakers, row->slot->n_speakers,
                                        side) != NULL
                     : dg_item_persons(sheet->arena, row->item, side) != NULL;
}

/* Each leads to what else is known of them, but inside a link. */
static void
put_who(Sheet *sheet, const Row *row, DgSide side)
{
    if (!has_who(sheet, row, side))
        return;
    dg_html_markup(sheet->html, "<span class=\"who\">");
    if (row->slot)
        put_mentions(sheet, row->slot->speakers, row->slot->n_speakers, side);
    else if (row->address)
        put_signers(sheet, row->item, side);
    else
        dg_html_text(sheet->html, dg_item_persons(sheet->arena, row->item, side));
    dg_html_markup(sheet->html, "</span>\n");
}

static void
put_row_side(Sheet *sheet, const void *what, DgSide side)
{
    put_title(sheet, what, side);
    put_who(sheet, what, side);
}

/* What, then who; on a page of both languages each side is a column. What has a title in the other language alone
 * stands in that. */
static void
put_columns(Sheet *sheet, const Row *row)
{
    bool has[DG_SIDES] = {false, false}, one = sheet->view != BOTH;
    for (int side = 0; side < sheet->site->volume->n_languages; side++)
        has[side] =
            row->title[side] || (has_who(sheet, row, (DgSide)side) && !(one && row->title[!side]));
    put_sides(sheet, has, put_row_side, row);
}

static void
put_item(Sheet *sheet, const DgItem *item)
{
    Row row = {.item = item};
    const char *address =
        page_address(sheet->site, sheet->arena, item_stem(sheet->arena, item), sheet->view);
    bool parted = shows_all(sheet);
    item_titles(sheet, item, row.title);
    row.address = parted ? address : NULL;
    dg_html_markup(sheet->html, "<li>");
    put_time(sheet, item->from, item->to);
    dg_html_markup(sheet->html, parted ? "<span class=\"pair\"" : "<a class=\"pair\"");
    if (!parted)
        dg_html_link(sheet->html, address, NULL);
    dg_html_markup(sheet->html, ">\n");
    put_columns(sheet, &row);
    dg_html_markup(sheet->html, parted ? "</span></li>\n" : "</a></li>\n");
}

static void
put_slot(Sheet *sheet, const DgSlot *slot)
{
    Row row = {.title = {slot->title[DG_LEFT], slot->title[DG_RIGHT]}, .slot = slot};
    dg_html_markup(sheet->html, "<li class=\"slot\">");
    put_time(sheet, slot->from, slot->to);
    dg_html_markup(sheet->html, "<span class=\"pair\">\n");
    put_columns(sheet, &row);
    dg_html_markup(sheet->html, "</span></li>\n");
}

static void
put_part(Sheet *sheet, const DgPart *part, int level)
{
    dg_html_markup(sheet->html, "<section class=\"part\"");
    dg_html_id(sheet->html, part_anchor(sheet->arena, part));
    dg_html_markup(sheet->html, ">\n");
    put_part_head(sheet, part, level);
    bool headed = part->title[DG_LEFT] || part->title[DG_RIGHT];
    put_part_entries(sheet, part, headed ? level + 1 : level);
    dg_html_markup(sheet->html, "</section>\n");
}

static bool
is_timed(const DgPart *part)
{
    for (size_t i = 0; i < part->n_entries; i++) {
        const DgEntry *entry = &part->entries[i];
        if ((entry->kind == DG_ENTRY_SLOT && entry->slot->from) ||
            (entry->kind == DG_ENTRY_ITEM && entry->item->from))
            return true;
    }
    return false;
}

/* Contents pass over talks, and parts that hold nothing else. */
static bool
is_shown(const Sheet *sheet, const DgEntry *entry)
{
    if (entry->kind == DG_ENTRY_ITEM)
        return site_has_item(sheet->site, entry->item);
    if (shows_all(sheet))
        return true;
    for (size_t i = 0; entry->kind == DG_ENTRY_PART && i < entry->part->n_entries; i++)
        if (is_shown(sheet, &entry->part->entries[i]))
            return true;
    return false;
}

/* Texts and talks in a list, parts in between by themselves. */
void
put_part_entries(Sheet *sheet, const DgPart *part, int level)
{
    bool in_list = false;
    for (size_t i = 0; i < part->n_entries; i++) {
        const DgEntry *entry = &part->entries[i];
        if (!is_shown(sheet, entry))
            continue;
        bool listed = entry->kind != DG_ENTRY_PART;
        if (listed && !in_list)
            dg_html_markup(sheet->html, "<ol class=\"entries%s\">\n",
                           is_timed(part) && shows_all(sheet) ? " timed" : "");
        if (!listed && in_list)
            dg_html_markup(sheet->html, "</ol>\n");
        in_list = listed;
        if (entry->kind == DG_ENTRY_ITEM)
            put_item(sheet, entry->item);
        else if (entry->kind == DG_ENTRY_SLOT)
            put_slot(sheet, entry->slot);
        else
            put_part(sheet, entry->part, level);
    }
    if (in_list)
        dg_html_markup(sheet->html, "</ol>\n");
}

static const char *
time_zone(Sheet *sheet, DgSide side)
{
    const DgVolume *volume = sheet->site->volume;
    return volume->event.timezone
               ? dg_arena_printf(sheet->arena, "%s %s",
                                 dg_word(DG_WORD_TIME_ZONE, volume->languages[side]),
                                 volume->event.timezone)
               : NULL;
}

void
programme_main(Sheet *sheet)
{
    const DgVolume *volume = sheet->site->volume;
    dg_html_markup(sheet->html, "<main id=\"dg-main\">\n");
    put_word_row(sheet, "h1", "page-title", DG_WORD_PROGRAMME);
    put_row_of(sheet, "p", "when", event_time);
    put_row_of(sheet, "p", "hint", time_zone);
    put_streams(sheet, volume->event.streams, volume->event.n_streams);
    put_calendar(sheet, NULL);
    put_part_entries(sheet, &volume->root, 2);
    dg_html_markup(sheet->html, "</main>\n");
}
