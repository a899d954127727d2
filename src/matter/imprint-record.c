/* imprint-record.c - the bibliographic record of the volume by GOST R 7.0.100: areas parted by ". – ",
 * " : " before further titles and the publisher, " / " before who is responsible, " ; " between kinds of them. */
#include "matter-internal.h"

#include <glib.h>
#include <string.h>

enum { MOST_NAMED = 3 };

#define AREA ". – "
#define FOLIO "\uFFFC"

/* Ends the areas written with ". – "; a point is not doubled. */
static void
begin_area(GString *record)
{
    if (!record->len)
        return;
    g_string_append(record, g_str_has_suffix(record->str, ".") ? AREA + 1 : AREA);
}

static void
append_part(GString *record, const char *mark, const char *text)
{
    if (text && *text)
        g_string_append_printf(record, "%s%s", record->len ? mark : "", text);
}

/* "XVIII Международный форум (Москва, 16–18 сентября 2024 г.)" */
static void
append_event(GString *record, Maker *maker, DgSide side)
{
    const DgEvent *event = &maker->volume->event;
    const char *language = maker->volume->languages[side];
    const char *date =
        event->from ? dg_date_text(maker->arena, event->from, event->to, language) : NULL;
    append_part(record, " : ", event->name[side]);
    if (!event->name[side] || (!event->place[side] && !date))
        return;
    g_string_append(record, " (");
    g_string_append(record, event->place[side] ? event->place[side] : date);
    if (event->place[side] && date)
        g_string_append_printf(record, ", %s", date);
    g_string_append_c(record, ')');
}

/* GOST R 7.0.100: of four and more the first, the others as "[и др.]"; up to three stand all. */
static const char *
board_names(Maker *maker, DgSide side)
{
    const DgImprint *imprint = &maker->volume->imprint;
    bool russian = g_str_has_prefix(maker->volume->languages[side], "ru");
    g_autoptr(GPtrArray) names = g_ptr_array_new();
    for (size_t i = 0; i < imprint->n_editors; i++) {
        const char *name = board_member(maker->arena, &imprint->editors[i], side);
        if (name && !makes_the_book(&imprint->editors[i], side))
            g_ptr_array_add(names, (gpointer)name);
    }
    if (names->len == 0)
        return NULL;
    if (names->len > MOST_NAMED)
        return dg_arena_printf(maker->arena, "%s [%s]", (const char *)names->pdata[0],
                               russian ? "и\u00A0др." : "et\u00A0al.");
    g_ptr_array_add(names, NULL);
    g_autofree char *all = g_strjoinv(", ", (char **)names->pdata);
    return dg_arena_strdup(maker->arena, all);
}

static void
append_responsible(GString *record, Maker *maker, DgSide side)
{
    const DgVolume *volume = maker->volume;
    const char *language = volume->languages[side];
    const char *mark = " / ";
    for (size_t i = 0; i < volume->event.n_organizers[side]; i++, mark = ", ")
        append_part(record, mark, volume->event.organizers[side][i]);
    const char *names = board_names(maker, side);
    if (names)
        g_string_append_printf(record, "%s%s: %s", *mark == ',' ? " ; " : mark,
                               dg_word(DG_WORD_EDITED_BY, language), names);
}

static void
append_publication(GString *record, Maker *maker, DgSide side)
{
    const DgImprint *imprint = &maker->volume->imprint;
    const char *place = imprint->place_by[side] ? imprint->place_by[side] : imprint->place,
               *publisher =
                   imprint->publisher_by[side] ? imprint->publisher_by[side] : imprint->publisher;
    if (!place && !publisher && !imprint->year)
        return;
    begin_area(record);
    g_string_append(record, place ? place : "");
    if (publisher)
        g_string_append_printf(record, "%s%s", place ? " : " : "", publisher);
    if (imprint->year)
        g_string_append_printf(record, "%s%s", place || publisher ? ", " : "", imprint->year);
}

static bool
has_figures(const DgVolume *volume)
{
    for (size_t i = 0; i < volume->n_items; i++)
        for (int side = 0; side < volume->n_languages; side++) {
            DgNode *body = volume->items[i]->text[side].body;
            for (DgWalk walk = dg_walk(body); body && dg_walk_next(&walk);)
                if (walk.node->kind == DG_FIGURE)
                    return true;
        }
    return false;
}

static void
append_extent(GString *record, Maker *maker, DgSide side)
{
    const char *language = maker->volume->languages[side];
    if (!maker->last_page)
        return;
    begin_area(record);
    g_string_append_printf(record, FOLIO "\u00A0%s", dg_word(DG_WORD_PAGE_COUNT, language));
    if (has_figures(maker->volume))
        g_string_append_printf(record, " : %s", dg_word(DG_WORD_ILLUSTRATED, language));
}

static void
append_series(GString *record, Maker *maker, DgSide side)
{
    const DgImprint *imprint = &maker->volume->imprint;
    const char *series = imprint->series_by[side] ? imprint->series_by[side] : imprint->series;
    if (!series)
        return;
    begin_area(record);
    g_string_append_printf(record, "(%s", series);
    if (imprint->number)
        g_string_append_printf(record, " ; %s\u00A0%s",
                               dg_word(DG_WORD_SERIES_NUMBER, maker->volume->languages[side]),
                               imprint->number);
    g_string_append_c(record, ')');
}

/* Only for Russian and English; of other languages the names are not known here. */
static const char *
languages_note(const DgVolume *volume, DgSide side)
{
    bool russian = g_str_has_prefix(volume->languages[side], "ru");
    if (volume->n_languages < 2)
        return NULL;
    for (int other = 0; other < DG_SIDES; other++)
        if (!g_str_has_prefix(volume->languages[other], "ru") &&
            !g_str_has_prefix(volume->languages[other], "en"))
            return NULL;
    return russian ? "Текст рус., англ." : "Text in Russian and English";
}

static const char *
bare_isbn(const char *isbn)
{
    if (g_ascii_strncasecmp(isbn, "ISBN", strlen("ISBN")) == 0)
        isbn += strlen("ISBN");
    return isbn + strspn(isbn, ": ");
}

DgNode *
imprint_record(Maker *maker, DgSide side)
{
    const DgVolume *volume = maker->volume;
    const char *title = volume->title[side] ? volume->title[side] : volume->title[DG_LEFT];
    g_autoptr(GString) record = g_string_new(NULL);
    if (!title)
        return NULL;
    const char *space = strchr(title, ' '); /* the first word leads in bold, as on a card */
    size_t lead = space ? (size_t)(space - title) : strlen(title);
    g_string_append(record, title);
    append_part(record, " : ", volume->subtitle[side]);
    append_event(record, maker, side);
    append_responsible(record, maker, side);
    append_publication(record, maker, side);
    append_extent(record, maker, side);
    append_series(record, maker, side);
    const char *note = languages_note(volume, side);
    if (note) {
        begin_area(record);
        g_string_append(record, note);
    }
    if (volume->imprint.isbn) {
        begin_area(record);
        g_string_append_printf(record, "ISBN\u00A0%s", bare_isbn(volume->imprint.isbn));
    }
    begin_area(record);
    g_string_append(record, g_str_has_prefix(volume->languages[side], "ru")
                                ? "Текст : непосредственный."
                                : "Text : unmediated.");
    DgNode *block =
        dg_block_new(maker->arena, DG_PARAGRAPH, DG_ROLE_IMPRINT_RECORD, NULL, volume->imprint.pos);
    append_styled(maker->arena, block, DG_BOLD, dg_arena_strndup(maker->arena, title, lead));
    append_with_folio(maker->arena, block, record->str + lead, maker->last_page, NULL);
    return block;
}
