/* web-programme.c - the contents of the volume by part: times, chairs, texts with their authors, talks. */
#include "web-internal.h"

enum { LEVELS = 6 };

static void
put_part_head(Sheet *sheet, const DgPart *part, int level)
{
    const char *times[DG_SIDES] = {NULL, NULL}, *chairing[DG_SIDES] = {NULL, NULL};
    char tag[] = "h0";
    tag[1] = (char)('0' + (level < LEVELS ? level : LEVELS));
    for (int side = 0; side < sheet->site->volume->n_languages; side++) {
        const char *language = sheet->site->volume->languages[side];
        times[side] = dg_part_time_text(sheet->arena, part, language);
        chairing[side] = dg_chairs_text(sheet->arena, part, (DgSide)side, language);
    }
    put_row(sheet, tag, "part-title", part->title);
    put_row(sheet, "p", "part-time", times);
    put_row(sheet, "p", "part-topic", part->topic);
    put_row(sheet, "p", "part-chair", chairing);
    put_streams(sheet, part->streams, part->n_streams);
}

static void
put_time(Sheet *sheet, const char *from, const char *to)
{
    const char *time = dg_time_range_text(sheet->arena, from, to);
    if (!time)
        return;
    dg_html_markup(sheet->html, "<span class=\"time\">");
    dg_html_text(sheet->html, time);
    dg_html_markup(sheet->html, "</span>\n");
}

static void
put_span(Sheet *sheet, const char *class, const char *text)
{
    if (!text)
        return;
    dg_html_markup(sheet->html, "<span class=\"%s\">", class);
    dg_html_text(sheet->html, text);
    dg_html_markup(sheet->html, "</span>\n");
}

/* What, then who; on a page of both languages each side is a column. */
static void
put_entry(Sheet *sheet, const char *const what[DG_SIDES], const char *const who[DG_SIDES])
{
    if (sheet->view != BOTH) {
        dg_html_markup(sheet->html, "<span class=\"title\">");
        put_texts(sheet, what);
        dg_html_markup(sheet->html, "</span>\n");
        put_span(sheet, "who", who[view_side(sheet->view)]);
        return;
    }
    for (int side = 0; side < sheet->site->volume->n_languages; side++) {
        if (!what[side] && !who[side])
            continue;
        open_side(sheet, "span", (DgSide)side);
        put_span(sheet, "title", what[side]);
        put_span(sheet, "who", who[side]);
        dg_html_markup(sheet->html, "</span>\n");
    }
}

static bool
is_wanted(const Site *site, const DgItem *item)
{
    for (size_t i = 0; i < site->n_items; i++)
        if (site->items[i] == item)
            return true;
    return false;
}

static void
put_item(Sheet *sheet, const DgItem *item)
{
    const char *what[DG_SIDES], *who[DG_SIDES];
    item_titles(sheet, item, what);
    for (int side = 0; side < DG_SIDES; side++)
        who[side] = dg_item_persons(sheet->arena, item, (DgSide)side);
    dg_html_markup(sheet->html, "<li>");
    put_time(sheet, item->from, item->to);
    dg_html_markup(sheet->html, "<a class=\"pair\"");
    dg_html_link(
        sheet->html,
        page_address(sheet->site, sheet->arena, item_stem(sheet->arena, item), sheet->view), NULL);
    dg_html_markup(sheet->html, ">\n");
    put_entry(sheet, what, who);
    dg_html_markup(sheet->html, "</a></li>\n");
}

static void
put_slot(Sheet *sheet, const DgSlot *slot)
{
    const char *who[DG_SIDES];
    for (int side = 0; side < DG_SIDES; side++)
        who[side] = dg_mentions_text(sheet->arena, slot->speakers, slot->n_speakers, (DgSide)side);
    dg_html_markup(sheet->html, "<li class=\"slot\">");
    put_time(sheet, slot->from, slot->to);
    dg_html_markup(sheet->html, "<span class=\"pair\">\n");
    put_entry(sheet, slot->title, who);
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

/* Texts and talks in a list, parts in between by themselves. */
void
put_part_entries(Sheet *sheet, const DgPart *part, int level)
{
    bool in_list = false;
    for (size_t i = 0; i < part->n_entries; i++) {
        const DgEntry *entry = &part->entries[i];
        if (entry->kind == DG_ENTRY_ITEM && !is_wanted(sheet->site, entry->item))
            continue;
        bool listed = entry->kind != DG_ENTRY_PART;
        if (listed && !in_list)
            dg_html_markup(sheet->html, "<ol class=\"entries%s\">\n",
                           is_timed(part) ? " timed" : "");
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
